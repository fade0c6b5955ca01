//! What an import costs: by service, region and project.

use std::collections::BTreeMap;

use app::import::Prepared;
use billing::{Account, Money, OpenKey, ProjectId, ResourceId, event::What};

use crate::failure::Failure;

/// What an import says of one service, region and project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// Service.
    pub service: String,
    /// Region.
    pub region: String,
    /// Project; empty for the default one.
    pub project: String,
    /// Its figures.
    pub figures: CostFigures,
}

/// Calls and their cost.
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

/// The lines of a prepared import, by service, region and project.
///
/// The cost is what settlements of the import take, and what open periods hold more than before.
///
/// # Errors
/// Beyond the range of cents.
pub fn lines(prepared: &Prepared) -> Result<Vec<CostLine>, Failure> {
    let (before, after) = (&prepared.before, &prepared.decided.after);
    let mut all: BTreeMap<(ResourceId, ProjectId), CostFigures> = BTreeMap::new();
    let mut settled: BTreeMap<OpenKey, Money> = BTreeMap::new();
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
            What::Settled(charge) => {
                settled.insert(charge.key, charge.due);
            }
            _ => {}
        }
    }
    let open_after = open_money(after)?;
    for (key, money) in settled.into_iter().chain(open_after) {
        add(&mut all, key, money)?;
    }
    for (key, money) in open_money(before)? {
        add(&mut all, key, money.negated())?;
    }
    Ok(all
        .into_iter()
        .map(|((resource, project), figures)| named(after, resource, project, figures))
        .collect())
}

/// The sum over lines.
///
/// # Errors
/// Beyond the range of cents.
pub fn total(lines: &[CostLine]) -> Result<CostFigures, Failure> {
    let mut sum = CostFigures::default();
    for CostLine { figures, .. } in lines {
        sum.billable += figures.billable;
        sum.failed += figures.failed;
        sum.uncovered += figures.uncovered;
        sum.from_packages += figures.from_packages;
        sum.billed += figures.billed;
        sum.cost = sum.cost.checked_add(figures.cost)?;
    }
    Ok(sum)
}

fn open_money(account: &Account) -> Result<Vec<(OpenKey, Money)>, Failure> {
    account.open.iter().map(|(key, open)| Ok((*key, open.money()?.value))).collect()
}

/// Adds money to the line of its key, unless the import brought no usage there.
fn add(
    all: &mut BTreeMap<(ResourceId, ProjectId), CostFigures>,
    key: OpenKey,
    money: Money,
) -> Result<(), Failure> {
    if let Some(figures) = all.get_mut(&(key.resource, key.project)) {
        figures.cost = figures.cost.checked_add(money)?;
    }
    Ok(())
}

fn named(account: &Account, resource: ResourceId, project: ProjectId, figures: CostFigures) -> CostLine {
    let key = account.resource(resource).map(|known| known.key.clone());
    let (service, region) = key.map_or_else(Default::default, |key| (key.service, key.region));
    CostLine { service, region, project: account.project(project).to_owned(), figures }
}
