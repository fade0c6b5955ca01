//! What may be set, up to where.

use billing::{
    Command, Money, Refusal, Terms,
    command::PurchaseOrder,
    settlement::pay::Payment,
    voucher::{VoucherKind, VoucherTerms},
};

use crate::{FIRST, Life, OPENED, given, money, passport};

#[test]
fn settings_go_up_to_their_limits() {
    let life = Life::enabled(Terms::example(), "1.00");
    let refused = |command: Command| life.refusal(OPENED, &command).map(|refusal| refusal.code());
    let limit = |amount| refused(Command::SetCreditLimit { amount: money(amount) });
    assert_eq!(["-0.01", "0.00", "1000000.00"].map(limit), [Some("invalid_amount"), None, None]);
    assert_eq!(limit("1000000.01"), Some("invalid_amount"));
    assert_eq!(limit("2000000.00"), Some("invalid_amount"));
    let alert = |threshold| refused(Command::SetBalanceAlert { threshold: Some(money(threshold)) });
    assert_eq!(["-0.01", "0.00", "999999999.99"].map(alert), [Some("invalid_amount"), None, None]);
    assert_eq!(alert("1000000000.00"), Some("invalid_amount"));
    assert_eq!(alert("2000000000.00"), Some("invalid_amount"));
    let share = |percent| refused(Command::SetPackageAlert { resource: passport(), percent: Some(percent) });
    assert_eq!([0, 100, 101, 200].map(share), [None, None, Some("invalid_amount"), Some("invalid_amount")]);
}

#[test]
fn a_voucher_is_worth_up_to_the_largest_top_up_and_valid_for_a_second_at_least() {
    let life = Life::open(Terms::example(), "1.00");
    let refused = |change: &dyn Fn(&mut VoucherTerms)| {
        let mut terms = given("V", VoucherKind::Voucher, "5.00");
        change(&mut terms);
        life.refusal(OPENED, &Command::AddVoucher(terms)).map(|refusal| refusal.code())
    };
    let amount = |amount: &'static str| refused(&|terms| terms.amount = money(amount));
    assert_eq!(["0.01", "1000000.00"].map(amount), [None, None]);
    let none = Some("invalid_amount");
    assert_eq!(["0.00", "1000000.01", "2000000.00"].map(amount), [none, none, none]);
    let minimum = |minimum: &'static str| refused(&|terms| terms.minimum = money(minimum));
    assert_eq!(["-0.01", "0.00", "0.01"].map(minimum), [none, None, None]);
    assert_eq!(refused(&|terms| terms.valid_to = terms.valid_from), None);
    let before = |terms: &mut VoucherTerms| terms.valid_to = terms.valid_from - chrono::TimeDelta::seconds(1);
    assert_eq!(refused(&before), Some("invalid_voucher"));
}

#[test]
fn a_renewal_by_itself_is_switched_up_to_the_last_second_and_the_most_days() {
    let switch = |days_before| Command::AutoRenew { package: FIRST, days_before };
    let bought = |terms: Terms| {
        let mut life = Life::enabled(terms, "15.00");
        life.act(OPENED, &Command::buy("passport-1k"));
        life
    };
    let mut life = bought(Terms::example());
    assert_eq!(life.refusal(OPENED, &switch(Some(7))), None);
    let most = Some(Refusal::InvalidNumber { lowest: 0, highest: 7 });
    assert_eq!([8, 30].map(|days| life.refusal(OPENED, &switch(Some(days)))), [most.clone(), most]);
    assert_eq!(life.refusal("2024-01-01T23:59:59", &switch(Some(0))), None);
    assert_eq!(life.refusal("2024-01-02T00:00:00", &switch(Some(0))), Some(Refusal::PackageExpired));
    life.act(OPENED, &switch(Some(7)));
    assert_eq!(life.account.packages[0].auto_renew, Some(7));
    // Where it is always the day of the end, days before are not asked for (T-49).
    let mut terms = Terms::example();
    terms.policy.package.auto_renewal.most_days_before = 0;
    let mut life = bought(terms);
    life.act(OPENED, &switch(Some(3)));
    assert_eq!(life.account.packages[0].auto_renew, Some(0));
}

fn tag(key: &str, value: Option<&str>) -> Command {
    Command::Tag { resource: passport(), key: key.into(), value: value.map(str::to_owned) }
}

#[test]
fn a_tag_is_set_changed_and_taken_off_again() {
    let mut life = Life::enabled(Terms::example(), "1.00");
    let tags = |life: &Life| {
        let id = life.account.find_resource(&passport()).unwrap();
        let tags = life.account.resource(id).unwrap().tags.clone();
        tags.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>()
    };
    life.act(OPENED, &tag("team", Some("kyc"))).act(OPENED, &tag("env", Some("")));
    assert_eq!(tags(&life), ["env=", "team=kyc"]);
    let known = life.events.len();
    life.act(OPENED, &tag("team", Some("kyc"))).act(OPENED, &tag("none", None));
    assert_eq!(life.events.len(), known, "what is so already is no change");
    life.act(OPENED, &tag("team", Some("ops"))).act(OPENED, &tag("env", None));
    assert_eq!(tags(&life), ["team=ops"]);
    let unknown =
        Command::Tag { resource: billing::ResourceKey::new("a", "b"), key: "k".into(), value: None };
    assert_eq!(life.refusal(OPENED, &unknown), Some(Refusal::UnknownResource));
}

#[test]
fn a_tag_has_a_key_without_a_sign_of_equality_and_no_control_characters() {
    let life = Life::enabled(Terms::example(), "1.00");
    let refusal = |key: &str, value: Option<&str>| life.refusal(OPENED, &tag(key, value));
    let (long, longer) = ("ä".repeat(128), "ä".repeat(129));
    for key in ["a", "a b", long.as_str()] {
        assert_eq!(refusal(key, Some("v")), None, "{key}");
    }
    for key in ["", "a=b", "a\u{7}b", "\n", longer.as_str()] {
        assert_eq!(refusal(key, Some("v")), Some(Refusal::InvalidTag), "{key:?}");
        assert_eq!(refusal(key, None), Some(Refusal::InvalidTag), "{key:?}");
    }
    let (long, longer) = ("é".repeat(255), "é".repeat(256));
    assert_eq!([Some("a=b"), Some(long.as_str())].map(|value| refusal("k", value)), [None, None]);
    for value in ["a\tb", longer.as_str()] {
        assert_eq!(refusal("k", Some(value)), Some(Refusal::InvalidTag), "{value:?}");
    }
}

#[test]
fn a_payment_whose_parts_are_not_the_amount_is_a_defect() {
    let payment = Payment { from_balance: money("3.00"), owed: money("1.00"), ..Payment::default() };
    assert_eq!(payment.is_of(money("4.00")), Ok(()));
    let (due, parts) = (money("5.00"), money("4.00"));
    assert_eq!(payment.is_of(due), Err(Refusal::PaymentMismatch { due, parts }));
    assert_eq!(Payment::default().is_of(Money::ZERO), Ok(()));
}

#[test]
fn one_to_a_hundred_packages_are_paid_together() {
    let mut life = Life::enabled(Terms::example(), "1500.00");
    let orders = |count| {
        let order = PurchaseOrder { sku: "passport-1k".into(), application: None };
        Command::BuyTogether(vec![order; count])
    };
    let wrong = Some(Refusal::InvalidNumber { lowest: 1, highest: 100 });
    for count in [0, 101, 200] {
        assert_eq!(life.refusal(OPENED, &orders(count)), wrong, "{count}");
    }
    assert_eq!(life.refusal(OPENED, &orders(1)), None);
    life.act(OPENED, &orders(100));
    assert_eq!((life.account.packages.len(), life.account.balance), (100, Money::ZERO));
}
