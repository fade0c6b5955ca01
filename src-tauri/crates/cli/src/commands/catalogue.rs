//! `tollbook catalogue`: price lists, checked and shown; no books are opened.

use std::{
    fs,
    path::{Path, PathBuf},
};

use app::{
    data_dir,
    files::{
        FileError,
        catalogue::{Catalogue as PriceFile, SAMPLE},
    },
};
use billing::{price::Price, zone::Zone};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::{
    cli::Globals,
    commands::offers,
    exit::Exit,
    failure::Failure,
    json, output,
    table::{Align, Table},
    text,
};

/// Check a price list, or show the one in force
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook catalogue check my-prices.toml    every problem with its line
  tollbook catalogue show                    prices and offers in force
  tollbook catalogue show --catalogue my-prices.toml --json

A price list is TOML:
  title = \"My prices\"
  currency = \"USD\"
  [[price]]
  service = \"passport-ocr\"
  region = \"ap-southeast-1\"
  unit_price = \"0.0200\"                # or tiers = [{ up_to = 1000, unit_price = \"0.02\" }, { unit_price = \"0.01\" }]
  from = \"2025-01-01T00:00:00+08:00\"   # optional: in force from
  [[offer]]
  sku = \"passport-1k\"
  service = \"passport-ocr\"
  region = \"ap-southeast-1\"
  quota = 1000                         # calls
  term = \"1y\"                          # 1y, 12m, 30d
  price = \"18.00\"

Kept as catalogue.toml in the data folder, it is the one in force.")]
pub struct Catalogue {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Name everything that is wrong with a price list, with its line
    #[command(after_help = "\
Examples:
  tollbook catalogue check my-prices.toml
  tollbook catalogue check my-prices.toml --json         every problem as an object")]
    Check {
        /// The price list
        file: PathBuf,
    },
    /// Show the prices and offers in force
    #[command(after_help = "\
Examples:
  tollbook catalogue show
  tollbook catalogue show --catalogue my-prices.toml --json")]
    Show,
}

impl Catalogue {
    /// What it does, to follow "could not".
    pub const fn doing(&self) -> &'static str {
        match self.action {
            Action::Check { .. } => "check the price list",
            Action::Show => "show the catalogue",
        }
    }
}

/// Checks or shows.
///
/// # Errors
/// That a file cannot be read; for showing, also what is wrong with it.
pub fn run(args: &Catalogue, globals: &Globals) -> Result<Exit, Failure> {
    match &args.action {
        Action::Check { file } => check(file, globals),
        Action::Show => show(globals),
    }
}

fn check(file: &Path, globals: &Globals) -> Result<Exit, Failure> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| Failure::unreadable(&name, &error))?;
    let checked = PriceFile::parse(&name, &text);
    if globals.json {
        let problems = checked.as_ref().err().map_or_else(Vec::new, problems);
        let object = json!({ "file": name, "ok": checked.is_ok(), "problems": problems });
        output::print(&json::print(&object))?;
        return Ok(if checked.is_ok() { Exit::Done } else { Exit::Refused });
    }
    match checked {
        Ok(catalogue) => {
            let prices = text::counted(catalogue.prices.all().len() as u64, "price", "prices");
            let offers = text::counted(catalogue.offers.len() as u64, "offer", "offers");
            let sample = if catalogue.sample { ", marked as a sample" } else { "" };
            let (title, currency) = (&catalogue.title, &catalogue.currency);
            output::print(&format!("ok   {name}: {title}, {prices} and {offers} in {currency}{sample}\n"))?;
            Ok(Exit::Done)
        }
        Err(error) => {
            output::print(&format!("{error}\n"))?;
            let found = text::counted(error.problems.len() as u64, "problem", "problems");
            output::print(&format!("FAIL {name}: {found}\n"))?;
            Ok(Exit::Refused)
        }
    }
}

fn problems(error: &FileError) -> Vec<serde_json::Value> {
    let problem = |problem: &app::files::Problem| json!({ "line": problem.line, "field": problem.field, "message": problem.message });
    error.problems.iter().map(problem).collect()
}

fn show(globals: &Globals) -> Result<Exit, Failure> {
    let (file, catalogue) = in_force(globals)?;
    // Prices carry instants of the provider; every policy so far is in this zone.
    let zone = Zone::east(8 * 3600).ok_or_else(|| Failure::new(Exit::Failed, "no zone"))?;
    if globals.json {
        let object = json!({
            "file": file,
            "title": catalogue.title,
            "sample": catalogue.sample,
            "currency": catalogue.currency,
            "prices": catalogue.prices.all().iter().map(|price| price_json(zone, price)).collect::<Vec<_>>(),
            "offers": catalogue.offers.iter().map(|offer| offers::offer_json(zone, offer)).collect::<Vec<_>>(),
        });
        output::print(&json::print(&object))?;
        return Ok(Exit::Done);
    }
    let sample = if catalogue.sample { " (SAMPLE prices: no provider publishes them)" } else { "" };
    let heading =
        format!("{}{sample}, from {}\n\n", catalogue.title, file.as_deref().unwrap_or("the program"));
    let unit = format!("{} per call or minute", catalogue.currency);
    let mut prices = Table::new([
        ("service", Align::Left),
        ("region", Align::Left),
        ("in force from", Align::Left),
        ("of the month", Align::Left),
        (&unit, Align::Right),
    ]);
    for price in catalogue.prices.all() {
        add_price(&mut prices, zone, price);
    }
    let prices = prices.without_column_of("in force from", "always").without_column_of("of the month", "all");
    let offers = offers::table(zone, &catalogue.currency, "calls or minutes", catalogue.offers.iter());
    output::print(&format!("{heading}{prices}\n{offers}"))?;
    Ok(Exit::Done)
}

/// The price list that `tollbook` uses, and its file; none for the sample.
fn in_force(globals: &Globals) -> Result<(Option<String>, PriceFile), Failure> {
    let own = || Some(data_dir::resolve(globals.data_dir.as_deref()).ok()?.join(data_dir::CATALOGUE));
    let file = globals.catalogue.clone().or_else(|| own().filter(|own| own.exists()));
    let Some(file) = file else {
        return Ok((None, PriceFile::parse("sample.toml", SAMPLE).map_err(app::AppError::from)?));
    };
    let name = file.display().to_string();
    let text = fs::read_to_string(&file).map_err(|error| Failure::unreadable(&name, &error))?;
    let catalogue = PriceFile::parse(&name, &text).map_err(app::AppError::from)?;
    Ok((Some(name), catalogue))
}

fn add_price(table: &mut Table, zone: Zone, price: &Price) {
    let mut before = 0;
    for tier in &price.tiers {
        let calls = match (before, tier.up_to) {
            (0, None) => "all".to_owned(),
            (0, Some(up_to)) => format!("up to {}", text::count(up_to)),
            (_, Some(up_to)) => format!("{} to {}", text::count(before + 1), text::count(up_to)),
            (_, None) => format!("from {}", text::count(before + 1)),
        };
        before = tier.up_to.unwrap_or(before);
        let from = price.from.map_or_else(|| "always".to_owned(), |from| text::instant(zone, from));
        table.row([price.service.clone(), price.region.clone(), from, calls, tier.unit_price.to_string()]);
    }
}

fn price_json(zone: Zone, price: &Price) -> serde_json::Value {
    let tier = |tier: &billing::price::Tier| json!({ "up_to": tier.up_to.map(json::count), "unit_price": json::money(tier.unit_price) });
    json!({
        "service": price.service,
        "region": price.region,
        "from": json::maybe_instant(zone, price.from),
        "tiers": price.tiers.iter().map(tier).collect::<Vec<_>>(),
    })
}
