//! `tollbook import`, as scripts run it.

use std::{
    fmt::Write as _,
    io::Write as _,
    process::{Child, Stdio},
};

use serde_json::{Value, json};

use crate::place::{Ended, Place};

const RULES: &str = r#"
[[rule]]
method = "POST"
path = "/v2/*/ocr/passport"
service = "passport-ocr"
region = "ap-southeast-1"
[[rule]]
method = "POST"
path = "/v2/*/ocr/id-card"
service = "id-card-ocr"
region = "ap-southeast-1"
[[rule]]
path = "/healthz"
ignore = true
"#;

/// One line of an nginx access log of 17 March 2025, in the provider's zone.
fn line(time: &str, request: &str, status: u16) -> String {
    let agent = r#""-" "gateway/1.4""#;
    format!("10.0.0.7 - - [17/Mar/2025:{time} +0800] \"{request} HTTP/1.1\" {status} 512 {agent}\n")
}

/// Two hours: 42 + 10 passports, 7 identity cards, 3 failures, and lines that are no calls.
fn log() -> String {
    let mut log = String::new();
    for second in 0..42 {
        log.push_str(&line(&format!("10:05:{second:02}"), "POST /v2/p1/ocr/passport", 200));
    }
    for second in 0..7 {
        log.push_str(&line(&format!("10:40:{second:02}"), "POST /v2/p1/ocr/id-card", 201));
    }
    for second in 0..3 {
        log.push_str(&line(&format!("10:50:{second:02}"), "POST /v2/p1/ocr/passport", 502));
    }
    log.push_str(&line("10:51:00", "GET /healthz", 200));
    log.push_str(&line("10:52:00", "GET /favicon.ico", 404));
    log.push_str("this is no line of a log\n");
    for second in 0..10 {
        log.push_str(&line(&format!("11:00:{second:02}"), "POST /v2/p1/ocr/passport", 200));
    }
    log
}

struct Import {
    place: Place,
    log: String,
    rules: String,
}

impl Import {
    fn new() -> Self {
        let place = Place::new();
        let (log, rules) = (place.file("access.log", &log()), place.file("ocr.toml", RULES));
        Self { place, log, rules }
    }

    fn args<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        [&["import", &self.log, "--source", "gateway", "--rules", &self.rules], more].concat()
    }

    fn run(&self, more: &[&str]) -> Ended {
        self.place.run(&self.args(more))
    }

    fn committed(&self) -> Value {
        self.run(&["--yes", "--json"]).done().object()
    }
}

#[test]
fn a_log_is_imported_unattended_into_an_account_that_it_opens() {
    let import = Import::new();
    let report = import.committed();
    let figures = [
        "rows",
        "counted",
        "billable",
        "failed",
        "ignored",
        "unmatched",
        "rejected_count",
        "overlapped",
        "duplicates",
        "conflict_count",
    ]
    .map(|key| report[key].as_u64().unwrap());
    assert_eq!(figures, [65, 62, 59, 3, 1, 1, 1, 0, 0, 0]);
    assert_eq!(report["account"], json!("Main"));
    assert_eq!((&report["committed"], &report["import_id"]), (&json!(true), &json!(1)));
    assert_eq!(report["files"][0]["format"], json!("access-log"));
    assert_eq!(report["rejected"][0]["line"], json!(55));
    assert_eq!(report["rejected"][0]["reason"], json!("not_an_access_log_line"));
    assert_eq!(report["rejected"][0]["found"], json!("this is no line of a log"));
    assert_eq!(
        report["span"],
        json!({ "from": "2025-03-17T10:05:00+08:00", "to": "2025-03-17T11:00:09+08:00" })
    );
    assert_eq!(report["refused"], json!([]));

    // 42 × 0.02 + 10 × 0.02, and 7 × 0.015 = 0.105, which is 0.11 in cents.
    assert_eq!(report["cost"], json!("1.15"));
    assert_eq!((&report["balance"], &report["arrears"]), (&json!("0.00"), &json!("1.15")));
    let lines = report["lines"].as_array().unwrap();
    let of = |service: &str| lines.iter().find(|line| line["service"] == service).unwrap();
    assert_eq!(of("passport-ocr")["billed"], json!(52));
    assert_eq!(of("passport-ocr")["failed"], json!(3));
    assert_eq!(of("passport-ocr")["cost"], json!("1.04"));
    assert_eq!(of("id-card-ocr")["cost"], json!("0.11"));

    let bill = import.place.json(&["bills", "2025-03"]);
    assert_eq!((&bill["total"], &bill["status"]), (&json!("1.15"), &json!("final")));
    let usage = import.place.json(&["usage", "--by", "hour", "--from", "2025-03-17", "--to", "2025-03-17"]);
    let hours: Vec<_> = usage["buckets"].as_array().unwrap().iter().map(|hour| &hour["billable"]).collect();
    assert_eq!(hours, [&json!(49), &json!(10)]);
    import.place.run(&["verify"]).done();
}

#[test]
fn the_same_log_again_is_reported_and_changes_nothing() {
    let import = Import::new();
    import.committed();
    let before = import.place.json(&["imports"]);
    let again = import.committed();
    assert_eq!((&again["counted"], &again["committed"]), (&json!(0), &json!(false)));
    assert_eq!((&again["cost"], &again["arrears"]), (&json!("0.00"), &json!("1.15")));
    assert!(again["overlapped"].as_u64().unwrap() >= 62, "{again}");
    assert_eq!(import.place.json(&["imports"]), before);

    // Grown by one call: the rules are those of the source, and one call is new.
    let grown = format!("{}{}", log(), line("11:30:00", "POST /v2/p1/ocr/passport", 200));
    let file = import.place.file("access.log", &grown);
    let report = import.place.json(&["import", &file, "--source", "gateway", "--yes"]);
    assert_eq!((&report["counted"], &report["cost"]), (&json!(1), &json!("0.02")));
}

#[test]
fn an_import_is_taken_back_as_a_whole_and_can_be_repeated() {
    let import = Import::new();
    assert_eq!(import.committed()["arrears"], json!("1.15"));
    let undone = import.place.json(&["undo", "1"]);
    assert_eq!((&undone["import_id"], &undone["arrears"]), (&json!(1), &json!("0.00")));
    import.place.run(&["undo", "1"]).with(1).says("tollbook imports");
    import.place.run(&["imports"]).done().shows("undone");

    // Now it is late usage: it accrues until the next settlement.
    let again = import.committed();
    assert_eq!((&again["counted"], &again["cost"]), (&json!(62), &json!("1.15")));
    assert_eq!(import.place.json(&["imports"])["imports"][0]["undone_at"], json!(null));
    import.place.run(&["verify"]).done();
}

#[test]
fn nothing_is_written_before_it_was_agreed_to() {
    let import = Import::new();
    let preview = import.run(&["--json"]).done().object();
    assert_eq!((&preview["committed"], &preview["cost"]), (&json!(false), &json!("1.15")));
    import.run(&[]).with(2).shows("Main will be opened").shows("1.15").shows(":55: ").says("--yes");
    assert_eq!(import.place.json(&["accounts"])["accounts"], json!([]));
}

#[test]
fn what_an_import_left_out_is_shown_again() {
    let import = Import::new();
    let report = import.committed();
    let place = &import.place;
    let kept = place.json(&["imports", "1"]);
    for key in
        ["rows", "rejected_count", "rejected", "refused", "files", "unmatched_examples", "ignored_examples"]
    {
        assert_eq!(kept[key], report[key], "{key}");
    }
    assert_eq!(kept["rejected"][0]["row"], json!("this is no line of a log"));
    assert_eq!(kept["unmatched_examples"][0]["line"], json!(54));
    for name in ["1", "gateway", "access.log", &import.log] {
        let shown = place.run(&["imports", name]).done();
        shown.shows("Import 1: ").shows("access.log:55: line: found").shows("GET /favicon.ico");
    }
    place.run(&["imports", "2"]).with(2).says("no import `2`").says("tollbook imports");
}

#[test]
fn what_is_missing_to_read_a_file_is_said() {
    let import = Import::new();
    let place = &import.place;
    place
        .run(&["import", &import.log, "--source", "gateway", "--yes"])
        .with(2)
        .says("no rules yet")
        .says("--rules");
    place
        .run(&["import", "missing.log", "--source", "g", "--rules", &import.rules, "--yes"])
        .with(2)
        .says("missing.log");
    let wrong = place.file("wrong.toml", "[[rule]]\npath = \"v2\"\n");
    let failed = place.run(&["import", &import.log, "--source", "g", "--rules", &wrong, "--yes"]).with(2);
    failed.says(&format!("{wrong}:2: rule.path: "));

    let csv = place.file("calls.csv", "time,status\n2025-03-17 10:00:00,200\n");
    let rules =
        place.file("csv.toml", "[defaults]\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n");
    let args = ["import", &csv, "--source", "csv", "--rules", &rules, "--yes"];
    place.run(&args).with(2).says("calls.csv, line 2").says("--zone +08:00");
    let report = place.json(&[&args[..], &["--zone", "-08:00"]].concat());
    assert_eq!(report["span"]["from"], json!("2025-03-18T02:00:00+08:00"));
}

#[test]
fn hostile_input_ends_with_a_reason_and_what_to_do_and_changes_nothing() {
    let import = Import::new();
    let place = &import.place;
    let rules = import.rules.as_str();
    let fails = |file: &str, more: &[&str], says: [&str; 2]| {
        let args = [&["import", file, "--source", "g", "--yes"], more].concat();
        place.run(&args).with(2).says(says[0]).says(says[1]);
    };
    let bytes = |name: &str, bytes: &[u8]| {
        let path = place.file(name, "");
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let packed = include_bytes!("cut.log.gz");
    fails(
        &bytes("cut.log.gz", &packed[..packed.len() - 9]),
        &["--rules", rules],
        ["cut.log.gz", "cut short"],
    );
    let noise = bytes("noise", &[0x93, 0, 0xff, 7, b'\n', 0xfe]);
    fails(&noise, &["--rules", rules], ["not recognised", "--format"]);
    fails(&import.log, &["--rules", &noise], ["noise: ", "UTF-8"]);
    let table = place.file("wrong.csv", "when,what\n1,2\n");
    fails(&table, &["--rules", rules, "--format", "csv"], ["when", "[columns]"]);
    let hidden = place.file("hidden.toml", &format!("[[rule]]\npath = \"/**\"\nignore = true\n{RULES}"));
    fails(&import.log, &["--rules", &hidden], ["hidden.toml:7: rule.path: ", "put this rule before it"]);
    for name in ["", " "] {
        place.run(&["import", &import.log, "--source", name, "--rules", rules]).with(2).says("not empty");
        place.run(&["account", "open", name]).with(2).says("not empty");
    }
    let empty = place.file("empty.log", "");
    place
        .run(&["import", &empty, "--source", "g", "--rules", rules, "--yes"])
        .done()
        .shows("nothing was written");
    assert_eq!(place.json(&["accounts"])["accounts"], json!([]));
}

#[test]
fn usage_comes_from_standard_input_too() {
    let import = Import::new();
    let args = ["import", "-", "--source", "gateway", "--rules", &import.rules, "--yes", "--json"];
    let mut reading = start(&import.place, &args);
    reading.stdin.take().unwrap().write_all(log().as_bytes()).unwrap();
    let report = Ended::from(reading.wait_with_output().unwrap()).done().object();
    assert_eq!((&report["counted"], &report["cost"]), (&json!(62), &json!("1.15")));
    import.place.run(&["import", "-", "a.log", "--source", "g"]).with(2).says("beside files");
}

#[cfg(unix)]
#[test]
fn an_import_that_is_stopped_leaves_nothing_behind() {
    let import = Import::new();
    let args = ["import", "-", "--source", "gateway", "--rules", &import.rules, "--yes", "--json"];
    let mut reading = start(&import.place, &args);
    let mut pipe = reading.stdin.take().unwrap();
    // More than a pipe holds: once it is written, the program is in the middle of reading.
    let many = (0..10_000).fold(String::new(), |mut text, number| {
        let _ =
            write!(text, "{}", line(&format!("10:{:02}:00", number / 200), "POST /v2/p1/ocr/passport", 200));
        text
    });
    pipe.write_all(many.as_bytes()).unwrap();
    let signal = format!("kill -INT {}", reading.id());
    assert!(std::process::Command::new("sh").args(["-c", &signal]).status().unwrap().success());
    let ended =
        Ended::from(reading.wait_with_output().unwrap()).with(130).says("cancelled; nothing was written");
    assert_eq!(ended.out, "");
    drop(pipe);
    assert_eq!(import.place.json(&["accounts"])["accounts"], json!([]));
    assert_eq!(import.committed()["counted"], json!(62));
}

fn start(place: &Place, args: &[&str]) -> Child {
    let mut command = place.tollbook(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}
