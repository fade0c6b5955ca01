//! An account whose books have lived some days before the window opens.

use std::sync::Arc;

use app::{
    Books, action, away,
    books::Opening,
    clock::{Clock as _, ManualClock},
    due,
    import::{self, Request, Target},
    metering::{Input, Quiet},
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

/// Books of an account whose sources told of their first and of their last calls so many days ago.
pub fn told_by(desk: &Desk, sources: &[(&str, [i64; 2])]) -> Outcome {
    let rules = "[[rule]]\npath = \"/ocr\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";
    tokio::runtime::Runtime::new()?.block_on(async {
        let clock = Arc::new(ManualClock::at(now()));
        let books = Arc::new(Books::open(desk.data_dir(), None, Arc::<ManualClock>::clone(&clock)).await?);
        let opening = Opening {
            name: "Main".to_owned(),
            policy: "huawei-ocr-intl".to_owned(),
            currency: None,
            level: None,
            balance: Money::from_cents(5_000),
            opened_at: now() - TimeDelta::days(20),
            sample: false,
        };
        let id = books.open_account(&opening).await?;
        for (source, days) in sources {
            let line = |back: &i64| {
                let at =
                    (now() - TimeDelta::days(*back) - TimeDelta::hours(1)).format("%d/%b/%Y:%H:%M:%S +0000");
                format!("10.0.0.1 - - [{at}] \"POST /ocr HTTP/1.1\" 200 {back}\n")
            };
            let request = Request {
                target: Target::Account(id),
                input: Input::text(*source, days.iter().map(line).collect::<String>()),
                label: format!("{source}.log"),
                source: (*source).to_owned(),
                rules: Some(rules.to_owned()),
                rules_file: "rules.toml".to_owned(),
                zone: None,
                format: None,
            };
            let prepared = import::prepare(&books, request, Arc::new(Quiet)).await?;
            import::commit(&books, &prepared, source).await?;
        }
        books.ledger().close().await?;
        Ok(())
    })
}
