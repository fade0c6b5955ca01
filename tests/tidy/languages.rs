//! What English says, every language says: the same sentences, with the same figures in them, in the plurals it has.

use std::collections::{BTreeMap, BTreeSet};

use crate::messages::{catalogues, catalogues_of_applications, sentences};
use crate::no_offence;

/// Other than English, in which sentences are written first.
const LANGUAGES: [&str; 3] = ["zh-CN", "pt-BR", "ar"];

const WAY_OUT: &str =
    "A sentence is written, changed and deleted in all four languages at once: src-tauri/messages.";

#[test]
fn every_language_says_what_english_says() {
    let mut offences = Vec::new();
    for (language, room, theirs) in rooms() {
        let english = said(room("en"));
        for key in english.keys().filter(|key| !theirs.contains_key(*key)) {
            offences.push(format!("{language} lacks {key}"));
        }
        for key in theirs.keys().filter(|key| !english.contains_key(*key)) {
            offences.push(format!("{language} has {key}, which English does not"));
        }
    }
    no_offence("Sentences that not every language has:", WAY_OUT, &offences);
}

#[test]
fn every_language_writes_a_sentence_once() {
    let mut offences = Vec::new();
    for (language, room, _) in rooms() {
        let mut seen = BTreeSet::new();
        let written = sentences(&room(language));
        offences.extend(
            written
                .into_iter()
                .filter(|(key, _)| !seen.insert(key.clone()))
                .map(|(key, _)| format!("{language}: {key}")),
        );
    }
    no_offence("Sentences written twice:", "Keep one: which of the two is shown would be chance.", &offences);
}

#[test]
fn every_language_shows_the_figures_english_shows() {
    let mut offences = Vec::new();
    for (language, room, theirs) in rooms() {
        for (key, english) in said(room("en")) {
            let Some(other) = theirs.get(&key) else { continue };
            let (english, other) = (Figures::of(&english), Figures::of(other));
            let differing: Vec<&str> =
                english.shown.symmetric_difference(&other.shown).map(String::as_str).collect();
            if !differing.is_empty() {
                offences.push(format!("{language}: {key} differs in ${}", differing.join(", $")));
            }
            for choice in &other.choices {
                if !english.shown.contains(&choice.by)
                    && !english.choices.iter().any(|one| one.by == choice.by)
                {
                    offences.push(format!(
                        "{language}: {key} chooses by ${}, which English is not given",
                        choice.by
                    ));
                }
            }
        }
    }
    no_offence("Sentences with other figures than English:", WAY_OUT, &offences);
}

#[test]
fn every_language_has_its_plurals() {
    let mut offences = Vec::new();
    let english = [("en", said(catalogues("en"))), ("en", said(catalogues_of_applications("en")))];
    let others = rooms().into_iter().map(|(language, _, theirs)| (language, theirs));
    for (language, said) in english.into_iter().chain(others) {
        for (key, text) in said {
            for choice in Figures::of(&text).choices {
                if let Some(wrong) = lacking(language, &choice.forms) {
                    offences.push(format!("{language}: {key} by ${}: {wrong}", choice.by));
                }
            }
        }
    }
    no_offence("Sentences without the plurals of their language:", WAY_OUT, &offences);
}

/// What is wrong with the forms of a plural.
fn lacking(language: &str, forms: &BTreeSet<String>) -> Option<String> {
    let has = |form: &str| forms.contains(form);
    let needed: &[&str] = match language {
        "ar" => &["one", "two", "few", "many", "other"],
        "en" => &["other"],
        "pt-BR" => &["1", "other"],
        _ => &["other"],
    };
    if let Some(form) = needed.iter().find(|form| !has(form)) {
        return Some(format!("lacks [{form}]"));
    }
    match language {
        "ar" if !has("zero") && !has("0") => Some("lacks [zero]".to_owned()),
        // Of nothing Portuguese would say it as of one.
        "pt-BR" if has("one") => Some("[one] is said of 0 too: write [1]".to_owned()),
        "en" if !has("one") && !has("1") => Some("lacks [one]".to_owned()),
        "zh-CN" if has("one") => Some("Chinese has no [one]: write [1], or nothing".to_owned()),
        _ => None,
    }
}

type Room = fn(&str) -> Vec<crate::files::File>;

/// Each language, of calls and of applications: where its sentences are found, and what they say.
fn rooms() -> Vec<(&'static str, Room, BTreeMap<String, String>)> {
    let rooms: [Room; 2] = [catalogues, catalogues_of_applications];
    let each = LANGUAGES.into_iter().flat_map(|language| rooms.map(|room| (language, room)));
    each.map(|(language, room)| (language, room, said(room(language)))).collect()
}

fn said(files: Vec<crate::files::File>) -> BTreeMap<String, String> {
    sentences(&files).into_iter().collect()
}

/// What is put into a sentence.
#[derive(Debug, Default, PartialEq)]
struct Figures {
    /// What is read: `{ $amount }`.
    shown: BTreeSet<String>,
    /// What chooses between forms: `{ $count -> …`.
    choices: Vec<Choice>,
}

#[derive(Debug, PartialEq)]
struct Choice {
    by: String,
    forms: BTreeSet<String>,
}

impl Figures {
    fn of(text: &str) -> Self {
        let mut figures = Self::default();
        for (at, _) in text.match_indices('{') {
            let inside = text[at + 1..].trim_start();
            let Some(named) = inside.strip_prefix('$') else { continue };
            let name: String = named.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            match named[name.len()..].trim_start().strip_prefix("->") {
                None => {
                    figures.shown.insert(name);
                }
                Some(body) => figures.choices.push(Choice { by: name, forms: forms(body) }),
            }
        }
        figures
    }
}

/// The names of the forms of a choice: `[one]` and `*[other]`, not those of choices inside it.
fn forms(body: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut depth = 0_usize;
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            '[' if depth == 0 => {
                found.extend(body[at + 1..].split_once(']').map(|(form, _)| form.trim().to_owned()));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn figures_and_plurals_are_read_off_a_sentence() {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let text = "{ $name } has { $count -> [one] a { $x } *[other] { $shown -> [a] 1 *[b] 2 } } left";
    let figures = Figures::of(text);
    assert_eq!(figures.shown, set(&["name", "x"]));
    let choices: Vec<_> = figures.choices.iter().map(|one| (one.by.as_str(), one.forms.clone())).collect();
    assert_eq!(choices, [("count", set(&["one", "other"])), ("shown", set(&["a", "b"]))]);
    assert_eq!(lacking("ar", &set(&["zero", "one", "two", "few", "other"])).as_deref(), Some("lacks [many]"));
    assert_eq!(lacking("ar", &set(&["0", "one", "two", "few", "many", "other"])), None);
    assert!(lacking("pt-BR", &set(&["1", "one", "other"])).is_some());
    assert_eq!(lacking("zh-CN", &set(&["0", "other"])), None);
}
