//! Stories: random years of an account's life as scenarios, lived in memory and on a real file, and cut down to what fails.

mod chance;
mod imports;
mod on_disk;
mod shrink;
mod tell;
mod watch;
mod worlds;

pub use self::{
    chance::Chance,
    on_disk::StoryOnDisk,
    shrink::{report, shrink},
    tell::{rehearsed, tell},
    watch::{broken_law, on_a_file},
};
