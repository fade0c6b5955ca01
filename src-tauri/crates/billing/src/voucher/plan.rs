//! Which vouchers pay, how much of what, in the order of the policy.

use super::{Occasion, PayMode, Voucher, VoucherId, VoucherUse};
use crate::{
    Account, Money, Refusal,
    policy::voucher::{VoucherKey, VoucherOrder},
    shares::shares,
};

/// One order of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// What for.
    pub occasion: Occasion<'a>,
    /// How much.
    pub amount: Money,
}

/// A voucher that may take part in a payment.
struct Candidate<'a> {
    id: VoucherId,
    voucher: &'a Voucher,
    /// What it can pay of this payment.
    deductible: Money,
}

/// What vouchers pay of each order of one payment. A voucher shorter than its orders is split by their amounts (T-39,
/// E-18); its minimum is compared with the orders it covers together (E-19).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn plan(
    vouchers: &[Voucher],
    dues: &[Due<'_>],
    order: &VoucherOrder,
) -> Result<Vec<Vec<VoucherUse>>, Refusal> {
    let mut uses = vec![Vec::new(); dues.len()];
    let mut rest: Vec<Money> = dues.iter().map(|due| due.amount).collect();
    let mut used = 0;
    for candidate in candidates(vouchers, dues, order)? {
        if order.most.is_some_and(|most| used >= most) {
            break;
        }
        let weights: Vec<_> = covered(candidate.voucher, dues, &rest).collect();
        let amount = candidate.deductible.min(Money::sum(weights.iter().copied())?);
        if !amount.is_positive() {
            continue;
        }
        used += 1;
        let parts = shares(amount, &weights)?;
        for ((own, left), part) in uses.iter_mut().zip(&mut rest).zip(parts) {
            if part.is_positive() {
                own.push(VoucherUse { voucher: candidate.id, amount: part });
                *left = left.checked_sub(part)?;
            }
        }
    }
    Ok(uses)
}

/// The vouchers that may pay, in the order they do: gifts after all others (T-37).
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn in_order(
    vouchers: &[Voucher],
    dues: &[Due<'_>],
    order: &VoucherOrder,
) -> Result<Vec<VoucherId>, Refusal> {
    Ok(candidates(vouchers, dues, order)?.into_iter().map(|candidate| candidate.id).collect())
}

fn candidates<'a>(
    vouchers: &'a [Voucher],
    dues: &[Due<'_>],
    order: &VoucherOrder,
) -> Result<Vec<Candidate<'a>>, Refusal> {
    let amounts: Vec<_> = dues.iter().map(|due| due.amount).collect();
    let mut found = Vec::new();
    for (id, voucher) in (0..).map(VoucherId).zip(vouchers) {
        let due = Money::sum(covered(voucher, dues, &amounts))?;
        let most = voucher.terms.most_per_payment.unwrap_or(due);
        let deductible = voucher.spendable().min(due).min(most);
        if deductible.is_positive() && voucher.terms.minimum <= due {
            found.push(Candidate { id, voucher, deductible });
        }
    }
    found.sort_by_cached_key(|candidate| {
        let keys: Vec<_> = order.first.iter().map(|key| rank(*key, candidate)).collect();
        (candidate.voucher.terms.kind, keys, candidate.id)
    });
    Ok(found)
}

/// Of each order what is left to pay, nothing for those that a voucher is not for.
fn covered(voucher: &Voucher, dues: &[Due<'_>], left: &[Money]) -> impl Iterator<Item = Money> {
    let of = |(due, left): (&Due<'_>, &Money)| {
        if voucher.terms.is_for(&due.occasion) { *left } else { Money::ZERO }
    };
    dues.iter().zip(left).map(of)
}

fn rank(key: VoucherKey, Candidate { voucher, deductible, .. }: &Candidate<'_>) -> i64 {
    match key {
        VoucherKey::Restricted => (!voucher.terms.is_restricted()).into(),
        VoucherKey::EarliestEnd => voucher.terms.valid_to.timestamp(),
        VoucherKey::LargestDeductible => deductible.negated().cents(),
        VoucherKey::SmallestLeft => voucher.left.cents(),
        VoucherKey::LargestLeft => voucher.left.negated().cents(),
    }
}

impl Account {
    /// What vouchers pay of one amount.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] beyond the range of cents.
    pub fn vouchers_for(&self, occasion: Occasion<'_>, amount: Money) -> Result<Vec<VoucherUse>, Refusal> {
        if self.vouchers.is_empty() {
            return Ok(Vec::new());
        }
        let policy = &self.terms.policy.vouchers;
        let order = if occasion.mode == PayMode::Usage { &policy.usage } else { &policy.prepaid };
        let plan = plan(&self.vouchers, &[Due { occasion, amount }], order)?;
        Ok(plan.into_iter().next().unwrap_or_default())
    }
}
