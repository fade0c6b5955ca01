//! The scenario format as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::voucher::VoucherEntry;
use crate::offers::{OfferEntry, PriceEntry};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    pub title: String,
    pub rules: Vec<String>,
    pub policy: Spanned<String>,
    #[serde(default)]
    pub account: AccountEntry,
    #[serde(default)]
    pub price: Vec<PriceEntry>,
    #[serde(default)]
    pub offer: Vec<OfferEntry>,
    #[serde(default)]
    pub step: Vec<Spanned<StepEntry>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountEntry {
    pub level: Option<Spanned<String>>,
    pub currency: Option<String>,
    pub opening_balance: Option<Spanned<String>>,
    pub credit_limit: Option<Spanned<String>>,
    pub opened_at: Option<Spanned<String>>,
    pub settlement_delay: Option<Spanned<String>>,
}

/// One dated step as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepEntry {
    pub at: Spanned<String>,
    pub enable: Option<Spanned<ResourceEntry>>,
    pub disable: Option<Spanned<ResourceEntry>>,
    #[serde(rename = "use")]
    pub usage: Option<Spanned<UseEntry>>,
    pub start: Option<Spanned<ClassEntry>>,
    pub finish: Option<Spanned<ClassEntry>>,
    pub buy: Option<BuyEntry>,
    pub buy_together: Option<Vec<TogetherEntry>>,
    pub grant: Option<BuyEntry>,
    pub renew: Option<RenewEntry>,
    pub auto_renew: Option<AutoRenewEntry>,
    pub unsubscribe: Option<UnsubscribeEntry>,
    pub overage: Option<OverageEntry>,
    pub top_up: Option<AmountEntry>,
    pub set_credit_limit: Option<AmountEntry>,
    pub balance_alert: Option<Spanned<BalanceAlertEntry>>,
    pub package_alert: Option<PackageAlertEntry>,
    pub ban: Option<BanEntry>,
    pub at_expiry: Option<AtExpiryEntry>,
    pub share: Option<ShareEntry>,
    pub voucher: Option<Spanned<VoucherEntry>>,
    pub expect: Option<BTreeMap<Spanned<String>, Spanned<toml::Value>>>,
    pub refused: Option<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceEntry {
    pub service: Option<String>,
    pub region: Option<String>,
    pub resource: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UseEntry {
    pub service: Option<String>,
    pub region: Option<String>,
    pub resource: Option<String>,
    pub count: Option<u64>,
    pub seconds: Option<u64>,
    pub status: Option<u16>,
    pub project: Option<String>,
    /// Of attendance, which stands where calls have a project.
    pub r#type: Option<String>,
    pub id: Option<String>,
    pub occurred_at: Option<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassEntry {
    pub resource: String,
    pub class: String,
    pub seconds: Option<u64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuyEntry {
    pub sku: String,
    #[serde(rename = "as")]
    pub name: Spanned<String>,
    pub resource: Option<String>,
    #[serde(default)]
    pub auto_renew: bool,
    pub starts_at: Option<Spanned<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TogetherEntry {
    pub sku: String,
    #[serde(rename = "as")]
    pub name: Spanned<String>,
    pub resource: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewEntry {
    pub package: Spanned<String>,
    pub terms: Option<u32>,
    pub align_to_day: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareEntry {
    pub package: Spanned<String>,
    pub on: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtExpiryEntry {
    pub package: Spanned<String>,
    pub choice: Spanned<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoRenewEntry {
    pub package: Spanned<String>,
    pub on: bool,
    pub days_before: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnsubscribeEntry {
    pub package: Spanned<String>,
    #[serde(default)]
    pub renewal_only: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverageEntry {
    pub resource: String,
    pub on: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmountEntry {
    pub amount: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BalanceAlertEntry {
    pub threshold: Option<String>,
    pub off: Option<bool>,
}

/// A package alert that is set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageAlertEntry {
    /// For packages of this service …
    pub service: String,
    /// … in this region.
    pub region: String,
    /// Share of the quota.
    pub percent: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BanEntry {
    pub resource: String,
}
