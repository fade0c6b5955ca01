//! The books of one person: accounts with their rules and prices, ready for deciding.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use billing::{Account, Instant, Money, ResourceKey, Terms, price::PriceList};
use chrono::TimeDelta;
use ledger::{AccountHeader, AccountId, Basis, Ledger, NewAccount, Write};

use crate::{
    clock::Clock,
    data_dir,
    error::AppError,
    files::{catalogue, catalogue::Catalogue, policy, policy::PolicyFile},
    foresight::Outlooks,
};

/// Everything a use case needs.
pub struct Books {
    ledger: Ledger,
    clock: Arc<dyn Clock>,
    policies: BTreeMap<String, PolicyFile>,
    catalogues: Vec<PriceFile>,
    folder: PathBuf,
    outlooks: Outlooks,
}

/// A catalogue and what the books remember of it.
struct PriceFile {
    catalogue: Catalogue,
    source: ledger::Catalogue,
}

/// An account, loaded for deciding.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Name, policy, sample or not.
    pub header: AccountHeader,
    /// Its state.
    pub account: Account,
    /// The position of the books it was loaded at.
    pub basis: Basis,
}

/// What opening an account needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Unique name.
    pub name: String,
    /// `huawei-ocr-intl`.
    pub policy: String,
    /// Customer level; V1 when absent.
    pub level: Option<String>,
    /// Its currency; the policy's usual one when absent.
    pub currency: Option<String>,
    /// Cash it begins with.
    pub balance: Money,
    /// When it was opened.
    pub opened_at: Instant,
    /// Whether it holds sample data.
    pub sample: bool,
}

impl Books {
    /// Opens the books in a folder, made when missing. Prices are those of `catalogue`, else of the folder's
    /// `catalogue.toml`, else the samples that ship for each currency.
    ///
    /// # Errors
    /// [`AppError`]; the files are then as they were.
    pub async fn open(
        folder: &Path,
        catalogue: Option<&Path>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, AppError> {
        let own = folder.join(data_dir::CATALOGUE);
        let chosen = catalogue.map(Path::to_owned).or_else(|| own.exists().then_some(own));
        let catalogues = match &chosen {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|source| AppError::Io { path: path.clone(), source })?;
                vec![PriceFile::read(&path.display().to_string(), &text)?]
            }
            None => catalogue::SAMPLES
                .iter()
                .map(|(file, text)| PriceFile::read(file, text))
                .collect::<Result<_, _>>()?,
        };
        let policies = policy::shipped()?;
        let ledger = Ledger::open(folder.join(data_dir::BOOKS)).await?;
        Ok(Self {
            ledger,
            clock,
            policies,
            catalogues,
            folder: folder.to_owned(),
            outlooks: Outlooks::default(),
        })
    }

    /// Closes the books.
    ///
    /// # Errors
    /// [`AppError::Ledger`] when SQLite cannot finish; what was acknowledged is safe all the same.
    pub async fn close(self) -> Result<(), AppError> {
        Ok(self.ledger.close().await?)
    }

    /// What screens and the command line read.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What was foreseen, as long as it holds.
    pub(crate) const fn outlooks(&self) -> &Outlooks {
        &self.outlooks
    }

    /// Now, on the machine's clock.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The folder the books are in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of the books.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join(data_dir::BOOKS)
    }

    /// Prices and offers for accounts of a currency.
    ///
    /// # Errors
    /// [`AppError::NoPrices`] when the catalogue in use is in another currency.
    pub fn catalogue(&self, currency: &str) -> Result<&Catalogue, AppError> {
        Ok(&self.prices_in(currency)?.catalogue)
    }

    fn prices_in(&self, currency: &str) -> Result<&PriceFile, AppError> {
        let found = self.catalogues.iter().find(|file| file.catalogue.currency == currency);
        found.ok_or_else(|| AppError::NoPrices {
            currency: currency.to_owned(),
            known: self.catalogues.iter().map(|file| file.catalogue.currency.clone()).collect(),
        })
    }

    /// Policies an account can be opened under.
    #[must_use]
    pub const fn policies(&self) -> &BTreeMap<String, PolicyFile> {
        &self.policies
    }

    /// The account of a name.
    ///
    /// # Errors
    /// [`AppError::NoAccount`].
    pub async fn account_named(&self, name: &str) -> Result<AccountHeader, AppError> {
        self.ledger.find_account(name).await?.ok_or_else(|| AppError::NoAccount(name.to_owned()))
    }

    /// Loads an account for deciding or showing. Usage before last month needs [`Books::load_whole`].
    ///
    /// # Errors
    /// [`AppError::Ledger`] or [`AppError::UnknownPolicy`].
    pub async fn load(&self, id: AccountId) -> Result<Loaded, AppError> {
        let header = self.ledger.account_header(id).await?;
        let (account, basis) = self.ledger.load_recent(id, self.terms_of(&header)?).await?;
        Ok(Loaded { header, account, basis })
    }

    /// Loads an account with the running totals of all its months, for usage however late.
    ///
    /// # Errors
    /// [`AppError::Ledger`] or [`AppError::UnknownPolicy`].
    pub async fn load_whole(&self, id: AccountId) -> Result<Loaded, AppError> {
        let header = self.ledger.account_header(id).await?;
        let (account, basis) = self.ledger.load(id, self.terms_of(&header)?).await?;
        Ok(Loaded { header, account, basis })
    }

    fn terms_of(&self, header: &AccountHeader) -> Result<Arc<Terms>, AppError> {
        self.terms(&header.policy, &header.opening_level, &header.currency, header.settlement_delay)
            .map(Arc::new)
    }

    /// Opens an account.
    ///
    /// # Errors
    /// [`AppError::NameTaken`], [`AppError::UnknownPolicy`], or a refusal.
    pub async fn open_account(&self, opening: &Opening) -> Result<AccountId, AppError> {
        let (after, events) = self.decide_opening(opening)?;
        let recorded_at = self.now();
        let write = Write {
            kind: "open",
            request_id: None,
            events: &events,
            after: &after,
            recorded_at,
            import: None,
        };
        self.open_with(opening, &write).await
    }

    /// Opens an account with a first write that begins with the events of [`Books::decide_opening`].
    ///
    /// # Errors
    /// [`AppError::NameTaken`], or that the books cannot be written.
    pub async fn open_with(&self, opening: &Opening, write: &Write<'_>) -> Result<AccountId, AppError> {
        let new = NewAccount {
            name: opening.name.clone(),
            catalogue: self.prices_in(&write.after.terms.currency)?.source.clone(),
            sample: opening.sample,
        };
        self.ledger.open_account(&new, write).await.map_err(|error| taken(error, &opening.name))
    }

    /// Gives an account another name; the same one again changes nothing.
    ///
    /// # Errors
    /// [`AppError::NameTaken`], or that there is no such account or the books cannot be written.
    pub async fn rename_account(&self, id: AccountId, name: &str) -> Result<(), AppError> {
        self.ledger.rename_account(id, name).await.map_err(|error| taken(error, name))
    }

    /// The account as it would be opened, without writing it.
    ///
    /// # Errors
    /// [`AppError::UnknownPolicy`], or a refusal.
    pub fn decide_opening(&self, opening: &Opening) -> Result<(Account, Vec<billing::Event>), AppError> {
        let unknown = || AppError::UnknownPolicy(opening.policy.clone());
        let usual = &self.policies.get(&opening.policy).ok_or_else(unknown)?.currency;
        let currency = opening.currency.as_ref().unwrap_or(usual);
        let level = opening.level.as_deref().unwrap_or("V1");
        let terms = self.terms(&opening.policy, level, currency, TimeDelta::zero())?;
        Ok(Account::open(Arc::new(terms), opening.opened_at, opening.balance)?)
    }

    fn terms(&self, policy: &str, level: &str, currency: &str, delay: TimeDelta) -> Result<Terms, AppError> {
        let policy = self.policies.get(policy).ok_or_else(|| AppError::UnknownPolicy(policy.to_owned()))?;
        let catalogue = self.catalogue(currency)?;
        let sells = |kind: &ResourceKey| policy.policy.resources.sells(kind);
        let prices = catalogue.prices.all().iter();
        let prices = prices.filter(|price| sells(&ResourceKey::new(&price.service, &price.region))).cloned();
        let offers = catalogue.offers.iter().filter(|offer| sells(&offer.resource)).cloned();
        Ok(Terms {
            policy: policy.policy.clone(),
            level: level.to_owned(),
            currency: currency.to_owned(),
            settlement_delay: delay,
            prices: PriceList::new(prices.collect()),
            offers: offers.collect(),
        })
    }
}

impl PriceFile {
    fn read(file: &str, text: &str) -> Result<Self, AppError> {
        let catalogue = Catalogue::parse(file, text)?;
        let source = ledger::Catalogue { name: catalogue.title.clone(), hash: digest(text) };
        Ok(Self { catalogue, source })
    }
}

/// Which name is taken.
fn taken(error: ledger::LedgerError, name: &str) -> AppError {
    match error {
        ledger::LedgerError::NameTaken => AppError::NameTaken(name.to_owned()),
        other => other.into(),
    }
}

/// A short digest by which a price list is recognised.
fn digest(text: &str) -> String {
    use sha2::Digest as _;
    let hash = sha2::Sha256::digest(text.as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
