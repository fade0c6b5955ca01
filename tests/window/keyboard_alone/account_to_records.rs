//! An account is added and fed, its usage opened down to the records, a charge explained, an alert set.

use chrono::TimeDelta;
use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, GATEWAY, Key, Keys, Theme, now};

const ACCOUNT: &str = "Gateway";

#[test]
fn an_account_is_added_fed_looked_into_and_watched() -> Outcome {
    let desk = Desk::empty()?;
    desk.tollbook(&["account", "open", "Main", "--policy", "huawei-ocr-cn", "--balance", "1.00"])?;
    let keys = desk.open_by_keys(Theme::Light)?;
    keys.wait_for("link", "Usage")?;
    keys.wait_until_quiet()?;
    add_an_account(&keys)?;
    import_its_log(&desk, &keys)?;
    open_an_hour(&keys)?;
    explain_a_charge(&keys)?;
    set_an_alert(&keys)?;
    keys.close()?;

    let of_account = |words: &[&str]| desk.tollbook(&[words, &["--account", ACCOUNT]].concat());
    let hours = &of_account(&["usage", "--by", "hour"])?["buckets"];
    assert_eq!(hours.as_array().map(Vec::len), Some(2), "{hours}");
    assert_eq!((&hours[0]["billable"], &hours[0]["charged"]), (&50.into(), &"1.00".into()));
    let reasons = &of_account(&["explain", "unexpected"])?["settled"]["rows"];
    assert_eq!(reasons[0]["reasons"][0], "no_package", "{reasons}");
    let alert = &of_account(&["alert"])?["balance_alert"];
    assert_eq!((&alert["threshold"], &alert["state"]), (&"30.00".into(), &"fired".into()));
    // 20.00 were there; 50 calls and one that was pasted cost 0.02 each. The hour of the last may have been settled by now.
    let balance = of_account(&["balance"])?;
    let left = (balance["balance"].as_str(), balance["accrued"].as_str());
    assert!([(Some("19.00"), Some("0.02")), (Some("18.98"), Some("0.00"))].contains(&left), "{balance}");
    Ok(())
}

fn add_an_account(keys: &Keys) -> Outcome {
    keys.by_palette("open another", "Open another account")?;
    keys.fill_in("Name", ACCOUNT)?;
    keys.choose("Provider and rules", "Huawei Cloud OCR (China)")?;
    keys.choose("Provider and rules", "Huawei Cloud OCR")?;
    keys.fill_in("Cash on the account (USD)", "20.00")?;
    keys.screenshot("keys-account")?;
    keys.press(Key::Enter)?;
    keys.wait_until_closed()?;
    keys.wait_until("its window is open", "document.title.includes('Gateway')")
}

/// The file is named by its path; a line that is pasted is read, too.
fn import_its_log(desk: &Desk, keys: &Keys) -> Outcome {
    let log = desk.log("access.log", now() - TimeDelta::hours(2), 50)?;
    let line = std::fs::read_to_string(desk.log("line.log", now(), 1)?)?;
    let rules = desk.rules(GATEWAY)?;
    keys.go("usage")?;
    keys.wait_for_text("No usage has been imported yet.")?;
    keys.type_text("i")?;
    keys.fill_in("Path of a file or folder, or lines of a log", "access.log")?;
    keys.press(Key::Enter)?;
    keys.wait_for_text("Give the whole path, from / or ~ on")?;
    keys.fill_in("Path of a file or folder, or lines of a log", &log.to_string_lossy())?;
    keys.press(Key::Enter)?;
    keys.wait_for("button", "Leave out access.log")?;
    paste(keys, line.trim())?;
    keys.wait_for("button", "Leave out one pasted line")?;
    keys.choose("Which calls are what", "From a rules file")?;
    keys.fill_in("Rules file", &rules.to_string_lossy())?;
    keys.activate("button", "Preview")?;
    keys.wait_for_text("51 calls, $1.02 in all.")?;
    keys.screenshot("keys-import")?;
    keys.activate("button", "Import 51 calls")?;
    keys.wait_until_closed()?;
    keys.wait_until_quiet()
}

/// Through the clipboard, which is filled from the field itself.
fn paste(keys: &Keys, line: &str) -> Outcome {
    keys.fill_in("Path of a file or folder, or lines of a log", line)?;
    keys.press_with(&[Key::Control], 'a')?;
    keys.press_with(&[Key::Control], 'x')?;
    keys.press_with(&[Key::Control], 'v')
}

fn open_an_hour(keys: &Keys) -> Outcome {
    keys.wait_for_text("passport-ocr")?;
    keys.type_text("j")?;
    keys.press(Key::Enter)?;
    keys.wait_for("button", "Show only this")?;
    // The newest hour is not settled yet; the one before it is.
    keys.reach_at("aside li:nth-child(2) summary")?;
    keys.press(Key::Enter)?;
    keys.wait_for_text("access.log, pasted lines ·")?;
    keys.screenshot("keys-hour")?;
    keys.reach_at("aside li:nth-child(2) dd button[data-why]")?;
    keys.type_text("?")?;
    keys.wait_for_text("Why:")?;
    keys.press(Key::Escape)?;
    keys.wait_until(
        "the hours are back",
        "document.activeElement.closest('aside summary, aside li') !== null",
    )?;
    keys.press(Key::Escape)?;
    keys.wait_until("the hours are closed", "!document.querySelector('aside')")?;
    keys.wait_until("the row has the focus again", "document.activeElement.matches('tbody tr')")
}

fn explain_a_charge(keys: &Keys) -> Outcome {
    keys.wait_for_text("There was no package, and pay-per-use was on.")?;
    keys.wait_for_text("Rule H-80 · Arrears")?;
    keys.wait_for_text("passport-1k would have paid: it holds 1,000 calls for $18.00.")?;
    keys.type_text("w")?;
    let in_reasons = "document.activeElement.matches('#unexpected ~ * tbody tr')";
    keys.wait_until("a row of the reasons has the focus", in_reasons)?;
    keys.screenshot("journey-reasons")?;
    keys.type_text("?")?;
    keys.wait_for_text("Why: Calls")?;
    keys.press(Key::Escape)?;
    keys.wait_until("the reasons are back", in_reasons)?;
    // Compared from the keyboard, and left again.
    keys.activate("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
    keys.wait_for("radio", "passport-1k")?;
    keys.press(Key::Escape)?;
    keys.wait_until_closed()
}

fn set_an_alert(keys: &Keys) -> Outcome {
    keys.go("alerts")?;
    keys.wait_for_text("No alert is set, and nothing needs you.")?;
    keys.type_text("a")?;
    keys.fill_in("Below (USD)", "30")?;
    keys.wait_for_text("is available, below $30.00.")?;
    keys.screenshot("keys-alert")?;
    keys.press(Key::Enter)?;
    keys.wait_until_closed()?;
    keys.wait_for_text("What can be spent is below your line.")?;
    keys.activate("button", "Acknowledge the balance alert")?;
    keys.wait_for_text("Nothing is told again until the line is crossed anew.")
}
