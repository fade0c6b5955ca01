//! From one total to another: bars that hang together, sums that are kept, sizes and scripts of any kind.

use charts::{Chart, ChartError, ValueTicks, Waterfall, WaterfallBar};

use crate::requests::{HARD_LABELS, assert_sound};

fn draw(start: i64, changes: &[i64], end: i64, name: &str) -> Result<Chart, ChartError> {
    let label = |cents: i64| cents.to_string();
    let bar = |cents: i64| WaterfallBar { label: name.to_owned(), cents, text: cents.to_string() };
    let waterfall = Waterfall {
        width: 640,
        height: 240,
        start: bar(start),
        changes: changes.iter().map(|cents| bar(*cents)).collect(),
        end: bar(end),
        y_ticks: ValueTicks::Computed(&label),
    };
    waterfall.draw()
}

#[test]
fn a_bar_ends_where_the_next_begins_and_the_last_one_is_the_total() {
    let chart = draw(1_000, &[500, -700], 800, "group").expect("drawn");
    assert_sound(&chart);
    let y: Vec<i32> = chart.points.iter().map(|point| point.y).collect();
    assert_eq!(y.len(), 4);
    assert!(y[1] < y[0] && y[0] < y[2], "more goes up, less goes down: {y:?}");
    assert_eq!(y[2], y[3], "what is left after the last change is the total");
    assert_eq!(chart.points[2].value, "-700");
    assert_eq!(chart.svg.matches("dotted").count(), 3, "each is linked to the next");
}

#[test]
fn more_and_less_are_told_apart_without_colour() {
    let more = draw(1_000, &[500], 1_500, "").expect("drawn");
    let less = draw(1_000, &[-500], 500, "").expect("drawn");
    assert!(!more.svg.contains("chart-3-stroke") && less.svg.contains("chart-3-stroke"), "an outline");
}

#[test]
fn totals_of_any_size_and_names_of_any_script_stay_sound() {
    let sets: [(i64, &[i64], i64); 5] = [
        (0, &[], 0),
        (0, &[0], 0),
        (-50, &[-5], -55),
        (i64::MAX, &[i64::MIN, i64::MAX, i64::MAX], i64::MAX),
        (100, &[1; 60], 160),
    ];
    for (start, changes, end) in sets {
        for name in HARD_LABELS {
            assert_sound(&draw(start, changes, end, name).expect("drawn"));
        }
    }
}
