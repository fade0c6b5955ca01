//! Charts in the real window: read, copied, looked at closely, down to the imported record, by keys and by pointer.

use tollbook_tests::Outcome;
use tollbook_tests::place::workspace_root;
use tollbook_tests::window::{Desk, Key, Theme, WHOLE_SERVER, Window};

/// 246 calls of four days in May 2015, from a log whose name its records have.
fn with_a_log(desk: &Desk, theme: Theme) -> Outcome<Window> {
    let window = desk.open(theme)?;
    window.open_account("20.00")?;
    let log = workspace_root().join("tests/import/apache-access-300.log");
    window.preview(&log, &desk.rules(WHOLE_SERVER)?)?;
    window.import("Import 246 calls")?;
    window.wait_for_text("246 calls, 17 May 2015 – 20 May 2015.")?;
    Ok(window)
}

/// Goes on with Tab until the focus is there.
fn tab_to(window: &Window, selector: &str) -> Outcome {
    for _ in 0..80 {
        let there = window.ask("document.activeElement.matches(args[0])", &[selector.into()])?;
        if there == true {
            return Ok(());
        }
        window.press(Key::Tab)?;
    }
    window.wait_until(
        &format!("Tab reaches `{selector}`"),
        &format!("document.activeElement.matches(\"{selector}\")"),
    )
}

/// What the cursor of the chart says.
fn said(window: &Window) -> Outcome<String> {
    let said = window.ask("document.querySelector('figure output').textContent", &[])?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

#[test]
fn one_hour_is_inspected_by_keyboard_alone() -> Outcome {
    let desk = Desk::empty()?;
    let window = with_a_log(&desk, Theme::Light)?;
    tab_to(&window, "figure .picture")?;
    window.press(Key::Home)?;
    window.wait_until(
        "the first day is read",
        "document.querySelector('figure output').textContent.startsWith('2015-05-17')",
    )?;
    window.press(Key::Enter)?;
    window.wait_for_text("Calls per hour")?;
    window.wait_until_quiet()?;
    window.wait_until("the way back is kept", "location.hash.includes('out=day')")?;
    // The first hour of that day in which anything was called.
    window.press(Key::Home)?;
    for _ in 0..24 {
        if said(&window)?.contains("call") && !said(&window)?.contains("Total 0 calls") {
            break;
        }
        window.press(Key::Right)?;
    }
    let hour = said(&window)?;
    assert!(hour.starts_with("2015-05-17") && hour.contains("calls"), "{hour}");
    window.press(Key::Enter)?;
    window.wait_for_text("The hour of 17 May 2015")?;
    window.wait_for_text("apache-access-300.log")?;
    window.screenshot("charts-hour")?;
    tab_to(&window, "aside [data-record]")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Rows read 300")?;
    window.screenshot("charts-record")?;

    // Back, a step at a time.
    window.press(Key::Escape)?;
    window.wait_until("the record has the focus", "document.activeElement.matches('aside [data-record]')")?;
    window.press(Key::Escape)?;
    window.wait_until(
        "the hour is closed",
        "!document.querySelector('aside') && !location.hash.includes('hour=')",
    )?;
    window.wait_until("the chart has the focus", "document.activeElement.matches('figure .picture')")?;
    window.press(Key::Escape)?;
    window.press(Key::Escape)?;
    window.wait_for_text("Calls per day")?;
    window.wait_until("the longer span is back", "!location.hash.includes('out=')")?;
    window.close()
}

#[test]
fn a_span_is_marked_by_pointer_and_by_keys() -> Outcome {
    let desk = Desk::empty()?;
    let window = with_a_log(&desk, Theme::Dark)?;
    window.drag_over("figure .picture", 0.3, 0.55)?;
    window.wait_until("the middle days are looked at closely", "location.hash.includes('out=day')")?;
    window.wait_for_text("Calls per hour")?;
    window.wait_until_quiet()?;
    window.screenshot("charts-brushed")?;
    window.click("button", "Back to the longer span")?;
    window.wait_for_text("Calls per day")?;
    window.wait_until_quiet()?;
    tab_to(&window, "figure .picture")?;
    window.press(Key::Home)?;
    window.press_with(&[Key::Shift], char::from(Key::Right))?;
    window.wait_until(
        "what is marked is said",
        "document.querySelector('figure output').textContent.startsWith('2015-05-17 to 2015-05-18 is marked')",
    )?;
    window.screenshot("charts-marked")?;
    window.press(Key::Enter)?;
    window.wait_for_text("17 May 2015 – 18 May 2015")?;
    window.close()
}

/// What is in the clipboard, as it arrives where a person pastes it.
fn pasted(window: &Window) -> Outcome<String> {
    window.type_text("/")?;
    window.wait_until("the filter has the focus", "document.activeElement.matches('[data-filter]')")?;
    window.press_with(&[Key::Control], 'v')?;
    window.wait_until("something was pasted", "document.activeElement.value !== ''")?;
    let text = window.ask("document.activeElement.value", &[])?;
    window.press(Key::Escape)?;
    window.press(Key::Escape)?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_chart_is_copied_as_figures_drawing_and_picture() -> Outcome {
    let desk = Desk::empty()?;
    let window = with_a_log(&desk, Theme::Light)?;
    window.type_text("yt")?;
    window.wait_for_text("The figures of “Calls per day” were copied.")?;
    let figures = pasted(&window)?;
    assert!(figures.contains("2015-05-17") && figures.contains("Total (Calls)"), "{figures}");
    window.type_text("ys")?;
    window.wait_for_text("“Calls per day” was copied as SVG.")?;
    let drawing = pasted(&window)?;
    assert!(
        drawing.starts_with("<svg") && drawing.contains("as of") && drawing.contains("rgb("),
        "{drawing}"
    );
    assert!(!drawing.contains("class=") && !drawing.contains("var("), "{drawing}");
    window.click("button", "Copy “Calls per day”")?;
    window.screenshot("charts-menu")?;
    window.click("menuitem", "Copy the chart as PNG")?;
    window.wait_for_text("“Calls per day” was copied as a picture.")?;
    window.close()
}
