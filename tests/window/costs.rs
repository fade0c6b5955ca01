//! What changed this month, found by keyboard alone, in the real window.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Theme, Window};

#[test]
fn what_changed_this_month_is_found_by_keyboard() -> Outcome {
    let desk = Desk::empty()?;
    let window = desk.open(Theme::Light)?;
    window.click("button", "Open the demo account")?;
    window.wait_for("link", "Costs")?;
    window.type_text("gc")?;
    window.wait_for("table", "Made of")?;
    window.assert_accessible("costs, composition")?;
    window.type_text("[")?;
    window.wait_for("table", "Made of")?;
    look(&window, "composition")?;

    window.type_text(">")?;
    window.wait_for("table", "What it was for")?;
    window.type_text(">")?;
    window.wait_for("table", "By group")?;
    window.assert_accessible("costs, analysis")?;
    look(&window, "analysis")?;
    // The first group is the one that changed most: Enter tells it apart by region.
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for("columnheader", "Region")?;
    window.type_text("?")?;
    window.wait_for_text("Why:")?;
    window.assert_accessible("costs, why it changed")?;
    window.press(Key::Escape)?;

    window.type_text(">")?;
    window.wait_for("heading", "What could be saved")?;
    window.assert_accessible("costs, optimization")?;
    look(&window, "optimization")?;
    window.type_text("<")?;
    window.wait_for("table", "By group")?;
    window.type_text("<")?;
    window.wait_for("table", "What it was for")?;
    window.assert_accessible("costs, allocation")?;
    look(&window, "allocation")?;
    window.close()?;
    let window = desk.open(Theme::Dark)?;
    window.visit("costs")?;
    for (table, tab) in [
        ("Made of", "composition"),
        ("What it was for", "allocation"),
        ("By group", "analysis"),
        ("What could be saved", "optimization"),
    ] {
        window.wait_for("table", table)?;
        window.assert_accessible(&format!("costs, {tab}, dark"))?;
        look(&window, &format!("{tab}-dark"))?;
        window.type_text(">")?;
    }
    window.close()
}

/// Wide and narrow; nothing stands beyond the page.
fn look(window: &Window, what: &str) -> Outcome {
    for (width, height) in [(1280, 800), (900, 640)] {
        window.resize(width, height)?;
        window.wait_until_quiet()?;
        window.screenshot(&format!("costs-{what}-{width}"))?;
        let sideways =
            "document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth";
        assert_eq!(window.ask(sideways, &[])?, true, "{what} {width}");
    }
    window.resize(1280, 800)
}
