//! Why a figure of a long list is so.

use app::{
    books::Loaded,
    ledger::{Page, StatementLine, Subject},
};
use billing::{Account, ChargeId, Derivation, Money, Value, explain as reasons};

use crate::{
    App, IpcError, convert,
    dto::{
        common::Why,
        explain::{Explain, Figure},
    },
};

/// The derivation of a figure.
///
/// # Errors
/// [`IpcError`] `invalid_value` when there is no such line, or that the books cannot be read.
pub async fn explain(app: &App, request: Explain) -> Result<Why, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let missing = || convert::invalid("line", &request.id);
    let number: i64 = request.id.parse().map_err(|_| missing())?;
    let because = match request.figure {
        Figure::Entry => entry(app, &loaded, number).await?,
        Figure::Debt => debt(app, &loaded, number).await?,
    };
    Ok(convert::why(&because.ok_or_else(missing)?, &loaded.account.terms.policy))
}

/// The balance after a line: what it was, and what the line changed.
async fn entry(app: &App, loaded: &Loaded, number: i64) -> Result<Option<Derivation>, IpcError> {
    // A list continues below the line it is told; the first line below the next number is this one.
    let page = Page { after: number.checked_add(1), limit: 1 };
    let lines = app.books().ledger().statement(loaded.header.id, page).await?.rows;
    let Some(line) = lines.into_iter().find(|line| line.transaction_id == number) else { return Ok(None) };
    let before = line.balance.checked_sub(line.amount)?;
    let change = change(app, loaded, &line).await?;
    Ok(Some(
        Derivation::new("balance-after", "H-06", Value::Money(line.balance))
            .with("balance-before", Value::Money(before))
            .resting_on("change", change),
    ))
}

/// What of a movement the balance felt: the rest was drawn on credit, or stayed owed.
async fn change(app: &App, loaded: &Loaded, line: &StatementLine) -> Result<Derivation, IpcError> {
    let account = &loaded.account;
    let result = Value::Money(line.amount);
    let because = match (line.kind.as_str(), line.subject) {
        ("top-up", _) => {
            let amount = line.amount.checked_sub(line.credit)?.checked_sub(line.arrears)?;
            Derivation::new("change-top-up", "H-64", result).with("paid-in", Value::Money(amount))
        }
        ("settlement", Subject::Charge { charge, .. }) => {
            settlement(app, loaded, charge, Derivation::new("change-settlement", "H-06", result)).await?
        }
        ("correction", Subject::Charge { period, resource, .. }) => {
            Derivation::new("change-correction", "H-58", result)
                .with("resource", Value::Name(convert::resource_of(account, resource)))
                .with("period", Value::Instant(period))
        }
        (_, Subject::Package(package)) => Derivation::new("change-purchase", "H-24", result)
            .with("package", Value::Name(convert::sku_of(account, package)))
            .with("price", Value::Money(line.credit.checked_sub(line.amount)?)),
        _ => Derivation::new("change-opening", "H-06", result),
    };
    Ok(split(because, line))
}

async fn settlement(
    app: &App,
    loaded: &Loaded,
    id: ChargeId,
    because: Derivation,
) -> Result<Derivation, IpcError> {
    let charges = app.books().ledger().charges_by_id(loaded.header.id, &[id]).await?;
    let Some(charge) = charges.first() else { return Ok(because) };
    Ok(because
        .with("resource", Value::Name(convert::resource_of(&loaded.account, charge.key.resource)))
        .with("period", Value::Instant(charge.key.period))
        .resting_on("charge-due", reasons::charge(charge)?))
}

/// Adds what went beside the balance.
fn split(because: Derivation, line: &StatementLine) -> Derivation {
    let add = |because: Derivation, drawn: &'static str, paid: &'static str, moved: Money| match moved {
        moved if moved.is_positive() => because.with(drawn, Value::Money(moved)),
        moved if moved < Money::ZERO => because.with(paid, Value::Money(moved.negated())),
        _ => because,
    };
    let because = add(because, "drawn-on-credit", "to-credit", line.credit);
    add(because, "stayed-owed", "to-arrears", line.arrears)
}

/// What is owed for a charge: the charge, less what was paid of it.
async fn debt(app: &App, loaded: &Loaded, number: i64) -> Result<Option<Derivation>, IpcError> {
    let Ok(id) = u64::try_from(number).map(ChargeId) else { return Ok(None) };
    let Some(owed) = owed_for(&loaded.account, id) else { return Ok(None) };
    let charges = app.books().ledger().charges_by_id(loaded.header.id, &[id]).await?;
    let Some(charge) = charges.first() else { return Ok(None) };
    Ok(Some(
        Derivation::new("debt-owed", "H-61", Value::Money(owed))
            .resting_on("charge-due", reasons::charge(charge)?)
            .with("paid-so-far", Value::Money(charge.due.checked_sub(owed)?)),
    ))
}

fn owed_for(account: &Account, id: ChargeId) -> Option<Money> {
    account.debts.iter().find(|debt| debt.charge == id).map(|debt| debt.owed)
}
