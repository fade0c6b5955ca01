//! Policy files: a provider's rules as data.

use std::collections::BTreeMap;

use billing::{
    Policy,
    bill::LineKind,
    policy::{BalanceAlertPolicy, BillPolicy, ResourceKind},
    zone::Zone,
};
use toml::Spanned;

use crate::{
    FileError,
    policy_entries::PolicyEntry,
    problem::{Problems, parse},
};

const FILES: [(&str, &str); 3] = [
    ("huawei-ocr-intl.toml", include_str!("../../../policies/huawei-ocr-intl.toml")),
    ("huawei-ocr-cn.toml", include_str!("../../../policies/huawei-ocr-cn.toml")),
    ("tencent-lcic.toml", include_str!("../../../policies/tencent-lcic.toml")),
];

/// A policy, and what opening an account under it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFile {
    /// The rules.
    pub policy: Policy,
    /// Its usual currency.
    pub currency: String,
}

/// The policies that ship, by id.
///
/// # Errors
/// [`FileError`] would be a defect of the program.
pub fn shipped() -> Result<BTreeMap<String, PolicyFile>, FileError> {
    FILES
        .iter()
        .map(|(file, text)| read(file, text).map(|policy| (policy.policy.id.clone(), policy)))
        .collect()
}

/// Reads a policy; `file` names it in messages.
///
/// # Errors
/// [`FileError`] with every problem.
pub fn read(file: &str, text: &str) -> Result<PolicyFile, FileError> {
    let entries: PolicyEntry = parse(file, text)?;
    let mut problems = Problems::of(text);
    let Some(zone) = zone(entries.zone.get_ref()) else {
        let message = format!("`{}` is no offset such as +08:00", entries.zone.get_ref());
        problems.add(entries.zone.span(), "zone", message);
        return problems.into_result(file, None).and_then(|none: Option<PolicyFile>| {
            none.ok_or_else(|| FileError { file: file.to_owned(), problems: Vec::new() })
        });
    };
    if *entries.bill.amortised_decimals.get_ref() > 8 {
        let message = "amounts have at most 8 decimals (H-03)";
        problems.add(entries.bill.amortised_decimals.span(), "bill.amortised_decimals", message);
    }
    let transaction_types = transaction_types(entries.bill.transaction_types, &mut problems);
    let policy = Policy {
        id: entries.id,
        title: entries.title,
        zone,
        unit: entries.unit.into(),
        resources: entries
            .applications_of
            .map_or(ResourceKind::Regions, |service| ResourceKind::Applications { service }),
        success: entries.success,
        settlement: entries.settlement.into(),
        uncovered: entries.package.uncovered.into(),
        package: entries.package.into(),
        vouchers: entries.vouchers.into(),
        arrears: entries.arrears.into(),
        balance_alert: BalanceAlertPolicy {
            told_again_hours: entries.balance_alert.told_again_hours,
            then_every_hours: entries.balance_alert.then_every_hours,
        },
        bill: BillPolicy {
            last_month_until_day: entries.bill.last_month_until_day,
            final_on_day: entries.bill.final_on_day,
            exportable_from: entries.bill.exportable_from,
            transaction_types,
            amortised_decimals: *entries.bill.amortised_decimals.get_ref(),
        },
        sources: entries.sources.into_iter().map(|(rule, source)| (rule, source.into())).collect(),
    };
    problems.into_result(file, PolicyFile { policy, currency: entries.currency })
}

/// What the provider calls each kind of line.
fn transaction_types(
    entries: BTreeMap<Spanned<String>, String>,
    problems: &mut Problems<'_>,
) -> BTreeMap<LineKind, String> {
    let mut types = BTreeMap::new();
    for (kind, name) in entries {
        match LineKind::parse(kind.get_ref()) {
            Some(kind) => _ = types.insert(kind, name),
            None => {
                let known = LineKind::ALL.map(LineKind::code).join(", ");
                let message = format!("`{}` is no kind of line; kinds are {known}", kind.get_ref());
                problems.add(kind.span(), "bill.transaction_types", message);
            }
        }
    }
    types
}

/// Reads `+08:00`.
fn zone(text: &str) -> Option<Zone> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Zone::east(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn the_policies_that_ship_are_sound() {
        let policies = shipped().unwrap();
        assert_eq!(
            policies.keys().map(String::as_str).collect::<Vec<_>>(),
            ["huawei-ocr-cn", "huawei-ocr-intl", "tencent-lcic"]
        );
        let china = &policies["huawei-ocr-cn"].policy;
        assert_eq!(china.arrears_stages("V1").grace, TimeDelta::zero(), "H-86: level V1 has no grace");
        assert_eq!(china.package_stages("V3").map(|stages| stages.grace), Some(TimeDelta::days(7)));
    }

    #[test]
    fn lines_go_by_the_providers_names() {
        let policies = shipped().unwrap();
        let name = |id: &str, kind: LineKind| kind.transaction_type(&policies[id].policy).map(str::to_owned);
        assert_eq!(name("huawei-ocr-intl", LineKind::AutoRenewal).as_deref(), Some("8"), "H-98");
        assert_eq!(name("huawei-ocr-cn", LineKind::Rounding), None, "H-98 has no rounding");
        assert_eq!(name("tencent-lcic", LineKind::Usage).as_deref(), Some("postpay_deduct_d"), "T-62");
        assert_eq!(name("tencent-lcic", LineKind::Rounding).as_deref(), Some("billVirtualId"), "T-23");
        let text = FILES[0].1.replace("auto-renewal = \"8\"", "auto-renew = \"8\"");
        let error = read("mine.toml", &text).unwrap_err();
        assert!(error.to_string().contains("`auto-renew` is no kind of line"), "{error}");
    }

    #[test]
    fn an_unknown_word_is_named_with_its_line() {
        let text = FILES[0].1.replace("\"hour\"", "\"week\"");
        let error = read("mine.toml", &text).unwrap_err();
        let problem = &error.problems[0];
        assert!(problem.line > 1 && problem.message.contains("`week`"), "{problem:?}");
    }
}
