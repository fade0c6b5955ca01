//! `tollbook status`: how the account stands, what is due until when, and what runs.

use app::{
    Books,
    books::Loaded,
    calendar,
    deadlines::{self, Ahead, Deadline, Words},
    ledger::{NoticeLine, Page},
    sources::{self, Sources},
};
use billing::{
    Account, Refusal, ResourceId,
    lifecycle::{Buys, Rung, Stage},
    policy::Stops,
    zone::Zone,
};
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    commands::{away, forecast::Forecast, notices},
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Figures, Table},
    text, words,
};

/// So many notices are shown.
const LATEST: u32 = 5;

/// Show how the account stands: its stage, what to pay until when and what that buys, how long the money lasts, what runs and what is
/// suspended
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook status
  tollbook status --json                     stage, deadlines, resources and latest notices
  tollbook status --ics > deadlines.ics      what must be paid until when, for a calendar
  tollbook notices                           everything the customer was told")]
pub struct Status {
    /// Print what must be paid until when as a calendar file (iCalendar) instead
    #[arg(long, conflicts_with = "json")]
    ics: bool,
}

/// Shows it.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Status, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let (loaded, away) = session::looked(books, globals).await?;
        if args.ics {
            output::print(&ics(books, &loaded)?)?;
            return Ok(Exit::Done);
        }
        let latest = books.ledger().notices(loaded.header.id, Page::first(LATEST)).await?.rows;
        let forecast = Forecast::of(books, &loaded).await?;
        let sources = sources::sources(books, &loaded).await?;
        if globals.json {
            let mut object = status_json(books, &loaded, &latest).await?;
            object["sources"] = sources_json(&sources, loaded.account.terms.policy.zone);
            object["forecast"] = forecast.json(&loaded);
            object["while_away"] = away::json(&loaded, away.as_ref());
            output::print(&json::print(&object))?;
        } else {
            let away = away.as_ref().map(|away| away::page(&loaded, away)).unwrap_or_default();
            output::print(&format!("{away}{}", page(&loaded, &latest, &forecast, &sources)?))?;
        }
        Ok(Exit::Done)
    })
    .await
}

fn stage_code(account: &Account) -> &'static str {
    account.stage().code(account.terms.policy.arrears.stops)
}

/// What a payment buys, as the end of a sentence.
fn buys(account: &Account, buys: Buys) -> &'static str {
    let everything = account.terms.policy.arrears.stops == Stops::Everything;
    match buys {
        Buys::AvoidsArrears => "stay out of arrears",
        Buys::KeepsRunning if everything => "keep everything running",
        Buys::KeepsRunning => "keep pay-per-use running",
        Buys::RunsAgain if everything => "make everything run again",
        Buys::RunsAgain => "make pay-per-use run again",
        Buys::PreventsRelease if everything => "keep services and packages from being released",
        Buys::PreventsRelease => "keep the services from being released",
        Buys::MayEnableAgain => "be able to enable services again",
        Buys::CoversUsage => "also cover what was used since",
    }
}

fn page(
    loaded: &Loaded,
    latest: &[NoticeLine],
    forecast: &Forecast,
    sources: &Sources,
) -> Result<String, Failure> {
    let account = &loaded.account;
    let mut figures = forecast.figures(loaded, figures(loaded)?);
    if let Some(words) = sources_words(sources, account.terms.policy.zone) {
        figures = figures.with("sources of usage", words);
    }
    let mut page = format!("{}\n{figures}", text::heading(loaded));
    let payments = sentences(account, &loaded.header.currency)?;
    if !payments.is_empty() {
        page.push_str(&format!("\n{}{payments}", stopped(account)));
    }
    let renewals = forecast.renewals(loaded);
    if !renewals.is_empty() {
        page.push_str(&format!("\n{renewals}"));
    }
    if account.resources.is_empty() {
        page.push_str(if words::has_applications(account) {
            "\nThere is no application yet. `tollbook enable NAME` makes one.\n"
        } else {
            "\nNo service was ever enabled. `tollbook enable SERVICE REGION` enables one.\n"
        });
    } else {
        page.push_str(&format!("\n{}", resources(account)));
    }
    if !latest.is_empty() {
        page.push_str(&format!("\n{}", notices::table(account, latest)));
    }
    Ok(page)
}

/// Where arrears stop everything, that comes first: quota left does not help (T-25, T-27).
fn stopped(account: &Account) -> &'static str {
    match (account.terms.policy.arrears.stops, account.stage()) {
        (Stops::Everything, Stage::Grace) => {
            "New classes are refused; classes that run go on and are charged.\n"
        }
        (Stops::Everything, Stage::Frozen | Stage::ReleasePending) => {
            "All applications are suspended, even those with package quota left.\n"
        }
        _ => "",
    }
}

/// What can be paid now and what it buys, a line each.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range of cents.
pub fn sentences(account: &Account, currency: &str) -> Result<String, Refusal> {
    Ok(account.rungs()?.iter().map(|rung| sentence(account, rung, currency)).collect())
}

/// `Pay 3.20 USD by 2023-05-03 10:00:00 (UTC+8) to keep pay-per-use running.`
fn sentence(account: &Account, rung: &Rung, currency: &str) -> String {
    let zone = account.terms.policy.zone;
    let by = rung.by.as_ref().map(|by| text::instant(zone, by.value));
    let by = by.map(|by| format!(" by {by} ({})", text::zone_name(zone)));
    let (least, by) = (text::money(rung.least.value, currency), by.unwrap_or_default());
    format!("Pay {least}{by} to {}.\n", buys(account, rung.buys))
}

/// The deadlines of arrears that are ahead, for a calendar.
fn ics(books: &Books, loaded: &Loaded) -> Result<String, Failure> {
    let (header, account) = (&loaded.header, &loaded.account);
    let now = books.now().max(account.now);
    let ahead = deadlines::deadlines(account, now)?;
    let words = |deadline: &Deadline, _: &str| {
        let summary = match &deadline.ahead {
            Ahead::Payment(rung) => sentence(account, rung, &header.currency).trim_end().to_owned(),
            Ahead::Begins(stage) => {
                let stage = stage.code(account.terms.policy.arrears.stops).replace('_', " ");
                format!("The account becomes {stage}.")
            }
        };
        Some(Words {
            summary: format!("{}: {summary}", header.name),
            description: text::heading(loaded).trim_end().to_owned(),
        })
    };
    let entries = deadlines::entries(header.id, account, &ahead, words);
    Ok(calendar::write(&format!("Tollbook: {}", header.name), now, &entries))
}

fn figures(loaded: &Loaded) -> Result<Figures, Failure> {
    let (account, position) = (&loaded.account, loaded.account.position()?);
    let zone = account.terms.policy.zone;
    let at = |at| format!("{} {}", text::instant(zone, at), text::zone_name(zone));
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let mut figures = Figures::default()
        .with("stage", stage_code(account).replace('_', " "))
        .with("balance", shown(position.balance))
        .with("arrears", shown(position.arrears))
        .with("accrued, not settled", shown(position.accrued))
        .with("spendable now", shown(position.spendable_now));
    if let Some(deadlines) = account.deadlines() {
        figures = figures
            .with("in arrears since", at(deadlines.since))
            .with("grace ends", at(deadlines.grace_ends_at))
            .with("retention ends", at(deadlines.retention_ends_at));
    }
    if let Some(released_at) = account.released_at {
        figures = figures.with("released", at(released_at));
    }
    Ok(figures)
}

/// `3 of 4; missing: gateway since 2026-11-12 17:00:00 UTC+8`; nothing where no source stopped.
fn sources_words(sources: &Sources, zone: Zone) -> Option<String> {
    sources.partial_from()?;
    let missing = sources.missing().map(|source| {
        format!("{} since {} {}", source.name, text::instant(zone, source.until), text::zone_name(zone))
    });
    let missing: Vec<_> = missing.collect();
    let going = sources.counted() - missing.len();
    Some(format!(
        "{going} of {}; missing: {}: totals are at least what is shown",
        sources.counted(),
        missing.join(", ")
    ))
}

fn sources_json(sources: &Sources, zone: Zone) -> Value {
    let missing = sources
        .missing()
        .map(|source| json!({ "source": source.name, "known_until": json::instant(zone, source.until) }));
    json!({ "counted": sources.counted(), "missing": missing.collect::<Vec<_>>() })
}

/// The resources by number.
fn numbered(account: &Account) -> impl Iterator<Item = (ResourceId, &billing::Resource)> {
    (0..).map(ResourceId).zip(&account.resources)
}

fn causes(account: &Account, id: ResourceId) -> Vec<&'static str> {
    account.causes(id).into_iter().map(billing::lifecycle::Cause::code).collect()
}

fn resources(account: &Account) -> Table {
    let applications = words::has_applications(account);
    let mut table = Table::new([
        (if applications { "application" } else { "service" }, Align::Left),
        ("state", Align::Left),
        ("because", Align::Left),
        ("overage", Align::Left),
        ("classes running", Align::Left),
    ]);
    for (id, resource) in numbered(account) {
        let state = account.resource_state(id).code().to_owned();
        let overage = match (applications, resource.overage_is_on()) {
            (false, _) => "",
            (true, true) => "on",
            (true, false) => "off",
        };
        let classes: Vec<_> = resource.classes.keys().map(String::as_str).collect();
        let because = causes(account, id).join(", ");
        table.row([resource.key.to_string(), state, because, overage.to_owned(), classes.join(", ")]);
    }
    let table = table.without_column_of("because", "").without_column_of("overage", "");
    table.without_column_of("classes running", "")
}

async fn status_json(books: &Books, loaded: &Loaded, latest: &[NoticeLine]) -> Result<Value, Failure> {
    let (account, position) = (&loaded.account, loaded.account.position()?);
    let zone = account.terms.policy.zone;
    let at = |at| json::maybe_instant(zone, at);
    let payments = account.rungs()?.into_iter().map(|rung| {
        let before = at(rung.by.map(|by| by.value));
        json!({ "least": json::money(rung.least.value), "before": before, "buys": rung.buys.code() })
    });
    let resources = numbered(account).map(|(id, resource)| {
        let classes = resource.classes.iter();
        let classes =
            classes.map(|(name, since)| json!({ "class": name, "since": json::instant(zone, *since) }));
        let state = json!({
            "state": account.resource_state(id).code(),
            "causes": causes(account, id),
            "overage": resource.overage_is_on(),
            "classes": classes.collect::<Vec<_>>(),
        });
        json::joined(json::service(account, id), state)
    });
    let deadlines = account.deadlines();
    Ok(json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "as_of": json::instant(zone, account.now),
        "stage": stage_code(account),
        "balance": json::money(position.balance),
        "arrears": json::money(position.arrears),
        "accrued": json::money(position.accrued),
        "spendable_now": json::money(position.spendable_now),
        "arrears_since": at(account.arrears_since),
        "grace_ends_at": at(deadlines.map(|deadlines| deadlines.grace_ends_at)),
        "retention_ends_at": at(deadlines.map(|deadlines| deadlines.retention_ends_at)),
        "released_at": at(account.released_at),
        "payments": payments.collect::<Vec<_>>(),
        "resources": resources.collect::<Vec<_>>(),
        "unseen_notices": json::count(books.ledger().unseen_count(loaded.header.id).await?),
        "latest_notices": latest.iter().map(|line| notices::notice_json(account, line)).collect::<Vec<_>>(),
    }))
}
