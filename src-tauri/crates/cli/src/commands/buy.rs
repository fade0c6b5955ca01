//! `tollbook buy`: a package, shown before it is paid.

use app::{action::Plan, books::Loaded};
use billing::{
    Command, Instant, Package, PackageId, command::PurchaseOrder, event::What, settlement::pay::Payment,
};
use clap::Args;
use serde_json::json;

use crate::{
    act::{self, Action},
    cli::Globals,
    commands::{buy_together, packages::package_json},
    exit::Exit,
    failure::Failure,
    json, session,
    table::Figures,
    text,
    words::{self, Words},
};

/// Buy a package, or several that are paid together
///
/// Shows what is bought, when it is valid and how it is paid, and asks. With --yes it does not ask; with --json and
/// without --yes it only shows. Several packages are one payment: all of them are bought, or none, and a voucher is split
/// over them by their prices.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  tollbook offers                            what is on sale
  tollbook buy passport-10k
  tollbook buy passport-10k --yes --json
  tollbook buy passport-10k passport-10k id-card-10k
  tollbook buy lcic-monthly-10k --application school
  tollbook buy passport-10k --starts-at 2026-01-01T00:00:00+08:00")]
pub struct Buy {
    /// The offer, as `tollbook offers` names it; several are paid together
    #[arg(required = true, value_name = "SKU")]
    pub skus: Vec<String>,
    /// For which application, where packages are for applications
    #[arg(long, value_name = "NAME", value_parser = text::parse_name)]
    application: Option<String>,
    /// Begin later, at an instant with an offset [default: now]
    #[arg(long, value_name = "INSTANT", value_parser = text::parse_at)]
    starts_at: Option<Instant>,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// Shows the plan, asks, writes it.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(args: &Buy, globals: &Globals) -> Result<Exit, Failure> {
    session::with_books(globals, async |books| {
        let loaded = session::current(books, globals).await?;
        let application = args.application(&loaded)?;
        let [sku] = args.skus.as_slice() else {
            if args.starts_at.is_some() {
                let reason = "packages that are paid together begin at once";
                return Err(Failure::invalid(reason).hint("buy the one that begins later by itself"));
            }
            let order = |sku: &String| PurchaseOrder { sku: sku.clone(), application: application.clone() };
            let orders = args.skus.iter().map(order).collect();
            return buy_together::run(orders, args.yes, globals, (books, &loaded)).await;
        };
        let command =
            Command::Buy { sku: sku.clone(), application, starts_at: args.starts_at, auto_renew: false };
        let action = Action { command: &command, kind: "buy", yes: args.yes };
        let shown = |amount| text::money(amount, &loaded.header.currency);
        let acted = act::carry_out(books, globals, &loaded, action, |plan| {
            let question = format!("Buy {sku} for {}?", shown(bought(plan)?.1.price));
            Ok((figures(&loaded, plan)?, question))
        })
        .await?;
        let plan = &acted.plan;
        let (id, _, payment) = bought(plan)?;
        let own = json!({
            "package": plan.after.package(id).map(|package| package_json(&plan.after, id, package)),
            "from_vouchers": json::money(payment.from_vouchers()?),
            "from_balance": json::money(payment.from_balance),
            "from_credit": json::money(payment.from_credit),
        });
        let done = format!("Bought package {}. The balance is {}.", id.0, shown(plan.after.balance));
        acted.print(globals, &loaded, own, &done)?;
        Ok(Exit::Done)
    })
    .await
}

impl Buy {
    /// The application the package is for, which such accounts need and others do not have.
    fn application(&self, loaded: &Loaded) -> Result<Option<String>, Failure> {
        let Some(name) = &self.application else {
            if words::has_applications(&loaded.account) {
                let reason = "packages of this provider are for one application, and none was named";
                let hint = "add --application NAME; `tollbook status` lists the applications";
                return Err(Failure::invalid(reason).hint(hint));
            }
            return Ok(None);
        };
        let key = words::application_named(&loaded.account, name)?;
        let known = loaded.account.find_resource(&key).and_then(|id| loaded.account.resource(id));
        if known.is_none_or(|known| known.enabled.is_empty()) {
            let reason = format!("the account has no application `{name}`");
            return Err(Failure::invalid(reason).hint(format!("make it: tollbook enable {name}")));
        }
        Ok(Some(name.clone()))
    }
}

fn bought(plan: &Plan) -> Result<(PackageId, &Package, &Payment), Failure> {
    let acquired = plan.events.iter().find_map(|event| match &event.what {
        What::Acquired { package, terms, payment, .. } => Some((*package, &**terms, payment)),
        _ => None,
    });
    acquired.ok_or_else(|| Failure::new(Exit::Failed, "the purchase left no package"))
}

fn figures(loaded: &Loaded, plan: &Plan) -> Result<String, Failure> {
    let (_, package, payment) = bought(plan)?;
    let zone = plan.after.terms.policy.zone;
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let covers = plan.after.resource(package.resource).map(|known| known.key.to_string());
    let mut figures = Figures::default()
        .with("package", &package.sku)
        .with("pays for", covers.unwrap_or_default())
        .with(Words::of(&plan.after).units, text::count(package.quota));
    if let Some(project) = package.project {
        figures = figures.with("only for project", plan.after.project(project));
    }
    if let Some(cycle) = package.cycles.first() {
        let zone_name = text::zone_name(zone);
        figures = figures
            .with("valid from", format!("{} {zone_name}", text::instant(zone, cycle.starts_at)))
            .with("valid to", format!("{} {zone_name}", text::instant(zone, cycle.ends_at)));
    }
    figures = figures.with("price", shown(package.price));
    if !payment.vouchers.is_empty() {
        figures = figures.with("from vouchers", shown(payment.from_vouchers()?));
    }
    figures = figures.with("from the balance", shown(payment.from_balance));
    if !payment.from_credit.is_zero() {
        figures = figures.with("on credit", shown(payment.from_credit));
    }
    Ok(figures.with("balance after", shown(plan.after.balance)).to_string())
}
