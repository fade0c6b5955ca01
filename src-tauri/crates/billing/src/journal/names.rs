//! Names of the journal, once: the ledger and its checks read them too.

/// The kind of transaction that settles a charge.
pub const SETTLEMENT: &str = "settlement";
/// Prepaid cash.
pub const BALANCE: &str = "Assets:Balance";
/// Drawn credit.
pub const CREDIT: &str = "Liabilities:Credit";
/// Unpaid charges.
pub const ARREARS: &str = "Liabilities:Arrears";
/// Money from outside.
pub const TOP_UPS: &str = "Equity:TopUps";
/// What the account began with.
pub const OPENING: &str = "Equity:Opening";
/// Quota from the provider.
pub const GRANTED: &str = "Equity:Quota";
/// Quota that lapsed.
pub const LAPSED: &str = "Expenses:Quota:Lapsed";
/// What is left of a voucher; its number follows.
pub const VOUCHER_OF: &str = "Assets:Vouchers:";
/// Whether an account holds vouchers, or is where they come from: what moves between these alone moves no cash.
#[must_use]
pub fn is_of_vouchers(ledger_account: &str) -> bool {
    ledger_account == VOUCHERS || ledger_account.starts_with(VOUCHER_OF)
}

/// Vouchers from the provider.
pub const VOUCHERS: &str = "Equity:Vouchers";
/// What is left of a package; its number follows.
pub const QUOTA_OF: &str = "Assets:Quota:";
/// Calls that packages paid for; the resource follows.
pub const QUOTA_USED_BY: &str = "Expenses:Quota:Used:";
/// Money for pay-per-use calls; the resource follows.
pub const USAGE_OF: &str = "Expenses:Usage:";
/// Money for packages; the offer and the package's number follow.
pub const PACKAGES_OF: &str = "Expenses:Packages:";
