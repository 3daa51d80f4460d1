//! Steps over what no rule looks at: most of a Chinese text is characters of three bytes that are neither mark nor blank.

/// Bytes that begin such characters: U+4000 to U+EFFF, the Chinese characters in daily use among them.
pub(crate) const FIRST: u8 = 0xe4;
pub(crate) const LAST: u8 = 0xee;

/// Whether `byte` begins an ordinary character: three bytes, no mark, no blank, no digit, no letter.
#[inline]
pub(crate) fn begins(byte: u8) -> bool {
    (FIRST..=LAST).contains(&byte)
}

/// The offset of the first character of `bytes[at..to]` that is no ordinary one, or `to`. Both are character boundaries.
#[inline]
pub(crate) fn skip(bytes: &[u8], at: usize, to: usize) -> usize {
    match bytes[at..to].first() {
        Some(&first) if begins(first) => skip_run(bytes, at + 3, to),
        _ => at,
    }
}

fn skip_run(bytes: &[u8], at: usize, to: usize) -> usize {
    // Three characters at once: the lanes are their first bytes.
    const LANES: u64 = 1 | 1 << 24 | 1 << 48;
    const STEP: usize = 9;
    let bytes = &bytes[..to];
    let mut at = at;
    while let Some(nine) = bytes.get(at..).and_then(<[u8]>::first_chunk::<STEP>) {
        let [eight @ .., _] = *nine;
        let word = u64::from_le_bytes(eight);
        let low = word & (LANES * 0x7f);
        // The highest bit of a lane is set from FIRST on, and behind LAST.
        let from_first = low + LANES * (0x100 - FIRST as u64);
        let behind_last = low + LANES * (0xff - LAST as u64);
        let other = !(word & from_first & !behind_last) & (LANES * 0x80);
        if other != 0 {
            return at + other.trailing_zeros() as usize / 8;
        }
        at += STEP;
    }
    while at < to && begins(bytes[at]) {
        at += 3;
    }
    at
}

/// Length of the character that begins with `first`.
#[inline]
pub(crate) const fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// The number of the character at the byte `at`.
pub(crate) const fn char_at(bytes: &[u8], at: usize) -> u32 {
    let width = width(bytes[at]);
    if width == 1 {
        return bytes[at] as u32;
    }
    let mut code = bytes[at] as u32 & (0x7f >> width);
    let mut next = 1;
    while next < width {
        code = code << 6 | (bytes[at + next] as u32 & 0x3f);
        next += 1;
    }
    code
}

/// The width of the character that `bytes` begin with if its first bytes tell that it is no blank and no line end:
/// ordinary characters, ASCII, Chinese marks. `None` leaves that open.
#[inline]
pub(crate) fn visible_width(bytes: &[u8]) -> Option<usize> {
    match *bytes {
        [0x21..=0x7e, ..] => Some(1),
        [FIRST..=LAST, ..] | [0xe3, 0x80, 0x81..=0xbf, ..] | [0xef, 0xbc | 0xbd, ..] => Some(3), // 、（
        [0xe2, 0x80, 0x90..=0xa7, ..] => Some(3),                                                // —“
        _ => None,
    }
}

/// Whether the last bytes tell that `bytes` end with no blank and no line end: as [`visible_width`] does from the front.
#[inline]
pub(crate) fn ends_visibly(bytes: &[u8]) -> bool {
    ends(bytes) || matches!(*bytes, [.., 0x21..=0x7e] | [.., 0xe3, 0x80, 0x81..=0xbf] | [.., 0xef, 0xbc | 0xbd, _])
}

/// Whether `bytes` end with an ordinary character.
#[inline]
pub(crate) fn ends(bytes: &[u8]) -> bool {
    matches!(*bytes, [.., FIRST..=LAST, _, _])
}

/// How the words of a list begin, as a filter that may let others through.
#[derive(Debug)]
pub(crate) struct Beginnings([u64; 16]);

impl Beginnings {
    /// The first `characters` of each word, as far as they are ordinary ones.
    pub const fn of(words: &[&str], characters: usize) -> Self {
        let mut bits = [0; 16];
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            if bytes.len() >= 3 * characters && bytes[0] >= FIRST {
                let bit = Self::bit(bytes, characters);
                bits[bit / 64] |= 1 << (bit % 64);
            }
            at += 1;
        }
        Self(bits)
    }

    #[inline]
    const fn bit(bytes: &[u8], characters: usize) -> usize {
        let mut head = 0;
        let mut at = 0;
        while at < 3 * characters {
            head = head << 8 | bytes[at] as u64;
            at += 1;
        }
        (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
    }

    /// Whether one may begin like `bytes`, which begin with as many ordinary characters.
    #[inline]
    pub fn hold(&self, bytes: &[u8], characters: usize) -> bool {
        let bit = Self::bit(bytes, characters);
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::{begins, skip};

    #[test]
    fn stops_at_every_other_character() {
        for other in ["，", "a", "é", "“", "《", "𠮷", "\u{3fff}", "\u{f000}", "\u{3000}", "\n"] {
            for before in 0..12 {
                for behind in 0..12 {
                    let text = format!("{}{other}{}", "法".repeat(before), "\u{efff}".repeat(behind));
                    assert_eq!(skip(text.as_bytes(), 0, text.len()), 3 * before, "{text}");
                    let rest = 3 * before + other.len();
                    assert_eq!(skip(text.as_bytes(), rest, text.len()), text.len(), "{text}");
                }
            }
        }
        assert!("\u{4000}一龥\u{efff}".chars().all(|ch| begins(ch.to_string().as_bytes()[0])));
    }
}
