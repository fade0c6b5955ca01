//! Packages renewed by hand, by themselves, and given back.

use serde_json::json;

use crate::place::Place;

fn with_package() -> Place {
    let place = Place::with_account();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    place
}

#[test]
fn a_renewal_is_shown_with_its_price_and_written_only_when_agreed_to() {
    let place = with_package();
    place
        .run(&["renew", "0"])
        .with(2)
        .shows("0 passport-1k, passport-ocr@ap-southeast-1")
        .shows("next cycle from")
        .shows("70.00 USD")
        .says("--yes");
    let before = &place.json(&["packages"])["packages"][0];
    let plan = place.json(&["renew", "0", "--terms", "2"]);
    assert_eq!((&plan["committed"], &plan["price"]), (&json!(false), &json!("30.00")));
    assert_eq!((&plan["from_balance"], &plan["balance"]), (&json!("30.00"), &json!("55.00")));
    assert_eq!(plan["cycles"].as_array().unwrap().len(), 2);
    assert_eq!(&place.json(&["packages"])["packages"][0], before, "nothing was written so far");

    place.run(&["renew", "0", "--yes"]).done().shows("Renewed package 0. The balance is 70.00 USD.");
    let after = &place.json(&["packages"])["packages"][0];
    assert_eq!(after["next_cycle"]["ends_at"], after["valid_to"]);
    assert_eq!(after["next_cycle"]["quota"], json!(1000));
    assert_ne!(after["valid_to"], before["valid_to"]);
}

#[test]
fn a_renewal_that_cannot_be_is_refused_with_what_would_do() {
    let place = with_package();
    place.run(&["renew", "7", "--yes"]).with(1).says("unknown_package").says("tollbook packages");
    place.run(&["renew", "0", "--terms", "0", "--yes"]).with(1).says("give 1 to 1200");
    place
        .run(&["renew", "0", "--terms", "6", "--yes"])
        .with(1)
        .says("insufficient_balance")
        .says("tollbook top-up 5.00");
}

#[test]
fn automatic_renewal_shows_its_next_attempt() {
    let place = with_package();
    let plan = place.json(&["auto-renew", "0", "on", "--days-before", "3"]);
    let at = plan["package"]["next_renewal_attempt"].as_str().unwrap().to_owned();
    assert!(at.ends_with("T03:00:00+08:00"), "{at}");
    assert_eq!(place.json(&["packages"])["packages"][0]["next_renewal_attempt"], json!(null));

    let shown = at[..16].replace('T', " ");
    place.run(&["auto-renew", "0", "on", "--days-before", "3", "--yes"]).done().shows("it is tried on");
    place.run(&["packages"]).done().shows("renews itself UTC+8").shows(&shown);
    assert_eq!(place.json(&["packages"])["packages"][0]["auto_renew_days_before"], json!(3));

    place.run(&["auto-renew", "0", "off", "--yes"]).done().shows("does not renew itself");
    assert!(!place.run(&["packages"]).done().out.contains("renews itself"));
    place.run(&["auto-renew", "0", "on", "--days-before", "8", "--yes"]).with(1).says("give 0 to 7");
    place.run(&["auto-renew", "0", "off", "--days-before", "1"]).with(2).says("goes with `on`");
    place.run(&["auto-renew", "7", "on", "--yes"]).with(1).says("unknown_package");
}

#[test]
fn a_package_that_is_not_taken_back_is_refused_with_its_rule() {
    let place = with_package();
    place
        .run(&["unsubscribe", "0"])
        .with(1)
        .says("not_refundable")
        .says("rule H-130 (FAQ: refund of a package)")
        .says("the package pays for calls until");
    place.run(&["auto-renew", "0", "on", "--yes"]).done();
    place.run(&["unsubscribe", "0", "--yes"]).with(1).says("tollbook auto-renew 0 off");
    let renewal = ["unsubscribe", "0", "--renewal-only", "--yes"];
    place.run(&renewal).with(1).says("not_refundable").says("rule H-136").says("renewal periods not started");
    place.run(&["unsubscribe", "7"]).with(1).says("unknown_package").says("tollbook packages");
    assert_eq!(place.json(&["packages"])["packages"][0]["state"], json!("active"));
}

#[test]
fn a_renewal_ends_on_the_chosen_day_and_a_package_may_end_with_its_service() {
    let place = Place::with_account();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    let shown = place.run(&["renew", "0", "--align-to-day", "31"]).with(2);
    shown.shows("next cycle to").says("--yes");
    let renewed = &place.json(&["renew", "0", "--align-to-day", "--yes"]);
    assert_eq!(renewed["package"]["valid_to"].as_str().map(|at| &at[8..10]), Some("01"), "{renewed}");
    place.run(&["renew", "0", "--align-to-day", "32", "--yes"]).with(1).says("outside 1");

    place.run(&["at-expiry", "0", "disable"]).with(2).shows("becomes then").shows("disable").says("--yes");
    place.run(&["at-expiry", "0", "suspend", "--yes"]).with(1).says("does not offer that");
    place.run(&["at-expiry", "0", "disable", "--yes"]).done().shows("disable its service");
    place.run(&["at-expiry", "0", "nothing"]).with(2).says("none of renew");
    place.run(&["verify"]).done();
}

#[test]
fn a_package_is_shared_with_member_accounts_and_then_pays_for_what_they_call() {
    let place = Place::with_account();
    place.run(&["buy", "passport-1k", "--yes"]).done();
    place.run(&["share", "0", "on"]).with(2).shows("shared before").shows("off").says("--yes");
    place.run(&["share", "0", "on", "--yes"]).done().shows("The sharing of package 0 is on.");
    assert_eq!(place.json(&["packages"])["packages"][0]["shared"], json!(true));
    place.run(&["share", "7", "on"]).with(1).says("unknown_package");
    place.run(&["verify"]).done();
}
