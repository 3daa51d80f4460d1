//! What halves of bytes tell about marks, as tables for vectors: four lookups by the halves of a mark's first byte and of
//! the third, joined by `and`, leave a bit of the class that the two belong to, or nothing.

/// Any half of a byte.
const ANY: u16 = 0xffff;

/// For each class the upper and lower half of the first byte and those of the third, a bit for each value: the same
/// marks that [`super::portable::is_mark`] tells by comparing.
const CLASSES: [[u16; 4]; 8] = [
    [1 | 1 << 2, 1 << 1 | 1 << 8 | 1 << 0xa, ANY, ANY],    // line ends ! (
    [1 << 3, 0xfc00, ANY, ANY],                            // : ; ?
    [0x00f0, ANY, ANY, ANY],                               // letters
    [1 << 0xe, 1 << 6, 1 << 9 | 1 << 0xa, 1 << 0xf],       // 是星
    [1 << 0xe, 1 << 2 | 1 << 3, 1 << 8, 1 << 2],           // 。
    [1 << 0xe, 1 << 2 | 1 << 3, 1 << 0xa | 1 << 0xb, ANY], // ①❶
    [1 << 0xe, 1 << 0xf, 1 << 8, ANY ^ 1 << 0xc],          // ！（
    [1 << 0xe, 1 << 0xf, 1 << 9 | 1 << 0xa | 1 << 0xb, ANY], // ：；？
];

/// A byte of classes for each value of half a byte.
pub(super) type Table = [u8; 16];

/// The upper and lower half of the first byte, the upper and lower half of the third.
pub(super) const TABLES: [Table; 4] = {
    let mut tables = [[0; 16]; 4];
    let mut class = 0;
    while class < CLASSES.len() {
        let mut table = 0;
        while table < tables.len() {
            let mut half = 0;
            while half < 16 {
                tables[table][half] |= ((CLASSES[class][table] >> half & 1) as u8) << class;
                half += 1;
            }
            table += 1;
        }
        class += 1;
    }
    tables
};

#[cfg(test)]
mod tests {
    use super::TABLES;
    use crate::simd::portable::is_mark;

    #[test]
    fn tables_tell_the_same_as_comparing() {
        let classes = |byte: u8, tables: [super::Table; 2]| {
            tables[0][usize::from(byte >> 4)] & tables[1][usize::from(byte & 0xf)]
        };
        let [first_upper, first_lower, third_upper, third_lower] = TABLES;
        for first in (0..0x80).chain(0xe0..0xf0) {
            // Behind the first byte of three stand no others.
            let third = if first < 0x80 { 0..=0xff } else { 0x80..=0xbf };
            for third in third {
                let told = classes(first, [first_upper, first_lower]) & classes(third, [third_upper, third_lower]) != 0;
                assert_eq!(told, is_mark(first, third), "{first:02x} {third:02x}");
            }
        }
    }
}
