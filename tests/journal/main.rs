//! The books under violence: killed at random instants, used by two processes at once.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use tollbook_tests::life_on_disk::Life;

const KILLS: u32 = 200;
const ACTIONS_BETWEEN: u64 = 6;

fn child(folder: &Path, first: u32, last: u32) -> Child {
    Command::new(env!("CARGO_BIN_EXE_killed"))
        .arg(folder)
        .args([first.to_string(), last.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A repeatable sequence of numbers, so that a failure can be looked at again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Lets the child acknowledge some actions, then kills it at a random instant of the next one.
fn live_and_die(folder: &Path, first: u32, chance: &mut Chance) -> Option<u32> {
    let mut child = child(folder, first, u32::MAX);
    let acknowledged = chance.below(ACTIONS_BETWEEN);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut last = None;
    for _ in 0..acknowledged {
        last = lines.next().map(|line| line.unwrap().parse().unwrap());
    }
    // Somewhere between the acknowledgement and the end of the next action.
    for _ in 0..chance.below(40_000) {
        std::hint::spin_loop();
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was printed before the kill was acknowledged too.
    for line in lines.map_while(Result::ok) {
        last = line.parse().ok().or(last);
    }
    last
}

#[test]
fn two_hundred_kills_lose_nothing_that_was_acknowledged_and_leave_nothing_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(42);
    let mut next = 0;
    for kill in 0..KILLS {
        if let Some(last) = live_and_die(folder.path(), next, &mut chance) {
            next = last + 1;
        }
        if kill % 20 == 19 {
            tokio::runtime::Runtime::new().unwrap().block_on(is_clean(folder.path()));
        }
    }
    assert!(next > KILLS, "the child did not get anywhere");
    let calm = tempfile::tempdir().unwrap();
    for folder in [folder.path(), calm.path()] {
        let first = if folder == calm.path() { 0 } else { next };
        assert!(child(folder, first, next).wait().unwrap().success());
    }
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        is_clean(folder.path()).await;
        let killed = Life::open(folder.path()).await.unwrap().account().await.unwrap();
        let undisturbed = Life::open(calm.path()).await.unwrap().account().await.unwrap();
        assert_eq!(killed, undisturbed, "a life with kills ends as one without");
    });
}

#[test]
fn two_processes_write_to_one_file_at_once() {
    let folder = tempfile::tempdir().unwrap();
    assert!(child(folder.path(), 0, 0).wait().unwrap().success());
    // Both do the same actions; every one is done once.
    let both = [child(folder.path(), 1, 40), child(folder.path(), 1, 40)];
    let outcomes: Vec<_> = both.into_iter().map(|mut child| child.wait().unwrap().success()).collect();
    // One of them may find that the other was faster; then its books are still sound.
    assert!(outcomes.iter().any(|done| *done), "neither finished");
    assert!(child(folder.path(), 1, 40).wait().unwrap().success());
    tokio::runtime::Runtime::new().unwrap().block_on(is_clean(folder.path()));
}

async fn is_clean(folder: &Path) {
    let life = Life::open(folder).await.unwrap();
    let report = life.books().ledger().verify(None).await.unwrap();
    assert_eq!(report.first_difference, None);
}
