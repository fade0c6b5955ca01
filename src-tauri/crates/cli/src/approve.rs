//! Nothing is written before it was shown and agreed to.

use std::io::{self, IsTerminal as _};

use crate::{cli::Globals, failure::Failure, output};

/// Whether to go on with what was shown: with `--yes`, or when the person at the terminal agrees. With `--json` and
/// without `--yes` the plan alone was wanted.
///
/// # Errors
/// [`Failure::cancelled`] when the person declines; bad usage when there is nobody to ask.
pub async fn approved(globals: &Globals, yes: bool, question: &str) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if globals.json {
        return Ok(false);
    }
    if !io::stdin().is_terminal() {
        let reason = "this needs an answer, and standard input is no terminal; nothing was written";
        return Err(Failure::invalid(reason).hint("add --yes to go on without asking"));
    }
    output::raw(&format!("\n{question} [y/N] "));
    let answer = tokio::task::spawn_blocking(|| {
        let mut line = String::new();
        io::stdin().read_line(&mut line).map(|_| line)
    });
    let answer = answer.await.ok().and_then(Result::ok).unwrap_or_default();
    match answer.trim().to_ascii_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        _ => Err(Failure::cancelled()),
    }
}
