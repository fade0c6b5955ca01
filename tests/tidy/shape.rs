//! How long things may be: a file that is read in one sitting, a function that fits a screen.

use crate::files::{File, sources};
use crate::lexer::code_only;
use crate::no_offence;

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 70;

#[test]
fn a_file_is_short_enough_to_read_in_one_sitting() {
    let mut offences = Vec::new();
    for file in sources(&["rs", "ts", "svelte", "css", "sql", "js"]) {
        let lines = file.text.lines().count();
        if lines > FILE_LINES {
            offences.push(format!("{}: {lines} lines", file.path));
        }
    }
    let way_out = "Find the second thing in it and give that a file of its own.";
    no_offence(&format!("Files of more than {FILE_LINES} lines:"), way_out, &offences);
}

#[test]
fn a_function_fits_a_screen() {
    let mut offences = Vec::new();
    for file in sources(&["rs"]) {
        for function in functions(&file) {
            if function.lines > FUNCTION_LINES {
                offences.push(format!(
                    "{}:{}: {} has {} lines",
                    file.path, function.line, function.name, function.lines
                ));
            }
        }
    }
    let way_out =
        "Keep the decisions in the function and move what each of them does into functions with names.";
    no_offence(&format!("Functions of more than {FUNCTION_LINES} lines:"), way_out, &offences);
}

struct Function {
    name: String,
    /// Where it begins, from 1.
    line: usize,
    /// From `fn` to the closing brace.
    lines: usize,
}

fn functions(file: &File) -> Vec<Function> {
    let code = code_only(&file.text);
    let starts = code.match_indices("fn ").filter(|(at, _)| {
        !code[..*at].chars().next_back().is_some_and(|before| before.is_alphanumeric() || before == '_')
    });
    starts.filter_map(|(at, _)| function_at(&code, at)).collect()
}

/// `None` for a function without a body, as in a trait.
fn function_at(code: &str, at: usize) -> Option<Function> {
    let rest = &code[at..];
    let name: String = rest[3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let mut braces = 0_usize;
    let mut brackets = 0_usize;
    for (offset, c) in rest.char_indices() {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets = brackets.checked_sub(1)?,
            ';' if braces == 0 && brackets == 0 => return None,
            '{' => braces += 1,
            '}' => braces = braces.checked_sub(1)?,
            _ => continue,
        }
        if c == '}' && braces == 0 {
            let line = code[..at].matches('\n').count() + 1;
            return Some(Function { name, line, lines: rest[..=offset].matches('\n').count() + 1 });
        }
    }
    None
}

#[test]
fn functions_are_measured_from_their_first_to_their_last_line() {
    let text = "trait T { fn none(&self, a: [u8; 3]); }\n\nfn short<const N: usize>(\n    a: [u8; N],\n) {\n    if a { b }\n}\n";
    let file = File { path: "shape.rs".to_owned(), text: text.to_owned() };
    let found = functions(&file);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].name.as_str(), found[0].line, found[0].lines), ("short", 3, 5));
}
