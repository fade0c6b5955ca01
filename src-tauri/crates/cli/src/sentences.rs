//! The sentences of explanations, the same that the window says: read from the catalogue of messages.

const CATALOGUES: [&str; 2] =
    [include_str!("../../../messages/en/derivations.ftl"), include_str!("../../../messages/en/reasons.ftl")];

/// The sentence of a key; the key itself where there is none.
pub fn sentence(key: &str) -> String {
    let line = |text: &'static str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    CATALOGUES.into_iter().find_map(line).unwrap_or(key).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_gives_its_sentence_and_not_that_of_a_longer_one() {
        assert_eq!(sentence("input-charge"), "Charge before rounding");
        assert_eq!(sentence("formula-nothing"), "formula-nothing");
        for reason in billing::explain::Reason::ALL {
            for family in ["reason", "prevent"] {
                let key = format!("{family}-{}", reason.code().replace('_', "-"));
                assert_ne!(sentence(&key), key);
            }
        }
    }
}
