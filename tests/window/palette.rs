//! The palette does everything by typing, and pays nothing: by keyboard alone, in both themes, also from right to left.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme, Window};

#[test]
fn the_palette_finds_fills_in_and_gives_the_focus_back() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
        }
        window.wait_for("link", "Usage")?;
        window.visit("packages")?;
        window.type_text("j")?;
        window.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
        open(&window)?;
        window.assert_accessible(&format!("palette, {theme:?}"))?;
        window.screenshot(&format!("palette-{theme:?}").to_lowercase())?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
        window.wait_until("the row has the focus again", "document.activeElement.matches('tbody tr')")?;
        amounts(&window, theme)?;
        names(&window)?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn the_palette_fits_a_small_window_and_one_that_reads_from_right_to_left() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Usage")?;
    window.resize(900, 640)?;
    window.ask("(document.documentElement.dir = 'rtl')", &[])?;
    open(&window)?;
    window.type_text("renew")?;
    window
        .wait_until("there is something to renew", "document.querySelectorAll('[role=option]').length > 0")?;
    window.screenshot("palette-rtl-900")?;
    let inside = "(() => { const box = document.querySelector('dialog').getBoundingClientRect(); \
                  return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; })()";
    assert_eq!(window.ask(inside, &[])?, true, "the palette lies within the window");
    window.close()
}

fn open(window: &Window) -> Outcome {
    window.press_with(&[Key::Control], 'k')?;
    window.wait_until(
        "the palette has the focus",
        "document.activeElement.getAttribute('role') === 'combobox'",
    )?;
    window.wait_until_quiet()
}

fn amounts(window: &Window, theme: Theme) -> Outcome {
    open(window)?;
    window.type_text("top up 84.20")?;
    window.wait_for_text("Opens “Top up” with $84.20")?;
    window.screenshot(&format!("palette-amount-{theme:?}").to_lowercase())?;
    window.press(Key::Enter)?;
    // It is filled in and previewed; the money stays where it is until this button is pressed.
    window.wait_for("button", "Top up $84.20")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()
}

fn names(window: &Window) -> Outcome {
    open(window)?;
    window.type_text("go balance")?;
    window.press(Key::Enter)?;
    window.wait_until("the balance is open", "location.hash.startsWith('#/balance')")?;
    open(window)?;
    window.type_text("bill 1999-03")?;
    window.wait_for_text("There is no bill for March 1999.")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()
}
