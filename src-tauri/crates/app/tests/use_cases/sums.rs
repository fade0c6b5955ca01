//! What a month is for, from sums and from lines: the same figures, however they are found.

use app::{
    bill_groups::{By, grouped, of_month, together},
    demo,
    ledger::{LineFilter, Page},
    month_lines,
};

use crate::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn sums_of_a_month_are_those_of_its_lines_and_open_to_them() {
    let world = World::at("2026-11-22T14:07:00+08:00").await;
    let id = demo::create(&world.books).await.unwrap();
    let loaded = world.loaded(id).await;
    let months = world.books.ledger().bills(id, Page::first(20)).await.unwrap().rows;
    assert!(months.len() > 10);
    let mut values = 0;
    for month in months.iter().map(|bill| bill.month) {
        let lines = month_lines::lines(&world.books, &loaded, month, &LineFilter::default()).await.unwrap();
        for by in [By::Project, By::Member, By::Tag("team".into())] {
            let sums = of_month(&world.books, &loaded, month, &by).await.unwrap();
            assert_eq!(sums.groups, grouped(&loaded.account, &lines, &by).unwrap(), "{month} by {by:?}");
            assert_eq!(sums.total, together(&lines).unwrap(), "{month}");
            for (value, group) in &sums.groups {
                let (mut of_it, mut page) = (Vec::new(), Page::first(97));
                loop {
                    let of = (&by, value.as_deref());
                    let part = month_lines::of_value(&world.books, &loaded, month, of, page).await.unwrap();
                    of_it.extend(part.rows);
                    match part.next {
                        Some(next) => page.after = Some(next),
                        None => break,
                    }
                }
                assert_eq!(&together(&of_it).unwrap(), group, "{month} by {by:?}: {value:?}");
                values += 1;
            }
        }
    }
    assert!(values > 3 * months.len(), "only what is unallocated was looked at: {values}");
}
