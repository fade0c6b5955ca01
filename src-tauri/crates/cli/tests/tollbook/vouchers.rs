//! Vouchers are added, pay first, and are listed.

use serde_json::json;

use crate::place::Place;

const UNTIL: &str = "2099-12-31T23:59:59+08:00";

#[test]
fn a_voucher_is_shown_before_it_is_added_and_pays_before_the_balance() {
    let place = Place::with_account();
    let add = ["voucher", "add", "SPRING", "20.00", "--valid-to", UNTIL];
    place.run(&["voucher", "list"]).done().shows("0.00 USD");
    place.run(&add).with(2).shows("usable vouchers after").shows("20.00 USD").says("--yes");
    assert_eq!(place.json(&["voucher", "list"])["vouchers"], json!([]), "nothing was written so far");

    place.run(&[&add[..], &["--yes"]].concat()).done().shows("Usable vouchers are worth 20.00 USD.");
    place.run(&[&add[..], &["--yes"]].concat()).with(1).says("a voucher of this name").says("voucher list");
    place.run(&["balance"]).done().shows("usable vouchers").shows("20.00 USD");
    place.run(&["voucher", "list"]).done().shows("SPRING").shows("everything");

    place.run(&["buy", "passport-1k", "--yes"]).done().shows("from vouchers").shows("15.00 USD");
    let listed = &place.json(&["voucher", "list"]);
    assert_eq!((&listed["usable"], &listed["vouchers"][0]["left"]), (&json!("5.00"), &json!("5.00")));
    let balance = &place.json(&["balance"]);
    assert_eq!((&balance["balance"], &balance["usable_vouchers"]), (&json!("100.00"), &json!("5.00")));
    place.run(&["verify"]).done();
}

#[test]
fn the_limits_of_a_voucher_are_listed_and_wrong_ones_refused() {
    let place = Place::with_account();
    let add =
        |more: &[&'static str]| [&["voucher", "add", "V", "20", "--valid-to", UNTIL, "--yes"], more].concat();
    place.run(&add(&["--pays", "gifts"])).with(2).says("purchase, renewal, usage");
    place.run(&add(&["--valid-from", "2100-01-01T00:00:00+08:00"])).with(1).says("a validity");
    let limits =
        ["--service", "passport-ocr", "--pays", "usage", "--minimum", "1", "--single-use", "--most", "5"];
    place.run(&add(&limits)).done();
    place
        .run(&["voucher", "list"])
        .done()
        .shows("usage of passport-ocr, from 1.00 on, at most 5.00 of a payment, one payment");
}
