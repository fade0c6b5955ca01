//! The first problem as the contract tells it: what goes wrong next, when, and what stops it.

use app::{
    books::Loaded,
    harm::{self, Harm},
};
use billing::{Account, Instant, Package, package::order::numbered};

use crate::{App, IpcError, convert, dto::today::Verdict};

/// The first problem that the books alone tell.
pub(super) async fn verdict(app: &App, loaded: &Loaded, now: Instant) -> Result<Verdict, IpcError> {
    let harms = harm::known(app.books(), loaded, now).await?;
    Ok(of(&loaded.account, harms.first()))
}

/// The package in force with calls left that ends next.
pub(super) fn next_to_end(account: &Account, now: Instant) -> Option<(billing::PackageId, &Package)> {
    let has_calls = |package: &Package| package.cycle_at(now).is_some_and(|(_, cycle)| cycle.remaining() > 0);
    let in_force = numbered(account).filter(|(_, package)| has_calls(package));
    in_force.min_by_key(|(id, package)| (package.valid_to(), *id))
}

/// What goes wrong, or that nothing does.
pub(super) fn of(account: &Account, harm: Option<&Harm>) -> Verdict {
    let Some(harm) = harm else { return plain("nothing", "note") };
    let package = harm.what.package().and_then(|id| Some((id, account.package(id)?)));
    let resource = package.map(|(_, package)| package.resource).or_else(|| harm.what.application());
    let key = resource.and_then(|id| account.resource(id)).map(|resource| &resource.key);
    Verdict {
        at: harm.at.map(convert::seconds),
        amount: harm.amount.map(|amount| amount.to_string()),
        package: package.map(|(_, package)| package.sku.clone()),
        package_id: package.map(|(id, _)| id.0.to_string()),
        service: key.map(|key| key.service.clone()),
        region: key.map(|key| key.place().to_owned()),
        ..plain(harm.what.code(), harm.step.code())
    }
}

fn plain(kind: &str, step: &str) -> Verdict {
    Verdict {
        kind: kind.to_owned(),
        step: step.to_owned(),
        at: None,
        amount: None,
        package: None,
        package_id: None,
        service: None,
        region: None,
    }
}
