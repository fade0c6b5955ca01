//! Which column of a file is what.

use std::collections::BTreeMap;

use super::form::{Column, Form};

/// The columns of a file, by what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    places: BTreeMap<Column, Vec<(usize, String)>>,
    /// The currency in the title of the amount: `Amount Due (USD)`.
    pub currency: Option<String>,
}

impl Columns {
    /// The columns of a header by a form; none when the form does not fit, for it lacks what every line needs.
    pub fn of(form: &Form, header: &csv::StringRecord) -> Option<Self> {
        let titles: Vec<(String, Option<String>)> = header.iter().map(plain).collect();
        let mut places: BTreeMap<Column, Vec<(usize, String)>> = BTreeMap::new();
        let mut currency = None;
        for (column, names) in &form.columns {
            for name in names {
                let wanted = name.to_lowercase();
                let Some(index) = titles.iter().position(|(title, _)| *title == wanted) else { continue };
                places.entry(*column).or_default().push((index, name.clone()));
                if *column == Column::Amount {
                    currency = currency.or_else(|| titles.get(index).and_then(|(_, code)| code.clone()));
                }
            }
        }
        let fits = places.contains_key(&Column::Amount) && places.contains_key(&Column::From);
        fits.then_some(Self { places, currency })
    }

    /// Where a column stands, and what the file calls it; the likelier first.
    pub fn places(&self, column: Column) -> &[(usize, String)] {
        self.places.get(&column).map_or(&[], Vec::as_slice)
    }
}

/// A title without a unit in brackets, in small letters; with the currency, where the brackets hold one.
fn plain(title: &str) -> (String, Option<String>) {
    let title = title.trim();
    let Some((name, unit)) = title.strip_suffix([')', '）']).and_then(|title| title.rsplit_once(['(', '（']))
    else {
        return (title.to_lowercase(), None);
    };
    let is_currency = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    (name.trim().to_lowercase(), is_currency.then(|| unit.to_owned()))
}
