//! `tollbook catalogue`.

use serde_json::json;

use crate::place::{Ended, Place, tollbook};

const WRONG: &str = "title = \"t\"\ncurrency = \"USD\"\n[[price]]\nservice = \"a\"\nregion = \"r\"\nunit_price = \"1,0\"\n\
                     [[offer]]\nsku = \"s\"\nservice = \"a\"\nregion = \"r\"\nquota = 1\nterm = \"1w\"\nprice = \"1.001\"\n";

#[test]
fn every_problem_of_a_price_list_is_named_with_its_line() {
    let place = Place::new();
    let file = place.file("prices.toml", WRONG);
    let ended = place.run(&["catalogue", "check", &file]).with(1);
    let lines: Vec<_> = ended.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", ended.out);
    assert!(lines[0].starts_with(&format!("{file}:6: unit_price: ")), "{}", lines[0]);
    assert!(lines[1].starts_with(&format!("{file}:12: term: ")), "{}", lines[1]);
    assert!(lines[2].starts_with(&format!("{file}:13: price: ")), "{}", lines[2]);
    assert_eq!(lines[3], format!("FAIL {file}: 3 problems"));

    let object = place.run(&["catalogue", "check", &file, "--json"]).with(1).object();
    assert_eq!(object["ok"], json!(false));
    assert_eq!(object["problems"][1]["line"], json!(12));
}

#[test]
fn a_sound_price_list_is_ok_and_a_missing_one_cannot_be_read() {
    let place = Place::new();
    let file = crate::place::text_of(&place.data_dir().join("catalogue.toml"));
    place.run(&["catalogue", "check", &file]).done().shows("Test prices, 3 prices and 2 offers in USD");
    place.run(&["catalogue", "check", "missing.toml"]).with(2).says("missing.toml: ");
}

#[test]
fn the_price_list_in_force_is_that_of_the_data_folder_else_the_sample() {
    let place = Place::new();
    place.run(&["catalogue", "show"]).done().shows("Test prices, from ").shows("0.02");
    let empty = tempfile::tempdir().unwrap();
    let mut command = tollbook(&["catalogue", "show", "--data-dir"]);
    Ended::of(command.arg(empty.path())).done().shows("SAMPLE");
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0, "showing prices opens no books");
}
