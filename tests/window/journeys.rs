//! What a customer does in the first quarter of an hour, in the real window.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Utc};
use tollbook_tests::Outcome;
use tollbook_tests::place::workspace_root;
use tollbook_tests::window::{Desk, Theme, Window};

/// The gateway whose log the journeys make: 0.02 a call at the sample prices.
const GATEWAY: &str = r#"
[[rule]]
path = "/v2/*/ocr/passport"
service = "passport-ocr"
region = "ap-southeast-1"
"#;

/// Everything a public web server answered, as if it were one service.
const WHOLE_SERVER: &str = r#"
[[rule]]
path = "/**"
service = "passport-ocr"
region = "ap-southeast-1"
"#;

#[test]
fn the_first_start_offers_a_demo_account_that_says_that_it_is_a_sample() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.wait_for("button", "Import a file")?;
    window.wait_for("button", "Start empty")?;
    window.screenshot("journey-first-start")?;
    window.click("button", "Open the demo account")?;
    for screen in ["today", "usage", "packages", "balance", "bills"] {
        window.visit(screen)?;
        window.wait_for_text("Sample data")?;
        window.screenshot(&format!("journey-demo-{screen}"))?;
    }
    window.close()
}

#[test]
fn a_real_access_log_is_charged_as_its_preview_said() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    open_account(&window, "20.00")?;
    let log = workspace_root().join("tests/import/apache-access-300.log");
    preview(&window, &log, &rules(&desk, WHOLE_SERVER)?)?;
    // Of 300 requests 246 were answered with 2xx.
    window.wait_for_text("246 calls, $4.92 in all.")?;
    window.wait_for_text("Rows read 300 Billable 246 Failed 54 Rejected 0")?;
    window.screenshot("journey-real-log-preview")?;
    import(&window, "Import 246 calls")?;
    window.wait_for_text("apache-access-300.log")?;
    window.screenshot("journey-real-log")?;
    window.visit("balance")?;
    window.wait_for_text("You can spend $15.08 now.")?;
    window.visit("bills")?;
    window.wait_for_text("May 2015")?;
    window.wait_for_text("4.92")?;
    window.screenshot("journey-real-log-bill")?;
    window.close()
}

#[test]
fn calls_are_paid_from_the_balance_then_from_a_package_and_all_is_found_after_a_restart() -> Outcome {
    let desk = Desk::empty()?;
    let rules = rules(&desk, GATEWAY)?;
    let window = desk.open(Theme::Light)?;
    open_account(&window, "20.00")?;
    preview(&window, &log(&desk, "access.log", now(), 50)?, &rules)?;
    window.wait_for_text("50 calls, $1.00 in all.")?;
    window.screenshot("journey-import-preview")?;
    import(&window, "Import 50 calls")?;
    window.wait_for_text("50 were paid one by one")?;
    window.screenshot("journey-imported")?;

    top_up(&window)?;
    spendable(&window, "$49.00")?;
    buy(&window)?;
    let bought_at = now();
    spendable(&window, "$31.00")?;

    until_after(bought_at);
    preview(&window, &log(&desk, "access.log.1", now(), 40)?, &rules)?;
    window.wait_for_text("40 calls, $0.00 in all.")?;
    import(&window, "Import 40 calls")?;
    the_package_has_paid(&window, "journey-deducted")?;
    spendable(&window, "$31.00")?;
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    the_package_has_paid(&window, "journey-restarted-packages")?;
    spendable(&window, "$31.00")?;
    window.screenshot("journey-restarted-balance")?;
    window.close()
}

/// What is left of the money, less what open hours will take: the same before and after an hour is settled.
fn spendable(window: &Window, amount: &str) -> Outcome {
    window.visit("balance")?;
    window.wait_for_text(&format!("You can spend {amount} now."))
}

fn the_package_has_paid(window: &Window, picture: &str) -> Outcome {
    window.visit("packages")?;
    window.wait_for_text("960 calls are left in one package.")?;
    window.screenshot(picture)?;
    Ok(())
}

fn open_account(window: &Window, balance: &str) -> Outcome {
    window.click("button", "Start empty")?;
    window.choose("Provider and rules", "Huawei Cloud OCR")?;
    window.fill_in("Cash on the account (USD)", balance)?;
    window.screenshot("journey-new-account")?;
    window.click("button", "Open the account")?;
    window.wait_for("link", "Usage")
}

fn top_up(window: &Window) -> Outcome {
    window.click("button", "Top up")?;
    window.fill_in("Amount (USD)", "30.00")?;
    window.wait_for("button", "Top up $30.00")?;
    window.screenshot("journey-top-up")?;
    window.click("button", "Top up $30.00")?;
    window.wait_for_text("Topped up $30.00.")
}

/// Drops a log on the window and reads it, which changes nothing yet.
fn preview(window: &Window, log: &Path, rules: &Path) -> Outcome {
    window.visit("usage")?;
    window.drop_files(&[log])?;
    window.choose("Which calls are what", "From a rules file")?;
    window.fill_in("Rules file", &rules.to_string_lossy())?;
    window.click("button", "Preview")?;
    window.wait_for("button", "Import")
}

fn import(window: &Window, confirm: &str) -> Outcome {
    window.click("button", confirm)?;
    window.wait_until("the sheet is closed", "!document.querySelector('dialog[open]')")?;
    window.visit("usage")
}

fn buy(window: &Window) -> Outcome {
    window.click("button", "Buy a package")?;
    window.choose("Service", "passport-ocr")?;
    window.choose("Region", "ap-southeast-1")?;
    window.click("radio", "passport-1k")?;
    window.wait_for("button", "Buy 1,000 calls for $18.00")?;
    window.screenshot("journey-buy")?;
    window.click("button", "Buy 1,000 calls for $18.00")?;
    window.wait_until("the sheet is closed", "!document.querySelector('dialog[open]')")
}

fn rules(desk: &Desk, text: &str) -> Outcome<PathBuf> {
    let path = desk.home().join("rules.toml");
    fs::write(&path, text)?;
    Ok(path)
}

/// A log of successful calls of one second.
fn log(desk: &Desk, name: &str, at: DateTime<Utc>, calls: u32) -> Outcome<PathBuf> {
    let at = at.format("%d/%b/%Y:%H:%M:%S +0000");
    let line = |bytes: u32| format!("10.0.0.1 - - [{at}] \"POST /v2/p/ocr/passport HTTP/1.1\" 200 {bytes}\n");
    let path = desk.home().join(name);
    fs::write(&path, (1..=calls).map(line).collect::<String>())?;
    Ok(path)
}

#[expect(clippy::disallowed_methods, reason = "the window under test lives by the machine's clock")]
fn now() -> DateTime<Utc> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    DateTime::from_timestamp(i64::try_from(since.as_secs()).unwrap_or_default(), 0).unwrap_or_default()
}

/// A call of a later second is a call after the purchase.
fn until_after(instant: DateTime<Utc>) {
    while now() <= instant {
        std::thread::yield_now();
    }
}
