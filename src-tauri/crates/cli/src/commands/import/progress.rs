//! How far a reading is, on a line that is written over; and stopping it.

use std::{
    fmt::Write as _,
    future::{Future as _, poll_fn},
    task::Poll,
};

use app::metering::{Going, Progress, Step};
use tokio::sync::watch;

use crate::{output, text};

/// Whether the customer has pressed Ctrl-C.
#[derive(Clone, Debug)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens for Ctrl-C from now on.
    pub async fn on_ctrl_c() -> Self {
        let mut pressed = Box::pin(tokio::signal::ctrl_c());
        // Listening begins when the future is first looked at, which must be before anything is read.
        let at_once = poll_fn(|context| Poll::Ready(pressed.as_mut().poll(context).is_ready())).await;
        let (sender, receiver) = watch::channel(at_once);
        tokio::spawn(async move {
            if !at_once && pressed.await.is_ok() {
                sender.send_replace(true);
            }
            // Stays, so that waiting for it never ends by itself.
            sender.closed().await;
        });
        Self(receiver)
    }

    /// Whether it was pressed.
    pub fn is_asked(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it is pressed.
    pub async fn asked(&self) {
        let mut receiver = self.0.clone();
        if receiver.wait_for(|asked| *asked).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The line on standard error; nothing where nobody watches.
pub struct Line {
    stop: Stop,
    watched: bool,
}

impl Line {
    /// Nothing shown yet.
    pub fn new(stop: &Stop) -> Self {
        Self { stop: stop.clone(), watched: output::is_watched() }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if self.watched {
            output::raw("\r\x1b[K");
        }
    }
}

impl Progress for Line {
    fn report(&self, step: Step) -> Going {
        if self.watched {
            output::raw(&format!("\r\x1b[K{}", shown(step)));
        }
        if self.stop.is_asked() { Going::Stop } else { Going::On }
    }
}

fn shown(step: Step) -> String {
    let mut line = "reading".to_owned();
    // Writing to a string cannot fail.
    let _ = match step.bytes_total.filter(|total| *total > 0) {
        Some(total) => {
            let percent = u128::from(step.bytes_done) * 100 / u128::from(total);
            write!(line, " {:>3} %", percent.min(100))
        }
        None => write!(line, " {} MiB", text::count(step.bytes_done >> 20)),
    };
    let _ = write!(line, "  {}  (Ctrl-C cancels)", text::counted(step.rows, "row", "rows"));
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_a_share_where_the_whole_is_known() {
        let step = |bytes_total| Step { bytes_done: 3 << 20, bytes_total, rows: 12_345 };
        assert_eq!(shown(step(Some(12 << 20))), "reading  25 %  12,345 rows  (Ctrl-C cancels)");
        assert_eq!(shown(step(None)), "reading 3 MiB  12,345 rows  (Ctrl-C cancels)");
    }
}
