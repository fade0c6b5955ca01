//! Packed files, folders, streams.

use std::fs;
use std::io::Write;

use flate2::write::GzEncoder;
use metering::{
    Compression, Format, Input, MemoryHistory, Options, Quiet, ReadError, Reading, Reason, Rules, read,
};

use crate::support::{EVERYTHING, log, read_files};

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

fn read_path(path: &std::path::Path) -> Result<Reading, ReadError> {
    let rules = Rules::parse(EVERYTHING).unwrap();
    read(Input::Path(path.into()), &rules, &Options::new("s", i64::MAX), &MemoryHistory::default(), &Quiet)
}

#[test]
fn every_member_of_a_gzip_and_every_frame_of_a_zstd_file_is_read() {
    let (first, second) = (log(0..700), log(700..1_000));
    for packed in [[gzip(&first), gzip(&second)].concat(), [zstd(&first), zstd(&second)].concat()] {
        let reading = read_files(&[("log", packed)], EVERYTHING, &MemoryHistory::default()).unwrap();
        assert_eq!((reading.counted, reading.rejected_count), (1_000, 0));
    }
}

#[test]
fn a_packed_file_is_recognised_as_the_one_imported_plain() {
    let mut history = MemoryHistory::default();
    let first = read_files(&[("access.log", log(0..3_000))], EVERYTHING, &history).unwrap();
    history.remember(&first);
    for packed in [gzip(&log(0..3_000)), zstd(&log(1_000..3_000))] {
        assert_eq!(read_files(&[("access.log.1", packed)], EVERYTHING, &history).unwrap().counted, 0);
    }
}

#[test]
fn a_folder_is_read_oldest_first_and_hidden_files_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).unwrap();
    write("access.log", log(2_000..3_000).as_bytes());
    write("access.log.1", log(1_000..2_000).as_bytes());
    write("access.log.2.gz", &gzip(&log(0..1_000)));
    write(".hidden.log", log(5_000..6_000).as_bytes());
    write("notes.txt", b"remember the milk\n");
    fs::create_dir(folder.path().join("older")).unwrap();
    write("older/access.log", log(7_000..8_000).as_bytes());
    let reading = read_path(folder.path()).unwrap();
    let files = reading
        .files
        .iter()
        .map(|file| (file.name.rsplit('/').next().unwrap(), file.format, file.compression));
    let expected = [
        ("access.log.2.gz", Some(Format::AccessLog), Compression::Gzip),
        ("access.log.1", Some(Format::AccessLog), Compression::Plain),
        ("access.log", Some(Format::AccessLog), Compression::Plain),
        ("notes.txt", None, Compression::Plain),
    ];
    assert_eq!(files.collect::<Vec<_>>(), expected);
    assert_eq!((reading.counted, reading.rejected_count), (3_000, 1));
    assert_eq!(reading.rejected[0].reason, Reason::UnknownFormat, "a file left out is told");
}

#[test]
fn a_file_alone_has_to_be_of_a_known_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "remember the milk\n").unwrap();
    assert!(
        matches!(read_path(&path), Err(ReadError::UnknownFormat { found, .. }) if found.contains("milk"))
    );
}

#[test]
fn a_damaged_packed_file_is_no_import_at_all() {
    let packed = gzip(&log(0..3_000));
    let cut = read_files(&[("log.gz", &packed[..packed.len() / 2])], EVERYTHING, &MemoryHistory::default());
    assert!(matches!(cut, Err(ReadError::Io { file, .. }) if file == "log.gz"));
}

#[test]
fn a_missing_file_is_named() {
    assert!(
        matches!(read_path("nowhere.log".as_ref()), Err(ReadError::Io { file, .. }) if file == "nowhere.log")
    );
}

#[test]
fn an_empty_file_is_an_empty_reading() {
    for content in ["", "\n\n"] {
        let reading = read_files(&[("log", content)], EVERYTHING, &MemoryHistory::default()).unwrap();
        assert_eq!((reading.rows, reading.stretches.is_empty()), (0, true));
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_named_and_nothing_is_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.log"), log(0..3)).unwrap();
    let link = folder.path().join("b.log");
    std::os::unix::fs::symlink("nowhere", &link).unwrap();
    match read_path(folder.path()) {
        Err(ReadError::Io { file, .. }) => assert_eq!(file, link.display().to_string()),
        other => panic!("{other:?}"),
    }
}
