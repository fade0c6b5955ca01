//! Takes a picture of every screen of the demo account, light and dark, large and small, and prints their paths.

use std::process::ExitCode;

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Theme, Window};

const SCREENS: [&str; 5] = ["today", "usage", "packages", "balance", "bills"];
const SIZES: [(u32, u32); 2] = [(1280, 800), (900, 640)];

fn main() -> ExitCode {
    match take_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("could not take the pictures: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn take_all() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    take(&window, "first-start", "light")?;
    window.click("button", "demo")?;
    take_every_screen(&window, "light")?;
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    take_every_screen(&window, "dark")?;
    window.close()
}

fn take_every_screen(window: &Window, theme: &str) -> Outcome {
    for screen in SCREENS {
        window.visit(screen)?;
        take(window, screen, theme)?;
    }
    Ok(())
}

fn take(window: &Window, screen: &str, theme: &str) -> Outcome {
    for (width, height) in SIZES {
        window.resize(width, height)?;
        window.wait_until_quiet()?;
        let path = window.screenshot(&format!("{screen}-{theme}-{width}"))?;
        println!("{}", path.display());
    }
    Ok(())
}
