//! What people expect of a program on their desktop, in the real window: one of it, links, its size, a tray, paper.

use std::fs;

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme};

#[test]
fn a_second_start_with_a_link_fills_the_sheet_in_and_pays_nothing() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    desk.start_again(&["tollbook://topup?amount=50"])?;
    window.wait_for("button", "Top up $50.00")?;
    window.wait_for_text("A link filled this in. Nothing happens until you confirm it.")?;
    window.screenshot("manners-link")?;
    // What is open may hold typed work.
    desk.start_again(&["tollbook://topup?amount=500"])?;
    window.wait_for_text("The link was not followed")?;
    window.wait_for("button", "Top up $50.00")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;

    desk.start_again(&["tollbook://pay?amount=50"])?;
    window.wait_for_text("The link was refused: “pay” leads nowhere in Tollbook.")?;
    desk.start_again(&["tollbook://topup?amount=50&confirm=yes"])?;
    window.wait_for_text("The link was refused: “confirm” is not known there.")?;
    desk.start_again(&["tollbook://bills"])?;
    window.wait_until("the bills are open", "location.hash.startsWith('#/bills')")?;
    desk.start_again(&["--hidden"])?;
    window.close()?;

    let balance = desk.tollbook(&["balance"])?.to_string();
    assert!(balance.contains("20.00") && !balance.contains("70.00"), "nothing was paid: {balance}");
    Ok(())
}

#[test]
fn a_machine_without_the_trays_library_has_a_window_all_the_same() -> Outcome {
    let desk = Desk::empty()?;
    desk.hide_libraries(&["libayatana-appindicator3.so.1", "libappindicator3.so.1"])?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    let _panel = desk.panel()?;
    window.press_with(&[Key::Control], ',')?;
    window.wait_for_text("This desktop shows no tray, so closing the window ends Tollbook.")?;
    window.close()
}

#[test]
fn the_tray_says_what_comes_first_and_keeps_a_window_that_is_closed() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.open_account("0.00")?;
    window.press_with(&[Key::Control], ',')?;
    window.wait_for_text("This desktop shows no tray")?;

    let panel = desk.panel()?;
    let lines = panel.menu_with("Open Tollbook")?;
    let labels: Vec<&str> = lines.iter().map(|line| line.label.as_str()).collect();
    assert!(labels[0].contains("no money is left, now"), "{labels:?}");
    assert_eq!(
        labels[1..],
        ["", "Open Tollbook", "Refresh", "Hide amounts", "", "Quit Tollbook"],
        "{labels:?}"
    );
    panel.choose("Hide amounts")?;
    window.wait_for("button", "Hide amounts")?;
    window.wait_until("amounts are hidden", "document.querySelector('[aria-pressed=true]') !== null")?;

    window.click("checkbox", "Closing the window leaves it in the tray")?;
    window.screenshot("manners-settings")?;
    window.press_with(&[Key::Control], 'w')?;
    panel.choose("Open Tollbook")?;
    window.wait_until("the window is back", "!document.hidden")?;
    panel.choose(labels[0])?;
    window.wait_until("what comes first is shown", "location.hash.startsWith('#/today')")?;
    window.press_with(&[Key::Control], 'w')?;
    // A desktop that no longer shows trays does not take the window along.
    drop(panel);
    window.wait_until("the window is back", "!document.hidden")?;
    window.close()
}

#[test]
fn nothing_moves_for_people_who_want_less_of_it() -> Outcome {
    let desk = Desk::empty()?;
    let settings = desk.home().join("config/gtk-3.0");
    fs::create_dir_all(&settings)?;
    fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n")?;
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    window.press_with(&[Key::Control], ',')?;
    window.wait_for_text("As the system: reduced, nothing moves.")?;
    let moving = "[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration.split(', ').some((time) => parseFloat(time) > 0.001) \
                  || (getComputedStyle(one).animationName !== 'none' && parseFloat(getComputedStyle(one).animationDuration) > 0.001)).map((one) => one.className)";
    assert_eq!(window.ask(moving, &[])?, serde_json::json!([]));
    window.close()
}
