//! What a range costs, and what changed against the one before.

use app::{
    books::Loaded,
    costs::{self, Change, Changes, Filter, GroupBy, Mode, Range, Span, Step, View},
};
use billing::{ChargeAmount, Derivation, Money, Value, bill::amortise};
use chrono::NaiveDate;

use crate::{
    App, IpcError,
    charts::{
        Width,
        costs::{steps, waterfall},
    },
    convert,
    dto::costs::{AnalysisQuery, AnalysisView, CostChange, CostFigure, DearestDay, SpanView},
};

/// A range, group by group, and what changed.
///
/// # Errors
/// [`IpcError`] `invalid_value`, or that the books cannot be read.
pub async fn analysis(app: &App, query: AnalysisQuery) -> Result<AnalysisView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let range = Range::parse(&query.range).ok_or_else(|| convert::invalid("range", &query.range))?;
    let by = GroupBy::parse(&query.by).ok_or_else(|| convert::invalid("by", &query.by))?;
    let view = View::parse(&query.view).ok_or_else(|| convert::invalid("view", &query.view))?;
    let mode =
        query.mode.as_deref().map(|mode| Mode::parse(mode).ok_or_else(|| convert::invalid("mode", mode)));
    let filter = Filter {
        mode: mode.transpose()?,
        service: query.service,
        region: query.region,
        project: query.project,
    };
    let told = costs::changes(app.books(), &loaded, range, view, (&by, &filter)).await?;
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    let width = Width::of_page(query.chart_width);
    let shown = Shown { loaded: &loaded, told: &told, view };
    let span = |span: &Span| SpanView {
        from: convert::seconds(zone.midnight(span.first)),
        to: convert::seconds(zone.midnight(span.end)),
        by_month: span.step == Step::Month,
    };
    let begins = zone.date(account.opened_at);
    Ok(AnalysisView {
        as_of: convert::seconds(crate::commands::now(app, &loaded)),
        range: span(&told.span),
        before: span(&told.before),
        known_from: (begins > told.before.first).then(|| convert::seconds(zone.midnight(begins))),
        tag_keys: app::bill_groups::tag_keys(account),
        total: shown.total()?,
        groups: told.groups.iter().map(|group| shown.group(group)).collect::<Result<_, _>>()?,
        chart: steps(width, &told)?,
        dearest: dearest(&told)?.map(|(day, total)| DearestDay {
            day: convert::seconds(zone.midnight(day)),
            total: total.to_string(),
        }),
        waterfall: waterfall(width, &told)?,
    })
}

/// The first of the days, or months, that cost most.
fn dearest(told: &Changes) -> Result<Option<(NaiveDate, Money)>, IpcError> {
    let mut dearest: Option<(NaiveDate, ChargeAmount)> = None;
    for (start, amount) in &told.total.steps {
        if *amount > dearest.map_or(ChargeAmount::ZERO, |(_, most)| most) {
            dearest = Some((*start, *amount));
        }
    }
    dearest.map(|(start, amount)| Ok((start, Money::from_charge(amount)?))).transpose()
}

struct Shown<'a> {
    loaded: &'a Loaded,
    told: &'a Changes,
    view: View,
}

impl Shown<'_> {
    fn rule(&self) -> &'static str {
        match self.view {
            View::Cash => "H-97",
            View::Amortised => amortise::rule(&self.loaded.account.terms.policy),
        }
    }

    fn value(&self, amount: ChargeAmount) -> Result<Value, IpcError> {
        Ok(match self.view {
            View::Cash => Value::Money(Money::from_charge(amount)?),
            View::Amortised => Value::Charge(amount),
        })
    }

    fn figure(&self, amount: ChargeAmount, because: &Derivation) -> Result<CostFigure, IpcError> {
        let why = convert::why(because, &self.loaded.account.terms.policy);
        let rounded = Money::from_charge(amount)?.to_string();
        Ok(CostFigure { amount: why.result.text.clone(), rounded, why })
    }

    /// What a group costs in one of the ranges.
    fn in_span(&self, span: &Span, amount: ChargeAmount) -> Result<Derivation, IpcError> {
        let zone = self.loaded.account.terms.policy.zone;
        Ok(Derivation::new("cost-of-days", self.rule(), self.value(amount)?)
            .with("since", Value::Instant(zone.midnight(span.first)))
            .with("until", Value::Instant(zone.midnight(span.end))))
    }

    fn group(&self, change: &Change) -> Result<CostChange, IpcError> {
        let (mut now, mut before) =
            (self.in_span(&self.told.span, change.now)?, self.in_span(&self.told.before, change.before)?);
        for (start, amount) in &change.steps {
            let day = Value::Name(self.step_name(*start));
            now = now.with("cost-day", day).with("of-it", self.value(*amount)?);
        }
        if change.before != ChargeAmount::ZERO {
            before = before.with("group", self.name(change));
        }
        self.figures(change, now, before)
    }

    fn total(&self) -> Result<CostChange, IpcError> {
        let all = &self.told.total;
        let mut now = self.in_span(&self.told.span, all.now)?;
        let mut before = self.in_span(&self.told.before, all.before)?;
        for group in &self.told.groups {
            let part = |amount| self.value(amount);
            now = now.with("group", self.name(group)).with("of-it", part(group.now)?);
            before = before.with("group", self.name(group)).with("of-it", part(group.before)?);
        }
        self.figures(all, now, before)
    }

    fn figures(&self, change: &Change, now: Derivation, before: Derivation) -> Result<CostChange, IpcError> {
        let changed = Derivation::new("cost-change", self.rule(), self.value(change.change)?)
            .resting_on("cost-now", now.clone())
            .resting_on("cost-before", before.clone());
        Ok(CostChange {
            value: change.value.clone(),
            before: self.figure(change.before, &before)?,
            now: self.figure(change.now, &now)?,
            change: self.figure(change.change, &changed)?,
        })
    }

    fn name(&self, change: &Change) -> Value {
        Value::Name(change.value.clone().unwrap_or_default())
    }

    fn step_name(&self, start: NaiveDate) -> String {
        match self.told.span.step {
            Step::Day => start.to_string(),
            Step::Month => start.format("%Y-%m").to_string(),
        }
    }
}
