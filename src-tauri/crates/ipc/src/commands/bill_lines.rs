//! The lines of a bill: every movement with all its fields, how it was paid, and why.

use app::{
    bill_fields::{self, Cell},
    bill_groups::By,
    books::Loaded,
    ledger::{LineFilter, Page},
    month_lines,
};
use billing::{
    ProjectId, ResourceId,
    bill::{Line, LineKind},
    zone::Month,
};
use chrono::TimeDelta;

use crate::{
    App, IpcError, convert,
    dto::bill_lines::{BillField, BillLineView, BillLinesQuery, BillLinesView, FieldKind, PaidPart},
};

/// Lines shown at once.
const PAGE: u32 = 100;

/// Lines of one group of a bill, all or those of one day.
///
/// # Errors
/// [`IpcError`] when a value cannot be read, or the books cannot.
pub async fn bill_lines(app: &App, query: BillLinesQuery) -> Result<BillLinesView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let month = convert::month(&query.month)?;
    if let Some(by) = &query.by {
        return of_sum(app, &loaded, month, by, &query).await;
    }
    let account = &loaded.account;
    let day = query.day.map(convert::instant).transpose()?;
    let filter = LineFilter {
        resource: resource(&loaded, &query),
        project: project(&loaded, &query),
        spent: day.map(|day| day..day + TimeDelta::days(1)),
    };
    let page = Page { after: convert::cursor(query.after.as_deref())?, limit: PAGE };
    let part = app.books().ledger().lines(loaded.header.id, account, month, &filter, page).await?;
    // Charges come last: a group of anything else ends before them.
    let goes_on = query.kind == "usage" || part.rows.last().is_some_and(|line| !is_usage(line));
    let wanted = part.rows.iter().filter(|line| is_of(&loaded, &query, line));
    Ok(BillLinesView {
        lines: wanted.map(|line| view(&loaded, line)).collect(),
        next: part.next.filter(|_| goes_on).map(|next| next.to_string()),
    })
}

/// Lines that are summed under one value.
async fn of_sum(
    app: &App,
    loaded: &Loaded,
    month: Month,
    by: &str,
    query: &BillLinesQuery,
) -> Result<BillLinesView, IpcError> {
    let by = By::parse(by).ok_or_else(|| convert::invalid("by", by))?;
    let page = Page { after: convert::cursor(query.after.as_deref())?, limit: PAGE };
    let found =
        month_lines::of_value(app.books(), loaded, month, (&by, query.value.as_deref()), page).await?;
    Ok(BillLinesView {
        next: found.next.map(|next| next.to_string()),
        lines: found.rows.iter().map(|line| view(loaded, line)).collect(),
    })
}

/// The resource of a group; groups of packages go by their offer.
fn resource(loaded: &Loaded, query: &BillLinesQuery) -> Option<ResourceId> {
    let is_named = |id: &ResourceId| convert::resource_of(&loaded.account, *id) == query.name;
    (0..).map(ResourceId).take(loaded.account.resources.len()).find(is_named)
}

fn project(loaded: &Loaded, query: &BillLinesQuery) -> Option<ProjectId> {
    if query.kind == "usage" { loaded.account.find_project(&query.project) } else { None }
}

const fn is_usage(line: &Line) -> bool {
    matches!(line.kind, LineKind::Usage | LineKind::Supplementary)
}

/// Whether a line is of the kind that is asked for, and of the offer.
fn is_of(loaded: &Loaded, query: &BillLinesQuery, line: &Line) -> bool {
    let sku = || line.package.map(|package| convert::sku_of(&loaded.account, package));
    match query.kind.as_str() {
        "usage" => is_usage(line),
        "purchase" => line.kind == LineKind::Purchase && sku().as_ref() == Some(&query.name),
        "renewal" => {
            matches!(line.kind, LineKind::Renewal | LineKind::AutoRenewal)
                && sku().as_ref() == Some(&query.name)
        }
        kind => line.kind.code() == kind,
    }
}

fn view(loaded: &Loaded, line: &Line) -> BillLineView {
    let account = &loaded.account;
    let policy = &account.terms.policy;
    let amounts = &line.amounts;
    let parts = [
        ("vouchers", amounts.from_voucher),
        ("balance", amounts.from_balance),
        ("credit", amounts.from_credit),
        ("arrears", amounts.arrears),
    ];
    let parts = parts.into_iter().filter(|(_, amount)| !amount.is_zero());
    let fields = bill_fields::fields(&loaded.header, account, line).into_iter().filter_map(|field| {
        let (kind, text) = cell(field.cell)?;
        Some(BillField { name: field.name.replace('_', "-"), kind, text })
    });
    BillLineView {
        id: line.origin.to_string(),
        kind: line.kind.code().to_owned(),
        transaction_type: line.kind.transaction_type(policy).map(str::to_owned),
        spent_at: convert::seconds(line.spent.0),
        due: amounts.due.to_string(),
        moved: amounts.moved.to_string(),
        now_owed: amounts.now_owed.to_string(),
        paid: parts.map(|(by, amount)| PaidPart { by: by.to_owned(), amount: amount.to_string() }).collect(),
        fields: fields.collect(),
        why: convert::why(&line.because(), policy),
    }
}

fn cell(cell: Cell) -> Option<(FieldKind, String)> {
    match cell {
        Cell::None => None,
        Cell::Text(text) => Some((FieldKind::Text, text)),
        Cell::Amount(amount) => Some((FieldKind::Money, amount.to_string())),
        Cell::Money(money) => Some((FieldKind::Money, money.to_string())),
        Cell::At(at) => Some((FieldKind::Instant, at.timestamp().to_string())),
        Cell::Count(count) => Some((FieldKind::Count, count.to_string())),
    }
}
