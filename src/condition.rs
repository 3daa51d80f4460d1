//! The condition of the text itself: cut off, joined from wrapped lines, with blanks of a template left open.

use crate::note::{Message, Note, NoteCode};
use crate::outline::is_tail;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::Text;
use crate::text::words::Words;

/// Shortest last paragraph, in bytes, whose missing end mark says that the text was cut off.
const RUNNING_TEXT: usize = 60;

/// Appends what a reader should know of `text`.
pub(crate) fn observe(text: &Text<'_>, notes: &mut Vec<Note>) {
    cut_off(text, notes);
    if let Some(first) = text.gaps.first() {
        let message: Message = phrase!("有 ", text.gaps.len(), " 处断行接在句中，已按一句读取");
        notes.push(Note::new(NoteCode::JoinedWrap, *first, message));
    }
    template_blank(text, notes);
}

fn cut_off(text: &Text<'_>, notes: &mut Vec<Note>) {
    let Some(last) = text.paragraphs.last() else {
        return;
    };
    let content = text.slice(last.span);
    let ended =
        content.ends_with(['。', '！', '？', '!', '?', '；', ';', '：', ':', '…', '”', '）', ')', '》', '】', '"']);
    if ended || content.len() < RUNNING_TEXT || !content.contains(['，', '。', ',', '；']) || is_tail(content) {
        return;
    }
    let start = content.char_indices().next_back().map_or(0, |(at, _)| at) as u32 + last.span.start;
    notes.push(Note::new(NoteCode::CutOff, Span::new(start, last.span.end), "正文在句中断开，后文缺失"));
}

/// What 某某 stands before where a template leaves a name open; behind a surname it stands for a person (李某某诉…).
static NAMED: Words = Words::new(&[
    "省", "市", "州", "县", "区", "旗", "镇", "乡", "街道", "村", "社区", "局", "厅", "委", "办", "部门", "单位",
    "公司", "企业", "同志", "年",
]);

/// Blanks nobody filled in: `20__年`, `xx市`, `××局`.
fn template_blank(text: &Text<'_>, notes: &mut Vec<Note>) {
    const SOMEONE: &str = "某某";
    const BLANKS: &[&str] = &["__", "××", "xx", "XX", "**", "＊＊", SOMEONE];
    let bytes = text.source.as_bytes();
    let blank = |at: usize| BLANKS.iter().find(|blank| bytes[at..].starts_with(blank.as_bytes()));
    // Underscores, letters and asterisks are among the text's marks; the byte that × begins with is rare.
    let may_begin = |at: &usize| match &bytes[*at..] {
        [one @ (b'_' | b'x' | b'X' | b'*'), two, ..] => one == two,
        [0xef, 0xbc, 0x8a, ..] => true, // ＊
        _ => false,
    };
    let mut marks = text.marks.iter().map(|&mark| mark as usize);
    let places = [
        marks.find(|at| may_begin(at) && blank(*at).is_some()),
        memchr::memchr_iter("×".as_bytes()[0], bytes).find(|at| blank(*at).is_some()),
        memchr::memmem::find_iter(bytes, SOMEONE.as_bytes())
            .find(|at| NAMED.start_of(&text.source[at + SOMEONE.len()..]).is_some()),
    ];
    if let Some(at) = places.into_iter().flatten().min()
        && let Some(blank) = blank(at)
    {
        let span = Span::new(at as u32, (at + blank.len()) as u32);
        notes.push(Note::new(NoteCode::TemplateBlank, span, "模板空白没有填写"));
    }
}

#[cfg(test)]
mod tests {
    use super::observe;
    use crate::limits::Limits;
    use crate::note::NoteCode;
    use crate::span::Span;
    use crate::text::Text;

    fn codes(source: &str) -> Vec<NoteCode> {
        let text = Text::read(source.as_bytes(), &Limits::default(), Default::default()).unwrap();
        let mut notes = Vec::new();
        observe(&text, &mut notes);
        notes.iter().map(|note| note.code).collect()
    }

    #[test]
    fn tells_the_texts_condition() {
        assert_eq!(codes("一、健全机制。\n全年召开会议3次，研究议题。\n"), []);
        assert_eq!(
            codes("完善监测预警、信息报告、应急响应、恢复重建等机制，持续开展演练，进一步健全调"),
            [NoteCode::CutOff]
        );
        for (source, start, end) in [
            ("20__年，__县教育局狠抓落实。", 2, 4),
            ("20XX年，某某县××局狠抓落实。", 2, 4),
            ("本年度，某某县××局狠抓落实__。", 12, 18),
            ("每年×月，某县××局狠抓落实xx。", 20, 24),
            ("全年受理xx件，办结XX件。", 12, 14),
            ("全年受理*件，办结**件，＊＊局。", 25, 27),
            ("全年受理＊件，办结＊＊件。", 27, 33),
        ] {
            let text = Text::read(source.as_bytes(), &Limits::default(), Default::default()).unwrap();
            let mut notes = Vec::new();
            observe(&text, &mut notes);
            assert_eq!(
                notes.iter().map(|note| (note.code, note.span)).collect::<Vec<_>>(),
                [(NoteCode::TemplateBlank, Span::new(start, end))]
            );
        }
        assert_eq!(
            codes("全县上下认真落实各项部署要求，召开专题会议研究重点问题，\n\n形成工作合力。"),
            [NoteCode::JoinedWrap]
        );
        assert_eq!(codes("青岚县人民政府\n2024年1月8日"), []);
        assert_eq!(codes("李某某诉青岚县水务局一案胜诉。"), []);
    }
}
