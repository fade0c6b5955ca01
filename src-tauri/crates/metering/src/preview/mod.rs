//! What a reading found: what a preview shows and a commit stores.

pub mod examples;
pub mod reading;
pub mod reject;
