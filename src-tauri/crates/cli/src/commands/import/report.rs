//! What an import holds and what it does, for another program.

use app::{import::Prepared, ledger::ImportId};
use billing::Instant;
use serde_json::{Value, json};

use super::cost::{CostLine, total};
use crate::{failure::Failure, json};

/// The import as one object. `import_id` is there once it is written.
///
/// # Errors
/// Beyond the range of cents.
pub fn object(
    account: &str,
    prepared: &Prepared,
    lines: &[CostLine],
    import_id: Option<ImportId>,
) -> Result<Value, Failure> {
    let reading = &prepared.reading;
    let after = &prepared.decided.after;
    let zone = after.terms.policy.zone;
    let position = after.position()?;
    let instant = |seconds| json::maybe_instant(zone, Instant::from_timestamp(seconds, 0));
    let enables = prepared.decided.enables.iter();
    Ok(json!({
        "account": account,
        "import_id": import_id.map(|id| id.0),
        "committed": import_id.is_some(),
        "source": prepared.source,
        "files": files(prepared),
        "rows": json::count(reading.rows),
        "counted": json::count(reading.counted),
        "billable": json::count(reading.billable),
        "failed": json::count(reading.failed),
        "unmatched": json::count(reading.unmatched),
        "ignored": json::count(reading.ignored),
        "duplicates": json::count(reading.duplicates),
        "overlapped": json::count(reading.overlapped),
        "rejected_count": json::count(reading.rejected_count),
        "rejected": rejected(prepared),
        "conflict_count": json::count(reading.conflict_count),
        "conflicts": conflicts(prepared),
        "refused": refused(prepared),
        "enables": enables.map(|key| json!({ "service": key.service, "region": key.region })).collect::<Vec<_>>(),
        "span": reading.span.map(|(first, last)| json!({ "from": instant(first), "to": instant(last) })),
        "lines": lines.iter().map(line).collect::<Vec<_>>(),
        "currency": after.terms.currency,
        "cost": json::money(total(lines)?.cost),
        "balance": json::money(position.balance),
        "arrears": json::money(position.arrears),
        "accrued": json::money(position.accrued),
    }))
}

fn files(prepared: &Prepared) -> Value {
    let files = prepared.reading.files.iter().map(|file| {
        json!({
            "name": file.name,
            "format": file.format.map(|format| format.name()),
            "compression": file.compression.name(),
            "bytes": json::count(file.bytes),
            "rows": json::count(file.rows),
            "counted": json::count(file.counted),
            "overlapped": json::count(file.overlapped),
        })
    });
    files.collect()
}

fn rejected(prepared: &Prepared) -> Value {
    let rows = prepared.reading.rejected.iter().map(|row| {
        json!({
            "file": row.file,
            "line": json::count(row.line),
            "field": row.field,
            "reason": row.reason.code(),
            "found": row.found,
            "expected": row.expected,
        })
    });
    rows.collect()
}

fn conflicts(prepared: &Prepared) -> Value {
    let rows = prepared.reading.conflicts.iter().map(
        |row| json!({ "file": row.file, "line": json::count(row.line), "id": row.id, "found": row.excerpt }),
    );
    rows.collect()
}

fn refused(prepared: &Prepared) -> Value {
    let calls = prepared.decided.refused.iter().map(|refused| {
        json!({
            "code": refused.refusal.code(),
            "service": refused.resource.service,
            "region": refused.resource.region,
            "calls": json::count(refused.calls),
        })
    });
    calls.collect()
}

fn line(line: &CostLine) -> Value {
    let figures = line.figures;
    json!({
        "service": line.service,
        "region": line.region,
        "project": line.project,
        "billable": json::count(figures.billable),
        "failed": json::count(figures.failed),
        "uncovered": json::count(figures.uncovered),
        "from_packages": json::count(figures.from_packages),
        "billed": json::count(figures.billed),
        "cost": json::money(figures.cost),
    })
}
