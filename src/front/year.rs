//! The reporting year: from the title, else from the sentences at the top, else the most plausible one.

use super::flat::{Flat, Flats, clip, is_longer};
use crate::span::Span;
use crate::text::glyph::fold;
use crate::text::words::Words;
use crate::text::{LineKind, Text};

/// A year in a text: its value and its place, as offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The year.
    pub value: u16,
    /// Offset of its first digit.
    pub from: usize,
    /// Offset behind its last digit.
    pub to: usize,
}

/// The first year of `text` that is followed by 年, or by a word of a title (2024法治政府建设年度报告).
pub(super) fn first(text: &str) -> Option<Found> {
    all(text).find(|found| follows(text, found.to))
}

fn follows(text: &str, at: usize) -> bool {
    static FOLLOWERS: Words = Words::new(&["年", "以来", "法治", "依法", "全"]);
    FOLLOWERS.start_of(&text[at..]).is_some()
}

/// Every run of four digits, Arabic or Chinese, that can be a year of a report.
fn all(text: &str) -> impl Iterator<Item = Found> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((from, ch)) = chars.next() {
            let Some(digit) = digit(ch) else { continue };
            let (mut value, mut count, mut to) = (u32::from(digit), 1, from + ch.len_utf8());
            while let Some(&(at, ch)) = chars.peek() {
                let Some(digit) = self::digit(ch) else { break };
                value = (value * 10 + u32::from(digit)).min(100_000);
                count += 1;
                to = at + ch.len_utf8();
                chars.next();
            }
            if count == 4 && (1990..=2099).contains(&value) {
                return Some(Found { value: value as u16, from, to });
            }
        }
        None
    })
}

fn digit(ch: char) -> Option<u8> {
    match fold(ch) {
        ch @ '0'..='9' => Some(ch as u8 - b'0'),
        '〇' | '○' | '零' | 'Ｏ' | 'O' | '◯' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// The year of a title; of a range (2021—2025年) none, since plans have one.
pub(super) fn of_title(flat: Flat<'_>, range: (usize, usize)) -> Option<(u16, Span)> {
    let text = &flat.text[range.0..range.1];
    let found = first(text).or_else(|| all(text).next())?;
    Some((found.value, flat.span(range.0 + found.from, range.0 + found.to)))
}

/// The first paragraphs, made flat one at a time: most are not looked at closely.
struct Lead<'a, 't> {
    text: &'a Text<'t>,
    flats: &'a mut Flats,
}

impl Lead<'_, '_> {
    /// What `ask` finds in the first of `count` paragraphs where it finds something; `fits` judges their raw text.
    fn find<T>(
        &mut self,
        count: usize,
        fits: impl Fn(&str) -> bool,
        mut ask: impl FnMut(Flat<'_>) -> Option<T>,
    ) -> Option<T> {
        let source = self.text.source;
        let spans = self.text.paragraphs.iter().take(count).map(|paragraph| clip(source, paragraph.span));
        spans.filter(|span| fits(&source[span.range()])).find_map(|span| ask(self.flats.fill(source, [span])))
    }
}

/// How many paragraphs tell the year.
const PARAGRAPHS: usize = 60;

/// The reporting year as the body tells it.
pub(super) fn of_body(text: &Text<'_>, flats: &mut Flats) -> Option<(u16, Span)> {
    let mut lead = Lead { text, flats };
    announced(&mut lead)
        .or_else(|| opening(&mut lead))
        .or_else(|| headed(&mut lead))
        .or_else(|| signed(&mut lead))
        .or_else(|| commonest(text))
}

/// 现将2022年法治政府建设情况报告如下
fn announced(lead: &mut Lead<'_, '_>) -> Option<(u16, Span)> {
    let fits = |text: &str| memchr::memmem::find(text.as_bytes(), "下".as_bytes()).is_some();
    lead.find(PARAGRAPHS, fits, |flat| {
        let end = ["如下", "报告下"].iter().find_map(|word| flat.text.find(word))?;
        let start = flat.text[..end].rfind(['。', '；']).map_or(0, |at| at + '。'.len_utf8());
        let sentence = &flat.text[start..end];
        let start =
            ["现将", "现就", "现把"].iter().find_map(|word| sentence.rfind(word)).map_or(start, |at| start + at);
        let found = outside_titles(&flat.text[start..end])?;
        Some((found.value, flat.span(start + found.from, start + found.to)))
    })
}

/// 2025年,… or 2023年以来,… at the start of a line.
fn opening(lead: &mut Lead<'_, '_>) -> Option<(u16, Span)> {
    lead.find(
        20,
        |_| true,
        |flat| {
            let found = first(flat.text)?;
            let rest = flat.text[found.to..].trim_start_matches("年度").trim_start_matches('年');
            let dated = rest.starts_with(|ch: char| digit(ch).is_some()) && rest.contains('日');
            (found.from <= 6 && !dated && super::head::is_running(flat.text))
                .then(|| (found.value, flat.span(found.from, found.to)))
        },
    )
}

/// 一、2021年工作情况 as a heading, or the year before 2022年工作打算.
fn headed(lead: &mut Lead<'_, '_>) -> Option<(u16, Span)> {
    static DONE: Words = Words::new(&["情况", "成效", "举措", "做法", "措施", "成绩", "回顾"]);
    static PLANNED: Words = Words::new(&["打算", "安排", "计划", "思路", "下一步", "重点工作"]);
    let mut planned = None;
    let done = lead.find(
        PARAGRAPHS,
        |_| true,
        |flat| {
            if is_longer(flat.text, 50) {
                return None;
            }
            let found = outside_titles(flat.text)?;
            let rest = &flat.text[found.to..];
            if PLANNED.are_in(rest) {
                planned = planned.or(Some((found.value - 1, flat.span(found.from, found.to))));
                return None;
            }
            DONE.are_in(rest).then(|| (found.value, flat.span(found.from, found.to)))
        },
    );
    done.or(planned)
}

/// A sentence of the lead that names a year outside titles and numbers.
fn signed(lead: &mut Lead<'_, '_>) -> Option<(u16, Span)> {
    lead.find(
        6,
        |_| true,
        |flat| {
            let found = outside_titles(flat.text)?;
            Some((found.value, flat.span(found.from, found.to)))
        },
    )
}

/// The first year outside 《》 and brackets, followed by 年.
fn outside_titles(text: &str) -> Option<Found> {
    let (mut depth, mut at) = (0_i32, 0);
    all(text).find(|found| {
        depth = text[at..found.from].chars().fold(depth, |depth, ch| match ch {
            '《' | '〔' => depth + 1,
            '》' | '〕' => (depth - 1).max(0),
            _ => depth,
        });
        at = found.from;
        depth == 0
            && text[found.to..].starts_with('年')
            && !text[..found.from].ends_with(['—', '-', '－', '–', '至', '['])
    })
}

/// The year named most often in the whole text, followed by 年 and neither in 《》 nor a day's date; the later one of two.
fn commonest(text: &Text<'_>) -> Option<(u16, Span)> {
    let mut counts = [(0_u32, Span::default()); 110];
    for line in text.lines.iter().filter(|line| line.kind == LineKind::Text) {
        let content = text.slice(line.span);
        let mut depth = 0_i32;
        let mut from = 0;
        for found in all(content) {
            depth +=
                content[from..found.from].chars().map(|ch| i32::from(ch == '《') - i32::from(ch == '》')).sum::<i32>();
            from = found.from;
            if depth <= 0 && content[found.to..].trim_start().starts_with('年') {
                let slot = &mut counts[usize::from(found.value - 1990)];
                if slot.0 == 0 {
                    slot.1 = Span::new(line.span.start + found.from as u32, line.span.start + found.to as u32);
                }
                slot.0 += 1;
            }
        }
    }
    let (index, (count, span)) = counts.into_iter().enumerate().max_by_key(|(index, (count, _))| (*count, *index))?;
    (count > 0).then_some((1990 + index as u16, span))
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn years_in_titles() {
        for (text, want) in [
            ("青岚县2024年法治政府建设年度报告", Some(2024)),
            ("关于二〇二四年度法治政府建设情况的报告", Some(2024)),
            ("关于二○一九年依法行政工作情况的报告", Some(2019)),
            ("青岚县２０２３年度法治政府建设情况报告", Some(2023)),
            ("2024法治政府建设年度报告", Some(2024)),
            ("法治政府建设年度报告", None),
            ("20__年法治政府建设工作总结", None),
            ("第12345号", None),
        ] {
            assert_eq!(first(text).map(|found| found.value), want, "{text}");
        }
    }
}
