//! What the money is made of, what it was for, what changed, and what could be saved (H-123): one way of counting, from
//! which every figure of costs is taken, and which comes to what bills come to.

mod cells;
mod changes;
mod composition;
mod findings;
mod group;
mod range;

pub use self::{
    cells::{Cell, Mode, View, cells},
    changes::{Change, Changes, changes},
    composition::{Composition, ModeCost, Part, composition},
    findings::{Effort, Finding, FindingKind, Findings, LookedAt, Prepare, findings},
    group::{Filter, GroupBy},
    range::{Range, Span, Step},
};
