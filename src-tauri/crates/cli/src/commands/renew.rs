//! `tollbook renew`: further cycles of a package, shown before they are paid.

use app::{action::Plan, books::Loaded};
use billing::{Command, Cycle, Money, PackageId, event::What, settlement::pay::Payment, zone::Term};
use clap::Args;
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    commands::packages::{package_json, title},
    exit::Exit,
    failure::Failure,
    json, session,
    table::Figures,
    text,
    words::Words,
};

/// Pay further cycles of a package in advance
///
/// Each begins where the one before ends, with its own full quota. Shows the price, how it is paid and the new cycle, and
/// asks. With --yes it does not ask; with --json and without --yes it only shows.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook packages                          which package has which number
  tollbook renew 0
  tollbook renew 0 --terms 2 --yes
  tollbook renew 0 --align-to-day            ends on the provider's day, usually the 1st
  tollbook renew 0 --align-to-day 15
  tollbook renew 0 --json                    what it would cost; changes nothing")]
pub struct Renew {
    /// The package's number, as `tollbook packages` lists it
    pub package: u32,
    /// How many cycles
    #[arg(long, default_value_t = 1, value_name = "COUNT")]
    terms: u32,
    /// Let it end on this day of the month, 1 to 31, for the price of the extra days [default: the provider's day]
    #[arg(long, value_name = "DAY", num_args = 0..=1)]
    align_to_day: Option<Option<u32>>,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// What a renewal adds, and how it is paid.
struct Renewal<'a> {
    cycles: &'a [Cycle],
    price: Money,
    payment: Payment,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Renew, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let id = PackageId(args.package);
        let default_day = loaded.account.terms.policy.package.align.map_or(1, |align| align.default_day);
        let align_to = args.align_to_day.map(|day| day.unwrap_or(default_day));
        let command = Command::Renew { package: id, terms: args.terms, align_to };
        let action = Action { command: &command, kind: "renew", yes: args.yes };
        let shown = |amount| text::money(amount, &loaded.header.currency);
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let question = format!("Renew package {} for {}?", id.0, shown(renewal(plan)?.price));
            Ok((figures(&loaded, plan, id)?, question))
        })
        .await?;
        let (plan, renewal) = (&acted.plan, renewal(&acted.plan)?);
        let zone = plan.after.terms.policy.zone;
        let own = json!({
            "package": plan.after.package(id).map(|package| package_json(&plan.after, id, package)),
            "terms": args.terms,
            "price": json::money(renewal.price),
            "from_vouchers": json::money(renewal.payment.from_vouchers()?),
            "from_balance": json::money(renewal.payment.from_balance),
            "from_credit": json::money(renewal.payment.from_credit),
            "cycles": renewal.cycles.iter().map(|cycle| json!({
                "quota": json::count(cycle.quota),
                "starts_at": json::instant(zone, cycle.starts_at),
                "ends_at": json::instant(zone, cycle.ends_at),
            })).collect::<Vec<_>>(),
        });
        let balance = shown(plan.after.balance);
        let done = format!("Renewed package {}. The balance is {balance}.", id.0);
        acted.print(globals, &loaded, own, &done)?;
        Ok(Exit::Done)
    })
    .await
}

fn renewal(plan: &Plan) -> Result<Renewal<'_>, Failure> {
    let renewed = plan.events.iter().find_map(|event| match &event.what {
        What::Renewed { cycles, price, payment, .. } => {
            Some(Renewal { cycles, price: *price, payment: payment.clone() })
        }
        _ => None,
    });
    renewed.ok_or_else(|| Failure::new(Exit::Failed, "the renewal left no cycle"))
}

/// The price of so many cycles without extra days.
fn of_terms(plan: &Plan, id: PackageId, cycles: usize) -> Result<Option<Money>, Failure> {
    let Some(package) = plan.before.package(id) else { return Ok(None) };
    let Some(offer) = plan.before.terms.offer(&package.sku, plan.before.now) else { return Ok(None) };
    let per_term = match offer.term {
        Term::Months(months) if plan.before.terms.policy.package.quota_by_month => months,
        _ => 1,
    };
    let terms = u32::try_from(cycles).unwrap_or(u32::MAX) / per_term.max(1);
    Ok(Some(offer.price.checked_mul(terms)?))
}

fn figures(loaded: &Loaded, plan: &Plan, id: PackageId) -> Result<String, Failure> {
    let Renewal { cycles, price, payment } = renewal(plan)?;
    let zone = plan.after.terms.policy.zone;
    let at = |at| format!("{} {}", text::instant(zone, at), text::zone_name(zone));
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let mut figures = Figures::default().with("package", title(&plan.after, id));
    if cycles.len() > 1 {
        figures = figures.with("cycles", cycles.len());
    }
    if let Some(next) = cycles.first() {
        figures = figures
            .with(&format!("{} of a cycle", Words::of(&plan.after).units), text::count(next.quota))
            .with("next cycle from", at(next.starts_at))
            .with("next cycle to", at(next.ends_at));
    }
    if let Some(last) = cycles.last().filter(|_| cycles.len() > 1) {
        figures = figures.with("paid to", at(last.ends_at));
    }
    let extra = price.checked_sub(of_terms(plan, id, cycles.len())?.unwrap_or(price))?;
    if extra.is_positive() {
        figures = figures.with("of it for extra days", shown(extra));
    }
    figures = figures.with("price", shown(price));
    if !payment.vouchers.is_empty() {
        figures = figures.with("from vouchers", shown(payment.from_vouchers()?));
    }
    figures = figures.with("from the balance", shown(payment.from_balance));
    if !payment.from_credit.is_zero() {
        figures = figures.with("on credit", shown(payment.from_credit));
    }
    Ok(figures
        .with("balance before", shown(plan.before.balance))
        .with("balance after", shown(plan.after.balance))
        .to_string())
}
