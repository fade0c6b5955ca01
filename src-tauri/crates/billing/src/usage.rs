//! What was metered.

use crate::{Instant, ResourceKey};

/// Calls of one service in one region, or seconds attended in one application, for one project, at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// What was called.
    pub resource: ResourceKey,
    /// The enterprise project, empty for the default one (H-122); of attendance the usage type, empty for classes (T-04).
    pub project: String,
    /// When the requests were answered (H-53).
    pub occurred_at: Instant,
    /// Calls, or seconds attended: the policy's base unit.
    pub count: u64,
    /// The calls' HTTP status.
    pub status: u16,
}

impl Usage {
    /// Attendance of classes in an application.
    #[must_use]
    pub fn attendance(resource: ResourceKey, occurred_at: Instant, seconds: u64) -> Self {
        Self { resource, project: String::new(), occurred_at, count: seconds, status: 200 }
    }

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
