//! The books on disk: the demo account, checking them, and files that are not ours.

use std::fs;

use serde_json::json;

use crate::place::{Place, text_of};

#[test]
fn the_demo_account_fills_every_screen_and_its_books_are_sound() {
    let place = Place::new();
    // Its packages are those of the sample prices.
    fs::remove_file(place.data_dir().join("catalogue.toml")).unwrap();
    place.run(&["demo"]).done().shows("Demo (sample data) is ready");
    assert_eq!(place.json(&["demo"])["created"], json!(false), "a second time finds it");

    let packages = place.run(&["packages"]).done().shows("(sample data)").shows("passport-100k");
    assert!(packages.out.lines().count() > 5, "{}", packages.out);
    let balance = place.json(&["balance", "--statement", "--limit", "5"]);
    assert_eq!(balance["sample"], json!(true));
    assert_eq!(balance["statement"].as_array().unwrap().len(), 5);
    let bills = place.json(&["bills"]);
    assert!(bills["bills"].as_array().unwrap().len() >= 12);
    place.run(&["bills"]).done().shows("final");
    let newest = bills["bills"][1]["month"].as_str().unwrap();
    let days =
        place.run(&["bills", newest, "--days"]).done().shows("pay-per-use").shows(&format!("{newest}-02"));
    assert!(place.run(&["bills", newest]).done().out.len() < days.out.len());
    place.run(&["usage"]).done().shows("passport-ocr").shows("total");

    let verified = place.json(&["verify"]);
    assert_eq!((&verified["ok"], &verified["first_difference"]), (&json!(true), &json!(null)));
    assert!(verified["checked"]["charges"].as_u64().unwrap() > 1_000);
    place.run(&["verify", "--account", "Demo"]).done().shows("ok   the books are sound");
}

#[test]
fn the_journal_is_listed_with_postings_that_sum_to_zero_and_every_form_says_the_same() {
    let place = Place::new();
    fs::remove_file(place.data_dir().join("catalogue.toml")).unwrap();
    place.run(&["demo"]).done();
    place.run(&["journal"]).done().shows("Assets:Balance").shows("There are older ones");
    let tops = place.json(&["journal", "--kind", "top-up", "--limit", "100000"]);
    let transactions = tops["transactions"].as_array().unwrap();
    assert!(!transactions.is_empty() && tops["has_more"] == json!(false));
    let cents =
        |amount: &serde_json::Value| amount.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    for transaction in transactions {
        assert_eq!(transaction["kind"], json!("top-up"));
        let postings = transaction["postings"].as_array().unwrap();
        assert_eq!(postings.iter().map(|posting| cents(&posting["amount"])).sum::<i64>(), 0);
    }
    let sheet = place.run(&["journal", "--kind", "top-up", "--limit", "100000", "--csv"]).done();
    let postings: usize =
        transactions.iter().map(|transaction| transaction["postings"].as_array().unwrap().len()).sum();
    assert_eq!(sheet.out.lines().count(), 1 + postings);
    place.run(&["journal", "--resource", "nothing@nowhere"]).with(2).says("nothing@nowhere");
    place.run(&["journal", "--text", "no such text"]).done().shows("No transaction fits.");
}

#[test]
fn a_day_is_shown_as_it_was_known_and_not_as_it_was() {
    let place = Place::new();
    fs::remove_file(place.data_dir().join("catalogue.toml")).unwrap();
    place.run(&["demo"]).done();
    // The demo tells of a year, and the books heard of it all just now.
    place.run(&["known", "2020-01-01"]).done().shows("Nothing was known of Demo on 2020-01-01");
    let known = place.json(&["known", "2999-12-31"]);
    assert_eq!(known["known"]["balance"], place.json(&["balance"])["balance"]);
    assert!(known["known"]["packages"].as_array().unwrap().len() > 1, "{known}");
    assert_eq!(known["known"]["next_recorded_at"], json!(null));
    place.run(&["known", "2999-12-31"]).done().shows("so far").shows("vat-invoice-10k");
}

#[test]
fn usage_adds_up_the_same_by_service_by_month_by_day_and_by_hour() {
    let place = Place::new();
    fs::remove_file(place.data_dir().join("catalogue.toml")).unwrap();
    place.run(&["demo"]).done();
    let sum = |object: &serde_json::Value, list: &str, key: &str| {
        object[list].as_array().unwrap().iter().map(|line| line[key].as_u64().unwrap()).sum::<u64>()
    };
    let lines = place.json(&["usage", "--service", "passport-ocr"]);
    for by in ["month", "day", "hour"] {
        let buckets = place.json(&["usage", "--by", by, "--service", "passport-ocr"]);
        for key in ["billable", "failed", "from_packages", "billed"] {
            assert_eq!(sum(&buckets, "buckets", key), sum(&lines, "lines", key), "{key} by {by}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_books_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = Place::new();
    let folder = place.data_dir().join("deeper").join("still");
    place.run(&["account", "open", "Main", "--data-dir", &text_of(&folder)]).done();
    for file in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
    }
    assert!(folder.join("books.db").is_file());
}

#[test]
fn a_file_that_is_not_ours_is_refused_and_stays_as_it_is() {
    let place = Place::new();
    let books = place.data_dir().join("books.db");
    fs::write(&books, "my letters\n".repeat(400)).unwrap();
    place.run(&["balance"]).with(4).says("could not show the balance").says("untouched");
    place.run(&["verify"]).with(4);
    assert_eq!(fs::read_to_string(&books).unwrap(), "my letters\n".repeat(400));
}
