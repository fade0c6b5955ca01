//! Accounts whose resources are applications, billed in minutes of attendance.

use serde_json::json;

use crate::place::Place;

fn with_package() -> Place {
    let place = Place::with_application();
    place.run(&["buy", "lcic-10", "--application", "school", "--yes"]).done();
    place
}

fn class_of(place: &Place, seconds: &str) -> serde_json::Value {
    place.run(&["class", "start", "school", "maths"]).done().shows("Class maths of school runs.");
    place.json(&["class", "finish", "school", "maths", "--seconds", seconds, "--yes"])
}

#[test]
fn an_application_is_suspended_until_it_has_a_package() {
    let place = Place::with_application();
    place.run(&["status"]).done().shows("application  state      because  overage").shows("school");
    let school = &place.json(&["status"])["resources"][0];
    assert_eq!((&school["application"], &school["region"]), (&json!("school"), &json!("")));
    assert_eq!((&school["state"], &school["causes"]), (&json!("suspended"), &json!(["expired"])));
    place.run(&["class", "start", "school", "maths"]).with(1).says("resource_suspended").says("tollbook buy");

    place.run(&["offers"]).done().shows("lcic-10  lcic          10").shows("minutes");
    place.run(&["buy", "lcic-10", "--yes"]).with(2).says("add --application NAME");
    place.run(&["buy", "lcic-10", "--application", "other", "--yes"]).with(2).says("tollbook enable other");
    place.run(&["buy", "lcic-10", "--application", "school"]).with(2).shows("minutes").shows("20.00 USD");
    place.run(&["buy", "lcic-10", "--application", "school", "--yes"]).done();
    assert_eq!(place.json(&["status"])["resources"][0]["state"], json!("enabled"));
    place.run(&["packages"]).done().shows("minutes left").shows("school");
    let packages = place.json(&["packages"]);
    assert_eq!((&packages["unit"], &packages["packages"][0]["remaining"]), (&json!("minute"), &json!(10)));
}

/// T-07: 660 s are 11 minutes, of which the package has 10; the next 90 s bring the day to 750 s, 13 minutes.
#[test]
fn minutes_are_those_of_the_running_total_and_overage_charges_what_packages_lack() {
    let place = with_package();
    let class = class_of(&place, "660");
    assert_eq!((&class["minutes"], &class["from_packages"]), (&json!(11), &json!(10)));
    assert_eq!((&class["overage"], &class["uncovered"]), (&json!(0), &json!(1)));
    let school = &place.json(&["status"])["resources"][0];
    assert_eq!((&school["state"], &school["causes"]), (&json!("suspended"), &json!(["quota"])));
    place.run(&["class", "start", "school", "maths"]).with(1).says("tollbook overage");

    let plan = place.json(&["overage", "school", "on"]);
    assert_eq!((&plan["committed"], &plan["state_before"]), (&json!(false), &json!("suspended")));
    assert_eq!((&plan["state"], &plan["price_per_minute"]), (&json!("enabled"), &json!("0.015")));
    assert_eq!(
        place.json(&["status"])["resources"][0]["overage"],
        json!(false),
        "nothing was written so far"
    );
    place
        .run(&["overage", "school", "on", "--yes"])
        .done()
        .shows("suspended (quota)")
        .shows("The overage of school is on.");

    place.run(&["class", "start", "school", "maths"]).done();
    assert_eq!(place.json(&["status"])["resources"][0]["classes"][0]["class"], json!("maths"));
    let class = place.json(&["class", "finish", "school", "maths", "--seconds", "90", "--yes"]);
    assert_eq!((&class["minutes"], &class["overage"]), (&json!(2), &json!(2)));
    assert_eq!(class["spendable_now"], json!("79.97"), "2 minutes at 0.015 accrue 0.03");

    place
        .run(&["usage"])
        .done()
        .shows("school")
        .shows("overage")
        .shows("not settled yet, so not charged above: 0.03");
    let usage = place.json(&["usage", "--application", "school"]);
    assert_eq!((&usage["unit"], &usage["lines"][0]["uncovered"]), (&json!("minute"), &json!(1)));
    place.run(&["usage", "--application", "other"]).with(2).says("no such service, region or application");
    place.run(&["disable", "school"]).done().shows("Minutes already used are still billed: 0.03 USD at");
}

#[test]
fn a_package_is_renewed_given_back_once_and_never_when_used() {
    let place = with_package();
    class_of(&place, "60");
    place.run(&["unsubscribe", "0", "--yes"]).with(1).says("package_used").says("rule T-40");
    place.run(&["renew", "0", "--yes"]).done().shows("minutes of a cycle").shows("The balance is 60.00 USD.");
    place.run(&["buy", "lcic-10", "--application", "school", "--yes"]).done();
    place
        .run(&["unsubscribe", "1", "--yes"])
        .done()
        .shows("minutes given up")
        .shows("given back for 20.00 USD");

    let bills = place.json(&["bills"]);
    let month = bills["bills"][0]["month"].as_str().unwrap().to_owned();
    assert_eq!(
        (&bills["bills"][0]["purchases"], &bills["bills"][0]["refunds"]),
        (&json!("40.00"), &json!("-20.00"))
    );
    place.run(&["bills", &month]).done().shows("application").shows("school");
}

#[test]
fn what_belongs_to_the_other_kind_of_account_is_refused_with_what_would_do() {
    let place = Place::with_application();
    place.run(&["enable", "school", "ap-southeast-1"]).with(2).says("name the application alone: school");
    let services = Place::with_account();
    services
        .run(&["enable", "passport-ocr"])
        .with(2)
        .says("no region was given")
        .says("passport-ocr ap-southeast-1");
    services.run(&["overage", "school", "on"]).with(2).says("has no applications");
    services.run(&["class", "start", "school", "maths"]).with(2).says("has no applications");
    services.run(&["buy", "passport-1k", "--application", "school"]).with(2).says("has no applications");
    let offers = services.json(&["offers"]);
    assert_eq!(offers["offers"].as_array().unwrap().len(), 1, "offers of applications are not for services");
}
