//! Writes a page with every chart, light and dark, for a person to look at:
//! `cargo run -p charts --example gallery -- gallery.html`
#![expect(clippy::expect_used, reason = "an example may end at the first mistake")]

use std::fmt::Write as _;

use charts::{
    Balance, BalancePoint, Band, Bucket, BucketMark, BurnDown, Chart, Fill, Lane, LaneItem, Mark, Part,
    RemainingPoint, Role, Series, SparkPoint, Sparkline, Threshold, TimeTick, Timeline, Usage, ValueTicks,
    style_sheet,
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

const TOKENS: &str = "
:root { --text: light-dark(#1f1d1a, #ece9e4); --muted: light-dark(#6b6760, #9d978d);
 --line: light-dark(#d9d5cd, #3a3732); --surface: light-dark(#fbfaf8, #1b1a18); --accent: light-dark(#27476e, #8fb4e3);
 --chart-1: light-dark(#3b6ea5, #7fb0e6); --chart-2: light-dark(#b07a2a, #d8a860); --chart-3: light-dark(#4c8577, #79bcab);
 --chart-4: light-dark(#8a5a83, #c193ba); --chart-5: light-dark(#7a7f3a, #b4ba6c); --chart-6: light-dark(#a05a4a, #d59383);
 --note: light-dark(#5f7186, #9fb0c4); --soon: light-dark(#8f6b12, #d9b45a); --today: light-dark(#b2561b, #ee9a62);
 --now: light-dark(#a8252f, #f2878c); }
body { margin: 0; font: 13px/1.5 Inter, 'DejaVu Sans', sans-serif; }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { padding: 16px; background: var(--surface); color: var(--text); min-width: 0; }
.light { color-scheme: light; } .dark { color-scheme: dark; }
h2 { font-size: 13px; font-weight: 500; margin: 16px 0 4px; }
figure { margin: 0; } .small { width: 96px; } .narrow { width: 240px; }
";

fn main() {
    let path = std::env::args().nth(1).expect("usage: gallery FILE.html");
    let mut figures = String::new();
    for (title, class, chart) in charts() {
        let _ = write!(figures, "<h2>{title}</h2><figure class=\"{class}\">{}</figure>", chart.svg);
    }
    let page = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Charts</title><style>{TOKENS}{}</style>\
         <main><section class=\"light\">{figures}</section><section class=\"dark\">{figures}</section></main>",
        style_sheet()
    );
    std::fs::write(path, page).expect("the page is written");
}

fn charts() -> Vec<(&'static str, &'static str, Chart)> {
    let all = [
        ("Calls per hour", "", hourly(72, &["General text", "Invoice", "Failed"]).draw()),
        (
            "Calls per day, Chinese and Arabic",
            "",
            hourly(9, &["通用文字识别", "حزمة التعرف الضوئي", "失败"]).draw(),
        ),
        (
            "One bucket, enormous",
            "",
            hourly(1, &["A name that goes on well beyond what fits beside a chart"]).draw(),
        ),
        ("No buckets", "", hourly(0, &[]).draw()),
        ("Balance", "", balance(640).draw()),
        ("Balance, narrow", "narrow", balance(240).draw()),
        ("Remaining quota", "", burn_down().draw()),
        ("Next 30 days", "", timeline().draw()),
        ("Sparkline", "small", sparkline().draw()),
    ];
    all.into_iter().map(|(title, class, chart)| (title, class, chart.expect(title))).collect()
}

/// A repeatable up and down between 0 and 99.
fn wave(step: usize) -> u64 {
    const DAY_CURVE: [u64; 24] =
        [4, 3, 2, 2, 3, 6, 14, 30, 52, 78, 92, 96, 74, 70, 88, 94, 86, 66, 44, 30, 22, 16, 10, 6];
    let weight = [100, 83, 91][step / 24 % 3];
    DAY_CURVE[step % 24] * weight / 100
}

fn hourly(count: usize, names: &[&str]) -> Usage<'static> {
    let scale = if count == 1 { u64::MAX / 100 } else { 41 };
    let part = |index: usize, series: usize| {
        let amount = match series {
            2 => u64::from(index % 9 == 4) * 160,
            _ => wave(index + 8 * series) * scale / (1 + 2 * series as u64),
        };
        Part { series, amount, text: grouped(amount) }
    };
    let bucket = |index: usize| Bucket {
        label: format!("2026-03-{:02} {:02}:00", 1 + index / 24, index % 24),
        axis_label: (count < 24 || index.is_multiple_of(12)).then(|| match index % 24 {
            0 => format!("Mar {}", 1 + index / 24),
            hour => format!("{hour}:00"),
        }),
        parts: (0..names.len()).map(|series| part(index, series)).collect(),
        day_border: index.is_multiple_of(24),
        unsettled: count > 2 && index + 1 == count,
        total_text: String::new(),
    };
    let looks = [(Role::Chart1, Fill::Solid), (Role::Chart2, Fill::Tint), (Role::Now, Fill::Outline)];
    let series =
        names.iter().zip(looks).map(|(name, (role, fill))| Series { name: (*name).into(), role, fill });
    let marks = [(11, "Bought 100k"), (14, "Bought 1,000k"), (60, "Renewed 100k")];
    Usage {
        width: 640,
        height: 220,
        buckets: (0..count).map(bucket).collect(),
        series: series.collect(),
        marks: marks
            .into_iter()
            .filter(|(bucket, _)| *bucket < count)
            .map(|(bucket, label)| BucketMark { bucket, label: label.into() })
            .collect(),
        y_ticks: ValueTicks::Computed(&grouped),
    }
}

fn balance(width: u32) -> Balance<'static> {
    let point = |day: i64, cents: i64| BalancePoint {
        at: day * DAY,
        cents,
        label: format!("Mar {day}"),
        value: money(cents),
    };
    let mut points: Vec<BalancePoint> = (0..9).map(|day| point(day, 21_000 - 2_600 * day)).collect();
    points.extend((9..17).map(|day| point(day, 48_000 - 2_900 * (day - 9))));
    let band = |day: i64| Band {
        at: day * DAY,
        low: 27_700 - 3_900 * (day - 16),
        high: 27_700 - 1_900 * (day - 16),
    };
    Balance {
        width,
        height: 220,
        points,
        name: "Balance".into(),
        ahead: (17..30).map(|day| point(day, 27_700 - 2_700 * (day - 16))).collect(),
        ahead_name: "Expected".into(),
        cone: (16..30).map(band).collect(),
        thresholds: vec![
            Threshold { cents: 10_000, label: "Alert 100.00".into(), role: Role::Soon },
            Threshold { cents: 8_000, label: "Renewals 80.00".into(), role: Role::Note },
        ],
        marks: vec![
            Mark { at: 9 * DAY, label: "Top-up 500.00".into() },
            Mark { at: 24 * DAY, label: "Planned 600.00".into() },
        ],
        now_at: 16 * DAY + 14 * HOUR,
        now_label: "Now 277.00".into(),
        x_ticks: days(0, 30, 5),
        y_ticks: ValueTicks::Computed(&money),
    }
}

fn burn_down() -> BurnDown<'static> {
    let point = |day: i64, remaining: u64| RemainingPoint {
        at: day * DAY,
        remaining,
        label: format!("Mar {day}"),
        value: grouped(remaining),
    };
    let points =
        (0..20_u64).map(|day| point(day.cast_signed(), 100_000 - day * 4_100 + wave(day as usize) * 20));
    let band = |(day, low, high): (i64, u64, u64)| Band { at: day * DAY, low, high };
    BurnDown {
        width: 640,
        height: 220,
        from: 0,
        until: 30 * DAY,
        total: 100_000,
        points: points.collect(),
        name: "Remaining".into(),
        ahead: vec![point(25, 0)],
        ahead_name: "At this pace".into(),
        cone: [(19, 22_000, 24_000), (23, 0, 12_000), (28, 0, 0)].map(band).to_vec(),
        even_name: "Even use".into(),
        expiry_label: "Expires".into(),
        marks: vec![Mark { at: 0, label: "Bought".into() }, Mark { at: 26 * DAY, label: "Renewal".into() }],
        alert: Some((20_000, "20 %".into())),
        now_at: 19 * DAY + 8 * HOUR,
        now_label: "Now".into(),
        x_ticks: days(0, 30, 5),
        y_ticks: ValueTicks::Computed(&grouped),
    }
}

fn timeline() -> Timeline {
    let item = |day: i64, until: Option<i64>, label: &str, role: Role| LaneItem {
        at: day * DAY,
        until: until.map(|day| day * DAY),
        label: label.into(),
        value: format!("Mar {day}"),
        role,
    };
    let lane = |name: &str, items: Vec<LaneItem>| Lane { name: name.into(), items };
    Timeline {
        width: 640,
        from: 0,
        to: 30 * DAY,
        now: 4 * DAY,
        now_label: "Now".into(),
        lanes: vec![
            lane("Settlements", (0..30).map(|day| item(day, None, "", Role::Muted)).collect()),
            lane(
                "Renewals",
                vec![
                    item(3, None, "General text 100k", Role::Note),
                    item(14, None, "Passport 100k, short 84.20", Role::Now),
                    item(16, None, "Invoice 10k", Role::Soon),
                    item(29, None, "ID card 1M", Role::Today),
                ],
            ),
            lane(
                "套餐到期",
                vec![
                    item(9, None, "通用文字识别", Role::Soon),
                    item(27, None, "护照识别一百万次", Role::Today),
                ],
            ),
            lane(
                "Balance",
                vec![item(1, Some(11), "covered", Role::Note), item(14, Some(29), "grace", Role::Now)],
            ),
            lane("Plans", vec![]),
        ],
        x_ticks: days(0, 30, 5),
    }
}

fn sparkline() -> Sparkline {
    let point = |step: usize| SparkPoint {
        value: wave(step).cast_signed(),
        label: format!("{step}:00"),
        text: grouped(wave(step)),
    };
    Sparkline { width: 96, height: 24, points: (0..24).map(point).collect(), role: Role::Chart1 }
}

fn days(from: i64, to: i64, step: usize) -> Vec<TimeTick> {
    (from..=to)
        .step_by(step)
        .map(|day| TimeTick { at: day * DAY, label: format!("Mar {}", day + 1) })
        .collect()
}

fn grouped(amount: u64) -> String {
    let digits = amount.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn money(cents: i64) -> String {
    let sign = if cents < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{:02}", grouped(cents.unsigned_abs() / 100), cents.unsigned_abs() % 100)
}
