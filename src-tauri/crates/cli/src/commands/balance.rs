//! `tollbook balance`: the account's money, and how it moved.

use app::{
    Books,
    books::Loaded,
    ledger::{Page, StatementLine, Subject},
};
use billing::Account;
use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::Globals,
    commands::status,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Figures, Table},
    text,
};

/// Show the account's money, and how it moved
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook balance
  tollbook balance --statement --limit 20    the last 20 movements, newest first
  tollbook balance --statement --json")]
pub struct Balance {
    /// Show the movements too, newest first
    #[arg(long)]
    statement: bool,
    /// At most so many movements
    #[arg(long, default_value_t = 50, value_name = "COUNT", requires = "statement")]
    limit: u32,
}

/// Shows the position and, if wanted, the statement.
///
/// # Errors
/// That the books cannot be read.
pub async fn run(args: &Balance, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let lines = if args.statement { Some(statement(books, &loaded, args.limit).await?) } else { None };
        if globals.json {
            let mut object = position_json(&loaded)?;
            if let Some(lines) = &lines {
                let lines: Vec<_> = lines.iter().map(|line| line_json(&loaded.account, line)).collect();
                object["statement"] = lines.into();
            }
            output::print(&json::print(&object))?;
            return Ok(Exit::Done);
        }
        let mut page = format!("{}\n{}", text::heading(&loaded), figures(&loaded)?);
        if let Some(lines) = &lines {
            page.push('\n');
            page.push_str(&table(&loaded, lines).to_string());
        }
        output::print(&page)?;
        Ok(Exit::Done)
    })
    .await
}

async fn statement(books: &Books, loaded: &Loaded, limit: u32) -> Result<Vec<StatementLine>, Failure> {
    Ok(books.ledger().statement(loaded.header.id, Page::first(limit)).await?.rows)
}

fn figures(loaded: &Loaded) -> Result<String, Failure> {
    let (account, position) = (&loaded.account, loaded.account.position()?);
    let zone = account.terms.policy.zone;
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let mut figures = Figures::default().with("balance", shown(position.balance));
    if !account.credit_limit.is_zero() || !account.credit_drawn.is_zero() {
        figures = figures.with("credit limit", shown(account.credit_limit));
        figures = figures.with("credit drawn", shown(account.credit_drawn));
    }
    if !account.vouchers.is_empty() {
        figures = figures.with("usable vouchers", shown(account.usable_vouchers()?));
    }
    figures = figures
        .with("arrears", shown(position.arrears))
        .with("available credit", shown(position.available_credit))
        .with("accrued, not settled", shown(position.accrued))
        .with("spendable now", shown(position.spendable_now));
    let mut page = figures.to_string();
    if let Some(since) = account.arrears_since {
        let (since, zone) = (text::instant(zone, since), text::zone_name(zone));
        let payments = status::sentences(account, &loaded.header.currency)?;
        page.push_str(&format!("\nIn arrears since {since} {zone}.\n{payments}"));
    }
    Ok(page)
}

/// The account's money as an object.
pub fn position_json(loaded: &Loaded) -> Result<Value, Failure> {
    let (account, position) = (&loaded.account, loaded.account.position()?);
    let zone = account.terms.policy.zone;
    Ok(json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "as_of": json::instant(zone, account.now),
        "balance": json::money(position.balance),
        "credit_limit": json::money(account.credit_limit),
        "credit_drawn": json::money(account.credit_drawn),
        "usable_vouchers": json::money(account.usable_vouchers()?),
        "arrears": json::money(position.arrears),
        "available_credit": json::money(position.available_credit),
        "accrued": json::money(position.accrued),
        "spendable_now": json::money(position.spendable_now),
        "arrears_since": json::maybe_instant(zone, account.arrears_since),
        "grace_ends_at": json::maybe_instant(zone, account.deadlines().map(|deadlines| deadlines.grace_ends_at)),
    }))
}

fn table(loaded: &Loaded, lines: &[StatementLine]) -> Table {
    let account = &loaded.account;
    let zone = account.terms.policy.zone;
    let currency = &loaded.header.currency;
    let at = format!("at {}", text::zone_name(zone));
    let (amount, balance) = (format!("change {currency}"), format!("balance {currency}"));
    let mut table = Table::new([
        (&at, Align::Left),
        ("what", Align::Left),
        ("about", Align::Left),
        (&amount, Align::Right),
        (&balance, Align::Right),
        ("change of credit", Align::Right),
        ("change of arrears", Align::Right),
    ]);
    for line in lines {
        table.row([
            text::instant(zone, line.at),
            line.kind.clone(),
            about(account, line.subject),
            line.amount.to_string(),
            line.balance.to_string(),
            line.credit.to_string(),
            line.arrears.to_string(),
        ]);
    }
    table.without_column_of("change of credit", "0.00").without_column_of("change of arrears", "0.00")
}

fn about(account: &Account, subject: Subject) -> String {
    let zone = account.terms.policy.zone;
    match subject {
        Subject::Nothing => String::new(),
        Subject::Charge { period, resource, project, .. } => {
            format!("{}, {}", text::used_by(account, resource, project), text::minute(zone, period))
        }
        Subject::Package(id) => {
            let sku = account.package(id).map_or("?", |package| package.sku.as_str());
            format!("package {} {sku}", id.0)
        }
    }
}

fn line_json(account: &Account, line: &StatementLine) -> Value {
    let zone = account.terms.policy.zone;
    let about = match line.subject {
        Subject::Nothing => Value::Null,
        Subject::Charge { charge, period, resource, project } => json::joined(
            json::used_by(account, resource, project),
            json!({ "charge": json::count(charge.0), "period": json::instant(zone, period) }),
        ),
        Subject::Package(id) => json!({ "package": id.0 }),
    };
    json!({
        "at": json::instant(zone, line.at),
        "kind": line.kind,
        "about": about,
        "amount": json::money(line.amount),
        "credit": json::money(line.credit),
        "arrears": json::money(line.arrears),
        "balance": json::money(line.balance),
    })
}
