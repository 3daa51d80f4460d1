//! What ends a document behind its text: signature, date, copies and print lines.

use std::fmt::Write;

use super::passage::{first_characters, has_white_space};
use crate::phrase::Phrase;
use crate::text::marker;
use crate::text::words::Words;

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
    let begin = first_characters(content, 40);
    let characters = begin.chars().filter(|ch| !ch.is_whitespace()).count();
    if characters > 32 || begin.contains(['。', '，', ',', '；', '、']) {
        return false;
    }
    let mut buffer = Phrase::<128>::new();
    let plain = if has_white_space(begin) {
        for part in begin.split_whitespace() {
            // Cannot fail: the buffer grows.
            let _ = buffer.write_str(part);
        }
        buffer.as_str()
    } else {
        begin
    };
    if marker::at(plain, 0, plain.len()).is_some() {
        return false;
    }
    let date = plain.contains('年') && plain.contains('月') && (plain.ends_with('日') || plain.ends_with("印发"));
    date || (characters >= 4 && BODIES.end_of(plain).is_some())
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
