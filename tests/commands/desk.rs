//! A face without a window: the handlers over books of their own, a clock that stands still, and what was told.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use app::{Books, clock::ManualClock};
use billing::{Instant, zone::parse_instant};
use chrono::TimeDelta;
use ipc::{
    App, IpcError,
    commands::{import, start},
    dto::{
        bills::BillsQuery,
        common::{AccountRef, OfAccount},
        import::{CommitImport, ImportProgress, ImportView, PreviewImport, RulesChoice},
        start::{CreateAccount, CreateDemo},
        today::TodayQuery,
    },
};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// When everything here happens: Sunday, 14:07 at the provider.
pub const NOW: &str = "2026-11-22T06:07:00Z";

/// Passport calls of one region, and health checks that do not count.
pub const RULES: &str = "[[rule]]\npath = \"/v2/*/ocr/passport\"\nservice = \"passport-ocr\"\n\
                         region = \"ap-southeast-1\"\n\n[[rule]]\npath = \"/healthz\"\nignore = true\n";

/// The handlers and what they said.
pub struct Desk {
    pub app: App,
    pub clock: Arc<ManualClock>,
    told: Arc<Mutex<Vec<&'static str>>>,
    steps: Arc<Mutex<Vec<ImportProgress>>>,
    folder: TempDir,
}

impl Desk {
    /// Over books that do not exist yet.
    pub async fn new() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap()).await
    }

    /// Over books with the demo account. It is made once, for making it takes seconds.
    pub async fn with_demo() -> (Self, AccountRef) {
        static DEMO: OnceCell<(PathBuf, AccountRef)> = OnceCell::const_new();
        let (made, account) = DEMO.get_or_init(make_demo).await;
        let folder = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(made).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
        (Self::in_folder(folder).await, account.clone())
    }

    /// Over books with an account that has a balance and nothing else.
    pub async fn with_account(balance: &str) -> (Self, AccountRef) {
        let desk = Self::new().await;
        let account = desk.open("Main", balance).await.unwrap();
        desk.told();
        (desk, account)
    }

    /// Over books with an account that owes: 75 calls of 0.02 were made in the hour before, and 1.00 was there.
    pub async fn with_arrears() -> (Self, AccountRef) {
        let (desk, account) = Self::with_account("1.00").await;
        desk.import(&account, "access.log", &log(&["13:10:00"; 75])).await;
        desk.told();
        (desk, account)
    }

    /// Over the books of another desk, as a second program would be.
    pub async fn beside(other: &Self) -> Self {
        Self::over(other.folder.path(), tempfile::tempdir().unwrap()).await
    }

    async fn in_folder(folder: TempDir) -> Self {
        let books = folder.path().to_owned();
        Self::over(&books, folder).await
    }

    async fn over(books: &Path, folder: TempDir) -> Self {
        let clock = Arc::new(ManualClock::at(now()));
        let books = Books::open(books, None, Arc::<ManualClock>::clone(&clock)).await.unwrap();
        let (told, steps) = (Arc::<Mutex<Vec<_>>>::default(), Arc::<Mutex<Vec<_>>>::default());
        let (hears_changes, hears_steps) = (Arc::clone(&told), Arc::clone(&steps));
        let app = App::new(
            Arc::new(books),
            Arc::new(move |step| hears_steps.lock().unwrap().push(step)),
            Arc::new(move |screens| hears_changes.lock().unwrap().extend(screens)),
        );
        Self { app, clock, told, steps, folder }
    }

    /// Opens an account.
    pub async fn open(&self, name: &str, balance: &str) -> Result<AccountRef, IpcError> {
        let request = CreateAccount {
            name: name.to_owned(),
            policy: "huawei-ocr-intl".to_owned(),
            level: None,
            opening_balance: balance.to_owned(),
        };
        start::create_account(&self.app, request).await
    }

    /// Writes a file, and gives its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Imports an access log by [`RULES`].
    pub async fn import(&self, account: &AccountRef, name: &str, text: &str) -> ImportView {
        self.import_by(account, name, text, RULES).await
    }

    /// Imports a file by rules of its own.
    pub async fn import_by(&self, account: &AccountRef, name: &str, text: &str, rules: &str) -> ImportView {
        let rules = RulesChoice { path: None, text: Some(rules.to_owned()), last: false };
        let request = PreviewImport { rules, ..self.reading(account, &[&self.file(name, text)]) };
        self.import_as(account, name, request).await
    }

    /// Imports what is asked to be read.
    pub async fn import_as(&self, account: &AccountRef, name: &str, request: PreviewImport) -> ImportView {
        import::preview(&self.app, request).await.unwrap();
        import::commit(&self.app, commit(account, name)).await.unwrap()
    }

    /// Asks to read files by [`RULES`].
    pub fn reading(&self, account: &AccountRef, paths: &[&str]) -> PreviewImport {
        PreviewImport {
            account_id: account.id.clone(),
            job: "reading".to_owned(),
            paths: paths.iter().map(|path| (*path).to_owned()).collect(),
            pasted: None,
            source: "gateway".to_owned(),
            rules: RulesChoice { path: None, text: Some(RULES.to_owned()), last: false },
            zone: None,
        }
    }

    /// Whom an import is for when there is no account yet.
    pub fn nobody(&self) -> AccountRef {
        AccountRef {
            id: String::new(),
            name: String::new(),
            provider: String::new(),
            policy: String::new(),
            currency: String::new(),
            level: String::new(),
            sample: false,
            zone_offset_seconds: 0,
            applications: None,
        }
    }

    /// Moves the clock.
    pub fn later(&self, by: TimeDelta) {
        self.clock.set(app::clock::Clock::now(&*self.clock) + by);
    }

    /// The screens that were told to have changed since this was last asked.
    pub fn told(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.told.lock().unwrap())
    }

    /// How far readings were, since this was last asked.
    pub fn steps(&self) -> Vec<ImportProgress> {
        std::mem::take(&mut self.steps.lock().unwrap())
    }

    /// The folder of the books.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// Asks to write the reading down.
pub fn commit(account: &AccountRef, request: &str) -> CommitImport {
    CommitImport {
        account_id: account.id.clone(),
        job: "reading".to_owned(),
        request_id: format!("import {request}"),
    }
}

/// Asks for the Today screen of an account.
pub fn today_of(account: &AccountRef) -> TodayQuery {
    TodayQuery { account_id: account.id.clone(), chart_width: None }
}

/// Asks for the bills of an account.
pub fn bills_of(account: &AccountRef) -> BillsQuery {
    BillsQuery { account_id: account.id.clone(), chart_width: None }
}

/// Names an account to a handler.
pub fn of(account: &AccountRef) -> OfAccount {
    OfAccount { account_id: account.id.clone() }
}

pub fn now() -> Instant {
    parse_instant(NOW).unwrap()
}

/// Lines of an access log, one passport call each, at times of the provider's 22 November 2026.
pub fn log(times: &[&str]) -> String {
    let line = |time: &&str| {
        format!("10.0.0.1 - - [22/Nov/2026:{time} +0800] \"POST /v2/7/ocr/passport HTTP/1.1\" 200 512\n")
    };
    times.iter().map(line).collect()
}

async fn make_demo() -> (PathBuf, AccountRef) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("commands-demo");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    let books = Books::open(&folder, None, Arc::new(ManualClock::at(now()))).await.unwrap();
    let books = Arc::new(books);
    let app = App::new(Arc::clone(&books), Arc::new(|_| ()), Arc::new(|_| ()));
    let account = start::create_demo(&app, CreateDemo {}).await.unwrap();
    drop(app);
    Arc::into_inner(books).unwrap().close().await.unwrap();
    (folder, account)
}
