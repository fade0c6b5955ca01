//! What keys, pointers and addresses bring up on the screens of the demo account: the same in every language.

use std::process::Command;

use chrono::{Datelike as _, Months, NaiveDate};
use serde_json::json;
use tollbook_tests::place::program;
use tollbook_tests::window::{Desk, Key, Window, now};
use tollbook_tests::{Failure, Outcome};

use crate::Camera;

/// Menus, rows that are selected, parts of charts, tabs, the palette.
pub fn states(desk: &Desk, camera: &Camera) -> Outcome {
    rows(camera)?;
    chart(camera)?;
    for tab in ["allocation", "analysis", "optimization"] {
        camera.show(&format!("#/costs?tab={tab}"))?;
        camera.take_to_end(&format!("costs-{tab}"))?;
    }
    bill(desk, camera)?;
    sheets_of_rows(camera)?;
    palette(camera)
}

fn rows(camera: &Camera) -> Outcome {
    let window = &camera.window;
    window.visit("packages")?;
    window.type_text("j")?;
    camera.take_after("packages-menu", open_menu)?;
    window.press(Key::Escape)?;
    window.type_text(" J")?;
    camera.take("packages-picked")?;
    camera.take_after("packages-picked-menu", open_menu)?;
    window.press(Key::Escape)?;
    window.press(Key::Escape)?;
    let by_service = "(list => (list.value = 'service', list.dispatchEvent(new Event('change', { bubbles: true }))))(first('label.by select'))";
    window.ask(by_service, &[])?;
    window.wait_until("packages stand together", "first('tr.group')")?;
    window.ask("(first('tr.group').scrollIntoView(), true)", &[])?;
    camera.take("packages-by-service")
}

/// Beside the row that has the focus.
fn open_menu(window: &Window) -> Outcome {
    window.type_text("k")?;
    window.press_with(&[Key::Shift], char::from(Key::F10))?;
    window.wait_until("a menu is open", "first('[role=menu]')")
}

fn chart(camera: &Camera) -> Outcome {
    let window = &camera.window;
    window.visit("usage")?;
    window.drag_over("figure .picture", 0.62, 0.7)?;
    window.wait_until("a part is shown", "location.hash.includes('out=')")?;
    camera.take("usage-closer")?;
    window.click_at("figure .picture")?;
    window.wait_until(
        "an hour or a day is opened",
        "location.hash.includes('hour=') || location.hash.includes('bucket=hour')",
    )?;
    window.wait_until_quiet()?;
    camera.take("usage-closest")?;
    camera.show("#/usage?show=reasons")?;
    camera.take_to_end("usage-reasons")
}

/// The bill of two months ago, whose lines are final: compared with one that differs, kept, locked.
fn bill(desk: &Desk, camera: &Camera) -> Outcome {
    let window = &camera.window;
    let today = now().date_naive();
    let first = NaiveDate::from_ymd_opt(today.year(), today.month(), 1).unwrap_or(today);
    let month = (first - Months::new(2)).format("%Y-%m").to_string();
    camera.show("#/bills?view=amortised")?;
    camera.take("bills-amortised")?;
    camera.show(&format!("#/bills?month={month}&tab=reconcile"))?;
    camera.take("bill-reconcile")?;
    let file = desk.file("OCR-bill-details.csv", &provided(desk, &month)?)?;
    window.click_at("form input")?;
    window.type_at_once(&file.to_string_lossy())?;
    window.press(Key::Enter)?;
    window.wait_until("it is compared", "document.querySelectorAll('.outcome table').length > 1")?;
    camera.take_to_end("bill-compared")?;
    window.click_at(".keep button:last-of-type")?;
    window.wait_until("the bill is locked", "first('.lock')")?;
    camera.take("bill-locked")?;
    camera.show(&format!("#/bills?month={month}&tab=history"))?;
    camera.take("bill-history")?;
    camera.show("#/bills")?;
    camera.take("bills-compared")?;
    camera.show(&format!("#/bills?month={month}&tab=reconcile"))?;
    window.click_at(".lock button")?;
    window.wait_until("the bill is open again", "!first('.lock')")
}

/// The lines of a bill as the provider might send them: one is missing, one stands twice, one has another price.
fn provided(desk: &Desk, month: &str) -> Outcome<String> {
    let said = Command::new(program("tollbook")?)
        .arg("--data-dir")
        .arg(desk.data_dir())
        .args(["bills", month, "--lines", "--csv"])
        .output()?;
    let text = String::from_utf8(said.stdout).map_err(|error| Failure::new(error.to_string()))?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let charged: Vec<usize> = (1..lines.len()).filter(|at| lines[*at].contains(" × ")).collect();
    let [missing, .., twice] = charged.as_slice() else {
        return Err(Failure::new(format!("the bill of {month} has too few lines: {text}")));
    };
    let again = lines[*twice].clone();
    lines.push(again);
    lines.remove(*missing);
    Ok(lines.join("\n"))
}

fn sheets_of_rows(camera: &Camera) -> Outcome {
    let window = &camera.window;
    for (screen, key, sheet) in [
        ("packages", "a", "alert"),
        ("packages", "c", "compare"),
        ("packages", "r", "renew"),
        ("packages", "u", "unsubscribe"),
        ("balance", "n", "voucher"),
    ] {
        window.visit(screen)?;
        if screen == "packages" {
            window.type_text("j")?;
        }
        window.type_text(key)?;
        window.wait_until("a sheet is open", "first('dialog[open]')")?;
        window.wait_until_quiet()?;
        camera.take(&format!("sheet-{sheet}"))?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
    }
    Ok(())
}

fn palette(camera: &Camera) -> Outcome {
    let window = &camera.window;
    window.visit("today")?;
    for (typed, name) in [("", "palette"), ("top up 84.20", "palette-amount"), ("passport", "palette-sought")]
    {
        window.press_with(&[Key::Control], 'k')?;
        window.wait_until(
            "the palette has the focus",
            "document.activeElement.getAttribute('role') === 'combobox'",
        )?;
        window.type_text(typed)?;
        camera.take(name)?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
    }
    Ok(())
}

impl Camera<'_> {
    /// Shows what an address names.
    fn show(&self, address: &str) -> Outcome {
        self.window.wait_until_quiet()?;
        self.window.ask("(location.hash = args[0], true)", &[json!(address)])?;
        self.window.point_at_nothing()?;
        self.window.wait_until_quiet()
    }
}
