//! Names that say nothing.

use crate::files::sources;
use crate::no_offence;

const EMPTY_WORDS: [&str; 5] = ["Manager", "Helper", "Util", "Utils", "Processor"];
const TYPE_KEYWORDS: [&str; 7] = ["struct", "enum", "trait", "type", "union", "class", "interface"];

#[test]
fn a_type_is_named_for_what_it_is() {
    let mut offences = Vec::new();
    for file in sources(&["rs", "ts", "svelte"]) {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(name) =
                declared_types(line).find(|name| EMPTY_WORDS.iter().any(|word| name.ends_with(word)))
            {
                offences.push(format!("{}:{}: {name}", file.path, index + 1));
            }
        }
    }
    let way_out =
        "Say what the thing is in the words of the domain: every type manages, helps or processes something.";
    no_offence("Types whose name says nothing:", way_out, &offences);
}

fn declared_types(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    let following = words.clone().skip(1);
    words.zip(following).filter(|(keyword, _)| TYPE_KEYWORDS.contains(keyword)).map(|(_, name)| name)
}

#[test]
fn a_declared_type_is_found_behind_its_keyword() {
    let line = concat!("pub(crate) struct Row", "Helper<'a>(&'a str);");
    assert_eq!(declared_types(line).collect::<Vec<_>>(), [concat!("Row", "Helper")]);
}
