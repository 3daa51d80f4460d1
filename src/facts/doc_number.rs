//! Document numbers: 云政办发〔2023〕79号, with any brackets.

use super::list::List;
use super::view::{View, is_han};
use crate::text::glyph::Space;

/// A document number, by the indices of its characters.
pub(super) struct Found {
    /// Where the agency's code begins.
    pub start: usize,
    /// The opening bracket, which ends the code.
    pub open: usize,
    pub end: usize,
    pub year: u16,
    pub serial: u32,
}

/// The longest agency's code, in characters.
const LONGEST_CODE: usize = 12;

/// Words that stand before a document number and are no part of its code.
static BEFORE: List = List::backward(&[
    "落实", "贯彻", "执行", "印发", "转发", "根据", "按照", "依据", "依照", "参照", "遵照", "下发", "通过", "发布",
    "出台", "制定", "关于", "以及", "文号", "编号", "字号", "文件", "备注", "文书", "见", "以", "的", "和", "与", "及",
    "对", "将", "由", "即", "是", "为", "了", "据", "号", "以下",
]);

/// Endings of an agency's full name, behind which its code begins.
static AGENCIES: List = List::backward(&["办公室", "委员会", "政府", "办事处"]);

/// Endings of an agency's name that a code may hold as well (交县委发); they count in what is too long for a code.
static AGENCY_WORDS: List = List::backward(&["县委", "市委", "区委", "省委", "局", "院", "厅"]);

/// The document number whose opening bracket stands at `open`; its code reaches back to `floor` at most.
pub(super) fn read(view: View<'_>, open: usize, floor: usize) -> Option<Found> {
    let close = match view.ch(open) {
        '〔' => '〕',
        '[' => ']',
        '(' => ')',
        '【' => '】',
        '﹝' => '﹞',
        '{' => '}',
        _ => return None,
    };
    let mut index = open + 1;
    let year = u16::try_from(number(view, &mut index, 4)?).ok().filter(|_| index == open + 5)?;
    if view.ch(index) == '年' {
        index += 1;
    }
    // A bracket of another sort closes as well: 〔2023）5号.
    if view.ch(index) != close && !matches!(view.ch(index), '〕' | ']' | ')' | '】') {
        return None;
    }
    index += 1;
    if view.ch(index) == '第' {
        index += 1;
    }
    let serial = number(view, &mut index, 6)?;
    if view.ch(index) != '号' || !(1949..2100).contains(&year) {
        return None;
    }
    let start = code(view, open, floor);
    let bare = start == open && !matches!(view.ch(open), '〔' | '﹝');
    (!bare).then_some(Found { start, open, end: index + 1, year, serial })
}

fn number(view: View<'_>, index: &mut usize, most: usize) -> Option<u32> {
    let from = *index;
    let mut value = 0;
    while let Some(digit) = view.ch(*index).to_digit(10) {
        if *index - from == most {
            return None;
        }
        value = value * 10 + digit;
        *index += 1;
    }
    (*index > from).then_some(value)
}

/// Index of the first character of the agency's code before `open`.
fn code(view: View<'_>, open: usize, floor: usize) -> usize {
    let spaced = view.space(open.saturating_sub(1)) == Space::Blank;
    let mut start = open;
    while start > floor && open - start < LONGEST_CODE && is_code(view.before(start)) {
        if let Some(word) = BEFORE.before(view, start) {
            // 文号：和政发〔2024〕3号: a word of one character right behind a mark is the code's own.
            let own = start - word == 1 && word > floor && matches!(view.ch(word - 1), '：' | ':' | '(' | '（' | '|');
            if !own || view.ch(word) == '见' {
                break;
            }
        }
        // A blank ends the code, unless the whole code is letterspaced.
        if start < open && view.space(start) != Space::None && !spaced {
            break;
        }
        let word = view.space(start - 1) == Space::None && start > floor + 1 && is_code(view.before(start - 1));
        if spaced && start < open && word {
            break;
        }
        start -= 1;
    }
    let behind = |names: &List| (start + 1..open).rev().find(|&at| names.before(view, at).is_some());
    let long = open - start > 8;
    if AGENCIES.before(view, open).is_some() {
        return start;
    }
    behind(&AGENCIES).or_else(|| behind(&AGENCY_WORDS).filter(|_| long)).unwrap_or(start)
}

fn is_code(ch: char) -> bool {
    is_han(ch) || ch.is_ascii_alphabetic()
}
