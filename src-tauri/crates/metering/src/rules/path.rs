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

    /// Whether every path that the other matches is matched by this one too.
    pub fn covers(&self, other: &Self) -> bool {
        let fits = |(mine, its): (&Segment, &Segment)| match (mine, its) {
            (Segment::Any, Segment::Any) => true,
            (Segment::Any, Segment::Text(text)) => !text.is_empty(),
            (Segment::Text(_), Segment::Any) => false,
            (Segment::Text(mine), Segment::Text(its)) => mine == its,
        };
        let as_long = other.segments.len() == self.segments.len() && !other.any_rest;
        let longer = other.segments.len() >= self.segments.len();
        (if self.any_rest { longer } else { as_long }) && self.segments.iter().zip(&other.segments).all(fits)
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
    fn a_pattern_covers_another_when_it_matches_all_that_the_other_matches() {
        let covers =
            |mine: &str, its: &str| Pattern::parse(mine).unwrap().covers(&Pattern::parse(its).unwrap());
        for (wide, narrow) in
            [("/**", "/a/*"), ("/v2/**", "/v2/*/ocr"), ("/v2/**", "/v2/**"), ("/*/b", "/a/b"), ("/a", "/a")]
        {
            assert!(covers(wide, narrow), "{wide} {narrow}");
            assert_eq!(covers(narrow, wide), wide == narrow, "{narrow} {wide}");
        }
        for (one, other) in [("/a/*", "/a/"), ("/a/b", "/a/c"), ("/*/b", "/a/*"), ("/a/*", "/a/*/c")] {
            assert!(!covers(one, other) && !covers(other, one), "{one} {other}");
        }
    }

    #[test]
    fn patterns_that_mean_nothing_are_refused() {
        for pattern in ["", "v2", "/a*", "/**/b", "/a?x=1", "/a**"] {
            assert!(Pattern::parse(pattern).is_err(), "{pattern:?}");
        }
    }
}
