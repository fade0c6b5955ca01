//! What a month's money was for: the same sums as the lines of its bill.

use app::{
    bill_groups::{self, By, Group, MonthSums, of_month},
    books::Loaded,
};
use billing::{ChargeAmount, Money};

use super::{Months, bill_row, paid, share};
use crate::{
    App, IpcError, convert,
    dto::costs::{AllocatedMonth, AllocationQuery, AllocationRow, AllocationView},
};

/// A month by project, member account or tag; what is unallocated is always shown.
///
/// # Errors
/// [`IpcError`] `invalid_value`, `no_bill`, or that the books cannot be read.
pub async fn allocation(app: &App, query: AllocationQuery) -> Result<AllocationView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let by = By::parse(&query.by).ok_or_else(|| convert::invalid("by", &query.by))?;
    let now = crate::commands::now(app, &loaded);
    let months = Months::of(app, &loaded, query.month.as_deref()).await?;
    let month = match &months.chosen {
        None => None,
        Some(chosen) => {
            let MonthSums { mut groups, total } = of_month(app.books(), &loaded, chosen.month, &by).await?;
            if groups.last().is_none_or(|(value, _)| value.is_some()) {
                groups.push((None, Group::default()));
            }
            // Most money first, what is unallocated last.
            groups.sort_by(|(a, of_a), (b, of_b)| {
                a.is_none().cmp(&b.is_none()).then(of_b.due.cmp(&of_a.due)).then_with(|| a.cmp(b))
            });
            let paid = paid(groups.iter().map(|(_, group)| group.due))?;
            let mut allocated = ChargeAmount::ZERO;
            for (_, group) in groups.iter().filter(|(value, _)| value.is_some()) {
                allocated = allocated.checked_add(group.due)?;
            }
            let row = |value, group: &Group| row(&loaded, (value, group), paid);
            Some(AllocatedMonth {
                bill: bill_row(app, &loaded, chosen, now).await?,
                total: row(None, &total)?,
                rows: groups
                    .iter()
                    .map(|(value, group)| row(value.clone(), group))
                    .collect::<Result<_, _>>()?,
                allocated: Money::from_charge(allocated)?.to_string(),
            })
        }
    };
    Ok(AllocationView {
        as_of: convert::seconds(now),
        months: months.names,
        tag_keys: bill_groups::tag_keys(&loaded.account),
        by: query.by,
        month,
    })
}

fn row(
    loaded: &Loaded,
    (value, group): (Option<String>, &Group),
    paid: ChargeAmount,
) -> Result<AllocationRow, IpcError> {
    let account = &loaded.account;
    Ok(AllocationRow {
        value,
        lines: group.lines.to_string(),
        amount: group.due.to_string(),
        rounded: Money::from_charge(group.due)?.to_string(),
        share: share(group.due, paid),
        why: convert::why(&group.because(account), &account.terms.policy),
    })
}
