//! The lines of a bill: every movement is one, and they sum to what the bill amounts to.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use billing::{
    ChargeAmount, Command, Money, PackageId, ProjectId, ResourceId,
    bill::{Line, LineKind},
    zone::Month,
};
use chrono::TimeDelta;
use common::{
    Life, OPENED, Place, at, calls, keys,
    life::{Step, steps},
};
use ledger::{BillMonth, LineFilter, Page};
use proptest::{prelude::ProptestConfig, prop_assert, prop_assert_eq, proptest};

const APRIL: Month = Month { year: 2023, month: 4 };

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

/// The lines of a bill, read in pages of three.
async fn lines(life: &Life, month: Month, filter: &LineFilter) -> Vec<Line> {
    let (mut lines, mut page) = (Vec::new(), Page::first(3));
    loop {
        let part = life.ledger.lines(life.id, &life.account, month, filter, page).await.unwrap();
        lines.extend(part.rows);
        match part.next {
            Some(next) => page.after = Some(next),
            None => return lines,
        }
    }
}

/// A package, renewed; 110 calls of which it pays 100; a debt; calls that came late; an import, settled and undone.
async fn month(place: &Place) -> Life {
    let mut life = Life::begin(place.open().await, "first", 310).await;
    let opened = at(OPENED);
    for resource in [0, 2] {
        life.act(&Command::Enable { resource: keys()[resource].clone(), since: None }, opened).await;
    }
    assert!(life.act(&Command::buy("passport-100"), opened).await);
    assert!(life.act(&Command::Renew { package: PackageId(0), terms: 1, align_to: None }, opened).await);
    life.act(&Command::Use(calls(0, "", opened, 110)), opened).await;
    life.act(&Command::Use(calls(2, "p-kyc", opened, 10)), opened).await;
    life.advance(opened + TimeDelta::hours(1)).await;
    life.import(&[(2, false, 8, 3)]).await;
    life.advance(opened + TimeDelta::hours(3)).await;
    life.act(&Command::Use(calls(2, "", opened, 5)), life.account.now).await;
    life.advance(opened + TimeDelta::hours(5)).await;
    life.undo(0).await;
    life
}

#[tokio::test]
async fn every_movement_is_a_line_with_how_it_was_paid() {
    let place = Place::new();
    let life = month(&place).await;
    let lines = lines(&life, APRIL, &LineFilter::default()).await;
    let shown: Vec<_> = lines.iter().map(|line| (line.kind.code(), line.origin.to_string())).collect();
    let expected = [
        ("purchase", "order-0"),
        ("renewal", "order-1"),
        ("correction", "correction-0"),
        ("usage", "charge-1"),
        ("usage", "charge-0"),
        ("supplementary", "charge-3"),
        ("usage", "charge-2"),
    ];
    let expected = expected.map(|(kind, origin)| (kind, origin.to_owned()));
    assert_eq!(shown.len(), expected.len(), "{shown:?}");
    let (mut sorted, mut wanted) = (shown.clone(), expected.to_vec());
    sorted.sort();
    wanted.sort();
    assert_eq!(sorted, wanted);

    let renewal = &lines[1];
    assert_eq!(renewal.amounts.moved, cents(150));
    let (first, last) = renewal.valid.unwrap();
    assert_eq!(
        (first, last),
        (at("2023-05-19T00:00:00+08:00"), at("2023-06-18T23:59:59+08:00")),
        "the second cycle"
    );
    // 10 passports beyond the package at 0.0212345678 = 0.21234567 are 21 cents; the balance had 10.
    let passports = lines.iter().find(|line| line.resource == Some(ResourceId(0)) && !line.kind.is_prepaid());
    let passports = passports.unwrap();
    assert_eq!((passports.quantity, passports.from_packages), (110, 100));
    assert_eq!(passports.amounts.due.to_string(), "0.21234567");
    let sums: i64 = lines.iter().map(|line| line.amounts.from_balance.cents()).sum();
    assert_eq!(sums, 310, "what was paid in");
    assert_eq!(
        life.account.debts.len(),
        lines.iter().filter(|line| line.amounts.now_owed.is_positive()).count()
    );
}

#[tokio::test]
async fn lines_are_found_by_resource_project_and_hour() {
    let place = Place::new();
    let life = month(&place).await;
    let of = async |filter: LineFilter| lines(&life, APRIL, &filter).await.len();
    assert_eq!(of(LineFilter { resource: Some(ResourceId(0)), ..LineFilter::default() }).await, 3);
    assert_eq!(of(LineFilter { project: Some(ProjectId(1)), ..LineFilter::default() }).await, 1);
    let hour = at(OPENED)..at(OPENED) + TimeDelta::hours(1);
    let spent = LineFilter { spent: Some(hour), resource: Some(ResourceId(1)), project: None };
    assert_eq!(of(spent).await, 2, "the hour's charge of each project, and the supplementary one")
}

#[tokio::test]
async fn rounding_makes_the_lines_sum_to_what_moved() {
    let place = Place::new();
    let life = month(&place).await;
    let passports = Some(ResourceId(0));
    let rounding =
        life.ledger.rounding_line(life.id, &life.account, APRIL, passports).await.unwrap().unwrap();
    assert_eq!(rounding.kind, LineKind::Rounding);
    assert_eq!(rounding.amounts.due.to_string(), "-0.00234567", "0.21 − 0.21234567");
    let may = Month { year: 2023, month: 5 };
    assert_eq!(life.ledger.rounding_line(life.id, &life.account, may, None).await.unwrap(), None);
}

async fn sums(life: &Life, bill: &BillMonth) -> (usize, Money, ChargeAmount) {
    let lines = lines(life, bill.month, &LineFilter::default()).await;
    let rounding = life.ledger.rounding_line(life.id, &life.account, bill.month, None).await.unwrap();
    let moved = Money::sum(lines.iter().map(|line| line.amounts.moved)).unwrap();
    let mut due = ChargeAmount::ZERO;
    for line in lines.iter().chain(&rounding) {
        due = due.checked_add(line.amounts.due).unwrap();
    }
    (lines.len(), moved, due)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn lines_of_any_life_sum_to_its_bills(steps in steps(40)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let told = runtime.block_on(async {
            let place = Place::new();
            let mut life = Life::begin(place.open().await, "random", 500).await;
            for step in &steps {
                life.step(step).await;
            }
            life.step(&Step::Wait { minutes: 90 }).await;
            let verified = life.ledger.verify(None).await.unwrap().first_difference;
            let mut told = Vec::new();
            for bill in life.ledger.bills(life.id, Page::first(1000)).await.unwrap().rows {
                told.push((bill, sums(&life, &bill).await));
            }
            (verified, told)
        });
        // What imports say is not true in these lives, so only what is of bills may not differ.
        let of_bills = told.0.filter(|difference| difference.what == "bill-line");
        prop_assert!(of_bills.is_none(), "{of_bills:?}");
        for (bill, (count, moved, due)) in told.1 {
            let parts = [bill.charges, bill.purchases, bill.renewals, bill.refunds, bill.corrections];
            let total = Money::sum(parts).unwrap();
            prop_assert_eq!(count as u64, bill.line_count);
            prop_assert_eq!(moved, total);
            prop_assert_eq!(due, ChargeAmount::from_money(total));
        }
    }
}
