//! A provider's bill in the real window, by keyboard: one that agrees is locked, in another the difference is found.

use std::fmt::Write as _;

use serde_json::Value;
use tollbook_tests::window::{Desk, Key, Theme, Window};
use tollbook_tests::{Failure, Outcome};

#[test]
fn a_bill_is_reconciled_and_locked_and_a_difference_is_found_by_keyboard() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Bills")?;
    let bills = desk.tollbook(&["bills"])?;
    let bills = bills["bills"].as_array().cloned().unwrap_or_default();
    let is_final = |bill: &Value| bill["status"] == "final" && bill["charges"] != "0.00";
    let place = bills.iter().position(is_final).ok_or_else(|| Failure::new("no bill is final"))?;
    let month = bills[place]["month"].as_str().unwrap_or_default().to_owned();
    let lines = desk.tollbook(&["bills", &month, "--lines"])?;
    let lines = lines["lines"].as_array().cloned().unwrap_or_default();

    open(&window, place)?;
    window.type_text(">")?;
    window.wait_for("textbox", "The provider’s own bill")?;
    window.assert_accessible("bills, reconcile, empty")?;
    look(&window, "reconcile-empty")?;

    // A bill with one line more, twice: the money and the line are named.
    let mut wrong = lines.clone();
    let usage = lines.iter().rposition(|line| line["kind"] == "usage" && line["amount_due"] != "0.00000000");
    let usage = usage.ok_or_else(|| Failure::new("no line of usage costs anything"))?;
    wrong.push(lines[usage].clone());
    compare(&window, &desk.file("wrong.csv", &csv(&wrong)?)?.to_string_lossy())?;
    window.wait_for_text("more than the own meter")?;
    window.wait_for_text("The file holds it twice")?;
    window.wait_for("table", "Lines that differ")?;
    window.assert_accessible("bills, reconcile, difference")?;
    look(&window, "reconcile-difference")?;

    // The provider's bill as it should be.
    compare(&window, &desk.file("right.csv", &csv(&lines)?)?.to_string_lossy())?;
    window.wait_for_text("say the same")?;
    press_button(&window, "Keep it and lock")?;
    window.wait_for_text("A closed bill never changes")?;
    window.assert_accessible("bills, reconcile, locked")?;
    look(&window, "reconcile-locked")?;
    window.type_text(">")?;
    window.wait_for("table", "What happened")?;
    window.wait_for_text("Compared with right.csv")?;
    window.assert_accessible("bills, history")?;
    look(&window, "history")?;
    window.press(Key::Escape)?;
    window.wait_for("columnheader", "Difference USD")?;
    window.wait_for_text("Locked")?;
    look(&window, "list-compared")?;
    window.close()?;

    let window = desk.open(Theme::Dark)?;
    open(&window, place)?;
    for (tab, table) in [("reconcile", "What differs"), ("history", "What happened")] {
        window.type_text(">")?;
        window.wait_for("table", table)?;
        window.assert_accessible(&format!("bills, {tab}, dark"))?;
        look(&window, &format!("{tab}-dark"))?;
    }
    window.speak("ar")?;
    window.wait_until_quiet()?;
    look(&window, "history-ar")?;
    window.type_text("<")?;
    window.wait_until_quiet()?;
    look(&window, "reconcile-ar")?;
    window.close()
}

/// Opens a bill of the list by its row.
fn open(window: &Window, place: usize) -> Outcome {
    window.wait_until_quiet()?;
    window.type_text("gl")?;
    window.wait_for("table", "By month")?;
    for _ in 0..=place {
        window.type_text("j")?;
    }
    window.press(Key::Enter)?;
    window.wait_for("table", "Lines")
}

/// Types the path of a file and asks.
fn compare(window: &Window, path: &str) -> Outcome {
    window.fill_in("The provider’s own bill", path)?;
    window.press(Key::Enter)
}

/// Goes on by Tab to a button and presses it.
fn press_button(window: &Window, begins: &str) -> Outcome {
    for _ in 0..20 {
        window.press(Key::Tab)?;
        if window.ask("document.activeElement.textContent.trim().startsWith(args[0])", &[begins.into()])?
            == Value::Bool(true)
        {
            return window.press(Key::Enter);
        }
    }
    Err(Failure::new(format!("no button begins with {begins}")))
}

/// Lines as the program writes them to a file.
fn csv(lines: &[Value]) -> Outcome<String> {
    let names: Vec<&String> =
        lines.first().and_then(Value::as_object).into_iter().flat_map(|line| line.keys()).collect();
    let mut text = names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(",");
    for line in lines {
        text.push('\n');
        for (index, name) in names.iter().enumerate() {
            let value = match &line[name.as_str()] {
                Value::Null => String::new(),
                Value::String(text) => text.replace('"', "\"\""),
                other => other.to_string(),
            };
            write!(text, "{}\"{value}\"", if index > 0 { "," } else { "" })?;
        }
    }
    Ok(text)
}

/// Wide and narrow; nothing stands beyond the page.
fn look(window: &Window, what: &str) -> Outcome {
    for (width, height) in [(1280, 800), (900, 640)] {
        window.resize(width, height)?;
        window.wait_until_quiet()?;
        window.screenshot(&format!("bills-{what}-{width}"))?;
        let sideways =
            "document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth";
        assert_eq!(window.ask(sideways, &[])?, true, "{what} {width}");
    }
    window.resize(1280, 800)
}
