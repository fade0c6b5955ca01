//! Alerts: the inbox by episode, the rules, and their sheet.

use app::{
    action::{self, Plan},
    alerts::{self, Episode, Family, PackageRule, State, Watched},
    books::Loaded,
    due, known_usage,
    ledger::NoticeLine,
};
use billing::{
    Account, Command, Derivation, Instant, ResourceKey, Value,
    alert::{BalanceAlert, Measured},
    explain,
};

use super::EVERY_SCREEN;
use crate::{
    App, IpcError, convert,
    dto::{
        alerts::{
            AcknowledgeAlert, AlertPlan, AlertRule, AlertsView, BalanceRuleView, EpisodeView, HistoryView,
            MeasuredView, PackageRuleView, PreviewAlert, SetAlert, SnoozeAlert, ToldView, WatchedView,
        },
        common::{OfAccount, Why},
    },
};

/// Crossings that are named with their instants.
const LATEST: usize = 5;

/// The Alerts screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn alerts(app: &App, query: OfAccount) -> Result<AlertsView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    view(app, &loaded).await
}

/// What setting a rule would do.
///
/// # Errors
/// [`IpcError`] `not_an_amount`, `invalid_value`, a refusal, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewAlert) -> Result<AlertPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let command = command(&request.rule, request.line.as_deref())?;
    let plan = action::preview(app.books(), id, &command).await?;
    plan_view(app, &request.account_id, &command, &plan).await
}

/// Sets a rule; what it tells at once is told.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be written.
pub async fn set(app: &App, request: SetAlert) -> Result<AlertPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let (command, seen) = (command(&request.rule, request.line.as_deref())?, convert::basis(&request.basis)?);
    let plan = action::commit(app.books(), id, "alert", &command, Some(&seen), &request.request_id).await?;
    let view = plan_view(app, &request.account_id, &command, &plan).await?;
    due::run(app.books(), id).await?;
    app.tell(EVERY_SCREEN);
    Ok(view)
}

/// Silences the balance alert until the line is crossed anew.
///
/// # Errors
/// [`IpcError`] when the books cannot be written.
pub async fn acknowledge(app: &App, request: AcknowledgeAlert) -> Result<AlertsView, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let command = Command::AcknowledgeBalanceAlert;
    action::commit(app.books(), id, "alert", &command, None, &request.request_id).await?;
    app.tell(&["today", "alerts"]);
    view(app, &app.load(&request.account_id).await?).await
}

/// Keeps the balance alert silent for a time, or lets it speak again. Deadlines and arrears are told all the same.
///
/// # Errors
/// [`IpcError`] `invalid_value` for an instant that has passed or is more than 90 days away; or that the books cannot be written.
pub async fn snooze(app: &App, request: SnoozeAlert) -> Result<AlertsView, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let until = request.until.map(convert::instant).transpose()?;
    let now = super::now(app, &app.load(&request.account_id).await?);
    let is_ahead = |until: &Instant| now < *until && *until <= now + alerts::LONGEST_SNOOZE;
    if let Some(until) = until.filter(|until| !is_ahead(until)) {
        return Err(convert::invalid("until", &until.to_rfc3339()));
    }
    let command = Command::SnoozeBalanceAlert { until };
    action::commit(app.books(), id, "alert", &command, None, &request.request_id).await?;
    // Once it may speak again, it says what there is to say.
    due::run(app.books(), id).await?;
    app.tell(&["today", "alerts"]);
    view(app, &app.load(&request.account_id).await?).await
}

async fn view(app: &App, loaded: &Loaded) -> Result<AlertsView, IpcError> {
    let (account, now) = (&loaded.account, super::now(app, loaded));
    let inbox = alerts::inbox(app.books(), loaded).await?;
    let rules = alerts::package_rules(app.books(), loaded).await?;
    let unseen = app.books().ledger().unseen_count(loaded.header.id).await?;
    let unasked = account.terms.policy.package.low_at_percents.iter();
    Ok(AlertsView {
        as_of: convert::seconds(now),
        usage_until: known_usage::usage_until(app.books(), loaded, now).await?.map(convert::seconds),
        unseen: u32::try_from(unseen).unwrap_or(u32::MAX),
        episodes: inbox.episodes.iter().map(|episode| episode_view(account, episode)).collect(),
        more: inbox.more,
        balance: balance_rule(account)?,
        packages: rules.iter().map(|rule| package_rule(account, rule)).collect(),
        told_unasked: unasked.map(|left| 100 - left.min(&100)).collect(),
    })
}

fn episode_view(account: &Account, episode: &Episode) -> EpisodeView {
    let first = episode.notices.first();
    EpisodeView {
        id: first.map_or_else(String::new, |line| line.number.to_string()),
        family: family(episode.family).to_owned(),
        package: episode.package.map(|package| convert::name_of_package(account, package)),
        state: match episode.state {
            State::Open => "open",
            State::Acknowledged => "acknowledged",
            State::Snoozed => "snoozed",
            State::Resolved => "resolved",
        }
        .to_owned(),
        crossed_at: convert::seconds(first.map_or(account.now, |line| line.at)),
        told_again_at: episode.told_again_at.map(convert::seconds),
        told: episode.notices.iter().rev().map(told_view).collect(),
    }
}

const fn family(family: Family) -> &'static str {
    match family {
        Family::Balance => "balance",
        Family::Quota => "quota",
        Family::Ending => "ending",
        Family::Renewal => "renewal",
        Family::Arrears => "arrears",
    }
}

fn told_view(line: &NoticeLine) -> ToldView {
    ToldView {
        id: line.number.to_string(),
        kind: line.notice.kind.code().to_owned(),
        at: convert::seconds(line.at),
        found_at: (line.found_at > line.at + chrono::TimeDelta::minutes(1))
            .then(|| convert::seconds(line.found_at)),
        seen: line.seen,
        measured: line.notice.measured.map(measured_view),
        usage_until: line.usage_until.map(convert::seconds),
    }
}

fn measured_view(measured: Measured) -> MeasuredView {
    match measured {
        Measured::Spendable { value, threshold, version } => {
            MeasuredView::Spendable { value: value.to_string(), threshold: threshold.to_string(), version }
        }
        Measured::Quota { left, quota, percent } => {
            MeasuredView::Quota { left: left.to_string(), quota: quota.to_string(), percent }
        }
        Measured::Owed(owed) => MeasuredView::Owed { owed: owed.to_string() },
    }
}

fn balance_rule(account: &Account) -> Result<BalanceRuleView, IpcError> {
    let alert = account.balance_alert;
    let episode = alert.and_then(|alert| alert.episode);
    let snoozed_until =
        alert.filter(|alert| alert.is_snoozed(account.now)).and_then(|alert| alert.snoozed_until);
    let state = match (alert, episode) {
        (None, _) => "off",
        _ if snoozed_until.is_some() => "snoozed",
        (_, None) => "armed",
        (_, Some(episode)) if episode.acknowledged => "acknowledged",
        (_, Some(_)) => "fired",
    };
    let next = alert.and_then(|alert| alert.next(&account.terms.policy.balance_alert));
    Ok(BalanceRuleView {
        threshold: alert.map(|alert| alert.threshold.to_string()),
        state: state.to_owned(),
        value: account.available_credit()?.to_string(),
        why: convert::why(&explain::available_credit(account)?, &account.terms.policy),
        version: alert.map_or(0, |alert: BalanceAlert| alert.version),
        crossed_at: episode.map(|episode| convert::seconds(episode.crossed_at)),
        told: episode.map_or(0, |episode| episode.told),
        told_again_at: next.map(convert::seconds),
        snoozed_until: snoozed_until.map(convert::seconds),
    })
}

fn package_rule(account: &Account, rule: &PackageRule<'_>) -> PackageRuleView {
    let state = match (rule.alert, rule.has_fired()) {
        (None, _) => "off",
        (_, true) => "fired",
        (_, false) => "armed",
    };
    let key = &rule.resource.key;
    PackageRuleView {
        service: key.service.clone(),
        region: key.region.clone(),
        application: key.application.clone(),
        percent: rule.alert.map(|alert| alert.percent),
        state: state.to_owned(),
        packages: rule.packages.iter().map(|watched| watched_view(account, watched)).collect(),
    }
}

fn watched_view(account: &Account, watched: &Watched<'_>) -> WatchedView {
    let cycle = watched.cycle;
    WatchedView {
        id: watched.id.0.to_string(),
        sku: watched.sku.to_owned(),
        left: cycle.remaining().to_string(),
        quota: cycle.quota.to_string(),
        left_percent: watched.left_percent(),
        fired: watched.fired,
        fired_at: watched.since.map(convert::seconds),
        why: left_why(account, watched),
    }
}

fn left_why(account: &Account, watched: &Watched<'_>) -> Why {
    let cycle = watched.cycle;
    let because = Derivation::new("package-left", "H-28", Value::Calls(cycle.remaining()))
        .with("package", Value::Name(watched.sku.to_owned()))
        .with("quota", Value::Calls(cycle.quota))
        .with("used", Value::Calls(cycle.used))
        .with("lapsed", Value::Calls(cycle.lapsed));
    convert::why(&because, &account.terms.policy)
}

fn command(rule: &AlertRule, line: Option<&str>) -> Result<Command, IpcError> {
    Ok(match rule {
        AlertRule::Balance => Command::SetBalanceAlert { threshold: line.map(convert::money).transpose()? },
        AlertRule::Package { service, region, application } => Command::SetPackageAlert {
            resource: ResourceKey { application: application.clone(), ..ResourceKey::new(service, region) },
            percent: line.map(percent).transpose()?,
        },
    })
}

pub(super) fn percent(text: &str) -> Result<u32, IpcError> {
    let digits = text.trim().trim_end_matches('%').trim_end();
    digits.parse().map_err(|_| convert::invalid("percent", text))
}

async fn plan_view(
    app: &App,
    account_id: &str,
    command: &Command,
    plan: &Plan,
) -> Result<AlertPlan, IpcError> {
    let loaded = app.load(account_id).await?;
    let (key, line) = match command {
        Command::SetPackageAlert { resource, .. } => (Some(resource), None),
        Command::SetBalanceAlert { threshold } => (None, *threshold),
        _ => (None, None),
    };
    let outcome = alerts::outcome(&plan.before, &plan.after, key)?;
    let rules = alerts::package_rules(app.books(), &loaded).await?;
    let watched = rules.iter().filter(|rule| Some(&rule.resource.key) == key).flat_map(|rule| &rule.packages);
    let history = match line {
        Some(line) => alerts::history_of(app.books(), &loaded, line).await?,
        None => None,
    };
    let history = history.map(|history| HistoryView {
        from: convert::seconds(history.from),
        fired: u32::try_from(history.fired_at.len()).unwrap_or(u32::MAX),
        told: history.told,
        latest: history.fired_at.iter().rev().take(LATEST).map(|at| convert::seconds(*at)).collect(),
    });
    Ok(AlertPlan {
        basis: convert::basis_view(&plan.seen),
        before: line_of(&plan.before, key),
        after: line_of(&plan.after, key),
        value: match key {
            None => Some(plan.after.available_credit()?.to_string()),
            Some(_) => None,
        },
        at_once: outcome.at_once,
        with_next_call: outcome.with_next_call,
        arms_again: outcome.arms_again,
        watched: watched.map(|watched| watched_view(&loaded.account, watched)).collect(),
        history,
    })
}

fn line_of(account: &Account, key: Option<&ResourceKey>) -> Option<String> {
    let Some(key) = key else { return account.balance_alert.map(|alert| alert.threshold.to_string()) };
    let known = account.find_resource(key).and_then(|id| account.resource(id));
    known.and_then(|known| known.alert).map(|alert| alert.percent.to_string())
}
