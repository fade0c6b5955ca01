//! The balance day by day.

use billing::{Instant, Money, zone::Zone};
use charts::{Balance, BalancePoint, Mark, ValueTicks};

use super::{Width, text, view};
use crate::{IpcError, dto::common::ChartView};

const HEIGHT: u32 = 240;

/// The balance at an instant.
pub(crate) struct Closing {
    /// The end of a day, or now.
    pub at: Instant,
    /// What it is called.
    pub label: String,
    /// The balance.
    pub balance: Money,
}

/// Draws closings in order of time; `purchases` become flags.
pub(crate) fn draw(
    page: Width,
    zone: Zone,
    now: Instant,
    closings: &[Closing],
    purchases: &[(Instant, String)],
) -> Result<ChartView, IpcError> {
    let from = closings.first().map_or(now, |closing| closing.at);
    let chart = Balance {
        width: page.0,
        height: HEIGHT,
        points: closings.iter().map(point).collect(),
        name: closings.last().map_or_else(String::new, |closing| text::money(closing.balance)),
        ahead: Vec::new(),
        ahead_name: String::new(),
        cone: Vec::new(),
        thresholds: Vec::new(),
        marks: purchases.iter().map(|(at, sku)| Mark { at: at.timestamp(), label: sku.clone() }).collect(),
        now_at: now.timestamp(),
        now_label: String::new(),
        x_ticks: text::ticks(zone, from, now),
        y_ticks: ValueTicks::Computed(&text::axis_money),
    };
    Ok(view(chart.draw()?, Vec::new()))
}

fn point(closing: &Closing) -> BalancePoint {
    BalancePoint {
        at: closing.at.timestamp(),
        cents: closing.balance.cents(),
        label: closing.label.clone(),
        value: text::money(closing.balance),
    }
}
