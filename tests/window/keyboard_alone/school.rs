//! A school by keys alone: its package used up, overage allowed and forbidden, a package given back.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Keys, Theme, now};

const SKU: &str = "lcic-monthly-10k";

#[test]
fn a_school_is_opened_bought_for_used_up_switched_and_given_back() -> Outcome {
    let desk = Desk::empty()?;
    let keys = desk.open_by_keys(Theme::Light)?;
    open_school(&keys)?;
    make(&keys, "maths")?;
    buy(&keys, "maths")?;
    let bought_at = now();
    the_state_is(&keys, "maths Runs")?;
    keys.screenshot("journey-school-packages")?;

    // Quota of 10,000 minutes, one second too many: the last minute is nobody's (T-19).
    until_after(bought_at);
    attend(&desk, &keys)?;
    switch_overage(&desk, &keys)?;
    give_back(&keys)?;
    keys.activate("button", "Disable maths")?;
    keys.wait_for_text("What becomes of maths")?;
    keys.assert_accessible("disable an application")?;
    keys.activate("button", "Disable maths")?;
    keys.wait_until_closed()?;
    the_state_is(&keys, "maths Disabled")?;
    keys.screenshot("journey-school-disabled")?;
    keys.close()?;

    let status = desk.tollbook(&["status"])?;
    let states: Vec<_> =
        status["resources"].as_array().into_iter().flatten().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["disabled", "suspended"], "{status}");
    assert_eq!(desk.tollbook(&["balance"])?["balance"], "100.00");
    Ok(())
}

/// The first start leads to the first application.
fn open_school(keys: &Keys) -> Outcome {
    keys.activate("button", "Start empty")?;
    keys.choose("Provider and rules", "Tencent Cloud LCIC")?;
    keys.activate("button", "Open the account")?;
    keys.wait_for("heading", "Create an application")?;
    keys.screenshot("journey-school-first-application")?;
    keys.assert_accessible("new application")
}

/// Fills the sheet in; the one for its package follows.
fn make(keys: &Keys, application: &str) -> Outcome {
    keys.fill_in("Name of the application", application)?;
    keys.wait_for("button", &format!("Create {application}"))?;
    keys.activate("button", &format!("Create {application}"))?;
    keys.wait_for("heading", "Buy a package")
}

/// Buys the one offer there is; the missing money is paid on the way.
fn buy(keys: &Keys, application: &str) -> Outcome {
    keys.wait_for("combobox", "Application")?;
    keys.pick(SKU)?;
    keys.activate("button", "Top up $100.00 first")?;
    keys.activate("button", "Top up $100.00")?;
    keys.wait_for_text(&format!("What becomes of {application}"))?;
    keys.assert_accessible("buy for an application")?;
    keys.screenshot(&format!("journey-school-buy-{application}"))?;
    keys.activate("button", &format!("Buy 10,000 minutes for {application}, $100.00"))?;
    keys.wait_until_closed()?;
    keys.wait_until_quiet()
}

fn attend(desk: &Desk, keys: &Keys) -> Outcome {
    let at = now().format("%Y-%m-%dT%H:%M:%SZ");
    let rows = format!("id,application,class,left,seconds\nr-1,maths,m-1,{at},600001\n");
    let file = desk.file("attendance.csv", &rows)?;
    keys.go("usage")?;
    keys.type_text("i")?;
    keys.wait_for("combobox", "How to read attendance")?;
    keys.fill_in("Path of a file or folder, or lines of a log", &file.to_string_lossy())?;
    keys.press(Key::Enter)?;
    keys.activate("button", "Preview")?;
    keys.wait_for_text("10,001 minutes, $0.00 in all.")?;
    keys.assert_accessible("import of attendance")?;
    keys.screenshot("journey-school-import")?;
    keys.activate("button", "Import 10,001 minutes")?;
    keys.wait_until_closed()?;
    keys.wait_until_quiet()?;
    keys.wait_for_text("packages paid for all 10,000 minutes")?;
    keys.screenshot("journey-school-usage").map(drop)
}

/// What is used up runs on once more minutes may cost money, and stands still once they may not.
fn switch_overage(desk: &Desk, keys: &Keys) -> Outcome {
    keys.go("today")?;
    keys.wait_for_text("maths is suspended: its packages are used up and overage is off.")?;
    keys.screenshot("journey-school-quota")?;
    keys.activate("button", "Switch overage on")?;
    keys.wait_for_text("What becomes of maths")?;
    keys.assert_accessible("overage")?;
    keys.activate("button", "Switch overage on for maths")?;
    keys.wait_until_closed()?;
    the_state_is(keys, "maths Runs")?;
    keys.wait_for_text("Overage is on")?;
    assert_eq!(desk.tollbook(&["status"])?["resources"][0]["state"], "enabled");
    keys.by_palette("overage maths", "Switch overage off")?;
    keys.wait_for_text("What becomes of maths")?;
    keys.activate("button", "Switch overage off for maths")?;
    keys.wait_until_closed()?;
    the_state_is(keys, "maths Suspended Quota used up")?;
    keys.by_palette("overage maths", "Switch overage on")?;
    keys.wait_for_text("What becomes of maths")?;
    keys.activate("button", "Switch overage on for maths")?;
    keys.wait_until_closed()?;
    the_state_is(keys, "maths Runs")
}

/// A second application, whose package was a mistake: unused, it comes back whole (T-40).
fn give_back(keys: &Keys) -> Outcome {
    keys.type_text("n")?;
    make(keys, "history")?;
    buy(keys, "history")?;
    keys.go("packages")?;
    keys.type_text("j")?;
    keys.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
    keys.press(Key::Down)?;
    keys.wait_until("it is the other one", "document.activeElement.matches('tbody tr:nth-child(2)')")?;
    keys.type_text("u")?;
    keys.wait_for_text("Yes, it can be given back now.")?;
    keys.wait_for_text("What becomes of history")?;
    keys.fill_in(&format!("Type {SKU} to confirm"), SKU)?;
    keys.assert_accessible("give back")?;
    keys.screenshot("journey-school-give-back")?;
    keys.activate("button", &format!("Give {SKU} back, get $100.00"))?;
    keys.wait_until_closed()?;
    keys.wait_for_text("is given back for $100.00. Spendable now: $100.00.")?;
    the_state_is(keys, "history Suspended No package")
}

/// What the Packages screen says of an application: its name and its chips.
fn the_state_is(keys: &Keys, state: &str) -> Outcome {
    keys.go("packages")?;
    let said = "[...document.querySelectorAll('.page li .what')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())";
    keys.wait_until(state, &format!("{said}.includes('{state}')"))
}

/// A package pays from the second after its purchase on.
fn until_after(second: chrono::DateTime<chrono::Utc>) {
    while now() <= second {
        std::thread::yield_now();
    }
}
