//! Logs without ids: a stretch of lines counts once, however it comes back.

use crate::support::{EVERYTHING, import_each, line, log, read_files, slice};
use metering::MemoryHistory;

#[test]
fn a_file_imported_again_counts_nothing() {
    let file = slice("apache-access-300.log");
    assert_eq!(import_each(&[&file, &file]), [(300, 0), (0, 300)]);
}

#[test]
fn equal_lines_inside_one_file_are_separate_calls() {
    let file = line(5, "/a").repeat(40);
    assert_eq!(import_each(&[&file, &file]), [(40, 0), (0, 40)]);
}

#[test]
fn a_grown_file_counts_what_was_added() {
    let imports = import_each(&[log(0..1), log(0..2), log(0..5_000), log(0..5_001), log(0..9_000)]);
    assert_eq!(imports, [(1, 0), (1, 1), (4_998, 2), (1, 5_000), (3_999, 5_001)]);
}

#[test]
fn a_rotated_file_whose_head_is_gone_counts_what_was_added() {
    assert_eq!(import_each(&[log(0..4_000), log(2_345..6_000)]), [(4_000, 0), (2_000, 1_655)]);
}

#[test]
fn a_file_that_reaches_back_before_a_known_one_counts_what_lies_before() {
    assert_eq!(import_each(&[log(3_000..4_000), log(1_000..3_500)]), [(1_000, 0), (2_000, 500)]);
}

#[test]
fn a_short_cut_from_the_middle_is_recognised() {
    for length in [1, 2, 5, 50, 500] {
        let cut = log(3_333..3_333 + length);
        assert_eq!(import_each(&[log(0..20_000), cut])[1], (0, length), "{length} lines");
    }
}

#[test]
fn known_files_put_together_count_nothing() {
    let together = log(5_000..9_000) + &log(0..3_000) + &log(20_000..20_020);
    let imports = import_each(&[log(0..3_000), log(5_000..9_000), log(20_000..20_020), together]);
    assert_eq!(imports[3], (0, 7_020));
}

#[test]
fn new_lines_around_known_ones_are_counted_exactly() {
    let around = log(50_000..50_003) + &log(100..150) + &log(60_000..60_007);
    let before = log(50_000..50_003) + &log(0..2_000);
    let behind = log(0..2_000) + &log(60_000..60_007);
    for (file, new, known) in [(around, 10, 50), (before, 3, 2_000), (behind, 7, 2_000)] {
        assert_eq!(import_each(&[log(0..2_000), file]), [(2_000, 0), (new, known)]);
    }
}

#[test]
fn one_line_inserted_into_a_known_file_is_one_new_call() {
    let with_insert = log(0..1_234) + &line(1_234, "/inserted") + &log(1_234..3_000);
    assert_eq!(import_each(&[log(0..3_000), with_insert])[1], (1, 3_000));
}

#[test]
fn lines_left_out_of_a_known_file_make_no_new_calls() {
    let filtered: String = (0..3_000).filter(|n| n % 3 != 0).map(|n| log(n..n + 1)).collect();
    assert_eq!(import_each(&[log(0..3_000), filtered])[1], (0, 2_000));
}

#[test]
fn a_log_split_between_equal_lines_counts_them_all() {
    let first = log(0..100) + &line(100, "/a").repeat(3);
    let second = line(100, "/a").repeat(2) + &log(101..200);
    assert_eq!(import_each(&[first, second]), [(103, 0), (101, 0)]);
}

#[test]
fn equal_lines_in_a_new_stretch_are_new_calls() {
    let known = log(0..1_000);
    let mixed: String = (0..1_000).map(|n| log(n..n + 1) + &line(n, "/other")).collect();
    let other: String =
        (0..1_000).step_by(10).map(|n| line(n, "/other") + &log(n..n + 1) + &line(n, "/third")).collect();
    assert_eq!(import_each(&[known.clone(), other])[1], (300, 0), "a line here and there is a coincidence");
    assert_eq!(import_each(&[mixed, known])[1].0, 0, "every line in order is not");
}

#[test]
fn files_of_one_import_that_overlap_count_once() {
    let files = [("access.log.1", log(0..3_000)), ("access.log", log(2_500..4_000))];
    let reading = read_files(&files, EVERYTHING, &MemoryHistory::default()).unwrap();
    assert_eq!((reading.counted, reading.overlapped), (4_000, 500));
    assert_eq!(reading.files[1].overlapped, 500, "the report says where");
}

#[test]
fn rejected_and_unmatched_lines_are_part_of_a_stretch() {
    let odd = |n: u64| if n.is_multiple_of(5) { format!("nonsense {n}\n") } else { log(n..n + 1) };
    let file: String = (0..500).map(odd).collect();
    let mut history = MemoryHistory::default();
    let first = read_files(&[("a", &file)], EVERYTHING, &history).unwrap();
    history.remember(&first);
    let again = read_files(&[("b", &file)], EVERYTHING, &history).unwrap();
    assert_eq!((first.counted, first.rejected_count), (400, 100));
    assert_eq!((again.counted, again.rejected_count, again.overlapped), (0, 0, 500));
}

#[test]
fn line_ends_do_not_make_lines_new() {
    let crlf = log(0..200).replace('\n', "\r\n");
    let no_last_break = log(0..200).trim_end().to_owned();
    assert_eq!(import_each(&[log(0..200), crlf, no_last_break]), [(200, 0), (0, 200), (0, 200)]);
}

#[test]
fn times_out_of_order_make_no_difference() {
    let real = slice("apache-access-300.log");
    let text = String::from_utf8(real).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let part = |from: usize, to: usize| lines[from..to].concat();
    assert_eq!(import_each(&[part(0, 200), part(120, 300), part(90, 140)]), [(200, 0), (100, 80), (0, 50)]);
}

#[test]
fn records_without_ids_are_recognised_like_lines() {
    let rules = "[source]\nzone = 'Z'\n[defaults]\nservice = 'llm'\nregion = 'eu'\nstatus = 200\n";
    let file = slice("azure-llm-trace-100.csv");
    let mut history = MemoryHistory::default();
    let first = read_files(&[("a.csv", &file)], rules, &history).unwrap();
    history.remember(&first);
    let unix = String::from_utf8(file).unwrap().replace('\r', "");
    let again = read_files(&[("b.csv", unix)], rules, &history).unwrap();
    assert_eq!((first.counted, again.counted, again.overlapped), (100, 0, 100));
}

#[test]
fn the_end_of_one_known_file_and_the_start_of_another_are_known_together() {
    let seconds = |from: u64, to: u64| -> String { (from..to).map(|n| line(n, "/0").repeat(5)).collect() };
    let later = seconds(20, 21) + &line(21, "/0");
    let around = seconds(10, 19) + &line(19, "/0") + &later;
    let both = line(19, "/0") + &seconds(20, 21);
    assert_eq!(import_each(&[later, around, both])[2], (0, 6));
}
