//! `tollbook replay` and its exit codes.

use serde_json::json;

use crate::place::Place;

const SCENARIO: &str = r#"
title  = "Fifty calls cost a dollar"
rules  = ["H-50"]
policy = "huawei-ocr-intl"
[account]
opening_balance = "10.00"
[[price]]
service = "passport-ocr"
region = "ap-southeast-1"
unit_price = "0.02"
[[step]]
at = "2023-04-18T08:00:00+08:00"
enable = { service = "passport-ocr", region = "ap-southeast-1" }
[[step]]
at = "2023-04-18T09:10:00+08:00"
use = { service = "passport-ocr", region = "ap-southeast-1", count = 50 }
[[step]]
at = "2023-04-18T10:00:00+08:00"
expect = { "balance" = "9.00", "usage.billable" = 50, "notices.kinds" = [] }
"#;

#[test]
fn a_scenario_that_holds_is_ok_and_opens_no_books() {
    let place = Place::new();
    let file = place.file("one.toml", SCENARIO);
    let ended = place.run(&["replay", &file]).done();
    assert_eq!(ended.out, format!("ok   {file}\n"));
    assert!(!place.data_dir().join("books.db").exists());
}

#[test]
fn a_failure_names_line_path_expected_and_seen() {
    let place = Place::new();
    let good = place.file("good.toml", SCENARIO);
    let bad = place.file("bad.toml", &SCENARIO.replace("\"9.00\"", "\"8.00\""));
    let ended = place.run(&["replay", &bad, &good]).with(1);
    let expected = format!("FAIL {bad}  line 17: balance: expected \"8.00\", seen \"9.00\"\nok   {good}\n");
    assert_eq!(ended.out, expected);
    place.run(&["replay", &bad, "--journal"]).with(1).shows("Assets:Balance");
}

#[test]
fn a_file_that_cannot_be_read_ends_with_two_and_the_others_are_played() {
    let place = Place::new();
    let good = place.file("good.toml", SCENARIO);
    let unknown = place.file("unknown.toml", &SCENARIO.replace("opening_balance", "opening_ballance"));
    let ended = place.run(&["replay", &unknown, "missing.toml", &good]).with(2);
    assert_eq!(ended.out, format!("ok   {good}\n"));
    ended.says(&format!("{unknown}:6: ")).says("opening_ballance").says("missing.toml: ");
}

#[test]
fn json_prints_every_path_of_the_final_snapshot() {
    let place = Place::new();
    let file = place.file("one.toml", SCENARIO);
    let snapshot = place.json(&["replay", &file]);
    assert_eq!(snapshot["balance"], json!("9.00"));
    assert_eq!(snapshot["usage.billable"], json!(50));
    assert_eq!(snapshot["charges.0.amount"], json!("1.00000000"));
    assert_eq!(snapshot["journal.balanced"], json!(true));
    assert_eq!(snapshot["notices.kinds"], json!([]));
}
