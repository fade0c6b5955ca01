//! Usage of a story that reaches its file as an import, and what the same calls are in memory.

use std::sync::Arc;

use app::{
    Books,
    import::{self, Request, Target},
    ledger::AccountId,
    metering::{Input, Quiet},
};
use billing::{Account, Command, Event, Instant, Refusal, Usage};
use rulebook::replay::{Action, Metered, Use};

/// Whether a step's usage is imported: calls without an id of their own. Records with one are reported by hand, because the
/// books know an id by where it came from.
pub fn is_import<'a>(action: &'a Action, account: &Account) -> Option<&'a Use> {
    let Action::Use(entry) = action else { return None };
    // A life that has not begun would begin with its first import.
    let is_chosen = entry.id.is_none() && account.has_lived();
    (is_chosen && matches!(entry.resource, Metered::Service(_))).then_some(entry)
}

/// When the imported calls were made: an import joins the calls of an hour, which begin with it.
fn made_at(account: &Account, entry: &Use) -> Instant {
    account.terms.policy.period_start(entry.occurred_at)
}

/// Imports the usage of a step, and the same file once more, which counts nothing.
pub async fn carry_out(
    books: &Arc<Books>,
    (id, account): (AccountId, &Account),
    number: usize,
    entry: &Use,
) -> Result<(), String> {
    let Metered::Service(key) = &entry.resource else { return Ok(()) };
    let (at, project) = (made_at(account, entry).to_rfc3339(), &entry.project);
    let Use { count, status, .. } = entry;
    let text = format!(
        "time,service,region,project,status,count,id\n{at},{},{},{project},{status},{count},step-{number}\n",
        key.service, key.region
    );
    for request in [format!("step-{number}"), format!("step-{number}-again")] {
        let wanted = Request {
            target: Target::Account(id),
            input: Input::text("calls.csv", text.clone()),
            label: "calls.csv".to_owned(),
            source: "story".to_owned(),
            rules: Some(String::new()),
            rules_file: "rules.toml".to_owned(),
            zone: None,
            format: None,
        };
        let prepared = import::prepare(books, wanted, Arc::new(Quiet)).await.map_err(told)?;
        let counts = prepared.counts();
        if counts.rows != 1 || counts.rejected + counts.unmatched > 0 {
            return Err(format!("step {number} was read as {counts:?}"));
        }
        import::commit(books, &prepared, &request).await.map_err(told)?;
    }
    Ok(())
}

/// The same calls in memory: a success proves that its service was enabled, and is charged in every stage of arrears. What is
/// refused all the same changes nothing.
pub fn remember(account: &mut Account, entry: &Use, events: &mut Vec<Event>) -> Result<(), Refusal> {
    let Metered::Service(resource) = entry.resource.clone() else { return Ok(()) };
    let at = made_at(account, entry);
    let known = account.find_resource(&resource).and_then(|id| account.resource(id));
    let is_known = known.and_then(|known| known.enabled.first()).is_some_and(|span| span.from <= at);
    if account.terms.policy.counts(entry.status) && !is_known {
        account.act(&Command::Enable { resource: resource.clone(), since: Some(at) }, events)?;
    }
    let usage = Usage {
        resource,
        project: entry.project.clone(),
        occurred_at: at,
        count: entry.count,
        status: entry.status,
    };
    let _ = account.meter_answered(&usage, events);
    Ok(())
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
