//! From the fields of a record to calls.

use std::borrow::Cow;

use rapidhash::v3::rapidhash_v3;

use super::Fault;
use super::time::{self, Moment, When};
use crate::keys::Keys;
use crate::line::Class;
use crate::options::{Options, Unit};
use crate::preview::reading::UsageKey;
use crate::preview::reject::Reason;
use crate::rules::{Classifier, Columns, Request, Rules};

/// The fields of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Time,
    Status,
    Service,
    Region,
    Project,
    Member,
    Id,
    Count,
    Path,
    Method,
    Application,
    Class,
    Type,
    User,
    Joined,
    Left,
    Seconds,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Time,
        Self::Status,
        Self::Service,
        Self::Region,
        Self::Project,
        Self::Member,
        Self::Id,
        Self::Count,
        Self::Path,
        Self::Method,
        Self::Application,
        Self::Class,
        Self::Type,
        Self::User,
        Self::Joined,
        Self::Left,
        Self::Seconds,
    ];

    /// The name in rules files and rejections.
    pub fn name(self) -> &'static str {
        self.usual_names().first().copied().unwrap_or_default()
    }

    /// The names a column or key has where no mapping names it; compared without case.
    pub fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::Time => &["time", "timestamp", "ts", "datetime", "date_time", "@timestamp"],
            Self::Status => &["status", "status_code", "statuscode", "http_status"],
            Self::Service => &["service"],
            Self::Region => &["region"],
            Self::Project => &["project", "project_id"],
            Self::Member => &["member", "member_account", "linked_account"],
            Self::Id => &["id", "record_id", "request_id", "requestid"],
            Self::Count => &["count", "units"],
            Self::Path => &["path", "request_path", "uri"],
            Self::Method => &["method", "request_method"],
            Self::Application => &["application", "app", "app_id", "sdkappid", "sdk_app_id"],
            Self::Class => &["class", "class_id", "room", "room_id"],
            Self::Type => &["type", "usage_type"],
            Self::User => &["user", "user_id"],
            Self::Joined => &["joined", "joined_at", "join_time", "enter_time"],
            Self::Left => &["left", "left_at", "leave_time", "ended_at", "end_time"],
            Self::Seconds => &["seconds", "duration_seconds"],
        }
    }

    /// The name the rules give it.
    pub fn mapped(self, columns: &Columns) -> Option<&str> {
        let column = match self {
            Self::Time => &columns.time,
            Self::Status => &columns.status,
            Self::Service => &columns.service,
            Self::Region => &columns.region,
            Self::Project => &columns.project,
            Self::Member => &columns.member,
            Self::Id => &columns.id,
            Self::Count => &columns.count,
            Self::Path => &columns.path,
            Self::Method => &columns.method,
            Self::Application => &columns.application,
            Self::Class => &columns.class,
            Self::Type => &columns.r#type,
            Self::User => &columns.user,
            Self::Joined => &columns.joined,
            Self::Left => &columns.left,
            Self::Seconds => &columns.seconds,
        };
        column.as_deref()
    }
}

/// A record that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Unix seconds.
    pub at: i64,
    /// What becomes of it.
    pub class: Class,
    /// Calls it stands for, or seconds.
    pub count: u32,
    /// Hash of everything that makes a difference.
    pub content: u64,
}

/// Why a record did not become a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoCall {
    /// The record is rejected.
    Fault(Fault),
    /// The record lies in the future: rejected for now.
    Future(Fault),
    /// Nobody can tell when it was; the time as written.
    ZoneNeeded(String),
}

impl From<Fault> for NoCall {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Makes calls of records.
pub struct Calls<'c> {
    rules: &'c Rules,
    classifier: &'c Classifier,
    keys: &'c mut Keys,
    /// Seconds east of UTC.
    zone: Option<i32>,
    not_after: i64,
    unit: &'c Unit,
}

/// The text of a field; none if the record does not have it.
pub trait Record {
    /// The text of a field; none if the record does not have it.
    fn text(&self, field: Field) -> Option<Cow<'_, str>>;
}

impl<'c> Calls<'c> {
    /// Ready for the records of a file.
    pub fn new(
        rules: &'c Rules,
        classifier: &'c Classifier,
        keys: &'c mut Keys,
        options: &'c Options,
    ) -> Self {
        let zone = options.zone.or(rules.zone);
        Self { rules, classifier, keys, zone, not_after: options.not_after, unit: &options.unit }
    }

    /// The rules the records are read by.
    pub fn rules(&self) -> &'c Rules {
        self.rules
    }

    /// Makes a call of a record.
    pub fn call(&mut self, record: &impl Record) -> Result<Call, NoCall> {
        if let Unit::Attendance { service } = self.unit {
            return self.attendance(record, service);
        }
        let when = self.moment(record, Field::Time)?;
        self.not_in_the_future(record, Field::Time, when)?;
        let status = self.status(record)?;
        let count = count(record)?;
        let class = match self.request(record)? {
            Request::Call(key) => Class::call(key, (200..300).contains(&status)),
            Request::Ignored => Class::IGNORED,
            Request::Unmatched => Class::UNMATCHED,
        };
        let content = self.content(when, status, class, count);
        Ok(Call { at: when.seconds, class, count, content })
    }

    /// The number of a key.
    pub(super) fn number(&mut self, key: &UsageKey) -> u32 {
        self.keys.number(key)
    }

    pub(super) fn not_in_the_future(
        &self,
        record: &impl Record,
        field: Field,
        when: Moment,
    ) -> Result<(), NoCall> {
        if when.seconds <= self.not_after {
            return Ok(());
        }
        let found = record.text(field).unwrap_or_default();
        let fault = Fault::unreadable(field.name(), found.as_bytes(), "a time that is not in the future");
        Err(NoCall::Future(Fault { reason: Reason::InTheFuture, ..fault }))
    }

    pub(super) fn moment(&self, record: &impl Record, field: Field) -> Result<Moment, NoCall> {
        let expected = "a time, as 2025-06-30T23:59:59+08:00 or in unix seconds";
        let text = required(record, field, expected)?;
        match time::parse(text.as_bytes()) {
            None => Err(Fault::unreadable(field.name(), text.as_bytes(), expected).into()),
            Some(When::Instant(moment)) => Ok(moment),
            Some(When::Local(moment)) => match self.zone {
                Some(zone) => Ok(moment.in_zone(zone)),
                None => Err(NoCall::ZoneNeeded(super::shown(text.as_bytes()))),
            },
        }
    }

    fn status(&self, record: &impl Record) -> Result<u16, Fault> {
        let expected = "an HTTP status of three digits";
        match (given(record, Field::Status), self.rules.defaults.status) {
            (None, None) => Err(Fault::missing("status", expected)),
            (None, Some(status)) => Ok(status),
            (Some(text), _) => {
                let digits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
                let status = text.parse().ok().filter(|_| digits);
                status.ok_or_else(|| Fault::unreadable("status", text.as_bytes(), expected))
            }
        }
    }

    fn request(&mut self, record: &impl Record) -> Result<Request, Fault> {
        let defaults = &self.rules.defaults;
        let path = given(record, Field::Path).filter(|_| !self.rules.rules.is_empty());
        let member = given(record, Field::Member);
        let project = record.text(Field::Project);
        let of_member = |project: String| match &member {
            Some(member) if project.is_empty() => format!("@{}", member.trim()),
            Some(member) => format!("@{}/{project}", member.trim()),
            None => project,
        };
        let (service, region, project) = if let Some(path) = path {
            let method = given(record, Field::Method).unwrap_or_default();
            let path = path.split(['?', '#']).next().unwrap_or_default();
            let found = self.classifier.look_up(method.as_bytes(), path.as_bytes());
            let Request::Call(number) = found else { return Ok(found) };
            let Some(key) = self.keys.get(number).filter(|_| project.is_some() || member.is_some()) else {
                return Ok(found);
            };
            let project = project.map_or_else(|| key.project.clone(), |project| project.trim().to_owned());
            (key.service.clone(), key.region.clone(), of_member(project))
        } else {
            let name = |field| given(record, field).map(|text| text.trim().to_owned());
            let service = name(Field::Service).or_else(|| defaults.service.clone());
            let region = name(Field::Region).or_else(|| defaults.region.clone());
            let project = project.map(|text| text.trim().to_owned()).or_else(|| defaults.project.clone());
            let service = service.ok_or_else(|| Fault::missing("service", "the name of a service"))?;
            (
                service,
                region.ok_or_else(|| Fault::missing("region", "the name of a region"))?,
                of_member(project.unwrap_or_default()),
            )
        };
        let application = String::new();
        Ok(Request::Call(self.keys.number(&UsageKey { service, region, application, project })))
    }

    /// Two records with one id are the same call if this is equal. It has to stay the same between
    /// versions, because it is stored.
    fn content(&self, when: Moment, status: u16, class: Class, count: u32) -> u64 {
        let mut bytes = Vec::with_capacity(96);
        bytes.extend(when.seconds.to_le_bytes());
        bytes.extend(when.nanos.to_le_bytes());
        bytes.extend(status.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        if let Some(key) = class.as_call().and_then(|(number, _)| self.keys.get(number)) {
            for text in [&key.service, &key.region, &key.project] {
                bytes.extend((text.len() as u64).to_le_bytes());
                bytes.extend(text.as_bytes());
            }
        }
        rapidhash_v3(&bytes)
    }
}

/// The text of a field that is more than spaces.
pub(super) fn given<'r>(record: &'r impl Record, field: Field) -> Option<Cow<'r, str>> {
    record.text(field).filter(|text| !text.trim().is_empty())
}

fn required<'r>(
    record: &'r impl Record,
    field: Field,
    expected: &'static str,
) -> Result<Cow<'r, str>, Fault> {
    given(record, field).ok_or_else(|| Fault::missing(field.name(), expected))
}

fn count(record: &impl Record) -> Result<u32, Fault> {
    let Some(text) = given(record, Field::Count) else { return Ok(1) };
    text.trim().parse().map_err(|_| Fault::unreadable("count", text.as_bytes(), "a whole number of calls"))
}

/// The hash an id is remembered by, below 2⁶³. It has to stay the same between versions, because it
/// is stored.
pub fn id_hash(source: &str, id: &str) -> u64 {
    let mut bytes = Vec::with_capacity(source.len() + id.len() + 8);
    bytes.extend((source.len() as u64).to_le_bytes());
    bytes.extend(source.as_bytes());
    bytes.extend(id.as_bytes());
    rapidhash_v3(&bytes) >> 1
}
