//! From paying call by call to a package and back, a package renewed, and a renewal that would fail, mended.

use chrono::{DateTime, TimeDelta};
use serde_json::Value;
use tollbook_tests::window::{Desk, GATEWAY, Key, Keys, Theme, now};
use tollbook_tests::{Failure, Outcome};

#[test]
fn a_package_is_compared_bought_renewed_renews_itself_and_gives_way_to_pay_per_use() -> Outcome {
    let desk = Desk::empty()?;
    desk.tollbook(&["account", "open", "Main", "--policy", "huawei-ocr-intl", "--balance", "90.00"])?;
    let log = desk.log("access.log", now() - TimeDelta::hours(2), 1_500)?;
    let rules = desk.rules(GATEWAY)?;
    let (log, rules) = (log.to_string_lossy(), rules.to_string_lossy());
    desk.tollbook(&["import", &log, "--source", "gateway", "--rules", &rules, "--yes"])?;
    let keys = desk.open_by_keys(Theme::Light)?;
    keys.wait_for("link", "Usage")?;
    compare_and_buy(&keys)?;
    assert_eq!(desk.tollbook(&["packages"])?["packages"][0]["sku"], "passport-1k");
    renew(&desk, &keys)?;
    let until = renew_by_itself(&desk, &keys)?;
    back_to_pay_per_use(&desk, &keys, &until)?;
    keys.close()
}

/// 1,500 × 0.02; a package of 1,000 calls for 18.00 and 500 × 0.02.
fn compare_and_buy(keys: &Keys) -> Outcome {
    keys.go("packages")?;
    keys.activate("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
    keys.wait_for_text(
        "passport-1k would have cost $28.00 for the 1,500 calls of these 90 days: $2.00 less than pay-per-use.",
    )?;
    keys.assert_accessible("compare, Light")?;
    keys.pick("passport-1k")?;
    keys.wait_for_text("What happens at the switch")?;
    keys.wait_for_text("Calls of the open hour so far")?;
    keys.screenshot("journey-compare")?;
    keys.activate("button", "Buy 1,000 calls for $18.00")?;
    keys.wait_until_closed()?;
    keys.wait_for_text("1,000 calls are left in one package.")
}

/// 90.00 − 30.00 − 18.00 = 42.00 are left: three terms are too many.
fn renew(desk: &Desk, keys: &Keys) -> Outcome {
    keys.type_text("j")?;
    keys.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
    keys.type_text("r")?;
    keys.wait_for("button", "Renew passport-1k for $18.00")?;
    keys.screenshot("journey-renew")?;
    keys.activate("button", "3 terms")?;
    keys.wait_for_text("The price is $54.00; $12.00 is missing.")?;
    keys.screenshot("journey-renew-refused")?;
    keys.activate("button", "2 terms")?;
    keys.pick("On a day of the month")?;
    keys.wait_for_text("Of it for extra days")?;
    keys.screenshot("journey-renew-aligned")?;
    keys.pick("With its term")?;
    keys.activate("button", "Renew passport-1k for $36.00")?;
    keys.wait_until_closed()?;
    keys.wait_for_text("Renewed passport-1k for $36.00")?;
    keys.wait_until("the row has the focus again", "document.activeElement.matches('tbody tr')")?;
    let package = &desk.tollbook(&["packages"])?["packages"][0];
    assert_ne!(package["valid_to"], package["ends_at"], "two more terms are paid: {package}");
    assert_eq!(desk.tollbook(&["balance"])?["balance"], "6.00");
    Ok(())
}

/// Every attempt would fail for want of 12.00; the sheet leads to the top-up and back. Returns the day of its end.
fn renew_by_itself(desk: &Desk, keys: &Keys) -> Outcome<String> {
    keys.press(Key::Enter)?;
    keys.activate("button", "At its end")?;
    keys.pick("Renews itself")?;
    keys.wait_for_text("Every attempt fails: $12.00 is missing for the price of $18.00.")?;
    keys.screenshot("journey-auto-renew-short")?;
    keys.activate("button", "Top up $12.00")?;
    keys.wait_for("textbox", "Amount (USD)")?;
    keys.activate("button", "Top up $12.00")?;
    keys.wait_for_text("Topped up $12.00.")?;
    keys.pick("Renews itself")?;
    keys.pick("3")?;
    keys.wait_for_text("The first attempt succeeds: $18.00")?;
    keys.screenshot("journey-auto-renew")?;
    keys.activate("button", "Renew passport-1k automatically")?;
    keys.wait_until_closed()?;
    keys.wait_for_text("passport-1k renews itself")?;
    keys.screenshot("journey-renewed")?;
    let package = &desk.tollbook(&["packages"])?["packages"][0];
    assert_eq!(package["auto_renew_days_before"], 3);
    // The day depends on the day of this run, as the provider counts it.
    let valid_to = DateTime::parse_from_rfc3339(package["valid_to"].as_str().unwrap_or_default())
        .map_err(|error| Failure::new(error.to_string()))?;
    Ok(valid_to.format("%-d %b %Y").to_string())
}

fn back_to_pay_per_use(desk: &Desk, keys: &Keys, until: &str) -> Outcome {
    keys.go("renewals")?;
    keys.wait_for_text(&format!("All automatic renewals are covered until {until}."))?;
    keys.screenshot("journey-renewals")?;
    keys.type_text("j")?;
    keys.press(Key::Enter)?;
    keys.wait_for_text("Let it become pay-per-use")?;
    keys.screenshot("journey-renewals-options")?;
    keys.activate("button", "Let it become pay-per-use")?;
    keys.activate("button", "Let passport-1k become pay-per-use")?;
    keys.wait_until_closed()?;
    keys.wait_for_text(&format!("No package renews itself. The next to end is passport-1k, {until}."))?;
    assert_eq!(desk.tollbook(&["packages"])?["packages"][0]["auto_renew_days_before"], Value::Null);
    keys.activate("button", "Disable it at its end")?;
    keys.wait_for_text("The service is disabled at its end")?;
    keys.screenshot("journey-disabled-at-the-end")?;
    keys.activate("button", "Disable the service when passport-1k ends")?;
    keys.wait_until_closed()?;
    keys.wait_for_text("The service is disabled when passport-1k ends")?;
    keys.go("packages")?;
    keys.activate("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
    keys.pick("passport-1k becomes pay-per-use at its end")?;
    keys.wait_for_text("calls are paid one by one")?;
    keys.screenshot("journey-compare-back")?;
    keys.activate("button", "Let passport-1k become pay-per-use")?;
    keys.wait_until_closed()?;
    assert_eq!(desk.tollbook(&["packages"])?["packages"][0]["at_end"], "pay-per-use");
    Ok(())
}
