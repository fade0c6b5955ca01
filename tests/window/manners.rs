//! What people expect of a program on their desktop, in the real window: one of it, links, its size, a tray, paper.

use std::fs;

use tollbook_tests::window::{Desk, Key, Theme, Window};
use tollbook_tests::{Failure, Outcome};

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
fn the_size_of_the_window_is_remembered() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.resize(1010, 690)?;
    // Long before it is closed: it may be killed.
    window.wait_for_file(&desk.home().join("config/app.tollbook.desktop/.window-state.json"), "1010")?;
    window.close()?;

    let window = desk.open(Theme::Light)?;
    window.wait_until("it has its size again", "innerWidth === 1010 && innerHeight === 690")?;
    window.close()?;

    let other = Desk::empty()?;
    let window = other.open(Theme::Light)?;
    window.wait_until("another desk knows nothing of it", "innerWidth === 1280 && innerHeight === 800")?;
    window.close()
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
    assert!(labels[0].ends_with(": no money is left"), "{labels:?}");
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
fn the_desktop_starts_the_window_only_when_it_is_asked_to() -> Outcome {
    let desk = Desk::empty()?;
    let autostart = desk.home().join(".config/autostart");
    let started = || -> Outcome<Vec<String>> {
        let Ok(files) = fs::read_dir(&autostart) else { return Ok(Vec::new()) };
        files.map(|file| Ok(fs::read_to_string(file?.path())?)).collect()
    };
    let window = desk.open(Theme::Light)?;
    window.open_account("20.00")?;
    assert_eq!(started()?, Vec::<String>::new());
    window.press_with(&[Key::Control], ',')?;
    window.click("checkbox", "Start when you log in")?;
    let is_on = "find('checkbox', 'Start when you log in').checked";
    window.wait_until("it is on", is_on)?;
    window.wait_until_quiet()?;
    let [entry] = <[String; 1]>::try_from(started()?).map_err(|_| Failure::new("one entry"))?;
    assert!(entry.contains("--hidden"), "{entry}");
    window.click("checkbox", "Start when you log in")?;
    window.wait_until("it is off", &format!("!{is_on}"))?;
    assert_eq!(started()?, Vec::<String>::new());

    fs::remove_dir_all(&autostart)?;
    fs::write(&autostart, "in the way")?;
    window.click("checkbox", "Start when you log in")?;
    window.wait_for_text("That could not be changed:")?;
    window.wait_until("the switch shows what is", &format!("!{is_on}"))?;
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

#[test]
fn a_bill_is_printed_with_all_its_lines_on_numbered_pages() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Dark)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Usage")?;
    window.press_with(&[Key::Control], 'p')?;
    window.wait_for_text("Only a bill is printed: open the bill of a month first.")?;
    window.visit("bills")?;
    let month = "document.querySelectorAll('tbody tr th, tbody tr td')[0].closest('tr')";
    window.wait_until("there are bills", &format!("{month} !== undefined"))?;
    window.ask(&format!("{month}.nextElementSibling.click()"), &[])?;
    window.wait_until("a bill is open", "location.hash.includes('month=')")?;
    window.wait_until_quiet()?;
    window.press_with(&[Key::Control], 'p')?;
    window.wait_until("the bill is laid out", "document.querySelector('.paper[data-pages]') !== null")?;
    window.wait_for_text("The bill is ready to be printed.")?;
    pages(&window)?;
    window.close()
}

/// Each page fits on paper and says which it is; together they hold every line once.
fn pages(window: &Window) -> Outcome {
    let pages = window.ask("Number(document.querySelector('.paper').dataset.pages)", &[])?;
    let lines = window.ask("document.querySelectorAll('.paper tr.day').length", &[])?;
    assert!(lines.as_u64() > Some(27), "every day of the month is a line: {lines}");
    let numbered = window.ask(
        "[...document.querySelectorAll('.paper section footer')].every((foot, at, all) => \
         foot.lastElementChild.textContent === `Page ${at + 1} of ${all.length}`) && document.querySelectorAll('.paper section').length",
        &[],
    )?;
    assert_eq!(numbered, pages);
    assert!(pages.as_u64() > Some(1), "it does not fit on one page: {pages}");
    let longest = window.ask(
        "Math.max(...[...document.querySelectorAll('.paper section')].map((page) => page.getBoundingClientRect().height))",
        &[],
    )?;
    assert!(longest.as_f64().is_some_and(|height| height > 0.0 && height <= 905.0), "{longest}");
    Ok(())
}
