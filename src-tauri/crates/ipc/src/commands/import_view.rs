//! What an import would do, or did, as the sheet shows it.

use app::{
    import::{self, CostLine, Prepared, Report},
    ledger::UsageFigures,
};
use billing::{Account, Derivation, Value, policy::UsageUnit};

use super::{
    import_detail::{SHOWN, conflict, file, refused_calls, rejected_row},
    usage_why,
};
use crate::{
    IpcError, convert,
    dto::{
        common::{Seconds, Why},
        import::{ImportLine, ImportView},
    },
};

/// A reading and what it does.
pub(super) fn view(job: &str, prepared: &Prepared) -> Result<ImportView, IpcError> {
    let (reading, decided) = (&prepared.reading, &prepared.decided);
    let after = &decided.after;
    let lines = import::lines(prepared)?;
    let report = Report::of(prepared);
    let total = import::total(&lines)?;
    let cost = total.cost;
    let costs: Vec<_> = lines.iter().map(|line| (name(line), figures(line))).collect();
    Ok(ImportView {
        job: job.to_owned(),
        import_id: None,
        account_id: None,
        source: prepared.source.clone(),
        files: report.files.iter().map(file).collect(),
        rows: reading.rows.to_string(),
        billable: reading.billable.to_string(),
        minutes: minutes(after, &lines),
        failed: reading.failed.to_string(),
        unmatched: reading.unmatched.to_string(),
        ignored: reading.ignored.to_string(),
        duplicates: reading.duplicates.to_string(),
        overlapped: reading.overlapped.to_string(),
        rejected_count: reading.rejected_count.to_string(),
        rejected: report.rejected.iter().take(SHOWN).map(rejected_row).collect(),
        conflict_count: reading.conflict_count.to_string(),
        conflicts: report.conflicts.iter().take(SHOWN).map(conflict).collect(),
        refused: report.refused.iter().map(refused_calls).collect(),
        from: reading.span.map(|(first, _)| Seconds(first)),
        to: reading.span.map(|(_, last)| Seconds(last)),
        uncovered: total.uncovered.to_string(),
        cost: cost.to_string(),
        lines: lines.iter().map(|one| line(after, one)).collect(),
        enables: decided.enables.iter().map(convert::resource_name).collect(),
        balance_after: after.balance.to_string(),
        arrears_after: after.arrears()?.to_string(),
        why: usage_why::of_import(after, &prepared.counts()),
        cost_why: usage_why::cost(after, &costs, cost),
        balance_why: balance(&prepared.before, after)?,
    })
}

/// What attendance comes to, together: its seconds are summed and rounded per application and day (T-07).
fn minutes(account: &Account, lines: &[CostLine]) -> Option<String> {
    let counts_seconds = account.terms.policy.unit == UsageUnit::AttendanceSecond;
    let metered = lines.iter().map(|line| line.figures.billable.saturating_add(line.figures.uncovered));
    counts_seconds.then(|| metered.fold(0, u64::saturating_add).to_string())
}

/// What the settlements the import brings leave of the balance.
fn balance(before: &Account, after: &Account) -> Result<Why, IpcError> {
    let change = after.balance.checked_sub(before.balance)?;
    let because = Derivation::new("balance-after", "H-06", Value::Money(after.balance))
        .with("balance-before", Value::Money(before.balance))
        .with("change", Value::Money(change));
    Ok(convert::why(&because, &after.terms.policy))
}

fn name(line: &CostLine) -> String {
    if !line.application.is_empty() {
        return line.application.clone();
    }
    match line.project.as_str() {
        "" => format!("{} · {}", line.service, line.region),
        project => format!("{} · {} · {project}", line.service, line.region),
    }
}

fn place(line: &CostLine) -> &str {
    if line.application.is_empty() { &line.region } else { &line.application }
}

/// The same figures as usage has them.
fn figures(line: &CostLine) -> UsageFigures {
    let figures = line.figures;
    UsageFigures {
        billable: figures.billable,
        failed: figures.failed,
        uncovered: figures.uncovered,
        from_packages: figures.from_packages,
        billed: figures.billed,
        due: figures.cost,
    }
}

fn line(account: &Account, line: &CostLine) -> ImportLine {
    let why = usage_why::of_calls(account, &self::figures(line));
    let figures = line.figures;
    ImportLine {
        service: line.service.clone(),
        region: place(line).to_owned(),
        project: line.project.clone(),
        billable: figures.billable.saturating_add(figures.uncovered).to_string(),
        failed: figures.failed.to_string(),
        from_packages: figures.from_packages.to_string(),
        billed: figures.billed.to_string(),
        uncovered: figures.uncovered.to_string(),
        cost: figures.cost.to_string(),
        why,
    }
}
