//! Automatic renewals walked through before they come.

use billing::{Account, Package, Refusal, engine::rehearsal::Rehearsed};
use chrono::TimeDelta;

/// Every automatic renewal up to the last end that is paid for now, as the engine itself will try them.
///
/// # Errors
/// [`Refusal::TooLarge`] when a figure leaves the range that can be kept exactly.
pub fn rehearse(account: &Account) -> Result<Vec<Rehearsed>, Refusal> {
    let days_after = account.terms.policy.package.auto_renewal.days_after;
    let renewing =
        account.packages.iter().filter(|package| package.auto_renew.is_some() && !package.is_gone());
    let last = renewing.map(Package::valid_to).max();
    let until = last.map(|end| end + TimeDelta::days(i64::from(days_after) + 1));
    until.map_or_else(|| Ok(Vec::new()), |until| account.rehearse_renewals(until))
}
