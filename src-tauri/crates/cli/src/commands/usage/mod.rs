//! `tollbook usage`: calls, and what paid for them.

mod by;

use std::{collections::BTreeMap, ops::Range};

use app::{
    Books,
    books::Loaded,
    ledger::{Split, UsageFigures, UsageFilter, UsageRow},
};
use billing::{Account, Instant, Money, ResourceKey};
use chrono::TimeDelta;
use clap::Args;
use serde_json::{Value, json};

use self::by::By;
use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
    text::When,
    words::{self, Words},
};

/// Show calls by service or minutes by application, or by hour, day or month, and what paid for them
///
/// Hours, days and months are the provider's. A span is widened to whole ones.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook usage                                         everything, by service, region and project
  tollbook usage --by day --from 2025-01 --to 2025-01    January, day by day
  tollbook usage --by hour --from 2025-01-31 --service passport-ocr --json")]
pub struct Usage {
    /// A line per hour, day or month instead of per service, region and project
    #[arg(long, value_enum)]
    by: Option<By>,
    /// From this month, day or instant on [default: the first usage]
    #[arg(long, value_name = "WHEN", value_parser = When::parse)]
    from: Option<When>,
    /// To the end of this month or day, or before this instant [default: now]
    #[arg(long, value_name = "WHEN", value_parser = When::parse)]
    to: Option<When>,
    /// Only this service
    #[arg(long)]
    service: Option<String>,
    /// Only this region
    #[arg(long)]
    region: Option<String>,
    /// Only this application
    #[arg(long)]
    application: Option<String>,
    /// Only this project; empty for the default one
    #[arg(long)]
    project: Option<String>,
}

/// Rows fetched at once.
const PAGE: u32 = 5_000;

/// Shows usage.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Usage, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let range = args.range(books, &loaded).await?;
        let filters = args.filters(&loaded.account)?;
        let output = match args.by {
            None => by_service(books, &loaded, &range, &filters, globals.json).await?,
            Some(by) => {
                let buckets = buckets(books, &loaded, by, &range, &filters).await?;
                if globals.json {
                    json::print(&buckets_json(&loaded, by, &range, &buckets)?)
                } else {
                    let table = bucket_table(&loaded, by, &buckets)?;
                    format!("{}\n{table}{}", text::heading(&loaded), open_periods(&loaded)?)
                }
            }
        };
        output::print(&output)?;
        Ok(Exit::Done)
    })
    .await
}

impl Usage {
    /// The half-open span asked for, widened to whole hours, days or months.
    async fn range(&self, books: &Books, loaded: &Loaded) -> Result<Range<Instant>, Failure> {
        let zone = loaded.account.terms.policy.zone;
        let now = loaded.account.now;
        let from = match self.from {
            Some(when) => when.span(zone).start,
            None => first_usage(books, loaded).await?,
        };
        let to = self.to.map_or(now + TimeDelta::seconds(1), |when| when.span(zone).end);
        if to <= from {
            let reason = format!(
                "the span from {} to {} is empty",
                text::instant(zone, from),
                text::instant(zone, to)
            );
            return Err(Failure::invalid(reason).hint("--to must lie after --from"));
        }
        let by = self.by.unwrap_or(By::Hour);
        let last = by.start(zone, to - TimeDelta::seconds(1));
        Ok(by.start(zone, from)..by.next(zone, last))
    }

    /// One filter per matching resource, or one for all.
    fn filters(&self, account: &Account) -> Result<Vec<UsageFilter>, Failure> {
        let project = self.project.as_ref().map(|name| {
            account.find_project(name).ok_or_else(|| {
                Failure::invalid(format!("there is no project `{name}`")).hint("`tollbook usage` lists them")
            })
        });
        let project = project.transpose()?;
        if self.service.is_none() && self.region.is_none() && self.application.is_none() {
            return Ok(vec![UsageFilter { resource: None, project }]);
        }
        let matches = |wanted: &Option<String>, name: &str| wanted.as_deref().is_none_or(|one| one == name);
        let matching = account.resources.iter().filter(|resource| {
            matches(&self.service, &resource.key.service)
                && matches(&self.region, &resource.key.region)
                && matches(&self.application, &resource.key.application)
        });
        let resources = matching.filter_map(|resource| account.find_resource(&resource.key));
        let filters: Vec<_> =
            resources.map(|resource| UsageFilter { resource: Some(resource), project }).collect();
        if filters.is_empty() {
            let reason = "the account has no such service, region or application";
            return Err(Failure::invalid(reason).hint("`tollbook usage` lists them"));
        }
        Ok(filters)
    }
}

/// Late usage may lie before the opening, so the books are asked.
async fn first_usage(books: &Books, loaded: &Loaded) -> Result<Instant, Failure> {
    let account = &loaded.account;
    let all = Instant::from_timestamp(0, 0).unwrap_or_default()..account.now + TimeDelta::hours(1);
    let ledger = books.ledger();
    let first = ledger
        .usage_buckets(loaded.header.id, By::Month.width(), all, Split::Nothing, UsageFilter::default(), 1)
        .await?;
    Ok(first.first().map_or(account.opened_at, |bucket| bucket.start))
}

async fn buckets(
    books: &Books,
    loaded: &Loaded,
    by: By,
    range: &Range<Instant>,
    filters: &[UsageFilter],
) -> Result<BTreeMap<Instant, UsageFigures>, Failure> {
    let mut buckets: BTreeMap<Instant, UsageFigures> = BTreeMap::new();
    for filter in filters {
        let mut rest = range.clone();
        loop {
            let ledger = books.ledger();
            let page = ledger
                .usage_buckets(loaded.header.id, by.width(), rest.clone(), Split::Nothing, *filter, PAGE)
                .await?;
            for bucket in &page {
                let sum = buckets.entry(bucket.start).or_default();
                *sum = added(*sum, bucket.figures)?;
            }
            match page.last() {
                Some(last) if page.len() >= PAGE as usize => {
                    rest.start = by.next(loaded.account.terms.policy.zone, last.start);
                }
                _ => break,
            }
        }
    }
    Ok(buckets)
}

async fn by_service(
    books: &Books,
    loaded: &Loaded,
    range: &Range<Instant>,
    filters: &[UsageFilter],
    as_json: bool,
) -> Result<String, Failure> {
    let mut rows: Vec<UsageRow> = Vec::new();
    for filter in filters {
        rows.extend(books.ledger().usage_table(loaded.header.id, range.clone(), *filter).await?);
    }
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    if as_json {
        let lines = rows.iter().map(|row| {
            json::joined(json::used_by(account, row.resource, row.project), figures_json(row.figures))
        });
        let lines: Vec<_> = lines.collect();
        return Ok(json::print(&envelope(loaded, range, "lines", lines)?));
    }
    let span = text::span(zone, range.start, range.end - TimeDelta::seconds(1));
    let heading = format!("{}usage {span}\n", text::heading(loaded));
    if rows.is_empty() {
        return Ok(format!("{heading}\nNo usage in this span.\n"));
    }
    let words = Words::of(account);
    let [billable, charged] = titles(loaded);
    let mut table = Table::new([
        ("service", Align::Left),
        ("region", Align::Left),
        ("application", Align::Left),
        ("project", Align::Left),
        (&billable, Align::Right),
        ("failed", Align::Right),
        ("uncovered", Align::Right),
        ("from packages", Align::Right),
        (words.beyond, Align::Right),
        (&charged, Align::Right),
    ]);
    let mut sum = UsageFigures::default();
    for row in &rows {
        let key = account.resource(row.resource).map(|known| known.key.clone());
        let ResourceKey { service, region, application } = key.unwrap_or_default();
        let project = account.project(row.project).to_owned();
        let [billable, failed, uncovered, packages, billed, due] = cells(row.figures);
        table.row([
            service,
            region,
            application,
            project,
            billable,
            failed,
            uncovered,
            packages,
            billed,
            due,
        ]);
        sum = added(sum, row.figures)?;
    }
    let [billable, failed, uncovered, packages, billed, due] = cells(sum);
    let blank = String::new;
    let title = "total".to_owned();
    table.total([title, blank(), blank(), blank(), billable, failed, uncovered, packages, billed, due]);
    let table = without_empty_columns(loaded, table.without_column_of("project", ""));
    Ok(format!("{heading}\n{table}{}", open_periods(loaded)?))
}

fn bucket_table(
    loaded: &Loaded,
    by: By,
    buckets: &BTreeMap<Instant, UsageFigures>,
) -> Result<Table, Failure> {
    let (zone, words) = (loaded.account.terms.policy.zone, Words::of(&loaded.account));
    let start = format!("{} {}", by.name(), text::zone_name(zone));
    let [billable, charged] = titles(loaded);
    let mut table = Table::new([
        (&start, Align::Left),
        (&billable, Align::Right),
        ("failed", Align::Right),
        ("uncovered", Align::Right),
        ("from packages", Align::Right),
        (words.beyond, Align::Right),
        (&charged, Align::Right),
    ]);
    let mut sum = UsageFigures::default();
    for (start, figures) in buckets {
        let [billable, failed, uncovered, packages, billed, due] = cells(*figures);
        table.row([by.label(zone, *start), billable, failed, uncovered, packages, billed, due]);
        sum = added(sum, *figures)?;
    }
    let [billable, failed, uncovered, packages, billed, due] = cells(sum);
    table.total(["total".to_owned(), billable, failed, uncovered, packages, billed, due]);
    Ok(without_empty_columns(loaded, table))
}

/// The titles of the columns that name their unit.
fn titles(loaded: &Loaded) -> [String; 2] {
    let billable = match Words::of(&loaded.account).units {
        "calls" => "billable".to_owned(),
        units => units.to_owned(),
    };
    [billable, format!("charged {}", loaded.header.currency)]
}

/// Services have no application; applications no region, and attendance cannot fail.
fn without_empty_columns(loaded: &Loaded, table: Table) -> Table {
    let table = table.without_column_of("uncovered", "0");
    if words::has_applications(&loaded.account) {
        table.without_column_of("region", "").without_column_of("failed", "0")
    } else {
        table.without_column_of("application", "")
    }
}

fn buckets_json(
    loaded: &Loaded,
    by: By,
    range: &Range<Instant>,
    buckets: &BTreeMap<Instant, UsageFigures>,
) -> Result<Value, Failure> {
    let zone = loaded.account.terms.policy.zone;
    let lines = buckets.iter().map(|(start, figures)| {
        let mut object = serde_json::Map::new();
        object.insert("start".to_owned(), json::instant(zone, *start));
        json::joined(object, figures_json(*figures))
    });
    let mut object = envelope(loaded, range, "buckets", lines.collect())?;
    object["by"] = by.name().into();
    Ok(object)
}

fn envelope(loaded: &Loaded, range: &Range<Instant>, key: &str, lines: Vec<Value>) -> Result<Value, Failure> {
    let zone = loaded.account.terms.policy.zone;
    let mut object = json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "unit": Words::of(&loaded.account).unit_code(),
        "from": json::instant(zone, range.start),
        "to": json::instant(zone, range.end),
        "accrued": json::money(loaded.account.position()?.accrued),
    });
    object[key] = lines.into();
    Ok(object)
}

fn open_periods(loaded: &Loaded) -> Result<String, Failure> {
    let accrued = loaded.account.position()?.accrued;
    if accrued.is_zero() {
        return Ok(String::new());
    }
    Ok(format!(
        "\nnot settled yet, so not charged above: {}\n",
        text::money(accrued, &loaded.header.currency)
    ))
}

fn cells(figures: UsageFigures) -> [String; 6] {
    let UsageFigures { billable, failed, uncovered, from_packages, billed, due } = figures;
    let count = text::count;
    [count(billable), count(failed), count(uncovered), count(from_packages), count(billed), due.to_string()]
}

fn figures_json(figures: UsageFigures) -> Value {
    json!({
        "billable": json::count(figures.billable),
        "failed": json::count(figures.failed),
        "uncovered": json::count(figures.uncovered),
        "from_packages": json::count(figures.from_packages),
        "billed": json::count(figures.billed),
        "charged": json::money(figures.due),
    })
}

fn added(one: UsageFigures, other: UsageFigures) -> Result<UsageFigures, Failure> {
    let due: Money = one.due.checked_add(other.due)?;
    Ok(UsageFigures {
        billable: one.billable.saturating_add(other.billable),
        failed: one.failed.saturating_add(other.failed),
        uncovered: one.uncovered.saturating_add(other.uncovered),
        from_packages: one.from_packages.saturating_add(other.from_packages),
        billed: one.billed.saturating_add(other.billed),
        due,
    })
}
