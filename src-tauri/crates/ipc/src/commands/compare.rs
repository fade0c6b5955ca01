//! Ways of paying for the same calls.

use app::compare::{self, Comparison};
use billing::{
    Account, Instant, Money, Offer, Package, PackageId, ResourceId, ResourceKey, compare::Compared, explain,
    package::order::numbered,
};

use crate::{
    App, IpcError, convert,
    dto::compare::{BestWay, CompareQuery, CompareView, OpenPart, PackageInForce, Way},
};

/// What the last days would have cost in each way of paying, and what a switch now leaves as it is.
///
/// # Errors
/// [`IpcError`] when the account never had the service there, or the books cannot be read.
pub async fn compare(app: &App, query: CompareQuery) -> Result<CompareView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let account = &loaded.account;
    let key = ResourceKey::new(&query.service, &query.region);
    let told = compare::compare(app.books(), &loaded, &key, query.days).await?;
    let now = super::now(app, &loaded);
    let resource = account.find_resource(&key);
    let stay = way(account, &told.stay, None, told.stay.total)?;
    let offers =
        told.offers.iter().map(|(offer, compared)| way(account, compared, Some(offer), told.stay.total));
    Ok(CompareView {
        from: convert::seconds(told.span.start),
        to: convert::seconds(told.span.end),
        calls: told.calls.to_string(),
        ways: [Ok(stay)].into_iter().chain(offers).collect::<Result<_, IpcError>>()?,
        best: best(&told)?,
        open: resource.map(|resource| open(account, resource)).transpose()?.flatten(),
        packages: resource.map_or_else(Vec::new, |resource| held(account, resource, now)),
    })
}

fn way(account: &Account, compared: &Compared, offer: Option<&Offer>, stay: Money) -> Result<Way, IpcError> {
    Ok(Way {
        sku: offer.map(|offer| offer.sku.clone()),
        quota: offer.map_or(0, |offer| offer.quota).to_string(),
        up_front: compared.up_front.to_string(),
        charged: compared.charged.to_string(),
        total: compared.total.to_string(),
        why: convert::why(&compared.because, &account.terms.policy),
        from_packages: compared.from_packages.to_string(),
        billed: compared.billed.to_string(),
        left: compared.left.to_string(),
        used_up_at: compared.used_up_at.map(convert::seconds),
        saves: stay.checked_sub(compared.total)?.to_string(),
    })
}

fn best(told: &Comparison) -> Result<Option<BestWay>, IpcError> {
    let Some((offer, way)) = told.best() else { return Ok(None) };
    Ok(Some(BestWay {
        sku: offer.sku.clone(),
        total: way.total.to_string(),
        saves: told.stay.total.checked_sub(way.total)?.to_string(),
    }))
}

/// Calls before the switch are billed as they were made (H-46, H-56): those of the latest period that is open.
fn open(account: &Account, resource: ResourceId) -> Result<Option<OpenPart>, IpcError> {
    let of_it = account.open.iter().filter(|(key, open)| key.resource == resource && open.billed() > 0);
    let Some((key, open)) = of_it.max_by_key(|(key, _)| key.period) else { return Ok(None) };
    let money = open.money()?;
    Ok(Some(OpenPart {
        period: convert::seconds(key.period),
        settles_at: convert::seconds(key.settles_at),
        billed: open.billed().to_string(),
        accrued: money.value.to_string(),
        why: convert::why(&money.because, &account.terms.policy),
    }))
}

fn held(account: &Account, resource: ResourceId, now: Instant) -> Vec<PackageInForce> {
    let of_it = numbered(account).filter(|(_, package)| package.resource == resource && !package.is_gone());
    let choices = &account.terms.policy.package.at_end;
    let view = |(id, package): (PackageId, &Package)| {
        let (_, cycle) = package.cycle_at(now)?;
        Some(PackageInForce {
            package_id: id.0.to_string(),
            sku: package.sku.clone(),
            left: cycle.remaining().to_string(),
            left_why: convert::why(&explain::left(cycle), &account.terms.policy),
            ends_at: convert::seconds(package.valid_to()),
            at_end: account.at_end(package).code().to_owned(),
            choices: choices.iter().map(|choice| choice.code().to_owned()).collect(),
        })
    };
    of_it.filter_map(view).collect()
}
