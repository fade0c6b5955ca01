//! Every command through the handlers that the faces use, over books on disk and a clock that is moved by hand.
//!
//! What they answer is written to `ui/src/ipc/replies`, where the window's tests and a plain browser read it.

#[cfg(test)]
mod account;
#[cfg(test)]
mod accounts;
#[cfg(test)]
mod alerts;
#[cfg(test)]
mod amortised;
#[cfg(test)]
mod applications;
#[cfg(test)]
mod arrears;
#[cfg(test)]
mod bill_lines;
#[cfg(test)]
mod classes;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod costs;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod forecast;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod money;
#[cfg(test)]
mod reasons;
#[cfg(test)]
mod reconcile;
#[cfg(test)]
mod renewals;
#[cfg(test)]
mod replies;
#[cfg(test)]
mod school;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod sorted;
#[cfg(test)]
mod start;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod vouchers;
