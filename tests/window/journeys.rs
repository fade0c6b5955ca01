//! What a customer does in the first quarter of an hour, in the real window.

use std::{
    fs,
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, TimeDelta, Utc};
use tollbook_tests::{
    Outcome,
    window::{Desk, Theme, Window},
};

const RULES: &str =
    "[[rule]]\npath = \"/v2/*/ocr/passport\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";

#[test]
fn the_first_start_offers_a_demo_account_that_says_that_it_is_a_sample() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.wait_for("button", "Import a file")?;
    window.wait_for("button", "Start empty")?;
    window.screenshot("journey-first-start")?;
    window.click("button", "Open the demo account")?;
    window.wait_for_text("Spendable now")?;
    window.wait_for_text("Sample")?;
    for screen in ["today", "usage", "packages", "balance", "bills"] {
        window.visit(screen)?;
        window.screenshot(&format!("journey-demo-{screen}"))?;
    }
    window.close()
}

#[test]
fn a_real_log_is_imported_a_top_up_and_a_package_follow_and_a_restart_finds_everything() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    let yesterday = now() - TimeDelta::days(1);
    open_account(&window, "20.00")?;
    import(&window, &log(&desk, "access.log", yesterday, 50)?, &rules(&desk)?)?;
    // 50 calls at the sample price of 0.02 are 1.00, settled in the hour they were made.
    window.visit("usage")?;
    window.wait_for_text("50")?;
    window.visit("balance")?;
    window.wait_for_text("$19.00")?;
    window.screenshot("journey-imported")?;

    window.click("button", "Top up")?;
    window.fill_in("Amount (USD)", "30.00")?;
    window.wait_for("button", "Top up $30.00")?;
    window.screenshot("journey-top-up")?;
    window.click("button", "Top up $30.00")?;
    window.wait_for_text("$49.00")?;

    window.visit("packages")?;
    buy(&window)?;
    let bought_at = now();
    window.wait_for_text("1,000")?;
    // 49.00 − 18.00
    window.visit("balance")?;
    window.wait_for_text("$31.00")?;

    wait_past(bought_at);
    import(&window, &log(&desk, "access.log.1", now(), 40)?, &rules(&desk)?)?;
    window.visit("packages")?;
    window.wait_for_text("960")?;
    window.screenshot("journey-deducted")?;
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    window.visit("packages")?;
    window.wait_for_text("960")?;
    window.visit("balance")?;
    window.wait_for_text("$31.00")?;
    window.screenshot("journey-restarted")?;
    window.close()
}

fn open_account(window: &Window, balance: &str) -> Outcome {
    window.click("button", "Start empty")?;
    window.fill_in("Opening balance (USD)", balance)?;
    window.click("button", "Open the account")?;
    window.wait_for_text("Spendable now")
}

fn import(window: &Window, log: &PathBuf, rules: &PathBuf) -> Outcome {
    window.visit("usage")?;
    window.drop_files(&[log])?;
    window.fill_in("Source", "gateway")?;
    window.choose("Which calls are what", "From a rules file")?;
    window.fill_in("Rules file", &rules.to_string_lossy())?;
    window.click("button", "Preview")?;
    window.wait_for("button", "calls")?;
    window.screenshot("journey-import-preview")?;
    window.click("button", "calls")?;
    window.wait_until("the sheet is closed", "!document.querySelector('dialog[open]')")
}

fn buy(window: &Window) -> Outcome {
    window.click("button", "Buy a package")?;
    window.click("radio", "passport-1k")?;
    window.wait_for("button", "Buy 1,000 calls for $18.00")?;
    window.screenshot("journey-buy")?;
    window.click("button", "Buy 1,000 calls for $18.00")?;
    window.wait_until("the sheet is closed", "!document.querySelector('dialog[open]')")
}

fn rules(desk: &Desk) -> Outcome<PathBuf> {
    let path = desk.data_dir().join("rules.toml");
    fs::write(&path, RULES)?;
    Ok(path)
}

/// A log of successful calls of one second.
fn log(desk: &Desk, name: &str, at: DateTime<Utc>, calls: u32) -> Outcome<PathBuf> {
    let at = at.format("%d/%b/%Y:%H:%M:%S +0000");
    let line = |bytes: u32| format!("10.0.0.1 - - [{at}] \"POST /v2/p/ocr/passport HTTP/1.1\" 200 {bytes}\n");
    let path = desk.data_dir().join(name);
    fs::write(&path, (1..=calls).map(line).collect::<String>())?;
    Ok(path)
}

#[expect(clippy::disallowed_methods, reason = "the window under test lives by the machine's clock")]
fn now() -> DateTime<Utc> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    DateTime::from_timestamp(i64::try_from(since.as_secs()).unwrap_or_default(), 0).unwrap_or_default()
}

/// Calls after an instant need the instant to be over.
fn wait_past(instant: DateTime<Utc>) {
    while now() <= instant {
        std::thread::yield_now();
    }
}
