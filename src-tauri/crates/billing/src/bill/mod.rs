//! Bills: one calendar month of lines, each made from what moved the money (rulebook 1).

pub mod amortise;
mod amounts;
mod line;
mod make;
mod month;

pub use amounts::{Amounts, Identity, LineError, PaidBy};
pub use line::{Line, LineKind, Origin};
pub use make::{GivenBack, Order, Returned};
pub use month::{BillStatus, exportable_at, final_at, month_of, status_at};
