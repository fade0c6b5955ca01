//! The balance alert: told when the line is crossed, again while it stays so, and when it is over (H-66, rulebook 7).

use chrono::TimeDelta;

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
        let is_low = self.alert_value().is_ok_and(|value| value < alert.threshold);
        let at = match (is_low, &alert.episode) {
            (true, Some(_)) => alert.next(&self.terms.policy.balance_alert),
            (true, None) | (false, Some(_)) => Some(self.now),
            (false, None) => None,
        };
        let own = at.map(|at| (at.max(self.now), Phase::Alerts));
        own.into_iter().chain(self.voucher_turn()).min()
    }

    /// When a voucher next begins or ends to count (Z-07).
    fn voucher_turn(&self) -> Option<(Instant, Phase)> {
        let counting = self.vouchers.iter().filter(|voucher| voucher.spendable().is_positive());
        let turns = counting
            .flat_map(|voucher| [voucher.terms.valid_from, voucher.terms.valid_to + TimeDelta::seconds(1)]);
        turns.map(|at| (at, Phase::Alerts)).filter(|turn| (self.now, self.phase) < *turn).min()
    }

    pub(super) fn evaluate_balance_alert(&mut self, events: &mut Vec<Event>) -> Result<(), Refusal> {
        let Some(alert) = self.balance_alert else { return Ok(()) };
        let value = self.alert_value()?;
        let measured =
            Some(Measured::Spendable { value, threshold: alert.threshold, version: alert.version });
        let notice = |kind| What::Noticed(Notice { kind, package: None, charge: None, measured });
        if value < alert.threshold {
            let next = alert.next(&self.terms.policy.balance_alert);
            if alert.episode.is_none() || next.is_some_and(|at| at <= self.now) {
                self.record(What::BalanceFellLow { value }, events)?;
                if !alert.is_snoozed(self.now) {
                    self.record(notice(NoticeKind::BalanceLow), events)?;
                }
            }
        } else if let Some(episode) = alert.episode {
            self.record(What::BalanceRecovered { value }, events)?;
            // Of what nobody was told, nobody is told that it is over.
            if episode.told > 0 {
                self.record(notice(NoticeKind::BalanceRecovered), events)?;
            }
        }
        Ok(())
    }
}
