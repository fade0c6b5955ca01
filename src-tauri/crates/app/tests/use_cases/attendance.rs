//! Attendance imported into an account of applications: minutes, the posting, arrears, and its undoing.

use app::{
    action,
    books::Opening,
    due, import,
    ledger::{AccountId, ImportId},
};
use billing::{
    Account, Command, Money, ResourceKey,
    lifecycle::{Cause, ResourceState, Stage},
};

use crate::world::{World, instant, world_with};

const PRICES: &str = "title = \"own\"\ncurrency = \"USD\"\n\
    [[price]]\nservice = \"lcic\"\nunit_price = \"0.015\"\n\
    [[offer]]\nsku = \"ten\"\nservice = \"lcic\"\nquota = 10\nterm = \"1m\"\nprice = \"1.00\"\n";

/// An account with 1.20, of which a package of 10 minutes takes 1.00.
async fn school() -> (World, AccountId) {
    let world = world_with(PRICES, "2024-08-01T09:00:00+08:00").await;
    let opening = Opening {
        name: "School".into(),
        policy: "tencent-lcic".into(),
        level: None,
        currency: None,
        balance: Money::from_cents(120),
        opened_at: instant("2024-08-01T09:00:00+08:00"),
        sample: false,
    };
    let id = world.books.open_account(&opening).await.unwrap();
    world.act(id, Command::Enable { resource: application(), since: None }, "enable").await.unwrap();
    let buy = Command::Buy {
        sku: "ten".into(),
        application: Some("school".into()),
        starts_at: None,
        auto_renew: false,
    };
    world.act(id, buy, "buy").await.unwrap();
    (world, id)
}

fn application() -> ResourceKey {
    ResourceKey::application("lcic", "school")
}

fn state(account: &Account) -> (ResourceState, Vec<Cause>) {
    let id = account.find_resource(&application()).unwrap();
    (account.resource_state(id), account.causes(id))
}

/// T-07, T-19, T-21, T-25 to T-29: 20 minutes with 10 in the package and no overage leave 10 uncovered; 20 more with
/// overage at 0.015 are 0.30, of which the posting of 12:00 takes 0.20. A day later everything stops.
#[tokio::test(flavor = "multi_thread")]
async fn attendance_is_posted_the_next_day_owed_suspends_and_comes_back_whole() {
    let (world, id) = school().await;
    world.clock.set(instant("2024-08-01T22:00:00+08:00"));
    let first = world.prepare_attendance(id, "r-1,school,2024-08-01T21:50:00+08:00,1200\n").await.unwrap();
    let lines = import::lines(&first).unwrap();
    let figures = lines[0].figures;
    assert_eq!((figures.from_packages, figures.uncovered, figures.cost), (10, 10, Money::ZERO));
    import::commit(&world.books, &first, "import-1").await.unwrap();
    let loaded = world.loaded(id).await;
    assert_eq!(state(&loaded.account), (ResourceState::Suspended, vec![Cause::Quota]));

    let on = Command::SetOverage { resource: application(), on: true };
    let plan = action::preview(&world.books, id, &on).await.unwrap();
    assert_eq!(state(&plan.after), (ResourceState::Enabled, vec![]));
    world.act(id, on, "overage").await.unwrap();
    world.clock.set(instant("2024-08-01T23:00:00+08:00"));
    let second = world.prepare_attendance(id, "r-2,school,2024-08-01T22:30:00+08:00,1200\n").await.unwrap();
    let figures = import::lines(&second).unwrap()[0].figures;
    assert_eq!((figures.billed, figures.uncovered, figures.cost), (20, 0, Money::from_cents(30)));
    import::commit(&world.books, &second, "import-2").await.unwrap();
    world.is_clean().await;

    world.clock.set(instant("2024-08-02T12:00:00+08:00"));
    let posted = due::run(&world.books, id).await.unwrap();
    assert_eq!(posted.settled().unwrap(), (1, Money::from_cents(30)));
    assert_eq!((posted.loaded.account.stage(), posted.loaded.account.balance), (Stage::Grace, Money::ZERO));
    assert_eq!(posted.loaded.account.arrears().unwrap(), Money::from_cents(10));
    world.clock.set(instant("2024-08-03T12:00:01+08:00"));
    let suspended = due::run(&world.books, id).await.unwrap().loaded.account;
    assert_eq!(state(&suspended), (ResourceState::Suspended, vec![Cause::Arrears]));

    import::undo(&world.books, id, ImportId(2), "undo").await.unwrap();
    let account = world.loaded(id).await.account;
    assert_eq!((account.stage(), account.balance), (Stage::Normal, Money::from_cents(20)));
    assert_eq!(state(&account), (ResourceState::Enabled, vec![]));
    world.is_clean().await;
}

/// What was attended while the books lack the money proves that the provider had it: it is charged, as calls are.
#[tokio::test(flavor = "multi_thread")]
async fn attendance_of_a_suspended_time_is_charged_and_that_of_a_disabled_one_refused() {
    let (world, id) = school().await;
    world.act(id, Command::SetOverage { resource: application(), on: true }, "overage").await.unwrap();
    world.clock.set(instant("2024-08-01T22:00:00+08:00"));
    let first = world.prepare_attendance(id, "r-1,school,2024-08-01T21:50:00+08:00,6000\n").await.unwrap();
    import::commit(&world.books, &first, "import-1").await.unwrap();
    world.clock.set(instant("2024-08-05T15:00:00+08:00"));
    assert_eq!(due::run(&world.books, id).await.unwrap().loaded.account.stage(), Stage::Frozen);
    let later = world.prepare_attendance(id, "r-2,school,2024-08-05T14:00:00+08:00,600\n").await.unwrap();
    assert_eq!(import::lines(&later).unwrap()[0].figures.cost, Money::from_cents(15), "10 minutes at 0.015");

    world.act(id, Command::Disable { resource: application() }, "disable").await.unwrap();
    world.clock.set(instant("2024-08-05T17:00:00+08:00"));
    let closed = world.prepare_attendance(id, "r-3,school,2024-08-05T16:00:00+08:00,600\n").await.unwrap();
    let refused = &closed.decided.refused;
    assert_eq!((refused[0].refusal.code(), refused[0].calls), ("not_enabled", 600));
}

/// T-07: 61 s are 2 minutes, 50 s more are none, 9 s more make 120 s and none. Without the first, 59 s are a minute, which is counted
/// though its own records never were; without the third, 50 s still are; without all, none is left.
#[tokio::test(flavor = "multi_thread")]
async fn what_stays_of_a_day_is_rounded_as_if_what_was_undone_had_never_been() {
    let (world, id) = school().await;
    world.clock.set(instant("2024-08-01T22:00:00+08:00"));
    let rows = [("r-1", "20:00:00", 61), ("r-2", "20:30:00", 50), ("r-3", "21:50:00", 9)];
    let mut left = vec![10];
    for (index, (record, at, seconds)) in rows.into_iter().enumerate() {
        let row = format!("{record},school,2024-08-01T{at}+08:00,{seconds}\n");
        let prepared = world.prepare_attendance(id, &row).await.unwrap();
        import::commit(&world.books, &prepared, &format!("import-{index}")).await.unwrap();
        left.push(remaining(&world, id).await);
    }
    assert_eq!(left, [10, 8, 8, 8]);
    for (import, left) in [(1, 9), (3, 9), (2, 10)] {
        import::undo(&world.books, id, ImportId(import), &format!("undo-{import}")).await.unwrap();
        assert_eq!(remaining(&world, id).await, left, "after import {import}");
        world.is_clean().await;
    }
}

/// The other way round: 31 s are a minute, 29 s more none, 1 s more (61 s) a second one. Without the middle 32 s are one, so that of
/// the last is given back, and of what was posted its money. Undone afterwards, the last gives nothing back twice.
#[tokio::test(flavor = "multi_thread")]
async fn a_minute_that_only_rounding_made_is_given_back_by_what_had_it_once() {
    let (world, id) = school().await;
    world.act(id, Command::SetOverage { resource: application(), on: true }, "overage").await.unwrap();
    world.clock.set(instant("2024-08-01T22:00:00+08:00"));
    let rows =
        [("r-0", "19:00:00", 600), ("r-1", "20:00:00", 31), ("r-2", "20:30:00", 29), ("r-3", "21:50:00", 1)];
    for (index, (record, at, seconds)) in rows.into_iter().enumerate() {
        let row = format!("{record},school,2024-08-01T{at}+08:00,{seconds}\n");
        let prepared = world.prepare_attendance(id, &row).await.unwrap();
        import::commit(&world.books, &prepared, &format!("import-{index}")).await.unwrap();
    }
    // 12:00 posts 2 minutes at 0.015.
    world.clock.set(instant("2024-08-02T12:00:00+08:00"));
    let balance = |account: &Account| account.balance;
    assert_eq!(balance(&due::run(&world.books, id).await.unwrap().loaded.account), Money::from_cents(17));
    // A minute is 0.015, which is 2 cents; two are 3: the first that comes back gives one cent, the second two.
    for (import, cents) in [(3, 18), (4, 18), (2, 20)] {
        import::undo(&world.books, id, ImportId(import), &format!("undo-{import}")).await.unwrap();
        assert_eq!(
            balance(&world.loaded(id).await.account),
            Money::from_cents(cents),
            "after import {import}"
        );
        world.is_clean().await;
    }
    assert_eq!(remaining(&world, id).await, 0);
}

async fn remaining(world: &World, id: AccountId) -> u64 {
    let account = world.loaded(id).await.account;
    account.packages[0].cycles.iter().map(billing::Cycle::remaining).sum()
}
