//! What several ways to go come to.

/// The least, a middle and the most of figures that were each observed. The middle is one of them, too: of an even number the
/// lower of the two in the middle, so that nothing is told that never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread<T> {
    /// The smallest, or earliest.
    pub least: T,
    /// As many are below it as above.
    pub middle: T,
    /// The largest, or latest.
    pub most: T,
}

impl<T: Copy + Ord> Spread<T> {
    /// The spread of figures; `None` of none.
    ///
    /// ```
    /// # use foresight::Spread;
    /// assert_eq!(Spread::of([40, 10, 30, 20]), Some(Spread { least: 10, middle: 20, most: 40 }));
    /// assert_eq!(Spread::<u64>::of([]), None);
    /// ```
    pub fn of(figures: impl IntoIterator<Item = T>) -> Option<Self> {
        let mut sorted: Vec<T> = figures.into_iter().collect();
        sorted.sort_unstable();
        let middle = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
        Some(Self { least: *sorted.first()?, middle, most: *sorted.last()? })
    }
}

impl<T> Spread<T> {
    /// The same spread of other figures, where `change` keeps their order.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Spread<U> {
        Spread { least: change(self.least), middle: change(self.middle), most: change(self.most) }
    }
}
