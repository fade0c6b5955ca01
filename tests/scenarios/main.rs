//! Plays every scenario of this folder: the rulebook as executable examples.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{fs, path::Path};

use app::replay::{Scenario, play};

#[test]
fn every_scenario_of_this_folder_is_as_the_rulebook_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    assert!(files.len() >= 10, "the scenarios are gone");
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let scenario = Scenario::parse(&name, &fs::read_to_string(&file).unwrap()).unwrap();
        assert!(!scenario.rules.is_empty(), "{name} names no rule");
        let played = play(&scenario).unwrap();
        assert_eq!(played.failure, None, "{name}\n{}", played.journal);
    }
}

fn failure_of(text: &str) -> Option<(usize, String)> {
    let scenario = Scenario::parse("s.toml", text).unwrap();
    play(&scenario).unwrap().failure.map(|failure| (failure.line, failure.seen))
}

const HEAD: &str = "title = \"t\"\nrules = [\"H-50\"]\npolicy = \"huawei-ocr-intl\"\n";

#[test]
fn a_wrong_expectation_fails_with_its_steps_line_and_what_was_seen() {
    let text = format!(
        "{HEAD}[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\nexpect = {{ \"balance\" = \"1.00\" }}\n"
    );
    assert_eq!(failure_of(&text), Some((4, "\"0.00\"".into())));
}

#[test]
fn what_is_not_carried_out_yet_fails_and_says_so() {
    let text =
        format!("{HEAD}[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\nban = {{ resource = \"app-1\" }}\n");
    let (line, seen) = failure_of(&text).unwrap();
    assert_eq!(line, 4);
    assert!(seen.contains("not carried out yet"), "{seen}");
    let refused = text.replace("ban =", "refused = \"banned\"\nban =");
    assert!(failure_of(&refused).is_some(), "a refusal that is not the expected one never passes");
}

#[test]
fn an_unknown_key_or_two_actions_make_a_file_unreadable() {
    for (text, line) in [
        (format!("{HEAD}colour = 1\n"), 4),
        (format!("{HEAD}[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\nexpects = {{}}\n"), 6),
        (format!("{HEAD}[[step]]\nat = \"2023-04-18T08:00:00\"\nexpect = {{}}\n"), 5),
    ] {
        let error = Scenario::parse("s.toml", &text).unwrap_err();
        assert_eq!(error.problems[0].line, line, "{text}");
    }
    let two = "top_up = { amount = \"1.00\" }\nset_credit_limit = { amount = \"1.00\" }\n";
    let text = format!("{HEAD}[[step]]\nat = \"2023-04-18T08:00:00+08:00\"\n{two}");
    assert!(Scenario::parse("s.toml", &text).is_err());
}
