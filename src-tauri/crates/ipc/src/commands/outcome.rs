//! What automatic renewals come to, as the engine itself will try them.

use billing::{Account, PackageId, Refusal, engine::rehearsal::Rehearsed};

use crate::{IpcError, convert, dto::renewals::RenewalOutcome};

/// What the rehearsed renewals of one package come to for its present end.
pub(super) fn of(
    account: &Account,
    id: PackageId,
    rehearsed: &[Rehearsed],
) -> Result<RenewalOutcome, IpcError> {
    let package = account.package(id).ok_or(Refusal::UnknownPackage)?;
    let offer = account.terms.offer(&package.sku, account.now).filter(|offer| !offer.withdrawn);
    let price = offer.map(|offer| offer.price.to_string());
    let plain = |kind: &str| RenewalOutcome {
        kind: kind.to_owned(),
        at: None,
        last_at: None,
        price: price.clone(),
        short: None,
        why: None,
    };
    if package.auto_renew.is_none() {
        return Ok(plain("off"));
    }
    let tried = || rehearsed.iter().filter(|one| one.package == id && one.ends_at == package.valid_to());
    let Some(deciding) = tried().find(|one| one.refusal.is_none()).or_else(|| tried().next_back()) else {
        return Ok(plain("no_attempt"));
    };
    let (kind, short) = match &deciding.refusal {
        None => ("covered", None),
        Some(Refusal::InsufficientBalance { short, .. }) => ("short", Some(*short)),
        Some(Refusal::AccountInArrears { owed }) => ("in_arrears", Some(*owed)),
        Some(Refusal::OfferWithdrawn | Refusal::UnknownOffer) => ("not_sold", None),
        Some(_) => ("refused", None),
    };
    let first = if deciding.refusal.is_none() { Some(deciding) } else { tried().next() };
    Ok(RenewalOutcome {
        at: first.map(|one| convert::seconds(one.at)),
        last_at: tried().next_back().map(|one| convert::seconds(one.at)),
        price: deciding.price.map(|price| price.to_string()).or_else(|| price.clone()),
        short: short.map(|short| short.to_string()),
        why: Some(convert::why(&deciding.because(), &account.terms.policy)),
        ..plain(kind)
    })
}
