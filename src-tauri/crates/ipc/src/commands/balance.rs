//! Balance: the equation, the line, the statement.

use std::collections::BTreeMap;

use app::{
    books::Loaded,
    foresight::Foresight,
    ledger::{Page, StatementLine, Subject},
};
use billing::{Account, Charge, ChargeId, Instant, Money};
use chrono::TimeDelta;

use crate::{
    App, IpcError,
    charts::{
        Width,
        balance::{Closing, Line, draw},
        text,
    },
    convert,
    dto::{
        balance::{AccruedRow, BalanceQuery, BalanceView, DebtRow, StatementRow},
        common::ChartView,
    },
};

/// Days the line can show.
const DAYS: (u32, u32) = (1, 732);
/// Debts in the list; their sum is in the equation.
const DEBTS: usize = 500;

/// The Balance screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn balance(app: &App, query: BalanceQuery) -> Result<BalanceView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    let page = Page { after: convert::cursor(query.after.as_deref())?, limit: super::PAGE };
    let width = Width::of_page(query.chart_width);
    let statement = app.books().ledger().statement(loaded.header.id, page).await?;
    Ok(BalanceView {
        as_of: convert::seconds(now),
        position: convert::position(&loaded.account)?,
        chart: chart(app, &loaded, (query.days, width), None, now).await?,
        entries: statement.rows.iter().map(|line| statement_row(&loaded.account, line)).collect(),
        next: statement.next.map(|next| next.to_string()),
        debts: debts(app, &loaded).await?,
        accrued: accrued(&loaded.account)?,
        vouchers: super::vouchers::all(&loaded.account, now)?,
        ahead: super::arrears::before_the_fact(&loaded, width, now)?,
    })
}

/// The balance of each day, drawn so wide over so many days; and what it will be, where that is foreseen.
pub(super) async fn chart(
    app: &App,
    loaded: &Loaded,
    (days, width): (u32, Width),
    foresight: Option<&Foresight>,
    now: Instant,
) -> Result<ChartView, IpcError> {
    let zone = loaded.account.terms.policy.zone;
    let today = zone.midnight(zone.date(now));
    let from = today - TimeDelta::days(i64::from(days.clamp(DAYS.0, DAYS.1)) - 1);
    let to = today + TimeDelta::days(1);
    let series = app.books().ledger().balance_series(loaded.header.id, from..to).await?;
    let closings: BTreeMap<_, _> = series.days.iter().map(|day| (day.day, day.closing)).collect();
    let mut balance = series.before;
    let mut points = Vec::new();
    let mut day = from;
    while day < to {
        balance = closings.get(&day).copied().or(balance);
        let at = (day + TimeDelta::days(1)).min(now);
        if let Some(balance) = balance {
            let balance = balance.checked_sub(owed_at(&loaded.account, at)?)?;
            let label = if at == now { text::minute(zone, now) } else { text::day(zone, day) };
            points.push(Closing { at, label, balance });
        }
        day += TimeDelta::days(1);
    }
    // What is there now is known for certain, whatever the days say.
    points.retain(|point: &Closing| point.at < now);
    points.push(Closing { at: now, label: text::minute(zone, now), balance: net(&loaded.account)? });
    if let (Some(before), Some(first)) = (series.before, points.first().map(|point| point.at))
        && first > from
    {
        points.insert(0, Closing { at: from, label: text::minute(zone, from), balance: before });
    }
    let first = points.first().map_or(now, |point| point.at);
    let ahead = foresight.map_or_else(Vec::new, Foresight::balance_ahead);
    let marks = (super::purchases(&loaded.account, first), alert_line(&loaded.account)?);
    draw(width, zone, now, &points, (&marks.0, marks.1), &ahead)
}

/// The balance less what is owed: below zero the line stands in the zone of arrears.
fn net(account: &Account) -> Result<Money, IpcError> {
    Ok(account.balance.checked_sub(account.arrears()?)?)
}

/// What of the present debts was owed then.
fn owed_at(account: &Account, at: Instant) -> Result<Money, IpcError> {
    let then = account.debts.iter().filter(|debt| debt.settled_at < at);
    Ok(Money::sum(then.map(|debt| debt.owed))?)
}

/// Where the balance would be when the alert fires: it watches what can be spent, which is more or less than that.
fn alert_line(account: &Account) -> Result<Option<Line>, IpcError> {
    let Some(alert) = account.balance_alert else { return Ok(None) };
    let beyond = account.available_credit()?.checked_sub(net(account)?)?;
    Ok(Some(Line { spendable: alert.threshold, balance: alert.threshold.checked_sub(beyond)? }))
}

fn statement_row(account: &Account, line: &StatementLine) -> StatementRow {
    let (name, period) = match line.subject {
        Subject::Nothing => (String::new(), None),
        Subject::Package(package) => (convert::name_of_package(account, package), None),
        Subject::Charge { period, resource, project, .. } => {
            (name_with_project(account, resource, project), Some(convert::seconds(period)))
        }
    };
    let arrears = if line.arrears < Money::ZERO { line.arrears.negated() } else { line.arrears };
    StatementRow {
        id: line.transaction_id.to_string(),
        at: convert::seconds(line.at),
        kind: line.kind.clone(),
        name,
        period,
        amount: line.amount.to_string(),
        balance: line.balance.to_string(),
        arrears: (!arrears.is_zero()).then(|| arrears.to_string()),
    }
}

pub(super) fn name_with_project(
    account: &Account,
    resource: billing::ResourceId,
    project: billing::ProjectId,
) -> String {
    let name = convert::resource_of(account, resource);
    match account.project(project) {
        "" => name,
        project => format!("{name} · {project}"),
    }
}

async fn debts(app: &App, loaded: &Loaded) -> Result<Vec<DebtRow>, IpcError> {
    let account = &loaded.account;
    let charges = charges_of_debts(app, loaded).await?;
    let row = |debt: &billing::Debt| {
        let charge = charges.get(&debt.charge);
        DebtRow {
            charge_id: debt.charge.0.to_string(),
            name: charge.map_or_else(String::new, |charge| {
                name_with_project(account, charge.key.resource, charge.key.project)
            }),
            period: convert::seconds(debt.period),
            settled_at: convert::seconds(debt.settled_at),
            owed: debt.owed.to_string(),
        }
    };
    Ok(account.debts.iter().take(DEBTS).map(row).collect())
}

/// The charges that are not paid in full, by number.
pub(super) async fn charges_of_debts(
    app: &App,
    loaded: &Loaded,
) -> Result<BTreeMap<ChargeId, Charge>, IpcError> {
    let ids: Vec<_> = loaded.account.debts.iter().map(|debt| debt.charge).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let charges = app.books().ledger().charges_by_id(loaded.header.id, &ids).await?;
    Ok(charges.into_iter().map(|charge| (charge.id, charge)).collect())
}

fn accrued(account: &Account) -> Result<Vec<AccruedRow>, IpcError> {
    let row = |(key, open): (billing::OpenKey, &billing::OpenCharge)| {
        let money = open.money()?;
        Ok(AccruedRow {
            name: name_with_project(account, key.resource, key.project),
            period: convert::seconds(key.period),
            settles_at: convert::seconds(key.settles_at),
            billed: open.billed().to_string(),
            amount: money.value.to_string(),
            why: convert::why(&money.because, &account.terms.policy),
        })
    };
    account.open.iter().map(row).collect()
}
