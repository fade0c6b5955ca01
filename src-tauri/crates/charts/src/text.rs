//! Estimates of how wide a label will be.
//!
//! The page picks the font, so no width is exact; the estimates are on the wide side, since a label that
//! ends early is better than one that runs into the plot.

/// Size of every text, in `viewBox` units: 12 pixels.
pub(crate) const SIZE: i32 = 24;

/// Estimated width of `text` in `viewBox` units.
pub(crate) fn width(text: &str) -> i32 {
    let percent_of_em: i64 = text.chars().map(advance).sum();
    i32::try_from(percent_of_em.saturating_mul(i64::from(SIZE)) / 100)
        .unwrap_or(i32::MAX / 4)
        .min(i32::MAX / 4)
}

/// `text` on one line and no wider than `room` units; what is cut ends in `…`. Empty if not even one
/// character has room.
pub(crate) fn fit(text: &str, room: i32) -> String {
    let line = one_line(text);
    if width(&line) <= room {
        return line;
    }
    let mut kept = String::new();
    let mut used = width("…");
    for character in line.chars() {
        used = used.saturating_add(width(character.encode_utf8(&mut [0; 4])));
        if used > room {
            break;
        }
        kept.push(character);
    }
    match kept.trim_end() {
        "" => String::new(),
        beginning => format!("{beginning}…"),
    }
}

/// Control characters are not allowed in XML, and a line break would start a new tag for the theme.
fn one_line(text: &str) -> String {
    let is_line_break =
        |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if is_line_break(c) { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// Width of one character in hundredths of the font size.
fn advance(character: char) -> i64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' => 32,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '\u{A0}' | '\u{202F}' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 94,
        // As wide as a digit, among tabular figures.
        '-' => 66,
        'a'..='z' => 60,
        'A'..='Z' => 72,
        ' '..='~' => 66,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{670}' => 0,
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' => 0,
        '…' | '—' => 100,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' => 100,
        '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' => 100,
        '\u{FFE0}'..='\u{FFE6}' => 100,
        '\u{1F000}'..='\u{3FFFF}' => 130,
        _ => 68,
    }
}

#[cfg(test)]
mod tests {
    use super::{fit, one_line, width};

    #[test]
    fn a_label_with_room_is_left_alone() {
        assert_eq!(fit("ocr-general", 400), "ocr-general");
    }

    #[test]
    fn a_cut_label_ends_in_an_ellipsis_and_fits() {
        for text in [
            "a very long label that goes on and on",
            "通用文字识别套餐包一百万次",
            "حزمة التعرف الضوئي على الحروف",
        ] {
            let cut = fit(text, 120);
            assert!(cut.ends_with('…'), "{cut}");
            assert!(width(&cut) <= 120, "{cut}");
        }
    }

    #[test]
    fn no_room_means_no_label() {
        assert_eq!(fit("calls", 3), "");
        assert_eq!(fit("calls", -50), "");
    }

    #[test]
    fn line_breaks_and_control_characters_become_spaces() {
        assert_eq!(one_line("a\r\nb\u{0}c\u{2028}d"), "a  b c d");
    }

    #[test]
    fn chinese_is_wider_than_latin_and_marks_have_no_width() {
        assert!(width("识别") > width("ab"));
        assert_eq!(width("e\u{301}"), width("e"));
    }
}
