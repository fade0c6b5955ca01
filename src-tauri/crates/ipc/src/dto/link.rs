//! A link that was handed over, as the window follows it.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LinkAnswer {
    /// It opens something.
    Opens(Link),
    /// It opens nothing.
    Refused(LinkRefused),
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// The account it is about, by its number; the one that is shown when it names none.
    pub account: Option<String>,
    /// Whether it opens a sheet, else a screen.
    pub sheet: bool,
    /// Of the screen or the sheet.
    pub name: String,
    /// What is said of it: the filters of a screen, the fields of a sheet.
    pub params: BTreeMap<String, String>,
}

/// Why a link opens nothing; its sentence is `link-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkRefused {
    /// `too-long`, `not-ours`, `unknown-place`, `unknown-key`, `twice`, `wrong-value`, `missing-key`, `wrong-text`.
    pub code: &'static str,
    /// The part that is not understood, shortened, as plain letters.
    pub about: String,
}
