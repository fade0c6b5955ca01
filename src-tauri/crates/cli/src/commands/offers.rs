//! `tollbook offers`: packages on sale.

use billing::{Instant, Offer, zone::Zone};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
    words::Words,
};

/// List the packages on sale
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook offers
  tollbook offers --service passport-ocr
  tollbook buy passport-10k                  buys one of them")]
pub struct Offers {
    /// Only for this service
    #[arg(long)]
    service: Option<String>,
    /// Only for this region
    #[arg(long)]
    region: Option<String>,
}

/// Lists what the account can buy now.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Offers, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let terms = &loaded.account.terms;
        let (zone, now) = (terms.policy.zone, loaded.account.now);
        let wanted = |wanted: &Option<String>, name: &str| wanted.as_deref().is_none_or(|one| one == name);
        let on_sale: Vec<&Offer> = terms
            .offers
            .iter()
            .filter(|offer| is_on_sale(terms, offer, now))
            .filter(|offer| wanted(&args.service, &offer.resource.service))
            .filter(|offer| wanted(&args.region, &offer.resource.region))
            .collect();
        let sample_prices = books.catalogue(&terms.currency)?.sample;
        if globals.json {
            let offers: Vec<_> = on_sale.iter().map(|offer| offer_json(zone, offer)).collect();
            let object = json!({
                "account": loaded.header.name,
                "currency": terms.currency,
                "unit": Words::of(&loaded.account).unit_code(),
                "sample_prices": sample_prices,
                "offers": offers,
            });
            output::print(&json::print(&object))?;
            return Ok(Exit::Done);
        }
        let sample = if sample_prices { "SAMPLE prices: no provider publishes them\n" } else { "" };
        let table = table(zone, &terms.currency, Words::of(&loaded.account).units, on_sale.into_iter());
        output::print(&format!("{}{sample}\n{table}", text::heading(&loaded)))?;
        Ok(Exit::Done)
    })
    .await
}

/// Of several entries of a sku the one in force, unless it is withdrawn.
fn is_on_sale(terms: &billing::Terms, offer: &Offer, now: Instant) -> bool {
    !offer.withdrawn && terms.offer(&offer.sku, now) == Some(offer)
}

/// Offers as a table.
pub fn table<'a>(zone: Zone, currency: &str, units: &str, offers: impl Iterator<Item = &'a Offer>) -> Table {
    let price = format!("price {currency}");
    let mut table = Table::new([
        ("sku", Align::Left),
        ("service", Align::Left),
        ("region", Align::Left),
        ("project", Align::Left),
        ("hours", Align::Left),
        (units, Align::Right),
        ("term", Align::Right),
        (&price, Align::Right),
        ("source", Align::Left),
        ("on sale from", Align::Left),
        ("withdrawn", Align::Left),
    ]);
    for offer in offers {
        table.row([
            offer.sku.clone(),
            offer.resource.service.clone(),
            offer.resource.region.clone(),
            offer.project.clone().unwrap_or_default(),
            offer.hours.map_or_else(String::new, |hours| hours.to_string()),
            text::count(offer.quota),
            offer.term.to_string(),
            offer.price.to_string(),
            offer.source.code().to_owned(),
            offer.from.map_or_else(String::new, |from| text::instant(zone, from)),
            if offer.withdrawn { "yes".to_owned() } else { String::new() },
        ]);
    }
    let table = table.without_column_of("region", "");
    let table = table
        .without_column_of("project", "")
        .without_column_of("hours", "")
        .without_column_of("source", "purchased");
    table.without_column_of("on sale from", "").without_column_of("withdrawn", "")
}

/// An offer as an object.
pub fn offer_json(zone: Zone, offer: &Offer) -> Value {
    json!({
        "sku": offer.sku,
        "service": offer.resource.service,
        "region": offer.resource.region,
        "project": offer.project,
        "hours": offer.hours.map(|hours| hours.to_string()),
        "quota": json::count(offer.quota),
        "term": offer.term.to_string(),
        "price": json::money(offer.price),
        "source": offer.source.code(),
        "withdrawn": offer.withdrawn,
        "from": json::maybe_instant(zone, offer.from),
    })
}
