//! Months of money: what is given back hangs below zero, a draft says that it is one.

use charts::{BillAmount, BillBar, Bills, Chart, ChartError, Fill, Role, Series, ValueTicks};

use crate::requests::{HARD_LABELS, assert_sound};

fn draw(months: &[&[i64]], draft: &str) -> Result<Chart, ChartError> {
    let label = |cents: i64| cents.to_string();
    let bar = |(index, cents): (usize, &&[i64])| BillBar {
        label: format!("2026-{:02}", index + 1),
        axis_label: format!("2026-{:02}", index + 1),
        amounts: cents
            .iter()
            .enumerate()
            .map(|(series, cents)| BillAmount { series, cents: *cents, text: cents.to_string() })
            .collect(),
        year_border: index == 0,
        draft: index + 1 == months.len(),
        total_text: cents.iter().map(|cents| i128::from(*cents)).sum::<i128>().to_string(),
    };
    let series = |name: &str, role| Series { name: name.to_owned(), role, fill: Fill::Solid };
    let bills = Bills {
        width: 640,
        height: 240,
        months: months.iter().enumerate().map(bar).collect(),
        series: vec![
            series("usage", Role::Chart1),
            series("purchases", Role::Chart2),
            series("refunds", Role::Chart3),
        ],
        draft_name: draft.to_owned(),
        y_ticks: ValueTicks::Computed(&label),
    };
    bills.draw()
}

#[test]
fn what_is_given_back_hangs_below_zero_and_the_total_is_what_is_left() {
    let chart = draw(&[&[1_000, 500, -700], &[200, 0, 0]], "draft").expect("drawn");
    assert_sound(&chart);
    let y: Vec<i32> = chart.points.iter().map(|point| point.y).collect();
    let (usage, purchases, refunds, total) = (y[0], y[1], y[2], y[3]);
    let zero = y[5];
    assert!(purchases < usage && usage < total && total < zero && zero < refunds, "{y:?}");
    assert!(refunds <= chart.plot.bottom, "{y:?}");
    assert_eq!(chart.points[3].value, "800");
}

#[test]
fn only_the_draft_is_dashed_and_named() {
    let chart = draw(&[&[1_000, 500, 0], &[800, 0, 0]], "draft").expect("drawn");
    assert_eq!(chart.svg.matches(">draft</text>").count(), 1);
    assert!(chart.svg.contains("dashed"));
}

#[test]
fn months_of_any_size_and_words_of_any_script_stay_sound() {
    let largest: &[i64] = &[i64::MAX, i64::MAX, i64::MIN];
    let sets: [&[&[i64]]; 5] =
        [&[], &[&[]], &[&[0, 0, 0]], &[&[-5, -5, -5]], &[largest, &[1, -1, 1], largest]];
    for months in sets {
        for word in HARD_LABELS {
            assert_sound(&draw(months, word).expect("drawn"));
        }
    }
    assert_sound(&draw(&vec![&[100_i64, 20, -3][..]; 200], "draft").expect("drawn"));
}

#[test]
fn an_amount_of_no_series_is_refused() {
    assert_eq!(
        draw(&[&[1], &[1, 2, 3, 4]], "").err(),
        Some(ChartError::UnknownSeries { bucket: 1, series: 3 })
    );
}
