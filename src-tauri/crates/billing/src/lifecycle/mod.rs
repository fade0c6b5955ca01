//! Arrears and what they stop: stages of the account, states of its resources (rulebook 6).

pub mod resource;
pub mod stage;

pub use resource::{Cause, ResourceState};
pub use stage::{ArrearsSpan, Stage};
