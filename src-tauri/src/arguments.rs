//! What the program was started with: `--data-dir DIR`, `--hidden`, and a link to open.

use std::{
    ffi::OsString,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

/// What the program was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The folder of the books, when the command line names one.
    pub data_dir: Option<PathBuf>,
    /// Whether to start out of sight.
    pub hidden: bool,
    /// Links to open, as they were handed over.
    pub links: Vec<String>,
}

impl Arguments {
    /// Reads what stands behind the name of the program.
    ///
    /// # Errors
    /// The argument that is not understood.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut read = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let text = argument.to_string_lossy();
            if text == "--data-dir" {
                let folder = arguments.next().ok_or("--data-dir needs a folder")?;
                read.data_dir = Some(PathBuf::from(folder));
            } else if text == "--hidden" {
                read.hidden = true;
            } else if ipc::link::is_meant(&text) {
                read.links.push(text.into_owned());
            } else {
                return Err(format!("unknown argument {text}"));
            }
        }
        Ok(read)
    }

    /// The folder of the books: of the command line, else of the environment, else the platform's.
    ///
    /// # Errors
    /// That the system names no folder.
    pub fn folder(&self) -> Result<PathBuf, String> {
        ipc::data_dir(self.data_dir.as_deref()).map_err(|error| error.to_string())
    }

    /// What a start with the desktop is told.
    pub fn of_autostart(&self) -> Vec<String> {
        let folder = self.data_dir.as_deref().map(absolute);
        let folder = folder.map(|folder| ["--data-dir".to_owned(), folder.to_string_lossy().into_owned()]);
        folder.into_iter().flatten().chain(["--hidden".to_owned()]).collect()
    }
}

/// The name under which the window of a folder's books is found: one window for each.
pub fn name_on_the_bus(identifier: &str, folder: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    absolute(folder).hash(&mut hasher);
    format!("{identifier}.books_{:016x}", hasher.finish())
}

fn absolute(folder: &Path) -> PathBuf {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Arguments, String> {
        Arguments::read(words.iter().map(OsString::from))
    }

    #[test]
    fn a_folder_a_link_and_hidden_are_understood_in_any_order() {
        let wanted = Arguments {
            data_dir: Some("/books".into()),
            hidden: true,
            links: vec!["tollbook://topup?amount=5".to_owned()],
        };
        assert_eq!(
            read(&["--hidden", "tollbook://topup?amount=5", "--data-dir", "/books"]).as_ref(),
            Ok(&wanted)
        );
        assert_eq!(read(&[]), Ok(Arguments::default()));
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(read(&["--data-dir"]), Err("--data-dir needs a folder".to_owned()));
        assert_eq!(read(&["usage.csv"]), Err("unknown argument usage.csv".to_owned()));
        assert_eq!(read(&["https://example.org"]), Err("unknown argument https://example.org".to_owned()));
    }

    #[test]
    fn a_start_with_the_desktop_opens_the_same_books_out_of_sight() {
        let started = |words: &[&str]| read(words).map(|read| read.of_autostart());
        assert_eq!(started(&[]), Ok(vec!["--hidden".to_owned()]));
        assert_eq!(
            started(&["--data-dir", "/books"]),
            Ok(["--data-dir", "/books", "--hidden"].map(str::to_owned).to_vec())
        );
    }

    #[test]
    fn every_folder_has_a_name_of_its_own_that_a_bus_takes() {
        let [one, other] = ["/a", "/b"].map(|folder| name_on_the_bus("app.tollbook", Path::new(folder)));
        assert_ne!(one, other);
        assert_eq!(one, name_on_the_bus("app.tollbook", Path::new("/a")));
        assert!(one.split('.').all(|part| part.starts_with(|first: char| first.is_ascii_alphabetic())));
    }
}
