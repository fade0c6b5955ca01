//! Calls per hour, day or month, stacked.

use billing::{Instant, zone::Zone};
use charts::{BucketMark, Fill, Part, Role, Series, ValueTicks};

use super::{Width, text, view};
use crate::{
    IpcError,
    dto::{common::ChartView, usage::Bucket},
};

const HEIGHT: u32 = 280;
/// Colours there are for layers that have no meaning of their own.
const LAYERS: [(Role, Fill); 6] = [
    (Role::Chart1, Fill::Solid),
    (Role::Chart2, Fill::Solid),
    (Role::Chart3, Fill::Solid),
    (Role::Chart4, Fill::Tint),
    (Role::Chart5, Fill::Tint),
    (Role::Chart6, Fill::Outline),
];

/// One bar.
pub(crate) struct Bar {
    /// Its first second.
    pub start: Instant,
    /// Its end, excluded.
    pub end: Instant,
    /// Calls, by layer.
    pub amounts: Vec<u64>,
    /// Whether it is not settled to its end.
    pub unsettled: bool,
}

/// A layer of the stack.
pub(crate) struct Layer {
    /// Its name, or a key that the window has a word for.
    pub name: String,
    role: Role,
    fill: Fill,
}

impl Layer {
    /// Layers that mean the same on every screen: who paid.
    pub(crate) fn by_payer() -> Vec<Self> {
        let layer = |name: &str, role, fill| Self { name: name.to_owned(), role, fill };
        vec![
            layer("fromPackages", Role::Chart1, Fill::Solid),
            layer("billed", Role::Chart2, Fill::Solid),
            layer("failed", Role::Muted, Fill::Outline),
            layer("uncovered", Role::Chart3, Fill::Tint),
        ]
    }

    /// Layers with names, largest first; there are no more colours than [`Layer::MOST`].
    pub(crate) fn named(names: Vec<String>) -> Vec<Self> {
        let layer = |(name, (role, fill)): (String, (Role, Fill))| Self { name, role, fill };
        names.into_iter().zip(LAYERS).map(layer).collect()
    }

    /// How many layers can be told apart.
    pub(crate) const MOST: usize = LAYERS.len();
}

/// Draws the bars; `purchases` become flags.
pub(crate) fn draw(
    page: Width,
    zone: Zone,
    bucket_width: Bucket,
    bars: &[Bar],
    layers: &[Layer],
    purchases: &[(Instant, String)],
) -> Result<ChartView, IpcError> {
    let series = |layer: &Layer| Series { name: layer.name.clone(), role: layer.role, fill: layer.fill };
    let marks = purchases.iter().filter_map(|(at, sku)| {
        let bucket = bars.iter().position(|bar| bar.start <= *at && *at < bar.end)?;
        Some(BucketMark { bucket, label: sku.clone() })
    });
    let chart = charts::Usage {
        width: page.0,
        height: HEIGHT,
        buckets: bars.iter().map(|bar| bucket(zone, bucket_width, bars.len(), bar)).collect(),
        series: layers.iter().map(series).collect(),
        marks: marks.collect(),
        y_ticks: ValueTicks::Computed(&text::count),
    };
    let names = layers.iter().map(|layer| layer.name.clone());
    Ok(view(chart.draw()?, names.chain(["total".to_owned()]).collect()))
}

fn bucket(zone: Zone, width: Bucket, bar_count: usize, bar: &Bar) -> charts::Bucket {
    let (label, axis_label, day_border) = labels(zone, width, bar_count, bar.start);
    let parts = bar.amounts.iter().enumerate().filter(|(_, amount)| **amount > 0);
    let total = bar.amounts.iter().fold(0_u64, |sum, amount| sum.saturating_add(*amount));
    charts::Bucket {
        label,
        axis_label,
        parts: parts
            .map(|(series, amount)| Part { series, amount: *amount, text: text::count(*amount) })
            .collect(),
        day_border,
        unsettled: bar.unsettled,
        total_text: text::count(total),
    }
}

/// The period in full and for the axis, and whether a larger one begins with it.
fn labels(zone: Zone, width: Bucket, bar_count: usize, start: Instant) -> (String, Option<String>, bool) {
    let minute = text::minute(zone, start);
    match width {
        Bucket::Hour => {
            let time = text::time(zone, start);
            let axis = match time.as_str() {
                "00:00" => Some(text::short_day(zone, start)),
                "06:00" | "12:00" | "18:00" if bar_count <= 72 => Some(time.clone()),
                _ => None,
            };
            (minute, axis, time == "00:00")
        }
        Bucket::Day => {
            let day = text::day(zone, start);
            let begins_month = day.ends_with("-01");
            (day, Some(text::short_day(zone, start)), begins_month)
        }
        Bucket::Month => {
            let month = zone.month(start);
            (month.to_string(), Some(month.to_string()), month.month == 1)
        }
    }
}
