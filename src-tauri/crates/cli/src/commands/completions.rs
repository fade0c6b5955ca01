//! `tollbook completions`: for the shell.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::{cli::Cli, exit::Exit, failure::Failure, output};

/// Write completions for a shell to standard output
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook completions bash > ~/.local/share/bash-completion/completions/tollbook
  tollbook completions zsh > ~/.zfunc/_tollbook
  tollbook completions fish > ~/.config/fish/completions/tollbook.fish")]
pub struct Completions {
    /// Which shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Writes them.
///
/// # Errors
/// That standard output cannot be written.
pub fn run(args: &Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "tollbook", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
