//! All accounts, sorted by time to harm; and another name for one.

use std::collections::BTreeMap;

use app::harm::{self, Chance, Harm, Standing, soonest, standings};
use billing::{Derivation, Money, Value, explain};

use super::{forecast, package_why, start, verdict};
use crate::{
    App, IpcError, convert,
    dto::{
        accounts::{
            AccountRow, AccountsQuery, AccountsView, ChanceView, CurrencySum, NextHarm, RenameAccount,
        },
        common::AccountRef,
    },
    failure::Malformed,
};

/// More than these nobody reads at a glance.
const FIRSTS: usize = 3;

/// The Accounts screen, and what the tray tells.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn accounts(app: &App, query: AccountsQuery) -> Result<AccountsView, IpcError> {
    let standings = standings(app.books(), query.foreseen).await?;
    Ok(AccountsView {
        as_of: convert::seconds(app.books().now()),
        foreseen: query.foreseen,
        firsts: soonest(&standings, FIRSTS).into_iter().map(|of| first(app, of)).collect(),
        rows: standings.iter().map(|standing| row(app, standing)).collect::<Result<_, _>>()?,
        sums: sums(&standings)?,
    })
}

/// Gives an account another name.
///
/// # Errors
/// [`IpcError`] `name_needed`, `name_taken`, `no_account`, or that the books cannot be written.
pub async fn rename(app: &App, request: RenameAccount) -> Result<AccountRef, IpcError> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Malformed::NameNeeded.into());
    }
    let id = convert::account_id(&request.account_id)?;
    app.books().rename_account(id, name).await?;
    app.tell(&["accounts"]);
    start::reference(app, id).await
}

fn row(app: &App, standing: &Standing) -> Result<AccountRow, IpcError> {
    let account = &standing.loaded.account;
    let policy = &account.terms.policy;
    let next = standing.next();
    let in_force = account.packages.iter().filter_map(|package| package.cycle_at(account.now));
    let left = in_force.filter(|(_, cycle)| cycle.remaining() > 0).count();
    let (remaining, remaining_why) = package_why::left_in_all(account, account.now);
    let position = convert::position(account)?;
    Ok(AccountRow {
        account: start::account_ref(app, &standing.loaded.header),
        stage: standing.stage().to_owned(),
        harm: verdict::of(account, next),
        chance: next.and_then(|harm| harm.chance).map(chance),
        harm_why: harm::because(&standing.harms).map(|because| convert::why(&because, policy)),
        unknown: standing.unknown.map(forecast::unknown_view),
        spendable_now: position.spendable_now,
        spendable_why: position.why,
        packages_left: number(left),
        remaining: remaining.to_string(),
        remaining_why,
        usage_until: standing.usage_until.map(convert::seconds),
    })
}

fn first(app: &App, (standing, harm): (&Standing, &Harm)) -> NextHarm {
    NextHarm {
        account: start::account_ref(app, &standing.loaded.header),
        harm: verdict::of(&standing.loaded.account, Some(harm)),
    }
}

fn chance(chance: Chance) -> ChanceView {
    ChanceView {
        latest: chance.latest.map(convert::seconds),
        came_in: number(chance.came_in),
        of: number(chance.of),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What can be spent, one sum per currency. Sample data is not added to money that is there.
fn sums(standings: &[Standing]) -> Result<Vec<CurrencySum>, IpcError> {
    let mut together: BTreeMap<(bool, &str), Vec<&Standing>> = BTreeMap::new();
    for standing in standings {
        let header = &standing.loaded.header;
        together.entry((header.sample, &header.currency)).or_default().push(standing);
    }
    let sums = together.into_iter().map(|((sample, currency), standings)| {
        let mut sum = Money::ZERO;
        let mut parts = Vec::new();
        for standing in &standings {
            let account = &standing.loaded.account;
            sum = sum.checked_add(account.position()?.spendable_now)?;
            parts.push((standing.loaded.header.name.clone(), explain::spendable_now(account)?));
        }
        let because = Derivation::new("spendable-in-all", "H-61", Value::Money(sum));
        let because = parts.into_iter().fold(because, |because, (name, part)| {
            because.with("account", Value::Name(name)).resting_on("of-it", part)
        });
        let policy = standings.first().map(|standing| &standing.loaded.account.terms.policy);
        Ok(policy.map(|policy| CurrencySum {
            currency: currency.to_owned(),
            sample,
            account_count: number(standings.len()),
            spendable_now: sum.to_string(),
            why: convert::why(&because, policy),
        }))
    });
    let sums: Vec<Option<CurrencySum>> = sums.collect::<Result<_, IpcError>>()?;
    Ok(sums.into_iter().flatten().collect())
}
