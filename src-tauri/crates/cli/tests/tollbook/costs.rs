//! What the money is made of, what it was for, and what changed.

use app::clock::{Clock as _, SystemClock};
use chrono::TimeDelta;
use serde_json::json;

use crate::place::Place;

#[test]
fn the_newest_month_is_made_of_what_its_bill_is_and_nothing_is_unallocated_unseen() {
    let place = Place::with_account();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    let made = place.json(&["costs"]);
    let month = made["month"].as_str().unwrap().to_owned();
    assert_eq!(made["total"], json!("15.00"));
    assert_eq!(made["total"], place.json(&["bills", &month])["total"]);
    assert_eq!(
        (&made["modes"][0]["mode"], &made["modes"][0]["amount"]),
        (&json!("purchases"), &json!("15.00000000"))
    );
    assert_eq!(made["modes"][0]["parts"][0]["service"], json!("passport-ocr"));
    place.run(&["costs", &month]).done().shows("packages bought").shows("total");
    let sums = place.json(&["costs", "--by", "project"]);
    assert_eq!((&sums["groups"][0]["value"], &sums["total"]), (&json!(null), &json!("15.00000000")));
    place.run(&["costs", "--by", "project"]).done().shows("(unallocated)");
    place.run(&["costs", "--by", "colour"]).with(2);
    place.run(&["costs", "2011-01"]).with(2).says("tollbook bills");
}

#[test]
fn what_changed_adds_up_from_the_range_before_to_now() {
    let place = Place::new();
    // 1,500 × 0.02, five days ago: in the last seven days, and not in the seven before.
    place.calls_of_passports(1_500, SystemClock.now() - TimeDelta::days(5));
    let told = place.json(&["costs", "--changed", "7d"]);
    let total = &told["total"];
    assert_eq!(
        (&total["before"], &total["now"], &total["change"]),
        (&json!("0.00"), &json!("30.00"), &json!("30.00"))
    );
    assert_eq!(told["groups"][0]["value"], json!("passport-ocr"));
    place.run(&["costs", "--changed", "7d", "--by", "mode"]).done().shows("pay-per-use").shows("+30.00");
    place.run(&["costs", "--changed", "5d"]).with(2);
    place.run(&["costs", "--changed", "7d", "--by", "colour"]).with(2);
}

#[test]
fn what_could_be_saved_is_ranked_and_nothing_to_find_says_what_was_looked_at() {
    let place = Place::with_account();
    place.run(&["costs", "--findings"]).done().shows("No change is worth it.").shows("Looked at 0 calls");
    let place = Place::new();
    // 1,500 × 0.02 one by one; a package of 1,000 for 15.00 and 500 × 0.02 are 5.00 less a year, 0.41 a month.
    place.calls_of_passports(1_500, SystemClock.now() - TimeDelta::hours(3));
    let told = place.json(&["costs", "--findings"]);
    let finding = &told["findings"][0];
    assert_eq!((&finding["finding"], &finding["per_month"]), (&json!("cheaper"), &json!("0.41")));
    assert_eq!((&finding["package"], &finding["calls"]), (&json!("passport-1k"), &json!(1500)));
    assert_eq!(told["looked_at"]["charged"], json!("30.00"));
    place.run(&["costs", "--findings"]).done().shows("tollbook buy passport-1k");
    place.run(&["costs", "--findings", "--changed", "7d"]).with(2);
}
