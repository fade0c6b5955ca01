//! Accounts whose resources are applications, billed in minutes of attendance.

use app::clock::{Clock as _, SystemClock};
use chrono::TimeDelta;
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

/// Yesterday's attendance by hand: 10 people for an hour less 1 s, and a row that cannot be right.
fn attendance(at: billing::Instant) -> String {
    let day = at.format("%Y-%m-%d");
    let row = |number: u32| format!("r-{number},school,u-{number},{day}T02:00:00Z,{day}T02:59:59Z\n");
    let rows: String = (1..=10).map(row).collect();
    format!(
        "record_id,application,user,joined,left\n{rows}r-1,school,u-1,{day}T02:00:00Z,{day}T02:59:59Z\nr-11,school,u-11,,\n"
    )
}

/// T-07: 35,990 s are 600 minutes, not the 610 of rows rounded up one by one.
#[test]
fn attendance_is_imported_shown_recognised_and_undone() {
    let place = Place::with_application();
    let two_days_ago = SystemClock.now() - TimeDelta::days(2);
    let file = place.file("attendance.csv", &attendance(two_days_ago));
    let import = ["import", &file, "--source", "classroom"];
    let plan = place.json(&import);
    assert_eq!(
        (&plan["committed"], &plan["counted"], &plan["duplicates"]),
        (&json!(false), &json!(10), &json!(1))
    );
    assert_eq!(
        (&plan["billable"], &plan["base_unit"], &plan["unit"]),
        (&json!(35_990), &json!("second"), &json!("minute"))
    );
    assert_eq!((&plan["rejected"][0]["line"], &plan["rejected"][0]["field"]), (&json!(13), &json!("time")));
    assert_eq!(
        (&plan["lines"][0]["application"], &plan["lines"][0]["uncovered"]),
        (&json!("school"), &json!(600))
    );
    assert_eq!(
        (&plan["lines"][0]["billable"], &plan["cost"]),
        (&json!(0), &json!("0.00")),
        "no package, no overage"
    );

    let yes = [&import[..], &["--yes"]].concat();
    place
        .run(&yes)
        .done()
        .shows("seconds attended")
        .shows("35,990")
        .shows("uncovered")
        .shows("tollbook undo 1");
    place.run(&yes).done().shows("Nothing new in it");
    place.run(&["imports"]).done().shows("seconds attended").shows("35,990");
    place.run(&["verify"]).done();
    assert_eq!(place.json(&["usage"])["lines"][0]["uncovered"], json!(600));
    place.run(&["undo", "1"]).done();
    assert_eq!(place.json(&["usage"])["lines"][0]["uncovered"], json!(0));
    place.run(&["verify"]).done();
    place.run(&yes).done().shows("seconds attended");
}

/// What was attended without a package ran, and costs nothing (T-19, T-20).
#[test]
fn attendance_enables_its_application_which_is_suspended_without_a_package() {
    let place = Place::new();
    let began = SystemClock.now() - TimeDelta::days(5);
    place.run(&["account", "open", "School", "--policy", "tencent-lcic", "--balance", "100.00"]).done();
    let day = (began + TimeDelta::days(1)).format("%Y-%m-%d");
    let row =
        format!("{{\"id\":\"r-1\",\"time\":\"{day}T03:00:00Z\",\"app\":\"school\",\"seconds\":1200}}\n");
    let file = place.file("attendance.jsonl", &row);
    let plan = place.json(&["import", &file, "--source", "classroom", "--yes"]);
    assert_eq!(
        (&plan["enables"][0]["application"], &plan["lines"][0]["uncovered"]),
        (&json!("school"), &json!(20))
    );
    let school = &place.json(&["status"])["resources"][0];
    assert_eq!((&school["state"], &school["causes"]), (&json!("suspended"), &json!(["expired"])));
}

#[test]
fn the_first_attendance_opens_its_account() {
    let place = Place::new();
    let file = place.file("attendance.csv", &attendance(SystemClock.now() - TimeDelta::days(2)));
    let args =
        ["import", &file, "--source", "classroom", "--policy", "tencent-lcic", "--balance", "5.00", "--yes"];
    place
        .run(&args)
        .done()
        .shows("Main will be opened under tencent-lcic")
        .shows("enables, as its usage proves: school");
    place.run(&["verify"]).done();
    let log =
        place.file("access.log", "10.0.0.7 - - [10/Aug/2024:09:01:00 +0800] \"POST /a HTTP/1.1\" 200 5\n");
    place.run(&["import", &log, "--source", "gateway", "--yes"]).with(2).says("the format is not recognised");
}
