//! Actions with money: shown first, then written once.

use serde_json::json;

use crate::place::Place;

#[test]
fn a_top_up_is_shown_and_written_only_when_agreed_to() {
    let place = Place::with_account();
    place.run(&["top-up", "50"]).with(2).shows("balance after").says("--yes");
    let plan = place.json(&["top-up", "50"]);
    assert_eq!((&plan["committed"], &plan["balance"]), (&json!(false), &json!("150.00")));
    assert_eq!(place.json(&["balance"])["balance"], json!("100.00"), "nothing was written so far");

    let done = place.json(&["top-up", "50", "--yes"]);
    assert_eq!((&done["committed"], &done["to_balance"]), (&json!(true), &json!("50.00")));
    let balance = place.json(&["balance", "--statement"]);
    assert_eq!(balance["balance"], json!("150.00"));
    assert_eq!(balance["statement"][0]["amount"], json!("50.00"));
    place.run(&["balance", "--statement"]).done().shows("150.00");
}

#[test]
fn another_level_is_shown_with_the_stages_it_changes() {
    let place = Place::new();
    place
        .run(&["account", "open", "Main", "--policy", "huawei-ocr-cn", "--level", "V3", "--currency", "USD"])
        .done();
    place.run(&["level", "V0"]).with(2).shows("1 and 7 days").shows("0 and 1 days").says("--yes");
    assert_eq!(place.json(&["level", "V0", "--yes"])["level"], json!("V0"));
    let shown = place.json(&["level", "V5"]);
    assert_eq!((&shown["committed"], &shown["level_before"]), (&json!(false), &json!("V0")));
    place.run(&["level", "V9", "--yes"]).with(1).says("unknown_level");
}

#[test]
fn an_amount_the_rules_refuse_ends_with_one() {
    let place = Place::with_account();
    place.run(&["top-up", "0.00", "--yes"]).with(1).says("invalid_amount").says("0.01 to 1000000.00");
    place.run(&["top-up", "1000000.01", "--yes"]).with(1);
}

#[test]
fn a_package_is_bought_for_its_price_and_listed() {
    let place = Place::with_account();
    place.run(&["offers"]).done().shows("passport-1k").shows("15.00");
    let plan = place.json(&["buy", "passport-1k"]);
    assert_eq!(plan["committed"], json!(false));
    assert_eq!(place.json(&["packages"])["packages"], json!([]));

    place.run(&["buy", "passport-1k", "--yes"]).done().shows("valid to").shows("The balance is 85.00 USD");
    let packages = place.json(&["packages"]);
    let package = &packages["packages"][0];
    assert_eq!(package["remaining"], json!(1000));
    assert_eq!(package["state"], json!("active"));
    assert_eq!(package["service"], json!("passport-ocr"));
    assert!(package["ends_at"].as_str().unwrap().ends_with("T23:59:59+08:00"), "{package}");
    place.run(&["packages"]).done().shows("1,000");

    let bills = place.json(&["bills"]);
    let month = bills["bills"][0]["month"].as_str().unwrap().to_owned();
    assert_eq!(bills["bills"][0]["purchases"], json!("15.00"));
    let bill = place.json(&["bills", &month]);
    assert_eq!(bill["purchases"][0]["sku"], json!("passport-1k"));
    place.run(&["bills", &month]).done().shows("passport-1k").shows("15.00");
    place.run(&["bills", "1999-01"]).with(2).says("no bill for 1999-01");
}

#[test]
fn what_cannot_be_paid_is_refused_and_what_would_do_is_said() {
    let place = Place::new();
    place.run(&["account", "open", "Main", "--balance", "5.00"]).done();
    place
        .run(&["buy", "passport-1k", "--yes"])
        .with(1)
        .says("insufficient_balance")
        .says("tollbook top-up 10.00");
    place.run(&["buy", "nothing-1k", "--yes"]).with(1).says("unknown_offer").says("tollbook offers");
    assert_eq!(place.json(&["balance"])["balance"], json!("5.00"));
}

#[test]
fn a_service_is_enabled_once_and_disabled_once() {
    let place = Place::with_account();
    let service = ["passport-ocr", "ap-southeast-1"];
    place.run(&[&["enable"], &service[..]].concat()).done().shows("Enabled passport-ocr@ap-southeast-1");
    place.run(&[&["enable"], &service[..]].concat()).with(1).says("already_enabled");
    assert_eq!(place.json(&[&["disable"], &service[..]].concat())["state"], json!("disabled"));
    place.run(&[&["disable"], &service[..]].concat()).with(1);
}
