//! Notices grouped by episode: one crossing, everything told about it, and how it ended.

use billing::{
    Account, Instant, PackageId,
    alert::{Measured, NoticeKind},
};
use ledger::{AccountId, NoticeLine, Page};

use crate::{Books, books::Loaded, error::AppError};

/// So many notices are grouped.
const NOTICES: u32 = 1_000;

/// What an episode is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// What can be spent.
    Balance,
    /// What is left of a package.
    Quota,
    /// The end of a package.
    Ending,
    /// A package's automatic renewal.
    Renewal,
    /// Arrears and their stages.
    Arrears,
}

/// How an episode stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is still so.
    Open,
    /// It is still so, and the customer knows.
    Acknowledged,
    /// It is still so, and nothing is told of it for a time.
    Snoozed,
    /// It is over.
    Resolved,
}

/// One crossing and what was told of it, in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// What it is about.
    pub family: Family,
    /// Which package.
    pub package: Option<PackageId>,
    /// What was told, oldest first; never empty.
    pub notices: Vec<NoticeLine>,
    /// How it stands.
    pub state: State,
    /// When it will be told again, as things are.
    pub told_again_at: Option<Instant>,
}

/// Episodes, the one that was told of last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbox {
    /// As above.
    pub episodes: Vec<Episode>,
    /// Whether older notices were left out.
    pub more: bool,
}

/// What an account was told.
///
/// # Errors
/// That the books cannot be read.
pub async fn inbox(books: &Books, loaded: &Loaded) -> Result<Inbox, AppError> {
    let page = lines(books, loaded.header.id).await?;
    Ok(Inbox { episodes: episodes(&loaded.account, page.0), more: page.1 })
}

async fn lines(books: &Books, id: AccountId) -> Result<(Vec<NoticeLine>, bool), AppError> {
    let mut page = books.ledger().notices(id, Page::first(NOTICES)).await?;
    page.rows.reverse();
    Ok((page.rows, page.next.is_some()))
}

/// Groups notices, which come oldest first.
#[must_use]
pub fn episodes(account: &Account, lines: Vec<NoticeLine>) -> Vec<Episode> {
    let mut episodes: Vec<Episode> = Vec::new();
    for line in lines {
        let (family, package) = (family(line.notice.kind), line.notice.package);
        let same = |one: &&mut Episode| one.family == family && one.package == package;
        match episodes.iter_mut().rev().find(same) {
            Some(known) if continues(known, &line) => known.notices.push(line),
            _ => episodes.push(Episode {
                family,
                package,
                notices: vec![line],
                state: State::Resolved,
                told_again_at: None,
            }),
        }
    }
    let latest = |episodes: &[Episode], index: usize| {
        let (family, package) = (episodes[index].family, episodes[index].package);
        !episodes[index + 1..].iter().any(|later| later.family == family && later.package == package)
    };
    for index in 0..episodes.len() {
        if latest(&episodes, index)
            && let Some(episode) = episodes.get_mut(index)
        {
            stand(account, episode);
        }
    }
    episodes.sort_by_key(|episode| std::cmp::Reverse(episode.notices.last().map(|line| line.number)));
    episodes
}

const fn family(kind: NoticeKind) -> Family {
    match kind {
        NoticeKind::BalanceLow | NoticeKind::BalanceRecovered => Family::Balance,
        NoticeKind::PackageLow | NoticeKind::PackageExhausted => Family::Quota,
        NoticeKind::PackageExpiring | NoticeKind::PackageExpired => Family::Ending,
        NoticeKind::Renewed | NoticeKind::RenewalFailed => Family::Renewal,
        NoticeKind::Arrears
        | NoticeKind::DeadlineNear
        | NoticeKind::Frozen
        | NoticeKind::Suspended
        | NoticeKind::ReleasePending
        | NoticeKind::Released
        | NoticeKind::Recovered => Family::Arrears,
    }
}

/// Whether a notice tells more of the same crossing: not after it ended, nor under another version of the rule, nor of a
/// quota that has grown since.
fn continues(episode: &Episode, line: &NoticeLine) -> bool {
    let Some(last) = episode.notices.last() else { return false };
    let over = matches!(
        last.notice.kind,
        NoticeKind::BalanceRecovered
            | NoticeKind::Recovered
            | NoticeKind::PackageExpired
            | NoticeKind::Renewed
    );
    !over
        && match line.notice.kind {
            NoticeKind::Arrears => false,
            NoticeKind::BalanceLow => version(last) == version(line),
            NoticeKind::PackageLow | NoticeKind::PackageExhausted => left(line) < left(last),
            _ => true,
        }
}

const fn version(line: &NoticeLine) -> Option<u32> {
    match line.notice.measured {
        Some(Measured::Spendable { version, .. }) => Some(version),
        _ => None,
    }
}

/// What was left; that of notices without figures is not known, and counts as less.
const fn left(line: &NoticeLine) -> u64 {
    match line.notice.measured {
        Some(Measured::Quota { left, .. }) => left,
        _ => 0,
    }
}

/// Only the latest episode of its kind can still be so.
fn stand(account: &Account, episode: &mut Episode) {
    let package = episode.package.and_then(|id| account.package(id));
    let lasts = match episode.family {
        Family::Balance => {
            let present = account.balance_alert.and_then(|alert| alert.episode);
            // One that began in a snooze was not told of: what was, is over.
            let present = present.filter(|present| present.told > 0);
            let told = episode.notices.last().is_some_and(|line| line.notice.kind == NoticeKind::BalanceLow);
            if let Some(present) = present.filter(|_| told) {
                let alert = account.balance_alert;
                episode.told_again_at =
                    alert.and_then(|alert| alert.next(&account.terms.policy.balance_alert));
                if alert.is_some_and(|alert| alert.is_snoozed(account.now)) {
                    episode.state = State::Snoozed;
                    return;
                }
                if present.acknowledged {
                    episode.state = State::Acknowledged;
                    return;
                }
            }
            told && present.is_some()
        }
        Family::Quota => {
            package.and_then(|package| package.cycle_at(account.now)).is_some_and(|(_, cycle)| {
                episode.notices.first().is_some_and(|line| cycle.starts_at <= line.at)
                    && (cycle.low_told > 0 || cycle.exhausted_sent)
            })
        }
        Family::Ending => package.is_some_and(|package| {
            let told =
                episode.notices.last().is_some_and(|line| line.notice.kind == NoticeKind::PackageExpiring);
            told && !package.is_gone()
                && package.valid_to() >= account.now
                && package.cycles.last().is_some_and(|cycle| cycle.begun)
        }),
        Family::Renewal => {
            package.is_some_and(|package| package.renewal_failed_for == Some(package.valid_to()))
        }
        Family::Arrears => account.arrears_since.is_some(),
    };
    if lasts {
        episode.state = State::Open;
    }
}
