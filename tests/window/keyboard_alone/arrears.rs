//! What is owed is paid by the rung that says how much and by when.

use chrono::TimeDelta;
use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme};

use crate::lived::{Past, lived};

#[test]
fn a_rung_opens_the_top_up_that_ends_the_arrears() -> Outcome {
    let desk = Desk::empty()?;
    lived(&desk, &Past { balance: 100, alert: None, calls: 75, ago: TimeDelta::days(4) })?;
    let keys = desk.open_by_keys(Theme::Light)?;
    keys.wait_for("link", "Usage")?;
    keys.go("usage")?;
    keys.reach_at(".arrears .do button")?;
    keys.press(Key::Enter)?;
    keys.wait_for("button", "Top up $0.50")?;
    keys.wait_for_text("Pays arrears")?;
    keys.screenshot("keys-arrears")?;
    keys.activate("button", "Top up $0.50")?;
    keys.wait_until_closed()?;
    keys.wait_until("the rail is gone", "!document.querySelector('.arrears')")?;
    // What opened the sheet has gone with the rail.
    keys.go("balance")?;
    keys.wait_for_text("If a settlement cannot be paid")?;
    keys.screenshot("arrears-before-the-fact")?;
    keys.close()?;
    let position = desk.tollbook(&["balance"])?;
    assert_eq!((&position["arrears"], &position["balance"]), (&"0.00".into(), &"0.00".into()), "{position}");
    Ok(())
}
