//! Books on a real file, and a clock that a test sets.

use std::{path::Path, sync::Arc};

use app::{
    AppError, Books, action,
    books::{Loaded, Opening},
    clock::ManualClock,
    import::{self, Prepared, Request, Target},
    ledger::AccountId,
    metering::{Input, Quiet},
};
use billing::{Command, Instant, Money, zone::parse_instant};

pub const RULES: &str =
    "[[rule]]\npath = \"/v2/*/ocr/passport\"\nservice = \"passport-ocr\"\nregion = \"ap-southeast-1\"\n";

pub struct World {
    pub books: Arc<Books>,
    pub clock: Arc<ManualClock>,
    pub _folder: tempfile::TempDir,
}

impl World {
    pub async fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::at(instant(now)));
        let books = open(folder.path(), &clock).await;
        Self { books: Arc::new(books), clock, _folder: folder }
    }

    pub async fn account(&self, opened_at: &str) -> AccountId {
        let opening = Opening {
            name: "Main".into(),
            policy: "huawei-ocr-intl".into(),
            level: None,
            currency: None,
            balance: Money::from_cents(10_000),
            opened_at: instant(opened_at),
            sample: false,
        };
        self.books.open_account(&opening).await.unwrap()
    }

    pub async fn act(
        &self,
        id: AccountId,
        command: Command,
        request: &str,
    ) -> Result<action::Plan, AppError> {
        action::commit(&self.books, id, "action", &command, None, request).await
    }

    /// Rows of `id,application,left,seconds`.
    pub async fn prepare_attendance(&self, id: AccountId, rows: &str) -> Result<Prepared, AppError> {
        let request = Request {
            target: Target::Account(id),
            input: Input::text("attendance.csv", format!("id,application,left,seconds\n{rows}")),
            label: "attendance.csv".into(),
            source: "classroom".into(),
            rules: None,
            rules_file: String::new(),
            zone: None,
            format: None,
        };
        import::prepare(&self.books, request, Arc::new(Quiet)).await
    }

    pub async fn prepare(&self, target: Target, log: &str) -> Result<Prepared, AppError> {
        let request = Request {
            target,
            input: Input::text("access.log", log),
            label: "access.log".into(),
            source: "gateway".into(),
            rules: Some(RULES.into()),
            rules_file: "rules.toml".into(),
            zone: None,
            format: None,
        };
        import::prepare(&self.books, request, Arc::new(Quiet)).await
    }

    pub async fn import(&self, id: AccountId, log: &str, request: &str) -> Prepared {
        let prepared = self.prepare(Target::Account(id), log).await.unwrap();
        import::commit(&self.books, &prepared, request).await.unwrap();
        prepared
    }

    pub async fn loaded(&self, id: AccountId) -> Loaded {
        self.books.load(id).await.unwrap()
    }

    pub async fn is_clean(&self) {
        assert_eq!(self.books.ledger().verify(None).await.unwrap().first_difference, None);
    }
}

/// Books with a price list of their own.
pub async fn world_with(catalogue: &str, now: &str) -> World {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("catalogue.toml"), catalogue).unwrap();
    let clock = Arc::new(ManualClock::at(instant(now)));
    let books: Arc<Books> = Arc::new(open(folder.path(), &clock).await);
    World { books, clock, _folder: folder }
}

pub async fn open(folder: &Path, clock: &Arc<ManualClock>) -> Books {
    Books::open(folder, None, Arc::<ManualClock>::clone(clock)).await.unwrap()
}

pub fn instant(text: &str) -> Instant {
    parse_instant(text).unwrap()
}

/// Calls of one instant, told apart by their number of bytes.
pub fn log(at: &str, calls: std::ops::Range<u32>) -> String {
    let at = instant(at).format("%d/%b/%Y:%H:%M:%S +0000");
    calls.map(|n| format!("10.0.0.1 - - [{at}] \"POST /v2/p/ocr/passport HTTP/1.1\" 200 {n}\n")).collect()
}
