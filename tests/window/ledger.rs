//! The books themselves, by keys alone: the journal, a transaction, the books derived again, a day as it was known.

use chrono::TimeDelta;
use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, GATEWAY, Key, Theme, now};

#[test]
fn the_books_are_read_verified_and_looked_back_at_by_keys() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    // Two hours ago, so that it is settled: 3 × 0.02.
    let log = desk.log("access.log", now() - TimeDelta::hours(2), 3)?;
    window.preview(&log, &desk.rules(GATEWAY)?)?;
    window.import("Import 3 calls")?;

    window.type_text("0")?;
    window.wait_for_text("The journal holds")?;
    window.wait_for_text("Settlement of passport-ocr · ap-southeast-1")?;
    window.screenshot("journey-ledger")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Assets:Balance")?;
    window.wait_for_text("Whole: hashed again, it gives the same hash, and its neighbours agree.")?;
    window.assert_accessible("transaction")?;
    window.screenshot("journey-ledger-transaction")?;
    window.press(Key::Escape)?;

    window.type_text("v")?;
    window.wait_for_text("Books are whole:")?;
    window.assert_accessible("verified")?;
    window.screenshot("journey-ledger-verified")?;
    assert_eq!(desk.tollbook(&["verify"])?["ok"], true);

    window.click("radio", "As known on a day")?;
    window.wait_for_text("As known now, the balance is $19.94.")?;
    window.assert_accessible("as known")?;
    window.screenshot("journey-ledger-known")?;
    let known = desk.tollbook(&["known", "2999-12-31"])?;
    assert_eq!(known["known"]["balance"], "19.94");
    window.type_text("[")?;
    window.wait_for_text("Nothing was known of this account on")?;
    window.type_text("t")?;
    window.wait_for_text("As known now")?;

    window.click("radio", "Journal")?;
    window.choose("Kind", "Settlements")?;
    window.wait_for_text("one transaction shown")?;
    window.close()
}
