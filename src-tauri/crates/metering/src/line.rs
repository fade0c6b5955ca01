//! One row on its way from the parser to the count.

/// What becomes of a row, packed into 32 bits: a key and whether the call was billable – of attendance, whether it is one
/// stretch –, or one of four verdicts that count nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class(u32);

/// The row's `at` when it has none, because it was rejected.
pub const NO_TIME: i64 = i64::MIN;

impl Class {
    /// No rule matches.
    pub const UNMATCHED: Self = Self(u32::MAX);
    /// A rule says to ignore it.
    pub const IGNORED: Self = Self(u32::MAX - 1);
    /// It could not be read.
    pub const REJECTED: Self = Self(u32::MAX - 2);
    /// It lies in the future: rejected, and not remembered, since it may come again when its time
    /// has come.
    pub const FUTURE: Self = Self(u32::MAX - 3);

    /// A call of a key.
    pub fn call(key: u32, billable: bool) -> Self {
        Self(key << 1 | u32::from(!billable))
    }

    /// Attendance of a key; whether it is one person's stretch that ends at the row's instant, so that it can be split.
    pub fn attendance(key: u32, is_stretch: bool) -> Self {
        Self::call(key, is_stretch)
    }

    /// The key and whether the call was billable, or the attendance a stretch; none for the four verdicts.
    pub fn as_call(self) -> Option<(u32, bool)> {
        (self.0 < Self::FUTURE.0).then_some((self.0 >> 1, self.0 & 1 == 0))
    }
}

/// One row on its way from the parser to the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Hash of the row as written.
    pub hash: u64,
    /// Unix seconds, or [`NO_TIME`].
    pub at: i64,
    /// What becomes of it.
    pub class: Class,
    /// Calls or seconds it stands for.
    pub count: u32,
}
