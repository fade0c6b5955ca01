//! Why any figure is so: one place that the window and the command line ask. Figures have the paths that scenarios' `expect`
//! gives them.

mod figures;
mod movements;
mod near;
mod paths;
mod unexpected;

pub use self::{
    figures::total_of,
    movements::{debt, entry},
    unexpected::{Unexpected, unexpected, unexpected_by_resource},
};

use billing::{Derivation, Instant, ProjectId, ResourceId};

use self::paths::{ChargeField, Figure, paths};
use crate::{AppError, Books, books::Loaded};

/// Most stretches of usage are shown for one figure.
const MOST_USAGE: u32 = 50;

/// A figure explained.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Its path.
    pub path: String,
    /// Value, formula, inputs and rule.
    pub because: Derivation,
    /// The usage it rests on, oldest first.
    pub usage: Vec<UsedBy>,
    /// Whether there is more usage than is shown.
    pub more_usage: bool,
}

/// A stretch of usage: segments as they were metered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsedBy {
    /// When the calls were made.
    pub at: Instant,
    /// What was called.
    pub resource: ResourceId,
    /// For whom.
    pub project: ProjectId,
    /// Successful calls that something pays for.
    pub billable: u64,
    /// Calls without success.
    pub failed: u64,
    /// Successful calls that nothing may pay for.
    pub uncovered: u64,
    /// Of the billable: paid by packages.
    pub from_packages: u64,
}

/// Explains the figure of a path.
///
/// # Errors
/// [`AppError::NoFigure`] with the nearest paths there are, or that the books cannot be read.
pub async fn explain(books: &Books, loaded: &Loaded, path: &str) -> Result<Explained, AppError> {
    let found = match Figure::parse(path, &loaded.account) {
        Some(figure) => figures::explain(books, loaded, &figure).await?,
        None => None,
    };
    match found {
        Some((because, range)) => {
            let (usage, more_usage) = match range {
                Some(behind) => figures::usage(books, loaded, &behind).await?,
                None => (Vec::new(), false),
            };
            Ok(Explained { path: path.to_owned(), because, usage, more_usage })
        }
        None => {
            let known = paths(books, loaded).await?;
            Err(AppError::NoFigure { path: path.to_owned(), nearest: near::nearest(path, &known) })
        }
    }
}
