//! A value and why it is so.

use rust_decimal::Decimal;

use crate::{ChargeAmount, Instant, Money, UnitPrice};

/// A value together with its derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived<T> {
    /// The value.
    pub value: T,
    /// How it came about.
    pub because: Derivation,
}

/// Formula, inputs, rule and the derivations it rests on.
///
/// `formula` and the names of inputs are keys; their sentences are in the message catalogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// Key of the formula, `charge-amount`.
    pub formula: &'static str,
    /// The rule that demands it, `H-04`; its source is in the policy.
    pub rule: &'static str,
    /// The result.
    pub result: Value,
    /// What went in, in the order of the formula.
    pub inputs: Vec<Input>,
}

/// One named input of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Key of the name, `unit-price`.
    pub name: &'static str,
    /// Its value.
    pub value: Value,
    /// Why it has this value, when it was computed too.
    pub because: Option<Box<Derivation>>,
}

/// A figure of a derivation, in its own unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Money that moves, in the account's currency.
    Money(Money),
    /// A charge before rounding.
    Charge(ChargeAmount),
    /// Money per call.
    UnitPrice(UnitPrice),
    /// Calls.
    Calls(u64),
    /// A plain number.
    Number(Decimal),
    /// An instant.
    Instant(Instant),
    /// A name: a package, a service, a region.
    Name(String),
}

impl Derivation {
    /// A derivation without inputs yet.
    #[must_use]
    pub const fn new(formula: &'static str, rule: &'static str, result: Value) -> Self {
        Self { formula, rule, result, inputs: Vec::new() }
    }

    /// Adds a plain input.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.inputs.push(Input { name, value, because: None });
        self
    }

    /// Adds an input that has a derivation of its own.
    #[must_use]
    pub fn resting_on(mut self, name: &'static str, because: Self) -> Self {
        self.inputs.push(Input { name, value: because.result.clone(), because: Some(Box::new(because)) });
        self
    }
}
