//! What a package says of the program, to people and to the desktop.

use std::fs::read_to_string;

use crate::files::root;
use crate::no_offence;

/// The window's languages beside English, as desktops write them.
const LANGUAGES: [&str; 3] = ["ar", "pt_BR", "zh_CN"];

fn text_of(path: &str) -> String {
    read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn desktop_entry() -> String {
    text_of("src-tauri/package/tollbook-desktop.desktop")
}

fn metainfo() -> String {
    text_of("src-tauri/package/app.tollbook.desktop.metainfo.xml")
}

/// The first text between `before` and `after`.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before}"));
    rest.split_once(after).unwrap_or_else(|| panic!("no {after} behind {before}")).0
}

#[test]
fn the_desktop_entry_speaks_every_language() {
    let mut offences = Vec::new();
    for group in desktop_entry().split("\n[") {
        let title = group.lines().next().unwrap_or_default().trim_matches(['[', ']']);
        for key in ["Name", "GenericName", "Comment", "Keywords"] {
            let says = |start: &str| group.lines().any(|line| line.starts_with(start));
            if !says(&format!("{key}=")) {
                continue;
            }
            let missing = LANGUAGES.iter().filter(|language| !says(&format!("{key}[{language}]=")));
            offences.extend(missing.map(|language| format!("{title}: {key}[{language}]")));
        }
    }
    let way_out = "Write it in src-tauri/package/tollbook-desktop.desktop.";
    no_offence("What the desktop entry does not say in a language:", way_out, &offences);
}

#[test]
fn software_centres_are_told_in_every_language() {
    let text = metainfo();
    let mut offences = Vec::new();
    for tag in ["name", "summary", "p", "li"] {
        let english = text.matches(&format!("<{tag}>")).count();
        assert!(english > 0, "no <{tag}> in the metainfo");
        for language in LANGUAGES {
            let said = text.matches(&format!("<{tag} xml:lang=\"{language}\">")).count();
            if said != english {
                offences.push(format!("<{tag}>: {english} times in English, {said} times in {language}"));
            }
        }
    }
    let way_out = "Say it in every language in src-tauri/package/app.tollbook.desktop.metainfo.xml.";
    no_offence("What the metainfo does not say in a language:", way_out, &offences);
}

#[test]
fn every_file_names_the_same_version_and_day() {
    let manifest: toml::Table = text_of("Cargo.toml").parse().expect("Cargo.toml is TOML");
    let version = manifest["workspace"]["package"]["version"].as_str().expect("a version").to_owned();
    let tauri: serde_json::Value =
        serde_json::from_str(&text_of("src-tauri/tauri.conf.json")).expect("tauri.conf.json is JSON");
    let changelog = text_of("src-tauri/package/changelog");
    let text = metainfo();
    let release = between(&text, "<releases>", ">");
    let named = [
        ("tauri.conf.json", tauri["version"].as_str().unwrap_or_default()),
        ("changelog", between(&changelog, "tollbook (", ")")),
        ("metainfo", between(release, "version=\"", "\"")),
    ];
    let mut offences: Vec<_> = named
        .iter()
        .filter(|(_, other)| *other != version)
        .map(|(file, other)| format!("{file} says {other}, Cargo.toml says {version}"))
        .collect();
    let day = between(release, "date=\"", "\"");
    let signed =
        chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").expect("a day").format("%d %b %Y").to_string();
    if !between(&changelog, ">  ", "\n").contains(&signed) {
        offences.push(format!("the metainfo dates the newest release {day}, the changelog does not"));
    }
    let way_out = "A release is entered in Cargo.toml, tauri.conf.json, and in src-tauri/package the changelog and the metainfo.";
    no_offence("Files that disagree about the release:", way_out, &offences);
}

#[test]
fn what_desktops_are_told_is_what_the_program_is_called() {
    let (entry, text) = (desktop_entry(), metainfo());
    let tauri: serde_json::Value =
        serde_json::from_str(&text_of("src-tauri/tauri.conf.json")).expect("tauri.conf.json is JSON");
    let manifest: toml::Table = text_of("src-tauri/Cargo.toml").parse().expect("Cargo.toml is TOML");
    let program = manifest["package"]["name"].as_str().expect("a name");
    assert_eq!(between(&text, "<id>", "</id>"), tauri["identifier"].as_str().unwrap_or_default());
    assert_eq!(between(&text, "\"desktop-id\">", "</launchable>"), format!("{program}.desktop"));
    // Windows are told apart by the name of their program; it finds them their icon.
    assert_eq!(between(&entry, "\nStartupWMClass=", "\n"), program);
    assert_eq!(between(&entry, "\nTryExec=", "\n"), program);
}
