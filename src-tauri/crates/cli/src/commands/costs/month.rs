//! What a month's money is made of, or what it was for.

use app::{
    Books,
    bill_groups::{By, Group, MonthSums, of_month},
    books::Loaded,
    costs::{self, Composition, Mode},
    ledger::Page,
};
use billing::zone::Month;
use serde_json::{Value, json};

use super::currency;
use crate::{
    failure::Failure,
    json,
    table::{Align, Table},
    text,
    words::Words,
};

/// Shows the month that was asked for, or the newest.
pub(super) async fn show(
    books: &Books,
    loaded: &Loaded,
    asked: Option<Month>,
    by: Option<&By>,
    as_json: bool,
) -> Result<String, Failure> {
    let ledger = books.ledger();
    let found = match asked {
        Some(month) => ledger.bill(loaded.header.id, month).await?,
        None => ledger.bills(loaded.header.id, Page::first(1)).await?.rows.into_iter().next(),
    };
    let Some(found) = found else {
        let what = asked.map_or_else(|| "any month".to_owned(), |month| month.to_string());
        return Err(Failure::invalid(format!("there is no bill of {what}"))
            .hint("`tollbook bills` lists the months that have one"));
    };
    let month = found.month;
    match by {
        None => {
            let composed = costs::composition(books, loaded, month).await?;
            Ok(if as_json {
                made_json(loaded, month, &composed)
            } else {
                made_page(loaded, month, &composed)
            })
        }
        Some(by) => {
            let MonthSums { mut groups, total } = of_month(books, loaded, month, by).await?;
            // What is unallocated is always shown, even when it is nothing.
            if groups.last().is_none_or(|(value, _)| value.is_some()) {
                groups.push((None, Group::default()));
            }
            let (lines, total) = (total.lines, total.due);
            Ok(if as_json {
                let rows = groups.iter().map(|(value, group)| {
                    json!({ "value": value, "lines": group.lines, "amount_due": json::money(group.due) })
                });
                json::print(&json!({
                    "account": loaded.header.name,
                    "sample": loaded.header.sample,
                    "currency": loaded.header.currency,
                    "month": month.to_string(),
                    "groups": rows.collect::<Vec<_>>(),
                    "total": json::money(total),
                }))
            } else {
                let mut table = Table::new([
                    ("what", Align::Left),
                    ("lines", Align::Right),
                    (&currency(loaded, "amount due"), Align::Right),
                ]);
                for (value, group) in &groups {
                    let value = value.clone().unwrap_or_else(|| "(unallocated)".to_owned());
                    table.row([value, text::count(group.lines), group.due.to_string()]);
                }
                table.total(["total".to_owned(), text::count(lines), total.to_string()]);
                format!("{}{month}, by what it was for\n\n{table}", text::heading(loaded))
            })
        }
    }
}

fn made_page(loaded: &Loaded, month: Month, composed: &Composition) -> String {
    let words = Words::of(&loaded.account);
    let mut table = Table::new([
        ("made of", Align::Left),
        (words.resource, Align::Left),
        ("lines", Align::Right),
        (&currency(loaded, "amount"), Align::Right),
    ]);
    for mode in &composed.modes {
        let name = name(mode.mode, words);
        table.row([name.to_owned(), String::new(), text::count(mode.lines), mode.amount.to_string()]);
        for part in &mode.parts {
            let resource = loaded.account.resource(part.resource);
            let resource = resource.map_or_else(String::new, |known| known.key.to_string());
            table.row([String::new(), resource, text::count(part.lines), part.amount.to_string()]);
        }
    }
    table.total(["total".to_owned(), String::new(), String::new(), composed.total.to_string()]);
    format!("{}{month}, by billing mode\n\n{table}", text::heading(loaded))
}

/// A billing mode in the words of the account.
pub(super) const fn name(mode: Mode, words: Words) -> &'static str {
    match mode {
        Mode::PayPerUse => words.beyond,
        Mode::Purchase => "packages bought",
        Mode::Renewal => "renewals",
        Mode::Refund => "packages given back",
        Mode::Correction => "corrections",
        Mode::Rounding => "rounding",
    }
}

fn made_json(loaded: &Loaded, month: Month, composed: &Composition) -> String {
    let mode = |mode: &costs::ModeCost| {
        let parts = mode.parts.iter().map(|part| {
            let amount = json!({ "lines": part.lines, "amount": json::money(part.amount) });
            json::joined(json::service(&loaded.account, part.resource), amount)
        });
        json!({
            "mode": mode.mode.code(),
            "lines": mode.lines,
            "amount": json::money(mode.amount),
            "parts": parts.collect::<Vec<_>>(),
        })
    };
    let days = composed.days.iter().map(|(day, modes)| {
        let mut object = serde_json::Map::new();
        object.insert("day".to_owned(), day.to_string().into());
        object.extend(modes.iter().map(|(mode, moved)| (mode.code().to_owned(), json::money(*moved))));
        Value::Object(object)
    });
    json::print(&json!({
        "account": loaded.header.name,
        "sample": loaded.header.sample,
        "currency": loaded.header.currency,
        "month": month.to_string(),
        "modes": composed.modes.iter().map(mode).collect::<Vec<_>>(),
        "days": days.collect::<Vec<_>>(),
        "total": json::money(composed.total),
    }))
}
