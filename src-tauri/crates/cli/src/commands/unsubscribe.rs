//! `tollbook unsubscribe`: a package given back, shown before it is.

use app::{AppError, Books, action, action::Plan, books::Loaded};
use billing::{
    Account, Command, Money, PackageId, Refusal, Value,
    event::{RenewalRefunded, What},
    top_up::Allocation,
};
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

/// Give a package back, or only its renewals that have not begun
///
/// Shows what comes back and where it goes, and asks; or says why the provider does not take it back, and by which rule.
/// With --yes it does not ask; with --json and without --yes it only shows.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook packages                          which package has which number
  tollbook unsubscribe 0
  tollbook unsubscribe 0 --json              what would come back; changes nothing
  tollbook unsubscribe 0 --renewal-only      keeps what has begun
  tollbook auto-renew 0 off                  instead: use it up and let it end
  tollbook disable passport-ocr ap-southeast-1   stops pay-per-use; the open hour is still billed")]
pub struct Unsubscribe {
    /// The package's number, as `tollbook packages` lists it
    pub package: u32,
    /// Only renewals that are paid and have not begun; the package then renews itself no more
    #[arg(long)]
    renewal_only: bool,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal with its rule, or that the books cannot be written.
pub async fn run(args: &Unsubscribe, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let id = PackageId(args.package);
        let only = args.renewal_only;
        let command = if only {
            Command::UnsubscribeRenewal { package: id }
        } else {
            Command::Unsubscribe { package: id }
        };
        refused(books, &loaded, &command, id).await?;
        let action = Action { command: &command, kind: "unsubscribe", yes: args.yes };
        let currency = &loaded.header.currency;
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let what =
                if only { format!("the renewal of package {}", id.0) } else { format!("package {}", id.0) };
            Ok((figures(plan, id, currency)?, format!("Give {what} back?")))
        })
        .await?;
        let (plan, (amount, allocation)) = (&acted.plan, refund(&acted.plan)?);
        let own = json!({
            "package": plan.after.package(id).map(|package| package_json(&plan.after, id, package)),
            "amount": json::money(amount),
            "to_vouchers": json::money(to_vouchers(amount, allocation)?),
            "to_arrears": json::money(allocation.to_arrears()?),
            "to_credit": json::money(allocation.to_credit),
            "to_balance": json::money(allocation.to_balance),
        });
        let (amount, balance) = (text::money(amount, currency), text::money(plan.after.balance, currency));
        let what = if only { "The renewal of package" } else { "Package" };
        let done = format!("{what} {} is given back for {amount}. The balance is {balance}.", id.0);
        acted.print(globals, &loaded, own, &done)?;
        Ok(Exit::Done)
    })
    .await
}

/// Says why a package is not taken back, by which rule, and what can be done with it instead.
async fn refused(books: &Books, loaded: &Loaded, command: &Command, id: PackageId) -> Result<(), Failure> {
    match action::preview(books, loaded.header.id, command).await {
        Err(AppError::Refused(refusal)) => {
            let only = matches!(command, Command::UnsubscribeRenewal { .. });
            let instead = instead(&loaded.account, (&refusal, only), id);
            let failure = Failure::from(refusal);
            Err(match instead {
                Some(instead) => failure.hint(instead),
                None => failure,
            })
        }
        Err(error) => Err(error.into()),
        Ok(_) => Ok(()),
    }
}

/// The rule that refuses, with its source, and what is left to the customer.
fn instead(account: &Account, (refusal, renewal_only): (&Refusal, bool), id: PackageId) -> Option<String> {
    let policy = &account.terms.policy;
    let rule = match refusal {
        Refusal::NotRefundable | Refusal::NoRenewalAhead if renewal_only => "H-136",
        Refusal::NotRefundable if policy.package.refund.is_none() => "H-130",
        Refusal::NotRefundable | Refusal::PackageUsed => "T-40",
        Refusal::RefundWindowClosed { .. } => "T-41",
        Refusal::RefundLimitReached { .. } => "T-42",
        _ => return None,
    };
    let source = policy.sources.get(rule).map(|source| format!(" ({})", source.title));
    let package = account.package(id)?;
    let ends = text::instant(policy.zone, package.valid_to());
    let zone = text::zone_name(policy.zone);
    let switch = if package.auto_renew.is_some() {
        format!("; `tollbook auto-renew {} off` lets it end then", id.0)
    } else {
        String::new()
    };
    let (source, units) = (source.unwrap_or_default(), Words::of(account).units);
    Some(format!("rule {rule}{source}; the package pays for {units} until {ends} {zone}{switch}"))
}

fn refund(plan: &Plan) -> Result<(Money, &Allocation), Failure> {
    let refunded = plan.events.iter().find_map(|event| match &event.what {
        What::Refunded { amount, allocation, .. } => Some((*amount, allocation)),
        What::RenewalRefunded(back) => Some((back.amount, &back.allocation)),
        _ => None,
    });
    refunded.ok_or_else(|| Failure::new(Exit::Failed, "nothing was given back"))
}

fn figures(plan: &Plan, id: PackageId, currency: &str) -> Result<String, Failure> {
    let (amount, allocation) = refund(plan)?;
    let shown = |amount| text::money(amount, currency);
    let mut figures = Figures::default().with("package", title(&plan.before, id));
    figures = match renewals(plan) {
        Some(back) => renewals_given_up(figures, plan, back, currency)?,
        None => given_up(figures, plan, id, currency)?,
    };
    figures = figures.with("comes back", shown(amount));
    let to_vouchers = to_vouchers(amount, allocation)?;
    if !to_vouchers.is_zero() {
        figures = figures.with("back to vouchers and gifts", shown(to_vouchers));
    }
    let to_arrears = allocation.to_arrears()?;
    if !to_arrears.is_zero() {
        figures = figures.with("pays arrears", shown(to_arrears));
    }
    if !allocation.to_credit.is_zero() {
        figures = figures.with("pays back credit", shown(allocation.to_credit));
    }
    Ok(figures
        .with("adds to the balance", shown(allocation.to_balance))
        .with("balance before", shown(plan.before.balance))
        .with("balance after", shown(plan.after.balance))
        .to_string())
}

fn renewals(plan: &Plan) -> Option<&RenewalRefunded> {
    plan.events.iter().find_map(|event| match &event.what {
        What::RenewalRefunded(back) => Some(&**back),
        _ => None,
    })
}

/// A whole package: what is left of it, what was paid, and what the provider keeps.
fn given_up(figures: Figures, plan: &Plan, id: PackageId, currency: &str) -> Result<Figures, Failure> {
    let shown = |amount| text::money(amount, currency);
    let lapses = plan.before.package(id).and_then(|package| package.shown_cycle(plan.before.now));
    let left = text::count(lapses.map_or(0, billing::Cycle::remaining));
    let given_up = format!("{} given up", Words::of(&plan.before).units);
    let figures = figures.with(&given_up, left).with("paid", shown(paid(plan, id)?));
    let kept = deducted(&plan.before, id)?.into_iter();
    Ok(kept.fold(figures, |figures, (name, amount)| figures.with(name, shown(amount))))
}

/// Renewals alone: which time they would have paid for, and that the package renews itself no more.
fn renewals_given_up(
    figures: Figures,
    plan: &Plan,
    back: &RenewalRefunded,
    currency: &str,
) -> Result<Figures, Failure> {
    let zone = plan.before.terms.policy.zone;
    let at = |at| format!("{} {}", text::instant(zone, at), text::zone_name(zone));
    let mut figures = figures.with("cycles given up", back.cycles());
    if let Some((from, until)) = back.valid() {
        figures = figures.with("from", at(from)).with("to", at(until));
    }
    let renews = plan.before.package(back.package).is_some_and(|package| package.auto_renew.is_some());
    if renews {
        figures = figures.with("automatic renewal", "is switched off");
    }
    let paid = Money::sum(back.orders.iter().map(|order| order.price))?;
    Ok(figures.with("paid", text::money(paid, currency)))
}

/// What comes back of money that was given.
fn to_vouchers(amount: Money, allocation: &Allocation) -> Result<Money, Failure> {
    let cash = Money::sum([allocation.to_arrears()?, allocation.to_credit, allocation.to_balance])?;
    Ok(amount.checked_sub(cash)?)
}

/// What was paid for a package, renewals included.
fn paid(plan: &Plan, id: PackageId) -> Result<Money, Failure> {
    let orders = plan.before.package(id).map(|package| package.orders.as_slice()).unwrap_or_default();
    Ok(Money::sum(orders.iter().map(|order| order.price))?)
}

/// What is kept of it, by the formula's own derivation: what was consumed, and the fee.
fn deducted(before: &Account, id: PackageId) -> Result<Vec<(&'static str, Money)>, Failure> {
    let mut found = Vec::new();
    let orders = before.refund_of(id)?.because.inputs.into_iter().filter_map(|order| order.because);
    for input in orders.flat_map(|order| order.inputs) {
        let name = match input.name {
            "consumed" => "consumed",
            "handling-fee" => "handling fee",
            _ => continue,
        };
        let Value::Money(amount) = input.value else { continue };
        match found.iter_mut().find(|(known, _)| *known == name) {
            None => found.push((name, amount)),
            Some((_, sum)) => *sum = sum.checked_add(amount)?,
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use app::action::Seen;
    use billing::{
        Terms, decide,
        policy::refund::{Consumed, FeeRow, RefundFormula, RefundPolicy},
    };

    use super::*;

    /// An account whose provider takes packages back, with one bought.
    fn account() -> Account {
        let mut terms = Terms::example();
        terms.policy.package.refund = Some(RefundPolicy::unused_within(5, 1));
        let opened_at = text::parse_at("2023-04-18T08:00:00+08:00").unwrap();
        let (account, _) = Account::open(Arc::new(terms), opened_at, Money::from_cents(2000)).unwrap();
        decide(&account, &Command::buy("passport-1k"), opened_at).unwrap().account
    }

    fn plan(mut before: Account, at: &str) -> Result<Plan, Refusal> {
        let at = text::parse_at(at).unwrap();
        before.advance_to_actions(at, &mut Vec::new())?;
        let decision = decide(&before, &Command::Unsubscribe { package: PackageId(0) }, at)?;
        let seen = Seen { basis: app::ledger::Basis { write_id: 0, hash: [0; 32] }, at };
        Ok(Plan { seen, before, after: decision.account, events: decision.events })
    }

    #[test]
    fn what_comes_back_and_where_it_goes_is_shown() {
        let plan = plan(account(), "2023-04-20T08:00:00+08:00").unwrap();
        let page = figures(&plan, PackageId(0), "USD").unwrap();
        for line in ["comes back", "15.00 USD", "calls given up", "1,000", "20.00 USD"] {
            assert!(page.contains(line), "{line}: {page}");
        }
        assert!(!page.contains("arrears"), "{page}");
    }

    #[test]
    fn a_formula_shows_what_it_keeps() {
        let mut account = account();
        let terms = Arc::make_mut(&mut account.terms);
        let fees = vec![FeeRow { from_months: 1, percents: vec![10] }];
        terms.policy.package.refund = Some(RefundPolicy {
            window: None,
            formula: Some(RefundFormula { consumed: Consumed::Hours, fees }),
            ..RefundPolicy::unused_within(5, 1)
        });
        let plan = plan(account, "2023-10-19T08:00:00+08:00").unwrap();
        let page = figures(&plan, PackageId(0), "USD").unwrap();
        // 4,416 of 8,800 hours: 7.53 of 15.00, and 1.50.
        for line in ["consumed", "7.53 USD", "handling fee", "1.50 USD", "5.97 USD"] {
            assert!(page.contains(line), "{line}: {page}");
        }
    }

    #[test]
    fn a_renewal_that_comes_back_alone_shows_which_time_it_would_have_paid_for() {
        let mut account = account();
        let terms = Arc::make_mut(&mut account.terms);
        let unused = RefundPolicy::unused_within(5, 1);
        terms.policy.package.refund = Some(RefundPolicy { unstarted_in_full: true, ..unused });
        let opened_at = account.now;
        let act = |account: &Account, command: &Command| decide(account, command, opened_at).unwrap();
        let account = act(&account, &Command::TopUp { amount: Money::from_cents(1000) }).account;
        let renew = Command::Renew { package: PackageId(0), terms: 1, align_to: None };
        let before = act(&account, &renew).account;
        let decision = act(&before, &Command::UnsubscribeRenewal { package: PackageId(0) });
        let seen = Seen { basis: app::ledger::Basis { write_id: 0, hash: [0; 32] }, at: opened_at };
        let plan = Plan { seen, before, after: decision.account, events: decision.events };
        let page = figures(&plan, PackageId(0), "USD").unwrap();
        for line in ["cycles given up", "2024-04-19 00:00:00", "2025-04-18 23:59:59", "15.00 USD"] {
            assert!(page.contains(line), "{line}: {page}");
        }
    }

    #[test]
    fn a_refusal_names_its_rule() {
        let account = account();
        let refusal = plan(account.clone(), "2023-04-24T00:00:00+08:00").unwrap_err();
        assert!(matches!(refusal, Refusal::RefundWindowClosed { .. }), "{refusal}");
        let told = instead(&account, (&refusal, false), PackageId(0)).unwrap();
        assert!(told.starts_with("rule T-41"), "{told}");
        assert!(told.contains("until 2024-04-18 23:59:59 UTC+8"), "{told}");
    }
}
