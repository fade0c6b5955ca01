//! What links open, and that nothing else does.

use ipc::dto::link::{Link, LinkAnswer};
use ipc::link::{is_meant, read};

fn opens(text: &str) -> Link {
    match read(text) {
        LinkAnswer::Opens(link) => link,
        LinkAnswer::Refused(refused) => panic!("{text} is refused: {refused:?}"),
    }
}

fn refused(text: &str) -> (&'static str, String) {
    match read(text) {
        LinkAnswer::Opens(link) => panic!("{text} opens {link:?}"),
        LinkAnswer::Refused(refused) => (refused.code, refused.about),
    }
}

fn said(link: &Link, key: &str) -> Option<String> {
    link.params.get(key).cloned()
}

#[test]
fn a_screen_an_object_and_a_sheet_have_links() {
    let bills = opens("tollbook://bills");
    assert_eq!((bills.name.as_str(), bills.sheet, bills.account.as_deref()), ("bills", false, None));

    let bill = opens("tollbook://bill/2026-10?account=3");
    assert_eq!((bill.name.as_str(), said(&bill, "month").as_deref()), ("bills", Some("2026-10")));
    assert_eq!(bill.account.as_deref(), Some("3"));

    let package = opens("tollbook://package/12");
    assert_eq!((package.name.as_str(), said(&package, "package").as_deref()), ("packages", Some("12")));

    let top_up = opens("tollbook://topup?amount=50&account=1");
    assert_eq!((top_up.name.as_str(), top_up.sheet), ("top-up", true));
    assert_eq!(said(&top_up, "amount").as_deref(), Some("50"));

    let renew = opens("tollbook://renew?package=7&terms=2");
    assert_eq!(
        (said(&renew, "package").as_deref(), said(&renew, "terms").as_deref()),
        (Some("7"), Some("2"))
    );
}

#[test]
fn browsers_write_the_same_link_in_several_ways() {
    assert_eq!(opens("TollBook://TopUp/?amount=50"), opens("tollbook://topup?amount=50"));
    assert_eq!(opens("tollbook://buy?sku=ocr%2D10k"), opens("tollbook://buy?sku=ocr-10k"));
    let named = opens("tollbook://usage?project=%E6%B5%8B%E8%AF%95");
    assert_eq!(said(&named, "project").as_deref(), Some("测试"));
}

#[test]
fn nothing_but_an_amount_of_money_is_an_amount() {
    let amounts = [
        "0",
        "0.00",
        "-5",
        "+5",
        "1e3",
        "1,5",
        "50.123",
        ".5",
        "5.",
        "",
        "NaN",
        "0x10",
        "５０",
        "5 0",
        "1000000000000000",
    ];
    for amount in amounts {
        assert_eq!(refused(&format!("tollbook://topup?amount={amount}")).0, "wrong-value", "{amount}");
    }
    for amount in ["1", "84.20", "0.01", "999999999999.99"] {
        opens(&format!("tollbook://topup?amount={amount}"));
    }
}

#[test]
fn what_is_not_known_is_refused_as_a_whole() {
    assert_eq!(refused("tollbook://pay?amount=50").0, "unknown-place");
    assert_eq!(refused("tollbook://topup?amount=50&confirm=yes"), ("unknown-key", "confirm".to_owned()));
    assert_eq!(refused("tollbook://topup?amount=50&seen=1").0, "unknown-key");
    assert_eq!(refused("tollbook://topup?amount").0, "unknown-key");
    assert_eq!(refused("tollbook://topup?amount=5&amount=500"), ("twice", "amount".to_owned()));
    assert_eq!(refused("tollbook://bill/2026-10?month=2026-11").0, "twice");
    assert_eq!(refused("tollbook://today?account=1&account=2").0, "twice");
    assert_eq!(refused("tollbook://today?account=demo").0, "wrong-value");
    assert_eq!(refused("tollbook://renew?terms=2"), ("missing-key", "package".to_owned()));
    for path in
        ["bill", "bill/", "topup/50", "bill/2026-10/lines", "../today", "", "/", "user@today", "today:80"]
    {
        let (code, _) = refused(&format!("tollbook://{path}"));
        assert!(["unknown-place", "wrong-text"].contains(&code), "{path}: {code}");
    }
    for month in ["2026-13", "2026-00", "26-10", "2026-1", "2026", "2026-10-01", "%32026-10%20"] {
        assert_eq!(refused(&format!("tollbook://bill/{month}")).0, "wrong-value", "{month}");
    }
}

#[test]
fn what_is_not_a_link_of_ours_is_not_read() {
    for text in ["tollbook:topup", "tollbook:/topup", "https://example.org", "", "--data-dir", "tollbook"] {
        assert_eq!(refused(text).0, "not-ours", "{text}");
    }
    assert!(is_meant("tollbook:anything") && is_meant("TOLLBOOK://x"));
    assert!(!is_meant("tollbooks://x") && !is_meant("--hidden") && !is_meant("tollböök://"));
}

#[test]
fn a_refusal_repeats_only_a_little_and_only_plain_letters() {
    let (code, about) = refused(&format!("tollbook://today?{}=1", "x".repeat(5000)));
    assert_eq!((code, about.chars().count()), ("too-long", 49));
    let (code, about) = refused("tollbook://buy?sku=%E2%80%AEgnp.exe%00%07%1b[31m");
    assert_eq!((code, about.as_str()), ("wrong-value", "gnp.exe[31m"));
    for bad in ["%", "%4", "%zz", "%ff%fe", "%+1"] {
        assert_eq!(refused(&format!("tollbook://buy?sku={bad}")).0, "wrong-text", "{bad}");
    }
    for bad in ["a#b", "a/b", "a\\b"] {
        assert_eq!(refused(&format!("tollbook://buy?sku={bad}")).0, "wrong-text", "{bad}");
    }
    assert_eq!(refused(&format!("tollbook://buy?sku={}", "y".repeat(81))).0, "wrong-value");
}
