//! A fixed life of an account on a real file: top-ups, imports, settlements and purchases, by number.

use std::{path::Path, sync::Arc};

use app::{
    AppError, Books, action,
    books::Opening,
    clock::ManualClock,
    due,
    import::{self, Request, Target},
    ledger::AccountId,
    metering::{Input, Quiet},
};
use billing::{Account, Command, Instant, Money, zone::parse_instant};
use chrono::TimeDelta;

const RULES: &str =
    "[[rule]]\npath = \"/v2/*/ocr/passport\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";

/// The life, open on its file.
pub struct Life {
    books: Arc<Books>,
    clock: Arc<ManualClock>,
    account: AccountId,
    begins_at: Instant,
}

impl Life {
    /// Opens the books of a folder, and the account at the first time.
    ///
    /// # Errors
    /// That the books cannot be opened or written.
    pub async fn open(folder: &Path) -> Result<Self, AppError> {
        let begins_at = parse_instant("2026-03-02T08:00:00+08:00").unwrap_or_default();
        let clock = Arc::new(ManualClock::at(begins_at));
        let books = Books::open(folder, None, Arc::<ManualClock>::clone(&clock)).await?;
        let opening = Opening {
            name: "Life".to_owned(),
            policy: "huawei-ocr-intl".to_owned(),
            level: None,
            currency: None,
            balance: Money::from_cents(5_000),
            opened_at: begins_at,
            sample: false,
        };
        let account = match books.open_account(&opening).await {
            Err(AppError::NameTaken(_)) => books.account_named("Life").await?.id,
            opened => opened?,
        };
        Ok(Self { books: Arc::new(books), clock, account, begins_at })
    }

    /// The action of a number. Doing it twice is doing it once.
    ///
    /// # Errors
    /// That the books cannot be written.
    pub async fn act(&self, number: u32) -> Result<(), AppError> {
        let at = self.begins_at + TimeDelta::minutes(i64::from(number) * 17);
        self.clock.set(at);
        let request = format!("action-{number}");
        match number % 4 {
            0 => self.command("top-up", &Command::TopUp { amount: Money::from_cents(1_900) }, &request).await,
            1 | 3 => self.import(at, number, &request).await,
            _ if number % 12 == 2 => {
                let buy = Command::buy("passport-1k");
                self.command("buy", &buy, &request).await
            }
            _ => due::run(&self.books, self.account).await.map(|_| ()),
        }
    }

    /// The account as the file has it.
    ///
    /// # Errors
    /// That the books cannot be read.
    pub async fn account(&self) -> Result<Account, AppError> {
        Ok(self.books.load_whole(self.account).await?.account)
    }

    /// The books.
    #[must_use]
    pub fn books(&self) -> &Books {
        &self.books
    }

    async fn command(&self, kind: &str, command: &Command, request: &str) -> Result<(), AppError> {
        match action::commit(&self.books, self.account, kind, command, None, request).await {
            Ok(_) | Err(AppError::Refused(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Imports the calls of the minutes before: a stretch of log whose lines no other import holds.
    async fn import(&self, at: Instant, number: u32, request: &str) -> Result<(), AppError> {
        let line = |back: i64| {
            let time = (at - TimeDelta::seconds(back)).format("%d/%b/%Y:%H:%M:%S +0000");
            format!("10.0.0.1 - - [{time}] \"POST /v2/{number}/ocr/passport HTTP/1.1\" 200 {back}\n")
        };
        let log: String = (1..=40).rev().map(|step| line(step * 9)).collect();
        let request_of = Request {
            target: Target::Account(self.account),
            input: Input::text("access.log", log),
            label: "access.log".to_owned(),
            source: "gateway".to_owned(),
            rules: Some(RULES.to_owned()),
            rules_file: "rules.toml".to_owned(),
            zone: None,
            format: None,
        };
        let prepared = import::prepare(&self.books, request_of, Arc::new(Quiet)).await?;
        import::commit(&self.books, &prepared, request).await.map(|_| ())
    }
}
