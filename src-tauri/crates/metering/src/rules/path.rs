//! Patterns of request paths.

/// A pattern: `*` stands for one segment, a closing `**` for any rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    segments: Vec<Segment>,
    any_rest: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Any,
    Text(Box<[u8]>),
}

impl Pattern {
    /// Reads a pattern; the error says what was expected.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let Some(path) = text.strip_prefix('/') else { return Err("a path that starts with /") };
        if path.contains(['?', '#']) {
            return Err("a path without ? and #; queries do not count");
        }
        let (path, any_rest) = match path.strip_suffix("**") {
            Some("") => return Ok(Self { segments: Vec::new(), any_rest: true }),
            Some(front) => (front.strip_suffix('/').ok_or("** as the last segment, after a /")?, true),
            None => (path, false),
        };
        let segments = path.split('/').map(|segment| match segment {
            "*" => Ok(Segment::Any),
            text if text.contains('*') => Err("* alone in its segment, ** only at the end"),
            text => Ok(Segment::Text(text.as_bytes().into())),
        });
        Ok(Self { segments: segments.collect::<Result<_, _>>()?, any_rest })
    }

    /// Whether a path, without its query, matches.
    pub fn matches(&self, path: &[u8]) -> bool {
        let [b'/', path @ ..] = path else { return false };
        let mut found = path.split(|byte| *byte == b'/');
        for segment in &self.segments {
            let fits = match (segment, found.next()) {
                (_, None) => false,
                (Segment::Any, Some(text)) => !text.is_empty(),
                (Segment::Text(wanted), Some(text)) => **wanted == *text,
            };
            if !fits {
                return false;
            }
        }
        self.any_rest || found.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matching<'p>(pattern: &str, paths: &[&'p str]) -> Vec<&'p str> {
        let pattern = Pattern::parse(pattern).unwrap();
        paths.iter().copied().filter(|path| pattern.matches(path.as_bytes())).collect()
    }

    #[test]
    fn a_star_is_exactly_one_segment() {
        let paths =
            ["/v2/p/ocr/passport", "/v2/p/q/ocr/passport", "/v2//ocr/passport", "/v2/p/ocr/passport/"];
        assert_eq!(matching("/v2/*/ocr/passport", &paths), ["/v2/p/ocr/passport"]);
    }

    #[test]
    fn two_stars_are_any_rest() {
        let paths = ["/", "/a", "/a/", "/a/b/c", "/ab", "*", ""];
        assert_eq!(matching("/**", &paths), ["/", "/a", "/a/", "/a/b/c", "/ab"]);
        assert_eq!(matching("/a/**", &paths), ["/a", "/a/", "/a/b/c"]);
    }

    #[test]
    fn patterns_that_mean_nothing_are_refused() {
        for pattern in ["", "v2", "/a*", "/**/b", "/a?x=1", "/a**"] {
            assert!(Pattern::parse(pattern).is_err(), "{pattern:?}");
        }
    }
}
