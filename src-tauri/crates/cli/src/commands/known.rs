//! `tollbook known DATE`: the account as the books knew it at the end of a day.

use app::{books::Loaded, ledger::Known};
use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use super::journal::end_of;
use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Figures, Table},
    text,
};

/// Show the account as it was known at the end of a day, whatever the books learned later
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook known 2025-01-31                  balance, arrears, packages and the open bill as they stood in the books
  tollbook known 2025-01-31 --json")]
pub struct KnownOn {
    /// The day at the provider
    #[arg(value_name = "DATE")]
    pub day: NaiveDate,
}

/// Shows a day as it was known.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &KnownOn, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let id = session::chosen(books, globals).await?.id;
        let loaded = books.load(id).await?;
        let until = end_of(loaded.account.terms.policy.zone, args.day);
        let known = books.ledger().known_before(id, until).await?;
        let first = books.ledger().extent(Some(id)).await?.first_recorded_at;
        if globals.json {
            let zone = loaded.account.terms.policy.zone;
            let known = known.as_ref().map(|known| object(&loaded, known));
            output::print(&json::print(&json!({
                "account": loaded.header.name,
                "sample": loaded.header.sample,
                "currency": loaded.header.currency,
                "day": args.day.to_string(),
                "known": known,
                "first_recorded_at": json::maybe_instant(zone, first),
            })))?;
            return Ok(Exit::Done);
        }
        let Some(known) = known else {
            let zone = loaded.account.terms.policy.zone;
            let since = first.map_or_else(String::new, |first| {
                format!(
                    ": the books first heard of it {} {}",
                    text::instant(zone, first),
                    text::zone_name(zone)
                )
            });
            output::print(&format!("Nothing was known of {} on {}{since}.\n", loaded.header.name, args.day))?;
            return Ok(Exit::Done);
        };
        output::print(&page(&loaded, args.day, &known))?;
        Ok(Exit::Done)
    })
    .await
}

fn page(loaded: &Loaded, day: NaiveDate, known: &Known) -> String {
    let zone = loaded.account.terms.policy.zone;
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let mut figures = Figures::default().with("balance", shown(known.balance));
    if !known.credit_drawn.is_zero() {
        figures = figures.with("credit drawn", shown(known.credit_drawn));
    }
    let figures = figures
        .with("arrears", shown(known.arrears))
        .with(&format!("bill of {}, so far", known.month), shown(known.bill));
    let (write, at) = (&known.write, text::instant(zone, known.write.at));
    let mut page = format!(
        "{}, as known at the end of {day}: write {}, recorded {}, with everything run up to {at} {}\n\n{figures}",
        loaded.header.name,
        write.id,
        text::instant(zone, write.recorded_at),
        text::zone_name(zone)
    );
    if !known.packages.is_empty() {
        let mut table = Table::new([
            ("package", Align::Right),
            ("", Align::Left),
            ("left", Align::Right),
            ("of", Align::Right),
            ("until", Align::Left),
        ]);
        for package in &known.packages {
            let sku = loaded.account.package(package.package).map_or("?", |package| package.sku.as_str());
            table.row([
                package.package.0.to_string(),
                sku.to_owned(),
                text::count(package.remaining),
                text::count(package.quota),
                text::instant(zone, package.ends_at),
            ]);
        }
        page.push_str(&format!("\n{table}"));
    }
    page
}

fn object(loaded: &Loaded, known: &Known) -> Value {
    let zone = loaded.account.terms.policy.zone;
    let packages = known.packages.iter().map(|package| {
        let sku = loaded.account.package(package.package).map(|package| package.sku.as_str());
        json!({
            "package": package.package.0,
            "sku": sku,
            "remaining": json::count(package.remaining),
            "quota": json::count(package.quota),
            "ends_at": json::instant(zone, package.ends_at),
        })
    });
    json!({
        "write": known.write.id,
        "recorded_at": json::instant(zone, known.write.recorded_at),
        "next_recorded_at": json::maybe_instant(zone, known.until),
        "as_of": json::instant(zone, known.write.at),
        "balance": json::money(known.balance),
        "credit_drawn": json::money(known.credit_drawn),
        "arrears": json::money(known.arrears),
        "month": known.month.to_string(),
        "bill": json::money(known.bill),
        "packages": packages.collect::<Vec<_>>(),
    })
}
