//! Random lives of an account: steps that a strategy draws and a file of books records.

use billing::{
    Account, Command, Event, Instant, Money, PackageId,
    command::PurchaseOrder,
    policy::AtEnd,
    voucher::{PayMode, VoucherKind, VoucherTerms},
};
use chrono::TimeDelta;
use ledger::{ImportChange, ImportCounts, ImportId, ImportWrite, Page, RecordBlock, Stretch};
use proptest::prelude::{Just, Strategy, any, prop_oneof};

use super::{Life, calls, keys};

#[derive(Clone, Debug)]
pub enum Step {
    Wait { minutes: i64 },
    Calls { key: usize, project: bool, count: u64, failed: bool, late_minutes: i64 },
    Import { stretches: Vec<(usize, bool, u64, i64)> },
    Undo { which: usize },
    Enable { key: usize, since_minutes: i64 },
    Disable { key: usize },
    Buy { offer: usize },
    BuyBoth,
    Renew { package: u32, terms: u32 },
    TopUp { cents: i64 },
    Credit { cents: i64 },
    Alert { key: usize, percent: Option<u32> },
    AutoRenew { package: u32, days_before: Option<u32> },
    BalanceAlert { cents: Option<i64> },
    Voucher { cents: i64, gift: bool, days: i64 },
    Level { level: u32 },
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..most)
}

fn step() -> impl Strategy<Value = Step> {
    let key = 0..3_usize;
    prop_oneof![
        4 => (1..4000_i64).prop_map(|minutes| Step::Wait { minutes }),
        1 => (4000..40_000_i64).prop_map(|minutes| Step::Wait { minutes }),
        1 => (0..4_u32, proptest::option::of(0..9_u32))
            .prop_map(|(package, days_before)| Step::AutoRenew { package, days_before }),
        1 => proptest::option::of(0..300_i64).prop_map(|cents| Step::BalanceAlert { cents }),
        1 => (0..6_u32).prop_map(|level| Step::Level { level }),
        2 => (1..120_i64, any::<bool>(), 0..20_i64)
            .prop_map(|(cents, gift, days)| Step::Voucher { cents, gift, days }),
        6 => (key.clone(), any::<bool>(), 0..70_u64, proptest::bool::weighted(0.1), 0..600_i64).prop_map(
            |(key, project, count, failed, late_minutes)| Step::Calls { key, project, count, failed, late_minutes }
        ),
        3 => proptest::collection::vec((key.clone(), any::<bool>(), 1..40_u64, 0..900_i64), 1..12)
            .prop_map(|stretches| Step::Import { stretches }),
        2 => (0..4_usize).prop_map(|which| Step::Undo { which }),
        3 => (key.clone(), 0..900_i64).prop_map(|(key, since_minutes)| Step::Enable { key, since_minutes }),
        1 => key.clone().prop_map(|key| Step::Disable { key }),
        3 => (0..3_usize).prop_map(|offer| Step::Buy { offer }),
        1 => Just(Step::BuyBoth),
        2 => (0..4_u32, 1..4_u32).prop_map(|(package, terms)| Step::Renew { package, terms }),
        2 => (1..400_i64).prop_map(|cents| Step::TopUp { cents }),
        1 => (0..300_i64).prop_map(|cents| Step::Credit { cents }),
        1 => (key, prop_oneof![Just(None), (0..101_u32).prop_map(Some)])
            .prop_map(|(key, percent)| Step::Alert { key, percent }),
    ]
}

impl Life {
    /// Now and then the service ends with its package instead of renewing it, or the package is shared or no longer.
    fn at_the_end(&self, package: PackageId, days_before: Option<u32>) -> Command {
        match days_before {
            Some(8) => Command::AtEnd { package, choice: AtEnd::Disable },
            Some(6) => {
                let shared = self.account.package(package).is_some_and(billing::Package::is_shared);
                Command::Share { package, on: !shared }
            }
            days_before => Command::AutoRenew { package, days_before },
        }
    }

    pub async fn step(&mut self, step: &Step) {
        let now = self.account.now;
        match step {
            Step::Wait { minutes } => self.advance(now + TimeDelta::minutes(*minutes)).await,
            Step::Calls { key, project, count, failed, late_minutes } => {
                let occurred_at = now - TimeDelta::minutes(*late_minutes);
                let mut usage = calls(*key, project_name(*project), occurred_at, *count);
                usage.status = if *failed { 500 } else { 200 };
                self.act(&Command::Use(usage), now).await;
            }
            Step::Import { stretches } => self.import(stretches).await,
            Step::Undo { which } => self.undo(*which).await,
            Step::Enable { key, since_minutes } => {
                let since = (*since_minutes > 0).then(|| now - TimeDelta::minutes(*since_minutes));
                self.act(&Command::Enable { resource: keys()[*key].clone(), since }, now).await;
            }
            Step::Disable { key } => {
                self.act(&Command::Disable { resource: keys()[*key].clone() }, now).await;
            }
            Step::Buy { offer } => {
                let sku = super::terms().offers[*offer].sku.clone();
                let granted = *offer == 2;
                let starts_at = (*offer == 1).then(|| now + TimeDelta::hours(5));
                let command = if granted {
                    Command::Grant { sku, application: None, starts_at, auto_renew: false }
                } else {
                    Command::Buy { sku, application: None, starts_at, auto_renew: false }
                };
                self.act(&command, now).await;
            }
            Step::BuyBoth => {
                let order =
                    |offer: &billing::Offer| PurchaseOrder { sku: offer.sku.clone(), application: None };
                let orders = super::terms().offers.iter().take(2).map(order).collect();
                self.act(&Command::BuyTogether(orders), now).await;
            }
            Step::Renew { package, terms } => {
                // Several terms end on the first of a month.
                let align_to = (*terms > 1).then_some(1);
                let command = Command::Renew { package: PackageId(*package), terms: *terms, align_to };
                self.act(&command, now).await;
            }
            Step::TopUp { cents } => {
                self.act(&Command::TopUp { amount: Money::from_cents(*cents) }, now).await;
            }
            Step::Level { level } => {
                self.act(&Command::SetLevel { level: format!("V{level}") }, now).await;
            }
            Step::Credit { cents } => {
                self.act(&Command::SetCreditLimit { amount: Money::from_cents(*cents) }, now).await;
            }
            Step::AutoRenew { package, days_before } => {
                let command = self.at_the_end(PackageId(*package), *days_before);
                self.act(&command, now).await;
            }
            Step::BalanceAlert { cents } => {
                let threshold = cents.map(Money::from_cents);
                self.act(&Command::SetBalanceAlert { threshold }, now).await;
            }
            Step::Voucher { cents, gift, days } => {
                let terms = voucher(&self.account, (*cents, *gift, *days));
                self.act(&Command::AddVoucher(terms), now).await;
            }
            Step::Alert { key, percent } => {
                let command = Command::SetPackageAlert { resource: keys()[*key].clone(), percent: *percent };
                self.act(&command, now).await;
            }
        }
    }

    /// Usage of the minutes before, and what falls due in between, in one write.
    pub async fn import(&mut self, stretches: &[(usize, bool, u64, i64)]) {
        let (mut account, mut events) = (self.account.clone(), Vec::new());
        let began = account.now;
        let mut usage: Vec<_> = stretches
            .iter()
            .map(|(key, project, count, minute)| {
                calls(*key, project_name(*project), began + TimeDelta::minutes(*minute), *count)
            })
            .collect();
        usage.sort_by_key(|usage| usage.occurred_at);
        for calls in &usage {
            account.advance_to_actions(calls.occurred_at, &mut events).unwrap();
            apply(&mut account, &Command::Use(calls.clone()), &mut events);
        }
        let span = usage.first().zip(usage.last()).map(|(first, last)| (first.occurred_at, last.occurred_at));
        let import = import_write("gateway", span);
        self.record("import", &events, account, Some(ImportChange::Add(Box::new(import)))).await;
    }

    pub async fn undo(&mut self, which: usize) {
        let imports = self.ledger.imports(self.id, Page::first(10)).await.unwrap().rows;
        let Some(import) = imports.get(which).filter(|import| import.undone_at.is_none()) else { return };
        self.undo_import(import.id).await;
    }

    pub async fn undo_import(&mut self, import: ImportId) {
        let usage = self.ledger.undone_usage(self.id, import).await.unwrap();
        let now = self.account.now;
        let decision = billing::decide(&self.account, &Command::Undo(usage), now).unwrap();
        self.record("undo", &decision.events, decision.account, Some(ImportChange::Undo(import))).await;
    }
}

/// A voucher that pays for everything from now on.
fn voucher(account: &Account, (cents, gift, days): (i64, bool, i64)) -> VoucherTerms {
    VoucherTerms {
        code: format!("v{}", account.vouchers.len()),
        kind: if gift { VoucherKind::Gift } else { VoucherKind::Voucher },
        amount: Money::from_cents(cents),
        valid_from: account.now - TimeDelta::hours(1),
        valid_to: account.now + TimeDelta::days(days),
        services: Vec::new(),
        pays: PayMode::ALL.to_vec(),
        minimum: Money::ZERO,
        single_use: cents % 7 == 0,
        most_per_payment: (cents % 5 == 0).then(|| Money::from_cents(3)),
    }
}

fn apply(account: &mut Account, command: &Command, events: &mut Vec<Event>) {
    // A refusal changes nothing.
    let _ = account.act(command, events);
}

pub fn project_name(project: bool) -> &'static str {
    if project { "p-kyc" } else { "" }
}

pub fn import_write(source: &str, span: Option<(Instant, Instant)>) -> ImportWrite {
    ImportWrite {
        source: source.into(),
        rules: "[[rule]]".into(),
        label: "access.log".into(),
        counts: ImportCounts { rows: 12, counted: 10, billable: 9, failed: 1, ..ImportCounts::default() },
        span,
        report_json: "{}".into(),
        record_blocks: vec![RecordBlock { first: 10, last: 20, count: 3, data: vec![1, 2, 3] }],
        stretches: vec![Stretch { first: 100, last: 200, lines: 7, data: vec![4, 5] }],
    }
}
