//! What could be saved, and what was looked at.

use app::{
    Books,
    books::Loaded,
    costs::{self, Finding, Findings, Prepare},
};
use serde_json::{Value, json};

use super::currency;
use crate::{
    failure::Failure,
    json,
    table::{Align, Table},
    text,
    words::Words,
};

/// Shows what could be saved.
pub(super) async fn show(books: &Books, loaded: &Loaded, as_json: bool) -> Result<String, Failure> {
    let told = costs::findings(books, loaded).await?;
    Ok(if as_json { object(loaded, &told) } else { page(loaded, &told) })
}

fn page(loaded: &Loaded, told: &Findings) -> String {
    let words = Words::of(&loaded.account);
    let head = text::heading(loaded);
    let looked_at = &told.looked_at;
    let zone = loaded.account.terms.policy.zone;
    let seen = format!(
        "Looked at {} of {} since {}, charged {}; terms of packages that ended within a year: {}; replayed with the \
         packages on sale: {}.",
        words.counted(looked_at.calls),
        words.beyond,
        text::day(zone, looked_at.span.0),
        text::money(looked_at.charged, &loaded.header.currency),
        looked_at.terms,
        looked_at.compared
    );
    if told.found.is_empty() {
        return format!("{head}No change is worth it.\n\n{seen}\n");
    }
    let mut table = Table::new([
        ("finding", Align::Left),
        (words.resource, Align::Left),
        ("package", Align::Left),
        (words.units, Align::Right),
        (&currency(loaded, "a month"), Align::Right),
        ("prepare with", Align::Left),
    ]);
    for finding in &told.found {
        table.row([
            finding.kind.code().replace('_', " "),
            resource(loaded, finding),
            package(loaded, finding),
            text::count(finding.calls),
            finding.per_month.to_string(),
            command(loaded, finding),
        ]);
    }
    let overlap = format!("Findings may be about the same {}: their money does not add up.", words.units);
    format!("{head}what could be saved, most money first\n\n{table}\n{overlap}\n{seen}\n")
}

fn object(loaded: &Loaded, told: &Findings) -> String {
    let finding = |finding: &Finding| {
        let more = json!({
            "finding": finding.kind.code(),
            "package": package(loaded, finding),
            "calls": json::count(finding.calls),
            "per_month": json::money(finding.per_month),
            "effort": finding.effort.code(),
            "prepare": command(loaded, finding),
        });
        json::joined(json::service(&loaded.account, finding.resource), more)
    };
    let looked_at = &told.looked_at;
    json::print(&json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "findings": told.found.iter().map(finding).collect::<Vec<Value>>(),
        "looked_at": {
            "since": json::instant(loaded.account.terms.policy.zone, looked_at.span.0),
            "calls": json::count(looked_at.calls),
            "charged": json::money(looked_at.charged),
            "terms": json::count(looked_at.terms),
            "compared": json::count(looked_at.compared),
        },
    }))
}

fn resource(loaded: &Loaded, finding: &Finding) -> String {
    loaded.account.resource(finding.resource).map_or_else(String::new, |known| known.key.to_string())
}

/// The package, or the offer, that it is about.
fn package(loaded: &Loaded, finding: &Finding) -> String {
    let package = finding.package.and_then(|id| loaded.account.package(id));
    package.map(|package| package.sku.clone()).or_else(|| finding.offer.clone()).unwrap_or_default()
}

/// What shows more of it; nothing is done without being asked.
fn command(loaded: &Loaded, finding: &Finding) -> String {
    match &finding.prepare {
        Prepare::Buy(Some(sku)) => format!("tollbook buy {sku}"),
        Prepare::Buy(None) => "tollbook offers".to_owned(),
        Prepare::Renew(package) => format!("tollbook renew {}", package.0),
        Prepare::Compare => {
            let key = loaded.account.resource(finding.resource).map(|known| &known.key);
            key.map_or_else(String::new, |key| format!("tollbook compare {} {}", key.service, key.region))
        }
    }
}
