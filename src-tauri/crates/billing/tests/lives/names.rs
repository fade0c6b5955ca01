//! Stable names: the books keep them, and read them again.

use billing::{
    ResourceKey,
    policy::ResourceKind,
    voucher::{VoucherKind, VoucherState},
    zone::Month,
};

#[test]
fn kinds_of_given_money_and_how_it_stands() {
    for (kind, code) in [(VoucherKind::Voucher, "voucher"), (VoucherKind::Gift, "gift")] {
        assert_eq!((kind.code(), VoucherKind::parse(code)), (code, Some(kind)));
    }
    assert_eq!(VoucherKind::parse("coupon"), None);
    let states = [VoucherState::Usable, VoucherState::NotBegun, VoucherState::UsedUp, VoucherState::Ended];
    assert_eq!(states.map(VoucherState::code), ["usable", "not_begun", "used_up", "ended"]);
}

#[test]
fn months_go_back_as_they_go_on() {
    for (month, before) in [("2024-01", "2023-12"), ("2024-03", "2024-02"), ("2024-12", "2024-11")] {
        let (month, before) = (Month::parse(month).unwrap(), Month::parse(before).unwrap());
        assert_eq!((month.previous(), before.next()), (before, month));
    }
}

#[test]
fn a_resource_is_a_service_at_a_place_and_prices_are_for_its_kind() {
    let applications = ResourceKind::Applications { service: "lcic".into() };
    let (region, class) = (ResourceKey::new("lcic", "eu"), ResourceKey::application("lcic", "app-1"));
    assert_eq!((region.place(), class.place()), ("eu", "app-1"));
    assert_eq!(ResourceKind::Regions.key("lcic", "eu"), region);
    assert_eq!(applications.key("lcic", "app-1"), class);
    assert_eq!(class.kind(), ResourceKey::new("lcic", ""));
    assert_eq!(region.kind(), region);

    let other = ResourceKey::new("ocr", "");
    let sold = |of: &ResourceKind| [&region, &class.kind(), &other].map(|kind| of.sells(kind));
    assert_eq!(sold(&ResourceKind::Regions), [true, false, false]);
    assert_eq!(sold(&applications), [false, true, false]);
}
