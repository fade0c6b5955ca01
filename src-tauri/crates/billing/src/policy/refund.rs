//! When packages can be given back and what of their price comes back, as data (H-130 to H-137, T-40 to T-44).

/// The rules of a product whose packages can be given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundPolicy {
    /// The first days, in which everything comes back; absent where there are none.
    pub window: Option<RefundWindow>,
    /// What comes back of a package outside the window; absent where nothing does.
    pub formula: Option<RefundFormula>,
    /// A package or a renewal that has not begun comes back whole, vouchers included (H-134, H-136).
    pub unstarted_in_full: bool,
    /// Which money consumption eats first.
    pub eats: Eats,
}

/// The first days of a package (T-40 to T-42, H-135).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundWindow {
    /// How many.
    pub days: i64,
    /// How they are counted.
    pub counted: WindowDays,
    /// Only packages of which nothing was used (T-40).
    pub only_unused: bool,
    /// How many packages an account may give back this way …
    pub most: u32,
    /// … and in which time.
    pub per: Allowance,
    /// Vouchers that paid come back, too (H-135).
    pub returns_vouchers: bool,
}

/// How the days of a window are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowDays {
    /// Calendar days after the day of the purchase; the last one counts whole (T-41).
    Calendar,
    /// Times 24 hours from the first second; the last second is outside (H-135).
    Hours,
}

/// In which time the packages that came back whole are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// Ever (T-42).
    Account,
    /// In a calendar year of the provider (H-135).
    Year,
}

/// Paid less consumed less handling fee, never below zero (H-132, T-44).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundFormula {
    /// How what was consumed is priced.
    pub consumed: Consumed,
    /// Handling fees by term and time used; none where no fee is taken.
    pub fees: Vec<FeeRow>,
}

/// How what was consumed is priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consumed {
    /// Whole hours used of the whole hours ordered, of what was paid (H-132).
    Hours,
    /// Full months at the price and discount of so many months, the rest at the pay-per-use price (T-44, 1).
    Months,
    /// Days used at the price of a day, or of all days of the order; a started day counts (T-44, 2).
    Days,
    /// The quantity used at the price of its tier (T-44, 3).
    Quantity,
}

/// The handling fees of terms from a length on (H-133).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeRow {
    /// Terms of at least so many months, up to the next row.
    pub from_months: u32,
    /// Percent of what was paid when up to one year was used, up to two …; the last goes on.
    pub percents: Vec<u32>,
}

/// Which money consumption eats first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eats {
    /// Every part that paid by its share: each gets back its own (T-43).
    EachByShare,
    /// Gifts, then cash.
    GiftsFirst,
}

impl RefundPolicy {
    /// Unused packages come back whole up to so many calendar days after the purchase, so many of an account ever
    /// (T-40 to T-42).
    #[must_use]
    pub const fn unused_within(days: i64, most: u32) -> Self {
        let window = RefundWindow {
            days,
            counted: WindowDays::Calendar,
            only_unused: true,
            most,
            per: Allowance::Account,
            returns_vouchers: false,
        };
        Self { window: Some(window), formula: None, unstarted_in_full: false, eats: Eats::EachByShare }
    }
}
