//! Why a line of the statement, or a debt, is so.

use billing::{Account, Charge, ChargeId, Derivation, Money, Refusal, ResourceId, Value, explain as reasons};
use ledger::{Page, StatementLine, Subject};

use crate::{AppError, Books, books::Loaded};

/// The balance after a line: what it was, and what the line changed. Nothing when there is no such line.
///
/// # Errors
/// That the books cannot be read.
pub async fn entry(books: &Books, loaded: &Loaded, number: i64) -> Result<Option<Derivation>, AppError> {
    // A list continues below the line it is told; the first line below the next number is this one.
    let page = Page { after: number.checked_add(1), limit: 1 };
    let lines = books.ledger().statement(loaded.header.id, page).await?.rows;
    let Some(line) = lines.into_iter().find(|line| line.transaction_id == number) else { return Ok(None) };
    let before = line.balance.checked_sub(line.amount).map_err(Refusal::from)?;
    let change = change(books, loaded, &line).await?;
    Ok(Some(
        Derivation::new("balance-after", "H-06", Value::Money(line.balance))
            .with("balance-before", Value::Money(before))
            .resting_on("change", change),
    ))
}

/// What of a movement the balance felt: the rest was drawn on credit, or stayed owed.
async fn change(books: &Books, loaded: &Loaded, line: &StatementLine) -> Result<Derivation, AppError> {
    let account = &loaded.account;
    let result = Value::Money(line.amount);
    let because = match (line.kind.as_str(), line.subject) {
        ("top-up", _) => {
            let amount = line.amount.checked_sub(line.credit).and_then(|rest| rest.checked_sub(line.arrears));
            let amount = amount.map_err(Refusal::from)?;
            Derivation::new("change-top-up", "H-64", result).with("paid-in", Value::Money(amount))
        }
        ("settlement", Subject::Charge { charge, .. }) => {
            settlement(books, loaded, charge, Derivation::new("change-settlement", "H-06", result)).await?
        }
        ("correction", Subject::Charge { period, resource, .. }) => {
            Derivation::new("change-correction", "H-58", result)
                .with("resource", resource_name(account, resource))
                .with("period", Value::Instant(period))
        }
        (_, Subject::Package(package)) => {
            let sku = account.package(package).map_or_else(String::new, |package| package.sku.clone());
            let price = line.credit.checked_sub(line.amount).map_err(Refusal::from)?;
            Derivation::new("change-purchase", "H-24", result)
                .with("package", Value::Name(sku))
                .with("price", Value::Money(price))
        }
        _ => Derivation::new("change-opening", "H-06", result),
    };
    Ok(split(because, line))
}

fn resource_name(account: &Account, id: ResourceId) -> Value {
    Value::Name(account.resource(id).map_or_else(String::new, |resource| resource.key.to_string()))
}

async fn settlement(
    books: &Books,
    loaded: &Loaded,
    id: ChargeId,
    because: Derivation,
) -> Result<Derivation, AppError> {
    let charges = books.ledger().charges_by_id(loaded.header.id, &[id]).await?;
    let Some(charge) = charges.first() else { return Ok(because) };
    Ok(because
        .with("resource", resource_name(&loaded.account, charge.key.resource))
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

/// What is owed for a charge: the charge, less what was paid of it. Nothing when nothing is owed for it.
///
/// # Errors
/// That the books cannot be read.
pub async fn debt(books: &Books, loaded: &Loaded, number: i64) -> Result<Option<Derivation>, AppError> {
    let Ok(id) = u64::try_from(number).map(ChargeId) else { return Ok(None) };
    if !loaded.account.debts.iter().any(|debt| debt.charge == id) {
        return Ok(None);
    }
    let charges = books.ledger().charges_by_id(loaded.header.id, &[id]).await?;
    charges.first().map(|charge| paid_and_owed(&loaded.account, charge, true)).transpose()
}

/// What of a charge is owed, or paid.
pub(super) fn paid_and_owed(account: &Account, charge: &Charge, owed: bool) -> Result<Derivation, AppError> {
    let open =
        account.debts.iter().find(|debt| debt.charge == charge.id).map_or(Money::ZERO, |debt| debt.owed);
    let paid = charge.due.checked_sub(open).map_err(Refusal::from)?;
    let due = reasons::charge(charge)?;
    Ok(if owed {
        Derivation::new("debt-owed", "H-61", Value::Money(open))
            .resting_on("charge-due", due)
            .with("paid-so-far", Value::Money(paid))
    } else {
        Derivation::new("charge-paid", "H-61", Value::Money(paid))
            .resting_on("charge-due", due)
            .with("still-owed", Value::Money(open))
    })
}
