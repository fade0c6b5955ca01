//! What lies ahead, for every screen that shows it: foreseen in `app`, converted here.

use app::{
    foresight::{self, Foresight, Moment, Spread, Unknown},
    harm,
};
use billing::{Account, Derivation, Money, PackageId, package::order::numbered};

use super::{balance, packages, upcoming, verdict};
use crate::{
    App, IpcError,
    charts::Width,
    convert,
    dto::{
        common::OfAccount,
        forecast::{
            CallsRange, ForecastChart, ForecastChartQuery, ForecastChartView, ForecastView, MomentView,
            MoneyRange, PackageForecast, RenewalForecast, UnknownView,
        },
    },
};

/// What is foreseen of an account. It may take longer than a screen may wait: screens ask for it once they are shown.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn forecast(app: &App, request: OfAccount) -> Result<ForecastView, IpcError> {
    let loaded = app.load(&request.account_id).await?;
    let blank = ForecastView {
        as_of: convert::seconds(super::now(app, &loaded)),
        unknown: None,
        weeks: 0,
        days: foresight::DAYS,
        runway: None,
        bill: None,
        verdict: None,
        known: None,
        packages: Vec::new(),
        renewals: Vec::new(),
    };
    let foresight = match foresight::foresee(app.books(), &loaded).await? {
        Ok(foresight) => foresight,
        Err(unknown) => return Ok(ForecastView { unknown: Some(unknown_view(unknown)), ..blank }),
    };
    let account = &foresight.account;
    let (_, _, bill) = foresight::this_bill(app.books(), &loaded, &foresight).await?;
    let known = harm::known(app.books(), &loaded, super::now(app, &loaded)).await?;
    let told = |harms: &[harm::Harm]| Some(verdict::of(account, harms.first()));
    let ids = || numbered(account).map(|(id, _)| id);
    Ok(ForecastView {
        weeks: u32::try_from(foresight.futures.len()).unwrap_or(u32::MAX),
        runway: Some(moment(account, &foresight.runway())),
        bill: bill.map(|bill| money(account, bill.total, &bill.because)),
        known: told(&known),
        verdict: told(&harm::with_ahead(known, &foresight)),
        packages: ids().filter_map(|id| package(&foresight, id)).collect(),
        renewals: ids().filter_map(|id| renewal(&foresight, id)).collect(),
        ..blank
    })
}

/// A chart with what is foreseen in it.
///
/// # Errors
/// [`IpcError`] `unknown_package`, or that the books cannot be read.
pub async fn chart(app: &App, query: ForecastChartQuery) -> Result<ForecastChartView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let nothing = ForecastChartView { chart: None, upcoming: Vec::new() };
    let Ok(foresight) = foresight::foresee(app.books(), &loaded).await? else { return Ok(nothing) };
    let now = super::now(app, &loaded);
    let width = Width::of_page(query.chart_width);
    match query.of {
        ForecastChart::BurnDown => {
            let id = convert::package_id(query.package_id.as_deref().unwrap_or_default())?;
            let chart = packages::burn_down(app, &loaded, id, Some(&foresight), now).await?;
            Ok(ForecastChartView { chart: Some(chart), ..nothing })
        }
        ForecastChart::Balance => {
            let days = query.days.unwrap_or(foresight::DAYS);
            let chart = balance::chart(app, &loaded, (days, width), Some(&foresight), now).await?;
            Ok(ForecastChartView { chart: Some(chart), ..nothing })
        }
        ForecastChart::Timeline => {
            let spent = foresight.runway();
            let ahead = upcoming::ahead(&loaded, width, now, Some(&spent))?;
            Ok(ForecastChartView { chart: Some(ahead.timeline), upcoming: ahead.upcoming })
        }
    }
}

pub(super) fn unknown_view(unknown: Unknown) -> UnknownView {
    let (kind, missing_days, known_until) = match unknown {
        Unknown::TooShort { missing_days } => ("too_short", Some(missing_days), None),
        Unknown::TooOld { until } => ("too_old", None, Some(convert::seconds(until))),
    };
    UnknownView { kind: kind.to_owned(), missing_days, known_until }
}

fn moment(account: &Account, moment: &Moment) -> MomentView {
    MomentView {
        earliest: moment.earliest.map(convert::seconds),
        latest: moment.latest.map(convert::seconds),
        came_in: number(moment.came_in),
        of: number(moment.of),
        why: convert::why(&moment.because, &account.terms.policy),
    }
}

fn money(account: &Account, spread: Spread<Money>, because: &Derivation) -> MoneyRange {
    let why = convert::why(because, &account.terms.policy);
    MoneyRange { least: spread.least.to_string(), most: spread.most.to_string(), why }
}

fn calls(account: &Account, spread: Spread<u64>, because: &Derivation) -> CallsRange {
    let why = convert::why(because, &account.terms.policy);
    CallsRange { least: spread.least.to_string(), most: spread.most.to_string(), why }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn package(foresight: &Foresight, id: PackageId) -> Option<PackageForecast> {
    let (account, ahead) = (&foresight.account, foresight.package(id)?);
    let unused = ahead.unused.as_ref();
    Some(PackageForecast {
        package_id: id.0.to_string(),
        pace: calls(account, ahead.pace, &ahead.pace_because),
        runs_out: moment(account, &ahead.runs_out),
        unused: unused.map(|unused| calls(account, unused.units, &unused.because)),
        unused_money: unused.map(|unused| money(account, unused.money, &unused.because)),
        harm_at: convert::seconds(ahead.harm_at),
    })
}

fn renewal(foresight: &Foresight, id: PackageId) -> Option<RenewalForecast> {
    let (account, ahead) = (&foresight.account, foresight.renewal(id)?);
    Some(RenewalForecast {
        package_id: id.0.to_string(),
        package: convert::name_of_package(account, id),
        at: ahead.at.map(convert::seconds),
        succeeds_in: number(ahead.succeeds_in),
        of: number(ahead.of),
        missing: ahead.missing.map(|missing| money(account, missing, &ahead.because)),
        why: convert::why(&ahead.because, &account.terms.policy),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_in_its_own_field() {
        let short = unknown_view(Unknown::TooShort { missing_days: 5 });
        assert_eq!(
            (short.kind.as_str(), short.missing_days, short.known_until),
            ("too_short", Some(5), None)
        );
        let until = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let old = unknown_view(Unknown::TooOld { until });
        assert_eq!((old.kind.as_str(), old.missing_days), ("too_old", None));
        assert_eq!(old.known_until, Some(convert::seconds(until)));
    }
}
