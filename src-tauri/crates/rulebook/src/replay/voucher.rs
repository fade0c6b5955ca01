//! The step `voucher`: given money.

use std::ops::Range;

use billing::{
    Instant, Money, top_up,
    voucher::{PayMode, VoucherKind, VoucherTerms},
    zone::{Zone, parse_instant},
};
use serde::Deserialize;
use toml::{Spanned, Value};

use crate::Problems;

/// A voucher as it is written. Without `valid_from` it holds from its step on; without `pays` it pays for everything.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoucherEntry {
    pub id: String,
    amount: String,
    valid_to: String,
    valid_from: Option<String>,
    #[serde(default)]
    services: Vec<String>,
    pays: Option<Vec<String>>,
    minimum: Option<String>,
    #[serde(default)]
    single_use: bool,
    most: Option<String>,
    #[serde(default)]
    gift: bool,
}

/// The voucher, or problems.
pub fn voucher(
    entry: Spanned<VoucherEntry>,
    at: Instant,
    problems: &mut Problems<'_>,
) -> Option<VoucherTerms> {
    let span = entry.span();
    let entry = entry.into_inner();
    let pays =
        entry.pays.map(|pays| pays.iter().map(|mode| PayMode::parse(mode)).collect::<Option<Vec<_>>>());
    let pays = pays.unwrap_or_else(|| Some(PayMode::ALL.to_vec()));
    if pays.is_none() {
        problems.add(span.clone(), "voucher", "`pays` lists some of purchase, renewal, usage");
    }
    let minimum = entry.minimum.map_or(Some(Money::ZERO), |text| money(&text, &span, problems));
    let most = entry.most.map(|text| money(&text, &span, problems));
    let valid_from = entry.valid_from.map_or(Some(at), |text| instant(&text, &span, problems));
    Some(VoucherTerms {
        code: entry.id,
        kind: if entry.gift { VoucherKind::Gift } else { VoucherKind::Voucher },
        amount: money(&entry.amount, &span, problems)?,
        valid_from: valid_from?,
        valid_to: instant(&entry.valid_to, &span, problems)?,
        services: entry.services,
        pays: pays?,
        minimum: minimum?,
        single_use: entry.single_use,
        most_per_payment: match most {
            Some(most) => Some(most?),
            None => None,
        },
    })
}

fn money(text: &str, span: &Range<usize>, problems: &mut Problems<'_>) -> Option<Money> {
    let money = Money::parse(text).ok().filter(|money| *money <= top_up::LIMITS.1);
    if money.is_none() {
        problems.add(span.clone(), "voucher", format!("`{text}` is no amount with at most 2 decimals"));
    }
    money
}

fn instant(text: &str, span: &Range<usize>, problems: &mut Problems<'_>) -> Option<Instant> {
    parse_instant(text).map_err(|error| problems.add(span.clone(), "voucher", error.to_string())).ok()
}

/// The fields of the step, as they are read.
pub fn fields(zone: Zone, terms: &VoucherTerms) -> Vec<(&'static str, Value)> {
    let text = |text: &str| Value::String(text.to_owned());
    let texts = |all: Vec<&str>| Value::Array(all.into_iter().map(text).collect());
    let mut fields = vec![
        ("id", text(&terms.code)),
        ("amount", text(&terms.amount.to_string())),
        ("valid_from", text(&zone.format(terms.valid_from))),
        ("valid_to", text(&zone.format(terms.valid_to))),
        ("services", texts(terms.services.iter().map(String::as_str).collect())),
        ("pays", texts(terms.pays.iter().map(|mode| mode.code()).collect())),
        ("minimum", text(&terms.minimum.to_string())),
        ("single_use", Value::Boolean(terms.single_use)),
        ("gift", Value::Boolean(terms.kind == VoucherKind::Gift)),
    ];
    fields.extend(terms.most_per_payment.map(|most| ("most", text(&most.to_string()))));
    fields
}
