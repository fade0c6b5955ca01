//! Ledger: the journal, one transaction with its postings, and the journal as a file.

use std::collections::BTreeSet;

use app::{
    explain as reasons, journal_file,
    ledger::{Extent, JournalFilter, JournalLine, Page, Sound, Subject, WriteLine},
};
use billing::{
    Account, Instant, Money,
    journal::{
        Commodity, Posting,
        names::{QUOTA_OF, VOUCHER_OF},
    },
    package::order::numbered,
};

use crate::{
    App, IpcError, convert,
    dto::journal::{
        CommodityView, ExtentView, FileForm, JournalChoices, JournalFile, JournalFileQuery, JournalPackage,
        JournalQuery, JournalResource, JournalRow, JournalView, PostingView, SoundView, SumView,
        TransactionQuery, TransactionView, WriteView,
    },
};

/// Kinds of transactions, in the order in which people meet them.
const KINDS: [&str; 10] = [
    "opening",
    "top-up",
    "settlement",
    "deduction",
    "quota-granted",
    "quota-lapsed",
    "purchase",
    "renewal",
    "refund",
    "correction",
];
/// That of vouchers, which few accounts have.
const VOUCHER: &str = "voucher";
/// So many transactions go into one file.
const IN_A_FILE: usize = 50_000;

/// The Ledger screen.
///
/// # Errors
/// [`IpcError`] `invalid_value` for a filter that names nothing, or that the books cannot be read.
pub async fn journal(app: &App, query: JournalQuery) -> Result<JournalView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let page = Page { after: convert::cursor(query.after.as_deref())?, limit: super::PAGE };
    let filter = filter(&loaded.account, &query)?;
    let (id, ledger) = (loaded.header.id, app.books().ledger());
    let part = ledger.journal(id, &filter, page).await?;
    Ok(JournalView {
        as_of: convert::seconds(super::now(app, &loaded)),
        rows: part.lines.iter().map(|line| row(&loaded.account, line)).collect(),
        next: part.next.map(|next| next.to_string()),
        looked_back_to: part.looked_back_to.map(convert::seconds),
        choices: choices(&loaded.account),
        extent: extent(&ledger.extent(Some(id)).await?),
        opened_at: convert::seconds(loaded.account.opened_at),
    })
}

/// One transaction.
///
/// # Errors
/// [`IpcError`] `invalid_value` when there is no such one, or that the books cannot be read.
pub async fn transaction(app: &App, query: TransactionQuery) -> Result<TransactionView, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let missing = || convert::invalid("transaction", &query.id);
    let number: i64 = query.id.parse().map_err(|_| missing())?;
    let entry = app.books().ledger().entry(loaded.header.id, number).await?.ok_or_else(missing)?;
    let why = match entry.line.balance {
        Some(_) => reasons::entry(app.books(), &loaded, number).await?,
        None => None,
    };
    Ok(TransactionView {
        row: row(&loaded.account, &entry.line),
        postings: entry.postings.iter().map(|posting| posting_view(&loaded.account, posting)).collect(),
        sums: sums(&entry.postings),
        write: write(&entry.write),
        why: why.map(|why| convert::why(&why, &loaded.account.terms.policy)),
    })
}

/// The journal as a file.
///
/// # Errors
/// [`IpcError`] as of [`journal`].
pub async fn file(app: &App, query: JournalFileQuery) -> Result<JournalFile, IpcError> {
    let loaded = app.load(&query.of.account_id).await?;
    let filter = filter(&loaded.account, &query.of)?;
    let taken = journal_file::take(app.books(), &loaded, &filter, IN_A_FILE).await?;
    let (text, ending) = match query.form {
        FileForm::Csv => (journal_file::csv(&loaded, &taken), "csv"),
        FileForm::Json => (format!("{:#}\n", journal_file::json(&loaded, &taken)), "json"),
    };
    Ok(JournalFile {
        file_name: super::deadlines::file_name("journal", &loaded.header.name, ending),
        text,
        count: taken.entries.len().to_string(),
        has_more: taken.has_more,
    })
}

fn filter(account: &Account, query: &JournalQuery) -> Result<JournalFilter, IpcError> {
    let package = query.package_id.as_deref().map(convert::package_id).transpose()?;
    let resource = match (&query.service, &query.region) {
        (Some(service), Some(region)) => {
            let known =
                super::resources(account).find(|(_, key)| key.service == *service && key.place() == region);
            Some(known.map(|(id, _)| id).ok_or_else(|| convert::invalid("service", service))?)
        }
        _ => None,
    };
    let from = query.from.map(convert::instant).transpose()?.unwrap_or(Instant::MIN_UTC);
    let to = query.to.map(convert::instant).transpose()?.unwrap_or(Instant::MAX_UTC);
    let is_bounded = query.from.is_some() || query.to.is_some();
    Ok(JournalFilter {
        kind: query.kind.clone(),
        resource,
        package,
        at: is_bounded.then_some(from..to),
        text: query.text.clone(),
    })
}

fn choices(account: &Account) -> JournalChoices {
    let has_vouchers = !account.vouchers.is_empty();
    let kinds = KINDS.into_iter().chain(has_vouchers.then_some(VOUCHER));
    let resources = super::resources(account).map(|(_, key)| JournalResource {
        name: convert::resource_name(key),
        service: key.service.clone(),
        region: key.place().to_owned(),
    });
    let mut packages: Vec<_> = numbered(account)
        .map(|(id, package)| JournalPackage {
            id: id.0.to_string(),
            name: convert::package_name(account, package),
        })
        .collect();
    packages.reverse();
    JournalChoices { kinds: kinds.map(str::to_owned).collect(), resources: resources.collect(), packages }
}

fn extent(extent: &Extent) -> ExtentView {
    ExtentView {
        writes: extent.writes.to_string(),
        transactions: extent.transactions.to_string(),
        first_recorded_at: extent.first_recorded_at.map(convert::seconds),
        last_recorded_at: extent.last_recorded_at.map(convert::seconds),
    }
}

fn row(account: &Account, line: &JournalLine) -> JournalRow {
    let (name, period) = match line.subject {
        Subject::Nothing => (String::new(), None),
        Subject::Package(package) => (convert::name_of_package(account, package), None),
        Subject::Charge { period, resource, project, .. } => {
            (super::balance::name_with_project(account, resource, project), Some(convert::seconds(period)))
        }
    };
    JournalRow {
        id: line.id.to_string(),
        at: convert::seconds(line.at),
        kind: line.kind.clone(),
        name,
        period,
        reference: journal_file::reference(line),
        money: (!line.money.is_zero()).then(|| line.money.to_string()),
        calls: (line.calls > 0).then(|| line.calls.to_string()),
        balance: line.balance.map(|balance| balance.to_string()),
        write: line.write_id.to_string(),
    }
}

fn posting_view(account: &Account, posting: &Posting) -> PostingView {
    let numbered = |prefix| posting.ledger_account.strip_prefix(prefix);
    let package = numbered(QUOTA_OF).and_then(|number| number.parse().ok());
    let voucher = numbered(VOUCHER_OF).and_then(|number| number.parse::<usize>().ok());
    let package = package.map(|number| convert::name_of_package(account, billing::PackageId(number)));
    let voucher = || Some(account.vouchers.get(voucher?)?.terms.code.clone());
    PostingView {
        ledger_account: posting.ledger_account.clone(),
        of: package.or_else(voucher).filter(|name| !name.is_empty()),
        commodity: commodity(posting.commodity),
        amount: journal_file::amount(posting),
    }
}

const fn commodity(commodity: Commodity) -> CommodityView {
    match commodity {
        Commodity::Money => CommodityView::Money,
        Commodity::Calls => CommodityView::Calls,
    }
}

fn sums(postings: &[Posting]) -> Vec<SumView> {
    let commodities: BTreeSet<_> = postings.iter().map(|posting| posting.commodity).collect();
    let sum = |of: Commodity| {
        let units: i64 =
            postings.iter().filter(|posting| posting.commodity == of).map(|posting| posting.units).sum();
        let amount = match of {
            Commodity::Money => Money::from_cents(units).to_string(),
            Commodity::Calls => units.to_string(),
        };
        SumView { commodity: commodity(of), amount }
    };
    commodities.into_iter().map(sum).collect()
}

pub(super) fn write(write: &WriteLine) -> WriteView {
    let hex = |hash: &[u8; 32]| hash.iter().map(|byte| format!("{byte:02x}")).collect();
    WriteView {
        id: write.id.to_string(),
        kind: write.kind.clone(),
        request: write.request_id.clone(),
        at: convert::seconds(write.at),
        recorded_at: convert::seconds(write.recorded_at),
        transactions: write.transaction_count.to_string(),
        previous_hash: hex(&write.previous_hash),
        hash: hex(&write.hash),
        sound: match write.sound {
            Sound::Yes => SoundView::Yes,
            Sound::No => SoundView::No,
            Sound::NotLookedAt => SoundView::NotLookedAt,
        },
    }
}
