//! Renewals aligned to a day of the month, and what packages may become, as policies write it.

use billing::{
    policy::AtEnd,
    standard_date::{AlignPolicy, DayPrice},
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlignEntry {
    default_day: u32,
    day_price: DayPriceEntry,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum DayPriceEntry {
    YearBy365,
    MonthBy30,
}

impl From<AlignEntry> for AlignPolicy {
    fn from(entry: AlignEntry) -> Self {
        let day_price = match entry.day_price {
            DayPriceEntry::YearBy365 => DayPrice::YearBy365,
            DayPriceEntry::MonthBy30 => DayPrice::MonthBy30,
        };
        Self { default_day: entry.default_day, day_price }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtEndEntry {
    Renew,
    PayPerUse,
    Suspend,
    Disable,
}

impl From<AtEndEntry> for AtEnd {
    fn from(entry: AtEndEntry) -> Self {
        match entry {
            AtEndEntry::Renew => Self::Renew,
            AtEndEntry::PayPerUse => Self::PayPerUse,
            AtEndEntry::Suspend => Self::Suspend,
            AtEndEntry::Disable => Self::Disable,
        }
    }
}
