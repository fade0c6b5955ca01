//! A story on a real file: every step through the use cases, some of its usage as imports, compared with the same life in
//! memory.

use std::{fs, path::Path, sync::Arc};

use app::{AppError, Books, action, books::Opening, clock::ManualClock, due, ledger::AccountId};
use billing::{Account, Instant};
use rulebook::replay::{Actor, Scenario};

use super::imports;

const NAME: &str = "Story";

/// A story, open on its file.
pub struct StoryOnDisk {
    books: Arc<Books>,
    clock: Arc<ManualClock>,
    account: AccountId,
    actor: Actor,
    scenario: Scenario,
}

impl StoryOnDisk {
    /// Opens the books of a folder, and the account at the first time. The first `done` steps are in the books.
    ///
    /// # Errors
    /// That the books cannot be opened or written.
    pub async fn open(folder: &Path, scenario: Scenario, done: usize) -> Result<Self, String> {
        let prices = format!(
            "title = \"{NAME}\"\nsample = true\ncurrency = \"{}\"\n{}",
            scenario.currency,
            scenario.prices_to_toml()
        );
        fs::write(folder.join("catalogue.toml"), prices).map_err(text)?;
        let clock = Arc::new(ManualClock::at(scenario.opened_at));
        let books = Books::open(folder, None, Arc::<ManualClock>::clone(&clock)).await.map_err(text)?;
        let opening = Opening {
            name: NAME.to_owned(),
            policy: scenario.policy.clone(),
            level: Some(scenario.level.clone()),
            currency: None,
            balance: scenario.opening_balance,
            opened_at: scenario.opened_at,
            sample: true,
        };
        let account = match books.open_account(&opening).await {
            Err(AppError::NameTaken(_)) => books.account_named(NAME).await.map_err(text)?.id,
            opened => opened.map_err(text)?,
        };
        let (actor, _) = Actor::open(&scenario, scenario.terms().map_err(text)?).map_err(text)?;
        let mut story = Self { books: Arc::new(books), clock, account, actor, scenario };
        for number in 0..done {
            story.remember(number)?;
        }
        Ok(story)
    }

    /// Carries a step out. Doing it twice is doing it once; the file must say what memory says.
    ///
    /// # Errors
    /// That the books cannot be written, or differ.
    pub async fn step(&mut self, number: usize) -> Result<(), String> {
        let step = self.scenario.steps[number].clone();
        self.clock.set(step.at);
        let mut refused = None;
        if let Some(action) = &step.action {
            if let Some(entry) = imports::is_import(action, &self.lived_to(step.at)?) {
                imports::carry_out(&self.books, (self.account, &self.actor.account), number, entry).await?;
            } else if let Ok(Some(command)) = self.actor.command(action) {
                // Names are those of the steps before.
                let request = format!("step-{number}");
                match action::commit(&self.books, self.account, "step", &command, None, &request).await {
                    Ok(_) => {}
                    Err(AppError::Refused(refusal)) => refused = Some(refusal),
                    Err(error) => return Err(text(error)),
                }
            }
        }
        if step.expect.is_some() {
            due::run(&self.books, self.account).await.map_err(text)?;
        }
        let in_memory = self.remember(number)?;
        if let Some(refusal) = refused.filter(|refusal| Some(refusal.code()) != in_memory.as_deref()) {
            return Err(format!("step {number} was refused on file: {refusal}; in memory {in_memory:?}"));
        }
        self.compare(number).await
    }

    /// Whether the books verify.
    ///
    /// # Errors
    /// The first difference.
    pub async fn is_sound(&self) -> Result<(), String> {
        let report = self.books.ledger().verify(None).await.map_err(text)?;
        report.first_difference.map_or(Ok(()), |difference| Err(format!("the books differ: {difference:?}")))
    }

    /// The account in memory.
    #[must_use]
    pub const fn in_memory(&self) -> &Account {
        &self.actor.account
    }

    /// Lets go of the file.
    ///
    /// # Errors
    /// That it cannot be closed.
    pub async fn close(self) -> Result<(), String> {
        let books = Arc::into_inner(self.books).ok_or("the file is still in use")?;
        books.close().await.map_err(text)
    }

    /// The account in memory, before the actions of an instant.
    fn lived_to(&self, at: Instant) -> Result<Account, String> {
        let mut account = self.actor.account.clone();
        account.advance_to_actions(at, &mut Vec::new()).map_err(text)?;
        Ok(account)
    }

    /// The same step in memory; the code it is refused with.
    fn remember(&mut self, number: usize) -> Result<Option<String>, String> {
        let Some(step) = self.scenario.steps.get(number) else { return Ok(None) };
        let mut events = Vec::new();
        let mut refused = None;
        if let Some(action) = &step.action {
            self.actor.account.advance_to_actions(step.at, &mut events).map_err(text)?;
            if let Some(entry) = imports::is_import(action, &self.actor.account) {
                imports::remember(&mut self.actor.account, entry, &mut events).map_err(text)?;
            } else {
                refused = self.actor.act(action, &mut events).err().map(|refusal| refusal.code().to_owned());
            }
        }
        if step.expect.is_some() {
            self.actor.account.advance(step.at, &mut events).map_err(text)?;
        }
        Ok(refused)
    }

    /// Both lives, brought to the same instant, must be one.
    async fn compare(&self, number: usize) -> Result<(), String> {
        let mut on_file = self.books.load_whole(self.account).await.map_err(text)?.account;
        let mut in_memory = self.actor.account.clone();
        for account in [&mut on_file, &mut in_memory] {
            let at = self.scenario.steps[number].at;
            account.advance(at.max(account.now), &mut Vec::new()).map_err(text)?;
        }
        if on_file == in_memory {
            return Ok(());
        }
        let lines =
            |account: &Account| format!("{account:#?}").lines().map(str::to_owned).collect::<Vec<_>>();
        let (on_file, in_memory) = (lines(&on_file), lines(&in_memory));
        let first = on_file.iter().zip(&in_memory).find(|(file, memory)| file != memory);
        Err(format!(
            "after step {number} the file says {:?} and memory {:?}",
            first.map(|f| f.0),
            first.map(|f| f.1)
        ))
    }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
