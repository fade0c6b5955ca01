//! A line of a bill as the providers export it: every field that exists for us, by name (H-96, T-61).

use billing::{
    Account, ChargeAmount, Instant, Money, ProjectName,
    bill::{Line, LineKind},
    zone::Term,
};

use crate::ledger::AccountHeader;

/// The names of the fields, in their order.
pub const NAMES: [&str; 36] = [
    "billing_cycle",
    "account",
    "project_id",
    "project",
    "member",
    "product",
    "service",
    "sku",
    "billing_mode",
    "kind",
    "transaction_type",
    "transaction_id",
    "region",
    "resource_id",
    "resource_name",
    "tags",
    "spent_from",
    "spent_until",
    "valid_from",
    "valid_until",
    "transaction_time",
    "usage",
    "unit",
    "package_deducted",
    "unit_prices",
    "list_amount",
    "discount",
    "amount_due",
    "amount_moved",
    "paid_with_vouchers",
    "payable",
    "paid_from_balance",
    "paid_from_credit",
    "arrears",
    "still_owed",
    "currency",
];

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The line has no such thing.
    None,
    /// A name.
    Text(String),
    /// Money, 8 decimals.
    Amount(ChargeAmount),
    /// Money that moved.
    Money(Money),
    /// An instant.
    At(Instant),
    /// A count, perhaps negative.
    Count(i64),
}

/// A field by its stable name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// `billing_cycle`.
    pub name: &'static str,
    /// What it holds.
    pub cell: Cell,
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::None, Self::text)
    }
}

/// The fields of a line, always the same in the same order.
#[must_use]
pub fn fields(header: &AccountHeader, account: &Account, line: &Line) -> Vec<Field> {
    let policy = &account.terms.policy;
    let mut fields = named(header, account, line);
    let spent = [("spent_from", line.spent.0), ("spent_until", line.spent.1)];
    fields.extend(spent.map(|(name, at)| Field { name, cell: Cell::At(at) }));
    let valid =
        |end: fn((Instant, Instant)) -> Instant| line.valid.map_or(Cell::None, |span| Cell::At(end(span)));
    let usage = |count| if line.kind == LineKind::Rounding { Cell::None } else { Cell::Count(count) };
    let unit = line.unit(policy);
    let amounts = &line.amounts;
    let payable = amounts.payable().unwrap_or(amounts.moved);
    let more = [
        ("valid_from", valid(|span| span.0)),
        ("valid_until", valid(|span| span.1)),
        ("transaction_time", Cell::At(line.moved_at)),
        ("usage", usage(line.quantity)),
        ("unit", Cell::maybe((!unit.is_empty()).then_some(unit))),
        ("package_deducted", usage(line.from_packages)),
        ("unit_prices", unit_prices(line)),
        ("list_amount", Cell::Amount(amounts.list)),
        ("discount", Cell::Amount(amounts.discount)),
        ("amount_due", Cell::Amount(amounts.due)),
        ("amount_moved", Cell::Money(amounts.moved)),
        ("paid_with_vouchers", Cell::Money(amounts.from_voucher)),
        ("payable", Cell::Money(payable)),
        ("paid_from_balance", Cell::Money(amounts.from_balance)),
        ("paid_from_credit", Cell::Money(amounts.from_credit)),
        ("arrears", Cell::Money(amounts.arrears)),
        ("still_owed", Cell::Money(amounts.now_owed)),
        ("currency", Cell::text(&header.currency)),
    ];
    fields.extend(more.map(|(name, cell)| Field { name, cell }));
    fields
}

/// What says which movement it is, of what, for whom.
fn named(header: &AccountHeader, account: &Account, line: &Line) -> Vec<Field> {
    let policy = &account.terms.policy;
    let key = line.resource.and_then(|id| account.resource(id)).map(|resource| &resource.key);
    let package = line.package.and_then(|id| account.package(id));
    let resource_id = match (line.package, line.resource) {
        (Some(package), _) => Cell::Text(format!("package-{}", package.0)),
        (None, Some(resource)) => Cell::Text(format!("resource-{}", resource.0)),
        (None, None) => Cell::None,
    };
    let resource_name = match package {
        Some(package) => Cell::Text(format!("{} {}", package.sku, term_name(package.term))),
        None => Cell::maybe(key.map(ToString::to_string)),
    };
    let mode = match line.kind {
        LineKind::Rounding => Cell::None,
        kind if kind.is_prepaid() => Cell::text("prepaid"),
        _ => Cell::text("pay-per-use"),
    };
    let named = line.project.map(|project| ProjectName::of(account.project(project)));
    let named = [
        ("billing_cycle", Cell::Text(line.bill.to_string())),
        ("account", Cell::text(&header.name)),
        ("project_id", line.project.map_or(Cell::None, |project| Cell::Text(project.0.to_string()))),
        ("project", Cell::maybe(named.map(|name| project_name(name.project)))),
        ("member", Cell::maybe(named.and_then(|name| name.member))),
        ("product", Cell::text(&policy.title)),
        ("service", Cell::maybe(key.map(|key| key.service.as_str()))),
        ("sku", Cell::maybe(package.map(|package| package.sku.as_str()))),
        ("billing_mode", mode),
        ("kind", Cell::text(line.kind.code())),
        ("transaction_type", Cell::maybe(line.kind.transaction_type(policy))),
        ("transaction_id", Cell::Text(line.origin.to_string())),
        ("region", Cell::maybe(key.map(|key| key.region.as_str()).filter(|region| !region.is_empty()))),
        ("resource_id", resource_id),
        ("resource_name", resource_name),
        ("tags", tags_of(account, line)),
    ];
    named.map(|(name, cell)| Field { name, cell }).into()
}

/// `stage=prod; team=kyc`.
fn tags_of(account: &Account, line: &Line) -> Cell {
    let tags = line.resource.and_then(|id| account.resource(id)).map(|resource| &resource.tags);
    let text = tags.into_iter().flatten().map(|(key, value)| format!("{key}={value}"));
    let text = text.collect::<Vec<_>>().join("; ");
    if text.is_empty() { Cell::None } else { Cell::Text(text) }
}

/// The default project goes by the provider's name (H-96).
#[must_use]
pub fn project_name(name: &str) -> String {
    if name.is_empty() { "default".to_owned() } else { name.to_owned() }
}

/// `100 × 0.02; 5 × 0.01`.
fn unit_prices(line: &Line) -> Cell {
    let parts = line.parts.iter().map(|part| format!("{} × {}", part.calls, part.unit_price));
    let text = parts.collect::<Vec<_>>().join("; ");
    if text.is_empty() { Cell::None } else { Cell::Text(text) }
}

/// The order term in the name of a package on a bill (H-95).
fn term_name(term: Term) -> String {
    match term {
        Term::Months(12) => "yearly".to_owned(),
        Term::Months(1) => "monthly".to_owned(),
        Term::Months(months) if months % 12 == 0 => format!("{} years", months / 12),
        Term::Months(months) => format!("{months} months"),
        Term::Days(1) => "daily".to_owned(),
        Term::Days(days) => format!("{days} days"),
    }
}
