//! What costs are told apart by, and which of them are looked at.

use billing::{Account, ProjectName};

use super::cells::{Cell, Mode};

/// What costs are told apart by (H-124).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// The billing mode.
    Mode,
    /// The service.
    Service,
    /// The region; of applications, the application.
    Region,
    /// The enterprise project.
    Project,
    /// The member account that called.
    Member,
    /// The value of a tag of the resource, as the resource has it now.
    Tag(String),
}

/// Which costs are looked at; everything where nothing is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this billing mode.
    pub mode: Option<Mode>,
    /// Only of this service.
    pub service: Option<String>,
    /// Only of this region, or application.
    pub region: Option<String>,
    /// Only for this project; what is for none has an empty name.
    pub project: Option<String>,
}

impl GroupBy {
    /// Reads `mode`, `service`, `region`, `project`, `member` or `tag:KEY`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match (text, text.strip_prefix("tag:")) {
            ("mode", _) => Some(Self::Mode),
            ("service", _) => Some(Self::Service),
            ("region", _) => Some(Self::Region),
            ("project", _) => Some(Self::Project),
            ("member", _) => Some(Self::Member),
            (_, Some(key)) if !key.is_empty() => Some(Self::Tag(key.to_owned())),
            _ => None,
        }
    }

    /// The group of a cell; nothing where what is asked for has no name: unallocated.
    #[must_use]
    pub fn value_of(&self, account: &Account, cell: &Cell) -> Option<String> {
        let resource = account.resource(cell.resource);
        let value = match self {
            Self::Mode => Some(cell.mode.code()),
            Self::Service => resource.map(|resource| resource.key.service.as_str()),
            Self::Region => resource.map(|resource| resource.key.place()),
            Self::Project => project_of(account, cell).map(|name| name.project),
            Self::Member => project_of(account, cell).and_then(|name| name.member),
            Self::Tag(key) => resource.and_then(|resource| resource.tags.get(key)).map(String::as_str),
        };
        value.filter(|value| !value.is_empty()).map(str::to_owned)
    }
}

impl Filter {
    /// Whether a cell is looked at.
    #[must_use]
    pub fn holds(&self, account: &Account, cell: &Cell) -> bool {
        let key = account.resource(cell.resource).map(|resource| &resource.key);
        let is = |wanted: &Option<String>, found: Option<&str>| {
            wanted.as_deref().is_none_or(|wanted| Some(wanted) == found)
        };
        self.mode.is_none_or(|mode| mode == cell.mode)
            && is(&self.service, key.map(|key| key.service.as_str()))
            && is(&self.region, key.map(billing::ResourceKey::place))
            && is(&self.project, Some(project_of(account, cell).map_or("", |name| name.project)))
    }
}

fn project_of<'a>(account: &'a Account, cell: &Cell) -> Option<ProjectName<'a>> {
    cell.project.map(|project| ProjectName::of(account.project(project)))
}
