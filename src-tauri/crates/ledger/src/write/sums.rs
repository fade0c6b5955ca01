//! The sums that screens read: usage by hour, day and month, bills, and the balance at the end of each day.

use std::collections::BTreeMap;

use billing::{
    Charge, Instant, Money, OpenKey, ProjectId, ResourceId,
    event::{Correction, Metered},
    zone::{Month, Zone},
};
use chrono::TimeDelta;

use crate::{
    LedgerError,
    columns::{month_number, stored},
    parts::billed,
    priced::PricedSums,
    screens::{bills::TotalKind, usage::Width},
};

/// Width, start, resource, project.
pub(crate) type UsageKey = (Width, i64, u32, u32);

/// Bill, kind, resource.
pub(crate) type TotalKey = (i64, TotalKind, u32);

/// Bill, resource, day.
pub(crate) type LineKey = (i64, u32, i64);

/// Figures of usage; negative when more was taken out than came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct UsageSum {
    pub billable: i64,
    pub failed: i64,
    pub uncovered: i64,
    pub from_packages: i64,
    pub billed: i64,
    pub due_cents: i64,
}

/// The sum of one kind of movement of a bill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Total {
    pub line_count: i64,
    pub amount_units: i64,
    pub due_cents: i64,
}

/// The sum of the charges of one resource and day of a bill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub charge_count: i64,
    pub from_packages: i64,
    pub billed: i64,
    pub amount_units: i64,
    pub due_cents: i64,
}

/// What events add to the sums, and the balance they leave at the end of each day.
#[derive(Debug)]
pub(crate) struct Sums {
    zone: Zone,
    pub usage: BTreeMap<UsageKey, UsageSum>,
    pub totals: BTreeMap<TotalKey, Total>,
    pub lines: BTreeMap<LineKey, Line>,
    pub closing: BTreeMap<i64, i64>,
    pub priced: PricedSums,
}

impl Sums {
    pub fn new(zone: Zone) -> Self {
        Self {
            zone,
            usage: BTreeMap::new(),
            totals: BTreeMap::new(),
            lines: BTreeMap::new(),
            closing: BTreeMap::new(),
            priced: PricedSums::default(),
        }
    }

    /// Adds calls, or takes them out.
    pub fn add_metered(&mut self, metered: &Metered, taken_out: bool) -> Result<(), LedgerError> {
        let signed =
            |calls: u64| Ok::<_, LedgerError>(if taken_out { -stored(calls)? } else { stored(calls)? });
        let sum = UsageSum {
            billable: signed(metered.billable)?,
            failed: signed(metered.failed)?,
            uncovered: signed(metered.uncovered)?,
            from_packages: signed(metered.from_packages)?,
            billed: signed(billed(&metered.parts))?,
            due_cents: 0,
        };
        self.add_usage(metered.occurred_at, metered.key.resource, metered.key.project, sum)
    }

    pub fn add_charge(&mut self, charge: &Charge) -> Result<(), LedgerError> {
        self.priced.add(self.zone, charge)?;
        let sum = UsageSum { due_cents: charge.due.cents(), ..UsageSum::default() };
        self.add_usage(charge.key.period, charge.key.resource, charge.key.project, sum)?;
        let line = Line {
            charge_count: 1,
            from_packages: stored(charge.from_packages)?,
            billed: stored(charge.billed())?,
            amount_units: charge.amount.units()?,
            due_cents: charge.due.cents(),
        };
        self.add_line(charge.bill, TotalKind::Charge, &charge.key, line)
    }

    pub fn add_correction(&mut self, correction: &Correction) -> Result<(), LedgerError> {
        let key = correction.key;
        let sum = UsageSum { due_cents: -correction.money.cents(), ..UsageSum::default() };
        self.add_usage(key.period, key.resource, key.project, sum)?;
        let line = Line {
            charge_count: 0,
            from_packages: -stored(correction.from_packages)?,
            billed: -stored(billed(&correction.parts))?,
            amount_units: -correction.amount.units()?,
            due_cents: -correction.money.cents(),
        };
        self.add_line(correction.bill, TotalKind::Correction, &key, line)
    }

    fn add_line(
        &mut self,
        bill: Month,
        kind: TotalKind,
        key: &OpenKey,
        added: Line,
    ) -> Result<(), LedgerError> {
        let bill = month_number(bill);
        let total = self.totals.entry((bill, kind, key.resource.0)).or_default();
        total.line_count += 1;
        total.amount_units = sum(total.amount_units, added.amount_units)?;
        total.due_cents = sum(total.due_cents, added.due_cents)?;
        let day = start(self.zone, Width::Day, key.period);
        let line = self.lines.entry((bill, key.resource.0, day)).or_default();
        line.charge_count += added.charge_count;
        line.from_packages = sum(line.from_packages, added.from_packages)?;
        line.billed = sum(line.billed, added.billed)?;
        line.amount_units = sum(line.amount_units, added.amount_units)?;
        line.due_cents = sum(line.due_cents, added.due_cents)?;
        Ok(())
    }

    pub fn add_purchase(
        &mut self,
        bill: Month,
        kind: TotalKind,
        resource: ResourceId,
        price_cents: i64,
    ) -> Result<(), LedgerError> {
        let total = self.totals.entry((month_number(bill), kind, resource.0)).or_default();
        total.line_count += 1;
        total.due_cents = sum(total.due_cents, price_cents)?;
        Ok(())
    }

    /// The balance after a movement; the last of a day is the day's.
    pub fn close_day(&mut self, at: Instant, balance: Money) {
        self.closing.insert(start(self.zone, Width::Day, at), balance.cents());
    }

    fn add_usage(
        &mut self,
        at: Instant,
        resource: ResourceId,
        project: ProjectId,
        added: UsageSum,
    ) -> Result<(), LedgerError> {
        for width in Width::ALL {
            let key = (width, start(self.zone, width, at), resource.0, project.0);
            self.usage.entry(key).or_default().add(&added)?;
        }
        Ok(())
    }
}

impl UsageSum {
    pub fn add(&mut self, other: &Self) -> Result<(), LedgerError> {
        self.billable = sum(self.billable, other.billable)?;
        self.failed = sum(self.failed, other.failed)?;
        self.uncovered = sum(self.uncovered, other.uncovered)?;
        self.from_packages = sum(self.from_packages, other.from_packages)?;
        self.billed = sum(self.billed, other.billed)?;
        self.due_cents = sum(self.due_cents, other.due_cents)?;
        Ok(())
    }
}

fn sum(one: i64, other: i64) -> Result<i64, LedgerError> {
    one.checked_add(other).ok_or(LedgerError::TooLarge)
}

/// The first second of the hour, day or month that holds an instant, at the provider.
pub(crate) fn start(zone: Zone, width: Width, at: Instant) -> i64 {
    let start = match width {
        Width::Hour => zone.period_start(at, TimeDelta::hours(1)),
        Width::Day => zone.period_start(at, TimeDelta::days(1)),
        Width::Month => zone.month_start(zone.month(at)),
    };
    start.timestamp()
}
