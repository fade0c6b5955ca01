//! What a value in a link may look like.

/// Letters of the longest name.
const LONGEST_NAME: usize = 80;

/// Digits of the largest number, which every id fits in.
const LONGEST_NUMBER: usize = 18;

/// What a value may look like.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Money above nothing: `50`, `84.20`.
    Amount,
    /// Digits: an id, an instant, a count.
    Number,
    /// `2026-10`.
    Month,
    /// A name or a code somebody chose: letters that are shown, at most [`LONGEST_NAME`].
    Name,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl Shape {
    /// Whether a value looks like this.
    pub(super) fn fits(self, value: &str) -> bool {
        match self {
            Self::Amount => is_amount(value),
            Self::Number => is_digits(value) && value.len() <= LONGEST_NUMBER,
            Self::Month => is_month(value),
            Self::Name => {
                !value.trim().is_empty()
                    && value.chars().count() <= LONGEST_NAME
                    && value.chars().all(is_shown)
            }
            Self::OneOf(words) => words.contains(&value),
        }
    }
}

fn is_amount(value: &str) -> bool {
    let (whole, cents) = value.split_once('.').unwrap_or((value, "00"));
    let is_something = value.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    is_digits(whole) && whole.len() <= 12 && is_digits(cents) && cents.len() <= 2 && is_something
}

fn is_month(value: &str) -> bool {
    let Some((year, month)) = value.split_once('-') else { return false };
    let is_real = matches!(month.parse(), Ok(1..=12));
    is_digits(year) && year.len() == 4 && is_digits(month) && month.len() == 2 && is_real
}

fn is_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a letter is seen as itself: no control, none that turns the direction of what stands beside it, none without width.
pub(super) fn is_shown(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}')
}
