//! The paths that `expect` can name. A path that no snapshot can have is an error of the file: it would pass as `none`.

use std::collections::BTreeSet;

use billing::zone::Month;

const ACCOUNT: [&str; 9] = [
    "balance",
    "arrears",
    "available_credit",
    "accrued",
    "spendable_now",
    "state",
    "arrears_since",
    "grace_ends_at",
    "retention_ends_at",
];
const RESOURCE: [&str; 2] = ["state", "causes"];
const PACKAGE: [&str; 10] = [
    "remaining",
    "used",
    "state",
    "starts_at",
    "ends_at",
    "cycles",
    "valid_to",
    "next_cycle.starts_at",
    "next_cycle.ends_at",
    "next_cycle.quota",
];
const CHARGES: [&str; 2] = ["count", "total"];
const CHARGE: [&str; 7] = ["period", "quantity", "from_packages", "billed", "amount", "paid", "owed"];
const USAGE: [&str; 4] = ["billable", "failed", "duplicates", "uncovered"];
const BILL: [&str; 2] = ["total", "status"];
const NOTICES: [&str; 3] = ["count", "kinds", "last"];

/// What the steps of a scenario name.
#[derive(Debug, Default)]
pub struct Named {
    /// Packages, by the name of their `as`.
    pub packages: BTreeSet<String>,
    /// Vouchers, by their `id`.
    pub vouchers: BTreeSet<String>,
    /// `passport-ocr@ap-southeast-1`, or an application.
    pub resources: BTreeSet<String>,
}

impl Named {
    /// Why a path cannot be in any snapshot of the scenario; nothing when it can.
    pub fn fault(&self, path: &str) -> Option<String> {
        let (head, rest) = path.split_once('.').unwrap_or((path, ""));
        match head {
            "resources" => self.resource_fault(rest),
            "packages" => self.package_fault(rest, &PACKAGE),
            "refund" => self.package_fault(rest, &["amount"]),
            "vouchers" => self.voucher_fault(rest),
            "charges" => charge_fault(rest),
            "usage" => field_fault("usage", rest, &USAGE),
            "bills" => bill_fault(rest),
            "notices" => field_fault("notices", rest, &NOTICES),
            "explain" => field_fault("explain", rest, &["reasons"]),
            "journal" => field_fault("journal", rest, &["balanced"]),
            _ if rest.is_empty() && ACCOUNT.contains(&head) => None,
            _ => Some(format!(
                "there is no such path; it begins with {}, resources, packages, refund, vouchers, charges, usage, bills, \
                 notices, explain or journal",
                ACCOUNT.join(", ")
            )),
        }
    }

    fn resource_fault(&self, rest: &str) -> Option<String> {
        // Services and regions may have dots in their names; fields have none.
        let (name, field) = rest.rsplit_once('.').unwrap_or((rest, ""));
        if !self.resources.contains(name) {
            return Some(format!("no step names the resource `{name}`; {}", known(&self.resources)));
        }
        field_fault("resources.…", field, &RESOURCE)
    }

    fn voucher_fault(&self, rest: &str) -> Option<String> {
        let is_left = rest.strip_suffix(".left").is_some_and(|name| self.vouchers.contains(name));
        if rest == "usable" || is_left {
            return None;
        }
        Some(format!("there are vouchers.usable and vouchers.….left; {}", known(&self.vouchers)))
    }

    fn package_fault(&self, rest: &str, fields: &[&str]) -> Option<String> {
        // Names may have dots, fields too: the name is one that a step gave.
        let of = |name: &String| rest.strip_prefix(name.as_str())?.strip_prefix('.');
        let Some(field) = self.packages.iter().find_map(of) else {
            let name = rest.split('.').next().unwrap_or_default();
            return Some(format!("no step buys a package as `{name}`; {}", known(&self.packages)));
        };
        field_fault("a package", field, fields)
    }
}

fn charge_fault(rest: &str) -> Option<String> {
    match rest.split_once('.') {
        None => field_fault("charges", rest, &CHARGES),
        Some((number, field)) if number.parse::<u32>().is_ok() => field_fault("a charge", field, &CHARGE),
        Some((number, _)) => Some(format!("`{number}` is no number of a charge; they count from 0")),
    }
}

fn bill_fault(rest: &str) -> Option<String> {
    let (month, field) = rest.split_once('.').unwrap_or((rest, ""));
    if Month::parse(month).is_none() {
        return Some(format!("`{month}` is no month such as 2023-04"));
    }
    field_fault("a bill", field, &BILL)
}

fn field_fault(of: &str, field: &str, fields: &[&str]) -> Option<String> {
    if fields.contains(&field) {
        return None;
    }
    Some(format!("`{field}` is no field of {of}; there are {}", fields.join(", ")))
}

fn known(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "there are none".to_owned();
    }
    format!("there are {}", names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named() -> Named {
        Named {
            packages: ["p1".to_owned()].into(),
            vouchers: ["v1".to_owned()].into(),
            resources: ["passport-ocr@ap-southeast-1".to_owned(), "app-1".to_owned()].into(),
        }
    }

    #[test]
    fn every_path_of_the_format_is_known() {
        for path in [
            "balance",
            "retention_ends_at",
            "resources.passport-ocr@ap-southeast-1.state",
            "resources.app-1.causes",
            "packages.p1.remaining",
            "packages.p1.next_cycle.quota",
            "refund.p1.amount",
            "charges.count",
            "charges.0.amount",
            "usage.duplicates",
            "vouchers.usable",
            "vouchers.v1.left",
            "bills.2023-04.status",
            "notices.kinds",
            "explain.reasons",
            "journal.balanced",
        ] {
            assert_eq!(named().fault(path), None, "{path}");
        }
    }

    #[test]
    fn what_no_snapshot_can_have_is_a_fault_that_names_what_there_is() {
        for (path, says) in [
            ("ballance", "balance"),
            ("balance.cash", "no such path"),
            ("resources.passport-ocr@ap-southeast-3.state", "passport-ocr@ap-southeast-1"),
            ("resources.app-1.stage", "state, causes"),
            ("packages.p2.remaining", "p1"),
            ("packages.p1.left", "remaining, used"),
            ("packages.p1.", "remaining, used"),
            ("refund.p1.sum", "amount"),
            ("charges.sum", "count, total"),
            ("charges.first.amount", "from 0"),
            ("charges.0.sum", "period, quantity"),
            ("usage.count", "billable"),
            ("vouchers.v2.left", "v1"),
            ("bills.2023-13.total", "no month"),
            ("bills.2023-04.sum", "total, status"),
            ("notices.first", "count, kinds"),
            ("explain.why", "reasons"),
            ("journal.sound", "balanced"),
        ] {
            let fault = named().fault(path).unwrap_or_default();
            assert!(fault.contains(says), "{path}: {fault}");
        }
    }
}
