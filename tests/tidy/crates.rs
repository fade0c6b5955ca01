//! Who may use whom, as cargo sees it.

use serde_json::Value;

use crate::cargo::{metadata, text};
use crate::no_offence;

/// Each crate of ours and the crates of ours it may use.
const INSIDE: [(&str, &[&str]); 11] = [
    ("billing", &[]),
    ("rulebook", &["billing"]),
    ("metering", &["billing"]),
    ("ledger", &["billing"]),
    ("charts", &[]),
    ("foresight", &[]),
    ("app", &["billing", "foresight", "ledger", "metering", "rulebook"]),
    ("ipc", &["app", "billing", "charts"]),
    ("tollbook-cli", &["app", "billing", "ipc"]),
    ("tollbook-desktop", &["ipc"]),
    ("tollbook-tests", &["app", "billing", "charts", "ipc", "ledger", "metering", "rulebook"]),
];

/// Crates that may use nothing from outside but this.
const ALL_FROM_OUTSIDE: [(&str, &[&str]); 3] = [
    ("billing", &["chrono", "rust_decimal", "rustc-hash", "thiserror"]),
    ("charts", &["plotters"]),
    ("foresight", &["chrono", "thiserror"]),
];

/// Packages from outside, by the beginning of their name, and the only crates that may know them.
const ONLY_KNOWN_TO: [(&str, &[&str]); 11] = [
    ("tauri", &["tollbook-desktop"]),
    ("sqlx", &["ledger", "tollbook-tests"]),
    ("plotters", &["charts"]),
    ("ts-rs", &["ipc"]),
    ("clap", &["tollbook-cli"]),
    ("getrandom", &["app"]),
    ("etcetera", &["app"]),
    ("fantoccini", &["tollbook-tests"]),
    ("zbus", &["tollbook-tests"]),
    ("dlopen2", &["tollbook-desktop"]),
    ("gio", &["tollbook-desktop"]),
];

#[test]
fn crates_use_only_what_the_house_lets_them() {
    let mut offences = Vec::new();
    for (package, dependency) in edges() {
        let name = text(&dependency, "name");
        let may_use = |table: &[(&str, &'static [&'static str])]| {
            table.iter().find(|(one, _)| *one == package).map(|(_, allowed)| *allowed)
        };
        let is_ours = INSIDE.iter().any(|(one, _)| *one == name);
        let allowed = if is_ours { may_use(&INSIDE) } else { may_use(&ALL_FROM_OUTSIDE) };
        if allowed.is_some_and(|allowed| !allowed.contains(&name)) {
            offences.push(format!("{package} uses {name}"));
        }
        let keepers =
            ONLY_KNOWN_TO.iter().find(|(prefix, _)| name.starts_with(prefix)).map(|(_, keepers)| *keepers);
        if keepers.is_some_and(|keepers| !keepers.contains(&package.as_str())) {
            offences.push(format!("{package} uses {name}"));
        }
    }
    let way_out = "Move the code to the crate that may know it; src-tauri/README.md says which one and why.";
    no_offence("Edges the house forbids:", way_out, &offences);
}

#[test]
fn every_crate_has_its_place_in_the_house() {
    let unknown: Vec<String> = packages()
        .iter()
        .map(|package| text(package, "name"))
        .filter(|name| !INSIDE.iter().any(|(one, _)| one == name))
        .map(str::to_owned)
        .collect();
    let way_out =
        "Say in tests/tidy/crates.rs what it may use, and in src-tauri/README.md why it is a crate.";
    no_offence("Crates without a place:", way_out, &unknown);
}

#[test]
fn nothing_can_ask_chrono_for_the_time() {
    let mut offences = Vec::new();
    for (package, dependency) in
        edges().into_iter().filter(|(_, dependency)| text(dependency, "name") == "chrono")
    {
        let features = dependency["features"].as_array().cloned().unwrap_or_default();
        let has_clock =
            features.iter().any(|feature| feature == "clock" || feature == "now" || feature == "default");
        if has_clock || dependency["uses_default_features"] != Value::Bool(false) {
            offences.push(format!("{package}: chrono with {}", dependency["features"]));
        }
    }
    let way_out = "Keep chrono at `default-features = false` without `clock` and `now`: only app's clock asks the time.";
    no_offence("Crates that could ask for the time:", way_out, &offences);
}

#[test]
fn a_dependency_is_declared_in_the_workspace_table() {
    let mut offences = Vec::new();
    for package in packages() {
        let manifest = text(&package, "manifest_path");
        let parsed = std::fs::read_to_string(manifest).expect("a manifest cargo has just read");
        let parsed: toml::Table = parsed.parse().expect("a manifest cargo has just parsed");
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(table) = parsed.get(kind).and_then(toml::Value::as_table) else { continue };
            for (name, value) in table {
                if value.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                    offences.push(format!("{}: {name}", text(&package, "name")));
                }
            }
        }
    }
    let way_out =
        "Put the version with a caption into [workspace.dependencies] and write `name.workspace = true`.";
    no_offence("Dependencies with a version of their own:", way_out, &offences);
}

/// Every direct dependency that is linked in, tests left out, with the package that has it.
fn edges() -> Vec<(String, Value)> {
    let mut edges = Vec::new();
    for package in packages() {
        let dependencies = package["dependencies"].as_array().cloned().unwrap_or_default();
        for dependency in dependencies.into_iter().filter(|dependency| dependency["kind"] != "dev") {
            edges.push((text(&package, "name").to_owned(), dependency));
        }
    }
    edges
}

fn packages() -> Vec<Value> {
    metadata(&["--no-deps", "--offline"])
}
