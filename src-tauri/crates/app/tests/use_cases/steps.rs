//! What was chosen or imported is undone and done again, whenever the program was started since; money never is.

use app::{
    AppError, action, import,
    ledger::{AccountId, ImportId, Step, Stepped, Steps},
    steps::{self, Way},
};
use billing::{Command, Money, PackageId, Refusal, ResourceKey, Setting, policy::AtEnd};

use crate::world::{World, instant, log, open};

const NOW: &str = "2026-11-22T14:07:00+08:00";

fn alert(cents: i64) -> Command {
    Command::SetBalanceAlert { threshold: Some(Money::from_cents(cents)) }
}

fn passport() -> ResourceKey {
    ResourceKey::new("passport-ocr", "ap-southeast-1")
}

async fn next(world: &World, id: AccountId) -> Steps {
    steps::list(&world.books, id).await.unwrap()
}

fn line(step: Option<&Step>) -> Option<(&'static str, Option<&str>, Option<&str>)> {
    match &step?.what {
        Stepped::Set(chosen) => {
            let chosen = chosen.first()?;
            Some((chosen.setting.code(), chosen.before.as_deref(), chosen.after.as_deref()))
        }
        Stepped::Imported { .. } => Some(("import", None, None)),
    }
}

async fn go(world: &World, id: AccountId, way: Way) -> Result<(), AppError> {
    let next = next(world, id).await;
    let step = if way == Way::Undo { next.undo } else { next.redo }.unwrap();
    let request = format!("{way:?} {} {}", step.id.0, step.moved_at.timestamp_subsec_nanos());
    let request = format!("{request} {}", world.loaded(id).await.basis.write_id);
    steps::go(&world.books, id, way, step.id, &request).await.map(drop)
}

async fn threshold(world: &World, id: AccountId) -> Option<i64> {
    world.loaded(id).await.account.balance_alert.map(|alert| alert.threshold.cents())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_is_undone_done_again_and_undone_after_a_restart() {
    let mut world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    assert_eq!(next(&world, id).await, Steps::default(), "opening an account is no step");
    world.act(id, alert(5_000), "one").await.unwrap();
    world.act(id, alert(2_000), "two").await.unwrap();
    world.act(id, alert(2_000), "three").await.unwrap();
    let first = next(&world, id).await;
    assert_eq!(line(first.undo.as_ref()), Some(("balance_alert", Some("50.00"), Some("20.00"))));
    assert_eq!(first.redo, None);

    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(threshold(&world, id).await, Some(5_000));
    let between = next(&world, id).await;
    assert_eq!(line(between.undo.as_ref()), Some(("balance_alert", None, Some("50.00"))));
    assert_eq!(line(between.redo.as_ref()), Some(("balance_alert", Some("50.00"), Some("20.00"))));
    go(&world, id, Way::Redo).await.unwrap();
    assert_eq!(threshold(&world, id).await, Some(2_000));
    assert_eq!(line(next(&world, id).await.undo.as_ref()), line(first.undo.as_ref()), "it is there again");

    world.books.ledger().close().await.unwrap();
    world.books = std::sync::Arc::new(open(world._folder.path(), &world.clock).await);
    go(&world, id, Way::Undo).await.unwrap();
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(threshold(&world, id).await, None);
    let bottom = next(&world, id).await;
    assert_eq!(bottom.undo, None);
    assert_eq!(
        line(bottom.redo.as_ref()),
        Some(("balance_alert", None, Some("50.00"))),
        "in the order it was done"
    );
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snooze_survives_a_restart_and_is_undone_and_done_again_even_once_it_has_ended() {
    let mut world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, alert(5_000), "alert").await.unwrap();
    let until = instant("2026-11-25T09:00:00+08:00");
    world.act(id, Command::SnoozeBalanceAlert { until: Some(until) }, "snooze").await.unwrap();
    world.books.ledger().close().await.unwrap();
    world.books = std::sync::Arc::new(open(world._folder.path(), &world.clock).await);
    let snoozed = async |world: &World| world.loaded(id).await.account.balance_alert.unwrap().snoozed_until;
    assert_eq!(snoozed(&world).await, Some(until));
    let told = next(&world, id).await.undo;
    assert_eq!(line(told.as_ref()), Some(("balance_snooze", None, Some("2026-11-25T01:00:00+00:00"))));
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(snoozed(&world).await, None);
    go(&world, id, Way::Redo).await.unwrap();
    assert_eq!(snoozed(&world).await, Some(until));
    world.clock.set(instant("2026-12-01T09:00:00+08:00"));
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(snoozed(&world).await, None, "what is behind it stays within reach");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn something_new_leaves_nothing_to_do_again_and_a_retry_goes_one_step() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, alert(5_000), "one").await.unwrap();
    world.act(id, alert(2_000), "two").await.unwrap();
    let step = next(&world, id).await.undo.unwrap().id;
    for _ in 0..2 {
        steps::go(&world.books, id, Way::Undo, step, "the same press").await.unwrap();
    }
    assert_eq!(threshold(&world, id).await, Some(5_000), "one step");
    let again = steps::go(&world.books, id, Way::Undo, step, "another press").await;
    assert!(matches!(again, Err(AppError::NoStep { way: Way::Undo })), "{again:?}");
    world.act(id, Command::SetLevel { level: "V3".to_owned() }, "level").await.unwrap();
    assert_eq!(next(&world, id).await.redo, None);
    let gone = steps::go(&world.books, id, Way::Redo, step, "redo").await;
    assert!(matches!(gone, Err(AppError::NoStep { way: Way::Redo })), "{gone:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_setting_goes_back_and_forth() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, Command::buy("passport-1k"), "buy").await.unwrap();
    let (package, resource) = (PackageId(0), passport());
    let tag = |value: &str| Command::Tag {
        resource: passport(),
        key: "team".to_owned(),
        value: Some(value.to_owned()),
    };
    let commands = [
        Command::SetPackageAlert { resource: resource.clone(), percent: Some(10) },
        Command::SetPackageAlert { resource: resource.clone(), percent: None },
        Command::AutoRenew { package, days_before: Some(3) },
        Command::AtEnd { package, choice: AtEnd::Disable },
        Command::AtEnd { package, choice: AtEnd::PayPerUse },
        Command::Share { package, on: true },
        tag("kyc"),
        tag("risk"),
        Command::SetLevel { level: "V4".to_owned() },
        Command::SetCreditLimit { amount: Money::from_cents(7_000) },
        alert(1),
        Command::SnoozeBalanceAlert { until: Some(instant("2026-11-25T09:00:00+08:00")) },
        Command::SnoozeBalanceAlert { until: None },
    ];
    let mut states = Vec::new();
    for (number, command) in commands.iter().enumerate() {
        let setting = Setting::of(command).unwrap();
        states.push((setting.clone(), setting.value(&world.loaded(id).await.account)));
        world.act(id, command.clone(), &format!("set {number}")).await.unwrap();
    }
    let last = world.loaded(id).await.account;
    for (setting, before) in states.iter().rev() {
        go(&world, id, Way::Undo).await.unwrap();
        assert_eq!(&setting.value(&world.loaded(id).await.account), before, "{setting:?}");
    }
    assert_eq!(next(&world, id).await.undo, None, "the purchase is no step");
    for _ in &states {
        go(&world, id, Way::Redo).await.unwrap();
    }
    let again = world.loaded(id).await.account;
    for (setting, _) in &states {
        assert_eq!(setting.value(&again), setting.value(&last), "{setting:?}");
    }
    assert_eq!(again.balance, last.balance);
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_longer_fits_is_refused_changes_nothing_and_can_be_left() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, Command::buy("passport-1k"), "buy").await.unwrap();
    world.act(id, alert(5_000), "alert").await.unwrap();
    world.act(id, Command::AutoRenew { package: PackageId(0), days_before: Some(3) }, "renew").await.unwrap();
    world.act(id, Command::AutoRenew { package: PackageId(0), days_before: None }, "off").await.unwrap();
    // A year later the package has ended: nothing about its end can be chosen any more.
    world.clock.set(instant("2028-01-22T14:07:00+08:00"));
    app::due::run(&world.books, id).await.unwrap();
    let before = world.loaded(id).await;
    let step = next(&world, id).await.undo.unwrap().id;
    let shown = steps::preview(&world.books, id, Way::Undo, step).await;
    let refused = go(&world, id, Way::Undo).await;
    for refusal in [shown.map(drop), refused] {
        let Err(AppError::Refused(refusal)) = refusal else { panic!("{refusal:?}") };
        assert!(matches!(refusal, Refusal::PackageExpired | Refusal::PackageReleased), "{refusal:?}");
    }
    assert_eq!(world.loaded(id).await.basis, before.basis, "nothing was written");
    for _ in 0..2 {
        let step = next(&world, id).await.undo.unwrap().id;
        steps::leave(&world.books, id, step).await.unwrap();
    }
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(threshold(&world, id).await, None, "what was done before it can be undone");
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setting_that_was_changed_elsewhere_is_not_taken_back() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, alert(5_000), "alert").await.unwrap();
    // A write of a program that does not know steps: the line is another one now.
    let loaded = world.loaded(id).await;
    let decided = billing::decide(&loaded.account, &alert(700), world.books.now()).unwrap();
    let write = app::ledger::Write {
        kind: "alert",
        request_id: None,
        events: &decided.events,
        after: &decided.account,
        recorded_at: world.books.now(),
        import: None,
    };
    world.books.ledger().write(id, &loaded.basis, write).await.unwrap();
    let refused = go(&world, id, Way::Undo).await;
    let Err(AppError::MovedOn { setting, now, left }) = refused else { panic!("{refused:?}") };
    assert_eq!((setting, now.as_deref(), left.as_deref()), ("balance_alert", Some("7.00"), Some("50.00")));
    assert_eq!(threshold(&world, id).await, Some(700));
}

#[tokio::test(flavor = "multi_thread")]
async fn several_settings_are_one_step_and_refused_together() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    for number in 0..3 {
        world.act(id, Command::buy("passport-1k"), &format!("buy {number}")).await.unwrap();
    }
    let renew = |number, days_before| Command::AutoRenew { package: PackageId(number), days_before };
    world.act(id, renew(1, Some(3)), "one").await.unwrap();
    let all = Command::Several(vec![renew(0, Some(7)), renew(1, Some(7)), renew(2, Some(7))]);
    world.act(id, all, "all").await.unwrap();
    let set = |account: &billing::Account| {
        account.packages.iter().map(|package| package.auto_renew).collect::<Vec<_>>()
    };
    assert_eq!(set(&world.loaded(id).await.account), [Some(7); 3]);
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(set(&world.loaded(id).await.account), [None, Some(3), None], "one step, each as it was");
    go(&world, id, Way::Redo).await.unwrap();
    assert_eq!(set(&world.loaded(id).await.account), [Some(7); 3]);

    let step = next(&world, id).await.undo;
    let wrong = Command::Several(vec![renew(0, None), renew(9, None)]);
    let refused = world.act(id, wrong, "wrong").await;
    assert!(matches!(refused, Err(AppError::Refused(Refusal::UnknownPackage))), "{refused:?}");
    assert_eq!(set(&world.loaded(id).await.account), [Some(7); 3], "all of them, or none");
    assert_eq!(next(&world, id).await.undo, step);
    world.is_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_is_never_a_step() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, alert(5_000), "alert").await.unwrap();
    let step = next(&world, id).await.undo;
    let money = [
        Command::TopUp { amount: Money::from_cents(20_000) },
        Command::buy("passport-1k"),
        Command::Renew { package: PackageId(0), terms: 1, align_to: None },
    ];
    for (number, command) in money.into_iter().enumerate() {
        world.act(id, command, &format!("money {number}")).await.unwrap();
        assert_eq!(next(&world, id).await.undo, step);
    }
    let balance = world.loaded(id).await.account.balance;
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(world.loaded(id).await.account.balance, balance, "only the line went back");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_a_step_back_and_never_a_step_forth() {
    let world = World::at(NOW).await;
    let id = world.account("2026-11-22T08:00:00+08:00").await;
    world.act(id, alert(5_000), "alert").await.unwrap();
    world.import(id, &log("2026-11-22T13:10:00+08:00", 0..50), "import").await;
    let step = next(&world, id).await.undo.unwrap();
    assert!(matches!(&step.what, Stepped::Imported { import: ImportId(1), label } if label == "access.log"));
    go(&world, id, Way::Undo).await.unwrap();
    assert_eq!(world.loaded(id).await.account.balance, Money::from_cents(10_000));
    let after = next(&world, id).await;
    assert_eq!(line(after.undo.as_ref()), Some(("balance_alert", None, Some("50.00"))));
    assert_eq!(after.redo, None, "its files are imported again instead");

    // One that is undone by its own command is no step any more, either.
    world.import(id, &log("2026-11-22T13:10:00+08:00", 0..50), "again").await;
    import::undo(&world.books, id, ImportId(2), "undo").await.unwrap();
    assert_eq!(line(next(&world, id).await.undo.as_ref()), line(after.undo.as_ref()));
    let top_up = Command::TopUp { amount: Money::from_cents(100) };
    action::commit(&world.books, id, "top-up", &top_up, None, "top-up").await.unwrap();
    world.is_clean().await;
}
