//! Many rows for one statement: JSON arrays that `jsonb_each` takes apart again, without turning parts into text.
//!
//! One statement a row would cost more in hand-over to SQLite's thread than in SQLite.

use std::fmt::Write;

/// So many rows go to one statement; bounds the memory of a long import.
const ROWS_PER_CHUNK: usize = 10_000;

/// One column of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell<'a> {
    Int(i64),
    Text(&'a str),
    Null,
}

impl From<i64> for Cell<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u32> for Cell<'_> {
    fn from(value: u32) -> Self {
        Self::Int(value.into())
    }
}

impl From<bool> for Cell<'_> {
    fn from(value: bool) -> Self {
        Self::Int(value.into())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Rows, as one JSON array of arrays per statement.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    chunks: Vec<String>,
    in_last: usize,
}

impl Rows {
    /// Adds a row.
    pub fn push<const N: usize>(&mut self, cells: [Cell<'_>; N]) {
        if self.in_last == ROWS_PER_CHUNK || self.chunks.is_empty() {
            self.chunks.push(String::new());
            self.in_last = 0;
        }
        self.in_last += 1;
        let Some(chunk) = self.chunks.last_mut() else { return };
        chunk.push_str(if chunk.is_empty() { "[[" } else { ",[" });
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                chunk.push(',');
            }
            push_cell(chunk, cell);
        }
        chunk.push(']');
    }

    /// The arrays, one per statement; none without rows.
    pub fn into_chunks(mut self) -> Vec<String> {
        for chunk in &mut self.chunks {
            chunk.push(']');
        }
        self.chunks
    }
}

/// Hands rows to a statement that takes them apart with `jsonb_each` of its last parameter: `store!(conn, rows, sql,
/// parameters before…)`. The compiler checks the statement like every other.
macro_rules! store {
    ($conn:expr, $rows:expr, $sql:literal $(, $parameter:expr)*) => {
        for chunk in $rows.into_chunks() {
            sqlx::query!($sql, $($parameter,)* chunk).execute(&mut *$conn).await?;
        }
    };
}
pub(crate) use store;

/// A JSON array of texts.
pub(crate) fn texts<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let mut array = String::from("[");
    for value in values {
        if array.len() > 1 {
            array.push(',');
        }
        push_cell(&mut array, Cell::Text(value));
    }
    array.push(']');
    array
}

fn push_cell(chunk: &mut String, cell: Cell<'_>) {
    // Writing to a string cannot fail.
    match cell {
        Cell::Int(value) => drop(write!(chunk, "{value}")),
        Cell::Null => chunk.push_str("null"),
        Cell::Text(value) => {
            chunk.push('"');
            for character in value.chars() {
                match character {
                    '"' => chunk.push_str("\\\""),
                    '\\' => chunk.push_str("\\\\"),
                    control if control < ' ' => drop(write!(chunk, "\\u{:04x}", u32::from(control))),
                    other => chunk.push(other),
                }
            }
            chunk.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_json_that_keeps_every_character() {
        let mut rows = Rows::default();
        rows.push([Cell::from(-1_i64), Cell::from("a \"b\"\\\n证"), Cell::Null]);
        rows.push([Cell::from(2_i64), Cell::from(""), Cell::from(true)]);
        assert_eq!(rows.into_chunks(), ["[[-1,\"a \\\"b\\\"\\\\\\u000a证\",null],[2,\"\",1]]"]);
        assert!(Rows::default().into_chunks().is_empty(), "no rows, no statement");
    }

    #[test]
    fn a_long_list_is_cut_into_statements() {
        let mut rows = Rows::default();
        (0..25_000_i64).for_each(|number| rows.push([Cell::from(number)]));
        let chunks = rows.into_chunks();
        assert_eq!(chunks.len(), 3);
        assert!(chunks[2].starts_with("[[20000],") && chunks[2].ends_with("[24999]]"));
    }
}
