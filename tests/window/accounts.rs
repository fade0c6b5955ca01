//! Several accounts in the real window, by keyboard alone: one is added and its log imported, the one that is harmed first is
//! switched to, one is renamed.

use tollbook_tests::window::{Desk, GATEWAY, Key, Owes, Theme, Window, now};
use tollbook_tests::{Failure, Outcome};

/// So many steps of the tab key go around any sheet.
const ROUND: usize = 80;

#[test]
fn an_account_is_added_and_its_log_imported_by_keyboard() -> Outcome {
    let desk = Desk::empty()?;
    desk.tollbook(&["account", "open", "Main", "--balance", "20.00"])?;
    let window = desk.open(Theme::Light)?;
    window.wait_for("link", "Usage")?;
    window.wait_until_quiet()?;

    window.type_text("gn")?;
    window.wait_for_text("Nothing goes wrong in any account in the next 30 days.")?;
    window.wait_for_text("This is the only account in these books.")?;
    window.screenshot("journey-accounts-one")?;
    reach(&window, "Open another account…")?;
    window.press(Key::Enter)?;
    window.wait_until("the name has the focus", "document.activeElement.matches('dialog input')")?;
    window.press_with(&[Key::Control], 'a')?;
    window.type_text("OCR prod")?;
    reach(&window, "Cash on the account (USD)")?;
    window.press_with(&[Key::Control], 'a')?;
    window.type_text("1.00")?;
    window.press(Key::Enter)?;
    window.wait_until_closed()?;
    window.wait_until("the new account is open", "document.title.includes('OCR prod')")?;

    // 80 calls of two hours ago at 0.02 cost 1.60.
    let log = desk.log("access.log", now() - chrono::TimeDelta::hours(2), 80)?;
    let rules = desk.rules(GATEWAY)?;
    window.type_text("gu")?;
    window.wait_for_text("No usage")?;
    window.type_text("i")?;
    window.wait_for("heading", "Import usage")?;
    window.drop_files(&[&log])?;
    reach(&window, "Which calls are what")?;
    window.choose("Which calls are what", "From a rules file")?;
    reach(&window, "Rules file")?;
    window.type_text(&rules.to_string_lossy())?;
    reach(&window, "Preview")?;
    window.press(Key::Enter)?;
    window.wait_for("button", "Import 80 calls")?;
    reach(&window, "Import 80 calls")?;
    window.press(Key::Enter)?;
    window.wait_until_closed()?;
    window.wait_until_quiet()?;

    window.type_text("gn")?;
    window.wait_for_text("First: OCR prod")?;
    window.wait_for_text("$0.60 is owed, and the time to pay it ends")?;
    window.screenshot("journey-accounts-two")?;
    window.close()?;
    let listed = desk.tollbook(&["accounts"])?;
    assert_eq!(listed["accounts"][0]["name"], "OCR prod");
    assert_eq!(listed["accounts"][0]["next"]["kind"], "arrears");
    Ok(())
}

#[test]
fn the_account_that_is_harmed_first_is_switched_to_and_renamed_by_keyboard() -> Outcome {
    let desk = Desk::empty()?;
    desk.tollbook(&["account", "open", "Calm", "--balance", "500.00"])?;
    desk.school(Owes::Grace)?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        window.wait_for("link", "Usage")?;
        window.wait_until_quiet()?;
        // The last choice of a window that is closed within the second may be lost: the engine writes it down later.
        if theme == Theme::Light {
            window.wait_until("the calm one is open", "document.title.includes('Calm')")?;
        }
        window.type_text("gn")?;
        window.wait_for_text("is owed, and the time to pay it ends")?;
        window.assert_accessible(&format!("accounts, {theme:?}"))?;
        // The first row is the one that is harmed first.
        window.type_text("j")?;
        window.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
        if theme == Theme::Dark {
            window.close()?;
            continue;
        }
        window.type_text("?")?;
        window.wait_for_text("Why: Time to harm")?;
        window.press(Key::Escape)?;
        window.wait_until("the reason is closed", "!document.querySelector('aside')")?;
        window.type_text("j")?;
        window.press(Key::Down)?;
        window.wait_until(
            "the calm row has the focus",
            "document.activeElement.textContent.includes('Calm')",
        )?;
        window.press(Key::F2)?;
        window.wait_for("heading", "Rename Calm?")?;
        window.assert_accessible("rename")?;
        window.press_with(&[Key::Control], 'a')?;
        window.type_text("School")?;
        window.press(Key::Enter)?;
        window.wait_for_text("already")?;
        window.press_with(&[Key::Control], 'a')?;
        window.type_text("Calm water")?;
        window.press(Key::Enter)?;
        window.wait_until_closed()?;
        window.wait_for_text("Calm is called Calm water now.")?;
        window.type_text("gtgn")?;
        window.wait_for_text("is owed, and the time to pay it ends")?;
        window.wait_until_quiet()?;
        window.type_text("j")?;
        window.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
        window.press(Key::Enter)?;
        window.wait_until("the school is open", "document.title.includes('School')")?;
        window.wait_until("on Today", "location.hash.startsWith('#/today')")?;
        // Back to the calm one.
        window.press_with(&[Key::Control], 'k')?;
        window.wait_until(
            "the palette is open",
            "document.activeElement.getAttribute('role') === 'combobox'",
        )?;
        window.type_text("switch to calm")?;
        window.wait_for_text("Opens the books of Calm water")?;
        window.press(Key::Enter)?;
        window.wait_until("the calm one is open", "document.title.includes('Calm water')")?;
        window.close()?;
    }
    Ok(())
}

/// Goes on with the tab key until what has this name has the focus.
fn reach(window: &Window, name: &str) -> Outcome {
    let is_reached = format!(
        "(() => {{ const one = document.activeElement; const names = [one.getAttribute('aria-label'), one.textContent, \
         ...[...(one.labels ?? [])].map((label) => label.textContent)]; \
         return names.some((found) => (found ?? '').replace(/\\s+/g, ' ').trim() === {}); }})()",
        serde_json::Value::from(name)
    );
    for _ in 0..ROUND {
        if window.ask(&is_reached, &[])? == serde_json::Value::Bool(true) {
            return Ok(());
        }
        window.press(Key::Tab)?;
    }
    Err(Failure::new(format!("the tab key does not reach `{name}`")))
}
