//! `tollbook voucher`: given money, added and listed.

use billing::{
    Account, Command, Instant, Money,
    voucher::{PayMode, VoucherKind, VoucherTerms},
};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::{
    act::{self, Action as Act},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json, output, session,
    table::{Align, Figures, Table},
    text,
};

/// List the vouchers, or add one; they pay before the balance
///
/// Which voucher pays first is the provider's rule. A voucher never pays what is owed already.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook voucher list
  tollbook voucher add SPRING 50.00 --valid-to 2026-12-31T23:59:59+08:00
  tollbook balance                           shows what usable vouchers are worth")]
pub struct Voucher {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List the vouchers: what is left, until when, and what they pay for
    #[command(after_help = "\
Examples:
  tollbook voucher list
  tollbook voucher list --json")]
    List,
    /// Add a voucher that the provider gave
    #[command(after_help = "\
Examples:
  tollbook voucher add SPRING 50.00 --valid-to 2026-12-31T23:59:59+08:00
  tollbook voucher add OCR-10 10 --valid-to 2026-12-31T23:59:59+08:00 --service passport-ocr --pays usage --yes
  tollbook voucher add ONCE 20 --valid-to 2026-12-31T23:59:59+08:00 --single-use --minimum 100")]
    Add(Add),
}

#[derive(Args, Debug)]
struct Add {
    /// What the provider calls it
    code: String,
    /// What it is worth, in the account's currency
    #[arg(value_parser = text::parse_money)]
    amount: Money,
    /// Last second of its validity
    #[arg(long, value_name = "INSTANT", value_parser = text::parse_at)]
    valid_to: Instant,
    /// First second of its validity [default: now]
    #[arg(long, value_name = "INSTANT", value_parser = text::parse_at)]
    valid_from: Option<Instant>,
    /// It pays only for this service; may be given several times
    #[arg(long = "service", value_name = "SERVICE")]
    services: Vec<String>,
    /// It pays only for this: purchase, renewal or usage; may be given several times
    #[arg(long, value_name = "WHAT", value_parser = parse_mode)]
    pays: Vec<PayMode>,
    /// It takes part only in payments of at least this
    #[arg(long, default_value = "0", value_name = "AMOUNT", value_parser = text::parse_money)]
    minimum: Money,
    /// It pays at most this of one payment
    #[arg(long, value_name = "AMOUNT", value_parser = text::parse_money)]
    most: Option<Money>,
    /// It pays one payment; what that leaves is lost
    #[arg(long)]
    single_use: bool,
    /// A gift: pays after vouchers, and comes back with a package that is given back
    #[arg(long)]
    gift: bool,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

fn parse_mode(text: &str) -> Result<PayMode, String> {
    PayMode::parse(text).ok_or_else(|| format!("`{text}` is none of purchase, renewal, usage"))
}

impl Voucher {
    /// What it does, to follow "could not".
    pub fn doing(&self) -> String {
        match &self.action {
            Action::List => "list the vouchers".to_owned(),
            Action::Add(add) => format!("add the voucher {}", add.code),
        }
    }
}

/// Lists the vouchers, or adds one.
///
/// # Errors
/// A refusal, or that the books cannot be read or written.
pub async fn run(args: &Voucher, globals: &Globals) -> Result<Exit, Failure> {
    match &args.action {
        Action::List => list(globals).await,
        Action::Add(args) => add(args, globals).await,
    }
}

async fn list(globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let account = &loaded.account;
        if globals.json {
            let vouchers: Vec<_> =
                account.vouchers.iter().map(|voucher| voucher_json(account, voucher)).collect();
            let usable = json::money(account.usable_vouchers()?);
            output::print(&json::print(&json!({
                "account": loaded.header.name,
                "currency": loaded.header.currency,
                "usable": usable,
                "vouchers": vouchers,
            })))?;
            return Ok(Exit::Done);
        }
        let shown = text::money(account.usable_vouchers()?, &loaded.header.currency);
        let usable = Figures::default().with("usable now", shown);
        output::print(&format!("{}\n{usable}\n{}", text::heading(&loaded), table(account)))?;
        Ok(Exit::Done)
    })
    .await
}

fn table(account: &Account) -> Table {
    let zone = account.terms.policy.zone;
    let (from, to) = (format!("from {}", text::zone_name(zone)), format!("to {}", text::zone_name(zone)));
    let mut table = Table::new([
        ("voucher", Align::Left),
        ("kind", Align::Left),
        ("left", Align::Right),
        ("of", Align::Right),
        (&from, Align::Left),
        (&to, Align::Left),
        ("pays for", Align::Left),
    ]);
    for voucher in &account.vouchers {
        let terms = &voucher.terms;
        table.row([
            terms.code.clone(),
            terms.kind.code().to_owned(),
            voucher.spendable().to_string(),
            terms.amount.to_string(),
            text::instant(zone, terms.valid_from),
            text::instant(zone, terms.valid_to),
            pays_for(terms),
        ]);
    }
    table
}

/// `usage of passport-ocr, from 100.00 on, one payment`.
fn pays_for(terms: &VoucherTerms) -> String {
    let modes: Vec<_> = terms.pays.iter().map(|mode| mode.code()).collect();
    let mut text =
        if modes.len() == PayMode::ALL.len() { "everything".to_owned() } else { modes.join(" and ") };
    if !terms.services.is_empty() {
        text.push_str(&format!(" of {}", terms.services.join(", ")));
    }
    if terms.minimum.is_positive() {
        text.push_str(&format!(", from {} on", terms.minimum));
    }
    if let Some(most) = terms.most_per_payment {
        text.push_str(&format!(", at most {most} of a payment"));
    }
    if terms.single_use {
        text.push_str(", one payment");
    }
    text
}

fn voucher_json(account: &Account, voucher: &billing::Voucher) -> Value {
    let (zone, terms) = (account.terms.policy.zone, &voucher.terms);
    json!({
        "code": terms.code,
        "kind": terms.kind.code(),
        "amount": json::money(terms.amount),
        "left": json::money(voucher.left),
        "usable_now": terms.is_valid_at(account.now) && voucher.spendable().is_positive(),
        "valid_from": json::instant(zone, terms.valid_from),
        "valid_to": json::instant(zone, terms.valid_to),
        "services": terms.services,
        "pays": terms.pays.iter().map(|mode| mode.code()).collect::<Vec<_>>(),
        "minimum": json::money(terms.minimum),
        "most_per_payment": terms.most_per_payment.map(json::money),
        "single_use": terms.single_use,
    })
}

async fn add(args: &Add, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let (account, currency) = (&loaded.account, &loaded.header.currency);
        let zone = account.terms.policy.zone;
        let terms = VoucherTerms {
            code: args.code.clone(),
            kind: if args.gift { VoucherKind::Gift } else { VoucherKind::Voucher },
            amount: args.amount,
            valid_from: args.valid_from.unwrap_or(account.now),
            valid_to: args.valid_to,
            services: args.services.clone(),
            pays: if args.pays.is_empty() { PayMode::ALL.to_vec() } else { args.pays.clone() },
            minimum: args.minimum,
            single_use: args.single_use,
            most_per_payment: args.most,
        };
        let command = Command::AddVoucher(terms.clone());
        let action = Act { command: &command, kind: "voucher", yes: args.yes };
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let figures = Figures::default()
                .with("voucher", &terms.code)
                .with("worth", text::money(terms.amount, currency))
                .with("valid from", text::instant(zone, terms.valid_from))
                .with("valid to", text::instant(zone, terms.valid_to))
                .with("pays for", pays_for(&terms))
                .with("usable vouchers after", text::money(plan.after.usable_vouchers()?, currency));
            Ok((figures.to_string(), format!("Add voucher {}?", terms.code)))
        })
        .await?;
        let after = &acted.plan.after;
        let added = after.vouchers.iter().find(|voucher| voucher.terms.code == terms.code);
        let own = json!({
            "voucher": added.map(|voucher| voucher_json(after, voucher)),
            "usable_vouchers": json::money(after.usable_vouchers()?),
        });
        let usable = text::money(after.usable_vouchers()?, currency);
        acted.print(globals, &loaded, own, &format!("Added. Usable vouchers are worth {usable}."))?;
        Ok(Exit::Done)
    })
    .await
}
