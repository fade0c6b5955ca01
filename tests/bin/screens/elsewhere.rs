//! What is looked at in languages other than English.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key};

use crate::{Camera, every_screen, states};

/// Every screen, and what opens by keys alone: these are the same in every language.
pub fn everything_elsewhere(desk: &Desk, camera: &Camera) -> Outcome {
    every_screen(camera)?;
    let window = &camera.window;
    window.visit("today")?;
    window.type_text("?")?;
    window.wait_until("a figure is explained", "document.querySelector('aside .derivation') !== null")?;
    camera.take("why")?;
    window.press(Key::Escape)?;
    window.type_text("v")?;
    camera.take("today-table")?;
    window.visit("usage")?;
    window.click_at("figure .picture")?;
    window.press(Key::End)?;
    camera.take("usage-cursor")?;
    for screen in ["usage", "packages", "bills", "renewals"] {
        window.visit(screen)?;
        window.type_text("j")?;
        window.press(Key::Enter)?;
        window.wait_until(
            "something is opened",
            "document.querySelector('aside') !== null || location.hash.includes('month=')",
        )?;
        camera.take(&format!("{screen}-opened"))?;
    }
    for (key, sheet) in [("p", "top-up"), ("b", "buy"), ("i", "import")] {
        window.visit("today")?;
        window.type_text(key)?;
        window.wait_until("a sheet is open", "document.querySelector('dialog[open]') !== null")?;
        match sheet {
            "top-up" => window.click_at("dialog [role=group] button")?,
            "buy" => window.click_at("dialog input[type=radio]")?,
            _ => {}
        }
        camera.take(sheet)?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
    }
    window.press(Key::F1)?;
    window.wait_until("the keys are listed", "document.querySelector('dialog[open] kbd') !== null")?;
    camera.take("keys")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    states(desk, camera)
}
