//! Which postings each event makes.

use crate::{
    Account, Charge, Event, Money, PackageId, Refusal,
    event::{Correction, Deduction, What},
    journal::{
        Commodity, Posting, Transaction,
        names::{
            ARREARS, BALANCE, CREDIT, GRANTED, LAPSED, OPENING, PACKAGES_OF, QUOTA_OF, QUOTA_USED_BY,
            SETTLEMENT, TOP_UPS, USAGE_OF, VOUCHER_OF, VOUCHERS,
        },
    },
    settlement::pay::Payment,
    top_up::Allocation,
    voucher::VoucherUse,
};

/// The transaction of an event, if it moves money or quota. `account` is the account after the event.
///
/// # Errors
/// [`Refusal::TooLarge`] when a quota does not fit a posting.
pub fn transaction(event: &Event, account: &Account) -> Result<Option<Transaction>, Refusal> {
    let transaction = match &event.what {
        What::Opened { balance } => Some(opening(*balance)),
        What::Settled(charge) => Some(settlement(charge, account)),
        What::ToppedUp { amount, allocation } => Some(top_up(*amount, allocation)?),
        What::Acquired { package, terms, payment, .. } => {
            Some(paid("purchase", &format!("{PACKAGES_OF}{}:{}", terms.sku, package.0), payment, None)?)
        }
        What::Renewed { package, payment, .. } => {
            let sku = account.package(*package).map_or("", |package| package.sku.as_str());
            Some(paid("renewal", &format!("{PACKAGES_OF}{sku}:{}", package.0), payment, None)?)
        }
        What::CycleBegan { package, cycle, quota } => {
            let key = format!("begin:{}:{cycle}", package.0);
            Some(quota_move("quota-granted", key, GRANTED, &quota_account(*package), *quota)?)
        }
        What::CycleEnded { package, cycle, lapsed } => {
            let key = format!("end:{}:{cycle}", package.0);
            Some(quota_move("quota-lapsed", key, &quota_account(*package), LAPSED, *lapsed)?)
        }
        What::Refunded { package, amount, allocation, vouchers, .. } => {
            let sku = account.package(*package).map_or("", |package| package.sku.as_str());
            Some(refund(&format!("{PACKAGES_OF}{sku}:{}", package.0), *amount, (allocation, vouchers))?)
        }
        What::RenewalRefunded(back) => {
            let sku = account.package(back.package).map_or("", |package| package.sku.as_str());
            let expense = format!("{PACKAGES_OF}{sku}:{}", back.package.0);
            Some(refund(&expense, back.amount, (&back.allocation, &back.vouchers))?)
        }
        What::VoucherAdded { voucher, terms } => {
            let lines = [
                (format!("{VOUCHER_OF}{}", voucher.0), terms.amount),
                (VOUCHERS.to_owned(), terms.amount.negated()),
            ];
            Some(Transaction { kind: "voucher", key: None, postings: postings(lines) })
        }
        What::Deducted(deduction) => Some(deducted(deduction, account)?),
        What::QuotaReturned(returned) => Some(returned_quota(returned, account)?),
        What::Corrected(correction) => Some(corrected(correction, account)?),
        What::ResourceNamed { .. }
        | What::ProjectNamed { .. }
        | What::Enabled { .. }
        | What::ProvedEnabled { .. }
        | What::Disabled { .. }
        | What::Metered(_)
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
        | What::LevelSet { .. }
        | What::CreditLimitSet { .. }
        | What::Expired { .. }
        | What::PackageAlertSet { .. }
        | What::Noticed(_) => None,
    };
    Ok(transaction.filter(|transaction| !transaction.postings.is_empty()))
}

/// The transaction that opens an account.
#[must_use]
pub fn opening(balance: Money) -> Transaction {
    let postings = postings([(BALANCE.to_owned(), balance), (OPENING.to_owned(), balance.negated())]);
    Transaction { kind: "opening", key: Some("opening".to_owned()), postings }
}

fn settlement(charge: &Charge, account: &Account) -> Transaction {
    let key = charge.key;
    let postings = settlement_postings(&resource_name(account, key.resource), charge.due, &charge.payment());
    let (resource, project) = (key.resource.0, key.project.0);
    let period = key.period.timestamp();
    let key = format!("settle:{resource}:{project}:{period}:{}", key.settles_at.timestamp());
    Transaction { kind: SETTLEMENT, key: Some(key), postings }
}

/// The postings of a settlement: what a resource cost, and how it was paid.
#[must_use]
pub fn settlement_postings(resource: &str, due: Money, payment: &Payment) -> Vec<Posting> {
    let lines = [
        (format!("{USAGE_OF}{resource}"), due),
        (BALANCE.to_owned(), payment.from_balance.negated()),
        (CREDIT.to_owned(), payment.from_credit.negated()),
        (ARREARS.to_owned(), payment.owed.negated()),
    ];
    postings(lines.into_iter().chain(voucher_lines(&payment.vouchers, Money::negated)))
}

/// A line for each voucher.
fn voucher_lines(
    uses: &[VoucherUse],
    sign: fn(Money) -> Money,
) -> impl Iterator<Item = (String, Money)> + use<'_> {
    uses.iter().map(move |used| (format!("{VOUCHER_OF}{}", used.voucher.0), sign(used.amount)))
}

fn top_up(amount: Money, allocation: &Allocation) -> Result<Transaction, Refusal> {
    let postings = postings([
        (BALANCE.to_owned(), allocation.to_balance),
        (CREDIT.to_owned(), allocation.to_credit),
        (ARREARS.to_owned(), allocation.to_arrears()?),
        (TOP_UPS.to_owned(), amount.negated()),
    ]);
    Ok(Transaction { kind: "top-up", key: None, postings })
}

fn refund(
    expense: &str,
    amount: Money,
    (allocation, vouchers): (&Allocation, &[VoucherUse]),
) -> Result<Transaction, Refusal> {
    let lines = [
        (BALANCE.to_owned(), allocation.to_balance),
        (CREDIT.to_owned(), allocation.to_credit),
        (ARREARS.to_owned(), allocation.to_arrears()?),
        (expense.to_owned(), amount.negated()),
    ];
    let postings = postings(lines.into_iter().chain(voucher_lines(vouchers, |amount| amount)));
    Ok(Transaction { kind: "refund", key: None, postings })
}

fn paid(
    kind: &'static str,
    expense: &str,
    payment: &Payment,
    key: Option<String>,
) -> Result<Transaction, Refusal> {
    let price = Money::sum([payment.from_vouchers()?, payment.from_balance, payment.from_credit])?;
    let lines = [
        (expense.to_owned(), price),
        (BALANCE.to_owned(), payment.from_balance.negated()),
        (CREDIT.to_owned(), payment.from_credit.negated()),
    ];
    let postings = postings(lines.into_iter().chain(voucher_lines(&payment.vouchers, Money::negated)));
    Ok(Transaction { kind, key, postings })
}

/// Late usage first takes back what had lapsed, then uses it like any other quota.
fn deducted(deduction: &Deduction, account: &Account) -> Result<Transaction, Refusal> {
    let used = format!("{QUOTA_USED_BY}{}", resource_name(account, deduction.key.resource));
    let from_package = deduction.calls.saturating_sub(deduction.from_lapsed);
    let calls = |units: u64| i64::try_from(units).map_err(|_| Refusal::TooLarge);
    let postings = [
        (used, calls(deduction.calls)?),
        (quota_account(deduction.package), -calls(from_package)?),
        (LAPSED.to_owned(), -calls(deduction.from_lapsed)?),
    ];
    let postings = postings
        .into_iter()
        .filter(|(_, units)| *units != 0)
        .map(|(ledger_account, units)| Posting { ledger_account, commodity: Commodity::Calls, units })
        .collect();
    Ok(Transaction { kind: "deduction", key: None, postings })
}

/// A deduction taken back; what comes back to an ended cycle lapses.
fn returned_quota(returned: &Deduction, account: &Account) -> Result<Transaction, Refusal> {
    let Transaction { postings, .. } = deducted(returned, account)?;
    let turned = |posting: Posting| Posting { units: -posting.units, ..posting };
    Ok(Transaction { kind: "correction", key: None, postings: postings.into_iter().map(turned).collect() })
}

fn corrected(correction: &Correction, account: &Account) -> Result<Transaction, Refusal> {
    let lines = [
        (usage_account(account, correction.key.resource), correction.money.negated()),
        (BALANCE.to_owned(), correction.allocation.to_balance),
        (CREDIT.to_owned(), correction.allocation.to_credit),
        (ARREARS.to_owned(), correction.allocation.to_arrears()?),
    ];
    let postings = postings(lines.into_iter().chain(voucher_lines(&correction.vouchers, |amount| amount)));
    Ok(Transaction { kind: "correction", key: None, postings })
}

fn quota_move(
    kind: &'static str,
    key: String,
    from: &str,
    to: &str,
    calls: u64,
) -> Result<Transaction, Refusal> {
    let units = i64::try_from(calls).map_err(|_| Refusal::TooLarge)?;
    let posting = |ledger_account: &str, units| Posting {
        ledger_account: ledger_account.to_owned(),
        commodity: Commodity::Calls,
        units,
    };
    let postings = if units == 0 { Vec::new() } else { vec![posting(to, units), posting(from, -units)] };
    Ok(Transaction { kind, key: Some(key), postings })
}

/// The ledger account that holds what is left of a package.
#[must_use]
pub fn quota_account(package: PackageId) -> String {
    format!("{QUOTA_OF}{}", package.0)
}

fn usage_account(account: &Account, resource: crate::ResourceId) -> String {
    format!("{USAGE_OF}{}", resource_name(account, resource))
}

fn resource_name(account: &Account, resource: crate::ResourceId) -> String {
    account.resource(resource).map_or_else(String::new, |resource| resource.key.to_string())
}

fn postings(lines: impl IntoIterator<Item = (String, Money)>) -> Vec<Posting> {
    lines
        .into_iter()
        .filter(|(_, money)| !money.is_zero())
        .map(|(ledger_account, money)| Posting {
            ledger_account,
            commodity: Commodity::Money,
            units: money.cents(),
        })
        .collect()
}
