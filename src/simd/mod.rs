//! The first look at the bytes: one pass checks that they are UTF-8 and lists the places where later stages look, so that
//! none of them searches the text again.
//!
//! The places are marks: line ends, 是 (of 一是), 星 (of 星期), what ends a sentence or a part of one (。；：！？), opening
//! brackets, characters such as ①, letters, `_` and asterisks of both widths. A few other characters are listed with them:
//! telling them apart would cost more than looking at them.
//!
//! Three ways lead to the same list: vectors of 64 bytes where the machine has AVX-512, of 32 where it has AVX2, and safe
//! code over the crate `simdutf8` everywhere else. The tests hold one against the other and all against the standard
//! library.
#![allow(unsafe_code, reason = "vector loads, and bytes the pass has found to be UTF-8")]

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "x86_64")]
mod blocks;
#[cfg(any(test, fuzzing))]
pub(crate) mod judge;
#[cfg(target_arch = "x86_64")]
mod marks;
mod portable;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "x86_64")]
mod utf8;

use std::str::Utf8Error;

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

    /// Lists the marks. With `CHECK`, whether `bytes` are UTF-8; else they must be.
    fn read<const CHECK: bool>(self, bytes: &[u8], marks: &mut Vec<u32>) -> bool {
        marks.clear();
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: the way is open.
            Kind::Avx512 => unsafe { avx512::scan::<CHECK>(bytes, marks) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: the way is open.
            Kind::Avx2 => unsafe { avx2::scan::<CHECK>(bytes, marks) },
            Kind::Portable => portable::scan::<CHECK>(bytes, marks),
        }
    }

    /// As [`text`].
    fn text<'a>(self, bytes: &'a [u8], marks: &mut Vec<u32>) -> Result<&'a str, Utf8Error> {
        if self.read::<true>(bytes, marks) {
            // SAFETY: all bytes have just been found to be UTF-8.
            return Ok(unsafe { std::str::from_utf8_unchecked(bytes) });
        }
        marks.clear();
        // Where the fault is, the standard library says; and should it see none, it is right.
        let text = std::str::from_utf8(bytes)?;
        self.read::<false>(bytes, marks);
        Ok(text)
    }
}

/// `bytes` as text, and the byte offsets of its marks, ascending. The input is shorter than 4 GiB.
///
/// # Errors
///
/// The very error of [`std::str::from_utf8`]; the list is empty then.
pub(crate) fn text<'a>(bytes: &'a [u8], marks: &mut Vec<u32>) -> Result<&'a str, Utf8Error> {
    Way::best().text(bytes, marks)
}

/// The marks of a text already known to be UTF-8, shorter than 4 GiB.
pub(crate) fn marks(text: &str, marks: &mut Vec<u32>) {
    Way::best().read::<false>(text.as_bytes(), marks);
}
