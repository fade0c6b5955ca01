//! The scenario format. Every action and key parses, whether or not it is carried out yet.

use std::collections::BTreeMap;

use billing::{Instant, Money, Offer, Refusal, price::Price, zone::parse_instant};
use chrono::TimeDelta;
use serde::Deserialize;
use toml::Spanned;

use crate::files::{
    FileError, Problems, line_of,
    offers::{OfferEntry, PriceEntry},
    parse,
};

/// The codes that `refused` can name.
const REFUSALS: [&str; 20] = [
    "insufficient_balance",
    "account_in_arrears",
    "service_frozen",
    "account_suspended",
    "resource_suspended",
    "not_enabled",
    "already_enabled",
    "not_refundable",
    "refund_window_closed",
    "package_used",
    "refund_limit_reached",
    "package_expired",
    "package_released",
    "offer_withdrawn",
    "unknown_offer",
    "unknown_package",
    "unknown_resource",
    "invalid_amount",
    "no_price",
    "banned",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScenarioFile {
    title: String,
    rules: Vec<String>,
    policy: Spanned<String>,
    #[serde(default)]
    account: AccountEntry,
    #[serde(default)]
    price: Vec<PriceEntry>,
    #[serde(default)]
    offer: Vec<OfferEntry>,
    #[serde(default)]
    step: Vec<Spanned<StepEntry>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountEntry {
    level: Option<String>,
    currency: Option<String>,
    opening_balance: Option<Spanned<String>>,
    credit_limit: Option<Spanned<String>>,
    opened_at: Option<Spanned<String>>,
    settlement_delay: Option<Spanned<String>>,
}

/// One dated step as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepEntry {
    at: Spanned<String>,
    enable: Option<ResourceEntry>,
    disable: Option<ResourceEntry>,
    #[serde(rename = "use")]
    usage: Option<UseEntry>,
    start: Option<ClassEntry>,
    finish: Option<ClassEntry>,
    buy: Option<BuyEntry>,
    grant: Option<BuyEntry>,
    renew: Option<RenewEntry>,
    auto_renew: Option<AutoRenewEntry>,
    unsubscribe: Option<PackageEntry>,
    overage: Option<OverageEntry>,
    top_up: Option<AmountEntry>,
    set_credit_limit: Option<AmountEntry>,
    balance_alert: Option<BalanceAlertEntry>,
    package_alert: Option<PackageAlertEntry>,
    ban: Option<BanEntry>,
    expect: Option<BTreeMap<String, toml::Value>>,
    refused: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
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
    pub id: Option<String>,
    pub occurred_at: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
pub struct ClassEntry {
    pub resource: String,
    pub class: String,
    pub seconds: Option<u64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
pub struct BuyEntry {
    pub sku: String,
    #[serde(rename = "as")]
    pub name: String,
    pub resource: Option<String>,
    #[serde(default)]
    pub auto_renew: bool,
    pub starts_at: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewEntry {
    pub package: String,
    pub terms: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
pub struct AutoRenewEntry {
    pub package: String,
    pub on: bool,
    pub days_before: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageEntry {
    pub package: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
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
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
pub struct BalanceAlertEntry {
    pub threshold: Option<String>,
    pub off: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageAlertEntry {
    pub service: String,
    pub region: String,
    pub percent: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every key of the format parses, whether or not it is carried out yet")]
pub struct BanEntry {
    pub resource: String,
}

/// An action of a step.
#[derive(Clone, Debug)]
#[expect(dead_code, reason = "every action of the format parses, whether or not it is carried out yet")]
pub enum Action {
    Enable(ResourceEntry),
    Disable(ResourceEntry),
    Use(UseEntry),
    Start(ClassEntry),
    Finish(ClassEntry),
    Buy(BuyEntry),
    Grant(BuyEntry),
    Renew(RenewEntry),
    AutoRenew(AutoRenewEntry),
    Unsubscribe(PackageEntry),
    Overage(OverageEntry),
    TopUp(AmountEntry),
    SetCreditLimit(AmountEntry),
    BalanceAlert(BalanceAlertEntry),
    PackageAlert(PackageAlertEntry),
    Ban(BanEntry),
}

/// One expectation.
#[derive(Clone, Debug)]
pub struct Expectation {
    pub line: usize,
    pub path: String,
    pub value: toml::Value,
}

/// One dated step.
#[derive(Clone, Debug)]
pub struct Step {
    pub line: usize,
    pub at: Instant,
    pub action: Option<Action>,
    pub refused: Option<String>,
    pub expect: Option<Vec<Expectation>>,
}

/// One scenario, ready to be played.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// One sentence.
    pub title: String,
    /// The rules it demonstrates.
    pub rules: Vec<String>,
    pub(super) policy: String,
    pub(super) level: String,
    pub(super) currency: String,
    pub(super) opening_balance: Money,
    pub(super) credit_limit: Money,
    pub(super) opened_at: Instant,
    pub(super) settlement_delay: TimeDelta,
    pub(super) prices: Vec<Price>,
    pub(super) offers: Vec<Offer>,
    pub(super) steps: Vec<Step>,
}

impl Scenario {
    /// Reads a scenario; `file` names it in messages.
    ///
    /// # Errors
    /// [`FileError`] with every problem and its line.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let entries: ScenarioFile = parse(file, text)?;
        let mut problems = Problems::of(text);
        let account = &entries.account;
        let opened_at = account.opened_at.as_ref().and_then(|text| instant(text, "opened_at", &mut problems));
        let opened_at = opened_at.or_else(|| parse_instant("2023-01-01T00:00:00+08:00").ok());
        let delay = account.settlement_delay.as_ref().and_then(|text| {
            let minutes = text.get_ref().strip_suffix('m').and_then(|number| number.parse().ok());
            let minutes = minutes.filter(|minutes| (0..=60).contains(minutes));
            if minutes.is_none() {
                problems.add(text.span(), "settlement_delay", "must be 0m to 60m");
            }
            minutes
        });
        let opening_balance = money(account.opening_balance.as_ref(), "opening_balance", &mut problems);
        let credit_limit = money(account.credit_limit.as_ref(), "credit_limit", &mut problems);
        let prices = entries.price.iter().filter_map(|entry| entry.check(&mut problems)).collect();
        let offers = entries.offer.iter().filter_map(|entry| entry.check(&mut problems)).collect();
        let mut steps = Vec::new();
        for entry in entries.step {
            steps.extend(step(entry, steps.last(), text, &mut problems));
        }
        let scenario = Self {
            title: entries.title,
            rules: entries.rules,
            policy: entries.policy.into_inner(),
            level: account.level.clone().unwrap_or_else(|| "V1".to_owned()),
            currency: account.currency.clone().unwrap_or_else(|| "USD".to_owned()),
            opening_balance,
            credit_limit,
            opened_at: opened_at.unwrap_or(Instant::MIN_UTC),
            settlement_delay: TimeDelta::minutes(delay.unwrap_or(0)),
            prices,
            offers,
            steps,
        };
        problems.into_result(file, scenario)
    }
}

fn step(
    entry: Spanned<StepEntry>,
    before: Option<&Step>,
    text: &str,
    problems: &mut Problems<'_>,
) -> Option<Step> {
    let span = entry.span();
    let entry = entry.into_inner();
    let line = line_of(text, span.start);
    let at = instant(&entry.at, "at", problems)?;
    if before.is_some_and(|before| at < before.at) {
        problems.add(entry.at.span(), "at", "steps must be in time order");
    }
    let expect = entry.expect.as_ref().map(|expect| {
        let of = |(path, value): (&String, &toml::Value)| Expectation {
            line,
            path: path.clone(),
            value: value.clone(),
        };
        expect.iter().map(of).collect()
    });
    let refused = entry.refused.clone();
    if let Some(code) = refused.as_ref().filter(|code| !REFUSALS.contains(&code.as_str())) {
        problems.add(span.clone(), "refused", format!("`{code}` is no code of a refusal"));
    }
    if entry.usage.as_ref().is_some_and(|usage| usage.count.is_none() && usage.seconds.is_none()) {
        problems.add(span.clone(), "use", "needs `count` or `seconds`");
    }
    let mut actions = entry.actions();
    if actions.len() > 1 || (actions.is_empty() && expect.is_none()) {
        problems.add(span, "step", "needs exactly one action, or `expect`, or both");
    }
    if refused.is_some() && actions.is_empty() {
        problems.add(entry_at(line, text), "refused", "needs an action to be refused");
    }
    Some(Step { line, at, action: actions.pop(), refused, expect })
}

fn entry_at(line: usize, text: &str) -> std::ops::Range<usize> {
    let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    start..start
}

impl StepEntry {
    fn actions(self) -> Vec<Action> {
        [
            self.enable.map(Action::Enable),
            self.disable.map(Action::Disable),
            self.usage.map(Action::Use),
            self.start.map(Action::Start),
            self.finish.map(Action::Finish),
            self.buy.map(Action::Buy),
            self.grant.map(Action::Grant),
            self.renew.map(Action::Renew),
            self.auto_renew.map(Action::AutoRenew),
            self.unsubscribe.map(Action::Unsubscribe),
            self.overage.map(Action::Overage),
            self.top_up.map(Action::TopUp),
            self.set_credit_limit.map(Action::SetCreditLimit),
            self.balance_alert.map(Action::BalanceAlert),
            self.package_alert.map(Action::PackageAlert),
            self.ban.map(Action::Ban),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn instant(text: &Spanned<String>, field: &str, problems: &mut Problems<'_>) -> Option<Instant> {
    parse_instant(text.get_ref()).map_err(|error| problems.add(text.span(), field, error.to_string())).ok()
}

fn money(text: Option<&Spanned<String>>, field: &str, problems: &mut Problems<'_>) -> Money {
    let Some(text) = text else { return Money::ZERO };
    Money::parse(text.get_ref()).unwrap_or_else(|error| {
        problems.add(text.span(), field, error.to_string());
        Money::ZERO
    })
}

/// The refusal of an action that is not carried out yet.
pub(super) const fn not_yet(what: &'static str) -> Refusal {
    Refusal::NotYet(what)
}
