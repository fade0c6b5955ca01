//! Writes an access log of an OCR gateway to standard output, the same for the same seed.
//!
//! `generate_access_log --lines 10000000 --seed 1 > access.log`
//!
//! Thirty days, four services in two regions, about 110 bytes a line, one call in 25 not answered
//! with 2xx, times nearly in order: a line is written when its request ends. `rules.toml` beside
//! this file says which path is which service and region.

use std::env;
use std::error::Error;
use std::io::{self, BufWriter, Write};

/// 1 June 2025, 00:00:00 UTC.
const START: u64 = 1_748_736_000;
const DAYS: u64 = 30;
const PROJECTS: [&str; 2] = ["0f1e2d3c4b5a69788796a5b4c3d2e1f0", "7a6b5c4d3e2f10293847a6b5c4d3e2f1"];
const SERVICES: [&str; 4] = ["passport", "id-card", "vehicle-license", "general-text"];

/// Numbers that look random (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (number ^ (number >> 31)) % limit
    }
}

fn argument(name: &str, default: u64) -> Result<u64, Box<dyn Error>> {
    let mut arguments = env::args().skip_while(|argument| argument != name).skip(1);
    Ok(arguments.next().map(|text| text.parse()).transpose()?.unwrap_or(default))
}

fn main() -> Result<(), Box<dyn Error>> {
    let lines = argument("--lines", 10_000)?;
    let mut numbers = Numbers(argument("--seed", 1)?);
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for line in 0..lines {
        let even = START + line * DAYS * 86_400 / lines.max(1);
        write_line(&mut out, &mut numbers, even)?;
    }
    out.flush()?;
    Ok(())
}

fn write_line(out: &mut impl Write, numbers: &mut Numbers, even: u64) -> io::Result<()> {
    let at = even + numbers.below(3);
    let (day, second) = ((at - START) / 86_400, at % 86_400);
    let host = numbers.below(240);
    // Two regions: the project tells which.
    let project = PROJECTS[numbers.below(2) as usize];
    let service = service(numbers.below(16));
    let status = match numbers.below(100) {
        0 => 500,
        1 => 429,
        2 | 3 => 400,
        _ => 200,
    };
    let size = 180 + numbers.below(700);
    writeln!(
        out,
        "10.20.{}.{} - - [{:02}/Jun/2025:{:02}:{:02}:{:02} +0000] \"POST /v2/{project}/ocr/{service} HTTP/1.1\" {status} {size}",
        host / 16,
        host % 16 + 1,
        (day + 1).min(30),
        second / 3_600,
        second / 60 % 60,
        second % 60,
    )
}

/// One of four services; the first gets 9 calls of 16, the others 4, 2 and 1.
fn service(sixteenth: u64) -> &'static str {
    SERVICES[sixteenth.checked_ilog2().map_or(0, |log| 3 - log as usize)]
}
