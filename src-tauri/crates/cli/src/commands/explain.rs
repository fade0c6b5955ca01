//! `tollbook explain`: why a figure is so, and why pay-per-use was charged.

use app::{
    Books,
    books::Loaded,
    explain::{Explained, UsedBy},
};
use billing::{
    Account, Derivation, Instant, Value,
    explain::{ByReason, Reasons},
    policy::Policy,
};
use clap::Args;
use serde_json::{Value as Json, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output,
    sentences::sentence,
    session,
    table::{Align, Table},
    text::{self, When},
};

/// The path that stands for all charges, told apart by reason.
const UNEXPECTED: &str = "unexpected";

/// Explain a figure: value, formula, inputs, rule with its source, and the usage behind it
///
/// A path names any amount, state, deadline or notice, as scenarios do: balance, accrued, spendable_now, arrears,
/// arrears_since, grace_ends_at, resources.passport-ocr@ap-southeast-1.state, packages.2.remaining, charges.17.amount,
/// bills.2024-05.total, notices.3, refund.0.amount. Packages and notices go by their numbers, charges count from 0 among
/// those with pay-per-use calls. `unexpected` tells all pay-per-use charges apart by the reasons for them.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook explain spendable_now
  tollbook explain packages.0.remaining --json
  tollbook explain charges.17.amount
  tollbook explain unexpected                         why pay-per-use was charged, with calls and money
  tollbook explain unexpected --from 2025-01 --to 2025-01-15")]
pub struct Explain {
    /// Which figure; `unexpected` for the reasons of all pay-per-use
    pub path: String,
    /// Only usage from this month, day or instant on; for `unexpected`
    #[arg(long, value_name = "WHEN", value_parser = When::parse)]
    pub from: Option<When>,
    /// Only usage up to this month, day or instant, included; for `unexpected`
    #[arg(long, value_name = "WHEN", value_parser = When::parse)]
    pub to: Option<When>,
}

/// Explains.
///
/// # Errors
/// That there is no such figure, or the books cannot be read.
pub async fn run(args: &Explain, globals: &Globals) -> Result<Exit, Failure> {
    if args.path != UNEXPECTED && (args.from.is_some() || args.to.is_some()) {
        return Err(Failure::invalid("--from and --to belong to `tollbook explain unexpected`"));
    }
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        if args.path == UNEXPECTED {
            return unexpected(args, globals, books, &loaded).await;
        }
        let explained = app::explain::explain(books, &loaded, &args.path).await?;
        if globals.json {
            output::print(&json::print(&explained_json(&loaded, &explained)))?;
        } else {
            output::print(&page(&loaded, &explained))?;
        }
        Ok(Exit::Done)
    })
    .await
}

fn page(loaded: &Loaded, explained: &Explained) -> String {
    let because = &explained.because;
    let value = value(&because.result, loaded);
    let mut page = format!("{}\n{} = {value}\n", text::heading(loaded), explained.path);
    tell(because, loaded, 1, &mut page);
    if !explained.usage.is_empty() {
        page.push_str(&format!("\n{}", usage_table(&loaded.account, &explained.usage)));
        if explained.more_usage {
            page.push_str("There is more usage behind it.\n");
        }
    }
    page
}

/// A derivation, its inputs below it, each a step further in.
fn tell(because: &Derivation, loaded: &Loaded, depth: usize, page: &mut String) {
    let indent = "  ".repeat(depth);
    let policy = &loaded.account.terms.policy;
    page.push_str(&format!("{indent}{}\n", sentence(&format!("formula-{}", because.formula))));
    page.push_str(&format!("{indent}{}\n", rule_line(because.rule, policy)));
    for input in &because.inputs {
        let name = sentence(&format!("input-{}", input.name));
        page.push_str(&format!("{indent}- {name}: {}\n", value(&input.value, loaded)));
        if let Some(because) = &input.because {
            tell(because, loaded, depth + 2, page);
        }
    }
}

/// `rule H-04: Why Are There Eight Decimal Places in My Bill?, 2025-06-23`.
fn rule_line(rule: &str, policy: &Policy) -> String {
    let Some(source) = policy.sources.get(rule) else { return format!("rule {rule}") };
    let date = source.date.as_ref().map_or_else(String::new, |date| format!(", {date}"));
    format!("rule {rule}: {}{date}", source.title)
}

fn value(value: &Value, loaded: &Loaded) -> String {
    let currency = &loaded.header.currency;
    match value {
        Value::Money(money) => text::money(*money, currency),
        Value::Charge(charge) => format!("{charge} {currency}"),
        Value::UnitPrice(price) => format!("{price} {currency}"),
        Value::Calls(calls) => text::count(*calls),
        Value::Number(number) => number.normalize().to_string(),
        Value::Instant(at) => text::instant(loaded.account.terms.policy.zone, *at),
        Value::Name(name) => name.clone(),
    }
}

fn usage_table(account: &Account, usage: &[UsedBy]) -> Table {
    let zone = account.terms.policy.zone;
    let at = format!("at {}", text::zone_name(zone));
    let mut table = Table::new([
        (&at, Align::Left),
        ("usage", Align::Left),
        ("billable", Align::Right),
        ("from packages", Align::Right),
        ("failed", Align::Right),
        ("uncovered", Align::Right),
    ]);
    for used in usage {
        table.row([
            text::instant(zone, used.at),
            text::used_by(account, used.resource, used.project),
            text::count(used.billable),
            text::count(used.from_packages),
            text::count(used.failed),
            text::count(used.uncovered),
        ]);
    }
    table
}

fn explained_json(loaded: &Loaded, explained: &Explained) -> Json {
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    let usage = explained.usage.iter().map(|used| {
        let more = json!({
            "at": json::instant(zone, used.at),
            "billable": json::count(used.billable),
            "from_packages": json::count(used.from_packages),
            "failed": json::count(used.failed),
            "uncovered": json::count(used.uncovered),
        });
        json::joined(json::used_by(account, used.resource, used.project), more)
    });
    json!({
        "account": loaded.header.name,
        "currency": loaded.header.currency,
        "path": explained.path,
        "why": why_json(&explained.because, account),
        "usage": usage.collect::<Vec<_>>(),
        "more_usage": explained.more_usage,
    })
}

/// A derivation as an object.
pub(super) fn why_json(because: &Derivation, account: &Account) -> Json {
    let source = account.terms.policy.sources.get(because.rule);
    let inputs = because.inputs.iter().map(|input| {
        json!({
            "name": input.name,
            "value": value_json(&input.value, account),
            "why": input.because.as_ref().map(|because| why_json(because, account)),
        })
    });
    json!({
        "value": value_json(&because.result, account),
        "formula": because.formula,
        "sentence": sentence(&format!("formula-{}", because.formula)),
        "rule": because.rule,
        "source": source.map(|source| json!({ "title": source.title, "date": source.date })),
        "inputs": inputs.collect::<Vec<_>>(),
    })
}

fn value_json(value: &Value, account: &Account) -> Json {
    match value {
        Value::Money(money) => json::money(money),
        Value::Charge(charge) => json::money(charge),
        Value::UnitPrice(price) => json::money(price),
        Value::Calls(calls) => json::count(*calls),
        Value::Number(number) => json::money(number.normalize()),
        Value::Instant(at) => json::instant(account.terms.policy.zone, *at),
        Value::Name(name) => name.clone().into(),
    }
}

async fn unexpected(
    args: &Explain,
    globals: &Globals,
    books: &Books,
    loaded: &Loaded,
) -> Result<Exit, Failure> {
    let zone = loaded.account.terms.policy.zone;
    let from = args.from.map_or(Instant::UNIX_EPOCH, |moment| moment.span(zone).start);
    let to = args.to.map_or(Instant::MAX_UTC, |moment| moment.span(zone).end);
    let told = app::explain::unexpected(books, loaded, from..to.max(from)).await?;
    if globals.json {
        let object = json!({
            "account": loaded.header.name,
            "currency": loaded.header.currency,
            "settled": by_reason_json(&told.settled),
            "open": by_reason_json(&told.open),
        });
        output::print(&json::print(&object))?;
        return Ok(Exit::Done);
    }
    let mut page = format!("{}\n", text::heading(loaded));
    if told.settled.rows.is_empty() && told.open.rows.is_empty() {
        page.push_str("No pay-per-use was charged for this usage.\n");
    }
    for (title, told) in [("Settled charges", &told.settled), ("Not settled yet", &told.open)] {
        if !told.rows.is_empty() {
            page.push_str(&format!("{title}\n{}\n", by_reason_table(told, &loaded.header.currency)));
        }
    }
    page.push_str(&prevention(&[&told.settled, &told.open]));
    output::print(&page)?;
    Ok(Exit::Done)
}

fn codes(reasons: Reasons) -> Vec<&'static str> {
    reasons.iter().map(billing::explain::Reason::code).collect()
}

/// A call with several reasons is counted once, in the row of all of them.
fn by_reason_table(told: &ByReason, currency: &str) -> Table {
    let money = format!("money {currency}");
    let mut table = Table::new([("reason", Align::Left), ("calls", Align::Right), (&money, Align::Right)]);
    for row in &told.rows {
        let reasons = codes(row.reasons).join(" + ").replace('_', " ");
        table.row([reasons, text::count(row.calls), row.amount.to_string()]);
    }
    table.row(["rounding to cents".to_owned(), String::new(), told.rounding.to_string()]);
    let calls = told.rows.iter().fold(0_u64, |sum, row| sum.saturating_add(row.calls));
    table.total(["charged".to_owned(), text::count(calls), told.total.to_string()]);
    table
}

/// What each reason means and what would prevent it, once.
fn prevention(told: &[&ByReason]) -> String {
    let rows = told.iter().flat_map(|told| &told.rows);
    let all = rows.fold(Reasons::NONE, |all, row| all.union(row.reasons));
    all.iter().fold(String::new(), |mut text, reason| {
        let key = reason.code().replace('_', "-");
        let (means, prevents) = (sentence(&format!("reason-{key}")), sentence(&format!("prevent-{key}")));
        text.push_str(&format!("{}: {means} {prevents}\n", reason.code().replace('_', " ")));
        text
    })
}

fn by_reason_json(told: &ByReason) -> Json {
    let rows = told.rows.iter().map(|row| {
        json!({
            "reasons": codes(row.reasons),
            "calls": json::count(row.calls),
            "amount": json::money(row.amount),
        })
    });
    json!({
        "rows": rows.collect::<Vec<_>>(),
        "rounding": json::money(told.rounding),
        "total": json::money(told.total),
    })
}
