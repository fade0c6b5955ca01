//! A repeatable sequence of numbers, so that a failure can be looked at again.

/// Numbers that follow from a seed.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Begins a sequence.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D)
    }

    /// A number below a limit of at least 1.
    pub const fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// Whether something of so many percent happens.
    pub const fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    ///
    /// # Panics
    /// Without any to choose from.
    pub const fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[(self.below(choices.len() as u64)) as usize]
    }
}
