//! The rail of arrears: to scale, with a marker at now, at every stage and however short one is.

use crate::requests::{HARD_LABELS, assert_sound};
use charts::{Chart, ChartError, Mark, Rail, RailStage, Role, TimeTick};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Normal for 3 days, grace, frozen, released for 3 days; lengths in days.
fn rail(grace: i64, frozen: i64, now: i64) -> Rail {
    let ends = [3 * DAY, (3 + grace) * DAY, (3 + grace + frozen) * DAY, (6 + grace + frozen) * DAY];
    let names = ["normal", "grace", "frozen", "released"];
    let roles = [Role::Chart3, Role::Soon, Role::Today, Role::Now];
    let stage = |index: usize| RailStage {
        name: names[index].to_owned(),
        from: if index == 0 { 0 } else { ends[index - 1] },
        until: ends[index],
        role: roles[index],
    };
    Rail {
        width: 1072,
        from: 0,
        to: ends[3],
        now,
        now_label: "now".to_owned(),
        stages: (0..4).map(stage).collect(),
        boundaries: ends[..3].iter().map(|at| Mark { at: *at, label: format!("second {at}") }).collect(),
        x_ticks: (0..10).map(|week| TimeTick { at: week * 7 * DAY, label: format!("week {week}") }).collect(),
    }
}

fn says(chart: &Chart, name: &str) -> bool {
    chart.svg.contains(&format!(">{name}</text>"))
}

#[test]
fn stages_are_as_long_as_they_last_and_the_marker_stands_at_now() {
    let chart = rail(15, 15, 10 * DAY).draw().expect("drawn");
    assert_sound(&chart);
    let x: Vec<i32> = chart.points.iter().map(|point| point.x).collect();
    assert!((x[2] - x[1]).abs_diff(x[3] - x[2]) <= 2, "15 days and 15 days: {x:?}");
    // 3 of 36 days before, 15 of 36 in grace.
    assert!((5 * (x[1] - x[0])).abs_diff(x[2] - x[1]) <= 10, "{x:?}");
    assert!(
        ["normal", "grace", "frozen", "released", "now"].iter().all(|name| says(&chart, name)),
        "{}",
        chart.svg
    );
    assert_eq!(
        chart.points[2].value,
        format!("second {}", 18 * DAY),
        "the words of the boundary it begins at"
    );
}

#[test]
fn what_is_ahead_has_a_dashed_edge_and_what_is_over_has_not() {
    let dashed = |now: i64| rail(15, 15, now).draw().expect("drawn").svg.matches("stroke dashed").count();
    let counts: Vec<usize> = [DAY, 10 * DAY, 20 * DAY, 35 * DAY].map(dashed).to_vec();
    assert!(counts.windows(2).all(|pair| pair[0] > pair[1]), "{counts:?}");
}

#[test]
fn without_grace_the_account_freezes_at_the_failing_settlement() {
    let chart = rail(0, 7, 4 * DAY).draw().expect("drawn");
    assert_sound(&chart);
    assert!(!says(&chart, "grace"), "a stage without length is not drawn");
    assert_eq!(chart.points[1].x, chart.points[2].x);
    assert!(says(&chart, "frozen"));
}

#[test]
fn a_day_among_sixty_keeps_its_boundary_and_loses_its_name() {
    let chart = rail(1, 60, 3 * DAY + HOUR).draw().expect("drawn");
    assert_sound(&chart);
    assert!(!says(&chart, "grace") && says(&chart, "frozen"));
    assert!(says(&chart, &format!("second {}", 4 * DAY)), "{}", chart.svg);
}

#[test]
fn labels_of_any_kind_stay_on_the_rail() {
    for label in HARD_LABELS {
        let mut hard = rail(15, 15, 10 * DAY);
        hard.width = 480;
        hard.stages.iter_mut().for_each(|stage| stage.name = label.to_owned());
        hard.boundaries.iter_mut().for_each(|mark| mark.label = label.to_owned());
        assert_sound(&hard.draw().expect("drawn"));
    }
}

#[test]
fn stages_that_go_back_are_refused() {
    let mut wrong = rail(15, 15, 0);
    wrong.stages.swap(1, 2);
    assert!(matches!(wrong.draw(), Err(ChartError::OutOfOrder { .. })));
}
