//! What pictures are asked for on the command line.

use tollbook_tests::window::LANGUAGES;
use tollbook_tests::{Failure, Outcome};

use crate::{SCREENS, THEMES};

/// What pictures are asked for.
pub struct Wanted {
    pub people: Vec<String>,
    pub languages: Vec<String>,
    pub themes: Vec<String>,
    pub sizes: Vec<(u32, u32)>,
    pub screens: Vec<String>,
    /// How the names of pictures begin; every picture where none is named.
    pub pictures: Vec<String>,
}

impl Wanted {
    pub fn read(arguments: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut wanted = Self {
            people: Vec::new(),
            languages: vec!["en".to_owned(), "ar".to_owned()],
            themes: vec!["light".to_owned(), "dark".to_owned()],
            sizes: vec![(900, 640), (1280, 800)],
            screens: SCREENS.map(str::to_owned).to_vec(),
            pictures: Vec::new(),
        };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            let Some(flag) = argument.strip_prefix("--") else {
                wanted.people.push(argument);
                continue;
            };
            let given = arguments.next().unwrap_or_default();
            let values = || given.split(',').map(str::to_owned).collect::<Vec<_>>();
            match flag {
                "language" => wanted.languages = known(values(), &LANGUAGES)?,
                "theme" => wanted.themes = known(values(), &THEMES.map(|(name, _)| name))?,
                "screen" => wanted.screens = known(values(), &SCREENS)?,
                "picture" => wanted.pictures = values(),
                "size" => wanted.sizes = values().iter().map(|size| size_of(size)).collect::<Outcome<_>>()?,
                _ => {
                    return Err(Failure::new(format!(
                        "no flag --{flag}; there are language, theme, screen, picture, size"
                    )));
                }
            }
        }
        Ok(wanted)
    }

    /// Whether a picture of this is asked for.
    pub fn has(&self, picture: &str) -> bool {
        self.pictures.is_empty() || self.pictures.iter().any(|beginning| picture.starts_with(beginning))
    }
}

fn known(values: Vec<String>, allowed: &[&str]) -> Outcome<Vec<String>> {
    match values.iter().find(|value| !allowed.contains(&value.as_str())) {
        Some(value) => Err(Failure::new(format!("“{value}” is none of {}", allowed.join(", ")))),
        None => Ok(values),
    }
}

/// `1280x800`.
fn size_of(text: &str) -> Outcome<(u32, u32)> {
    let (width, height) =
        text.split_once('x').ok_or_else(|| Failure::new(format!("“{text}” is no size like 1280x800")))?;
    Ok((width.parse()?, height.parse()?))
}
