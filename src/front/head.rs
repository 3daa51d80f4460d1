//! The top of the document: its lines up to the first heading, and which of them are running text.

use super::flat::{Flat, FlatPlace, Flats, clip, is_longer};
use crate::span::Span;
use crate::text::marker::{self, MarkerStyle};
use crate::text::words::Words;
use crate::text::{LineKind, Text};

/// How many lines of text above the first heading are looked at: longer heads are pages with menus, read from the end.
const LONGEST: usize = 400;
/// From how many characters a line with a comma is running text.
const RUNNING: usize = 25;

/// One line of the head that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeadLine {
    /// Its index in [`Text::lines`].
    pub index: usize,
    /// Where it stands.
    pub span: Span,
    /// Its text without layout, see [`Head::flat`].
    flat: FlatPlace,
    /// What it is.
    pub kind: HeadKind,
    /// Blank lines between it and the line before.
    pub gap: usize,
}

/// What a line of the head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadKind {
    /// A web page's controls and metadata.
    Furniture,
    /// Sentences.
    Running,
    /// Anything else: titles, names, numbers, addressees.
    Short,
}

/// The lines above the first heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head<'a> {
    /// The whole input.
    pub source: &'a str,
    /// The lines in order, blank ones left out.
    pub lines: &'a [HeadLine],
    /// Index in [`Text::lines`] of the first heading, or of the end.
    pub end: usize,
    /// Position in `lines` of the first line of running text, or the number of lines.
    pub first_running: usize,
    flats: &'a Flats,
}

impl<'a> Head<'a> {
    /// The text of a line without layout.
    pub fn flat(&self, position: usize) -> Flat<'a> {
        self.flats.get(self.source, self.lines[position].flat)
    }

    /// The lines from `from` on, each with its text without layout.
    pub fn texts(self, from: usize) -> impl Iterator<Item = (&'a HeadLine, Flat<'a>)> {
        self.lines[from..].iter().map(move |line| (line, self.flats.get(self.source, line.flat)))
    }
}

/// The memory of a head.
#[derive(Debug, Default)]
pub(super) struct HeadLines {
    lines: Vec<HeadLine>,
    flats: Flats,
    paragraph: Flats,
}

impl HeadLines {
    /// Reads the head of `text`.
    pub fn read<'a>(&'a mut self, text: &Text<'a>) -> Head<'a> {
        let mut end = text
            .lines
            .iter()
            .position(|line| line.kind == LineKind::Text && is_heading(text.source, line.span))
            .unwrap_or(text.lines.len());
        self.lines.clear();
        self.flats.clear();
        let mut gap = 0;
        let mut running = 0;
        let mut first_running = None;
        let mut wrapped = Wrapped::default();
        for (index, line) in text.lines[..end].iter().enumerate() {
            if line.kind == LineKind::Blank {
                gap += 1;
                continue;
            }
            // A text without any heading: its first sentences tell all that a head can.
            if running > 12 || (running > 3 && self.lines.len() > LONGEST) {
                end = index;
                break;
            }
            let flat = self.flats.add(text.source, [clip(text.source, line.span)]);
            let content = self.flats.get(text.source, flat).text;
            let kind = match line.kind {
                LineKind::Text if wrapped.holds(text, index, content, &mut self.paragraph) => HeadKind::Running,
                LineKind::Text | LineKind::RunningHead if is_running(content) => HeadKind::Running,
                LineKind::Text | LineKind::RunningHead if is_page_menu(text.slice(line.span)) => HeadKind::Furniture,
                LineKind::Text | LineKind::RunningHead => HeadKind::Short,
                _ => HeadKind::Furniture,
            };
            if kind == HeadKind::Running {
                running += 1;
                first_running = first_running.or(Some(self.lines.len()));
            }
            self.lines.push(HeadLine { index, span: line.span, flat, kind, gap });
            gap = 0;
        }
        let first_running = first_running.unwrap_or(self.lines.len());
        Head { source: text.source, lines: &self.lines, end, first_running, flats: &self.flats }
    }
}

/// Whether lines belong to running text that was wrapped; asked line by line, in order.
#[derive(Default)]
struct Wrapped {
    paragraph: usize,
    running: Option<(usize, bool)>,
}

impl Wrapped {
    /// Whether the line is one of several of a paragraph made of sentences. Its first line counts only when it shows
    /// a mark itself, since a title may have been joined to what follows.
    fn holds(&mut self, text: &Text<'_>, line: usize, content: &str, flats: &mut Flats) -> bool {
        while text.paragraphs.get(self.paragraph).is_some_and(|paragraph| (paragraph.lines.1 as usize) < line) {
            self.paragraph += 1;
        }
        let Some(paragraph) = text.paragraphs.get(self.paragraph) else { return false };
        let (first, last) = (paragraph.lines.0 as usize, paragraph.lines.1 as usize);
        if first == last || line < first {
            return false;
        }
        let running = match self.running {
            Some((known, running)) if known == self.paragraph => running,
            _ => is_running(flats.fill(text.source, [clip(text.source, paragraph.span)]).text),
        };
        self.running = Some((self.paragraph, running));
        running && (line > first || content.contains(['，', ',', '。']))
    }
}

/// Whether the line begins with 一、 or （一）, and is no entry of a menu.
fn is_heading(source: &str, span: Span) -> bool {
    marker::at(source, span.start as usize, span.end as usize).is_some_and(|found| {
        matches!(found.style, MarkerStyle::Chinese | MarkerStyle::ChineseParenthesised)
            && !found.damaged
            && found.number.is_some()
    })
}

/// Whether a line is made of sentences.
pub(super) fn is_running(text: &str) -> bool {
    static ANNOUNCED: Words = Words::new(&["如下：", "如下:", "如下。"]);
    static COMMAS: Words = Words::new(&["，", ",", "；", ";"]);
    if ANNOUNCED.end_of(text).is_some() {
        return true;
    }
    if text.contains('。') {
        return is_longer(text, 12);
    }
    // An addressee line has commas as well, but ends in a colon; a title may have one.
    is_longer(text, 90)
        || is_longer(text, RUNNING - 1) && !text.ends_with(['：', ':', '告', '》']) && COMMAS.are_in(text)
}

fn is_page_menu(text: &str) -> bool {
    static MENUS: Words = Words::new(&[">", "»", "›", "长者模式", "无障碍", "使用tab"]);
    MENUS.are_in(text)
}

#[cfg(test)]
mod tests {
    use super::{HeadKind, HeadLines, is_running};
    use crate::limits::Limits;
    use crate::text::Text;

    #[test]
    fn running_text() {
        for line in [
            "2024年,我局把法治要求落到文旅工作全过程,各项任务按期完成。",
            "现将2017年法治政府建设情况报告如下:",
            "2025年，青岚县委、县政府深入贯彻落实上级部署，扎实推进各项重点工作任务",
        ] {
            assert!(is_running(line), "{line}");
        }
        for line in [
            "市委、市政府、市委依法治市办：",
            "青岚县2024年法治政府建设年度报告",
            "青政发〔2025〕2号",
            "抄送：县委办。",
        ] {
            assert!(!is_running(line), "{line}");
        }
    }

    #[test]
    fn ends_at_the_first_heading() {
        let source =
            "首页 > 公开\n\n青岚县2024年法治政府建设年度报告\n2024年，我县推进依法行政，成效明显。\n一、举措\n正文。\n";
        let text = Text::read(source.as_bytes(), &Limits::default(), Default::default()).unwrap();
        let mut lines = HeadLines::default();
        let head = lines.read(&text);
        let kinds: Vec<HeadKind> = head.lines.iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [HeadKind::Furniture, HeadKind::Short, HeadKind::Running]);
        assert_eq!((head.first_running, head.end, head.lines[1].gap), (2, 4, 1));
    }
}
