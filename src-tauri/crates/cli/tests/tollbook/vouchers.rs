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

#[test]
fn packages_that_are_paid_together_are_shown_with_the_share_of_the_voucher() {
    let place = Place::with_account();
    place.run(&["voucher", "add", "SPRING", "10.00", "--valid-to", UNTIL, "--yes"]).done();
    let buy = ["buy", "passport-1k", "passport-1k", "passport-1k"];
    // 45.00, of which the voucher pays 3.34 and twice 3.33: what the cut leaves goes to the first of the largest.
    let plan = place.json(&buy);
    assert_eq!((&plan["committed"], &plan["price"]), (&json!(false), &json!("45.00")));
    let packages = plan["packages"].as_array().unwrap();
    let shares: Vec<_> = packages.iter().map(|package| &package["from_vouchers"]).collect();
    assert_eq!(shares, [&json!("3.34"), &json!("3.33"), &json!("3.33")]);
    let orders = plan["why"]["inputs"].as_array().unwrap();
    let orders: Vec<_> = orders.iter().filter(|input| input["name"] == "order").collect();
    assert_eq!(orders.len(), 3);
    let of_it = orders[0]["why"]["inputs"].as_array().unwrap().iter().find(|input| input["name"] == "of-it");
    assert_eq!(of_it.unwrap()["value"], json!("3.34"));
    place.run(&buy).with(2).shows("3.34 SPRING").shows("65.00 USD").says("--yes");
    assert_eq!(place.json(&["packages"])["packages"], json!([]), "nothing was written so far");

    place
        .run(&[&buy[..], &["--yes"]].concat())
        .done()
        .shows("Bought packages 0, 1, 2. The balance is 65.00 USD.");
    assert_eq!(place.json(&["packages"])["packages"].as_array().unwrap().len(), 3);
    // Five more cost 75.00: none is bought.
    let more = ["buy", "passport-1k", "passport-1k", "passport-1k", "passport-1k", "passport-1k", "--yes"];
    place.run(&more).with(1).says("insufficient_balance").says("10.00");
    let later = ["buy", "passport-1k", "passport-1k", "--starts-at", UNTIL];
    place.run(&later).with(2).says("begin at once");
    assert_eq!(place.json(&["packages"])["packages"].as_array().unwrap().len(), 3);
    place.run(&["verify"]).done();
}
