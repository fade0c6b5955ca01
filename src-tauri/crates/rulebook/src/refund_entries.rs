//! `[package.refund]` of a policy as it is written.

use billing::policy::refund::{
    Allowance, Consumed, Eats, FeeRow, RefundFormula, RefundPolicy, RefundWindow, WindowDays,
};
use serde::Deserialize;

/// Without it, packages are not given back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundEntry {
    window: Option<WindowEntry>,
    formula: Option<FormulaEntry>,
    #[serde(default)]
    unstarted_in_full: bool,
    #[serde(default)]
    eats: EatsEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WindowEntry {
    days: i64,
    counted: CountedEntry,
    only_unused: bool,
    most: u32,
    per: PerEntry,
    #[serde(default)]
    returns_vouchers: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CountedEntry {
    CalendarDays,
    Hours24,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PerEntry {
    Account,
    Year,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormulaEntry {
    consumed: ConsumedEntry,
    #[serde(default)]
    fees: Vec<FeeEntry>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ConsumedEntry {
    Hours,
    Months,
    Days,
    Quantity,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeEntry {
    from_months: u32,
    percents: Vec<u32>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum EatsEntry {
    #[default]
    EachByShare,
    GiftsFirst,
}

impl From<RefundEntry> for RefundPolicy {
    fn from(entry: RefundEntry) -> Self {
        Self {
            window: entry.window.map(Into::into),
            formula: entry.formula.map(Into::into),
            unstarted_in_full: entry.unstarted_in_full,
            eats: match entry.eats {
                EatsEntry::EachByShare => Eats::EachByShare,
                EatsEntry::GiftsFirst => Eats::GiftsFirst,
            },
        }
    }
}

impl From<WindowEntry> for RefundWindow {
    fn from(entry: WindowEntry) -> Self {
        Self {
            days: entry.days,
            counted: match entry.counted {
                CountedEntry::CalendarDays => WindowDays::Calendar,
                CountedEntry::Hours24 => WindowDays::Hours,
            },
            only_unused: entry.only_unused,
            most: entry.most,
            per: match entry.per {
                PerEntry::Account => Allowance::Account,
                PerEntry::Year => Allowance::Year,
            },
            returns_vouchers: entry.returns_vouchers,
        }
    }
}

impl From<FormulaEntry> for RefundFormula {
    fn from(entry: FormulaEntry) -> Self {
        Self {
            consumed: match entry.consumed {
                ConsumedEntry::Hours => Consumed::Hours,
                ConsumedEntry::Months => Consumed::Months,
                ConsumedEntry::Days => Consumed::Days,
                ConsumedEntry::Quantity => Consumed::Quantity,
            },
            fees: entry
                .fees
                .into_iter()
                .map(|fee| FeeRow { from_months: fee.from_months, percents: fee.percents })
                .collect(),
        }
    }
}
