//! Why a figure is so, and why pay-per-use was charged.

use app::clock::{Clock as _, SystemClock};
use chrono::TimeDelta;
use serde_json::json;

use crate::place::Place;

/// Ten calls at 0.02, three hours ago, that nothing could pay.
fn place() -> Place {
    let place = Place::new();
    place.calls_of_passports(10, SystemClock.now() - TimeDelta::hours(3));
    place
}

#[test]
fn an_amount_comes_with_formula_inputs_rule_and_usage() {
    let place = place();
    place
        .run(&["explain", "charges.0.amount"])
        .done()
        .shows("charges.0.amount = 0.20000000 USD")
        .shows("Calls × price per call, part by part, cut at 8 decimals")
        .shows("rule H-04: Why Are There Eight Decimal Places in My Bill?, 2025-06-23")
        .shows("- Price per call: 0.02 USD");
    let explained = place.json(&["explain", "charges.0.amount"]);
    assert_eq!(explained["why"]["value"], json!("0.20000000"));
    assert_eq!(explained["why"]["source"]["date"], json!("2025-06-23"));
    let used: u64 =
        explained["usage"].as_array().unwrap().iter().map(|one| one["billable"].as_u64().unwrap()).sum();
    assert_eq!(used, 10);
    assert_eq!(explained["usage"][0]["service"], json!("passport-ocr"));
}

#[test]
fn every_kind_of_path_is_explained() {
    let place = place();
    for (path, value) in [
        ("balance", "0.00"),
        ("arrears", "0.20"),
        ("available_credit", "-0.20"),
        ("accrued", "0.00"),
        ("spendable_now", "-0.20"),
        ("state", "grace"),
        ("resources.passport-ocr@ap-southeast-1.state", "enabled"),
        ("resources.passport-ocr@ap-southeast-1.causes", "none"),
        ("charges.total", "0.20"),
        ("charges.0.owed", "0.20"),
        ("charges.0.paid", "0.00"),
        ("notices.last", "arrears"),
    ] {
        assert_eq!(place.json(&["explain", path])["why"]["value"], json!(value), "{path}");
    }
    for (path, value) in [("usage.billable", 10), ("charges.0.quantity", 10), ("charges.0.from_packages", 0)]
    {
        assert_eq!(place.json(&["explain", path])["why"]["value"], json!(value), "{path}");
    }
    let status = place.json(&["status"]);
    for path in ["grace_ends_at", "retention_ends_at"] {
        assert_eq!(place.json(&["explain", path])["why"]["value"], status[path], "{path}");
    }
    place.run(&["top-up", "20.20", "--yes"]).done();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    for (path, value) in [("packages.0.remaining", json!(1000)), ("packages.0.state", json!("active"))] {
        assert_eq!(place.json(&["explain", path])["why"]["value"], value, "{path}");
    }
    assert_eq!(place.json(&["explain", "balance"])["why"]["value"], json!("5.00"));
    assert_eq!(place.json(&["explain", "packages.0.next_cycle.starts_at"])["why"]["value"], json!("none"));
    for path in ["packages.0.ends_at", "packages.0.valid_to", "arrears_since", "notices.count"] {
        let explained = place.json(&["explain", path]);
        assert_ne!(explained["why"]["source"], json!(null), "{path}");
    }
}

#[test]
fn an_unknown_path_is_told_with_the_nearest_ones() {
    let place = place();
    place
        .run(&["explain", "ballance"])
        .with(2)
        .says("there is no figure `ballance`")
        .says("did you mean balance");
    place.run(&["explain", "packages.0.remaining"]).with(2).says("there is no figure");
    place.run(&["explain", "charges.1.amount"]).with(2).says("charges.0.amount");
    place.run(&["explain", "balance", "--from", "2025-01"]).with(2).says("unexpected");
}

#[test]
fn charges_are_told_apart_by_reason_and_sum_to_what_was_charged() {
    let place = place();
    place
        .run(&["explain", "unexpected"])
        .done()
        .shows("no package")
        .shows("0.20000000")
        .shows("rounding to cents")
        .shows("There was no package, and pay-per-use was on.")
        .shows("Buy a package, or disable the service");
    let told = place.json(&["explain", "unexpected"]);
    assert_eq!(
        told["settled"]["rows"],
        json!([{ "reasons": ["no_package"], "calls": 10, "amount": "0.20000000" }])
    );
    assert_eq!(
        (&told["settled"]["rounding"], &told["settled"]["total"]),
        (&json!("0.00000000"), &json!("0.20"))
    );
    let none = place.json(&["explain", "unexpected", "--to", "2020-01"]);
    assert_eq!(none["settled"]["rows"], json!([]));
    place.run(&["explain", "unexpected", "--to", "2020-01"]).done().shows("No pay-per-use was charged");
}
