//! When an alert would have fired in the last 90 days, at any line: asked for by itself, once its rule is on screen.

use app::{
    alerts::{self, Backtest, Crossing},
    books::Loaded,
};
use billing::{Account, Derivation, Instant, Money, PackageId, ResourceKey, Value};

use crate::{
    App, IpcError,
    charts::{
        strip::{At, Words, draw},
        text,
    },
    convert,
    dto::alerts::{AlertRule, AskBacktest, BacktestView, CrossingView},
};

/// Crossings that are named with their instants; all are counted and drawn.
const NAMED: usize = 20;

/// The last 90 days of a rule at a line.
///
/// # Errors
/// [`IpcError`] `not_an_amount`, `invalid_value`, or that the books cannot be read.
pub async fn backtest(app: &App, request: AskBacktest) -> Result<BacktestView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    match &request.rule {
        AlertRule::Balance => {
            let line = convert::money(&request.line)?;
            let found = alerts::backtest_balance(app.books(), &loaded, line).await?;
            found.map_or_else(|| Ok(unknown(&loaded)), |found| of_balance(&loaded, &request, line, &found))
        }
        AlertRule::Package { service, region, application } => {
            let key = ResourceKey { application: application.clone(), ..ResourceKey::new(service, region) };
            let percent = super::alerts::percent(&request.line)?;
            let found = alerts::backtest_packages(app.books(), &loaded, &key, percent).await?;
            of_packages(&loaded, &request, percent, &found)
        }
    }
}

/// A past that is not known exactly shows nothing.
fn unknown(loaded: &Loaded) -> BacktestView {
    let now = convert::seconds(loaded.account.now);
    BacktestView {
        as_of: now,
        from: now,
        days: 0,
        fired: 0,
        ran_out: 0,
        least_early: None,
        crossings: Vec::new(),
        chart: None,
        why: None,
    }
}

fn of_balance(
    loaded: &Loaded,
    request: &AskBacktest,
    line: Money,
    found: &Backtest<Money>,
) -> Result<BacktestView, IpcError> {
    let cents = |(at, value): &(Instant, Money)| (*at, value.cents());
    let lines = found.lines.iter().map(|(_, line)| (String::new(), line.iter().map(cents).collect()));
    let words = Words { short: text::axis_money, long: |cents| text::money(Money::from_cents(cents)) };
    let watched = Watched {
        lines: lines.collect(),
        level: line.cents(),
        rule: "H-66",
        line: Value::Money(line),
        value: |cents| Value::Money(Money::from_cents(cents)),
        formula: "backtest-balance",
    };
    let crossings: Vec<_> = found.crossings.iter().map(|one| with(one, one.value.cents())).collect();
    view(loaded, request, found.from, &crossings, &watched, &words)
}

fn of_packages(
    loaded: &Loaded,
    request: &AskBacktest,
    percent: u32,
    found: &Backtest<u64>,
) -> Result<BacktestView, IpcError> {
    let is_one = found.lines.len() == 1;
    let name = |id: &Option<PackageId>| {
        id.filter(|_| !is_one).map(|id| convert::name_of_package(&loaded.account, id))
    };
    let signed = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let lines = found.lines.iter().map(|(id, line)| {
        (name(id).unwrap_or_default(), line.iter().map(|(at, value)| (*at, signed(*value))).collect())
    });
    let words = Words { short: percents, long: percents };
    let watched = Watched {
        lines: lines.collect(),
        level: i64::from(percent) * 100,
        rule: "H-70",
        line: Value::Name(format!("{percent} %")),
        value: |value| Value::Name(percents(value)),
        formula: "backtest-package",
    };
    let crossings: Vec<_> = found.crossings.iter().map(|one| with(one, signed(one.value))).collect();
    view(loaded, request, found.from, &crossings, &watched, &words)
}

/// What is watched, in numbers a chart can draw, and how it is explained.
struct Watched {
    lines: Vec<(String, Vec<At>)>,
    level: i64,
    rule: &'static str,
    line: Value,
    value: fn(i64) -> Value,
    formula: &'static str,
}

fn view(
    loaded: &Loaded,
    request: &AskBacktest,
    from: Instant,
    crossings: &[Crossing<i64>],
    watched: &Watched,
    words: &Words,
) -> Result<BacktestView, IpcError> {
    let account = &loaded.account;
    let (zone, now) = (account.terms.policy.zone, account.now);
    let fired: Vec<At> = crossings.iter().map(|one| (one.at, one.value)).collect();
    let early = crossings.iter().filter_map(|one| Some((one.out_at? - one.at).num_seconds()));
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let chart = draw(request.chart_width, zone, (from, now), &watched.lines, (watched.level, &fired), words)?;
    let named = crossings
        .iter()
        .rev()
        .take(NAMED)
        .map(|one| CrossingView { at: convert::seconds(one.at), out_at: one.out_at.map(convert::seconds) });
    Ok(BacktestView {
        as_of: convert::seconds(now),
        from: convert::seconds(from),
        days: u32::try_from((now - from).num_days()).unwrap_or(0).clamp(1, 90),
        fired: count(crossings.len()),
        ran_out: count(early.clone().count()),
        least_early: early.min().and_then(|seconds| u32::try_from(seconds).ok()),
        crossings: named.collect(),
        chart: Some(chart),
        why: Some(because(account, from, crossings, watched)),
    })
}

fn because(
    account: &Account,
    from: Instant,
    crossings: &[Crossing<i64>],
    watched: &Watched,
) -> crate::dto::common::Why {
    let fired = |one: &Crossing<i64>| {
        let fired = Derivation::new("backtest-crossing", watched.rule, Value::Instant(one.at))
            .with("value-then", (watched.value)(one.value));
        match one.out_at {
            Some(out) => fired.with("nothing-left-at", Value::Instant(out)),
            None => fired,
        }
    };
    let start = Derivation::new(watched.formula, watched.rule, Value::Number(crossings.len().into()))
        .with("alert-line", watched.line.clone())
        .with("compared-since", Value::Instant(from));
    let named = crossings.iter().rev().take(NAMED);
    let because = named.fold(start, |because, one| because.resting_on("would-have-fired", fired(one)));
    convert::why(&because, &account.terms.policy)
}

fn with<V>(crossing: &Crossing<V>, value: i64) -> Crossing<i64> {
    Crossing { at: crossing.at, value, out_at: crossing.out_at }
}

/// Hundredths of a percent: `12.5 %`.
fn percents(value: i64) -> String {
    match (value / 100, value % 100) {
        (whole, 0) => format!("{whole} %"),
        (whole, part) => format!("{whole}.{} %", format!("{part:02}").trim_end_matches('0')),
    }
}
