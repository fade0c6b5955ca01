//! What lies ahead, in words and as an object: `status` and `packages` say the same.

use app::{
    Books,
    books::Loaded,
    foresight::{self, BillAhead, Foresight, Moment, Outlook, PackageAhead, RenewalAhead, Spread, Unknown},
};
use billing::{Money, PackageId, package::order::numbered, zone::Month};
use serde_json::{Value, json};

use crate::{commands::packages::title, failure::Failure, json, table::Figures, text};

/// What is foreseen of an account.
pub struct Forecast {
    outlook: Outlook,
    bill: Option<(Month, Money, Option<BillAhead>)>,
}

impl Forecast {
    /// Looks ahead.
    ///
    /// # Errors
    /// That the books cannot be read.
    pub async fn of(books: &Books, loaded: &Loaded) -> Result<Self, Failure> {
        let outlook = foresight::foresee(books, loaded).await?;
        let bill = match &outlook {
            Ok(foresight) => Some(foresight::this_bill(books, loaded, foresight).await?),
            Err(_) => None,
        };
        Ok(Self { outlook, bill })
    }

    /// What becomes of a package.
    pub fn package(&self, id: PackageId) -> Option<PackageAhead> {
        self.outlook.as_ref().ok()?.package(id)
    }

    /// How long the money lasts, and what the bill comes to; or why that is not foreseen.
    pub fn figures(&self, loaded: &Loaded, figures: Figures) -> Figures {
        match &self.outlook {
            Err(unknown) => figures.with("forecast", why_not(loaded, *unknown)),
            Ok(foresight) => {
                let figures = figures.with("money lasts", lasts(loaded, &foresight.runway()));
                match &self.bill {
                    Some((month, so_far, Some(bill))) => {
                        let currency = &loaded.header.currency;
                        let (so_far, total) = (text::money(*so_far, currency), bill.total);
                        let expected = format!("{} … {}", total.least, text::money(total.most, currency));
                        figures.with(
                            &format!("bill of {month}"),
                            format!("{so_far} so far, {expected} expected"),
                        )
                    }
                    _ => figures,
                }
            }
        }
    }

    /// Why nothing is foreseen, as a line below a table.
    pub fn hint(&self, loaded: &Loaded) -> String {
        match &self.outlook {
            Ok(_) => String::new(),
            Err(unknown) => format!("\nForecast: {}.\n", why_not(loaded, *unknown)),
        }
    }

    /// Whether automatic renewals succeed, a line each.
    pub fn renewals(&self, loaded: &Loaded) -> String {
        let Ok(foresight) = &self.outlook else { return String::new() };
        renewing(foresight).map(|(id, renewal)| sentence(loaded, id, &renewal)).collect()
    }

    /// Everything but packages, as an object.
    pub fn json(&self, loaded: &Loaded) -> Value {
        let zone = loaded.account.terms.policy.zone;
        let foresight = match &self.outlook {
            Err(Unknown::TooShort { missing_days }) => return json!({ "needs_days": missing_days }),
            Err(Unknown::TooOld { until }) => {
                return json!({ "usage_known_until_only": json::instant(zone, *until) });
            }
            Ok(foresight) => foresight,
        };
        let renewals = renewing(foresight).map(|(id, renewal)| {
            json!({
                "package": id.0,
                "first_attempt": json::maybe_instant(zone, renewal.at),
                "succeeds_in": renewal.succeeds_in,
                "of": renewal.of,
                "missing": renewal.missing.map(money),
            })
        });
        let bill = self.bill.as_ref().and_then(|(month, so_far, bill)| {
            let total = money(bill.as_ref()?.total);
            Some(json!({ "month": month.to_string(), "so_far": json::money(*so_far), "total": total }))
        });
        json!({
            "method": foresight.method,
            "known_from": json::instant(zone, foresight.known.start),
            "known_until": json::instant(zone, foresight.known.end),
            "weeks": foresight.futures.len(),
            "runway": moment(loaded, &foresight.runway()),
            "runway_days_at_most": foresight::DAYS,
            "bill": bill,
            "renewals": renewals.collect::<Vec<_>>(),
        })
    }
}

/// What becomes of a package, as an object.
pub fn package_json(loaded: &Loaded, ahead: &PackageAhead) -> Value {
    json!({
        "a_day": units(ahead.pace),
        "runs_out": moment(loaded, &ahead.runs_out),
        "unused": ahead.unused.as_ref().map(|unused| units(unused.units)),
        "unused_money": ahead.unused.as_ref().map(|unused| money(unused.money)),
    })
}

/// `needs 5 more days of usage`
pub fn why_not(loaded: &Loaded, unknown: Unknown) -> String {
    match unknown {
        Unknown::TooShort { missing_days } => {
            format!("needs {} of usage", text::counted(missing_days.into(), "more day", "more days"))
        }
        Unknown::TooOld { until } => {
            let zone = loaded.account.terms.policy.zone;
            format!("usage is known up to {} only", text::minute(zone, until))
        }
    }
}

/// `306 … 311`, or the one figure when they are equal.
pub fn range<T: ToString + PartialEq>(least: &T, most: &T) -> String {
    if least == most { least.to_string() } else { format!("{} … {}", least.to_string(), most.to_string()) }
}

/// `2026-12-05 10:00 … 2026-12-17 10:00`; of one that may last, `2026-12-05 10:00 … not before its end`.
pub fn runs_out(loaded: &Loaded, ahead: &PackageAhead) -> String {
    let zone = loaded.account.terms.policy.zone;
    let shown = |at| text::minute(zone, at);
    match (ahead.runs_out.earliest, ahead.runs_out.latest) {
        (None, _) => "not before its end".to_owned(),
        (Some(earliest), None) => format!("{} … not before its end", shown(earliest)),
        (Some(earliest), Some(latest)) => range(&shown(earliest), &shown(latest)),
    }
}

fn lasts(loaded: &Loaded, runway: &Moment) -> String {
    let zone = loaded.account.terms.policy.zone;
    let shown = |at| text::minute(zone, at);
    let beyond = format!("beyond {} days", foresight::DAYS);
    match (runway.earliest, runway.latest) {
        (None, _) => beyond,
        (Some(earliest), None) => format!("{} … {beyond}", shown(earliest)),
        (Some(earliest), Some(latest)) => range(&shown(earliest), &shown(latest)),
    }
}

fn renewing(foresight: &Foresight) -> impl Iterator<Item = (PackageId, RenewalAhead)> {
    numbered(&foresight.account).filter_map(|(id, _)| Some((id, foresight.renewal(id)?)))
}

fn sentence(loaded: &Loaded, id: PackageId, renewal: &RenewalAhead) -> String {
    let account = &loaded.account;
    let name = title(account, id);
    let Some(at) = renewal.at else { return String::new() };
    let at = text::minute(account.terms.policy.zone, at);
    let fails_in = renewal.of - renewal.succeeds_in;
    let weeks = if fails_in == 0 {
        format!("succeeds after usage like that of each of {} weeks", renewal.of)
    } else {
        let short = renewal.missing.map_or_else(String::new, |missing| {
            format!(", short {} {}", range(&missing.least, &missing.most), loaded.header.currency)
        });
        format!("fails after usage like that of {fails_in} of {} weeks{short}", renewal.of)
    };
    format!("Renewal of {name}, from {at} on: {weeks}.\n")
}

fn moment(loaded: &Loaded, moment: &Moment) -> Value {
    let zone = loaded.account.terms.policy.zone;
    json!({
        "earliest": json::maybe_instant(zone, moment.earliest),
        "latest": json::maybe_instant(zone, moment.latest),
        "in": moment.came_in,
        "of": moment.of,
    })
}

fn units(spread: Spread<u64>) -> Value {
    spread_json(spread.map(json::count))
}

fn money(spread: Spread<Money>) -> Value {
    spread_json(spread.map(json::money))
}

fn spread_json(spread: Spread<Value>) -> Value {
    json!({ "least": spread.least, "middle": spread.middle, "most": spread.most })
}
