//! Why a forecast is so: the weeks that were lived again, and what each came to.

use billing::{Derivation, Value};

use super::Future;

/// What one future came to.
pub(super) fn future(
    formula: &'static str,
    rule: &'static str,
    future: &Future,
    result: Value,
) -> Derivation {
    week(Derivation::new(formula, rule, result), future)
}

/// Adds the stretch of the past that a future's usage is like.
pub(super) fn week(because: Derivation, future: &Future) -> Derivation {
    because
        .with("week-from", Value::Instant(future.like.start))
        .with("week-until", Value::Instant(future.like.end))
        .with("week-used", Value::Calls(future.used))
}

/// Adds every future.
pub(super) fn each(because: Derivation, futures: impl Iterator<Item = Derivation>) -> Derivation {
    futures.fold(because, |because, future| because.resting_on("future", future))
}
