//! The stages of arrears on one bar.

use billing::{Instant, lifecycle::Stage, policy::Stops, zone::Zone};
use charts::{Mark, Rail, RailStage, Role};
use chrono::TimeDelta;

use super::{Width, text, view};
use crate::{IpcError, dto::common::ChartView};

/// One stage between two instants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// Which.
    pub stage: Stage,
    /// Its first second.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
}

/// Draws stages in order of time; the first is normal, the last released.
pub(crate) fn draw(
    page: Width,
    zone: Zone,
    stops: Stops,
    now: Instant,
    spans: &[Span],
) -> Result<ChartView, IpcError> {
    let names: Vec<_> = spans.iter().map(|span| name(span.stage, stops)).collect();
    let ends = spans.first().zip(spans.last()).map_or((now, now), |(first, last)| (first.from, last.until));
    let boundaries = spans.iter().skip(1).map(|span| mark(zone, span.from));
    let rail = Rail {
        width: page.0,
        from: ends.0.timestamp(),
        to: ends.1.timestamp(),
        now: now.timestamp(),
        now_label: "now".to_owned(),
        stages: spans.iter().zip(&names).map(|(span, name)| stage(*span, name)).collect(),
        boundaries: boundaries.collect(),
        x_ticks: text::ticks(zone, ends.0, ends.1),
    };
    Ok(view(rail.draw()?, names.iter().map(|name| (*name).to_owned()).collect()))
}

/// How much room is left before the first stage and after the last boundary, so that both ends are seen.
pub(crate) fn margin(from: Instant, to: Instant) -> TimeDelta {
    ((to - from) / 10).max(TimeDelta::hours(1))
}

fn mark(zone: Zone, at: Instant) -> Mark {
    Mark { at: at.timestamp(), label: text::minute(zone, at) }
}

fn stage(span: Span, name: &str) -> RailStage {
    let role = match span.stage {
        Stage::Normal => Role::Chart3,
        Stage::Grace => Role::Soon,
        Stage::Frozen => Role::Today,
        Stage::ReleasePending | Stage::Released => Role::Now,
    };
    RailStage { name: name.to_owned(), from: span.from.timestamp(), until: span.until.timestamp(), role }
}

/// Keys that the window has words for.
fn name(stage: Stage, stops: Stops) -> &'static str {
    match stage {
        Stage::ReleasePending => "pending",
        other => other.code(stops),
    }
}
