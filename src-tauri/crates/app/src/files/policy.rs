//! Policy files: a provider's rules as data.

use std::collections::BTreeMap;

use billing::{
    Policy,
    policy::{BillPolicy, PackagePolicy, SettlementPolicy, Source, Stages, Uncovered, UsageUnit},
    zone::Zone,
};
use chrono::TimeDelta;
use serde::Deserialize;

use super::{
    FileError,
    problem::{Problems, parse},
};

const FILES: [(&str, &str); 2] = [
    ("huawei-ocr-intl.toml", include_str!("../../../../policies/huawei-ocr-intl.toml")),
    ("huawei-ocr-cn.toml", include_str!("../../../../policies/huawei-ocr-cn.toml")),
];

/// A policy, and what opening an account under it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFile {
    /// The rules.
    pub policy: Policy,
    /// Its usual currency.
    pub currency: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyText {
    id: String,
    title: String,
    currency: String,
    zone: String,
    unit: String,
    success: (u16, u16),
    enabling_needs_arrears_paid: bool,
    settlement: SettlementText,
    package: PackageText,
    arrears: Vec<StagesText>,
    bill: BillText,
    sources: BTreeMap<String, SourceText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettlementText {
    period: String,
    longest_delay_minutes: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackageText {
    uncovered: String,
    expiry_warning_days: Vec<u32>,
    expiry_warning_hour: u32,
    refundable: bool,
    stages: Vec<StagesText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StagesText {
    level: String,
    grace_days: i64,
    retention_days: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BillText {
    last_month_until_day: u32,
    final_on_day: u32,
    exportable_from: (u32, u32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceText {
    title: String,
    date: Option<String>,
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
    let entries: PolicyText = parse(file, text)?;
    let mut problems = Problems::of(text);
    let mut expect = |field: &str, found: &str, known: bool| {
        if !known {
            let at = text.find(found).unwrap_or(0);
            problems.add(at..at, field, format!("`{found}` is not known"));
        }
    };
    let zone = zone(&entries.zone);
    expect("zone", &entries.zone, zone.is_some());
    expect("unit", &entries.unit, entries.unit == "call" || entries.unit == "attendance-second");
    let period = match entries.settlement.period.as_str() {
        "hour" => Some(TimeDelta::hours(1)),
        "day" => Some(TimeDelta::days(1)),
        _ => None,
    };
    expect("settlement.period", &entries.settlement.period, period.is_some());
    let uncovered = match entries.package.uncovered.as_str() {
        "pay-per-use" => Some(Uncovered::PayPerUse),
        "suspend" => Some(Uncovered::Suspend),
        _ => None,
    };
    expect("package.uncovered", &entries.package.uncovered, uncovered.is_some());
    let (Some(zone), Some(period), Some(uncovered)) = (zone, period, uncovered) else {
        return problems.into_result(file, None).and_then(|none: Option<PolicyFile>| {
            none.ok_or_else(|| FileError { file: file.to_owned(), problems: Vec::new() })
        });
    };
    let policy = Policy {
        unit: if entries.unit == "call" { UsageUnit::Call } else { UsageUnit::AttendanceSecond },
        id: entries.id,
        title: entries.title,
        zone,
        success: entries.success,
        settlement: SettlementPolicy {
            period,
            longest_delay: TimeDelta::minutes(entries.settlement.longest_delay_minutes),
        },
        uncovered,
        package: PackagePolicy {
            expiry_warning_days: entries.package.expiry_warning_days,
            expiry_warning_hour: entries.package.expiry_warning_hour,
            stages: stages(&entries.package.stages),
            refundable: entries.package.refundable,
        },
        arrears: stages(&entries.arrears),
        enabling_needs_arrears_paid: entries.enabling_needs_arrears_paid,
        bill: BillPolicy {
            last_month_until_day: entries.bill.last_month_until_day,
            final_on_day: entries.bill.final_on_day,
            exportable_from: entries.bill.exportable_from,
        },
        sources: entries
            .sources
            .into_iter()
            .map(|(rule, s)| (rule, Source { title: s.title, date: s.date }))
            .collect(),
    };
    problems.into_result(file, PolicyFile { policy, currency: entries.currency })
}

fn stages(entries: &[StagesText]) -> BTreeMap<String, Stages> {
    let days = TimeDelta::days;
    let stages =
        |entry: &StagesText| Stages { grace: days(entry.grace_days), retention: days(entry.retention_days) };
    entries.iter().map(|entry| (entry.level.clone(), stages(entry))).collect()
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
    use super::*;

    #[test]
    fn the_policies_that_ship_are_sound() {
        let policies = shipped().unwrap();
        assert_eq!(
            policies.keys().map(String::as_str).collect::<Vec<_>>(),
            ["huawei-ocr-cn", "huawei-ocr-intl"]
        );
        let china = &policies["huawei-ocr-cn"].policy;
        assert_eq!(china.arrears_stages("V1").grace, TimeDelta::zero(), "H-86: level V1 has no grace");
        assert_eq!(china.package_stages("V3").grace, TimeDelta::days(7));
    }

    #[test]
    fn an_unknown_word_is_named_with_its_line() {
        let text = FILES[0].1.replace("\"hour\"", "\"week\"");
        let error = read("mine.toml", &text).unwrap_err();
        assert_eq!(error.problems[0].field, "settlement.period");
        assert!(error.problems[0].line > 1);
    }
}
