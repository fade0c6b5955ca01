//! What costs are made of by day, and what changed from one range to the next.

use std::collections::BTreeMap;

use app::costs::{Change, Changes, Mode, Span, Step};
use billing::{ChargeAmount, Money, zone::Month};
use charts::{BillAmount, BillBar, Bills, Fill, Role, Series, ValueTicks, Waterfall, WaterfallBar};
use chrono::{Datelike as _, NaiveDate};

use super::{Width, text, view};
use crate::{IpcError, dto::common::ChartView};

const HEIGHT: u32 = 220;
/// Groups that have a colour of their own; the rest are one.
const OWN: usize = 5;
/// Pixels that a bar of the waterfall needs for its name.
const BAR: u32 = 88;
/// The most groups of a waterfall that stand by themselves.
const MOST_CHANGES: usize = 8;

const ROLES: [(Role, Fill); OWN] = [
    (Role::Chart2, Fill::Solid),
    (Role::Chart1, Fill::Solid),
    (Role::Chart3, Fill::Tint),
    (Role::Chart4, Fill::Tint),
    (Role::Chart5, Fill::Solid),
];

/// The key of a billing mode, in the colours it has among bills. As long as its words, for the room is measured by it.
const fn of_mode(mode: Mode) -> (&'static str, Role, Fill) {
    match mode {
        Mode::PayPerUse => ("payPerUseCharges", Role::Chart2, Fill::Solid),
        Mode::Purchase => ("purchases", Role::Chart1, Fill::Solid),
        Mode::Renewal => ("renewals", Role::Chart3, Fill::Tint),
        Mode::Refund => ("givenBack", Role::Chart4, Fill::Tint),
        Mode::Correction => ("corrections", Role::Muted, Fill::Outline),
        Mode::Rounding => ("other", Role::Muted, Fill::Outline),
    }
}

/// Draws the days of a month by billing mode.
pub(crate) fn days(
    page: Width,
    month: Month,
    days: &BTreeMap<NaiveDate, BTreeMap<Mode, Money>>,
) -> Result<ChartView, IpcError> {
    let used: Vec<Mode> =
        Mode::ALL.into_iter().filter(|mode| days.values().any(|of| of.contains_key(mode))).collect();
    let span = Span::of_month(month);
    let mut bars = Vec::new();
    for day in span.starts() {
        let of_day = days.get(&day);
        let amount = |mode: &Mode| of_day.and_then(|modes| modes.get(mode)).copied().unwrap_or(Money::ZERO);
        bars.push(bar(&span, day, used.iter().map(amount).collect())?);
    }
    let series = used.iter().map(|mode| {
        let (name, role, fill) = of_mode(*mode);
        Series { name: name.to_owned(), role, fill }
    });
    stacked(page, bars, series.collect())
}

/// Draws a range by day or month: the groups that cost most, and the rest as one.
pub(crate) fn steps(page: Width, told: &Changes) -> Result<ChartView, IpcError> {
    let mut groups: Vec<&Change> = told.groups.iter().filter(|group| !group.steps.is_empty()).collect();
    groups.sort_by(|a, b| b.now.cmp(&a.now).then_with(|| a.value.cmp(&b.value)));
    let (own, rest) = groups.split_at(if groups.len() > OWN + 1 { OWN } else { groups.len() });
    let mut series: Vec<Series> =
        own.iter().enumerate().map(|(index, group)| series_of(index, group)).collect();
    if !rest.is_empty() {
        series.push(Series { name: "other".to_owned(), role: Role::Chart6, fill: Fill::Tint });
    }
    let mut bars = Vec::new();
    for start in told.span.starts() {
        let amount = |group: &&Change| group.steps.get(&start).copied().unwrap_or(ChargeAmount::ZERO);
        let mut amounts: Vec<ChargeAmount> = own.iter().map(amount).collect();
        if !rest.is_empty() {
            let mut sum = ChargeAmount::ZERO;
            for group in rest {
                sum = sum.checked_add(amount(group))?;
            }
            amounts.push(sum);
        }
        let amounts = amounts.into_iter().map(Money::from_charge).collect::<Result<_, _>>()?;
        bars.push(bar(&told.span, start, amounts)?);
    }
    stacked(page, bars, series)
}

fn series_of(index: usize, group: &Change) -> Series {
    if let Some(mode) = group.value.as_deref().and_then(Mode::parse) {
        let (name, role, fill) = of_mode(mode);
        return Series { name: name.to_owned(), role, fill };
    }
    let (role, fill) = ROLES.get(index).copied().unwrap_or((Role::Chart6, Fill::Tint));
    let (role, fill) = if group.value.is_none() { (Role::Muted, Fill::Outline) } else { (role, fill) };
    Series { name: group.value.clone().unwrap_or_else(|| "unallocated".to_owned()), role, fill }
}

fn bar(span: &Span, start: NaiveDate, amounts: Vec<Money>) -> Result<BillBar, IpcError> {
    let (label, axis_label) = match span.step {
        Step::Day => (start.to_string(), start.format("%m-%d").to_string()),
        Step::Month => (start.format("%Y-%m").to_string(), start.format("%Y-%m").to_string()),
    };
    let total_text = text::money(Money::sum(amounts.iter().copied())?);
    let amounts = amounts.into_iter().enumerate().filter(|(_, amount)| !amount.is_zero());
    Ok(BillBar {
        label,
        axis_label,
        amounts: amounts
            .map(|(series, amount)| BillAmount { series, cents: amount.cents(), text: text::money(amount) })
            .collect(),
        year_border: start.day() == 1 && (span.step == Step::Day || start.month() == 1),
        draft: false,
        total_text,
    })
}

fn stacked(page: Width, months: Vec<BillBar>, series: Vec<Series>) -> Result<ChartView, IpcError> {
    let names: Vec<String> = series.iter().map(|series| series.name.clone()).collect();
    let chart = Bills {
        width: page.0,
        height: HEIGHT,
        months,
        series,
        draft_name: String::new(),
        y_ticks: ValueTicks::Computed(&text::axis_money),
    };
    Ok(view(chart.draw()?, names.into_iter().chain(["total".to_owned()]).collect()))
}

/// Draws what changed: the largest changes by themselves, the rest as one.
pub(crate) fn waterfall(page: Width, told: &Changes) -> Result<ChartView, IpcError> {
    let changed: Vec<&Change> =
        told.groups.iter().filter(|group| group.change != ChargeAmount::ZERO).collect();
    let places =
        usize::try_from(page.0 / BAR).unwrap_or(MOST_CHANGES).saturating_sub(3).clamp(2, MOST_CHANGES);
    let (own, rest) = changed.split_at(if changed.len() > places { places - 1 } else { changed.len() });
    let mut reached = told.total.before;
    let mut bars = Vec::new();
    for group in own {
        bars.push(step(&mut reached, group.change, name_of(group))?);
    }
    if !rest.is_empty() {
        let left = told.total.now.checked_sub(reached)?;
        bars.push(step(&mut reached, left, "other".to_owned())?);
    }
    let total = |name: &str, amount: ChargeAmount| {
        let money = Money::from_charge(amount)?;
        Ok::<_, IpcError>(WaterfallBar {
            label: name.to_owned(),
            cents: money.cents(),
            text: text::money(money),
        })
    };
    let chart = Waterfall {
        width: page.0,
        height: HEIGHT,
        start: total("before", told.total.before)?,
        changes: bars,
        end: total("thisRange", told.total.now)?,
        y_ticks: ValueTicks::Computed(&text::axis_money),
    };
    Ok(view(chart.draw()?, vec![String::new()]))
}

/// One change, as far as it moves the cents of the total so far: so they add up, whatever is rounded.
fn step(reached: &mut ChargeAmount, change: ChargeAmount, label: String) -> Result<WaterfallBar, IpcError> {
    let from = Money::from_charge(*reached)?;
    *reached = reached.checked_add(change)?;
    let moved = Money::from_charge(*reached)?.checked_sub(from)?;
    let sign = if moved.is_positive() { "+" } else { "" };
    Ok(WaterfallBar { label, cents: moved.cents(), text: format!("{sign}{}", text::money(moved)) })
}

fn name_of(group: &Change) -> String {
    match (group.value.as_deref(), group.value.as_deref().and_then(Mode::parse)) {
        // Shorter than elsewhere, for it stands below a bar.
        (_, Some(Mode::PayPerUse)) => "billed".to_owned(),
        (_, Some(mode)) => of_mode(mode).0.to_owned(),
        (Some(value), None) => value.to_owned(),
        (None, None) => "unallocated".to_owned(),
    }
}
