//! Which account a command is about.

use serde_json::json;

use crate::place::{Ended, Place, text_of, tollbook};

#[test]
fn with_two_accounts_one_must_be_named() {
    let place = Place::with_account();
    place.run(&["balance"]).done().shows("100.00 USD");
    place.run(&["account", "open", "Second", "--level", "V2"]).done();
    place.run(&["balance"]).with(2).says("there are 2 accounts: Main, Second").says("--account NAME");
    place.run(&["balance", "--account", "Main"]).done().shows("100.00 USD");
    place.run(&["--account", "Second", "balance"]).done();
    place.run(&["balance", "--account", "Other"]).with(2).says("the accounts are: Main, Second");

    let accounts = place.json(&["accounts"]);
    let names: Vec<_> =
        accounts["accounts"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, [json!("Second"), json!("Main")], "an empty one is worth a note");
    assert_eq!(accounts["accounts"][0]["level"], json!("V2"));
}

#[test]
fn accounts_are_listed_by_what_goes_wrong_next() {
    let place = Place::with_account();
    place.run(&["account", "open", "School", "--policy", "tencent-lcic", "--balance", "7.00"]).done();
    place.run(&["--account", "School", "enable", "class-app"]).done();
    // Main has 100.00 and nothing to fear; the application of School has no package.
    let listed = place.run(&["accounts", "--known"]).done();
    listed.shows("First: School: class-app is suspended: it has no package");
    let listed = place.json(&["accounts"]);
    let school = &listed["accounts"][0];
    assert_eq!((&school["name"], &school["next"]["kind"]), (&json!("School"), &json!("application_expired")));
    assert_eq!((&school["stage"], &school["spendable_now"]), (&json!("normal"), &json!("7.00")));
    assert_eq!(school["no_forecast"], json!("needs 14 more days of usage"));
    assert_eq!(
        (&listed["accounts"][1]["name"], &listed["accounts"][1]["next"]),
        (&json!("Main"), &json!(null))
    );
    let page = place.run(&["accounts"]).done();
    page.shows("nothing in 30 days").shows("Spendable now: 107.00 USD in 2 accounts\n");
}

#[test]
fn an_account_is_given_another_name_that_is_free() {
    let place = Place::with_account();
    place.run(&["account", "open", "Second"]).done();
    place.run(&["account", "rename", "Second", "Main"]).with(1).says("already");
    place.run(&["account", "rename", "Third", "Fourth"]).with(2).says("the accounts are: Main, Second");
    place.run(&["account", "rename", "Second", " "]).with(2).says("not empty");
    place
        .run(&["account", "rename", "Second", "Production"])
        .done()
        .shows("Second is called Production now.");
    place.run(&["balance", "--account", "Production"]).done();
    place.run(&["verify"]).done();
}

#[test]
fn without_an_account_the_way_to_one_is_told() {
    let place = Place::new();
    place.run(&["packages"]).with(2).says("there is no account yet").says("tollbook demo");
    place.run(&["accounts"]).done().shows("No accounts yet");
}

#[test]
fn a_name_is_taken_once_and_a_policy_must_be_known() {
    let place = Place::with_account();
    place.run(&["account", "open", "Main"]).with(1).says("already");
    place.run(&["account", "open", "Other", "--policy", "acme"]).with(2).says("huawei-ocr-intl");
}

#[test]
fn the_folder_named_on_the_command_line_goes_before_the_environment() {
    let (one, other) = (Place::with_account(), Place::new());
    let folder = text_of(&other.data_dir());
    one.run(&["accounts", "--data-dir", &folder]).done().shows("No accounts yet");
    Ended::of(&mut tollbook(&["accounts", "--data-dir", &text_of(&one.data_dir())])).done().shows("Main");
}
