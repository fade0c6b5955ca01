//! Nothing, one, enormous, long, foreign: no chart may panic or leave its frame.

use crate::requests::{
    HARD_LABELS, assert_sound, balance, balance_point, bucket, burn_down, item, timeline, usage,
};
use charts::{Band, Mark, Role, SparkPoint, Sparkline, Threshold, TimeTick};

#[test]
fn nothing_to_show_is_an_empty_frame() {
    let empty = [
        usage(Vec::new(), &[]).draw(),
        balance(&[], 0).draw(),
        burn_down(&[], 0, 0).draw(),
        timeline(Vec::new()).draw(),
        Sparkline { width: 96, height: 24, points: Vec::new(), role: Role::Chart1 }.draw(),
    ];
    for chart in empty {
        let chart = chart.expect("drawn");
        assert_sound(&chart);
        assert!(chart.points.is_empty());
    }
}

#[test]
fn one_of_each_is_drawn() {
    let value = SparkPoint { value: 5, label: "day".to_owned(), text: "5".to_owned() };
    let single = [
        usage(vec![bucket(0, &[9])], &["calls"]).draw(),
        balance(&[(70, 900)], 70).draw(),
        burn_down(&[(0, 1)], 1, 0).draw(),
        timeline(vec![("lane", vec![item(1_000, None, "at the very end")])]).draw(),
        Sparkline { width: 16, height: 8, points: vec![value], role: Role::Chart1 }.draw(),
    ];
    for chart in single {
        let chart = chart.expect("drawn");
        assert_sound(&chart);
        assert!(!chart.points.is_empty());
    }
}

#[test]
fn zeros_lie_on_the_axis() {
    let chart =
        usage((0..5).map(|index| bucket(index, &[0, 0])).collect(), &["a", "b"]).draw().expect("drawn");
    assert_sound(&chart);
    assert!(chart.points.iter().all(|point| point.y == chart.plot.bottom));
    assert_sound(&balance(&[(0, 0), (9, 0)], 20).draw().expect("drawn"));
    assert_sound(&burn_down(&[(0, 0)], 0, 500).draw().expect("drawn"));
}

#[test]
fn a_bucket_without_parts_still_has_its_total() {
    let chart = usage(vec![bucket(0, &[]), bucket(1, &[3])], &["calls"]).draw().expect("drawn");
    assert_eq!(chart.points.len(), 3);
    assert_eq!(chart.points[0].y, chart.plot.bottom);
}

#[test]
fn the_largest_numbers_fit() {
    let most = u64::MAX;
    assert_sound(&usage(vec![bucket(0, &[most, most, most])], &["a", "b", "c"]).draw().expect("drawn"));
    assert_sound(&burn_down(&[(0, most), (900, 0)], most, 950).draw().expect("drawn"));
    let mut request = balance(&[(i64::MIN, i64::MAX), (0, i64::MIN), (i64::MAX, 0)], i64::MAX);
    request.cone = vec![Band { at: 0, low: i64::MIN, high: i64::MAX }];
    request.thresholds = vec![Threshold { cents: i64::MIN, label: "low".to_owned(), role: Role::Now }];
    assert_sound(&request.draw().expect("drawn"));
    let values =
        [i64::MIN, i64::MAX].map(|value| SparkPoint { value, label: String::new(), text: String::new() });
    assert_sound(
        &Sparkline { width: 64, height: 16, points: values.into(), role: Role::Note }.draw().expect("drawn"),
    );
    let mut ages = timeline(vec![("ages", vec![item(i64::MIN, Some(i64::MAX), "all of it")])]);
    (ages.from, ages.to) = (i64::MIN, i64::MAX);
    assert_sound(&ages.draw().expect("drawn"));
}

#[test]
fn a_figure_that_does_not_fit_is_left_out_rather_than_cut() {
    let mut request = usage(vec![bucket(0, &[u64::MAX])], &["calls"]);
    request.width = 120;
    let chart = request.draw().expect("drawn");
    assert_sound(&chart);
    let figures = chart.svg.matches("muted-fill").count();
    assert_eq!(figures, 2, "zero and the bucket");
    assert!(chart.svg.matches(">0</text>").count() == 2 && !chart.svg.contains("0…"));
}

#[test]
fn a_year_of_hours_is_drawn() {
    let chart = usage((0..8_760).map(|index| bucket(index, &[index as u64])).collect(), &["calls"]).draw();
    let chart = chart.expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.points.len(), 2 * 8_760);
}

#[test]
fn hard_labels_are_escaped_and_cut() {
    for label in HARD_LABELS {
        let mut bars = usage((0..3).map(|index| bucket(index, &[7, 2])).collect(), &[label, label]);
        bars.buckets[1].axis_label = Some(label.to_owned());
        bars.marks = vec![charts::BucketMark { bucket: 1, label: label.to_owned() }];
        let mut line = balance(&[(0, 100), (50, -20)], 60);
        line.name = label.to_owned();
        line.ahead = vec![balance_point(90, 5)];
        line.ahead_name = label.to_owned();
        line.now_label = label.to_owned();
        line.marks = vec![Mark { at: 50, label: label.to_owned() }];
        line.thresholds = vec![Threshold { cents: 10, label: label.to_owned(), role: Role::Today }];
        line.x_ticks = vec![TimeTick { at: 10, label: label.to_owned() }];
        let mut quota = burn_down(&[(0, 100)], 100, 60);
        quota.expiry_label = label.to_owned();
        quota.even_name = label.to_owned();
        let lanes = timeline(vec![(label, vec![item(10, None, label), item(12, Some(90), label)])]);
        for chart in [bars.draw(), line.draw(), quota.draw(), lanes.draw()] {
            let chart = chart.expect("drawn");
            assert_sound(&chart);
            assert!(!chart.svg.contains("<script"), "markup of a label never becomes markup");
        }
    }
}

#[test]
fn the_words_of_a_point_are_the_callers_own() {
    let label = HARD_LABELS[3];
    let mut request = balance(&[(0, 100)], 60);
    request.points[0].label = label.to_owned();
    assert_eq!(request.draw().expect("drawn").points[0].label, label, "the window escapes what it shows");
}

#[test]
fn a_crowded_lane_keeps_every_mark_and_a_bounded_height() {
    let items: Vec<_> = (0..300).map(|at| item(at * 3, None, "renewal of a package")).collect();
    let chart = timeline(vec![("renewals", items)]).draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.points.len(), 300);
    assert!(chart.height < 400, "{}", chart.height);
}

#[test]
fn marks_without_words_share_one_row() {
    let items: Vec<_> = (0..300).map(|at| item(at * 3, None, "")).collect();
    let chart = timeline(vec![("settlements", items)]).draw().expect("drawn");
    let first = chart.points[0].y;
    assert!(chart.points.iter().all(|point| point.y == first));
}

#[test]
fn the_smallest_size_is_drawn_and_a_smaller_one_is_refused() {
    let mut request = usage(vec![bucket(0, &[9])], &["a long series name"]);
    (request.width, request.height) = (120, 80);
    assert_sound(&request.draw().expect("drawn"));
    request.height = 79;
    assert!(request.draw().is_err());
    request.height = u32::MAX;
    assert!(request.draw().is_err());
}

#[test]
fn neighbours_of_one_name_are_named_once_on_one_row_and_each_keeps_its_point() {
    let name = "passport-100k";
    let close = |from: i64| [0, 15, 25].map(|after| item(from + after, None, name));
    let chart = timeline(vec![("warnings", close(100).to_vec())]).draw().expect("drawn");
    assert_eq!(chart.svg.matches(name).count(), 1);
    assert!(chart.points.iter().all(|point| point.label == name && point.y == chart.points[0].y));
    // Near the right edge the name stands before the first of them.
    let chart = timeline(vec![("warnings", close(960).to_vec())]).draw().expect("drawn");
    assert_eq!(chart.svg.matches(name).count(), 1);
    // Far apart, each says what it is.
    let apart = vec![item(100, None, name), item(800, None, name)];
    let chart = timeline(vec![("warnings", apart)]).draw().expect("drawn");
    assert_eq!(chart.svg.matches(name).count(), 2);
}
