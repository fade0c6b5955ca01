//! What goes wrong if usage goes on like in the last weeks: as far as it is foreseen.

use chrono::TimeDelta;

use super::{Chance, DAYS, Harm, Step, What, sort};
use crate::foresight::{Foresight, Moment};

/// Everything that usage to come makes go wrong within 30 days, the soonest first.
#[must_use]
pub fn ahead(foresight: &Foresight) -> Vec<Harm> {
    let mut harms: Vec<Harm> = renewals(foresight);
    harms.extend(at_moment(foresight, What::MoneySpent, foresight.runway()));
    let quotas = foresight.quotas().into_iter();
    harms.extend(
        quotas.filter_map(|quota| at_moment(foresight, What::QuotaRunsOut(quota.last), quota.runs_out)),
    );
    sort(&mut harms);
    harms
}

/// What goes wrong whatever comes, with what usage to come adds, and without what it prevents: the quota of a package that will be
/// used up does not lapse.
#[must_use]
pub fn with_ahead(mut known: Vec<Harm>, foresight: &Foresight) -> Vec<Harm> {
    known.retain(|harm| match harm.what {
        What::PackageEnds(id) => {
            foresight.package(id).and_then(|ahead| ahead.unused).is_none_or(|unused| unused.units.most > 0)
        }
        _ => true,
    });
    let out_of_money = known.iter().any(|harm| harm.amount.is_some() && harm.what.package().is_none())
        || known.iter().any(|harm| harm.what == What::NoMoney);
    let fails = known.iter().filter_map(|harm| match harm.what {
        What::RenewalFails(id) | What::RenewalNotSold(id) => Some(id),
        _ => None,
    });
    let fails: Vec<_> = fails.collect();
    known.extend(ahead(foresight).into_iter().filter(|harm| match harm.what {
        // It is told already, and for certain.
        What::MoneySpent => !out_of_money,
        What::RenewalWouldFail(id) => !fails.contains(&id),
        _ => true,
    }));
    sort(&mut known);
    known
}

fn at_moment(foresight: &Foresight, what: What, moment: Moment) -> Option<Harm> {
    let (now, at) = (foresight.now(), moment.earliest?);
    (at <= now + TimeDelta::days(DAYS)).then(|| Harm {
        what,
        step: Step::away(at - now),
        at: Some(at),
        chance: Some(Chance { latest: moment.latest, came_in: moment.came_in, of: moment.of }),
        amount: None,
        because: Some(moment.because),
    })
}

/// Automatic renewals that lack money in a future.
fn renewals(foresight: &Foresight) -> Vec<Harm> {
    let now = foresight.now();
    let until = now + TimeDelta::days(DAYS);
    let numbers = billing::package::order::numbered(&foresight.account);
    let failing = numbers.filter_map(|(id, _)| {
        let renewal = foresight.renewal(id)?;
        let at = renewal.at.filter(|at| *at <= until)?;
        let came_in = renewal.of - renewal.succeeds_in;
        Some(Harm {
            what: What::RenewalWouldFail(id),
            step: Step::away(at - now),
            at: Some(at),
            chance: Some(Chance { latest: (came_in == renewal.of).then_some(at), came_in, of: renewal.of }),
            amount: Some(renewal.missing?.most),
            because: Some(renewal.because),
        })
    });
    failing.collect()
}
