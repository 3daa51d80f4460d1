//! Finds the markers of one paragraph: at its start, and inside it where an enumeration or a run-in heading begins.
//!
//! A form alone proves little inside a paragraph (`这一是`, `第一，`), so each place a marker stands in has a strength, and
//! weak places need a second member of the same row before a first one counts.

use std::ops::Range;

use crate::span::Span;
use crate::text::glyph::is_layout;
use crate::text::marker::{self, ItemWord, Marker, MarkerStyle};
use crate::text::{Text, blank, ordinary};

/// Bytes behind the first member of a row in which its second must stand, for rows that ordinary prose imitates.
const ROW_REACH: usize = 6_000;

/// A marker that opens a section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub at: u32,
    pub marker: Marker,
    /// The first 。 of the paragraph behind it.
    pub stop: Option<u32>,
    /// Whether it begins the paragraph.
    pub starts: bool,
}

/// How firmly the text before a marker says that something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The paragraph's start.
    Start,
    /// After 。；：！？
    Stop,
    /// After ，
    Comma,
    /// In the middle of words.
    Words,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: usize,
    marker: Marker,
    place: Place,
    /// Whether a 。 stands between this candidate and the one before.
    stopped: bool,
    /// The first 。 of the paragraph behind it.
    stop: Option<u32>,
}

/// The kinds of rows that are counted apart.
const ROWS: usize = 9;

fn row(marker: &Marker) -> usize {
    match marker.item {
        ItemWord::No => marker.style as usize,
        ItemWord::Is => 5,
        ItemWord::Must => 6,
        ItemWord::Ordinal => 7,
        ItemWord::First => 8,
    }
}

/// Finds markers, paragraph after paragraph; its buffers are reused.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    /// How many marks of the text lie before what was read last.
    marks_read: usize,
    candidates: Vec<Candidate>,
    /// How many candidates know the 。 behind them.
    stops: usize,
    /// The last number accepted in each kind of row.
    last: [u16; ROWS],
}

impl Scanner {
    /// Begins with a text.
    pub fn begin(&mut self) {
        self.marks_read = 0;
        self.last = [0; ROWS];
    }

    /// Puts the markers of the paragraph `span` into `found`, in order.
    pub fn paragraph(&mut self, text: &Text<'_>, span: Span, found: &mut Vec<Found>) {
        found.clear();
        self.collect(text, span);
        let source = text.source;
        if self.candidates.is_empty() {
            return;
        }
        let mut seconds = [0; ROWS];
        for (index, candidate) in self.candidates.iter().enumerate() {
            if candidate.marker.number == Some(2) && candidate.place != Place::Words {
                seconds[row(&candidate.marker)] = index;
            }
        }
        let mut here: [u16; ROWS] = [0; ROWS];
        let mut previous: Option<MarkerStyle> = None;
        for index in 0..self.candidates.len() {
            let candidate = self.candidates[index];
            if candidate.stopped {
                previous = None;
            }
            let row = row(&candidate.marker);
            let second_follows = seconds[row] > index;
            if !self.accepts(source, &candidate, second_follows, here[row], previous) {
                continue;
            }
            let number = candidate.marker.number.unwrap_or(0);
            self.last[row] = number;
            here[row] = number;
            previous = Some(candidate.marker.style);
            found.push(Found {
                at: candidate.at as u32,
                marker: candidate.marker,
                stop: candidate.stop,
                starts: candidate.place == Place::Start,
            });
        }
    }

    fn accepts(
        &self,
        source: &str,
        candidate: &Candidate,
        second_follows: bool,
        here: u16,
        previous: Option<MarkerStyle>,
    ) -> bool {
        let marker = &candidate.marker;
        let Some(number) = marker.number else {
            return candidate.place == Place::Start;
        };
        let last = self.last[row(marker)];
        let in_row = |last: u16| if number == 1 { second_follows } else { last + 1 == number };
        match (marker.item, candidate.place) {
            (ItemWord::Is, Place::Start | Place::Stop) => true,
            (ItemWord::Is, Place::Comma) => in_row(last),
            (ItemWord::Is, Place::Words) => in_row(here),
            (ItemWord::Must, Place::Start | Place::Stop) => begins_row(source, candidate, number, last, &["二要"]),
            (ItemWord::Ordinal, Place::Start | Place::Stop) => begins_row(source, candidate, number, last, &["第二"]),
            (ItemWord::First, Place::Start | Place::Stop) => {
                if number == 1 {
                    begins_row(source, candidate, 1, last, &["其次", "再次"])
                } else {
                    (1..number).contains(&last)
                }
            }
            (ItemWord::Must | ItemWord::Ordinal | ItemWord::First, _) => false,
            (ItemWord::No, Place::Start) => true,
            (ItemWord::No, Place::Stop) => in_row(last),
            (ItemWord::No, _) if marker.style == MarkerStyle::Circled => in_row(here),
            // A heading glued to its first child: 一、强化领导（一）健全机制。
            (ItemWord::No, Place::Words) => {
                marker.style == MarkerStyle::ChineseParenthesised
                    && number == 1
                    && second_follows
                    && previous == Some(MarkerStyle::Chinese)
            }
            (ItemWord::No, Place::Comma) => false,
        }
    }

    /// Collects every place of the paragraph where a marker's form stands.
    fn collect(&mut self, text: &Text<'_>, span: Span) {
        self.candidates.clear();
        self.stops = 0;
        let source = text.source;
        let Range { start: from, end: to } = span.range();
        let mut stopped = false;
        let mut at = self.first(source, from, to);
        let bytes = &source.as_bytes()[..to];
        let marks = &text.marks[self.marks_read..];
        for mark in marks.iter().map(|&mark| mark as usize).take_while(|&mark| mark < to) {
            self.marks_read += 1;
            if mark < at {
                continue;
            }
            let (next, place) = match bytes[mark..] {
                // 是
                [0xe6, 0x98, 0xaf, ..] => {
                    if let Some(item) = item(source, from, at..to, mark) {
                        at = item.marker.end;
                        self.candidates.push(Candidate { stopped, ..item });
                        stopped = false;
                    }
                    continue;
                }
                // 。
                [0xe3, 0x80, 0x82, ..] => {
                    stopped = true;
                    self.stop(mark);
                    (skip_to_text(bytes, mark + 3), Place::Stop)
                }
                [0xef, 0xbc, 0x9b | 0x9a | 0x81 | 0x9f, ..] => (skip_to_text(bytes, mark + 3), Place::Stop), // ；：！？
                [b';' | b':' | b'!' | b'?', ..] => (skip_to_text(bytes, mark + 1), Place::Stop),
                [b'(', ..] | [0xef, 0xbc, 0x88, ..] | [0xe2, 0x91 | 0x9d, ..] => (mark, Place::Words), // （①❶
                _ => continue,
            };
            if let Some(marker) = marker::at(source, next, to).filter(|m| m.number.is_some() && fits(m, place)) {
                at = marker.end;
                self.candidates.push(Candidate { at: next, marker, place, stopped, stop: None });
                stopped = false;
            }
        }
    }

    /// Tells the candidates that wait for it where the 。 behind them is.
    fn stop(&mut self, at: usize) {
        for candidate in &mut self.candidates[self.stops..] {
            candidate.stop = Some(at as u32);
        }
        self.stops = self.candidates.len();
    }

    /// Takes the marker that the paragraph begins with, if any; returns the offset behind it, or `from`.
    fn first(&mut self, source: &str, from: usize, to: usize) -> usize {
        let marker = marker::at(source, from, to).or_else(|| {
            if !matches!(source.as_bytes()[from], b'0'..=b'9' | 0xef) {
                return None; // no digit
            }
            let (marker, year) = marker::before_digit(source, from, to)?;
            let next = self.last[MarkerStyle::Arabic as usize] + 1;
            (marker.number == Some(next) && (year || next > 2)).then_some(marker)
        });
        let Some(marker) = marker else { return from };
        self.candidates.push(Candidate { at: from, marker, place: Place::Start, stopped: false, stop: None });
        marker.end
    }
}

/// `，一是…`, `…领导一是…`: an item that no sentence's end stands before. `is` is the offset of 是, in a paragraph that
/// begins at `from` and is unread in `unread`.
fn item(source: &str, from: usize, unread: Range<usize>, is: usize) -> Option<Candidate> {
    // What is no numeral nor layout before it is nearly always an ordinary character.
    let glued_on = source.as_bytes()[from..is].last_chunk::<3>();
    if glued_on.is_some_and(|before| ordinary::begins(before[0]) && marker::chinese_digit(before).is_none()) {
        return None;
    }
    let numeral = |ch| matches!(ch, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let before = source[from..is].trim_end_matches(is_layout);
    if !before.ends_with(numeral) {
        return None;
    }
    let marker_at = |at| {
        let marker = marker::at(source, at, unread.end).filter(|marker| marker.item == ItemWord::Is)?;
        Some(Candidate { at, marker, place: Place::Words, stopped: false, stop: None })
    };
    let unread_before = &source[unread.start..is];
    let clause = unread_before.trim_end_matches(|ch| numeral(ch) || is_layout(ch)).trim_end_matches(is_closer);
    if clause.ends_with(['，', ','])
        && let Some(item) = marker_at(skip_to_text(&source.as_bytes()[..unread.end], unread.start + clause.len()))
    {
        return Some(Candidate { place: Place::Comma, ..item });
    }
    let mut number_at = before.len();
    for ch in before.chars().rev().take_while(|&ch| numeral(ch)).take(2) {
        number_at -= ch.len_utf8();
    }
    // 之一是, 这一是 and their like are prose.
    let prose =
        ['之', '这', '那', '第', '唯', '统', '同', '不', '万', '单', '专', '其', '合', '进', '百', '千', '零', '点'];
    let glued = number_at == 0 || before[..number_at].ends_with(prose) || from + number_at < unread.start;
    if glued { None } else { marker_at(from + number_at) }
}

/// Whether a marker of this form can stand in such a place at all.
fn fits(marker: &Marker, place: Place) -> bool {
    match place {
        Place::Start | Place::Stop => !marker.damaged,
        Place::Comma => marker.item == ItemWord::Is,
        Place::Words => {
            !marker.damaged
                && matches!(marker.style, MarkerStyle::Circled | MarkerStyle::ChineseParenthesised)
                && marker.item == ItemWord::No
        }
    }
}

/// Whether a member of a row that prose imitates belongs to one: the first by a second that follows, others by the one before.
fn begins_row(source: &str, candidate: &Candidate, number: u16, last: u16, seconds: &[&str]) -> bool {
    if number > 1 {
        return last + 1 == number;
    }
    let from = candidate.marker.end;
    let to = source.floor_char_boundary(from + ROW_REACH);
    seconds.iter().any(|second| memchr::memmem::find(&source.as_bytes()[from..to], second.as_bytes()).is_some())
}

/// The first place from `from` on where no [`is_closer`] stands.
#[inline]
fn skip_to_text(bytes: &[u8], from: usize) -> usize {
    match bytes.get(from) {
        Some(&first) if !ordinary::begins(first) => skip_closers(bytes, from),
        _ => from,
    }
}

fn skip_closers(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        at += match bytes[at..] {
            [b'\n' | b'"' | b')', ..] => 1,
            [0xe2, 0x80, 0x99 | 0x9d, ..] | [0xef, 0xbc, 0x89, ..] | [0xe3, 0x80, 0x8b, ..] => 3, // ’”）》
            _ => match blank::width(&bytes[at..]) {
                0 => return at,
                width => width,
            },
        }
    }
}

/// Whether `ch` can stand between a mark and the marker behind it: closing quotes and brackets, blanks and joined line
/// ends.
fn is_closer(ch: char) -> bool {
    is_layout(ch) || matches!(ch, '”' | '’' | '"' | '）' | ')' | '》')
}

#[cfg(test)]
mod tests {
    use super::{is_closer, skip_closers};

    #[test]
    fn bytes_tell_the_closers() {
        for ch in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let bytes = ch.encode_utf8(&mut bytes).as_bytes();
            assert_eq!(skip_closers(bytes, 0), if is_closer(ch) { bytes.len() } else { 0 }, "{ch:?}");
        }
    }
}
