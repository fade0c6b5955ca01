//! Journeys through the real window, each with a picture under `target/screens`.
//!
//! They need the program itself (`cargo build --workspace --bins`) and what `make setup` installs;
//! without either they fail and say so. To run nothing else:
//! `cargo test --workspace --features tollbook-tests/window --test window`.

mod access;
mod account;
mod accounts;
mod alerts;
mod applications;
mod bills;
mod charts;
mod costs;
mod hands;
mod journeys;
mod keyboard_alone;
mod keys;
mod ledger;
mod lived;
mod manners;
mod money;
mod palette;
mod renewals;
mod settings;
mod sorted;

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Theme};

#[test]
fn the_window_opens_and_can_be_closed_and_opened_again() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    assert_eq!(window.ask("document.title", &[])?, "Tollbook");
    window.close()?;

    let window = desk.open(Theme::Light)?;
    assert_eq!(window.ask("document.title", &[])?, "Tollbook");
    window.close()
}

#[test]
fn the_window_follows_the_desktop_into_the_dark() -> Outcome {
    let desk = Desk::empty()?;
    for (theme, is_dark) in [(Theme::Light, false), (Theme::Dark, true)] {
        let window = desk.open(theme)?;
        assert_eq!(
            window.ask("matchMedia('(prefers-color-scheme: dark)').matches", &[])?,
            is_dark,
            "{theme:?}"
        );
        window.close()?;
    }
    Ok(())
}

#[test]
fn the_window_fits_the_smallest_screen_it_promises() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    for (width, height) in [(1280, 800), (900, 640)] {
        window.resize(width, height)?;
        window.screenshot(&format!("first-start-{width}"))?;
        assert_eq!(
            window.ask("document.documentElement.scrollWidth <= innerWidth", &[])?,
            true,
            "{width} × {height}"
        );
    }
    window.close()
}
