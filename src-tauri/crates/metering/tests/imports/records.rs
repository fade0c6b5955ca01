//! Records with ids: once per (source, id).

use metering::{
    History, HistoryError, Input, MemoryHistory, Options, Quiet, ReadError, Reading, Rules, read,
};

use crate::support::{read_files, read_one};

const RULES: &str = "[defaults]\nservice = 's'\nregion = 'eu'\nstatus = 200\n";

fn records(ids: impl Iterator<Item = u64>) -> String {
    ids.map(|id| format!("{{\"id\":\"r-{id}\",\"time\":{}}}\n", 1_700_000_000 + id)).collect()
}

#[test]
fn a_record_counts_once_in_a_file_and_across_imports() {
    let mut history = MemoryHistory::default();
    let first = read_files(&[("a", records((0..9_000).chain(100..200)))], RULES, &history).unwrap();
    history.remember(&first);
    let second = read_files(&[("b", records(8_000..12_000))], RULES, &history).unwrap();
    history.remember(&second);
    let one = read_files(&[("c", records(11_999..12_001))], RULES, &history).unwrap();
    assert_eq!((first.counted, first.duplicates), (9_000, 100));
    assert_eq!((second.counted, second.duplicates), (3_000, 1_000));
    assert_eq!((one.counted, one.duplicates), (1, 1));
}

#[test]
fn the_same_id_with_another_content_is_set_aside_and_shown() {
    let text = "id,time,count\nx,1700000000,1\ny,1700000000,1\nx,1700000000,2\nx,1700000000,1\n";
    let reading = read_one(text, RULES).unwrap();
    assert_eq!((reading.billable, reading.duplicates, reading.conflict_count), (2, 1, 1));
    let conflict = &reading.conflicts[0];
    assert_eq!((conflict.id.as_str(), conflict.line, conflict.excerpt.as_str()), ("x", 4, "x,1700000000,2"));
}

#[test]
fn every_part_of_a_record_makes_a_difference() {
    let original = "{\"id\":1,\"time\":1700000000,\"status\":200,\"service\":\"s\",\"region\":\"r\",\"project\":\"p\",\"count\":1}";
    let changes = [
        ("1700000000", "1700000000.5"),
        ("200", "201"),
        ("\"s\"", "\"t\""),
        ("\"r\"", "\"q\""),
        ("\"p\"", "\"\""),
        ("\"count\":1", "\"count\":2"),
    ];
    for (from, to) in changes {
        let reading = read_one(format!("{original}\n{}\n", original.replace(from, to)), "").unwrap();
        assert_eq!((reading.counted, reading.conflict_count), (1, 1), "{from} → {to}");
    }
    let same = original.replace("1700000000", "\"2023-11-14T22:13:20Z\"");
    assert_eq!(
        read_one(format!("{original}\n{same}\n"), "").unwrap().duplicates,
        1,
        "another spelling is no change"
    );
}

#[test]
fn the_same_id_from_another_source_is_another_record() {
    let event = |source: &str| {
        format!(
            "{{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"{source}\",\"type\":\"t\",\"time\":\"2023-11-14T22:13:20Z\",\"data\":{{}}}}\n"
        )
    };
    let reading = read_one(event("/a") + &event("/b") + &event("/a"), RULES).unwrap();
    assert_eq!((reading.counted, reading.duplicates), (2, 1));
}

#[test]
fn what_is_no_event_in_a_batch_is_rejected_alone() {
    let event = |id: &str| {
        format!(
            "{{\"specversion\":\"1.0\",\"id\":\"{id}\",\"source\":\"/a\",\"type\":\"t\",\"time\":\"2023-11-14T22:13:20Z\",\"data\":{{}}}}"
        )
    };
    let (one, two, three) = (event("1"), event("2"), event("3"));
    let batch = format!("[{one},42,\"a, \\\"b\\\"\",{{\"specversion\":\"1.0\"}},{two} , null ]\n{three}\n");
    let reading = read_one(batch, RULES).unwrap();
    let found: Vec<_> = reading.rejected.iter().map(|row| row.excerpt.as_str()).collect();
    assert_eq!((reading.counted, reading.rejected_count), (3, 4), "{found:?}");
    assert_eq!(found, ["42", "\"a, \\\"b\\\"\"", "{\"specversion\":\"1.0\"}", "null"]);
}

#[test]
fn a_record_without_its_id_is_rejected() {
    let reading = read_one("id,time\n1,1700000000\n,1700000000\n", RULES).unwrap();
    assert_eq!((reading.counted, reading.rejected[0].field, reading.rejected[0].line), (1, "id", 3));
}

#[test]
fn a_record_no_rule_matched_counts_once_a_rule_does() {
    let text = "id,time,path\n1,1700000000,/old\n2,1700000000,/new\n";
    let rules = "[[rule]]\npath = '/old'\nservice = 's'\nregion = 'r'\n[defaults]\nstatus = 200\n";
    let mut history = MemoryHistory::default();
    let first = read_files(&[("a", text)], rules, &history).unwrap();
    history.remember(&first);
    let second = read_files(&[("a", text)], &rules.replace("/old", "/**"), &history).unwrap();
    assert_eq!((first.unmatched, second.counted, second.duplicates), (1, 1, 1));
}

#[test]
fn many_records_in_several_batches_are_stored_in_eight_bytes_each() {
    let reading = read_one(records(0..300_000), RULES).unwrap();
    let bytes: usize = reading.records.blocks.iter().map(|block| block.data.len()).sum();
    assert_eq!((reading.counted, reading.records.records()), (300_000, 300_000));
    assert!(bytes < 300_000 * 8, "{bytes} bytes");
    assert!(reading.records.blocks.is_sorted_by(|a, b| a.last < b.first), "blocks ascend and do not meet");
    let again = read_one(records((0..300_000).chain(0..300_000)), RULES).unwrap();
    assert_eq!((again.counted, again.duplicates), (300_000, 300_000));
    assert_eq!(again.records, reading.records);
}

struct Broken(bool);

impl History for Broken {
    fn record_blocks(&self, _: u64, _: u64, visit: &mut dyn FnMut(&[u8])) -> Result<(), HistoryError> {
        visit(b"\x01damaged");
        if self.0 { Err("disk gone".into()) } else { Ok(()) }
    }

    fn stretch_runs(&self, _: i64, _: i64, visit: &mut dyn FnMut(u64, &[u8])) -> Result<(), HistoryError> {
        visit(1, b"\x01\x00\xffdamaged");
        if self.0 { Err("disk gone".into()) } else { Ok(()) }
    }
}

#[test]
fn a_history_that_cannot_be_read_ends_the_import() {
    let rules = Rules::parse(RULES).unwrap();
    let read_with = |text: &str, history| -> Result<Reading, ReadError> {
        read(Input::text("a", text), &rules, &Options::new("s", i64::MAX), &history, &Quiet)
    };
    for text in ["id,time\n1,1700000000\n", "time,x,y\n1700000000,1,2\n"] {
        assert!(matches!(read_with(text, Broken(true)), Err(ReadError::History(_))));
        assert!(matches!(read_with(text, Broken(false)), Err(ReadError::History(_))), "damaged is not empty");
    }
}
