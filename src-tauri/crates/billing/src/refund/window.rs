//! The first days of a package, in which everything comes back (T-40 to T-42, H-135).

use chrono::{Datelike as _, TimeDelta};

use crate::{
    Account, Instant, Package, Refusal,
    policy::refund::{Allowance, RefundWindow, WindowDays},
    zone::Zone,
};

/// The first second that is too late.
///
/// ```
/// # use billing::{Terms, policy::refund::*, refund::window::closes_at, zone::parse_instant};
/// # let zone = Terms::example().policy.zone;
/// let mut window = RefundPolicy::unused_within(5, 1).window.unwrap();
/// let bought = parse_instant("2023-03-01T23:00:00+08:00")?;
/// assert_eq!(zone.format(closes_at(window, zone, (bought, bought))), "2023-03-07T00:00:00+08:00");
/// window.counted = WindowDays::Hours;
/// assert_eq!(zone.format(closes_at(window, zone, (bought, bought))), "2023-03-06T23:00:00+08:00");
/// # Ok::<(), billing::zone::NotAnInstant>(())
/// ```
#[must_use]
pub fn closes_at(window: RefundWindow, zone: Zone, (bought_at, starts_at): (Instant, Instant)) -> Instant {
    match window.counted {
        WindowDays::Calendar => zone.midnight(zone.date(bought_at) + TimeDelta::days(window.days + 1)),
        WindowDays::Hours => starts_at + TimeDelta::days(window.days),
    }
}

/// Whether a package comes back whole now: the window's end comes before the use, the use before the limit.
///
/// # Errors
/// [`Refusal::RefundWindowClosed`], [`Refusal::PackageUsed`], [`Refusal::RefundLimitReached`].
pub fn admits(account: &Account, package: &Package, window: RefundWindow) -> Result<(), Refusal> {
    let zone = account.terms.policy.zone;
    let starts_at = package.cycles.first().map_or(package.acquired_at, |cycle| cycle.starts_at);
    let closes_at = closes_at(window, zone, (package.acquired_at, starts_at));
    if closes_at <= account.now {
        return Err(Refusal::RefundWindowClosed { last_day: zone.date(closes_at - TimeDelta::seconds(1)) });
    }
    if window.only_unused && package.cycles.iter().any(|cycle| cycle.used > 0) {
        return Err(Refusal::PackageUsed);
    }
    if given_back(account, window.per) >= window.most as usize {
        return Err(Refusal::RefundLimitReached { most: window.most });
    }
    Ok(())
}

/// Packages that came back whole in the time of the allowance.
fn given_back(account: &Account, per: Allowance) -> usize {
    let year = |at| account.terms.policy.zone.date(at).year();
    let counted = account.packages.iter().filter(|package| package.refund_counted);
    let counts = |at| per == Allowance::Account || year(at) == year(account.now);
    counted.filter_map(|package| package.refunded_at).filter(|at| counts(*at)).count()
}

/// The rule that lets everything come back.
pub(super) const fn rule(window: RefundWindow) -> &'static str {
    match window.counted {
        WindowDays::Calendar => "T-43",
        WindowDays::Hours => "H-135",
    }
}
