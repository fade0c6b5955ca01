//! Stretches of time as the books write them in one text: `1681747200-1681750800 1681833600-`.

use billing::{Instant, SwitchedOn};

/// Empty for none.
pub(crate) fn to_text(spans: &[SwitchedOn]) -> String {
    let text = |span: &SwitchedOn| {
        let until = span.until.map_or_else(String::new, |until| until.timestamp().to_string());
        format!("{}-{until}", span.from.timestamp())
    };
    spans.iter().map(text).collect::<Vec<_>>().join(" ")
}

/// The stretches of a text, `None` when it is not one.
pub(crate) fn from_text(text: &str) -> Option<Vec<SwitchedOn>> {
    let instant = |seconds: &str| Instant::from_timestamp(seconds.parse().ok()?, 0);
    let span = |text: &str| {
        let (from, until) = text.split_once('-')?;
        let until = if until.is_empty() { None } else { Some(instant(until)?) };
        Some(SwitchedOn { from: instant(from)?, until })
    };
    text.split_ascii_whitespace().map(span).collect()
}
