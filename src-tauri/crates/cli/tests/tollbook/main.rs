//! The built program, run as a person or a script runs it.

mod accounts;
mod actions;
mod books;
mod catalogue;
mod import;
mod manual;
mod place;
mod replay;
