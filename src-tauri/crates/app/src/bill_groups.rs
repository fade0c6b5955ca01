//! The lines of a bill by what they are for: project, member account or a tag of the resource (H-96, H-121 to H-123).

use std::collections::{BTreeMap, BTreeSet};

use billing::{
    Account, ChargeAmount, Derivation, ProjectId, ProjectName, Refusal, ResourceId, Value, bill::Line,
    zone::Month,
};

use crate::{Books, books::Loaded, error::AppError, ledger::Charged};

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

/// Lines of one resource for one project.
struct Portion {
    resource: Option<ResourceId>,
    project: Option<ProjectId>,
    lines: u64,
    due: ChargeAmount,
}

impl From<&Line> for Portion {
    fn from(line: &Line) -> Self {
        Self { resource: line.resource, project: line.project, lines: 1, due: line.amounts.due }
    }
}

impl From<&Charged> for Portion {
    fn from(of: &Charged) -> Self {
        Self { resource: Some(of.resource), project: Some(of.project), lines: of.count, due: of.amount }
    }
}

impl Group {
    fn add(&mut self, portion: &Portion) -> Result<(), Refusal> {
        self.lines = self.lines.checked_add(portion.lines).ok_or(Refusal::TooLarge)?;
        self.due = self.due.checked_add(portion.due)?;
        let part = self.parts.entry(portion.resource).or_default();
        *part = part.checked_add(portion.due)?;
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
        all.add(&line.into())?;
    }
    Ok(all)
}

/// A whole month, by what it was for, and all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthSums {
    /// As [`grouped`].
    pub groups: Vec<(Option<String>, Group)>,
    /// Every line of the bill, with its rounding.
    pub total: Group,
}

/// Sums every line of a month's bill, as [`grouped`] does with lines that were read, from the sums of its charges.
///
/// # Errors
/// That the books cannot be read, or a sum is beyond the range that can be kept exactly.
pub async fn of_month(books: &Books, loaded: &Loaded, month: Month, by: &By) -> Result<MonthSums, AppError> {
    let (ledger, id, account) = (books.ledger(), loaded.header.id, &loaded.account);
    let charged = ledger.charged(id, month).await?;
    let mut lines = ledger.lines_beside_charges(id, account, month).await?;
    lines.extend(ledger.rounding_line(id, account, month, None).await?);
    let portions: Vec<Portion> =
        charged.iter().map(Portion::from).chain(lines.iter().map(Portion::from)).collect();
    let mut total = Group::default();
    for portion in &portions {
        total.add(portion)?;
    }
    Ok(MonthSums { groups: by_value(account, &portions, by)?, total })
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
    let portions: Vec<Portion> = lines.iter().map(Portion::from).collect();
    by_value(account, &portions, by)
}

fn by_value(
    account: &Account,
    portions: &[Portion],
    by: &By,
) -> Result<Vec<(Option<String>, Group)>, Refusal> {
    let mut groups: BTreeMap<(bool, Option<String>), Group> = BTreeMap::new();
    for portion in portions {
        let value = value_of(account, portion.resource, portion.project, by);
        groups.entry((value.is_none(), value)).or_default().add(portion)?;
    }
    Ok(groups.into_iter().map(|((_, value), group)| (value, group)).collect())
}

/// What lines of a resource for a project are for; nothing when that is nothing named.
#[must_use]
pub fn value_of(
    account: &Account,
    resource: Option<ResourceId>,
    project: Option<ProjectId>,
    by: &By,
) -> Option<String> {
    let named = || project.map(|project| ProjectName::of(account.project(project)));
    match by {
        By::Project => {
            named().map(|name| name.project).filter(|project| !project.is_empty()).map(str::to_owned)
        }
        By::Member => named()?.member.map(str::to_owned),
        By::Tag(key) => account.resource(resource?)?.tags.get(key).cloned(),
    }
}
