//! The provider's own bill against the own meter.

use std::fs;

use app::clock::{Clock as _, SystemClock};
use billing::{Instant, zone::Zone};
use chrono::TimeDelta;
use serde_json::json;

use crate::place::Place;

/// Two hours of calls, and the lines of their bill as the program writes them.
fn place_with_bill() -> (Place, String, String) {
    let place = Place::new();
    // Both hours are of one month, whenever the test runs: those before last month ended, when it just did.
    let zone = Zone::east(8 * 3600).unwrap();
    let now = SystemClock.now();
    let begun = zone.month_start(zone.month(now));
    let first = if now - TimeDelta::hours(4) < begun {
        begun - TimeDelta::hours(6)
    } else {
        now - TimeDelta::hours(4)
    };
    let line = |at: Instant| {
        let at = at.format("%d/%b/%Y:%H:%M:%S +0000");
        format!("10.0.0.7 - - [{at}] \"POST /ocr/passport HTTP/1.1\" 200 512 \"-\" \"gateway\"\n")
    };
    let log = line(first).repeat(50) + &line(first + TimeDelta::hours(1)).repeat(7);
    place.imports_passports(&place.file("access.log", &log));
    let month = zone.month(first).to_string();
    let exported = place.run(&["bills", &month, "--lines", "--csv"]).done();
    (place, month, exported.out)
}

#[test]
fn the_own_export_agrees_with_the_books_it_came_from() {
    let (place, month, lines) = place_with_bill();
    let file = place.file("bill.csv", &lines);
    // 57 × 0.02.
    place
        .run(&["reconcile", &file])
        .done()
        .shows(&format!("bill {month} against bill.csv (Tollbook bill lines)"))
        .shows("The same, line by line: 1.14000000 USD.");
    let told = place.json(&["reconcile", &file, "--month", &month]);
    assert_eq!((&told["agrees"], &told["total"]["theirs"]), (&json!(true), &json!("1.14000000")));
}

#[test]
fn a_difference_is_found_with_its_line_its_money_and_its_cause() {
    let (place, _, lines) = place_with_bill();
    // The second hour, 7 × 0.02, stands twice; the first is charged 1.50 instead of 1.00.
    let mut rows: Vec<String> = lines.lines().map(str::to_owned).collect();
    let second = rows.iter().position(|row| row.contains("7 × 0.02")).unwrap();
    let first = rows.iter().position(|row| row.contains("50 × 0.02")).unwrap();
    rows[first] = rows[first].replace("1.00000000", "1.50000000").replace("50 × 0.02", "50 × 0.03");
    rows.push(rows[second].clone());
    let file = place.file("bill.csv", &rows.join("\r\n"));
    let ended = place.run(&["reconcile", &file]).with(1);
    let ended = ended.shows("The provider's bill is 0.64000000 USD more than the own meter.");
    ended.shows("another unit price").shows("the file holds it twice: line");
    let told = place.run(&["reconcile", &file, "--json"]).with(1).object();
    assert_eq!(told["verdicts"]["price"]["difference"], json!("0.50000000"));
    assert_eq!(told["verdicts"]["quantity"]["difference"], json!("0.14000000"));
    assert!(told["rows"].as_array().unwrap().iter().any(|row| row["cause"] == json!("duplicate")));
}

#[test]
fn what_cannot_be_compared_names_file_line_and_field() {
    let (place, _, lines) = place_with_bill();
    let file = place.file("other.csv", &lines.replace(",USD", ",CNY"));
    place.run(&["reconcile", &file]).with(2).says("other.csv:2: currency: is `CNY`; the account is in USD");
    let file = place.file("own.csv", "Fee;Hour;Calls\n1.00;2001-01-01 10:00:00;50\n");
    place.run(&["reconcile", &file]).with(2).says("own.csv:1: no form has these columns: Fee, Hour, Calls");
    let form =
        place.file("form.toml", "title = \"Mine\"\n[columns]\namount = [\"Fee\"]\nfrom = [\"Hour\"]\n");
    place.run(&["reconcile", &file, "--form", &form]).with(1).shows("before the books begin");
    // A form beside the books is used without being named.
    fs::create_dir(place.data_dir().join("bill-forms")).unwrap();
    fs::copy(&form, place.data_dir().join("bill-forms/mine.toml")).unwrap();
    place.run(&["reconcile", &file]).with(1).shows("against own.csv (Mine)");
    place.run(&["reconcile", "no-such.csv"]).with(2);
}
