//! Short texts a report makes itself (a working, an explanation): kept in place, so that a fact costs no allocation.

use std::fmt;
use std::ops::Deref;

use crate::decimal::Decimal;

/// A text of usually at most `N` bytes, which need no allocation; a longer one is kept on the heap.
///
/// It reads as a `&str`.
#[derive(Clone)]
pub struct Phrase<const N: usize> {
    kept: Kept<N>,
}

/// Where a text is kept.
#[derive(Clone)]
enum Kept<const N: usize> {
    /// In place: so many of the bytes.
    Short(u16, [u8; N]),
    Long(Vec<u8>),
}

/// A number as the report states it.
pub type Figure = Phrase<16>;

/// Makes a [`Phrase`] of its pieces, one behind the other.
macro_rules! phrase {
    ($($piece:expr),+ $(,)?) => {{
        let mut phrase = $crate::phrase::Phrase::new();
        $($crate::phrase::Piece::add_to(&$piece, &mut phrase);)+
        phrase
    }};
}
pub(crate) use phrase;

/// What a phrase is put together from.
pub(crate) trait Piece {
    /// Adds it to `phrase`.
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>);
}

impl<T: Piece + ?Sized> Piece for &T {
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
        (**self).add_to(phrase);
    }
}

impl Piece for str {
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
        phrase.push_str(self);
    }
}

impl Piece for char {
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
        phrase.push(*self);
    }
}

impl<const M: usize> Piece for Phrase<M> {
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
        phrase.add(self.as_bytes());
    }
}

impl Piece for Decimal {
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
        phrase.add(self.digits(&mut Default::default()));
    }
}

/// Whole numbers, none of them longer than a decimal is.
macro_rules! number_pieces {
    ($($number:ty)+) => {
        $(impl Piece for $number {
            fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
                match i64::try_from(*self) {
                    Ok(number) => Decimal::from_integer(number).add_to(phrase),
                    Err(_) => phrase.push_str(&self.to_string()),
                }
            }
        })+
    };
}
number_pieces!(u8 u16 u32 u64 usize i64);

impl<const N: usize> Phrase<N> {
    /// The empty text.
    #[must_use]
    pub fn new() -> Self {
        const { assert!(N <= u16::MAX as usize, "the length of a short text is two bytes") };
        Self { kept: Kept::Short(0, [0; N]) }
    }

    /// Adds `text`.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.add(text.as_bytes());
    }

    /// Adds the bytes of a text.
    fn add(&mut self, text: &[u8]) {
        match &mut self.kept {
            Kept::Short(len, bytes) => {
                let (from, to) = (usize::from(*len), usize::from(*len) + text.len());
                if let Some(place) = bytes.get_mut(from..to) {
                    place.copy_from_slice(text);
                    *len = to as u16;
                } else {
                    self.kept = Kept::Long([&bytes[..from], text].concat());
                }
            }
            Kept::Long(bytes) => bytes.extend_from_slice(text),
        }
    }

    /// Adds `ch`.
    pub(crate) fn push(&mut self, ch: char) {
        self.push_str(ch.encode_utf8(&mut [0; 4]));
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// The text in UTF-8.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.kept {
            Kept::Short(len, bytes) => &bytes[..usize::from(*len)],
            Kept::Long(bytes) => bytes,
        }
    }
}

impl<const N: usize> Default for Phrase<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> PartialEq for Phrase<N> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl<const N: usize> Eq for Phrase<N> {}

impl<const N: usize> Deref for Phrase<N> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> AsRef<str> for Phrase<N> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> From<&str> for Phrase<N> {
    fn from(text: &str) -> Self {
        let mut phrase = Self::new();
        phrase.push_str(text);
        phrase
    }
}

impl<const N: usize> From<Decimal> for Phrase<N> {
    fn from(number: Decimal) -> Self {
        let mut phrase = Self::new();
        phrase.add(number.digits(&mut Default::default()));
        phrase
    }
}

impl<const N: usize> fmt::Display for Phrase<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl<const N: usize> fmt::Debug for Phrase<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, Phrase};

    #[test]
    fn keeps_short_and_long_texts() {
        let short: Phrase<16> = phrase!(25_u8, "件");
        assert_eq!((&*short, matches!(short.kept, Kept::Short(5, _))), ("25件", true));
        let long: Phrase<16> = phrase!("法治", "法治政府".repeat(9).as_str());
        assert_eq!((long.len(), matches!(long.kept, Kept::Long(_))), (114, true));
        assert_eq!(format!("{:>4}|{:?}", Phrase::<8>::from("ab"), short), "  ab|\"25件\"");
    }
}
