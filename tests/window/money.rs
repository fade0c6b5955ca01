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
    window.click("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
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

#[test]
fn a_voucher_is_added_pays_a_package_and_is_found_with_what_is_left() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("30.00")?;
    window.visit("balance")?;
    window.wait_for_text("No vouchers on this account.")?;
    window.type_text("n")?;
    window.fill_in("Name", "SPRING")?;
    window.fill_in("Amount (USD)", "20")?;
    window.fill_in("Valid until", "2099-12-31")?;
    window.wait_for("button", "Add SPRING, worth $20.00")?;
    window.screenshot("journey-voucher")?;
    window.assert_accessible("voucher, Light")?;
    window.click("button", "Add SPRING, worth $20.00")?;
    window.wait_until_closed()?;
    window.wait_for_text("Vouchers worth $20.00 pay before that")?;

    window.click("button", "Buy a package")?;
    window.choose("Service", "passport-ocr")?;
    window.choose("Region", "ap-southeast-1")?;
    window.click("radio", "passport-1k")?;
    window.wait_for_text("From vouchers SPRING $18.00")?;
    window.screenshot("journey-voucher-pays")?;
    window.click("button", "Buy 1,000 calls for $18.00")?;
    window.wait_until_closed()?;
    window.visit("balance")?;
    window.wait_for_text("You can spend $30.00 now.")?;
    window.wait_for_text("SPRING voucher Usable everything")?;
    window.screenshot("journey-voucher-left")?;
    let listed = desk.tollbook(&["voucher", "list"])?;
    assert_eq!(listed["vouchers"][0]["left"], "2.00");
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    window.wait_for("link", "Usage")?;
    window.resize(900, 640)?;
    window.visit("balance")?;
    window.wait_for_text("SPRING")?;
    window.ask("document.querySelector('#vouchers').scrollIntoView({ block: 'center' })", &[])?;
    window.screenshot("voucher-narrow-Dark")?;
    window.type_text("n")?;
    window.wait_for("textbox", "Name")?;
    window.screenshot("voucher-sheet-narrow-Dark")?;
    window.close()
}

#[test]
fn bills_show_what_months_and_days_cost_when_packages_are_spread() -> Outcome {
    let desk = Desk::empty()?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        if theme == Theme::Light {
            window.click("button", "Open the demo account")?;
        }
        window.visit("bills")?;
        window.wait_for_text("Cash counts money in the month of its bill")?;
        window.click("radio", "Amortised")?;
        window.wait_for_text("Amortised spreads a package over the days it pays for")?;
        window.wait_for_text("Paid for later days")?;
        window.wait_until_quiet()?;
        window.screenshot(&format!("amortised-{theme:?}"))?;
        window.assert_accessible(&format!("amortised, {theme:?}"))?;
        window.type_text("j")?;
        window.press(Key::Enter)?;
        window.wait_for_text("Cost by day")?;
        window.screenshot(&format!("amortised-days-{theme:?}"))?;
        window.type_text("[")?;
        window.wait_until_quiet()?;
        window.resize(900, 640)?;
        window.screenshot(&format!("amortised-narrow-{theme:?}"))?;
        window.click("radio", "Cash")?;
        window.wait_for_text("Rounding of hourly charges to cents")?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn ways_to_pay_are_compared_and_changed_in_both_directions() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("60.00")?;
    window.preview(&desk.log("access.log", now(), 1_500)?, &desk.rules(GATEWAY)?)?;
    window.import("Import 1,500 calls")?;
    window.visit("packages")?;
    window.click("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
    // 1,500 × 0.02; a package of 1,000 calls for 18.00 and 500 × 0.02.
    window.wait_for_text("passport-1k would have cost $28.00 for the 1,500 calls of these 90 days: $2.00 less than pay-per-use.")?;
    window.assert_accessible("compare, Light")?;
    window.click("radio", "passport-1k")?;
    window.wait_for_text("What happens at the switch")?;
    window.wait_for_text("Calls of the open hour so far")?;
    window.screenshot("journey-compare")?;
    window.click("button", "Buy 1,000 calls for $18.00")?;
    window.wait_until_closed()?;
    window.wait_for_text("1,000 calls are left in one package.")?;
    desk.tollbook(&["auto-renew", "0", "on", "--yes"])?;
    window.click("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
    window.click("radio", "passport-1k becomes pay-per-use at its end")?;
    window.wait_for_text("calls are paid one by one")?;
    window.screenshot("journey-compare-back")?;
    window.click("button", "Let passport-1k become pay-per-use")?;
    window.wait_until_closed()?;
    let package = &desk.tollbook(&["packages"])?["packages"][0];
    assert_eq!(package["auto_renew_days_before"], serde_json::Value::Null);
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    window.wait_for("link", "Usage")?;
    window.resize(900, 640)?;
    window.visit("packages")?;
    window.click("button", "Compare ways to pay for passport-ocr in ap-southeast-1")?;
    window.click("radio", "passport-1k cheapest")?;
    window.wait_for_text("What happens at the switch")?;
    window.screenshot("compare-narrow-Dark")?;
    window.close()
}
