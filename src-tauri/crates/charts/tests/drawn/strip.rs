//! The strip beside an alert.

use crate::requests::{assert_sound, signed};
use charts::{ChartError, Strip, StripPoint, ValueTicks};

fn point(at: i64, value: i64) -> StripPoint {
    StripPoint { at, value, label: format!("at {at}"), text: value.to_string() }
}

fn strip(lines: Vec<Vec<StripPoint>>, fired: Vec<StripPoint>) -> Strip<'static> {
    Strip {
        width: 360,
        height: 96,
        from: 0,
        until: 90,
        lines,
        level: (2_000, "20.00".to_owned()),
        fired,
        x_ticks: Vec::new(),
        y_ticks: ValueTicks::Computed(&signed),
    }
}

#[test]
fn crossings_stand_on_the_line_at_their_value() {
    let lines = vec![vec![point(0, 5_000), point(30, 1_900), point(60, 4_000)]];
    let chart = strip(lines, vec![point(30, 1_900)]).draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.svg.matches("soon-fill").count(), 1);
    let on_the_line =
        chart.points.iter().find(|point| point.series == 0 && point.value == "1900").expect("there");
    let crossing = chart.points.iter().find(|point| point.series == 1).expect("there");
    assert_eq!((crossing.x, crossing.y), (on_the_line.x, on_the_line.y));
    assert!(chart.svg.contains(">20.00</text>"), "the level says where it stands");
}

#[test]
fn several_packages_are_several_lines_without_areas() {
    let lines = vec![vec![point(0, 5_000)], vec![point(40, 10_000), point(80, 0)]];
    let chart = strip(lines, Vec::new()).draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.svg.matches("<polygon class=\"chart-1-fill\"").count(), 0);
    assert_eq!(chart.points.iter().map(|point| point.series).collect::<Vec<_>>(), [0, 1, 1]);
}

#[test]
fn instants_that_go_back_are_refused() {
    let line = vec![point(5, 1), point(4, 1)];
    assert_eq!(strip(vec![line], Vec::new()).draw().err(), Some(ChartError::OutOfOrder { index: 1 }));
    assert_sound(&strip(Vec::new(), Vec::new()).draw().expect("nothing is drawn, too"));
}

#[test]
fn a_span_of_one_instant_is_drawn() {
    let mut request = strip(vec![vec![point(0, 5_000)]], vec![point(0, 5_000)]);
    request.until = 0;
    assert_sound(&request.draw().expect("drawn"));
}
