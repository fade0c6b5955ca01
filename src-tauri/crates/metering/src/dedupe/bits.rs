//! A row of small numbers, each of the same width.

/// A row of bits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    length: u64,
}

impl Bits {
    /// Appends the lowest `width` bits (1 … 32) of `value`.
    pub fn push(&mut self, value: u32, width: u32) {
        let value = u64::from(value) & ((1 << width) - 1);
        let used = (self.length % 64) as u32;
        if used == 0 {
            self.words.push(value);
        } else {
            if let Some(last) = self.words.last_mut() {
                *last |= value << used;
            }
            if used + width > 64 {
                self.words.push(value >> (64 - used));
            }
        }
        self.length += u64::from(width);
    }

    /// The `width` bits (1 … 32) from bit `at` on; zeros beyond the end.
    pub fn get(&self, at: u64, width: u32) -> u32 {
        let word = |index: u64| self.words.get(index as usize).copied().unwrap_or(0);
        let (index, shift) = (at / 64, (at % 64) as u32);
        let mut value = word(index) >> shift;
        if shift + width > 64 {
            value |= word(index + 1) << (64 - shift);
        }
        (value & ((1 << width) - 1)) as u32
    }

    /// Appends the lowest `width` bits (0 … 63) of `value`.
    pub fn push_long(&mut self, value: u64, width: u32) {
        let low = width.min(32);
        if low > 0 {
            self.push(value as u32, low);
        }
        if width > 32 {
            self.push((value >> 32) as u32, width - 32);
        }
    }

    /// The `width` bits (0 … 63) from bit `at` on.
    pub fn get_long(&self, at: u64, width: u32) -> u64 {
        let low = if width == 0 { 0 } else { u64::from(self.get(at, width.min(32))) };
        let high = if width <= 32 { 0 } else { u64::from(self.get(at + 32, width - 32)) };
        high << 32 | low
    }

    /// How many zeros stand from bit `at` on before a one or the end.
    pub fn zeros(&self, at: u64) -> u64 {
        let mut position = at;
        while position < self.length {
            let word = self.words.get((position / 64) as usize).copied().unwrap_or(0) >> (position % 64);
            if word != 0 {
                return position + u64::from(word.trailing_zeros()) - at;
            }
            position = (position / 64 + 1) * 64;
        }
        self.length.saturating_sub(at)
    }

    /// How many bits there are.
    pub fn len(&self) -> u64 {
        self.length
    }

    /// The bytes that hold the bits.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(self.length.div_ceil(8) as usize);
        bytes
    }

    /// The bits of `bytes`; none if there are fewer or more bytes than `length` bits need.
    pub fn from_bytes(bytes: &[u8], length: u64) -> Option<Self> {
        if length.div_ceil(8) != bytes.len() as u64 {
            return None;
        }
        let word = |chunk: &[u8]| {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            u64::from_le_bytes(word)
        };
        Some(Self { words: bytes.chunks(8).map(word).collect(), length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pushed_is_found_again() {
        for width in [1, 2, 7, 13, 31, 32] {
            let mut bits = Bits::default();
            let value = |n: u32| n.wrapping_mul(0x9E37_79B9) >> (32 - width);
            (0..200).for_each(|n| bits.push(value(n), width));
            let bits = Bits::from_bytes(&bits.to_bytes(), bits.len()).unwrap();
            for n in 0..200 {
                assert_eq!(bits.get(u64::from(n * width), width), value(n), "width {width}, number {n}");
            }
        }
    }
}
