//! `tollbook man`: the manual.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

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

/// The root's page is the one that `tollbook man` prints.
fn write_all(folder: &Path) -> io::Result<()> {
    let mut root = Cli::command();
    // Gives commands what they inherit: options of every command, and their full names.
    root.build();
    for command in root.get_subcommands() {
        write_page(folder, command)?;
    }
    fs::write(folder.join("tollbook.1"), main_page()?)
}

/// The page of a command, and those of the commands below it.
fn write_page(folder: &Path, command: &clap::Command) -> io::Result<()> {
    for inner in command.get_subcommands() {
        write_page(folder, inner)?;
    }
    let mut text = described(command)?;
    if let Some(examples) = command.get_after_help() {
        text.push_str(&as_it_stands(&examples.to_string()));
    }
    text.push_str(".SH SEE ALSO\n\\fBtollbook\\fR(1)\n");
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    fs::write(folder.join(format!("{name}.1")), text)
}

/// The page of the whole, with sections for exit codes, environment and files.
fn main_page() -> io::Result<String> {
    let mut text = described(&Cli::command())?;
    text.push_str(&as_it_stands(cli::EXAMPLES));
    text.push_str(".SH EXIT STATUS\n");
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
    text.push_str(".SH SEE ALSO\n\\fBtollbook\\-desktop\\fR(1)\n");
    Ok(text)
}

/// What clap knows: name, synopsis, description, options and the commands below.
fn described(command: &clap::Command) -> io::Result<String> {
    let program = concat!("tollbook ", env!("CARGO_PKG_VERSION"));
    let page = Page::new(command.clone()).source(program).manual("Tollbook");
    let mut bytes = Vec::new();
    page.render_title(&mut bytes)?;
    page.render_name_section(&mut bytes)?;
    page.render_synopsis_section(&mut bytes)?;
    page.render_description_section(&mut bytes)?;
    page.render_options_section(&mut bytes)?;
    if command.has_subcommands() {
        page.render_subcommands_section(&mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The examples of a help text, whose first line is their heading, as a section that keeps its columns.
fn as_it_stands(examples: &str) -> String {
    let mut text = ".SH EXAMPLES\n.nf\n".to_owned();
    for line in examples.lines().skip(1) {
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        // A line that begins with a point or a quote would be an instruction.
        let guard = if line.starts_with(['.', '\'']) { "\\&" } else { "" };
        text.push_str(&format!("{guard}{line}\n"));
    }
    text.push_str(".fi\n");
    text
}
