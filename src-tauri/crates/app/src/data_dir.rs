//! Where the books are kept.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::error::AppError;

/// Name of the books' file.
pub const BOOKS: &str = "books.db";
/// Name of the price list that replaces the sample one.
pub const CATALOGUE: &str = "catalogue.toml";

/// The folder for the books: the one chosen, else `TOLLBOOK_DATA_DIR`, else the platform's data folder (XDG on Linux).
///
/// # Errors
/// [`AppError::NoDataDir`] when the system names none.
pub fn resolve(chosen: Option<&Path>) -> Result<PathBuf, AppError> {
    if let Some(chosen) = chosen {
        return Ok(chosen.to_owned());
    }
    if let Some(folder) = std::env::var_os("TOLLBOOK_DATA_DIR").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| AppError::NoDataDir)?;
    Ok(strategy.data_dir().join("tollbook"))
}
