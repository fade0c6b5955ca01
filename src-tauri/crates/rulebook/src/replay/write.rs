//! A scenario as it is written: what reads back as the same scenario.

use std::fmt::Write as _;

use billing::{
    Instant, Offer, ResourceKey,
    price::{Price, Tier},
    zone::Zone,
};
use toml::Value;

use crate::consumption;

use super::{Action, Buy, Expectation, Metered, Scenario, SnapshotValue, Step, Together, Use, voucher};
use crate::policy;

/// The fields of an inline table, in their order.
type Fields = Vec<(&'static str, Value)>;

impl Scenario {
    /// The text of the scenario.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let policies = policy::shipped().unwrap_or_default();
        let Some(zone) = policies.get(&self.policy).map(|file| file.policy.zone) else {
            return String::new();
        };
        let rules = Value::Array(self.rules.iter().map(|rule| Value::String(rule.clone())).collect());
        let minutes = format!("{}m", self.settlement_delay.num_minutes());
        let mut text = format!(
            "title = {}\nrules = {rules}\npolicy = {}\n\n[account]\n",
            string(&self.title),
            string(&self.policy)
        );
        for (key, value) in [
            ("level", string(&self.level)),
            ("currency", string(&self.currency)),
            ("opening_balance", string(&self.opening_balance.to_string())),
            ("credit_limit", string(&self.credit_limit.to_string())),
            ("opened_at", instant(zone, self.opened_at)),
            ("settlement_delay", string(&minutes)),
        ] {
            line(&mut text, key, &value);
        }
        text.push_str(&self.prices_to_toml());
        for step in &self.steps {
            text.push_str(&step.to_toml(zone));
        }
        text
    }

    /// Its prices and offers alone, as catalogues write them.
    #[must_use]
    pub fn prices_to_toml(&self) -> String {
        let policies = policy::shipped().unwrap_or_default();
        let Some(zone) = policies.get(&self.policy).map(|file| file.policy.zone) else {
            return String::new();
        };
        let mut text = String::new();
        for price in &self.prices {
            text.push_str(&price_table(zone, price));
        }
        for offer in &self.offers {
            text.push_str(&offer_table(zone, offer));
        }
        text
    }
}

fn price_table(zone: Zone, price: &Price) -> String {
    let mut text = format!("\n[[price]]\nservice = {}\n", string(&price.service));
    if !price.region.is_empty() {
        line(&mut text, "region", &string(&price.region));
    }
    let _ = writeln!(text, "tiers = {}", tiers(&price.tiers));
    if let Some(from) = price.from {
        line(&mut text, "from", &instant(zone, from));
    }
    text
}

fn tiers(tiers: &[Tier]) -> String {
    let tiers = tiers.iter().map(|tier| {
        let up_to = tier.up_to.map(|up_to| ("up_to", count(up_to)));
        let unit_price = ("unit_price", string(&tier.unit_price.to_string()));
        inline(&up_to.into_iter().chain([unit_price]).collect::<Fields>())
    });
    format!("[{}]", tiers.collect::<Vec<_>>().join(", "))
}

fn offer_table(zone: Zone, offer: &Offer) -> String {
    let mut text = "\n[[offer]]\n".to_owned();
    line(&mut text, "sku", &string(&offer.sku));
    line(&mut text, "service", &string(&offer.resource.service));
    if !offer.resource.region.is_empty() {
        line(&mut text, "region", &string(&offer.resource.region));
    }
    line(&mut text, "quota", &count(offer.quota));
    line(&mut text, "term", &string(&offer.term.to_string()));
    line(&mut text, "price", &string(&offer.price.to_string()));
    line(&mut text, "source", &string(offer.source.code()));
    if let Some(project) = &offer.project {
        line(&mut text, "project", &string(project));
    }
    if let Some(hours) = offer.hours {
        line(&mut text, "hours", &string(&hours.to_string()));
    }
    line(&mut text, "withdrawn", &Value::Boolean(offer.withdrawn));
    let consumption = consumption::written(&offer.consumption);
    if !consumption.is_empty() {
        line(&mut text, "consumption", &Value::Table(consumption));
    }
    if let Some(from) = offer.from {
        line(&mut text, "from", &instant(zone, from));
    }
    text
}

impl Step {
    fn to_toml(&self, zone: Zone) -> String {
        let mut text = "\n[[step]]\n".to_owned();
        line(&mut text, "at", &instant(zone, self.at));
        if let Some(action) = &self.action {
            let (name, written) = match action {
                Action::BuyTogether(entries) => ("buy_together", together(entries)),
                action => {
                    let (name, fields) = action_fields(zone, action, self.at);
                    (name, inline(&fields))
                }
            };
            let _ = writeln!(text, "{name} = {written}");
        }
        if let Some(code) = &self.refused {
            line(&mut text, "refused", &string(code));
        }
        if let Some(expect) = &self.expect {
            let expected = |Expectation { path, value }: &Expectation| {
                format!("{} = {}", string(path), snapshot_value(value))
            };
            let expected: Vec<_> = expect.iter().map(expected).collect();
            let _ = writeln!(text, "expect = {{ {} }}", expected.join(", "));
        }
        text
    }
}

fn action_fields(zone: Zone, action: &Action, at: Instant) -> (&'static str, Fields) {
    let class = |application: &String, class: &String| {
        vec![("resource", string(application)), ("class", string(class))]
    };
    match action {
        Action::Enable(resource) => ("enable", metered(resource)),
        Action::Disable(resource) => ("disable", metered(resource)),
        Action::Use(entry) => ("use", use_fields(zone, entry, at)),
        Action::Buy(entry) => ("buy", buy_fields(zone, entry)),
        // More than one table: written by [`together`].
        Action::BuyTogether(_) => ("buy_together", Vec::new()),
        Action::Grant(entry) => ("grant", buy_fields(zone, entry)),
        Action::Renew { package, terms, align_to } => {
            let day = align_to.map(|day| ("align_to_day", count(day.into())));
            let fields = [("package", string(package)), ("terms", count((*terms).into()))];
            ("renew", fields.into_iter().chain(day).collect())
        }
        Action::Unsubscribe { package, renewal_only } => {
            let only = renewal_only.then_some(("renewal_only", Value::Boolean(true)));
            ("unsubscribe", [("package", string(package))].into_iter().chain(only).collect())
        }
        Action::TopUp { amount } => ("top_up", vec![("amount", string(amount))]),
        Action::SetCreditLimit { amount } => ("set_credit_limit", vec![("amount", string(amount))]),
        Action::PackageAlert(entry) => {
            let (service, region) = (string(&entry.service), string(&entry.region));
            let percent = count(entry.percent.into());
            ("package_alert", vec![("service", service), ("region", region), ("percent", percent)])
        }
        Action::Start { application, class: name } => ("start", class(application, name)),
        Action::Finish { application, class: name, seconds } => {
            let mut fields = class(application, name);
            fields.push(("seconds", count(*seconds)));
            ("finish", fields)
        }
        Action::AutoRenew { package, days_before } => {
            let mut fields =
                vec![("package", string(package)), ("on", Value::Boolean(days_before.is_some()))];
            fields.extend(days_before.map(|days| ("days_before", count(days.into()))));
            ("auto_renew", fields)
        }
        Action::Overage { application, on } => {
            ("overage", vec![("resource", string(application)), ("on", Value::Boolean(*on))])
        }
        Action::BalanceAlert { threshold } => match threshold {
            Some(line) => ("balance_alert", vec![("threshold", string(line))]),
            None => ("balance_alert", vec![("off", Value::Boolean(true))]),
        },
        Action::Share { package, on } => {
            ("share", vec![("package", string(package)), ("on", Value::Boolean(*on))])
        }
        Action::AtExpiry { package, choice } => {
            ("at_expiry", vec![("package", string(package)), ("choice", string(choice.code()))])
        }
        Action::Voucher(terms) => ("voucher", voucher::fields(zone, terms)),
        Action::Ban { application } => ("ban", vec![("resource", string(application))]),
    }
}

fn use_fields(zone: Zone, entry: &Use, at: Instant) -> Fields {
    let mut fields = metered(&entry.resource);
    let (unit, project) = match entry.resource {
        Metered::Service(_) => ("count", "project"),
        Metered::Application(_) => ("seconds", "type"),
    };
    fields.push((unit, count(entry.count)));
    fields.push(("status", count(entry.status.into())));
    if !entry.project.is_empty() {
        fields.push((project, string(&entry.project)));
    }
    fields.extend(entry.id.as_ref().map(|id| ("id", string(id))));
    if entry.occurred_at != at {
        fields.push(("occurred_at", instant(zone, entry.occurred_at)));
    }
    fields
}

fn buy_fields(zone: Zone, entry: &Buy) -> Fields {
    let mut fields = vec![("sku", string(&entry.sku)), ("as", string(&entry.name))];
    fields.extend(entry.application.as_ref().map(|name| ("resource", string(name))));
    fields.push(("auto_renew", Value::Boolean(entry.auto_renew)));
    fields.extend(entry.starts_at.map(|at| ("starts_at", instant(zone, at))));
    fields
}

fn together(entries: &[Together]) -> String {
    let entry = |entry: &Together| {
        let mut fields = vec![("sku", string(&entry.sku)), ("as", string(&entry.name))];
        fields.extend(entry.application.as_ref().map(|name| ("resource", string(name))));
        inline(&fields)
    };
    format!("[{}]", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
}

fn metered(resource: &Metered) -> Fields {
    match resource {
        Metered::Service(ResourceKey { service, region, .. }) => {
            vec![("service", string(service)), ("region", string(region))]
        }
        Metered::Application(name) => vec![("resource", string(name))],
    }
}

fn snapshot_value(value: &SnapshotValue) -> Value {
    match value {
        SnapshotValue::Text(text) => string(text),
        SnapshotValue::Count(number) => count(*number),
        SnapshotValue::Flag(flag) => Value::Boolean(*flag),
        SnapshotValue::List(items) => Value::Array(items.iter().map(|item| string(item)).collect()),
    }
}

fn inline(fields: &[(&'static str, Value)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", fields.join(", "))
}

fn line(text: &mut String, key: &str, value: &Value) {
    let _ = writeln!(text, "{key} = {value}");
}

fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn count(number: u64) -> Value {
    Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

fn instant(zone: Zone, at: Instant) -> Value {
    string(&zone.format(at))
}

#[cfg(test)]
mod tests {
    use crate::replay::Scenario;
    use billing::price::ConsumptionPrices;

    #[test]
    fn packages_that_are_paid_together_read_back() {
        let text = "title = \"t\"\nrules = []\npolicy = \"tencent-lcic\"\n[[step]]\n\
                    at = \"2024-03-01T10:00:00+08:00\"\n\
                    buy_together = [{ sku = \"a\", as = \"p\" }, { sku = \"b\", as = \"q\", resource = \"r\" }]\n";
        let scenario = Scenario::parse("s.toml", text).unwrap();
        let again = Scenario::parse("s.toml", &scenario.to_toml()).unwrap();
        assert!(scenario.steps[0].action.is_some());
        assert_eq!(again.steps[0].action, scenario.steps[0].action);
    }

    #[test]
    fn what_an_offer_says_of_consumption_reads_back() {
        let text = "title = \"t\"\nrules = []\npolicy = \"tencent-lcic\"\n[[offer]]\nsku = \"s\"\nservice = \"lcic\"\n\
             quota = 1\nterm = \"1m\"\nprice = \"1.00\"\nconsumption = { monthly = \"51.00\", daily = \"2.00\", \
             discounts = [{ from_months = 6, factor = \"0.88\" }], hourly = [[{ unit_price = \"0.1\" }]], \
             per_unit = [{ up_to = 10, unit_price = \"0.5\" }, { unit_price = \"0.4\" }] }\n";
        let scenario = Scenario::parse("s.toml", text).unwrap();
        assert_ne!(scenario.offers[0].consumption, ConsumptionPrices::default());
        assert_eq!(Scenario::parse("s.toml", &scenario.to_toml()).unwrap(), scenario);
    }
}
