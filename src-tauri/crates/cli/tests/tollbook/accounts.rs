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
    assert_eq!(names, [json!("Main"), json!("Second")]);
    assert_eq!(accounts["accounts"][1]["level"], json!("V2"));
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
