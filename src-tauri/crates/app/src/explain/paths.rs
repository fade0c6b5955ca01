//! The paths of figures, and what they name.

use billing::{Account, PackageId, ResourceId, explain::Holding, zone::Month};
use ledger::Page;

use crate::{AppError, Books, books::Loaded};

/// A figure that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    Balance,
    Arrears,
    AvailableCredit,
    Accrued,
    SpendableNow,
    State,
    ArrearsSince,
    GraceEndsAt,
    RetentionEndsAt,
    ResourceState(ResourceId),
    ResourceCauses(ResourceId),
    Package(PackageId, Holding),
    Refund(PackageId),
    ChargeCount,
    ChargeTotal,
    Charge(u32, ChargeField),
    Usage(UsageField),
    BillTotal(Month),
    BillStatus(Month),
    NoticeCount,
    Notice(i64),
    LastNotice,
}

/// A figure of a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChargeField {
    Period,
    Quantity,
    FromPackages,
    Billed,
    Amount,
    Paid,
    Owed,
}

/// A total of usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UsageField {
    Billable,
    Failed,
    Uncovered,
    Duplicates,
}

const ACCOUNT: [(&str, Figure); 9] = [
    ("balance", Figure::Balance),
    ("arrears", Figure::Arrears),
    ("available_credit", Figure::AvailableCredit),
    ("accrued", Figure::Accrued),
    ("spendable_now", Figure::SpendableNow),
    ("state", Figure::State),
    ("arrears_since", Figure::ArrearsSince),
    ("grace_ends_at", Figure::GraceEndsAt),
    ("retention_ends_at", Figure::RetentionEndsAt),
];
const PACKAGE: [(&str, Holding); 10] = [
    ("remaining", Holding::Remaining),
    ("used", Holding::Used),
    ("state", Holding::State),
    ("starts_at", Holding::StartsAt),
    ("ends_at", Holding::EndsAt),
    ("cycles", Holding::Cycles),
    ("valid_to", Holding::ValidTo),
    ("next_cycle.starts_at", Holding::NextStartsAt),
    ("next_cycle.ends_at", Holding::NextEndsAt),
    ("next_cycle.quota", Holding::NextQuota),
];
const CHARGE: [(&str, ChargeField); 7] = [
    ("period", ChargeField::Period),
    ("quantity", ChargeField::Quantity),
    ("from_packages", ChargeField::FromPackages),
    ("billed", ChargeField::Billed),
    ("amount", ChargeField::Amount),
    ("paid", ChargeField::Paid),
    ("owed", ChargeField::Owed),
];
const USAGE: [(&str, UsageField); 4] = [
    ("billable", UsageField::Billable),
    ("failed", UsageField::Failed),
    ("uncovered", UsageField::Uncovered),
    ("duplicates", UsageField::Duplicates),
];

fn one_of<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

impl Figure {
    /// The figure of a path. Packages are named by their number, as lists show it; resources as `service@region` or by the
    /// name of the application; charges count from 0 among those with pay-per-use calls, notices by their number.
    pub(super) fn parse(path: &str, account: &Account) -> Option<Self> {
        let (head, rest) = path.split_once('.').unwrap_or((path, ""));
        match head {
            "resources" => {
                // Services and regions may have dots in their names; fields have none.
                let (name, field) = rest.rsplit_once('.')?;
                let mut ids = (0..).map(ResourceId).zip(&account.resources);
                let (id, _) = ids.find(|(_, resource)| resource.key.to_string() == name)?;
                match field {
                    "state" => Some(Self::ResourceState(id)),
                    "causes" => Some(Self::ResourceCauses(id)),
                    _ => None,
                }
            }
            "packages" => {
                let (number, field) = rest.split_once('.')?;
                Some(Self::Package(package(number, account)?, one_of(&PACKAGE, field)?))
            }
            "refund" => Some(Self::Refund(package(rest.strip_suffix(".amount")?, account)?)),
            "charges" => match rest.split_once('.') {
                None if rest == "count" => Some(Self::ChargeCount),
                None if rest == "total" => Some(Self::ChargeTotal),
                None => None,
                Some((number, field)) => Some(Self::Charge(number.parse().ok()?, one_of(&CHARGE, field)?)),
            },
            "usage" => one_of(&USAGE, rest).map(Self::Usage),
            "bills" => {
                let (month, field) = rest.split_once('.')?;
                let month = Month::parse(month)?;
                match field {
                    "total" => Some(Self::BillTotal(month)),
                    "status" => Some(Self::BillStatus(month)),
                    _ => None,
                }
            }
            "notices" => match rest {
                "count" | "kinds" => Some(Self::NoticeCount),
                "last" => Some(Self::LastNotice),
                number => number.parse().ok().map(Self::Notice),
            },
            _ if rest.is_empty() => one_of(&ACCOUNT, head),
            _ => None,
        }
    }
}

fn package(number: &str, account: &Account) -> Option<PackageId> {
    let id = PackageId(number.parse().ok()?);
    account.package(id).map(|_| id)
}

/// Every path of an account that a figure stands behind, those of the first and the last charge and notice for all.
pub(super) async fn paths(books: &Books, loaded: &Loaded) -> Result<Vec<String>, AppError> {
    let (account, id) = (&loaded.account, loaded.header.id);
    let mut paths: Vec<String> = ACCOUNT.iter().map(|(name, _)| (*name).to_owned()).collect();
    for resource in &account.resources {
        paths.extend(["state", "causes"].map(|field| format!("resources.{}.{field}", resource.key)));
    }
    for (number, package) in account.packages.iter().enumerate() {
        paths.extend(PACKAGE.iter().map(|(field, _)| format!("packages.{number}.{field}")));
        if package.refunded_at.is_some() {
            paths.push(format!("refund.{number}.amount"));
        }
    }
    paths.extend(["charges.count", "charges.total"].map(str::to_owned));
    let (count, _) = books.ledger().billed_charges(id).await?;
    let ends = [(count > 0).then_some(0), count.checked_sub(1).filter(|last| *last > 0)];
    for number in ends.into_iter().flatten() {
        paths.extend(CHARGE.iter().map(|(field, _)| format!("charges.{number}.{field}")));
    }
    paths.extend(USAGE.iter().map(|(field, _)| format!("usage.{field}")));
    for bill in books.ledger().bills(id, Page::first(240)).await?.rows {
        paths.extend(["total", "status"].map(|field| format!("bills.{}.{field}", bill.month)));
    }
    paths.extend(["notices.count", "notices.last"].map(str::to_owned));
    let newest = books.ledger().notices(id, Page::first(1)).await?.rows;
    paths.extend(newest.iter().map(|notice| format!("notices.{}", notice.number)));
    Ok(paths)
}
