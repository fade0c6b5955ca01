//! The keyboard does everything, in the real window: screens, rows, filters, spans, charts, reasons, sheets.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme, Window};

#[test]
fn every_key_does_what_the_list_of_keys_says() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Usage")?;
    window.wait_until_quiet()?;
    screens_by_number(&window)?;
    spans(&window)?;
    rows_and_reasons(&window)?;
    filters(&window)?;
    charts(&window)?;
    sheets(&window)?;
    window.close()
}

#[test]
fn nothing_scrolls_sideways_at_any_width_the_window_promises() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Usage")?;
    for (width, height) in [(1280, 800), (960, 700), (900, 640)] {
        window.resize(width, height)?;
        for screen in
            ["today", "usage", "packages", "balance", "bills", "renewals", "alerts", "accounts", "account"]
        {
            window.visit(screen)?;
            assert_eq!(window.ask(SIDEWAYS, &[])?, serde_json::json!([]), "{screen} at {width}");
        }
    }
    window.close()
}

/// What scrolls sideways, or is cut off at the side of the window.
const SIDEWAYS: &str = "[...document.querySelectorAll('.area *')].filter((one) => !(one instanceof SVGElement) && !one.classList.contains('heard')
  && (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)).map((one) => one.className)";

/// By keys: the driver of the window aims its pointer without regard to the zoom.
#[test]
fn every_screen_is_usable_at_twice_the_size() -> Outcome {
    let desk = Desk::empty()?;
    let keys = desk.open_by_keys(Theme::Light)?;
    keys.activate("button", "Open the demo account")?;
    keys.wait_for("link", "Usage")?;
    keys.resize(1280, 800)?;
    // 110, 125, 150, 175, 200 percent.
    for _ in 0..5 {
        keys.press_with(&[Key::Control], '+')?;
    }
    keys.wait_until("everything is twice as large", "innerWidth === 640")?;
    let mut offences = Vec::new();
    for screen in
        ["today", "usage", "packages", "balance", "bills", "renewals", "alerts", "costs", "ledger", "account"]
    {
        keys.go(screen)?;
        keys.screenshot(&format!("twice-{screen}"))?;
        // At this width the rows of a table are read across by scrolling the table, nothing else.
        let wide = keys.ask(&format!("{SIDEWAYS}.filter((name) => !name.startsWith('scroll '))"), &[])?;
        if wide != serde_json::json!([]) {
            offences.push(format!("{screen}: {wide}"));
        }
    }
    assert_eq!(offences, Vec::<String>::new());
    assert_eq!(keys.ask("document.documentElement.scrollWidth <= innerWidth", &[])?, true);
    keys.go("ledger")?;
    let columns =
        "[...document.querySelectorAll('thead th')].filter((one) => one.getBoundingClientRect().width > 0)";
    let whole = format!(
        "{columns}.length > 3 && {columns}.every((one) => one.getBoundingClientRect().right <= innerWidth)"
    );
    assert_eq!(keys.ask(&whole, &[])?, true, "the journal leaves out what it has no room for");
    // What stands last in the rail can be gone to, and is seen there.
    keys.reach("link", "Settings")?;
    keys.press(Key::Enter)?;
    keys.wait_until("the settings are open", "location.hash.startsWith('#/settings')")?;
    keys.screenshot("twice-settings")?;
    keys.close()
}

fn screens_by_number(window: &Window) -> Outcome {
    for (key, screen) in [
        ("2", "usage"),
        ("3", "packages"),
        ("4", "balance"),
        ("5", "bills"),
        ("6", "renewals"),
        ("1", "today"),
    ] {
        window.type_text(key)?;
        window.wait_until(screen, &format!("location.hash.startsWith('#/{screen}')"))?;
    }
    window.type_text("gl")?;
    window.wait_until("the bills are open", "location.hash.startsWith('#/bills')")
}

fn spans(window: &Window) -> Outcome {
    window.type_text("2")?;
    window.wait_for_text("Calls per day")?;
    window.wait_until_quiet()?;
    window.type_text("[")?;
    window.wait_until("an earlier span is asked for", "location.hash.includes('from=')")?;
    window.wait_for("button", "Latest")?;
    window.type_text("]")?;
    window.wait_until_quiet()?;
    window.type_text("[")?;
    window.wait_until_quiet()?;
    window.type_text("t")?;
    window.wait_until("the usual span is back", "!location.hash.includes('from=')")
}

fn rows_and_reasons(window: &Window) -> Outcome {
    window.type_text("3")?;
    window.wait_for_text("All packages")?;
    window.type_text("j")?;
    window.wait_until("a row has the focus", "document.activeElement.matches('tbody tr')")?;
    window.wait_until(
        "its focus is seen",
        "getComputedStyle(document.activeElement).outlineStyle !== 'none'",
    )?;
    window.type_text("jk")?;
    window.type_text("?")?;
    window.wait_for_text("Why: Calls left")?;
    window.press(Key::Escape)?;
    window.wait_until("the reason is closed", "!document.querySelector('aside')")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Deductions")?;
    window.press(Key::Escape)?;
    window.wait_until("the package is closed", "!document.querySelector('aside')")
}

fn filters(window: &Window) -> Outcome {
    window.type_text("/")?;
    window.wait_until("the filter has the focus", "document.activeElement.matches('[data-filter]')")?;
    window.type_text("no such package")?;
    window.wait_for_text("Nothing here matches “no such package”.")?;
    window.click("button", "Clear the filter")
}

fn charts(window: &Window) -> Outcome {
    window.type_text("4")?;
    window.wait_for_text("The last 30 days,")?;
    window.type_text("v")?;
    window.wait_until("the chart is a table", "document.querySelector('figure table') !== null")?;
    window.type_text("v")?;
    window.click_at("figure .picture")?;
    window.press(Key::End)?;
    // The cursor stands where the last point of the drawing is, to the pixel.
    let stands = "(() => { const cursor = document.querySelector('.cursor .dot').getBoundingClientRect(); \
                  const drawn = document.querySelector('figure svg.chart').getBoundingClientRect(); \
                  const right = drawn.right - (cursor.left + cursor.width / 2); return right > 0 && right < drawn.width / 4; })()";
    window.wait_until("the cursor stands at the end of the line", stands)?;
    window.press(Key::Left)
}

fn sheets(window: &Window) -> Outcome {
    for (key, title) in [("i", "Import usage"), ("p", "Top up"), ("b", "Buy a package")] {
        window.type_text(key)?;
        window.wait_for("heading", title)?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
    }
    Ok(())
}
