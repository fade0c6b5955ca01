//! A data folder of its own for each test, and the program in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use billing::Instant;
use serde_json::Value;
use tempfile::TempDir;

/// Prices for the tests, so that no figure depends on the samples that ship.
const PRICES: &str = r#"
title = "Test prices"
currency = "USD"
[[price]]
service = "passport-ocr"
region = "ap-southeast-1"
unit_price = "0.0200"
[[price]]
service = "id-card-ocr"
region = "ap-southeast-1"
unit_price = "0.0150"
[[offer]]
sku = "passport-1k"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 1000
term = "1y"
price = "15.00"
[[price]]
service = "lcic"
unit_price = "0.0150"
[[offer]]
sku = "lcic-10"
service = "lcic"
quota = 10
term = "1m"
price = "20.00"
"#;

/// Which requests of [`Place::calls_of_passports`] are which service.
const RULES: &str = r#"
[[rule]]
path = "/ocr/passport"
service = "passport-ocr"
region = "ap-southeast-1"
"#;

/// A temporary data folder beside files for the test.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// An empty one with prices.
    pub fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.data_dir()).unwrap();
        fs::write(place.data_dir().join("catalogue.toml"), PRICES).unwrap();
        place
    }

    /// Puts something else on sale, too.
    pub fn sells(&self, offer: &str) {
        fs::write(self.data_dir().join("catalogue.toml"), format!("{PRICES}{offer}")).unwrap();
    }

    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The program on this place's books, not started yet.
    pub fn tollbook(&self, args: &[&str]) -> Command {
        let mut command = tollbook(args);
        command.env("TOLLBOOK_DATA_DIR", self.data_dir());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        Ended::of(&mut self.tollbook(args))
    }

    /// Runs with `--json` and reads the object; the program must end well.
    pub fn json(&self, args: &[&str]) -> Value {
        self.run(&[args, &["--json"]].concat()).done().object()
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        text_of(&path)
    }

    /// Imports so many calls that were made at an instant.
    pub fn calls_of_passports(&self, count: usize, at: Instant) {
        let at = at.format("%d/%b/%Y:%H:%M:%S +0000");
        let line = format!("10.0.0.7 - - [{at}] \"POST /ocr/passport HTTP/1.1\" 200 512 \"-\" \"gateway\"\n");
        self.imports_passports(&self.file("access.log", &line.repeat(count)));
    }

    /// Imports a log of such calls.
    pub fn imports_passports(&self, log: &str) {
        self.imports_from("gateway", log);
    }

    /// Imports a log of such calls as that of a source.
    pub fn imports_from(&self, source: &str, log: &str) {
        let rules = self.file("ocr.toml", RULES);
        self.run(&["import", log, "--source", source, "--rules", &rules, "--yes"]).done();
    }

    /// A fresh account of the classroom with 100.00 USD and an application without a package.
    pub fn with_application() -> Self {
        let place = Self::new();
        place
            .run(&["account", "open", "School", "--policy", "tencent-lcic", "--balance", "100.00"])
            .done()
            .shows("Opened School under tencent-lcic");
        place.run(&["enable", "school"]).done().shows("tollbook buy SKU --application school");
        place
    }

    /// A fresh account with 100.00 USD.
    pub fn with_account() -> Self {
        let place = Self::new();
        place.run(&["account", "open", "Main", "--balance", "100.00"]).done();
        place
    }
}

/// The program, on books that a test names itself.
pub fn tollbook(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tollbook"));
    command.args(args).env_remove("TOLLBOOK_DATA_DIR").stdin(Stdio::null());
    command
}

pub fn text_of(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A program that has ended.
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ended {
    pub fn of(command: &mut Command) -> Self {
        command.output().unwrap().into()
    }

    /// It must have ended well.
    #[track_caller]
    pub fn done(self) -> Self {
        self.with(0)
    }

    /// It must have ended with this code.
    #[track_caller]
    pub fn with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// The object it printed.
    #[track_caller]
    pub fn object(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Standard error must hold this.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.err.contains(text), "`{text}` is not in: {}", self.err);
        self
    }

    /// Standard output must hold this.
    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        assert!(self.out.contains(text), "`{text}` is not in:\n{}", self.out);
        self
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}
