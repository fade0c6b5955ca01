//! What screens read: every figure is the one the usage and the money make.
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

mod common;

use std::collections::BTreeMap;

use billing::{Command, Instant, Money, PackageId, ProjectId, ResourceId, alert::NoticeKind, zone::Month};
use chrono::TimeDelta;
use common::{
    Life, OPENED, Place, at, calls, keys,
    life::{Step, steps},
};
use ledger::{Page, Split, Subject, TotalKind, UsageFigures, UsageFilter, Width};
use proptest::{prelude::ProptestConfig, prop_assert_eq, proptest};

const APRIL: Month = Month { year: 2023, month: 4 };
const PASSPORT: ResourceId = ResourceId(0);
const ALL: UsageFilter = UsageFilter { resource: None, project: None };

/// Four days: a package that is used up, pay-per-use, failed calls, a debt that a top-up pays.
async fn four_days(place: &Place) -> Life {
    let mut life = Life::begin(place.open().await, "first", 250).await;
    let opened = at(OPENED);
    for key in [0, 2] {
        life.act(&Command::Enable { resource: keys()[key].clone(), since: None }, opened).await;
    }
    assert!(life.act(&Command::buy("passport-100"), opened).await);
    for day in 0..4 {
        let now = opened + TimeDelta::days(day) + TimeDelta::minutes(10);
        life.act(&Command::Use(calls(0, "", now, 40)), now).await;
        life.act(&Command::Use(calls(2, "p-kyc", now, 10)), now).await;
        let mut failed = calls(0, "", now, 3);
        failed.status = 502;
        life.act(&Command::Use(failed), now).await;
    }
    life.advance(opened + TimeDelta::days(4)).await;
    assert!(life.act(&Command::TopUp { amount: Money::from_cents(500) }, life.account.now).await);
    life
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

#[tokio::test]
async fn usage_is_summed_by_hour_day_and_month() {
    let place = Place::new();
    let life = four_days(&place).await;
    let range = at("2023-04-18T00:00:00+08:00")..at("2023-04-23T00:00:00+08:00");
    let buckets = async |width, split, filter| {
        life.ledger.usage_buckets(life.id, width, range.clone(), split, filter, 100).await.unwrap()
    };

    let days = buckets(Width::Day, Split::Nothing, ALL).await;
    assert_eq!(days.len(), 4);
    assert_eq!(days[0].start, range.start, "a day begins at the provider's midnight");
    let first = UsageFigures {
        billable: 50,
        failed: 3,
        from_packages: 40,
        billed: 10,
        due: cents(21),
        ..days[0].figures
    };
    assert_eq!(days[0].figures, first, "10 identity cards at 0.0212345678");
    let third = UsageFigures {
        billable: 50,
        failed: 3,
        from_packages: 20,
        billed: 30,
        due: cents(63),
        ..days[2].figures
    };
    assert_eq!(days[2].figures, third, "20 passports more, beyond the package: 0.42469135 and 0.21234567");

    let hours = buckets(Width::Hour, Split::ResourceAndProject, ALL).await;
    assert_eq!(hours.len(), 8);
    assert_eq!(hours[1].start, at(OPENED));
    assert_eq!((hours[1].resource, hours[1].project), (Some(ResourceId(1)), Some(ProjectId(1))));

    let passports = UsageFilter { resource: Some(PASSPORT), project: None };
    let months = buckets(Width::Month, Split::Resource, passports).await;
    assert_eq!(months.len(), 1);
    assert_eq!((months[0].resource, months[0].project), (Some(PASSPORT), None));
    assert_eq!((months[0].figures.billable, months[0].figures.failed), (160, 12));
    let projects = buckets(Width::Month, Split::Project, ALL).await;
    assert_eq!(projects.iter().map(|bucket| bucket.figures.billable).collect::<Vec<_>>(), [160, 40]);
    let few = life.ledger.usage_buckets(life.id, Width::Day, range, Split::Nothing, ALL, 2).await.unwrap();
    assert_eq!(few, days[..2], "no more than asked for, the earliest");
}

#[tokio::test]
async fn an_hour_opens_to_its_segments_and_its_charges() {
    let place = Place::new();
    let life = four_days(&place).await;
    let hour = at(OPENED)..at(OPENED) + TimeDelta::hours(1);
    let segments = life.ledger.segments(life.id, hour.clone(), ALL, 0, 10).await.unwrap();
    let shown: Vec<_> =
        segments.iter().map(|segment| (segment.resource.0, segment.billable, segment.failed)).collect();
    assert_eq!(shown, [(0, 40, 0), (0, 0, 3), (1, 10, 0)], "oldest first, each write by itself");
    assert!(segments.iter().all(|segment| segment.import.is_none() && !segment.taken_out));
    assert_eq!(life.ledger.segments(life.id, hour.clone(), ALL, 2, 10).await.unwrap(), segments[2..]);

    let charges = life.ledger.charges(life.id, hour.clone(), ALL, Some(APRIL), 10).await.unwrap();
    assert_eq!(charges.len(), 2);
    assert_eq!((charges[1].amount.to_string(), charges[1].due), ("0.21234567".to_owned(), cents(21)));
    assert_eq!(life.ledger.charge(life.id, charges[1].id).await.unwrap().as_ref(), Some(&charges[1]));
    let ids = [charges[0].id, charges[1].id];
    let by_number: Vec<_> = charges.iter().rev().cloned().collect();
    assert_eq!(life.ledger.charges_by_id(life.id, &ids).await.unwrap(), by_number);
    let may = Month { year: 2023, month: 5 };
    assert_eq!(life.ledger.charges(life.id, hour, ALL, Some(may), 10).await.unwrap(), []);
}

#[tokio::test]
async fn an_import_is_listed_with_what_it_brought_and_what_undoing_took_out() {
    let place = Place::new();
    let mut life = four_days(&place).await;
    life.import(&[(0, false, 6, 3), (0, false, 1, 9)]).await;
    let import = life.ledger.imports(life.id, Page::first(10)).await.unwrap().rows.remove(0);
    assert_eq!((import.label.as_str(), import.counts.rows, import.undone_at), ("access.log", 12, None));
    assert_eq!(life.ledger.import_report(life.id, import.id).await.unwrap().as_deref(), Some("{}"));
    assert_eq!(life.ledger.sources(life.id).await.unwrap()[0].name, "gateway");
    let (first, last) = import.span.unwrap();
    let brought = async |life: &Life| {
        let segments =
            life.ledger.segments(life.id, first..last + TimeDelta::seconds(1), ALL, 0, 10).await.unwrap();
        segments
            .into_iter()
            .map(|segment| (segment.billable, segment.taken_out, segment.import))
            .collect::<Vec<_>>()
    };
    let by = Some((import.id, "access.log".to_owned()));
    assert_eq!(brought(&life).await, [(6, false, by.clone()), (1, false, by.clone())]);
    life.undo_import(import.id).await;
    let undone = life.ledger.imports(life.id, Page::first(10)).await.unwrap().rows.remove(0);
    assert_eq!(undone.undone_at, Some(life.account.now));
    assert_eq!(
        brought(&life).await.iter().filter(|(_, taken_out, import)| *taken_out && *import == by).count(),
        2
    );
    assert!(life.ledger.undone_usage(life.id, import.id).await.is_err(), "only once");
}

#[tokio::test]
async fn the_statement_says_what_each_movement_was_and_what_it_left() {
    let place = Place::new();
    let life = four_days(&place).await;
    let whole = life.ledger.statement(life.id, Page::first(100)).await.unwrap();
    assert_eq!(whole.next, None);
    let kinds: Vec<_> = whole.rows.iter().rev().map(|line| line.kind.as_str()).collect();
    assert_eq!(&kinds[..3], ["opening", "purchase", "settlement"]);
    assert_eq!(kinds.last(), Some(&"top-up"));
    let mut balance = Money::ZERO;
    for line in whole.rows.iter().rev() {
        balance = balance.checked_add(line.amount).unwrap();
        assert_eq!(line.balance, balance, "{line:?}");
    }
    assert_eq!(balance, life.account.balance);
    let charged = whole.rows.iter().rev().nth(2).unwrap();
    assert_eq!(charged.amount, cents(-21));
    assert!(
        matches!(charged.subject, Subject::Charge { resource: ResourceId(1), period, .. } if period == at(OPENED))
    );
    assert_eq!(whole.rows.iter().rev().nth(1).unwrap().subject, Subject::Package(PackageId(0)));
    let arrears: Vec<_> =
        whole.rows.iter().rev().map(|line| line.arrears.cents()).filter(|cents| *cents != 0).collect();
    assert_eq!(arrears.iter().sum::<i64>(), 0, "what became owed was paid: {arrears:?}");
    assert!(!arrears.is_empty());

    let mut paged = Vec::new();
    let mut page = Page::first(3);
    loop {
        let part = life.ledger.statement(life.id, page).await.unwrap();
        paged.extend(part.rows);
        page.after = part.next;
        if page.after.is_none() {
            break;
        }
    }
    assert_eq!(paged, whole.rows, "pages join without a gap");
}

#[tokio::test]
async fn the_balance_is_known_at_the_end_of_each_day() {
    let place = Place::new();
    let life = four_days(&place).await;
    let from = |day| at(OPENED) - TimeDelta::hours(8) + TimeDelta::days(day);
    let all = life.ledger.balance_series(life.id, from(0)..from(9)).await.unwrap();
    assert_eq!(all.before, None, "the account was not open");
    assert_eq!(all.days[0].closing, cents(250 - 150 - 21));
    assert_eq!(all.days.last().unwrap().closing, life.account.balance);
    let later = life.ledger.balance_series(life.id, from(1)..from(2)).await.unwrap();
    assert_eq!((later.before, later.days.as_slice()), (Some(all.days[0].closing), &all.days[1..2]));
}

#[tokio::test]
async fn a_bill_is_the_sum_of_its_lines() {
    let place = Place::new();
    let life = four_days(&place).await;
    let bills = life.ledger.bills(life.id, Page::first(10)).await.unwrap();
    assert_eq!(bills.rows.len(), 1);
    let bill = bills.rows[0];
    assert_eq!((bill.month, bill.purchases, bill.renewals), (APRIL, cents(150), Money::ZERO));
    let totals = life.ledger.bill_totals(life.id, APRIL).await.unwrap();
    let charged = totals.iter().filter(|total| total.kind == TotalKind::Charge).map(|total| total.due);
    assert_eq!(Money::sum(charged).unwrap(), bill.charges);
    let lines = life.ledger.bill_lines(life.id, APRIL, None, Page::first(100)).await.unwrap();
    assert_eq!(lines.rows.len(), 8, "two resources on four days");
    assert_eq!(Money::sum(lines.rows.iter().map(|line| line.due)).unwrap(), bill.charges);
    let cards = life.ledger.bill_lines(life.id, APRIL, Some(ResourceId(1)), Page::first(3)).await.unwrap();
    assert_eq!((cards.rows.len(), cards.next), (3, Some(3)));
    let rest = Page { after: cards.next, limit: 3 };
    let rest = life.ledger.bill_lines(life.id, APRIL, Some(ResourceId(1)), rest).await.unwrap();
    assert_eq!((rest.rows.as_slice(), rest.next), (&lines.rows[7..], None));
    let purchases = life.ledger.bill_purchases(life.id, APRIL).await.unwrap();
    assert_eq!((purchases.len(), purchases[0].package, purchases[0].price), (1, PackageId(0), cents(150)));
}

#[tokio::test]
async fn deductions_debts_open_periods_and_notices_are_listed() {
    let place = Place::new();
    let mut life = four_days(&place).await;
    let log = life.ledger.deductions(life.id, PackageId(0), Page::first(2)).await.unwrap();
    assert_eq!(
        log.rows.iter().map(|line| (line.calls, line.remaining)).collect::<Vec<_>>(),
        [(20, 0), (40, 20)]
    );
    let rest = Page { after: log.next, limit: 2 };
    let rest = life.ledger.deductions(life.id, PackageId(0), rest).await.unwrap();
    assert_eq!((rest.rows.len(), rest.next), (1, None));

    let days = life.ledger.package_days(life.id, PackageId(0), 0).await.unwrap();
    assert_eq!(days.iter().map(|day| day.calls).collect::<Vec<_>>(), [40, 40, 20]);
    assert_eq!(days[1].last_at, at(OPENED) + TimeDelta::days(1) + TimeDelta::minutes(10));

    let now = life.account.now;
    life.act(&Command::Use(calls(0, "", now, 7)), now).await;
    let open: Vec<_> = life.account.open.iter().map(|(key, open)| (key, open.clone())).collect();
    assert_eq!(life.ledger.open_charges(life.id).await.unwrap(), open);
    assert_eq!(life.ledger.debts(life.id).await.unwrap(), []);

    let notices = life.ledger.notices(life.id, Page::first(10)).await.unwrap().rows;
    let kinds: Vec<_> = notices.iter().map(|line| line.notice.kind).collect();
    assert_eq!(
        kinds,
        [NoticeKind::Recovered, NoticeKind::Arrears, NoticeKind::PackageExhausted],
        "newest first"
    );
    assert_eq!(life.ledger.unseen_count(life.id).await.unwrap(), 3);
    life.ledger.mark_seen(life.id, notices[1].number).await.unwrap();
    let seen = life.ledger.notices(life.id, Page::first(10)).await.unwrap().rows;
    assert_eq!(seen.iter().map(|line| line.seen).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(life.ledger.unseen_count(life.id).await.unwrap(), 1);
}

/// Calls per resource and project of a range, from the segments alone.
async fn counted(life: &Life, from: Instant, to: Instant) -> BTreeMap<(u32, u32), [i64; 4]> {
    let mut counted: BTreeMap<(u32, u32), [i64; 4]> = BTreeMap::new();
    for segment in life.ledger.segments(life.id, from..to, ALL, 0, 10_000).await.unwrap() {
        let row = counted.entry((segment.resource.0, segment.project.0)).or_default();
        let calls = [segment.billable, segment.failed, segment.uncovered, segment.from_packages];
        for (sum, calls) in row.iter_mut().zip(calls) {
            let calls = i64::try_from(calls).unwrap();
            *sum += if segment.taken_out { -calls } else { calls };
        }
    }
    counted
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// However a range is cut into months, days and hours, its sums are those of the segments in it.
    #[test]
    fn the_usage_of_a_range_is_that_of_its_segments(
        life in steps(40),
        from in -30..2000_i64,
        hours in 1..3000_i64,
    ) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let place = Place::new();
            let mut account = Life::begin(place.open().await, "first", 500).await;
            for key in 0..3 {
                account.step(&Step::Enable { key, since_minutes: 0 }).await;
            }
            for step in &life {
                account.step(step).await;
            }
            let from = at(OPENED) + TimeDelta::hours(from);
            let to = from + TimeDelta::hours(hours);
            let expected = counted(&account, from, to).await;
            let table = account.ledger.usage_table(account.id, from..to, ALL).await.unwrap();
            for row in &table {
                let UsageFigures { billable, failed, uncovered, from_packages, billed, .. } = row.figures;
                let sums = [billable, failed, uncovered, from_packages].map(|calls| i64::try_from(calls).unwrap());
                let key = (row.resource.0, row.project.0);
                prop_assert_eq!(sums, expected.get(&key).copied().unwrap_or_default());
                prop_assert_eq!(billed + from_packages, billable);
            }
            prop_assert_eq!(expected.keys().all(|key| table.iter().any(|row| (row.resource.0, row.project.0) == *key)), true);
            Ok(())
        })?;
    }
}
