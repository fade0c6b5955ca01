//! Why figures are what they are: every derivation written out, rule and inputs.

use billing::{
    Account, Command, Derivation, Terms, Value,
    explain::{self, Holding},
    policy::{ResourceKind, Stages},
    standard_date::{AlignPolicy, DayPrice},
    voucher::VoucherKind,
};
use chrono::TimeDelta;

use crate::{FIRST, Life, OPENED, at, attendance, calls, given, money, passport};

fn shown(account: &Account, value: &Value) -> String {
    match value {
        Value::Money(money) => money.to_string(),
        Value::Charge(charge) => charge.to_string(),
        Value::UnitPrice(price) => price.to_string(),
        Value::Calls(calls) => format!("{calls} calls"),
        Value::Number(number) => number.to_string(),
        Value::Instant(at) => account.terms.policy.zone.format(*at).replace("+08:00", ""),
        Value::Name(name) => name.clone(),
    }
}

/// `formula rule = result: name value, name value (its formula and rule)`.
pub fn told(account: &Account, because: &Derivation) -> String {
    let input = |input: &billing::derive::Input| {
        let own = input.because.as_ref().map(|own| format!(" ({} {})", own.formula, own.rule));
        format!("{} {}{}", input.name, shown(account, &input.value), own.unwrap_or_default())
    };
    let inputs: Vec<_> = because.inputs.iter().map(input).collect();
    let result = shown(account, &because.result);
    format!("{} {} = {result}: {}", because.formula, because.rule, inputs.join(", "))
}

fn holding(life: &Life, figure: Holding) -> String {
    told(&life.account, &explain::holding(&life.account, &life.account.packages[0], figure))
}

/// Bought on 2 January, renewed once; 300 of 1,000 calls used in February.
fn renewed() -> Life {
    let mut life = Life::enabled(Terms::example(), "45.00");
    life.act("2023-01-02T10:00:00", &Command::buy("passport-1k"))
        .act("2023-01-05T00:00:00", &Command::Renew { package: FIRST, terms: 1, align_to: None })
        .act("2023-02-01T09:10:00", &calls("2023-02-01T09:10:00", 300))
        .pass("2023-02-01T09:30:00");
    life
}

#[test]
fn every_figure_of_a_package() {
    let life = renewed();
    let next = "package passport-1k, paid-at 2023-01-05T00:00:00, this-cycle-ends 2024-01-02T23:59:59";
    let expected = [
        (
            Holding::Remaining,
            "package-left H-40 = 700 calls: quota 1000 calls, used 300 calls, lapsed 0 calls, package passport-1k",
        ),
        (Holding::Used, "package-used H-40 = 300 calls: package passport-1k"),
        (
            Holding::State,
            "package-state H-22 = active: package passport-1k, now 2023-02-01T09:30:00, pays-from 2023-01-02T10:00:00, \
             ends 2025-01-02T23:59:59, left 700 calls (package-left H-40)",
        ),
        (
            Holding::StartsAt,
            "package-starts H-22 = 2023-01-02T10:00:00: bought 2023-01-02T10:00:00, package passport-1k",
        ),
        (
            Holding::EndsAt,
            "package-ends H-22 = 2024-01-02T23:59:59: package passport-1k, pays-from 2023-01-02T10:00:00, \
             anchor-day 2023-01-02, term 1y",
        ),
        (Holding::Cycles, "package-cycles H-111 = 1: begun 2023-01-02T10:00:00, package passport-1k"),
        (
            Holding::ValidTo,
            "package-valid-to H-111 = 2025-01-02T23:59:59: paid-cycle-ends 2024-01-02T23:59:59, \
             paid-cycle-ends 2025-01-02T23:59:59, package passport-1k",
        ),
        (Holding::NextStartsAt, &format!("package-next-cycle H-111 = 2024-01-03T00:00:00: {next}")),
        (
            Holding::NextEndsAt,
            "package-ends H-22 = 2025-01-02T23:59:59: package passport-1k, pays-from 2024-01-03T00:00:00, \
             anchor-day 2023-01-02, term 1y",
        ),
        (Holding::NextQuota, &format!("package-next-cycle H-111 = 1000 calls: {next}")),
    ];
    for (figure, expected) in expected {
        assert_eq!(holding(&life, figure), expected);
    }
}

#[test]
fn the_next_term_follows_the_one_before_it_and_not_the_first() {
    let mut life = renewed();
    life.act("2023-02-02T00:00:00", &Command::Renew { package: FIRST, terms: 1, align_to: None })
        .pass("2024-02-01T00:00:00");
    let told = holding(&life, Holding::NextStartsAt);
    assert!(told.ends_with("this-cycle-ends 2025-01-02T23:59:59"), "{told}");
    life.pass("2025-02-01T00:00:00");
    let none = "package-next-cycle H-111 = none: package passport-1k";
    assert_eq!(holding(&life, Holding::NextStartsAt), none);
}

#[test]
fn the_stages_of_a_package_are_told_once_it_has_ended() {
    let mut life = renewed();
    life.pass("2025-01-02T23:59:59");
    let told = holding(&life, Holding::State);
    assert!(told.ends_with("left 1000 calls (package-left H-40)"), "{told}");
    let stages = ", grace-ends 2025-01-17T23:59:59, retention-ends 2025-02-01T23:59:59";
    for now in ["2025-01-03T00:00:00", "2025-06-01T00:00:00"] {
        let told = holding(life.pass(now), Holding::State);
        assert!(told.ends_with(stages), "{told}");
    }
}

#[test]
fn applications_have_rules_of_their_own() {
    let life = attendance::school();
    let rule = |figure| explain::holding(&life.account, &life.account.packages[0], figure).rule;
    assert_eq!([Holding::StartsAt, Holding::ValidTo].map(rule), ["T-13", "T-48"]);
    assert_eq!(explain::arrears_since(&life.account).rule, "T-25");
}

/// Grace of a day for V1, of seven for V5, for arrears and packages; retention of nine.
fn by_level() -> Terms {
    let mut terms = Terms::example();
    let stages = |days| Stages { grace: TimeDelta::days(days), retention: TimeDelta::days(9) };
    terms.policy.arrears.stages = [("V1".to_owned(), stages(1)), ("V5".to_owned(), stages(7))].into();
    terms.policy.package.stages = terms.policy.arrears.stages.clone();
    terms
}

/// Owes 0.20 since ten o'clock of the first day.
fn owing(terms: Terms) -> Life {
    let mut life = Life::enabled(terms, "0.00");
    life.act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 10)).pass("2023-01-01T10:00:00");
    life
}

#[test]
fn deadlines_are_explained_by_the_level_under_which_they_began() {
    let mut life = owing(by_level());
    life.act("2023-01-01T11:00:00", &Command::SetLevel { level: "V5".into() });
    let account = &life.account;
    assert_eq!(
        told(account, &explain::grace_ends_at(account)),
        "grace-ends H-85 = 2023-01-02T10:00:00: arrears-since 2023-01-01T10:00:00 (arrears-since H-89), level V1, \
         whole-days 1"
    );
    assert_eq!(
        told(account, &explain::retention_ends_at(account)),
        "retention-ends H-85 = 2023-01-11T10:00:00: grace-ends 2023-01-02T10:00:00 (grace-ends H-85), whole-days 9"
    );
    assert_eq!(
        told(account, &explain::stage(account).unwrap()),
        "stage H-81 = grace: now 2023-01-01T11:00:00, arrears 0.20 (arrears H-61), \
         grace-ends 2023-01-02T10:00:00 (grace-ends H-85), retention-ends 2023-01-11T10:00:00 (retention-ends H-85)"
    );
    // Paid: the next ones would be of the present level.
    life.act("2023-01-01T12:00:00", &Command::TopUp { amount: money("20.00") });
    let account = &life.account;
    assert_eq!(
        told(account, &explain::grace_ends_at(account)),
        "grace-ends H-85 = none: arrears-since none (arrears-since H-89), level V5, whole-days 7"
    );
    assert_eq!(
        told(account, &explain::stage(account).unwrap()),
        "stage H-81 = normal: now 2023-01-01T12:00:00, arrears 0.00 (arrears H-61)"
    );
}

#[test]
fn stages_of_a_package_are_explained_by_the_level_under_which_it_ended() {
    let mut life = Life::enabled(by_level(), "20.00");
    life.act(OPENED, &Command::buy("passport-1k"))
        .pass("2024-01-02T00:00:00")
        .act("2024-01-02T00:00:00", &Command::SetLevel { level: "V5".into() });
    let told = holding(&life, Holding::State);
    assert!(told.ends_with("grace-ends 2024-01-02T23:59:59, retention-ends 2024-01-11T23:59:59"), "{told}");
}

fn why_stopped(life: &Life) -> (String, Vec<String>) {
    let account = &life.account;
    let id = billing::ResourceId(0);
    let state = explain::resource_state(account, id);
    let causes = explain::resource_causes(account, id);
    let nested = causes.inputs.iter().filter_map(|input| input.because.as_deref());
    (told(account, &state), nested.map(|cause| told(account, cause)).collect())
}

#[test]
fn every_cause_that_stops_a_service() {
    let mut life = owing(by_level());
    let enabled = "resource passport-ocr@ap-southeast-1, enabled-since 2023-01-01T00:00:00";
    assert_eq!(why_stopped(&life), (format!("resource-state H-81 = enabled: {enabled}"), Vec::new()));
    life.pass("2023-01-02T10:00:00");
    let frozen = format!("resource-state H-81 = frozen: {enabled}, cause arrears (stopped-by H-31)");
    let arrears = "stopped-by H-31 = arrears: grace-ends 2023-01-02T10:00:00 (grace-ends H-85)".to_owned();
    assert_eq!(why_stopped(&life), (frozen, vec![arrears.clone()]));
    life.act("2023-01-03T10:00:00", &Command::Disable { resource: passport() });
    let disabled = format!(
        "resource-state H-81 = disabled: {enabled}, until 2023-01-03T10:00:00, cause arrears (stopped-by H-31), \
         cause manual (stopped-by H-14)"
    );
    assert_eq!(why_stopped(&life), (disabled, vec![arrears, "stopped-by H-14 = manual: ".to_owned()]));
}

#[test]
fn every_cause_that_stops_an_application() {
    let stopped = |life: &Life| why_stopped(life).1;
    let mut life = attendance::owing();
    life.pass("2023-01-17T11:00:00");
    assert_eq!(
        stopped(&life),
        ["stopped-by T-27 = arrears: grace-ends 2023-01-17T11:00:00 (grace-ends T-26)"],
        "15 days of grace"
    );
    let mut used_up = attendance::school();
    used_up.act("2023-01-02T10:00:00", &attendance::minutes("2023-01-02T10:00:00", 1_000));
    assert_eq!(stopped(&used_up), ["stopped-by T-19 = quota: "]);
    used_up.act("2024-01-02T00:00:00", &Command::Ban { resource: attendance::application() });
    assert_eq!(stopped(&used_up), ["stopped-by T-32 = banned: ", "stopped-by T-20 = expired: "]);
}

#[test]
fn a_price_paid_in_advance_names_vouchers_where_they_pay() {
    let mut life = Life::enabled(Terms::example(), "20.00");
    let purchase =
        |life: &Life| told(&life.account, &explain::purchase(&life.account, "passport-1k").unwrap());
    assert_eq!(
        purchase(&life),
        "advance-payment H-24 = 15.00: package-price 15.00 (package-price H-18), balance 20.00, from-balance 15.00, \
         from-credit 0.00"
    );
    life.act(OPENED, &Command::AddVoucher(given("V", VoucherKind::Voucher, "5.00")));
    assert_eq!(
        purchase(&life),
        "advance-payment H-24 = 15.00: package-price 15.00 (package-price H-18), balance 20.00, from-vouchers 5.00, \
         from-balance 10.00, from-credit 0.00"
    );
    let voucher = |life: &Life| explain::voucher_left(&life.account, &life.account.vouchers[0]).unwrap();
    assert_eq!(
        told(&life.account, &voucher(&life)),
        "voucher-left H-47 = 5.00: worth 5.00, used-up-so-far 0.00"
    );
    let usable = explain::usable_vouchers(&life.account).unwrap();
    assert_eq!(
        told(&life.account, &usable),
        "usable-vouchers H-47 = 5.00: voucher V, of-it 5.00 (voucher-left H-47)"
    );
    life.act(OPENED, &Command::buy("passport-1k"));
    assert_eq!(
        told(&life.account, &voucher(&life)),
        "voucher-left H-47 = 0.00: worth 5.00, used-up-so-far 5.00"
    );
    assert_eq!(explain::usable_vouchers(&life.account).unwrap().inputs, []);
    let mut terms = Terms::example();
    terms.policy.resources = ResourceKind::Applications { service: "lcic".into() };
    assert_eq!(explain::usable_vouchers(&Life::open(terms, "1.00").account).unwrap().rule, "T-39");
}

#[test]
fn extra_days_of_an_aligned_renewal_name_the_rule_of_the_provider() {
    for (day_price, rule, extra) in [
        (DayPrice::YearBy365, "H-119", "extra-days-of-a-year"),
        (DayPrice::MonthBy30, "T-51", "extra-days-of-a-month"),
    ] {
        let mut terms = Terms::example();
        terms.policy.package.align = Some(AlignPolicy { default_day: 1, day_price });
        let mut life = Life::enabled(terms, "60.00");
        life.act(OPENED, &Command::buy("passport-1k"));
        // It ends on 1 January 2025; up to the 15th there are 14 days.
        let because = explain::renewal(&life.account, FIRST, 1, Some(15)).unwrap();
        let aligned = because.inputs[0].because.as_deref().unwrap();
        assert_eq!((aligned.formula, aligned.rule), ("aligned-price", rule));
        let days = aligned.inputs[1].because.as_deref().unwrap();
        assert_eq!((days.formula, days.rule), (extra, rule));
        // 15.00 × 14 ÷ 365 = 0.575…; a twelfth of 15.00 × 14 ÷ 30 = 0.583…
        assert_eq!(days.result, Value::Money(money("0.58")));
    }
}

#[test]
fn what_can_be_spent_rests_on_what_is_owed_and_accrued() {
    let mut life = owing(by_level());
    life.act("2023-01-01T10:10:00", &calls("2023-01-01T10:10:00", 5));
    let account = &life.account;
    assert_eq!(
        told(account, &explain::spendable_now(account).unwrap()),
        "spendable-now H-61 = -0.30: balance 0.00, credit-limit 0.00, credit-drawn 0.00, arrears 0.20 (arrears H-61), \
         accrued 0.10 (accrued H-05)"
    );
    assert_eq!(
        told(account, &explain::accrued(account).unwrap()),
        "accrued H-05 = 0.10: resource passport-ocr@ap-southeast-1, period 2023-01-01T10:00:00, \
         open-charge 0.10 (charge-money H-05)"
    );
    assert_eq!(
        told(account, &explain::arrears(account).unwrap()),
        "arrears H-61 = 0.20: period 2023-01-01T09:00:00, still-owed 0.20"
    );
    assert_eq!(account.now, at("2023-01-01T10:10:00"));
}
