//! Why figures are so: any figure by its path, and figures of long lists by their line.

use app::explain as reasons;

pub use super::unexpected::unexpected;
use crate::{
    App, IpcError, convert,
    dto::{
        common::Why,
        explain::{Explain, ExplainPath, Explanation, Figure, UsageBehind},
    },
};

/// The derivation of a figure in a list.
///
/// # Errors
/// [`IpcError`] `invalid_value` when there is no such line, or that the books cannot be read.
pub async fn explain(app: &App, request: Explain) -> Result<Why, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let missing = || convert::invalid("line", &request.id);
    let number: i64 = request.id.parse().map_err(|_| missing())?;
    let because = match request.figure {
        Figure::Entry => reasons::entry(app.books(), &loaded, number).await?,
        Figure::Debt => reasons::debt(app.books(), &loaded, number).await?,
    };
    Ok(convert::why(&because.ok_or_else(missing)?, &loaded.account.terms.policy))
}

/// The derivation of any figure by its path, and the usage behind it.
///
/// # Errors
/// [`IpcError`] `no_figure` with the nearest paths, or that the books cannot be read.
pub async fn explain_path(app: &App, request: ExplainPath) -> Result<Explanation, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let explained = reasons::explain(app.books(), &loaded, &request.path).await?;
    let usage = explained.usage.iter().map(|used| UsageBehind {
        at: convert::seconds(used.at),
        resource: convert::resource_of(&loaded.account, used.resource),
        project: loaded.account.project(used.project).to_owned(),
        billable: used.billable.to_string(),
        failed: used.failed.to_string(),
        uncovered: used.uncovered.to_string(),
        from_packages: used.from_packages.to_string(),
    });
    Ok(Explanation {
        path: explained.path,
        why: convert::why(&explained.because, &loaded.account.terms.policy),
        usage: usage.collect(),
        more_usage: explained.more_usage,
    })
}
