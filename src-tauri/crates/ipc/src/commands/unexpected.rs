//! Why pay-per-use was charged: calls and money by what was called and why no package paid.

use std::collections::{BTreeMap, btree_map::Entry};

use app::{
    books::Loaded,
    explain::{self as reasons, Unexpected},
};
use billing::{
    Account, ChargeAmount, Derivation, Instant, Money, Offer, Refusal, ResourceId, Value,
    explain::{ReasonRow, Reasons},
    package::Source,
};

use super::usage::Chosen;
use crate::{
    App, IpcError, convert,
    dto::explain::{OfferName, ReasonCalls, ReasonMoney, ReasonView, UnexpectedQuery, UnexpectedView},
};

/// Why pay-per-use was charged for usage of a range, told apart by reason; without ends, for all usage.
///
/// # Errors
/// [`IpcError`] `invalid_value`, or that the books cannot be read.
pub async fn unexpected(app: &App, query: UnexpectedQuery) -> Result<UnexpectedView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let from = query.from.map(convert::instant).transpose()?.unwrap_or(Instant::UNIX_EPOCH);
    let to = query.to.map(convert::instant).transpose()?.unwrap_or(Instant::MAX_UTC);
    let [service, region, project] = [&query.service, &query.region, &query.project].map(Option::as_deref);
    let chosen = Chosen::of([service, region, project], &loaded.account);
    let told =
        reasons::unexpected_by_resource(app.books(), &loaded, from..to.max(from), |resource, project| {
            chosen.holds(resource, project)
        });
    view(&loaded, &told.await?, super::now(app, &loaded))
}

/// One row of the table: of one resource, for the same reasons.
#[derive(Default)]
struct Row<'a> {
    settled: Option<&'a ReasonRow>,
    open: Option<&'a ReasonRow>,
}

impl Row<'_> {
    fn calls(&self) -> u64 {
        [self.settled, self.open].into_iter().flatten().fold(0, |sum, row| sum.saturating_add(row.calls))
    }

    /// What it is worth looking at for: settled money before open money.
    fn amounts(&self) -> [ChargeAmount; 2] {
        [self.settled, self.open].map(|row| row.map_or(ChargeAmount::ZERO, |row| row.amount))
    }
}

fn rows(told: &BTreeMap<ResourceId, Unexpected>) -> Vec<(ResourceId, Reasons, Row<'_>)> {
    let mut found: BTreeMap<(ResourceId, Reasons), Row<'_>> = BTreeMap::new();
    for (resource, told) in told {
        for row in &told.settled.rows {
            found.entry((*resource, row.reasons)).or_default().settled = Some(row);
        }
        for row in &told.open.rows {
            match found.entry((*resource, row.reasons)) {
                Entry::Occupied(known) => known.into_mut().open = Some(row),
                Entry::Vacant(new) => new.insert(Row::default()).open = Some(row),
            }
        }
    }
    let mut rows: Vec<_> =
        found.into_iter().map(|((resource, reasons), row)| (resource, reasons, row)).collect();
    rows.sort_by(|(_, _, a), (_, _, b)| b.amounts().cmp(&a.amounts()).then(b.calls().cmp(&a.calls())));
    rows
}

fn view(
    loaded: &Loaded,
    told: &BTreeMap<ResourceId, Unexpected>,
    now: Instant,
) -> Result<UnexpectedView, IpcError> {
    let account = &loaded.account;
    let policy = &account.terms.policy;
    let rows = rows(told);
    let charged = Money::sum(told.values().map(|told| told.settled.total))?;
    let mut rounding = ChargeAmount::ZERO;
    for told in told.values() {
        rounding = rounding.checked_add(told.settled.rounding)?;
    }
    let (mut calls_why, mut charged_why, mut open_why) = (Vec::new(), Vec::new(), Vec::new());
    let mut views = Vec::with_capacity(rows.len());
    for (resource, reasons, row) in &rows {
        let name = Value::Name(convert::resource_of(account, *resource));
        let rule = rule_of(account, *reasons);
        let counted = Derivation::new("reason-calls", rule, Value::Calls(row.calls()));
        calls_why.push((name.clone(), counted.clone()));
        let priced = |row: &Option<&ReasonRow>, sum: &mut Vec<(Value, Derivation)>| {
            let Some(row) = row else { return Ok::<_, Refusal>(None) };
            let charge = Derivation::new("reason-charged", rule, Value::Charge(row.amount))
                .resting_on("charge", row.because()?);
            sum.push((name.clone(), charge.clone()));
            Ok(Some(ReasonMoney { amount: row.amount.to_string(), why: convert::why(&charge, policy) }))
        };
        let key = account.resource(*resource).map(|resource| &resource.key);
        views.push(ReasonCalls {
            reasons: reasons.iter().map(|reason| reason_view(account, reason)).collect(),
            service: key.map_or_else(String::new, |key| key.service.clone()),
            region: key.map_or_else(String::new, |key| key.place().to_owned()),
            calls: row.calls().to_string(),
            calls_why: convert::why(&counted, policy),
            charged: priced(&row.settled, &mut charged_why)?,
            open: priced(&row.open, &mut open_why)?,
            offer: offer_for(account, *resource, row.calls(), now).map(offer_name),
        });
    }
    let open = Money::sum(told.values().map(|told| told.open.total))?;
    let calls = rows.iter().fold(0_u64, |sum, (_, _, row)| sum.saturating_add(row.calls()));
    let calls_why = sum(Derivation::new("usage-billed", "H-28", Value::Calls(calls)), calls_why);
    let charged_why = sum(Derivation::new("reasons-charged", "H-05", Value::Money(charged)), charged_why)
        .with("rounding", Value::Charge(rounding));
    let has_open = !open_why.is_empty();
    let open_why = sum(Derivation::new("reasons-open", "H-05", Value::Money(open)), open_why);
    Ok(UnexpectedView {
        rows: views,
        calls: calls.to_string(),
        calls_why: convert::why(&calls_why, policy),
        rounding: rounding.to_string(),
        charged: charged.to_string(),
        charged_why: convert::why(&charged_why, policy),
        open: has_open
            .then(|| ReasonMoney { amount: open.to_string(), why: convert::why(&open_why, policy) }),
    })
}

/// The rule of the first of the reasons.
fn rule_of(account: &Account, reasons: Reasons) -> &'static str {
    let of = &account.terms.policy.resources;
    reasons.iter().next().map_or("H-28", |reason| reason.rule(of))
}

/// A sum over the rows.
fn sum(because: Derivation, parts: Vec<(Value, Derivation)>) -> Derivation {
    parts
        .into_iter()
        .fold(because, |because, (name, part)| because.with("resource", name).resting_on("of-it", part))
}

fn reason_view(account: &Account, reason: billing::explain::Reason) -> ReasonView {
    let policy = &account.terms.policy;
    let rule = reason.rule(&policy.resources);
    ReasonView {
        code: reason.code().replace('_', "-"),
        rule: rule.to_owned(),
        source: convert::source(policy, rule),
    }
}

/// The smallest package on sale for a resource that holds so many calls; else the largest.
fn offer_for(account: &Account, resource: ResourceId, calls: u64, now: Instant) -> Option<&Offer> {
    let key = &account.resource(resource)?.key;
    let offers = account.terms.offers.iter().filter(|offer| offer.resource == *key);
    let on_sale = offers.filter_map(|offer| account.terms.offer(&offer.sku, now));
    let on_sale = on_sale.filter(|offer| !offer.withdrawn && offer.source == Source::Purchased);
    on_sale.min_by_key(|offer| (offer.quota < calls, offer.quota.abs_diff(calls), &offer.sku))
}

fn offer_name(offer: &Offer) -> OfferName {
    OfferName { sku: offer.sku.clone(), quota: offer.quota.to_string(), price: offer.price.to_string() }
}
