//! Where the lines end and where a marker can stand inside one: found in one pass, before anything is read.
//!
//! Everything else is stepped over without a look. The pass has no branch on what stands in the text, so that the
//! compiler turns it into vector instructions.

/// Bytes looked at together: a bit each in one word.
const BLOCK: usize = 64;

/// Bytes that the last places of a block are compared with.
const AHEAD: usize = 2;

/// Puts the offset of every mark of `bytes` into `marks`, in order: line ends, 是 (of 一是), what ends a sentence or a
/// part of one (。；：！？), opening brackets, characters such as ①. Letters and a few other characters are among them.
pub(crate) fn find(bytes: &[u8], marks: &mut Vec<u32>) {
    marks.clear();
    let mut from = 0;
    while let Some(window) = bytes.get(from..).and_then(<[u8]>::first_chunk) {
        list(window, from, marks);
        from += BLOCK;
    }
    // The last block, with what lies behind the text set to zero, which is part of no mark.
    while from < bytes.len() {
        let rest = &bytes[from..];
        let mut window = [0; BLOCK + AHEAD];
        window[..rest.len()].copy_from_slice(rest);
        list(&window, from, marks);
        from += BLOCK;
    }
}

/// Adds the marks that begin in the block at `from`.
fn list(window: &[u8; BLOCK + AHEAD], from: usize, marks: &mut Vec<u32>) {
    let mut found = [0_u8; BLOCK];
    for (at, found) in found.iter_mut().enumerate() {
        *found = u8::from(is_mark(window[at], window[at + 2]));
    }
    // A byte of zero or one becomes a bit: eight of them at once move to the highest byte.
    let (words, _) = found.as_chunks::<8>();
    let mut bits = 0_u64;
    for (index, word) in words.iter().enumerate() {
        bits |= (u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * index);
    }
    while bits != 0 {
        marks.push(from as u32 + bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// Whether a mark begins with the bytes `first`, any, `third`: as few comparisons as leave few others among the marks,
/// and no operator that decides whether its right side is looked at.
#[inline(always)]
fn is_mark(first: u8, third: u8) -> bool {
    // : ; ? and the letters
    let ascii = (first == b'\n') | (first == b'!') | (first == b'(') | (first as i8 > b'9' as i8);
    let is = (first == 0xe6) & (third == 0xaf); // 是
    let narrow = (first | 1 == 0xe3) & ((third == 0x82) | (third as i8 > 0x9f_u8 as i8)); // 。①❶
    let wide = (first == 0xef) & (third != 0x8c); // ！（：；？, and others than ，
    ascii | is | narrow | wide
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn finds_every_mark_wherever_it_stands() {
        let mut marks = Vec::new();
        for mark in ["\n", "是", "。", "；", "：", "！", "？", ";", ":", "!", "?", "（", "(", "①", "⑵", "❶"]
        {
            for before in 0..70 {
                for behind in ["", "法", "1，、”"] {
                    let text = format!("{}{mark}{behind}", "0".repeat(before));
                    find(text.as_bytes(), &mut marks);
                    assert_eq!(marks, [before as u32], "{text}");
                }
            }
        }
        find("法治，政府、“会议”《非》12.5%\r".as_bytes(), &mut marks);
        assert!(marks.is_empty());
    }
}
