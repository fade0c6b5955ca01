//! Between the books' columns and billing's types.

use billing::{Instant, zone::Month};
use chrono::DateTime;

use crate::LedgerError;

/// Names a stored row, for the error when one of its columns is not what it can be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowOf {
    pub table: &'static str,
    pub id: i64,
}

impl RowOf {
    pub fn corrupt(self, column: &'static str) -> LedgerError {
        LedgerError::Corrupt { table: self.table, id: self.id, column }
    }

    pub fn instant(self, column: &'static str, seconds: i64) -> Result<Instant, LedgerError> {
        DateTime::from_timestamp(seconds, 0).ok_or_else(|| self.corrupt(column))
    }

    pub fn optional_instant(
        self,
        column: &'static str,
        seconds: Option<i64>,
    ) -> Result<Option<Instant>, LedgerError> {
        seconds.map(|seconds| self.instant(column, seconds)).transpose()
    }

    /// A count of calls, rows or lines.
    pub fn count(self, column: &'static str, value: i64) -> Result<u64, LedgerError> {
        u64::try_from(value).map_err(|_| self.corrupt(column))
    }

    /// A number of a resource, a project, a package or a cycle.
    pub fn number(self, column: &'static str, value: i64) -> Result<u32, LedgerError> {
        u32::try_from(value).map_err(|_| self.corrupt(column))
    }

    /// A month as the books keep it, 202304.
    pub fn month(self, column: &'static str, value: i64) -> Result<Month, LedgerError> {
        let year = i32::try_from(value.div_euclid(100)).map_err(|_| self.corrupt(column))?;
        let month = self.number(column, value.rem_euclid(100))?;
        if (1..=12).contains(&month) { Ok(Month { year, month }) } else { Err(self.corrupt(column)) }
    }
}

/// A month as the books keep it, 202304.
pub(crate) fn month_number(month: Month) -> i64 {
    i64::from(month.year) * 100 + i64::from(month.month)
}

/// A count as the books keep it.
pub(crate) fn stored(count: u64) -> Result<i64, LedgerError> {
    i64::try_from(count).map_err(|_| LedgerError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_survives_its_number() {
        let row = RowOf { table: "charges", id: 0 };
        for month in [Month { year: 2023, month: 1 }, Month { year: 1999, month: 12 }] {
            assert_eq!(row.month("bill", month_number(month)).unwrap(), month);
        }
        assert!(row.month("bill", 202_313).is_err(), "there is no thirteenth month");
        assert!(row.month("bill", 202_300).is_err());
    }
}
