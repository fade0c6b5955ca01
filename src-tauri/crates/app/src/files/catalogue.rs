//! Catalogue files: prices and offers, effective-dated, checked with line numbers.

use std::collections::BTreeMap;

use billing::{Offer, price::PriceList};
use serde::Deserialize;

use super::{
    FileError,
    offers::{OfferEntry, PriceEntry},
    problem::{Problems, parse},
};

/// The catalogue that ships: sample prices, and says so.
pub const SAMPLE: &str = include_str!("../../../../catalogue/sample.toml");

/// The same for accounts in CNY.
pub const SAMPLE_CNY: &str = include_str!("../../../../catalogue/sample-cny.toml");

/// The catalogues that ship, one per currency, with the names messages give them.
pub const SAMPLES: [(&str, &str); 2] = [("sample.toml", SAMPLE), ("sample-cny.toml", SAMPLE_CNY)];

/// Prices and offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// What people call it.
    pub title: String,
    /// Whether the figures are samples and not a provider's.
    pub sample: bool,
    /// Currency of every figure.
    pub currency: String,
    /// Pay-per-use prices.
    pub prices: PriceList,
    /// Packages on sale.
    pub offers: Vec<Offer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueFile {
    title: String,
    #[serde(default)]
    sample: bool,
    currency: String,
    #[serde(default)]
    price: Vec<PriceEntry>,
    #[serde(default)]
    offer: Vec<OfferEntry>,
}

impl Catalogue {
    /// Reads a catalogue; `file` names it in messages.
    ///
    /// # Errors
    /// [`FileError`] with every problem and its line.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let entries: CatalogueFile = parse(file, text)?;
        let mut problems = Problems::of(text);
        let prices = entries.price.iter().filter_map(|entry| entry.check(&mut problems)).collect();
        let mut offers: Vec<Offer> = Vec::new();
        let mut first_lines = BTreeMap::new();
        for entry in &entries.offer {
            let Some(offer) = entry.check(&mut problems) else { continue };
            if first_lines.insert((offer.sku.clone(), offer.from), ()).is_some() {
                let message = format!("`{}` is offered twice from the same instant", offer.sku);
                problems.add(entry.sku_span(), "sku", message);
            }
            offers.push(offer);
        }
        let currency_is_known =
            entries.currency.len() == 3 && entries.currency.bytes().all(|b| b.is_ascii_uppercase());
        if !currency_is_known {
            problems.add(0..0, "currency", format!("`{}` is not a code such as USD", entries.currency));
        }
        let catalogue = Self {
            title: entries.title,
            sample: entries.sample,
            currency: entries.currency,
            prices: PriceList::new(prices),
            offers,
        };
        problems.into_result(file, catalogue)
    }

    /// The sample catalogue that ships.
    ///
    /// # Errors
    /// [`FileError`] would be a defect of the program.
    pub fn sample() -> Result<Self, FileError> {
        Self::parse("sample.toml", SAMPLE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_catalogue_is_sound_and_says_that_it_is_a_sample() {
        let catalogue = Catalogue::sample().unwrap();
        assert!(catalogue.sample);
        assert!(!catalogue.offers.is_empty());
        for offer in &catalogue.offers {
            let key = &offer.resource;
            assert!(
                catalogue.prices.at(&key.service, &key.region, billing::Instant::MAX_UTC).is_some(),
                "{key}"
            );
        }
    }

    #[test]
    fn every_problem_is_named_with_its_line() {
        let text = "title = \"t\"\ncurrency = \"USD\"\n[[price]]\nservice = \"a\"\nunit_price = \"0.00000000001\"\n\
                    [[offer]]\nsku = \"s\"\nservice = \"a\"\nquota = 0\nterm = \"1w\"\nprice = \"1.001\"\n";
        let error = Catalogue::parse("my.toml", text).unwrap_err();
        let lines: Vec<_> =
            error.problems.iter().map(|problem| (problem.line, problem.field.as_str())).collect();
        assert_eq!(lines, [(5, "unit_price"), (9, "quota"), (10, "term"), (11, "price")]);
        assert!(error.to_string().starts_with("my.toml:5: unit_price: "));
    }

    #[test]
    fn an_unknown_key_is_a_problem() {
        let error =
            Catalogue::parse("my.toml", "title = \"t\"\ncurrency = \"USD\"\ncolour = 1\n").unwrap_err();
        assert_eq!(error.problems[0].line, 3);
    }
}
