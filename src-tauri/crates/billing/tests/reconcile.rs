//! A provider's bill against the own meter: every figure here was worked out by hand.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use billing::{
    ChargeAmount, Instant, UnitPrice, Value,
    reconcile::{Cause, Comparison, Entry, EntryKind, Frame, Row, Verdict, compare},
    zone::{Zone, parse_instant},
};
use chrono::TimeDelta;

const HONG_KONG: &str = "passport-ocr@ap-southeast-1";
const SINGAPORE: &str = "passport-ocr@ap-southeast-3";

fn frame() -> Frame {
    Frame {
        zone: Zone::east(8 * 3600).unwrap(),
        period: TimeDelta::hours(1),
        since: parse_instant("2025-01-01T00:00:00+08:00").unwrap(),
        places: BTreeSet::from([HONG_KONG.to_owned(), SINGAPORE.to_owned()]),
    }
}

/// An hour of 10 January.
fn hour(hour: i64) -> Instant {
    parse_instant("2025-01-10T00:00:00+08:00").unwrap() + TimeDelta::hours(hour)
}

fn amount(text: &str) -> ChargeAmount {
    ChargeAmount::parse(text).unwrap()
}

/// Calls of an hour at 0.02 each, without a project.
fn calls(line: u64, at: i64, count: i64) -> Entry {
    Entry {
        line,
        id: format!("t-{line}"),
        kind: EntryKind::Usage,
        service: "passport-ocr".to_owned(),
        place: HONG_KONG.to_owned(),
        project: Some(String::new()),
        name: String::new(),
        from: hour(at),
        until: Some(hour(at + 1)),
        quantity: Some(count),
        from_packages: Some(0),
        prices: vec![UnitPrice::parse("0.02").unwrap()],
        amount: ChargeAmount::from_units(count * 2_000_000),
    }
}

fn compared(ours: &[Entry], theirs: &[Entry]) -> Comparison {
    let told = compare(ours, theirs, &frame()).unwrap();
    assert_eq!(
        told.rows.iter().map(|row| row.ours.lines.len()).sum::<usize>(),
        ours.len(),
        "every own line is in one row"
    );
    assert_eq!(told.rows.iter().map(|row| row.theirs.lines.len()).sum::<usize>(), theirs.len());
    for row in &told.rows {
        assert_eq!(
            row.verdict == Verdict::Same,
            row.cause.is_none(),
            "every row that differs is explained: {row:?}"
        );
        assert_eq!(row.difference.because.result, Value::Charge(row.difference.value));
    }
    told
}

fn causes(told: &Comparison) -> Vec<(Verdict, Option<Cause>)> {
    told.rows.iter().map(|row| (row.verdict, row.cause.clone())).collect()
}

fn only(told: &Comparison) -> &Row {
    assert_eq!(told.rows.len(), 1, "{told:?}");
    &told.rows[0]
}

#[test]
fn the_same_lines_agree_to_the_eighth_decimal() {
    let ours = [calls(1, 9, 50), calls(2, 10, 7)];
    let told = compared(&ours, &ours);
    assert!(told.agrees());
    // 57 × 0.02.
    assert_eq!((told.total.ours, told.total.theirs), (amount("1.14"), amount("1.14")));
    assert_eq!(told.difference.value, ChargeAmount::ZERO);
}

#[test]
fn a_missing_hour_is_named_on_whichever_side_it_lacks() {
    // We have 9, 10 and 11; they have 9, 11 and 12.
    let ours = [calls(1, 9, 50), calls(2, 10, 7), calls(3, 11, 20)];
    let theirs = [calls(2, 9, 50), calls(3, 11, 20), calls(4, 12, 30)];
    let told = compared(&ours, &theirs);
    let expected = [
        (Verdict::Same, None),
        (Verdict::OnlyOurs, Some(Cause::NotBilled)),
        (Verdict::Same, None),
        (Verdict::OnlyTheirs, Some(Cause::NotImported)),
    ];
    assert_eq!(causes(&told), expected);
    // 30 × 0.02 − 7 × 0.02.
    assert_eq!(told.difference.value, amount("0.46"));
    assert_eq!(told.tallies[&Verdict::OnlyOurs].ours, amount("0.14"));
    assert_eq!(told.tallies[&Verdict::OnlyTheirs].theirs, amount("0.60"));
}

#[test]
fn calls_on_the_other_side_of_an_hour_are_a_border_and_cost_nothing_more() {
    // 5 calls that we count at 9 they count at 10.
    let ours = [calls(1, 9, 50), calls(2, 10, 7)];
    let theirs = [calls(1, 9, 45), calls(2, 10, 12)];
    let told = compared(&ours, &theirs);
    let expected = [
        (Verdict::Quantity, Some(Cause::PeriodBorder(hour(10)))),
        (Verdict::Quantity, Some(Cause::PeriodBorder(hour(9)))),
    ];
    assert_eq!(causes(&told), expected);
    assert_eq!(told.difference.value, ChargeAmount::ZERO);
    // One call more, and nothing is proved.
    let told = compared(&ours, &[calls(1, 9, 45), calls(2, 10, 13)]);
    assert!(told.rows.iter().all(|row| row.cause == Some(Cause::Unproven)));
}

#[test]
fn a_line_that_the_file_holds_twice_is_a_duplicate_only_when_nothing_else_differs() {
    let ours = [calls(1, 9, 50)];
    let twice = |line| Entry { line, ..calls(2, 9, 50) };
    let told = compared(&ours, &[twice(2), twice(3), twice(4)]);
    assert_eq!(only(&told).cause, Some(Cause::Duplicate { lines: vec![3, 4] }));
    assert_eq!(told.difference.value, amount("2.00"), "2 × 50 × 0.02");
    // Another id is another line.
    let told = compared(&ours, &[calls(2, 9, 50), calls(3, 9, 50)]);
    assert_eq!(only(&told).cause, Some(Cause::Unproven));
    // Equal lines that the own bill has, too, are none.
    let told = compared(&[calls(1, 9, 50), calls(2, 9, 50)], &[twice(2), twice(3)]);
    assert!(told.agrees());
}

#[test]
fn usage_that_came_late_meets_the_one_line_of_the_provider() {
    // 50 calls at the settlement, 7 in a supplementary line of the same hour (H-58); they bill 57 at once.
    let told = compared(&[calls(1, 9, 50), calls(2, 9, 7)], &[calls(1, 9, 57)]);
    assert!(told.agrees(), "{told:?}");
}

#[test]
fn the_same_calls_in_another_region_or_for_another_project_are_told_so() {
    let theirs = Entry { place: SINGAPORE.to_owned(), ..calls(1, 9, 50) };
    let told = compared(&[calls(1, 9, 50)], std::slice::from_ref(&theirs));
    let expected = [
        (Verdict::OnlyOurs, Some(Cause::OtherPlace(SINGAPORE.to_owned()))),
        (Verdict::OnlyTheirs, Some(Cause::OtherPlace(HONG_KONG.to_owned()))),
    ];
    assert_eq!(causes(&told), expected);
    // 49 calls are not the same calls.
    let told = compared(&[calls(1, 9, 49)], &[theirs]);
    assert!(told.rows.iter().all(|row| !matches!(row.cause, Some(Cause::OtherPlace(_)))), "{told:?}");
    let theirs = Entry { project: Some("p-kyc".to_owned()), ..calls(1, 9, 50) };
    let told = compared(&[calls(1, 9, 50)], &[theirs]);
    let expected = [
        (Verdict::OnlyOurs, Some(Cause::OtherProject("p-kyc".to_owned()))),
        (Verdict::OnlyTheirs, Some(Cause::OtherProject(String::new()))),
    ];
    assert_eq!(causes(&told), expected);
}

#[test]
fn a_bill_without_projects_is_compared_without_them() {
    let kyc = Entry { project: Some("p-kyc".to_owned()), ..calls(2, 9, 7) };
    let theirs = Entry { project: None, ..calls(1, 9, 57) };
    assert!(compared(&[calls(1, 9, 50), kyc], &[theirs]).agrees());
}

#[test]
fn another_price_another_share_of_packages_and_cents_are_told_apart() {
    // 50 × 0.03 = 1.50.
    let price = UnitPrice::parse("0.03").unwrap();
    let theirs = Entry { prices: vec![price], amount: amount("1.50"), ..calls(1, 9, 50) };
    let told = compared(&[calls(1, 9, 50)], &[theirs]);
    assert_eq!((only(&told).verdict, &only(&told).cause), (Verdict::Price, &Some(Cause::Price)));
    assert_eq!(told.difference.value, amount("0.50"));
    // Packages paid 20 of 50 here, 10 there.
    let covered = |line, paid: i64| Entry {
        from_packages: Some(paid),
        amount: ChargeAmount::from_units((50 - paid) * 2_000_000),
        ..calls(line, 9, 50)
    };
    let told = compared(&[covered(1, 20)], &[covered(1, 10)]);
    assert_eq!((only(&told).verdict, &only(&told).cause), (Verdict::Quantity, &Some(Cause::Covered)));
    assert_eq!(told.difference.value, amount("0.20"));
    // 0.45998222 is 0.46 in cents (H-04).
    let exact = Entry { amount: amount("0.45998222"), ..calls(1, 9, 23) };
    let cents = Entry { amount: amount("0.46"), ..calls(1, 9, 23) };
    let told = compared(std::slice::from_ref(&exact), &[cents]);
    assert_eq!((only(&told).verdict, &only(&told).cause), (Verdict::Amount, &Some(Cause::Rounding)));
    assert_eq!(told.difference.value, amount("0.00001778"));
    let other = Entry { amount: amount("0.47"), ..calls(1, 9, 23) };
    assert_eq!(only(&compared(&[exact], &[other])).cause, Some(Cause::Unproven));
}

#[test]
fn the_rounding_line_meets_that_of_the_provider_or_is_rounding() {
    let rounding = |line, at: i64| Entry {
        kind: EntryKind::Rounding,
        place: String::new(),
        quantity: None,
        from_packages: None,
        prices: Vec::new(),
        from: hour(at),
        amount: amount("-0.00001778"),
        ..calls(line, 0, 0)
    };
    assert!(compared(&[calls(1, 9, 50), rounding(2, 0)], &[rounding(1, 30), calls(2, 9, 50)]).agrees());
    let told = compared(&[calls(1, 9, 50), rounding(2, 0)], &[calls(1, 9, 50)]);
    let differing: Vec<_> = told.rows.iter().filter(|row| row.verdict != Verdict::Same).collect();
    assert_eq!(differing.len(), 1);
    assert_eq!((differing[0].verdict, &differing[0].cause), (Verdict::OnlyOurs, &Some(Cause::Rounding)));
    assert_eq!(told.difference.value, amount("0.00001778"));
}

#[test]
fn orders_meet_on_their_day_by_their_offer() {
    let order = |line, minutes, name: &str| Entry {
        kind: EntryKind::Purchase,
        name: name.to_owned(),
        from: hour(9) + TimeDelta::minutes(minutes),
        until: None,
        quantity: Some(1),
        prices: Vec::new(),
        amount: amount("15.00"),
        ..calls(line, 9, 0)
    };
    assert!(compared(&[order(1, 0, "passport-1k")], &[order(1, 25, "passport-1k")]).agrees());
    let told = compared(&[order(1, 0, "passport-1k")], &[order(1, 25, "id-card-1k")]);
    let expected =
        [(Verdict::OnlyTheirs, Some(Cause::NotImported)), (Verdict::OnlyOurs, Some(Cause::NotBilled))];
    assert_eq!(causes(&told), expected);
}

#[test]
fn what_a_file_cannot_hold_is_told_by_its_edges() {
    // Their file ends at 10; ours goes on.
    let told = compared(&[calls(1, 9, 50), calls(2, 10, 7)], &[calls(1, 9, 50)]);
    assert_eq!(told.rows[1].cause, Some(Cause::AfterTheirs));
    // Before the books, in a place they do not have, and tax.
    let before = Entry { from: hour(-24 * 20), until: None, ..calls(1, 0, 5) };
    let unknown = Entry { place: "face@nowhere".to_owned(), service: "face".to_owned(), ..calls(2, 9, 5) };
    let tax =
        Entry { kind: EntryKind::Other, name: "Tax".to_owned(), place: String::new(), ..calls(3, 9, 0) };
    let told = compared(&[calls(1, 9, 50)], &[before, unknown, tax, calls(4, 9, 50)]);
    let told: Vec<_> = told.rows.iter().filter_map(|row| row.cause.clone()).collect();
    assert_eq!(told, [Cause::BeforeOurs, Cause::NotMetered, Cause::UnknownPlace]);
    // Hours that packages paid whole, in a file without any such line.
    let covered = Entry { from_packages: Some(9), amount: ChargeAmount::ZERO, ..calls(1, 8, 9) };
    let told = compared(&[covered, calls(2, 9, 50)], &[calls(1, 9, 50)]);
    assert_eq!(told.rows[0].cause, Some(Cause::LeftOut));
}

#[test]
fn a_line_for_a_whole_day_meets_the_hours_in_it() {
    let day = Entry { from: hour(0), until: Some(hour(24)), ..calls(1, 0, 57) };
    let told = compared(&[calls(1, 9, 50), calls(2, 23, 7), calls(3, 24, 1)], &[day]);
    assert_eq!(told.rows[0].ours.lines, [1, 2]);
    assert_eq!((told.rows[0].verdict, told.rows[1].verdict), (Verdict::Same, Verdict::OnlyOurs));
}
