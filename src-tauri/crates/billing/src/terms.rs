//! What an account was opened under: policy, level, currency, prices and offers. Commands do not change it.

use chrono::TimeDelta;

use crate::{
    Instant, Money, Policy, ResourceKey,
    package::{DailyHours, Source},
    policy::{
        ArrearsPolicy, AtEnd, AutoRenewalPolicy, BalanceAlertPolicy, BillPolicy, PackageOrder, PackagePolicy,
        RenewalAfterEnd, ResourceKind, SettlementPolicy, Stages, Stops, Uncovered, UsageUnit, VoucherPolicy,
    },
    price::{ConsumptionPrices, Price, PriceList, Tier},
    standard_date::{AlignPolicy, DayPrice},
    zone::{Term, Zone},
};

/// The contract of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The provider's rules.
    pub policy: Policy,
    /// Customer level, `V1`; decides stage lengths (H-86).
    pub level: String,
    /// `USD`; one account has one currency (H-07).
    pub currency: String,
    /// How long after a period's end its money is taken (H-54).
    pub settlement_delay: TimeDelta,
    /// Pay-per-use prices.
    pub prices: PriceList,
    /// Packages on sale.
    pub offers: Vec<Offer>,
}

/// A package on sale (H-20).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name in the catalogue.
    pub sku: String,
    /// The one service and region it covers (H-25, H-26).
    pub resource: ResourceKey,
    /// Quota of one cycle, in calls.
    pub quota: u64,
    /// Length of one cycle.
    pub term: Term,
    /// Price of one cycle.
    pub price: Money,
    /// How it comes to the customer.
    pub source: Source,
    /// The only project it pays for (H-42).
    pub project: Option<String>,
    /// The only hours of the day in which it pays (H-43).
    pub hours: Option<DailyHours>,
    /// No longer sold or renewed (H-142).
    pub withdrawn: bool,
    /// What using up a part of it costs when it is given back (T-44).
    pub consumption: ConsumptionPrices,
    /// On sale from; of two entries of one sku the latest that has begun holds (H-18).
    pub from: Option<Instant>,
}

impl Terms {
    /// The offer of a sku at an instant.
    #[must_use]
    pub fn offer(&self, sku: &str, at: Instant) -> Option<&Offer> {
        let begun = |offer: &&Offer| offer.sku == sku && offer.from.is_none_or(|from| from <= at);
        self.offers.iter().filter(begun).max_by_key(|offer| offer.from)
    }

    /// Terms for examples and tests: Huawei's international rules, 0.02 USD a passport call.
    #[must_use]
    pub fn example() -> Self {
        let fifteen_days = Stages { grace: TimeDelta::days(15), retention: TimeDelta::days(15) };
        let stages = || [("*".to_owned(), fifteen_days)].into();
        let zone = Zone::east(8 * 3600).unwrap_or_else(|| unreachable!("eight hours are less than a day"));
        let policy = Policy {
            id: "huawei-ocr-intl".into(),
            title: "Huawei Cloud OCR".into(),
            zone,
            unit: UsageUnit::Call,
            success: (200, 299),
            resources: ResourceKind::Regions,
            settlement: SettlementPolicy {
                period: TimeDelta::hours(1),
                posted_after: TimeDelta::zero(),
                longest_delay: TimeDelta::hours(1),
            },
            uncovered: Uncovered::PayPerUse,
            package: PackagePolicy {
                expiry_warning_days: vec![7, 3, 1],
                expiry_warning_hour: 9,
                stages: stages(),
                refund: None,
                renewal_after_end: RenewalAfterEnd::OriginalEnd,
                order: PackageOrder::Oldest,
                quota_by_month: false,
                low_at_percents: Vec::new(),
                auto_renewal: AutoRenewalPolicy {
                    hour: 3,
                    most_days_before: 7,
                    days_after: 0,
                    failure_told_days: vec![5, 2, 0],
                },
                align: Some(AlignPolicy { default_day: 1, day_price: DayPrice::YearBy365 }),
                at_end: vec![AtEnd::Renew, AtEnd::PayPerUse, AtEnd::Disable],
            },
            vouchers: VoucherPolicy::default(),
            arrears: ArrearsPolicy {
                stages: stages(),
                stops: Stops::PayPerUse,
                release_hour: None,
                enabling_needs_arrears_paid: false,
                deadline_told_hours: vec![72, 24, 1],
            },
            balance_alert: BalanceAlertPolicy { told_again_hours: vec![24, 72], then_every_hours: 168 },
            bill: example_bill(),
            sources: [].into(),
        };
        let unit_price = crate::UnitPrice::parse("0.02").unwrap_or_else(|_| unreachable!("a plain decimal"));
        let passport = ResourceKey::new("passport-ocr", "ap-southeast-1");
        Self {
            policy,
            level: "V1".into(),
            currency: "USD".into(),
            settlement_delay: TimeDelta::zero(),
            prices: PriceList::new(vec![Price {
                service: passport.service.clone(),
                region: passport.region.clone(),
                from: None,
                tiers: vec![Tier { up_to: None, unit_price }],
            }]),
            offers: vec![Offer::example(passport)],
        }
    }
}

impl Offer {
    /// A year of 1,000 calls for 15.00.
    fn example(resource: ResourceKey) -> Self {
        Self {
            sku: "passport-1k".into(),
            resource,
            quota: 1000,
            term: Term::Months(12),
            price: Money::from_cents(1500),
            source: Source::Purchased,
            project: None,
            hours: None,
            withdrawn: false,
            consumption: ConsumptionPrices::default(),
            from: None,
        }
    }
}

fn example_bill() -> BillPolicy {
    BillPolicy {
        last_month_until_day: Some(1),
        final_on_day: 3,
        exportable_from: (4, 10),
        transaction_types: [].into(),
        amortised_decimals: 8,
    }
}
