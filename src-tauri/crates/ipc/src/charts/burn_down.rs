//! What is left of a cycle of a package.

use app::{foresight::Spread, ledger::PackageDay};
use billing::{Cycle, Instant, zone::Zone};
use charts::{Band, BurnDown, Mark, RemainingPoint, ValueTicks};

use super::{PANE_WIDTH, text, thinned, view};
use crate::{IpcError, dto::common::ChartView};

const HEIGHT: u32 = 200;
/// Places that can be told apart between the axis and the labels, in pixels.
const PLACES: u32 = 200;

/// Draws what was left after each day: `days` are those that took calls, in order of time.
pub(crate) fn draw(
    zone: Zone,
    now: Instant,
    cycle: &Cycle,
    days: &[PackageDay],
    (bought, alert): (&[(Instant, String)], Option<u32>),
    ahead: &[(Instant, Spread<u64>)],
) -> Result<ChartView, IpcError> {
    let mut remaining = cycle.quota;
    let mut points = vec![point(zone, cycle.starts_at, remaining)];
    for day in days {
        remaining = remaining.saturating_add_signed(day.calls.saturating_neg());
        points.push(point(zone, day.last_at.max(cycle.starts_at), remaining));
    }
    let points = thinned(&points, PLACES, |one, best| one.remaining < best.remaining);
    // The forecast begins where the line ends.
    let chart = BurnDown {
        width: PANE_WIDTH,
        height: HEIGHT,
        from: cycle.starts_at.timestamp(),
        until: cycle.ends_at.timestamp(),
        total: cycle.quota,
        points,
        name: String::new(),
        ahead: ahead.iter().map(|(at, left)| point_ahead(zone, *at, left)).collect(),
        ahead_name: String::new(),
        cone: cone(now, remaining, ahead),
        even_name: "evenUse".to_owned(),
        expiry_label: text::day(zone, cycle.ends_at),
        marks: bought.iter().map(|(at, sku)| Mark { at: at.timestamp(), label: sku.clone() }).collect(),
        alert: alert.map(|percent| (share(cycle.quota, percent), format!("{percent} %"))),
        now_at: now.clamp(cycle.starts_at, cycle.ends_at).timestamp(),
        now_label: if cycle.in_force(now) { text::short_day(zone, now) } else { String::new() },
        x_ticks: text::ticks(zone, cycle.starts_at, cycle.ends_at),
        y_ticks: ValueTicks::Computed(&text::count),
    };
    Ok(view(chart.draw()?, Vec::new()))
}

/// The most that is left when a line of so many percent is reached.
fn share(quota: u64, percent: u32) -> u64 {
    u64::try_from(u128::from(quota) * u128::from(percent) / 100).unwrap_or(quota)
}

/// The range it may fall in, from what is left now on.
fn cone(now: Instant, remaining: u64, ahead: &[(Instant, Spread<u64>)]) -> Vec<Band<u64>> {
    let here = (!ahead.is_empty()).then(|| Band { at: now.timestamp(), low: remaining, high: remaining });
    let later = ahead.iter().map(|(at, left)| Band { at: at.timestamp(), low: left.least, high: left.most });
    here.into_iter().chain(later).collect()
}

/// Read as a range; drawn in its middle.
fn point_ahead(zone: Zone, at: Instant, left: &Spread<u64>) -> RemainingPoint {
    let (least, most) = (text::count(left.least), text::count(left.most));
    let value = if least == most { least } else { format!("{least} – {most}") };
    RemainingPoint { at: at.timestamp(), remaining: left.middle, label: text::day(zone, at), value }
}

fn point(zone: Zone, at: Instant, remaining: u64) -> RemainingPoint {
    RemainingPoint {
        at: at.timestamp(),
        remaining,
        label: text::minute(zone, at),
        value: text::count(remaining),
    }
}
