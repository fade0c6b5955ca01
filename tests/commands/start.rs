//! First start, accounts, the clock and what fell due.

use chrono::TimeDelta;
use ipc::{
    commands::start,
    dto::start::{AskPlace, BooksPlace, CreateAccount, CreateDemo, Start, Startup},
    error::ErrorKind,
};

use crate::{
    desk::{Desk, log, of, today_of},
    replies::{keep, keep_error},
};

/// The folder differs from run to run; everything else of the reply does not.
fn anywhere(startup: Startup) -> Startup {
    Startup { data_dir: "~/.local/share/tollbook".to_owned(), ..startup }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_finds_no_account_and_offers_policies() {
    let desk = Desk::new().await;
    let startup = start::start(&desk.app, Start {}).await.unwrap();
    assert_eq!(startup.data_dir, desk.folder().display().to_string());
    assert!(startup.accounts.is_empty());
    let ids: Vec<_> = startup.policies.iter().map(|policy| policy.id.as_str()).collect();
    assert_eq!(ids, ["huawei-ocr-cn", "huawei-ocr-intl", "tencent-lcic"]);
    assert!(!startup.policies[0].levels.is_empty(), "H-86: in China the level decides the stages");
    assert!(startup.policies[1].levels.is_empty(), "H-85: elsewhere it does not");
    keep("start", Some("first"), &anywhere(startup));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_books_say_where_they_lie_and_how_large_they_are() {
    let desk = Desk::new().await;
    let place = start::books_place(&desk.app, AskPlace {}).await.unwrap();
    assert_eq!(place.file, desk.folder().join("books.db").display().to_string());
    assert!(place.bytes.parse::<u64>().unwrap() > 10_000 && place.backups == 0, "{place:?}");
    std::fs::write(desk.folder().join("books.db.backup-before-0025"), "older").unwrap();
    let place = start::books_place(&desk.app, AskPlace {}).await.unwrap();
    assert_eq!(place.backups, 1);
    let file = "~/.local/share/tollbook/books.db".to_owned();
    keep("books_place", None, &BooksPlace { file, bytes: "3412345".to_owned(), ..place });
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_account_is_made_once_and_says_that_it_is_a_sample() {
    let (desk, demo) = Desk::with_demo().await;
    assert!(demo.sample);
    assert_eq!((demo.currency.as_str(), demo.zone_offset_seconds), ("USD", 28_800));
    let again = start::create_demo(&desk.app, CreateDemo {}).await.unwrap();
    assert_eq!(again.id, demo.id);
    assert_eq!(desk.told(), ["accounts"]);
    keep("create_demo", None, &demo);
    let startup = start::start(&desk.app, Start {}).await.unwrap();
    assert_eq!(startup.accounts.len(), 1);
    keep("start", None, &anywhere(startup));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_opened_with_a_name_of_its_own() {
    let (desk, account) = Desk::with_account("250.00").await;
    assert!(!account.sample);
    keep("create_account", None, &account);
    keep("start", Some("own"), &anywhere(start::start(&desk.app, Start {}).await.unwrap()));
    let taken = keep_error("create_account", "refused", desk.open(" Main ", "0").await);
    assert_eq!((taken.kind, taken.code.as_str()), (ErrorKind::Refused, "name_taken"));
    assert_eq!(taken.args.get("name").map(String::as_str), Some("Main"));
    let nameless = desk.open("  ", "0").await.unwrap_err();
    assert_eq!((nameless.kind, nameless.code.as_str()), (ErrorKind::Invalid, "name_needed"));
    let request = CreateAccount {
        name: "Other".to_owned(),
        policy: "nobody".to_owned(),
        level: None,
        opening_balance: "0".to_owned(),
    };
    let unknown = start::create_account(&desk.app, request).await.unwrap_err();
    assert_eq!(unknown.code, "unknown_policy");
    assert_eq!(start::start(&desk.app, Start {}).await.unwrap().accounts.len(), 1, "refusals change nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_falls_due_for_an_account_that_was_never_used() {
    let (desk, account) = Desk::with_account("0.00").await;
    let done = start::run_due(&desk.app, of(&account)).await.unwrap();
    assert_eq!((done.settlement_count, done.cycle_count, done.settled.as_str()), (0, 0, "0.00"));
    assert_eq!(done.clock.usage_until, None);
    assert_eq!(done.clock.next_settlement_at.0 - done.clock.now.0, 53 * 60, "15:00 is the next full hour");
    assert!(desk.told().is_empty());
    keep("run_due", Some("first"), &done);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_is_run_once_and_reported() {
    let (desk, account) = Desk::with_account("5.00").await;
    desk.import(&account, "access.log", &log(&["14:01:00", "14:02:00"])).await;
    desk.told();
    desk.later(TimeDelta::hours(1));
    let done = start::run_due(&desk.app, of(&account)).await.unwrap();
    assert_eq!((done.settlement_count, done.settled.as_str()), (1, "0.04"));
    assert_eq!(done.clock.usage_until.map(|at| done.clock.now.0 - at.0), Some(65 * 60));
    assert!(desk.told().contains(&"balance"));
    let again = start::run_due(&desk.app, of(&account)).await.unwrap();
    assert_eq!((again.settlement_count, again.settled.as_str()), (0, "0.00"));
    assert!(desk.told().is_empty());
    keep("run_due", Some("caught-up"), &done);
    keep("run_due", None, &again);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_over_all_accounts_runs_what_fell_due() {
    let (desk, account) = Desk::with_account("5.00").await;
    desk.import(&account, "access.log", &log(&["14:01:00"])).await;
    desk.told();
    ipc::run_due_everywhere(&desk.app).await;
    assert!(desk.told().is_empty(), "nothing is due before the hour is over");
    desk.later(TimeDelta::hours(1));
    ipc::run_due_everywhere(&desk.app).await;
    assert!(desk.told().contains(&"today"));
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_new_until_the_window_was_looked_at() {
    let (desk, account) = Desk::with_arrears().await;
    let since = ipc::commands::today::today(&desk.app, today_of(&account)).await.unwrap().since;
    assert_eq!(
        since.iter().map(|notice| (notice.kind.as_str(), notice.seen)).collect::<Vec<_>>(),
        [("arrears", false)]
    );
    let clock = start::mark_seen(&desk.app, of(&account)).await.unwrap();
    let since = ipc::commands::today::today(&desk.app, today_of(&account)).await.unwrap().since;
    assert!(since.iter().all(|notice| notice.seen));
    keep("mark_seen", None, &clock);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_behind_the_books_is_told_and_deadlines_go_by_the_books() {
    let (desk, account) = Desk::with_account("5.00").await;
    let before = start::run_due(&desk.app, of(&account)).await.unwrap().clock;
    assert_eq!(before.behind_seconds, None);
    desk.later(TimeDelta::hours(-3));
    let told = start::run_due(&desk.app, of(&account)).await.unwrap();
    assert_eq!((told.clock.behind_seconds, told.clock.now), (Some(3 * 3_600), before.now));
    assert_eq!(told.clock.next_settlement_at, before.next_settlement_at);
    keep("run_due", Some("behind"), &told);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_stopped_while_another_goes_on_is_named() {
    let (desk, account) = Desk::with_account("100.00").await;
    let call = |day: u32| {
        format!(
            "10.0.0.1 - - [{day:02}/Nov/2026:10:10:00 +0800] \"POST /v2/7/ocr/passport HTTP/1.1\" 200 512\n"
        )
    };
    for (source, last) in [("gateway", 22), ("edge", 18)] {
        for day in 9..=last {
            let name = format!("{source}-{day}.log");
            let request = ipc::dto::import::PreviewImport {
                source: source.to_owned(),
                ..desk.reading(&account, &[&desk.file(&name, &call(day))])
            };
            desk.import_as(&account, &name, request).await;
        }
    }
    let told = start::run_due(&desk.app, of(&account)).await.unwrap();
    let sources = told.clock.sources.as_ref().unwrap();
    assert_eq!((sources.going, sources.counted), (1, 2));
    let stopped = billing::zone::parse_instant("2026-11-18T10:10:00+08:00").unwrap().timestamp();
    let missing: Vec<_> =
        sources.missing.iter().map(|source| (source.name.as_str(), source.until.0)).collect();
    assert_eq!((missing, sources.partial_from.0), (vec![("edge", stopped)], stopped));
    keep("run_due", Some("partial"), &told);
}
