//! `tollbook buy` with several offers: one payment, of which vouchers are split over the orders.

use app::{Books, action::Plan, books::Loaded};
use billing::{
    Account, Command, Money, Package, PackageId, command::PurchaseOrder, event::What, explain,
    settlement::pay::Payment,
};
use serde_json::{Value, json};

use super::{explain::why_json, packages::package_json};
use crate::{
    act::{self, Action},
    cli::Globals,
    exit::Exit,
    failure::Failure,
    json,
    table::{Align, Figures, Table},
    text,
    words::Words,
};

/// One package of the payment, and how it is paid.
struct Bought<'a> {
    id: PackageId,
    package: &'a Package,
    payment: &'a Payment,
}

/// Shows all packages with what pays each of them, asks, writes them.
///
/// # Errors
/// A refusal, or that the books cannot be written.
pub async fn run(
    orders: Vec<PurchaseOrder>,
    yes: bool,
    globals: &Globals,
    (books, loaded): (&Books, &Loaded),
) -> Result<Exit, Failure> {
    let command = Command::BuyTogether(orders.clone());
    let action = Action { command: &command, kind: "buy", yes };
    let shown = |amount| text::money(amount, &loaded.header.currency);
    let acted = act::carry_out(books, globals, loaded, action, |plan| {
        let bought = bought(plan);
        let question = format!("Buy {} packages for {}?", bought.len(), shown(price(&bought)?));
        Ok((page(loaded, plan)?, question))
    })
    .await?;
    let plan = &acted.plan;
    let bought = bought(plan);
    let why = explain::purchases(&plan.before, &orders)?;
    let own = json!({
        "packages": bought.iter().map(|bought| bought.json(&plan.after)).collect::<Result<Vec<_>, _>>()?,
        "price": json::money(price(&bought)?),
        "why": why_json(&why, &plan.before),
    });
    let numbers: Vec<_> = bought.iter().map(|bought| bought.id.0.to_string()).collect();
    let balance = shown(plan.after.balance);
    let done = format!("Bought packages {}. The balance is {balance}.", numbers.join(", "));
    acted.print(globals, loaded, own, &done)?;
    Ok(Exit::Done)
}

fn bought(plan: &Plan) -> Vec<Bought<'_>> {
    let acquired = plan.events.iter().filter_map(|event| match &event.what {
        What::Acquired { package, terms, payment, .. } => {
            Some(Bought { id: *package, package: terms, payment })
        }
        _ => None,
    });
    acquired.collect()
}

fn price(bought: &[Bought<'_>]) -> Result<Money, Failure> {
    Ok(Money::sum(bought.iter().map(|bought| bought.package.price))?)
}

fn page(loaded: &Loaded, plan: &Plan) -> Result<String, Failure> {
    let after = &plan.after;
    let mut table = Table::new([
        ("package", Align::Left),
        ("pays for", Align::Left),
        (Words::of(after).units, Align::Right),
        ("valid to", Align::Left),
        ("price", Align::Right),
        ("from vouchers", Align::Right),
        ("from the balance", Align::Right),
        ("on credit", Align::Right),
    ]);
    let bought = bought(plan);
    for Bought { package, payment, .. } in &bought {
        let covers = after.resource(package.resource).map(|known| known.key.to_string());
        table.row([
            package.sku.clone(),
            covers.unwrap_or_default(),
            text::count(package.quota),
            text::instant(after.terms.policy.zone, package.valid_to()),
            package.price.to_string(),
            vouchers(after, payment),
            payment.from_balance.to_string(),
            payment.from_credit.to_string(),
        ]);
    }
    let sum = |of: fn(&Payment) -> Money| Money::sum(bought.iter().map(|bought| of(bought.payment)));
    let from_vouchers = bought.iter().map(|bought| bought.payment.from_vouchers());
    let from_vouchers = Money::sum(from_vouchers.collect::<Result<Vec<_>, _>>()?)?;
    table.total([
        "together".to_owned(),
        String::new(),
        String::new(),
        String::new(),
        price(&bought)?.to_string(),
        from_vouchers.to_string(),
        sum(|payment| payment.from_balance)?.to_string(),
        sum(|payment| payment.from_credit)?.to_string(),
    ]);
    let table = table.without_column_of("from vouchers", "").without_column_of("on credit", "0.00");
    let figures = Figures::default()
        .with("balance before", text::money(plan.before.balance, &loaded.header.currency))
        .with("balance after", text::money(after.balance, &loaded.header.currency));
    Ok(format!("{table}\n{figures}"))
}

/// `30.00 SPRING`, one after the other.
fn vouchers(account: &Account, payment: &Payment) -> String {
    let used = payment.vouchers.iter().map(|used| {
        let code = account.voucher(used.voucher).map_or("", |voucher| voucher.terms.code.as_str());
        format!("{} {code}", used.amount)
    });
    used.collect::<Vec<_>>().join(", ")
}

impl Bought<'_> {
    fn json(&self, account: &Account) -> Result<Value, Failure> {
        let vouchers = self.payment.vouchers.iter().map(|used| {
            let code = account.voucher(used.voucher).map(|voucher| voucher.terms.code.clone());
            json!({ "code": code, "amount": json::money(used.amount) })
        });
        let paid = json!({
            "vouchers": vouchers.collect::<Vec<_>>(),
            "from_vouchers": json::money(self.payment.from_vouchers()?),
            "from_balance": json::money(self.payment.from_balance),
            "from_credit": json::money(self.payment.from_credit),
        });
        Ok(match package_json(account, self.id, self.package) {
            Value::Object(package) => json::joined(package, paid),
            other => other,
        })
    }
}
