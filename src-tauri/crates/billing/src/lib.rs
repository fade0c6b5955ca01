//! The billing rules: what an account owes, what is left, and why.
//!
//! Everything here is a pure function of an [`Account`], a [`Command`] or usage, and an instant. This crate knows
//! nothing of clocks, files, databases, languages or windows; time and ids come in as arguments.
//!
//! * [`Account`] is the small state that deciding needs; it never contains history.
//! * [`decide`] answers a command with a [`Decision`] – the events and the account after them – or a [`Refusal`].
//!   A preview is that decision shown; a commit is that decision written down.
//! * [`Account::advance`] runs what falls due, in time order (see [`engine::due`]).
//! * [`journal::transaction`] turns an event into a balanced double-entry transaction.
//! * Every amount comes with its [`Derivation`].
//!
//! ```
//! # use billing::{*, command::Command, zone::parse_instant};
//! # let terms = std::sync::Arc::new(Terms::example());
//! let opened_at = parse_instant("2023-04-18T08:00:00+08:00")?;
//! let (account, _events) = Account::open(terms, opened_at, Money::parse("10.00")?)?;
//! let enable = Command::Enable { resource: ResourceKey::new("passport-ocr", "ap-southeast-1"), since: None };
//! let account = decide(&account, &enable, opened_at)?.account;
//! let call = Usage::calls("passport-ocr", "ap-southeast-1", opened_at, 50);
//! let account = decide(&account, &Command::Use(call), opened_at)?.account;
//! assert_eq!(account.position()?.accrued.to_string(), "1.00");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod account;
pub mod alert;
pub mod bill;
pub mod command;
pub mod compare;
pub mod derive;
pub mod engine;
pub mod event;
pub mod explain;
pub mod journal;
pub mod level;
pub mod lifecycle;
pub mod money;
pub mod package;
pub mod policy;
pub mod price;
mod project;
pub mod rating;
pub mod reconcile;
pub mod refund;
pub mod refusal;
pub mod resource;
pub mod resources;
pub mod setting;
pub mod settlement;
pub mod shares;
pub mod standard_date;
pub mod terms;
pub mod top_up;
pub mod usage;
pub mod voucher;
pub mod zone;

pub use account::{Account, PackageId, Position, ProjectId, ResourceId};
pub use command::Command;
pub use derive::{Derivation, Derived, Value};
pub use engine::{Decision, decide};
pub use event::Event;
pub use money::{ChargeAmount, Money, UnitPrice};
pub use package::{Cycle, Package};
pub use policy::Policy;
pub use project::ProjectName;
pub use refusal::Refusal;
pub use resource::{Resource, ResourceKey, SwitchedOn};
pub use resources::Resources;
pub use setting::Setting;
pub use settlement::{Charge, ChargeId, Debt, OpenCharge, OpenKey, open::OpenCharges};
pub use terms::{Offer, Terms};
pub use usage::Usage;
pub use voucher::{Voucher, VoucherId};
pub use zone::Instant;
