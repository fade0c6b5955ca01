//! Words that must not stand in what is committed.

use crate::files::{File, all, offending_lines, root, sources};
use crate::lexer::{code_only, has_word};
use crate::no_offence;

// Written in halves, so that the rules do not find themselves.
const LEFT_OVER_WORDS: [&str; 4] =
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("HA", "CK")];
const LEFT_OVER_MACROS: [&str; 3] =
    [concat!("unimplemented", "!"), concat!("todo", "!("), concat!("dbg", "!(")];
const MACHINE_PATHS: [&str; 4] =
    [concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/wo", "rk/"), concat!("/Us", "ers/")];
const REGISTRIES: [&str; 7] = [
    concat!("crates", ".io"),
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("npmmirror", ".com"),
    concat!("yarnpkg", ".com"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
];

fn written_by_us() -> Vec<File> {
    let mut files = all();
    files.retain(|file| !file.is_generated() && !file.is_data());
    files
}

#[test]
fn nothing_is_left_over() {
    let offences = offending_lines(&written_by_us(), |line| {
        LEFT_OVER_WORDS.iter().any(|word| has_word(line, word))
            || LEFT_OVER_MACROS.iter().any(|one| line.contains(one))
    });
    no_offence(
        "Left-overs:",
        "Finish it, or write it down where work is planned and delete the line.",
        &offences,
    );
}

#[test]
fn no_path_of_one_machine_is_committed() {
    let offences =
        offending_lines(&written_by_us(), |line| MACHINE_PATHS.iter().any(|path| begins_a_path(line, path)));
    let way_out = "Use a path from the project's root, or one the program is told.";
    no_offence("Paths that exist on one machine only:", way_out, &offences);
}

/// Whether `folder` stands at the beginning of a path, not inside a longer one or an address.
fn begins_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "_-.~)}".contains(c))
    })
}

#[test]
fn no_registry_is_named() {
    let mut files = all();
    // The lock file of cargo says where each package is from in the one way cargo has.
    files.retain(|file| file.path != "Cargo.lock");
    let offences = offending_lines(&files, |line| REGISTRIES.iter().any(|host| line.contains(host)));
    let way_out =
        "Packages are named, never fetched by address: set `omit-lockfile-registry-resolved` for npm.";
    no_offence("Registries named in committed files:", way_out, &offences);
}

#[test]
fn a_lint_is_expected_not_allowed() {
    let mut files = sources(&["rs", "ts", "svelte"]);
    for file in files.iter_mut().filter(|file| file.has_extension(&["rs"])) {
        file.text = code_only(&file.text);
    }
    let silencers = ["#[allow(", "#![allow(", concat!("@ts-", "ignore"), concat!("@ts-", "nocheck")];
    let offences = offending_lines(&files, |line| silencers.iter().any(|silencer| line.contains(silencer)));
    let way_out =
        "Write #[expect(lint, reason = \"…\")]: it says why, and complains once it is no longer needed.";
    no_offence("Lints silenced for good:", way_out, &offences);
}

#[test]
fn one_file_of_the_window_talks_to_rust() {
    let mut files = sources(&["ts", "svelte", "js"]);
    let door = |path: &str| ["ui/src/ipc/call.ts", "ui/src/ipc/call.test.ts"].contains(&path);
    files.retain(|file| file.path.starts_with("ui/src/") && !door(&file.path));
    let offences = offending_lines(&files, |line| line.contains(concat!("@tauri", "-apps")));
    no_offence("Tauri outside the one door:", "Go through ui/src/ipc/call.ts.", &offences);
}

#[test]
fn no_float_counts_money_or_quota() {
    let mut files = sources(&["rs"]);
    let exact =
        ["billing", "rulebook", "ledger", "metering", "app"].map(|name| format!("src-tauri/crates/{name}/"));
    files.retain(|file| exact.iter().any(|folder| file.path.starts_with(folder)));
    for file in &mut files {
        file.text = code_only(&file.text);
    }
    let offences = offending_lines(&files, |line| has_word(line, "f64") || has_word(line, "f32"));
    let way_out = "Count in whole units or decimals; only charts may use floats, for pixels.";
    no_offence("Floats where money or quota is counted:", way_out, &offences);
}

#[test]
fn no_test_waits_for_a_fixed_time() {
    let mut files = sources(&["rs", "ts"]);
    files.retain(|file| {
        file.path.starts_with("tests/") || file.path.contains("/tests/") || file.path.ends_with(".test.ts")
    });
    for file in files.iter_mut().filter(|file| file.has_extension(&["rs"])) {
        file.text = code_only(&file.text);
    }
    let offences = offending_lines(&files, |line| has_word(line, "sleep") || has_word(line, "setTimeout"));
    let way_out = "Wait for what must become true, with a limit, or move a clock of the test's own.";
    no_offence("Tests that sleep:", way_out, &offences);
}

#[test]
fn the_files_of_the_project_are_found() {
    assert!(
        all().iter().any(|file| file.path == "tests/tidy/words.rs"),
        "nothing found in {}",
        root().display()
    );
}

#[test]
fn a_machine_path_is_told_from_part_of_an_address() {
    let folder = MACHINE_PATHS[1];
    assert!(begins_a_path(&format!("open(\"{folder}me\")"), folder));
    assert!(!begins_a_path(&format!("https://example.com{folder}page"), folder));
}
