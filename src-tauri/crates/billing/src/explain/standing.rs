//! Why an account stands as it does: its money, its stage, its deadlines, what runs.

use crate::{
    Account, Derivation, Instant, Refusal, ResourceId, Value,
    lifecycle::Cause,
    policy::{ResourceKind, Stops},
};

/// The rule by the provider: what the same figure rests on in calls and in applications.
pub(crate) fn rule(account: &Account, of_calls: &'static str, of_applications: &'static str) -> &'static str {
    match account.terms.policy.resources {
        ResourceKind::Regions => of_calls,
        ResourceKind::Applications { .. } => of_applications,
    }
}

/// An instant that may be absent, as `expect` writes it.
fn instant(at: Option<Instant>) -> Value {
    at.map_or_else(|| Value::Name("none".to_owned()), Value::Instant)
}

/// The name of a resource.
fn name(account: &Account, id: ResourceId) -> Value {
    Value::Name(account.resource(id).map_or_else(String::new, |resource| resource.key.to_string()))
}

/// Why the open periods have cost what they have so far.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn accrued(account: &Account) -> Result<Derivation, Refusal> {
    let mut accrued = Derivation::new("accrued", "H-05", Value::Money(account.position()?.accrued));
    for (key, open) in account.open.iter() {
        accrued = accrued
            .with("resource", name(account, key.resource))
            .with("period", Value::Instant(key.period))
            .resting_on("open-charge", open.money()?.because);
    }
    Ok(accrued)
}

/// Why so much is owed: what of each charge is not paid.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn arrears(account: &Account) -> Result<Derivation, Refusal> {
    let because = Derivation::new("arrears", "H-61", Value::Money(account.arrears()?));
    Ok(account.debts.iter().fold(because, |because, debt| {
        because.with("period", Value::Instant(debt.period)).with("still-owed", Value::Money(debt.owed))
    }))
}

/// What a balance alert watches: balance + credit not yet drawn − arrears.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn available_credit(account: &Account) -> Result<Derivation, Refusal> {
    Ok(Derivation::new("available-credit", "H-61", Value::Money(account.available_credit()?))
        .with("balance", Value::Money(account.balance))
        .with("credit-limit", Value::Money(account.credit_limit))
        .with("credit-drawn", Value::Money(account.credit_drawn))
        .resting_on("arrears", arrears(account)?))
}

/// Why the account is in its stage: when arrears began, what ends it, and what time it is.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn stage(account: &Account) -> Result<Derivation, Refusal> {
    let code = account.stage().code(account.terms.policy.arrears.stops);
    let because = Derivation::new("stage", rule(account, "H-81", "T-25"), Value::Name(code.to_owned()))
        .with("now", Value::Instant(account.now))
        .resting_on("arrears", arrears(account)?);
    if account.arrears_since.is_none() {
        return Ok(because);
    }
    let because = because
        .resting_on("grace-ends", grace_ends_at(account))
        .resting_on("retention-ends", retention_ends_at(account));
    Ok(match account.released_at {
        Some(at) => because.with("released", Value::Instant(at)),
        None => because,
    })
}

/// Why present arrears began when they did: the first settlement that could not be paid. A partial payment does not move
/// it (H-89).
#[must_use]
pub fn arrears_since(account: &Account) -> Derivation {
    let since = account.arrears_since;
    let because = Derivation::new("arrears-since", rule(account, "H-89", "T-25"), instant(since));
    let oldest = account.debts.first().filter(|_| since.is_some());
    match oldest {
        Some(debt) => {
            because.with("period", Value::Instant(debt.period)).with("still-owed", Value::Money(debt.owed))
        }
        None => because,
    }
}

/// The level that decides how long the stages last: present arrears keep the one under which they began (H-86).
fn level(account: &Account) -> &str {
    account.arrears_since.map_or_else(|| account.level(), |since| account.level_before(since))
}

/// Why the grace period ends when it does: whole days of 24 hours after arrears began (H-87, T-26).
#[must_use]
pub fn grace_ends_at(account: &Account) -> Derivation {
    let level = level(account);
    let stages = account.terms.policy.arrears_stages(level);
    let result = instant(account.deadlines().map(|deadlines| deadlines.grace_ends_at));
    Derivation::new("grace-ends", rule(account, "H-85", "T-26"), result)
        .resting_on("arrears-since", arrears_since(account))
        .with("level", Value::Name(level.to_owned()))
        .with("whole-days", Value::Number(stages.grace.num_days().into()))
}

/// Why the retention period ends when it does.
#[must_use]
pub fn retention_ends_at(account: &Account) -> Derivation {
    let stages = account.terms.policy.arrears_stages(level(account));
    let result = instant(account.deadlines().map(|deadlines| deadlines.retention_ends_at));
    Derivation::new("retention-ends", rule(account, "H-85", "T-30"), result)
        .resting_on("grace-ends", grace_ends_at(account))
        .with("whole-days", Value::Number(stages.retention.num_days().into()))
}

/// Why a resource is in its state: every cause that stops it.
#[must_use]
pub fn resource_state(account: &Account, id: ResourceId) -> Derivation {
    let state = account.resource_state(id).code();
    let because =
        Derivation::new("resource-state", rule(account, "H-81", "T-31"), Value::Name(state.to_owned()))
            .with("resource", name(account, id));
    let resource = account.resource(id);
    let because = match resource.and_then(|resource| resource.enabled.last()) {
        Some(span) => {
            let because = because.with("enabled-since", Value::Instant(span.from));
            span.until
                .map_or_else(|| because.clone(), |until| because.clone().with("until", Value::Instant(until)))
        }
        None => because,
    };
    account
        .causes(id)
        .into_iter()
        .fold(because, |because, cause| because.resting_on("cause", why_stopped(account, cause)))
}

/// Why a resource has the causes it has.
#[must_use]
pub fn resource_causes(account: &Account, id: ResourceId) -> Derivation {
    let causes = account.causes(id);
    let codes: Vec<_> = causes.iter().map(|cause| cause.code()).collect();
    let codes = if codes.is_empty() { "none".to_owned() } else { codes.join(", ") };
    let because = Derivation::new("resource-causes", rule(account, "H-81", "T-31"), Value::Name(codes))
        .with("resource", name(account, id));
    causes
        .into_iter()
        .fold(because, |because, cause| because.resting_on("cause", why_stopped(account, cause)))
}

fn why_stopped(account: &Account, cause: Cause) -> Derivation {
    let everything = account.terms.policy.arrears.stops == Stops::Everything;
    let rule = match cause {
        Cause::Arrears if everything => "T-27",
        Cause::Arrears => "H-31",
        Cause::Banned => "T-32",
        Cause::Expired => "T-20",
        Cause::Manual => "H-14",
        Cause::Quota => "T-19",
    };
    let because = Derivation::new("stopped-by", rule, Value::Name(cause.code().to_owned()));
    if cause == Cause::Arrears { because.resting_on("grace-ends", grace_ends_at(account)) } else { because }
}
