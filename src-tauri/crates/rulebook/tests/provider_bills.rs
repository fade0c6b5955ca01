//! Providers' bills as files: every form is recognised, and whatever does not fit is named with file, line and field.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use billing::{
    reconcile::{Entry, EntryKind},
    zone::{Month, Zone, parse_instant},
};
use rulebook::{
    FileError,
    provider_bill::{Form, ProviderBill, Wanted, read},
};

const PLACE: &str = "passport-ocr@ap-southeast-1";

fn wanted() -> Wanted {
    Wanted {
        month: None,
        currency: "USD".to_owned(),
        zone: Zone::east(8 * 3600).unwrap(),
        places: BTreeMap::from([
            (PLACE.to_owned(), "passport-ocr".to_owned()),
            ("app-1".to_owned(), "lcic".to_owned()),
        ]),
    }
}

fn bill(text: &str) -> Result<ProviderBill, FileError> {
    read("bill.csv", text.as_bytes(), &Form::shipped().unwrap(), &wanted())
}

fn faults(text: &str) -> Vec<(usize, String, String)> {
    let problems = bill(text).unwrap_err().problems;
    problems.into_iter().map(|one| (one.line, one.field, one.message)).collect()
}

fn only(bill: &ProviderBill) -> &Entry {
    assert_eq!(bill.entries.len(), 1, "{bill:?}");
    &bill.entries[0]
}

#[test]
fn the_fields_of_a_huawei_export_are_understood() {
    let text = "\u{feff}Billing Cycle,Enterprise Project,Product,Specifications,Bill Type,Expenditure Time,Region,Usage,\
                Unit Price,Amount Due (USD)\r\n\
                2025-01,default,OCR,Passport OCR,Expenditure-purchase of nothing,2025/01/10 09:00:00 GMT+08:00,AP-Singapore,,,1.5\r\n\
                2025-01,default,OCR,Passport OCR,Expenditure-Use,2025/01/10 09:00:00 GMT+08:00,CN-Hong Kong,\"1,050\",0.02,21.00\r\n";
    let bill = bill(text).unwrap();
    assert_eq!(
        (bill.form.as_str(), bill.month),
        ("Huawei Cloud bill details", Month::parse("2025-01").unwrap())
    );
    let [other, usage] = bill.entries.as_slice() else { panic!("{bill:?}") };
    assert_eq!((other.kind, other.name.as_str()), (EntryKind::Other, "Expenditure-purchase of nothing"));
    assert_eq!((usage.line, usage.kind, usage.place.as_str()), (3, EntryKind::Usage, PLACE));
    assert_eq!((usage.quantity, usage.amount.to_string().as_str()), (Some(1_050), "21.00000000"));
    assert_eq!(usage.project.as_deref(), Some(""), "the default project has no name of its own");
    assert_eq!(usage.from, parse_instant("2025-01-10T09:00:00+08:00").unwrap());
}

#[test]
fn a_tencent_export_names_its_application_and_a_focus_file_its_utc() {
    let text = "Bill Month;Instance ID;Product Name;Transaction Type;Usage Start Time;Usage End Time;Component Usage;Currency;Total Cost\n\
                202501;app-1;LCIC;postpay_deduct_d;2025-01-10 00:00:00;2025-01-11 00:00:00;90;USD;1.80\n";
    let bill = bill(text).unwrap();
    let entry = only(&bill);
    assert_eq!((bill.form.as_str(), entry.place.as_str()), ("Tencent Cloud bill details", "app-1"));
    assert_eq!(entry.from, parse_instant("2025-01-10T00:00:00+08:00").unwrap(), "the account's zone");
    let text = "BilledCost,BillingCurrency,BillingPeriodStart,ChargeCategory,ChargeClass,ChargePeriodStart,ChargePeriodEnd,\
                ConsumedQuantity,ServiceName,RegionId,ListUnitPrice\n\
                -0.10,USD,2025-01-01T00:00:00Z,Usage,Correction,2025-01-10T01:00:00Z,2025-01-10T02:00:00Z,-5.0,passport-ocr,ap-southeast-1,0.02\n";
    let bill = self::bill(text).unwrap();
    let entry = only(&bill);
    assert_eq!((entry.kind, entry.quantity, entry.place.as_str()), (EntryKind::Correction, Some(-5), PLACE));
    assert_eq!(entry.from, parse_instant("2025-01-10T09:00:00+08:00").unwrap());
    assert_eq!(entry.project, None, "it has no column for projects");
}

#[test]
fn another_currency_is_named_with_its_line_and_field() {
    let text = "amount_due,spent_from,currency\n1.00,2025-01-10T09:00:00+08:00,USD\n2.00,2025-01-10T10:00:00+08:00,CNY\n";
    assert_eq!(faults(text), [(3, "currency".to_owned(), "is `CNY`; the account is in USD".to_owned())]);
    let text = "Amount Due (CNY),Expenditure Time\n1.00,2025-01-10 09:00:00\n";
    assert_eq!(faults(text), [(2, "Amount Due".to_owned(), "is `CNY`; the account is in USD".to_owned())]);
}

#[test]
fn everything_that_cannot_be_read_is_told_at_once() {
    let text = "amount_due,spent_from,usage,billing_cycle\nmuch,2025-01-10T09:00:00+08:00,1.5,2025-13\n,yesterday,1,\n";
    let told: Vec<_> = faults(text).into_iter().map(|(line, field, _)| (line, field)).collect();
    let expected =
        [(2, "amount_due"), (2, "billing_cycle"), (2, "usage"), (3, "spent_from"), (3, "amount_due")];
    assert_eq!(told, expected.map(|(line, field)| (line, field.to_owned())));
    let error = bill("colour,size\nred,1\n").unwrap_err().to_string();
    assert!(error.starts_with("bill.csv:1: no form has these columns: colour, size"), "{error}");
    assert_eq!(faults("amount_due,spent_from\n").first().map(|fault| fault.2.as_str()), Some("has no rows"));
}

#[test]
fn rows_of_other_months_are_counted_and_not_compared() {
    let text = "amount_due,spent_from\n1.00,2025-01-31T23:00:00+08:00\n2.00,2025-02-01T00:00:00+08:00\n3.00,2025-02-02T00:00:00+08:00\n";
    let (january, february) = (Month::parse("2025-01").unwrap(), Month::parse("2025-02").unwrap());
    let bill = bill(text).unwrap();
    assert_eq!((bill.month, bill.entries.len()), (february, 2));
    assert_eq!(bill.other_months, BTreeMap::from([(january, 1)]));
    let forms = Form::shipped().unwrap();
    let march = Wanted { month: Month::parse("2025-03"), ..wanted() };
    let error = read("bill.csv", text.as_bytes(), &forms, &march).unwrap_err().to_string();
    assert_eq!(error, "bill.csv:1: cycle: has no row of 2025-03; its rows are of 2025-01, 2025-02");
}

#[test]
fn names_that_begin_as_a_formula_were_written_with_an_apostrophe() {
    let text = "amount_due,spent_from,project,kind\n1.00,2025-01-10T09:00:00+08:00,'=p,usage\n";
    assert_eq!(only(&bill(text).unwrap()).project.as_deref(), Some("=p"));
}
