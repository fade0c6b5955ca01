//! `tollbook man`: the manual.

use std::{fs, io, path::PathBuf};

use clap::{Args, CommandFactory as _};
use clap_mangen::Man as Page;

use crate::{cli, cli::Cli, exit, exit::Exit, failure::Failure, output};

/// Write the man page to standard output, or one page per command to a folder
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook man | man -l -
  tollbook man --folder ~/.local/share/man/man1")]
pub struct Man {
    /// Write tollbook.1, tollbook-import.1, … here
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Writes the manual.
///
/// # Errors
/// That it cannot be written.
pub fn run(args: &Man) -> Result<Exit, Failure> {
    match &args.folder {
        None => {
            let page = main_page().map_err(|error| Failure::new(Exit::Failed, error.to_string()))?;
            output::print(&page)?;
        }
        Some(folder) => {
            let written = fs::create_dir_all(folder).and_then(|()| write_all(folder));
            written.map_err(|error| Failure::unreadable(folder.display(), &error))?;
        }
    }
    Ok(Exit::Done)
}

fn write_all(folder: &PathBuf) -> io::Result<()> {
    clap_mangen::generate_to(Cli::command(), folder)?;
    fs::write(folder.join("tollbook.1"), main_page()?)
}

/// The page of the whole, with sections for exit codes, environment and files.
fn main_page() -> io::Result<String> {
    let page = Page::new(Cli::command());
    let mut bytes = Vec::new();
    page.render_title(&mut bytes)?;
    page.render_name_section(&mut bytes)?;
    page.render_synopsis_section(&mut bytes)?;
    page.render_description_section(&mut bytes)?;
    page.render_options_section(&mut bytes)?;
    page.render_subcommands_section(&mut bytes)?;
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    text.push_str(".SH EXAMPLES\n.nf\n");
    for line in cli::EXAMPLES.lines().skip(1) {
        text.push_str(&format!("{}\n", line.trim_start().replace('-', "\\-")));
    }
    text.push_str(".fi\n.SH EXIT STATUS\n");
    for (exit, meaning) in exit::TABLE {
        text.push_str(&format!(".TP\n{}\n{meaning}\n", exit.code()));
    }
    text.push_str(
        ".SH ENVIRONMENT\n.TP\nTOLLBOOK_DATA_DIR\nfolder of the books, unless \\-\\-data\\-dir names one\n",
    );
    text.push_str(".SH FILES\n.TP\nbooks.db\nthe books, in the data folder; readable by their owner alone\n");
    text.push_str(
        ".TP\ncatalogue.toml\nprices and offers, in the data folder; without it samples are used\n",
    );
    Ok(text)
}
