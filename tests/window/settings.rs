//! What is chosen about the window takes effect at once, and is kept.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme};

#[test]
fn another_language_is_spoken_at_once_and_after_the_next_start() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    window.press_with(&[Key::Control], ',')?;
    window.wait_for_text("What is chosen here concerns this window alone.")?;
    window.screenshot("journey-settings")?;
    window.choose("Language of the window", "Português (Brasil)")?;
    window.wait_for("link", "Faturas")?;
    window.wait_for_text("O que se escolhe aqui vale só para esta janela.")?;
    window.screenshot("journey-settings-pt")?;
    window.choose("Idioma da janela", "العربية")?;
    window.wait_until("it is written from the right", "document.documentElement.dir === 'rtl'")?;
    window.assert_accessible("settings, Arabic")?;
    window.screenshot("journey-settings-ar")?;
    window.close()?;

    let window = desk.open(Theme::Light)?;
    window.wait_until("Arabic is still spoken", "document.documentElement.lang === 'ar'")?;
    window.close()
}

#[test]
fn the_window_is_zoomed_by_keys() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Dark)?;
    window.open_account("20.00")?;
    window.press_with(&[Key::Control], ',')?;
    window.wait_for_text("Height of rows")?;
    let width = "innerWidth";
    let before = window.ask(width, &[])?.as_i64();
    window.press_with(&[Key::Control], '+')?;
    window.wait_until("everything is larger", &format!("innerWidth < {}", before.unwrap_or_default()))?;
    window.screenshot("journey-settings-zoomed")?;
    window.press_with(&[Key::Control], '0')?;
    window.wait_until(
        "everything has its usual size",
        &format!("innerWidth === {}", before.unwrap_or_default()),
    )?;
    window.click("radio", "Compact")?;
    window.wait_until("rows are lower", "document.documentElement.dataset.rows === 'compact'")?;
    window.close()
}
