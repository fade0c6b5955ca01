//! Undo and redo across a restart, rows that are selected, and their menu, by keyboard, in the real window.

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

#[test]
fn rows_are_selected_and_their_menu_is_used_by_keyboard_alone() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
        }
        window.wait_for("link", "Packages")?;
        window.wait_until_quiet()?;
        window.type_text("3")?;
        window.wait_for_text("All packages")?;
        window.wait_until_quiet()?;
        window.type_text("j ")?;
        window.wait_for_text("One row of 6 is selected.")?;
        window.type_text("J")?;
        window.wait_for_text("2 rows of 6 are selected.")?;
        window
            .wait_until("they say so", "document.querySelectorAll('tr[aria-selected=true]').length === 2")?;
        window.assert_accessible("selected rows")?;
        window.screenshot(&format!("journey-rows-selected-{theme:?}"))?;

        window.press_with(&[Key::Shift], Key::F10.into())?;
        menu_is_there(&window)?;
        window.assert_accessible("the menu of a row")?;
        window.screenshot(&format!("journey-row-menu-{theme:?}"))?;
        window.resize(900, 640)?;
        window.screenshot(&format!("journey-row-menu-narrow-{theme:?}"))?;
        window.resize(1280, 800)?;
        if window.ask("document.querySelector('[role=menu]') === null", &[])? == true {
            window.press_with(&[Key::Shift], Key::F10.into())?;
            menu_is_there(&window)?;
        }
        window.press(Key::Escape)?;
        window.wait_until("the row has the focus again", "document.activeElement.matches('tbody tr')")?;
        window.type_text("x")?;
        window.wait_for("menuitem", "Save 2 rows as CSV")?;
        window.screenshot(&format!("journey-rows-export-{theme:?}"))?;
        window.press(Key::Escape)?;
        window.press(Key::Escape)?;
        window.wait_for_text("No row is selected.")?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn a_menu_opens_towards_the_reading_direction() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Packages")?;
    window.speak("ar")?;
    window.visit("packages")?;
    window.wait_until_quiet()?;
    window.type_text("j")?;
    window.press_with(&[Key::Shift], Key::F10.into())?;
    menu_is_there(&window)?;
    let stands = "(() => { const menu = document.querySelector('[role=menu]').getBoundingClientRect(); \
                  const row = document.querySelector('tbody tr:focus, tbody tr[tabindex=\"0\"]').getBoundingClientRect(); \
                  return menu.right <= row.right && menu.right > row.right - 60; })()";
    window.wait_until("it stands where its row begins", stands)?;
    window.assert_accessible("the menu of a row, Arabic")?;
    window.screenshot("journey-row-menu-ar")?;
    window.close()
}

fn menu_is_there(window: &Window) -> Outcome {
    window
        .wait_until("the menu has the focus", "document.activeElement.matches('[role=menu] [role=menuitem]')")
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
