//! How a provider writes its bills, as data: the names of its columns, and what it calls kinds, services and regions.

use std::{collections::BTreeMap, ops::Range};

use billing::{
    reconcile::EntryKind,
    zone::{Zone, parse_instant},
};
use serde::Deserialize;
use toml::Spanned;

use super::cells::Cells;
use crate::{FileError, Problems, parse};

/// The forms that ship, the more particular first.
pub const SHIPPED: [(&str, &str); 4] = [
    ("tollbook.toml", include_str!("../../../../bill-forms/tollbook.toml")),
    ("huawei.toml", include_str!("../../../../bill-forms/huawei.toml")),
    ("tencent.toml", include_str!("../../../../bill-forms/tencent.toml")),
    ("focus.toml", include_str!("../../../../bill-forms/focus.toml")),
];

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The amount due; needed.
    Amount,
    /// When the usage begins, or the order was paid; needed.
    From,
    /// When it ends, without this second.
    Until,
    /// Its last second.
    Last,
    /// The month of the bill.
    Cycle,
    /// What kind of movement.
    Kind,
    /// The transaction id.
    Id,
    /// The service.
    Service,
    /// The region.
    Region,
    /// The resource: an application, or service and region in one.
    Resource,
    /// For whom.
    Project,
    /// The member account.
    Member,
    /// The offer.
    Name,
    /// Units used.
    Quantity,
    /// Units that packages paid for.
    FromPackages,
    /// Money per unit.
    Prices,
    /// The currency.
    Currency,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 17] = [
        Self::Amount,
        Self::From,
        Self::Until,
        Self::Last,
        Self::Cycle,
        Self::Kind,
        Self::Id,
        Self::Service,
        Self::Region,
        Self::Resource,
        Self::Project,
        Self::Member,
        Self::Name,
        Self::Quantity,
        Self::FromPackages,
        Self::Prices,
        Self::Currency,
    ];

    /// Its name in a form, and in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::From => "from",
            Self::Until => "until",
            Self::Last => "last",
            Self::Cycle => "cycle",
            Self::Kind => "kind",
            Self::Id => "id",
            Self::Service => "service",
            Self::Region => "region",
            Self::Resource => "resource",
            Self::Project => "project",
            Self::Member => "member",
            Self::Name => "name",
            Self::Quantity => "quantity",
            Self::FromPackages => "from-packages",
            Self::Prices => "prices",
            Self::Currency => "currency",
        }
    }
}

/// How a provider writes its bills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What people call it.
    pub title: String,
    /// The zone of times that name none; absent for the account's.
    pub zone: Option<Zone>,
    /// The names that a column may have, the likelier first.
    pub columns: BTreeMap<Column, Vec<String>>,
    kinds: BTreeMap<String, EntryKind>,
    services: BTreeMap<String, String>,
    regions: BTreeMap<String, String>,
}

type Names = BTreeMap<Spanned<String>, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile {
    title: String,
    zone: Option<Spanned<String>>,
    columns: Names,
    #[serde(default)]
    kinds: Names,
    #[serde(default)]
    services: Names,
    #[serde(default)]
    regions: Names,
}

impl Form {
    /// Reads a form; `file` names it in messages.
    ///
    /// # Errors
    /// [`FileError`] with every problem and its line.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let written: FormFile = parse(file, text)?;
        let mut problems = Problems::of(text);
        let mut columns = BTreeMap::new();
        for (name, titles) in &written.columns {
            let Some(column) = Column::ALL.into_iter().find(|column| column.name() == name.get_ref()) else {
                let known: Vec<_> = Column::ALL.iter().map(|column| column.name()).collect();
                unknown(&mut problems, name.span(), name.get_ref(), &known);
                continue;
            };
            columns.insert(column, titles.clone());
        }
        for needed in [Column::Amount, Column::From] {
            if !columns.contains_key(&needed) {
                problems.add(0..0, needed.name(), "is missing under [columns]: every line needs it");
            }
        }
        let mut kinds = BTreeMap::new();
        for (name, values) in &written.kinds {
            let Some(kind) = EntryKind::parse(name.get_ref()) else {
                let known = EntryKind::ALL.map(EntryKind::code);
                unknown(&mut problems, name.span(), name.get_ref(), &known);
                continue;
            };
            kinds.extend(values.iter().map(|value| (value.to_lowercase(), kind)));
        }
        let zone = written.zone.as_ref().and_then(|text| {
            let zone = zone(text.get_ref());
            if zone.is_none() {
                problems.add(text.span(), "zone", "is not an offset such as \"+08:00\"");
            }
            zone
        });
        let form = Self {
            title: written.title,
            zone,
            columns,
            kinds,
            services: own_names(&written.services),
            regions: own_names(&written.regions),
        };
        problems.into_result(file, form)
    }

    /// The forms that ship.
    ///
    /// # Errors
    /// [`FileError`] would be a defect of the program.
    pub fn shipped() -> Result<Vec<Self>, FileError> {
        SHIPPED.iter().map(|(file, text)| Self::parse(file, text)).collect()
    }

    /// What kind of movement a row is, and what the provider calls it. Without a column that says, everything is usage.
    pub(super) fn kind(&self, cells: &Cells<'_>) -> (EntryKind, String) {
        let mut called = cells.texts(Column::Kind).peekable();
        if called.peek().is_none() {
            return (EntryKind::Usage, String::new());
        }
        let called: Vec<&str> = called.collect();
        let known =
            called.iter().find_map(|text| self.kinds.get(&text.to_lowercase()).map(|kind| (*kind, *text)));
        let (kind, text) = known.unwrap_or((EntryKind::Other, called.first().copied().unwrap_or_default()));
        (kind, text.to_owned())
    }

    pub(super) fn own_service(&self, written: &str) -> String {
        own(&self.services, written)
    }

    pub(super) fn own_region(&self, written: &str) -> String {
        own(&self.regions, written)
    }
}

fn own(names: &BTreeMap<String, String>, written: &str) -> String {
    names.get(&written.to_lowercase()).cloned().unwrap_or_else(|| written.to_owned())
}

/// The own name of everything that a provider may write.
fn own_names(names: &Names) -> BTreeMap<String, String> {
    let pairs = names.iter().flat_map(|(own, written)| {
        written.iter().map(|written| (written.to_lowercase(), own.get_ref().clone()))
    });
    pairs.collect()
}

fn unknown(problems: &mut Problems<'_>, at: Range<usize>, name: &str, known: &[&str]) {
    problems.add(at, name, format!("is not known here; the names are {}", known.join(", ")));
}

/// `+08:00`.
fn zone(text: &str) -> Option<Zone> {
    let (sign, rest) = text.split_at_checked(1)?;
    parse_instant(&format!("2000-01-01T00:00:00{text}")).ok()?;
    let (hours, minutes) = rest.split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Zone::east(if sign == "-" { -seconds } else { seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_that_ship_are_sound() {
        let forms = Form::shipped().unwrap();
        assert_eq!(forms.len(), SHIPPED.len());
        for form in &forms {
            assert!(form.columns.contains_key(&Column::Kind), "{}", form.title);
        }
    }

    #[test]
    fn everything_wrong_with_a_form_is_told_with_its_line() {
        let text = "title = \"Mine\"\nzone = \"Beijing\"\n[columns]\namount = [\"a\"]\nfee = [\"b\"]\n[kinds]\nfine = [\"c\"]\n";
        let problems = Form::parse("mine.toml", text).unwrap_err().problems;
        let told: Vec<_> = problems.iter().map(|one| (one.line, one.field.as_str())).collect();
        assert_eq!(told, [(1, "from"), (2, "zone"), (5, "fee"), (7, "fine")]);
    }
}
