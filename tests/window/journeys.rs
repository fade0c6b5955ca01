//! What a customer does in the first quarter of an hour, in the real window.

use chrono::{DateTime, Utc};
use tollbook_tests::Outcome;
use tollbook_tests::place::workspace_root;
use tollbook_tests::window::{Desk, GATEWAY, Theme, WHOLE_SERVER, Window, now};

/// Some of what that server answered; the rest matches no rule.
const PRESENTATIONS: &str = r#"
[[rule]]
path = "/presentations/**"
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
    for screen in ["today", "usage", "packages", "balance", "bills", "alerts"] {
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
    window.open_account("20.00")?;
    let log = workspace_root().join("tests/import/apache-access-300.log");
    window.preview(&log, &desk.rules(WHOLE_SERVER)?)?;
    // Of 300 requests 246 were answered with 2xx.
    window.wait_for_text("246 calls, $4.92 in all.")?;
    window.wait_for_text("Rows read 300 Billable 246 Failed 54 Rejected 0")?;
    window.screenshot("journey-real-log-preview")?;
    window.import("Import 246 calls")?;
    // The screen goes to the span that was imported, and the top bar names its day.
    window.wait_for_text("246 calls, 17 May 2015 – 20 May 2015.")?;
    window.wait_for_text("usage up to 20 May 2015")?;
    window.wait_for("link", "17 May 2015 – 20 May 2015")?;
    window.screenshot("journey-real-log")?;
    window.visit("balance")?;
    window.wait_for_text("You can spend $15.08 now.")?;
    window.visit("bills")?;
    window.wait_for_text("May 2015")?;
    window.wait_for_text("4.92")?;
    window.screenshot("journey-real-log-bill")?;
    window.visit("usage")?;
    window.wait_for_text("The latest usage is of 20 May 2015.")?;
    window.screenshot("journey-real-log-later")?;

    // Taken back as a whole: every screen follows.
    window.click("button", "Undo the import of apache-access-300.log")?;
    window.click("button", "Take 246 calls back")?;
    window.wait_until_closed()?;
    window.wait_for_text("No usage has been imported yet.")?;
    window.wait_for_text("no usage yet")?;
    window.visit("balance")?;
    window.wait_for_text("You can spend $20.00 now.")?;
    window.close()
}

#[test]
fn what_an_import_left_out_is_found_again_with_line_and_reason() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    let mut text = std::fs::read_to_string(workspace_root().join("tests/import/apache-access-300.log"))?;
    text.push_str("this is no line of a log\n");
    window.preview(&desk.file("mixed.log", &text)?, &desk.rules(PRESENTATIONS)?)?;
    window.wait_for_text("Rejected 1")?;
    window.import("Import 14 calls")?;
    window.visit("usage")?;
    window.click_at("table[aria-label='Imports'] tbody td")?;
    window.wait_for_text("mixed.log:301")?;
    window.wait_for_text("not an access log line")?;
    window.wait_for_text("Matched by no rule:")?;
    window.screenshot("journey-import-left-out")?;
    window.close()
}

#[test]
fn calls_are_paid_from_the_balance_then_from_a_package_and_all_is_found_after_a_restart() -> Outcome {
    let desk = Desk::empty()?;
    let rules = desk.rules(GATEWAY)?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    window.preview(&desk.log("access.log", now(), 50)?, &rules)?;
    window.wait_for_text("50 calls, $1.00 in all.")?;
    window.screenshot("journey-import-preview")?;
    window.import("Import 50 calls")?;
    window.wait_for_text("50 were paid one by one")?;
    window.screenshot("journey-imported")?;

    top_up(&window)?;
    spendable(&window, "$49.00")?;
    buy(&window)?;
    let bought_at = now();
    spendable(&window, "$31.00")?;

    until_after(bought_at);
    window.preview(&desk.log("access.log.1", now(), 40)?, &rules)?;
    window.wait_for_text("40 calls, $0.00 in all.")?;
    window.import("Import 40 calls")?;
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

fn top_up(window: &Window) -> Outcome {
    window.click("button", "Top up")?;
    window.fill_in("Amount (USD)", "30.00")?;
    window.wait_for("button", "Top up $30.00")?;
    window.screenshot("journey-top-up")?;
    window.click("button", "Top up $30.00")?;
    window.wait_for_text("Topped up $30.00.")
}

fn buy(window: &Window) -> Outcome {
    window.click("button", "Buy a package")?;
    // The sheet opens where the calls of this account are made.
    window.click("radio", "passport-1k")?;
    window.wait_for("button", "Buy 1,000 calls for $18.00")?;
    window.screenshot("journey-buy")?;
    window.click("button", "Buy 1,000 calls for $18.00")?;
    window.wait_until_closed()
}

/// A call of a later second is a call after the purchase.
fn until_after(instant: DateTime<Utc>) {
    while now() <= instant {
        std::thread::yield_now();
    }
}
