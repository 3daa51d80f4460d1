//! The first look at the bytes: one pass checks that they are UTF-8 and lists the places later stages start from, so
//! that none of them searches the text again.
//!
//! Two ways to the same lists: vectors of 32 bytes where the machine has AVX2, and the portable crates `simdutf8` and
//! `memchr` everywhere else. The tests hold one against the other and both against the standard library.
#![allow(unsafe_code, reason = "vector loads, and bytes the pass has found to be UTF-8")]

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "x86_64")]
mod blocks;
#[cfg(any(test, fuzzing))]
pub(crate) mod judge;
mod portable;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "x86_64")]
mod utf8;

use std::str::Utf8Error;

/// What is listed; the number of a class is its row in [`CLASSES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "the classes behind `Is` wait for the stages that will read them")]
pub(crate) enum Class {
    /// `\n`
    LineEnd,
    /// 是, where an inline item (一是) ends.
    Is,
    /// The first of a row of ASCII digits.
    Digits,
    /// 《
    TitleOpens,
    /// 》
    TitleCloses,
    /// 〔
    YearOpens,
    /// 〕
    YearCloses,
    /// 第
    Ordinal,
    /// `%`
    Percent,
}

/// How a class looks in the bytes.
#[derive(Clone, Copy)]
enum Pattern {
    /// One character of at most three bytes. No two classes may end in the same byte.
    Character(&'static str),
    /// An ASCII digit behind anything else.
    FirstDigit,
}

/// The classes, those every text needs first: a set of classes is the number of rows it takes from the top.
const CLASSES: [Pattern; 9] = [
    Pattern::Character("\n"),
    Pattern::Character("是"),
    Pattern::FirstDigit,
    Pattern::Character("《"),
    Pattern::Character("》"),
    Pattern::Character("〔"),
    Pattern::Character("〕"),
    Pattern::Character("第"),
    Pattern::Character("%"),
];

/// The classes an outline needs: line ends and 是.
pub(crate) const OUTLINE: usize = 2;

/// All classes.
#[allow(dead_code, reason = "waits for the stages that will read all classes")]
pub(crate) const FULL: usize = CLASSES.len();

/// Where each class stands, as byte offsets of its first byte in ascending order. Keeps its buffers from text to text.
#[derive(Debug, Default)]
pub(crate) struct Positions {
    lists: [Vec<u32>; CLASSES.len()],
    /// The places found in one stretch of the input, before they go to their lists.
    #[cfg(target_arch = "x86_64")]
    hits: blocks::Hits,
}

impl Positions {
    /// The places of `class` in the text scanned last; none if the set scanned for was without it.
    pub fn of(&self, class: Class) -> &[u32] {
        &self.lists[class as usize]
    }

    fn clear(&mut self) {
        self.lists.iter_mut().for_each(Vec::clear);
    }
}

/// One of the ways to scan, which this machine can go.
#[derive(Clone, Copy, Debug)]
struct Way(Kind);

#[derive(Clone, Copy, Debug)]
enum Kind {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    Portable,
}

impl Way {
    /// The ways open to this machine, the fastest first. There is no other source of them: what a way needs is there.
    fn open() -> impl Iterator<Item = Self> {
        [
            #[cfg(target_arch = "x86_64")]
            (Kind::Avx512, avx512::is_available()),
            #[cfg(target_arch = "x86_64")]
            (Kind::Avx2, avx2::is_available()),
            (Kind::Portable, true),
        ]
        .into_iter()
        .filter_map(|(kind, open)| open.then_some(Self(kind)))
    }

    /// The fastest.
    fn best() -> Self {
        Self::open().next().unwrap_or(Self(Kind::Portable))
    }

    /// Lists where the first `SET` classes stand. With `CHECK`, whether `bytes` are UTF-8; else they must be.
    fn read<const SET: usize, const CHECK: bool>(self, bytes: &[u8], positions: &mut Positions) -> bool {
        positions.clear();
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: the way is open.
            Kind::Avx512 => unsafe { avx512::scan::<SET, CHECK>(bytes, positions) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: the way is open.
            Kind::Avx2 => unsafe { avx2::scan::<SET, CHECK>(bytes, positions) },
            Kind::Portable => portable::scan::<SET, CHECK>(bytes, positions),
        }
    }

    /// As [`text`].
    fn text<'a, const SET: usize>(self, bytes: &'a [u8], positions: &mut Positions) -> Result<&'a str, Utf8Error> {
        if self.read::<SET, true>(bytes, positions) {
            // SAFETY: all bytes have just been found to be UTF-8.
            return Ok(unsafe { std::str::from_utf8_unchecked(bytes) });
        }
        positions.clear();
        // Where the fault is, the standard library says; and should it see none, it is right.
        let text = std::str::from_utf8(bytes)?;
        self.read::<SET, false>(bytes, positions);
        Ok(text)
    }
}

/// `bytes` as text, and where the first `SET` classes stand in it. The input is shorter than 4 GiB.
///
/// # Errors
///
/// The very error of [`std::str::from_utf8`]; the lists are empty then.
pub(crate) fn text<'a, const SET: usize>(bytes: &'a [u8], positions: &mut Positions) -> Result<&'a str, Utf8Error> {
    Way::best().text::<SET>(bytes, positions)
}

/// Where the first `SET` classes stand in a text already known to be UTF-8, shorter than 4 GiB.
#[allow(dead_code, reason = "waits for a way in that takes text")]
pub(crate) fn scan<const SET: usize>(text: &str, positions: &mut Positions) {
    Way::best().read::<SET, false>(text.as_bytes(), positions);
}
