//! What a scenario remembers of the events: charges, usage, notices, bills.

use std::collections::BTreeMap;

use billing::{
    Charge, Event, Money, PackageId, Refusal, event::What, explain::Reasons, top_up::Allocation, zone::Month,
};

/// One settled charge and what of it is still owed.
pub struct ChargeLine {
    pub charge: Charge,
    pub owed: Money,
}

/// Everything that paths can name beyond the account's own state.
#[derive(Default)]
pub struct History {
    pub charges: Vec<ChargeLine>,
    pub billable: u64,
    pub failed: u64,
    pub uncovered: u64,
    pub notices: Vec<&'static str>,
    pub bills: BTreeMap<Month, Money>,
    pub reasons: Reasons,
    pub refunds: BTreeMap<PackageId, Money>,
    pub unbalanced: bool,
}

impl History {
    /// Takes in one event.
    pub fn add(&mut self, event: &Event) -> Result<(), Refusal> {
        match &event.what {
            What::Metered(metered) => {
                self.billable += metered.billable;
                self.failed += metered.failed;
                self.uncovered += metered.uncovered;
                for part in &metered.parts {
                    self.reasons = self.reasons.union(part.reasons);
                }
            }
            What::Settled(charge) => {
                self.bill(charge.bill, charge.due)?;
                self.charges.push(ChargeLine { charge: charge.clone(), owed: charge.owed });
            }
            What::ToppedUp { allocation, .. } => self.pay_debts(allocation)?,
            What::Refunded { package, amount, allocation, bill, .. } => {
                self.bill(*bill, amount.negated())?;
                self.give_back(*package, *amount, allocation)?;
            }
            What::RenewalRefunded(back) => {
                self.bill(back.bill, back.amount.negated())?;
                self.give_back(back.package, back.amount, &back.allocation)?;
            }
            What::Acquired { payment, bill, .. } | What::Renewed { payment, bill, .. } => {
                let paid = [payment.from_vouchers()?, payment.from_balance, payment.from_credit];
                self.bill(*bill, Money::sum(paid)?)?;
            }
            What::Corrected(correction) => self.bill(correction.bill, correction.money.negated())?,
            What::Noticed(notice) => self.notices.push(notice.kind.code()),
            What::Opened { .. }
            | What::ResourceNamed { .. }
            | What::ProjectNamed { .. }
            | What::Enabled { .. }
            | What::ProvedEnabled { .. }
            | What::Disabled { .. }
            | What::Deducted(_)
            | What::QuotaReturned(_)
            | What::Unmetered(_)
            | What::ArrearsBegan
            | What::ArrearsCleared
            | What::StageReached { .. }
            | What::OverageSet { .. }
            | What::Tagged { .. }
            | What::ClassStarted { .. }
            | What::ClassFinished { .. }
            | What::Banned { .. }
            | What::AutoRenewSet { .. }
            | What::AtEndChosen { .. }
            | What::Shared { .. }
            | What::RenewalFailed { .. }
            | What::BalanceAlertSet { .. }
            | What::BalanceFellLow { .. }
            | What::BalanceRecovered { .. }
            | What::BalanceAlertSilenced(_)
            | What::VoucherAdded { .. }
            | What::LevelSet { .. }
            | What::CreditLimitSet { .. }
            | What::CycleBegan { .. }
            | What::CycleEnded { .. }
            | What::Expired { .. }
            | What::PackageAlertSet { .. } => {}
        }
        Ok(())
    }

    fn give_back(
        &mut self,
        package: PackageId,
        amount: Money,
        allocation: &Allocation,
    ) -> Result<(), Refusal> {
        let total = self.refunds.entry(package).or_default();
        *total = total.checked_add(amount)?;
        self.pay_debts(allocation)
    }

    fn pay_debts(&mut self, allocation: &Allocation) -> Result<(), Refusal> {
        for (id, part) in &allocation.to_debts {
            if let Some(line) = self.charges.iter_mut().find(|line| line.charge.id == *id) {
                line.owed = line.owed.checked_sub(*part)?;
            }
        }
        Ok(())
    }

    fn bill(&mut self, month: Month, amount: Money) -> Result<(), Refusal> {
        let total = self.bills.entry(month).or_default();
        *total = total.checked_add(amount)?;
        Ok(())
    }
}
