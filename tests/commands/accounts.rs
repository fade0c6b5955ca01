//! All accounts, sorted by time to harm; and another name for one.

use ipc::{
    commands::{accounts, start},
    dto::{
        accounts::{AccountRow, AccountsQuery, AccountsView, RenameAccount},
        common::{AccountRef, FigureKind},
        start::CreateAccount,
    },
    error::ErrorKind,
};

use crate::{
    desk::{Desk, log, of},
    replies::{keep, keep_error},
};

/// A school with money and without an application.
async fn school(desk: &Desk) -> AccountRef {
    let request = CreateAccount {
        name: "School".to_owned(),
        policy: "tencent-lcic".to_owned(),
        level: None,
        opening_balance: "30.00".to_owned(),
    };
    start::create_account(&desk.app, request).await.unwrap()
}

async fn all(desk: &Desk, foreseen: bool) -> AccountsView {
    accounts::accounts(&desk.app, AccountsQuery { foreseen }).await.unwrap()
}

fn names(view: &AccountsView) -> Vec<&str> {
    view.rows.iter().map(|row| row.account.name.as_str()).collect()
}

fn row<'a>(view: &'a AccountsView, name: &str) -> &'a AccountRow {
    view.rows.iter().find(|row| row.account.name == name).unwrap()
}

fn rename(account: &AccountRef, name: &str) -> RenameAccount {
    RenameAccount { account_id: account.id.clone(), name: name.to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_account_that_is_harmed_first_stands_at_the_top_and_money_is_summed_by_currency() {
    let (desk, demo) = Desk::with_demo().await;
    // 75 calls of 0.02 were made in the hour before, and 1.00 was there: 0.50 is owed since 14:00, for 15 days.
    let prod = desk.open("OCR prod", "1.00").await.unwrap();
    desk.import(&prod, "access.log", &log(&["13:10:00"; 75])).await;
    start::run_due(&desk.app, of(&prod)).await.unwrap();
    let calm = desk.open("OCR test", "40.00").await.unwrap();
    school(&desk).await;

    let view = all(&desk, false).await;
    let first = &view.rows[0];
    assert_eq!((first.account.name.as_str(), first.stage.as_str()), ("OCR prod", "grace"));
    assert_eq!((first.harm.kind.as_str(), first.harm.step.as_str()), ("arrears", "now"));
    assert_eq!(first.harm.amount.as_deref(), Some("0.50"));
    let grace = billing::zone::parse_instant("2026-12-07T14:00:00+08:00").unwrap();
    assert_eq!(first.harm.at.map(|at| at.0), Some(grace.timestamp()), "H-85: 15 days of grace");
    let why = first.harm_why.as_ref().unwrap();
    assert_eq!(
        (why.formula.as_str(), why.result.text.as_str()),
        ("time-to-harm", "2026-12-07T14:00:00+08:00")
    );
    assert_eq!(names(&view).last(), Some(&calm.name.as_str()), "nothing to fear");
    assert_eq!(row(&view, "School").harm.kind, "no_application");
    assert_eq!(row(&view, "OCR test").harm.kind, "nothing");

    let firsts: Vec<_> =
        view.firsts.iter().map(|of| (of.account.name.as_str(), of.harm.kind.as_str())).collect();
    let told =
        [("OCR prod", "arrears"), (demo.name.as_str(), "package_exhausted"), ("School", "no_application")];
    assert_eq!(firsts, told);

    let sums: Vec<_> = view
        .sums
        .iter()
        .map(|sum| (sum.currency.as_str(), sum.sample, sum.account_count, sum.spendable_now.as_str()))
        .collect();
    let demo_has = &row(&view, &demo.name).spendable_now;
    // −0.50 and 40.00; the school counts in a currency of its own; sample data stays apart.
    let lcic = row(&view, "School").account.currency.clone();
    assert!(sums.contains(&("USD", true, 1, demo_has.as_str())), "{sums:?}");
    if lcic == "USD" {
        assert!(sums.contains(&("USD", false, 3, "69.50")), "{sums:?}");
    } else {
        assert!(sums.contains(&("USD", false, 2, "39.50")), "{sums:?}");
        assert!(sums.contains(&(lcic.as_str(), false, 1, "30.00")), "{sums:?}");
    }
    assert!(view.sums.iter().all(|sum| matches!(sum.why.result.kind, FigureKind::Money)));
    keep("accounts", None, &view);

    let foreseen = all(&desk, true).await;
    assert!(foreseen.foreseen);
    assert!(row(&foreseen, &demo.name).unknown.is_none(), "four weeks of it are known");
    let unknown = row(&foreseen, "OCR test").unknown.as_ref().unwrap();
    assert_eq!((unknown.kind.as_str(), unknown.missing_days), ("too_short", Some(14)));
    keep("accounts", Some("foreseen"), &foreseen);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quota_that_may_run_out_is_told_as_a_range() {
    let (desk, demo) = Desk::with_demo().await;
    let view = all(&desk, true).await;
    let harm = row(&view, &demo.name);
    if let Some(chance) = &harm.chance {
        assert!(chance.came_in > 0 && chance.came_in <= chance.of);
        assert!(chance.latest.is_none_or(|latest| Some(latest) >= harm.harm.at));
    }
    let known = all(&desk, false).await;
    let before = row(&known, &demo.name).harm.at;
    assert!(before.is_none() || harm.harm.at <= before, "usage to come only brings harm nearer here");
    keep("accounts", Some("single"), &known);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_renamed_but_not_to_nothing_nor_to_another_one() {
    let (desk, account) = Desk::with_account("10.00").await;
    desk.open("Other", "0.00").await.unwrap();
    desk.told();
    let renamed = accounts::rename(&desk.app, rename(&account, "  Production ")).await.unwrap();
    assert_eq!((renamed.id.as_str(), renamed.name.as_str()), (account.id.as_str(), "Production"));
    assert_eq!(desk.told(), ["accounts"]);
    keep("rename_account", None, &renamed);
    accounts::rename(&desk.app, rename(&account, "Production")).await.unwrap();

    let empty = accounts::rename(&desk.app, rename(&account, " ")).await;
    let empty = keep_error("rename_account", "empty", empty);
    assert_eq!((empty.kind, empty.code.as_str()), (ErrorKind::Invalid, "name_needed"));
    let taken = accounts::rename(&desk.app, rename(&account, "Other")).await;
    let taken = keep_error("rename_account", "taken", taken);
    assert_eq!((taken.kind, taken.code.as_str()), (ErrorKind::Refused, "name_taken"));
    let nobody = AccountRef { id: "77".to_owned(), ..account };
    let nobody = accounts::rename(&desk.app, rename(&nobody, "Nobody")).await.unwrap_err();
    assert_eq!(nobody.code, "no_account");
    let startup = start::start(&desk.app, ipc::dto::start::Start {}).await.unwrap();
    let names: Vec<_> = startup.accounts.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Other", "Production"]);
}
