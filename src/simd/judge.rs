//! Holds every way to scan against the standard library and a plain walk over the bytes, for tests and fuzzing.

use super::Way;
use super::portable::is_mark;

/// What the scan must find in a valid text, one place after the other.
fn plain(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let third = |at: usize| bytes.get(at + 2).copied().unwrap_or_default();
    (0..bytes.len()).filter(|&at| is_mark(bytes[at], third(at))).map(|at| at as u32).collect()
}

/// Holds every way against the plain walk. The buffer goes from case to case, as it does in the library.
#[derive(Default)]
pub struct Judge {
    marks: Vec<u32>,
    /// How many cases there were.
    pub cases: usize,
}

impl Judge {
    /// Fails if a way does not find what it must in `bytes`.
    pub fn check(&mut self, bytes: &[u8]) {
        self.cases += 1;
        let expected = std::str::from_utf8(bytes);
        let marks = expected.map(plain).unwrap_or_default();
        for way in Way::open() {
            let found = way.text(bytes, &mut self.marks);
            assert_eq!(found, expected, "{way:?} {bytes:02x?}");
            assert_eq!(self.marks, marks, "{way:?} {bytes:02x?}");
            // A false alarm would go unseen above: the standard library would overrule it.
            assert_eq!(way.read::<true>(bytes, &mut self.marks), expected.is_ok(), "{way:?} {bytes:02x?}");
            if expected.is_ok() {
                way.read::<false>(bytes, &mut self.marks);
                assert_eq!(self.marks, marks, "{way:?} {bytes:02x?}");
            }
        }
    }
}
