//! A provider's own bill, compared with the own one, line by line. Nothing is changed by it.

mod forms;
pub mod kept;

use std::{collections::BTreeMap, path::Path};

use billing::{
    Account, ProjectName,
    bill::Line,
    reconcile::{self, Comparison, Entry, Frame},
    zone::Month,
};

use sha2::{Digest as _, Sha256};

pub use self::forms::{FORMS, form_from, forms};
use crate::{
    AppError, Books,
    books::Loaded,
    files::provider_bill::{self, Form, Wanted},
    ledger::LineFilter,
    month_lines,
};

/// No bill is longer.
const LARGEST_BYTES: u64 = 256 * 1024 * 1024;

/// A provider's bill, compared with the own one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// The month of both.
    pub month: Month,
    /// The name of the file, without its folder.
    pub file: String,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
    /// What kind of file it was taken for.
    pub form: String,
    /// How many rows of the file are of other months.
    pub other_months: BTreeMap<Month, u64>,
    /// Lines against lines.
    pub comparison: Comparison,
}

/// Compares a file with the bill of a month; without one, of the month that most of its rows are of.
///
/// # Errors
/// [`AppError::Io`] when the file cannot be read, [`AppError::File`] with line and field for what does not fit – another
/// currency, a value, a missing column –, or that the books cannot be read.
pub async fn compare(
    books: &Books,
    loaded: &Loaded,
    path: &Path,
    month: Option<Month>,
    forms: &[Form],
) -> Result<Reconciled, AppError> {
    let account = &loaded.account;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let bytes = contents(path)?;
    let keys = || account.resources.iter().map(|resource| &resource.key);
    let wanted = Wanted {
        month,
        currency: loaded.header.currency.clone(),
        zone: account.terms.policy.zone,
        places: keys().map(|key| (key.to_string(), key.service.clone())).collect(),
    };
    let bill = provider_bill::read(&name, &bytes, forms, &wanted)?;
    let lines = month_lines::lines(books, loaded, bill.month, &LineFilter::default()).await?;
    let ours: Vec<Entry> = (1..).zip(&lines).map(|(number, line)| entry(account, number, line)).collect();
    let frame = Frame {
        zone: account.terms.policy.zone,
        period: account.terms.policy.settlement.period,
        since: account.opened_at,
        places: wanted.places.into_keys().collect(),
    };
    Ok(Reconciled {
        month: bill.month,
        file: name,
        digest: Sha256::digest(&bytes).into(),
        form: bill.form,
        other_months: bill.other_months,
        comparison: reconcile::compare(&ours, &bill.entries, &frame)?,
    })
}

fn contents(path: &Path) -> Result<Vec<u8>, AppError> {
    let failed = |source| AppError::Io { path: path.to_owned(), source };
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if metadata.len() > LARGEST_BYTES {
        return Err(failed(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "larger than 256 MiB")));
    }
    std::fs::read(path).map_err(failed)
}

/// A line of the own bill under the account's names.
fn entry(account: &Account, number: u64, line: &Line) -> Entry {
    let key = line.resource.and_then(|id| account.resource(id)).map(|resource| &resource.key);
    let place = key.map_or_else(Default::default, |key| (key.service.clone(), key.to_string()));
    let project = line.project.map(|project| ProjectName::of(account.project(project)));
    let project = project.map_or_else(String::new, |name| match name.member {
        Some(member) => format!("@{member}/{}", name.project),
        None => name.project.to_owned(),
    });
    let package = line.package.and_then(|id| account.package(id));
    let name = package.map_or_else(String::new, |package| package.sku.clone());
    Entry::of_line(number, line, place, project, name)
}
