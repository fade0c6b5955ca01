//! What a month cost by project, member account or tag.

use app::{
    bill_groups::{By, Group, of_month},
    books::Loaded,
};

use crate::{
    App, IpcError, convert,
    dto::bill_by::{BillByQuery, BillByRow, BillByView},
};

/// Sums the lines of a month by what they are for.
///
/// # Errors
/// [`IpcError`] `invalid_value`, or that the books cannot be read.
pub async fn bill_by(app: &App, query: BillByQuery) -> Result<BillByView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let month = convert::month(&query.month)?;
    let by = By::parse(&query.by).ok_or_else(|| convert::invalid("by", &query.by))?;
    let sums = of_month(app.books(), &loaded, month, &by).await?;
    Ok(BillByView {
        by: query.by,
        rows: sums.groups.into_iter().map(|(value, group)| row(&loaded, value, &group)).collect(),
        total: row(&loaded, None, &sums.total),
    })
}

fn row(loaded: &Loaded, value: Option<String>, group: &Group) -> BillByRow {
    let account = &loaded.account;
    BillByRow {
        value,
        lines: group.lines.to_string(),
        amount: group.due.to_string(),
        why: convert::why(&group.because(account), &account.terms.policy),
    }
}
