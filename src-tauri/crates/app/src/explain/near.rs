//! Which paths are near to one that does not exist.

/// So many are named.
const MOST: usize = 3;

/// The nearest, by the letters that must change; of those alike, the first.
pub fn nearest(path: &str, known: &[String]) -> Vec<String> {
    let mut near: Vec<(usize, &String)> = known.iter().map(|one| (distance(path, one), one)).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().take(MOST).map(|(_, one)| one.clone()).collect()
}

/// Letters to add, to leave out or to change.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (down, left) in one.chars().enumerate() {
        let mut diagonal = row.first().copied().unwrap_or(0);
        if let Some(first) = row.first_mut() {
            *first = down + 1;
        }
        for (across, right) in other.chars().enumerate() {
            let (above, before) =
                (row.get(across + 1).copied().unwrap_or(0), row.get(across).copied().unwrap_or(0));
            let changed = diagonal + usize::from(left != right);
            diagonal = above;
            if let Some(cell) = row.get_mut(across + 1) {
                *cell = changed.min(above + 1).min(before + 1);
            }
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelt_almost_right_comes_first() {
        assert_eq!(
            [distance("balance", "balance"), distance("ballance", "balance"), distance("", "abc")],
            [0, 1, 3]
        );
        let known = ["arrears", "balance", "packages.0.remaining", "packages.1.remaining"].map(str::to_owned);
        assert_eq!(nearest("ballance", &known)[0], "balance");
        assert_eq!(nearest("packages.1.remaning", &known)[0], "packages.1.remaining");
    }
}
