//! An account whose books have lived some days before the window opens.

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
use tollbook_tests::window::{Desk, now};

/// How an account lived before the window is opened: what it had, what it was charged, and how long ago.
pub struct Past {
    pub balance: i64,
    pub alert: Option<i64>,
    pub calls: u64,
    pub ago: TimeDelta,
}

/// Books whose account was looked at then, and by nobody since.
pub fn lived(desk: &Desk, past: &Past) -> Outcome {
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
