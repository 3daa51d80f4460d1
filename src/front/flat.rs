//! A few lines as one string without layout, each character of which remembers where it stands in the input.

use super::Named;
use crate::span::Span;
use crate::text::glyph::is_blank;

/// Lines without blanks; offsets into [`Flat::text`] can be turned back into spans of the input.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flat<'a> {
    /// The characters as printed.
    pub text: &'a str,
    /// The pieces that stand together in the input.
    runs: &'a [Run],
}

/// Characters that stand together in the input: up to the next run.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it begins in the flat text.
    flat: u32,
    /// Where it begins in the input.
    source: u32,
}

impl<'a> Flat<'a> {
    /// The input span of `text[from..to]`; the empty span where nothing is meant.
    pub fn span(&self, from: usize, to: usize) -> Span {
        if from >= to || to > self.text.len() {
            return Span::default();
        }
        Span::new(self.place(from), self.place(to - 1) + 1)
    }

    fn place(&self, at: usize) -> u32 {
        let next = self.runs.partition_point(|run| run.flat as usize <= at);
        next.checked_sub(1).map_or(0, |run| self.runs[run].source + at as u32 - self.runs[run].flat)
    }

    /// Offsets into `text` before which a blank or a line end stood.
    pub fn cuts(self) -> impl Iterator<Item = usize> + 'a {
        self.runs.iter().skip(1).map(|run| run.flat as usize)
    }

    /// Whether a blank or a line end stood before `text[at..]`.
    pub fn is_cut(&self, at: usize) -> bool {
        at > 0 && self.runs.binary_search_by_key(&at, |run| run.flat as usize).is_ok()
    }

    /// `text[from..to]` with its place.
    pub fn named(&self, from: usize, to: usize) -> Named {
        Named { text: self.text[from..to].into(), span: self.span(from, to) }
    }
}

/// The memory of flat texts.
#[derive(Debug, Default)]
pub(super) struct Flats {
    text: String,
    runs: Vec<Run>,
}

/// A flat text in a [`Flats`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FlatPlace {
    /// Where its characters stand: in the input, if they are one run there, so that nothing is copied.
    text: (u32, u32),
    in_source: bool,
    runs: (u32, u32),
}

impl Flats {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
    }

    /// Reads the lines `spans`, in order, and keeps nothing else.
    pub fn fill<'a>(&'a mut self, source: &'a str, spans: impl IntoIterator<Item = Span>) -> Flat<'a> {
        self.clear();
        let place = self.add(source, spans);
        self.get(source, place)
    }

    /// Reads the lines `spans`, in order.
    pub fn add(&mut self, source: &str, spans: impl IntoIterator<Item = Span>) -> FlatPlace {
        let (from, first) = (self.text.len(), self.runs.len());
        // The first run is copied when there is a second one.
        let mut alone = 0..0;
        let mut len = 0;
        for span in spans {
            let mut at = span.start as usize;
            let to = span.end as usize;
            while at < to {
                let end = run_end(source, at, to);
                if end > at {
                    self.runs.push(Run { flat: len as u32, source: at as u32 });
                    if len == 0 {
                        alone = at..end;
                    } else {
                        self.text.push_str(&source[std::mem::take(&mut alone)]);
                        self.text.push_str(&source[at..end]);
                    }
                    len += end - at;
                }
                at = end + source[end..to].chars().next().map_or(0, char::len_utf8);
            }
        }
        let in_source = self.runs.len() == first + 1;
        let text = if in_source { alone } else { from..self.text.len() };
        FlatPlace {
            text: (text.start as u32, text.end as u32),
            in_source,
            runs: (first as u32, self.runs.len() as u32),
        }
    }

    /// A text read before.
    pub fn get<'a>(&'a self, source: &'a str, place: FlatPlace) -> Flat<'a> {
        let text = if place.in_source { source } else { self.text.as_str() };
        Flat {
            text: &text[place.text.0 as usize..place.text.1 as usize],
            runs: &self.runs[place.runs.0 as usize..place.runs.1 as usize],
        }
    }
}

/// Where the blank or line end at or behind `from` stands, or `to`.
fn run_end(source: &str, from: usize, to: usize) -> usize {
    let bytes = source.as_bytes();
    let mut at = from;
    while at < to {
        at += match bytes[at] {
            b' ' | b'\t' | b'\r' | b'\n' => return at,
            0x00..=0x7f => 1,
            0xe4..=0xe9 => 3,
            // Marks, mostly: 。 《 and ，； of full width.
            0xe3 if !bytes[at..].starts_with("\u{3000}".as_bytes()) => 3,
            0xef if !bytes[at..].starts_with("\u{feff}".as_bytes()) => 3,
            _ => match source[at..to].chars().next() {
                Some(ch) if !is_blank(ch) => ch.len_utf8(),
                _ => return at,
            },
        }
    }
    at
}

/// Whether a title is open at the end of `before`, as far as one reaches: what a province regulates all below it cite.
pub(super) fn in_title(before: &str) -> bool {
    const LONGEST: usize = 240;
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    near.rfind('《').is_some_and(|open| !near[open..].contains('》'))
}

/// Whether `text` has more than `count` characters.
pub(super) fn is_longer(text: &str, count: usize) -> bool {
    text.len() > 4 * count || text.len() > count && text.chars().count() > count
}

/// The first part of a line: what a head can say stands there, and a line may be the whole text.
pub(super) fn clip(source: &str, span: Span) -> Span {
    const LONGEST: usize = 12_000;
    let end = source.floor_char_boundary((span.start as usize + LONGEST).min(span.end as usize));
    Span::new(span.start, end as u32)
}

/// Characters that may stand around a name without belonging to it: bullets, quotes, brackets, stops.
pub(super) fn trim_marks(text: &str, from: usize, to: usize) -> (usize, usize) {
    let inner = &text[from..to];
    let start = from + inner.len() - inner.trim_start_matches(is_mark).len();
    let end = start + text[start..to].trim_end_matches(is_mark).len();
    (start, end)
}

fn is_mark(ch: char) -> bool {
    matches!(
        ch,
        '。' | '，'
            | ','
            | '、'
            | '；'
            | ';'
            | '：'
            | ':'
            | '.'
            | '“'
            | '”'
            | '"'
            | '•'
            | '·'
            | '*'
            | '#'
            | '-'
            | '—'
            | '■'
            | '◆'
            | '▪'
            | '|'
    )
}

#[cfg(test)]
mod tests {
    use super::{Flats, is_longer, trim_marks};
    use crate::span::Span;

    #[test]
    fn drops_layout_and_maps_back() {
        let source = "青岚县　人民\n 政府 ";
        let mut flats = Flats::default();
        let flat = flats.fill(source, [Span::new(0, 18), Span::new(20, source.len() as u32)]);
        assert_eq!(flat.text, "青岚县人民政府");
        assert!(flat.cuts().eq([9, 15]));
        assert!(flat.is_cut(9) && !flat.is_cut(0) && !flat.is_cut(12));
        assert_eq!(&source[flat.span(9, 21).range()], "人民\n 政府");
        assert!(flat.span(3, 3).is_empty());
        assert!(flat.span(90, 93).is_empty());
    }

    #[test]
    fn keeps_several() {
        let source = "　标题 一\n青岚县\n  \n报告";
        let mut flats = Flats::default();
        let spans = [(0, 13), (14, 23), (24, 26), (27, 33)].map(|(from, to)| Span::new(from, to));
        let places = spans.map(|span| flats.add(source, [span]));
        let texts = places.map(|place| flats.get(source, place).text);
        assert_eq!(texts, ["标题一", "青岚县", "", "报告"]);
        assert_eq!(flats.get(source, places[0]).span(6, 9), Span::new(10, 13));
        assert_eq!(flats.get(source, places[1]).span(3, 9), Span::new(17, 23));
        assert!(flats.get(source, places[2]).span(0, 0).is_empty());
    }

    #[test]
    fn trims_marks() {
        assert_eq!(trim_marks("：县委。", 0, 12), (3, 9));
        assert_eq!(trim_marks("。。", 0, 6), (6, 6));
    }

    #[test]
    fn counts_characters() {
        for (text, longer) in [("县县县", false), ("县县县县", true), ("abc", false), ("abcd", true), ("", false)]
        {
            assert_eq!(is_longer(text, 3), longer, "{text}");
        }
    }
}
