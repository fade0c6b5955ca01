//! The built program, run as a person or a script runs it.

#![expect(clippy::unwrap_used, reason = "a test that cannot prepare its place has failed")]

mod accounts;
mod actions;
mod alerts;
mod applications;
mod bills;
mod books;
mod catalogue;
mod compare;
mod costs;
mod explain;
mod import;
mod manual;
mod place;
mod reconcile;
mod renewals;
mod replay;
mod status;
mod steps;
mod vouchers;
