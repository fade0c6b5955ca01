//! Renewing by hand and by itself: the preview is what is written, once.

use chrono::TimeDelta;
use ipc::{
    commands::{auto_renew, auto_renew_many, buy, packages, renew, renewals, start, steps, today},
    dto::{
        common::{AccountRef, BasisView, Seconds},
        money_actions::{Buy, PreviewBuy},
        renewals::{
            AutoRenew, AutoRenewMany, PreviewAutoRenew, PreviewAutoRenewMany, PreviewRenew, Renew,
            RenewalsQuery, RenewalsView,
        },
        steps::MoveStep,
    },
    error::{ErrorKind, Fix},
};

use crate::{
    desk::{Desk, RULES, log, of, today_of},
    replies::{keep, keep_error},
};

/// An account with 1,000 passport calls for 18.00, bought at 14:07 on 22 November 2026: it ends a year later.
pub async fn with_package(balance: &str) -> (Desk, AccountRef) {
    let (desk, account) = Desk::with_account(balance).await;
    let wanted =
        PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let plan = buy::preview(&desk.app, wanted).await.unwrap();
    let purchase = Buy {
        account_id: account.id.clone(),
        sku: plan.sku,
        application: None,
        basis: plan.basis,
        request_id: "package".to_owned(),
    };
    buy::commit(&desk.app, purchase).await.unwrap();
    desk.told();
    (desk, account)
}

fn asked(account: &AccountRef, terms: u32) -> PreviewRenew {
    PreviewRenew { account_id: account.id.clone(), package_id: "0".to_owned(), terms, align_to: None }
}

fn confirmed(account: &AccountRef, terms: u32, basis: &BasisView) -> Renew {
    Renew {
        account_id: account.id.clone(),
        package_id: "0".to_owned(),
        terms,
        align_to: None,
        basis: basis.clone(),
        request_id: "one".to_owned(),
    }
}

pub fn switch(account: &AccountRef, days_before: Option<u32>) -> PreviewAutoRenew {
    PreviewAutoRenew {
        account_id: account.id.clone(),
        package_id: "0".to_owned(),
        at_end: at_end(days_before),
        days_before,
    }
}

/// Renewed by itself, or else pay-per-use.
fn at_end(days_before: Option<u32>) -> String {
    if days_before.is_some() { "renew" } else { "pay-per-use" }.to_owned()
}

pub fn switched(account: &AccountRef, days_before: Option<u32>, basis: &BasisView) -> AutoRenew {
    AutoRenew {
        account_id: account.id.clone(),
        package_id: "0".to_owned(),
        at_end: at_end(days_before),
        days_before,
        basis: basis.clone(),
        request_id: "switch".to_owned(),
    }
}

pub fn at(text: &str) -> Seconds {
    Seconds(billing::zone::parse_instant(text).unwrap().timestamp())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_adds_whole_terms_after_the_present_one_and_does_what_its_preview_said() {
    let (desk, account) = with_package("500.00").await;
    let plan = renew::preview(&desk.app, asked(&account, 2)).await.unwrap();
    let terms: Vec<_> = plan.cycles.iter().map(|cycle| (cycle.starts_at, cycle.ends_at)).collect();
    let expected = [
        (at("2027-11-23T00:00:00+08:00"), at("2028-11-22T23:59:59+08:00")),
        (at("2028-11-23T00:00:00+08:00"), at("2029-11-22T23:59:59+08:00")),
    ];
    assert_eq!(terms, expected, "H-111");
    assert!(plan.cycles.iter().all(|cycle| cycle.quota == "1000" && cycle.why.rule == "H-111"), "H-112");
    assert_eq!((plan.price.as_str(), plan.from_balance.as_str()), ("36.00", "36.00"));
    assert_eq!((plan.before.balance.as_str(), plan.after.balance.as_str()), ("482.00", "446.00"));
    let warned = ["2029-11-15T09:00:00+08:00", "2029-11-19T09:00:00+08:00", "2029-11-21T09:00:00+08:00"];
    assert_eq!(plan.warnings_after, warned.map(at), "H-30");
    assert_eq!(plan.warnings_before[0], at("2027-11-15T09:00:00+08:00"));
    assert!(plan.late.is_none() && plan.attempts_after.is_empty());
    keep("preview_renew", None, &plan);

    let before = packages::packages(&desk.app, of(&account)).await.unwrap();
    assert_eq!(before.packages[0].valid_to, plan.valid_to_before, "a preview changes nothing");
    let done = renew::commit(&desk.app, confirmed(&account, 2, &plan.basis)).await.unwrap();
    assert_eq!((done.after.balance.as_str(), done.valid_to_after), ("446.00", plan.valid_to_after));
    keep("renew", None, &done);
    let row = &packages::packages(&desk.app, of(&account)).await.unwrap().packages[0];
    assert_eq!((row.valid_to, row.next_cycle_count), (at("2029-11-22T23:59:59+08:00"), 2));

    let again = renew::commit(&desk.app, confirmed(&account, 2, &plan.basis)).await.unwrap();
    assert_eq!(
        (again.price, again.cycles.len(), again.valid_to_before),
        ("36.00".to_owned(), 2, plan.valid_to_before)
    );
    let row = &packages::packages(&desk.app, of(&account)).await.unwrap().packages[0];
    assert_eq!(row.next_cycle_count, 2, "confirming twice renews once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_after_the_end_counts_from_the_end_and_says_what_has_passed() {
    let (desk, account) = with_package("500.00").await;
    // The second of December 2027, ten days after the end.
    desk.later(TimeDelta::days(375));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let plan = renew::preview(&desk.app, asked(&account, 1)).await.unwrap();
    assert_eq!(plan.cycles[0].starts_at, at("2027-11-23T00:00:00+08:00"), "H-90");
    assert_eq!(plan.cycles[0].why.rule, "H-90");
    let late = plan.late.unwrap();
    assert_eq!((late.days_passed, late.days_left), (9, 356));
    keep("preview_renew", Some("late"), &plan);
    desk.later(TimeDelta::days(21));
    let refused = renew::preview(&desk.app, asked(&account, 1)).await;
    assert_eq!(keep_error("preview_renew", "released", refused).code, "package_released", "H-91");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_is_refused_with_what_would_do() {
    let (desk, account) = with_package("19.00").await;
    let short = renew::preview(&desk.app, asked(&account, 2)).await;
    let short = keep_error("preview_renew", "refused", short);
    assert_eq!((short.kind, short.code.as_str()), (ErrorKind::Refused, "insufficient_balance"));
    assert_eq!(short.fix, Some(Fix::TopUp { amount: "35.00".to_owned() }), "36.00 of 1.00");
    for terms in [0, 1201] {
        let wrong = renew::preview(&desk.app, asked(&account, terms)).await.unwrap_err();
        assert_eq!(wrong.code, "invalid_number", "{terms}");
    }
    let unknown = PreviewRenew { package_id: "7".to_owned(), ..asked(&account, 1) };
    assert_eq!(renew::preview(&desk.app, unknown).await.unwrap_err().code, "unknown_package");

    let elsewhere = RULES.replace("ap-southeast-1", "ap-southeast-3");
    desk.import_by(&account, "access.log", &log(&["14:01:00"; 75]), &elsewhere).await;
    desk.later(TimeDelta::hours(1));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let owing = renew::preview(&desk.app, asked(&account, 1)).await;
    let owing = keep_error("preview_renew", "arrears", owing);
    assert_eq!(owing.code, "account_in_arrears", "H-31");
    assert!(matches!(owing.fix, Some(Fix::TopUp { .. })), "{owing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_whose_books_moved_is_stale() {
    let (desk, account) = with_package("500.00").await;
    let plan = renew::preview(&desk.app, asked(&account, 1)).await.unwrap();
    let other = auto_renew::preview(&desk.app, switch(&account, Some(3))).await.unwrap();
    auto_renew::commit(&desk.app, switched(&account, Some(3), &other.basis)).await.unwrap();
    let stale = renew::commit(&desk.app, confirmed(&account, 1, &plan.basis)).await;
    assert_eq!(keep_error("renew", "stale", stale).fix, Some(Fix::PreviewAgain));
}

#[tokio::test(flavor = "multi_thread")]
async fn automatic_renewal_lists_its_attempts_and_whether_the_money_does() {
    let (desk, account) = with_package("36.00").await;
    let plan = auto_renew::preview(&desk.app, switch(&account, Some(7))).await.unwrap();
    assert_eq!((plan.set_before, plan.set_after, plan.most_days_before), (None, Some(7), 7));
    let attempts: Vec<_> = plan.attempts.iter().map(|attempt| (attempt.at, attempt.days_left)).collect();
    let daily = |day: i32| (at(&format!("2027-11-{:02}T03:00:00+08:00", 22 - day)), day);
    assert_eq!(attempts, (0..=7).rev().map(daily).collect::<Vec<_>>(), "H-113");
    assert_eq!((plan.outcome.kind.as_str(), plan.outcome.price.as_deref()), ("covered", Some("18.00")));
    assert_eq!(plan.outcome.at, Some(at("2027-11-15T03:00:00+08:00")));
    keep("preview_auto_renew", None, &plan);
    let done = auto_renew::commit(&desk.app, switched(&account, Some(7), &plan.basis)).await.unwrap();
    assert_eq!(done.set_after, Some(7));
    keep("auto_renew", None, &done);
    let row = &packages::packages(&desk.app, of(&account)).await.unwrap().packages[0];
    assert_eq!((row.auto_renew, row.next_attempt), (Some(7), Some(at("2027-11-15T03:00:00+08:00"))));
    assert!(desk.told().contains(&"renewals"));
    let off = auto_renew::preview(&desk.app, switch(&account, None)).await.unwrap();
    assert_eq!(
        (off.set_before, off.outcome.kind.as_str(), off.after_end.as_str()),
        (Some(7), "off", "pay_per_use")
    );
    assert!(off.attempts.is_empty());
    keep("preview_auto_renew", Some("off"), &off);
}

#[tokio::test(flavor = "multi_thread")]
async fn automatic_renewal_without_enough_money_says_what_is_missing_and_until_when() {
    let (desk, account) = with_package("30.00").await;
    let plan = auto_renew::preview(&desk.app, switch(&account, Some(2))).await.unwrap();
    assert_eq!((plan.outcome.kind.as_str(), plan.outcome.short.as_deref()), ("short", Some("6.00")));
    assert_eq!(plan.outcome.at, Some(at("2027-11-20T03:00:00+08:00")));
    assert_eq!(plan.outcome.last_at, Some(at("2027-11-22T03:00:00+08:00")));
    keep("preview_auto_renew", Some("short"), &plan);
    let wrong = auto_renew::preview(&desk.app, switch(&account, Some(8))).await.unwrap_err();
    assert_eq!((wrong.kind, wrong.code.as_str()), (ErrorKind::Refused, "invalid_number"), "H-114");
    desk.later(TimeDelta::days(366));
    let ended = auto_renew::preview(&desk.app, switch(&account, Some(2))).await;
    assert_eq!(keep_error("preview_auto_renew", "ended", ended).code, "package_expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_ends_on_a_chosen_day_for_the_price_of_the_days_beyond_its_term() {
    let (desk, account) = with_package("500.00").await;
    let wanted = PreviewRenew { align_to: Some(1), ..asked(&account, 1) };
    let plan = renew::preview(&desk.app, wanted).await.unwrap();
    // The term ends on 22 November 2028; nine days later is the first: 9 × 18.00 ÷ 365 = 0.44.
    assert_eq!(
        (plan.price.as_str(), plan.valid_to_after),
        ("18.44", at("2028-12-01T23:59:59+08:00")),
        "H-119"
    );
    assert_eq!((plan.standard_day, plan.cycles[0].why.rule.as_str()), (Some(1), "H-119"));
    keep("preview_renew", Some("aligned"), &plan);
    let confirmed = Renew { align_to: Some(1), ..confirmed(&account, 1, &plan.basis) };
    let done = renew::commit(&desk.app, confirmed).await.unwrap();
    assert_eq!((done.after.balance.as_str(), done.valid_to_after), ("463.56", plan.valid_to_after));
    let wrong = PreviewRenew { align_to: Some(32), ..asked(&account, 1) };
    assert_eq!(renew::preview(&desk.app, wrong).await.unwrap_err().code, "invalid_number");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_ends_with_its_service_when_the_customer_chose_so() {
    let (desk, account) = with_package("36.00").await;
    let wanted = |choice: &str| PreviewAutoRenew { at_end: choice.to_owned(), ..switch(&account, None) };
    let plan = auto_renew::preview(&desk.app, wanted("disable")).await.unwrap();
    assert_eq!(
        (plan.at_end_before.as_str(), plan.at_end_after.as_str()),
        ("pay-per-use", "disable"),
        "H-60c"
    );
    assert_eq!((plan.choices.len(), plan.after_end.as_str()), (3, "disabled"));
    keep("preview_auto_renew", Some("disable"), &plan);
    for (choice, code) in [("suspend", "choice_not_offered"), ("vanish", "invalid_value")] {
        assert_eq!(auto_renew::preview(&desk.app, wanted(choice)).await.unwrap_err().code, code);
    }
    let confirmed = AutoRenew { at_end: "disable".to_owned(), ..switched(&account, None, &plan.basis) };
    let done = auto_renew::commit(&desk.app, confirmed).await.unwrap();
    keep("auto_renew", Some("disable"), &done);
    let row = &screen(&desk, &account).await.rows[0];
    assert_eq!((row.follows.as_str(), row.at_end.as_str()), ("disabled", "disable"));
    desk.later(TimeDelta::days(366));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let id = app::ledger::AccountId(account.id.parse().unwrap());
    let account = desk.app.books().load(id).await.unwrap().account;
    assert!(account.resources.iter().all(|one| !one.is_enabled()), "nothing is charged after the end");
}

async fn screen(desk: &Desk, account: &AccountRef) -> RenewalsView {
    let query = RenewalsQuery { account_id: account.id.clone(), chart_width: None };
    renewals::renewals(&desk.app, query).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_says_what_follows_each_end_and_what_its_calls_cost_without_it() {
    let (desk, account) = with_package("36.00").await;
    desk.later(TimeDelta::minutes(10));
    desk.import(&account, "access.log", &log(&["14:12:00"; 50])).await;
    let view = screen(&desk, &account).await;
    assert_eq!(
        (view.verdict.kind.as_str(), view.verdict.at),
        ("manual", Some(at("2027-11-22T23:59:59+08:00")))
    );
    let row = &view.rows[0];
    assert_eq!(
        (row.follows.as_str(), row.outcome.kind.as_str(), row.price.as_deref()),
        ("pay_per_use", "off", Some("18.00"))
    );
    assert_eq!(
        (row.calls_lately.as_str(), row.cost_lately.as_deref()),
        ("50", Some("1.00")),
        "50 calls at 0.02"
    );
    assert_eq!(row.calls_left, "950");
    let plan = auto_renew::preview(&desk.app, switch(&account, Some(7))).await.unwrap();
    auto_renew::commit(&desk.app, switched(&account, Some(7), &plan.basis)).await.unwrap();
    let view = screen(&desk, &account).await;
    assert_eq!(
        (view.verdict.kind.as_str(), view.verdict.at),
        ("covered", Some(at("2027-11-22T23:59:59+08:00")))
    );
    assert_eq!(
        (view.rows[0].follows.as_str(), view.automatic.count, view.taken_soon.as_str()),
        ("renews", 1, "0.00")
    );
    assert!(view.ahead.iter().any(|row| row.kind == "renewal" && row.amount.as_deref() == Some("18.00")));
    desk.later(TimeDelta::days(356));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    assert_eq!(screen(&desk, &account).await.taken_soon, "18.00");
    let calm = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert_eq!(calm.verdict.kind, "nothing", "a renewal that is covered is no problem");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_will_fail_is_the_first_sentence_here_and_on_today() {
    let (desk, account) = with_package("30.00").await;
    let plan = auto_renew::preview(&desk.app, switch(&account, Some(7))).await.unwrap();
    auto_renew::commit(&desk.app, switched(&account, Some(7), &plan.basis)).await.unwrap();
    desk.later(TimeDelta::days(355));
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let view = screen(&desk, &account).await;
    let verdict = (view.verdict.kind.as_str(), view.verdict.step.as_str(), view.verdict.amount.as_deref());
    assert_eq!(verdict, ("fails", "soon", Some("6.00")), "18.00 of 12.00");
    assert_eq!(view.verdict.at, Some(at("2027-11-15T03:00:00+08:00")));
    assert_eq!((view.rows[0].outcome.kind.as_str(), view.rows[0].follows.as_str()), ("short", "pay_per_use"));
    let fails: Vec<_> = view.ahead.iter().filter(|row| row.kind == "renewal_fails").collect();
    assert_eq!(fails.len(), 1, "one thing, however often it is tried");
    keep("renewals", Some("fails"), &view);
    let first = today::today(&desk.app, today_of(&account)).await.unwrap();
    let verdict = (first.verdict.kind.as_str(), first.verdict.amount.as_deref());
    assert_eq!(verdict, ("renewal_fails", Some("6.00")));
    let attempts: Vec<_> = first.upcoming.iter().filter(|row| row.kind.starts_with("renewal")).collect();
    assert_eq!(attempts.len(), 1, "its charge moment stands on the timeline");
    let attempt = (attempts[0].kind.as_str(), attempts[0].at, attempts[0].amount.as_deref());
    assert_eq!(attempt, ("renewal_fails", at("2027-11-15T03:00:00+08:00"), Some("18.00")));
    assert!(attempts[0].why.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn renewals_of_the_demo_of_nobody_and_of_one_with_much_money() {
    let (desk, demo) = Desk::with_demo().await;
    let plan = auto_renew::preview(&desk.app, switch(&demo, Some(7))).await.unwrap();
    auto_renew::commit(&desk.app, switched(&demo, Some(7), &plan.basis)).await.unwrap();
    let view = screen(&desk, &demo).await;
    assert!(view.rows.windows(2).all(|pair| pair[0].valid_to <= pair[1].valid_to));
    keep("renewals", None, &view);
    let (desk, account) = Desk::with_account("0.00").await;
    let view = screen(&desk, &account).await;
    assert_eq!((view.verdict.kind.as_str(), view.rows.len()), ("none", 0));
    keep("renewals", Some("first"), &view);
    let (desk, account) = with_package("90071992547409930.01").await;
    let view = screen(&desk, &account).await;
    assert_eq!(view.position.spendable_now, "90071992547409912.01");
    keep("renewals", Some("huge"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ends_of_several_packages_are_chosen_in_one_write_that_is_undone_as_one() {
    let (desk, account) = with_package("60.00").await;
    let wanted =
        PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let plan = buy::preview(&desk.app, wanted).await.unwrap();
    let (account_id, sku) = (account.id.clone(), plan.sku);
    let again = Buy { account_id, sku, application: None, basis: plan.basis, request_id: "again".to_owned() };
    buy::commit(&desk.app, again).await.unwrap();

    let ask = |ids: &[&str]| PreviewAutoRenewMany {
        account_id: account.id.clone(),
        package_ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        at_end: "renew".to_owned(),
        days_before: Some(3),
    };
    let plan = auto_renew_many::preview(&desk.app, ask(&["0", "1"])).await.unwrap();
    assert_eq!((plan.changed, plan.packages.len()), (2, 2));
    // 60.00 bought both for 18.00 each; the 24.00 that are left renew the first alone.
    let outcomes: Vec<_> = plan.packages.iter().map(|one| one.outcome.kind.as_str()).collect();
    assert_eq!(outcomes, ["covered", "short"], "each is rehearsed with those before it");
    keep("preview_auto_renew_many", None, &plan);

    let PreviewAutoRenewMany { account_id, package_ids, at_end, days_before } = ask(&["0", "1"]);
    let request_id = "many".to_owned();
    let commit =
        AutoRenewMany { account_id, package_ids, at_end, days_before, basis: plan.basis, request_id };
    let done = auto_renew_many::commit(&desk.app, commit).await.unwrap();
    assert_eq!(done.packages.iter().map(|one| one.set_after).collect::<Vec<_>>(), [Some(3), Some(3)]);
    keep("auto_renew_many", None, &done);
    let step = steps::steps(&desk.app, of(&account)).await.unwrap();
    keep("steps", Some("several"), &step);
    let step = step.undo.unwrap();
    assert_eq!((step.kind.as_str(), step.more, step.after.as_deref()), ("at_end", 1, Some("renew 3")));
    let account_id = account.id.clone();
    let back = MoveStep { account_id, step: step.id, request_id: "undo".to_owned() };
    steps::undo(&desk.app, back).await.unwrap();
    let view = packages::packages(&desk.app, of(&account)).await.unwrap();
    assert!(view.packages.iter().all(|row| row.auto_renew.is_none()), "both, at once");

    let unknown = auto_renew_many::preview(&desk.app, ask(&["0", "9"])).await.unwrap_err();
    assert_eq!((unknown.kind, unknown.code.as_str()), (ErrorKind::Refused, "unknown_package"));
    assert_eq!(auto_renew_many::preview(&desk.app, ask(&[])).await.unwrap_err().code, "invalid_value");
}
