//! The Costs screen: what the money is made of, what it was for, what changed, and what could be saved (H-123, H-124).

mod allocation;
mod analysis;
mod composition;
mod findings;

pub use self::{allocation::allocation, analysis::analysis, composition::composition, findings::findings};

use app::{
    books::Loaded,
    ledger::{BillMonth, Page},
};
use billing::{ChargeAmount, Instant};

use super::bills;
use crate::{App, IpcError, convert, dto::bills::BillRow, failure::Malformed};

/// The months that have a bill, and the one that is asked for: the newest without.
struct Months {
    names: Vec<String>,
    chosen: Option<BillMonth>,
}

impl Months {
    async fn of(app: &App, loaded: &Loaded, asked: Option<&str>) -> Result<Self, IpcError> {
        let months = app.books().ledger().bills(loaded.header.id, Page::first(super::PAGE)).await?.rows;
        let names = months.iter().map(|month| month.month.to_string()).collect();
        let chosen = match asked.map(convert::month).transpose()? {
            None => months.first().copied(),
            Some(month) => {
                let found = app.books().ledger().bill(loaded.header.id, month).await?;
                Some(found.ok_or_else(|| Malformed::NoBill(month.to_string()))?)
            }
        };
        Ok(Self { names, chosen })
    }
}

/// A month as the list of bills shows it.
async fn bill_row(app: &App, loaded: &Loaded, month: &BillMonth, now: Instant) -> Result<BillRow, IpcError> {
    let owed = bills::owed_by_month(app, loaded).await?;
    bills::row(&loaded.account, month, &owed, now)
}

/// Everything that was paid before anything was given back.
fn paid(amounts: impl IntoIterator<Item = ChargeAmount>) -> Result<ChargeAmount, IpcError> {
    let mut paid = ChargeAmount::ZERO;
    for amount in amounts.into_iter().filter(|amount| *amount > ChargeAmount::ZERO) {
        paid = paid.checked_add(amount)?;
    }
    Ok(paid)
}

/// A share of what was paid, in basis points, cut; nothing for what was given back.
fn share(amount: ChargeAmount, paid: ChargeAmount) -> Option<u32> {
    let (amount, paid) = (amount.units().ok()?, paid.units().ok()?);
    if amount < 0 || paid <= 0 {
        return None;
    }
    u32::try_from(i128::from(amount) * 10_000 / i128::from(paid)).ok()
}
