//! Resources: what is enabled, metered, suspended and released.

use std::{collections::BTreeMap, fmt};

use crate::{Instant, alert::PackageAlert};

/// What is metered: a service in a region, or an application of a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceKey {
    /// `passport-ocr`.
    pub service: String,
    /// `ap-southeast-1`; empty for applications.
    pub region: String,
    /// `app-1`; empty for services in regions.
    pub application: String,
}

impl ResourceKey {
    /// Names a service in a region.
    #[must_use]
    pub fn new(service: &str, region: &str) -> Self {
        Self { service: service.to_owned(), region: region.to_owned(), application: String::new() }
    }

    /// Names an application of a service.
    #[must_use]
    pub fn application(service: &str, application: &str) -> Self {
        Self { service: service.to_owned(), region: String::new(), application: application.to_owned() }
    }

    /// Where the service is used: the region, or the application.
    #[must_use]
    pub fn place(&self) -> &str {
        if self.application.is_empty() { &self.region } else { &self.application }
    }

    /// The same service in the same region, whatever the application: what prices and offers are for.
    #[must_use]
    pub fn kind(&self) -> Self {
        Self { application: String::new(), ..self.clone() }
    }
}

impl fmt::Display for ResourceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.application.is_empty() {
            write!(f, "{}@{}", self.service, self.region)
        } else {
            f.write_str(&self.application)
        }
    }
}

/// A stretch of time in which a resource was enabled; `until` is excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enabled {
    /// From this second on.
    pub from: Instant,
    /// Up to, without this second; `None` while it lasts.
    pub until: Option<Instant>,
    /// Whether the account's release ended it, and not the customer.
    pub released: bool,
}

impl Enabled {
    /// From an instant on.
    #[must_use]
    pub const fn since(from: Instant) -> Self {
        Self { from, until: None, released: false }
    }
}

/// Whether calls of an instant are let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// They are.
    Open,
    /// The resource was released: only packages pay (Z-18, Z-19).
    PackagesOnly,
    /// The resource was never enabled, or the customer disabled it.
    Closed,
}

/// A stretch of time in which a switch was on; `until` is excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SwitchedOn {
    /// From this second on.
    pub from: Instant,
    /// Up to, without this second; `None` while it lasts.
    pub until: Option<Instant>,
}

impl SwitchedOn {
    fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// Whether a switch was on at an instant.
    pub(crate) fn at(spans: &[Self], at: Instant) -> bool {
        spans.iter().any(|span| span.holds(at))
    }

    /// Whether it is on now.
    pub(crate) fn now(spans: &[Self]) -> bool {
        spans.last().is_some_and(|span| span.until.is_none())
    }

    /// Turns a switch.
    pub(crate) fn turn(spans: &mut Vec<Self>, on: bool, now: Instant) {
        if on {
            spans.push(Self { from: now, until: None });
        } else if let Some(span) = spans.last_mut() {
            span.until = Some(now);
        }
    }
}

/// A resource the account has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its name.
    pub key: ResourceKey,
    /// When it was enabled, oldest first; late usage is judged by these.
    pub enabled: Vec<Enabled>,
    /// Its package alert, if one is set.
    pub alert: Option<PackageAlert>,
    /// When usage beyond its packages was allowed, oldest first (T-18).
    pub overage: Vec<SwitchedOn>,
    /// Since when it is banned, for good (T-32).
    pub banned_at: Option<Instant>,
    /// Classes that run, and since when (T-25).
    pub classes: BTreeMap<String, Instant>,
    /// What the customer sorts its costs by: values by key (H-96).
    pub tags: BTreeMap<String, String>,
}

impl Resource {
    /// A resource of this name, never enabled.
    #[must_use]
    pub const fn named(key: ResourceKey) -> Self {
        Self {
            key,
            enabled: Vec::new(),
            alert: None,
            overage: Vec::new(),
            banned_at: None,
            classes: BTreeMap::new(),
            tags: BTreeMap::new(),
        }
    }

    pub(crate) fn disable(&mut self, now: Instant) {
        if let Some(span) = self.enabled.last_mut() {
            span.until = Some(now);
        }
    }

    pub(crate) fn switch_overage(&mut self, on: bool, now: Instant) {
        SwitchedOn::turn(&mut self.overage, on, now);
    }

    pub(crate) fn tag(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.tags.insert(key.to_owned(), value.to_owned()),
            None => self.tags.remove(key),
        };
    }

    pub(crate) fn start(&mut self, class: String, now: Instant) {
        self.classes.insert(class, now);
    }

    pub(crate) fn finish(&mut self, class: &str) {
        self.classes.remove(class);
    }

    /// The account's release takes it from an instant on; one that the customer had disabled only where everything goes
    /// (T-30).
    pub(crate) fn release(&mut self, from: Instant, disabled_too: bool) {
        if let Some(span) = self.enabled.last_mut().filter(|span| disabled_too || span.until.is_none()) {
            span.until.get_or_insert(from);
            span.released = true;
        }
        if let Some(span) = self.overage.last_mut().filter(|span| span.until.is_none()) {
            span.until = Some(from);
        }
        self.classes.clear();
    }

    /// Whether calls of an instant are let through.
    #[must_use]
    pub fn access_at(&self, at: Instant) -> Access {
        match self.enabled.iter().rev().find(|span| span.from <= at) {
            Some(span) if span.until.is_none_or(|until| at < until) => Access::Open,
            Some(span) if span.released => Access::PackagesOnly,
            _ => Access::Closed,
        }
    }

    /// Whether it is enabled now.
    #[must_use]
    pub fn is_enabled(&self) -> bool {
        self.enabled.last().is_some_and(|span| span.until.is_none())
    }

    /// Whether the account's release took it, and it was not enabled anew.
    #[must_use]
    pub fn is_released(&self) -> bool {
        self.enabled.last().is_some_and(|span| span.released)
    }

    /// Since when usage beyond its packages was switched on, if it was at an instant.
    #[must_use]
    pub fn overage_since(&self, at: Instant) -> Option<Instant> {
        self.overage.iter().find(|span| span.holds(at)).map(|span| span.from)
    }

    /// Whether usage beyond its packages is allowed now.
    #[must_use]
    pub fn overage_is_on(&self) -> bool {
        SwitchedOn::now(&self.overage)
    }
}
