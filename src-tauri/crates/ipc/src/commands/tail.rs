//! What is still taken after one has left.

use billing::{Account, Derivation, Instant, Money, ResourceId, Value};

use crate::{IpcError, convert, dto::leaving::TailRow};

/// What the open periods of a resource cost, by the instant at which they are settled (H-55).
pub(super) fn settlements(account: &Account, resource: ResourceId) -> Result<Vec<TailRow>, IpcError> {
    let mut rows: Vec<(Instant, Money, Derivation)> = Vec::new();
    for (key, open) in account.open.iter().filter(|(key, _)| key.resource == resource) {
        let money = open.money()?;
        if !money.value.is_positive() {
            continue;
        }
        match rows.last_mut().filter(|(at, ..)| *at == key.settles_at) {
            Some((_, sum, because)) => {
                *sum = sum.checked_add(money.value)?;
                because.result = Value::Money(*sum);
                *because = because.clone().resting_on("open-charge", money.because);
            }
            None => {
                let because = Derivation::new("accrued", "H-55", Value::Money(money.value))
                    .resting_on("open-charge", money.because);
                rows.push((key.settles_at, money.value, because));
            }
        }
    }
    let row = |(at, sum, because): (Instant, Money, Derivation)| TailRow {
        kind: "settlement".to_owned(),
        at: convert::seconds(at),
        amount: Some(sum.to_string()),
        why: Some(convert::why(&because, &account.terms.policy)),
    };
    Ok(rows.into_iter().map(row).collect())
}
