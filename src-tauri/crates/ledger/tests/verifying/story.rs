//! A life in which everything that is verified happens at least once.

use billing::{Command, Instant, Money, PackageId, Usage};
use chrono::TimeDelta;
use ledger::{ImportChange, ImportCounts, ImportWrite, Ledger, Page};

use crate::common::{
    Life, at, calls, keys,
    life::{Step, import_write, project_name},
};

/// Lives a step; imports say truly how much they brought.
pub async fn live(life: &mut Life, step: &Step) {
    let Step::Import { stretches } = step else { return life.step(step).await };
    let began = life.account.now;
    let usage = stretches.iter().map(|(key, project, count, minute)| {
        calls(*key, project_name(*project), began + TimeDelta::minutes(*minute), *count)
    });
    import(life, usage.collect()).await;
}

/// Imports usage, and runs what falls due in between, in one write.
pub async fn import(life: &mut Life, mut usage: Vec<Usage>) {
    usage.sort_by_key(|usage| usage.occurred_at);
    let (mut account, mut events) = (life.account.clone(), Vec::new());
    for calls in &usage {
        account.advance_to_actions(calls.occurred_at.max(account.now), &mut events).unwrap();
        // A refusal changes nothing; its calls were read all the same.
        let _ = account.act(&Command::Use(calls.clone()), &mut events);
    }
    let change = ImportChange::Add(Box::new(import_of(&usage)));
    life.record("import", &events, account, Some(change)).await;
}

fn import_of(usage: &[Usage]) -> ImportWrite {
    let sum = |success: bool| {
        let of = usage.iter().filter(|usage| (usage.status == 200) == success);
        of.map(|usage| usage.count).sum()
    };
    let rows = usage.len() as u64;
    // Calls that nothing tells apart are counted from the start of their stretch; the first came later.
    let later = TimeDelta::seconds(10);
    let span = usage
        .first()
        .zip(usage.last())
        .map(|(first, last)| (first.occurred_at + later, last.occurred_at + later));
    let counts = ImportCounts {
        rows,
        counted: rows,
        billable: sum(true),
        failed: sum(false),
        ..ImportCounts::default()
    };
    ImportWrite { counts, ..import_write("gateway", span) }
}

async fn undo_last(life: &mut Life) {
    let imports = life.ledger.imports(life.id, Page::first(1)).await.unwrap();
    life.undo_import(imports.rows[0].id).await;
}

/// Bought, granted and renewed packages; usage in time, late, failed and imported; settlements that draw credit and make
/// debts; top-ups; an import undone while its periods are open, and one undone after they were settled.
pub async fn tell(ledger: Ledger, name: &str) -> Life {
    let mut life = Life::begin(ledger, name, 700).await;
    buy_packages(&mut life).await;
    use_packages(&mut life).await;
    undo_imports(&mut life).await;
    fall_into_arrears(&mut life).await;
    leave_periods_open(&mut life).await;
    life
}

async fn must(life: &mut Life, command: Command, now: Instant) {
    assert!(life.act(&command, now).await, "{command:?}");
}

async fn buy_packages(life: &mut Life) {
    let now = at("2023-04-18T09:00:00+08:00");
    for resource in keys() {
        must(life, Command::Enable { resource, since: None }, now).await;
    }
    must(life, Command::buy("passport-100"), now).await;
    must(life, Command::buy("passport-30-kyc"), now).await;
    must(
        life,
        Command::Grant { sku: "id-card-free".into(), application: None, starts_at: None, auto_renew: false },
        now,
    )
    .await;
    let later = Some(at("2023-08-01T00:00:00+08:00"));
    must(
        life,
        Command::Buy { sku: "passport-100".into(), application: None, starts_at: later, auto_renew: false },
        now,
    )
    .await;
    must(life, Command::Renew { package: PackageId(0), terms: 2, align_to: None }, now).await;
}

async fn use_packages(life: &mut Life) {
    let now = at("2023-04-18T10:20:00+08:00");
    must(life, Command::Use(calls(0, "", now, 70)), now).await;
    must(life, Command::Use(calls(0, "p-kyc", now, 10)), now).await;
    must(life, Command::Use(calls(2, "", now, 25)), now).await;
    must(life, Command::Use(calls(1, "", now, 30)), now).await;
    must(life, Command::Use(Usage { status: 500, ..calls(1, "", now, 3) }), now).await;
    life.advance(at("2023-04-18T13:00:00+08:00")).await;
    // Usage of a period that was settled.
    let late = at("2023-04-18T10:40:00+08:00");
    must(life, Command::Use(calls(1, "", late, 4)), at("2023-04-18T13:10:00+08:00")).await;
    // The short packages have ended; late usage takes back what had lapsed.
    life.advance(at("2023-04-22T00:00:00+08:00")).await;
    must(life, Command::Use(calls(0, "p-kyc", late, 5)), at("2023-04-22T00:30:00+08:00")).await;
    life.advance(at("2023-04-23T00:00:00+08:00")).await;
}

async fn undo_imports(life: &mut Life) {
    let settled = at("2023-04-23T08:15:00+08:00");
    let usage = vec![calls(0, "", settled, 60), calls(1, "", settled, 20), calls(1, "p-kyc", settled, 1)];
    import(life, usage).await;
    life.advance(at("2023-04-24T00:00:00+08:00")).await;
    undo_last(life).await;
    let open = at("2023-04-24T08:15:00+08:00");
    let kept = calls(1, "", open, 2);
    must(life, Command::Use(kept), open).await;
    import(
        life,
        vec![calls(1, "", open, 9), calls(2, "", open, 7), Usage { status: 500, ..calls(1, "", open, 1) }],
    )
    .await;
    undo_last(life).await;
    life.advance(at("2023-04-25T00:00:00+08:00")).await;
}

async fn fall_into_arrears(life: &mut Life) {
    must(life, Command::SetCreditLimit { amount: Money::from_cents(40) }, life.account.now).await;
    for hour in 1..8 {
        let now = at("2023-04-25T00:30:00+08:00") + TimeDelta::hours(hour);
        import(life, vec![calls(2, "", now, 60), calls(1, "", now, 45)]).await;
        life.advance(now + TimeDelta::hours(1)).await;
    }
    assert!(life.account.debts.len() > 3 && !life.account.credit_drawn.is_zero());
    let now = at("2023-05-02T12:00:00+08:00");
    must(life, Command::TopUp { amount: Money::from_cents(70) }, now).await;
    assert!(life.account.debts.len() > 1, "some is still owed");
}

async fn leave_periods_open(life: &mut Life) {
    // Of a month whose bill takes nothing more.
    let late = at("2023-04-24T08:50:00+08:00");
    must(life, Command::Use(calls(1, "p-kyc", late, 2)), life.account.now).await;
    life.advance(at("2023-05-02T14:00:00+08:00")).await;
    let now = at("2023-05-02T14:05:00+08:00");
    must(life, Command::Use(calls(1, "", now, 6)), now).await;
    must(life, Command::Use(calls(0, "", now, 3)), now).await;
    must(life, Command::Use(calls(1, "p-kyc", late, 3)), now).await;
}

/// A day with calls, a settlement and money that comes in.
pub async fn one_more_day(life: &mut Life) {
    let now = life.account.now + TimeDelta::hours(20);
    life.act(&Command::Enable { resource: keys()[0].clone(), since: None }, now).await;
    must(life, Command::Use(calls(0, "", now, 30)), now).await;
    life.advance(now + TimeDelta::hours(4)).await;
    must(life, Command::TopUp { amount: Money::from_cents(20) }, now + TimeDelta::hours(4)).await;
}
