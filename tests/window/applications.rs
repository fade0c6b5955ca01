//! A school in the real window: what stops an application, and every screen.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Owes, Theme, Window};

#[test]
fn what_stops_an_application_and_what_ends_that_stands_beside_it() -> Outcome {
    for (owes, states, verdict) in [
        (
            Owes::Nothing,
            [
                "maths Runs",
                "music Suspended Quota used up",
                "history Suspended No package",
                "physics Disabled No package",
                "art Banned No package",
            ],
            "music is suspended: its packages are used up and overage is off.",
        ),
        (
            Owes::Suspended,
            [
                "maths Suspended Arrears",
                "music Suspended Arrears",
                "history Suspended Arrears No package",
                "physics Disabled Arrears No package",
                "art Banned Arrears No package",
            ],
            "Everything is suspended. Pay $3.00 by",
        ),
    ] {
        let desk = Desk::empty()?;
        desk.school(owes)?;
        let window = desk.open(Theme::Light)?;
        window.wait_for("link", "Usage")?;
        window.wait_for_text(verdict)?;
        for state in states {
            the_state_is(&window, state)?;
        }
        window.assert_accessible(&format!("applications, {owes:?}"))?;
        window.screenshot(&format!("journey-school-{owes:?}"))?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn every_screen_of_a_school_is_accessible_light_and_dark_and_fits() -> Outcome {
    let desk = Desk::empty()?;
    desk.school(Owes::Nothing)?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        window.wait_for("link", "Usage")?;
        for (width, height) in [(1280, 800), (900, 640)] {
            window.resize(width, height)?;
            for screen in [
                "today", "usage", "packages", "balance", "bills", "renewals", "alerts", "accounts", "account",
            ] {
                window.visit(screen)?;
                window.assert_accessible(&format!("{screen}, {theme:?}, {width}"))?;
                let sideways = "document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth";
                assert_eq!(window.ask(sideways, &[])?, true, "{screen} at {width}");
            }
        }
        window.visit("packages")?;
        window.type_text("n")?;
        window.fill_in("Name of the application", "chemistry")?;
        window.wait_for("button", "Create chemistry")?;
        window.assert_accessible(&format!("new application, {theme:?}"))?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
        window.close()?;
    }
    Ok(())
}

/// What the Packages screen says of an application: its name and its chips.
fn the_state_is(window: &Window, state: &str) -> Outcome {
    window.visit("packages")?;
    let said = "[...document.querySelectorAll('.page li .what')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())";
    window.wait_until(state, &format!("{said}.includes('{state}')"))
}
