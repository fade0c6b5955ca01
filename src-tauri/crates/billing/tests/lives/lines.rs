//! Every movement of money makes one line of a bill, with the fields of H-96 and the identities of H-97.

use billing::{
    Account, ChargeId, Command, Derivation, Event, Money, Terms, Usage,
    bill::{Line, LineKind, Origin},
    command::{ChargedNow, UndoneUsage},
    event::{Deduction, What},
    policy::{RefundPolicy, UsageUnit},
    voucher::VoucherKind,
    zone::Month,
};
use chrono::TimeDelta;

use crate::{FIRST, Life, OPENED, at, calls, given, money, passport};

/// The lines of events, with what of them is owed now.
fn lines(account: &Account, events: &[Event]) -> Vec<Line> {
    let number = |index: usize| u64::try_from(index).unwrap();
    events
        .iter()
        .enumerate()
        .filter_map(|(index, event)| Line::of_event(account, event, number(index)).unwrap())
        .collect()
}

/// Kind, units, and of these those that packages paid.
fn quantities(lines: &[Line]) -> Vec<(LineKind, i64, i64)> {
    lines.iter().map(|line| (line.kind, line.quantity, line.from_packages)).collect()
}

/// Due; moved; from vouchers, balance and credit; owed at first, and now.
fn figures(line: &Line) -> (String, [Money; 6]) {
    let amounts = &line.amounts;
    let parts = [
        amounts.moved,
        amounts.from_voucher,
        amounts.from_balance,
        amounts.from_credit,
        amounts.arrears,
        amounts.now_owed,
    ];
    (amounts.due.to_string(), parts)
}

fn parts(texts: [&str; 6]) -> [Money; 6] {
    texts.map(money)
}

fn inputs(because: &Derivation) -> Vec<&'static str> {
    because.inputs.iter().map(|input| input.name).collect()
}

/// 7.00, a gift of 5.00 and 5.00 of credit buy a package of 15.00: 2.00 of credit are left. Of 1,200 calls 200 cost 4.00,
/// and 50 that come late 1.00: 3.00 are owed, of which 1.50 is paid.
pub fn owing() -> Life {
    let mut life = Life::enabled(Terms::example(), "7.00");
    life.act(OPENED, &Command::AddVoucher(given("G", VoucherKind::Gift, "5.00")))
        .act(OPENED, &Command::SetCreditLimit { amount: money("5.00") })
        .act(OPENED, &Command::buy("passport-1k"))
        .act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 1_200))
        .act("2023-01-01T12:30:00", &calls("2023-01-01T09:20:00", 50))
        .act("2023-01-01T14:00:00", &Command::TopUp { amount: money("1.50") });
    life
}

#[test]
fn a_purchase_and_the_usage_after_it() {
    let life = owing();
    let lines = lines(&life.account, &life.events);
    assert_eq!(
        quantities(&lines),
        [(LineKind::Purchase, 1, 0), (LineKind::Usage, 1_200, 1_000), (LineKind::Supplementary, 50, 0)]
    );
    let [bought, used, late] = lines.as_slice() else { panic!("three lines") };
    assert_eq!(
        figures(bought),
        ("15.00000000".into(), parts(["15.00", "5.00", "7.00", "3.00", "0.00", "0.00"]))
    );
    assert_eq!((bought.package, bought.spent), (Some(FIRST), (at(OPENED), at(OPENED))));
    assert_eq!(bought.valid, Some((at(OPENED), at("2024-01-01T23:59:59"))));
    assert_eq!(figures(used), ("4.00000000".into(), parts(["4.00", "0.00", "0.00", "2.00", "2.00", "0.50"])));
    assert_eq!(figures(late), ("1.00000000".into(), parts(["1.00", "0.00", "0.00", "0.00", "1.00", "1.00"])));
    let hour = (at("2023-01-01T09:00:00"), at("2023-01-01T09:59:59"));
    assert_eq!((used.spent, used.moved_at), (hour, at("2023-01-01T10:00:00")));
    assert_eq!((late.spent, late.moved_at), (hour, at("2023-01-01T13:00:00")), "H-58");
}

#[test]
fn a_line_says_how_it_was_paid_and_nothing_of_what_paid_nothing() {
    let life = owing();
    let lines = lines(&life.account, &life.events);
    let [bought, used, late] = lines.as_slice() else { panic!("three lines") };
    let because = bought.because();
    assert_eq!(because.formula, "line-moved");
    assert_eq!(inputs(&because), ["amount-due", "from-vouchers", "from-balance", "from-credit"]);
    let because = used.because();
    assert_eq!(inputs(&because), ["amount-due", "from-credit", "unpaid", "still-owed"]);
    let due = because.inputs[0].because.as_deref().unwrap();
    assert_eq!(inputs(due), ["calls", "unit-price", "list-amount", "taken-off"]);
    assert_eq!(inputs(&late.because()), ["amount-due", "unpaid", "still-owed"]);

    let month = Month { year: 2023, month: 1 };
    let policy = &life.account.terms.policy;
    let rounding = Line::rounding(policy, month, None, used.amounts.due, money("4.01")).unwrap().unwrap();
    assert_eq!((rounding.because().formula, inputs(&rounding.because()).len()), ("line-rounding", 0));
    assert_eq!(
        (rounding.amounts.list, rounding.amounts.due.to_string()),
        (rounding.amounts.due, "0.01000000".into())
    );
    let last = at("2023-01-31T23:59:59");
    assert_eq!((rounding.spent, rounding.moved_at), ((at(OPENED), last), last));
}

/// What undoing the usage of a charge needs.
fn undone(events: &[Event], charge: ChargeId) -> UndoneUsage {
    let metered = events.iter().find_map(|event| match &event.what {
        What::Metered(metered) => Some(metered.clone()),
        _ => None,
    });
    let deductions = events.iter().filter_map(|event| match &event.what {
        What::Deducted(deduction) => Some(Deduction::clone(deduction)),
        _ => None,
    });
    let charged = events.iter().find_map(|event| match &event.what {
        What::Settled(settled) if settled.id == charge => Some(ChargedNow::of(settled)),
        _ => None,
    });
    UndoneUsage { metered: metered.unwrap(), deductions: deductions.collect(), charged }
}

/// Takes the first usage of a life out again.
pub fn undo_first(events: &[Event]) -> Command {
    Command::Undo(vec![undone(events, ChargeId(0))].into())
}

#[test]
fn a_correction_takes_back_what_was_charged_and_pays_arrears_then_credit() {
    let mut life = owing();
    let known = life.events.len();
    let undo = undo_first(&life.events);
    life.act("2023-01-02T00:00:00", &undo);
    let lines = lines(&life.account, &life.events[known..]);
    assert_eq!(quantities(&lines), [(LineKind::Correction, -1_200, -1_000)]);
    // Of 4.00, 1.50 pay what is owed, 2.50 the credit that was drawn.
    assert_eq!(
        figures(&lines[0]),
        ("-4.00000000".into(), parts(["-4.00", "0.00", "0.00", "-2.50", "-1.50", "0.00"]))
    );
    let hour = (at("2023-01-01T09:00:00"), at("2023-01-01T09:59:59"));
    assert_eq!((lines[0].spent, lines[0].moved_at), (hour, at("2023-01-02T00:00:00")));
    assert!(life.account.debts.is_empty());
    assert_eq!(life.account.credit_drawn, money("2.50"));
}

#[test]
fn renewals_by_hand_and_by_itself_are_told_apart_and_a_refund_takes_cycles_back() {
    let mut terms = Terms::example();
    terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
    let mut life = Life::enabled(terms, "100.00");
    let auto =
        Command::Buy { sku: "passport-1k".into(), application: None, starts_at: None, auto_renew: true };
    life.act(OPENED, &Command::AddVoucher(given("G", VoucherKind::Gift, "5.00")))
        .act("2023-03-08T15:50:04", &Command::buy("passport-1k"))
        .act("2023-03-09T10:00:00", &Command::Unsubscribe { package: FIRST })
        .act("2023-03-10T10:00:00", &auto);
    let second = billing::PackageId(1);
    life.act("2023-03-11T10:00:00", &Command::Renew { package: second, terms: 2, align_to: None });
    // It ends on 10 March 2026, and is tried 7 days before at 03:00.
    life.pass("2026-03-03T03:00:00");
    let lines = lines(&life.account, &life.events);
    let kinds: Vec<_> = lines.iter().map(|line| (line.kind, line.quantity)).collect();
    assert_eq!(
        kinds,
        [
            (LineKind::Purchase, 1),
            (LineKind::Refund, -1),
            (LineKind::Purchase, 1),
            (LineKind::Renewal, 2),
            (LineKind::AutoRenewal, 1)
        ]
    );
    let refund = &lines[1];
    // The gift had paid 5.00 and gets them back (T-43).
    assert_eq!(
        figures(refund),
        ("-15.00000000".into(), parts(["-15.00", "-5.00", "-10.00", "0.00", "0.00", "0.00"]))
    );
    assert_eq!((refund.valid, refund.moved_at), (None, at("2023-03-09T10:00:00")));
    assert_eq!(figures(&lines[3]).1, parts(["30.00", "0.00", "30.00", "0.00", "0.00", "0.00"]));
    assert_eq!(lines[3].valid, Some((at("2024-03-11T00:00:00"), at("2026-03-10T23:59:59"))));
    assert_eq!(lines[4].valid, Some((at("2026-03-11T00:00:00"), at("2027-03-10T23:59:59"))));
    let origins: Vec<_> = lines.iter().map(|line| std::mem::discriminant(&line.origin)).collect();
    let (order, refunded) = (Origin::Order(0), Origin::Refund(0));
    let [order, refunded] = [&order, &refunded].map(std::mem::discriminant);
    assert_eq!(origins, [order, refunded, order, order, order]);
}

#[test]
fn usage_that_is_settled_after_the_delay_is_no_late_usage() {
    let mut terms = Terms::example();
    terms.settlement_delay = TimeDelta::minutes(30);
    let mut life = Life::enabled(terms, "10.00");
    life.act("2023-01-01T09:10:00", &calls("2023-01-01T09:10:00", 5)).pass("2023-01-01T10:30:00");
    let lines = lines(&life.account, &life.events);
    assert_eq!(quantities(&lines), [(LineKind::Usage, 5, 0)]);
    assert_eq!(lines[0].moved_at, at("2023-01-01T10:30:00"));
}

#[test]
fn units_and_modes_of_every_kind_of_line() {
    let life = owing();
    let line = lines(&life.account, &life.events).remove(0);
    let mut policy = life.account.terms.policy.clone();
    let mut units = |unit| {
        policy.unit = unit;
        LineKind::ALL.map(|kind| Line { kind, ..line.clone() }.unit(&policy))
    };
    let cycles = ["cycle"; 4];
    let [a, b, c, d] = cycles;
    assert_eq!(units(UsageUnit::Call), ["call", "call", a, b, c, d, "call", ""]);
    assert_eq!(units(UsageUnit::AttendanceSecond), ["minute", "minute", a, b, c, d, "minute", ""]);
    let prepaid: Vec<_> = LineKind::ALL.into_iter().filter(|kind| kind.is_prepaid()).collect();
    assert_eq!(prepaid, [LineKind::Purchase, LineKind::Renewal, LineKind::AutoRenewal, LineKind::Refund]);
}

#[test]
fn what_moves_no_money_makes_no_line() {
    let mut life = Life::enabled(Terms::example(), "10.00");
    let failed = Usage { status: 500, ..Usage::calls("passport-ocr", "ap-southeast-1", at(OPENED), 3) };
    life.act(OPENED, &Command::Use(failed)).act(OPENED, &Command::Disable { resource: passport() });
    assert_eq!(lines(&life.account, &life.events), []);
}
