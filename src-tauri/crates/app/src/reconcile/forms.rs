//! The forms that bills are read by: the customer's own first, then those that ship.

use std::path::Path;

use crate::{AppError, Books, files::provider_bill::Form};

/// The folder of the customer's own forms, beside the books.
pub const FORMS: &str = "bill-forms";

/// Every form, the customer's own first, by name.
///
/// # Errors
/// [`AppError::File`] for a form that is wrong, [`AppError::Io`] for one that cannot be read.
pub fn forms(books: &Books) -> Result<Vec<Form>, AppError> {
    let folder = books.folder().join(FORMS);
    let mut own = Vec::new();
    if let Ok(entries) = std::fs::read_dir(&folder) {
        let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
        own.extend(paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")));
    }
    own.sort();
    let mut forms = own.iter().map(|path| form_from(path)).collect::<Result<Vec<_>, _>>()?;
    forms.extend(Form::shipped()?);
    Ok(forms)
}

/// The form of a file.
///
/// # Errors
/// As for [`forms`].
pub fn form_from(path: &Path) -> Result<Form, AppError> {
    let text =
        std::fs::read_to_string(path).map_err(|source| AppError::Io { path: path.to_owned(), source })?;
    Ok(Form::parse(&path.display().to_string(), &text)?)
}
