//! Ids from chance: one per request, so that a retry is recognised.

/// A fresh id of 32 hexadecimal digits.
///
/// # Errors
/// The operating system has no randomness to give.
pub fn request_id() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
