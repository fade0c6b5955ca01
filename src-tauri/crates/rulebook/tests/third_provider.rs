//! A third provider is a policy file and a price list, no new code.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use billing::{Account, Command, Instant, Money, PackageId, Terms, decide, zone::parse_instant};
use chrono::TimeDelta;
use rulebook::{catalogue::Catalogue, policy, replay::Scenario};

const HUAWEI: &str = include_str!("../../../policies/huawei-ocr-intl.toml");

/// The rules of a product that gives packages back for five days and by months afterwards.
const REFUND: &str = r#"
[package.refund]
unstarted_in_full = true

[package.refund.window]
days = 5
counted = "hours24"
only_unused = false
most = 10
per = "year"
returns_vouchers = true

[package.refund.formula]
consumed = "months"
fees = [{ from_months = 1, percents = [10] }, { from_months = 24, percents = [15, 10] }]
"#;

const PRICES: &str = r#"
title = "Another provider"
currency = "USD"

[[price]]
service = "passport-ocr"
region = "ap-southeast-1"
unit_price = "0.02"

[[offer]]
sku = "machine"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 1000
term = "1y"
price = "507.96"
consumption = { monthly = "51.00", discounts = [{ from_months = 6, factor = "0.88" }], hourly = [[{ up_to = 96, unit_price = "0.42" }, { unit_price = "0.21" }]] }
"#;

fn instant(text: &str) -> Instant {
    parse_instant(text).unwrap()
}

fn account() -> Account {
    let text = HUAWEI.replace("[package.auto_renewal]", &format!("{REFUND}\n[package.auto_renewal]"));
    let policy = policy::read("third.toml", &text).unwrap().policy;
    let list = Catalogue::parse("third-prices.toml", PRICES).unwrap();
    let terms = Terms {
        policy,
        level: "V1".into(),
        currency: "USD".into(),
        settlement_delay: TimeDelta::zero(),
        prices: list.prices,
        offers: list.offers,
    };
    let opened_at = instant("2024-01-01T00:00:00+08:00");
    Account::open(Arc::new(terms), opened_at, Money::parse("1000.00").unwrap()).unwrap().0
}

#[test]
fn its_packages_come_back_by_the_rules_and_prices_of_its_files() {
    let bought_at = instant("2024-03-01T00:00:00+08:00");
    let account = decide(&account(), &Command::buy("machine"), bought_at).unwrap().account;
    let balance = |at: &str| {
        let command = Command::Unsubscribe { package: PackageId(0) };
        decide(&account, &command, instant(at)).unwrap().account.balance.to_string()
    };
    assert_eq!(balance("2024-03-05T23:59:59+08:00"), "1000.00", "within 5 × 24 hours");
    // 96 h × 0.42 + 24 h × 0.21 = 45.36 consumed, and a fee of 50.80.
    assert_eq!(balance("2024-03-06T00:00:00+08:00"), "903.84");
}

#[test]
fn what_is_wrong_with_the_prices_of_consumption_is_named() {
    for (right, wrong, says) in [
        ("monthly = \"51.00\"", "monthly = \"a lot\"", "monthly"),
        ("factor = \"0.88\"", "factor = \"-1\"", "-1"),
        ("from_months = 6", "months = 6", "from_months"),
        (
            "[[{ up_to = 96, unit_price = \"0.42\" }, { unit_price = \"0.21\" }]]",
            "[\"0.42\"]",
            "list of lists",
        ),
        ("discounts", "rebates", "rebates"),
    ] {
        let text = PRICES.replace(right, wrong);
        let error = Catalogue::parse("mine.toml", &text).unwrap_err();
        assert_eq!(error.problems[0].field, "consumption", "{error}");
        assert!(error.problems[0].message.contains(says), "{error}");
    }
}

#[test]
fn a_scenario_keeps_the_prices_of_consumption_and_its_vouchers() {
    let offers = PRICES.split_once("[[price]]").unwrap().1;
    let text = format!(
        "title = \"t\"\nrules = [\"T-44\"]\npolicy = \"huawei-ocr-intl\"\n[[price]]{offers}
[[step]]
at = \"2024-03-01T00:00:00+08:00\"
voucher = {{ id = \"v\", amount = \"1.00\", valid_to = \"2024-12-31T23:59:59+08:00\", pays = [\"usage\"], most = \"0.50\" }}
"
    );
    let once = Scenario::parse("s.toml", &text).unwrap().to_toml();
    assert!(once.contains("consumption") && once.contains("0.88") && once.contains("0.50"), "{once}");
    assert_eq!(Scenario::parse("s.toml", &once).unwrap().to_toml(), once);
}
