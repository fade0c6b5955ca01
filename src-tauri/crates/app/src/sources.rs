//! How fresh usage is, source by source: how far each tells, and which of them stopped while others go on.
//!
//! The rule, which stands in this one place:
//!
//! - A source is known up to the last usage that was imported from it; imports that were undone do not count.
//! - It is *regular* when at least 7 of the provider's 14 days that end with that usage have usage of it.
//! - It is *missing* when it is regular, and another source reaches further: by more than 26 hours, and by more than the longest pause
//!   that it made itself in those 14 days.
//! - What is behind by more than 30 days has ended: nobody waits for it any more.
//!
//! What is known of a source is its imports: from the first usage of one to its last, it counts as told. So a source that stops is
//! named; one that tells only half of what it should is not.

use std::collections::{BTreeMap, BTreeSet};

use billing::{Derivation, Instant, Value, zone::Zone};
use chrono::{NaiveDate, TimeDelta};
use ledger::Page;

use crate::{AppError, Books, books::Loaded};

/// Days before its last usage by which a source is judged, and how many of them must have usage.
const JUDGED_BY: (i64, usize) = (14, 7);
/// No source is missed sooner.
const LEAST_BEHIND: TimeDelta = TimeDelta::hours(26);
/// No source is missed longer.
const MOST_BEHIND: TimeDelta = TimeDelta::days(30);
/// Imports that are looked at: the newest.
const IMPORTS: u32 = 2_000;
/// What a source tells later is late usage.
const RULE: &str = "H-58";

/// First and last usage of an import.
pub type Span = (Instant, Instant);

/// How far one source tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its last usage.
    pub until: Instant,
    /// Its longest pause in the days by which it is judged.
    pub pause: TimeDelta,
    /// How it stands.
    pub standing: Standing,
}

/// How a source stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It tells as usual.
    Going,
    /// It stopped, while another goes on up to here.
    Missing {
        /// The last usage of another source.
        others: Instant,
    },
    /// It tells now and then, or ended long ago: nobody waits for it.
    Irregular,
}

/// Every source, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

/// The sources of an account.
///
/// # Errors
/// That the books cannot be read.
pub async fn sources(books: &Books, loaded: &Loaded) -> Result<Sources, AppError> {
    let imports = books.ledger().imports(loaded.header.id, Page::first(IMPORTS)).await?.rows;
    let told = imports.into_iter().filter(|import| import.undone_at.is_none());
    let spans = told.filter_map(|import| Some((import.source, import.span?)));
    Ok(Sources::of(spans, loaded.account.terms.policy.zone))
}

impl Sources {
    /// Sources by the spans of their imports, which come in any order.
    #[must_use]
    pub fn of(imports: impl IntoIterator<Item = (String, Span)>, zone: Zone) -> Self {
        let mut spans: BTreeMap<String, Vec<Span>> = BTreeMap::new();
        for (name, span) in imports {
            spans.entry(name).or_default().push(span);
        }
        let last = |spans: &[Span]| spans.iter().map(|(_, last)| *last).max();
        let reaches: BTreeMap<String, Option<Instant>> =
            spans.iter().map(|(name, spans)| (name.clone(), last(spans))).collect();
        let sources = spans.into_iter().filter_map(|(name, spans)| {
            let others =
                reaches.iter().filter(|(other, _)| **other != name).filter_map(|(_, until)| *until).max();
            judge(name, spans, others, zone)
        });
        Self(sources.collect())
    }

    /// All of them, by name.
    #[must_use]
    pub fn all(&self) -> &[Source] {
        &self.0
    }

    /// Those that usage is expected of.
    #[must_use]
    pub fn counted(&self) -> usize {
        self.0.iter().filter(|source| source.standing != Standing::Irregular).count()
    }

    /// Those that stopped while others go on.
    pub fn missing(&self) -> impl Iterator<Item = &Source> {
        self.0.iter().filter(|source| matches!(source.standing, Standing::Missing { .. }))
    }

    /// From when on totals lack a source; nothing where none does.
    #[must_use]
    pub fn partial_from(&self) -> Option<Instant> {
        self.missing().map(|source| source.until).min()
    }

    /// Why so many sources tell as usual, and the others do not.
    #[must_use]
    pub fn because(&self) -> Derivation {
        let number = |count: usize| Value::Number(u32::try_from(count).unwrap_or(u32::MAX).into());
        let counted = self.counted();
        let going = counted.saturating_sub(self.missing().count());
        let because =
            Derivation::new("sources-told", RULE, number(going)).with("sources-counted", number(counted));
        let counted = self.0.iter().filter(|source| source.standing != Standing::Irregular);
        counted.fold(because, |because, source| match source.standing {
            Standing::Missing { others } => because.resting_on("source-missing", source.stopped(others)),
            _ => because
                .with("source", Value::Name(source.name.clone()))
                .with("of-it", Value::Instant(source.until)),
        })
    }
}

impl Source {
    fn stopped(&self, others: Instant) -> Derivation {
        Derivation::new("source-stopped", RULE, Value::Name(self.name.clone()))
            .with("known-until", Value::Instant(self.until))
            .with("others-known-until", Value::Instant(others))
            .with("hours-behind", Value::Number((others - self.until).num_hours().into()))
            .with("longest-pause", Value::Number(self.pause.num_hours().into()))
    }
}

fn judge(name: String, mut spans: Vec<Span>, others: Option<Instant>, zone: Zone) -> Option<Source> {
    spans.sort_unstable();
    let until = spans.iter().map(|(_, last)| *last).max()?;
    let from = zone.midnight(zone.date(until)) - TimeDelta::days(JUDGED_BY.0 - 1);
    let (mut days, mut pause) = (BTreeSet::<NaiveDate>::new(), TimeDelta::zero());
    let mut told_until: Option<Instant> = None;
    for (first, last) in spans.into_iter().filter(|(_, last)| *last >= from) {
        let first = first.max(from);
        if let Some(told) = told_until {
            pause = pause.max(first - told);
        }
        told_until = Some(told_until.map_or(last, |told| told.max(last)));
        days.extend(zone.date(first).iter_days().take_while(|day| *day <= zone.date(last)));
    }
    let is_regular = days.len() >= JUDGED_BY.1;
    let behind = others.map_or(TimeDelta::zero(), |others| others - until);
    let standing = match others {
        _ if !is_regular || behind > MOST_BEHIND => Standing::Irregular,
        Some(others) if behind > LEAST_BEHIND.max(pause) => Standing::Missing { others },
        _ => Standing::Going,
    };
    Some(Source { name, until, pause, standing })
}

#[cfg(test)]
mod tests {
    use billing::zone::parse_instant;

    use super::*;

    fn at(text: &str) -> Instant {
        parse_instant(&format!("2026-11-{text}:00+08:00")).unwrap()
    }

    /// Imports of a source: usage from 09:00 to 17:00 of each of these days.
    fn daily(name: &str, days: impl IntoIterator<Item = u32>) -> Vec<(String, Span)> {
        let span = |day| (at(&format!("{day:02}T09:00")), at(&format!("{day:02}T17:00")));
        days.into_iter().map(|day| (name.to_owned(), span(day))).collect()
    }

    fn standing(sources: &Sources, name: &str) -> Standing {
        sources.all().iter().find(|source| source.name == name).unwrap().standing
    }

    fn of(imports: Vec<Vec<(String, Span)>>) -> Sources {
        Sources::of(imports.into_iter().flatten(), Zone::east(8 * 3600).unwrap())
    }

    #[test]
    fn a_source_that_stopped_while_another_goes_on_is_missing() {
        let sources = of(vec![daily("gateway", 1..=20), daily("edge", 1..=17)]);
        assert_eq!(standing(&sources, "gateway"), Standing::Going);
        let others = at("20T17:00");
        assert_eq!(standing(&sources, "edge"), Standing::Missing { others }, "72 hours behind");
        assert_eq!((sources.counted(), sources.partial_from()), (2, Some(at("17T17:00"))));
        let because = sources.because();
        assert_eq!(because.result, Value::Number(1.into()));
        let missing = because.inputs.iter().find(|input| input.name == "source-missing").unwrap();
        assert_eq!(missing.value, Value::Name("edge".to_owned()));
    }

    #[test]
    fn a_day_is_no_stop_nor_is_a_pause_that_it_made_before() {
        let sources = of(vec![daily("gateway", 1..=20), daily("edge", 1..=19)]);
        assert_eq!(standing(&sources, "edge"), Standing::Going, "24 hours behind");
        // From Friday 6, 17:00 to Monday 9, 09:00 it paused for 64 hours.
        let weekdays = (1..=6).chain(9..=13);
        let sources = of(vec![daily("gateway", 1..=15), daily("edge", weekdays.clone())]);
        assert_eq!(standing(&sources, "edge"), Standing::Going, "48 hours behind");
        let sources = of(vec![daily("gateway", 1..=16), daily("edge", weekdays)]);
        assert_eq!(
            standing(&sources, "edge"),
            Standing::Missing { others: at("16T17:00") },
            "72 hours behind"
        );
    }

    #[test]
    fn nobody_waits_for_a_file_of_once_nor_for_what_ended_long_ago_nor_for_the_only_source() {
        let sources = of(vec![daily("gateway", 1..=20), daily("old.csv", 3..=8)]);
        assert_eq!(standing(&sources, "old.csv"), Standing::Irregular, "six days");
        let ended = vec![("before".to_owned(), (at("01T00:00") - TimeDelta::days(60), at("01T00:00")))];
        let later = vec![("now".to_owned(), (at("01T00:00"), at("01T00:00") + TimeDelta::days(31)))];
        assert_eq!(standing(&of(vec![ended.clone(), later]), "before"), Standing::Irregular);
        let almost = vec![("now".to_owned(), (at("01T00:00"), at("01T00:00") + TimeDelta::days(30)))];
        assert!(matches!(standing(&of(vec![ended.clone(), almost]), "before"), Standing::Missing { .. }));
        let alone = of(vec![ended]);
        assert_eq!((alone.counted(), alone.partial_from()), (1, None));
    }

    #[test]
    fn an_import_of_a_long_time_counts_for_all_its_days_and_one_after_the_other_makes_no_pause() {
        let whole = vec![
            ("edge".to_owned(), (at("01T00:00"), at("14T10:00"))),
            ("edge".to_owned(), (at("03T00:00"), at("04T10:00"))),
        ];
        let sources = of(vec![whole, daily("gateway", 1..=16)]);
        let edge = &sources.all()[0];
        assert_eq!((edge.until, edge.pause), (at("14T10:00"), TimeDelta::zero()));
        assert_eq!(edge.standing, Standing::Missing { others: at("16T17:00") });
    }
}
