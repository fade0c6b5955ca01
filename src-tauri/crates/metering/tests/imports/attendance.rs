//! Attendance of classes: seconds of applications, split at midnight, once per record.

use std::collections::BTreeMap;

use metering::{
    Input, MemoryHistory, Options, Quiet, ReadError, Reading, Rules, Stream, Unit, UsageRow, read,
};

/// 2024-08-10, 00:00:00 in UTC+08:00.
const MIDNIGHT: i64 = 1_723_219_200;
const HOUR: i64 = 3_600;

fn read_after(text: &str, rules: &str, history: &MemoryHistory) -> Result<Reading, ReadError> {
    let mut options = Options::new("school", MIDNIGHT + 100 * 24 * HOUR);
    options.unit = Unit::Attendance { service: "lcic".into() };
    let input = Input::Streams(vec![Stream::text("attendance", text)]);
    let reading = read(input, &Rules::parse(rules).unwrap(), &options, history, &Quiet)?;
    let Reading { rows, counted, duplicates, overlapped, rejected_count, conflict_count, .. } = reading;
    assert_eq!(rows, counted + duplicates + overlapped + rejected_count + conflict_count);
    Ok(reading)
}

fn read_one(text: &str, rules: &str) -> Reading {
    read_after(text, rules, &MemoryHistory::default()).unwrap()
}

/// Seconds by instant after midnight and application.
fn seconds(reading: &Reading) -> Vec<(i64, &str, u64)> {
    let of = |row: &UsageRow| {
        (row.at - MIDNIGHT, reading.keys[row.key as usize].application.as_str(), row.billable)
    };
    reading.usage.iter().map(of).collect()
}

#[test]
fn every_form_gives_the_same_seconds() {
    let csv = "record_id,application,class,user,joined,left\n\
               r-1,school,c-1,ann,2024-08-10T09:00:00+08:00,2024-08-10T09:30:29+08:00\n\
               r-2,school,c-1,bob,2024-08-10T01:05:00Z,2024-08-10T01:30:00Z\n";
    let lines = "{\"id\":\"r-1\",\"app\":\"school\",\"user\":\"ann\",\"time\":\"2024-08-10T09:30:29+08:00\",\"seconds\":1829}\n\
                 {\"id\":\"r-2\",\"app\":\"school\",\"user\":\"bob\",\"time\":\"2024-08-10T09:30:00+08:00\",\"seconds\":1500}\n";
    let event = |id: &str, end: &str, seconds: u32| {
        format!(
            "{{\"specversion\":\"1.0\",\"id\":\"{id}\",\"source\":\"/school\",\"type\":\"attended\",\"time\":\"{end}\",\
             \"data\":{{\"application\":\"school\",\"seconds\":{seconds}}}}}"
        )
    };
    let events = format!(
        "[{},\n{}]",
        event("r-1", "2024-08-10T01:30:29Z", 1_829),
        event("r-2", "2024-08-10T01:30:00Z", 1_500)
    );
    for text in [csv, lines, &events] {
        let reading = read_one(text, "");
        assert_eq!((reading.counted, reading.billable, reading.failed), (2, 3_329, 0), "{text}");
        assert_eq!(seconds(&reading), [(9 * HOUR, "school", 3_329)], "seconds are summed, never rounded");
        assert_eq!(reading.keys[0].service, "lcic");
    }
}

/// T-11: of 23:30:00 to 00:15:30 half an hour belongs to the day before.
#[test]
fn a_stretch_across_midnight_is_of_two_days() {
    let text = "application,joined,left\n\
                school,2024-08-10T23:30:00+08:00,2024-08-11T00:15:30+08:00\n\
                school,2024-08-10T23:00:00+08:00,2024-08-11T00:00:00+08:00\n";
    let reading = read_one(text, "");
    assert_eq!(reading.billable, 6_330);
    assert_eq!(seconds(&reading), [(23 * HOUR, "school", 5_400), (24 * HOUR, "school", 930)]);
    assert_eq!(reading.span, Some((MIDNIGHT + 24 * HOUR - 1, MIDNIGHT + 24 * HOUR + 930)));

    let together = "application,ended_at,seconds\nschool,2024-08-11T00:15:30+08:00,36000\n";
    assert_eq!(
        seconds(&read_one(together, "")),
        [(24 * HOUR, "school", 36_000)],
        "nobody can tell how much of everybody's attendance lies before midnight"
    );
}

#[test]
fn a_record_counts_once_and_another_content_is_set_aside() {
    let row = |user: &str| format!("r-1,school,{user},2024-08-10T09:00:00+08:00,2024-08-10T09:30:00+08:00\n");
    let text = format!("id,application,user,joined,left\n{}{}{}", row("ann"), row("ann"), row("bob"));
    let mut history = MemoryHistory::default();
    let first = read_after(&text, "", &history).unwrap();
    assert_eq!((first.counted, first.duplicates, first.conflict_count), (1, 1, 1));
    history.remember(&first);
    let again = read_after(&text, "", &history).unwrap();
    assert_eq!((again.counted, again.duplicates, again.conflict_count), (0, 2, 1));
    assert_eq!(again.usage, []);
}

#[test]
fn rows_without_ids_are_recognised_by_their_file() {
    let row = |minute: u32| format!("school,2024-08-10T09:{minute:02}:00+08:00,60\n");
    let file = |minutes: std::ops::Range<u32>| {
        format!("application,left,seconds\n{}", minutes.map(row).collect::<String>())
    };
    let mut history = MemoryHistory::default();
    let first = read_after(&file(10..40), "", &history).unwrap();
    assert_eq!((first.counted, first.billable), (30, 1_800));
    history.remember(&first);
    let grown = read_after(&file(10..45), "", &history).unwrap();
    assert_eq!((grown.counted, grown.overlapped), (5, 30));
}

#[test]
fn rows_that_cannot_be_right_are_rejected_with_line_and_field() {
    let text = "application,user,joined,left,seconds\n\
                school,ann,2024-08-10T09:00:00+08:00,2024-08-10T08:59:59+08:00,\n\
                school,ann,2024-08-08T09:00:00+08:00,2024-08-10T09:00:00+08:00,\n\
                school,ann,2024-08-10T09:00:00+08:00,2024-08-10T09:01:00+08:00,61\n\
                school,ann,,2024-08-10T09:01:00+08:00,1.5\n\
                school,ann,,2024-08-10T09:01:00+08:00,\n\
                ,ann,,2024-08-10T09:01:00+08:00,60\n\
                school,ann,,2034-08-10T09:01:00+08:00,60\n\
                school,ann,,2024-08-10T09:01:00+08:00,60\n";
    let reading = read_one(text, "");
    let mut rejected: Vec<_> =
        reading.rejected.iter().map(|row| (row.line, row.reason.code(), row.field)).collect();
    let expected = [
        (2, "unreadable", "joined"),
        (3, "unreadable", "joined"),
        (4, "unreadable", "seconds"),
        (5, "unreadable", "seconds"),
        (6, "missing", "seconds"),
        (7, "missing", "application"),
        (8, "in_the_future", "left"),
    ];
    rejected.sort_unstable();
    assert_eq!(rejected, expected);
    assert_eq!((reading.counted, reading.billable), (1, 60));
}

#[test]
fn rules_name_other_columns_and_one_application_for_all() {
    let text = "Wann;Dauer;Nr\n2024-08-10 09:01:00;60;1\n2024-08-10 09:02:00;61;2\n";
    let rules = "[source]\nzone = '+08:00'\n[columns]\ntime = 'Wann'\nseconds = 'Dauer'\nid = 'Nr'\n\
                 [defaults]\napplication = 'school'\n";
    assert_eq!(seconds(&read_one(text, rules)), [(9 * HOUR, "school", 121)]);
    let nothing_names_it =
        read_after(text, &rules.replace("application = 'school'", ""), &MemoryHistory::default());
    let Err(ReadError::FieldNeeded { field, .. }) = nothing_names_it else { panic!() };
    assert_eq!(field, "application");
    let no_seconds =
        read_after("application,left\nschool,2024-08-10 09:01:00\n", "", &MemoryHistory::default());
    let Err(ReadError::FieldNeeded { field, .. }) = no_seconds else { panic!() };
    assert_eq!(field, "seconds");
}

#[test]
fn an_access_log_tells_no_attendance() {
    let line = "10.0.0.1 - - [10/Aug/2024:09:01:00 +0800] \"GET / HTTP/1.1\" 200 7\n";
    let read =
        read_after(line, "[[rule]]\npath = '/**'\nservice = 's'\nregion = 'r'\n", &MemoryHistory::default());
    assert!(matches!(read, Err(ReadError::UnknownFormat { .. })));
}

/// T-04, T-07: playback is metered apart from classes, whatever their type is called.
#[test]
fn playback_is_told_apart_from_classes() {
    let text = "application,type,ended_at,seconds\n\
                school,interactive class,2024-08-10T09:10:00+08:00,20\n\
                school,Playback,2024-08-10T09:10:00+08:00,30\n\
                school,,2024-08-10T09:20:00+08:00,5\n";
    let reading = read_one(text, "");
    let mut types = BTreeMap::new();
    for row in &reading.usage {
        *types.entry(reading.keys[row.key as usize].project.as_str()).or_insert(0) += row.billable;
    }
    assert_eq!(types, BTreeMap::from([("", 25), ("playback", 30)]));
}
