//! `tollbook account`: a new account in the books, and another name for one.

use app::books::Opening;
use billing::{Instant, Money};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::{
    cli::Globals, commands::balance::position_json, exit::Exit, failure::Failure, json, output, session, text,
};

/// The policy of an account that is opened without naming one.
pub const USUAL_POLICY: &str = "huawei-ocr-intl";

/// Open an account, or give one another name
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook account open Main --balance 100.00
  tollbook account open China --policy huawei-ocr-cn --level V2
  tollbook account open School --policy tencent-lcic --balance 200.00
  tollbook account rename Main Production
  tollbook accounts                          lists them")]
pub struct Account {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Open an account with one provider
    #[command(after_help = "\
Examples:
  tollbook account open Main --balance 100.00
  tollbook account open China --policy huawei-ocr-cn --level V2")]
    Open(Open),
    /// Give an account another name
    #[command(after_help = "\
Examples:
  tollbook account rename Main Production")]
    Rename(Rename),
}

#[derive(Args, Debug)]
struct Rename {
    /// What it is called now
    name: String,
    /// What to call it; unique in the books
    #[arg(value_parser = text::parse_name)]
    to: String,
}

#[derive(Args, Debug)]
struct Open {
    /// What to call it; unique in the books
    #[arg(value_parser = text::parse_name)]
    name: String,
    /// The provider's rules: huawei-ocr-intl, huawei-ocr-cn or tencent-lcic
    #[arg(long, default_value = USUAL_POLICY)]
    policy: String,
    /// Customer level; it decides how long grace lasts
    #[arg(long, default_value = "V1")]
    level: String,
    /// Currency, such as CNY; the price list needs it, too [default: the provider's usual one]
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// Cash it begins with
    #[arg(long, default_value = "0.00", value_name = "AMOUNT", value_parser = text::parse_money)]
    balance: Money,
    /// When it was opened, an instant with an offset [default: now]
    #[arg(long, value_name = "INSTANT", value_parser = text::parse_at)]
    opened_at: Option<Instant>,
}

/// Opens the account, or renames it.
///
/// # Errors
/// That the name is taken, the policy or the account is not known, or the books cannot be written.
pub async fn run(args: &Account, globals: &Globals) -> Result<Exit, Failure> {
    match &args.action {
        Action::Open(wanted) => open(wanted, globals).await,
        Action::Rename(wanted) => rename(wanted, globals).await,
    }
}

async fn rename(wanted: &Rename, globals: &Globals) -> Result<Exit, Failure> {
    let Rename { name, to } = wanted;
    let named = Globals { account: Some(name.clone()), ..globals.clone() };
    session::with_books(globals, async |books| {
        let header = session::chosen(books, &named).await?;
        books.rename_account(header.id, to).await?;
        if globals.json {
            output::print(&json::print(&json!({ "name": to, "before": name })))?;
        } else {
            output::print(&format!("{name} is called {to} now.\n"))?;
        }
        Ok(Exit::Done)
    })
    .await
}

async fn open(open: &Open, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        if open.opened_at.is_some_and(|at| at > books.now()) {
            return Err(
                Failure::invalid("an account cannot be opened in the future").hint("leave --opened-at out")
            );
        }
        let opening = Opening {
            name: open.name.clone(),
            policy: open.policy.clone(),
            level: Some(open.level.clone()),
            currency: open.currency.clone(),
            balance: open.balance,
            opened_at: open.opened_at.unwrap_or_else(|| books.now()),
            sample: false,
        };
        let id = books.open_account(&opening).await?;
        let loaded = books.load(id).await?;
        if globals.json {
            output::print(&json::print(&position_json(&loaded)?))?;
        } else {
            let (header, balance) =
                (&loaded.header, text::money(loaded.account.balance, &loaded.header.currency));
            let (name, policy, level) = (&header.name, &header.policy, &header.level);
            output::print(&format!("Opened {name} under {policy}, level {level}, with {balance}.\n"))?;
        }
        Ok(Exit::Done)
    })
    .await
}
