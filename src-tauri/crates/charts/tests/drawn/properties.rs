//! What every chart promises about its SVG and its points.

use crate::requests::{
    assert_sound, balance, balance_point, bucket, burn_down, item, numbers, timeline, usage,
};
use charts::{
    Band, BucketMark, Chart, ChartError, Mark, Role, SparkPoint, Sparkline, Threshold, TimeTick, ValueTicks,
};

fn text_of(chart: &Chart) -> Vec<&str> {
    let texts = chart.svg.split("<text").skip(1).filter_map(|piece| piece.split_once('>'));
    texts.filter_map(|(_, rest)| rest.split_once("</text>")).map(|(text, _)| text).collect()
}

fn sparkline(values: &[i64]) -> Sparkline {
    let point = |value: &i64| SparkPoint { value: *value, label: "day".to_owned(), text: value.to_string() };
    Sparkline { width: 96, height: 24, points: values.iter().map(point).collect(), role: Role::Accent }
}

#[test]
fn usage_has_a_point_for_each_part_and_each_total() {
    let buckets = (0..48).map(|index| bucket(index, &[5 * index as u64, 7, 0])).collect();
    let chart = usage(buckets, &["text", "invoice", "failed"]).draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.points.len(), 48 * 4);
    let last = &chart.points[188..];
    assert_eq!(last.iter().map(|point| point.series).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(last.iter().map(|point| point.value.as_str()).collect::<Vec<_>>(), ["235", "7", "0", "242"]);
    assert!(last.iter().all(|point| point.label == "hour 47"));
    assert!(last[3].y <= last[0].y, "the total is the top of the stack");
}

#[test]
fn few_failures_among_many_calls_are_still_seen() {
    let chart = usage(vec![bucket(0, &[1_000_000, 1])], &["calls", "failed"]).draw().expect("drawn");
    assert!(chart.points[1].y < chart.points[0].y);
}

#[test]
fn the_day_border_runs_through_the_plot_and_settlements_are_ticks() {
    let buckets = (0..30).map(|index| bucket(index, &[4])).collect();
    let chart = usage(buckets, &["calls"]).draw().expect("drawn");
    let through = format!(",{} ", chart.plot.top);
    let lines = |marker: &str| {
        let is_border = |line: &&str| line.contains("line-stroke") && line.contains(marker);
        chart.svg.lines().filter(is_border).count()
    };
    assert_eq!(lines(&through), 2, "midnight of both days");
    assert_eq!(lines(&format!(",{}\"", chart.plot.bottom + 6)), 28, "the other hours");
}

#[test]
fn a_purchase_is_flagged_in_words() {
    let mut request = usage((0..24).map(|index| bucket(index, &[4])).collect(), &["calls"]);
    request.marks = vec![BucketMark { bucket: 3, label: "Bought 100k".to_owned() }];
    let chart = request.draw().expect("drawn");
    assert_sound(&chart);
    assert!(text_of(&chart).contains(&"Bought 100k"));
    assert!(chart.svg.contains("<polygon class=\"accent-fill\""));
}

#[test]
fn balance_points_keep_their_order_and_words() {
    let mut request = balance(&[(0, 5_000), (50, 4_000), (80, -300)], 100);
    request.ahead = vec![balance_point(120, -900), balance_point(150, 2_000)];
    request.cone = vec![Band { at: 100, low: -400, high: -300 }, Band { at: 150, low: -2_000, high: 2_500 }];
    request.thresholds = vec![Threshold { cents: 1_000, label: "alert".to_owned(), role: Role::Soon }];
    request.marks =
        vec![Mark { at: 60, label: "top-up".to_owned() }, Mark { at: 9_999, label: "off".to_owned() }];
    let chart = request.draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.points.iter().map(|point| point.series).collect::<Vec<_>>(), [0, 0, 0, 1, 1]);
    assert_eq!(chart.points[2].value, "-300");
    assert!(chart.points[0].y < chart.points[2].y, "more is higher");
    assert!(text_of(&chart).contains(&"top-up") && !text_of(&chart).contains(&"off"));
}

#[test]
fn only_what_has_not_happened_is_dashed() {
    let without = balance(&[(0, 5_000), (50, 4_000)], 100).draw().expect("drawn");
    assert!(!without.svg.contains("dashed"));
    let mut request = balance(&[(0, 5_000), (50, 4_000)], 100);
    request.ahead = vec![balance_point(150, 100)];
    assert!(request.draw().expect("drawn").svg.contains("chart-1-stroke dashed"));
}

#[test]
fn arrears_are_shaded_only_where_there_are_any() {
    let zone = "<rect class=\"now-fill\"";
    assert!(balance(&[(0, 100), (50, -100)], 100).draw().expect("drawn").svg.contains(zone));
    assert!(!balance(&[(0, 100), (50, 0)], 100).draw().expect("drawn").svg.contains(zone));
}

#[test]
fn areas_are_eight_percent() {
    let chart = balance(&[(0, 100), (50, -100)], 100).draw().expect("drawn");
    let areas: Vec<&str> =
        chart.svg.lines().filter(|line| line.starts_with("<polygon class=\"chart-1-fill")).collect();
    assert_eq!(areas.len(), 1);
    assert!(areas[0].contains("opacity=\"0.08\""));
}

#[test]
fn a_burn_down_shows_the_even_use_and_the_expiry() {
    let chart = burn_down(&[(0, 900), (200, 500), (400, 450)], 1_000, 500).draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.points.len(), 3);
    assert!(chart.svg.contains("muted-stroke dotted"));
    assert!(chart.svg.contains("soon-stroke dashed"), "the expiry has not happened yet");
    assert!(["Even use", "Expires", "Remaining"].iter().all(|word| text_of(&chart).contains(word)));
    let past = burn_down(&[(0, 900)], 1_000, 5_000).draw().expect("drawn");
    assert!(!past.svg.contains("soon-stroke dashed"));
}

#[test]
fn the_line_of_an_alert_is_drawn_and_named() {
    let mut request = burn_down(&[(0, 900)], 1_000, 500);
    request.alert = Some((250, "told at 25 %".to_owned()));
    let chart = request.draw().expect("drawn");
    assert_sound(&chart);
    assert!(text_of(&chart).contains(&"told at 25 %"));
    assert_eq!(chart.svg.matches("soon-stroke dotted").count(), 2, "the line and its sample");
}

#[test]
fn a_timeline_has_a_point_for_each_item_on_the_span() {
    let lanes = vec![
        ("renewals", vec![item(900, None, "late"), item(100, None, "early"), item(4_000, None, "outside")]),
        ("grace", vec![item(-50, Some(20), "reaches in"), item(-90, Some(5_000), "covers all")]),
    ];
    let chart = timeline(lanes).draw().expect("drawn");
    assert_sound(&chart);
    let mut labels: Vec<&str> = chart.points.iter().map(|point| point.label.as_str()).collect();
    assert_eq!(labels.split_off(2), ["early", "late"]);
    assert_eq!(chart.points.iter().map(|point| point.series).collect::<Vec<_>>(), [1, 1, 0, 0]);
    assert!(!text_of(&chart).contains(&"off"), "a tick beyond the span has no label");
}

#[test]
fn a_sparkline_has_a_point_for_each_value_and_ends_in_a_dot() {
    let chart = sparkline(&[3, -2, 8, 8]).draw().expect("drawn");
    assert_sound(&chart);
    assert_eq!(chart.points.len(), 4);
    assert_eq!(chart.svg.matches("<circle").count(), 1);
    assert!(chart.points[2].y < chart.points[1].y);
}

#[test]
fn given_ticks_are_written_and_the_axis_holds_them() {
    let mut request = usage(vec![bucket(0, &[10])], &["calls"]);
    request.y_ticks = ValueTicks::Given(vec![(0, "none".to_owned()), (500, "half a thousand".to_owned())]);
    let chart = request.draw().expect("drawn");
    assert_sound(&chart);
    assert!(["none", "half a thousand"].iter().all(|word| text_of(&chart).contains(word)));
    assert!(chart.points[0].y > chart.plot.top + (chart.plot.bottom - chart.plot.top) * 9 / 10);
}

#[test]
fn labels_on_the_time_axis_do_not_run_into_each_other() {
    let mut request = balance(&[(0, 1)], 1_000);
    request.x_ticks = (0..200).map(|at| TimeTick { at: at * 5, label: "2026-03-01".to_owned() }).collect();
    let chart = request.draw().expect("drawn");
    assert!((3..=8).contains(&chart.svg.matches("2026-03-01").count()));
}

#[test]
fn two_hundred_random_charts_are_sound() {
    for seed in 0..200 {
        let mut next = numbers(seed);
        let mut pick = |limit: u64| next.next().unwrap_or(0) % limit;
        let count = pick(60);
        let amounts: Vec<u64> = (0..count).map(|_| pick(1 << (1 + seed % 40))).collect();
        let buckets = amounts.iter().enumerate().map(|(index, amount)| bucket(index, &[*amount, amount / 3]));
        let mut request = usage(buckets.collect(), &["calls", "failed"]);
        request.width = 120 + pick(900) as u32;
        request.height = 80 + pick(400) as u32;
        request.marks = (0..count.min(9)).map(|_| pick(count) as usize).map(mark).collect();
        let chart = request.draw().expect("drawn");
        assert_sound(&chart);
        assert_eq!(chart.points.len(), count as usize * 3);

        let steps: Vec<(i64, i64)> =
            (0..).zip(amounts).map(|(at, cents)| (at * 7, 900 - cents.cast_signed())).collect();
        let chart = balance(&steps, pick(600).cast_signed()).draw().expect("drawn");
        assert_sound(&chart);
        assert_eq!(chart.points.len(), steps.len());
    }
}

fn mark(bucket: usize) -> BucketMark {
    BucketMark { bucket, label: format!("bought {bucket}") }
}

#[test]
fn mistakes_in_a_request_are_named() {
    let mut request = usage(vec![bucket(0, &[1, 2])], &["calls"]);
    assert_eq!(request.draw().err(), Some(ChartError::UnknownSeries { bucket: 0, series: 1 }));
    request.buckets = vec![bucket(0, &[1])];
    request.marks = vec![mark(1)];
    assert_eq!(request.draw().err(), Some(ChartError::UnknownBucket { bucket: 1 }));
    request.width = 3;
    assert_eq!(request.draw().err(), Some(ChartError::Size { width: 3, height: 200 }));
    assert_eq!(balance(&[(5, 1), (4, 1)], 9).draw().err(), Some(ChartError::OutOfOrder { index: 1 }));
    let mut backwards = timeline(Vec::new());
    backwards.to = -1;
    assert_eq!(backwards.draw().err(), Some(ChartError::OutOfOrder { index: 1 }));
}
