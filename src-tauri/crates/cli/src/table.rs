//! Tables of text: columns as wide as their widest cell, numbers flush right.

use std::fmt;

/// On which side a column's cells are flush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Names and instants.
    Left,
    /// Numbers.
    Right,
}

/// A table in the making.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<String>>,
    total: Option<Vec<String>>,
}

impl Table {
    /// A table of these columns, without rows.
    pub fn new<const N: usize>(columns: [(&str, Align); N]) -> Self {
        let columns = columns.map(|(title, align)| (title.to_owned(), align)).into();
        Self { columns, rows: Vec::new(), total: None }
    }

    /// Adds a row; it has a cell for each column.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Sets the last row, under a line.
    pub fn total<const N: usize>(&mut self, cells: [String; N]) {
        self.total = Some(cells.into());
    }

    /// Leaves out a column in which every cell is `cell`: it would say nothing.
    #[must_use]
    pub fn without_column_of(mut self, title: &str, cell: &str) -> Self {
        let Some(index) = self.columns.iter().position(|(name, _)| name == title) else { return self };
        if self.rows.iter().any(|row| row.get(index).is_some_and(|found| found != cell)) {
            return self;
        }
        self.columns.remove(index);
        for row in self.rows.iter_mut().chain(&mut self.total) {
            row.remove(index);
        }
        self
    }

    fn widths(&self) -> Vec<usize> {
        let titles = self.columns.iter().map(|(title, _)| title.chars().count());
        let mut widths: Vec<_> = titles.collect();
        for row in self.rows.iter().chain(&self.total) {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        widths
    }

    fn line<'a>(&self, widths: &[usize], cells: impl Iterator<Item = &'a str>) -> String {
        let mut line = String::new();
        for (((_, align), width), cell) in self.columns.iter().zip(widths).zip(cells) {
            if !line.is_empty() {
                line.push_str("  ");
            }
            line.push_str(&match align {
                Align::Left => format!("{cell:<width$}"),
                Align::Right => format!("{cell:>width$}"),
            });
        }
        line.truncate(line.trim_end().len());
        line
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        writeln!(f, "{}", self.line(&widths, self.columns.iter().map(|(title, _)| title.as_str())))?;
        for row in &self.rows {
            writeln!(f, "{}", self.line(&widths, row.iter().map(String::as_str)))?;
        }
        if let Some(total) = &self.total {
            let rules: Vec<_> = widths.iter().map(|width| "─".repeat(*width)).collect();
            writeln!(f, "{}", self.line(&widths, rules.iter().map(String::as_str)))?;
            writeln!(f, "{}", self.line(&widths, total.iter().map(String::as_str)))?;
        }
        Ok(())
    }
}

/// Names and their figures, one to a line, flush on both sides.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    lines: Vec<(String, String)>,
}

impl Figures {
    /// Adds a line.
    #[must_use]
    pub fn with(mut self, name: &str, figure: impl ToString) -> Self {
        self.lines.push((name.to_owned(), figure.to_string()));
        self
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let longest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0);
        let names = longest(&mut self.lines.iter().map(|(name, _)| name.chars().count()));
        let figures = longest(&mut self.lines.iter().map(|(_, figure)| figure.chars().count()));
        for (name, figure) in &self.lines {
            writeln!(f, "{name:<names$}  {figure:>figures$}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let mut table =
            Table::new([("service", Align::Left), ("project", Align::Left), ("calls", Align::Right)]);
        table.row(["passport-ocr".into(), String::new(), "1,234".into()]);
        table.row(["a".into(), String::new(), "5".into()]);
        table.total(["total".into(), String::new(), "1,239".into()]);
        table
    }

    #[test]
    fn numbers_are_flush_right_and_no_line_ends_in_spaces() {
        let text = sample().without_column_of("project", "").to_string();
        assert_eq!(
            text,
            "service       calls\npassport-ocr  1,234\na                 5\n────────────  ─────\ntotal         1,239\n"
        );
    }

    #[test]
    fn a_column_that_says_something_stays() {
        let mut table = sample();
        table.row(["b".into(), "p-7".into(), "1".into()]);
        assert!(table.without_column_of("project", "").to_string().contains("p-7"));
    }

    #[test]
    fn figures_stand_under_each_other() {
        let figures = Figures::default().with("balance", "12.00").with("owed", "0.00");
        assert_eq!(figures.to_string(), "balance  12.00\nowed      0.00\n");
    }
}
