//! The sums of charges: by bill, resource, project and month of usage; and of what was priced, by day and month.

use std::collections::BTreeMap;

use billing::{Charge, UnitPrice, zone::Zone};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::{month_number, stored},
    screens::usage::Width,
    write::{
        rows::{Rows, store},
        sums::start,
    },
};

/// Bill, resource, project, month of the usage.
type ChargedKey = (i64, u32, u32, i64);

/// Width, start, resource, project, reasons, unit price.
type PricedKey = (Width, i64, u32, u32, u16, UnitPrice);

/// What charges add to their sums.
#[derive(Debug, Default)]
pub(crate) struct PricedSums {
    /// Charges, and 10⁻⁸ of the currency.
    charged: BTreeMap<ChargedKey, [i64; 2]>,
    /// Calls, and cents of the charges that they come first in.
    priced: BTreeMap<PricedKey, [i64; 2]>,
}

impl PricedSums {
    pub fn add(&mut self, zone: Zone, charge: &Charge) -> Result<(), LedgerError> {
        let (resource, project) = (charge.key.resource.0, charge.key.project.0);
        let used_in = month_number(zone.month(charge.key.period));
        let charged = self.charged.entry((month_number(charge.bill), resource, project, used_in));
        add(charged.or_default(), [1, charge.amount.units()?])?;
        for width in [Width::Day, Width::Month] {
            let start = start(zone, width, charge.key.period);
            let mut due = charge.due.cents();
            for part in &charge.parts {
                let key = (width, start, resource, project, part.reasons.bits(), part.unit_price);
                add(self.priced.entry(key).or_default(), [stored(part.calls)?, due])?;
                due = 0;
            }
        }
        Ok(())
    }

    /// Adds them to those of the books.
    pub async fn store(&self, conn: &mut SqliteConnection, id: AccountId) -> Result<(), LedgerError> {
        let mut charged = Rows::default();
        for ((bill, resource, project, used_in), [count, amount]) in &self.charged {
            charged.push([
                (*bill).into(),
                (*resource).into(),
                (*project).into(),
                (*used_in).into(),
                (*count).into(),
                (*amount).into(),
            ]);
        }
        store!(
            conn,
            charged,
            r#"
            INSERT INTO charged_sums (account_id, bill, resource, project, used_in, charge_count, amount_units)
            SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5
            FROM jsonb_each(?2) WHERE true
            ON CONFLICT (account_id, bill, resource, project, used_in) DO UPDATE
              SET charge_count = charge_count + excluded.charge_count, amount_units = amount_units + excluded.amount_units
            "#,
            id.0
        );
        let mut priced = Rows::default();
        for ((width, start, resource, project, reasons, unit_price), [calls, due]) in &self.priced {
            priced.push([
                width.number().into(),
                (*start).into(),
                (*resource).into(),
                (*project).into(),
                u32::from(*reasons).into(),
                unit_price.to_string().as_str().into(),
                (*calls).into(),
                (*due).into(),
            ]);
        }
        store!(
            conn,
            priced,
            r#"
            INSERT INTO priced_sums (account_id, width, start_at, resource, project, reasons, unit_price, calls, due_cents)
            SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7
            FROM jsonb_each(?2) WHERE true
            ON CONFLICT (account_id, width, start_at, resource, project, reasons, unit_price) DO UPDATE
              SET calls = calls + excluded.calls, due_cents = due_cents + excluded.due_cents
            "#,
            id.0
        );
        Ok(())
    }
}

fn add(sum: &mut [i64; 2], added: [i64; 2]) -> Result<(), LedgerError> {
    for (sum, added) in sum.iter_mut().zip(added) {
        *sum = sum.checked_add(added).ok_or(LedgerError::TooLarge)?;
    }
    Ok(())
}
