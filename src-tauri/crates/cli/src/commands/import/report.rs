//! What an import holds and what it does, for another program.

use app::{
    import::{CostLine, Prepared, Report, total},
    ledger::ImportId,
};
use billing::Instant;
use serde_json::{Value, json};

use crate::{commands::left_out, failure::Failure, json, words::Words};

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
    let object = json::joined(
        left_out::json(&Report::of(prepared), &prepared.counts()),
        json!({
            "account": account,
            "import_id": import_id.map(|id| id.0),
            "committed": import_id.is_some(),
            "source": prepared.source,
            "enables": enables.map(|key| json!({ "service": key.service, "region": key.region, "application": key.application })).collect::<Vec<_>>(),
            "span": reading.span.map(|(first, last)| json!({ "from": instant(first), "to": instant(last) })),
            "lines": lines.iter().map(line).collect::<Vec<_>>(),
            "currency": after.terms.currency,
            "unit": Words::of(after).unit_code(),
            "base_unit": Words::of(after).base_code(),
            "cost": json::money(total(lines)?.cost),
            "balance": json::money(position.balance),
            "arrears": json::money(position.arrears),
            "accrued": json::money(position.accrued),
        }),
    );
    Ok(object)
}

fn line(line: &CostLine) -> Value {
    let figures = line.figures;
    json!({
        "service": line.service,
        "region": line.region,
        "application": line.application,
        "project": line.project,
        "billable": json::count(figures.billable),
        "failed": json::count(figures.failed),
        "uncovered": json::count(figures.uncovered),
        "from_packages": json::count(figures.from_packages),
        "billed": json::count(figures.billed),
        "cost": json::money(figures.cost),
    })
}
