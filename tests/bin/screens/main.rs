//! Takes a picture of every screen, sheet and state, light and dark, large and small, in English and in Arabic, which is
//! written from right to left, and prints their paths.
//!
//! With names as arguments, only of those people: `screens demo owing`. `--language zh-CN,ar`, `--theme dark`,
//! `--size 1280x800` and `--screen today,usage` choose others, or fewer; `--picture packages,bill` takes those alone whose
//! names begin so.

use std::process::ExitCode;

use tollbook_tests::place::workspace_root;
use tollbook_tests::window::{Desk, GATEWAY, Key, LANGUAGES, Owes, Theme, WHOLE_SERVER, Window, now};
use tollbook_tests::{Failure, Outcome};

mod elsewhere;
mod several;
mod states;
mod wanted;

use elsewhere::everything_elsewhere;
use several::{several, several_accounts};
use states::states;
use wanted::Wanted;

const SCREENS: [&str; 12] = [
    "today", "usage", "packages", "balance", "bills", "renewals", "alerts", "costs", "ledger", "accounts",
    "account", "settings",
];
/// By the name in the name of a picture.
const THEMES: [(&str, Theme); 2] = [("light", Theme::Light), ("dark", Theme::Dark)];

/// More money than a float could hold, and as many calls as one record can count, two hundred times.
const HUGE_BALANCE: &str = "90071992547409930.01";
const HUGE_RULES: &str = "[columns]\ntime = \"time\"\nstatus = \"status\"\ncount = \"count\"\n\n\
                          [defaults]\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";

/// Whose window is looked at, how they got where they are, and what is looked at there.
struct Person {
    name: &'static str,
    /// What is in the books before the window is opened.
    books: fn(&Desk) -> Outcome,
    prepare: fn(&Desk, &Window) -> Outcome,
    look: fn(&Desk, &Camera) -> Outcome,
    /// What is looked at in another language, without knowing its words.
    look_elsewhere: fn(&Desk, &Camera) -> Outcome,
}

const PEOPLE: [Person; 10] = [
    Person { look: first_start, look_elsewhere: |_, camera| camera.take("start"), ..person("first") },
    Person {
        prepare: |_, window| window.click("button", "demo").and_then(|()| window.wait_for("link", "Usage")),
        look: everything,
        look_elsewhere: everything_elsewhere,
        ..person("demo")
    },
    Person { prepare: |_, window| window.open_account("0.00"), ..person("empty") },
    Person { prepare: owe, ..person("owing") },
    Person { prepare: have_much, look: with_sheets, ..person("huge") },
    Person {
        prepare: |_, window| window.open_account("5.00"),
        look: broken_books,
        look_elsewhere: |_, _| Ok(()),
        ..person("broken")
    },
    Person { books: |desk| desk.school(Owes::Nothing), look: school, ..person("school") },
    Person { books: |desk| desk.school(Owes::Grace), ..person("school-grace") },
    Person { books: |desk| desk.school(Owes::Suspended), ..person("school-suspended") },
    Person { books: several, look: several_accounts, ..person("several") },
];

const fn person(name: &'static str) -> Person {
    Person {
        name,
        books: |_| Ok(()),
        prepare: |_, _| Ok(()),
        look: |_, camera| every_screen(camera),
        look_elsewhere: |_, camera| every_screen(camera),
    }
}

fn main() -> ExitCode {
    match Wanted::read(std::env::args().skip(1)).and_then(|wanted| take_all(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("could not take the pictures: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn take_all(wanted: &Wanted) -> Outcome {
    let is_wanted =
        |person: &&Person| wanted.people.is_empty() || wanted.people.iter().any(|name| name == person.name);
    for person in PEOPLE.iter().filter(is_wanted) {
        visit(person, wanted).map_err(|failure| Failure::new(format!("of {}: {failure}", person.name)))?;
    }
    Ok(())
}

fn visit(person: &Person, wanted: &Wanted) -> Outcome {
    let desk = Desk::empty()?;
    (person.books)(&desk)?;
    let mut is_prepared = false;
    for (theme, look) in THEMES.into_iter().filter(|(name, _)| wanted.themes.iter().any(|one| one == name)) {
        let window = desk.open(look)?;
        if !is_prepared {
            (person.prepare)(&desk, &window)?;
            is_prepared = true;
        }
        let mut camera = Camera { window, wanted, person: person.name, theme, language: "en" };
        for language in LANGUAGES.into_iter().filter(|one| wanted.languages.iter().any(|name| name == one)) {
            if language == "en" {
                (person.look)(&desk, &camera)?;
            } else {
                camera.language = language;
                camera.window.speak(language)?;
                (person.look_elsewhere)(&desk, &camera)?;
            }
        }
        if camera.language != "en" {
            camera.window.speak("en")?;
        }
        camera.window.close()?;
    }
    Ok(())
}

struct Camera<'a> {
    window: Window,
    wanted: &'a Wanted,
    person: &'static str,
    theme: &'static str,
    language: &'static str,
}

impl Camera<'_> {
    fn take(&self, what: &str) -> Outcome {
        self.take_after(what, |_| Ok(()))
    }

    /// As [`Self::take`], of what closes when the size changes.
    fn take_after(&self, what: &str, then: impl Fn(&Window) -> Outcome) -> Outcome {
        if !self.wanted.has(what) {
            return Ok(());
        }
        let language = if self.language == "en" { String::new() } else { format!("-{}", self.language) };
        for (width, height) in &self.wanted.sizes {
            self.window.resize(*width, *height)?;
            self.window.wait_until_quiet()?;
            self.window.wait_until("what is foreseen is there", "!first('[data-foreseeing]')")?;
            then(&self.window)?;
            let name = format!("{}-{what}{language}-{}-{width}", self.person, self.theme);
            println!("{}", self.window.screenshot(&name)?.display());
        }
        Ok(())
    }

    /// A screen from its top, and from its end where it is longer than the window.
    fn take_screen(&self, screen: &str) -> Outcome {
        self.window.visit(screen)?;
        self.take_to_end(screen)
    }

    /// What is shown, from its top, and from its end where it is longer than the window.
    fn take_to_end(&self, what: &str) -> Outcome {
        self.take(what)?;
        let scrolled = "(() => { const page = document.querySelector('.page'); \
                        page.scrollTo(0, page.scrollHeight); return page.scrollTop > 60; })()";
        if self.window.ask(scrolled, &[])? == true { self.take(&format!("{what}-end")) } else { Ok(()) }
    }
}

fn every_screen(camera: &Camera) -> Outcome {
    camera.wanted.screens.iter().try_for_each(|screen| camera.take_screen(screen))
}

fn first_start(_: &Desk, camera: &Camera) -> Outcome {
    camera.window.wait_for("button", "Start empty")?;
    camera.take("start")?;
    camera.window.click("button", "Start empty")?;
    camera.take("new-account")
}

fn with_sheets(desk: &Desk, camera: &Camera) -> Outcome {
    every_screen(camera)?;
    sheets(desk, camera)
}

fn everything(desk: &Desk, camera: &Camera) -> Outcome {
    every_screen(camera)?;
    details(camera)?;
    states(desk, camera)?;
    sheets(desk, camera)
}

/// What opens beside a screen or inside it.
fn details(camera: &Camera) -> Outcome {
    let window = &camera.window;
    window.visit("today")?;
    window.type_text("?")?;
    window.wait_for_text("Why: Spendable now")?;
    camera.take("why")?;
    window.press(Key::Escape)?;
    window.type_text("v")?;
    camera.take("today-table")?;
    window.visit("usage")?;
    window.click_at("figure .picture")?;
    window.press(Key::End)?;
    camera.take("usage-cursor")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for("button", "Show only this")?;
    window.click_at("aside summary")?;
    camera.take("usage-hours")?;
    window.visit("packages")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Deductions")?;
    camera.take("package")?;
    window.visit("balance")?;
    window.type_text("j?")?;
    window.wait_for_text("Why:")?;
    camera.take("balance-why")?;
    window.visit("bills")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for("button", "Show days")?;
    window.click("button", "Show days")?;
    camera.take("bill")?;
    window.click("radio", "Project")?;
    window.wait_for_text("Unallocated")?;
    camera.take("bill-by-project")?;
    window.click("radio", "Tag")?;
    window.wait_for_text("Nothing has a tag yet.")?;
    camera.take("bill-no-tags")?;
    window.visit("ledger")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Whole: hashed again")?;
    camera.take("transaction")?;
    window.press(Key::Escape)?;
    window.type_text("v")?;
    window.wait_for_text("Books are whole:")?;
    camera.take("ledger-verified")?;
    window.visit("ledger")?;
    window.click("radio", "As known on a day")?;
    window.wait_for_text("As known now")?;
    camera.take("ledger-known")
}

/// An account of applications: every screen, and the sheets that only such accounts have.
fn school(desk: &Desk, camera: &Camera) -> Outcome {
    every_screen(camera)?;
    let window = &camera.window;
    camera.take_screen("account")?;
    window.visit("usage")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for("button", "Show only this")?;
    camera.take("usage-hours")?;
    window.visit("packages")?;
    for (button, sheet, shown) in [
        ("Create an application", "new", "Name of the application"),
        ("Switch overage on for music", "overage", "What becomes of music"),
        ("Disable maths", "disable", "What becomes of maths"),
        ("Buy a package for history", "buy", "Application"),
        ("Begin a class in maths", "begin-class", "Name of the class"),
        ("End class algebra of maths", "end-class", "Attended by everybody together"),
        ("Tag maths", "tag", "Value"),
    ] {
        window.click("button", button)?;
        window.wait_for_text(shown)?;
        if sheet == "new" {
            window.fill_in("Name of the application", "chemistry")?;
            window.wait_for("button", "Create chemistry")?;
        }
        if sheet == "begin-class" {
            window.fill_in("Name of the class", "geometry")?;
            window.wait_for("button", "Begin class geometry")?;
        }
        if sheet == "end-class" {
            window.fill_in("Attended by everybody together", "200:00")?;
            window.wait_for_text("What becomes of maths")?;
        }
        if sheet == "buy" {
            window.click_at("dialog input[type=radio]")?;
            window.wait_for_text("What it leaves")?;
        }
        camera.take(sheet)?;
        window.press(Key::Escape)?;
        window.wait_until_closed()?;
    }
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Deductions")?;
    camera.take("package")?;
    window.type_text("u")?;
    window.wait_for_text("Can you?")?;
    camera.take("unsubscribe")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    window.visit("renewals")?;
    window.type_text("j")?;
    window.press(Key::Enter)?;
    window.wait_for_text("Let it end")?;
    camera.take("renewal")?;
    let at = now().format("%Y-%m-%dT%H:%M:%SZ");
    let rows = format!("id,application,left,seconds\np-1,maths,{at},5430\np-2,drama,{at},60\np-3,maths,,\n");
    window.preview_attendance(&desk.file("attendance.csv", &rows)?)?;
    camera.take("import")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()
}

fn sheets(desk: &Desk, camera: &Camera) -> Outcome {
    let window = &camera.window;
    window.visit("account")?;
    window.click("button", "Change the credit limit")?;
    window.fill_in("Amount (USD)", "2500.00")?;
    window.wait_for("button", "Set the credit limit to $2,500.00")?;
    camera.take("credit-limit")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    window.visit("today")?;
    window.type_text("p")?;
    window.fill_in("Amount (USD)", "612.00")?;
    window.wait_for("button", "Top up $612.00")?;
    camera.take("top-up")?;
    window.press(Key::Escape)?;
    window.type_text("b")?;
    window.wait_for("combobox", "Region")?;
    camera.take("buy")?;
    window.click_at("dialog input[type=radio]")?;
    window.wait_for_text("What it leaves")?;
    camera.take("buy-chosen")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    window.type_text("i")?;
    window.wait_for("button", "Choose files…")?;
    camera.take("import")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    let mut log = std::fs::read_to_string(workspace_root().join("tests/import/apache-access-300.log"))?;
    log.push_str("this line is not of a log\n");
    window.preview(&desk.file("access.log", &log)?, &desk.rules(WHOLE_SERVER)?)?;
    camera.take("import-preview")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()?;
    window.press(Key::F1)?;
    window.wait_for("heading", "Keys")?;
    camera.take("keys")?;
    window.press(Key::Escape)?;
    window.wait_until_closed()
}

/// A log of May 2015 costs more than there is.
fn owe(desk: &Desk, window: &Window) -> Outcome {
    window.open_account("1.00")?;
    let log = workspace_root().join("tests/import/apache-access-300.log");
    window.preview(&log, &desk.rules(WHOLE_SERVER)?)?;
    window.import("Import 246 calls")
}

fn have_much(desk: &Desk, window: &Window) -> Outcome {
    window.open_account(HUGE_BALANCE)?;
    let at = now().format("%Y-%m-%dT%H:%M:%SZ");
    let rows = format!("{at},200,{}\n", u32::MAX).repeat(200);
    let calls = desk.file("calls.csv", &format!("time,status,count\n{rows}"))?;
    window.preview(&calls, &desk.rules(HUGE_RULES)?)?;
    window.import("Import 858,993,459,000 calls")?;
    let gateway =
        desk.log("access.log.of-a-gateway-with-a-very-long-name.2026-11-22.gz.unpacked", now(), 3)?;
    window.preview(&gateway, &desk.rules(GATEWAY)?)?;
    window.import("Import 3 calls")
}

/// Books that were overwritten while they were open.
fn broken_books(desk: &Desk, camera: &Camera) -> Outcome {
    if camera.window.ask("document.querySelector('nav') === null", &[])? == true {
        camera.window.wait_for_text("The books could not be opened.")?;
        return camera.take("start");
    }
    for file in std::fs::read_dir(desk.data_dir())? {
        let path = file?.path();
        if path.is_file() {
            std::fs::write(&path, vec![b'#'; 1 << 20])?;
        }
    }
    let window = &camera.window;
    window.visit("usage")?;
    if window.ask("document.querySelector('[role=alert]') === null", &[])? == true {
        return Err(Failure::new("the screen did not notice that the books are damaged"));
    }
    camera.take("usage")
}
