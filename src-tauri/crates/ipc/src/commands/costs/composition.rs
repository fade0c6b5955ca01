//! What a month's money is made of.

use app::{
    books::Loaded,
    costs::{self, Composition, Mode, ModeCost},
};
use billing::{ChargeAmount, Derivation, Money, Value};

use super::{Months, bill_row, paid, share};
use crate::{
    App, IpcError,
    charts::{Width, costs::days},
    commands::month,
    convert,
    dto::costs::{ComposedMonth, CompositionQuery, CompositionView, DearestDay, ModePart, ModeRow},
};

/// A month by billing mode, service and region.
///
/// # Errors
/// [`IpcError`] `no_bill`, or that the books cannot be read.
pub async fn composition(app: &App, query: CompositionQuery) -> Result<CompositionView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = crate::commands::now(app, &loaded);
    let months = Months::of(app, &loaded, query.month.as_deref()).await?;
    let month = match &months.chosen {
        None => None,
        Some(chosen) => {
            let composed = costs::composition(app.books(), &loaded, chosen.month).await?;
            let account = &loaded.account;
            let zone = account.terms.policy.zone;
            let chart = days(Width::of_page(query.chart_width), chosen.month, &composed.days)?;
            let dearest = dearest(&composed)?;
            Some(ComposedMonth {
                bill: bill_row(app, &loaded, chosen, now).await?,
                why: month::sums(account, &composed.totals)?.why,
                modes: rows(&loaded, &composed)?,
                chart,
                dearest: dearest.map(|(day, total)| DearestDay {
                    day: convert::seconds(zone.midnight(day)),
                    total: total.to_string(),
                }),
            })
        }
    };
    Ok(CompositionView { as_of: convert::seconds(now), months: months.names, month })
}

/// The first of the days that cost most.
fn dearest(composed: &Composition) -> Result<Option<(chrono::NaiveDate, Money)>, IpcError> {
    let mut dearest: Option<(chrono::NaiveDate, Money)> = None;
    for (day, modes) in &composed.days {
        let total = Money::sum(modes.values().copied())?;
        if total.is_positive() && dearest.is_none_or(|(_, most)| total > most) {
            dearest = Some((*day, total));
        }
    }
    Ok(dearest)
}

fn rows(loaded: &Loaded, composed: &Composition) -> Result<Vec<ModeRow>, IpcError> {
    let paid = paid(composed.modes.iter().map(|mode| mode.amount))?;
    let row = |mode: &ModeCost| ModeRow {
        mode: mode.mode.code().to_owned(),
        lines: mode.lines.to_string(),
        amount: mode.amount.to_string(),
        share: share(mode.amount, paid),
        why: convert::why(&because(loaded, mode), &loaded.account.terms.policy),
        parts: parts(loaded, mode, paid),
    };
    Ok(composed.modes.iter().map(row).collect())
}

fn parts(loaded: &Loaded, mode: &ModeCost, paid: ChargeAmount) -> Vec<ModePart> {
    let account = &loaded.account;
    let part = |part: &costs::Part| {
        let key = account.resource(part.resource).map(|resource| &resource.key);
        let name = Value::Name(convert::resource_of(account, part.resource));
        let because = Derivation::new(formula(mode.mode), "H-97", Value::Charge(part.amount))
            .with("resource", name)
            .with("charge-count", Value::Number(part.lines.into()));
        ModePart {
            service: key.map_or_else(String::new, |key| key.service.clone()),
            region: key.map_or_else(String::new, |key| key.place().to_owned()),
            lines: part.lines.to_string(),
            amount: part.amount.to_string(),
            share: share(part.amount, paid),
            why: convert::why(&because, &account.terms.policy),
        }
    };
    mode.parts.iter().map(part).collect()
}

/// Why a billing mode comes to what it does: what each resource has in it (H-97).
fn because(loaded: &Loaded, mode: &ModeCost) -> Derivation {
    let because = Derivation::new(formula(mode.mode), "H-97", Value::Charge(mode.amount));
    mode.parts.iter().fold(because, |because, part| {
        let name = Value::Name(convert::resource_of(&loaded.account, part.resource));
        because.with("resource", name).with("of-it", Value::Charge(part.amount))
    })
}

const fn formula(mode: Mode) -> &'static str {
    match mode {
        Mode::Rounding => "line-rounding",
        _ => "lines-together",
    }
}
