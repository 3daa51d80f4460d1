//! The letterhead: the organisations over the title, the document's own number, and who signed for its issue (签发人).

use super::flat::Flat;
use super::head::{Head, HeadKind};
use super::org;
use super::title::{self, Title};
use super::{Named, Names};
use crate::facts::Facts;

/// The document's own number: on a short line of the head; numbers inside 《》 are cited ones.
pub(super) fn doc_number(source: &str, head: &Head, facts: &Facts) -> Option<Named> {
    for line in head.lines.iter().filter(|line| line.kind == HeadKind::Short) {
        let first = facts.doc_numbers.partition_point(|number| number.span.start < line.span.start);
        for found in facts.doc_numbers[first..].iter().take_while(|number| number.span.end <= line.span.end) {
            let before = &source[line.span.start as usize..found.span.start as usize];
            let inside = before.matches('《').count() > before.matches('》').count();
            let cited = ["根据", "按照", "依据", "落实", "关于印发"].iter().any(|word| before.contains(word));
            if !inside && !cited {
                return Some(super::meta::number(source, found, line.span.start));
            }
        }
    }
    None
}

/// Organisations on lines of their own: `文件` letterheads over the title, names under it, and plain names over it.
#[derive(Debug, Default)]
pub(super) struct Letterhead {
    /// Of a line ending in 文件.
    pub official: Vec<Named>,
    /// Under the title, before the text.
    pub below: Vec<Named>,
    /// A plain name over the title or the text, which may also be the site's.
    pub plain: Vec<Named>,
}

impl Letterhead {
    /// Reads the lines around the title.
    pub fn of(head: &Head, title: Option<&Title>) -> Self {
        let mut found = Self::default();
        let (above, below) = match title {
            Some(title) => (title.lines.0, title.lines.1 + 1),
            None => (head.first_running(), head.lines.len()),
        };
        for (position, line) in head.lines.iter().enumerate() {
            if line.kind != HeadKind::Short
                || (title.is_some_and(|title| (title.lines.0..=title.lines.1).contains(&position)))
            {
                continue;
            }
            let text = line.flat.text.as_str();
            if let Some(name) = text.strip_suffix("文件").or_else(|| text.strip_suffix("（文件）"))
                && position < above
            {
                // Of two organisations over one 文件 the upper stands on the line before.
                if let Some(upper) = position.checked_sub(1).map(|before| &head.lines[before])
                    && line.gap == 0
                    && upper.kind == HeadKind::Short
                    && title::is_organisation(&upper.flat)
                {
                    found.official.extend(names(&upper.flat, upper.flat.text.len()));
                }
                found.official.extend(names(&line.flat, name.len()));
            } else if title::is_organisation(&line.flat) && !text.ends_with(['：', ':']) {
                let list = if position < above { &mut found.plain } else { &mut found.below };
                if position < above || position >= below && position < head.first_running().max(below) {
                    list.extend(names(&line.flat, text.len()));
                }
            }
        }
        found
    }
}

fn names(flat: &Flat, to: usize) -> impl Iterator<Item = Named> + '_ {
    org::split(flat, 0, to).into_iter().map(|(from, to)| flat.named(from, to))
}

/// 签发人：张某 李某, in the line or the next ones.
pub(super) fn signers(head: &Head) -> Names {
    let mut found = Names::new();
    for (position, line) in head.lines.iter().enumerate() {
        let Some(at) = line.flat.text.find("签发人").filter(|_| line.kind != HeadKind::Running) else { continue };
        let rest = &line.flat.text[at + "签发人".len()..];
        let Some(rest) = rest.strip_prefix(['：', ':']).or(flat_gap(&line.flat, at + "签发人".len()).then_some(rest))
        else {
            continue;
        };
        let from = line.flat.text.len() - rest.len();
        people(&line.flat, from, &mut found);
        for next in head.lines[position + 1..].iter().take(4) {
            let before = found.len();
            let bare = next.kind == HeadKind::Short
                && next.flat.text.chars().count() <= 10
                && org::kind_of(&next.flat.text).is_none();
            if !bare
                || next.flat.text.chars().any(|ch| !is_name_char(ch) && ch != '、')
                || title::is_organisation(&next.flat)
            {
                break;
            }
            people(&next.flat, 0, &mut found);
            if found.len() == before {
                break;
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

fn flat_gap(flat: &Flat, at: usize) -> bool {
    flat.cuts.binary_search(&at).is_ok()
}

/// Adds the people named in `flat` from `from` on. Two characters set apart (刘　某) are one name.
fn people(flat: &Flat, from: usize, found: &mut Names) {
    let text = flat.text.as_str();
    let mut tokens: Vec<(usize, usize)> = Vec::new();
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
        } else if flat.cuts.binary_search(&at).is_ok() {
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
