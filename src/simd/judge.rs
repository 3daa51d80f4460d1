//! Holds every way to scan against the standard library and a plain walk over the characters, for tests and fuzzing.

use super::{CLASSES, FULL, OUTLINE, Pattern, Positions, Way};

/// What the scan must find, one character after the other.
fn plain(text: &str) -> Vec<Vec<u32>> {
    let mut lists = vec![Vec::new(); FULL];
    let mut previous = ' ';
    for (at, ch) in text.char_indices() {
        for (pattern, list) in CLASSES.iter().zip(&mut lists) {
            if match pattern {
                Pattern::Character(character) => character.starts_with(ch),
                Pattern::FirstDigit => ch.is_ascii_digit() && !previous.is_ascii_digit(),
            } {
                list.push(at as u32);
            }
        }
        previous = ch;
    }
    lists
}

/// Holds every way against the plain walk. The buffers go from case to case, as they do in the library.
#[derive(Default)]
pub struct Judge {
    positions: Positions,
    /// How many cases there were.
    pub cases: usize,
}

impl Judge {
    /// Fails if a way does not find what it must in `bytes`.
    pub fn check(&mut self, bytes: &[u8]) {
        self.cases += 1;
        let expected = std::str::from_utf8(bytes);
        let lists = expected.map(plain).unwrap_or_else(|_| vec![Vec::new(); FULL]);
        for way in Way::open() {
            let found = way.text::<FULL>(bytes, &mut self.positions);
            assert_eq!(found, expected, "{way:?} {bytes:02x?}");
            assert_eq!(self.positions.lists[..], lists[..], "{way:?} {bytes:02x?}");
            let found = way.text::<OUTLINE>(bytes, &mut self.positions);
            assert_eq!(found, expected, "{way:?} {bytes:02x?}");
            assert_eq!(self.positions.lists[..OUTLINE], lists[..OUTLINE], "{way:?} {bytes:02x?}");
            // A false alarm would go unseen above: the standard library would overrule it.
            assert_eq!(way.read::<OUTLINE, true>(bytes, &mut self.positions), expected.is_ok(), "{way:?} {bytes:02x?}");
            if expected.is_ok() {
                way.read::<FULL, false>(bytes, &mut self.positions);
                assert_eq!(self.positions.lists[..], lists[..], "{way:?} {bytes:02x?}");
            }
        }
    }
}
