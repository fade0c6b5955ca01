//! What crosses to the faces: requests and views. They convert from the domain, and are never the domain.

pub mod account;
pub mod alerts;
pub mod amortised;
pub mod applications;
pub mod arrears;
pub mod balance;
pub mod bill_by;
pub mod bill_lines;
pub mod bills;
pub mod common;
pub mod compare;
pub mod costs;
pub mod explain;
pub mod forecast;
pub mod import;
pub mod journal;
pub mod leaving;
pub mod money_actions;
pub mod packages;
pub mod renewals;
pub mod sharing;
pub mod start;
pub mod tags;
pub mod today;
pub mod usage;
pub mod vouchers;
