//! What goes wrong next, in words and as an object.

use app::{
    books::Loaded,
    harm::{Harm, What},
};
use serde_json::{Value, json};

use crate::{commands::packages::title, json, text, words};

/// `renewal of package 2 passport-10k fails, 3.20 USD missing`
pub fn words(loaded: &Loaded, harm: &Harm) -> String {
    let account = &loaded.account;
    let package = || harm.what.package().map(|id| title(account, id)).unwrap_or_default();
    let place = || {
        let id = harm.what.application().or_else(|| Some(account.package(harm.what.package()?)?.resource));
        id.and_then(|id| account.resource(id)).map(|resource| resource.key.to_string()).unwrap_or_default()
    };
    let amount = harm.amount.map(|amount| text::money(amount, &loaded.header.currency)).unwrap_or_default();
    let (units, one_by_one) =
        if words::has_applications(account) { ("minutes", "overage") } else { ("calls", "pay-per-use") };
    match harm.what {
        What::Arrears => format!("{amount} owed: the grace period ends"),
        What::Frozen | What::Suspended => {
            format!("{} for {amount} owed: the retention period ends", harm.what.code())
        }
        What::ReleasePending => format!("released unless {amount} is paid"),
        What::Released => format!("released; {amount} stays payable"),
        What::Overdrawn => format!("arrears begin: {amount} missing"),
        What::NoMoney => format!("no money and no package: the next of the {units} makes arrears"),
        What::NoApplication => "no application yet".to_owned(),
        What::ApplicationQuota(_) => format!("{} is suspended: its packages are used up", place()),
        What::ApplicationExpired(_) => format!("{} is suspended: it has no package", place()),
        What::PackageExhausted(_) => format!("{} is used up: {one_by_one} pays", package()),
        What::RenewalFails(_) => format!("renewal of {} fails: {amount} missing", package()),
        What::RenewalNotSold(_) => format!("renewal of {} fails: no longer sold", package()),
        What::PackageEnds(_) => format!("{} ends with {units} left", package()),
        What::MoneySpent => "the money may be spent".to_owned(),
        What::RenewalWouldFail(_) => {
            format!("renewal of {} may fail: up to {amount} missing", package())
        }
        What::QuotaRunsOut(_) => {
            format!("{} may be used up: nothing bought is left for {}", package(), place())
        }
    }
}

/// When it comes; of what futures differ in, from when until when.
pub fn when(loaded: &Loaded, harm: &Harm) -> String {
    let zone = loaded.account.terms.policy.zone;
    let Some(at) = harm.at.map(|at| text::minute(zone, at)) else { return "now".to_owned() };
    match harm.chance {
        None => at,
        Some(chance) => match chance.latest.map(|latest| text::minute(zone, latest)) {
            Some(latest) if latest == at => at,
            Some(latest) => format!("{at} … {latest}"),
            None => format!("{at} … in {} of {} weeks", chance.came_in, chance.of),
        },
    }
}

/// What goes wrong, as an object.
pub fn object(loaded: &Loaded, harm: &Harm) -> Value {
    let zone = loaded.account.terms.policy.zone;
    let latest = harm.chance.and_then(|chance| chance.latest);
    json!({
        "kind": harm.what.code(),
        "step": harm.step.code(),
        "at": json::maybe_instant(zone, harm.at),
        "latest": json::maybe_instant(zone, latest),
        "came_in": harm.chance.map(|chance| chance.came_in),
        "of": harm.chance.map(|chance| chance.of),
        "amount": harm.amount.map(json::money),
        "package": harm.what.package().map(|id| id.0),
        "says": words(loaded, harm),
    })
}
