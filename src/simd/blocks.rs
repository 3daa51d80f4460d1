//! What the vector scans share: the input cut into stretches of whole blocks, and the way from the bits they leave to the
//! list of marks.
//!
//! Hits are rare (about one in 64 bytes) and come without a pattern, so a branch on "is there one here" would be guessed
//! wrong again and again. A stretch is therefore marked first, a bit a byte, and its hits are taken out afterwards.

/// Bytes that a stretch is made of: one word of marks.
pub(super) const BLOCK: usize = 64;

/// Bytes before a block that are read with it: its first characters may begin there.
pub(super) const BEFORE: usize = 3;

/// How far behind the first byte of a mark its bit stands: where the marks of three bytes end.
pub(super) const BACK: usize = 2;

/// Most blocks of a stretch.
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

/// Where the hits of a stretch go.
pub(super) struct Hits<'m> {
    marks: &'m mut Vec<u32>,
    /// Where the stretch begins in the text, less [`BACK`].
    base: u32,
}

impl Hits<'_> {
    /// Lists the hits in `bits`. Inlined, so that it is compiled with the bit instructions of its caller.
    #[inline(always)]
    pub fn take(self, bits: &Bits) {
        let blocks = bits.as_chunks::<2>().0;
        let mut hit = 0_u64;
        for (block, &bits) in blocks.iter().enumerate() {
            hit |= u64::from(word(bits) != 0) << block;
        }
        self.marks.reserve(STRETCH * BLOCK);
        let spare = self.marks.spare_capacity_mut();
        let mut count = 0;
        while hit != 0 {
            let block = hit.trailing_zeros();
            hit &= hit - 1;
            let base = self.base.wrapping_add(block * BLOCK as u32);
            let mut bits = word(blocks[block as usize]);
            let ones = bits.count_ones() as usize;
            let Some(room) = spare[count..].first_chunk_mut::<BLOCK>() else { break };
            for slot in &mut room[..AT_ONCE] {
                slot.write(base.wrapping_add(bits.trailing_zeros()));
                bits &= bits.wrapping_sub(1);
            }
            if ones > AT_ONCE {
                for slot in &mut room[AT_ONCE..ones] {
                    slot.write(base.wrapping_add(bits.trailing_zeros()));
                    bits &= bits.wrapping_sub(1);
                }
            }
            count += ones;
        }
        // SAFETY: `count` places behind the last mark were written.
        unsafe { self.marks.set_len(self.marks.len() + count) };
    }
}

/// Scans `bytes` stretch by stretch. `stretch` is given whole blocks behind [`BEFORE`] bytes, sets a bit [`BACK`] places
/// behind where a mark begins, and says whether all is well. Whether all stretches are.
///
/// The first block and those that reach over the end are copied, since a block is read together with the bytes before
/// it. Zeros stand in for what is not there: they are in no mark, and a character that the end cuts off is cut off by a
/// zero too.
pub(super) fn scan(bytes: &[u8], marks: &mut Vec<u32>, stretch: impl Fn(&[u8], Hits<'_>) -> bool) -> bool {
    let whole = bytes.len() / BLOCK * BLOCK;
    let mut at = 0;
    while at < bytes.len() + BACK {
        let hits = Hits { marks: &mut *marks, base: (at as u32).wrapping_sub(BACK as u32) };
        let (end, good) = if at == 0 || at >= whole {
            (at + BLOCK, stretch(&edge(bytes, at), hits))
        } else {
            let end = whole.min(at + STRETCH * BLOCK);
            (end, stretch(&bytes[at - BEFORE..end], hits))
        };
        if !good {
            return false;
        }
        at = end;
    }
    true
}

/// The block at `at`, copied together with the bytes before it.
fn edge(bytes: &[u8], at: usize) -> [u8; BEFORE + BLOCK] {
    let mut copy = [0; BEFORE + BLOCK];
    let before = at.min(BEFORE);
    let text = &bytes[at - before..bytes.len().min(at + BLOCK)];
    copy[BEFORE - before..][..text.len()].copy_from_slice(text);
    copy
}
