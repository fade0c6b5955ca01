//! `tollbook`: the command line over the same use cases as the window.
//!
//! One file per subcommand in `commands`; each shows tables or one JSON object, and ends with a code of [`exit::TABLE`].
//! This program knows nothing of SQL and nothing of the window, which `tollbook open` only starts.

mod act;
mod approve;
mod cli;
mod commands;
mod exit;
mod failure;
mod json;
mod output;
mod sentences;
mod session;
mod table;
mod text;
mod words;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let doing = commands::doing(&cli.command);
    let exit = commands::run(&cli.command, &cli.globals).unwrap_or_else(|failure| {
        output::raw(&failure.report(&doing));
        failure.exit
    });
    ExitCode::from(exit.code())
}
