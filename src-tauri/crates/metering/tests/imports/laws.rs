//! Laws over random input.

use metering::{
    Going, Input, MemoryHistory, Options, Progress, Quiet, ReadError, Reading, Rules, Step, Stream, UsageKey,
    read,
};
use proptest::prelude::{Strategy, any, prop};
use proptest::test_runner::Config;
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::support::{EVERYTHING, line, read_files};

/// A log in which calls of one second often look alike: per second, which of three pages were asked
/// for, in order.
fn log() -> impl Strategy<Value = Vec<String>> {
    let second = prop::collection::vec(0..3u8, 1..6);
    prop::collection::vec(second, 20..300).prop_map(|seconds| {
        let lines = |(second, pages): (u64, &Vec<u8>)| {
            pages.iter().map(|page| line(second, &format!("/{page}"))).collect::<Vec<_>>()
        };
        (0..).zip(&seconds).flat_map(lines).collect()
    })
}

/// A part of a log: start and length in thousandths.
type Part = (usize, usize);

fn part_of(log: &[String], (start, length): Part) -> std::ops::Range<usize> {
    let start = start * log.len() / 1_000;
    start..(start + length * log.len() / 1_000).min(log.len())
}

/// Whether lines say enough to be recognised, or told from known ones: at least six, over several
/// seconds.
fn say_enough(lines: &[String]) -> bool {
    let time = |line: &String| line[..40].to_owned();
    lines.len() >= 6 && lines.first().map(time) != lines.last().map(time)
}

/// Whether a part can be told apart: each stretch of it that came with one import, or is new.
fn is_clear(lines: &[String], imports: &[usize]) -> bool {
    let mut rest = lines;
    imports.chunk_by(|a, b| a == b).all(|stretch| {
        let (lines, others) = rest.split_at(stretch.len());
        rest = others;
        say_enough(lines)
    }) && !lines.is_empty()
}

proptest! {
    #![proptest_config(Config::with_cases(200))]
    #[test]
    fn every_line_of_a_log_counts_once_however_its_parts_come_back(
        log in log(),
        files in prop::collection::vec((prop::collection::vec((0..1_000usize, 30..1_000usize), 1..4), 1..4u64), 1..7),
    ) {
        let mut history = MemoryHistory::default();
        // The import each line came with, from 1 on.
        let mut imports = vec![0; log.len()];
        let mut never_seen = 1_000_000;
        for (number, (parts, lines_between)) in (1..).zip(files) {
            let (mut content, mut new, mut after) = (String::new(), 0, imports.clone());
            // Parts of one file lie apart: the same line twice in one file is two calls.
            let mut here = vec![false; log.len()];
            for part in parts {
                let part = part_of(&log, part);
                let around = part.start.saturating_sub(30)..(part.end + 30).min(log.len());
                if here[around].contains(&true) || !is_clear(&log[part.clone()], &imports[part.clone()]) {
                    continue;
                }
                if !content.is_empty() {
                    (0..lines_between).for_each(|n| content += &line(never_seen + n, "/new"));
                    never_seen += lines_between;
                    new += lines_between;
                }
                content += &log[part.clone()].concat();
                here[part.clone()].fill(true);
                for import in after[part].iter_mut().filter(|import| **import == 0) {
                    *import = number;
                    new += 1;
                }
            }
            let rows = content.lines().count() as u64;
            let reading = read_files(&[("log", content)], EVERYTHING, &history).unwrap();
            prop_assert_eq!((reading.counted, reading.overlapped), (new, rows - new));
            history.remember(&reading);
            imports = after;
        }
    }

    #[test]
    fn splitting_a_log_changes_nothing(
        log in log(),
        cuts in prop::collection::vec(0..1_000usize, 0..6),
        together in any::<bool>(),
    ) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut * log.len() / 1_000).collect();
        cuts.extend([0, log.len()]);
        cuts.sort_unstable();
        let mut start = 0;
        let mut files = Vec::new();
        for cut in cuts {
            if say_enough(&log[start..cut]) && (cut == log.len() || say_enough(&log[cut..])) {
                files.push(log[start..cut].concat());
                start = cut;
            }
        }
        let whole = read_files(&[("log", log[..start].concat())], EVERYTHING, &MemoryHistory::default()).unwrap();
        let mut history = MemoryHistory::default();
        let groups: Vec<&[String]> = if together { vec![&files] } else { files.chunks(1).collect() };
        let mut rows = Vec::new();
        for group in groups {
            let named: Vec<_> = group.iter().map(|file| ("log", file)).collect();
            let reading = read_files(&named, EVERYTHING, &history).unwrap();
            history.remember(&reading);
            rows.extend(reading.usage);
        }
        rows.sort_unstable();
        rows.dedup_by(|next, kept| {
            let same = (next.at, next.key) == (kept.at, kept.key);
            kept.billable += if same { next.billable } else { 0 };
            same
        });
        prop_assert_eq!(rows, whole.usage);
        files.reverse();
        let again = read_files(&[("log", files.concat())], EVERYTHING, &history).unwrap();
        prop_assert_eq!(again.counted, 0, "put together in any order, nothing is new");
    }
}

proptest! {
    #[test]
    fn the_order_of_calls_inside_a_second_changes_nothing(
        calls in prop::collection::vec((0..5_000u64, 0..3u8, 0..4u8), 1..200),
        borders in prop::collection::vec(0..5_000i64, 0..4),
    ) {
        let midnight = 1_748_736_000;
        let text = |calls: &[(u64, u8, u8)]| calls.iter().map(|(second, service, project)| {
            format!("{{\"time\":{},\"service\":\"s{service}\",\"project\":\"p{project}\"}}\n", midnight + second)
        }).collect::<String>();
        let rules = Rules::parse("[defaults]\nregion = 'eu'\nstatus = 200\n").unwrap();
        let mut options = Options::new("s", i64::MAX);
        options.borders = borders.iter().map(|border| midnight as i64 + border).collect();
        let usage = |calls: &[(u64, u8, u8)]| {
            let reading = read(Input::text("x", text(calls)), &rules, &options, &MemoryHistory::default(), &Quiet);
            let reading: Reading = reading.unwrap();
            (reading.keys, reading.usage)
        };
        let mut other = calls.clone();
        other.sort_by_key(|call| (call.0, std::cmp::Reverse((call.1, call.2))));
        let (keys, rows) = usage(&calls);
        prop_assert_eq!(&(keys.clone(), rows.clone()), &usage(&other));
        prop_assert!(rows.is_sorted_by(|a, b| (a.at, a.key) < (b.at, b.key)));
        prop_assert_eq!(rows.iter().map(|row| row.billable).sum::<u64>(), calls.len() as u64);
        for row in &rows {
            let UsageKey { service, .. } = &keys[row.key as usize];
            let alone = keys.iter().filter(|key| &key.service == service).count() == 1;
            let is_start = (row.at + 28_800) % 3_600 == 0 || options.borders.contains(&row.at);
            prop_assert!(is_start || !alone, "{row:?} starts neither a period nor a stretch after a border");
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        format in prop::option::of(prop::sample::select(vec!["access-log", "csv", "json-lines", "cloudevents"])),
        head in prop::sample::select(vec![
            "", "\u{1f}\u{8b}", "{\"specversion\":\"1.0\",", "[{", "time,status\n", "{\"time\":1700000000", "::1 - - [",
        ]),
    ) {
        let mut options = Options::new("s", i64::MAX);
        options.format = format.and_then(metering::Format::from_name);
        let content = [head.as_bytes(), &bytes].concat();
        let rules = Rules::parse(EVERYTHING).unwrap();
        let _ = read(Input::text("x", content), &rules, &options, &MemoryHistory::default(), &Quiet);
    }

    #[test]
    fn no_text_makes_the_rules_panic(text in "(?s).{0,200}", head in "(\\[\\[rule\\]\\]|\\[source\\]|)\n(path|zone) = '") {
        let _ = Rules::parse(&(head + &text));
    }
}

struct StopsAfter(u64);

impl Progress for StopsAfter {
    fn report(&self, step: Step) -> Going {
        if step.rows < self.0 { Going::On } else { Going::Stop }
    }
}

#[test]
fn a_reading_can_be_stopped() {
    let content: String = (0..50_000).map(|n| line(n, "/")).collect();
    let files = (0..4).map(|n| Stream::text(n.to_string(), &content)).collect();
    let (rules, options) = (Rules::parse(EVERYTHING).unwrap(), Options::new("s", i64::MAX));
    let stopped =
        read(Input::Streams(files), &rules, &options, &MemoryHistory::default(), &StopsAfter(20_000));
    assert!(matches!(stopped, Err(ReadError::Cancelled)));
}
