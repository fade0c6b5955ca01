//! What every movement posts: the whole journal of a life, worked out by hand.

use billing::{
    Command, Terms,
    journal::{Commodity, names::is_of_vouchers, transaction},
    policy::RefundPolicy,
    voucher::VoucherKind,
};

use crate::{FIRST, Life, OPENED, calls, given, lines, money};

/// A line per transaction from an event on: its kind, and what moves. Money is in cents.
fn journal(life: &Life, from: usize) -> Vec<String> {
    let posted = life.events[from..].iter().filter_map(|event| transaction(event, &life.account).unwrap());
    posted
        .map(|transaction| {
            assert!(transaction.is_balanced(), "{transaction:?}");
            let posting = |posting: &billing::journal::Posting| {
                let unit = if posting.commodity == Commodity::Calls { " calls" } else { "" };
                format!(" | {} {}{unit}", posting.ledger_account, posting.units)
            };
            transaction.kind.to_owned() + &transaction.postings.iter().map(posting).collect::<String>()
        })
        .collect()
}

#[test]
fn usage_that_a_package_a_voucher_credit_and_arrears_pay_for_and_its_correction() {
    let mut life = lines::owing();
    assert_eq!(
        journal(&life, 0),
        [
            "opening | Assets:Balance 700 | Equity:Opening -700",
            "voucher | Assets:Vouchers:0 500 | Equity:Vouchers -500",
            "purchase | Expenses:Packages:passport-1k:0 1500 | Assets:Balance -700 | Liabilities:Credit -300 | Assets:Vouchers:0 -500",
            "quota-granted | Assets:Quota:0 1000 calls | Equity:Quota -1000 calls",
            "deduction | Expenses:Quota:Used:passport-ocr@ap-southeast-1 1000 calls | Assets:Quota:0 -1000 calls",
            "settlement | Expenses:Usage:passport-ocr@ap-southeast-1 400 | Liabilities:Credit -200 | Liabilities:Arrears -200",
            "settlement | Expenses:Usage:passport-ocr@ap-southeast-1 100 | Liabilities:Arrears -100",
            "top-up | Liabilities:Arrears 150 | Equity:TopUps -150",
        ]
    );
    let known = life.events.len();
    life.act("2023-01-02T00:00:00", &lines::undo_first(&life.events.clone()));
    // The 1,000 calls are back; what is left lapses at the end.
    life.pass("2024-01-02T00:00:00");
    assert_eq!(
        journal(&life, known),
        [
            "correction | Expenses:Quota:Used:passport-ocr@ap-southeast-1 -1000 calls | Assets:Quota:0 1000 calls",
            "correction | Expenses:Usage:passport-ocr@ap-southeast-1 -400 | Liabilities:Credit 250 | Liabilities:Arrears 150",
            "quota-lapsed | Expenses:Quota:Lapsed 1000 calls | Assets:Quota:0 -1000 calls",
        ]
    );
}

#[test]
fn a_package_given_back_and_one_used_up_and_renewed() {
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    let mut life = Life::enabled(terms, "40.00");
    life.act(OPENED, &Command::AddVoucher(given("G", VoucherKind::Gift, "5.00")))
        .act(OPENED, &Command::buy("passport-1k"));
    let known = life.events.len();
    let second = billing::PackageId(1);
    life.act("2023-01-02T00:00:00", &Command::Unsubscribe { package: FIRST })
        .act("2023-01-03T00:00:00", &Command::buy("passport-1k"))
        .act("2023-01-03T00:00:00", &calls("2023-01-03T00:00:00", 1_000))
        .act("2023-01-04T00:00:00", &Command::Renew { package: second, terms: 1, align_to: None })
        .pass("2024-01-04T00:00:00");
    assert_eq!(
        journal(&life, known),
        [
            "quota-lapsed | Expenses:Quota:Lapsed 1000 calls | Assets:Quota:0 -1000 calls",
            "refund | Assets:Balance 1000 | Expenses:Packages:passport-1k:0 -1500 | Assets:Vouchers:0 500",
            "purchase | Expenses:Packages:passport-1k:1 1500 | Assets:Balance -1000 | Assets:Vouchers:0 -500",
            "quota-granted | Assets:Quota:1 1000 calls | Equity:Quota -1000 calls",
            "deduction | Expenses:Quota:Used:passport-ocr@ap-southeast-1 1000 calls | Assets:Quota:1 -1000 calls",
            "renewal | Expenses:Packages:passport-1k:1 1500 | Assets:Balance -1500",
            "quota-granted | Assets:Quota:1 1000 calls | Equity:Quota -1000 calls",
        ],
        "nothing of the first term was left to lapse"
    );
    assert_eq!(life.account.balance, money("15.00"));
}

#[test]
fn what_moves_between_vouchers_alone_moves_no_cash() {
    let named = ["Assets:Vouchers:0", "Equity:Vouchers", "Assets:Balance", "Equity:Opening"];
    assert_eq!(named.map(is_of_vouchers), [true, true, false, false]);
}
