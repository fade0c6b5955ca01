//! What changed against the range before, group by group.

use app::{
    Books,
    books::Loaded,
    costs::{self, Change, Filter, GroupBy, Mode, Range, Span, View},
};
use billing::ChargeAmount;
use serde_json::json;

use super::{currency, month::name, written};
use crate::{
    failure::Failure,
    json,
    table::{Align, Table},
    text,
    words::Words,
};

/// Shows a range, the one before and the difference.
pub(super) async fn show(
    books: &Books,
    loaded: &Loaded,
    (range, view): (Range, View),
    by: &GroupBy,
    as_json: bool,
) -> Result<String, Failure> {
    let told = costs::changes(books, loaded, range, view, (by, &Filter::default())).await?;
    let figures = |change: &Change| -> Result<[String; 3], Failure> {
        Ok([written(change.before, view)?, written(change.now, view)?, written(change.change, view)?])
    };
    if as_json {
        let row = |change: &Change| -> Result<_, Failure> {
            let [before, now, changed] = figures(change)?;
            Ok(json!({ "value": change.value, "before": before, "now": now, "change": changed }))
        };
        let groups = told.groups.iter().map(row).collect::<Result<Vec<_>, Failure>>()?;
        return Ok(json::print(&json!({
            "account": loaded.header.name,
            "sample": loaded.header.sample,
            "currency": loaded.header.currency,
            "range": range.code(),
            "view": view.code(),
            "from": told.span.first.to_string(),
            "to": last(&told.span),
            "before_from": told.before.first.to_string(),
            "before_to": last(&told.before),
            "groups": groups,
            "total": row(&told.total)?,
        })));
    }
    let words = Words::of(&loaded.account);
    let mut table = Table::new([
        ("what", Align::Left),
        ("before", Align::Right),
        (&currency(loaded, "now"), Align::Right),
        ("change", Align::Right),
    ]);
    for change in &told.groups {
        let [before, now, changed] = figures(change)?;
        table.row([named(change, by, words), before, now, signed(change.change, changed)]);
    }
    let [before, now, changed] = figures(&told.total)?;
    table.total(["total".to_owned(), before, now, signed(told.total.change, changed)]);
    let meaning = match view {
        View::Cash => "as it was billed",
        View::Amortised => "packages spread over the days they pay for",
    };
    let ranges = format!("{} against {}, {meaning}", in_words(&told.span), in_words(&told.before));
    Ok(format!("{}{ranges}\n\n{table}", text::heading(loaded)))
}

fn named(change: &Change, by: &GroupBy, words: Words) -> String {
    match (&change.value, by) {
        (None, _) => "(unallocated)".to_owned(),
        (Some(value), GroupBy::Mode) => {
            Mode::parse(value).map_or_else(|| value.clone(), |mode| name(mode, words).to_owned())
        }
        (Some(value), _) => value.clone(),
    }
}

fn signed(change: ChargeAmount, text: String) -> String {
    if change > ChargeAmount::ZERO { format!("+{text}") } else { text }
}

fn in_words(span: &Span) -> String {
    format!("{} to {}", span.first, last(span))
}

/// The last day of a span.
fn last(span: &Span) -> String {
    span.end.pred_opt().unwrap_or(span.end).to_string()
}
