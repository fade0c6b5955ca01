//! What a customer does with a package whose end comes nearer.

use chrono::DateTime;
use tollbook_tests::window::{Desk, Key, Theme, Window};
use tollbook_tests::{Failure, Outcome};

/// An account with 60.00, of which 18.00 bought 1,000 calls for a year.
fn with_package(desk: &Desk, window: &Window) -> Outcome {
    window.open_account("60.00")?;
    desk.tollbook(&["buy", "passport-1k", "--yes"])?;
    window.visit("packages")?;
    window.wait_for_text("1,000 calls are left in one package.")
}

/// Opens a sheet by its key on the row of the package.
fn press_on_package(window: &Window, key: &str) -> Outcome {
    window.type_text("j")?;
    window.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
    window.type_text(key)
}

#[test]
fn a_package_is_renewed_as_its_preview_said_and_then_renews_itself() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    with_package(&desk, &window)?;
    press_on_package(&window, "r")?;
    window.wait_for("button", "Renew passport-1k for $18.00")?;
    window.screenshot("journey-renew")?;
    window.click("button", "3 terms")?;
    window.wait_for_text("The price is $54.00; $12.00 is missing.")?;
    window.screenshot("journey-renew-refused")?;
    window.click("button", "2 terms")?;
    window.click("radio", "On a day of the month")?;
    window.wait_for_text("Of it for extra days")?;
    window.screenshot("journey-renew-aligned")?;
    window.click("radio", "With its term")?;
    window.click("button", "Renew passport-1k for $36.00")?;
    window.wait_until_closed()?;
    window.wait_for_text("Renewed passport-1k for $36.00")?;
    let package = &desk.tollbook(&["packages"])?["packages"][0];
    assert_ne!(package["valid_to"], package["ends_at"], "two more terms are paid: {package}");
    assert_eq!(desk.tollbook(&["balance"])?["balance"], "6.00");

    window.press(Key::Enter)?;
    window.click("button", "At its end")?;
    window.click("radio", "Renews itself")?;
    window.wait_for_text("Every attempt fails: $12.00 is missing for the price of $18.00.")?;
    window.screenshot("journey-auto-renew-short")?;
    window.click("button", "Top up $12.00")?;
    window.click("button", "Top up $12.00")?;
    window.wait_for_text("Topped up $12.00.")?;
    window.click("radio", "Renews itself")?;
    window.click("radio", "3")?;
    window.wait_for_text("The first attempt succeeds: $18.00")?;
    window.screenshot("journey-auto-renew")?;
    window.click("button", "Renew passport-1k automatically")?;
    window.wait_until_closed()?;
    window.wait_for_text("passport-1k renews itself")?;
    window.screenshot("journey-renewed")?;
    let package = &desk.tollbook(&["packages"])?["packages"][0];
    assert_eq!(package["auto_renew_days_before"], 3);

    // The day depends on the day of this run, as the provider counts it.
    let valid_to = DateTime::parse_from_rfc3339(package["valid_to"].as_str().unwrap_or_default())
        .map_err(|error| Failure::new(error.to_string()))?;
    let day = valid_to.format("%-d %b %Y");

    window.visit("renewals")?;
    window.wait_for_text(&format!("All automatic renewals are covered until {day}."))?;
    window.screenshot("journey-renewals")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Let it become pay-per-use")?;
    window.screenshot("journey-renewals-options")?;
    window.click("button", "Let it become pay-per-use")?;
    window.click("button", "Let passport-1k become pay-per-use")?;
    window.wait_until_closed()?;
    window.wait_for_text(&format!("No package renews itself. The next to end is passport-1k, {day}."))?;
    let package = &desk.tollbook(&["packages"])?["packages"][0];
    assert_eq!(package["auto_renew_days_before"], serde_json::Value::Null);
    window.click("button", "Disable it at its end")?;
    window.wait_for_text("The service is disabled at its end")?;
    window.screenshot("journey-disabled-at-the-end")?;
    window.click("button", "Disable the service when passport-1k ends")?;
    window.wait_until_closed()?;
    window.wait_for_text("The service is disabled when passport-1k ends")?;
    window.close()
}

#[test]
fn what_cannot_be_given_back_is_said_with_its_rule_and_the_service_is_disabled_instead() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Dark)?;
    with_package(&desk, &window)?;
    press_on_package(&window, "u")?;
    window.wait_for_text("Packages of this provider are not given back.")?;
    window.wait_for_text("Rule H-130")?;
    window.wait_for_text("1,000 paid calls can be used until")?;
    window.screenshot("journey-unsubscribe")?;
    // Nothing is offered instead: the account never had the service enabled.
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    window.click("button", "Enable passport-ocr in ap-southeast-1")?;
    window.wait_for_text("Calls in ap-southeast-1 are let through from now on.")?;
    window.click("button", "Enable passport-ocr in ap-southeast-1")?;
    window.wait_until_closed()?;
    let rules = desk.rules(tollbook_tests::window::GATEWAY)?;
    let log = desk.log("access.log", tollbook_tests::window::now(), 5)?;
    window.preview(&log, &rules)?;
    window.import("Import 5 calls")?;
    window.visit("packages")?;
    window.click("button", "Disable passport-ocr in ap-southeast-1")?;
    window.wait_for_text("passport-1k")?;
    window.wait_for_text("Cannot be used while it is disabled")?;
    window.screenshot("journey-disable")?;
    window.click("button", "Disable passport-ocr in ap-southeast-1")?;
    window.wait_until_closed()?;
    window.wait_for("button", "Enable passport-ocr in ap-southeast-1")?;
    window.screenshot("journey-disabled")?;
    let resource = &desk.tollbook(&["status"])?["resources"][0];
    assert_eq!(resource["state"], "disabled", "{resource}");
    window.close()
}
