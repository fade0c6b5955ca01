//! Lines are made from what moved the money. Each is checked when it is made (H-97).

use chrono::TimeDelta;

use super::{Amounts, Line, LineError, LineKind, Origin, PaidBy, amounts};
use crate::{
    Account, Charge, ChargeAmount, Cycle, Event, Instant, Money, Package, PackageId, Terms,
    event::{Correction, What},
    money::Overflow,
    settlement::pay::Payment,
    top_up::Allocation,
    voucher::VoucherUse,
    zone::Month,
};

/// Cycles of a package that were paid together.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// Its number among the orders of the account.
    pub number: u64,
    /// Purchase, renewal or automatic renewal.
    pub kind: LineKind,
    /// Which package.
    pub package: PackageId,
    /// The package.
    pub state: &'a Package,
    /// How many cycles were paid.
    pub cycles: usize,
    /// The first and the last second that they pay for.
    pub valid: Option<(Instant, Instant)>,
    /// When they were paid.
    pub at: Instant,
    /// How.
    pub paid_by: PaidBy,
    /// The bill it belongs to.
    pub bill: Month,
}

/// Renewals that were given back before they began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Returned {
    /// How many cycles.
    pub cycles: usize,
    /// The first and the last second that they would have paid for.
    pub valid: (Instant, Instant),
}

/// Where money that comes back goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GivenBack {
    /// Goes back to vouchers.
    pub to_vouchers: Money,
    /// Pays debts.
    pub to_arrears: Money,
    /// Pays back credit that was drawn.
    pub to_credit: Money,
    /// Adds to the balance.
    pub to_balance: Money,
}

impl GivenBack {
    /// The sums of an allocation.
    ///
    /// # Errors
    /// [`Overflow`] beyond the range of cents.
    pub fn of(allocation: &Allocation, vouchers: &[VoucherUse]) -> Result<Self, Overflow> {
        Ok(Self {
            to_vouchers: amounts::sum(vouchers)?,
            to_arrears: Money::sum(allocation.to_debts.iter().map(|(_, part)| *part))?,
            to_credit: allocation.to_credit,
            to_balance: allocation.to_balance,
        })
    }

    /// As a payment: what comes back is negative.
    const fn as_payment(self) -> PaidBy {
        PaidBy {
            vouchers: self.to_vouchers.negated(),
            balance: self.to_balance.negated(),
            credit: self.to_credit.negated(),
            owed: self.to_arrears.negated(),
        }
    }
}

impl Line {
    /// A settled period; `now_owed` is what of it is still owed.
    ///
    /// # Errors
    /// [`LineError`] when its amounts contradict each other.
    pub fn of_charge(terms: &Terms, charge: &Charge, now_owed: Money) -> Result<Self, LineError> {
        let paid_by = PaidBy::of(&charge.payment())?;
        let period = charge.key.period;
        let settlement = &terms.policy.settlement;
        let regular = period + settlement.period + settlement.posted_after + terms.settlement_delay;
        let is_late = regular < charge.key.settles_at;
        Self {
            origin: Origin::Charge(charge.id),
            kind: if is_late { LineKind::Supplementary } else { LineKind::Usage },
            bill: charge.bill,
            resource: Some(charge.key.resource),
            project: Some(charge.key.project),
            package: None,
            spent: (period, period + settlement.period - TimeDelta::seconds(1)),
            valid: None,
            moved_at: charge.key.settles_at,
            quantity: signed(charge.quantity())?,
            from_packages: signed(charge.from_packages)?,
            parts: charge.parts.clone(),
            amounts: Amounts::paid(charge.amount, charge.due, paid_by, now_owed),
        }
        .checked()
    }

    /// Cycles of a package that were paid, or granted for nothing.
    ///
    /// # Errors
    /// [`LineError`] when its amounts contradict each other.
    pub fn of_order(order: &Order<'_>) -> Result<Self, LineError> {
        let price = order.paid_by.sum()?;
        Self {
            origin: Origin::Order(order.number),
            kind: order.kind,
            bill: order.bill,
            resource: Some(order.state.resource),
            project: order.state.project,
            package: Some(order.package),
            spent: (order.at, order.at),
            valid: order.valid,
            moved_at: order.at,
            quantity: i64::try_from(order.cycles).map_err(|_| Overflow)?,
            from_packages: 0,
            parts: Vec::new(),
            amounts: Amounts::paid(ChargeAmount::from_money(price), price, order.paid_by, Money::ZERO),
        }
        .checked()
    }

    /// A package given back, or only renewals of it that had not begun.
    ///
    /// # Errors
    /// [`LineError`] when its amounts contradict each other.
    pub fn of_refund(
        number: u64,
        (package, state): (PackageId, &Package),
        at: Instant,
        (given_back, renewals): (GivenBack, Option<Returned>),
        bill: Month,
    ) -> Result<Self, LineError> {
        let paid_by = given_back.as_payment();
        let moved = paid_by.sum()?;
        Self {
            origin: Origin::Refund(number),
            kind: LineKind::Refund,
            bill,
            resource: Some(state.resource),
            project: state.project,
            package: Some(package),
            spent: (at, at),
            valid: renewals.map(|renewals| renewals.valid),
            moved_at: at,
            quantity: -i64::try_from(renewals.map_or(state.cycles.len(), |renewals| renewals.cycles))
                .map_err(|_| Overflow)?,
            from_packages: 0,
            parts: Vec::new(),
            amounts: Amounts::paid(ChargeAmount::from_money(moved), moved, paid_by, Money::ZERO),
        }
        .checked()
    }

    /// Money given back for a charge.
    ///
    /// # Errors
    /// [`LineError`] when its amounts contradict each other.
    pub fn of_correction(
        terms: &Terms,
        number: u64,
        at: Instant,
        correction: &Correction,
        given_back: GivenBack,
    ) -> Result<Self, LineError> {
        let key = correction.key;
        let billed: u64 = correction.parts.iter().map(|part| part.calls).sum();
        let from_packages = signed(correction.from_packages)?;
        let due = ChargeAmount::ZERO.checked_sub(correction.amount)?;
        Self {
            origin: Origin::Correction(number),
            kind: LineKind::Correction,
            bill: correction.bill,
            resource: Some(key.resource),
            project: Some(key.project),
            package: None,
            spent: (key.period, key.period + terms.policy.settlement.period - TimeDelta::seconds(1)),
            valid: None,
            moved_at: at,
            quantity: -from_packages.checked_add(signed(billed)?).ok_or(Overflow)?,
            from_packages: -from_packages,
            parts: correction.parts.clone(),
            amounts: Amounts::paid(due, correction.money.negated(), given_back.as_payment(), Money::ZERO),
        }
        .checked()
    }

    /// The line of an event, if it makes one; `number` is its number among the orders, refunds or corrections of the
    /// account.
    ///
    /// # Errors
    /// [`LineError`] when its amounts contradict each other.
    pub fn of_event(account: &Account, event: &Event, number: u64) -> Result<Option<Self>, LineError> {
        let order = |kind, package, cycles: &[Cycle], payment: &Payment, bill| {
            let state = account.package(package);
            let paid_by = PaidBy::of(payment)?;
            let valid =
                cycles.first().zip(cycles.last()).map(|(first, last)| (first.starts_at, last.ends_at));
            let (cycles, at) = (cycles.len(), event.at);
            let order = |state| Order { number, kind, package, state, cycles, valid, at, paid_by, bill };
            state.map(|state| Self::of_order(&order(state))).transpose()
        };
        match &event.what {
            What::Settled(charge) => {
                let now_owed = account.debts.iter().find(|debt| debt.charge == charge.id);
                let now_owed = now_owed.map_or(Money::ZERO, |debt| debt.owed);
                Self::of_charge(&account.terms, charge, now_owed).map(Some)
            }
            What::Acquired { package, terms, payment, bill } => {
                order(LineKind::Purchase, *package, &terms.cycles, payment, *bill)
            }
            What::Renewed { package, cycles, payment, bill, automatic, .. } => {
                let kind = if *automatic { LineKind::AutoRenewal } else { LineKind::Renewal };
                order(kind, *package, cycles, payment, *bill)
            }
            What::Refunded { package, allocation, vouchers, bill, .. } => {
                let Some(state) = account.package(*package) else { return Ok(None) };
                let given_back = GivenBack::of(allocation, vouchers)?;
                Self::of_refund(number, (*package, state), event.at, (given_back, None), *bill).map(Some)
            }
            What::RenewalRefunded(back) => {
                let Some(state) = account.package(back.package) else { return Ok(None) };
                let given_back = GivenBack::of(&back.allocation, &back.vouchers)?;
                let renewals = back.valid().map(|valid| Returned { cycles: back.cycles(), valid });
                let package = (back.package, state);
                Self::of_refund(number, package, event.at, (given_back, renewals), back.bill).map(Some)
            }
            What::Corrected(correction) => {
                let given_back = GivenBack::of(&correction.allocation, &correction.vouchers)?;
                Self::of_correction(&account.terms, number, event.at, correction, given_back).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn checked(self) -> Result<Self, LineError> {
        self.amounts.check()?;
        Ok(self)
    }
}

fn signed(count: u64) -> Result<i64, Overflow> {
    i64::try_from(count).map_err(|_| Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ChargeId, OpenKey, ProjectId, ResourceId, UnitPrice,
        explain::Reasons,
        rating::{self, PricedCalls},
        zone::parse_instant,
    };

    /// A settled day of so many minutes at 0.0015, all paid.
    fn day(number: u64, minutes: u64) -> Charge {
        let period = parse_instant("2024-06-01T00:00:00+08:00").unwrap();
        let period = period + TimeDelta::days(i64::try_from(number).unwrap());
        let unit_price = UnitPrice::parse("0.0015").unwrap();
        let parts = vec![PricedCalls { unit_price, calls: minutes, reasons: Reasons::NONE }];
        let amount = rating::amount_of(&parts).unwrap();
        let due = Money::from_charge(amount).unwrap();
        Charge {
            id: ChargeId(number),
            key: OpenKey {
                settles_at: period + TimeDelta::hours(36),
                period,
                resource: ResourceId(0),
                project: ProjectId(0),
            },
            from_packages: 0,
            parts,
            amount,
            due,
            from_balance: due,
            from_credit: Money::ZERO,
            vouchers: Vec::new(),
            owed: Money::ZERO,
            bill: Month { year: 2024, month: 6 },
        }
    }

    fn daily() -> Terms {
        let mut terms = Terms::example();
        terms.policy.settlement.period = TimeDelta::days(1);
        terms.policy.settlement.posted_after = TimeDelta::hours(12);
        terms
    }

    /// What thirty days amount to and what moved for them, and the rounding line.
    fn month(minutes: u64) -> (ChargeAmount, Money, ChargeAmount) {
        let terms = daily();
        let lines: Vec<_> = (0..30)
            .map(|number| Line::of_charge(&terms, &day(number, minutes), Money::ZERO).unwrap())
            .collect();
        let (mut due, mut moved) = (ChargeAmount::ZERO, Money::ZERO);
        for line in &lines {
            due = due.checked_add(line.amounts.due).unwrap();
            moved = moved.checked_add(line.amounts.moved).unwrap();
        }
        let rounding = Line::rounding(&terms.policy, lines[0].bill, None, due, moved).unwrap().unwrap();
        assert_eq!(rounding.kind, LineKind::Rounding);
        (due, moved, rounding.amounts.due)
    }

    #[test]
    fn e_12_the_platform_took_more_than_the_exact_sum() {
        let (due, moved, rounding) = month(37);
        assert_eq!(due.to_string(), "1.66500000");
        assert_eq!(moved, Money::from_cents(180));
        assert_eq!(rounding.to_string(), "0.13500000");
    }

    #[test]
    fn e_13_the_platform_took_less_than_the_exact_sum() {
        let (due, moved, rounding) = month(23);
        assert_eq!(due.to_string(), "1.03500000");
        assert_eq!(moved, Money::from_cents(90));
        assert_eq!(rounding.to_string(), "-0.13500000");
    }

    #[test]
    fn lines_that_need_no_rounding_have_no_rounding_line() {
        let policy = Terms::example().policy;
        let bill = Month { year: 2024, month: 6 };
        let money = Money::from_cents(180);
        assert_eq!(Line::rounding(&policy, bill, None, ChargeAmount::from_money(money), money), Ok(None));
    }

    #[test]
    fn usage_that_came_late_is_a_supplementary_line() {
        let terms = daily();
        let kind = |charge: &Charge| Line::of_charge(&terms, charge, Money::ZERO).unwrap().kind;
        let mut charge = day(0, 37);
        assert_eq!(kind(&charge), LineKind::Usage);
        charge.key.settles_at += TimeDelta::days(1);
        assert_eq!(kind(&charge), LineKind::Supplementary, "H-58");
    }

    #[test]
    fn a_charge_that_contradicts_itself_makes_no_line() {
        let mut charge = day(0, 37);
        charge.from_balance = Money::ZERO;
        let error = Line::of_charge(&daily(), &charge, Money::ZERO).unwrap_err();
        assert_eq!(error, LineError::Unbalanced(super::super::Identity::Parts), "{error}");
    }
}
