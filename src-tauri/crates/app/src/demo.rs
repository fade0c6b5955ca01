//! The demo account: a year of generated usage, run through the real engine and labelled as sample.

use billing::{Account, Command, Event, Instant, Money, Refusal, ResourceKey, Usage};
use chrono::TimeDelta;
use ledger::{AccountId, Write};

use crate::{
    books::{Books, Opening},
    error::AppError,
};

/// Name of the demo account.
pub const NAME: &str = "Demo";

const REGION: &str = "ap-southeast-1";
const OTHER_REGION: &str = "ap-southeast-3";
const DAYS: i64 = 365;

/// One stream of calls: how many an hour brings when it is busiest, and when it is busy.
struct Stream {
    service: &'static str,
    region: &'static str,
    project: &'static str,
    busiest: u64,
    office_hours: bool,
    /// Days before the end from which it flows.
    last_days: i64,
}

const STREAMS: [Stream; 6] = [
    Stream {
        service: "passport-ocr",
        region: REGION,
        project: "",
        busiest: 34,
        office_hours: false,
        last_days: DAYS,
    },
    Stream {
        service: "passport-ocr",
        region: REGION,
        project: "p-kyc",
        busiest: 9,
        office_hours: true,
        last_days: 120,
    },
    Stream {
        service: "id-card-ocr",
        region: REGION,
        project: "",
        busiest: 26,
        office_hours: false,
        last_days: DAYS,
    },
    Stream {
        service: "vat-invoice-ocr",
        region: REGION,
        project: "",
        busiest: 40,
        office_hours: true,
        last_days: 300,
    },
    Stream {
        service: "general-text-ocr",
        region: OTHER_REGION,
        project: "",
        busiest: 90,
        office_hours: true,
        last_days: 200,
    },
    // Some callers go to the wrong region: a package is there, but it does not pay for these.
    Stream {
        service: "passport-ocr",
        region: OTHER_REGION,
        project: "",
        busiest: 5,
        office_hours: true,
        last_days: 40,
    },
];

/// Packages bought, by days before the end.
const PURCHASES: [(i64, &str); 6] = [
    (350, "passport-100k"),
    (300, "id-card-10k"),
    (230, "id-card-10k"),
    (160, "id-card-100k"),
    (61, "vat-invoice-10k"),
    (20, "vat-invoice-10k"),
];

/// Makes the demo account, or finds it.
///
/// # Errors
/// That the books cannot be written.
pub async fn create(books: &Books) -> Result<AccountId, AppError> {
    if let Some(known) = books.ledger().find_account(NAME).await? {
        return Ok(known.id);
    }
    let now = books.now();
    let zone = billing::zone::Zone::east(8 * 3600).ok_or(Refusal::TooLarge)?;
    let opened_at = zone.midnight(zone.date(now)) - TimeDelta::days(DAYS);
    let opening = Opening {
        name: NAME.to_owned(),
        policy: "huawei-ocr-intl".to_owned(),
        level: None,
        currency: None,
        balance: Money::from_cents(250_000),
        opened_at,
        sample: true,
    };
    let (account, mut events) = books.decide_opening(&opening)?;
    let (after, lived) = live(account, now)?;
    events.extend(lived);
    let write = Write {
        kind: "demo",
        request_id: Some("demo"),
        events: &events,
        after: &after,
        recorded_at: now,
        import: None,
    };
    books.open_with(&opening, &write).await
}

/// Lives the account's year up to `now`, hour by hour.
///
/// # Errors
/// A refusal that the streams above do not cause.
pub fn live(mut account: Account, now: Instant) -> Result<(Account, Vec<Event>), Refusal> {
    let mut events = Vec::new();
    let mut chance = Chance(0x70_6f_6c_6c);
    let mut hour = account.opened_at;
    while hour <= now {
        let days_left = (now - hour).num_days();
        account.advance_to_actions(hour, &mut events)?;
        enable(&mut account, days_left, &mut events)?;
        pay(&mut account, &mut events)?;
        buy(&mut account, hour, now, &mut events)?;
        for stream in STREAMS.iter().filter(|stream| days_left < stream.last_days) {
            let (calls, failed, minute) =
                (stream.calls(hour, &mut chance), chance.below(40) == 0, chance.below(55));
            let at = hour + TimeDelta::seconds(i64::try_from(minute * 60).unwrap_or(0));
            if calls == 0 || at > now {
                continue;
            }
            account.advance_to_actions(at.max(account.now), &mut events)?;
            let usage = Usage {
                resource: ResourceKey::new(stream.service, stream.region),
                project: stream.project.to_owned(),
                occurred_at: at,
                count: calls,
                status: 200,
            };
            account.meter(&usage, &mut events)?;
            if failed {
                account.meter(&Usage { count: 1 + calls / 30, status: 502, ..usage }, &mut events)?;
            }
        }
        hour += TimeDelta::hours(1);
    }
    account.advance(now.max(account.now), &mut events)?;
    Ok((account, events))
}

fn enable(account: &mut Account, days_left: i64, events: &mut Vec<Event>) -> Result<(), Refusal> {
    for stream in STREAMS.iter().filter(|stream| days_left < stream.last_days) {
        let resource = ResourceKey::new(stream.service, stream.region);
        let known = account.find_resource(&resource).and_then(|id| account.resource(id));
        if !known.is_some_and(billing::Resource::is_enabled) {
            account.act(&Command::Enable { resource: resource.clone(), since: None }, events)?;
            account.act(&Command::SetPackageAlert { resource, percent: Some(20) }, events)?;
        }
    }
    Ok(())
}

fn pay(account: &mut Account, events: &mut Vec<Event>) -> Result<(), Refusal> {
    if account.balance < Money::from_cents(30_000) {
        account.act(&Command::TopUp { amount: Money::from_cents(180_000) }, events)?;
    }
    Ok(())
}

fn buy(account: &mut Account, hour: Instant, now: Instant, events: &mut Vec<Event>) -> Result<(), Refusal> {
    for (days, sku) in PURCHASES {
        let due = now - TimeDelta::days(days);
        if hour <= due && due < hour + TimeDelta::hours(1) {
            let price = account.terms.offer(sku, hour).map_or(Money::ZERO, |offer| offer.price);
            if account.can_pay()? < price {
                account.act(&Command::TopUp { amount: Money::from_cents(180_000) }, events)?;
            }
            account.act(&Command::buy(sku), events)?;
        }
    }
    Ok(())
}

impl Stream {
    /// Calls of one hour: more by day than by night, fewer on weekends, never twice the same.
    fn calls(&self, hour: Instant, chance: &mut Chance) -> u64 {
        use chrono::{Datelike as _, Timelike as _};
        let local = hour + TimeDelta::hours(8);
        let by_day: u64 = match local.hour() {
            9..=11 | 14..=17 => 100,
            8 | 12 | 13 | 18 | 19 => 60,
            20..=22 => 30,
            _ if self.office_hours => 0,
            _ => 8,
        };
        let by_weekday = match (local.weekday().number_from_monday(), self.office_hours) {
            (6 | 7, true) => 10,
            (6 | 7, false) => 45,
            _ => 100,
        };
        let by_chance = 60 + chance.below(80);
        self.busiest * by_day * by_weekday * by_chance / 1_000_000
    }
}

/// A repeatable sequence of numbers (splitmix64), so that the demo is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
