//! Which vouchers pay first, as data (H-47, H-48, T-37 to T-39).

/// The orders of use of a provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoucherPolicy {
    /// For pay-per-use.
    pub usage: VoucherOrder,
    /// For purchases and renewals.
    pub prepaid: VoucherOrder,
}

/// In which order vouchers pay one payment, and how many of them. What never says more is in the order it was added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoucherOrder {
    /// What comes first, by the first of these that tells two vouchers apart.
    pub first: Vec<VoucherKey>,
    /// How many pay one payment; every usable one without it.
    pub most: Option<usize>,
}

/// What puts a voucher before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoucherKey {
    /// One that pays only for some (H-47).
    Restricted,
    /// The earlier end (H-47, T-39).
    EarliestEnd,
    /// More that it can pay of this payment (T-39).
    LargestDeductible,
    /// Less that is left on it (T-39).
    SmallestLeft,
    /// More that is left on it (H-48).
    LargestLeft,
}
