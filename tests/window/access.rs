//! Everything can be used by everybody: axe-core finds nothing on any screen or sheet, light or dark.

use tollbook_tests::Outcome;
use tollbook_tests::place::workspace_root;
use tollbook_tests::window::{Desk, Key, Theme, WHOLE_SERVER, Window};

const SCREENS: [&str; 12] = [
    "today", "usage", "packages", "balance", "bills", "renewals", "alerts", "costs", "ledger", "accounts",
    "account", "settings",
];

#[test]
fn the_first_start_is_accessible() -> Outcome {
    for theme in [Theme::Light, Theme::Dark] {
        let desk = Desk::empty()?;
        let window = desk.open(theme)?;
        window.wait_for("button", "Start empty")?;
        window.assert_accessible(&format!("first start, {theme:?}"))?;
        window.click("button", "Start empty")?;
        window.assert_accessible(&format!("new account, {theme:?}"))?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn every_screen_of_a_full_account_is_accessible() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
        }
        screens(&window, &format!("demo, {theme:?}"))?;
        details(&window, &format!("demo, {theme:?}"))?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn every_sheet_is_accessible() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
        }
        sheets(&desk, &window, &format!("{theme:?}"))?;
        window.close()?;
    }
    Ok(())
}

/// Of the languages other than English the one that differs most: written from right to left, in letters of its own.
#[test]
fn every_screen_is_accessible_in_arabic() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
            window.wait_for("link", "Usage")?;
        }
        window.speak("ar")?;
        assert_eq!(window.ask("document.documentElement.dir", &[])?, "rtl");
        let what = format!("Arabic, {theme:?}");
        screens(&window, &what)?;
        window.visit("today")?;
        for key in ["p", "b", "i"] {
            window.type_text(key)?;
            window.wait_until("a sheet is open", "document.querySelector('dialog[open]') !== null")?;
            window.assert_accessible(&format!("sheet of the key {key}, {what}"))?;
            close(&window)?;
        }
        window.press(Key::F1)?;
        window.wait_until("the keys are listed", "document.querySelector('dialog[open] kbd') !== null")?;
        window.assert_accessible(&format!("keys, {what}"))?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn every_screen_of_an_empty_account_and_of_one_that_owes_is_accessible() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.open_account("1.00")?;
            screens(&window, "empty, Light")?;
            let log = workspace_root().join("tests/import/apache-access-300.log");
            window.preview(&log, &desk.rules(WHOLE_SERVER)?)?;
            window.import("Import 246 calls")?;
        }
        screens(&window, &format!("owing, {theme:?}"))?;
        window.visit("usage")?;
        window.click("button", "Undo the import of apache-access-300.log")?;
        window.wait_for("heading", "Undo this import?")?;
        window.assert_accessible(&format!("undo, {theme:?}"))?;
        close(&window)?;
        window.close()?;
    }
    Ok(())
}

fn screens(window: &Window, what: &str) -> Outcome {
    for screen in SCREENS {
        window.visit(screen)?;
        window.assert_accessible(&format!("{screen}, {what}"))?;
    }
    Ok(())
}

fn details(window: &Window, what: &str) -> Outcome {
    window.visit("today")?;
    window.type_text("v?")?;
    window.wait_for_text("Why: Spendable now")?;
    window.assert_accessible(&format!("why, {what}"))?;
    window.visit("usage")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for("button", "Show only this")?;
    window.click_at("aside summary")?;
    window.assert_accessible(&format!("hours, {what}"))?;
    window.visit("packages")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Deductions")?;
    window.assert_accessible(&format!("package, {what}"))?;
    window.visit("bills")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.click("button", "Show days")?;
    window.assert_accessible(&format!("bill, {what}"))?;
    window.visit("ledger")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Whole: hashed again")?;
    window.assert_accessible(&format!("transaction, {what}"))?;
    window.visit("ledger")?;
    window.click("radio", "As known on a day")?;
    window.wait_for_text("As known now")?;
    window.assert_accessible(&format!("as known, {what}"))
}

fn sheets(desk: &Desk, window: &Window, what: &str) -> Outcome {
    window.visit("today")?;
    window.type_text("p")?;
    window.fill_in("Amount (USD)", "612.00")?;
    window.wait_for("button", "Top up $612.00")?;
    window.assert_accessible(&format!("top up, {what}"))?;
    close(window)?;
    window.type_text("b")?;
    window.wait_for("combobox", "Region")?;
    window.click_at("dialog input[type=radio]")?;
    window.wait_for_text("What it leaves")?;
    window.assert_accessible(&format!("buy, {what}"))?;
    close(window)?;
    let log = workspace_root().join("tests/import/apache-access-300.log");
    window.preview(&log, &desk.rules(WHOLE_SERVER)?)?;
    window.assert_accessible(&format!("import, {what}"))?;
    close(window)?;
    window.press(Key::F1)?;
    window.wait_for("heading", "Keys")?;
    window.assert_accessible(&format!("keys, {what}"))?;
    close(window)
}

fn close(window: &Window) -> Outcome {
    window.press(Key::Escape)?;
    window.wait_until_closed()
}
