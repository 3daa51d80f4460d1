//! What two neighbouring bytes tell about UTF-8, as tables for the lookup algorithm of Keiser and Lemire ("Validating
//! UTF-8 in less than one instruction per byte"): three lookups by parts of the two bytes, joined by `and`, leave a bit
//! for each fault the pair has.

/// Both bytes continue a character. No fault where a lead two or three bytes before asks for it, and one where not.
pub(super) const BOTH_CONTINUE: u8 = 0x80;

/// The first byte's range, the second's, and the bit of the fault. A bit stands for several faults where the ranges of
/// the parts still give no pair but theirs.
const FAULTS: [(u8, u8, u8, u8, u8); 10] = [
    (0x80, 0xbf, 0x80, 0xbf, BOTH_CONTINUE),
    // A lead without the byte it asks for, or a continuation without a lead.
    (0xc0, 0xff, 0x00, 0x7f, 0x01),
    (0xc0, 0xff, 0xc0, 0xff, 0x01),
    (0x00, 0x7f, 0x80, 0xbf, 0x02),
    // Written with more bytes than needed.
    (0xc0, 0xc1, 0x80, 0xbf, 0x04),
    (0xe0, 0xe0, 0x80, 0x9f, 0x08),
    (0xf0, 0xf0, 0x80, 0x8f, 0x10),
    // Surrogates.
    (0xed, 0xed, 0xa0, 0xbf, 0x20),
    // Beyond U+10FFFF.
    (0xf4, 0xff, 0x90, 0xbf, 0x40),
    (0xf5, 0xff, 0x80, 0x8f, 0x10),
];

/// The three tables, for parts of `BITS` bits.
pub(super) struct Tables<const SIZE: usize> {
    /// By the upper part of the first byte.
    pub first_upper: [u8; SIZE],
    /// By the lower part of the first byte.
    pub first_lower: [u8; SIZE],
    /// By the upper part of the second byte.
    pub second_upper: [u8; SIZE],
}

impl<const SIZE: usize> Tables<SIZE> {
    /// The tables for parts that take `SIZE` values.
    pub const fn new() -> Self {
        let shift = 8 - SIZE.trailing_zeros();
        let mut tables = Self { first_upper: [0; SIZE], first_lower: [0; SIZE], second_upper: [0; SIZE] };
        let mut row = 0;
        while row < FAULTS.len() {
            let (from, to, next_from, next_to, bit) = FAULTS[row];
            let mut byte = 0;
            while byte < 256 {
                if from as usize <= byte && byte <= to as usize {
                    tables.first_upper[byte >> shift] |= bit;
                    tables.first_lower[byte % SIZE] |= bit;
                }
                if next_from as usize <= byte && byte <= next_to as usize {
                    tables.second_upper[byte >> shift] |= bit;
                }
                byte += 1;
            }
            row += 1;
        }
        tables
    }
}

#[cfg(test)]
mod tests {
    use super::{FAULTS, Tables};

    /// The ranges of the parts must give no pair that the ranges of the bytes do not.
    #[test]
    fn parts_tell_the_same_as_bytes() {
        let (narrow, wide) = (Tables::<16>::new(), Tables::<64>::new());
        for (first, second) in (0..=u16::MAX).map(|pair| pair.to_be_bytes().into()) {
            let mut faults = 0;
            for (from, to, next_from, next_to, bit) in FAULTS {
                if (from..=to).contains(&first) && (next_from..=next_to).contains(&second) {
                    faults |= bit;
                }
            }
            let [upper, lower, next] = [first >> 4, first % 16, second >> 4].map(usize::from);
            assert_eq!(narrow.first_upper[upper] & narrow.first_lower[lower] & narrow.second_upper[next], faults);
            let [upper, lower, next] = [first >> 2, first % 64, second >> 2].map(usize::from);
            assert_eq!(wide.first_upper[upper] & wide.first_lower[lower] & wide.second_upper[next], faults);
        }
    }
}
