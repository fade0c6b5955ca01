//! What changed this month, found by keyboard alone, in the real window.

use tollbook_tests::Outcome;
use tollbook_tests::window::{Desk, Key, Keys, Theme};

#[test]
fn what_changed_this_month_is_found_by_keyboard() -> Outcome {
    let desk = Desk::empty()?;
    let keys = desk.open_by_keys(Theme::Light)?;
    keys.activate("button", "Open the demo account")?;
    keys.wait_for("link", "Costs")?;
    keys.go("costs")?;
    keys.wait_for("table", "Made of")?;
    keys.assert_accessible("costs, composition")?;
    keys.type_text("[")?;
    keys.wait_for("table", "Made of")?;
    look(&keys, "composition")?;

    keys.type_text(">")?;
    keys.wait_for("table", "What it was for")?;
    keys.type_text(">")?;
    keys.wait_for("table", "By group")?;
    keys.assert_accessible("costs, analysis")?;
    look(&keys, "analysis")?;
    let changed = desk.tollbook(&["costs", "--changed", "mtd"])?;
    let first = keys.read("table[aria-label='By group'] tbody tr")?;
    for part in [&changed["groups"][0]["value"], &changed["groups"][0]["change"]] {
        assert!(first.contains(part.as_str().unwrap_or("nothing")), "{first}: {changed}");
    }
    // The first group is the one that changed most: Enter tells it apart by region.
    keys.type_text("j")?;
    keys.press(Key::Enter)?;
    keys.wait_for("columnheader", "Region")?;
    keys.type_text("?")?;
    keys.wait_for_text("Why:")?;
    keys.assert_accessible("costs, why it changed")?;
    keys.press(Key::Escape)?;

    keys.type_text(">")?;
    keys.wait_for("heading", "What could be saved")?;
    keys.assert_accessible("costs, optimization")?;
    look(&keys, "optimization")?;
    keys.type_text("<")?;
    keys.wait_for("table", "By group")?;
    keys.type_text("<")?;
    keys.wait_for("table", "What it was for")?;
    keys.assert_accessible("costs, allocation")?;
    look(&keys, "allocation")?;
    keys.close()?;
    let keys = desk.open_by_keys(Theme::Dark)?;
    keys.wait_for("link", "Costs")?;
    keys.go("costs")?;
    for (table, tab) in [
        ("Made of", "composition"),
        ("What it was for", "allocation"),
        ("By group", "analysis"),
        ("What could be saved", "optimization"),
    ] {
        keys.wait_for("table", table)?;
        keys.assert_accessible(&format!("costs, {tab}, dark"))?;
        look(&keys, &format!("{tab}-dark"))?;
        keys.type_text(">")?;
    }
    keys.close()
}

/// Wide and narrow; nothing stands beyond the page.
fn look(keys: &Keys, what: &str) -> Outcome {
    for (width, height) in [(1280, 800), (900, 640)] {
        keys.resize(width, height)?;
        keys.wait_until_quiet()?;
        keys.screenshot(&format!("costs-{what}-{width}"))?;
        let sideways =
            "document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth";
        assert_eq!(keys.ask(sideways, &[])?, true, "{what} {width}");
    }
    keys.resize(1280, 800)
}
