//! What still works and what stops, stage by stage: a table of the policy, proved against what the engine refuses.

use super::Stage;
use crate::policy::{Policy, Stops};

/// Something an account can do, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ability {
    /// Calls that no package pays for.
    PayPerUse,
    /// Calls or attendance that packages pay for.
    Packages,
    /// Classes that run already (T-25).
    RunningClasses,
    /// Classes that begin.
    NewClasses,
    /// Files that were recorded (T-28).
    Recordings,
    /// Enabling a service.
    Enabling,
    /// Buying packages, and renewing them, by hand or automatically.
    Buying,
    /// Topping up.
    ToppingUp,
    /// Disabling a service.
    Disabling,
    /// Giving packages back.
    GivingBack,
}

impl Ability {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PayPerUse => "pay_per_use",
            Self::Packages => "packages",
            Self::RunningClasses => "running_classes",
            Self::NewClasses => "new_classes",
            Self::Recordings => "recordings",
            Self::Enabling => "enabling",
            Self::Buying => "buying",
            Self::ToppingUp => "topping_up",
            Self::Disabling => "disabling",
            Self::GivingBack => "giving_back",
        }
    }
}

impl Policy {
    /// What an account can do under this policy, and whether it still can in a stage of arrears.
    #[must_use]
    pub fn abilities(&self, stage: Stage) -> Vec<(Ability, bool)> {
        let owes = stage != Stage::Normal;
        let stopped = stage >= Stage::Frozen;
        let enabling = !(stopped || owes && self.arrears.enabling_needs_arrears_paid);
        let mut abilities = match self.arrears.stops {
            Stops::PayPerUse => vec![(Ability::PayPerUse, !stopped), (Ability::Packages, true)],
            Stops::Everything => vec![
                (Ability::RunningClasses, !stopped),
                (Ability::Packages, !stopped),
                (Ability::Recordings, !stopped),
                (Ability::NewClasses, !owes),
            ],
        };
        abilities.extend([
            (Ability::Enabling, enabling),
            (Ability::Buying, !owes),
            (Ability::ToppingUp, true),
            (Ability::Disabling, stage != Stage::Released),
        ]);
        if self.package.refund.is_some() {
            abilities.push((Ability::GivingBack, stage != Stage::Released));
        }
        abilities
    }
}
