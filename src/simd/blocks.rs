//! What the vector scans share: the input cut into stretches of whole blocks, and the way from the marks they leave to
//! the lists of positions.
//!
//! Hits are rare (about one in 64 bytes) and come without a pattern, so a branch on "is there one here" would be guessed
//! wrong again and again. A stretch is therefore marked first, a bit a byte, and its hits are taken out afterwards.

use super::{CLASSES, Pattern, Positions};

/// Bytes that a stretch is made of: one word of marks.
pub(super) const BLOCK: usize = 64;

/// Bytes before a block that are read with it: its first characters may begin there.
pub(super) const BEFORE: usize = 3;

/// Most blocks of a stretch.
const STRETCH: usize = 64;

/// Hits of one block that are taken out without asking how many there are.
const AT_ONCE: usize = 2;

/// A bit for each byte of a stretch, in halves of a block.
pub(super) type Marks = [u32; 2 * STRETCH];

/// No marks yet.
pub(super) const UNMARKED: Marks = [0; 2 * STRETCH];

#[inline(always)]
fn word([low, high]: [u32; 2]) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// The hits of a stretch, as offsets into it; kept from stretch to stretch.
#[derive(Debug, Default)]
pub(super) struct Hits {
    offsets: Vec<u32>,
    count: usize,
}

impl Hits {
    /// Takes the hits out of `marks`. Inlined, so that it is compiled with the bit instructions of its caller.
    #[inline(always)]
    pub fn take(&mut self, marks: &Marks) {
        let blocks = marks.as_chunks::<2>().0;
        let mut hit = 0_u64;
        for (block, &marks) in blocks.iter().enumerate() {
            hit |= u64::from(word(marks) != 0) << block;
        }
        let mut count = 0;
        while hit != 0 {
            let block = hit.trailing_zeros();
            hit &= hit - 1;
            let mut marks = word(blocks[block as usize]);
            let ones = marks.count_ones() as usize;
            let Some(room) = self.offsets[count..].first_chunk_mut::<BLOCK>() else { break };
            for slot in &mut room[..AT_ONCE] {
                *slot = block * BLOCK as u32 + marks.trailing_zeros();
                marks &= marks.wrapping_sub(1);
            }
            if ones > AT_ONCE {
                for slot in &mut room[AT_ONCE..ones] {
                    *slot = block * BLOCK as u32 + marks.trailing_zeros();
                    marks &= marks.wrapping_sub(1);
                }
            }
            count += ones;
        }
        self.count = count;
    }
}

/// Does something for each row of [`CLASSES`], named as a constant: a loop over them is not sure to be unrolled.
macro_rules! each_class {
    ($row:ident => $work:expr) => { each_class!($row => $work; 0 1 2 3 4 5 6 7 8) };
    ($row:ident => $work:expr; $($number:literal)*) => {
        const { assert!([$($number),*].len() == super::CLASSES.len()) };
        $({
            const $row: usize = $number;
            $work
        })*
    };
}
pub(super) use each_class;

/// How a class ends: what vectors look for.
pub(super) enum Ending {
    FirstDigit,
    Byte(u8),
    Bytes(u8, u8),
}

/// How the class in `row` ends.
pub(super) const fn ending(row: usize) -> Ending {
    match CLASSES[row] {
        Pattern::FirstDigit => Ending::FirstDigit,
        Pattern::Character(character) => {
            let bytes = character.as_bytes();
            let last = bytes[bytes.len() - 1];
            if bytes.len() == 1 { Ending::Byte(last) } else { Ending::Bytes(bytes[bytes.len() - 2], last) }
        }
    }
}

/// Which class ends in a byte, how far before it the class begins, and with which byte.
#[derive(Clone, Copy)]
struct End {
    class: u8,
    back: u8,
    first: u8,
}

/// What ends in each byte; a byte that ends no class points at the list behind them all, which nothing is put into.
const ENDS: [End; 256] = ends();

const fn ends() -> [End; 256] {
    let mut ends = [End { class: CLASSES.len() as u8, back: 0, first: 0 }; 256];
    let mut class = 0;
    while class < CLASSES.len() {
        let (mut byte, last, back) = match CLASSES[class] {
            Pattern::FirstDigit => (b'0', b'9', 0),
            Pattern::Character(character) => {
                let back = character.len() - 1;
                assert!(back < BEFORE, "a class is at most three bytes long");
                (character.as_bytes()[back], character.as_bytes()[back], back)
            }
        };
        while byte <= last {
            assert!(byte != 0, "zeros fill up the last block");
            assert!(ends[byte as usize].class == CLASSES.len() as u8, "two classes end in one byte");
            let first = match CLASSES[class] {
                Pattern::FirstDigit => byte,
                Pattern::Character(character) => character.as_bytes()[0],
            };
            ends[byte as usize] = End { class: class as u8, back: back as u8, first };
            byte += 1;
        }
        class += 1;
    }
    ends
}

/// Scans `bytes` stretch by stretch. `stretch` is given whole blocks behind [`BEFORE`] bytes, finds where the last two
/// bytes of a class stand, and says whether all is well. Whether all stretches are.
///
/// The first and the last block are copied, since a block is read together with the bytes before it. Zeros stand in for
/// what is not there: no class has them, and a character that the end cuts off is cut off by a zero too.
pub(super) fn scan(bytes: &[u8], positions: &mut Positions, stretch: impl Fn(&[u8], &mut Hits) -> bool) -> bool {
    positions.hits.offsets.resize(STRETCH * BLOCK, 0);
    let whole = bytes.len() / BLOCK * BLOCK;
    let mut at = 0;
    loop {
        let (end, good) = if at == 0 || at == whole {
            (at + BLOCK, stretch(&edge(bytes, at), &mut positions.hits))
        } else {
            let end = whole.min(at + STRETCH * BLOCK);
            (end, stretch(&bytes[at - BEFORE..end], &mut positions.hits))
        };
        if !good {
            return false;
        }
        positions.sort(bytes, at);
        if end > whole {
            return true;
        }
        at = end;
    }
}

/// The block at `at`, copied together with the bytes before it.
fn edge(bytes: &[u8], at: usize) -> [u8; BEFORE + BLOCK] {
    let mut copy = [0; BEFORE + BLOCK];
    let before = at.min(BEFORE);
    let text = &bytes[at - before..bytes.len().min(at + BLOCK)];
    copy[BEFORE - before..][..text.len()].copy_from_slice(text);
    copy
}

impl Positions {
    /// Adds the hits of the stretch at `base` to the lists of their classes, if the first byte is right as well.
    fn sort(&mut self, bytes: &[u8], base: usize) {
        for &offset in &self.hits.offsets[..self.hits.count] {
            let last = base + offset as usize;
            let end = ENDS[usize::from(bytes[last])];
            let first = last.wrapping_sub(usize::from(end.back));
            if bytes.get(first) == Some(&end.first)
                && let Some(list) = self.lists.get_mut(usize::from(end.class))
            {
                list.push(first as u32);
            }
        }
    }
}
