//! Why pay-per-use was charged: the set of reasons, the rules behind them, and their seconds.

use billing::{
    Command, ProjectId, ResourceId, Terms,
    event::What,
    explain::{Reason, Reasons, reasons},
    policy::{RefundPolicy, ResourceKind},
};

use crate::{FIRST, Life, OPENED, at, calls};

#[test]
fn a_set_of_reasons_names_each_once_and_survives_its_stored_form() {
    let set = Reasons::NONE.with(Reason::PackageUsedUp).with(Reason::NoPackage).with(Reason::PackageUsedUp);
    assert_eq!(set.iter().collect::<Vec<_>>(), [Reason::NoPackage, Reason::PackageUsedUp]);
    for reason in Reason::ALL {
        let one = Reasons::NONE.with(reason);
        assert_eq!(Reasons::from_bits(one.bits()), one);
        assert_eq!(Reasons::from_bits(one.bits()).iter().collect::<Vec<_>>(), [reason]);
        assert_eq!(set.union(one).iter().count(), if set.iter().any(|own| own == reason) { 2 } else { 3 });
    }
}

#[test]
fn every_reason_rests_on_a_rule_of_its_provider() {
    let rules = |of: &ResourceKind| Reason::ALL.map(|reason| reason.rule(of));
    assert_eq!(
        rules(&ResourceKind::Regions),
        ["H-80", "H-29", "H-22", "H-28", "H-42", "H-26", "H-20", "H-26", "H-43"]
    );
    assert_eq!(
        rules(&ResourceKind::Applications { service: "lcic".into() }),
        ["T-19", "T-20", "T-13", "T-19", "T-15", "T-15", "T-15", "T-15", "T-15"]
    );
}

#[test]
fn a_package_has_begun_in_its_first_second() {
    let mut life = Life::enabled(Terms::example(), "100.00");
    let start = "2023-02-01T00:00:00";
    let later = Command::Buy {
        sku: "passport-1k".into(),
        application: None,
        starts_at: Some(at(start)),
        auto_renew: false,
    };
    life.act(OPENED, &later)
        .act("2023-01-31T23:59:59", &calls("2023-01-31T23:59:59", 1))
        .act(start, &calls(start, 1_010));
    let found: Vec<_> = life
        .events
        .iter()
        .filter_map(|event| match &event.what {
            What::Metered(metered) => metered.parts.first(),
            _ => None,
        })
        .map(|part| part.reasons.iter().map(Reason::code).collect::<Vec<_>>())
        .collect();
    assert_eq!(found, [["package_not_started"], ["package_used_up"]]);
}

#[test]
fn a_package_has_ended_after_its_last_second() {
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    let mut life = Life::enabled(terms, "100.00");
    life.act(OPENED, &Command::buy("passport-1k"))
        .act("2023-01-02T00:00:00", &Command::Unsubscribe { package: FIRST });
    let at = |now| reasons(&life.account, ResourceId(0), ProjectId(0), at(now)).iter().collect::<Vec<_>>();
    assert_eq!(at("2024-01-01T23:59:59"), [Reason::NoPackage], "given back, it is no package");
    assert_eq!(at("2024-01-02T00:00:00"), [Reason::PackageExpired]);
}
