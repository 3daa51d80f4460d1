//! Lines that are no part of a report: page marks, and the controls, metadata and notices of web pages.

mod words;

use super::glyph::{fold, is_blank};
use super::lines::Seen;
use super::ordinary::{self, Beginnings};
use words::{ANYWHERE, ANYWHERE_SIGN_ENDS, ANYWHERE_SIGNS, FIELDS, LABELS, LICENCE, WHOLE};

/// Longest line, in bytes, that can be furniture: metadata lines with several fields stay below it.
const LONGEST: usize = 400;

/// A line of so many bytes is a sentence or more, none of the page's notices.
const SENTENCE: usize = 200;

/// Longest line, in bytes, of which a word of [`WHOLE`] can be all.
const SHORT: usize = 40;

/// The characters that [`LABELS`] begin with, and the pairs of characters; those that [`WHOLE`] lines begin with.
static FIRST: Beginnings = Beginnings::of(LABELS, 1);
static PAIR: Beginnings = Beginnings::of(LABELS, 2);
static FIRST_OF_WHOLE: Beginnings = Beginnings::of(WHOLE, 1);

/// Whether `text`, a line without blanks at its edges, is a page number: — 3 —, - 12 -, 第3页 共12页.
///
/// A number alone does not count here, since it may be a table's cell; between two halves of a sentence it is taken for one.
#[inline]
pub(crate) fn is_page_mark(text: &str) -> bool {
    text.len() <= 40 && is_page_number(text)
}

fn is_page_number(text: &str) -> bool {
    let mut digits = 0;
    let mut dashes = 0;
    let mut words = 0;
    for ch in text.chars().map(fold) {
        match ch {
            '0'..='9' => digits += 1,
            '-' | '—' | '－' | '–' | '一' | '―' | '─' | '·' | '~' => dashes += 1,
            '第' | '页' | '共' | '/' => words += 1,
            _ if is_blank(ch) => {}
            _ => return false,
        }
    }
    (1..=4).contains(&digits) && (dashes >= 2 || text.contains('页')) && words <= 6
}

/// Whether `text`, a line without blanks at its edges in which so much was seen, belongs to a web page and not to the
/// report. Beside its labels, furniture is without the marks of sentences.
#[inline]
pub(super) fn is_furniture(text: &str, seen: Seen) -> bool {
    (text.len() <= LONGEST && may_be_labelled(text.as_bytes()) && is_labelled(text))
        || (text.len() < SENTENCE && !seen.stop && is_notice(text, seen))
}

/// Whether a line begins with a label, or is bullets and rules or one of the page's controls alone.
fn is_labelled(text: &str) -> bool {
    let head = Head::read(text);
    let begin = &head.bytes[..head.len];
    // The label that sorts last before the line or with it is the only one that can begin it.
    let labels = &LABELS[..LABELS.partition_point(|label| label.as_bytes() <= begin)];
    begin.is_empty()
        || labels.last().is_some_and(|label| begin.starts_with(label.as_bytes()))
        || (text.len() < SHORT && head.whole && WHOLE.binary_search_by(|whole| whole.as_bytes().cmp(begin)).is_ok())
}

/// Whether words or a time stamp make a line furniture. It has no 。 in it.
fn is_notice(text: &str, seen: Seen) -> bool {
    let told = (has_sign(text.as_bytes()) && ANYWHERE.are_in(text))
        || (seen.colon && FIELDS.are_in(text))
        || (seen.letter && text.contains(LICENCE))
        || is_clock(text, seen);
    told && !text.contains([',', '，'])
}

/// Whether a line has one of [`ANYWHERE_SIGNS`].
fn has_sign(line: &[u8]) -> bool {
    let [one, other] = ANYWHERE_SIGN_ENDS;
    memchr::memchr2_iter(one, other, line)
        .any(|at| ANYWHERE_SIGNS.iter().any(|sign| line[..=at].ends_with(sign.as_bytes())))
}

/// Whether the beginning of a line leaves it open that a label or bullets stand there, or a whole line of controls.
fn may_be_labelled(text: &[u8]) -> bool {
    match *text {
        [first, _, _, second, ..] if ordinary::begins(first) => {
            (text.len() < SHORT && FIRST_OF_WHOLE.hold(text, 1))
                || (FIRST.hold(text, 1) && (!ordinary::begins(second) || PAIR.hold(text, 2)))
        }
        [first, _, _] if ordinary::begins(first) => true,
        [b'-' | b'*' | b'[' | b']' | b'|' | b'A' | b'Q' | b'T', ..] | [0xc2, ..] => true, // ·
        [0xe2, 0x80, third, ..] => third == 0xa2,                                         // •, not “
        [0xe3, 0x80, third, ..] => matches!(third, 0x90 | 0x91),                          // 【】
        [0xe2, ..] => true,                                                               // ▪■◆
        // Full-width forms but for ，（） and the digits.
        [0xef, _, third, ..] => !matches!(third, 0x88 | 0x89 | 0x8c | 0x90..=0x99),
        _ => false,
    }
}

/// A page's clock or time stamp, in digits: a date with a weekday, or a line that is only a date and a time of day.
fn is_clock(text: &str, seen: Seen) -> bool {
    text.len() <= 120
        && ((seen.weekday && ["星期", "年", "日"].iter().all(|part| text.contains(part))) || is_date_and_time(text))
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_date_and_time(text: &str) -> bool {
    let mut colon = false;
    let mut digits = 0;
    for ch in text.chars().map(fold) {
        match ch {
            '0'..='9' => digits += 1,
            ':' | '：' | '时' | '分' => colon = true,
            '年' | '月' | '日' | '-' | '/' | '.' | '•' | '秒' => {}
            _ if is_blank(ch) => {}
            _ => return false,
        }
    }
    colon && digits >= 8
}

/// More characters than a label has, or a word of [`WHOLE`].
const BEGINNING: usize = 7;

/// The first characters of a line without blanks, bullets and opening brackets.
struct Head {
    /// Room for one character more: each is written with four bytes.
    bytes: [u8; 3 * BEGINNING + 4],
    len: usize,
    /// Whether these are all.
    whole: bool,
}

impl Head {
    fn read(text: &str) -> Self {
        let mut head = Self { bytes: [0; 3 * BEGINNING + 4], len: 0, whole: true };
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() && head.whole {
            if let [first @ ordinary::FIRST..=ordinary::LAST, second, third, ..] = bytes[at..] {
                at += 3;
                head.push([first, second, third, 0], 3);
                continue;
            }
            let Some(ch) = text[at..].chars().next() else { break };
            at += ch.len_utf8();
            match fold(ch) {
                ch if is_blank(ch) => {}
                '•' | '·' | '-' | '*' | '[' | '|' | '▪' | '■' | '◆' if head.len == 0 => {}
                '：' => head.push([b':', 0, 0, 0], 1),
                ch => {
                    let mut bytes = [0; 4];
                    let width = ch.encode_utf8(&mut bytes).len();
                    head.push(bytes, width);
                }
            }
        }
        head
    }

    /// Adds a character, unless the label is full.
    fn push(&mut self, character: [u8; 4], width: usize) {
        let room = self.bytes[self.len..].first_chunk_mut().filter(|_| self.len + width <= 3 * BEGINNING);
        match room {
            Some(room) => (*room, self.len) = (character, self.len + width),
            None => self.whole = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ANYWHERE, ANYWHERE_SIGN_ENDS, ANYWHERE_SIGNS, BEGINNING, LABELS, WHOLE, is_page_mark};
    use crate::limits::Limits;
    use crate::text::{LineKind, Text};

    fn is_furniture(text: &str) -> bool {
        let text = Text::read_str(text, &Limits::default(), Default::default()).unwrap();
        text.lines[0].kind == LineKind::Furniture
    }

    #[test]
    fn labels_fit() {
        assert!(LABELS.iter().chain(WHOLE).all(|word| word.chars().count() < BEGINNING));
        assert!(LABELS.is_sorted() && WHOLE.is_sorted());
        assert!(LABELS.windows(2).all(|pair| !pair[1].starts_with(pair[0])));
        assert!(ANYWHERE.list().iter().all(|word| ANYWHERE_SIGNS.iter().any(|sign| word.contains(sign))));
        assert!(ANYWHERE_SIGNS.iter().all(|sign| ANYWHERE_SIGN_ENDS.contains(&sign.as_bytes()[2])));
    }

    #[test]
    fn page_marks() {
        for text in ["— 3 —", "-12-", "－ ４ －", "第3页", "第 3 页 共 12 页", "—3—"] {
            assert!(is_page_mark(text), "{text}");
        }
        for text in ["3", "12.5", "2024年", "—", "一、1", "共3件", "3/12", "1-2部"] {
            assert!(!is_page_mark(text), "{text}");
        }
    }

    #[test]
    fn web_furniture() {
        for text in [
            "索 引 号:QL00317-04",
            "• 成文日期：2025-02-21",
            "[ 发布机构 ] 某乡人民政府",
            "发布时间 : 2023-01-18 来源:某街道 字体大小:",
            "时间:2023-02-20 10:05 浏览量:1",
            "当前位置:首页 > 政务公开",
            "某市人民政府 2019年12月3日星期二",
            "2023年03月28日 09时10分",
            "大",
            "- 分享到 :",
            "【字体:大 中 小】",
        ] {
            assert!(is_furniture(text), "{text}");
        }
        for text in
            ["大力推进依法行政。", "2024年1月8日", "一、时间安排", "来源管理更加规范", "中共某县委", "时间紧、任务重。"]
        {
            assert!(!is_furniture(text), "{text}");
        }
    }
}
