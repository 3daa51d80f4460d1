//! Markers to a tree: the level of each section comes from the nesting that the text itself shows.
//!
//! A marker whose style is open continues that row; the number picks the row when several are open. A style met before
//! goes under the style it stood under then. Only a style never met before is placed by its rank in official documents.

use super::ends::Ends;
use super::heading::{HeadingRole, heading_role};
use super::scan::Found;
use super::tail::is_tail;
use super::{Outline, Passage, PassageRole, Scratch, Section, passage, title};
use crate::limits::Limits;
use crate::note::{Message, Note, NoteCode};
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::marker::{ItemWord, MarkerStyle};
use crate::text::{Paragraph, Text};

const STYLES: usize = 6;

/// An open section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    style: MarkerStyle,
    number: u16,
    index: usize,
    /// The paragraph it begins in.
    paragraph: usize,
    /// Whether its marker begins that paragraph and nothing but its title stands there.
    heading_only: bool,
}

/// The state of building one outline.
struct Builder<'t, 'a> {
    text: &'t Text<'a>,
    limits: Limits,
    outline: &'t mut Outline,
    open: &'t mut Vec<Open>,
    /// Level that lies under the stack: 1 inside a passage without heading, else 0.
    base: usize,
    /// The style each style stood under when it was last placed, and the last number of each style.
    homes: [Option<Option<MarkerStyle>>; STYLES],
    last: [u16; STYLES],
    /// The title of the outermost section, and what it tells of, once a plain paragraph has asked for that: it decides
    /// whether the paragraph can open a passage.
    title: Span,
    role: Option<HeadingRole>,
    /// The outermost section: a passage hides it from the stack, its row goes on behind.
    outermost: Option<Open>,
    /// Whether the lines are a list of attachments, whose numbers open no sections.
    attachments: bool,
    /// The paragraph being read.
    paragraph: usize,
    /// A buffer for the opening of a plain paragraph.
    opening: &'t mut String,
}

/// Builds the outline of `text`.
pub(super) fn build(text: &Text<'_>, limits: &Limits, scratch: &mut Scratch, outline: &mut Outline) {
    let tail = tail_start(text);
    let report_year = passage::first_year(text.source);
    let Scratch { scanner, found, open, opening } = scratch;
    scanner.begin();
    open.clear();
    let mut builder = Builder {
        text,
        limits: *limits,
        outline,
        open,
        base: 0,
        homes: [None; STYLES],
        last: [0; STYLES],
        title: Span::default(),
        role: None,
        outermost: None,
        attachments: false,
        paragraph: 0,
        opening,
    };
    'text: for (index, paragraph) in text.paragraphs[..tail].iter().enumerate() {
        builder.paragraph = index;
        scanner.paragraph(text, paragraph.span, found);
        let plain = found.first().is_none_or(|found| !found.starts);
        let mut plan = if plain { builder.plain_paragraph(paragraph, report_year, found) } else { None };
        for (position, marker) in found.iter().enumerate() {
            if builder.outline.sections.len() >= builder.limits.sections() {
                let note = Note::new(NoteCode::LimitReached, paragraph.span, "章节数达到上限，其余未列出");
                builder.outline.notes.push(note);
                break 'text;
            }
            if let Some(span) = plan.take_if(|span| span.start <= marker.at) {
                builder.passage(PassageRole::Plan, span);
            }
            let end = found.get(position + 1).map_or(paragraph.span.end, |next| next.at);
            builder.section(marker, end, paragraph);
        }
        if let Some(span) = plan {
            builder.passage(PassageRole::Plan, span);
        }
    }
    let end = tail.checked_sub(1).map_or(0, |last| text.paragraphs[last].span.end);
    close(text, outline, end);
}

/// Index behind the last paragraph of the body: signature, date, copies and print lines belong to no section.
fn tail_start(text: &Text<'_>) -> usize {
    let mut end = text.paragraphs.len();
    while let Some(paragraph) = end.checked_sub(1).map(|last| &text.paragraphs[last]) {
        if !is_tail(text.slice(paragraph.span)) {
            break;
        }
        end -= 1;
    }
    end
}

impl Builder<'_, '_> {
    /// A paragraph that no marker begins: it may open a passage, or a list of attachments. Returns what of it is a plan
    /// behind shortcomings, which is opened once the markers before it are placed.
    fn plain_paragraph(&mut self, paragraph: &Paragraph, report_year: Option<u16>, found: &[Found]) -> Option<Span> {
        let content = self.text.slice(paragraph.span);
        if content.starts_with("附件") {
            self.attachments = content.len() < 300;
            return None;
        }
        self.attachments = false;
        let place = paragraph.span.start as usize * 100 / self.text.source.len().max(1);
        let heading = *self.role.get_or_insert_with(|| heading_role(self.text.slice(self.title)));
        let role = passage::role(content, heading, report_year, place, self.opening);
        if let Some(role) = role {
            self.passage(role, paragraph.span);
        }
        let told = if self.base == 1 { self.outline.passages.last().map(|last| last.role) } else { None };
        let problems = told == Some(PassageRole::Problems) || heading == HeadingRole::Problems && found.is_empty();
        let at = if problems { passage::plan_inside(content, report_year, self.opening) } else { None }?;
        Some(Span::new(paragraph.span.start + at as u32, paragraph.span.end))
    }

    /// Opens a passage, unless it is the last one going on.
    fn passage(&mut self, role: PassageRole, span: Span) {
        if self.base == 1 && self.outline.passages.last().is_some_and(|last| last.role == role) {
            return;
        }
        let section = self.outermost.map(|open| open.index as u32);
        self.outline.passages.push(Passage { role, span, section });
        self.open.clear();
        self.base = 1;
    }

    fn section(&mut self, found: &Found, end: u32, paragraph: &Paragraph) {
        let marker = found.marker;
        if self.attachments
            && found.starts
            && matches!(marker.style, MarkerStyle::Arabic | MarkerStyle::ArabicParenthesised)
        {
            return;
        }
        self.attachments = false;
        let title =
            title::read(self.text.source, marker.style, marker.end, end as usize, found.stop.map(|stop| stop as usize));
        let number = self.place(found);
        let parent = self.open.last().map(|open| open.index as u32);
        let level = (self.base + self.open.len() + 1) as u8;
        let index = self.outline.sections.len();
        let heading_end = if title.span.is_empty() { marker.end as u32 } else { title.span.end };
        self.outline.sections.push(Section {
            level,
            style: marker.style,
            number,
            marker: Span::new(found.at, marker.end as u32),
            title: title.span,
            heading: Span::new(found.at, heading_end),
            body: Span::new(title.body_start, title.body_start),
            span: Span::new(found.at, end),
            parent,
        });
        let open = Open {
            style: marker.style,
            number,
            index,
            paragraph: self.paragraph,
            heading_only: found.starts && title.body_start >= paragraph.span.end,
        };
        self.homes[marker.style as usize] = Some(self.open.last().map(|open| open.style));
        self.last[marker.style as usize] = number;
        self.open.push(open);
        if level == 1 {
            self.outermost = Some(open);
            (self.title, self.role) = (title.span, None);
        }
    }

    /// Closes the sections that `found` ends, so that the top of the stack is its parent; returns its number.
    fn place(&mut self, found: &Found) -> u16 {
        let style = found.marker.style;
        let number = found.marker.number;
        if self.base == 1 && self.leaves_passage(found) {
            self.base = 0;
            self.open.clear();
            self.open.extend(self.outermost);
        }
        if let Some(sibling) = self.row_of(found) {
            let last = self.open[sibling].number;
            let got = number.unwrap_or(last + 1);
            self.open.truncate(sibling);
            self.note_number(found, got, last);
            return got;
        }
        self.find_parent(found);
        let running = self.last[style as usize];
        let got = number.unwrap_or(1);
        if got > 1 && running + 1 != got && style != MarkerStyle::Item {
            self.note(found, NoteCode::NumberingGap, phrase!("编号从 ", got, " 开始，此前没有 ", got - 1));
        }
        if found.marker.damaged {
            self.note(found, NoteCode::MarkerDamaged, "标题序号残缺".into());
        }
        got
    }

    /// Whether a marker inside a passage without heading continues the outermost row instead.
    fn leaves_passage(&self, found: &Found) -> bool {
        found.starts
            && self.open.iter().all(|open| open.style != found.marker.style)
            && self.outermost.is_some_and(|outermost| {
                outermost.style == found.marker.style
                    && found.marker.number.is_none_or(|number| number > outermost.number)
            })
    }

    /// The open section whose row the marker continues.
    fn row_of(&self, found: &Found) -> Option<usize> {
        let style = found.marker.style;
        let rows = || self.open.iter().enumerate().rev().filter(move |(_, open)| open.style == style);
        let innermost = rows().next()?;
        let Some(number) = found.marker.number else {
            return Some(innermost.0);
        };
        if let Some((index, _)) = rows().find(|(_, open)| open.number + 1 == number) {
            return Some(index);
        }
        let (index, open) = innermost;
        // 一、 directly under 一、: a row inside a row, which only the numbers that follow can tell from a repeat.
        let nested = number == 1
            && open.number == 1
            && open.heading_only
            && index + 1 == self.open.len()
            && open.paragraph + 1 == self.paragraph
            && style != MarkerStyle::Item;
        if nested {
            return None;
        }
        rows().find(|(_, open)| open.number < number).map(|(index, _)| index).or(Some(index))
    }

    /// Closes sections until the top is the parent of a marker whose style is not open (or nests in its own).
    fn find_parent(&mut self, found: &Found) {
        let style = found.marker.style;
        let nested = self.open.last().is_some_and(|top| top.style == style);
        if nested {
            return self.limit_depth();
        }
        let home = match self.homes[style as usize] {
            Some(None) if self.base == 0 => Some(0),
            Some(Some(home)) => self.open.iter().rposition(|open| open.style == home).map(|parent| parent + 1),
            _ => None,
        };
        // Only what official documents nest deeper gives way: 一是 under a new （一） stays there, wherever it stood before.
        if let Some(depth) =
            home.filter(|&depth| self.open[depth..].iter().all(|open| open.style.rank() > style.rank()))
        {
            self.open.truncate(depth);
            return self.limit_depth();
        }
        while let Some(top) = self.open.last() {
            let opened_just_now = top.heading_only && top.paragraph + 1 >= self.paragraph;
            let first = found.marker.number.is_none_or(|number| number == 1);
            let outer_rank = self.open.iter().map(|open| open.style.rank()).min().unwrap_or(0);
            let is_item = matches!(top.style, MarkerStyle::Item | MarkerStyle::Circled);
            let stays = if top.style.rank() < style.rank() {
                true
            } else if is_item {
                found.starts && first && opened_just_now && style.rank() > MarkerStyle::ChineseParenthesised.rank()
            } else {
                // An unusual order shows itself by a first number right under a bare heading, or by having nothing outside.
                first && (opened_just_now || outer_rank > style.rank())
            };
            if stays {
                break;
            }
            self.open.pop();
        }
        self.limit_depth();
    }

    fn limit_depth(&mut self) {
        self.open.truncate(self.limits.depth().saturating_sub(1 + self.base));
    }

    fn note_number(&mut self, found: &Found, got: u16, last: u16) {
        if found.marker.damaged {
            self.note(found, NoteCode::MarkerDamaged, "标题序号残缺".into());
        }
        let restarts = got == 1 && matches!(found.marker.style, MarkerStyle::Item | MarkerStyle::Circled);
        if got == last + 1 || restarts || found.marker.item == ItemWord::First {
            return;
        }
        let (code, message) = if got == last {
            (NoteCode::NumberingRepeat, phrase!("编号 ", got, " 重复"))
        } else if got < last {
            (NoteCode::NumberingOrder, phrase!("编号 ", got, " 在 ", last, " 之后"))
        } else {
            (NoteCode::NumberingGap, phrase!("编号从 ", last, " 跳到 ", got))
        };
        self.note(found, code, message);
    }

    fn note(&mut self, found: &Found, code: NoteCode, message: Message) {
        self.outline.notes.push(Note::new(code, Span::new(found.at, found.marker.end as u32), message));
    }
}

/// Gives every section and passage its end, and every section its own text.
fn close(text: &Text<'_>, outline: &mut Outline, body_end: u32) {
    close_sections(text, outline, body_end);
    close_passages(text, outline, body_end);
}

/// From the back: a section ends where the next one at its level or above, or a passage, begins.
fn close_sections(text: &Text<'_>, outline: &mut Outline, body_end: u32) {
    let deepest = outline.sections.iter().map(|section| usize::from(section.level)).max().unwrap_or(0);
    let mut passages = outline.passages.iter().rev().peekable();
    let mut ends = Ends::new(text);
    let body_text_end = ends.before(body_end);
    // Ends of text, not the beginnings behind them: nearly every one is the end of several sections.
    let mut next_at_level = [u32::MAX; u8::MAX as usize + 1];
    let next_at_level = &mut next_at_level[..=deepest];
    let mut next_any = u32::MAX;
    for section in outline.sections.iter_mut().rev() {
        let start = section.span.start;
        while let Some(passage) = passages.next_if(|passage| passage.span.start > start) {
            let end = ends.before(passage.span.start);
            next_at_level.fill(end);
            next_any = next_any.min(end);
        }
        let level = usize::from(section.level);
        section.span.end = next_at_level[level].min(body_text_end).max(section.heading.end);
        let body_start = section.body.start.min(section.span.end);
        section.body = Span::new(body_start, next_any.min(section.span.end));
        next_any = ends.before(start);
        next_at_level[level..].fill(next_any);
    }
}

/// A passage ends where the next one or the next section of the outermost level begins.
fn close_passages(text: &Text<'_>, outline: &mut Outline, body_end: u32) {
    let mut outermost = outline.sections.iter().rev().filter(|section| section.level == 1).peekable();
    let mut ends = Ends::new(text);
    let mut end = body_end;
    for passage in outline.passages.iter_mut().rev() {
        while let Some(section) = outermost.next_if(|section| section.span.start > passage.span.start) {
            end = end.min(section.span.start);
        }
        passage.span.end = ends.before(end).max(passage.span.start);
        end = passage.span.start;
    }
}
