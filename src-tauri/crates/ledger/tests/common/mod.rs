//! A file of books in a folder of its own, and an account that lives in it.
#![expect(dead_code, reason = "each test file uses its own part")]
#![expect(clippy::unwrap_used, reason = "a test stops at whatever it did not expect")]

pub mod life;

use std::{path::PathBuf, sync::Arc};

use billing::{
    Account, Command, Event, Instant, Money, Offer, ResourceKey, Terms, UnitPrice, Usage, decide,
    event::What,
    package::Source,
    price::{Price, PriceList, Tier},
    zone::{Month, Term, parse_instant},
};
use ledger::{AccountId, Basis, Catalogue, ImportChange, Ledger, NewAccount, Write};
use tempfile::TempDir;

pub const OPENED: &str = "2023-04-18T08:00:00+08:00";

pub fn at(text: &str) -> Instant {
    parse_instant(text).unwrap()
}

/// A folder that is gone afterwards, and the path of books in it.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("books.sqlite")
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub async fn open(&self) -> Ledger {
        Ledger::open(self.path()).await.unwrap()
    }
}

pub fn keys() -> [ResourceKey; 3] {
    [
        ResourceKey::new("passport-ocr", "ap-southeast-1"),
        ResourceKey::new("passport-ocr", "ap-southeast-3"),
        ResourceKey::new("id-card-ocr", "ap-southeast-1"),
    ]
}

/// Prices with tiers, and offers of every kind.
pub fn terms() -> Arc<Terms> {
    let mut terms = Terms::example();
    let unit_price = |text: &str| UnitPrice::parse(text).unwrap();
    let tier = |up_to, price: &str| Tier { up_to, unit_price: unit_price(price) };
    let prices = keys().map(|key| Price {
        service: key.service,
        region: key.region,
        from: None,
        tiers: vec![tier(Some(50), "0.0212345678"), tier(Some(200), "0.01"), tier(None, "0.0051")],
    });
    terms.prices = PriceList::new(prices.into());
    let offer = |sku: &str, key: usize, quota, term, cents, source, project: Option<&str>| Offer {
        sku: sku.into(),
        resource: keys()[key].clone(),
        quota,
        term,
        price: Money::from_cents(cents),
        source,
        project: project.map(Into::into),
        hours: None,
        withdrawn: false,
        consumption: Default::default(),
        from: None,
    };
    terms.offers = vec![
        offer("passport-100", 0, 100, Term::Months(1), 150, Source::Purchased, None),
        offer("passport-30-kyc", 0, 30, Term::Days(2), 40, Source::Purchased, Some("p-kyc")),
        offer("id-card-free", 2, 20, Term::Days(1), 0, Source::Free, None),
    ];
    Arc::new(terms)
}

/// An account as memory has it, beside the books that should have the same.
pub struct Life {
    pub ledger: Ledger,
    pub id: AccountId,
    pub account: Account,
    pub basis: Basis,
    pub terms: Arc<Terms>,
    /// Everything that happened.
    pub seen: Vec<What>,
}

impl Life {
    pub async fn begin(ledger: Ledger, name: &str, balance: i64) -> Self {
        Self::begin_under(ledger, name, balance, terms()).await
    }

    pub async fn begin_under(ledger: Ledger, name: &str, balance: i64, terms: Arc<Terms>) -> Self {
        let opened = Account::open(Arc::clone(&terms), at(OPENED), Money::from_cents(balance));
        let (account, events) = opened.unwrap();
        let id = ledger.create_account(&new_account(name), &account, &events, at(OPENED)).await.unwrap();
        let (_, basis) = ledger.load(id, Arc::clone(&terms)).await.unwrap();
        Self { ledger, id, account, basis, terms, seen: events.into_iter().map(|event| event.what).collect() }
    }

    /// Carries a command out and records it; a refusal records nothing.
    pub async fn act(&mut self, command: &Command, now: Instant) -> bool {
        let Ok(decision) = decide(&self.account, command, now) else { return false };
        self.record("act", &decision.events, decision.account, None).await;
        true
    }

    pub async fn advance(&mut self, to: Instant) {
        let (mut account, mut events) = (self.account.clone(), Vec::new());
        account.advance(to, &mut events).unwrap();
        self.record("advance", &events, account, None).await;
    }

    pub async fn record(
        &mut self,
        kind: &str,
        events: &[Event],
        after: Account,
        import: Option<ImportChange>,
    ) {
        let write = Write { kind, request_id: None, events, after: &after, recorded_at: after.now, import };
        self.basis = self.ledger.write(self.id, &self.basis, write).await.unwrap();
        self.account = after;
        self.seen.extend(events.iter().map(|event| event.what.clone()));
    }

    /// What was written is what is loaded.
    pub async fn check(&self) {
        let (loaded, basis) = self.ledger.load(self.id, Arc::clone(&self.terms)).await.unwrap();
        assert_eq!(loaded, self.account, "the books give back the account that was written");
        assert_eq!(basis, self.basis);
        let (mut recent, _) = self.ledger.load_recent(self.id, Arc::clone(&self.terms)).await.unwrap();
        let since = recent.totals_since;
        recent
            .counters
            .extend(loaded.counters.iter().filter(|((_, month), _)| *month < zone_month(&loaded, since)));
        recent.attended.extend(loaded.attended.iter().filter(|((.., period), _)| *period < since));
        recent.totals_since = loaded.totals_since;
        assert_eq!(recent, loaded, "only earlier totals are left in the books");
    }
}

fn zone_month(account: &Account, at: Instant) -> Month {
    account.terms.policy.zone.month(at)
}

pub fn new_account(name: &str) -> NewAccount {
    let catalogue = Catalogue { name: "sample".into(), hash: "00".into() };
    NewAccount { name: name.into(), catalogue, sample: true }
}

pub fn calls(key: usize, project: &str, occurred_at: Instant, count: u64) -> Usage {
    Usage { resource: keys()[key].clone(), project: project.into(), occurred_at, count, status: 200 }
}
