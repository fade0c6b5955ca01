//! The rules of the house, read off the manifests and the sources.
//!
//! Each rule is one test; a broken one names every place and says how to mend it. A rule whose subject does not exist
//! yet holds.

// Tests throughout, so that what they share may panic as they do.
#![cfg(test)]

mod applications;
mod cargo;
mod crates;
mod files;
mod languages;
mod lexer;
mod licences;
mod messages;
mod names;
mod packaging;
mod reasons;
mod shape;
mod words;

/// Fails with every offence and the way out, unless there is none.
#[track_caller]
fn no_offence(rule: &str, way_out: &str, offences: &[String]) {
    assert!(offences.is_empty(), "\n{rule}\n  {}\n{way_out}\n", offences.join("\n  "));
}
