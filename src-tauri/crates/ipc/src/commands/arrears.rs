//! The rail of arrears: how far they have come, what still works, what a payment buys; before the fact, what would happen.

use app::{books::Loaded, due};
use billing::{
    Account, Derivation, Derived, Instant,
    lifecycle::{Ability, Boundaries, Rung, Stage},
    policy::Stops,
};

use crate::{
    App, IpcError,
    charts::{
        Width,
        rail::{Span, draw, margin},
    },
    convert,
    dto::arrears::{ArrearsQuery, ArrearsView, RailStageView, RungView},
};

/// The rail of an account.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn arrears(app: &App, query: ArrearsQuery) -> Result<ArrearsView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    view(&loaded, Width::of_page(query.chart_width), now)
}

/// The same while nothing is owed: what would happen.
pub(super) fn before_the_fact(
    loaded: &Loaded,
    page: Width,
    now: Instant,
) -> Result<Option<ArrearsView>, IpcError> {
    if loaded.account.arrears_since.is_some() {
        return Ok(None);
    }
    view(loaded, page, now).map(Some)
}

/// A stage, when it begins, and why then.
struct Begins {
    stage: Stage,
    at: Option<Derived<Instant>>,
}

fn view(loaded: &Loaded, page: Width, now: Instant) -> Result<ArrearsView, IpcError> {
    let account = &loaded.account;
    let (policy, position) = (&account.terms.policy, account.position()?);
    let stops = policy.arrears.stops;
    let rungs = account.rungs()?;
    let boundaries = boundaries(loaded, &rungs, now);
    let stages = stages(account, &boundaries);
    let present = stages.iter().position(|begins| begins.stage == account.stage()).unwrap_or(0);
    let begins_at = |index: usize| {
        let begins = stages.get(index).and_then(|begins| begins.at.as_ref());
        begins.filter(|_| account.arrears_since.is_some()).map(|at| convert::seconds(at.value))
    };
    let abilities = policy.abilities(account.stage());
    let named = |can: bool| {
        abilities.iter().filter(|(_, works)| *works == can).map(|(ability, _)| code(*ability)).collect()
    };
    Ok(ArrearsView {
        as_of: convert::seconds(now),
        stage: account.stage().code(stops).to_owned(),
        level: account.level_before(boundaries.since).to_owned(),
        owed: position.arrears.to_string(),
        accrued: position.accrued.to_string(),
        began_at: begins_at(present),
        next_at: begins_at(present + 1),
        rail: draw(page, policy.zone, stops, now, &spans(&stages, &boundaries, now))?,
        stages: (0..)
            .zip(&stages)
            .map(|(index, begins)| stage_view(account, index, present, begins))
            .collect(),
        everything_stops: stops == Stops::Everything,
        works: named(true),
        stops: named(false),
        rungs: rungs.iter().map(|rung| rung_view(account, rung)).collect(),
    })
}

/// Those of present arrears; else those that would follow if the first settlement that lacks money, or simply the next, could
/// not be paid.
fn boundaries(loaded: &Loaded, rungs: &[Rung], now: Instant) -> Boundaries {
    let account = &loaded.account;
    account.boundaries().unwrap_or_else(|| {
        let fails = rungs.first().and_then(|rung| rung.by.as_ref());
        let since = fails
            .map_or_else(|| due::next_settlement(loaded, now), |by| by.value + chrono::TimeDelta::seconds(1));
        account.boundaries_if(since)
    })
}

/// Every stage that lasts, from normal on. What was released is so since it happened.
fn stages(account: &Account, boundaries: &Boundaries) -> Vec<Begins> {
    let (grace, retention, released) =
        (&boundaries.grace_ends, &boundaries.retention_ends, &boundaries.released);
    let mut stages = vec![Begins { stage: Stage::Normal, at: None }];
    let began = |stage, at: &Derived<Instant>| Begins { stage, at: Some(at.clone()) };
    if boundaries.since < grace.value {
        let because = Derivation::new("arrears-begin", "H-82", billing::Value::Instant(boundaries.since));
        stages.push(began(Stage::Grace, &Derived { value: boundaries.since, because }));
    }
    stages.push(began(Stage::Frozen, grace));
    if retention.value < released.value {
        stages.push(began(Stage::ReleasePending, retention));
    }
    let at = account.released_at.unwrap_or(released.value);
    stages.push(began(Stage::Released, &Derived { value: at, because: released.because.clone() }));
    stages
}

fn spans(stages: &[Begins], boundaries: &Boundaries, now: Instant) -> Vec<Span> {
    let margin = margin(boundaries.since, boundaries.released.value);
    let first = boundaries.since.min(now) - margin;
    let last = boundaries.released.value.max(now) + margin;
    let at = |index: usize| stages.get(index).and_then(|begins| begins.at.as_ref()).map(|at| at.value);
    let span = |(index, begins): (usize, &Begins)| Span {
        stage: begins.stage,
        from: at(index).unwrap_or(first),
        until: at(index + 1).unwrap_or(last),
    };
    stages.iter().enumerate().map(span).collect()
}

fn stage_view(account: &Account, index: usize, present: usize, begins: &Begins) -> RailStageView {
    let policy = &account.terms.policy;
    let when = match index.cmp(&present) {
        std::cmp::Ordering::Less => "over",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "ahead",
    };
    let stops = policy.abilities(begins.stage).into_iter().filter(|(_, works)| !works);
    RailStageView {
        stage: begins.stage.code(policy.arrears.stops).to_owned(),
        from: begins.at.as_ref().map(|at| convert::seconds(at.value)),
        why: begins.at.as_ref().map(|at| convert::why(&at.because, policy)),
        when: when.to_owned(),
        stops: stops.map(|(ability, _)| code(ability)).collect(),
    }
}

fn rung_view(account: &Account, rung: &Rung) -> RungView {
    let policy = &account.terms.policy;
    RungView {
        buys: rung.buys.code().to_owned(),
        least: rung.least.value.to_string(),
        least_why: convert::why(&rung.least.because, policy),
        by: rung.by.as_ref().map(|by| convert::seconds(by.value)),
        by_why: rung.by.as_ref().map(|by| convert::why(&by.because, policy)),
    }
}

fn code(ability: Ability) -> String {
    ability.code().to_owned()
}
