//! Vouchers, and what they paid as the columns of charges, purchases and refunds keep it.

use std::fmt::Write as _;

use billing::{
    Account, Money,
    voucher::{PayMode, Voucher, VoucherId, VoucherKind, VoucherTerms, VoucherUse},
};
use sqlx::SqliteConnection;

use crate::{
    AccountId, LedgerError,
    columns::RowOf,
    write::rows::{Rows, store},
};

/// `[[0,150],[3,20]]`: number and cents of each; empty without any.
pub(crate) fn to_text(uses: &[VoucherUse]) -> String {
    let mut text = String::new();
    for VoucherUse { voucher, amount } in uses {
        text.push_str(if text.is_empty() { "[" } else { "," });
        // Writing to a string cannot fail.
        let _ = write!(text, "[{},{}]", voucher.0, amount.cents());
    }
    if !text.is_empty() {
        text.push(']');
    }
    text
}

/// The uses of a text, `None` when it is not one.
pub(crate) fn from_text(text: &str) -> Option<Vec<VoucherUse>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let inner = text.strip_prefix("[[")?.strip_suffix("]]")?;
    let uses = inner.split("],[").map(|pair| {
        let (voucher, cents) = pair.split_once(',')?;
        let voucher = VoucherId(voucher.parse().ok()?);
        Some(VoucherUse { voucher, amount: Money::from_cents(cents.parse().ok()?) })
    });
    uses.collect()
}

/// Stores vouchers as the account has them now.
pub(crate) async fn save(
    conn: &mut SqliteConnection,
    id: AccountId,
    account: &Account,
    touched: impl IntoIterator<Item = VoucherId>,
) -> Result<(), LedgerError> {
    let mut rows = Rows::default();
    let lists: Vec<_> = touched
        .into_iter()
        .filter_map(|number| account.voucher(number).map(|voucher| (number, voucher)))
        .map(|(number, voucher)| {
            let pays: Vec<_> = voucher.terms.pays.iter().map(|mode| mode.code()).collect();
            (number, voucher, voucher.terms.services.join(" "), pays.join(" "))
        })
        .collect();
    for (number, voucher, services, pays) in &lists {
        rows.push([
            number.0.into(),
            voucher.terms.code.as_str().into(),
            voucher.terms.kind.code().into(),
            voucher.terms.amount.cents().into(),
            voucher.left.cents().into(),
            voucher.terms.valid_from.timestamp().into(),
            voucher.terms.valid_to.timestamp().into(),
            services.as_str().into(),
            pays.as_str().into(),
            voucher.terms.minimum.cents().into(),
            voucher.terms.single_use.into(),
            voucher.terms.most_per_payment.map(Money::cents).into(),
            voucher.added_at.timestamp().into(),
        ]);
    }
    store!(
        conn,
        rows,
        r#"
        INSERT INTO vouchers (account_id, number, code, kind, amount_cents, left_cents, valid_from, valid_to, services,
                              pays, minimum_cents, single_use, most_cents, added_at)
        SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
               value->>9, value->>10, value->>11, value->>12
        FROM jsonb_each(?2) WHERE true
        ON CONFLICT (account_id, number) DO UPDATE SET left_cents = excluded.left_cents
        "#,
        id.0
    );
    Ok(())
}

/// The vouchers of an account, by number.
pub(crate) async fn load(conn: &mut SqliteConnection, id: AccountId) -> Result<Vec<Voucher>, LedgerError> {
    let rows = sqlx::query!(
        r#"
        SELECT number, code, kind, amount_cents, left_cents, valid_from, valid_to, services, pays, minimum_cents,
               single_use, most_cents, added_at
        FROM vouchers
        WHERE account_id = ?1
        ORDER BY number
        "#,
        id.0
    )
    .fetch_all(conn)
    .await?;
    let vouchers = (0..).zip(rows).map(|(index, row)| {
        let of = RowOf { table: "vouchers", id: row.number };
        if row.number != index {
            return Err(of.corrupt("number"));
        }
        let pays: Option<Vec<_>> = row.pays.split(' ').map(PayMode::parse).collect();
        let terms = VoucherTerms {
            code: row.code,
            kind: VoucherKind::parse(&row.kind).ok_or_else(|| of.corrupt("kind"))?,
            amount: Money::from_cents(row.amount_cents),
            valid_from: of.instant("valid_from", row.valid_from)?,
            valid_to: of.instant("valid_to", row.valid_to)?,
            services: row.services.split_whitespace().map(str::to_owned).collect(),
            pays: pays.ok_or_else(|| of.corrupt("pays"))?,
            minimum: Money::from_cents(row.minimum_cents),
            single_use: row.single_use != 0,
            most_per_payment: row.most_cents.map(Money::from_cents),
        };
        Ok(Voucher {
            terms,
            left: Money::from_cents(row.left_cents),
            added_at: of.instant("added_at", row.added_at)?,
        })
    });
    vouchers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_survive_their_text_and_other_text_is_recognised() {
        let of =
            |voucher, cents| VoucherUse { voucher: VoucherId(voucher), amount: Money::from_cents(cents) };
        let uses = vec![of(0, 150), of(3, 20)];
        assert_eq!(to_text(&uses), "[[0,150],[3,20]]");
        assert_eq!(from_text(&to_text(&uses)), Some(uses));
        assert_eq!((to_text(&[]), from_text("")), (String::new(), Some(Vec::new())));
        for wrong in ["[]", "[[0]]", "[[0,1]", "[[a,1]]", "0,1"] {
            assert_eq!(from_text(wrong), None, "{wrong}");
        }
    }
}
