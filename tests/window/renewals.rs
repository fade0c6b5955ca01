//! What a customer does with a package whose end comes nearer.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme, Window};

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
