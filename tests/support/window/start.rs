//! How long the window took to show something.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::Window;
use crate::{Failure, Outcome};

/// The unit of process times in `/proc`, the same on every Linux a program can see.
const TICK: Duration = Duration::from_millis(10);

impl Window {
    /// From the start of `program` to the first text or picture on its page, to a hundredth of a second.
    pub fn first_paint(&self, program: &Path) -> Outcome<Duration> {
        let painted = "performance.getEntriesByType('paint').map(({ startTime }) => Math.round(performance.timeOrigin + startTime))[0]";
        let painted_ms = self.until("something is painted", painted, &[])?.as_u64().unwrap_or_default();
        let painted_at = UNIX_EPOCH + Duration::from_millis(painted_ms);
        Ok(painted_at.duration_since(started_at(program)?)?)
    }
}

/// When the youngest process that runs `program` was started.
fn started_at(program: &Path) -> Outcome<SystemTime> {
    let program = program.canonicalize()?;
    let processes = std::fs::read_dir("/proc")?.filter_map(Result::ok).map(|entry| entry.path());
    let ours =
        processes.filter(|process| std::fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program));
    let ticks = ours.filter_map(|process| start_ticks(&process)).max();
    let Some(ticks) = ticks else {
        return Err(Failure::new(format!("{} is not running", program.display())));
    };
    let uptime = std::fs::read_to_string("/proc/uptime")?;
    let uptime: f64 = uptime.split(' ').next().unwrap_or_default().parse()?;
    Ok(now() - Duration::from_secs_f64(uptime) + TICK * ticks)
}

/// Ticks from the start of the machine to the start of a process.
fn start_ticks(process: &Path) -> Option<u32> {
    let stat = std::fs::read_to_string(process.join("stat")).ok()?;
    // The name in brackets may hold spaces; after it, the start is the twentieth field.
    stat.rsplit_once(") ")?.1.split(' ').nth(19)?.parse().ok()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the start of a process is compared with the time of this machine"
)]
fn now() -> SystemTime {
    SystemTime::now()
}
