//! Opening the window, against a Tauri window with one word in it.

use std::path::Path;
use std::time::Duration;

use tollbook_tests::Outcome;
use tollbook_tests::place::program;
use tollbook_tests::window::{Desk, Theme};

use crate::ground::Ground;
use crate::measure::median;
use crate::table::Row;

/// Starts of each, one after the other in turn, after one of each that is not counted.
const STARTS: usize = 11;

pub fn measure(_: &Ground) -> Outcome<Vec<Row>> {
    let (ours, empty) = (program("tollbook-desktop")?, program("examples/empty_window")?);
    // The same home every time: on a first start WebKit and the fonts fill their caches.
    let (our_desk, empty_desk) = (Desk::empty()?, Desk::empty()?);
    let (mut our_starts, mut empty_starts) = (Vec::new(), Vec::new());
    for _ in 0..=STARTS {
        our_starts.push(first_paint(&our_desk, &ours)?);
        empty_starts.push(first_paint(&empty_desk, &empty)?);
    }
    let (our_start, empty_start) = (median(our_starts.split_off(1)), median(empty_starts.split_off(1)));
    Ok(vec![Row::times("start to first paint", our_start, ("empty window", empty_start), "1.15 ×")])
}

fn first_paint(desk: &Desk, program: &Path) -> Outcome<Duration> {
    let window = desk.open_with(program, Theme::Light)?;
    let took = window.first_paint(program)?;
    window.close()?;
    Ok(took)
}
