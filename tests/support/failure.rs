//! What went wrong, in words a person reading a test log can act on.

use std::fmt::{Debug, Display, Formatter};

/// A step that did not work, with what was seen instead.
pub struct Failure(String);

/// What a step of a journey gives.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure told in one or more lines.
    pub fn new(story: impl Into<String>) -> Self {
        Self(story.into())
    }
}

impl Display for Failure {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// Tests that return an [`Outcome`] are reported through `Debug`: the story must keep its lines there too.
impl Debug for Failure {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut story = error.to_string();
        let mut cause = error.source();
        while let Some(deeper) = cause {
            story.push_str(": ");
            story.push_str(&deeper.to_string());
            cause = deeper.source();
        }
        Self(story)
    }
}
