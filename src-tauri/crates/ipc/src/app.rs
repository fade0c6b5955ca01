//! What the handlers work on: the books, what is being read, and whom to tell.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use app::{Books, away::Away, books::Loaded, due, import::Prepared, ledger::AccountId};
use billing::Event;

use crate::{
    IpcError, convert,
    dto::{
        import::{ImportProgress, ImportView},
        journal::VerifyProgress,
    },
};

/// Hears how far a reading is.
pub type Progress = Arc<dyn Fn(ImportProgress) + Send + Sync>;

/// Hears how far a derivation of the books is.
pub type Verifying = Arc<dyn Fn(VerifyProgress) + Send + Sync>;

/// Hears which screens show something else now, by their names.
pub type Changed = Arc<dyn Fn(Vec<&'static str>) + Send + Sync>;

/// The state of the handlers.
pub struct App {
    pub(crate) books: Arc<Books>,
    pub(crate) progress: Progress,
    changed: Changed,
    verifying: Verifying,
    jobs: Mutex<BTreeMap<String, Job>>,
    /// What fell due and was run, and no face has been told of yet.
    unreported: Mutex<BTreeMap<AccountId, Vec<Event>>>,
    /// What happened before this program was started, until it is dismissed; nothing once it was, and for accounts without.
    away: Mutex<BTreeMap<AccountId, Option<Away>>>,
}

/// A reading by the name the face gave it.
enum Job {
    /// Being read; set to stop it.
    Reading(Arc<AtomicBool>),
    /// Read, and not written down.
    Ready(Arc<Prepared>),
    /// Written down.
    Done(Box<ImportView>),
}

/// What can be committed under a name.
pub(crate) enum Readied {
    /// A reading that is not written down.
    Ready(Arc<Prepared>),
    /// One that was: confirming twice imports once.
    Done(Box<ImportView>),
}

impl App {
    /// Handlers over open books.
    #[must_use]
    pub fn new(books: Arc<Books>, progress: Progress, changed: Changed) -> Self {
        Self {
            books,
            progress,
            changed,
            verifying: Arc::new(|_| ()),
            jobs: Mutex::default(),
            unreported: Mutex::default(),
            away: Mutex::default(),
        }
    }

    /// The same, with somebody who hears how far a derivation of the books is.
    #[must_use]
    pub fn telling_how_far(self, verifying: Verifying) -> Self {
        Self { verifying, ..self }
    }

    /// Who hears how far a derivation of the books is.
    pub(crate) const fn verifying(&self) -> &Verifying {
        &self.verifying
    }

    /// The books.
    #[must_use]
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// Loads the account of an id as faces write it.
    pub(crate) async fn load(&self, account_id: &str) -> Result<Loaded, IpcError> {
        Ok(self.books.load(convert::account_id(account_id)?).await?)
    }

    /// Tells which screens show something else now.
    pub(crate) fn tell(&self, screens: &[&'static str]) {
        (self.changed)(screens.to_vec());
    }

    /// Begins a reading; what was read before under any name and not written down is forgotten, for it can be large.
    pub(crate) fn begin_reading(&self, job: &str) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut jobs = self.jobs();
        jobs.retain(|_, known| matches!(known, Job::Reading(_)));
        if let Some(Job::Reading(before)) = jobs.insert(job.to_owned(), Job::Reading(Arc::clone(&stop))) {
            before.store(true, Ordering::Relaxed);
        }
        stop
    }

    /// Ends a reading, with or without a result. One that was stopped meanwhile is not kept.
    pub(crate) fn end_reading(&self, job: &str, stop: &Arc<AtomicBool>, prepared: Option<Arc<Prepared>>) {
        let mut jobs = self.jobs();
        let is_current = matches!(jobs.get(job), Some(Job::Reading(current)) if Arc::ptr_eq(current, stop));
        if !is_current {
            return;
        }
        match prepared {
            Some(prepared) if !stop.load(Ordering::Relaxed) => {
                jobs.insert(job.to_owned(), Job::Ready(prepared));
            }
            _ => {
                jobs.remove(job);
            }
        }
    }

    /// Stops a reading, or forgets what was read.
    pub(crate) fn cancel(&self, job: &str) {
        if let Some(Job::Reading(stop)) = self.jobs().remove(job) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// What can be committed under a name.
    pub(crate) fn readied(&self, job: &str) -> Option<Readied> {
        match self.jobs().get(job)? {
            Job::Reading(_) => None,
            Job::Ready(prepared) => Some(Readied::Ready(Arc::clone(prepared))),
            Job::Done(view) => Some(Readied::Done(view.clone())),
        }
    }

    /// Remembers that a reading was written down.
    pub(crate) fn done(&self, job: &str, view: ImportView) {
        self.jobs().insert(job.to_owned(), Job::Done(Box::new(view)));
    }

    /// What was run in an account since a face was last told of it; each thing is reported once.
    pub(crate) fn take_unreported(&self, account: AccountId) -> Vec<Event> {
        self.unreported.lock().unwrap_or_else(PoisonError::into_inner).remove(&account).unwrap_or_default()
    }

    /// Keeps what happened before the first look at an account; later looks are news of the running program.
    pub(crate) fn looked(&self, account: AccountId, away: Option<Away>) {
        self.absences().entry(account).or_insert(away);
    }

    /// What happened before the program was started, if it was not dismissed.
    pub(crate) fn away(&self, account: AccountId) -> Option<Away> {
        self.absences().get(&account).cloned().flatten()
    }

    /// The summary was read.
    pub(crate) fn dismiss_away(&self, account: AccountId) {
        self.absences().insert(account, None);
    }

    fn absences(&self) -> MutexGuard<'_, BTreeMap<AccountId, Option<Away>>> {
        self.away.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn report_later(&self, account: AccountId, events: Vec<Event>) {
        let mut unreported = self.unreported.lock().unwrap_or_else(PoisonError::into_inner);
        unreported.entry(account).or_default().extend(events);
    }

    fn jobs(&self) -> MutexGuard<'_, BTreeMap<String, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs what fell due in every account, and tells when something did; [`crate::commands::start::run_due`] reports it. What cannot be run now is run the next time, or
/// reported by the command that needs it.
pub async fn run_due_everywhere(app: &App) {
    let Ok(accounts) = app.books.ledger().list_accounts().await else { return };
    for account in accounts {
        let Ok(caught_up) = due::run(&app.books, account.id).await else { continue };
        if !caught_up.events.is_empty() {
            app.report_later(account.id, caught_up.events);
            app.tell(crate::commands::EVERY_SCREEN);
        }
    }
}
