//! What is ahead, in lanes.

use billing::{Instant, zone::Zone};
use charts::{Lane, LaneItem, Role, Timeline};

use super::{Width, text, view};
use crate::{IpcError, dto::common::ChartView};

/// The lanes, from top to bottom: keys that the window has words for.
pub(crate) const LANES: [&str; 5] = ["settlements", "attempts", "packages", "money", "bills"];

/// Something ahead.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Index into the lanes.
    pub lane: usize,
    /// When.
    pub at: Instant,
    /// When it is over, of what takes time.
    pub until: Option<Instant>,
    /// What it is about; empty for a mere tick.
    pub label: String,
    /// How much it threatens.
    pub weight: Weight,
}

/// How much something ahead threatens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// It is routine.
    Tick,
    /// Worth knowing.
    Note,
    /// Soon.
    Soon,
    /// To be acted on today.
    Today,
}

/// Draws what is ahead between two instants in the lanes of Today; the first is now.
pub(crate) fn draw(
    page: Width,
    zone: Zone,
    now: Instant,
    to: Instant,
    items: &[Item],
) -> Result<ChartView, IpcError> {
    draw_lanes(&LANES, page, zone, now, to, items)
}

/// The same in lanes of one's own: keys that the window has words for.
pub(crate) fn draw_lanes(
    lanes: &[&str],
    page: Width,
    zone: Zone,
    now: Instant,
    to: Instant,
    items: &[Item],
) -> Result<ChartView, IpcError> {
    let lane = |(index, name): (usize, &&str)| Lane {
        name: (*name).to_owned(),
        items: items.iter().filter(|item| item.lane == index).map(|item| lane_item(zone, item)).collect(),
    };
    let chart = Timeline {
        width: page.0,
        from: now.timestamp(),
        to: to.timestamp(),
        now: now.timestamp(),
        now_label: text::time(zone, now),
        lanes: lanes.iter().enumerate().map(lane).collect(),
        x_ticks: text::ticks(zone, now, to),
    };
    Ok(view(chart.draw()?, lanes.iter().map(|name| (*name).to_owned()).collect()))
}

fn lane_item(zone: Zone, item: &Item) -> LaneItem {
    let role = match item.weight {
        Weight::Tick => Role::Muted,
        Weight::Note => Role::Note,
        Weight::Soon => Role::Soon,
        Weight::Today => Role::Today,
    };
    LaneItem {
        at: item.at.timestamp(),
        until: item.until.map(|until| until.timestamp()),
        label: item.label.clone(),
        value: text::minute(zone, item.at),
        role,
    }
}
