//! What an import would do, or did, as the sheet shows it.

use std::collections::BTreeMap;

use app::{
    import::Prepared,
    metering::{Conflict, FileReport, Rejected},
};
use billing::{
    Account, Money, ProjectId, ResourceId,
    event::{Metered, What},
};

use crate::{
    IpcError, convert,
    dto::{
        common::Seconds,
        import::{ImportFile, ImportLine, ImportView, RefusedCalls, RejectedRow},
    },
    failure::name_of,
};

/// Rows that were set aside and are shown; all are counted.
const SHOWN: usize = 200;

/// A reading and what it does.
pub(super) fn view(job: &str, prepared: &Prepared) -> Result<ImportView, IpcError> {
    let (reading, decided) = (&prepared.reading, &prepared.decided);
    let after = &decided.after;
    let costs = costs(&prepared.before, after, decided.events.iter().map(|event| &event.what))?;
    let metered = decided.events.iter().filter_map(|event| match &event.what {
        What::Metered(metered) => Some(metered),
        _ => None,
    });
    let refused = |refused: &app::import::Refused| RefusedCalls {
        code: refused.refusal.code().to_owned(),
        name: convert::resource_name(&refused.resource),
        calls: refused.calls.to_string(),
    };
    Ok(ImportView {
        job: job.to_owned(),
        import_id: None,
        account_id: None,
        source: prepared.source.clone(),
        files: reading.files.iter().map(file).collect(),
        rows: reading.rows.to_string(),
        billable: reading.billable.to_string(),
        failed: reading.failed.to_string(),
        unmatched: reading.unmatched.to_string(),
        ignored: reading.ignored.to_string(),
        duplicates: reading.duplicates.to_string(),
        overlapped: reading.overlapped.to_string(),
        rejected_count: reading.rejected_count.to_string(),
        rejected: reading.rejected.iter().take(SHOWN).map(rejected).collect(),
        conflict_count: reading.conflict_count.to_string(),
        conflicts: reading.conflicts.iter().take(SHOWN).map(conflict).collect(),
        refused: decided.refused.iter().map(refused).collect(),
        from: reading.span.map(|(first, _)| Seconds(first)),
        to: reading.span.map(|(_, last)| Seconds(last)),
        cost: Money::sum(costs.values().copied())?.to_string(),
        lines: lines(after, metered, &costs),
        enables: decided.enables.iter().map(convert::resource_name).collect(),
        balance_after: after.balance.to_string(),
        arrears_after: after.arrears()?.to_string(),
    })
}

type Key = (ResourceId, ProjectId);

/// What the usage costs by resource and project: what was settled on the way and what is open afterwards, less what was
/// open before.
fn costs<'a>(
    before: &Account,
    after: &Account,
    events: impl Iterator<Item = &'a What>,
) -> Result<BTreeMap<Key, Money>, IpcError> {
    let mut costs: BTreeMap<Key, Money> = BTreeMap::new();
    let mut add = |key: &billing::OpenKey, money: Money| -> Result<(), IpcError> {
        let cost = costs.entry((key.resource, key.project)).or_default();
        *cost = cost.checked_add(money)?;
        Ok(())
    };
    for what in events {
        if let What::Settled(charge) = what {
            add(&charge.key, charge.due)?;
        }
    }
    for (key, open) in &after.open {
        add(key, open.money()?.value)?;
    }
    for (key, open) in &before.open {
        add(key, open.money()?.value.negated())?;
    }
    Ok(costs)
}

fn lines<'a>(
    account: &Account,
    metered: impl Iterator<Item = &'a Metered>,
    costs: &BTreeMap<Key, Money>,
) -> Vec<ImportLine> {
    #[derive(Default)]
    struct Sum {
        billable: u64,
        failed: u64,
        from_packages: u64,
        billed: u64,
    }
    let mut sums: BTreeMap<Key, Sum> = BTreeMap::new();
    for usage in metered {
        let sum = sums.entry((usage.key.resource, usage.key.project)).or_default();
        sum.billable += usage.billable + usage.uncovered;
        sum.failed += usage.failed;
        sum.from_packages += usage.from_packages;
        sum.billed += usage.parts.iter().map(|part| part.calls).sum::<u64>();
    }
    let line = |(key, sum): (Key, Sum)| {
        let named = &account.resource(key.0)?.key;
        Some(ImportLine {
            service: named.service.clone(),
            region: named.region.clone(),
            project: account.project(key.1).to_owned(),
            billable: sum.billable.to_string(),
            failed: sum.failed.to_string(),
            from_packages: sum.from_packages.to_string(),
            billed: sum.billed.to_string(),
            cost: costs.get(&key).copied().unwrap_or_default().to_string(),
        })
    };
    sums.into_iter().filter_map(line).collect()
}

fn file(report: &FileReport) -> ImportFile {
    ImportFile {
        name: name_of(&report.name),
        format: report.format.map_or_else(|| "unknown".to_owned(), |format| format.name().to_owned()),
        compression: report.compression.name().to_owned(),
        rows: report.rows.to_string(),
    }
}

fn rejected(row: &Rejected) -> RejectedRow {
    let found = if row.found.is_empty() { &row.excerpt } else { &row.found };
    RejectedRow {
        file: name_of(&row.file),
        line: row.line,
        reason: row.reason.code().to_owned(),
        found: found.clone(),
    }
}

fn conflict(row: &Conflict) -> RejectedRow {
    RejectedRow {
        file: name_of(&row.file),
        line: row.line,
        reason: "conflict".to_owned(),
        found: row.excerpt.clone(),
    }
}
