//! Which requests are which service, region and project.
//!
//! A rules file is TOML, every part of it optional:
//!
//! ```toml
//! [source]
//! format = "access-log"   # or csv, json-lines, cloudevents; else told from the content
//! zone = "+08:00"         # of times written without one
//!
//! [[rule]]                # the first that matches decides
//! method = "POST"         # else any
//! path = "/v2/*/ocr/passport"   # * is one segment, a closing ** any rest; queries do not count
//! service = "passport-ocr"
//! region = "ap-southeast-1"
//! project = "p-7"         # else the default project
//!
//! [[rule]]
//! path = "/healthz"
//! ignore = true
//!
//! [columns]               # CSV: header names; JSON: keys, `a.b` for a key inside another
//! time = "TIMESTAMP"      # also status, service, region, project, id, count, path, method
//!                         # attendance: application, class, type, user, joined, left, seconds
//!
//! [defaults]              # for fields that have no column
//! service = "passport-ocr"
//! region = "ap-southeast-1"
//! status = 200
//! project = ""
//! application = "school"  # of attendance
//! ```
//!
//! Rules classify access logs, and records whose `path` is mapped to a column. A request no rule
//! matches is counted as unmatched. Without any rule the defaults classify everything.

mod classify;
mod parse;
mod path;

use std::fmt;

pub(crate) use classify::{Classifier, Request};

use crate::detect::Format;
use crate::preview::reading::UsageKey;
use path::Pattern;

/// The rules of one source.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    pub(crate) format: Option<Format>,
    /// Seconds east of UTC.
    pub(crate) zone: Option<i32>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) columns: Columns,
    pub(crate) defaults: Defaults,
}

/// What requests of one kind are.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    method: Option<String>,
    path: Pattern,
    verdict: Verdict,
}

#[derive(Clone, Debug)]
enum Verdict {
    Ignore,
    Count(UsageKey),
}

/// Header name or JSON key per field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub time: Option<String>,
    pub status: Option<String>,
    pub service: Option<String>,
    pub region: Option<String>,
    pub project: Option<String>,
    pub member: Option<String>,
    pub id: Option<String>,
    pub count: Option<String>,
    pub path: Option<String>,
    pub method: Option<String>,
    pub application: Option<String>,
    pub class: Option<String>,
    pub r#type: Option<String>,
    pub user: Option<String>,
    pub joined: Option<String>,
    pub left: Option<String>,
    pub seconds: Option<String>,
}

/// Constants for fields that have no column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Defaults {
    pub service: Option<String>,
    pub region: Option<String>,
    pub project: Option<String>,
    pub status: Option<u16>,
    pub application: Option<String>,
}

impl Rules {
    /// Reads a rules file.
    ///
    /// # Errors
    /// Everything that is wrong with it, not only the first.
    pub fn parse(text: &str) -> Result<Self, RuleFaults> {
        parse::parse(text)
    }

    /// Every key the rules can give, each once: what an import form can offer to enable.
    pub fn keys(&self) -> Vec<UsageKey> {
        let mut keys = Vec::new();
        for rule in &self.rules {
            if let Verdict::Count(key) = &rule.verdict
                && !keys.contains(key)
            {
                keys.push(key.clone());
            }
        }
        keys.extend(self.default_key().filter(|_| self.rules.is_empty()));
        keys
    }

    fn default_key(&self) -> Option<UsageKey> {
        let Defaults { service, region, project, .. } = &self.defaults;
        let project = project.clone().unwrap_or_default();
        let application = String::new();
        Some(UsageKey { service: service.clone()?, region: region.clone()?, application, project })
    }
}

/// One thing wrong in a rules file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFault {
    /// Line number, from 1.
    pub line: usize,
    /// The field: `rule.path`.
    pub field: String,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

impl fmt::Display for RuleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, field, found, expected } = self;
        write!(f, "line {line}: {field}: found {found}, expected {expected}")
    }
}

/// Everything wrong in a rules file, in order of lines; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFaults(pub Vec<RuleFault>);

impl fmt::Display for RuleFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for RuleFaults {}
