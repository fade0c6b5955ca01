//! What the tests of the whole share.
//!
//! Knows how to drive the product from outside, and one life of an account to drive it through; knows no rule of it.

mod failure;
pub mod life_on_disk;
pub mod place;
pub mod window;

pub use failure::{Failure, Outcome};
