//! An action of the customer: decided, shown, agreed to, written.

use app::{Books, action, action::Plan, books::Loaded};
use billing::Command;
use serde_json::{Value, json};

use crate::{approve, cli::Globals, failure::Failure, json, output, session, text};

/// What is asked, and how it is called in the books.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// What is asked.
    pub command: &'a Command,
    /// How the write is called.
    pub kind: &'a str,
    /// Go on without asking.
    pub yes: bool,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Acted {
    /// What was done, or would be.
    pub plan: Plan,
    /// Whether it was written.
    pub committed: bool,
}

/// Decides, shows the figures of `page` with its question, asks, and writes exactly what was shown.
///
/// # Errors
/// A refusal, that it was declined, or that the books cannot be written.
pub async fn carry_out(
    books: &Books,
    globals: &Globals,
    loaded: &Loaded,
    action: Action<'_>,
    page: impl FnOnce(&Plan) -> Result<(String, String), Failure>,
) -> Result<Acted, Failure> {
    let id = loaded.header.id;
    let plan = action::preview(books, id, action.command).await?;
    let (figures, question) = page(&plan)?;
    if !globals.json {
        output::print(&format!("{}\n{figures}\n", text::heading(loaded)))?;
    }
    if !approve::approved(globals, action.yes, &question).await? {
        return Ok(Acted { plan, committed: false });
    }
    let request_id = session::request_id()?;
    let plan = action::commit(books, id, action.kind, action.command, Some(&plan.seen), &request_id).await?;
    Ok(Acted { plan, committed: true })
}

impl Acted {
    /// What every action tells as an object, with what is its own added.
    ///
    /// # Errors
    /// A figure beyond the range of cents.
    pub fn json(&self, loaded: &Loaded, own: Value) -> Result<Value, Failure> {
        let position = self.plan.after.position()?;
        let shared = json!({
            "account": loaded.header.name,
            "sample": loaded.header.sample,
            "currency": loaded.header.currency,
            "committed": self.committed,
            "balance": json::money(position.balance),
            "arrears": json::money(position.arrears),
            "available_credit": json::money(position.available_credit),
            "spendable_now": json::money(position.spendable_now),
        });
        Ok(match shared {
            Value::Object(shared) => json::joined(shared, own),
            other => other,
        })
    }

    /// Prints the object with `--json`, else the sentence that ends it.
    ///
    /// # Errors
    /// That it cannot be printed.
    pub fn print(&self, globals: &Globals, loaded: &Loaded, own: Value, done: &str) -> Result<(), Failure> {
        if globals.json {
            output::print(&json::print(&self.json(loaded, own)?))
        } else {
            output::print(&format!("{done}\n"))
        }
    }
}
