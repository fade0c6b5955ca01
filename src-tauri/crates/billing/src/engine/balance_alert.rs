//! The balance alert: told when the line is crossed, again while it stays so, and when it is over (H-66, rulebook 7).

use crate::{
    Account, Event, Instant, Refusal,
    alert::{Measured, NoticeKind},
    engine::due::Phase,
    event::{Notice, What},
};

impl Account {
    /// When the alert next has something to say: now, when its episode does not agree with the money, or when it is told
    /// again.
    pub(super) fn balance_alert_step(&self) -> Option<(Instant, Phase)> {
        let alert = self.balance_alert.as_ref()?;
        let is_low = self.available_credit().is_ok_and(|value| value < alert.threshold);
        let at = match (is_low, &alert.episode) {
            (true, Some(episode)) => episode.next(&self.terms.policy.balance_alert)?,
            (true, None) | (false, Some(_)) => self.now,
            (false, None) => return None,
        };
        Some((at.max(self.now), Phase::Alerts))
    }

    pub(super) fn evaluate_balance_alert(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let Some(alert) = self.balance_alert else { return Ok(()) };
        let value = self.available_credit()?;
        let measured =
            Some(Measured::Spendable { value, threshold: alert.threshold, version: alert.version });
        let notice = |kind| What::Noticed(Notice { kind, package: None, charge: None, measured });
        if value < alert.threshold {
            let is_due = alert.episode.is_none_or(|episode| {
                episode.next(&self.terms.policy.balance_alert).is_some_and(|at| at <= self.now)
            });
            if is_due {
                self.record(What::BalanceFellLow { value }, events)?;
                self.record(notice(NoticeKind::BalanceLow), events)?;
            }
        } else if alert.episode.is_some() {
            self.record(What::BalanceRecovered { value }, events)?;
            self.record(notice(NoticeKind::BalanceRecovered), events)?;
        }
        Ok(())
    }
}
