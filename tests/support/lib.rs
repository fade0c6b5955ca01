//! What the tests of the whole share.
//!
//! Knows how to drive the product from outside, the laws that hold in every life of an account, and lives to live.

mod failure;
pub mod laws;
pub mod life_on_disk;
pub mod place;
pub mod story;
pub mod window;

pub use failure::{Failure, Outcome};
