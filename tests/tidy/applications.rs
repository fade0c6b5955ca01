//! The words of accounts that have applications: minutes where others have calls, applications where others have services
//! in regions.

use std::collections::{BTreeMap, BTreeSet};

use crate::messages::{catalogues_of_applications, english, sentences};
use crate::no_offence;

/// What such accounts do not have.
const FOREIGN: [&str; 8] =
    ["call", "calls", "region", "regions", "service", "services", "pay-per-use", "one by one"];

/// Sentences about services in regions and their calls that are never said of applications.
const NEVER_SAID: [&str; 70] = [
    "ability-pay-per-use",
    "alert-hint-percent",
    "alert-with-next-call",
    "bill-field-region",
    "bill-field-service",
    "compare-back",
    "compare-back-of",
    "compare-best",
    "compare-end-after-what",
    "compare-end-lapses",
    "compare-end-pays",
    "compare-left",
    "compare-no-calls",
    "compare-open-after",
    "compare-open-before",
    "compare-open-calls",
    "compare-open-none",
    "compare-span",
    "compare-stay",
    "compare-stay-best",
    "compare-stay-note",
    "compare-ways",
    "cost-by-service",
    "error-service-frozen",
    "field-region",
    "field-service",
    "finding-cheaper",
    "finding-project-mismatch",
    "finding-region-mismatch",
    "finding-trial-region-mismatch",
    "first-title",
    "follows-pay-per-use",
    "formula-compared-total",
    "formula-consumed-months",
    "formula-finding-cheaper",
    "input-one-by-one",
    "notice-frozen",
    "option-pay-per-use-what",
    "outcome-off-pay-per-use",
    "packages-by-region",
    "packages-by-service",
    "passed-region-mismatch",
    "passed-service-mismatch",
    "passed-trial-region-mismatch",
    "policy-order-oldest",
    "policy-stops-pay-per-use",
    "policy-uncovered-pay-per-use",
    "prevent-outside-hours",
    "prevent-project-mismatch",
    "prevent-region-mismatch",
    "prevent-service-mismatch",
    "prevent-trial-region-mismatch",
    "reason-region-mismatch",
    "reason-service-mismatch",
    "reason-trial-region-mismatch",
    "rule-region-of",
    "rule-service-of",
    "rules-lack-service",
    "rules-one",
    "rules-one-hint",
    "rung-keeps-running",
    "rung-prevents-release",
    "rung-runs-again",
    "share-is-off",
    "share-is-on",
    "share-members-how",
    "share-off-what",
    "share-on-what",
    "stacked-by-service",
    "verdict-frozen",
];

#[test]
fn every_sentence_that_speaks_of_calls_has_one_that_speaks_of_minutes() {
    let otherwise = of_applications();
    let offences = english().into_iter().filter_map(|(key, text)| {
        let word = FOREIGN.into_iter().find(|word| says(&text, word))?;
        let is_known = otherwise.contains_key(&key) || NEVER_SAID.contains(&key.as_str());
        (!is_known).then(|| format!("{key} says “{word}”"))
    });
    let way_out = "Write it for applications and minutes in src-tauri/messages/en/applications/*.ftl under the same key; or, if \
                   no account of applications ever shows it, name it in NEVER_SAID.";
    no_offence("Sentences without words for applications:", way_out, &offences.collect::<Vec<_>>());
}

#[test]
fn what_is_said_of_applications_replaces_something_and_says_it_in_their_words() {
    let usual: BTreeMap<_, _> = english().into_iter().collect();
    let mut offences = Vec::new();
    for (key, text) in of_applications() {
        match usual.get(&key) {
            None => offences.push(format!("{key} replaces nothing")),
            Some(usual) if *usual == text => offences.push(format!("{key} says the same")),
            Some(_) => {}
        }
        offences.extend(
            FOREIGN.iter().filter(|word| says(&text, word)).map(|word| format!("{key} says “{word}”")),
        );
    }
    no_offence(
        "Words for applications that do not fit:",
        "Mend the key or the sentence, or delete it.",
        &offences,
    );
}

#[test]
fn what_is_said_of_applications_is_written_once_and_what_is_never_said_exists() {
    let written = sentences(&catalogues_of_applications("en"));
    let mut seen = BTreeSet::new();
    let mut offences: Vec<String> =
        written.iter().filter(|(key, _)| !seen.insert(key)).map(|(key, _)| format!("{key} twice")).collect();
    let usual: BTreeSet<_> = english().into_iter().map(|(key, _)| key).collect();
    offences.extend(
        NEVER_SAID
            .iter()
            .filter(|key| !usual.contains(**key) || seen.contains(&(**key).to_owned()))
            .map(|key| format!("{key} is unknown, or said after all")),
    );
    no_offence("Words for applications:", "Keep one of the two.", &offences);
}

fn of_applications() -> BTreeMap<String, String> {
    sentences(&catalogues_of_applications("en")).into_iter().collect()
}

/// Whether a sentence has a word, outside of what is put into it.
fn says(text: &str, word: &str) -> bool {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.to_lowercase();
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        // Of a choice of plurals the words count, of a figure its name does not.
        let is_choice = after.split_once("->").is_some_and(|(head, _)| !head.contains('}'));
        rest = if is_choice {
            after.split_once("->").map_or_else(String::new, |(_, body)| body.to_owned())
        } else {
            after.split_once('}').map_or_else(String::new, |(_, body)| body.to_owned())
        };
    }
    plain.push_str(&rest);
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    plain.match_indices(word).any(|(at, _)| {
        !is_part(plain[..at].chars().next_back()) && !is_part(plain[at + word.len()..].chars().next())
    })
}

#[test]
fn words_are_found_in_sentences_and_not_in_the_names_of_figures() {
    assert!(says("Calls of { $name }", "calls") && says("a call’s project", "call"));
    assert!(!says("{ $calls } minutes", "calls") && !says("recalls", "calls"));
    assert!(says("{ $count -> [one] One call *[other] { $shown } calls }", "calls"));
}
