//! How an account stands that could not pay, and what it was told.

use app::clock::{Clock as _, SystemClock};
use chrono::TimeDelta;
use serde_json::json;

use crate::place::Place;

/// An account without money whose ten calls were made so long ago.
fn in_arrears_after(ago: TimeDelta) -> Place {
    let place = Place::new();
    place.calls_of_passports(10, SystemClock.now() - ago);
    place
}

#[test]
fn in_grace_the_least_payment_and_what_it_buys_are_told() {
    let place = in_arrears_after(TimeDelta::hours(3));
    place
        .run(&["status"])
        .done()
        .shows("grace ends")
        .shows("Pay 0.20 USD by ")
        .shows(" (UTC+8) to keep pay-per-use running.")
        .shows("passport-ocr@ap-southeast-1  enabled")
        .shows("a settlement could not be paid in full");
    let status = place.json(&["status"]);
    assert_eq!((&status["stage"], &status["arrears"]), (&json!("grace"), &json!("0.20")));
    let payment = &status["payments"][0];
    assert_eq!((&payment["least"], &payment["buys"]), (&json!("0.20"), &json!("keeps_running")));
    assert_eq!(payment["before"], status["grace_ends_at"]);
    assert_eq!(status["unseen_notices"], json!(1));

    place.run(&["renew", "0", "--yes"]).with(1);
    place.run(&["top-up", "0.19", "--yes"]).done();
    assert_eq!(place.json(&["status"])["payments"][0]["least"], json!("0.01"));
    place.run(&["top-up", "0.01", "--yes"]).done();
    let paid = place.json(&["status"]);
    assert_eq!((&paid["stage"], &paid["payments"]), (&json!("normal"), &json!([])));
    let notices = place.json(&["notices"]);
    let kinds: Vec<_> = notices["notices"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, [&json!("recovered"), &json!("arrears")]);
    place.run(&["notices", "--limit", "1"]).done().shows("the arrears are paid").shows("--limit shows them");
}

#[test]
fn frozen_and_released_say_what_a_payment_still_buys() {
    let frozen = in_arrears_after(TimeDelta::days(20));
    frozen.run(&["status"]).done().shows("to make pay-per-use run again.").shows("frozen  arrears");
    frozen.run(&["balance"]).done().shows("In arrears since").shows("to make pay-per-use run again.");
    let status = frozen.json(&["status"]);
    assert_eq!(status["resources"][0]["causes"], json!(["arrears"]));
    assert_eq!(status["payments"][1]["before"], status["retention_ends_at"]);

    let released = in_arrears_after(TimeDelta::days(40));
    let page = released.run(&["status"]).done();
    assert!(!page.out.contains(" by "), "{}", page.out);
    page.shows("Pay 0.20 USD to be able to enable services again.");
    assert_eq!(released.json(&["status"])["resources"][0]["state"], json!("released"));
}

#[test]
fn an_account_that_owes_nothing_has_nothing_to_pay() {
    let place = Place::with_account();
    place.run(&["status"]).done().shows("normal").shows("No service was ever enabled");
    place.run(&["notices"]).done().shows("No notices yet");
    place.run(&["enable", "passport-ocr", "ap-southeast-1"]).done();
    place.run(&["disable", "passport-ocr", "ap-southeast-1"]).done();
    let resource = &place.json(&["status"])["resources"][0];
    assert_eq!((&resource["state"], &resource["causes"]), (&json!("disabled"), &json!(["manual"])));
}

#[test]
fn what_must_be_paid_until_when_is_a_calendar() {
    let place = in_arrears_after(TimeDelta::hours(3));
    let at = |name: &str| {
        let at = place.json(&["status"])[name].as_str().unwrap().to_owned();
        let at = billing::zone::parse_instant(&at).unwrap();
        at.format("%Y%m%dT%H%M%SZ").to_string()
    };
    let calendar = place.run(&["status", "--ics"]).done().out;
    let lines: Vec<_> = calendar.split_terminator("\r\n").collect();
    assert_eq!((lines[0], *lines.last().unwrap()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let starts: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("DTSTART:")).collect();
    assert_eq!(starts, [at("grace_ends_at"), at("retention_ends_at")]);
    assert!(calendar.replace("\r\n ", "").contains("SUMMARY:Main: Pay 0.20 USD by "), "{calendar}");
    let ids = |text: &str| {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let (first, again) = (ids(&calendar), ids(&place.run(&["status", "--ics"]).done().out));
    assert_eq!((first.len(), &first), (2, &again), "the same deadline has the same id");
    place.run(&["status", "--ics", "--json"]).with(2).says("cannot be used with");
    place.run(&["top-up", "0.20", "--yes"]).done();
    assert!(!place.run(&["status", "--ics"]).done().out.contains("BEGIN:VEVENT"));
}

#[test]
fn what_is_foreseen_stands_in_status_and_packages_alike() {
    // 10 calls a day, for four weeks and a day up to yesterday.
    let place = Place::with_account();
    let now = SystemClock.now();
    let day = |back: i32| {
        let at = (now - TimeDelta::days(1) * back).format("%d/%b/%Y:%H:%M:%S +0000");
        format!("10.0.0.7 - - [{at}] \"POST /ocr/passport HTTP/1.1\" 200 512 \"-\" \"gateway\"\n").repeat(10)
    };
    let log = place.file("weeks.log", &(1..=29).rev().map(day).collect::<String>());
    place.imports_passports(&log);
    place.run(&["buy", "passport-1k", "--yes"]).done();

    place.run(&["status"]).done().shows("money lasts").shows("beyond 30 days").shows(" expected");
    place.run(&["packages"]).done().shows("a day  runs out UTC+8").shows("left at its end");
    let status = place.json(&["status"]);
    let (ahead, packages) = (&status["forecast"], place.json(&["packages"]));
    assert_eq!((&ahead["method"], &ahead["weeks"]), (&json!("same-hours"), &json!(4)));
    assert_eq!(&packages["forecast"], ahead);
    let ahead = &packages["packages"][0]["forecast"];
    assert_eq!(ahead["a_day"], json!({ "least": 10, "middle": 10, "most": 10 }));
    assert_eq!(ahead["unused_money"]["most"], json!("0.00"), "1,000 calls are 100 days");
    let runs_out = billing::zone::parse_instant(ahead["runs_out"]["latest"].as_str().unwrap()).unwrap();
    assert!((99..=100).contains(&(runs_out - now).num_days()), "{runs_out}");
}

#[test]
fn without_two_weeks_of_usage_it_is_told_what_is_missing() {
    let place = in_arrears_after(TimeDelta::hours(3));
    place.run(&["status"]).done().shows("needs 14 more days of usage");
    assert_eq!(place.json(&["status"])["forecast"], json!({ "needs_days": 14 }));
}

#[test]
fn a_source_that_stopped_while_another_goes_on_is_named() {
    let place = Place::new();
    let now = SystemClock.now();
    let log = |name: &str, days: [i64; 2]| {
        let line = |back| {
            let at = (now - TimeDelta::days(back) - TimeDelta::hours(1)).format("%d/%b/%Y:%H:%M:%S +0000");
            format!("10.0.0.7 - - [{at}] \"POST /ocr/passport HTTP/1.1\" 200 512 \"-\" \"gateway\"\n")
        };
        place.file(name, &days.map(line).concat())
    };
    place.imports_from("edge", &log("edge.log", [16, 4]));
    assert_eq!(place.json(&["status"])["sources"], json!({ "counted": 1, "missing": [] }));
    place.imports_from("gateway", &log("gateway.log", [12, 0]));
    place.run(&["status"]).done().shows("1 of 2; missing: edge since").shows("at least what is shown");
    let sources = &place.json(&["status"])["sources"];
    assert_eq!((&sources["counted"], &sources["missing"][0]["source"]), (&json!(2), &json!("edge")));
    assert!(sources["missing"][0]["known_until"].is_string());
}
