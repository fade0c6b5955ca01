//! Figures of the domain as the contract writes them, and back.

use app::{
    action::Seen,
    ledger::{AccountId, Basis, ImportId},
};
use billing::{
    Account, ChargeAmount, Derivation, Instant, Money, Package, PackageId, Policy, ResourceId, ResourceKey,
    Value, explain, zone::Month,
};
use rust_decimal::Decimal;

use crate::{
    IpcError,
    dto::common::{BasisView, FigureKind, FigureText, PositionView, Seconds, Why, WhyInput},
    failure::Malformed,
};

/// An instant.
pub(crate) fn seconds(at: Instant) -> Seconds {
    Seconds(at.timestamp())
}

/// An instant that a face gave: of the years that calendars are made for, 1970 to 9998.
pub(crate) fn instant(at: Seconds) -> Result<Instant, IpcError> {
    const LAST: i64 = 253_370_764_800;
    let known = (0..LAST).contains(&at.0).then(|| Instant::from_timestamp(at.0, 0));
    known.flatten().ok_or_else(|| invalid("instant", &at.0.to_string()))
}

/// An account id that a face gave.
pub(crate) fn account_id(text: &str) -> Result<AccountId, IpcError> {
    parse("account", text).map(AccountId)
}

/// An import id that a face gave.
pub(crate) fn import_id(text: &str) -> Result<ImportId, IpcError> {
    parse("import", text).map(ImportId)
}

/// A package id that a face gave.
pub(crate) fn package_id(text: &str) -> Result<PackageId, IpcError> {
    parse("package", text).map(PackageId)
}

/// Where a list continues, as an earlier reply said.
pub(crate) fn cursor(after: Option<&str>) -> Result<Option<i64>, IpcError> {
    after.map(|text| parse("place in the list", text)).transpose()
}

/// A month that a face gave.
pub(crate) fn month(text: &str) -> Result<Month, IpcError> {
    Month::parse(text).ok_or_else(|| invalid("month", text))
}

/// Money that a face gave.
pub(crate) fn money(text: &str) -> Result<Money, IpcError> {
    Money::parse(text.trim()).map_err(|_| Malformed::NotAnAmount(text.to_owned()).into())
}

/// Seconds east of UTC of `+08:00`.
pub(crate) fn zone_seconds(text: &str) -> Result<i32, IpcError> {
    let parsed = || {
        let (sign, rest) = match text.split_at_checked(1)? {
            ("+", rest) => (1, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        };
        let (hours, minutes) = rest.split_once(':')?;
        let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let digits = |part: &str| two_digits(part).then(|| part.parse::<i32>().ok()).flatten();
        let (hours, minutes) = (digits(hours)?, digits(minutes)?);
        (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
    };
    parsed().ok_or_else(|| invalid("zone", text))
}

fn parse<T: std::str::FromStr>(field: &'static str, text: &str) -> Result<T, IpcError> {
    text.parse().map_err(|_| invalid(field, text))
}

pub(crate) fn invalid(field: &'static str, found: &str) -> IpcError {
    Malformed::InvalidValue { field, found: found.to_owned() }.into()
}

/// What a preview was computed from.
pub(crate) fn basis_view(seen: &Seen) -> BasisView {
    let hash = seen.basis.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    BasisView { write: seen.basis.write_id.to_string(), hash, at: seconds(seen.at) }
}

/// What a face saw before it confirmed.
pub(crate) fn basis(view: &BasisView) -> Result<Seen, IpcError> {
    let mut hash = [0; 32];
    let wrong = || invalid("hash", &view.hash);
    if view.hash.len() != 64 {
        return Err(wrong());
    }
    for (index, byte) in hash.iter_mut().enumerate() {
        let digits = view.hash.get(2 * index..2 * index + 2).ok_or_else(wrong)?;
        *byte = u8::from_str_radix(digits, 16).map_err(|_| wrong())?;
    }
    let basis = Basis { write_id: parse("write", &view.write)?, hash };
    Ok(Seen { basis, at: instant(view.at)? })
}

/// A service and its region, or an application, which says enough. Views tell a resource's place as its region.
pub(crate) fn resource_name(key: &ResourceKey) -> String {
    if key.application.is_empty() {
        format!("{} · {}", key.service, key.region)
    } else {
        key.application.clone()
    }
}

/// The name of a resource of the account.
pub(crate) fn resource_of(account: &Account, id: ResourceId) -> String {
    account.resource(id).map_or_else(String::new, |resource| resource_name(&resource.key))
}

/// The offer a package came from.
pub(crate) fn sku_of(account: &Account, id: PackageId) -> String {
    account.package(id).map_or_else(String::new, |package| package.sku.clone())
}

/// What a package is called where others stand beside it: its offer, and the application it is for, because those of
/// several applications come from one offer.
pub(crate) fn package_name(account: &Account, package: &Package) -> String {
    match application_of(account, package) {
        Some(application) => format!("{} ({application})", package.sku),
        None => package.sku.clone(),
    }
}

/// The same of a package by its number.
pub(crate) fn name_of_package(account: &Account, id: PackageId) -> String {
    account.package(id).map_or_else(String::new, |package| package_name(account, package))
}

/// What a package is called inside a chart: the application it is for, or else its offer.
pub(crate) fn package_label(account: &Account, package: &Package) -> String {
    application_of(account, package).map_or_else(|| package.sku.clone(), str::to_owned)
}

fn application_of<'a>(account: &'a Account, package: &Package) -> Option<&'a str> {
    let key = &account.resource(package.resource)?.key;
    Some(key.application.as_str()).filter(|application| !application.is_empty())
}

/// A decimal without zeros at its end, but with two decimals at least.
pub(crate) fn unit_price(price: Decimal) -> String {
    let price = price.normalize();
    if price.scale() < 2 { format!("{price:.2}") } else { price.to_string() }
}

/// Money per call of a quota, cut at 10 decimals.
pub(crate) fn price_per_call(price: Money, quota: u64) -> String {
    let exact = Decimal::new(price.cents(), 2).checked_div(quota.into()).unwrap_or_default();
    unit_price(exact.trunc_with_scale(10))
}

/// What was paid for a part of a quota, cut to cents; nothing of no quota.
pub(crate) fn price_of_part(price: Money, part: u64, quota: u64) -> Money {
    let cents = i128::from(price.cents()) * i128::from(part);
    let share = cents.checked_div(i128::from(quota)).unwrap_or(0);
    Money::from_cents(i64::try_from(share).unwrap_or(i64::MAX))
}

/// A share in whole percent, cut; 0 of nothing.
pub(crate) fn percent(part: u64, whole: u64) -> u32 {
    let share = (u128::from(part) * 100).checked_div(whole.into()).unwrap_or(0);
    u32::try_from(share.min(100)).unwrap_or(100)
}

/// Money as an amount with 8 decimals.
pub(crate) fn exact(money: Money) -> ChargeAmount {
    ChargeAmount::from_money(money)
}

/// The account's money, with the derivation of what can be spent.
pub(crate) fn position(account: &Account) -> Result<PositionView, IpcError> {
    let position = account.position()?;
    Ok(PositionView {
        balance: position.balance.to_string(),
        credit_limit: account.credit_limit.to_string(),
        credit_drawn: account.credit_drawn.to_string(),
        arrears: position.arrears.to_string(),
        available_credit: position.available_credit.to_string(),
        accrued: position.accrued.to_string(),
        spendable_now: position.spendable_now.to_string(),
        why: why(&explain::spendable_now(account)?, &account.terms.policy),
    })
}

/// A derivation; its rule comes with its source.
pub(crate) fn why(derivation: &Derivation, policy: &Policy) -> Why {
    let input = |input: &billing::derive::Input| WhyInput {
        name: input.name.to_owned(),
        value: figure(&input.value, policy),
        because: input.because.as_deref().map(|because| why(because, policy)),
    };
    Why {
        formula: derivation.formula.to_owned(),
        rule: derivation.rule.to_owned(),
        source: source(policy, derivation.rule),
        result: figure(&derivation.result, policy),
        inputs: derivation.inputs.iter().map(input).collect(),
    }
}

/// Where a rule was published: title and date.
pub(crate) fn source(policy: &Policy, rule: &str) -> Option<String> {
    let source = policy.sources.get(rule)?;
    Some(match &source.date {
        Some(date) => format!("{}, {date}", source.title),
        None => source.title.clone(),
    })
}

fn figure(value: &Value, policy: &Policy) -> FigureText {
    let (kind, text) = match value {
        Value::Money(money) => (FigureKind::Money, money.to_string()),
        Value::Charge(charge) => (FigureKind::Charge, charge.to_string()),
        Value::UnitPrice(price) => (FigureKind::UnitPrice, unit_price(price.value())),
        Value::Calls(calls) => (FigureKind::Calls, calls.to_string()),
        Value::Number(number) => (FigureKind::Number, number.normalize().to_string()),
        Value::Instant(at) => (FigureKind::Instant, policy.zone.format(*at)),
        // Derivations name a resource `service@region`; everywhere else people read it as below.
        Value::Name(name) => (FigureKind::Name, name.replace('@', " · ")),
    };
    FigureText { kind, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_to_the_minute_and_nothing_else_is() {
        assert_eq!(zone_seconds("+08:00").ok(), Some(28_800));
        assert_eq!(zone_seconds("-03:30").ok(), Some(-12_600));
        for wrong in ["", "08:00", "+8:00", "+08", "+08:60", "+15:00", "+ab:cd", "+-8:00"] {
            assert_eq!(
                zone_seconds(wrong).map_err(|error| error.code),
                Err("invalid_value".to_owned()),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_position_of_the_books_survives_the_way_to_the_window_and_back() {
        let position =
            Basis { write_id: 42, hash: std::array::from_fn(|index| u8::try_from(index * 7).unwrap()) };
        let known = Seen { basis: position, at: Instant::from_timestamp(1_700_000_000, 0).unwrap() };
        assert_eq!(basis(&basis_view(&known)).ok(), Some(known));
        for hash in ["", "zz", &"é".repeat(32), &"g".repeat(64)] {
            assert!(
                basis(&BasisView { write: "42".to_owned(), hash: hash.to_owned(), at: Seconds(0) }).is_err(),
                "{hash}"
            );
        }
    }

    #[test]
    fn percents_are_whole_and_never_above_a_hundred() {
        assert_eq!([percent(1, 3), percent(2, 3), percent(5, 0), percent(u64::MAX, 1)], [33, 66, 0, 100]);
    }

    #[test]
    fn a_price_per_call_has_two_decimals_at_least_and_ten_at_most() {
        assert_eq!(price_per_call(Money::from_cents(1500), 1000), "0.015");
        assert_eq!(price_per_call(Money::from_cents(100), 3), "0.3333333333");
        assert_eq!(price_per_call(Money::from_cents(1000), 100), "0.10");
        assert_eq!(price_per_call(Money::from_cents(1000), 0), "0.00");
    }
}
