//! A school whose books have lived some days before the window opens: what happens in them by the clock cannot be waited for.

use std::sync::Arc;

use app::{Books, action, books::Opening, clock::ManualClock, due, ledger::AccountId};
use billing::{Command, Instant, Money, ResourceKey, zone::Zone};
use chrono::TimeDelta;

use super::{Desk, now};
use crate::{Failure, Outcome};

/// How far the arrears of the school have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owes {
    /// It owes nothing.
    Nothing,
    /// There is still time to pay (T-26).
    Grace,
    /// Everything stands still (T-27).
    Suspended,
}

impl Desk {
    /// Books with an account of five applications: maths runs, music has used its package up, history has none, physics was
    /// disabled, and art was banned. Owing, music ran on as overage that cannot be paid.
    pub fn school(&self, owes: Owes) -> Outcome {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        runtime.block_on(live(self, owes)).map_err(|error| Failure::new(error.to_string()))
    }
}

async fn live(desk: &Desk, owes: Owes) -> Result<(), Box<dyn std::error::Error>> {
    let taught_at = taught_at(owes)?;
    let clock = Arc::new(ManualClock::at(taught_at - TimeDelta::days(2)));
    let books = Books::open(desk.data_dir(), None, Arc::<ManualClock>::clone(&clock)).await?;
    let opening = Opening {
        name: "School".to_owned(),
        policy: "tencent-lcic".to_owned(),
        level: None,
        currency: None,
        balance: Money::from_cents(if owes == Owes::Nothing { 35_000 } else { 20_000 }),
        opened_at: taught_at - TimeDelta::days(2),
        sample: false,
    };
    let id = books.open_account(&opening).await?;
    for command in founded(owes) {
        act(&books, id, &command).await?;
    }
    clock.set(taught_at);
    for (application, class, seconds) in [("maths", "m-1", 108_030), ("music", "c-1", 720_000)] {
        let (resource, class) = (key(application), class.to_owned());
        act(&books, id, &Command::StartClass { resource: resource.clone(), class: class.clone() }).await?;
        act(&books, id, &Command::FinishClass { resource, class, seconds }).await?;
    }
    if owes == Owes::Nothing {
        act(&books, id, &Command::StartClass { resource: key("maths"), class: "algebra".to_owned() }).await?;
    }
    clock.set(now());
    due::run(&books, id).await?;
    books.close().await?;
    Ok(())
}

/// When classes were held: long enough ago that what cannot be paid of them has led as far as it shall.
fn taught_at(owes: Owes) -> Result<Instant, Box<dyn std::error::Error>> {
    let zone = Zone::east(8 * 3600).ok_or("eight hours are less than a day")?;
    let noon = zone.at(zone.date(now()), 12);
    // A day is posted at noon of the next one (T-21).
    let posted = if noon <= now() { noon } else { noon - TimeDelta::days(1) };
    let days = if owes == Owes::Suspended { 3 } else { 1 };
    Ok(posted - TimeDelta::days(days))
}

fn founded(owes: Owes) -> Vec<Command> {
    let made = ["maths", "music", "history", "physics", "art"]
        .map(|name| Command::Enable { resource: key(name), since: None });
    let bought = ["maths", "music"].map(|name| Command::Buy {
        sku: "lcic-monthly-10k".to_owned(),
        application: Some(name.to_owned()),
        starts_at: None,
        auto_renew: false,
    });
    let mut commands: Vec<_> = made.into_iter().chain(bought).collect();
    commands.push(Command::Disable { resource: key("physics") });
    commands.push(Command::Ban { resource: key("art") });
    commands.push(Command::SetOverage { resource: key("music"), on: owes != Owes::Nothing });
    commands
}

fn key(application: &str) -> ResourceKey {
    ResourceKey::application("lcic", application)
}

async fn act(books: &Books, id: AccountId, command: &Command) -> Result<(), app::AppError> {
    action::commit(books, id, "school", command, None, &format!("{command:?}")).await?;
    Ok(())
}
