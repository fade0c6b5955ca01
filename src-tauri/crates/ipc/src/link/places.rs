//! Every place a link can lead to, once: its word, what it opens and what may be said about it.

use super::shape::Shape::{self, Amount, Month, Name, Number, OneOf};

/// A place a link can lead to.
pub(super) struct Place {
    /// `bills`, in `tollbook://bills`.
    pub(super) word: &'static str,
    /// The screen or the sheet, by its name in the window.
    pub(super) opens: &'static str,
    /// Whether that is a sheet.
    pub(super) sheet: bool,
    /// What the part after the word is, in `tollbook://bill/2026-10`; the word stands alone where there is none.
    pub(super) object: Option<&'static str>,
    /// What may be said of it.
    pub(super) keys: &'static [(&'static str, Shape)],
    /// What must be said of it.
    pub(super) needs: &'static [&'static str],
}

const fn screen(word: &'static str, keys: &'static [(&'static str, Shape)]) -> Place {
    Place { word, opens: word, sheet: false, object: None, keys, needs: &[] }
}

const fn object(
    word: &'static str,
    opens: &'static str,
    key: &'static str,
    keys: &'static [(&'static str, Shape)],
) -> Place {
    Place { word, opens, sheet: false, object: Some(key), keys, needs: &[] }
}

const fn sheet(
    word: &'static str,
    opens: &'static str,
    keys: &'static [(&'static str, Shape)],
    needs: &'static [&'static str],
) -> Place {
    Place { word, opens, sheet: true, object: None, keys, needs }
}

/// Where calls are made.
const WHERE: &[(&str, Shape)] = &[("service", Name), ("region", Name)];

const USAGE: &[(&str, Shape)] = &[
    ("bucket", OneOf(&["hour", "day", "month"])),
    ("by", OneOf(&["paidBy", "service", "region", "project"])),
    ("from", Number),
    ("to", Number),
    ("service", Name),
    ("region", Name),
    ("project", Name),
    ("show", OneOf(&["reasons"])),
];

const COSTS: &[(&str, Shape)] = &[
    ("tab", OneOf(&["composition", "allocation", "analysis", "optimization"])),
    ("month", Month),
    ("for", Name),
    ("range", OneOf(&["7d", "14d", "30d", "mtd", "3m", "6m", "12m"])),
    ("by", Name),
    ("view", OneOf(&["cash", "amortised"])),
    ("mode", Name),
    ("service", Name),
    ("region", Name),
    ("project", Name),
];

const LEDGER: &[(&str, Shape)] = &[
    ("kind", Name),
    ("service", Name),
    ("region", Name),
    ("package", Number),
    ("month", Month),
    ("text", Name),
];

const BILL: &[(&str, Shape)] = &[("month", Month), ("view", OneOf(&["amortised"])), ("by", Name)];

const PLACES: &[Place] = &[
    screen("today", &[]),
    screen("usage", USAGE),
    screen("packages", &[("package", Number)]),
    screen("balance", &[("days", OneOf(&["30", "90", "365"]))]),
    screen("bills", BILL),
    screen("renewals", &[("package", Number)]),
    screen("alerts", &[]),
    screen("costs", COSTS),
    screen("ledger", LEDGER),
    screen("account", &[]),
    screen("settings", &[]),
    object("bill", "bills", "month", BILL),
    object("package", "packages", "package", &[("package", Number)]),
    object("renewal", "renewals", "package", &[("package", Number)]),
    object("journal", "ledger", "month", LEDGER),
    sheet("topup", "top-up", &[("amount", Amount)], &[]),
    sheet("buy", "buy", &[("sku", Name), ("service", Name), ("region", Name)], &[]),
    sheet("renew", "renew", &[("package", Number), ("terms", Number)], &["package"]),
    sheet("autorenew", "auto-renew", &[("package", Number)], &["package"]),
    sheet("unsubscribe", "unsubscribe", &[("package", Number)], &["package"]),
    sheet("compare", "compare", WHERE, &["service", "region"]),
    sheet("alert", "alert", &[("line", Amount)], &[]),
    sheet("voucher", "voucher", &[], &[]),
    sheet("limit", "credit-limit", &[("amount", Amount)], &[]),
    sheet("level", "level", &[("level", Name)], &[]),
    sheet("import", "import", &[], &[]),
    sheet("new-account", "account", &[], &[]),
    sheet("keys", "keys", &[], &[]),
];

/// The place with a word.
pub(super) fn place_called(word: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.word == word)
}
