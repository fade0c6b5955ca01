//! Undo and redo across a restart, by keyboard, in the real window.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme, Window};

#[test]
fn a_threshold_is_undone_done_again_and_undone_after_a_restart() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("100.00")?;
    window.wait_until_quiet()?;
    window.wait_until("there is nothing to undo", &disabled("There is nothing to undo"))?;
    set_line(&window, "50", "$50.00")?;
    window.wait_for("button", "Undo: balance alert at $50.00")?;
    window.screenshot("journey-undo-offered")?;

    window.press_with(&[Key::Control], 'z')?;
    window.wait_for_text("Undone: balance alert at $50.00. In force now: balance alert off.")?;
    window.wait_for("button", "Do again: balance alert at $50.00")?;
    window.wait_until("there is nothing to undo", &disabled("There is nothing to undo"))?;
    window.press_with(&[Key::Control, Key::Shift], 'Z')?;
    window.wait_for_text("Done again: balance alert at $50.00.")?;
    window.wait_for("button", "Undo: balance alert at $50.00")?;
    window.assert_accessible("undone and done again")?;
    window.close()?;
    assert_eq!(desk.tollbook(&["alert"])?["balance_alert"]["threshold"], "50.00");

    let window = desk.open(Theme::Dark)?;
    window.wait_for("button", "Undo: balance alert at $50.00")?;
    window.press_with(&[Key::Control], 'z')?;
    window.wait_for_text("Undone: balance alert at $50.00.")?;
    window.screenshot("journey-undone-after-a-restart")?;
    window.close()?;
    assert!(desk.tollbook(&["alert"])?["balance_alert"].is_null(), "the command line sees it, too");
    desk.tollbook(&["redo", "--yes"])?;
    assert_eq!(desk.tollbook(&["alert"])?["balance_alert"]["threshold"], "50.00");
    Ok(())
}

/// That a button of this name is there and says that it does nothing.
fn disabled(name: &str) -> String {
    format!(
        "document.querySelector('.top-bar button[aria-label=\"{name}\"]')?.getAttribute('aria-disabled') === 'true'"
    )
}

fn set_line(window: &Window, typed: &str, shown: &str) -> Outcome {
    window.visit("alerts")?;
    window.wait_until_quiet()?;
    window.type_text("a")?;
    window.wait_for("heading", "Balance alert")?;
    window.fill_in("Below (USD)", typed)?;
    window.click("button", &format!("Set the alert to {shown}"))?;
    window.wait_until_closed()
}
