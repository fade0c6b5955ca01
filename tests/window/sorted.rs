//! Costs sorted by what they are for, packages shared, classes begun and ended by hand, in the real window.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, GATEWAY, Key, Owes, Theme, Window, now};

/// As long as projects are called where somebody thinks of a scheme.
const PROJECT: &str = "eu-central-identity-verification-production-kyc-onboarding-2026";

#[test]
fn a_service_is_tagged_a_package_shared_and_the_bill_summed_by_them() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("40.00")?;
    let at = (now() - chrono::TimeDelta::hours(2)).format("%Y-%m-%dT%H:%M:%SZ");
    let rows = format!(
        "time,path,status,project,member,count\n{at},/v2/p/ocr/passport,200,,,10\n\
         {at},/v2/p/ocr/passport,200,{PROJECT},,20\n{at},/v2/p/ocr/passport,200,,berlin,30\n"
    );
    window.preview(&desk.file("calls.csv", &rows)?, &desk.rules(GATEWAY)?)?;
    window.import("Import 60 calls")?;

    window.visit("packages")?;
    window.click("button", "Tag passport-ocr · ap-southeast-1")?;
    window.fill_in("Tag", "team")?;
    window.fill_in("Value", "kyc")?;
    window.wait_for("button", "Tag it team = kyc")?;
    window.assert_accessible("tag")?;
    window.screenshot("journey-tag")?;
    window.click("button", "Tag it team = kyc")?;
    window.wait_until_closed()?;
    window.wait_for_text("team = kyc")?;

    desk.tollbook(&["buy", "passport-1k", "--yes"])?;
    window.visit("today")?;
    window.visit("packages")?;
    window.wait_for_text("passport-1k")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.click("button", "Share")?;
    window.wait_for_text("berlin")?;
    window.assert_accessible("share")?;
    window.screenshot("journey-share")?;
    window.click("button", "Share passport-1k with member accounts")?;
    window.wait_until_closed()?;
    window.wait_for_text("may use it")?;
    window.press(Key::Escape)?;

    sums(&window)?;
    window.close()?;
    let window = desk.open(Theme::Dark)?;
    open_bill(&window)?;
    look(&window, "Dark")?;
    window.close()?;
    assert_eq!(desk.tollbook(&["packages"])?["packages"][0]["shared"], true);
    Ok(())
}

fn open_bill(window: &Window) -> Outcome {
    window.visit("bills")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for("radio", "Project")
}

/// 10, 20 and 30 calls at 0.02, and a package of 18.00.
fn sums(window: &Window) -> Outcome {
    open_bill(window)?;
    window.click("radio", "Project")?;
    window.wait_for("row", &format!("{PROJECT} 1 0.40000000"))?;
    window.wait_for("row", "Unallocated no project named 3 18.80000000")?;
    window.wait_for_text("Total 4 19.20000000")?;
    window.assert_accessible("lines by project")?;
    window.click("radio", "Member account")?;
    window.wait_for("row", "berlin 1 0.60000000")?;
    window.click("radio", "Tag")?;
    window.wait_for("row", "kyc 4 19.20000000")?;
    window.assert_accessible("lines by tag")?;
    look(window, "Light")
}

/// The sums and the lines beside them, wide and narrow.
fn look(window: &Window, theme: &str) -> Outcome {
    for (width, height) in [(1280, 800), (900, 640)] {
        window.resize(width, height)?;
        window.click("radio", "Project")?;
        window.wait_for_text("Total 4 19.20000000")?;
        window.screenshot(&format!("lines-project-{theme}-{width}"))?;
        window.click("radio", "Service")?;
        window.click("button", "Show the lines of passport-1k")?;
        window.wait_for_text("Transaction id")?;
        window.screenshot(&format!("lines-pane-{theme}-{width}"))?;
        window.press(Key::Escape)?;
        let sideways =
            "document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth";
        assert_eq!(window.ask(sideways, &[])?, true, "{width}");
    }
    window.resize(1280, 800)
}

#[test]
fn a_class_that_runs_is_ended_and_another_begun() -> Outcome {
    let desk = Desk::empty()?;
    desk.school(Owes::Nothing)?;
    let window = desk.open(Theme::Light)?;
    window.wait_for("link", "Usage")?;
    window.visit("packages")?;
    window.screenshot("journey-class-runs")?;
    window.click("button", "End class algebra of maths")?;
    window.fill_in("Attended by everybody together", "10:00")?;
    window.wait_for("button", "End class algebra, $0.00")?;
    window.assert_accessible("end a class")?;
    window.screenshot("journey-class-end")?;
    window.click("button", "End class algebra, $0.00")?;
    window.wait_until_closed()?;
    window.wait_for_text("Class algebra of maths ended: 600 minutes, $0.00.")?;
    window.click("button", "Begin a class in maths")?;
    window.fill_in("Name of the class", "geometry")?;
    window.wait_for("button", "Begin class geometry")?;
    window.assert_accessible("begin a class")?;
    window.screenshot("journey-class-begin")?;
    window.click("button", "Begin class geometry")?;
    window.wait_until_closed()?;
    window.wait_for_text("Class geometry runs since")?;
    window.close()?;
    let resources = desk.tollbook(&["status"])?["resources"].clone();
    assert_eq!(resources[0]["classes"][0]["class"], "geometry", "{resources}");
    Ok(())
}
