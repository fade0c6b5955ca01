//! What each month amounts to.

use std::collections::BTreeMap;

use app::ledger::BillMonth;
use billing::{
    Instant, Money,
    bill::{self, BillStatus},
    policy::Policy,
    zone::Month,
};
use charts::{BillAmount, BillBar, Bills, Fill, Role, Series, ValueTicks};

use super::{Width, text, view};
use crate::{IpcError, dto::common::ChartView};

const HEIGHT: u32 = 240;
/// The key of pay-per-use; as long as its words, for the room beside the bars is measured by it.
const PAY_PER_USE: &str = "payPerUseCharges";
/// Months that can stand side by side.
const MOST: usize = 120;

/// A kind of movement: its key, how it looks, and where it stands in a month.
type Kind = (&'static str, Role, Fill, fn(&BillMonth) -> Money);

const KINDS: [Kind; 5] = [
    (PAY_PER_USE, Role::Chart2, Fill::Solid, |month| month.charges),
    ("purchases", Role::Chart1, Fill::Solid, |month| month.purchases),
    ("renewals", Role::Chart3, Fill::Tint, |month| month.renewals),
    ("givenBack", Role::Chart4, Fill::Tint, |month| month.refunds),
    ("corrections", Role::Muted, Fill::Outline, |month| month.corrections),
];

/// Draws the months that have a bill, newest first, and the empty ones between them; says how many. Nothing without any.
pub(crate) fn draw(
    page: Width,
    policy: &Policy,
    now: Instant,
    bills: &[BillMonth],
) -> Result<Option<(u32, ChartView)>, IpcError> {
    let (Some(newest), Some(oldest)) = (bills.first(), bills.last()) else { return Ok(None) };
    let by_month: BTreeMap<String, &BillMonth> =
        bills.iter().map(|bill| (bill.month.to_string(), bill)).collect();
    let mut months = vec![oldest.month];
    while let Some(last) = months.last()
        && *last != newest.month
        && months.len() < MOST * MOST
    {
        months.push(last.next());
    }
    months.drain(..months.len().saturating_sub(MOST));
    let has = |kind: &Kind| kind.0 == PAY_PER_USE || bills.iter().any(|bill| !kind.3(bill).is_zero());
    let kinds: Vec<Kind> = KINDS.into_iter().filter(has).collect();
    let bars = months.iter().map(|month| {
        let bill = by_month.get(&month.to_string()).copied();
        bar(policy, now, *month, bill, &kinds)
    });
    let series = |kind: &Kind| Series { name: kind.0.to_owned(), role: kind.1, fill: kind.2 };
    let chart = Bills {
        width: page.0,
        height: HEIGHT,
        months: bars.collect::<Result<_, _>>()?,
        series: kinds.iter().map(series).collect(),
        draft_name: "draft".to_owned(),
        y_ticks: ValueTicks::Computed(&text::axis_money),
    };
    let names = kinds.iter().map(|kind| kind.0.to_owned());
    let chart = view(chart.draw()?, names.chain(["total".to_owned()]).collect());
    Ok(Some((u32::try_from(months.len()).unwrap_or(u32::MAX), chart)))
}

fn bar(
    policy: &Policy,
    now: Instant,
    month: Month,
    bill: Option<&BillMonth>,
    kinds: &[Kind],
) -> Result<BillBar, IpcError> {
    let moved = |kind: &Kind| bill.map_or(Money::ZERO, |bill| kind.3(bill));
    let total = Money::sum(kinds.iter().map(moved))?;
    let amounts = kinds.iter().map(moved).enumerate().filter(|(_, amount)| !amount.is_zero());
    Ok(BillBar {
        label: month.to_string(),
        axis_label: month.to_string(),
        amounts: amounts
            .map(|(series, amount)| BillAmount { series, cents: amount.cents(), text: text::money(amount) })
            .collect(),
        year_border: month.month == 1,
        draft: bill::status_at(policy, month, now) == BillStatus::Open,
        total_text: text::money(total),
    })
}
