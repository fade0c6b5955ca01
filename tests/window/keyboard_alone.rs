//! What people come for, by keys alone: no pointer can be used here, the focus is seen after every key, and at the end the
//! command line finds the same in the books.

mod account_to_records;
mod arrears;
mod packages;
mod school;
