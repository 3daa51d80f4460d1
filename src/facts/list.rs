//! Lists of words that are asked for at a place. Most places fail at one look into a filter made at compile time.

use super::view::View;
use crate::text::ordinary::{char_at, width};

/// A list of words, in the order in which they are tried.
pub(super) struct List {
    words: &'static [&'static str],
    /// A bit for the character next to the place, of each word.
    nearest: [u64; 4],
    /// The same of each word of one character.
    singles: [u64; 4],
    /// A bit for the two characters next to the place, of each longer word.
    pairs: [u64; 16],
    /// The first word whose character next to the place ends in these bits, by its index and one; 0 for none.
    first: [u8; SLOTS],
    /// The next such word behind each one, in the same way.
    next: [u8; MOST],
}

/// How many slots the words of a list are told apart by, and how many there may be.
const SLOTS: usize = 64;
const MOST: usize = 128;

impl List {
    /// Words that are asked for from a place on.
    pub const fn forward(words: &'static [&'static str]) -> Self {
        Self::of(words, false)
    }

    /// Words that are asked for before a place.
    pub const fn backward(words: &'static [&'static str]) -> Self {
        Self::of(words, true)
    }

    const fn of(words: &'static [&'static str], backward: bool) -> Self {
        assert!(words.len() < MOST);
        let mut list =
            Self { words, nearest: [0; 4], singles: [0; 4], pairs: [0; 16], first: [0; SLOTS], next: [0; MOST] };
        // From the last word to the first, so that each slot gives them in order.
        let mut at = words.len();
        while at > 0 {
            at -= 1;
            let bytes = words[at].as_bytes();
            let (near, far) = if backward {
                let last = start_of_last(bytes, bytes.len());
                (char_at(bytes, last), if last == 0 { 0 } else { char_at(bytes, start_of_last(bytes, last)) })
            } else {
                let second = width(bytes[0]);
                (char_at(bytes, 0), if second == bytes.len() { 0 } else { char_at(bytes, second) })
            };
            let bit = single(near);
            list.nearest[bit / 64] |= 1 << (bit % 64);
            if far == 0 {
                list.singles[bit / 64] |= 1 << (bit % 64);
            } else {
                let bit = pair(near, far);
                list.pairs[bit / 64] |= 1 << (bit % 64);
            }
            list.next[at] = list.first[near as usize % SLOTS];
            list.first[near as usize % SLOTS] = at as u8 + 1;
        }
        list
    }

    /// Whether one of the words may have `near` next to its place.
    #[inline]
    pub fn may_touch(&self, near: char) -> bool {
        let bit = single(near as u32);
        self.nearest[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// Whether one of the words may stand where `near` is next to the place and `far` behind it.
    #[inline]
    fn may(&self, near: char, far: char) -> bool {
        let (one, two) = (single(near as u32), pair(near as u32, far as u32));
        (self.singles[one / 64] >> (one % 64) | self.pairs[two / 64] >> (two % 64)) & 1 == 1
    }

    /// Whether one of the words stands at `index`; the index behind it.
    #[inline]
    pub fn at(&self, view: View<'_>, index: usize) -> Option<usize> {
        self.first_at(view, index).map(|(_, end)| end)
    }

    /// The first of the words that stands at `index`: its index in the list and the index behind it.
    #[inline]
    pub fn first_at(&self, view: View<'_>, index: usize) -> Option<(usize, usize)> {
        if !self.may_stand_at(view, index) {
            return None;
        }
        self.each_at(view, index).next()
    }

    /// Whether one of the words may stand at `index`; sure where it denies that.
    #[inline]
    pub fn may_stand_at(&self, view: View<'_>, index: usize) -> bool {
        self.may(view.ch(index), view.ch(index + 1))
    }

    /// The words that stand at `index`: the index of each in the list and the index behind it.
    #[inline]
    pub fn each_at(&self, view: View<'_>, index: usize) -> impl Iterator<Item = (usize, usize)> {
        let (near, far) = (view.ch(index), view.ch(index + 1));
        self.words_of(near, far).filter_map(move |(at, word)| Some((at, view.behind(index, word)?)))
    }

    /// Whether one of the words stands right before `index`; the index of its first character.
    #[inline]
    pub fn before(&self, view: View<'_>, index: usize) -> Option<usize> {
        self.first_before(view, index).map(|(_, start)| start)
    }

    /// The first of the words that stands right before `index`: its index in the list and that of its first character.
    #[inline]
    pub fn first_before(&self, view: View<'_>, index: usize) -> Option<(usize, usize)> {
        if index == 0 || !self.may(view.before(index), view.before(index - 1)) {
            return None;
        }
        self.each_before(view, index).next()
    }

    /// The words that stand right before `index`: the index of each in the list and of its first character.
    pub fn each_before(&self, view: View<'_>, index: usize) -> impl Iterator<Item = (usize, usize)> {
        let (near, far) = (view.before(index), view.before(index.saturating_sub(1)));
        self.words_of(near, far).filter_map(move |(at, word)| Some((at, view.start(index, word)?)))
    }

    /// The words that may stand where `near` is next to the place and `far` behind it, each with its index.
    #[inline]
    fn words_of(&self, near: char, far: char) -> impl Iterator<Item = (usize, &'static str)> {
        let mut next = if self.may(near, far) { self.first[near as usize % SLOTS] } else { 0 };
        std::iter::from_fn(move || {
            let at = usize::from(next).checked_sub(1)?;
            next = self.next[at];
            Some((at, self.words[at]))
        })
    }
}

/// A set of characters.
pub(super) struct Chars {
    chars: &'static str,
    bits: [u64; 4],
}

impl Chars {
    pub const fn of(chars: &'static str) -> Self {
        let mut bits = [0; 4];
        let mut at = 0;
        while at < chars.len() {
            let bit = single(char_at(chars.as_bytes(), at));
            bits[bit / 64] |= 1 << (bit % 64);
            at += width(chars.as_bytes()[at]);
        }
        Self { chars, bits }
    }

    #[inline]
    pub fn contains(&self, ch: char) -> bool {
        let bit = single(ch as u32);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1 && self.chars.contains(ch)
    }
}

#[inline]
const fn single(near: u32) -> usize {
    (near.wrapping_mul(0x9e37_79b1) >> 24) as usize
}

#[inline]
const fn pair(near: u32, far: u32) -> usize {
    (near.wrapping_mul(0x9e37_79b1).wrapping_add(far.wrapping_mul(0x85eb_ca6b)) >> 22) as usize
}

/// Where the last character before the byte `end` begins.
const fn start_of_last(bytes: &[u8], end: usize) -> usize {
    let mut at = end - 1;
    while at > 0 && bytes[at] & 0xc0 == 0x80 {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::List;
    use crate::facts::view::View;
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    #[test]
    fn finds_what_a_search_finds() {
        const WORDS: &[&str] = &["学年度", "学年", "年", "a年", "𠮷年", "年度"];
        static FORWARD: List = List::forward(WORDS);
        static BACKWARD: List = List::backward(WORDS);
        let source = "学年度年a年𠮷年年度学";
        let mut glyphs = Glyphs::default();
        glyphs.fill(source, Span::new(0, source.len() as u32), &[]);
        let view = View::new(glyphs.items());
        for index in 0..=view.len() + 1 {
            let at = WORDS.iter().find_map(|word| view.behind(index, word));
            let before = WORDS.iter().find_map(|word| view.start(index, word));
            assert_eq!((FORWARD.at(view, index), BACKWARD.before(view, index)), (at, before), "{index}");
        }
        assert_eq!(FORWARD.each_at(view, 0).collect::<Vec<_>>(), [(0, 3), (1, 2)]);
    }
}
