//! `tollbook compare`: what the last days would have cost in each way of paying.

use app::compare::{self, Comparison};
use billing::{Money, Offer, ResourceKey, compare::Compared};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
};

/// Compare what calls would have cost pay-per-use and with each package on sale
///
/// The calls of the last days are lived again by the engine: once without a package, once with one package of each offer,
/// bought as the span began. It ends with the last day that has usage. Nothing is changed.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook compare passport-ocr ap-southeast-1
  tollbook compare passport-ocr ap-southeast-1 --days 365
  tollbook compare passport-ocr ap-southeast-1 --json")]
pub struct Compare {
    /// What is called
    service: String,
    /// In which region
    region: String,
    /// Over so many days, up to 366
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=366))]
    days: u32,
}

/// Compares.
///
/// # Errors
/// That the account never had the service there, or the books cannot be read.
pub async fn run(args: &Compare, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let key = ResourceKey::new(&args.service, &args.region);
        let told = compare::compare(books, &loaded, &key, args.days).await?;
        let zone = loaded.account.terms.policy.zone;
        let span = format!(
            "{} to {}",
            zone.date(told.span.start),
            zone.date(told.span.end - chrono::TimeDelta::seconds(1))
        );
        let page = if globals.json {
            let ways: Vec<_> = ways(&told).map(|(offer, way)| way_json(offer, way)).collect();
            json::print(&json!({
                "account": loaded.header.name,
                "currency": loaded.header.currency,
                "service": args.service,
                "region": args.region,
                "from": json::instant(zone, told.span.start),
                "to": json::instant(zone, told.span.end),
                "calls": json::count(told.calls),
                "ways": ways,
                "cheapest": told.best().map(|(offer, _)| offer.sku.clone()),
            }))
        } else {
            let currency = &loaded.header.currency;
            format!(
                "{}{} calls of {key}, {span}\n\n{}\n{}\n",
                text::heading(&loaded),
                text::count(told.calls),
                table(&told, currency)?,
                verdict(&told, currency)?
            )
        };
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

fn ways(told: &Comparison) -> impl Iterator<Item = (Option<&Offer>, &Compared)> {
    [(None, &told.stay)].into_iter().chain(told.offers.iter().map(|(offer, way)| (Some(offer), way)))
}

fn table(told: &Comparison, currency: &str) -> Result<Table, Failure> {
    let total = format!("in all {currency}");
    let mut table = Table::new([
        ("way", Align::Left),
        ("paid up front", Align::Right),
        ("pay-per-use", Align::Right),
        (&total, Align::Right),
        ("saves", Align::Right),
        ("from package", Align::Right),
        ("left at the end", Align::Right),
    ]);
    for (offer, way) in ways(told) {
        table.row([
            offer.map_or_else(|| "pay-per-use".to_owned(), |offer| offer.sku.clone()),
            way.up_front.to_string(),
            way.charged.to_string(),
            way.total.to_string(),
            told.stay.total.checked_sub(way.total)?.to_string(),
            text::count(way.from_packages),
            text::count(way.left),
        ]);
    }
    Ok(table)
}

fn verdict(told: &Comparison, currency: &str) -> Result<String, Failure> {
    let money = |money: Money| text::money(money, currency);
    Ok(match told.best() {
        Some((offer, way)) => {
            let saves = told.stay.total.checked_sub(way.total)?;
            let left = text::count(way.left);
            format!("{} would have cost {} less, with {left} calls left at the end.", offer.sku, money(saves))
        }
        None => format!("Pay-per-use would have cost least: {}.", money(told.stay.total)),
    })
}

fn way_json(offer: Option<&Offer>, way: &Compared) -> Value {
    json!({
        "offer": offer.map(|offer| offer.sku.clone()),
        "up_front": json::money(way.up_front),
        "pay_per_use": json::money(way.charged),
        "total": json::money(way.total),
        "from_packages": json::count(way.from_packages),
        "billed": json::count(way.billed),
        "left": json::count(way.left),
    })
}
