//! The sentences users read: each one that is asked for exists, each one that exists is asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::{File, sources};
use crate::no_offence;

const CATALOGUES: &str = "src-tauri/messages/";

/// Files of `src-tauri/crates` whose `fn code` gives the ends of keys, and the beginnings that go with them.
const FAMILIES: [(&str, &str); 14] = [
    ("billing/src/refusal.rs", "error-"),
    ("metering/src/error.rs", "error-"),
    ("ipc/src/failure.rs", "error-"),
    ("ipc/src/failure/malformed.rs", "error-"),
    ("metering/src/preview/reject.rs", "reject-"),
    ("billing/src/explain/unexpected_charge.rs", "reason-"),
    ("billing/src/package/stage.rs", "state-"),
    ("billing/src/package/mod.rs", "source-"),
    ("billing/src/alert.rs", "notice-"),
    ("billing/src/voucher/mod.rs", "voucher-"),
    ("billing/src/bill.rs", "bill-"),
    ("billing/src/lifecycle/ability.rs", "ability-"),
    ("billing/src/lifecycle/rung.rs", "rung-"),
    ("billing/src/lifecycle/stage.rs", "stage-"),
];

#[test]
fn every_sentence_the_window_says_is_written() {
    let known = keys_of("en");
    let mut offences = Vec::new();
    for file in window_sources() {
        for asked in asked_for(&file.text) {
            let is_written = match &asked {
                Asked::Key(key) => known.contains(key),
                Asked::Beginning(beginning) => known.iter().any(|key| key.starts_with(beginning.as_str())),
            };
            if !is_written {
                offences.push(format!("{}: {asked}", file.path));
            }
        }
    }
    let way_out = "Write the sentence in src-tauri/messages/en/*.ftl, or mend the key.";
    no_offence("Sentences without words:", way_out, &offences);
}

#[test]
fn every_code_has_a_sentence() {
    let known = keys_of("en");
    let offences: Vec<String> = coded_keys().into_iter().filter(|key| !known.contains(key)).collect();
    let way_out = "Write the sentence in src-tauri/messages/en/*.ftl: what happened, and what would do.";
    no_offence("Codes without a sentence:", way_out, &offences);
}

#[test]
fn every_sentence_is_said_somewhere() {
    let said = everything_that_could_say_it();
    let is_of_a_family = |beginning: &str| FAMILIES.iter().any(|(_, family)| *family == beginning);
    let mut beginnings: Vec<String> = said.iter().flat_map(|file| beginnings(&file.text)).collect();
    beginnings.retain(|beginning| !is_of_a_family(beginning));
    let referred: BTreeSet<String> =
        catalogues("en").iter().flat_map(|file| references(&file.text)).collect();
    let quoted: BTreeSet<&str> = said.iter().flat_map(|file| quoted(&file.text)).collect();
    let is_code = |key: &str| {
        let codes = FAMILIES.iter().filter_map(|(_, family)| key.strip_prefix(family));
        codes.map(|code| code.replace('-', "_")).any(|code| quoted.contains(code.as_str()))
    };
    let is_said = |key: &String| {
        referred.contains(key)
            || beginnings.iter().any(|beginning| key.starts_with(beginning.as_str()))
            || quoted.contains(key.as_str())
            || is_code(key)
    };
    let offences: Vec<String> = keys_of("en").into_iter().filter(|key| !is_said(key)).collect();
    no_offence("Sentences nobody says:", "Delete them from every language.", &offences);
}

#[test]
fn a_sentence_is_written_once() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in catalogues("en") {
        for key in keys(&file.text) {
            places.entry(key.to_owned()).or_default().push(file.path.clone());
        }
    }
    places.retain(|_, files| files.len() > 1);
    let offences: Vec<String> =
        places.iter().map(|(key, files)| format!("{key}: {}", files.join(", "))).collect();
    no_offence("Sentences written twice:", "Keep one: which of the two is shown would be chance.", &offences);
}

/// Everything between two quotes that could be a key or a code.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(['"', '\'', '`']);
    pieces.filter(|piece| !piece.is_empty() && piece.chars().all(is_of_a_key))
}

/// What a line of the window asks the catalogue for.
#[derive(Debug, PartialEq)]
enum Asked {
    Key(String),
    /// Of a key whose end is only known when it runs.
    Beginning(String),
}

impl std::fmt::Display for Asked {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(key) => out.write_str(key),
            Self::Beginning(beginning) => write!(out, "{beginning}…"),
        }
    }
}

fn window_sources() -> Vec<File> {
    let mut files = sources(&["ts", "svelte"]);
    files.retain(|file| file.path.starts_with("ui/src/") && !file.path.ends_with(".test.ts"));
    files
}

fn everything_that_could_say_it() -> Vec<File> {
    let mut files = sources(&["rs"]);
    files.retain(|file| file.path.starts_with("src-tauri/"));
    files.extend(window_sources());
    files
}

/// What a language says; not what it says otherwise of applications.
pub fn catalogues(language: &str) -> Vec<File> {
    in_folder(&format!("{CATALOGUES}{language}/"))
}

/// What a language says otherwise where an account has applications: each sentence replaces that of its key.
pub fn catalogues_of_applications(language: &str) -> Vec<File> {
    in_folder(&format!("{CATALOGUES}{language}/applications/"))
}

fn in_folder(folder: &str) -> Vec<File> {
    let mut files = sources(&["ftl"]);
    files.retain(|file| file.path.strip_prefix(folder).is_some_and(|name| !name.contains('/')));
    files
}

/// The sentences of a language, by key, as they are written.
pub fn sentences(files: &[File]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in files.iter().flat_map(|file| file.text.lines()) {
        match line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            Some((key, text)) => found.push((key.trim_end().to_owned(), text.trim().to_owned())),
            None if line.starts_with(' ') => {
                if let Some((_, text)) = found.last_mut() {
                    text.push(' ');
                    text.push_str(line.trim());
                }
            }
            None => {}
        }
    }
    found
}

/// The sentences of English.
pub fn english() -> Vec<(String, String)> {
    sentences(&catalogues("en"))
}

fn keys_of(language: &str) -> BTreeSet<String> {
    catalogues(language)
        .iter()
        .flat_map(|file| keys(&file.text).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The messages of a Fluent file; indented lines continue them, `-terms` are only for other messages.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    let heads = text.lines().filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim_end());
    heads.filter(|key| key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(is_of_a_key))
}

const fn is_of_a_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Messages a Fluent file takes into others: `{ key }`.
fn references(text: &str) -> Vec<String> {
    let inside =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(inside, _)| inside.trim());
    inside
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_of_a_key))
        .map(str::to_owned)
        .collect()
}

/// Every key inside `say(…)` or `says: …`, also the two of a choice: `say(late ? "a" : "b")`.
fn asked_for(text: &str) -> Vec<Asked> {
    let mut asked = Vec::new();
    for (at, opening) in text.match_indices("say(").chain(text.match_indices("says: ")) {
        if !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.') {
            asked.extend(keys_in(first_argument(&text[at + opening.len()..])));
        }
    }
    asked
}

/// Up to the comma or bracket that ends it.
fn first_argument(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}' | ',' | ';') if depth == 0 => return &text[..at],
            (None, ')' | ']' | '}') => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The strings an expression can be, leaving out those it compares with or looks up.
fn keys_in(expression: &str) -> Vec<Asked> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = expression[at..].find(['"', '\'', '`']).map(|offset| at + offset) {
        let quote = expression[open..].chars().next().unwrap_or('"');
        let inside = &expression[open + 1..];
        let Some(length) = inside.find(quote) else { break };
        let before = expression[..open].trim_end();
        if before.is_empty() || before.ends_with(['?', ':', '|', '(']) {
            let key = &inside[..length];
            found.push(match key.split_once("${") {
                Some((beginning, _)) => Asked::Beginning(beginning.to_owned()),
                None => Asked::Key(key.to_owned()),
            });
        }
        at = open + 1 + length + 1;
    }
    found
}

/// Beginnings of keys put together when the program runs: `` `error-${code}` `` and `format!("error-{code}")`.
fn beginnings(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (quote, hole) in [('`', "${"), ('"', "{")] {
        for (at, _) in text.match_indices(hole) {
            let Some((_, beginning)) = text[..at].rsplit_once(quote) else { continue };
            if beginning.ends_with('-') && beginning.chars().all(is_of_a_key) {
                found.push(beginning.to_owned());
            }
        }
    }
    found
}

/// The keys of every stable code that reaches the window.
fn coded_keys() -> BTreeSet<String> {
    let rust = sources(&["rs"]);
    let mut found = BTreeSet::new();
    for (path, family) in FAMILIES {
        let path = format!("src-tauri/crates/{path}");
        let file = rust.iter().find(|file| file.path == path);
        let codes = file.map(|file| codes(&file.text)).unwrap_or_default();
        found.extend(codes.iter().map(|code| format!("{family}{}", code.replace('_', "-"))));
    }
    found
}

/// The stable codes a file gives out, from the bodies of its `fn code`.
fn codes(text: &str) -> Vec<&str> {
    let bodies = text.split("fn code(").skip(1).map(|rest| rest.split("\n    }\n").next().unwrap_or(rest));
    let strings = bodies.flat_map(|body| body.split('"').skip(1).step_by(2));
    strings
        .filter(|code| {
            code.contains(|c: char| c.is_ascii_lowercase())
                && code.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        })
        .collect()
}

#[test]
fn keys_are_found_the_way_the_window_writes_them() {
    let key = |key: &str| Asked::Key(key.to_owned());
    assert_eq!(asked_for(r#"{say("a", { x: say('b') })}"#), [key("a"), key("b")]);
    assert_eq!(
        asked_for(r#"say(kind === "late" ? "c" : `d-${kind}`)"#),
        [key("c"), Asked::Beginning("d-".to_owned())]
    );
    assert_eq!(asked_for(r#"essay("no"); canSay("no"); { press: "i", says: "e" }"#), [key("e")]);
    assert_eq!(keys("# c\na-b = X\n  .t = y\n    [one] = 1\n-term = z\n").collect::<Vec<_>>(), ["a-b"]);
    assert_eq!(references("x = { y-z } { $n } { -term }"), ["y-z"]);
    assert_eq!(beginnings("`error-${code}` format!(\"stage-{stage}\")"), ["error-", "stage-"]);
    assert_eq!(
        codes("fn code(&self) -> &str {\n match self { A => \"no_price\" }\n    }\n \"other\""),
        ["no_price"]
    );
}
