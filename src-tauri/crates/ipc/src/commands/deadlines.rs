//! The deadlines of arrears as a calendar file.

use app::{
    calendar,
    deadlines::{self, Words},
};

use crate::{
    App, IpcError,
    dto::arrears::{DeadlinesFile, DeadlinesQuery},
};

/// Every deadline that is ahead and has words.
///
/// # Errors
/// [`IpcError`] when the books cannot be read.
pub async fn calendar(app: &App, query: DeadlinesQuery) -> Result<DeadlinesFile, IpcError> {
    let loaded = app.load(&query.account_id).await?;
    let (account, now) = (&loaded.account, super::now(app, &loaded));
    let ahead = deadlines::deadlines(account, now)?;
    let entries = deadlines::entries(loaded.header.id, account, &ahead, |_, code| {
        let words = query.words.iter().find(|words| words.of == code)?;
        Some(Words { summary: words.summary.clone(), description: words.description.clone() })
    });
    Ok(DeadlinesFile {
        file_name: file_name("deadlines", &loaded.header.name, "ics"),
        text: calendar::write(&query.name, now, &entries),
        count: u32::try_from(entries.len()).unwrap_or(u32::MAX),
    })
}

/// A name that every system takes: `deadlines-main.ics`.
pub(super) fn file_name(of: &str, account: &str, ending: &str) -> String {
    let parts = account.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.map(str::to_lowercase).take(6).collect::<Vec<_>>().join("-");
    if name.is_empty() { format!("{of}.{ending}") } else { format!("{of}-{name}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_account_without_signs_that_systems_refuse() {
        assert_eq!(file_name("deadlines", "Main", "ics"), "deadlines-main.ics");
        assert_eq!(file_name("deadlines", "../KYC / Berlin: é", "ics"), "deadlines-kyc-berlin-é.ics");
        assert_eq!(file_name("deadlines", "**", "ics"), "deadlines.ics");
    }
}
