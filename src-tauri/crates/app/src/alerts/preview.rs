//! What a rule would do if it were set now, found by setting it on a copy.

use billing::{Account, Event, ResourceKey, alert, event::What};

use crate::error::AppError;

/// What happens when a rule is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// It is told at once.
    pub at_once: bool,
    /// It is told with the next call that a package pays.
    pub with_next_call: bool,
    /// An alert that had fired is armed again, or what was acknowledged is told anew.
    pub arms_again: bool,
}

/// What follows from an account as it stands after a rule was set; `before` is the account before.
///
/// # Errors
/// [`AppError::Refused`] beyond the range of cents.
pub fn outcome(
    before: &Account,
    after: &Account,
    resource: Option<&ResourceKey>,
) -> Result<Outcome, AppError> {
    let Some(key) = resource else { return of_balance(before, after) };
    let id = after.find_resource(key);
    let percents: Vec<u32> = id
        .and_then(|id| after.resource(id))
        .and_then(|known| known.alert)
        .map(|alert| alert.percent)
        .into_iter()
        .collect();
    let cycles = |account: &Account| {
        let packages = account.packages.iter().filter(|package| Some(package.resource) == id);
        packages
            .filter_map(|package| package.cycle_at(account.now).map(|(_, cycle)| cycle.clone()))
            .collect::<Vec<_>>()
    };
    let with_next_call = cycles(after)
        .iter()
        .any(|cycle| cycle.remaining() > 0 && alert::lines_reached(cycle, &percents) > cycle.low_told);
    let arms_again = cycles(before).iter().any(|cycle| cycle.low_told > 0) && !percents.is_empty();
    Ok(Outcome { at_once: false, with_next_call, arms_again })
}

fn of_balance(before: &Account, after: &Account) -> Result<Outcome, AppError> {
    let mut events: Vec<Event> = Vec::new();
    let mut told = after.clone();
    told.advance(after.now, &mut events)?;
    let low = |event: &Event| matches!(event.what, What::BalanceFellLow { .. });
    let had_fired = before.balance_alert.is_some_and(|alert| alert.episode.is_some());
    Ok(Outcome {
        at_once: events.iter().any(low),
        with_next_call: false,
        arms_again: had_fired && after.balance_alert.is_some(),
    })
}
