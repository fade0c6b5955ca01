//! A scenario, read and checked as a whole: whatever is wrong with the file is found before anything is played.

use billing::{Instant, Money, Offer, ResourceKey, price::Price, zone::parse_instant};
use chrono::TimeDelta;
use toml::Spanned;

use super::{
    entries::{AccountEntry, ScenarioFile},
    step::{Step, steps},
};
use crate::{FileError, Problems, offers::prices, parse, policy};

/// When an account is opened that does not say it.
const OPENED_AT: &str = "2023-01-01T00:00:00+08:00";

/// One scenario, ready to be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// One sentence.
    pub title: String,
    /// The rules it demonstrates.
    pub rules: Vec<String>,
    /// The policy it is about.
    pub policy: String,
    /// Customer level.
    pub level: String,
    /// Currency of every figure.
    pub currency: String,
    /// Cash the account begins with.
    pub opening_balance: Money,
    /// How far it may be drawn below zero.
    pub credit_limit: Money,
    /// When the account is opened.
    pub opened_at: Instant,
    /// How long after the end of a period it is settled.
    pub settlement_delay: TimeDelta,
    /// Pay-per-use prices.
    pub prices: Vec<Price>,
    /// Packages on sale.
    pub offers: Vec<Offer>,
    /// What happens, in order of time.
    pub steps: Vec<Step>,
}

impl Scenario {
    /// Reads a scenario; `file` names it in messages.
    ///
    /// # Errors
    /// [`FileError`] with every problem and its line.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let entries: ScenarioFile = parse(file, text)?;
        let mut problems = Problems::of(text);
        let level = check_policy(&entries.policy, &entries.account, &mut problems);
        let account = &entries.account;
        let opened_at = account.opened_at.as_ref().and_then(|text| instant(text, "opened_at", &mut problems));
        let opened_at = opened_at.or_else(|| parse_instant(OPENED_AT).ok()).unwrap_or_default();
        let prices = prices(&entries.price, &mut problems);
        let mut offers: Vec<Offer> = Vec::new();
        for entry in &entries.offer {
            let Some(offer) = entry.check(&mut problems) else { continue };
            entry.has_no_from(&mut problems);
            if offers.iter().any(|other| other.sku == offer.sku) {
                problems.add(entry.sku_span(), "sku", format!("`{}` is offered twice", offer.sku));
            }
            offers.push(offer);
        }
        let priced = prices.iter().map(|price| ResourceKey::new(&price.service, &price.region));
        let sold = priced.chain(offers.iter().map(|offer| offer.resource.clone()));
        let sold = sold.filter(|key| !key.region.is_empty()).map(|key| key.to_string()).collect();
        let scenario = Self {
            level,
            currency: account.currency.clone().unwrap_or_else(|| "USD".to_owned()),
            opening_balance: money(account.opening_balance.as_ref(), "opening_balance", &mut problems),
            credit_limit: money(account.credit_limit.as_ref(), "credit_limit", &mut problems),
            opened_at,
            settlement_delay: delay(account.settlement_delay.as_ref(), &mut problems),
            steps: steps(entries.step, (opened_at, sold), text, &mut problems),
            title: entries.title,
            rules: entries.rules,
            policy: entries.policy.into_inner(),
            prices,
            offers,
        };
        problems.into_result(file, scenario)
    }
}

/// The level of the account, which its policy must know.
fn check_policy(name: &Spanned<String>, account: &AccountEntry, problems: &mut Problems<'_>) -> String {
    let level = account.level.as_ref().map_or("V1", |level| level.get_ref());
    let policies = policy::shipped().unwrap_or_default();
    match policies.get(name.get_ref()) {
        Some(known) if known.policy.knows_level(level) => {}
        Some(known) => {
            let span = account.level.as_ref().map_or(name.span(), Spanned::span);
            let levels = known.policy.arrears.stages.keys().cloned().collect::<Vec<_>>().join(", ");
            problems.add(span, "level", format!("`{level}` is no level of this policy; there are {levels}"));
        }
        None => {
            let names = policies.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            let message = format!("there is no policy `{}`; there are {names}", name.get_ref());
            problems.add(name.span(), "policy", message);
        }
    }
    level.to_owned()
}

fn delay(text: Option<&Spanned<String>>, problems: &mut Problems<'_>) -> TimeDelta {
    let Some(text) = text else { return TimeDelta::zero() };
    let minutes = text.get_ref().strip_suffix('m').and_then(|number| number.parse().ok());
    let minutes = minutes.filter(|minutes| (0..=60).contains(minutes));
    if minutes.is_none() {
        problems.add(text.span(), "settlement_delay", "must be 0m to 60m");
    }
    TimeDelta::minutes(minutes.unwrap_or(0))
}

/// An instant with its offset, or a problem.
pub(super) fn instant(text: &Spanned<String>, field: &str, problems: &mut Problems<'_>) -> Option<Instant> {
    parse_instant(text.get_ref()).map_err(|error| problems.add(text.span(), field, error.to_string())).ok()
}

fn money(text: Option<&Spanned<String>>, field: &str, problems: &mut Problems<'_>) -> Money {
    let Some(text) = text else { return Money::ZERO };
    match Money::parse(text.get_ref()) {
        Ok(money) if money >= Money::ZERO => return money,
        Ok(_) => problems.add(text.span(), field, format!("`{}` is below zero", text.get_ref())),
        Err(error) => problems.add(text.span(), field, error.to_string()),
    }
    Money::ZERO
}
