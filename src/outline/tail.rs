//! What ends a document behind its text: signature, date, copies and print lines.

use crate::phrase::Phrase;
use crate::text::words::Words;
use crate::text::{marker, ordinary};

/// Whether a paragraph at the end belongs to the document's tail: signature, date, 抄送, 附件, 印发.
pub(crate) fn is_tail(content: &str) -> bool {
    static OPENINGS: Words = Words::new(&[
        "抄送",
        "抄报",
        "主送",
        "附件",
        "（此件",
        "(此件",
        "（联系",
        "(联系",
        "联系人",
        "特此报告",
        "附：",
        "附:",
    ]);
    static BODIES: Words =
        Words::new(&["政府", "委员会", "县委", "市委", "区委", "党委", "局", "办公室", "办事处", "管委会", "厅"]);
    if OPENINGS.start_of(content).is_some() {
        return content.len() < 400;
    }
    let Some(Beginning { text: begin, characters, white_space }) = short_beginning(content) else {
        return false;
    };
    let mut buffer = Phrase::<128>::new();
    let plain = if white_space {
        for part in begin.split_whitespace() {
            buffer.push_str(part);
        }
        buffer.as_str()
    } else {
        begin
    };
    if marker::at(plain, 0, plain.len()).is_some() {
        return false;
    }
    let date = (plain.ends_with('日') || plain.ends_with("印发")) && plain.contains('年') && plain.contains('月');
    date || (characters >= 4 && BODIES.end_of(plain).is_some())
}

/// The first characters of a paragraph.
struct Beginning<'a> {
    text: &'a str,
    /// How many of them are no white space.
    characters: usize,
    white_space: bool,
}

/// The first forty characters of a paragraph, unless more of them than a line of the tail has are no white space, or
/// marks of running text are among them.
fn short_beginning(content: &str) -> Option<Beginning<'_>> {
    const MOST: usize = 40;
    const MOST_VISIBLE: usize = 32;
    let bytes = content.as_bytes();
    let (mut at, mut all, mut visible) = (0, 0, 0);
    while at < bytes.len() && all < MOST && visible <= MOST_VISIBLE {
        let run = ordinary::skip(bytes, at, bytes.len().min(at + 3 * (MOST - all)));
        all += (run - at) / 3;
        visible += (run - at) / 3;
        at = run;
        match bytes[at..] {
            _ if all == MOST => break,
            [b',', ..] | [0xef, 0xbc, 0x8c | 0x9b, ..] | [0xe3, 0x80, 0x81 | 0x82, ..] => return None, // ，；、。
            _ => {}
        }
        if let Some(ch) = content[at..].chars().next() {
            all += 1;
            visible += usize::from(!ch.is_whitespace());
            at += ch.len_utf8();
        }
    }
    let beginning = Beginning { text: &content[..at], characters: visible, white_space: visible < all };
    (visible <= MOST_VISIBLE).then_some(beginning)
}

#[cfg(test)]
mod tests {
    use super::is_tail;

    #[test]
    fn tails() {
        for text in [
            "青岚县人民政府",
            "2024年1月8日",
            "抄送：市委办。",
            "二〇二五年二月二十日",
            "青岚县人民政府办公室　2024年1月8日印发",
        ] {
            assert!(is_tail(text), "{text}");
        }
        assert!(!is_tail("（三）健全机制"));
        assert!(!is_tail("一、加强政府"));
        assert!(!is_tail("全年培训3次。"));
    }
}
