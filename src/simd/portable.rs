//! The scan in safe code: a pass for the check and one for the marks, which has no branch on what stands in the text, so
//! that the compiler turns it into vector instructions.

/// Bytes looked at together: a bit each in one word.
const BLOCK: usize = 64;

/// Bytes that the last places of a block are compared with.
const AHEAD: usize = 2;

/// Lists the marks. With `CHECK`, whether `bytes` are UTF-8; else they must be.
pub(super) fn scan<const CHECK: bool>(bytes: &[u8], marks: &mut Vec<u32>) -> bool {
    if CHECK && simdutf8::basic::from_utf8(bytes).is_err() {
        return false;
    }
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
    true
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
pub(super) fn is_mark(first: u8, third: u8) -> bool {
    // Line ends ! ( with others that differ in one bit; : ; ? and the letters.
    let narrow_first = first & !0x20;
    let ascii = (narrow_first == b'\n') | (narrow_first == 1) | (narrow_first == 8) | (first as i8 > b'9' as i8);
    let is = (first == 0xe6) & ((third == 0xaf) | (third == 0x9f)); // 是星
    let narrow = (first | 1 == 0xe3) & ((third == 0x82) | (third as i8 > 0x9f_u8 as i8)); // 。①❶
    let wide = (first == 0xef) & (third != 0x8c); // ！（：；？, and others than ，
    ascii | is | narrow | wide
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn finds_every_mark_wherever_it_stands() {
        let mut marks = Vec::new();
        for mark in [
            "
", "是", "。", "；", "：", "！", "？", ";", ":", "!", "?", "（", "(", "①", "⑵", "❶", "星", "_", "x", "*",
            "＊",
        ] {
            for before in 0..70 {
                for behind in ["", "法", "1，、”"] {
                    let text = format!("{}{mark}{behind}", "0".repeat(before));
                    marks.clear();
                    assert!(scan::<true>(text.as_bytes(), &mut marks));
                    assert_eq!(marks, [before as u32], "{text}");
                }
            }
        }
        marks.clear();
        assert!(scan::<true>("法治，政府、“会议”《非》12.5%\r".as_bytes(), &mut marks) && marks.is_empty());
    }
}
