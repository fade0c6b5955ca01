//! What an import costs: by service, region and project, or by application.

use std::collections::BTreeMap;

use billing::{Account, Money, OpenKey, ProjectId, Refusal, ResourceId, ResourceKey, event::What};

use super::prepare::Prepared;
use crate::error::AppError;

/// What an import says of one service, region and project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// Service.
    pub service: String,
    /// Region; empty for an application.
    pub region: String,
    /// Application; empty for a service in a region.
    pub application: String,
    /// Project; empty for the default one.
    pub project: String,
    /// Its figures.
    pub figures: CostFigures,
}

/// Calls or minutes, and their cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CostFigures {
    /// Successful calls that something pays for.
    pub billable: u64,
    /// Calls without success.
    pub failed: u64,
    /// Successful calls that nothing may pay for; never billed.
    pub uncovered: u64,
    /// Of the billable: paid by packages.
    pub from_packages: u64,
    /// Of the billable: pay-per-use.
    pub billed: u64,
    /// What the pay-per-use calls cost: settled, or accruing in an open period.
    pub cost: Money,
}

type Lines = BTreeMap<(ResourceId, ProjectId), CostFigures>;

/// The lines of a prepared import, by service, region and project: those it brought usage for, and those whose cost it
/// changed otherwise.
///
/// The cost is what settlements of the import take, and what open periods hold more than before.
///
/// # Errors
/// [`AppError::Refused`] beyond the range of cents.
pub fn lines(prepared: &Prepared) -> Result<Vec<CostLine>, AppError> {
    let (before, after) = (&prepared.before, &prepared.decided.after);
    let mut all = Lines::new();
    for event in &prepared.decided.events {
        match &event.what {
            What::Metered(metered) => {
                let figures = all.entry((metered.key.resource, metered.key.project)).or_default();
                figures.billable += metered.billable;
                figures.failed += metered.failed;
                figures.uncovered += metered.uncovered;
                figures.from_packages += metered.from_packages;
                figures.billed += metered.parts.iter().map(|part| part.calls).sum::<u64>();
            }
            What::Settled(charge) => add(&mut all, &charge.key, charge.due)?,
            _ => {}
        }
    }
    for (key, open) in after.open.iter() {
        add(&mut all, &key, open.money()?.value)?;
    }
    for (key, open) in before.open.iter() {
        add(&mut all, &key, open.money()?.value.negated())?;
    }
    all.retain(|_, figures| *figures != CostFigures::default());
    Ok(all.into_iter().map(|(key, figures)| named(after, key, figures)).collect())
}

/// The sum over lines.
///
/// # Errors
/// [`AppError::Refused`] beyond the range of cents.
pub fn total(lines: &[CostLine]) -> Result<CostFigures, AppError> {
    let mut sum = CostFigures::default();
    for CostLine { figures, .. } in lines {
        sum.billable += figures.billable;
        sum.failed += figures.failed;
        sum.uncovered += figures.uncovered;
        sum.from_packages += figures.from_packages;
        sum.billed += figures.billed;
        sum.cost = sum.cost.checked_add(figures.cost).map_err(Refusal::from)?;
    }
    Ok(sum)
}

fn add(all: &mut Lines, key: &OpenKey, money: Money) -> Result<(), AppError> {
    let figures = all.entry((key.resource, key.project)).or_default();
    figures.cost = figures.cost.checked_add(money).map_err(Refusal::from)?;
    Ok(())
}

fn named(account: &Account, (resource, project): (ResourceId, ProjectId), figures: CostFigures) -> CostLine {
    let key = account.resource(resource).map(|known| known.key.clone());
    let ResourceKey { service, region, application } = key.unwrap_or_default();
    CostLine { service, region, application, project: account.project(project).to_owned(), figures }
}
