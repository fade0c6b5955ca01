//! Top up: a plan, then the same plan written down.

use app::{
    action,
    action::Plan,
    ledger::{AccountId, Page},
};
use billing::{Command, Money, event::What, top_up};

use crate::{
    App, IpcError, convert,
    dto::money_actions::{PreviewTopUp, TopUp, TopUpPlan},
};

/// What a top-up would do.
///
/// # Errors
/// [`IpcError`] `not_an_amount`, `invalid_amount`, or that the books cannot be read.
pub async fn preview(app: &App, request: PreviewTopUp) -> Result<TopUpPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let amount = convert::money(&request.amount)?;
    let plan = action::preview(app.books(), id, &Command::TopUp { amount }).await?;
    view(app, id, amount, &plan).await
}

/// Tops up.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be
/// written.
pub async fn commit(app: &App, request: TopUp) -> Result<TopUpPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let amount = convert::money(&request.amount)?;
    let seen = convert::basis(&request.basis)?;
    let command = Command::TopUp { amount };
    let plan = action::commit(app.books(), id, "top-up", &command, Some(&seen), &request.request_id).await?;
    app.tell(&["today", "balance", "bills"]);
    view(app, id, amount, &plan).await
}

async fn view(app: &App, id: AccountId, amount: Money, plan: &Plan) -> Result<TopUpPlan, IpcError> {
    let allocation = plan.events.iter().find_map(|event| match &event.what {
        What::ToppedUp { allocation, .. } => Some(allocation),
        _ => None,
    });
    let (to_arrears, to_credit, to_balance) = match allocation {
        Some(allocation) => (allocation.to_arrears()?, allocation.to_credit, allocation.to_balance),
        None => written_before(app, id, amount).await?,
    };
    Ok(TopUpPlan {
        basis: convert::basis_view(&plan.seen),
        amount: amount.to_string(),
        to_arrears: to_arrears.to_string(),
        to_credit: to_credit.to_string(),
        to_balance: to_balance.to_string(),
        before: convert::position(&plan.before)?,
        after: convert::position(&plan.after)?,
        why: convert::why(&top_up::allocate(&plan.before, amount)?.because, &plan.before.terms.policy),
    })
}

/// Where the money of the latest top-up of this amount went: a confirmation that comes twice is answered from the books.
async fn written_before(app: &App, id: AccountId, amount: Money) -> Result<(Money, Money, Money), IpcError> {
    let lines = app.books().ledger().statement(id, Page::first(super::PAGE)).await?.rows;
    for line in lines.iter().filter(|line| line.kind == "top-up") {
        let (to_arrears, to_credit) = (line.arrears.negated(), line.credit.negated());
        if Money::sum([to_arrears, to_credit, line.amount])? == amount {
            return Ok((to_arrears, to_credit, line.amount));
        }
    }
    Ok((Money::ZERO, Money::ZERO, amount))
}
