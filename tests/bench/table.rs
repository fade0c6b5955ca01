//! The table of results.

#![expect(clippy::float_arithmetic, reason = "ratios of measurements are not exact")]

use std::time::Duration;

/// One result: ours, the other's, and how they compare.
pub struct Row {
    pub what: String,
    pub ours: String,
    pub other: String,
    pub ratio: String,
    pub aim: &'static str,
}

impl Row {
    /// How many times as long the other took.
    pub fn faster(
        what: impl Into<String>,
        ours: Duration,
        (name, other): (&str, Duration),
        aim: &'static str,
    ) -> Self {
        let ratio = format!("{:.2} × faster", other.as_secs_f64() / ours.as_secs_f64());
        Self {
            what: what.into(),
            ours: seconds(ours),
            other: format!("{name} {}", seconds(other)),
            ratio,
            aim,
        }
    }

    /// A measurement with nothing beside it.
    pub fn alone(what: impl Into<String>, ours: Duration, aim: &'static str) -> Self {
        Self { what: what.into(), ours: seconds(ours), other: String::new(), ratio: String::new(), aim }
    }

    /// The middle and the slowest of many.
    pub fn spread(what: impl Into<String>, took: &mut [Duration], aim: &'static str) -> Self {
        took.sort_unstable();
        let at = |share: usize| {
            took.get((took.len() * share / 100).min(took.len() - 1)).copied().unwrap_or_default()
        };
        let ours = format!("p50 {}  p99 {}", seconds(at(50)), seconds(at(99)));
        Self { what: what.into(), ours, other: String::new(), ratio: String::new(), aim }
    }

    /// How many times as long ours took.
    pub fn times(
        what: impl Into<String>,
        ours: Duration,
        (name, other): (&str, Duration),
        aim: &'static str,
    ) -> Self {
        let ratio = format!("{:.2} ×", ours.as_secs_f64() / other.as_secs_f64());
        Self {
            what: what.into(),
            ours: seconds(ours),
            other: format!("{name} {}", seconds(other)),
            ratio,
            aim,
        }
    }

    /// Memory of our own, and the other's.
    pub fn memory(
        what: impl Into<String>,
        ours_kib: u64,
        (name, other_kib): (&str, u64),
        aim: &'static str,
    ) -> Self {
        let ratio = format!("{:.2} ×", ours_kib as f64 / other_kib.max(1) as f64);
        let mib = |kib: u64| format!("{:.1} MiB", kib as f64 / 1024.0);
        Self {
            what: what.into(),
            ours: mib(ours_kib),
            other: format!("{name} {}", mib(other_kib)),
            ratio,
            aim,
        }
    }

    /// Bytes for each of `count` things.
    pub fn bytes_each(what: impl Into<String>, bytes: u64, count: u64, aim: &'static str) -> Self {
        let each = format!("{:.3} B", bytes as f64 / count.max(1) as f64);
        Self { what: what.into(), ours: each, other: format!("{bytes} B in all"), ratio: String::new(), aim }
    }
}

fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 1.0 { format!("{:.1} ms", seconds * 1000.0) } else { format!("{seconds:.2} s") }
}

/// Prints the rows under each other, each column as wide as its widest cell.
pub fn print_table(description: &str, rows: &[Row]) {
    let head = ["measured", "Tollbook", "beside it", "ratio", "aim"].map(str::to_owned);
    let body = rows.iter().map(|row| {
        [row.what.clone(), row.ours.clone(), row.other.clone(), row.ratio.clone(), row.aim.to_owned()]
    });
    let cells: Vec<[String; 5]> = std::iter::once(head).chain(body).collect();
    let widths: [usize; 5] = std::array::from_fn(|column| {
        cells.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    });
    println!("{description}\n");
    for row in &cells {
        let line: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        println!("{}", line.join("  ").trim_end());
    }
}
