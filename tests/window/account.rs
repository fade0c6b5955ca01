//! The account itself in the real window: its rules read, its level and its credit limit changed.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Theme};

#[test]
fn the_level_and_the_credit_limit_are_changed_and_found_again() -> Outcome {
    let desk = Desk::empty()?;
    desk.tollbook(&[
        "account",
        "open",
        "Main",
        "--policy",
        "huawei-ocr-cn",
        "--level",
        "V3",
        "--balance",
        "10.00",
    ])?;
    let window = desk.open(Theme::Light)?;
    window.wait_for("link", "Usage")?;
    window.visit("account")?;
    window.wait_for_text("Stages of arrears by customer level")?;
    window.screenshot("journey-account")?;

    window.click("button", "Change the level")?;
    window.choose("Level", "V0")?;
    window.wait_for_text("Freezes")?;
    window.screenshot("journey-level")?;
    window.click("button", "Change the level to V0")?;
    window.wait_until_closed()?;
    window.wait_for_text("level V0")?;

    window.click("button", "Change the credit limit")?;
    window.fill_in("Amount (CNY)", "25")?;
    window.click("button", "Set the credit limit to CN¥25.00")?;
    window.wait_until_closed()?;
    window.close()?;

    let status = desk.tollbook(&["balance"])?;
    assert_eq!(status["credit_limit"], "25.00");
    assert_eq!(desk.tollbook(&["level", "V1"])?["level_before"], "V0");
    Ok(())
}
