//! Why figures are so: any figure by its path, figures of long lists by their line, and charges by their reasons.

use app::explain as reasons;
use billing::explain::ByReason;

use crate::{
    App, IpcError, convert,
    dto::{
        common::Why,
        explain::{
            ByReasonView, Explain, ExplainPath, Explanation, Figure, ReasonCalls, UnexpectedQuery,
            UnexpectedView, UsageBehind,
        },
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

/// Why pay-per-use was charged for usage of a range, told apart by reason; without ends, for all usage.
///
/// # Errors
/// [`IpcError`] `invalid_value`, or that the books cannot be read.
pub async fn unexpected(app: &App, query: UnexpectedQuery) -> Result<UnexpectedView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let from = query.from.map(convert::instant).transpose()?.unwrap_or(billing::Instant::UNIX_EPOCH);
    let to = query.to.map(convert::instant).transpose()?.unwrap_or(billing::Instant::MAX_UTC);
    let told = reasons::unexpected(app.books(), &loaded, from..to.max(from)).await?;
    Ok(UnexpectedView { settled: by_reason(&told.settled), open: by_reason(&told.open) })
}

fn by_reason(told: &ByReason) -> ByReasonView {
    let rows = told.rows.iter().map(|row| ReasonCalls {
        reasons: row.reasons.iter().map(|reason| reason.code().to_owned()).collect(),
        calls: row.calls.to_string(),
        amount: row.amount.to_string(),
    });
    ByReasonView { rows: rows.collect(), rounding: told.rounding.to_string(), total: told.total.to_string() }
}
