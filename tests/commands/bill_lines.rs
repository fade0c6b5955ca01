//! The lines of a bill beside it: they add up to the day they are of, and each says how it was paid and why.

use billing::Money;
use ipc::{
    commands::{bill_lines, bills},
    dto::{
        bill_lines::{BillLineView, BillLinesQuery},
        bills::{BillGroup, BillQuery},
        common::{AccountRef, Seconds},
    },
};

use crate::{
    desk::{Desk, bills_of},
    replies::keep,
};

fn lines_of(account: &AccountRef, month: &str, group: &BillGroup, day: Option<Seconds>) -> BillLinesQuery {
    BillLinesQuery {
        account_id: account.id.clone(),
        month: month.to_owned(),
        kind: group.kind.clone(),
        name: group.name.clone(),
        project: group.project.clone(),
        day,
        by: None,
        value: None,
        after: None,
    }
}

fn sum<'a>(amounts: impl Iterator<Item = &'a String>) -> String {
    Money::sum(amounts.map(|amount| Money::parse(amount).unwrap())).unwrap().to_string()
}

fn assert_sound(line: &BillLineView) {
    assert_eq!(line.why.result.text, line.moved);
    assert_eq!(sum(line.paid.iter().map(|part| &part.amount)), line.moved);
    let field = |name: &str| line.fields.iter().find(|field| field.name == name).map(|field| &field.text);
    assert_eq!(field("amount-moved"), Some(&line.moved));
    assert_eq!(field("transaction-type"), line.transaction_type.as_ref());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lines_of_a_group_add_up_to_it_and_those_of_a_day_to_the_day() {
    let (desk, demo) = Desk::with_demo().await;
    let month = bills::bills(&desk.app, bills_of(&demo)).await.unwrap().bills[1].month.clone();
    let query = BillQuery { account_id: demo.id.clone(), month: month.clone() };
    let bill = bills::bill(&desk.app, query).await.unwrap();
    for group in &bill.groups {
        let day = &group.days[0];
        let asked = lines_of(&demo, &month, group, Some(day.day));
        let lines = bill_lines::bill_lines(&desk.app, asked).await.unwrap().lines;
        lines.iter().for_each(assert_sound);
        assert_eq!(sum(lines.iter().map(|line| &line.moved)), day.due, "{} {}", group.kind, group.name);
    }
    let usage = bill.groups.iter().find(|group| group.kind == "usage").unwrap();
    let (mut moved, mut asked) = (Vec::new(), lines_of(&demo, &month, usage, None));
    loop {
        let part = bill_lines::bill_lines(&desk.app, asked.clone()).await.unwrap();
        if asked.after.is_none() {
            let day = lines_of(&demo, &month, usage, Some(usage.days[0].day));
            let mut few = bill_lines::bill_lines(&desk.app, day).await.unwrap();
            few.lines.truncate(3);
            keep("bill_lines", None, &few);
        }
        moved.extend(part.lines.into_iter().map(|line| line.moved));
        asked.after = part.next;
        if asked.after.is_none() {
            break;
        }
    }
    assert_eq!(sum(moved.iter()), usage.due, "page by page");
}
