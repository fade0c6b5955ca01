//! The lines of a bill by what they are for: project, member account or a tag of the resource (H-96, H-121 to H-123).

use std::collections::BTreeMap;

use billing::{Account, ChargeAmount, ProjectName, Refusal, bill::Line};

/// What lines are sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The enterprise project.
    Project,
    /// The member account that called.
    Member,
    /// The value of a tag of the resource, as the resource has it now.
    Tag(String),
}

/// What the lines of one value come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many lines.
    pub lines: u64,
    /// What they amount to, 8 decimals.
    pub due: ChargeAmount,
}

/// Sorts lines by what they are for. Those that are for nothing named stand under `None`, last: unallocated. The groups sum to
/// the lines.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn grouped(account: &Account, lines: &[Line], by: &By) -> Result<Vec<(Option<String>, Group)>, Refusal> {
    let mut groups: BTreeMap<(bool, Option<String>), Group> = BTreeMap::new();
    for line in lines {
        let value = value_of(account, line, by);
        let group = groups.entry((value.is_none(), value)).or_default();
        group.lines += 1;
        group.due = group.due.checked_add(line.amounts.due)?;
    }
    Ok(groups.into_iter().map(|((_, value), group)| (value, group)).collect())
}

fn value_of(account: &Account, line: &Line, by: &By) -> Option<String> {
    let named = || line.project.map(|project| ProjectName::of(account.project(project)));
    match by {
        By::Project => {
            named().map(|name| name.project).filter(|project| !project.is_empty()).map(str::to_owned)
        }
        By::Member => named()?.member.map(str::to_owned),
        By::Tag(key) => account.resource(line.resource?)?.tags.get(key).cloned(),
    }
}
