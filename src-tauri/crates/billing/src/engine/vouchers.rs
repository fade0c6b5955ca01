//! Vouchers are added.

use crate::{
    Account, Event, Money, Refusal,
    event::What,
    top_up,
    voucher::{VoucherId, VoucherTerms},
};

impl Account {
    /// Adds a voucher. It pays from now on what falls into its validity, never a debt (T-39).
    pub(super) fn add_voucher(
        &mut self,
        terms: &VoucherTerms,
        events: &mut Vec<Event>,
    ) -> Result<(), Refusal> {
        let (lowest, highest) = top_up::LIMITS;
        let least = terms.most_per_payment.unwrap_or(lowest).min(terms.amount);
        if least < lowest || highest < terms.amount || terms.minimum < Money::ZERO {
            return Err(Refusal::InvalidAmount { lowest, highest });
        }
        if terms.valid_to < terms.valid_from || terms.code.trim().is_empty() || terms.pays.is_empty() {
            return Err(Refusal::InvalidVoucher);
        }
        if self.vouchers.iter().any(|known| known.terms.code == terms.code) {
            return Err(Refusal::VoucherKnown);
        }
        let voucher = VoucherId(u32::try_from(self.vouchers.len()).map_err(|_| Refusal::TooLarge)?);
        self.record(What::VoucherAdded { voucher, terms: terms.clone() }, events)
    }
}
