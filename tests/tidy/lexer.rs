//! Rust text without what is not code, so that rules do not stumble over words in comments and strings.

/// The same text with comments, strings and characters blanked out; lines and columns of characters stay.
pub fn code_only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let length = blank_length(&chars[at..], chars[..at].last().copied()).min(chars.len() - at);
        if length == 0 {
            code.push(chars[at]);
            at += 1;
        } else {
            code.extend(chars[at..at + length].iter().map(|&c| if c == '\n' { '\n' } else { ' ' }));
            at += length;
        }
    }
    code
}

/// How many characters from here on are not code.
fn blank_length(rest: &[char], before: Option<char>) -> usize {
    let starts = |text: &str| text.chars().eq(rest.iter().copied().take(text.chars().count()));
    let in_a_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if starts("//") {
        return rest.iter().position(|&c| c == '\n').unwrap_or(rest.len());
    }
    if starts("/*") {
        return block_comment(rest);
    }
    if !in_a_word && (starts("r\"") || starts("r#") || starts("br\"") || starts("br#")) {
        return raw_string(rest);
    }
    match rest {
        ['"', ..] => quoted(rest, '"'),
        ['\'', '\\', ..] | ['\'', _, '\'', ..] => quoted(rest, '\''),
        _ => 0,
    }
}

fn block_comment(rest: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => {
                depth += 1;
                at += 2;
            }
            ['*', '/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    at
}

/// Zero for a raw identifier such as `r#type`.
fn raw_string(rest: &[char]) -> usize {
    let prefix = rest.iter().position(|&c| c == '#' || c == '"').unwrap_or(0);
    let hashes = rest[prefix..].iter().take_while(|&&c| c == '#').count();
    let open = prefix + hashes;
    if rest.get(open) != Some(&'"') {
        return 0;
    }
    let closing: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let inside = &rest[open + 1..];
    inside
        .windows(closing.len())
        .position(|part| part == closing)
        .map_or(rest.len(), |end| open + 1 + end + closing.len())
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            c if c == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// Whether `word` stands in `text` with no letter, digit or underscore touching it.
pub fn has_word(text: &str, word: &str) -> bool {
    let touches = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(touches) && !after.is_some_and(touches)
    })
}

#[test]
fn words_in_comments_and_strings_are_not_code() {
    let text = "let a = \"fn { \\\" }\"; // fn {\n/* fn /* { */ */ let b = '{'; let c = r#\"} \" }\"#; x::<'a>(r#type)";
    let code = code_only(text);
    assert!(!code.contains(['{', '}', '"']), "{code}");
    assert!(code.contains("let b") && code.contains("'a") && code.contains("r#type"), "{code}");
    assert_eq!(code.chars().count(), text.chars().count());
}
