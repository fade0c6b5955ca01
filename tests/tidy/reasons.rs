//! Explanations: every rule they cite has a source, every formula and input a sentence.

use std::collections::BTreeSet;

use crate::files::sources;
use crate::no_offence;

/// Where explanations are made.
const MAKERS: [&str; 3] =
    ["src-tauri/crates/billing/src/", "src-tauri/crates/app/src/", "src-tauri/crates/ipc/src/"];

/// Sources of the makers without their tests.
fn makers() -> Vec<(String, String)> {
    let mut files = sources(&["rs"]);
    files.retain(|file| MAKERS.iter().any(|folder| file.path.starts_with(folder)));
    let code = |text: &str| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    files.into_iter().map(|file| (file.path, code(&file.text))).collect()
}

/// Texts in quotes of one source.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn is_rule(text: &str) -> bool {
    let number = ["H-", "T-", "Z-"].iter().find_map(|family| text.strip_prefix(family));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What follows an opening up to the closing quote, spaces and line ends aside.
fn named_by<'t>(text: &'t str, opening: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(opening).filter_map(move |(at, _)| {
        let rest = text[at + opening.len()..].trim_start();
        rest.strip_prefix('"')?.split('"').next()
    })
}

#[test]
fn every_rule_that_is_cited_has_a_source() {
    let cited: BTreeSet<String> = makers()
        .iter()
        .flat_map(|(_, text)| {
            quoted(text).filter(|text| is_rule(text)).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert!(cited.len() > 30, "the citations are gone: {cited:?}");
    let mut offences = Vec::new();
    for file in sources(&["toml"]).iter().filter(|file| file.path.starts_with("src-tauri/policies/")) {
        let policy: toml::Table = file.text.parse().expect("a policy that ships");
        let known = policy["sources"].as_table().expect("sources");
        let of_applications = policy.contains_key("applications_of");
        // Rules of one provider are cited for its accounts alone, those of the first also where both agree.
        let may_be_cited = |rule: &str| match rule.split('-').next() {
            Some("T") => of_applications,
            _ => !of_applications || !ONLY_FOR_CALLS.contains(&rule),
        };
        let missing = cited.iter().filter(|rule| may_be_cited(rule) && !known.contains_key(rule.as_str()));
        offences.extend(missing.map(|rule| format!("{}: {rule}", file.path)));
    }
    no_offence(
        "Rules without a source:",
        "Add them to [sources] of the policy, as the rulebook says.",
        &offences,
    );
}

/// Cited beside a rule of their own for applications.
const ONLY_FOR_CALLS: [&str; 26] = [
    "H-20", "H-22", "H-26", "H-29", "H-30", "H-31", "H-42", "H-43", "H-44", "H-47", "H-48", "H-50", "H-66",
    "H-70", "H-80", "H-81", "H-83", "H-85", "H-89", "H-91", "H-94", "H-111", "H-113", "H-119", "H-125",
    "H-130",
];

#[test]
fn every_formula_and_input_has_a_sentence() {
    let catalogue = sources(&["ftl"]).into_iter().find(|file| file.path.ends_with("en/derivations.ftl"));
    let catalogue = catalogue.expect("the catalogue of derivations").text;
    let known: BTreeSet<&str> = catalogue.lines().filter_map(|line| line.split(" = ").next()).collect();
    let mut offences = Vec::new();
    for (path, text) in makers() {
        let formulas = named_by(&text, "Derivation::new(").map(|name| format!("formula-{name}"));
        let inputs = [".with(", ".resting_on("].into_iter().flat_map(|opening| named_by(&text, opening));
        let inputs = inputs.map(|name| format!("input-{name}"));
        let missing = formulas.chain(inputs).filter(|key| !known.contains(key.as_str()));
        offences.extend(missing.map(|key| format!("{path}: {key}")));
    }
    no_offence(
        "Explanations without words:",
        "Write them in src-tauri/messages/en/derivations.ftl.",
        &offences,
    );
}
