//! Access logs: what is counted, and what is wrong with the rest.

use metering::{Example, MemoryHistory, Reason};

use crate::support::{EVERYTHING, line, log, read_files, read_one, slice};

#[test]
fn only_2xx_is_billable_in_a_real_log() {
    let reading = read_one(slice("apache-access-300.log"), EVERYTHING).unwrap();
    assert_eq!((reading.rows, reading.billable, reading.failed), (300, 246, 54));
    assert_eq!(reading.rejected_count, 0, "an unclosed quote in a user agent is no reason to reject");
}

#[test]
fn rejected_lines_come_with_their_number_and_reason() {
    let text =
        format!("{}\n\nhello\n{}{}", line(1, "/a"), line(2, "/b").replace("200 7", "2x0 7"), line(3, "/c"));
    let reading = read_one(text, EVERYTHING).unwrap();
    let shown: Vec<_> =
        reading.rejected.iter().map(|r| (r.line, r.reason, r.field, r.found.as_str())).collect();
    let expected =
        [(4, Reason::NotAnAccessLogLine, "line", "hello"), (5, Reason::Unreadable, "status", "2x0")];
    assert_eq!((shown.as_slice(), reading.billable), (&expected[..], 2));
}

#[test]
fn line_numbers_are_right_far_into_a_file() {
    let text = format!("{}broken\n{}", log(0..40_000), log(40_000..50_000));
    let reading = read_one(text, EVERYTHING).unwrap();
    assert_eq!(reading.rejected[0].line, 40_001);
}

#[test]
fn requests_without_a_rule_are_unmatched_and_ignored_ones_are_ignored() {
    let rules = "[[rule]]\npath = '/healthz'\nignore = true\n\
                 [[rule]]\npath = '/ocr/**'\nservice = 'ocr'\nregion = 'eu'\nproject = 'p-7'\n";
    let text = line(0, "/healthz?full=1") + &line(1, "/ocr/passport?x=1") + &line(2, "/favicon.ico");
    let reading = read_one(text, rules).unwrap();
    assert_eq!((reading.ignored, reading.unmatched, reading.billable), (1, 1, 1));
    assert_eq!(reading.keys[0].project, "p-7");
    let lines = |examples: &[Example]| examples.iter().map(|example| example.line).collect::<Vec<_>>();
    assert_eq!((lines(&reading.ignored_examples), lines(&reading.unmatched_examples)), (vec![1], vec![3]));
    assert!(reading.unmatched_examples[0].excerpt.contains("/favicon.ico"));
}

#[test]
fn of_many_lines_left_out_the_first_few_are_shown() {
    let rules = "[[rule]]\npath = '/none'\nservice = 'ocr'\nregion = 'eu'\n";
    let mut history = MemoryHistory::default();
    let reading =
        read_files(&[("a.log", log(0..30_000)), ("b.log", log(30_000..60_000))], rules, &history).unwrap();
    assert_eq!(reading.unmatched, 60_000);
    let shown: Vec<_> = reading.unmatched_examples.iter().map(|one| (one.file.as_str(), one.line)).collect();
    assert_eq!(shown, (1..=10).map(|line| ("a.log", line)).collect::<Vec<_>>());
    history.remember(&reading);
    let again = read_files(&[("a.log", log(0..30_000))], rules, &history).unwrap();
    assert_eq!((again.unmatched, again.unmatched_examples.len()), (0, 0), "known lines are not told again");
}

#[test]
fn a_line_in_the_future_is_rejected_and_counts_when_its_time_has_come() {
    let mut history = MemoryHistory::default();
    let read_at = |history: &MemoryHistory, not_after| {
        let mut options = metering::Options::new("s", not_after);
        options.threads = 1;
        let rules = metering::Rules::parse(EVERYTHING).unwrap();
        let input = metering::Input::text("log", log(0..100));
        metering::read(input, &rules, &options, history, &metering::Quiet).unwrap()
    };
    let midnight = 1_748_736_000;
    let early = read_at(&history, midnight + 59);
    assert_eq!(
        (early.counted, early.rejected_count, early.rejected[0].reason),
        (60, 40, Reason::InTheFuture)
    );
    history.remember(&early);
    let late = read_at(&history, midnight + 3_600);
    assert_eq!((late.counted, late.overlapped), (40, 60));
}

#[test]
fn a_torn_last_line_counts_once_it_is_whole() {
    let combined = |range: std::ops::Range<u64>| log(range).replace(" 200 7\n", " 200 7 \"-\" \"agent 1\"\n");
    let (torn, whole) = (combined(0..100), combined(0..200));
    let torn = &torn[..torn.len() - 10];
    let mut history = MemoryHistory::default();
    let first = read_files(&[("a", torn)], EVERYTHING, &history).unwrap();
    history.remember(&first);
    let second = read_files(&[("a", &whole)], EVERYTHING, &history).unwrap();
    assert_eq!(first.rejected[0].reason, Reason::CutShort);
    assert_eq!((first.counted, second.counted), (99, 101));
}

#[test]
fn a_line_too_long_is_rejected_alone() {
    let text = line(0, "/a") + &"x".repeat(3 << 20) + "\n" + &line(1, "/b");
    let mut options = metering::Options::new("s", i64::MAX);
    options.format = Some(metering::Format::AccessLog);
    let rules = metering::Rules::parse(EVERYTHING).unwrap();
    let input = metering::Input::text("log", text);
    let reading =
        metering::read(input, &rules, &options, &MemoryHistory::default(), &metering::Quiet).unwrap();
    assert_eq!(
        (reading.counted, reading.rejected[0].reason, reading.rejected[0].line),
        (2, Reason::LineTooLong, 2)
    );
}
