//! Arrears and alerts in the real window: shown on every screen, paid, set, acknowledged, and told once after a pause.

use std::sync::Arc;

use app::{
    Books, action, away,
    books::Opening,
    clock::{Clock as _, ManualClock},
    due,
};
use billing::{Command, Money, ResourceKey, Usage};
use chrono::TimeDelta;
use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Theme, Window, now};

const SCREENS: [&str; 6] = ["today", "usage", "packages", "balance", "bills", "alerts"];

/// How an account lived before the window is opened: what it had, what it was charged, and how long ago.
struct Past {
    balance: i64,
    alert: Option<i64>,
    calls: u64,
    ago: TimeDelta,
}

/// Books whose account was looked at then, and by nobody since.
fn lived(desk: &Desk, past: &Past) -> Outcome {
    tokio::runtime::Runtime::new()?.block_on(async {
        let clock = Arc::new(ManualClock::at(now() - past.ago));
        let books = Books::open(desk.data_dir(), None, Arc::<ManualClock>::clone(&clock)).await?;
        let opening = Opening {
            name: "Main".to_owned(),
            policy: "huawei-ocr-intl".to_owned(),
            currency: None,
            level: None,
            balance: Money::from_cents(past.balance),
            opened_at: clock.now(),
            sample: false,
        };
        let id = books.open_account(&opening).await?;
        let passport = ResourceKey::new("passport-ocr", "ap-southeast-1");
        let calls = Usage::calls(&passport.service, &passport.region, clock.now(), past.calls);
        let alert =
            past.alert.map(|cents| Command::SetBalanceAlert { threshold: Some(Money::from_cents(cents)) });
        let commands = [Command::Enable { resource: passport, since: None }, Command::Use(calls)];
        for (number, command) in commands.iter().chain(&alert).enumerate() {
            action::commit(&books, id, "life", command, None, &number.to_string()).await?;
        }
        away::look(&books, id).await?;
        clock.set(clock.now() + TimeDelta::hours(1));
        due::run(&books, id).await?;
        books.close().await?;
        Ok(())
    })
}

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
fn a_rung_opens_the_top_up_that_ends_the_arrears() -> Outcome {
    let desk = Desk::empty()?;
    lived(&desk, &Past { balance: 100, alert: None, calls: 75, ago: TimeDelta::days(4) })?;
    let window = desk.open(Theme::Light)?;
    window.wait_for("link", "Usage")?;
    window.visit("usage")?;
    window.click_at(".arrears .do button")?;
    window.click("button", "Top up $0.50")?;
    window.wait_until_closed()?;
    window.wait_until("the rail is gone", "!document.querySelector('.arrears')")?;
    window.visit("balance")?;
    window.wait_for_text("If a settlement cannot be paid")?;
    window.screenshot("arrears-before-the-fact")?;
    window.close()
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
