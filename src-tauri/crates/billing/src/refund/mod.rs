//! What comes back of a package that is given back, and why (H-130 to H-137, T-40 to T-47).
//!
//! [`window`] admits packages of which everything comes back; [`consumed`] and [`fee`] price what does not; [`parts`]
//! splits what comes back over the money that had paid. All are pure; [`Account::refund_of`] is the policy's choice of them.

pub mod consumed;
pub mod fee;
pub mod parts;
pub mod renewal;
pub mod window;

use consumed::Stretch;
use parts::Paid;

use crate::{
    Account, Derivation, Derived, Money, Package, PackageId, Refusal, Value,
    package::{Cycle, PaidOrder, Source},
    policy::{
        RefundPolicy,
        refund::{Consumed, RefundFormula},
    },
    shares::shares,
    voucher::{VoucherKind, VoucherUse},
    zone::Term,
};

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// By the money that had paid.
    pub back: Paid,
    /// To which vouchers and gifts what is not cash goes.
    pub vouchers: Vec<VoucherUse>,
    /// Whether it uses up the allowance of packages that come back whole.
    pub counted: bool,
}

impl Account {
    /// What comes back of a package that is given back now, under the rules of its policy.
    ///
    /// # Errors
    /// [`Refusal::NotRefundable`] where the policy takes no package back, or not this one; the window's refusals where
    /// only the window takes packages back: its end before the use, the use before the limit;
    /// [`Refusal::PackageExpired`] when nothing of it is left in time; [`Refusal::NoPrice`] when the offer has no price for
    /// what was consumed.
    pub fn refund_of(&self, id: PackageId) -> Result<Derived<Refund>, Refusal> {
        let package = self.package(id).ok_or(Refusal::UnknownPackage)?;
        let rules = self.terms.policy.package.refund.as_ref().ok_or(Refusal::NotRefundable)?;
        if package.void_since.is_some() {
            return Err(Refusal::PackageReleased);
        }
        // A violation forfeits what was paid (T-32).
        if self.resource(package.resource).is_some_and(|resource| resource.banned_at.is_some()) {
            return Err(Refusal::Banned);
        }
        let was_bought = package.source == Source::Purchased && !package.price.is_zero();
        if package.refunded_at.is_some() || !was_bought {
            return Err(Refusal::NotRefundable);
        }
        let is_unstarted = package.cycles.first().is_some_and(|cycle| self.now < cycle.starts_at);
        if rules.unstarted_in_full && is_unstarted {
            return self.whole(package, "H-134", (true, false));
        }
        match (self.through_window(package, rules), &rules.formula) {
            (Ok(refund), _) => Ok(refund),
            (Err(refusal), None) => Err(refusal),
            (Err(_), Some(formula)) => self.by_formula(package, rules, formula),
        }
    }

    /// Everything of a package that the window admits. One that was renewed is no new purchase.
    fn through_window(&self, package: &Package, rules: &RefundPolicy) -> Result<Derived<Refund>, Refusal> {
        let window = rules.window.filter(|_| package.orders.len() == 1).ok_or(Refusal::NotRefundable)?;
        window::admits(self, package, window)?;
        self.whole(package, window::rule(window), (window.returns_vouchers, true))
    }

    fn whole(
        &self,
        package: &Package,
        rule: &'static str,
        (vouchers, counted): (bool, bool),
    ) -> Result<Derived<Refund>, Refusal> {
        let (mut back, mut uses) = (Paid::default(), Vec::new());
        for order in &package.orders {
            let (part, own) = self.whole_order(order, vouchers)?;
            back = back.plus(&part)?;
            uses.extend(own);
        }
        let because = Derivation::new("refund-whole", rule, Value::Money(back.total()?))
            .with("package-price", Value::Money(Money::sum(package.orders.iter().map(|order| order.price))?))
            .with("from-vouchers", Value::Money(back.vouchers));
        Ok(Derived { value: Refund { back, vouchers: uses, counted }, because })
    }

    /// Order by order: what has ended is consumed, what has not begun may come back whole, the rest by the formula.
    fn by_formula(
        &self,
        package: &Package,
        rules: &RefundPolicy,
        formula: &RefundFormula,
    ) -> Result<Derived<Refund>, Refusal> {
        if package.valid_to() < self.now {
            return Err(Refusal::PackageExpired);
        }
        let (mut back, mut uses) = (Paid::default(), Vec::new());
        let mut because = Derivation::new("refund-orders", "H-132", Value::Money(Money::ZERO));
        for (order, cycles) in package.paid_cycles() {
            let (Some(first), Some(last)) = (cycles.first(), cycles.last()) else { continue };
            if last.ends_at < self.now {
                continue;
            }
            let paid = self.paid_by(order)?;
            let part = if rules.unstarted_in_full && self.now < first.starts_at {
                let (whole, own) = self.whole_order(order, true)?;
                uses.extend(own);
                let because = Derivation::new("refund-whole", "H-136", Value::Money(whole.total()?))
                    .with("package-price", Value::Money(order.price));
                Derived { value: whole, because }
            } else {
                let consumed = self.consumed_of(package, (order, cycles), formula.consumed)?;
                let used = Stretch::of(self.terms.policy.zone, (first, last), self.now);
                let months = self.months_of(package, cycles);
                let fee = fee::handling(paid.returnable()?, months, &used, &formula.fees)?;
                let part = parts::rest(&paid, consumed, fee, rules.eats)?;
                uses.extend(self.gifts_back(order, part.value.gift)?);
                part
            };
            back = back.plus(&part.value)?;
            because = because.resting_on("refund-order", part.because);
        }
        because.result = Value::Money(back.total()?);
        Ok(Derived { value: Refund { back, vouchers: uses, counted: false }, because })
    }

    /// How an order was paid.
    fn paid_by(&self, order: &PaidOrder) -> Result<Paid, Refusal> {
        let of = |kind| Money::sum(self.uses_of(order, kind).map(|used| used.amount));
        let (vouchers, gift) = (of(VoucherKind::Voucher)?, of(VoucherKind::Gift)?);
        Ok(Paid { cash: order.price.checked_sub(vouchers)?.checked_sub(gift)?, gift, vouchers })
    }

    fn uses_of<'a>(
        &'a self,
        order: &'a PaidOrder,
        kind: VoucherKind,
    ) -> impl Iterator<Item = &'a VoucherUse> {
        let is_of =
            move |used: &&VoucherUse| self.voucher(used.voucher).is_some_and(|v| v.terms.kind == kind);
        order.vouchers.iter().filter(is_of)
    }

    /// A whole order back: its gifts, and those of its vouchers that are still valid (H-135).
    fn whole_order(&self, order: &PaidOrder, vouchers: bool) -> Result<(Paid, Vec<VoucherUse>), Refusal> {
        let paid = self.paid_by(order)?;
        let mut uses = self.gifts_back(order, paid.gift)?;
        let is_valid = |used: &&VoucherUse| {
            vouchers && self.voucher(used.voucher).is_some_and(|voucher| voucher.terms.is_valid_at(self.now))
        };
        let valid: Vec<_> = self.uses_of(order, VoucherKind::Voucher).filter(is_valid).copied().collect();
        let back = Money::sum(valid.iter().map(|used| used.amount))?;
        uses.extend(valid);
        Ok((Paid { vouchers: back, ..paid }, uses))
    }

    /// An amount back to the gifts that had paid, each by its share.
    fn gifts_back(&self, order: &PaidOrder, amount: Money) -> Result<Vec<VoucherUse>, Refusal> {
        let gifts: Vec<_> = self.uses_of(order, VoucherKind::Gift).collect();
        let weights: Vec<_> = gifts.iter().map(|used| used.amount).collect();
        let parts = gifts.into_iter().zip(shares(amount, &weights)?);
        let uses = parts.map(|(used, amount)| VoucherUse { voucher: used.voucher, amount });
        Ok(uses.filter(|used| used.amount.is_positive()).collect())
    }

    fn consumed_of(
        &self,
        package: &Package,
        (order, cycles): (&PaidOrder, &[Cycle]),
        how: Consumed,
    ) -> Result<Derived<Money>, Refusal> {
        let (Some(first), Some(last)) = (cycles.first(), cycles.last()) else {
            return Err(Refusal::NotRefundable);
        };
        let stretch = Stretch::of(self.terms.policy.zone, (first, last), self.now);
        let offer = self.terms.offer(&package.sku, self.now);
        let prices = offer.map(|offer| &offer.consumption);
        let prices = || prices.ok_or(Refusal::NoPrice);
        match how {
            Consumed::Hours => consumed::by_hours(self.paid_by(order)?.returnable()?, &stretch),
            Consumed::Months => consumed::by_months(prices()?, &stretch),
            Consumed::Days => {
                let (_, per_term) = self.cycles_per_term(package.term);
                let now = offer.map(|offer| offer.price.checked_mul(order.cycles / per_term.max(1)));
                let price = now.transpose()?.unwrap_or(order.price);
                consumed::by_days(prices().ok().and_then(|prices| prices.daily), price, &stretch)
            }
            Consumed::Quantity => {
                consumed::by_quantity(prices()?, cycles.iter().map(|cycle| cycle.used).sum())
            }
        }
    }

    /// The length of an order in months, as fees count it; days are months of thirty.
    fn months_of(&self, package: &Package, cycles: &[Cycle]) -> u32 {
        let count = u32::try_from(cycles.len()).unwrap_or(u32::MAX);
        match self.cycles_per_term(package.term).0 {
            Term::Months(months) => months.saturating_mul(count),
            Term::Days(days) => days.saturating_mul(count) / 30,
        }
    }
}
