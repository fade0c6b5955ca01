//! What of an import became usage and what was left out, as `import` previews it and `imports` shows it again.

use app::{
    import::{KeptFile, KeptRow, RefusedCalls, RejectedRow, Report},
    ledger::ImportCounts,
};
use serde_json::{Map, Value, json};

use crate::{
    json,
    table::{Align, Figures, Table},
    text,
    words::Words,
};

/// Rows by what became of them; what there is none of is not named.
pub fn figures(counts: &ImportCounts, words: Words) -> Figures {
    let mut figures = Figures::default().with("rows", text::count(counts.rows));
    for (name, number) in [
        ("counted", counts.counted),
        ("imported before, not counted again", counts.overlapped),
        ("duplicates, not counted again", counts.duplicates),
        ("same id with another content, set aside", counts.conflicts),
        ("rejected", counts.rejected),
        ("ignored by a rule", counts.ignored),
        ("matched by no rule", counts.unmatched),
    ] {
        if number > 0 || name == "counted" {
            figures = figures.with(&format!("  {name}"), text::count(number));
        }
    }
    match words.base_code() {
        "second" => figures.with("seconds attended", text::count(counts.billable)),
        _ => figures
            .with("calls, billable", text::count(counts.billable))
            .with("calls, failed", text::count(counts.failed)),
    }
}

/// The files, when there are several.
pub fn files(report: &Report) -> String {
    let mut table = Table::new([
        ("file", Align::Left),
        ("format", Align::Left),
        ("packed", Align::Left),
        ("rows", Align::Right),
        ("counted", Align::Right),
        ("known before", Align::Right),
    ]);
    for file in &report.files {
        table.row([
            file.name.clone(),
            file.format.clone().unwrap_or_else(|| "not recognised".to_owned()),
            file.compression.clone(),
            text::count(file.rows),
            text::count(file.counted),
            text::count(file.overlapped),
        ]);
    }
    let page = if report.file_count > 1 {
        format!("\n{}", table.without_column_of("packed", "plain"))
    } else {
        String::new()
    };
    page + &more(report.file_count, report.files.len())
}

/// Rows and calls that are not counted, each with its reason; at most `shown` of a kind.
pub fn page(report: &Report, counts: &ImportCounts, words: Words, shown: usize) -> String {
    let mut page = String::new();
    let mut list = |title: &str, count: u64, lines: Vec<String>| {
        if !lines.is_empty() {
            let listed = lines.len().min(shown);
            let lines: String = lines.into_iter().take(shown).collect();
            page.push_str(&format!("\n{title}:\n{lines}{}", more(count, listed)));
        }
    };
    list("rejected", counts.rejected, report.rejected.iter().map(rejected_line).collect());
    let conflicts = report.conflicts.iter().map(conflict_line).collect();
    list("set aside, because the id is known with another content", counts.conflicts, conflicts);
    let refused = report.refused.iter().map(|refused| refused_line(refused, words)).collect();
    list("refused by the account, not in the books", report.refused.len() as u64, refused);
    let unmatched = report.unmatched.iter().map(example_line).collect();
    list("matched by no rule, such as", report.unmatched.len() as u64, unmatched);
    let ignored = report.ignored.iter().map(example_line).collect();
    list("ignored by a rule, such as", report.ignored.len() as u64, ignored);
    page
}

fn rejected_line(row: &RejectedRow) -> String {
    let RejectedRow { file, line, field, found, expected, excerpt, .. } = row;
    let raw = if excerpt == found { String::new() } else { format!("    {excerpt}\n") };
    format!("  {file}:{line}: {field}: found {found:?}, expected {expected}\n{raw}")
}

fn conflict_line(row: &KeptRow) -> String {
    let id = row.id.as_deref().unwrap_or_default();
    format!("  {}:{}: {id}: {}\n", row.file, row.line, row.excerpt)
}

fn refused_line(refused: &RefusedCalls, words: Words) -> String {
    let used = text::counted(refused.calls, words.base_code(), &format!("{}s", words.base_code()));
    let RefusedCalls { code, service, region, application, .. } = refused;
    if application.is_empty() {
        format!("  {used} of {service}@{region}: {code}\n")
    } else {
        format!("  {used} of {application}: {code}\n")
    }
}

fn example_line(row: &KeptRow) -> String {
    format!("  {}:{}: {}\n", row.file, row.line, row.excerpt)
}

fn more(count: u64, listed: usize) -> String {
    match count.saturating_sub(listed as u64) {
        0 => String::new(),
        rest => format!("  and {} more; --json lists up to 1,000\n", text::count(rest)),
    }
}

/// Counts and lists, for another program.
pub fn json(report: &Report, counts: &ImportCounts) -> Map<String, Value> {
    let numbers = [
        ("rows", counts.rows),
        ("counted", counts.counted),
        ("billable", counts.billable),
        ("failed", counts.failed),
        ("unmatched", counts.unmatched),
        ("ignored", counts.ignored),
        ("duplicates", counts.duplicates),
        ("overlapped", counts.overlapped),
        ("rejected_count", counts.rejected),
        ("conflict_count", counts.conflicts),
        ("refused_calls", report.refused_calls),
        ("file_count", report.file_count),
    ];
    let lists = [
        ("files", report.files.iter().map(file).collect::<Value>()),
        ("rejected", report.rejected.iter().map(rejected).collect()),
        ("conflicts", report.conflicts.iter().map(row).collect()),
        ("refused", report.refused.iter().map(refused).collect()),
        ("unmatched_examples", report.unmatched.iter().map(row).collect()),
        ("ignored_examples", report.ignored.iter().map(row).collect()),
    ];
    let numbers = numbers.map(|(key, number)| (key.to_owned(), json::count(number)));
    numbers.into_iter().chain(lists.map(|(key, list)| (key.to_owned(), list))).collect()
}

fn file(file: &KeptFile) -> Value {
    json!({
        "name": file.name,
        "format": file.format,
        "compression": file.compression,
        "rows": json::count(file.rows),
        "counted": json::count(file.counted),
        "overlapped": json::count(file.overlapped),
    })
}

fn rejected(row: &RejectedRow) -> Value {
    json!({
        "file": row.file,
        "line": json::count(row.line),
        "field": row.field,
        "reason": row.reason,
        "found": row.found,
        "expected": row.expected,
        "row": row.excerpt,
    })
}

fn row(row: &KeptRow) -> Value {
    let mut object = json!({ "file": row.file, "line": json::count(row.line), "row": row.excerpt });
    if let (Some(id), Some(object)) = (&row.id, object.as_object_mut()) {
        object.insert("id".to_owned(), id.as_str().into());
    }
    object
}

fn refused(refused: &RefusedCalls) -> Value {
    json!({
        "code": refused.code,
        "service": refused.service,
        "region": refused.region,
        "application": refused.application,
        "calls": json::count(refused.calls),
    })
}
