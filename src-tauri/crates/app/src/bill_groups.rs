//! The lines of a bill by what they are for: project, member account or a tag of the resource (H-96, H-121 to H-123).

use std::collections::{BTreeMap, BTreeSet};

use billing::{Account, ChargeAmount, Derivation, ProjectName, Refusal, ResourceId, Value, bill::Line};

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

impl By {
    /// Reads `project`, `member` or `tag:KEY`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match (text, text.strip_prefix("tag:")) {
            ("project", _) => Some(Self::Project),
            ("member", _) => Some(Self::Member),
            (_, Some(key)) if !key.is_empty() => Some(Self::Tag(key.to_owned())),
            _ => None,
        }
    }
}

/// What the lines of one value come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many lines.
    pub lines: u64,
    /// What they amount to, 8 decimals.
    pub due: ChargeAmount,
    /// The same by resource; the rounding of a whole bill has none.
    pub parts: BTreeMap<Option<ResourceId>, ChargeAmount>,
}

impl Group {
    fn add(&mut self, resource: Option<ResourceId>, due: ChargeAmount) -> Result<(), Refusal> {
        self.lines += 1;
        self.due = self.due.checked_add(due)?;
        let part = self.parts.entry(resource).or_default();
        *part = part.checked_add(due)?;
        Ok(())
    }

    /// Why they come to that: what each resource has in it (H-97).
    #[must_use]
    pub fn because(&self, account: &Account) -> Derivation {
        let because = Derivation::new("lines-together", "H-97", Value::Charge(self.due));
        // What has no resource is the rounding, and stands last.
        let (rounding, parts): (Vec<_>, Vec<_>) = self.parts.iter().partition(|(id, _)| id.is_none());
        let because = parts.into_iter().fold(because, |because, (id, due)| {
            let known = id.and_then(|id| account.resource(id)).map(|known| known.key.to_string());
            because
                .with("resource", Value::Name(known.unwrap_or_default()))
                .with("of-it", Value::Charge(*due))
        });
        rounding.into_iter().fold(because, |because, (_, due)| because.with("rounding", Value::Charge(*due)))
    }
}

/// All lines together.
///
/// # Errors
/// [`Refusal::TooLarge`] beyond the range that can be kept exactly.
pub fn together(lines: &[Line]) -> Result<Group, Refusal> {
    let mut all = Group::default();
    for line in lines {
        all.add(line.resource, line.amounts.due)?;
    }
    Ok(all)
}

/// The keys of tags that resources have, by name.
#[must_use]
pub fn tag_keys(account: &Account) -> Vec<String> {
    let keys: BTreeSet<&String> = account.resources.iter().flat_map(|known| known.tags.keys()).collect();
    keys.into_iter().cloned().collect()
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
        group.add(line.resource, line.amounts.due)?;
    }
    Ok(groups.into_iter().map(|((_, value), group)| (value, group)).collect())
}

/// What a line is for; nothing when it is for nothing named.
#[must_use]
pub fn value_of(account: &Account, line: &Line, by: &By) -> Option<String> {
    let named = || line.project.map(|project| ProjectName::of(account.project(project)));
    match by {
        By::Project => {
            named().map(|name| name.project).filter(|project| !project.is_empty()).map(str::to_owned)
        }
        By::Member => named()?.member.map(str::to_owned),
        By::Tag(key) => account.resource(line.resource?)?.tags.get(key).cloned(),
    }
}
