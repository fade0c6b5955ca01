//! `tollbook bills MONTH --lines --by WHAT`: what a month cost by project, member account or tag.

use app::{
    bill_groups::{By, grouped},
    books::Loaded,
};
use billing::{bill::Line, zone::Month};
use serde_json::json;

use super::{amortised::Form, bill_lines};
use crate::{
    failure::Failure,
    json,
    table::{Align, Table},
    text,
};

/// What lines without such a name are listed as.
const UNALLOCATED: &str = "(unallocated)";

/// `project`, `member` or `tag:KEY`.
///
/// # Errors
/// What it may be.
pub fn parse_by(text: &str) -> Result<By, String> {
    By::parse(text).ok_or_else(|| "it is `project`, `member` or `tag:KEY`, such as tag:team".to_owned())
}

/// The sums of lines by what they are for; what is for nothing named last. They come to the total.
///
/// # Errors
/// That a sum is beyond what can be kept exactly.
pub fn list(
    loaded: &Loaded,
    month: Month,
    (lines, by): (&[Line], &By),
    form: Form,
) -> Result<String, Failure> {
    if form == Form::Csv {
        return Err(Failure::invalid("--by has no CSV form")
            .hint("--csv prints every line with its project and tags"));
    }
    let groups = grouped(&loaded.account, lines, by)?;
    let total = bill_lines::total(lines)?;
    if form == Form::Json {
        let rows = groups.iter().map(|(value, group)| {
            json!({ "value": value, "lines": group.lines, "amount_due": json::money(group.due) })
        });
        return Ok(json::print(&json!({
            "account": loaded.header.name,
            "sample": loaded.header.sample,
            "currency": loaded.header.currency,
            "month": month.to_string(),
            "groups": rows.collect::<Vec<_>>(),
            "total": json::money(total),
        })));
    }
    let what = match by {
        By::Project => "project",
        By::Member => "member",
        By::Tag(key) => key,
    };
    let due = format!("amount due {}", loaded.header.currency);
    let mut table = Table::new([(what, Align::Left), ("lines", Align::Right), (&due, Align::Right)]);
    for (value, group) in &groups {
        let value = value.clone().unwrap_or_else(|| UNALLOCATED.to_owned());
        table.row([value, text::count(group.lines), group.due.to_string()]);
    }
    table.row(["total".to_owned(), text::count(lines.len() as u64), total.to_string()]);
    Ok(format!("{}bill {month}\n\n{table}", text::heading(loaded)))
}
