//! Every account of the books, sorted by time to harm.

use std::cmp::Ordering;

use billing::{Instant, lifecycle::Stage};

use super::{Harm, known, with_ahead};
use crate::{
    AppError, Books,
    books::Loaded,
    foresight::{Unknown, foresee},
    known_usage,
};

/// How an account stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The account, at now.
    pub loaded: Loaded,
    /// Everything that goes wrong, the soonest first.
    pub harms: Vec<Harm>,
    /// Why nothing is foreseen; absent where it is, or where nobody asked for it.
    pub unknown: Option<Unknown>,
    /// Up to when usage is known.
    pub usage_until: Option<Instant>,
}

impl Standing {
    /// What goes wrong next.
    #[must_use]
    pub fn next(&self) -> Option<&Harm> {
        self.harms.first()
    }

    /// The stable name of its stage.
    #[must_use]
    pub fn stage(&self) -> &'static str {
        let account = &self.loaded.account;
        Stage::code(account.stage(), account.terms.policy.arrears.stops)
    }

    fn sooner(&self, other: &Self) -> Ordering {
        let names = || {
            let name = |standing: &Self| (standing.loaded.header.name.clone(), standing.loaded.header.id);
            name(self).cmp(&name(other))
        };
        let harm = match (self.next(), other.next()) {
            (Some(one), Some(other)) => one.sooner(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        harm.then_with(names)
    }
}

/// Every account, the one that is harmed first at the top; then by name. With what usage to come makes, if that is wanted: it takes as
/// long as a forecast of each.
///
/// # Errors
/// That the books cannot be read, or a figure leaves the range that can be kept exactly.
pub async fn standings(books: &Books, foreseen: bool) -> Result<Vec<Standing>, AppError> {
    let mut found = Vec::new();
    for header in books.ledger().list_accounts().await? {
        found.push(standing(books, books.load(header.id).await?, foreseen).await?);
    }
    found.sort_by(Standing::sooner);
    Ok(found)
}

/// What goes wrong first in all of them together, the soonest first, so many at most; of what comes at once, as the accounts stand.
#[must_use]
pub fn soonest(standings: &[Standing], most: usize) -> Vec<(&Standing, &Harm)> {
    let of_each =
        standings.iter().flat_map(|standing| standing.harms.iter().map(move |harm| (standing, harm)));
    let mut all: Vec<_> = of_each.collect();
    all.sort_by(|(_, one), (_, other)| one.sooner(other));
    all.truncate(most);
    all
}

async fn standing(books: &Books, mut loaded: Loaded, foreseen: bool) -> Result<Standing, AppError> {
    let now = books.now().max(loaded.account.now);
    let mut harms = known(books, &loaded, now).await?;
    let mut unknown = None;
    if foreseen {
        match foresee(books, &loaded).await? {
            Ok(foresight) => harms = with_ahead(harms, &foresight),
            Err(why) => unknown = Some(why),
        }
    }
    let usage_until = known_usage::usage_until(books, &loaded, now).await?;
    loaded.account.advance_to_actions(now, &mut Vec::new())?;
    Ok(Standing { loaded, harms, unknown, usage_until })
}
