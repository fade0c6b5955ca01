//! Alerts: set, fired, acknowledged, explained; and what fell due while nobody looked.

use chrono::TimeDelta;
use ipc::{
    commands::{
        alerts::{acknowledge, alerts, preview, set, snooze},
        backtest::backtest,
        buy, start, today,
    },
    dto::{
        alerts::{
            AcknowledgeAlert, AlertPlan, AlertRule, AlertsView, AskBacktest, BacktestView, MeasuredView,
            PreviewAlert, SetAlert, SnoozeAlert,
        },
        common::{AccountRef, Seconds},
        money_actions::{Buy, PreviewBuy},
    },
};

use crate::{
    desk::{Desk, log, now, of, today_of},
    replies::{keep, keep_error},
};

fn passports() -> AlertRule {
    AlertRule::Package {
        service: "passport-ocr".to_owned(),
        region: "ap-southeast-1".to_owned(),
        application: String::new(),
    }
}

async fn previewed(desk: &Desk, account: &AccountRef, rule: AlertRule, line: Option<&str>) -> AlertPlan {
    let line = line.map(str::to_owned);
    preview(&desk.app, PreviewAlert { account_id: account.id.clone(), rule, line }).await.unwrap()
}

async fn set_to(desk: &Desk, account: &AccountRef, rule: AlertRule, line: Option<&str>) -> AlertPlan {
    let plan = previewed(desk, account, rule.clone(), line).await;
    let request_id = format!("{rule:?} {line:?}");
    let (account_id, line) = (account.id.clone(), line.map(str::to_owned));
    set(&desk.app, SetAlert { account_id, rule, line, basis: plan.basis, request_id }).await.unwrap()
}

async fn tested(desk: &Desk, account: &AccountRef, rule: AlertRule, line: &str) -> BacktestView {
    let (account_id, line) = (account.id.clone(), line.to_owned());
    backtest(&desk.app, AskBacktest { account_id, rule, line, chart_width: Some(400) }).await.unwrap()
}

async fn screen(desk: &Desk, account: &AccountRef) -> AlertsView {
    alerts(&desk.app, of(account)).await.unwrap()
}

/// Neither now nor for ever, but for a week; and ended before.
async fn snoozed_and_woken(desk: &Desk, account: &AccountRef) {
    let quiet = |until: Option<chrono::TimeDelta>, id: &str| SnoozeAlert {
        account_id: account.id.clone(),
        until: until.map(|span| Seconds((now() + span).timestamp())),
        request_id: id.to_owned(),
    };
    for away in [TimeDelta::zero(), TimeDelta::days(91)] {
        let refused = snooze(&desk.app, quiet(Some(away), "never")).await.unwrap_err();
        assert_eq!(refused.code, "invalid_value", "neither now nor for ever");
    }
    let view = snooze(&desk.app, quiet(Some(TimeDelta::days(7)), "snooze")).await.unwrap();
    let until = Some(Seconds((now() + TimeDelta::days(7)).timestamp()));
    assert_eq!((view.balance.state.as_str(), view.balance.snoozed_until), ("snoozed", until));
    assert_eq!((view.episodes[0].state.as_str(), view.episodes[0].told_again_at), ("snoozed", until));
    keep("snooze_alert", None, &view);
    keep("alerts", Some("snoozed"), &screen(desk, account).await);
    let view = snooze(&desk.app, quiet(None, "speak")).await.unwrap();
    assert_eq!((view.balance.state.as_str(), view.balance.snoozed_until), ("fired", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_alert_says_what_it_would_do_fires_and_is_silenced() {
    let (desk, account) = Desk::with_account("20.00").await;
    let view = screen(&desk, &account).await;
    assert_eq!((view.balance.state.as_str(), view.episodes.len()), ("off", 0));
    keep("alerts", Some("first"), &view);

    let quiet = previewed(&desk, &account, AlertRule::Balance, Some("20.00")).await;
    assert!(!quiet.at_once, "strictly below (Z-06)");
    let plan = previewed(&desk, &account, AlertRule::Balance, Some("20.01")).await;
    assert!(plan.at_once && plan.before.is_none());
    keep("preview_alert", None, &plan);
    assert_eq!(screen(&desk, &account).await.balance.state, "off", "nothing was set");

    let done = set_to(&desk, &account, AlertRule::Balance, Some("20.01")).await;
    keep("set_alert", None, &done);
    let view = screen(&desk, &account).await;
    assert_eq!((view.balance.state.as_str(), view.balance.told, view.unseen), ("fired", 1, 1));
    let episode = &view.episodes[0];
    assert_eq!((episode.family.as_str(), episode.state.as_str(), episode.told.len()), ("balance", "open", 1));
    assert_eq!(episode.told_again_at, Some(Seconds((now() + TimeDelta::hours(24)).timestamp())));
    let Some(MeasuredView::Spendable { value, threshold, version }) = &episode.told[0].measured else {
        panic!()
    };
    assert_eq!((value.as_str(), threshold.as_str(), *version), ("20.00", "20.01", 1));
    keep("alerts", Some("fired"), &view);

    snoozed_and_woken(&desk, &account).await;
    let request = AcknowledgeAlert { account_id: account.id.clone(), request_id: "known".to_owned() };
    let view = acknowledge(&desk.app, request).await.unwrap();
    assert_eq!(
        (view.balance.state.as_str(), view.episodes[0].state.as_str()),
        ("acknowledged", "acknowledged")
    );
    assert_eq!(view.episodes[0].told_again_at, None);
    keep("acknowledge_alert", None, &view);
    desk.later(TimeDelta::days(30));
    ipc::run_due_everywhere(&desk.app).await;
    assert_eq!(screen(&desk, &account).await.episodes[0].told.len(), 1, "nothing is told again");

    let again = set_to(&desk, &account, AlertRule::Balance, Some("30.00")).await;
    assert!(again.at_once && again.arms_again);
    let view = screen(&desk, &account).await;
    assert_eq!((view.episodes.len(), view.balance.version), (2, 2), "an edited rule is another episode");
    assert_eq!(view.episodes[1].state, "resolved");
    set_to(&desk, &account, AlertRule::Balance, None).await;
    assert_eq!(screen(&desk, &account).await.balance.state, "off");

    let wrong = PreviewAlert {
        account_id: account.id.clone(),
        rule: AlertRule::Balance,
        line: Some("-1".to_owned()),
    };
    let refused = keep_error("preview_alert", "refused", preview(&desk.app, wrong).await);
    assert_eq!(refused.code, "invalid_amount");
}

#[tokio::test(flavor = "multi_thread")]
async fn arrears_are_told_while_the_balance_alert_is_snoozed() {
    let (desk, account) = Desk::with_account("1.00").await;
    set_to(&desk, &account, AlertRule::Balance, Some("0.50")).await;
    let until = Some(Seconds((now() + TimeDelta::days(30)).timestamp()));
    let request = SnoozeAlert { account_id: account.id.clone(), until, request_id: "snooze".to_owned() };
    snooze(&desk.app, request).await.unwrap();
    // 75 calls of 0.02 in the hour before: 0.50 is owed.
    desk.import(&account, "access.log", &log(&["13:10:00"; 75])).await;
    ipc::run_due_everywhere(&desk.app).await;
    let view = screen(&desk, &account).await;
    let episodes: Vec<_> =
        view.episodes.iter().map(|one| (one.family.as_str(), one.state.as_str())).collect();
    assert_eq!(episodes, [("arrears", "open")], "the balance alert was crossed in silence");
    assert_eq!((view.balance.state.as_str(), view.balance.told), ("snoozed", 0));
    assert!(view.balance.crossed_at.is_some());
    keep("alerts", Some("arrears"), &view);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_alert_waits_for_the_next_call_and_tells_once() {
    let (desk, account) = Desk::with_account("100.00").await;
    let offer =
        PreviewBuy { account_id: account.id.clone(), sku: "passport-1k".to_owned(), application: None };
    let plan = buy::preview(&desk.app, offer).await.unwrap();
    let (account_id, sku) = (account.id.clone(), plan.sku);
    buy::commit(
        &desk.app,
        Buy { account_id, sku, application: None, basis: plan.basis, request_id: "buy".to_owned() },
    )
    .await
    .unwrap();
    desk.later(TimeDelta::minutes(2));
    desk.import(&account, "one.log", &log(&["14:08:30"; 20])).await;

    let plan = previewed(&desk, &account, passports(), Some("97")).await;
    assert!(!plan.with_next_call && !plan.at_once, "98 % are left");
    let plan = set_to(&desk, &account, passports(), Some("98 %")).await;
    assert!(plan.with_next_call && plan.history.is_none());
    assert_eq!((plan.watched[0].left.as_str(), plan.watched[0].left_percent), ("980", 98));
    let rule = &screen(&desk, &account).await.packages[0];
    assert_eq!((rule.state.as_str(), rule.percent), ("armed", Some(98)));

    desk.later(TimeDelta::minutes(2));
    desk.import(&account, "two.log", &log(&["14:10:30"; 5])).await;
    let view = screen(&desk, &account).await;
    assert_eq!((view.packages[0].state.as_str(), view.packages[0].packages[0].fired), ("fired", true));
    let episode = &view.episodes[0];
    assert_eq!((episode.family.as_str(), episode.state.as_str(), episode.told.len()), ("quota", "open", 1));
    let Some(MeasuredView::Quota { left, quota, percent }) = &episode.told[0].measured else { panic!() };
    // One call of the batch after another would be told at the first; a batch is told with what it leaves.
    assert_eq!((left.as_str(), quota.as_str(), *percent), ("975", "1000", Some(98)));
    keep("alerts", Some("package"), &view);
    let past = tested(&desk, &account, passports(), "98").await;
    assert_eq!((past.fired, past.ran_out, past.least_early), (1, 0, None), "at 980 of 1,000");
    assert_eq!(past.why.as_ref().unwrap().result.text, "1");
    keep("alert_backtest", Some("package"), &past);
    assert_eq!(tested(&desk, &account, passports(), "97").await.fired, 0);
    let again = previewed(&desk, &account, passports(), Some("50")).await;
    assert!(again.arms_again && !again.with_next_call);
    keep("preview_alert", Some("package"), &again);

    let wrong =
        PreviewAlert { account_id: account.id.clone(), rule: passports(), line: Some("101".to_owned()) };
    assert_eq!(preview(&desk.app, wrong).await.unwrap_err().code, "invalid_number");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_knows_how_often_a_line_would_have_fired() {
    let (desk, demo) = Desk::with_demo().await;
    let view = screen(&desk, &demo).await;
    assert!(!view.episodes.is_empty() && view.usage_until.is_some());
    keep("alerts", None, &view);
    let fired = async |line: &str| {
        let plan = previewed(&desk, &demo, AlertRule::Balance, Some(line)).await;
        plan.history.unwrap().fired
    };
    assert_eq!(fired("0.00").await, 0, "it never owed anything");
    assert_eq!(tested(&desk, &demo, AlertRule::Balance, "0.00").await.fired, 0);
    let past = tested(&desk, &demo, AlertRule::Balance, "1000.00").await;
    assert!(past.fired > 0 && past.crossings.len() <= past.fired as usize, "it is below that now");
    assert_eq!(past.why.as_ref().unwrap().result.text, past.fired.to_string());
    let chart = past.chart.as_ref().unwrap();
    assert!(chart.points.len() <= 400, "no more than can be seen: {}", chart.points.len());
    keep("alert_backtest", None, &past);
    assert_eq!(fired("999999999.99").await, 1, "once, from the beginning");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_behind_the_books_is_told_and_does_not_move_them_back() {
    let (desk, account) = Desk::with_account("10.00").await;
    desk.import(&account, "access.log", &log(&["14:01:00"])).await;
    desk.later(TimeDelta::hours(5));
    let clock = start::run_due(&desk.app, of(&account)).await.unwrap().clock;
    assert_eq!(clock.behind_seconds, None);
    desk.later(TimeDelta::hours(-3));
    let behind = start::run_due(&desk.app, of(&account)).await.unwrap();
    let hours = behind.clock.behind_seconds.map(|seconds| seconds.div_euclid(3600));
    assert_eq!((hours, behind.clock.now), (Some(3), clock.now), "deadlines use the time of the books");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_while_the_program_was_closed_is_summarised_once() {
    let (desk, account) = Desk::with_account("1.00").await;
    set_to(&desk, &account, AlertRule::Balance, Some("0.50")).await;
    desk.import(&account, "access.log", &log(&["14:01:00"; 75])).await;
    start::run_due(&desk.app, of(&account)).await.unwrap();
    let view = today::today(&desk.app, today_of(&account)).await.unwrap();
    assert!(view.away.is_none(), "the person was here");

    // The program is closed for three days; another one, on the same books, is opened.
    let later = Desk::beside(&desk).await;
    later.later(TimeDelta::days(3));
    start::run_due(&later.app, of(&account)).await.unwrap();
    let view = today::today(&later.app, today_of(&account)).await.unwrap();
    let away = view.away.as_ref().unwrap();
    assert_eq!((away.settlement_count, away.settled.as_str()), (1, "1.50"));
    let told: Vec<_> = away.notices.iter().map(|notice| notice.kind.as_str()).collect();
    // Told in the order in which it happened: at 15:00, then after a day; after three days is yet to come.
    assert_eq!(told, ["arrears", "balance_low", "balance_low"]);
    assert!(away.notices.windows(2).all(|pair| pair[0].at <= pair[1].at));
    assert_eq!(away.since, Some(Seconds(now().timestamp())));
    keep("today", Some("away"), &view);
    start::run_due(&later.app, of(&account)).await.unwrap();
    let still = today::today(&later.app, today_of(&account)).await.unwrap();
    assert!(still.away.is_some(), "it stays until it is dismissed");
    let clock = start::dismiss_away(&later.app, of(&account)).await.unwrap();
    keep("dismiss_away", None, &clock);
    assert!(today::today(&later.app, today_of(&account)).await.unwrap().away.is_none());

    let restarted = Desk::beside(&desk).await;
    restarted.later(TimeDelta::days(3));
    start::run_due(&restarted.app, of(&account)).await.unwrap();
    let view = today::today(&restarted.app, today_of(&account)).await.unwrap();
    assert!(view.away.is_none(), "not a second time");
}
