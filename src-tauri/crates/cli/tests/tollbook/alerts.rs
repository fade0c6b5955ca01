//! Alerts and the credit limit.

use app::clock::{Clock as _, SystemClock};
use serde_json::json;

use crate::place::Place;

#[test]
fn a_balance_alert_is_armed_fires_and_is_acknowledged() {
    let place = Place::with_account();
    place.run(&["alert"]).done().shows("No balance alert").shows("No package alerts");
    place.run(&["alert", "acknowledge"]).with(1).says("has not fired");
    place.run(&["alert", "snooze", "3d"]).with(1).says("no balance alert");
    place.run(&["alert", "balance", "20"]).with(2).shows("line before").says("--yes");
    assert_eq!(place.json(&["alert"])["balance_alert"], json!(null), "nothing was written so far");

    place.run(&["alert", "balance", "20", "--yes"]).done().shows("The balance alert is set to 20.00.");
    let armed = &place.json(&["alert"])["balance_alert"];
    assert_eq!((&armed["state"], &armed["value"]), (&json!("armed"), &json!("100.00")));
    place.run(&["alert"]).done().shows("armed");

    place.run(&["alert", "balance", "100.01", "--yes"]).done().shows("at once").says("1 notice");
    let fired = &place.json(&["alert"])["balance_alert"];
    assert_eq!((&fired["state"], &fired["told"]), (&json!("fired"), &json!(1)));
    assert!(fired["fired_since"].is_string() && fired["told_again_at"].is_string(), "{fired}");
    place.run(&["alert"]).done().shows("fired since").shows("told again");

    for wrong in ["0d", "yesterday", "3w", "2026-01", "-1h"] {
        place.run(&["alert", "snooze", "--", wrong]).with(2);
    }
    place.run(&["alert", "snooze", "91d"]).with(2).says("at most").says("alert balance off");
    place.run(&["alert", "snooze", "2020-01-01"]).with(2).says("has passed");
    place.run(&["alert", "snooze", "3d"]).done().shows("is snoozed until").shows("Deadlines and arrears");
    place.run(&["alert"]).done().shows("snoozed until");
    assert!(place.json(&["alert"])["balance_alert"]["snoozed_until"].is_string());
    place.run(&["undo", "--yes"]).done().shows("The snooze of the balance alert: off.");
    assert_eq!(place.json(&["alert"])["balance_alert"]["snoozed_until"], json!(null));
    place.run(&["alert", "snooze", "12h"]).done();
    place.run(&["alert", "snooze", "off"]).done().shows("may speak again");

    place.run(&["alert", "acknowledge"]).done().shows("Acknowledged");
    let known = &place.json(&["alert"])["balance_alert"];
    assert_eq!((&known["acknowledged"], &known["told_again_at"]), (&json!(true), &json!(null)));
    place.run(&["alert"]).done().shows("no: acknowledged");

    place.run(&["alert", "balance", "off", "--yes"]).done();
    assert_eq!(place.json(&["alert"])["balance_alert"], json!(null));
    place.run(&["alert", "balance", "-1", "--yes"]).with(2);
    place.run(&["alert", "balance", "nothing", "--yes"]).with(2);
}

#[test]
fn a_package_alert_watches_the_packages_of_its_service() {
    let place = Place::with_account();
    let of = |line: &'static str| ["alert", "package", "passport-ocr", "ap-southeast-1", line];
    place
        .run(&[&of("10")[..], &["--yes"]].concat())
        .done()
        .shows("passport-ocr@ap-southeast-1 is set to 10 %");
    place.run(&["alert"]).done().shows("none in force");
    place.run(&["buy", "passport-1k", "--yes"]).done();
    place.run(&["alert"]).done().shows("0 passport-1k").shows("100 %").shows("armed");
    let alerts = place.json(&["alert"]);
    assert_eq!(alerts["package_alerts"][0]["percent"], json!(10));
    assert_eq!(alerts["package_alerts"][0]["packages"][0]["remaining"], json!(1000));

    place.run(&[&of("off")[..], &["--yes"]].concat()).done();
    assert_eq!(place.json(&["alert"])["package_alerts"], json!([]));
    place.run(&of("101")).with(2).says("0 to 100");
    place.run(&["alert", "package", "pasport-ocr", "ap-southeast-1", "10"]).with(2).says("catalogue show");
}

#[test]
fn a_credit_limit_widens_what_can_be_spent() {
    let place = Place::with_account();
    place.run(&["credit-limit", "50"]).with(2).shows("150.00 USD").says("--yes");
    let plan = place.json(&["credit-limit", "50"]);
    assert_eq!((&plan["committed"], &plan["available_credit"]), (&json!(false), &json!("150.00")));
    assert_eq!(place.json(&["balance"])["credit_limit"], json!("0.00"));
    place.run(&["credit-limit", "50", "--yes"]).done().shows("The credit limit is 50.00 USD.");
    assert_eq!(place.json(&["balance"])["available_credit"], json!("150.00"));
    place.run(&["credit-limit", "1000000.01", "--yes"]).with(1).says("invalid_amount");
}

#[test]
fn a_package_alert_fires_when_a_package_reaches_its_line() {
    let place = Place::with_account();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    place.run(&["alert", "package", "passport-ocr", "ap-southeast-1", "99%", "--yes"]).done();
    place.calls_of_passports(10, SystemClock.now());
    let alert = &place.json(&["alert"])["package_alerts"][0];
    assert_eq!((&alert["state"], &alert["packages"][0]["remaining"]), (&json!("fired"), &json!(990)));
    assert!(alert["packages"][0]["fired_since"].is_string(), "{alert}");
    place.run(&["alert"]).done().shows("99 %  fired");
    place.run(&["notices"]).done().shows("little is left of a package").shows("0 passport-1k");
}
