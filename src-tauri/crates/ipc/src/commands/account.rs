//! The account itself: shown with its rules; its level and its credit limit, previewed and changed.

use app::{
    action::{self, Plan},
    due,
};
use billing::{Account, Command, Instant, policy::Stages};
use chrono::TimeDelta;
use rust_decimal::Decimal;

use super::{EVERY_SCREEN, account_rules};
use crate::{
    App, IpcError, convert,
    dto::{
        account::{
            AccountView, CreditLimitPlan, LevelChangeView, LevelEffect, LevelPlan, LevelRow,
            PreviewCreditLimit, PreviewLevel, SetCreditLimit, SetLevel,
        },
        common::OfAccount,
    },
};

/// The Account screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn account(app: &App, query: OfAccount) -> Result<AccountView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let (account, header) = (&loaded.account, &loaded.header);
    let policy = &account.terms.policy;
    let changes = account.level_changes.iter().rev();
    let delay = account.terms.settlement_delay.num_minutes();
    Ok(AccountView {
        name: header.name.clone(),
        id: header.id.0.to_string(),
        provider: policy.title.clone(),
        policy: policy.id.clone(),
        currency: header.currency.clone(),
        zone_offset_seconds: policy.zone.offset_seconds(),
        level: account.level().to_owned(),
        level_matters: policy.arrears.stages.keys().any(|level| level != "*"),
        levels: levels(account),
        level_changes: changes
            .map(|change| LevelChangeView { at: convert::seconds(change.at), level: change.level.clone() })
            .collect(),
        credit_limit: account.credit_limit.to_string(),
        credit_drawn: account.credit_drawn.to_string(),
        settlement_delay_minutes: u32::try_from(delay).unwrap_or(0),
        opened_at: convert::seconds(header.opened_at),
        catalogue: header.catalogue.name.clone(),
        rules: account_rules::rules(account),
    })
}

/// What another level does.
///
/// # Errors
/// [`IpcError`] `unknown_level`, or that the books cannot be read.
pub async fn preview_level(app: &App, request: PreviewLevel) -> Result<LevelPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let plan = action::preview(app.books(), id, &Command::SetLevel { level: request.level }).await?;
    level_plan(app, &request.account_id, &plan).await
}

/// Changes the level from now on.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be written.
pub async fn set_level(app: &App, request: SetLevel) -> Result<LevelPlan, IpcError> {
    let (id, seen) = (convert::account_id(&request.account_id)?, convert::basis(&request.basis)?);
    let command = Command::SetLevel { level: request.level };
    let plan = action::commit(app.books(), id, "level", &command, Some(&seen), &request.request_id).await?;
    app.tell(EVERY_SCREEN);
    level_plan(app, &request.account_id, &plan).await
}

/// What another credit limit does.
///
/// # Errors
/// [`IpcError`] `not_an_amount`, `invalid_amount`, or that the books cannot be read.
pub async fn preview_credit_limit(
    app: &App,
    request: PreviewCreditLimit,
) -> Result<CreditLimitPlan, IpcError> {
    let (id, amount) = (convert::account_id(&request.account_id)?, convert::money(&request.amount)?);
    limit_plan(&action::preview(app.books(), id, &Command::SetCreditLimit { amount }).await?)
}

/// Changes the credit limit.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be written.
pub async fn set_credit_limit(app: &App, request: SetCreditLimit) -> Result<CreditLimitPlan, IpcError> {
    let (id, seen) = (convert::account_id(&request.account_id)?, convert::basis(&request.basis)?);
    let command = Command::SetCreditLimit { amount: convert::money(&request.amount)? };
    let plan =
        action::commit(app.books(), id, "credit-limit", &command, Some(&seen), &request.request_id).await?;
    app.tell(EVERY_SCREEN);
    limit_plan(&plan)
}

fn limit_plan(plan: &Plan) -> Result<CreditLimitPlan, IpcError> {
    Ok(CreditLimitPlan {
        basis: convert::basis_view(&plan.seen),
        amount: plan.after.credit_limit.to_string(),
        before: convert::position(&plan.before)?,
        after: convert::position(&plan.after)?,
    })
}

async fn level_plan(app: &App, account_id: &str, plan: &Plan) -> Result<LevelPlan, IpcError> {
    let loaded = app.load(account_id).await?;
    let next = due::next_settlement(&loaded, plan.seen.at);
    let kept = plan.after.deadlines().map(|deadlines| convert::seconds(deadlines.grace_ends_at));
    Ok(LevelPlan {
        basis: convert::basis_view(&plan.seen),
        before: effect(&plan.before, next),
        after: effect(&plan.after, next),
        supposed_at: convert::seconds(next),
        kept_freeze_at: kept,
    })
}

fn effect(account: &Account, supposed: Instant) -> LevelEffect {
    let stages = account.terms.policy.arrears_stages(account.level());
    let boundaries = account.boundaries_if(supposed);
    LevelEffect {
        level: account.level().to_owned(),
        grace_days: days(stages.grace),
        retention_days: days(stages.retention),
        freezes_at: convert::seconds(boundaries.grace_ends.value),
        released_at: convert::seconds(boundaries.released.value),
    }
}

fn levels(account: &Account) -> Vec<LevelRow> {
    let stages = &account.terms.policy.arrears.stages;
    let own = if stages.contains_key(account.level()) { account.level() } else { "*" };
    let row = |(level, stages): (&String, &Stages)| LevelRow {
        level: level.clone(),
        grace_days: days(stages.grace),
        retention_days: days(stages.retention),
        own: level == own,
    };
    stages.iter().map(row).collect()
}

fn days(length: TimeDelta) -> String {
    let days = Decimal::from(length.num_seconds()).checked_div(Decimal::from(86_400));
    days.unwrap_or_default().normalize().to_string()
}
