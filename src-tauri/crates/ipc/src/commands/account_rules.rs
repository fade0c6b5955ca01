//! A provider's rules as sentences with figures: what a policy file says, with where it was published.

use billing::{
    Account, Policy,
    policy::{
        PackageOrder, RenewalAfterEnd, Stops, Uncovered,
        refund::{Allowance, WindowDays},
    },
};
use chrono::TimeDelta;

use crate::{convert, dto::account::RuleView};

/// The rules of an account's policy, in the order in which they meet a customer.
pub(super) fn rules(account: &Account) -> Vec<RuleView> {
    let policy = &account.terms.policy;
    let everything = policy.arrears.stops == Stops::Everything;
    let pick = |pay_per_use: &'static str, all: &'static str| if everything { all } else { pay_per_use };
    let daily = policy.settlement.period > TimeDelta::hours(1);
    let posted = policy.settlement.posted_after.num_hours().to_string();
    let mut rules = vec![
        sentence(
            policy,
            if daily { "settled-daily" } else { "settled-hourly" },
            &[posted],
            pick("H-50", "T-21"),
        ),
        match policy.uncovered {
            Uncovered::PayPerUse => sentence(policy, "uncovered-pay-per-use", &[], "H-28"),
            Uncovered::Suspend => sentence(policy, "uncovered-suspend", &[], "T-19"),
        },
        match policy.package.order {
            PackageOrder::Oldest => sentence(policy, "order-oldest", &[], "H-44"),
            PackageOrder::EarliestEnd => sentence(policy, "order-earliest-end", &[], "T-15"),
        },
        sentence(policy, pick("grace-works", "grace-classes"), &[], pick("H-83", "T-25")),
        sentence(policy, pick("stops-pay-per-use", "stops-everything"), &[], pick("H-31", "T-27")),
        sentence(policy, "arrears-end", &[], pick("H-89", "T-29")),
    ];
    rules.extend(package_rules(policy, pick));
    let alert = &policy.balance_alert;
    let hours = alert.told_again_hours.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    rules.push(sentence(
        policy,
        "balance-alert",
        &[hours, (alert.then_every_hours / 24).to_string()],
        "H-69",
    ));
    let (day, hour) = policy.bill.exportable_from;
    let from = format!("{hour:02}:00");
    rules.push(sentence(
        policy,
        "bill-final",
        &[policy.bill.final_on_day.to_string(), day.to_string(), from],
        pick("H-94", "T-60"),
    ));
    rules
}

fn package_rules(
    policy: &Policy,
    pick: impl Fn(&'static str, &'static str) -> &'static str,
) -> Vec<RuleView> {
    let package = &policy.package;
    let days = package.expiry_warning_days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let hour = |hour: u32| format!("{hour:02}:00");
    let auto = &package.auto_renewal;
    let mut rules = vec![
        sentence(policy, "expiry-told", &[days, hour(package.expiry_warning_hour)], pick("H-30", "T-52")),
        if auto.days_after > 0 {
            sentence(policy, "auto-renewal-after", &[hour(auto.hour), auto.days_after.to_string()], "T-49")
        } else {
            sentence(
                policy,
                "auto-renewal-before",
                &[hour(auto.hour), auto.most_days_before.to_string()],
                "H-113",
            )
        },
        match package.renewal_after_end {
            RenewalAfterEnd::OriginalEnd => sentence(policy, "renewed-from-end", &[], "H-90"),
            RenewalAfterEnd::Renewal => sentence(policy, "renewed-from-renewal", &[], "T-48"),
        },
    ];
    rules.extend(refund_rules(policy));
    rules
}

/// When a package can be given back, and what comes back.
fn refund_rules(policy: &Policy) -> Vec<RuleView> {
    let Some(refund) = &policy.package.refund else {
        return vec![sentence(policy, "no-refund", &[], "H-130")];
    };
    let window = refund.window.map(|window| {
        let (key, rule) = match window.counted {
            WindowDays::Calendar => ("refund", "T-40"),
            WindowDays::Hours => ("refund-hours", "H-135"),
        };
        let allowance = match window.per {
            Allowance::Account => sentence(policy, "refund-ever", &[window.most.to_string()], "T-42"),
            Allowance::Year => sentence(policy, "refund-a-year", &[window.most.to_string()], "H-135"),
        };
        [sentence(policy, key, &[window.days.to_string()], rule), allowance]
    });
    let formula = refund.formula.as_ref().map(|_| sentence(policy, "refund-formula", &[], "H-132"));
    window.into_iter().flatten().chain(formula).collect()
}

fn sentence(policy: &Policy, key: &str, figures: &[String], rule: &str) -> RuleView {
    RuleView {
        key: key.to_owned(),
        figures: figures.to_vec(),
        rule: rule.to_owned(),
        source: convert::source(policy, rule),
    }
}
