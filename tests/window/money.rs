//! Where money went and where it could go instead, in the real window.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, GATEWAY, Key, Theme, now};

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
fn ways_to_pay_are_compared_in_the_dark_and_in_a_narrow_window() -> Outcome {
    let desk = Desk::empty()?;
    desk.tollbook(&["account", "open", "Main", "--policy", "huawei-ocr-intl", "--balance", "60.00"])?;
    let (log, rules) = (desk.log("access.log", now(), 1_500)?, desk.rules(GATEWAY)?);
    let (log, rules) = (log.to_string_lossy(), rules.to_string_lossy());
    desk.tollbook(&["import", &log, "--source", "gateway", "--rules", &rules, "--yes"])?;
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
