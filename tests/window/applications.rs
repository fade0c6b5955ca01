//! A school in the real window: an account of applications from its opening to a package given back.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Owes, Theme, Window, now};

const SKU: &str = "lcic-monthly-10k";

#[test]
fn a_school_is_opened_bought_for_used_up_switched_and_given_back() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    open_school(&window)?;
    make(&window, "maths")?;
    buy(&window, "maths")?;
    let bought_at = now();
    the_state_is(&window, "maths Runs")?;
    window.screenshot("journey-school-packages")?;

    // Quota of 10,000 minutes, one second too many: the last minute is nobody's (T-19).
    until_after(bought_at);
    attend(&desk, &window)?;
    window.visit("today")?;
    window.wait_for_text("maths is suspended: its packages are used up and overage is off.")?;
    window.screenshot("journey-school-quota")?;
    window.click("button", "Switch overage on")?;
    window.wait_for_text("What becomes of maths")?;
    window.assert_accessible("overage")?;
    window.click("button", "Switch overage on for maths")?;
    window.wait_until_closed()?;
    the_state_is(&window, "maths Runs")?;
    window.wait_for_text("Overage is on")?;

    give_back(&window)?;
    window.click("button", "Disable maths")?;
    window.wait_for_text("What becomes of maths")?;
    window.assert_accessible("disable an application")?;
    window.click("button", "Disable maths")?;
    window.wait_until_closed()?;
    the_state_is(&window, "maths Disabled")?;
    window.screenshot("journey-school-disabled")?;
    window.close()?;

    let status = desk.tollbook(&["status"])?;
    let states: Vec<_> =
        status["resources"].as_array().into_iter().flatten().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["disabled", "suspended"], "{status}");
    assert_eq!(desk.tollbook(&["balance"])?["balance"], "100.00");
    Ok(())
}

#[test]
fn what_stops_an_application_and_what_ends_that_stands_beside_it() -> Outcome {
    for (owes, states, verdict) in [
        (
            Owes::Nothing,
            [
                "maths Runs",
                "music Suspended Quota used up",
                "history Suspended No package",
                "physics Disabled No package",
                "art Banned No package",
            ],
            "music is suspended: its packages are used up and overage is off.",
        ),
        (
            Owes::Suspended,
            [
                "maths Suspended Arrears",
                "music Suspended Arrears",
                "history Suspended Arrears No package",
                "physics Disabled Arrears No package",
                "art Banned Arrears No package",
            ],
            "Everything is suspended. Pay $3.00 by",
        ),
    ] {
        let desk = Desk::empty()?;
        desk.school(owes)?;
        let window = desk.open(Theme::Light)?;
        window.wait_for("link", "Usage")?;
        window.wait_for_text(verdict)?;
        for state in states {
            the_state_is(&window, state)?;
        }
        window.assert_accessible(&format!("applications, {owes:?}"))?;
        window.screenshot(&format!("journey-school-{owes:?}"))?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn every_screen_of_a_school_is_accessible_light_and_dark_and_fits() -> Outcome {
    let desk = Desk::empty()?;
    desk.school(Owes::Nothing)?;
    for theme in [Theme::Light, Theme::Dark] {
        let window = desk.open(theme)?;
        window.wait_for("link", "Usage")?;
        for (width, height) in [(1280, 800), (900, 640)] {
            window.resize(width, height)?;
            for screen in [
                "today", "usage", "packages", "balance", "bills", "renewals", "alerts", "accounts", "account",
            ] {
                window.visit(screen)?;
                window.assert_accessible(&format!("{screen}, {theme:?}, {width}"))?;
                let sideways = "document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth";
                assert_eq!(window.ask(sideways, &[])?, true, "{screen} at {width}");
            }
        }
        window.visit("packages")?;
        window.type_text("n")?;
        window.fill_in("Name of the application", "chemistry")?;
        window.wait_for("button", "Create chemistry")?;
        window.assert_accessible(&format!("new application, {theme:?}"))?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
        window.close()?;
    }
    Ok(())
}

/// The first start leads to the first application.
fn open_school(window: &Window) -> Outcome {
    window.click("button", "Start empty")?;
    window.choose("Provider and rules", "Tencent Cloud LCIC")?;
    window.click("button", "Open the account")?;
    window.wait_for("heading", "Create an application")?;
    window.screenshot("journey-school-first-application")?;
    window.assert_accessible("new application")
}

/// Fills the sheet in; the one for its package follows.
fn make(window: &Window, application: &str) -> Outcome {
    window.fill_in("Name of the application", application)?;
    window.click("button", &format!("Create {application}"))?;
    window.wait_for("heading", "Buy a package")
}

/// Buys the one offer there is; the missing money is paid on the way.
fn buy(window: &Window, application: &str) -> Outcome {
    window.wait_for("combobox", "Application")?;
    window.click_at("dialog input[type=radio]")?;
    window.click("button", "Top up $100.00 first")?;
    window.click("button", "Top up $100.00")?;
    window.wait_for_text(&format!("What becomes of {application}"))?;
    window.assert_accessible("buy for an application")?;
    window.screenshot(&format!("journey-school-buy-{application}"))?;
    window.click("button", &format!("Buy 10,000 minutes for {application}, $100.00"))?;
    window.wait_until_closed()?;
    window.wait_until_quiet()
}

fn attend(desk: &Desk, window: &Window) -> Outcome {
    let at = now().format("%Y-%m-%dT%H:%M:%SZ");
    let rows = format!("id,application,class,left,seconds\nr-1,maths,m-1,{at},600001\n");
    window.preview_attendance(&desk.file("attendance.csv", &rows)?)?;
    window.wait_for_text("10,001 minutes, $0.00 in all.")?;
    window.assert_accessible("import of attendance")?;
    window.screenshot("journey-school-import")?;
    window.import("Import 10,001 minutes")?;
    window.wait_for_text("packages paid for all 10,000 minutes")?;
    window.screenshot("journey-school-usage").map(drop)
}

/// A second application, whose package was a mistake: unused, it comes back whole (T-40).
fn give_back(window: &Window) -> Outcome {
    window.type_text("n")?;
    make(window, "history")?;
    buy(window, "history")?;
    window.visit("packages")?;
    window.type_text("jj")?;
    window.press(Key::Enter)?;
    window.wait_for("button", "Give back")?;
    window.click("button", "Give back")?;
    window.wait_for_text("Yes, it can be given back now.")?;
    window.wait_for_text("What becomes of history")?;
    window.fill_in(&format!("Type {SKU} to confirm"), SKU)?;
    window.assert_accessible("give back")?;
    window.screenshot("journey-school-give-back")?;
    window.click("button", &format!("Give {SKU} back, get $100.00"))?;
    window.wait_until_closed()?;
    window.wait_for_text("is given back for $100.00. Spendable now: $100.00.")?;
    window.press(Key::Escape)?;
    the_state_is(window, "history Suspended No package")
}

/// What the Packages screen says of an application: its name and its chips.
fn the_state_is(window: &Window, state: &str) -> Outcome {
    window.visit("packages")?;
    let said = "[...document.querySelectorAll('.page li .what')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())";
    window.wait_until(state, &format!("{said}.includes('{state}')"))
}

/// A package pays from the second after its purchase on.
fn until_after(second: chrono::DateTime<chrono::Utc>) {
    while now() <= second {
        std::thread::yield_now();
    }
}
