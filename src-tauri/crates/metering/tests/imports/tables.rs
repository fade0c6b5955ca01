//! CSV, JSON lines and CloudEvents: fields, times, faults.

use metering::{ReadError, Reading, Reason};

use crate::support::{read_one, slice};

const LLM: &str = "[columns]\ntime = 'TIMESTAMP'\n[defaults]\nservice = 'llm'\nregion = 'eu'\nstatus = 200\n";
const ALL_GIVEN: &str = "[defaults]\nservice = 's'\nregion = 'eu'\nstatus = 200\n";

fn faults(reading: &Reading) -> Vec<(u64, Reason, &str)> {
    reading.rejected.iter().map(|r| (r.line, r.reason, r.field)).collect()
}

#[test]
fn a_real_trace_settles_into_two_hours() {
    let reading =
        read_one(slice("azure-llm-trace-100.csv"), &format!("[source]\nzone = 'Z'\n{LLM}")).unwrap();
    let hours: Vec<_> = reading.usage.iter().map(|row| (row.at, row.billable)).collect();
    assert_eq!(hours, [(1_700_157_600, 60), (1_700_161_200, 40)]);
    assert_eq!(reading.span, Some((1_700_161_187, 1_700_161_207)));
}

#[test]
fn a_time_without_a_zone_is_asked_for() {
    let result = read_one(slice("azure-llm-trace-100.csv"), LLM);
    assert!(
        matches!(result, Err(ReadError::ZoneNeeded { line: 2, found, .. }) if found.starts_with("2023-11-16 18:59:47"))
    );
}

#[test]
fn a_column_nothing_gives_is_named_with_the_columns_there_are() {
    let result = read_one("time,what,else\n1700000000,1,2\n", "[defaults]\nservice = 's'\nregion = 'r'\n");
    let Err(ReadError::FieldNeeded { field, found, .. }) = result else { panic!("{result:?}") };
    assert_eq!((field, found), ("status", vec!["time".to_owned(), "what".to_owned(), "else".to_owned()]));
    let mapped = read_one("time,what\n", "[columns]\nstatus = 'code'\n");
    assert!(matches!(mapped, Err(ReadError::FieldNeeded { expected, .. }) if expected == "code"));
}

#[test]
fn csv_fields_are_read_by_the_usual_names_whatever_the_delimiter() {
    for delimiter in [",", ";", "\t"] {
        let text = "\u{feff}Timestamp,status,service,region,project,count\r\n\
                    2025-06-01T00:00:00Z,200,ocr,eu,p,3\r\n\
                    \"2025-06-01T00:00:01Z\",500,ocr,eu,\"p\",1\r\n\
                    \r\n\
                    1748736002,204,ocr,eu,,1";
        let reading = read_one(text.replace(',', delimiter), "").unwrap();
        assert_eq!((reading.billable, reading.failed, reading.rejected_count), (4, 1, 0), "{delimiter:?}");
        let projects: Vec<_> = reading.keys.iter().map(|key| key.project.as_str()).collect();
        assert_eq!(projects, ["", "p"]);
    }
}

#[test]
fn csv_faults_name_line_and_field() {
    let text = "time,status,service,region,count\n\
                yesterday,200,s,r,1\n\
                1700000000,20,s,r,1\n\
                1700000000,200,,r,1\n\
                1700000000,200,s,r,-1\n\
                1700000000,200,s\n\
                ,200,s,r,1\n\
                1700000000,200,s,r,1\n";
    let reading = read_one(text, "").unwrap();
    let expected = [
        (2, Reason::Unreadable, "time"),
        (3, Reason::Unreadable, "status"),
        (4, Reason::Missing, "service"),
        (5, Reason::Unreadable, "count"),
        (6, Reason::NotARecord, "line"),
        (7, Reason::Missing, "time"),
    ];
    assert_eq!((faults(&reading).as_slice(), reading.billable), (&expected[..], 1));
}

#[test]
fn a_path_column_is_classified_by_the_rules() {
    let rules =
        "[[rule]]\nmethod = 'POST'\npath = '/v2/*/ocr/passport'\nservice = 'passport-ocr'\nregion = 'eu'\n";
    let text = "time,status,method,path,project\n\
                1700000000,200,POST,/v2/x/ocr/passport?a=1,p-7\n\
                1700000000,200,GET,/v2/x/ocr/passport,p-7\n";
    let reading = read_one(text, rules).unwrap();
    assert_eq!((reading.billable, reading.unmatched), (1, 1));
    assert_eq!(reading.keys[0].project, "p-7");
}

#[test]
fn calls_of_a_member_account_are_counted_for_it_and_its_project() {
    let rules = "[[rule]]\npath = '/ocr'\nservice = 's'\nregion = 'r'\n[columns]\nmember = 'who'\n";
    let text = "time,status,path,project,who\n\
                1700000000,200,/ocr,p-7,kyc\n\
                1700000001,200,/ocr,,kyc\n\
                1700000002,200,/ocr,p-7,\n";
    let names = |text: &str, rules: &str| {
        let reading = read_one(text, rules).unwrap();
        reading.keys.iter().map(|key| key.project.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(text, rules), ["@kyc", "@kyc/p-7", "p-7"]);
    let text = "time,status,service,region,member\n1700000000,200,s,r,kyc\n1700000000,200,s,r,\n";
    assert_eq!(names(text, ""), ["", "@kyc"]);
}

#[test]
fn json_lines_are_mapped_by_key_also_inside_others() {
    let rules = "[columns]\ntime = 'at'\nstatus = 'answer.code'\n[defaults]\nservice = 's'\nregion = 'r'\n";
    let text = "{\"at\":1700000000.5,\"answer\":{\"code\":201}}\n\
                {\"at\":\"2023-11-14T22:13:20+00:00\",\"answer\":{\"code\":\"404\"}}\n\
                {\"at\":1700000000000}\n\
                not json\n\
                {\"at\":1700000000,\"answer\":{\"code\":200}";
    let reading = read_one(text, rules).unwrap();
    assert_eq!((reading.billable, reading.failed), (1, 1));
    let expected =
        [(3, Reason::Missing, "status"), (4, Reason::NotARecord, "line"), (5, Reason::NotARecord, "line")];
    assert_eq!(faults(&reading), expected);
}

const EVENT: &str = "{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"/gw\",\"type\":\"call\",\
                     \"time\":\"2023-11-14T22:13:20Z\",\"data\":{\"service\":\"ocr\",\"region\":\"eu\",\"status\":200}}";

#[test]
fn cloudevents_come_alone_by_line_or_in_batches() {
    let second = EVENT.replace("\"e1\"", "\"e2\"").replace("200}}", "200,\"units\":4}}");
    let pretty = EVENT.replace(',', ",\n  ");
    let batch = format!("[\n {EVENT},\n {second}\n]");
    for (text, billable) in [(format!("{EVENT}\n{second}\n"), 5), (batch, 5), (pretty, 1)] {
        assert_eq!(read_one(&text, "").unwrap().billable, billable, "{text}");
    }
}

#[test]
fn an_event_without_what_the_specification_requires_is_rejected() {
    let with = |from: &str, to: &str| EVENT.replace("e1", to).replace(from, "") + "\n";
    let text = [
        EVENT.replace("1.0", "0.3") + "\n",
        with("\"id\":\"2\",", "2"),
        with("\"source\":\"/gw\",", "3"),
        with("\"type\":\"call\",", "4"),
        with("\"time\":\"2023-11-14T22:13:20Z\",", "5"),
        with(",\"data\":{\"service\":\"ocr\",\"region\":\"eu\",\"status\":200}", "6"),
        with("\"service\":\"ocr\",", "7"),
        with(",\"status\":200", "8"),
        EVENT.replace("e1", "9") + "\n",
    ];
    let reading = read_one(text.concat(), "").unwrap();
    let expected = [
        (1, Reason::NotAnEvent, "specversion"),
        (2, Reason::NotAnEvent, "id"),
        (3, Reason::NotAnEvent, "source"),
        (4, Reason::NotAnEvent, "type"),
        (5, Reason::Missing, "time"),
        (6, Reason::Missing, "data"),
        (7, Reason::Missing, "service"),
        (8, Reason::Missing, "status"),
    ];
    assert_eq!((faults(&reading).as_slice(), reading.billable), (&expected[..], 1));
}

#[test]
fn the_default_status_serves_events_without_one() {
    let event = EVENT.replace(",\"status\":200", "");
    assert_eq!(read_one(event, ALL_GIVEN).unwrap().billable, 1);
}
