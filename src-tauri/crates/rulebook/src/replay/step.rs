//! The steps of a scenario, checked: their order, their one action, their instants, and what they expect.

use std::collections::BTreeSet;

use billing::{Instant, ResourceKey, policy::AtEnd};
use toml::Spanned;

use super::{
    SnapshotValue,
    action::{Action, Buy, Metered, Together, Use},
    entries::{AtExpiryEntry, BuyEntry, ResourceEntry, StepEntry, TogetherEntry, UseEntry},
    file::instant,
    paths::Named,
    voucher::voucher,
};
use crate::{Problems, line_of};

/// The codes that `refused` can name.
const REFUSALS: [&str; 24] = [
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
    "voucher_known",
    "choice_not_offered",
    "invalid_voucher",
    "no_renewal_ahead",
];

/// Days before the end at which an automatic renewal is tried first, unless a step says otherwise.
const DAYS_BEFORE: u32 = 7;

/// One dated step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its line in the file.
    pub line: usize,
    /// When.
    pub at: Instant,
    /// What is done.
    pub action: Option<Action>,
    /// The code it is refused with.
    pub refused: Option<String>,
    /// What must be true afterwards.
    pub expect: Option<Vec<Expectation>>,
}

/// One expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Which figure.
    pub path: String,
    /// What it must be.
    pub value: SnapshotValue,
}

/// Checks all steps; those of a file without a problem are the scenario's. `sold` are the resources that have prices or
/// offers: paths may name them, too.
pub fn steps(
    entries: Vec<Spanned<StepEntry>>,
    (opened_at, sold): (Instant, BTreeSet<String>),
    text: &str,
    problems: &mut Problems<'_>,
) -> Vec<Step> {
    let mut named = named(&entries, problems);
    named.resources.extend(sold);
    let mut steps: Vec<Step> = Vec::new();
    for entry in entries {
        let line = line_of(text, entry.span().start);
        let Some(at) = instant(&entry.get_ref().at, "at", problems) else { continue };
        if at < opened_at {
            problems.add(entry.get_ref().at.span(), "at", "the account is opened after this step");
        }
        if steps.last().is_some_and(|before| at < before.at) {
            problems.add(entry.get_ref().at.span(), "at", "steps must be in time order");
        }
        steps.push(step(entry, (line, at), &named, problems));
    }
    steps
}

fn step(
    entry: Spanned<StepEntry>,
    (line, at): (usize, Instant),
    named: &Named,
    problems: &mut Problems<'_>,
) -> Step {
    let span = entry.span();
    let mut entry = entry.into_inner();
    let refused = entry.refused.take();
    if let Some(code) = refused.as_ref().filter(|code| !REFUSALS.contains(&code.get_ref().as_str())) {
        let message =
            format!("`{}` is no code of a refusal; there are {}", code.get_ref(), REFUSALS.join(", "));
        problems.add(code.span(), "refused", message);
    }
    let expect = entry.expect.take().map(|expect| {
        expect.into_iter().filter_map(|(path, value)| expectation(&path, &value, named, problems)).collect()
    });
    let may_be_unknown = refused.as_ref().is_some_and(|code| code.get_ref() == "unknown_package");
    let mut known = |package: &Spanned<String>, problems: &mut Problems<'_>| {
        if !may_be_unknown && !named.packages.contains(package.get_ref()) {
            let message = format!("no step buys a package as `{}`", package.get_ref());
            problems.add(package.span(), "package", message);
        }
        package.get_ref().clone()
    };
    let mut actions = actions(entry, at, &mut known, problems);
    if actions.len() > 1 || (actions.is_empty() && expect.is_none()) {
        problems.add(span, "step", "needs exactly one action, or `expect`, or both");
    }
    if let Some(refused) = refused.as_ref().filter(|_| actions.is_empty()) {
        problems.add(refused.span(), "refused", "needs an action to be refused");
    }
    Step { line, at, action: actions.pop(), refused: refused.map(Spanned::into_inner), expect }
}

fn actions(
    entry: StepEntry,
    at: Instant,
    known: &mut impl FnMut(&Spanned<String>, &mut Problems<'_>) -> String,
    problems: &mut Problems<'_>,
) -> Vec<Action> {
    if let Some(entry) = &entry.balance_alert {
        let (threshold, off) = (entry.get_ref().threshold.is_some(), entry.get_ref().off == Some(true));
        if threshold == off {
            problems.add(entry.span(), "balance_alert", "needs either `threshold` or `off = true`");
        }
    }
    if let Some(finish) = entry.finish.as_ref().filter(|finish| finish.get_ref().seconds.is_none()) {
        problems.add(finish.span(), "finish", "needs `seconds`");
    }
    if let Some(start) = entry.start.as_ref().filter(|start| start.get_ref().seconds.is_some()) {
        problems.add(start.span(), "start", "has no `seconds`; they are added by `finish`");
    }
    let actions = [
        entry.enable.as_ref().map(|entry| Action::Enable(metered(entry, "enable", problems))),
        entry.disable.as_ref().map(|entry| Action::Disable(metered(entry, "disable", problems))),
        entry.usage.map(|entry| Action::Use(usage(entry, at, problems))),
        entry
            .start
            .map(Spanned::into_inner)
            .map(|class| Action::Start { application: class.resource, class: class.class }),
        entry.finish.map(Spanned::into_inner).map(|class| Action::Finish {
            application: class.resource,
            class: class.class,
            seconds: class.seconds.unwrap_or(0),
        }),
        entry.buy.map(|entry| Action::Buy(buy(entry, problems))),
        entry.buy_together.map(|entries| Action::BuyTogether(entries.into_iter().map(together).collect())),
        entry.grant.map(|entry| Action::Grant(buy(entry, problems))),
        entry.renew.map(|entry| Action::Renew {
            package: known(&entry.package, problems),
            terms: entry.terms.unwrap_or(1),
            align_to: entry.align_to_day,
        }),
        entry.share.map(|entry| Action::Share { package: known(&entry.package, problems), on: entry.on }),
        entry.at_expiry.and_then(|entry| at_expiry(known(&entry.package, problems), &entry, problems)),
        entry.auto_renew.map(|entry| Action::AutoRenew {
            package: known(&entry.package, problems),
            days_before: entry.on.then(|| entry.days_before.unwrap_or(DAYS_BEFORE)),
        }),
        entry.unsubscribe.map(|entry| Action::Unsubscribe {
            package: known(&entry.package, problems),
            renewal_only: entry.renewal_only,
        }),
        entry.overage.map(|entry| Action::Overage { application: entry.resource, on: entry.on }),
        entry.top_up.map(|entry| Action::TopUp { amount: entry.amount }),
        entry.set_credit_limit.map(|entry| Action::SetCreditLimit { amount: entry.amount }),
        entry.balance_alert.map(|entry| Action::BalanceAlert { threshold: entry.into_inner().threshold }),
        entry.package_alert.map(Action::PackageAlert),
        entry.voucher.and_then(|entry| voucher(entry, at, problems)).map(Action::Voucher),
        entry.ban.map(|entry| Action::Ban { application: entry.resource }),
    ];
    actions.into_iter().flatten().collect()
}

fn at_expiry(package: String, entry: &AtExpiryEntry, problems: &mut Problems<'_>) -> Option<Action> {
    let choice = AtEnd::parse(entry.choice.get_ref());
    if choice.is_none() {
        let codes = AtEnd::ALL.map(AtEnd::code).join(", ");
        problems.add(
            entry.choice.span(),
            "choice",
            format!("`{}` is none of {codes}", entry.choice.get_ref()),
        );
    }
    Some(Action::AtExpiry { package, choice: choice? })
}

fn metered(entry: &Spanned<ResourceEntry>, field: &str, problems: &mut Problems<'_>) -> Metered {
    let ResourceEntry { service, region, resource } = entry.get_ref();
    resource_of([service, region, resource]).unwrap_or_else(|| {
        problems.add(entry.span(), field, "needs `service` and `region`, or `resource`");
        Metered::Application(String::new())
    })
}

fn resource_of(names: [&Option<String>; 3]) -> Option<Metered> {
    match names {
        [Some(service), Some(region), None] => Some(Metered::Service(ResourceKey::new(service, region))),
        [None, None, Some(application)] => Some(Metered::Application(application.clone())),
        _ => None,
    }
}

fn usage(entry: Spanned<UseEntry>, at: Instant, problems: &mut Problems<'_>) -> Use {
    let span = entry.span();
    let entry = entry.into_inner();
    let resource = resource_of([&entry.service, &entry.region, &entry.resource]);
    if resource.is_none() {
        problems.add(span.clone(), "use", "needs `service` and `region`, or `resource`");
    }
    if entry.count.is_some() == entry.seconds.is_some() {
        problems.add(span.clone(), "use", "needs either `count` or `seconds`");
    }
    if entry.r#type.is_some() && (entry.seconds.is_none() || entry.project.is_some()) {
        problems.add(span, "type", "is of `seconds`, which have no `project`");
    }
    let occurred_at = entry.occurred_at.as_ref().and_then(|text| {
        let occurred_at = instant(text, "occurred_at", problems)?;
        if occurred_at > at {
            problems.add(text.span(), "occurred_at", "lies after the step; usage cannot come early");
        }
        Some(occurred_at)
    });
    Use {
        resource: resource.unwrap_or_else(|| Metered::Application(String::new())),
        count: entry.count.or(entry.seconds).unwrap_or(0),
        status: entry.status.unwrap_or(200),
        project: entry.project.or(entry.r#type).unwrap_or_default(),
        id: entry.id,
        occurred_at: occurred_at.unwrap_or(at),
    }
}

fn buy(entry: BuyEntry, problems: &mut Problems<'_>) -> Buy {
    let starts_at = entry.starts_at.as_ref().and_then(|text| instant(text, "starts_at", problems));
    Buy {
        sku: entry.sku,
        name: entry.name.into_inner(),
        application: entry.resource,
        auto_renew: entry.auto_renew,
        starts_at,
    }
}

fn together(entry: TogetherEntry) -> Together {
    Together { sku: entry.sku, name: entry.name.into_inner(), application: entry.resource }
}

/// What the steps name. A name that two purchases bear would leave open which of them a path means.
fn named(entries: &[Spanned<StepEntry>], problems: &mut Problems<'_>) -> Named {
    let mut named = Named::default();
    let mut bought = BTreeSet::new();
    for step in entries.iter().map(Spanned::get_ref) {
        let together = step.buy_together.iter().flatten();
        let names = step.buy.iter().chain(&step.grant).map(|entry| &entry.name);
        for spanned in names.chain(together.clone().map(|entry| &entry.name)) {
            let name = spanned.get_ref();
            named.packages.insert(name.clone());
            if step.refused.is_none() && !bought.insert(name.clone()) {
                problems.add(spanned.span(), "as", format!("a package is called `{name}` already"));
            }
        }
        let mut name = |[service, region, resource]: [&Option<String>; 3]| {
            let of_service = service.as_ref().zip(region.as_ref());
            let of_service =
                of_service.map(|(service, region)| ResourceKey::new(service, region).to_string());
            named.resources.extend(of_service.into_iter().chain(resource.clone()));
        };
        for entry in step.enable.iter().chain(&step.disable).map(Spanned::get_ref) {
            name([&entry.service, &entry.region, &entry.resource]);
        }
        for entry in step.usage.iter().map(Spanned::get_ref) {
            name([&entry.service, &entry.region, &entry.resource]);
        }
        for entry in step.buy.iter().chain(&step.grant) {
            name([&None, &None, &entry.resource]);
        }
        together.for_each(|entry| name([&None, &None, &entry.resource]));
        let classes = step.start.iter().chain(&step.finish).map(|class| &class.get_ref().resource);
        let switches = step.overage.iter().map(|entry| &entry.resource);
        let bans = step.ban.iter().map(|entry| &entry.resource);
        named.vouchers.extend(step.voucher.iter().map(|entry| entry.get_ref().id.clone()));
        named.resources.extend(classes.chain(switches).chain(bans).cloned());
    }
    named
}

fn expectation(
    path: &Spanned<String>,
    value: &Spanned<toml::Value>,
    named: &Named,
    problems: &mut Problems<'_>,
) -> Option<Expectation> {
    if let Some(fault) = named.fault(path.get_ref()) {
        problems.add(path.span(), path.get_ref(), fault);
        return None;
    }
    let wanted = wanted(value.get_ref());
    if wanted.is_none() {
        let message = "must be text, a count, a list of texts, or true or false";
        problems.add(value.span(), path.get_ref(), message);
    }
    Some(Expectation { path: path.get_ref().clone(), value: wanted? })
}

fn wanted(value: &toml::Value) -> Option<SnapshotValue> {
    match value {
        toml::Value::String(text) => Some(SnapshotValue::Text(text.clone())),
        toml::Value::Integer(number) => u64::try_from(*number).ok().map(SnapshotValue::Count),
        toml::Value::Boolean(flag) => Some(SnapshotValue::Flag(*flag)),
        toml::Value::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
            items.map(SnapshotValue::List)
        }
        toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Table(_) => None,
    }
}
