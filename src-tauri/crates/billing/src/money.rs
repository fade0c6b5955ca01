//! The three precisions of money: unit prices (10 decimals), charges (8, truncated) and money that moves (cents).

use std::fmt;

use rust_decimal::Decimal;

/// An amount left the range that can be represented exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the amount is larger than can be kept exactly")]
pub struct Overflow;

/// Text that is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not an amount with at most {decimals} decimals")]
pub struct NotAnAmount {
    /// What was given.
    pub found: String,
    /// How many decimals the kind of amount may have.
    pub decimals: u32,
}

/// Money that moves: a whole number of cents, in the account's currency.
///
/// Amounts are parsed or made by [`Money::from_charge`] and combined by checked methods, so a figure with a third
/// decimal, or one that overflowed, cannot exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    cents: i64,
}

impl Money {
    /// No money.
    pub const ZERO: Self = Self { cents: 0 };

    /// A whole number of cents, as the books store it.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self { cents }
    }

    /// The amount as a whole number of cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.cents
    }

    /// Reads a plain decimal such as `12.5` or `-3.00`.
    ///
    /// # Errors
    /// [`NotAnAmount`] when it is not a number or has more than 2 decimals.
    pub fn parse(text: &str) -> Result<Self, NotAnAmount> {
        let wrong = || NotAnAmount { found: text.to_owned(), decimals: 2 };
        let cents = parse_exact(text, 2).ok_or_else(wrong)?;
        let cents = cents.checked_mul(Decimal::ONE_HUNDRED).ok_or_else(wrong)?;
        i64::try_from(cents).map(Self::from_cents).map_err(|_| wrong())
    }

    /// Rounds a charge to cents, half away from zero (H-05, H-06).
    ///
    /// # Errors
    /// [`Overflow`] when the charge leaves the range of cents.
    pub fn from_charge(charge: ChargeAmount) -> Result<Self, Overflow> {
        let cents = divided(charge.units + charge.units.signum() * (UNITS_PER_CENT / 2), UNITS_PER_CENT);
        Ok(Self { cents: cents.try_into().map_err(|_| Overflow)? })
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range of cents.
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        self.cents.checked_add(other.cents).map(Self::from_cents).ok_or(Overflow)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range of cents.
    pub fn checked_sub(self, other: Self) -> Result<Self, Overflow> {
        self.cents.checked_sub(other.cents).map(Self::from_cents).ok_or(Overflow)
    }

    /// The amount, `times` over: the price of several terms.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range of cents.
    pub fn checked_mul(self, times: u32) -> Result<Self, Overflow> {
        self.cents.checked_mul(i64::from(times)).map(Self::from_cents).ok_or(Overflow)
    }

    /// The amount with its sign turned; money that leaves.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { cents: self.cents.saturating_neg() }
    }

    /// Whether there is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.cents == 0
    }

    /// Whether it is above zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.cents > 0
    }

    /// The sum of many.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range of cents.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// Always two decimals: `12.50`, `-0.05`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.cents < 0 { "-" } else { "" };
        let cents = self.cents.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

const UNITS_PER_CENT: i128 = 1_000_000;
const CHARGE_DECIMALS: u32 = 8;

/// What usage costs before it is settled: 8 decimals, truncated (H-04). Kept as a whole number of 10⁻⁸, because every
/// settlement computes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChargeAmount {
    units: i128,
}

impl ChargeAmount {
    /// No charge.
    pub const ZERO: Self = Self { units: 0 };

    /// Cuts an exact sum of products, a whole number of 10⁻¹⁰ as unit prices have them, at 8 decimals (H-04).
    #[must_use]
    pub(crate) fn truncated(exact: i128) -> Self {
        Self { units: divided(exact, 100) }
    }

    /// Reads a plain decimal such as `1.52407296` or `-0.05`.
    ///
    /// # Errors
    /// [`NotAnAmount`] when it is not a number, has more than 8 decimals, or is larger than the books can store.
    pub fn parse(text: &str) -> Result<Self, NotAnAmount> {
        let wrong = || NotAnAmount { found: text.to_owned(), decimals: CHARGE_DECIMALS };
        let mut units = parse_exact(text, CHARGE_DECIMALS).ok_or_else(wrong)?;
        units.rescale(CHARGE_DECIMALS);
        // A number that is too long for so many decimals keeps fewer.
        let whole = (units.scale() == CHARGE_DECIMALS).then(|| i64::try_from(units.mantissa()).ok());
        whole.flatten().map(Self::from_units).ok_or_else(wrong)
    }

    /// The same amount with 8 decimals.
    #[must_use]
    pub fn from_money(money: Money) -> Self {
        Self { units: i128::from(money.cents) * UNITS_PER_CENT }
    }

    /// A whole number of 10⁻⁸, as the books store it.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn units(self) -> Result<i64, Overflow> {
        self.units.try_into().map_err(|_| Overflow)
    }

    /// From a whole number of 10⁻⁸.
    #[must_use]
    pub fn from_units(units: i64) -> Self {
        Self { units: units.into() }
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range that can be kept.
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        self.units.checked_add(other.units).map(|units| Self { units }).ok_or(Overflow)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range that can be kept.
    pub fn checked_sub(self, other: Self) -> Result<Self, Overflow> {
        self.units.checked_sub(other.units).map(|units| Self { units }).ok_or(Overflow)
    }
}

/// Division that cuts; short numbers, nearly all, take a tenth of the time.
fn divided(number: i128, by: i128) -> i128 {
    match (i64::try_from(number), i64::try_from(by)) {
        (Ok(number), Ok(by)) => (number / by).into(),
        _ => number / by,
    }
}

/// Always eight decimals: `1.52407296`.
impl fmt::Display for ChargeAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let units = self.units.unsigned_abs();
        write!(f, "{sign}{}.{:08}", units / 100_000_000, units % 100_000_000)
    }
}

const UNIT_PRICE_DECIMALS: u32 = 10;

/// Money per call, up to 10 decimals, never rounded (H-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitPrice(Decimal);

impl UnitPrice {
    /// Reads a plain decimal such as `0.0001234567`.
    ///
    /// # Errors
    /// [`NotAnAmount`] when it is not a number, is negative, or has more than 10 decimals.
    pub fn parse(text: &str) -> Result<Self, NotAnAmount> {
        parse_exact(text, UNIT_PRICE_DECIMALS)
            .filter(|price| !price.is_sign_negative() || price.is_zero())
            .map(|price| Self(price.normalize()))
            .ok_or_else(|| NotAnAmount { found: text.to_owned(), decimals: UNIT_PRICE_DECIMALS })
    }

    /// The price.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.0
    }

    /// The exact price of calls, a whole number of 10⁻¹⁰.
    ///
    /// # Errors
    /// [`Overflow`] when it leaves the range that can be kept.
    pub(crate) fn times(self, calls: u64) -> Result<i128, Overflow> {
        let missing = UNIT_PRICE_DECIMALS.checked_sub(self.0.scale()).ok_or(Overflow)?;
        let price = self.0.mantissa().checked_mul(10_i128.pow(missing)).ok_or(Overflow)?;
        price.checked_mul(calls.into()).ok_or(Overflow)
    }
}

impl fmt::Display for UnitPrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A plain decimal with at most `decimals` places; no exponent, no separators.
fn parse_exact(text: &str, decimals: u32) -> Option<Decimal> {
    let plain = !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
    let number = plain.then(|| Decimal::from_str_exact(text).ok()).flatten()?;
    (number.normalize().scale() <= decimals).then_some(number)
}

#[cfg(test)]
mod tests {
    use rust_decimal_macros::dec;

    use super::*;

    #[test]
    fn a_charge_is_cut_at_eight_decimals_and_moved_at_two_half_up() {
        let price = UnitPrice::parse("0.0001234567").unwrap();
        let charge = ChargeAmount::truncated(price.times(12_345).unwrap());
        assert_eq!(charge.to_string(), "1.52407296", "12,345 × 0.0001234567 is 1.5240729615: H-04 truncates");
        assert_eq!(Money::from_charge(charge), Ok(Money::from_cents(152)));
        let moved = |units| Money::from_charge(ChargeAmount::from_units(units)).map(Money::cents);
        assert_eq!(moved(500_000), Ok(1), "0.005 is a cent (H-05)");
        assert_eq!(moved(499_999), Ok(0));
        assert_eq!(moved(-500_000), Ok(-1), "away from zero");
        assert_eq!(moved(-499_999), Ok(0));
        assert_eq!(moved(45_998_222), Ok(46), "0.45998222 (H-04)");
        assert_eq!(moved(83_822_466), Ok(84), "0.83822466 (H-04)");
    }

    #[test]
    fn amounts_beyond_short_numbers_are_as_exact() {
        let exact = 100_000_000_000_000_000_000_000_000_199_i128;
        let charge = ChargeAmount::truncated(exact);
        assert_eq!(charge.to_string(), "10000000000000000000.00000001", "beyond 64 bits");
        assert_eq!(charge.units(), Err(Overflow));
        assert_eq!(ChargeAmount::truncated(-199).to_string(), "-0.00000001", "cut towards zero");
        let money = Money::from_cents(i64::MAX);
        assert_eq!(Money::from_charge(ChargeAmount::from_money(money)), Ok(money));
    }

    #[test]
    fn money_with_a_third_decimal_or_a_word_is_not_money() {
        assert_eq!(Money::parse("12.5").map(Money::cents), Ok(1250));
        assert_eq!(Money::parse("-0.05").map(|money| money.to_string()), Ok("-0.05".to_owned()));
        for wrong in ["1.005", "", "1e3", "1,000.00", "1_000", "+5.00", "abc", "99999999999999999999"] {
            assert!(Money::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Money::parse("2.500").map(Money::cents), Ok(250), "zeros at the end say nothing");
    }

    #[test]
    fn a_unit_price_keeps_ten_decimals_and_is_never_negative() {
        assert_eq!(UnitPrice::parse("0.0001234567").map(|price| price.value()), Ok(dec!(0.0001234567)));
        assert!(UnitPrice::parse("0.00012345678").is_err());
        assert!(UnitPrice::parse("-0.01").is_err());
    }

    #[test]
    fn a_charge_survives_its_stored_form() {
        let charge = ChargeAmount::from_units(45_998_222);
        assert_eq!(charge.to_string(), "0.45998222");
        assert_eq!(charge.units().map(ChargeAmount::from_units), Ok(charge));
    }

    #[test]
    fn a_charge_is_read_to_its_eighth_decimal_and_never_cut() {
        assert_eq!(
            ChargeAmount::parse("1.52407296").map(|charge| charge.to_string()),
            Ok("1.52407296".to_owned())
        );
        assert_eq!(ChargeAmount::parse("-0.05"), Ok(ChargeAmount::from_units(-5_000_000)));
        assert_eq!(ChargeAmount::parse("2.5000000000"), Ok(ChargeAmount::from_units(250_000_000)));
        for wrong in ["0.000000001", "", "1e3", "1,000.00", "99999999999999", "9999999999999999999999999999"]
        {
            assert!(ChargeAmount::parse(wrong).is_err(), "{wrong}");
        }
    }
}
