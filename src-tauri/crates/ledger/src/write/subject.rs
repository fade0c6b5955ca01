//! What a transaction is about.

use billing::event::What;

use crate::{LedgerError, columns::stored};

/// The charge of a settlement or correction, else the package.
pub(super) fn subject(what: &What) -> Result<Option<i64>, LedgerError> {
    Ok(match what {
        What::Settled(charge) => Some(stored(charge.id.0)?),
        What::Corrected(correction) => Some(stored(correction.charge.0)?),
        What::RenewalRefunded(back) => Some(back.package.0.into()),
        What::Deducted(deduction) | What::QuotaReturned(deduction) => Some(deduction.package.0.into()),
        What::Acquired { package, .. }
        | What::Renewed { package, .. }
        | What::CycleBegan { package, .. }
        | What::CycleEnded { package, .. }
        | What::Refunded { package, .. }
        | What::AutoRenewSet { package, .. }
        | What::AtEndChosen { package, .. }
        | What::Shared { package, .. }
        | What::RenewalFailed { package, .. }
        | What::Expired { package } => Some(package.0.into()),
        What::Opened { .. }
        | What::ResourceNamed { .. }
        | What::ProjectNamed { .. }
        | What::Enabled { .. }
        | What::ProvedEnabled { .. }
        | What::Disabled { .. }
        | What::Metered(_)
        | What::Unmetered(_)
        | What::ArrearsBegan
        | What::ArrearsCleared
        | What::StageReached { .. }
        | What::OverageSet { .. }
        | What::Tagged { .. }
        | What::ClassStarted { .. }
        | What::ClassFinished { .. }
        | What::Banned { .. }
        | What::BalanceAlertSet { .. }
        | What::BalanceFellLow { .. }
        | What::BalanceRecovered { .. }
        | What::BalanceAlertSilenced(_)
        | What::ToppedUp { .. }
        | What::VoucherAdded { .. }
        | What::LevelSet { .. }
        | What::CreditLimitSet { .. }
        | What::PackageAlertSet { .. }
        | What::Noticed(_) => None,
    })
}
