//! What the vector scans share: the input cut into stretches of whole blocks, and the way from the bits they leave to the
//! list of marks.
//!
//! Hits are rare (about one in 64 bytes) and come without a pattern, so a branch on "is there one here" would be guessed
//! wrong again and again. A stretch is therefore marked first, a bit a byte, and its hits are taken out afterwards.

/// Bytes that a stretch is made of: one word of marks.
pub(super) const BLOCK: usize = 64;

/// Bytes before a block that are read with it: its first characters may begin there.
pub(super) const BEFORE: usize = 3;

/// Most blocks of a stretch: few enough that the room for their hits costs little to clear for a short text.
const STRETCH: usize = 16;

/// Hits of one block that are taken out without asking how many there are.
const AT_ONCE: usize = 2;

/// A bit for each byte of a stretch, in halves of a block.
pub(super) type Bits = [u32; 2 * STRETCH];

/// No bits yet.
pub(super) const UNMARKED: Bits = [0; 2 * STRETCH];

#[inline(always)]
fn word([low, high]: [u32; 2]) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// The hits of a stretch, as offsets into it.
pub(super) struct Hits {
    offsets: [u32; STRETCH * BLOCK],
    count: usize,
}

impl Hits {
    /// Takes the hits out of `bits`. Inlined, so that it is compiled with the bit instructions of its caller.
    #[inline(always)]
    pub fn take(&mut self, bits: &Bits) {
        let blocks = bits.as_chunks::<2>().0;
        let mut hit = 0_u64;
        for (block, &bits) in blocks.iter().enumerate() {
            hit |= u64::from(word(bits) != 0) << block;
        }
        let mut count = 0;
        while hit != 0 {
            let block = hit.trailing_zeros();
            hit &= hit - 1;
            let mut bits = word(blocks[block as usize]);
            let ones = bits.count_ones() as usize;
            let Some(room) = self.offsets[count..].first_chunk_mut::<BLOCK>() else { break };
            for slot in &mut room[..AT_ONCE] {
                *slot = block * BLOCK as u32 + bits.trailing_zeros();
                bits &= bits.wrapping_sub(1);
            }
            if ones > AT_ONCE {
                for slot in &mut room[AT_ONCE..ones] {
                    *slot = block * BLOCK as u32 + bits.trailing_zeros();
                    bits &= bits.wrapping_sub(1);
                }
            }
            count += ones;
        }
        self.count = count;
    }

    /// Adds where the marks begin that end in a stretch of `bytes` from `base` on.
    fn list(&self, bytes: &[u8], base: usize, marks: &mut Vec<u32>) {
        marks.extend(self.offsets[..self.count].iter().map(|&offset| {
            let last = base + offset as usize;
            // A mark is one byte or three.
            last as u32 - u32::from(bytes[last] >> 7) * 2
        }));
    }
}

/// Scans `bytes` stretch by stretch. `stretch` is given whole blocks behind [`BEFORE`] bytes, finds where marks end, and
/// says whether all is well. Whether all stretches are.
///
/// The first and the last block are copied, since a block is read together with the bytes before it. Zeros stand in for
/// what is not there: they are in no mark, and a character that the end cuts off is cut off by a zero too.
pub(super) fn scan(bytes: &[u8], marks: &mut Vec<u32>, stretch: impl Fn(&[u8], &mut Hits) -> bool) -> bool {
    let mut hits = Hits { offsets: [0; STRETCH * BLOCK], count: 0 };
    let whole = bytes.len() / BLOCK * BLOCK;
    let mut at = 0;
    loop {
        let (end, good) = if at == 0 || at == whole {
            (at + BLOCK, stretch(&edge(bytes, at), &mut hits))
        } else {
            let end = whole.min(at + STRETCH * BLOCK);
            (end, stretch(&bytes[at - BEFORE..end], &mut hits))
        };
        if !good {
            return false;
        }
        hits.list(bytes, at, marks);
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
