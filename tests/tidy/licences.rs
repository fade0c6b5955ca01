//! Under which terms the code of others is linked in.

use std::process::Command;

use crate::cargo::metadata;
use crate::files::root;
use crate::no_offence;

#[test]
fn every_dependency_comes_under_terms_we_accept() {
    let accepted = accepted();
    let mut offences = Vec::new();
    for package in
        metadata(&["--filter-platform", &host()]).into_iter().filter(|package| !package["source"].is_null())
    {
        let terms = package["license"].as_str().unwrap_or("no licence named");
        if !is_accepted(terms, &accepted) {
            offences.push(format!("{} {}: {terms}", package["name"], package["version"]));
        }
    }
    let way_out = "Use another package, or accept the licence in deny.toml and say why.";
    no_offence("Dependencies under terms we have not accepted:", way_out, &offences);
}

/// Packages for other systems are not fetched to be built, so only this one's are asked for.
fn host() -> String {
    let told =
        Command::new("rustc").arg("-vV").current_dir(root()).output().expect("rustc tells its version");
    let told = String::from_utf8(told.stdout).expect("rustc writes UTF-8");
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc tells its host").to_owned()
}

fn accepted() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml is there");
    let rules: toml::Table = text.parse().expect("deny.toml is TOML");
    let allowed = rules["licenses"]["allow"].as_array().expect("deny.toml lists licences");
    allowed.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Whether one choice of every part of an SPDX expression is accepted; `/` is an old way to write "or".
fn is_accepted(terms: &str, accepted: &[String]) -> bool {
    let terms = terms.replace(['(', ')'], "").replace('/', " OR ");
    terms
        .split(" AND ")
        .all(|part| part.split(" OR ").any(|choice| accepted.iter().any(|one| one == choice.trim())))
}

#[test]
fn one_accepted_choice_is_enough_but_every_part_counts() {
    let accepted = ["MIT".to_owned()];
    assert!(is_accepted("Unlicense OR MIT", &accepted) && is_accepted("Apache-2.0/MIT", &accepted));
    assert!(!is_accepted("MIT AND Proprietary", &accepted) && !is_accepted("GPL-3.0-only", &accepted));
}
