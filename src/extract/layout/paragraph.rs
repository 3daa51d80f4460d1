//! Lines to paragraphs.

use std::collections::BTreeMap;

use super::Sheet;
use super::footnote::{self, Note};
use super::line::Line;
use crate::extract::document::{Anchor, Assembly, BlockKind, Footnote, Place};
use crate::extract::error::Error;
use crate::span::Span;

/// A line that begins this many ems inside the text begins a paragraph.
const INDENT: f32 = 0.9;

/// A gap of more line pitches ends a paragraph.
const GAP: f32 = 1.6;

/// Sizes that differ by more than this part are two.
const OTHER_SIZE: f32 = 0.11;

/// Room in ems that a line may leave beside what could not be broken.
const RAGGED: f32 = 1.2;

/// Where paragraphs are indented, a line without a full stop ended early only with this many ems of room.
const SHORT: f32 = 9.0;

/// A line indented by more ems is set to the right or in the middle, and no first line of running text.
const SET_APART: f32 = 3.5;

/// Titles are larger than running text by this factor.
const TITLE: f32 = 1.15;

/// What ends a sentence or a clause that ends a paragraph.
const ENDS: &str = "。：；！？.:;!?…”’」』）)";

/// A key that is the same for values within `step`, and the weight of the commonest.
pub(super) fn mode(values: impl Iterator<Item = (f32, usize)>, step: f32) -> f32 {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for (value, weight) in values {
        *counts.entry((value / step).round() as i32).or_default() += weight;
    }
    let best = counts.into_iter().max_by_key(|(key, count)| (*count, std::cmp::Reverse(*key)));
    best.map_or(0.0, |(key, _)| key as f32 * step)
}

/// What the lines of a document, or of its left or right pages, have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Figures {
    /// The size of running text.
    size: f32,
    left: f32,
    right: f32,
    /// From baseline to baseline.
    pitch: f32,
    /// How far first lines are indented, 0 if they are not.
    indent: f32,
}

impl Figures {
    fn of(sheets: &[&Sheet], size: f32) -> Self {
        let is_body = |line: &&Line| !line.tabs && (line.size - size).abs() < OTHER_SIZE * size;
        let body = || sheets.iter().flat_map(|sheet| &sheet.lines).filter(is_body);
        let widest = body().map(|line| line.right - line.left).fold(0.0, f32::max);
        let is_long = |line: &&Line| line.right - line.left > 0.6 * widest;
        // First lines begin further right: the edge is the leftmost place where many lines begin.
        let mut edges: Vec<f32> = body().map(|line| line.left).collect();
        edges.sort_by(f32::total_cmp);
        let often = edges.len().div_ceil(8).max(1);
        let begin_at = |edge: f32| {
            let before = edges.partition_point(|other| *other < edge - 0.3 * size);
            edges.partition_point(|other| *other < edge + 0.3 * size) - before
        };
        let left = edges.iter().copied().find(|edge| begin_at(*edge) >= often).unwrap_or_default();
        let mut rights: Vec<f32> = body().filter(is_long).map(|line| line.right).collect();
        rights.sort_by(f32::total_cmp);
        let right = rights.get(rights.len() * 9 / 10).copied().unwrap_or_default();
        let mut pitches: Vec<f32> = Vec::new();
        for sheet in sheets {
            let of_sheet: Vec<&Line> = sheet.lines.iter().filter(is_body).collect();
            pitches.extend(of_sheet.windows(2).map(|pair| pair[1].baseline - pair[0].baseline));
        }
        pitches.retain(|pitch| *pitch > 0.5 * size);
        pitches.sort_by(f32::total_cmp);
        let pitch = pitches.get(pitches.len() / 2).copied().unwrap_or(2.0 * size);
        let indents = body().map(|line| line.left - left).filter(|by| (INDENT * size..SET_APART * size).contains(by));
        let indents: Vec<(f32, usize)> = indents.map(|by| (by, 1)).collect();
        let indent = if indents.len() * 12 >= body().count() { mode(indents.into_iter(), 2.0) } else { 0.0 };
        Self { size, left, right, pitch, indent }
    }

    /// Whether a line stands in the middle, away from both edges.
    fn is_centred(&self, line: &Line) -> bool {
        let (before, behind) = (line.left - self.left, self.right - line.right);
        // A first line may happen to leave as much room behind it as before it.
        let least = if line.size > TITLE * self.size { 1.0 } else { SET_APART } * line.size;
        before > least && behind > least && (before - behind).abs() < line.size.max(self.size)
    }

    /// Whether `line` begins a paragraph behind `above`, which may stand on the page before.
    fn begins(&self, above: &Line, line: &Line, same_page: bool) -> bool {
        let em = line.size;
        let gap = line.baseline - above.baseline;
        if above.tabs || line.tabs || (above.size - em).abs() > OTHER_SIZE * em {
            return true;
        }
        let is_ended = above.text.trim_end().ends_with(|ch| ENDS.contains(ch));
        // A title may take several lines.
        let is_title = em > TITLE * self.size && self.is_centred(line) && same_page && gap < GAP * em;
        let above_in_title = self.is_centred(above) || self.right - above.right < 2.0 * em;
        if is_title && above_in_title && !is_ended {
            return false;
        }
        if self.is_centred(above) {
            return true;
        }
        let pitch = self.pitch.max(1.05 * em);
        if same_page && gap > GAP * pitch {
            return true;
        }
        let room = self.right - above.right;
        let same_edge = (line.left - above.left).abs() < 0.3 * em;
        let indent = line.left - self.left;
        if indent >= INDENT * em {
            // Inside a block that is indented as a whole, a full line without a stop runs on.
            let unusual = (indent - self.indent).abs() > 0.5 * em && indent < 3.0 * SET_APART * em;
            return !(same_edge && unusual && room < RAGGED * em && !is_ended);
        }
        if above.left - self.left > SET_APART * em && !same_edge {
            return true;
        }
        let ended_early = room > unbreakable(&line.text) * em + RAGGED * em;
        let indented = self.indent > 0.0;
        ended_early && (!indented || is_ended || room > SHORT * em)
    }
}

/// The width in ems of what stands at the start of a line and could not have stood alone on the line above.
fn unbreakable(text: &str) -> f32 {
    let mut width = 0.0;
    let mut before: Option<char> = None;
    for ch in text.chars().take(40) {
        let latin = |ch: char| ch.is_ascii_graphic() || matches!(ch, '‰' | '℃' | '．');
        let stays = match before {
            None => true,
            Some(before) => {
                latin(before) && latin(ch)
                    || "，。：；！？、）》〉」』”’】〕％%…—".contains(ch)
                    || "（《〈「『“‘【〔".contains(before)
            }
        };
        if !stays {
            break;
        }
        width += if ch.is_ascii() { 0.55 } else { 1.0 };
        before = Some(ch);
    }
    width
}

/// Adds a line to the text before it: without a blank but between Latin words; a hyphen at the end of a line goes if it divides a word.
pub(super) fn join(text: &mut String, line: &str) {
    let kept = text.trim_end().len();
    text.truncate(kept);
    let line = line.trim_start();
    let mut ends = text.chars().rev();
    let (last, before) = (ends.next(), ends.next());
    let first = line.chars().next();
    let is_letter = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_alphabetic());
    let is_latin = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_graphic());
    if matches!(last, Some('-' | '\u{AD}' | '\u{2010}')) && is_letter(before) && is_letter(first) {
        text.pop();
    } else if is_latin(last) && is_latin(first) && (is_letter(last) || is_letter(first)) && last != Some('-') {
        text.push(' ');
    }
    text.push_str(line);
}

/// A paragraph in the making.
#[derive(Default)]
struct Draft {
    text: String,
    /// Of each line: sheet, line, and its bytes in the text.
    lines: Vec<(usize, usize, (usize, usize))>,
}

/// Writes the lines of the pages as paragraphs.
pub(super) fn write(sheets: &[Sheet], notes: Vec<Note>, assembly: &mut Assembly) -> Result<(), Error> {
    let size = footnote::body_size(sheets);
    let all = Figures::of(&sheets.iter().collect::<Vec<_>>(), size);
    // The margins of left and right pages may differ.
    let sides = [0, 1].map(|side| {
        let of_side: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.number % 2 == side).collect();
        let many = of_side.iter().map(|sheet| sheet.lines.len()).sum::<usize>() >= 24;
        if many { Figures { pitch: all.pitch, indent: all.indent, ..Figures::of(&of_side, size) } } else { all }
    });
    let mut writer = Writer { sheets, assembly, starts: BTreeMap::new() };
    let mut draft = Draft::default();
    let mut above: Option<(usize, &Line)> = None;
    for (index, sheet) in sheets.iter().enumerate() {
        for (at, line) in sheet.lines.iter().enumerate() {
            let figures = &sides[(sheet.number % 2) as usize];
            let begins = above.is_none_or(|(before, above)| {
                let shifted = shifted(above, &sides[(sheets[before].number % 2) as usize], figures);
                figures.begins(&shifted, line, before == index)
            });
            if begins {
                writer.block(std::mem::take(&mut draft))?;
            }
            join(&mut draft.text, &line.text);
            let end = draft.text.len();
            let start = end - line.text.trim_start().len();
            // Joining may have taken a hyphen or blanks from the line before.
            if let Some((.., (_, before))) = draft.lines.last_mut() {
                *before = (*before).min(start);
            }
            draft.lines.push((index, at, (start, end)));
            above = Some((index, line));
        }
    }
    writer.block(draft)?;
    let starts = writer.starts;
    for note in notes {
        let at = note.at.and_then(|(sheet, line, byte)| Some(starts.get(&(sheet, line))? + byte as u32));
        assembly.footnotes.push(Footnote { text: note.text, at });
    }
    Ok(())
}

/// A line as it would stand on a page with other margins.
fn shifted(line: &Line, from: &Figures, to: &Figures) -> Line {
    let by = to.left - from.left;
    let (left, right) = (line.left + by, line.right + by);
    Line { left, right, ..line.clone() }
}

struct Writer<'a, 'l> {
    sheets: &'a [Sheet],
    assembly: &'a mut Assembly<'l>,
    /// Where the text of each line begins.
    starts: BTreeMap<(usize, usize), u32>,
}

impl Writer<'_, '_> {
    fn block(&mut self, draft: Draft) -> Result<(), Error> {
        let (Some(first), Some(last)) = (draft.lines.first(), draft.lines.last()) else { return Ok(()) };
        let text = draft.text.trim_end();
        let begin = self.assembly.next();
        let kind = if self.is_row(first) { BlockKind::TableRow } else { BlockKind::Body };
        let pages = Some((self.sheets[first.0].number, self.sheets[last.0].number));
        self.assembly.block("", text, Place { pages, ..Place::new(kind) })?;
        for (sheet, at, (start, end)) in &draft.lines {
            let page = self.sheets[*sheet].number;
            let edges = self.sheets[*sheet].lines[*at].edges();
            let (start, end) = ((*start).min(text.len()) as u32, (*end).min(text.len()) as u32);
            self.starts.insert((*sheet, *at), begin + start);
            self.assembly.anchors.push(Anchor { span: Span::new(begin + start, begin + end), page, edges });
        }
        Ok(())
    }

    /// Whether a line is a row of a table: it has cells, and so has one beside it.
    fn is_row(&self, (sheet, at, _): &(usize, usize, (usize, usize))) -> bool {
        let lines = &self.sheets[*sheet].lines;
        let tabs = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| line.tabs);
        tabs(Some(*at)) && (tabs(at.checked_sub(1)) || tabs(Some(at + 1)))
    }
}
