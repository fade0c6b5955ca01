//! Errors as the faces see them: a kind that decides behaviour, a code that decides words, and data for both.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// Why a request was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[error("{code}")]
#[serde(rename_all = "camelCase")]
pub struct IpcError {
    /// Decides behaviour.
    pub kind: ErrorKind,
    /// Decides the words: message `error-<code>`, with `_` as `-`.
    pub code: String,
    /// For the sentence.
    pub args: BTreeMap<String, String>,
    /// What would make it succeed.
    pub fix: Option<Fix>,
    /// Finds the line in the log; empty where none was written.
    pub reference: String,
}

/// Kinds of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ErrorKind {
    /// The rules say no.
    Refused,
    /// The request is not well-formed.
    Invalid,
    /// The books moved since the preview.
    Stale,
    /// Another program is writing.
    Busy,
    /// Something broke.
    Failed,
}

/// What would make it succeed, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "do")]
pub enum Fix {
    /// Top up at least this much.
    TopUp {
        /// Plain decimal.
        amount: String,
    },
    /// Ask for the preview again.
    PreviewAgain,
    /// Say in which zone times without one are.
    ChooseZone,
    /// Try again in a moment.
    TryAgain,
}
