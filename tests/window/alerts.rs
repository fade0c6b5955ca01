//! Arrears and alerts in the real window: shown on every screen, paid, set, acknowledged, and told once after a pause.

use chrono::TimeDelta;
use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme, Window};

use crate::lived::{Past, lived, told_by};

const SCREENS: [&str; 6] = ["today", "usage", "packages", "balance", "bills", "alerts"];

/// The rail of an account that owes 0.50 since so long, on every screen, light and dark, wide and narrow.
fn look_at_arrears(stage: &str, ago: TimeDelta, says: &str) -> Outcome {
    let desk = Desk::empty()?;
    lived(&desk, &Past { balance: 100, alert: None, calls: 75, ago })?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        window.wait_for("link", "Usage")?;
        for screen in SCREENS {
            window.visit(screen)?;
            window.wait_for_text(says)?;
            window.screenshot(&format!("arrears-{stage}-{screen}-{theme:?}"))?;
        }
        window.resize(900, 640)?;
        window.visit("balance")?;
        window.wait_for_text(says)?;
        window.screenshot(&format!("arrears-{stage}-narrow-{theme:?}"))?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn arrears_open_every_screen_at_every_stage() -> Outcome {
    look_at_arrears("grace", TimeDelta::days(4), "Buying and renewing are refused until it is paid")?;
    look_at_arrears("frozen", TimeDelta::days(20), "Pay-per-use is refused; packages go on paying.")?;
    look_at_arrears("released", TimeDelta::days(40), "What it had is gone; $0.50 stays payable.")
}

#[test]
fn an_alert_is_set_fires_and_is_acknowledged() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    window.visit("alerts")?;
    window.wait_for_text("No alert is set, and nothing needs you.")?;
    window.screenshot("alerts-none")?;
    window.type_text("a")?;
    window.fill_in("Below (USD)", "30")?;
    window.wait_for_text("It is told at once: $20.00 is available, below $30.00.")?;
    window.screenshot("alerts-sheet")?;
    window.click("button", "Set the alert to $30.00")?;
    window.wait_until_closed()?;
    window.wait_for_text("What can be spent is below your line.")?;
    window.screenshot("alerts-fired")?;
    window.click("button", "Snooze for 7 days")?;
    window.wait_for_text("Nothing is told until")?;
    window.wait_for_text("Deadlines and arrears are told all the same.")?;
    window.assert_accessible("a snoozed alert")?;
    window.screenshot("alerts-snoozed")?;
    window.press_with(&[Key::Control], 'z')?;
    window.wait_for("button", "Snooze for 1 day")?;
    window.click("button", "Acknowledge the balance alert")?;
    window.wait_for_text("Nothing is told again until the line is crossed anew.")?;
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    window.wait_for("link", "Usage")?;
    window.visit("alerts")?;
    window.wait_for_text("$20.00 was available, below the line of $30.00.")?;
    window.screenshot("alerts-acknowledged-dark")?;
    window.resize(900, 640)?;
    window.screenshot("alerts-acknowledged-narrow")?;
    window.close()
}

#[test]
fn a_source_that_stopped_is_named_on_every_screen_and_what_lacks_it_is_marked() -> Outcome {
    let desk = Desk::empty()?;
    told_by(&desk, &[("edge", [16, 4]), ("gateway", [12, 0])])?;
    let window = desk.open(Theme::Light)?;
    window.wait_for_text("1 of 2 sources. Missing: edge since")?;
    window.visit("usage")?;
    window.wait_until("sums are marked", "document.querySelectorAll('.numbers .at-least').length === 4")?;
    window.assert_accessible("usage that lacks a source")?;
    window.screenshot("sources-usage")?;
    window.visit("today")?;
    window
        .wait_until("the bill is marked", "document.querySelectorAll('.numbers .at-least').length === 1")?;
    window.screenshot("sources-today")?;
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    window.wait_for("link", "Usage")?;
    window.visit("bills")?;
    window.wait_until("sums are marked", "document.querySelector('.at-least') !== null")?;
    window.resize(900, 640)?;
    window.screenshot("sources-bills-narrow")?;
    window.close()
}

#[test]
fn what_happened_while_the_window_was_closed_is_told_once() -> Outcome {
    let desk = Desk::empty()?;
    lived(&desk, &Past { balance: 1000, alert: Some(950), calls: 75, ago: TimeDelta::days(2) })?;
    let window = desk.open(Theme::Light)?;
    window.wait_for_text("While you were away")?;
    // 75 calls of 0.02 left 8.50: told at the settlement, and again after a day.
    window.wait_for_text("one settlement, $1.50.")?;
    window.wait_for_text("2 things were told.")?;
    window.screenshot("away")?;
    window.click("button", "Dismiss the summary")?;
    window.wait_until("the summary is gone", "!document.body.innerText.includes('While you were away')")?;
    window.close()?;

    let window: Window = desk.open(Theme::Dark)?;
    window.wait_for_text("Since you last looked")?;
    window.wait_until_quiet()?;
    assert_eq!(
        window.ask("document.body.innerText.includes('While you were away')", &[])?,
        false,
        "told once"
    );
    window.close()
}
