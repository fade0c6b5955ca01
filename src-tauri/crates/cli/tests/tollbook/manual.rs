//! Help, man page and completions.

use std::fs;

use crate::place::{Ended, Place, tollbook};

fn run(args: &[&str]) -> Ended {
    Ended::of(&mut tollbook(args))
}

#[test]
fn the_exit_codes_are_in_the_help_and_in_the_man_page() {
    let help = run(&["--help"]).done();
    let page = run(&["man"]).done().shows(".SH EXIT STATUS").shows("TOLLBOOK_DATA_DIR");
    for code in ["0", "1", "2", "3", "4", "5", "130"] {
        assert!(help.out.contains(&format!("  {code:>3}  ")), "{code} is not in the help");
        assert!(page.out.contains(&format!(".TP\n{code}\n")), "{code} is not in the man page");
    }
}

#[test]
fn bad_usage_ends_with_two() {
    run(&["frobnicate"]).with(2);
    run(&["top-up", "1.005"]).with(2).says("at most 2 decimals");
    run(&["usage", "--from", "yesterday"]).with(2).says("2025-01-31T10:00:00+08:00");
    run(&["import", "a.log", "--source", "s", "--zone", "CST"]).with(2).says("+08:00");
    run(&["import", "a.log", "--source", "s", "--format", "xml"]).with(2).says("json-lines");
}

#[test]
fn completions_and_pages_are_written_for_every_command() {
    run(&["completions", "bash"]).done().shows("top-up");
    run(&["completions", "zsh"]).done().shows("#compdef tollbook");
    let place = Place::new();
    let folder = crate::place::text_of(&place.data_dir().join("man1"));
    run(&["man", "--folder", &folder]).done();
    let import = fs::read_to_string(format!("{folder}/tollbook-import.1")).unwrap();
    assert!(import.contains("rules"), "{import}");
    let examples = import.split(".SH EXAMPLES\n.nf\n").nth(1).unwrap();
    assert!(examples.starts_with("  tollbook import access.log \\-\\-source"), "{examples}");
    assert!(examples.contains("\n  [[rule]]  "), "columns and indents of examples stay: {examples}");
    assert!(fs::exists(format!("{folder}/tollbook-account-open.1")).unwrap());
    assert!(fs::read_to_string(format!("{folder}/tollbook.1")).unwrap().contains("EXIT STATUS"));
}

#[cfg(target_os = "linux")]
#[test]
fn the_window_needs_a_display() {
    let mut command = tollbook(&["open"]);
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    Ended::of(&mut command).with(5).says("there is no display");
}
