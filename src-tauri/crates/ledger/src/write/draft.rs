//! A write before it is stored: events taken apart into the rows of each table.

use std::collections::BTreeMap;

use billing::{
    Account, Charge, Cycle, Event, Instant, Money, PackageId, ProjectId, ResourceId,
    event::{Correction, Deduction, Metered, Notice, RenewalRefunded, ReturnedOrder, What},
    journal::{
        self, Commodity, Transaction,
        names::{self, ARREARS, BALANCE, CREDIT},
    },
    lifecycle::Stage,
    settlement::pay::{Payment, from_vouchers},
    top_up::Allocation,
    voucher::VoucherUse,
    zone::Month,
};

use crate::{
    LedgerError,
    accounts::Funds,
    columns::month_number,
    journal::TransactionRow,
    screens::bills::TotalKind,
    vouchers,
    write::{
        drafted::{DeductionRow, PurchaseRow, RefundRow, SegmentCalls, SegmentKey, TakenOut, Touched},
        subject::subject,
        sums::Sums,
    },
};

/// The rows of a write.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    after: &'a Account,
    next_transaction: i64,
    pub funds: Funds,
    pub touched: Touched,
    pub transactions: Vec<TransactionRow>,
    pub segments: BTreeMap<SegmentKey, SegmentCalls>,
    pub deductions: Vec<DeductionRow<'a>>,
    pub charges: Vec<&'a Charge>,
    pub corrections: Vec<(Instant, &'a Correction)>,
    pub purchases: Vec<PurchaseRow>,
    pub refunds: Vec<RefundRow>,
    pub notices: Vec<(Instant, Notice)>,
    pub sums: Sums,
}

impl<'a> Draft<'a> {
    /// Takes events apart. `before` is the account's money before them, `first_transaction` the number of the first
    /// transaction they make.
    pub fn of(
        events: &'a [Event],
        after: &'a Account,
        before: Funds,
        first_transaction: i64,
    ) -> Result<Self, LedgerError> {
        let mut draft = Self {
            after,
            next_transaction: first_transaction,
            funds: before,
            touched: Touched::default(),
            transactions: Vec::new(),
            segments: BTreeMap::new(),
            deductions: Vec::new(),
            charges: Vec::new(),
            corrections: Vec::new(),
            purchases: Vec::new(),
            refunds: Vec::new(),
            notices: Vec::new(),
            sums: Sums::new(after.terms.policy.zone),
        };
        for event in events {
            let transaction = draft.add_transaction(event)?;
            draft.add_event(event, transaction)?;
        }
        draft.check_funds()?;
        Ok(draft)
    }

    /// What the postings leave has to be what the account has.
    fn check_funds(&self) -> Result<(), LedgerError> {
        if self.funds.balance != self.after.balance.cents() {
            return Err(LedgerError::Inconsistent("balance"));
        }
        if self.funds.credit_drawn != self.after.credit_drawn.cents() {
            return Err(LedgerError::Inconsistent("credit"));
        }
        if self.funds.owed != self.after.arrears()?.cents() {
            return Err(LedgerError::Inconsistent("arrears"));
        }
        Ok(())
    }

    fn add_event(&mut self, event: &'a Event, transaction: Option<i64>) -> Result<(), LedgerError> {
        match &event.what {
            What::Opened { .. } => {
                // The default project is there from the start, without an event of its own.
                self.touched.projects.insert(ProjectId(0));
            }
            What::ResourceNamed { resource, .. }
            | What::Enabled { resource, .. }
            | What::ProvedEnabled { resource, .. }
            | What::Banned { resource }
            | What::Tagged { resource, .. }
            | What::Disabled { resource } => {
                self.touched.resources.insert(*resource);
            }
            What::ProjectNamed { project, .. } => self.touched.projects.extend([*project]),
            What::Deducted(deduction) => self.add_deduction(deduction, transaction, false)?,
            What::QuotaReturned(deduction) => self.add_deduction(deduction, transaction, true)?,
            What::Metered(metered) => self.add_metered(metered, TakenOut::No)?,
            What::Unmetered(metered) => {
                let settled = metered.key.settles_at <= event.at;
                let of = if settled { TakenOut::OfSettledPeriod } else { TakenOut::OfOpenPeriod };
                self.add_metered(metered, of)?;
            }
            What::Corrected(correction) => self.add_correction(event.at, correction)?,
            What::Settled(charge) => self.add_charge(charge)?,
            What::ToppedUp { allocation, .. } => {
                self.touched.paid.extend(allocation.to_debts.iter().map(|(charge, _)| *charge));
            }
            What::Acquired { package, terms, payment, bill } => {
                self.add_purchase(event, *package, &terms.cycles, (payment, *bill))?;
            }
            What::Renewed { package, cycles, payment, bill, .. } => {
                self.add_purchase(event, *package, cycles, (payment, *bill))?;
            }
            What::CycleBegan { package, .. }
            | What::CycleEnded { package, .. }
            | What::AutoRenewSet { package, .. }
            | What::AtEndChosen { package, .. }
            | What::Shared { package, .. }
            | What::RenewalFailed { package, .. }
            | What::Expired { package } => {
                self.touched.packages.insert(*package);
            }
            What::PackageAlertSet { resource, .. } => {
                self.touched.resources.insert(*resource);
                self.touch_packages_of(*resource);
            }
            What::Noticed(notice) => self.add_notice(event.at, notice),
            What::StageReached { stage: Stage::Released } => self.touch_everything(),
            What::OverageSet { resource, .. }
            | What::ClassStarted { resource, .. }
            | What::ClassFinished { resource, .. } => self.touched.applications.extend([*resource]),
            What::VoucherAdded { voucher, .. } => self.touched.vouchers.extend([*voucher]),
            What::Refunded { package, amount, allocation, vouchers, bill, .. } => {
                self.add_refund((event.at, *bill), *package, *amount, (allocation, vouchers), &[])?;
            }
            What::RenewalRefunded(back) => self.add_returned(event.at, back)?,
            What::ArrearsCleared => self.touched.past_arrears = true,
            What::LevelSet { .. } => self.touched.levels = true,
            What::ArrearsBegan
            | What::StageReached { .. }
            | What::BalanceAlertSet { .. }
            | What::BalanceFellLow { .. }
            | What::BalanceRecovered { .. }
            | What::BalanceAlertSilenced(_)
            | What::CreditLimitSet { .. } => {}
        }
        Ok(())
    }

    fn add_notice(&mut self, at: Instant, notice: &Notice) {
        self.touched.packages.extend(notice.package);
        self.notices.push((at, *notice));
    }

    fn add_deduction(
        &mut self,
        deduction: &'a Deduction,
        transaction: Option<i64>,
        returned: bool,
    ) -> Result<(), LedgerError> {
        self.touched.packages.insert(deduction.package);
        let transaction_id = transaction.ok_or(LedgerError::Inconsistent("deduction"))?;
        self.deductions.push(DeductionRow { transaction_id, deduction, returned });
        Ok(())
    }

    fn add_metered(&mut self, metered: &Metered, taken_out: TakenOut) -> Result<(), LedgerError> {
        let key = metered.key;
        let at = metered.occurred_at;
        let segment = (at.timestamp(), key.resource.0, key.project.0, key.settles_at.timestamp(), taken_out);
        let calls = self.segments.entry(segment).or_default();
        calls.billable += metered.billable;
        calls.failed += metered.failed;
        calls.uncovered += metered.uncovered;
        calls.seconds += metered.seconds;
        if metered.seconds > 0 {
            self.touched.attended.insert((key.resource, key.project, key.period));
        }
        calls.paid.add(metered.from_packages, &metered.parts);
        self.sums.add_metered(metered, taken_out != TakenOut::No)?;
        if metered.billable > 0 {
            self.touched.open.insert(key);
        }
        if metered.parts.iter().any(|part| part.calls > 0) {
            let month = self.after.terms.policy.zone.month(at);
            self.touched.counters.insert((key.resource, month));
        }
        Ok(())
    }

    fn add_correction(&mut self, at: Instant, correction: &'a Correction) -> Result<(), LedgerError> {
        self.touched.paid.extend(correction.allocation.to_debts.iter().map(|(charge, _)| *charge));
        self.touch_vouchers(&correction.vouchers);
        self.sums.add_correction(correction)?;
        self.corrections.push((at, correction));
        Ok(())
    }

    fn add_charge(&mut self, charge: &'a Charge) -> Result<(), LedgerError> {
        self.touched.settled_at = self.touched.settled_at.max(Some(charge.key.settles_at.timestamp()));
        self.sums.add_charge(charge)?;
        self.touch_vouchers(&charge.vouchers);
        self.charges.push(charge);
        Ok(())
    }

    fn add_purchase(
        &mut self,
        event: &Event,
        package: PackageId,
        cycles: &[Cycle],
        (payment, bill): (&Payment, Month),
    ) -> Result<(), LedgerError> {
        let (kind, automatic) = match event.what {
            What::Renewed { automatic, .. } => (TotalKind::Renewal, automatic),
            _ => (TotalKind::Purchase, false),
        };
        let from_vouchers = payment.from_vouchers()?;
        let price = Money::sum([from_vouchers, payment.from_balance, payment.from_credit])?.cents();
        self.touch_vouchers(&payment.vouchers);
        let resource = self.resource_of(package)?;
        self.touch_packages_of(resource);
        self.sums.add_purchase(bill, kind, resource, price)?;
        self.purchases.push(PurchaseRow {
            package,
            kind,
            at: event.at.timestamp(),
            cycle_count: u32::try_from(cycles.len())?,
            price,
            from_vouchers: from_vouchers.cents(),
            vouchers: vouchers::to_text(&payment.vouchers),
            from_balance: payment.from_balance.cents(),
            from_credit: payment.from_credit.cents(),
            automatic,
            bill: month_number(bill),
        });
        Ok(())
    }

    fn add_refund(
        &mut self,
        (at, bill): (Instant, Month),
        package: PackageId,
        amount: Money,
        (allocation, vouchers): (&Allocation, &[VoucherUse]),
        renewals: &[ReturnedOrder],
    ) -> Result<(), LedgerError> {
        self.touched.paid.extend(allocation.to_debts.iter().map(|(charge, _)| *charge));
        self.touched.packages.insert(package);
        self.touch_vouchers(vouchers);
        let resource = self.resource_of(package)?;
        self.sums.add_purchase(bill, TotalKind::Refund, resource, amount.negated().cents())?;
        self.refunds.push(RefundRow {
            package,
            at: at.timestamp(),
            amount: amount.cents(),
            to_vouchers: from_vouchers(vouchers)?.cents(),
            vouchers: vouchers::to_text(vouchers),
            to_arrears: allocation.to_arrears()?.cents(),
            to_credit: allocation.to_credit.cents(),
            to_balance: allocation.to_balance.cents(),
            bill: month_number(bill),
            renewals: renewals
                .iter()
                .map(|order| (order.starts_at.timestamp(), order.ends_at.timestamp()))
                .collect(),
        });
        Ok(())
    }

    fn add_returned(&mut self, at: Instant, back: &RenewalRefunded) -> Result<(), LedgerError> {
        self.touched.shortened.insert(back.package);
        let to = (&back.allocation, back.vouchers.as_slice());
        self.add_refund((at, back.bill), back.package, back.amount, to, &back.orders)
    }

    fn touch_vouchers(&mut self, uses: &[VoucherUse]) {
        self.touched.vouchers.extend(uses.iter().map(|used| used.voucher));
    }

    fn resource_of(&self, package: PackageId) -> Result<ResourceId, LedgerError> {
        let package = self.after.package(package).ok_or(LedgerError::Inconsistent("package"))?;
        Ok(package.resource)
    }

    /// The release takes every resource, and packages where the policy says so.
    fn touch_everything(&mut self) {
        let resources = || (0..).map(ResourceId).take(self.after.resources.len());
        self.touched.resources.extend(resources());
        self.touched.applications.extend(resources());
        self.touched.packages.extend((0..).map(PackageId).take(self.after.packages.len()));
    }

    /// Buying, renewing and editing an alert arm the alerts of all packages of a resource again.
    fn touch_packages_of(&mut self, resource: ResourceId) {
        let packages = (0..).map(PackageId).zip(&self.after.packages);
        let of_resource = packages.filter(|(_, package)| package.resource == resource);
        self.touched.packages.extend(of_resource.map(|(number, _)| number));
    }

    /// The transaction of an event, with the balance it leaves; its number, if it moves anything.
    fn add_transaction(&mut self, event: &Event) -> Result<Option<i64>, LedgerError> {
        let Some(Transaction { kind, key, postings }) = journal::transaction(event, self.after)? else {
            return Ok(None);
        };
        let mut moves_money = false;
        for posting in postings.iter().filter(|posting| posting.commodity == Commodity::Money) {
            moves_money |= !names::is_of_vouchers(&posting.ledger_account);
            self.funds.post(&posting.ledger_account, posting.units)?;
        }
        let id = self.next_transaction;
        self.next_transaction += 1;
        if moves_money {
            self.sums.close_day(event.at, Money::from_cents(self.funds.balance));
        }
        let settled = matches!(event.what, What::Settled(_));
        self.transactions.push(TransactionRow {
            id,
            kind: kind.to_owned(),
            key: key.filter(|_| !settled),
            subject: subject(&event.what)?,
            at: event.at.timestamp(),
            balance_after: moves_money.then_some(self.funds.balance),
            postings,
        });
        Ok(Some(id))
    }
}

impl Funds {
    /// Follows one posting of money.
    pub fn post(&mut self, ledger_account: &str, units: i64) -> Result<(), LedgerError> {
        let (figure, change) = match ledger_account {
            BALANCE => (&mut self.balance, units),
            CREDIT => (&mut self.credit_drawn, -units),
            ARREARS => (&mut self.owed, -units),
            _ => return Ok(()),
        };
        *figure = figure.checked_add(change).ok_or(LedgerError::TooLarge)?;
        Ok(())
    }
}
