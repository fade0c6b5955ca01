//! The balance day by day.

use app::foresight::Spread;
use billing::{Instant, Money, zone::Zone};
use charts::{Balance, BalancePoint, Band, Mark, Role, Threshold, ValueTicks};

use super::{Width, text, thinned, view};
use crate::{IpcError, dto::common::ChartView};

const HEIGHT: u32 = 240;

/// The balance at an instant.
#[derive(Clone)]
pub(crate) struct Closing {
    /// The end of a day, or now.
    pub at: Instant,
    /// What it is called.
    pub label: String,
    /// The balance.
    pub balance: Money,
}

/// The line of the balance alert.
pub(crate) struct Line {
    /// What can be spent when it is crossed.
    pub spendable: Money,
    /// The balance that leaves so much.
    pub balance: Money,
}

/// Draws closings in order of time; `purchases` become flags, the line of the alert a dotted one.
pub(crate) fn draw(
    page: Width,
    zone: Zone,
    now: Instant,
    closings: &[Closing],
    (purchases, line): (&[(Instant, String)], Option<Line>),
    ahead: &[(Instant, Spread<Money>)],
) -> Result<ChartView, IpcError> {
    // A dip that is thinned out would be a lie: the lowest of neighbours stays.
    let closings = &thinned(closings, page.places(), |one, best| one.balance < best.balance);
    let from = closings.first().map_or(now, |closing| closing.at);
    let chart = Balance {
        width: page.0,
        height: HEIGHT,
        points: closings.iter().map(point).collect(),
        name: closings.last().map_or_else(String::new, |closing| text::money(closing.balance)),
        ahead: ahead.iter().map(|(at, balance)| point_ahead(zone, *at, balance)).collect(),
        ahead_name: String::new(),
        cone: cone(now, closings.last().map_or(Money::ZERO, |last| last.balance), ahead),
        thresholds: line.iter().map(threshold).collect(),
        marks: purchases.iter().map(|(at, sku)| Mark { at: at.timestamp(), label: sku.clone() }).collect(),
        now_at: now.timestamp(),
        now_label: String::new(),
        x_ticks: text::ticks(zone, from, ahead.last().map_or(now, |(at, _)| *at)),
        y_ticks: ValueTicks::Computed(&text::axis_money),
    };
    Ok(view(chart.draw()?, Vec::new()))
}

/// The range it may fall in, from what is there now on.
fn cone(now: Instant, balance: Money, ahead: &[(Instant, Spread<Money>)]) -> Vec<Band<i64>> {
    let band = |at: Instant, low: Money, high: Money| Band {
        at: at.timestamp(),
        low: low.cents(),
        high: high.cents(),
    };
    let here = (!ahead.is_empty()).then(|| band(now, balance, balance));
    here.into_iter().chain(ahead.iter().map(|(at, money)| band(*at, money.least, money.most))).collect()
}

fn threshold(line: &Line) -> Threshold {
    Threshold {
        cents: line.balance.cents(),
        label: text::axis_money(line.spendable.cents()),
        role: Role::Soon,
    }
}

/// Read as a range; drawn in its middle.
fn point_ahead(zone: Zone, at: Instant, balance: &Spread<Money>) -> BalancePoint {
    let (least, most) = (text::money(balance.least), text::money(balance.most));
    let value = if least == most { least } else { format!("{least} – {most}") };
    BalancePoint { at: at.timestamp(), cents: balance.middle.cents(), label: text::day(zone, at), value }
}

fn point(closing: &Closing) -> BalancePoint {
    BalancePoint {
        at: closing.at.timestamp(),
        cents: closing.balance.cents(),
        label: closing.label.clone(),
        value: text::money(closing.balance),
    }
}
