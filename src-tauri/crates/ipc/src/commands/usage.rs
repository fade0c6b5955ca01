//! Usage: calls, and where they were paid from.

use std::{collections::BTreeMap, ops::Range};

use app::{
    books::Loaded,
    known_usage::{self, is_any},
    ledger::{Import, Page, Split, UsageBucket, UsageFigures as Figures, UsageFilter, Width},
};
use billing::{Account, Instant, ProjectId, ResourceId};
use chrono::TimeDelta;

pub use super::usage_hours::hours;
use super::{
    span,
    usage_why::{self, Days},
};
use crate::{
    App, IpcError,
    charts::{
        self,
        usage::{Bar, Layer, draw},
    },
    convert,
    dto::{
        common::ChartView,
        usage::{Bucket, ImportRow, StackedBy, UsageFigures, UsageQuery, UsageRow, UsageView},
    },
};

/// Days a usual day is the mean of, and how many of them must have usage.
const USUAL_DAYS: (i64, usize) = (28, 14);
/// Imports in the list.
const IMPORTS: u32 = 50;

/// The Usage screen.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn usage(app: &App, query: UsageQuery) -> Result<UsageView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let now = super::now(app, &loaded);
    let [service, region, project] = [&query.service, &query.region, &query.project].map(Option::as_deref);
    let chosen = Chosen::of([service, region, project], &loaded.account);
    let ledger = app.books().ledger();
    let id = loaded.header.id;
    let mut span = span::shown(&query, &loaded.account, now)?;
    let mut rows = table(app, &loaded, span.clone(), &chosen).await?;
    let mut last_usage_at = None;
    let mut has_any = !rows.is_empty();
    if rows.is_empty() {
        let until = known_usage::usage_until(app.books(), &loaded, now).await?;
        has_any = until.is_some();
        let is_asked_for = query.from.is_some() || query.to.is_some();
        if let Some(until) = until.filter(|until| !is_asked_for && *until < span.start) {
            span = span::shown(&query, &loaded.account, until)?;
            rows = table(app, &loaded, span.clone(), &chosen).await?;
            last_usage_at = Some(until);
        }
    }
    let total = rows.iter().try_fold(Figures::default(), |sum, row| add(sum, row.figures))?;
    let imports = ledger.imports(id, Page::first(IMPORTS)).await?.rows;
    let days = days(app, &loaded, now).await?;
    let bars = starts(&span, query.bucket, &loaded.account);
    Ok(UsageView {
        as_of: convert::seconds(now),
        from: convert::seconds(span.start),
        to: convert::seconds(span.end),
        has_any,
        last_usage_at: last_usage_at.map(convert::seconds),
        total: figures(&total),
        why: usage_why::totals(&loaded.account, &rows, &total, &days),
        calls_today: days.calls_today.to_string(),
        usual_day: days.usual().map(|calls| calls.to_string()),
        chart: chart(app, &loaded, &query, &chosen, span, now).await?,
        bars: bars.into_iter().map(convert::seconds).collect(),
        rows: rows.iter().map(|row| usage_row(&loaded.account, row)).collect(),
        imports: imports.iter().map(|import| import_row(&loaded.account, import)).collect(),
    })
}

/// What the chosen resources and projects used in a span; nothing of those that used nothing.
async fn table(
    app: &App,
    loaded: &Loaded,
    span: Range<Instant>,
    chosen: &Chosen,
) -> Result<Vec<app::ledger::UsageRow>, IpcError> {
    let mut rows = app.books().ledger().usage_table(loaded.header.id, span, chosen.filter).await?;
    rows.retain(|row| chosen.holds(row.resource, row.project) && is_any(&row.figures));
    Ok(rows)
}

/// Successful calls of the provider's day so far.
pub(super) async fn today_so_far(app: &App, loaded: &Loaded, now: Instant) -> Result<Days, IpcError> {
    let zone = loaded.account.terms.policy.zone;
    let today = zone.midnight(zone.date(now));
    let range = today..today + TimeDelta::days(1);
    let filter = UsageFilter::default();
    let buckets = app
        .books()
        .ledger()
        .usage_buckets(loaded.header.id, Width::Day, range, Split::Nothing, filter, 1)
        .await?;
    let calls_today = usage_why::calls_of(buckets.iter().map(|bucket| &bucket.figures));
    Ok(Days { today, calls_today, before: None })
}

/// Successful calls of the day so far, and of a usual whole day.
async fn days(app: &App, loaded: &Loaded, now: Instant) -> Result<Days, IpcError> {
    let zone = loaded.account.terms.policy.zone;
    let today = zone.midnight(zone.date(now));
    let range = today - TimeDelta::days(USUAL_DAYS.0)..today + TimeDelta::days(1);
    let filter = UsageFilter::default();
    let days = app
        .books()
        .ledger()
        .usage_buckets(loaded.header.id, Width::Day, range, Split::Nothing, filter, u32::MAX)
        .await?;
    let (before, so_far): (Vec<_>, Vec<_>) = days.iter().partition(|bucket| bucket.start < today);
    let calls = |buckets: &[&UsageBucket]| usage_why::calls_of(buckets.iter().map(|bucket| &bucket.figures));
    Ok(Days {
        today,
        calls_today: calls(&so_far),
        before: (before.len() >= USUAL_DAYS.1).then(|| (before.len() as u64, calls(&before))),
    })
}

/// Which resources and projects are shown.
pub(super) struct Chosen {
    /// What the books can leave out themselves.
    filter: UsageFilter,
    /// Resources that were chosen, where not all are.
    resources: Option<Vec<ResourceId>>,
    /// The project that was chosen; unknown ones have no number.
    project: Option<Option<ProjectId>>,
}

impl Chosen {
    /// By service, region and project, each where it is given.
    pub(super) fn of([service, region, project]: [Option<&str>; 3], account: &Account) -> Self {
        let is_chosen = |wanted: Option<&str>, found: &str| wanted.is_none_or(|wanted| wanted == found);
        let by_resource = service.is_some() || region.is_some();
        let resources = by_resource.then(|| {
            let numbered = (0..).map(ResourceId).zip(&account.resources);
            let chosen = numbered.filter(|(_, resource)| {
                is_chosen(service, &resource.key.service) && is_chosen(region, resource.key.place())
            });
            chosen.map(|(id, _)| id).collect::<Vec<_>>()
        });
        let project = project.map(|project| account.find_project(project));
        let filter = UsageFilter {
            resource: resources
                .as_deref()
                .and_then(|chosen| if let [one] = chosen { Some(*one) } else { None }),
            project: project.flatten(),
        };
        Self { filter, resources, project }
    }

    pub(super) fn holds(&self, resource: ResourceId, project: ProjectId) -> bool {
        self.resources.as_ref().is_none_or(|chosen| chosen.contains(&resource))
            && self.project.is_none_or(|chosen| chosen == Some(project))
    }

    /// Whether nothing can match, so that the books need not be asked.
    fn is_none(&self) -> bool {
        self.project == Some(None) || self.resources.as_ref().is_some_and(Vec::is_empty)
    }

    /// How fine buckets must be told apart to be stacked and chosen from.
    fn split(&self, by: StackedBy) -> Split {
        let several = self.resources.is_some() && self.filter.resource.is_none();
        match (several || matches!(by, StackedBy::Service | StackedBy::Region), by == StackedBy::Project) {
            (false, false) => Split::Nothing,
            (true, false) => Split::Resource,
            (false, true) => Split::Project,
            (true, true) => Split::ResourceAndProject,
        }
    }
}

async fn chart(
    app: &App,
    loaded: &Loaded,
    query: &UsageQuery,
    chosen: &Chosen,
    span: Range<Instant>,
    now: Instant,
) -> Result<ChartView, IpcError> {
    let account = &loaded.account;
    let width = match query.bucket {
        Bucket::Hour => Width::Hour,
        Bucket::Day => Width::Day,
        Bucket::Month => Width::Month,
    };
    let mut buckets = Vec::new();
    if !chosen.is_none() {
        let (split, filter) = (chosen.split(query.by), chosen.filter);
        let ledger = app.books().ledger();
        buckets =
            ledger.usage_buckets(loaded.header.id, width, span.clone(), split, filter, u32::MAX).await?;
        buckets.retain(|bucket| {
            bucket.resource.is_none_or(|resource| {
                chosen.resources.as_ref().is_none_or(|chosen| chosen.contains(&resource))
            })
        });
    }
    let (layers, mut stacks) = match query.by {
        StackedBy::PaidBy => (Layer::by_payer(), by_payer(&buckets)),
        by => by_name(&buckets, |bucket| name_of(account, by, bucket)),
    };
    let settlement = account.terms.policy.settlement;
    let mut bars = Vec::new();
    for start in starts(&span, query.bucket, account) {
        let end = span::next(start, query.bucket, account);
        let amounts = stacks.remove(&start).unwrap_or_else(|| vec![0; layers.len()]);
        let last_period = account.terms.policy.period_start(end - TimeDelta::seconds(1));
        let settled_at = last_period + settlement.period + settlement.posted_after;
        bars.push(Bar { start, end, amounts, unsettled: settled_at + account.terms.settlement_delay > now });
    }
    let bought = account
        .packages
        .iter()
        .filter(|package| chosen.resources.as_ref().is_none_or(|chosen| chosen.contains(&package.resource)));
    let bought: Vec<_> =
        bought.map(|package| (package.acquired_at, convert::package_label(account, package))).collect();
    let page = charts::Width::of_page(query.chart_width);
    draw(page, account.terms.policy.zone, query.bucket, &bars, &layers, &bought)
}

/// Where the buckets of a span begin.
fn starts(span: &Range<Instant>, bucket: Bucket, account: &Account) -> Vec<Instant> {
    let later = |start: &Instant| Some(span::next(*start, bucket, account));
    std::iter::successors(Some(span.start), later).take_while(|start| *start < span.end).collect()
}

type Stacks = BTreeMap<Instant, Vec<u64>>;

fn by_payer(buckets: &[UsageBucket]) -> Stacks {
    let mut stacks = Stacks::new();
    for bucket in buckets {
        let figures = &bucket.figures;
        let stack = stacks.entry(bucket.start).or_insert_with(|| vec![0; 4]);
        let parts = [figures.from_packages, figures.billed, figures.failed, figures.uncovered];
        stack.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
    }
    stacks
}

/// Stacks by a name, largest below; the smallest are one layer where there are more than can be told apart.
fn by_name<'a>(buckets: &[UsageBucket], name: impl Fn(&UsageBucket) -> &'a str) -> (Vec<Layer>, Stacks) {
    let mut totals: BTreeMap<&str, u64> = BTreeMap::new();
    for bucket in buckets {
        *totals.entry(name(bucket)).or_default() += successful(&bucket.figures);
    }
    let mut names: Vec<_> = totals.into_iter().collect();
    names.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let mut names: Vec<String> = names.into_iter().map(|(name, _)| name.to_owned()).collect();
    if names.len() > Layer::MOST {
        names.truncate(Layer::MOST - 1);
        names.push("other".to_owned());
    }
    let mut stacks = Stacks::new();
    for bucket in buckets {
        let layer = names.iter().position(|known| known == name(bucket)).unwrap_or(names.len() - 1);
        let stack = stacks.entry(bucket.start).or_insert_with(|| vec![0; names.len()]);
        if let Some(sum) = stack.get_mut(layer) {
            *sum += successful(&bucket.figures);
        }
    }
    (Layer::named(names), stacks)
}

fn name_of<'a>(account: &'a Account, by: StackedBy, bucket: &UsageBucket) -> &'a str {
    let key = bucket.resource.and_then(|id| account.resource(id)).map(|resource| &resource.key);
    let name = match by {
        StackedBy::PaidBy => "",
        StackedBy::Service => key.map_or("", |key| key.service.as_str()),
        StackedBy::Region => key.map_or("", |key| key.place()),
        StackedBy::Project => bucket.project.map_or("", |id| account.project(id)),
    };
    if name.is_empty() { "defaultProject" } else { name }
}

/// Calls that succeeded, whether or not something pays for them.
pub(super) fn successful(figures: &Figures) -> u64 {
    figures.billable.saturating_add(figures.uncovered)
}

fn add(sum: Figures, more: Figures) -> Result<Figures, IpcError> {
    Ok(Figures {
        billable: sum.billable.saturating_add(more.billable),
        failed: sum.failed.saturating_add(more.failed),
        uncovered: sum.uncovered.saturating_add(more.uncovered),
        from_packages: sum.from_packages.saturating_add(more.from_packages),
        billed: sum.billed.saturating_add(more.billed),
        due: sum.due.checked_add(more.due)?,
    })
}

pub(super) fn figures(figures: &Figures) -> UsageFigures {
    UsageFigures {
        billable: figures.billable.to_string(),
        failed: figures.failed.to_string(),
        uncovered: figures.uncovered.to_string(),
        from_packages: figures.from_packages.to_string(),
        billed: figures.billed.to_string(),
        charged: figures.due.to_string(),
    }
}

fn usage_row(account: &Account, row: &app::ledger::UsageRow) -> UsageRow {
    let key = account.resource(row.resource).map(|resource| &resource.key);
    UsageRow {
        service: key.map_or_else(String::new, |key| key.service.clone()),
        region: key.map_or_else(String::new, |key| key.place().to_owned()),
        project: account.project(row.project).to_owned(),
        figures: figures(&row.figures),
        why: usage_why::of_calls(account, &row.figures),
    }
}

pub(super) fn import_row(account: &Account, import: &Import) -> ImportRow {
    ImportRow {
        id: import.id.0.to_string(),
        source: import.source.clone(),
        label: import.label.clone(),
        at: convert::seconds(import.recorded_at),
        rows: import.counts.rows.to_string(),
        billable: import.counts.billable.to_string(),
        set_aside: import.counts.rejected.saturating_add(import.counts.conflicts).to_string(),
        from: import.span.map(|(first, _)| convert::seconds(first)),
        to: import.span.map(|(_, last)| convert::seconds(last)),
        undone_at: import.undone_at.map(convert::seconds),
        why: usage_why::of_import(account, &import.counts),
    }
}
