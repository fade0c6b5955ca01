//! `tollbook import`: usage in – read, shown, agreed to, written.

mod preview;
mod progress;
mod report;

use std::{fs, path::PathBuf, sync::Arc};

use app::{
    AppError, Books,
    import::{self, Prepared, Request, Target, commit, prepare},
    ledger::AccountHeader,
    metering::{Format, Input},
};
use billing::Money;
use clap::Args;

use self::progress::{Line, Stop};
use crate::{
    approve, cli::Globals, commands::account::USUAL_POLICY, exit::Exit, failure::Failure, json, output,
    session, text,
};

/// Import usage from access logs, CSV, JSON lines or CloudEvents
///
/// Reads files, folders or standard input (plain, gzip or zstd), shows what they hold and what it costs, asks, and writes
/// all of it or nothing. With --yes it does not ask; with --json and without --yes it only shows. What was imported
/// before is recognised and counts once. For a provider of classrooms the rows are attendance: a person's stretch from
/// joined to left, or everybody's seconds and when they end; it needs no rules. When there is no account yet, one is opened, beginning with the first hour of
/// the usage.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook import access.log --source gateway --rules ocr.toml
  tollbook import /var/log/nginx --source gateway              the same rules as last time
  zcat access.log.*.gz | tollbook import - --source gateway --yes --json
  tollbook import calls.csv --source app --rules app.toml --zone +08:00
  tollbook import attendance.csv --source school              rows of record_id, application, user, joined, left

A rules file says which requests are which service and region:
  [[rule]]                           # the first that matches decides
  method = \"POST\"                    # else any
  path = \"/v2/*/ocr/passport\"        # * is one segment, a closing ** any rest
  service = \"passport-ocr\"
  region = \"ap-southeast-1\"
  [[rule]]
  path = \"/healthz\"
  ignore = true
  [columns]                          # CSV headers and JSON keys: time status service region project id count path;
                                     # of attendance: application class type user joined left seconds id
  time = \"TIMESTAMP\"
  [defaults]                         # for what has no column
  region = \"ap-southeast-1\"")]
pub struct Import {
    /// Files or folders, or - for standard input
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    pub files: Vec<PathBuf>,
    /// What to call where the usage comes from; the same each time, so that nothing counts twice
    #[arg(long, value_name = "NAME", value_parser = text::parse_name)]
    source: String,
    /// Which requests are which service and region [default: what this source used last]
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Zone of times that are written without one, such as +08:00
    #[arg(long, value_name = "OFFSET", value_parser = text::parse_zone, allow_hyphen_values = true)]
    zone: Option<i32>,
    /// access-log, csv, json-lines or cloudevents [default: told from the content]
    #[arg(long, value_parser = format)]
    format: Option<Format>,
    /// Rules of the provider, for an account that is opened by this import
    #[arg(long, default_value = USUAL_POLICY)]
    policy: String,
    /// Cash that an account opened by this import begins with
    #[arg(long, default_value = "0.00", value_name = "AMOUNT", value_parser = text::parse_money)]
    balance: Money,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Name of the account that the first import opens.
const FIRST_ACCOUNT: &str = "Main";
/// How often an unattended import is computed again because the books moved under it.
const TRIES: u32 = 5;

fn format(name: &str) -> Result<Format, String> {
    Format::from_name(name).ok_or_else(|| "give access-log, csv, json-lines or cloudevents".to_owned())
}

/// What people call the files of an import.
fn label(files: &[PathBuf]) -> String {
    match files {
        [only] if only.as_os_str() == "-" => "standard input".to_owned(),
        [only] => only.display().to_string(),
        [first, rest @ ..] => format!("{} and {} more", first.display(), rest.len()),
        [] => String::new(),
    }
}

/// Reads, shows, asks, writes.
///
/// # Errors
/// That the input or the books cannot be read, a refusal, or [`Failure::cancelled`].
pub async fn run(args: &Import, globals: &Globals) -> Result<Exit, Failure> {
    let rules = args.read_rules()?;
    let from_stdin = args.reads_stdin()?;
    session::with_books(globals, async |books| {
        let account = target_account(books, globals).await?;
        let target = args.target(account.as_ref(), globals);
        let stop = Stop::on_ctrl_c().await;
        let mut tries = TRIES;
        loop {
            let request = args.request(target.clone(), rules.clone(), from_stdin);
            let prepared = read(books, request, &stop).await?;
            tries -= 1;
            // What was shown to nobody may be computed again; standard input cannot be read again.
            let may_retry = args.yes && !from_stdin && tries > 0;
            match finish(books, args, globals, &prepared, &stop).await? {
                Outcome::Ended => return Ok(Exit::Done),
                Outcome::Stale if may_retry => {}
                Outcome::Stale => return Err(AppError::Stale.into()),
            }
        }
    })
    .await
}

enum Outcome {
    Ended,
    Stale,
}

impl Import {
    fn read_rules(&self) -> Result<Option<String>, Failure> {
        let read = |path: &PathBuf| {
            fs::read_to_string(path).map_err(|error| Failure::unreadable(path.display(), &error))
        };
        self.rules.as_ref().map(read).transpose()
    }

    fn reads_stdin(&self) -> Result<bool, Failure> {
        let stdin = self.files.iter().any(|file| file.as_os_str() == "-");
        if stdin && self.files.len() > 1 {
            return Err(Failure::invalid("`-` stands for standard input and cannot stand beside files")
                .hint("import the files on their own"));
        }
        Ok(stdin)
    }

    fn target(&self, account: Option<&AccountHeader>, globals: &Globals) -> Target {
        match account {
            Some(account) => Target::Account(account.id),
            None => Target::New {
                name: globals.account.clone().unwrap_or_else(|| FIRST_ACCOUNT.to_owned()),
                policy: self.policy.clone(),
                balance: self.balance,
            },
        }
    }

    fn request(&self, target: Target, rules: Option<String>, from_stdin: bool) -> Request {
        Request {
            target,
            input: if from_stdin { Input::stdin() } else { Input::Paths(self.files.clone()) },
            label: label(&self.files),
            source: self.source.clone(),
            rules,
            rules_file: self.rules.as_ref().map_or_else(String::new, |path| path.display().to_string()),
            zone: self.zone,
            format: self.format,
        }
    }
}

/// The account the usage is for; none when the books are empty and one will be opened.
async fn target_account(books: &Books, globals: &Globals) -> Result<Option<AccountHeader>, Failure> {
    if books.ledger().list_accounts().await?.is_empty() {
        return Ok(None);
    }
    let loaded = session::current(books, globals).await?;
    if loaded.header.sample {
        output::note(&format!("{} holds sample data; this import adds to it", loaded.header.name));
    }
    Ok(Some(loaded.header))
}

async fn read(books: &Arc<Books>, request: Request, stop: &Stop) -> Result<Prepared, Failure> {
    let line = Arc::new(Line::new(stop));
    let prepared = tokio::select! {
        biased;
        () = stop.asked() => Err(Failure::cancelled()),
        prepared = prepare(books, request, line.clone()) => prepared.map_err(Failure::from),
    };
    line.clear();
    if stop.is_asked() { Err(Failure::cancelled()) } else { prepared }
}

async fn finish(
    books: &Arc<Books>,
    args: &Import,
    globals: &Globals,
    prepared: &Prepared,
    stop: &Stop,
) -> Result<Outcome, Failure> {
    let name = match &prepared.target {
        Target::Account(id) => books.ledger().account_header(*id).await?.name,
        Target::New { name, .. } => name.clone(),
    };
    let lines = import::lines(prepared)?;
    if !globals.json {
        output::print(&preview::page(&name, prepared, &lines)?)?;
    }
    let nothing_new = prepared.reading.counted == 0;
    let mut import_id = None;
    if !nothing_new {
        let question =
            format!("Import {} into {name}?", text::counted(prepared.reading.counted, "row", "rows"));
        let approved = tokio::select! {
            biased;
            () = stop.asked() => Err(Failure::cancelled()),
            approved = approve::approved(globals, args.yes, &question) => approved,
        }?;
        if approved {
            // From here on the import is finished, also when it is stopped meanwhile: it is all or nothing.
            match commit(books, prepared, &session::request_id()?).await {
                Ok(done) => import_id = Some(done.import),
                Err(AppError::Stale) => return Ok(Outcome::Stale),
                Err(error) => return Err(error.into()),
            }
        }
    }
    if globals.json {
        output::print(&json::print(&report::object(&name, prepared, &lines, import_id)?))?;
    } else if nothing_new {
        output::print(preview::nothing_new(prepared))?;
    } else if let Some(id) = import_id {
        output::print(&preview::closing(prepared, id)?)?;
    }
    Ok(Outcome::Ended)
}
