//! Bills and their lines: a table, JSON, CSV.

use serde_json::json;

use crate::place::Place;

/// A package whose days are as many in every year.
const NINETY_DAYS: &str = r#"
[[offer]]
sku = "passport-90d"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 100
term = "90d"
price = "9.00"
"#;

/// A package of 15.00, and the month of its bill.
fn with_month() -> (Place, String) {
    let place = Place::with_account();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    let bills = place.json(&["bills"]);
    let month = bills["bills"][0]["month"].as_str().unwrap().to_owned();
    (place, month)
}

#[test]
fn every_movement_is_a_line_with_all_its_fields() {
    let (place, month) = with_month();
    let bill = place.json(&["bills", &month, "--lines"]);
    assert_eq!(bill["total"], json!("15.00000000"));
    let line = &bill["lines"][0];
    for (field, value) in [
        ("billing_cycle", month.as_str()),
        ("account", "Main"),
        ("kind", "purchase"),
        ("transaction_type", "1"),
        ("transaction_id", "order-0"),
        ("billing_mode", "prepaid"),
        ("service", "passport-ocr"),
        ("region", "ap-southeast-1"),
        ("resource_id", "package-0"),
        ("resource_name", "passport-1k yearly"),
        ("unit", "cycle"),
        ("list_amount", "15.00000000"),
        ("discount", "0.00000000"),
        ("amount_due", "15.00000000"),
        ("amount_moved", "15.00"),
        ("paid_from_balance", "15.00"),
        ("arrears", "0.00"),
        ("currency", "USD"),
    ] {
        assert_eq!(line[field], json!(value), "{field}");
    }
    place
        .run(&["bills", &month, "--lines"])
        .done()
        .shows("purchase  1     0 passport-1k")
        .shows("15.00000000  15.00");
    place.run(&["bills", &month]).done().shows("open, final on").shows("exportable from");
}

#[test]
fn csv_has_a_byte_order_mark_every_field_and_eight_decimals() {
    let (place, month) = with_month();
    let out = place.run(&["bills", &month, "--lines", "--csv"]).done().out;
    let text = out.strip_prefix('\u{feff}').expect("a byte order mark");
    let lines: Vec<_> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 2, "a head and the purchase");
    let (head, line): (Vec<_>, Vec<_>) = (lines[0].split(',').collect(), lines[1].split(',').collect());
    assert_eq!(head.len(), line.len());
    let field = |name: &str| line[head.iter().position(|found| *found == name).unwrap()];
    assert_eq!((field("amount_moved"), field("paid_from_balance")), ("15.00000000", "15.00000000"));
    assert_eq!((field("resource_name"), field("unit_prices")), ("passport-1k yearly", ""));
}

#[test]
fn lines_are_found_by_day_resource_and_project() {
    let (place, month) = with_month();
    let count = |args: &[&str]| {
        let bill = place.json(&[&["bills", &month, "--lines"], args].concat());
        bill["lines"].as_array().unwrap().len()
    };
    assert_eq!(
        count(&["--resource", "passport-ocr@ap-southeast-1"]),
        1,
        "the hour is open: only the package"
    );
    assert_eq!(count(&["--day", "2001-01-01"]), 0);
    assert_eq!(count(&["--project", "default"]), 0, "the package is bound to no project");
    place.run(&["bills", &month, "--lines", "--resource", "x@y"]).with(2).says("passport-ocr@ap-southeast-1");
    place.run(&["bills", &month, "--lines", "--project", "p"]).with(2).says("it has default");
}

#[test]
fn a_package_is_spread_over_its_days_in_every_form() {
    let place = Place::with_account();
    place.sells(NINETY_DAYS);
    place.run(&["buy", "passport-90d", "--yes"]).done();
    // 9.00 ÷ 90 days, whatever today is: today's share; the other 89 days are still to come.
    let view = place.json(&["bills", "--amortised"]);
    assert_eq!(view["view"], json!("amortised"));
    let month = view["months"][0]["month"].as_str().unwrap();
    assert_eq!(view["months"][0]["packages"], json!("0.10000000"));
    assert_eq!((&view["total"], &view["later"]), (&json!("0.10000000"), &json!("8.90000000")));
    let days = place.json(&["bills", month, "--amortised"]);
    assert_eq!(days["days"].as_array().unwrap().len(), 1);
    assert_eq!(days["days"][0]["total"], json!("0.10000000"));
    place
        .run(&["bills", month, "--amortised"])
        .done()
        .shows("packages, spread")
        .shows("Paid already for days after today: 8.90000000 USD");
    let out = place.run(&["bills", month, "--amortised", "--csv"]).done().out;
    assert!(out.starts_with("\u{feff}day,usage,packages,total,currency\r\n"), "{out}");
    assert!(out.ends_with(",0.00000000,0.10000000,0.10000000,USD\r\n"), "{out}");
    place.run(&["bills", month, "--csv"]).with(2).says("--lines or --amortised");
    place.run(&["bills", month, "--amortised", "--lines"]).with(2).says("cannot be used with");
}

#[test]
fn lines_are_summed_by_project_member_and_tag_and_what_is_none_stands_last() {
    let (place, month) = with_month();
    place.run(&["tag", "passport-ocr@ap-southeast-1", "team=kyc"]).with(2).shows("(none)").says("--yes");
    place.run(&["tag", "passport-ocr@ap-southeast-1", "team=kyc", "--yes"]).done().shows("tagged team: kyc");
    place.run(&["tag", "x@y", "team=kyc"]).with(2).says("passport-ocr@ap-southeast-1");
    place.run(&["tag", "passport-ocr@ap-southeast-1", "=kyc", "--yes"]).with(1).says("invalid_tag");
    let line = &place.json(&["bills", &month, "--lines"])["lines"][0];
    assert_eq!((&line["tags"], &line["member"]), (&json!("team=kyc"), &json!(null)));

    let by = |what: &str| place.json(&["bills", &month, "--lines", "--by", what])["groups"].clone();
    let group = |value: Option<&str>| json!([{ "value": value, "lines": 1, "amount_due": "15.00000000" }]);
    assert_eq!(by("tag:team"), group(Some("kyc")));
    for what in ["tag:stage", "project", "member"] {
        assert_eq!(by(what), group(None), "{what}");
    }
    let shown = place.run(&["bills", &month, "--lines", "--by", "tag:stage"]).done();
    shown.shows("(unallocated)").shows("total");
    place.run(&["bills", &month, "--lines", "--by", "colour"]).with(2).says("tag:KEY");

    place.run(&["tag", "passport-ocr@ap-southeast-1", "team", "--yes"]).done().shows("(none)");
    assert_eq!(by("tag:team"), group(None));
    place.run(&["verify"]).done();
}
