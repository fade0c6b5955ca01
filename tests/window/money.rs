//! Where money went and where it could go instead, in the real window.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, GATEWAY, Key, Theme, now};

#[test]
fn a_charge_is_told_apart_by_its_reasons_and_leads_to_what_would_have_paid() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    window.preview(&desk.log("access.log", now(), 50)?, &desk.rules(GATEWAY)?)?;
    window.import("Import 50 calls")?;
    window.visit("usage")?;
    window.wait_for_text("There was no package, and pay-per-use was on.")?;
    window.wait_for_text("Rule H-80 · Arrears")?;
    window.wait_for_text("passport-1k would have paid: it holds 1,000 calls for $18.00.")?;
    window.type_text("w")?;
    window.wait_until(
        "a row of the reasons has the focus",
        "document.activeElement.matches('#unexpected ~ * tbody tr')",
    )?;
    window.screenshot("journey-reasons")?;
    window.type_text("?")?;
    window.wait_for_text("Why: Calls")?;
    window.press(Key::Escape)?;
    window.click("button", "Buy for passport-ocr, ap-southeast-1")?;
    window.wait_for("radio", "passport-1k")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    window.close()
}

#[test]
fn the_reasons_of_a_full_account_are_looked_at_in_every_light_and_width() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
        }
        window.visit("usage")?;
        window.type_text("w")?;
        window.wait_for_text("A package pays for another region.")?;
        window.type_text("w")?;
        window.screenshot(&format!("reasons-{theme:?}"))?;
        window.resize(900, 640)?;
        window.type_text("w")?;
        window.screenshot(&format!("reasons-narrow-{theme:?}"))?;
        window.resize(1280, 800)?;
        window.visit("bills")?;
        window.type_text("j")?;
        window.press(Key::Enter)?;
        window.click("link", "Why was this charged?")?;
        window.wait_until(
            "the reasons are in view",
            "document.querySelector('#unexpected')?.getBoundingClientRect().top < innerHeight / 2",
        )?;
        window.close()?;
    }
    Ok(())
}
