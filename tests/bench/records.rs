//! Importing records that carry ids: each counts once, so something of each must be kept.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use tollbook_tests::Outcome;

use crate::ground::Ground;
use crate::import::stored_by;
use crate::table::Row;

const RECORDS: u64 = 1_000_000;

/// Calls a second, so that a million of them span several hours.
const PER_SECOND: u64 = 40;

pub fn measure(ground: &Ground) -> Outcome<Vec<Row>> {
    let folder = ground.scratch()?;
    let (one, many) = (folder.path().join("one.csv"), folder.path().join("many.csv"));
    write_records(&one, 1)?;
    write_records(&many, RECORDS)?;
    let stored = stored_by(ground, &many)?.saturating_sub(stored_by(ground, &one)?);
    Ok(vec![Row::bytes_each("stored per record with an id", stored, RECORDS - 1, "8 B")])
}

fn write_records(path: &Path, count: u64) -> Outcome {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "time,status,service,region,id")?;
    for index in 0..count {
        let second = index / PER_SECOND;
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let id = (scattered(index), scattered(index.wrapping_add(RECORDS)));
        writeln!(
            file,
            "2026-03-02T{hour:02}:{minute:02}:{second:02}+08:00,200,passport-ocr,ap-southeast-1,{:016x}{:016x}",
            id.0, id.1
        )?;
    }
    Ok(file.flush()?)
}

/// A number that looks like chance, the same in every run (the finaliser of SplitMix64).
const fn scattered(index: u64) -> u64 {
    let mut mixed = index.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
