//! What an alert watched, day by day, and when it would have fired.

use std::collections::BTreeMap;

use billing::{Instant, zone::Zone};
use charts::{Strip, StripPoint, ValueTicks};

use super::text;
use crate::{IpcError, dto::common::ChartView};

const HEIGHT: u32 = 112;
/// What a column beside others can be, in pixels; and what it is where the face does not say.
const WIDTHS: (u32, u32) = (280, 900);
const WIDTH: u32 = 420;

/// Something with its instant.
pub(crate) type At = (Instant, i64);

/// How values are written: on the axis, and in full.
pub(crate) struct Words {
    /// On the axis.
    pub short: fn(i64) -> String,
    /// In full.
    pub long: fn(i64) -> String,
}

/// Draws lines of what is watched, the level, and the crossings; a line has one value a day and those of its crossings.
pub(crate) fn draw(
    asked: Option<u32>,
    zone: Zone,
    span: (Instant, Instant),
    lines: &[(String, Vec<At>)],
    (level, fired): (i64, &[At]),
    words: &Words,
) -> Result<ChartView, IpcError> {
    let point = |label: String, (at, value): &At| StripPoint {
        at: at.timestamp(),
        value: *value,
        label,
        text: (words.long)(*value),
    };
    let daily = |(_, line): &(String, Vec<At>)| {
        let days = thinned(zone, line, fired);
        days.iter().map(|at| point(text::minute(zone, at.0), at)).collect()
    };
    let chart = Strip {
        width: asked.unwrap_or(WIDTH).clamp(WIDTHS.0, WIDTHS.1),
        height: HEIGHT,
        from: span.0.timestamp(),
        until: span.1.timestamp(),
        lines: lines.iter().map(daily).collect(),
        level: (level, (words.short)(level)),
        fired: fired.iter().map(|at| point(text::minute(zone, at.0), at)).collect(),
        x_ticks: text::ticks(zone, span.0, span.1),
        y_ticks: ValueTicks::Computed(&words.short),
    };
    let names = lines.iter().map(|(name, _)| name.clone());
    Ok(super::view(chart.draw()?, names.chain(["fired".to_owned()]).collect()))
}

/// The last value of every day, and the values at crossings: no more than can be seen.
fn thinned(zone: Zone, line: &[At], fired: &[At]) -> Vec<At> {
    let mut kept = BTreeMap::new();
    let mut of_day = BTreeMap::new();
    for (at, value) in line {
        of_day.insert(zone.date(*at), (*at, *value));
    }
    let crossings = fired.iter().filter(|at| line.contains(at)).copied();
    // The first holds from the beginning.
    for (at, value) in line.first().copied().into_iter().chain(crossings).chain(of_day.into_values()) {
        kept.insert(at, value);
    }
    kept.into_iter().collect()
}
