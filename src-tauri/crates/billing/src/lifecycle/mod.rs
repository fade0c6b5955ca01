//! Arrears and what they stop: stages of the account, states of its resources (rulebook 6).

pub mod ability;
pub mod resource;
pub mod rung;
pub mod stage;

pub use ability::Ability;
pub use resource::{Cause, ResourceState};
pub use rung::{Boundaries, Buys, Rung};
pub use stage::{ArrearsSpan, Stage};
