//! What was metered.

use crate::{Instant, ResourceKey};

/// Calls of one service in one region, for one project, at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// What was called.
    pub resource: ResourceKey,
    /// The enterprise project; empty for the default one (H-122).
    pub project: String,
    /// When the requests were answered (H-53).
    pub occurred_at: Instant,
    /// Calls.
    pub count: u64,
    /// Their HTTP status.
    pub status: u16,
}

impl Usage {
    /// Successful calls for the default project.
    #[must_use]
    pub fn calls(service: &str, region: &str, occurred_at: Instant, count: u64) -> Self {
        Self {
            resource: ResourceKey::new(service, region),
            project: String::new(),
            occurred_at,
            count,
            status: 200,
        }
    }
}
