//! In which order the files of a folder are read.

use std::cmp::Reverse;

/// Where a file comes among others: by name, but the files of one rotated log oldest first –
/// `access.log-20250101.gz`, `access.log-20250102`, `access.log.2.gz`, `access.log.1`, `access.log`.
pub fn place(name: &str) -> impl Ord + use<> {
    let plain = [".gz", ".zst", ".zstd"].iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
    let numbered = |separator| {
        let (base, number) = plain.rsplit_once(separator)?;
        let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        Some((base, number.parse::<u64>().ok().filter(|_| digits && !base.is_empty())?))
    };
    let (base, age) = match (numbered('-').filter(|(_, date)| *date >= 19_700_101), numbered('.')) {
        (Some((base, date)), _) => (base, (0, date, Reverse(0))),
        (None, Some((base, number))) if number < 19_700_101 => (base, (1, 0, Reverse(number))),
        (None, Some((base, date))) => (base, (0, date, Reverse(0))),
        (None, None) => (plain, (2, 0, Reverse(0))),
    };
    (base.to_owned(), age, name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rotated_logs_come_oldest_first() {
        let oldest_first = [
            "a.log.2",
            "a.log.1",
            "a.log",
            "access.log-20250101.gz",
            "access.log-20250102",
            "access.log.10.gz",
            "access.log.2.gz",
            "access.log.1",
            "access.log",
            "b.csv",
        ];
        let mut names = oldest_first;
        names.reverse();
        names.sort_by_cached_key(|name| place(name));
        assert_eq!(names, oldest_first);
    }
}
