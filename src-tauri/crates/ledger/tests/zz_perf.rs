mod common;
use common::*;
use billing::{Command, Account, Money};
use chrono::TimeDelta;
use ledger::Write;
#[test]
fn perf() {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(async {
        let path = std::path::PathBuf::from("/tmp/verify-perf.sqlite");
        if !path.exists() {
            let ledger = ledger::Ledger::open(&path).await.unwrap();
            let (account, events) = Account::open(terms(), at(OPENED), Money::from_cents(1_000_000_00)).unwrap();
            let id = ledger.create_account(&new_account("x"), &account, &events, at(OPENED)).await.unwrap();
            let (mut account, mut basis) = ledger.load(id, terms()).await.unwrap();
            let mut events = Vec::new();
            for k in keys() { account.act(&Command::Enable{resource:k, since:None}, &mut events).unwrap(); }
            for hour in 0..24*365*4i64 {
                let now = at(OPENED) + TimeDelta::hours(hour);
                account.advance_to_actions(now, &mut events).unwrap();
                if hour % 24 == 0 { account.act(&Command::Buy{sku:"passport-100".into(), starts_at:None}, &mut events).unwrap(); }
                for k in 0..3 { account.act(&Command::Use(calls(k, "", now, 7)), &mut events).unwrap(); }
                if hour % 720 == 719 {
                    basis = ledger.write(id, &basis, Write{kind:"bench", request_id:None, events:&events, after:&account, recorded_at: now, import:None}).await.unwrap();
                    events.clear();
                }
            }
            ledger.close().await.unwrap();
        }
        let ledger = ledger::Ledger::open(&path).await.unwrap();
        let start = std::time::Instant::now();
        let report = ledger.verify(None).await.unwrap();
        println!("{:?} {report:?}", start.elapsed());
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        println!("{}", status.lines().filter(|l| l.starts_with("VmHWM")||l.starts_with("VmRSS")).collect::<String>());
    });
}
