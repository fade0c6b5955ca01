//! The month of a bill, in the provider's zone, and how far it has come (H-92, H-94).

use chrono::TimeDelta;

use crate::{Instant, policy::Policy, zone::Month};

/// Which bill a movement belongs to: by usage time, except that last month's usage whose money moves after the
/// policy's day belongs to the month in which it moves (H-92).
#[must_use]
pub fn month_of(policy: &Policy, spent_at: Instant, moved_at: Instant) -> Month {
    let (spent, moved) = (policy.zone.month(spent_at), policy.zone.month(moved_at));
    let Some(until_day) = policy.bill.last_month_until_day else { return spent };
    let late = policy.zone.month_day(spent.next(), until_day + 1);
    if spent == moved || moved_at < late { spent } else { moved }
}

/// How far a bill has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillStatus {
    /// Its month is not over.
    Open,
    /// Its month is over; late movements may still come.
    Settling,
    /// Nothing changes any more.
    Final,
}

impl BillStatus {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Settling => "settling",
            Self::Final => "final",
        }
    }
}

/// The status of a month's bill at an instant (H-94).
#[must_use]
pub fn status_at(policy: &Policy, month: Month, now: Instant) -> BillStatus {
    if now < policy.zone.month_start(month.next()) {
        BillStatus::Open
    } else if now < final_at(policy, month) {
        BillStatus::Settling
    } else {
        BillStatus::Final
    }
}

/// When a month's bill becomes final.
#[must_use]
pub fn final_at(policy: &Policy, month: Month) -> Instant {
    policy.zone.month_day(month.next(), policy.bill.final_on_day)
}

/// From when on a final bill may be exported.
#[must_use]
pub fn exportable_at(policy: &Policy, month: Month) -> Instant {
    let (day, hour) = policy.bill.exportable_from;
    policy.zone.month_day(month.next(), day) + TimeDelta::hours(hour.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Terms, zone::parse_instant};

    #[test]
    fn last_months_usage_moves_to_this_month_after_its_first_day() {
        let policy = Terms::example().policy;
        let month = |spent: &str, moved: &str| {
            month_of(&policy, parse_instant(spent).unwrap(), parse_instant(moved).unwrap()).to_string()
        };
        let june = "2025-06-30T23:00:00+08:00";
        assert_eq!(month(june, "2025-06-30T23:59:59+08:00"), "2025-06");
        assert_eq!(month(june, "2025-07-01T23:59:59+08:00"), "2025-06");
        assert_eq!(month(june, "2025-07-02T00:00:00+08:00"), "2025-07");
        assert_eq!(month("2025-04-30T23:00:00+08:00", "2025-07-01T10:00:00+08:00"), "2025-07", "long late");
        assert_eq!(month("2025-07-01T00:00:00+08:00", "2025-07-01T01:00:00+08:00"), "2025-07");
    }

    #[test]
    fn a_bill_is_final_on_the_third() {
        let policy = Terms::example().policy;
        let status = |now: &str| {
            status_at(&policy, Month { year: 2025, month: 12 }, parse_instant(now).unwrap()).code()
        };
        assert_eq!(status("2025-12-31T23:59:59+08:00"), "open");
        assert_eq!(status("2026-01-01T00:00:00+08:00"), "settling");
        assert_eq!(status("2026-01-03T00:00:00+08:00"), "final");
        let exportable = exportable_at(&policy, Month { year: 2025, month: 12 });
        assert_eq!(exportable, parse_instant("2026-01-04T10:00:00+08:00").unwrap(), "H-94");
    }
}
