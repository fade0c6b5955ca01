//! The balance alert kept silent for a time.

use app::alerts::LONGEST_SNOOZE;
use billing::{Command, Instant, zone::Zone};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::list;
use crate::{
    act::Acted,
    cli::Globals,
    exit::Exit,
    failure::Failure,
    session,
    text::{self, When},
};

/// Until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// It speaks again at once.
    Off,
    /// For so long.
    For(TimeDelta),
    /// Until then.
    Then(When),
}

/// Reads `12h`, `3d`, a day, an instant, or `off`.
pub fn parse(text: &str) -> Result<Until, String> {
    if text == "off" {
        return Ok(Until::Off);
    }
    let span = |number: &str, of: fn(i64) -> Option<TimeDelta>| {
        number.parse().ok().filter(|number| *number > 0).and_then(of)
    };
    let spans = [('h', TimeDelta::try_hours as fn(i64) -> Option<TimeDelta>), ('d', TimeDelta::try_days)];
    for (unit, of) in spans {
        if let Some(number) = text.strip_suffix(unit) {
            let wrong = || format!("`{text}` is no time such as 12h or 3d");
            return span(number, of).map(Until::For).ok_or_else(wrong);
        }
    }
    match When::parse(text) {
        Ok(When::Month(_)) | Err(_) => Err(format!(
            "`{text}` is not 12h, 3d, a day, an instant such as 2025-01-31T10:00:00+08:00, or off"
        )),
        Ok(when) => Ok(Until::Then(when)),
    }
}

impl Until {
    fn instant(self, zone: Zone, now: Instant) -> Result<Option<Instant>, Failure> {
        let last = now + LONGEST_SNOOZE;
        let until = match self {
            Self::Off => return Ok(None),
            Self::For(span) => now.checked_add_signed(span).unwrap_or(Instant::MAX_UTC),
            Self::Then(when) => when.span(zone).start,
        };
        let shown = |at| format!("{} {}", text::instant(zone, at), text::zone_name(zone));
        if until <= now {
            let failure = Failure::invalid(format!("{} has passed", shown(until)));
            return Err(failure.hint("give a time to come, such as 3d"));
        }
        if last < until {
            let failure = Failure::invalid(format!("an alert is snoozed until {} at most", shown(last)));
            return Err(failure.hint("`tollbook alert balance off` switches it off"));
        }
        Ok(Some(until))
    }
}

/// Keeps the balance alert silent, or lets it speak again.
pub async fn run(until: Until, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        if loaded.account.balance_alert.is_none() {
            let failure = Failure::new(Exit::Refused, "there is no balance alert");
            return Err(failure.hint("`tollbook alert balance AMOUNT` sets one"));
        }
        let zone = loaded.account.terms.policy.zone;
        let until = until.instant(zone, books.now().max(loaded.account.now))?;
        let command = Command::SnoozeBalanceAlert { until };
        let request_id = session::request_id()?;
        let plan = app::action::commit(books, loaded.header.id, "alert", &command, None, &request_id).await?;
        let acted = Acted { plan, committed: true };
        let own: Value = json!({ "balance_alert": list::balance_json(&acted.plan.after)? });
        let done = match until {
            Some(until) => format!(
                "The balance alert is snoozed until {} {}. Deadlines and arrears are told all the same.",
                text::instant(zone, until),
                text::zone_name(zone)
            ),
            None => "The balance alert may speak again.".to_owned(),
        };
        acted.print(globals, &loaded, own, &done)?;
        // What it has to say, it says now, not with the next command.
        session::current(books, globals).await?;
        Ok(Exit::Done)
    })
    .await
}
