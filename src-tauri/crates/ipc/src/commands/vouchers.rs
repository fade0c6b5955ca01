//! Vouchers: what they are worth, and adding one.

use app::{action, action::Plan};
use billing::{
    Account, Command, Instant, Money, Refusal, explain,
    settlement::pay::Payment,
    voucher::{PayMode, Voucher, VoucherId, VoucherKind, VoucherTerms},
    zone::Zone,
};
use chrono::{NaiveDate, TimeDelta};

use crate::{
    App, IpcError, convert,
    dto::vouchers::{
        AddVoucher, PreviewVoucher, VoucherInput, VoucherPart, VoucherPlan, VoucherRow, VouchersView,
    },
};

/// What a voucher would add.
///
/// # Errors
/// [`IpcError`] `not_an_amount`, `invalid_value`, `invalid_amount`, `invalid_voucher`, `voucher_known`, or that the books
/// cannot be read.
pub async fn preview(app: &App, request: PreviewVoucher) -> Result<VoucherPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let loaded = app.load(&request.account_id).await?;
    let now = super::now(app, &loaded);
    let terms = terms(&request.voucher, loaded.account.terms.policy.zone, now)?;
    let plan = action::preview(app.books(), id, &Command::AddVoucher(terms.clone())).await?;
    view(&plan, &terms.code)
}

/// Adds a voucher.
///
/// # Errors
/// [`IpcError`] `stale` when the books moved since the preview; as for the preview; or that the books cannot be written.
pub async fn add(app: &App, request: AddVoucher) -> Result<VoucherPlan, IpcError> {
    let id = convert::account_id(&request.account_id)?;
    let seen = convert::basis(&request.basis)?;
    let loaded = app.load(&request.account_id).await?;
    let terms = terms(&request.voucher, loaded.account.terms.policy.zone, seen.at)?;
    let command = Command::AddVoucher(terms.clone());
    let plan = action::commit(app.books(), id, "voucher", &command, Some(&seen), &request.request_id).await?;
    app.tell(&["today", "balance"]);
    view(&plan, &terms.code)
}

/// All vouchers of an account, as they stand at an instant: the account may have nothing else that fell due since its own.
pub(super) fn all(account: &Account, now: Instant) -> Result<VouchersView, IpcError> {
    let account = &Account { now: now.max(account.now), ..account.clone() };
    let numbered = (0..).map(VoucherId).zip(&account.vouchers);
    Ok(VouchersView {
        rows: numbered.map(|(id, voucher)| row(account, id, voucher)).collect::<Result<_, _>>()?,
        usable: account.usable_vouchers()?.to_string(),
        usable_why: convert::why(&explain::usable_vouchers(account)?, &account.terms.policy),
    })
}

/// What each voucher pays of a payment.
pub(super) fn parts(account: &Account, payment: &Payment) -> Vec<VoucherPart> {
    let code =
        |id| account.voucher(id).map_or_else(String::new, |voucher: &Voucher| voucher.terms.code.clone());
    let part = |used: &billing::voucher::VoucherUse| VoucherPart {
        code: code(used.voucher),
        amount: used.amount.to_string(),
    };
    payment.vouchers.iter().map(part).collect()
}

/// What vouchers paid of a price: what balance and credit did not.
pub(super) fn paid_of(price: Money, payment: &Payment) -> Result<Money, IpcError> {
    Ok(price
        .checked_sub(payment.from_balance)?
        .checked_sub(payment.from_credit)?
        .checked_sub(payment.owed)?)
}

fn row(account: &Account, id: VoucherId, voucher: &Voucher) -> Result<VoucherRow, IpcError> {
    let terms = &voucher.terms;
    let pays_all = PayMode::ALL.iter().all(|mode| terms.pays.contains(mode));
    let pays = terms.pays.iter().filter(|_| !pays_all).map(|mode| mode.code().to_owned());
    Ok(VoucherRow {
        id: id.0.to_string(),
        code: terms.code.clone(),
        kind: terms.kind.code().to_owned(),
        state: voucher.state_at(account.now).code().to_owned(),
        amount: terms.amount.to_string(),
        left: voucher.spendable().to_string(),
        left_why: convert::why(&explain::voucher_left(account, voucher)?, &account.terms.policy),
        valid_from: convert::seconds(terms.valid_from),
        valid_to: convert::seconds(terms.valid_to),
        pays: pays.collect(),
        services: terms.services.clone(),
        minimum: terms.minimum.is_positive().then(|| terms.minimum.to_string()),
        most: terms.most_per_payment.map(|most| most.to_string()),
        single_use: terms.single_use,
    })
}

fn view(plan: &Plan, code: &str) -> Result<VoucherPlan, IpcError> {
    let (before, after) = (&plan.before, &plan.after);
    let numbered = (0..).map(VoucherId).zip(&after.vouchers);
    let added = numbered.into_iter().find(|(_, voucher)| voucher.terms.code == code);
    let (id, voucher) = added.ok_or(Refusal::InvalidVoucher)?;
    let why = |account: &Account| -> Result<_, IpcError> {
        Ok(convert::why(&explain::usable_vouchers(account)?, &account.terms.policy))
    };
    Ok(VoucherPlan {
        basis: convert::basis_view(&plan.seen),
        voucher: row(after, id, voucher)?,
        usable_before: before.usable_vouchers()?.to_string(),
        usable_before_why: why(before)?,
        usable_after: after.usable_vouchers()?.to_string(),
        usable_after_why: why(after)?,
        arrears: after.arrears()?.to_string(),
    })
}

/// A voucher as it was typed; its days are the provider's.
fn terms(input: &VoucherInput, zone: Zone, now: Instant) -> Result<VoucherTerms, IpcError> {
    let day = |text: &str| {
        text.trim()
            .parse::<NaiveDate>()
            .map_err(|_| convert::invalid("day", text))
            .map(|day| zone.midnight(day))
    };
    let mode = |text: &String| PayMode::parse(text).ok_or_else(|| convert::invalid("pays", text));
    let limit = |text: &Option<String>| text.as_deref().map(convert::money).transpose();
    let services = input.services.iter().map(|service| service.trim().to_owned());
    Ok(VoucherTerms {
        code: input.code.trim().to_owned(),
        kind: if input.gift { VoucherKind::Gift } else { VoucherKind::Voucher },
        amount: convert::money(&input.amount)?,
        valid_from: input.valid_from.as_deref().map(day).transpose()?.unwrap_or(now),
        valid_to: day(&input.valid_to)? + TimeDelta::days(1) - TimeDelta::seconds(1),
        services: services.filter(|service| !service.is_empty()).collect(),
        pays: input.pays.iter().map(mode).collect::<Result<_, _>>()?,
        minimum: limit(&input.minimum)?.unwrap_or(Money::ZERO),
        single_use: input.single_use,
        most_per_payment: limit(&input.most)?,
    })
}
