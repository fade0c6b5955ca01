//! What calls would have cost in each way of paying.

use app::clock::{Clock as _, SystemClock};
use chrono::TimeDelta;
use serde_json::json;

use crate::place::Place;

#[test]
fn ways_of_paying_are_compared_over_the_same_calls() {
    let place = Place::new();
    place.calls_of_passports(1_500, SystemClock.now() - TimeDelta::hours(3));
    let compared = place.json(&["compare", "passport-ocr", "ap-southeast-1", "--days", "30"]);
    let ways = compared["ways"].as_array().unwrap();
    // 1,500 × 0.02; a package of 1,000 calls for 15.00 and 500 × 0.02.
    assert_eq!((&compared["calls"], &ways[0]["total"]), (&json!(1500), &json!("30.00")));
    assert_eq!((&ways[1]["offer"], &ways[1]["total"]), (&json!("passport-1k"), &json!("25.00")));
    assert_eq!((&ways[1]["from_packages"], &ways[1]["left"]), (&json!(1000), &json!(0)));
    assert_eq!(compared["cheapest"], json!("passport-1k"));
    place
        .run(&["compare", "passport-ocr", "ap-southeast-1"])
        .done()
        .shows("1,500 calls of passport-ocr@ap-southeast-1")
        .shows("passport-1k would have cost 5.00 USD less, with 0 calls left at the end.");
    place.run(&["compare", "no-such", "nowhere"]).with(1);
}
