//! Which derivation and which usage stand behind each figure.

use std::ops::Range;

use billing::{
    Account, Charge, ChargeId, Derivation, Instant, Money, PackageId, Value,
    alert::NoticeKind,
    bill,
    explain::{self, Holding},
    policy::ResourceKind,
    rating,
    zone::Month,
};
use ledger::{NoticeLine, Page, Segment, UsageFilter};

use super::{
    ChargeField, Figure, MOST_USAGE, UsedBy,
    movements::{entry, paid_and_owed},
    paths::UsageField,
};
use crate::{AppError, Books, books::Loaded};

/// Usage of a range, of one resource and project or of all.
pub struct Behind {
    range: Range<Instant>,
    filter: UsageFilter,
    settles_at: Option<Instant>,
    from_packages: bool,
}

type Found = Option<(Derivation, Option<Behind>)>;

/// The derivation of a figure, and the usage behind it; nothing when there is no such charge, bill or notice.
pub async fn explain(books: &Books, loaded: &Loaded, figure: &Figure) -> Result<Found, AppError> {
    let account = &loaded.account;
    let plain = |because| Ok(Some((because, None)));
    match figure {
        Figure::Balance => {
            let newest = books.ledger().statement(loaded.header.id, Page::first(1)).await?.rows;
            let number = newest.first().map_or(0, |line| line.transaction_id);
            plain(entry(books, loaded, number).await?.unwrap_or_else(|| balance(account)))
        }
        Figure::Arrears => plain(explain::arrears(account)?),
        Figure::AvailableCredit => plain(explain::available_credit(account)?),
        Figure::Accrued => Ok(Some((explain::accrued(account)?, open_periods(account)))),
        Figure::SpendableNow => Ok(Some((explain::spendable_now(account)?, open_periods(account)))),
        Figure::State => plain(explain::stage(account)?),
        Figure::ArrearsSince => plain(explain::arrears_since(account)),
        Figure::GraceEndsAt => plain(explain::grace_ends_at(account)),
        Figure::RetentionEndsAt => plain(explain::retention_ends_at(account)),
        Figure::ResourceState(id) => plain(explain::resource_state(account, *id)),
        Figure::ResourceCauses(id) => plain(explain::resource_causes(account, *id)),
        Figure::Package(id, holding) => Ok(package(account, *id, *holding)),
        Figure::Refund(id) => refund(books, loaded, *id).await,
        Figure::ChargeCount | Figure::ChargeTotal => {
            let (count, total) = books.ledger().billed_charges(loaded.header.id).await?;
            let result = if *figure == Figure::ChargeCount {
                Value::Number(count.into())
            } else {
                Value::Money(total)
            };
            plain(
                Derivation::new("charges", "H-05", result)
                    .with("charge-count", Value::Number(count.into()))
                    .with("charges-total", Value::Money(total)),
            )
        }
        Figure::Charge(nth, field) => {
            let Some(id) = books.ledger().billed_charge(loaded.header.id, *nth).await? else {
                return Ok(None);
            };
            charge(books, loaded, id, *field).await
        }
        Figure::Usage(field) => usage_total(books, loaded, *field).await,
        Figure::BillTotal(month) => bill_total(books, loaded, *month).await,
        Figure::BillStatus(month) => plain(bill_status(account, *month)),
        Figure::NoticeCount | Figure::LastNotice | Figure::Notice(_) => notice(books, loaded, figure).await,
    }
}

/// The segments behind a figure, and whether there are more.
pub async fn usage(books: &Books, loaded: &Loaded, behind: &Behind) -> Result<(Vec<UsedBy>, bool), AppError> {
    let mut found = Vec::new();
    let limit = MOST_USAGE * 20;
    let segments =
        books.ledger().segments(loaded.header.id, behind.range.clone(), behind.filter, 0, limit).await?;
    let is_behind = |segment: &&Segment| {
        !segment.taken_out
            && behind.settles_at.is_none_or(|at| segment.settles_at == at)
            && (!behind.from_packages || segment.from_packages > 0)
    };
    for segment in segments.iter().filter(is_behind) {
        found.push(UsedBy {
            at: segment.occurred_at,
            resource: segment.resource,
            project: segment.project,
            billable: segment.billable,
            failed: segment.failed,
            uncovered: segment.uncovered,
            from_packages: segment.from_packages,
        });
    }
    let more = found.len() > MOST_USAGE as usize || segments.len() == limit as usize;
    found.truncate(MOST_USAGE as usize);
    Ok((found, more))
}

fn balance(account: &Account) -> Derivation {
    Derivation::new("change-opening", "H-06", Value::Money(account.balance))
}

fn open_periods(account: &Account) -> Option<Behind> {
    let first = account.open.first_period()?;
    Some(Behind {
        range: first..account.now + chrono::TimeDelta::seconds(1),
        filter: UsageFilter::default(),
        settles_at: None,
        from_packages: false,
    })
}

fn package(account: &Account, id: PackageId, holding: Holding) -> Found {
    let package = account.package(id)?;
    let because = explain::holding(account, package, holding);
    let cycle = package.shown_cycle(account.now)?;
    let behind = Behind {
        range: cycle.starts_at..cycle.ends_at + chrono::TimeDelta::seconds(1),
        filter: UsageFilter { resource: Some(package.resource), project: package.project },
        settles_at: None,
        from_packages: true,
    };
    let has_usage = matches!(holding, Holding::Remaining | Holding::Used | Holding::State);
    Some((because, has_usage.then_some(behind)))
}

async fn refund(books: &Books, loaded: &Loaded, id: PackageId) -> Result<Found, AppError> {
    let Some(amount) = books.ledger().refund_of(loaded.header.id, id).await? else { return Ok(None) };
    let Some(package) = loaded.account.package(id) else { return Ok(None) };
    let rule = if of_calls(&loaded.account) { "H-130" } else { "T-40" };
    let because = Derivation::new("refund", rule, Value::Money(amount))
        .with("package", Value::Name(package.sku.clone()))
        .with("price", Value::Money(package.price));
    let because = match package.refunded_at {
        Some(at) => because.with("given-back", Value::Instant(at)),
        None => because,
    };
    Ok(Some((because, None)))
}

fn of_calls(account: &Account) -> bool {
    account.terms.policy.resources == ResourceKind::Regions
}

async fn charge(books: &Books, loaded: &Loaded, id: ChargeId, field: ChargeField) -> Result<Found, AppError> {
    let charges = books.ledger().charges_by_id(loaded.header.id, &[id]).await?;
    let Some(charge) = charges.first() else { return Ok(None) };
    let account = &loaded.account;
    let resource =
        account.resource(charge.key.resource).map_or_else(String::new, |known| known.key.to_string());
    let because = match field {
        ChargeField::Period => {
            let rule = if of_calls(account) { "H-50" } else { "T-21" };
            Derivation::new("charge-period", rule, Value::Instant(charge.key.period))
                .with("settled-at", Value::Instant(charge.key.settles_at))
        }
        ChargeField::Quantity => quantity(charge, Value::Calls(charge.quantity())),
        ChargeField::FromPackages => quantity(charge, Value::Calls(charge.from_packages)),
        ChargeField::Billed => quantity(charge, Value::Calls(charge.billed())),
        ChargeField::Amount => rating::charge_amount(&charge.parts)?.because,
        ChargeField::Paid | ChargeField::Owed => paid_and_owed(account, charge, field == ChargeField::Owed)?,
    };
    let because = because.with("resource", Value::Name(resource));
    let behind = Behind {
        range: charge.key.period..charge.key.period + account.terms.policy.settlement.period,
        filter: UsageFilter { resource: Some(charge.key.resource), project: Some(charge.key.project) },
        settles_at: Some(charge.key.settles_at),
        from_packages: false,
    };
    Ok(Some((because, Some(behind))))
}

fn quantity(charge: &Charge, result: Value) -> Derivation {
    Derivation::new("usage-paid-by", "H-40", result)
        .with("from-packages", Value::Calls(charge.from_packages))
        .with("billed", Value::Calls(charge.billed()))
}

async fn usage_total(books: &Books, loaded: &Loaded, field: UsageField) -> Result<Found, AppError> {
    if field == UsageField::Duplicates {
        return duplicates(books, loaded).await;
    }
    let account = &loaded.account;
    let (from, to) = (Instant::UNIX_EPOCH, account.now + account.terms.policy.settlement.period);
    let rows = books.ledger().usage_table(loaded.header.id, from..to, UsageFilter::default()).await?;
    let figure = |row: &ledger::UsageRow| match field {
        UsageField::Billable => row.figures.billable,
        UsageField::Failed => row.figures.failed,
        UsageField::Uncovered | UsageField::Duplicates => row.figures.uncovered,
    };
    let rule = match field {
        UsageField::Uncovered => "H-28",
        _ => "H-11",
    };
    let sum = rows.iter().map(figure).fold(0_u64, u64::saturating_add);
    let mut because = Derivation::new("usage-calls", rule, Value::Calls(sum));
    for row in rows.iter().filter(|row| figure(row) > 0) {
        let name = account.resource(row.resource).map_or_else(String::new, |known| known.key.to_string());
        because = because.with("resource", Value::Name(name)).with("of-it", Value::Calls(figure(row)));
    }
    let filter = UsageFilter::default();
    Ok(Some((because, Some(Behind { range: from..to, filter, settles_at: None, from_packages: false }))))
}

async fn duplicates(books: &Books, loaded: &Loaded) -> Result<Found, AppError> {
    let imports = books.ledger().imports(loaded.header.id, Page::first(10_000)).await?.rows;
    let sum = imports.iter().map(|import| import.counts.duplicates).fold(0_u64, u64::saturating_add);
    let mut because = Derivation::new("usage-duplicates", "H-10", Value::Number(sum.into()));
    for import in imports.iter().filter(|import| import.counts.duplicates > 0) {
        let count = Value::Number(import.counts.duplicates.into());
        because = because.with("import", Value::Name(import.label.clone())).with("of-it", count);
    }
    Ok(Some((because, None)))
}

async fn bill_total(books: &Books, loaded: &Loaded, month: Month) -> Result<Found, AppError> {
    let Some(bill) = books.ledger().bill(loaded.header.id, month).await? else { return Ok(None) };
    let zone = loaded.account.terms.policy.zone;
    let behind = Behind {
        range: zone.month_start(month)..zone.month_start(month.next()),
        filter: UsageFilter::default(),
        settles_at: None,
        from_packages: false,
    };
    Ok(Some((total_of(&bill)?, Some(behind))))
}

/// Why a month amounts to what it does.
///
/// # Errors
/// [`AppError::Refused`] beyond the range of cents.
pub fn total_of(month: &ledger::BillMonth) -> Result<Derivation, AppError> {
    let parts = [
        ("bill-usage", month.charges),
        ("bill-purchases", month.purchases),
        ("bill-renewals", month.renewals),
        ("bill-refunds", month.refunds),
        ("bill-corrections", month.corrections),
    ];
    let total = Money::sum(parts.map(|(_, part)| part)).map_err(billing::Refusal::from)?;
    let mut because = Derivation::new("bill-total", "H-97", Value::Money(total));
    for (name, part) in parts {
        if name == "bill-usage" || !part.is_zero() {
            because = because.with(name, Value::Money(part));
        }
    }
    Ok(because)
}

fn bill_status(account: &Account, month: Month) -> Derivation {
    let policy = &account.terms.policy;
    let rule = if of_calls(account) { "H-94" } else { "T-60" };
    let status = bill::status_at(policy, month, account.now).code();
    Derivation::new("bill-status", rule, Value::Name(status.to_owned()))
        .with("now", Value::Instant(account.now))
        .with("month-ends", Value::Instant(policy.zone.month_start(month.next())))
        .with("final-at", Value::Instant(bill::final_at(policy, month)))
}

async fn notice(books: &Books, loaded: &Loaded, figure: &Figure) -> Result<Found, AppError> {
    let id = loaded.header.id;
    let lines = match figure {
        // A list continues below the line it is told.
        Figure::Notice(number) => {
            let page = Page { after: number.checked_add(1), limit: 1 };
            let lines = books.ledger().notices(id, page).await?.rows;
            lines.into_iter().filter(|line| line.number == *number).collect()
        }
        Figure::LastNotice => books.ledger().notices(id, Page::first(1)).await?.rows,
        _ => {
            let lines = books.ledger().notices(id, Page::first(1_000)).await?.rows;
            let because = Derivation::new("notices", "H-69", Value::Number(lines.len().into()));
            let because = lines.iter().rev().fold(because, |because, line| {
                because.with("notice", Value::Name(line.notice.kind.code().to_owned()))
            });
            return Ok(Some((because, None)));
        }
    };
    let Some(line) = lines.first() else { return Ok(None) };
    told(books, loaded, line).await
}

/// Why a notice was sent: its kind's rule, and what it is about.
async fn told(books: &Books, loaded: &Loaded, line: &NoticeLine) -> Result<Found, AppError> {
    let account = &loaded.account;
    let kind = line.notice.kind;
    let mut because =
        Derivation::new("notice", notice_rule(account, kind), Value::Name(kind.code().to_owned()))
            .with("told-at", Value::Instant(line.at));
    if let Some(package) = line.notice.package.and_then(|id| account.package(id)) {
        because = because
            .with("package", Value::Name(package.sku.clone()))
            .with("ends", Value::Instant(package.valid_to()));
    }
    if let Some(id) = line.notice.charge {
        let charges = books.ledger().charges_by_id(loaded.header.id, &[id]).await?;
        if let Some(charge) = charges.first() {
            because = because
                .with("period", Value::Instant(charge.key.period))
                .resting_on("charge-due", explain::charge(charge)?)
                .with("stayed-owed", Value::Money(charge.owed));
        }
    }
    Ok(Some((because, None)))
}

fn notice_rule(account: &Account, kind: NoticeKind) -> &'static str {
    let (of_calls_rule, of_applications) = match kind {
        NoticeKind::PackageLow | NoticeKind::PackageExhausted => ("H-70", "T-57"),
        NoticeKind::PackageExpiring | NoticeKind::PackageExpired => ("H-30", "T-20"),
        NoticeKind::Renewed | NoticeKind::RenewalFailed => ("H-113", "T-49"),
        NoticeKind::Arrears => ("H-61", "T-25"),
        NoticeKind::DeadlineNear => ("H-85", "T-26"),
        NoticeKind::Frozen | NoticeKind::Suspended => ("H-81", "T-27"),
        NoticeKind::ReleasePending | NoticeKind::Released => ("H-91", "T-30"),
        NoticeKind::Recovered => ("H-64", "T-29"),
        NoticeKind::BalanceLow | NoticeKind::BalanceRecovered => ("H-66", "T-53"),
    };
    if of_calls(account) { of_calls_rule } else { of_applications }
}
