//! Bills: months, their lines, and why.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    bill_groups,
    books::Loaded,
    ledger::{BillMonth, BillTotal, Page, Purchase, TotalKind, UsageFilter},
};
use billing::{Account, ChargeAmount, Instant, Money, ProjectId, ResourceId, bill, zone::Month};
use chrono::TimeDelta;

use super::{
    balance::charges_of_debts,
    bill_why::{self, Owed},
    month, reconcile,
};
use crate::{
    App, IpcError,
    charts::{Width, bills::draw},
    convert,
    dto::bills::{BillDay, BillGroup, BillQuery, BillRow, BillView, BillsQuery, BillsView, HighestBill},
    failure::Malformed,
};

/// The Bills screen: ten years and more of months.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn bills(app: &App, request: BillsQuery) -> Result<BillsView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let now = super::now(app, &loaded);
    let owed = owed_by_month(app, &loaded).await?;
    let months = app.books().ledger().bills(loaded.header.id, Page::first(super::PAGE)).await?.rows;
    let rows = months.iter().map(|month| row(&loaded.account, month, &owed, now));
    let bills = rows.collect::<Result<Vec<_>, _>>()?;
    let compared = reconcile::compared_by_month(app, &loaded).await?;
    let drawn = draw(Width::of_page(request.chart_width), &loaded.account.terms.policy, now, &months)?;
    let mut highest: Option<(Month, Money)> = None;
    for month in &months {
        let total = total(month)?;
        if highest.is_none_or(|(_, most)| total > most) {
            highest = Some((month.month, total));
        }
    }
    Ok(BillsView {
        as_of: convert::seconds(now),
        bills: bills.into_iter().map(|row| reconcile::with_difference(row, &compared)).collect(),
        month_count: drawn.as_ref().map_or(0, |(count, _)| *count),
        chart: drawn.map(|(_, chart)| chart),
        highest: highest
            .map(|(month, total)| HighestBill { month: month.to_string(), total: total.to_string() }),
    })
}

/// One bill.
///
/// # Errors
/// [`IpcError`] `no_bill`, or that the books cannot be read.
pub async fn bill(app: &App, query: BillQuery) -> Result<BillView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    let wanted = convert::month(&query.month)?;
    let ledger = app.books().ledger();
    let found = ledger.bill(loaded.header.id, wanted).await?;
    let found = found.ok_or_else(|| Malformed::NoBill(wanted.to_string()))?;
    let owed = owed_by_month(app, &loaded).await?;
    let compared = reconcile::compared_by_month(app, &loaded).await?;
    let totals = ledger.bill_totals(loaded.header.id, wanted).await?;
    let mut groups = usage_groups(app, &loaded, wanted, &totals).await?;
    let mut charges = ChargeAmount::ZERO;
    for group in &groups {
        charges = charges.checked_add(group.sum.amount)?;
    }
    groups.extend(correction_groups(&loaded.account, &totals)?);
    let mut rounding = ChargeAmount::ZERO;
    for group in &groups {
        rounding = rounding.checked_add(convert::exact(group.sum.due).checked_sub(group.sum.amount)?)?;
    }
    groups.extend(purchase_groups(app, &loaded, wanted).await?);
    Ok(BillView {
        bill: reconcile::with_difference(row(&loaded.account, &found, &owed, now)?, &compared),
        charges: charges.to_string(),
        rounding: rounding.to_string(),
        why: month::sums(&loaded.account, &totals)?.why,
        groups: groups.into_iter().map(|group| group.view(&loaded.account)).collect(),
        tag_keys: bill_groups::tag_keys(&loaded.account),
    })
}

/// A month as the list of bills shows it.
pub(super) fn row(
    account: &Account,
    month: &BillMonth,
    owed: &BTreeMap<Month, Owed>,
    now: Instant,
) -> Result<BillRow, IpcError> {
    let policy = &account.terms.policy;
    let total = total(month)?;
    let owed = owed.get(&month.month);
    Ok(BillRow {
        month: month.month.to_string(),
        status: bill::status_at(policy, month.month, now).code().to_owned(),
        final_at: convert::seconds(bill::final_at(policy, month.month)),
        exportable_at: convert::seconds(bill::exportable_at(policy, month.month)),
        total: total.to_string(),
        usage: month.charges.to_string(),
        purchases: month.purchases.to_string(),
        renewals: month.renewals.to_string(),
        refunds: month.refunds.to_string(),
        corrections: month.corrections.to_string(),
        owed: owed.map_or(Money::ZERO, |owed| owed.sum).to_string(),
        why: bill_why::total(account, month)?,
        owed_why: owed.map(|owed| bill_why::owed(account, owed)),
        compared: None,
    })
}

fn total(month: &BillMonth) -> Result<Money, IpcError> {
    let parts = [month.charges, month.purchases, month.renewals, month.refunds, month.corrections];
    Ok(Money::sum(parts)?)
}

/// What of each bill is still owed.
pub(super) async fn owed_by_month(app: &App, loaded: &Loaded) -> Result<BTreeMap<Month, Owed>, IpcError> {
    let charges = charges_of_debts(app, loaded).await?;
    let mut owed: BTreeMap<Month, Owed> = BTreeMap::new();
    for debt in &loaded.account.debts {
        if let Some(charge) = charges.get(&debt.charge) {
            owed.entry(charge.bill).or_default().add(charge.key.resource, debt.owed)?;
        }
    }
    Ok(owed)
}

/// Lines of one kind, before they are text.
struct Group {
    kind: &'static str,
    name: String,
    project: String,
    sum: Sum,
    days: BTreeMap<Instant, Sum>,
}

/// Calls and money of a group or of one of its days.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    /// Calls that packages paid for.
    pub from_packages: i64,
    /// Calls that were pay-per-use.
    pub billed: i64,
    /// Before rounding.
    pub amount: ChargeAmount,
    /// What moved.
    pub due: Money,
}

impl Sum {
    fn add(&mut self, more: Self) -> Result<(), IpcError> {
        self.from_packages = self.from_packages.saturating_add(more.from_packages);
        self.billed = self.billed.saturating_add(more.billed);
        self.amount = self.amount.checked_add(more.amount)?;
        self.due = self.due.checked_add(more.due)?;
        Ok(())
    }
}

impl Group {
    fn new(kind: &'static str, name: String, project: String) -> Self {
        Self { kind, name, project, sum: Sum::default(), days: BTreeMap::new() }
    }

    fn add(&mut self, day: Instant, more: Sum) -> Result<(), IpcError> {
        self.sum.add(more)?;
        self.days.entry(day).or_default().add(more)
    }

    fn view(self, account: &Account) -> BillGroup {
        let kind = self.kind;
        let why = |sum: &Sum| bill_why::line(account, kind, sum);
        let day = |(day, sum): (Instant, Sum)| BillDay {
            why: why(&sum),
            day: convert::seconds(day),
            quantity: sum.from_packages.saturating_add(sum.billed).to_string(),
            from_packages: sum.from_packages.to_string(),
            billed: sum.billed.to_string(),
            amount: sum.amount.to_string(),
            due: sum.due.to_string(),
        };
        BillGroup {
            why: why(&self.sum),
            kind: self.kind.to_owned(),
            name: self.name,
            project: self.project,
            quantity: self.sum.from_packages.saturating_add(self.sum.billed).to_string(),
            from_packages: self.sum.from_packages.to_string(),
            billed: self.sum.billed.to_string(),
            amount: self.sum.amount.to_string(),
            due: self.sum.due.to_string(),
            days: self.days.into_iter().map(day).collect(),
        }
    }
}

/// Pay-per-use as it was settled, by resource and project.
async fn usage_groups(
    app: &App,
    loaded: &Loaded,
    month: Month,
    totals: &[BillTotal],
) -> Result<Vec<Group>, IpcError> {
    let account = &loaded.account;
    let lines =
        app.books().ledger().bill_lines(loaded.header.id, month, None, Page::first(u32::MAX)).await?.rows;
    // The sums by day are of a resource, less its corrections; projects and corrections need the charges themselves.
    let has_projects = account.projects.len() > 1;
    let mut one_by_one = BTreeSet::new();
    for total in totals {
        if total.kind == TotalKind::Correction || (has_projects && total.kind == TotalKind::Charge) {
            one_by_one.insert(total.resource);
        }
    }
    let mut groups: Groups = BTreeMap::new();
    for line in lines.iter().filter(|line| !one_by_one.contains(&line.resource)) {
        let sum = Sum {
            from_packages: line.from_packages,
            billed: line.billed,
            amount: line.amount,
            due: line.due,
        };
        group_of(&mut groups, account, (line.resource, ProjectId(0))).add(line.day, sum)?;
    }
    for resource in one_by_one {
        add_charges(app, loaded, month, resource, &mut groups).await?;
    }
    Ok(groups.into_values().collect())
}

type Groups = BTreeMap<(ResourceId, ProjectId), Group>;

async fn add_charges(
    app: &App,
    loaded: &Loaded,
    month: Month,
    resource: ResourceId,
    groups: &mut Groups,
) -> Result<(), IpcError> {
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    let ever = Instant::UNIX_EPOCH..account.now + TimeDelta::days(1);
    let filter = UsageFilter { resource: Some(resource), project: None };
    let charges = app.books().ledger().charges(loaded.header.id, ever, filter, Some(month), u32::MAX).await?;
    for charge in charges {
        let sum = Sum {
            from_packages: i64::try_from(charge.from_packages).unwrap_or(i64::MAX),
            billed: i64::try_from(charge.billed()).unwrap_or(i64::MAX),
            amount: charge.amount,
            due: charge.due,
        };
        let day = zone.midnight(zone.date(charge.key.period));
        group_of(groups, account, (resource, charge.key.project)).add(day, sum)?;
    }
    Ok(())
}

/// Money given back for packages and for charges of undone imports, by resource.
fn correction_groups(account: &Account, totals: &[BillTotal]) -> Result<Vec<Group>, IpcError> {
    let given_back = |total: &&BillTotal| matches!(total.kind, TotalKind::Refund | TotalKind::Correction);
    let corrections = totals.iter().filter(given_back);
    let group = |total: &BillTotal| {
        let kind = if total.kind == TotalKind::Refund { "refund" } else { "correction" };
        let mut group = Group::new(kind, convert::resource_of(account, total.resource), String::new());
        let is_refund = total.kind == TotalKind::Refund;
        let amount = if is_refund { convert::exact(total.due) } else { total.amount };
        group.sum.add(Sum { amount, due: total.due, ..Sum::default() })?;
        Ok(group)
    };
    corrections.map(group).collect()
}

fn group_of<'a>(groups: &'a mut Groups, account: &Account, key: (ResourceId, ProjectId)) -> &'a mut Group {
    groups.entry(key).or_insert_with(|| {
        Group::new("usage", convert::resource_of(account, key.0), account.project(key.1).to_owned())
    })
}

/// Packages bought and renewed, by offer.
async fn purchase_groups(app: &App, loaded: &Loaded, month: Month) -> Result<Vec<Group>, IpcError> {
    let zone = loaded.account.terms.policy.zone;
    let purchases: Vec<Purchase> = app.books().ledger().bill_purchases(loaded.header.id, month).await?;
    let mut groups: BTreeMap<(TotalKind, String), Group> = BTreeMap::new();
    for purchase in &purchases {
        let sku = convert::sku_of(&loaded.account, purchase.package);
        let kind = if purchase.kind == TotalKind::Renewal { "renewal" } else { "purchase" };
        let group = groups
            .entry((purchase.kind, sku.clone()))
            .or_insert_with(|| Group::new(kind, sku, String::new()));
        let sum = Sum { amount: convert::exact(purchase.price), due: purchase.price, ..Sum::default() };
        group.add(zone.midnight(zone.date(purchase.at)), sum)?;
    }
    Ok(groups.into_values().collect())
}
