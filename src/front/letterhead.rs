//! The letterhead: the organisations over the title, the document's own number, and who signed for its issue (签发人).

use smallvec::SmallVec;

use super::flat::{Flat, Flats, is_longer};
use super::head::{Head, HeadKind};
use super::org;
use super::title::{self, Title};
use super::{Named, Names};
use crate::facts::Facts;
use crate::text::words::Words;

/// The document's own number: on a short line of the head; numbers inside 《》 are cited ones.
pub(super) fn doc_number(head: Head<'_>, title: Option<Title<'_>>, facts: &Facts, flats: &mut Flats) -> Option<Named> {
    static CITING: Words = Words::new(&["根据", "按照", "依据", "落实", "关于印发"]);
    if facts.doc_numbers.is_empty() {
        return None;
    }
    // On a line with the first sentence the number stands before the title.
    let glued = title.filter(|title| head.lines[title.lines.0].kind == HeadKind::Running);
    let glued = glued.map(|title| (title.lines.0, title.flat.span(title.range.0, title.range.1).start));
    for (position, line) in head.lines.iter().enumerate() {
        let end = match glued {
            Some((titled, start)) if titled == position => start,
            _ if line.kind == HeadKind::Short => line.span.end,
            _ => continue,
        };
        let first = facts.doc_numbers.partition_point(|number| number.span.start < line.span.start);
        for found in facts.doc_numbers[first..].iter().take_while(|number| number.span.end <= end) {
            let before = &head.source[line.span.start as usize..found.span.start as usize];
            let inside = before.matches('《').count() > before.matches('》').count();
            if !inside && !CITING.are_in(before) {
                return Some(super::meta::number(head.source, found, line.span.start, flats));
            }
        }
    }
    None
}

/// Organisations on lines of their own: `文件` letterheads over the title, names under it, and plain names over it.
#[derive(Debug, Default)]
pub(super) struct Letterhead {
    /// Of a line ending in 文件.
    pub official: LineNames,
    /// Under the title, before the text.
    pub below: LineNames,
    /// A plain name over the title or the text, which may also be the site's.
    pub plain: LineNames,
}

/// Names in lines of the head: the position of the line, and offsets into its flat text.
pub(super) type LineNames = SmallVec<[(usize, (usize, usize)); 4]>;

impl Letterhead {
    /// Reads the lines around the title.
    pub fn of(head: Head<'_>, title: Option<&Title<'_>>) -> Self {
        let mut found = Self::default();
        let (above, below) = match title {
            Some(title) => (title.lines.0, title.lines.1 + 1),
            None => (head.first_running, head.lines.len()),
        };
        for (position, (line, flat)) in head.texts(0).enumerate() {
            if line.kind != HeadKind::Short
                || (title.is_some_and(|title| (title.lines.0..=title.lines.1).contains(&position)))
            {
                continue;
            }
            let text = flat.text;
            if let Some(name) = text.strip_suffix("文件").or_else(|| text.strip_suffix("（文件）"))
                && position < above
            {
                // Of two organisations over one 文件 the upper stands on the line before.
                if let Some(upper) = position.checked_sub(1)
                    && line.gap == 0
                    && head.lines[upper].kind == HeadKind::Short
                    && title::is_organisation(head.flat(upper))
                {
                    found.official.extend(names(head, upper, head.flat(upper).text.len()));
                }
                found.official.extend(names(head, position, name.len()));
            } else if !text.ends_with(['：', ':']) && title::is_organisation(flat) {
                let list = if position < above { &mut found.plain } else { &mut found.below };
                if position < above || position >= below && position < head.first_running.max(below) {
                    list.extend(names(head, position, text.len()));
                }
            }
        }
        found
    }
}

fn names(head: Head<'_>, position: usize, to: usize) -> impl Iterator<Item = (usize, (usize, usize))> {
    org::split(head.flat(position), 0, to).into_iter().map(move |place| (position, place))
}

/// 签发人：张某 李某, in the line or the next ones.
pub(super) fn signers(head: Head<'_>, found: &mut Names) {
    static LABEL: Words = Words::new(&["签发人"]);
    for (position, (line, flat)) in head.texts(0).enumerate() {
        if line.kind == HeadKind::Running {
            continue;
        }
        let Some((at, label)) = LABEL.find(flat.text) else { continue };
        let rest = &flat.text[at + label.len()..];
        let Some(rest) = rest.strip_prefix(['：', ':']).or(flat.is_cut(at + label.len()).then_some(rest)) else {
            continue;
        };
        people(flat, flat.text.len() - rest.len(), found);
        for (next, flat) in head.texts(position + 1).take(4) {
            let before = found.len();
            let bare = next.kind == HeadKind::Short && !is_longer(flat.text, 10) && org::kind_of(flat.text).is_none();
            if !bare || flat.text.chars().any(|ch| !is_name_char(ch) && ch != '、') || title::is_organisation(flat) {
                break;
            }
            people(flat, 0, found);
            if found.len() == before {
                break;
            }
        }
        if !found.is_empty() {
            break;
        }
    }
}

/// Adds the people named in `flat` from `from` on. Two characters set apart (刘　某) are one name.
fn people(flat: Flat<'_>, from: usize, found: &mut Names) {
    let text = flat.text;
    let mut tokens: SmallVec<[(usize, usize); 16]> = SmallVec::new();
    let mut start = from;
    let mut close = |start: usize, end: usize| {
        if end > start {
            tokens.push((start, end));
        }
    };
    for (offset, ch) in text[from..].char_indices() {
        let at = from + offset;
        if matches!(ch, '、' | '，' | ',' | '；' | ';') {
            close(start, at);
            start = at + ch.len_utf8();
        } else if flat.is_cut(at) {
            close(start, at);
            start = at;
        }
    }
    close(start, text.len());
    let mut index = 0;
    while let Some(&(start, end)) = tokens.get(index) {
        index += 1;
        let single = text[start..end].chars().count() == 1;
        let mut to = end;
        if single
            && let Some(&(next, next_end)) =
                tokens.get(index).filter(|&&(a, b)| a == end && text[a..b].chars().count() == 1)
        {
            to = next_end;
            index += 1;
            // 王 小 明 alone is one name as well.
            let third = tokens.get(index).filter(|&&(a, b)| a == next_end && text[a..b].chars().count() == 1);
            if let Some(&(_, third_end)) = third.filter(|_| tokens.len() % 2 == 1 && next < next_end) {
                to = third_end;
                index += 1;
            }
        }
        let name = &text[start..to];
        let count = name.chars().count();
        if !name.chars().all(is_name_char)
            || name.contains("会签")
            || !(2..=12).contains(&count)
            || count > 4 && !name.contains('·')
        {
            break;
        }
        found.push(flat.named(start, to));
    }
}

fn is_name_char(ch: char) -> bool {
    crate::text::blank::is_han(ch) || matches!(ch, '·' | '*' | '×')
}
