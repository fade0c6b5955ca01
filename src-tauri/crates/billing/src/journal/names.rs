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
/// What is left of a package; its number follows.
pub const QUOTA_OF: &str = "Assets:Quota:";
/// Calls that packages paid for; the resource follows.
pub const QUOTA_USED_BY: &str = "Expenses:Quota:Used:";
/// Money for pay-per-use calls; the resource follows.
pub const USAGE_OF: &str = "Expenses:Usage:";
/// Money for packages; the offer and the package's number follow.
pub const PACKAGES_OF: &str = "Expenses:Packages:";
