//! The journal, its transactions, the books derived again, and a day as it was known.

use chrono::TimeDelta;
use ipc::{
    commands::{balance, bills, journal, known, top_up},
    dto::{
        balance::BalanceQuery,
        common::{AccountRef, Seconds},
        journal::{
            FileForm, JournalFileQuery, JournalQuery, JournalView, KnownQuery, SoundView, TransactionQuery,
            Verify,
        },
        money_actions::{PreviewTopUp, TopUp},
    },
};

use crate::{
    desk::{Desk, bills_of, log, now},
    replies::{keep, keep_error},
};

fn journal_of(account: &AccountRef) -> JournalQuery {
    JournalQuery {
        account_id: account.id.clone(),
        kind: None,
        service: None,
        region: None,
        package_id: None,
        from: None,
        to: None,
        text: None,
        after: None,
    }
}

fn transaction_of(account: &AccountRef, id: &str) -> TransactionQuery {
    TransactionQuery { account_id: account.id.clone(), id: id.to_owned() }
}

fn known_on(account: &AccountRef, day: &str) -> KnownQuery {
    KnownQuery { account_id: account.id.clone(), day: day.to_owned() }
}

async fn first_of(desk: &Desk, account: &AccountRef, kind: &str) -> String {
    let query = JournalQuery { kind: Some(kind.to_owned()), ..journal_of(account) };
    journal::journal(&desk.app, query).await.unwrap().rows[0].id.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_of_the_demo_is_read_page_by_page_and_by_filters() {
    let (desk, demo) = Desk::with_demo().await;
    let first = journal::journal(&desk.app, journal_of(&demo)).await.unwrap();
    assert_eq!((first.rows.len(), first.looked_back_to), (200, None));
    assert!(first.choices.kinds.iter().all(|kind| kind != "voucher"), "it has none");
    keep("journal", None, &first);
    let next = JournalQuery { after: first.next.clone(), ..journal_of(&demo) };
    let next = journal::journal(&desk.app, next).await.unwrap();
    let number = |view: &JournalView, row: usize| view.rows[row].id.parse::<i64>().unwrap();
    assert_eq!(number(&next, 0), number(&first, 199) - 1, "nothing is left out, and nothing told twice");

    let passport = JournalQuery {
        service: Some("passport-ocr".to_owned()),
        region: Some("ap-southeast-1".to_owned()),
        kind: Some("purchase".to_owned()),
        ..journal_of(&demo)
    };
    let bought = journal::journal(&desk.app, passport).await.unwrap();
    assert_eq!(bought.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["passport-100k"]);
    assert_eq!(bought.next, None);
    let unknown = JournalQuery {
        service: Some("fax".to_owned()),
        region: Some("nowhere".to_owned()),
        ..journal_of(&demo)
    };
    assert_eq!(journal::journal(&desk.app, unknown).await.unwrap_err().code, "invalid_value");

    let nothing = JournalQuery { text: Some("zzz".to_owned()), ..journal_of(&demo) };
    let nothing = journal::journal(&desk.app, nothing).await.unwrap();
    assert!(nothing.rows.is_empty() && nothing.next.is_none());
    keep("journal", Some("filtered-out"), &nothing);

    let day = Seconds(now().timestamp() - 86_400);
    let lately = JournalQuery { from: Some(day), ..journal_of(&demo) };
    let lately = journal::journal(&desk.app, lately).await.unwrap();
    assert!(!lately.rows.is_empty() && lately.rows.iter().all(|row| row.at >= day));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_opens_to_postings_that_sum_to_zero_and_to_its_write() {
    let (desk, demo) = Desk::with_demo().await;
    for kind in ["settlement", "top-up", "deduction", "quota-granted", "opening", "purchase"] {
        let id = first_of(&desk, &demo, kind).await;
        let view = journal::transaction(&desk.app, transaction_of(&demo, &id)).await.unwrap();
        assert!(view.postings.len() >= 2 && !view.sums.is_empty(), "{view:?}");
        assert!(view.sums.iter().all(|sum| ["0", "0.00"].contains(&sum.amount.as_str())), "{view:?}");
        assert_eq!(view.why.is_some(), view.row.balance.is_some());
        assert_eq!(view.write.sound, SoundView::Yes, "a year of the demo is hashed in passing");
        if kind == "settlement" {
            keep("transaction", None, &view);
        } else if kind == "deduction" {
            assert_eq!(view.postings[1].of.as_deref(), Some(view.row.name.as_str()));
            keep("transaction", Some("quota"), &view);
        }
    }
    let missing = journal::transaction(&desk.app, transaction_of(&demo, "999999999")).await;
    let error = keep_error("transaction", "missing", missing);
    assert_eq!(error.code, "invalid_value");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_before_an_account_was_opened_is_found_by_its_time() {
    let (desk, account) = Desk::with_account("20.00").await;
    desk.import(&account, "access.log", &log(&["13:10:00"; 2])).await;
    let hour = 3600;
    // Settled at 14:00, opened at 14:07, imported after that.
    let around = |from: i64, to: i64| JournalQuery {
        from: Some(Seconds(now().timestamp() + from)),
        to: Some(Seconds(now().timestamp() + to)),
        ..journal_of(&account)
    };
    let before = journal::journal(&desk.app, around(-hour, -60)).await.unwrap();
    assert_eq!(before.rows.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>(), ["settlement"]);
    let since = journal::journal(&desk.app, around(-60, hour)).await.unwrap();
    assert_eq!(since.rows.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>(), ["opening"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_without_movements_has_an_empty_journal() {
    let (desk, account) = Desk::with_account("0.00").await;
    let view = journal::journal(&desk.app, journal_of(&account)).await.unwrap();
    assert!(view.rows.is_empty() && view.next.is_none());
    keep("journal", Some("first"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_books_are_derived_again_with_progress_and_what_is_broken_is_named() {
    let (desk, account) = Desk::with_account("5.00").await;
    let view = known::verify(&desk.app, Verify {}).await.unwrap();
    assert!(view.difference.is_none());
    keep("verify", None, &view);
    let broken = ipc::dto::journal::VerifyView {
        difference: Some(ipc::dto::journal::DifferenceView {
            what: "balance".to_owned(),
            place: format!("account {}", account.id),
            expected: "balance 500".to_owned(),
            found: "balance 501".to_owned(),
        }),
        ..view
    };
    keep("verify", Some("broken"), &broken);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_known_again_as_it_was() {
    let (desk, account) = Desk::with_account("100.00").await;
    desk.later(TimeDelta::days(1));
    let asked = PreviewTopUp { account_id: account.id.clone(), amount: "25.00".to_owned() };
    let basis = top_up::preview(&desk.app, asked).await.unwrap().basis;
    let paid = TopUp {
        account_id: account.id.clone(),
        amount: "25.00".to_owned(),
        basis,
        request_id: "a".to_owned(),
    };
    top_up::commit(&desk.app, paid).await.unwrap();

    let before = known::known(&desk.app, known_on(&account, "2026-11-22")).await.unwrap();
    let position = before.known.unwrap();
    assert_eq!((position.balance.as_str(), position.arrears.as_str()), ("100.00", "0.00"));
    assert_eq!(position.next_recorded_at, Some(Seconds(now().timestamp() + 86_400)));
    let after = known::known(&desk.app, known_on(&account, "2026-11-23")).await.unwrap();
    assert_eq!(after.known.unwrap().balance, "125.00");
    let unheard = known::known(&desk.app, known_on(&account, "2026-11-21")).await.unwrap();
    assert!(unheard.known.is_none() && unheard.first_recorded_at == Some(Seconds(now().timestamp())));
    keep("known", Some("unheard"), &unheard);
    assert_eq!(known::known(&desk.app, known_on(&account, "soon")).await.unwrap_err().code, "invalid_value");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_today_is_what_every_screen_shows() {
    let (desk, demo) = Desk::with_demo().await;
    let view = known::known(&desk.app, known_on(&demo, "2026-11-22")).await.unwrap();
    let known = view.known.as_ref().unwrap();
    let query = BalanceQuery { account_id: demo.id.clone(), days: 30, after: None, chart_width: None };
    let position = balance::balance(&desk.app, query).await.unwrap().position;
    assert_eq!((&known.balance, &known.arrears), (&position.balance, &position.arrears));
    let bill = bills::bills(&desk.app, bills_of(&demo)).await.unwrap().bills.remove(0);
    assert_eq!((&known.month, &known.bill), (&bill.month, &bill.total));
    keep("known", None, &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_is_a_file_of_what_the_filter_lets_through() {
    let (desk, demo) = Desk::with_demo().await;
    let tops = JournalQuery { kind: Some("top-up".to_owned()), ..journal_of(&demo) };
    let asked = JournalFileQuery { of: tops.clone(), form: FileForm::Csv };
    let sheet = journal::file(&desk.app, asked).await.unwrap();
    assert_eq!((sheet.file_name.as_str(), sheet.has_more), ("journal-demo.csv", false));
    let postings = sheet.text.lines().count() - 1;
    assert!(postings >= 2 * sheet.count.parse::<usize>().unwrap(), "{}", sheet.text);
    let asked = JournalFileQuery { of: tops, form: FileForm::Json };
    let objects = journal::file(&desk.app, asked).await.unwrap();
    assert_eq!((objects.file_name.as_str(), &objects.count), ("journal-demo.json", &sheet.count));
    keep("journal_file", None, &sheet);
}
