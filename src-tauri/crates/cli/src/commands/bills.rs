//! `tollbook bills`: the months, or one of them in full.

use app::{
    Books,
    books::Loaded,
    ledger::{BillLine, BillMonth, BillTotal, Page, Purchase, TotalKind},
};
use billing::{
    Money,
    bill::{self, BillStatus},
    zone::Month,
};
use clap::Args;
use serde_json::{Value, json};

use super::{
    amortised::{self, Form},
    bill_lines::{self, LineArgs},
};
use crate::{
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Table},
    text,
    words::Words,
};

/// List the monthly bills, or show one in full
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook bills                             every month, newest first
  tollbook bills 2025-01                     one month by service, and its purchases
  tollbook bills 2025-01 --days              its usage day by day, too
  tollbook bills 2025-01 --lines             every movement of the month
  tollbook bills 2025-01 --lines --csv > 2025-01.csv
  tollbook bills --amortised                 what each month costs: packages spread over the days they pay for
  tollbook bills 2025-01 --amortised --csv   what each day of a month costs
  tollbook bills 2025-01 --json")]
pub struct Bills {
    /// Show this month, such as 2025-01
    #[arg(value_parser = text::parse_month)]
    month: Option<Month>,
    /// Show the month's usage day by day, too; --json always does
    #[arg(long, requires = "month")]
    days: bool,
    /// Spread packages over the days they pay for; usage costs on its day
    #[arg(long, conflicts_with_all = ["days", "lines"])]
    amortised: bool,
    /// Print as CSV: UTF-8 with a byte order mark, amounts with 8 decimals; with --lines or --amortised
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    #[command(flatten)]
    lines: LineArgs,
}

/// Rows fetched at once.
const PAGE: u32 = 1_000;

/// Lists the bills or shows one.
///
/// # Errors
/// That the books cannot be read, or that the account has no such bill.
pub async fn run(args: &Bills, globals: &Globals) -> Result<Exit, Failure> {
    if args.csv && !args.lines.lines && !args.amortised {
        return Err(Failure::invalid("--csv belongs to --lines or --amortised"));
    }
    let form = match (globals.json, args.csv) {
        (true, _) => Form::Json,
        (_, true) => Form::Csv,
        _ => Form::Page,
    };
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let months = months(books, &loaded).await?;
        let page = match args.month {
            month if args.amortised => amortised::show(books, &loaded, month, form).await?,
            None if globals.json => json::print(&list_json(&loaded, &months)?),
            None => format!("{}\n{}", text::heading(&loaded), list(&loaded, &months)?),
            Some(month) if args.lines.lines => {
                known(&loaded, &months, month)?;
                bill_lines::list(books, &loaded, month, &args.lines, form).await?
            }
            Some(month) => {
                let bill = Bill::read(books, &loaded, &months, month).await?;
                if globals.json { json::print(&bill.json(&loaded)?) } else { bill.page(&loaded, args.days)? }
            }
        };
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

async fn months(books: &Books, loaded: &Loaded) -> Result<Vec<BillMonth>, Failure> {
    let mut months = Vec::new();
    let mut page = Page::first(PAGE);
    loop {
        let part = books.ledger().bills(loaded.header.id, page).await?;
        months.extend(part.rows);
        match part.next {
            Some(next) => page.after = Some(next),
            None => return Ok(months),
        }
    }
}

fn known<'a>(loaded: &Loaded, months: &'a [BillMonth], month: Month) -> Result<&'a BillMonth, Failure> {
    months.iter().find(|known| known.month == month).ok_or_else(|| {
        let reason = format!("{} has no bill for {month}", loaded.header.name);
        Failure::invalid(reason).hint("`tollbook bills` lists the months")
    })
}

/// `settling until 2025-02-03 00:00, can be exported from 2025-02-04 10:00 UTC+8` (H-94).
fn status_line(loaded: &Loaded, month: Month) -> String {
    let policy = &loaded.account.terms.policy;
    let zone = policy.zone;
    let [is_final, exportable] =
        [bill::final_at(policy, month), bill::exportable_at(policy, month)].map(|at| text::minute(zone, at));
    let since = match bill::status_at(policy, month, loaded.account.now) {
        BillStatus::Final => format!("final since {is_final}"),
        status => format!("{}, final on {is_final}", status.code()),
    };
    format!("{since}, exportable from {exportable} {}", text::zone_name(zone))
}

fn status(loaded: &Loaded, month: Month) -> &'static str {
    bill::status_at(&loaded.account.terms.policy, month, loaded.account.now).code()
}

fn total(month: &BillMonth) -> Result<Money, Failure> {
    Ok(Money::sum([month.charges, month.purchases, month.renewals, month.refunds, month.corrections])?)
}

fn list(loaded: &Loaded, months: &[BillMonth]) -> Result<Table, Failure> {
    let words = Words::of(&loaded.account);
    let total_title = format!("total {}", loaded.header.currency);
    let mut table = Table::new([
        ("month", Align::Left),
        ("status", Align::Left),
        (words.beyond, Align::Right),
        ("packages", Align::Right),
        ("renewals", Align::Right),
        ("refunds", Align::Right),
        ("corrections", Align::Right),
        (&total_title, Align::Right),
        ("lines", Align::Right),
    ]);
    for month in months {
        table.row([
            month.month.to_string(),
            status(loaded, month.month).to_owned(),
            month.charges.to_string(),
            month.purchases.to_string(),
            month.renewals.to_string(),
            month.refunds.to_string(),
            month.corrections.to_string(),
            total(month)?.to_string(),
            text::count(month.line_count),
        ]);
    }
    Ok(table.without_column_of("refunds", "0.00").without_column_of("corrections", "0.00"))
}

fn month_json(loaded: &Loaded, month: &BillMonth) -> Result<Value, Failure> {
    let policy = &loaded.account.terms.policy;
    Ok(json!({
        "month": month.month.to_string(),
        "status": status(loaded, month.month),
        "final_at": json::instant(policy.zone, bill::final_at(policy, month.month)),
        "exportable_at": json::instant(policy.zone, bill::exportable_at(policy, month.month)),
        "charges": json::money(month.charges),
        "purchases": json::money(month.purchases),
        "renewals": json::money(month.renewals),
        "refunds": json::money(month.refunds),
        "corrections": json::money(month.corrections),
        "total": json::money(total(month)?),
        "line_count": json::count(month.line_count),
    }))
}

fn list_json(loaded: &Loaded, months: &[BillMonth]) -> Result<Value, Failure> {
    let bills = months.iter().map(|month| month_json(loaded, month)).collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "bills": bills,
    }))
}

const fn kind_name(words: Words, kind: TotalKind) -> &'static str {
    match kind {
        TotalKind::Charge => words.beyond,
        TotalKind::Purchase => "package",
        TotalKind::Renewal => "renewal",
        TotalKind::Refund => "refund",
        TotalKind::Correction => "correction",
    }
}

/// One month in full.
struct Bill {
    month: BillMonth,
    totals: Vec<BillTotal>,
    days: Vec<BillLine>,
    purchases: Vec<Purchase>,
}

impl Bill {
    async fn read(
        books: &Books,
        loaded: &Loaded,
        months: &[BillMonth],
        month: Month,
    ) -> Result<Self, Failure> {
        let (ledger, account) = (books.ledger(), loaded.header.id);
        let month_row = *known(loaded, months, month)?;
        let mut days = Vec::new();
        let mut page = Page::first(PAGE);
        loop {
            let part = ledger.bill_lines(account, month, None, page).await?;
            days.extend(part.rows);
            match part.next {
                Some(next) => page.after = Some(next),
                None => break,
            }
        }
        Ok(Self {
            month: month_row,
            totals: ledger.bill_totals(account, month).await?,
            days,
            purchases: ledger.bill_purchases(account, month).await?,
        })
    }

    fn page(&self, loaded: &Loaded, by_day: bool) -> Result<String, Failure> {
        let month = self.month.month;
        let heading = format!("{}bill {month}, {}\n", text::heading(loaded), status_line(loaded, month));
        let mut page = format!("{heading}\n{}", self.total_table(loaded)?);
        if by_day && !self.days.is_empty() {
            page.push_str(&format!("\n{}", self.day_table(loaded)));
        }
        if !self.purchases.is_empty() {
            page.push_str(&format!("\n{}", self.purchase_table(loaded)));
        }
        Ok(page)
    }

    fn total_table(&self, loaded: &Loaded) -> Result<Table, Failure> {
        let (due, words) = (format!("due {}", loaded.header.currency), Words::of(&loaded.account));
        let mut table = Table::new([
            ("what", Align::Left),
            (words.resource, Align::Left),
            ("lines", Align::Right),
            ("before rounding", Align::Right),
            (&due, Align::Right),
        ]);
        for line in &self.totals {
            let key = loaded.account.resource(line.resource).map(|known| known.key.to_string());
            table.row([
                kind_name(words, line.kind).to_owned(),
                key.unwrap_or_default(),
                text::count(line.line_count),
                line.amount.to_string(),
                line.due.to_string(),
            ]);
        }
        let blank = String::new;
        let sum = total(&self.month)?.to_string();
        table.total(["total".to_owned(), blank(), text::count(self.month.line_count), blank(), sum]);
        Ok(table)
    }

    fn day_table(&self, loaded: &Loaded) -> Table {
        let zone = loaded.account.terms.policy.zone;
        let (due, words) = (format!("due {}", loaded.header.currency), Words::of(&loaded.account));
        let from_packages = format!("{} from packages", words.units);
        let mut table = Table::new([
            (words.resource, Align::Left),
            ("day of usage", Align::Left),
            ("settled", Align::Right),
            (&from_packages, Align::Right),
            (words.beyond, Align::Right),
            ("before rounding", Align::Right),
            (&due, Align::Right),
        ]);
        for line in &self.days {
            let key = loaded.account.resource(line.resource).map(|known| known.key.to_string());
            table.row([
                key.unwrap_or_default(),
                text::day(zone, line.day),
                text::count(line.charge_count),
                text::signed(line.from_packages),
                text::signed(line.billed),
                line.amount.to_string(),
                line.due.to_string(),
            ]);
        }
        table
    }

    fn purchase_table(&self, loaded: &Loaded) -> Table {
        let zone = loaded.account.terms.policy.zone;
        let (at, price) =
            (format!("at {}", text::zone_name(zone)), format!("price {}", loaded.header.currency));
        let mut table = Table::new([
            (&at, Align::Left),
            ("what", Align::Left),
            ("package", Align::Left),
            ("cycles", Align::Right),
            (&price, Align::Right),
            ("from balance", Align::Right),
            ("from credit", Align::Right),
        ]);
        for purchase in &self.purchases {
            let sku = loaded.account.package(purchase.package).map_or("?", |package| package.sku.as_str());
            table.row([
                text::instant(zone, purchase.at),
                kind_name(Words::of(&loaded.account), purchase.kind).to_owned(),
                format!("{} {sku}", purchase.package.0),
                purchase.cycle_count.to_string(),
                purchase.price.to_string(),
                purchase.from_balance.to_string(),
                purchase.from_credit.to_string(),
            ]);
        }
        table.without_column_of("from credit", "0.00")
    }

    fn json(&self, loaded: &Loaded) -> Result<Value, Failure> {
        let account = &loaded.account;
        let zone = account.terms.policy.zone;
        let totals = self.totals.iter().map(|line| {
            let figures = json!({
                "kind": line.kind.code(),
                "line_count": json::count(line.line_count),
                "amount": json::money(line.amount),
                "due": json::money(line.due),
            });
            json::joined(json::service(account, line.resource), figures)
        });
        let days = self.days.iter().map(|line| {
            let figures = json!({
                "day": text::day(zone, line.day),
                "charge_count": json::count(line.charge_count),
                "from_packages": json::signed(line.from_packages),
                "billed": json::signed(line.billed),
                "amount": json::money(line.amount),
                "due": json::money(line.due),
            });
            json::joined(json::service(account, line.resource), figures)
        });
        let purchases = self.purchases.iter().map(|purchase| {
            json!({
                "at": json::instant(zone, purchase.at),
                "kind": purchase.kind.code(),
                "package": purchase.package.0,
                "sku": account.package(purchase.package).map(|package| &package.sku),
                "cycle_count": purchase.cycle_count,
                "price": json::money(purchase.price),
                "from_balance": json::money(purchase.from_balance),
                "from_credit": json::money(purchase.from_credit),
            })
        });
        let mut object = month_json(loaded, &self.month)?;
        object["account"] = loaded.header.name.as_str().into();
        object["sample"] = loaded.header.sample.into();
        object["unit"] = Words::of(account).unit_code().into();
        object["currency"] = loaded.header.currency.as_str().into();
        object["totals"] = totals.collect();
        object["days"] = days.collect();
        object["purchases"] = purchases.collect();
        Ok(object)
    }
}
