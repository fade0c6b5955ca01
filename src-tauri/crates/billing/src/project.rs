//! For whom usage was, or of applications its type, `playback` (T-04): an enterprise project, of the account itself or of a member account (H-120 to H-122).

use std::fmt;

/// A project as usage names it: `p-7`; of a member account `@member/p-7`, or `@member` for its default project. The
/// account's own default project is empty.
///
/// ```
/// # use billing::ProjectName;
/// assert_eq!(ProjectName::of("p-7"), ProjectName { member: None, project: "p-7" });
/// assert_eq!(ProjectName::of("@kyc"), ProjectName { member: Some("kyc"), project: "" });
/// assert_eq!(ProjectName::of("@kyc/p-7"), ProjectName { member: Some("kyc"), project: "p-7" });
/// assert_eq!(ProjectName::of("@kyc/p-7").to_string(), "@kyc/p-7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectName<'a> {
    /// The member account that called; `None` for the account itself.
    pub member: Option<&'a str>,
    /// The project; empty for the default one.
    pub project: &'a str,
}

impl<'a> ProjectName<'a> {
    /// Reads the name that usage carries.
    #[must_use]
    pub fn of(name: &'a str) -> Self {
        match name.strip_prefix('@').map(|rest| rest.split_once('/').unwrap_or((rest, ""))) {
            Some((member, project)) => Self { member: Some(member), project },
            None => Self { member: None, project: name },
        }
    }
}

impl fmt::Display for ProjectName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.member, self.project) {
            (None, project) => f.write_str(project),
            (Some(member), "") => write!(f, "@{member}"),
            (Some(member), project) => write!(f, "@{member}/{project}"),
        }
    }
}
