//! Catalogue files: prices and offers, effective-dated, checked with line numbers.

use std::collections::BTreeSet;

use billing::{Offer, price::PriceList};
use serde::Deserialize;
use toml::Spanned;

use crate::{
    FileError,
    offers::{OfferEntry, PriceEntry, prices},
    problem::{Problems, parse},
};

/// The catalogue that ships: sample prices, and says so.
pub const SAMPLE: &str = include_str!("../../../catalogue/sample.toml");

/// The same for accounts in CNY.
pub const SAMPLE_CNY: &str = include_str!("../../../catalogue/sample-cny.toml");

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
    title: Option<Spanned<String>>,
    #[serde(default)]
    sample: bool,
    currency: Option<Spanned<String>>,
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
        let prices = prices(&entries.price, &mut problems);
        let offers = offers(&entries.offer, &mut problems);
        let title = entries.title.map(Spanned::into_inner).filter(|title| !title.trim().is_empty());
        if title.is_none() {
            problems.add(0..0, "title", "is missing; write title = \"My prices\"");
        }
        let currency = match &entries.currency {
            None => {
                problems.add(0..0, "currency", "is missing; write currency = \"USD\"");
                String::new()
            }
            Some(code) => {
                let known =
                    code.get_ref().len() == 3 && code.get_ref().bytes().all(|b| b.is_ascii_uppercase());
                if !known {
                    let message = format!("`{}` is not a code of three capitals such as USD", code.get_ref());
                    problems.add(code.span(), "currency", message);
                }
                code.get_ref().clone()
            }
        };
        let catalogue = Self {
            title: title.unwrap_or_default(),
            sample: entries.sample,
            currency,
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

fn offers(entries: &[OfferEntry], problems: &mut Problems<'_>) -> Vec<Offer> {
    let mut offers = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in entries {
        let Some(offer) = entry.check(problems) else { continue };
        if !seen.insert((offer.sku.clone(), offer.from)) {
            let message = format!(
                "`{}` is offered from the same instant already; give this one a `from` of its own, or another sku",
                offer.sku
            );
            problems.add(entry.sku_span(), "sku", message);
        }
        offers.push(offer);
    }
    offers
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

    const HEAD: &str = "title = \"t\"\ncurrency = \"USD\"\n";
    const PRICE: &str = "[[price]]\nservice = \"a\"\nregion = \"b\"\n";
    const OFFER: &str =
        "[[offer]]\nsku = \"s\"\nservice = \"a\"\nregion = \"b\"\nquota = 1\nterm = \"1y\"\nprice = \"1\"\n";

    fn faults_of(text: &str) -> Vec<(usize, String, String)> {
        let problems = Catalogue::parse("my.toml", text).unwrap_err().problems;
        problems.into_iter().map(|problem| (problem.line, problem.field, problem.message)).collect()
    }

    #[test]
    fn every_problem_is_named_with_its_line_at_once() {
        let text = "title = \"t\"\ncurrency = \"usd\"\n\
                    [[price]]\nservice = \"a\"\nunit_price = \"0.00000000001\"\ncolour = \"red\"\n\
                    [[offer]]\nsku = \"\"\nservice = \"a\"\nregion = \"b\"\nquota = 0\nterm = \"1w\"\n\
                    price = 1.5\nwithdrawn = \"no\"\nhours = \"22-24\"\n";
        let faults = faults_of(text);
        let places: Vec<_> = faults.iter().map(|(line, field, _)| (*line, field.as_str())).collect();
        let expected = [
            (2, "currency"),
            (3, "region"),
            (5, "unit_price"),
            (6, "colour"),
            (8, "sku"),
            (11, "quota"),
            (12, "term"),
            (13, "price"),
            (14, "withdrawn"),
            (15, "hours"),
        ];
        assert_eq!(places, expected, "{faults:?}");
        let error = Catalogue::parse("my.toml", text).unwrap_err();
        assert!(error.to_string().starts_with("my.toml:2: currency: "));
    }

    #[test]
    fn what_is_wrong_with_one_field_is_said_with_what_would_be_right() {
        let price = |more: &str| format!("{HEAD}{PRICE}{more}");
        let tiers = |tiers: &str| price(&format!("tiers = [{tiers}]\n"));
        for (text, line, field, fix) in [
            ("currency = \"USD\"\n".to_owned(), 1, "title", "title = "),
            ("title = \"t\"\n".to_owned(), 1, "currency", "currency = "),
            (format!("{HEAD}colour = 1\n"), 3, "", "unknown field"),
            (price(""), 3, "unit_price", "or `tiers`"),
            (price("unit_price = 0.02\n"), 6, "unit_price", "\"0.02\""),
            (price("unit_price = \"-0.02\"\n"), 6, "unit_price", "0 or more"),
            (price("unit_price = \"1\"\ntiers = []\n"), 7, "tiers", "keep one"),
            (price("unit_price = \"1\"\nfrom = \"2025-01-01\"\n"), 7, "from", "offset"),
            (price("unit_price = \"1\"\nfrom = 2025-01-01\n"), 7, "from", "in quotes"),
            (tiers(""), 6, "tiers", "there are none"),
            (tiers("{ up_to = 5, unit_price = \"1\" }"), 6, "tiers", "tier 1: the last tier ends"),
            (tiers("{ unit_price = \"1\" }, { unit_price = \"1\" }"), 6, "tiers", "tier 1: only the last"),
            (
                tiers(
                    "{ up_to = 5, unit_price = \"1\" }, { up_to = 5, unit_price = \"1\" }, { unit_price = \"1\" }",
                ),
                6,
                "tiers",
                "tier 2: `up_to` is 5; it must rise above 5",
            ),
            (tiers("{ up_to = 0, unit_price = \"1\" }, { unit_price = \"1\" }"), 6, "tiers", "above 0"),
            (tiers("{ unit_price = 0.02 }"), 6, "tiers", "as text"),
            (tiers("{ unit_price = \"1\", from = 3 }"), 6, "tiers", "up_to, unit_price"),
            (format!("{HEAD}{OFFER}").replace("term = \"1y\"\n", ""), 3, "term", "term = \"1y\""),
            (format!("{HEAD}{OFFER}source = \"gift\"\n"), 10, "source", "free, promotion, purchased"),
            (format!("{HEAD}{OFFER}").replace("quota = 1", "quota = \"1\""), 7, "quota", "without quotes"),
        ] {
            let faults = faults_of(&text);
            let [(at, of, message)] = faults.as_slice() else { panic!("{text}\n{faults:?}") };
            assert_eq!((*at, of.as_str()), (line, field), "{text}\n{message}");
            assert!(message.contains(fix), "{text}\n{message}");
        }
    }

    #[test]
    fn two_prices_or_offers_from_the_same_instant_are_a_problem() {
        let price = format!("{PRICE}unit_price = \"1\"\n");
        let from = "from = \"2025-01-01T00:00:00+08:00\"\n";
        let same = "from = \"2024-12-31T16:00:00Z\"\n";
        assert_eq!(faults_of(&format!("{HEAD}{price}{price}"))[0].0, 7);
        assert_eq!(faults_of(&format!("{HEAD}{price}{price}{from}{price}{same}"))[0].1, "price");
        assert_eq!(faults_of(&format!("{HEAD}{OFFER}{OFFER}"))[0].1, "sku");
        let sound = format!("{HEAD}{price}{price}{from}{OFFER}{OFFER}{from}");
        assert_eq!(Catalogue::parse("my.toml", &sound).unwrap().prices.all().len(), 2);
    }

    #[test]
    fn only_a_service_metered_by_application_has_no_region() {
        let text = format!("{HEAD}[[price]]\nservice = \"lcic\"\nunit_price = \"0.01\"\n");
        assert_eq!(Catalogue::parse("my.toml", &text).unwrap().prices.all()[0].region, "");
        assert_eq!(faults_of(&text.replace("lcic", "passport-ocr"))[0].1, "region");
    }
}
