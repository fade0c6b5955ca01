//! Why a figure of a long list is so: asked for one at a time.

use serde::Deserialize;
use ts_rs::TS;

/// Asks why a figure is so.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Explain {
    /// Which account.
    pub account_id: String,
    /// Which figure.
    pub figure: Figure,
    /// Number of the line it stands in.
    pub id: String,
}

/// Figures that are explained one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Figure {
    /// The balance after a line of the statement, and its change.
    Entry,
    /// What is owed for a charge.
    Debt,
}
