//! Pieces of text to lines.

use super::{Page, Span};

/// Baselines that differ by less than this many ems are one line.
const SAME_LINE: f32 = 0.45;

/// A gap of more ems separates cells.
const CELL: f32 = 1.8;

/// A gap of more ems between Latin characters is a space.
const SPACE: f32 = 0.22;

/// A raised mark is smaller than this part of its line.
const RAISED_SIZE: f32 = 0.8;

/// A raised mark stands this many ems of its line higher at least.
const RAISED: f32 = 0.12;

/// The same text painted again within this many ems is one.
const AGAIN: f32 = 0.2;

/// Sizes that are counted in one line.
const SIZES: usize = 64;

/// A cell that begins with these three characters is a paragraph of its own (GB/T 9704).
const APART: [&str; 1] = ["签发人"];

/// Pieces within which they stand, blanks among them.
const APART_SPANS: usize = 16;

/// What of a font stands above its baseline, in ems.
const ASCENT: f32 = 0.88;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its text, cells separated by tabs.
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    /// The commonest size in it.
    pub size: f32,
    /// Whether it has cells.
    pub tabs: bool,
    /// Raised small pieces, as bytes of the text: marks of footnotes, or units such as m².
    pub raised: Vec<(usize, usize)>,
    /// How many characters it has, blanks left out.
    pub characters: usize,
}

impl Line {
    /// Left, top, right and bottom edge.
    pub fn edges(&self) -> [f32; 4] {
        [self.left, self.baseline - ASCENT * self.size, self.right, self.baseline + (1.0 - ASCENT) * self.size]
    }
}

/// The lines of a page, from top to bottom.
pub(super) fn lines(page: &Page) -> Vec<Line> {
    let mut order: Vec<&Span> = page.spans.iter().collect();
    order.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let mut lines = Vec::new();
    let mut rest = order.as_mut_slice();
    while let Some(first) = rest.first() {
        let mut reference: &Span = first;
        let mut length = 1;
        while let Some(next) = rest.get(length)
            && same_line(reference, next)
        {
            if next.size > reference.size {
                reference = next;
            }
            length += 1;
        }
        let (members, others) = rest.split_at_mut(length);
        members.sort_by(|a, b| a.left.total_cmp(&b.left));
        for members in apart(page, members) {
            lines.extend(line(page, members));
        }
        rest = others;
    }
    lines
}

/// The parts of a line that stand side by side without belonging together: in a letterhead, the number and the signer.
fn apart<'s, 'p>(page: &Page, spans: &'s [&'p Span]) -> [&'s [&'p Span]; 2] {
    let size = commonest_size(page, spans);
    let is_apart = |at: &usize| {
        let gap = spans[*at].left - spans[at - 1].right;
        let behind = || spans[*at..].iter().take(APART_SPANS).flat_map(|span| page.text_of(span).chars());
        gap > CELL * size && APART.iter().any(|word| behind().filter(|ch| !ch.is_whitespace()).take(3).eq(word.chars()))
    };
    let at = (1..spans.len()).find(is_apart).unwrap_or(spans.len());
    [&spans[..at], &spans[at..]]
}

/// Whether two pieces stand on one line: their baselines nearly agree, or the smaller one is raised or lowered beside the larger.
fn same_line(a: &Span, b: &Span) -> bool {
    let (small, large) = if a.size <= b.size { (a, b) } else { (b, a) };
    let lower = small.baseline - large.baseline;
    let raised = small.size < RAISED_SIZE * large.size && (-0.55 * large.size..0.2 * large.size).contains(&lower);
    lower.abs() < SAME_LINE * small.size || raised
}

/// The commonest size, by characters, in quarters of a point.
fn commonest_size(page: &Page, spans: &[&Span]) -> f32 {
    let mut counts: Vec<(i32, usize)> = Vec::new();
    for span in spans {
        let text = page.text_of(span);
        let key = (span.size * 4.0).round() as i32;
        let weight = text.chars().filter(|ch| !ch.is_whitespace()).count();
        match counts.iter().position(|(size, _)| *size == key) {
            Some(index) => counts[index].1 += weight,
            // Lines have few sizes; more than these are not worth a search.
            None if counts.len() < SIZES => counts.push((key, weight)),
            None => {}
        }
    }
    let key = counts.into_iter().max_by_key(|(size, count)| (*count, *size)).map_or(0, |(size, _)| size);
    key as f32 / 4.0
}

/// The line of `spans`, sorted from left to right; `None` without a character.
fn line(page: &Page, spans: &[&Span]) -> Option<Line> {
    let size = commonest_size(page, spans);
    let of_size = spans.iter().filter(|span| (span.size - size).abs() < 0.3);
    let baseline =
        of_size.map(|span| span.baseline).max_by(f32::total_cmp).or(spans.first().map(|span| span.baseline))?;
    let mut line = Line { baseline, size, left: f32::MAX, right: f32::MIN, ..Line::default() };
    let mut painted: Vec<&Span> = Vec::new();
    let mut blank = false;
    for span in spans {
        let text = page.text_of(span);
        if text.trim().is_empty() {
            blank = true;
            continue;
        }
        if painted.iter().rev().take(8).any(|before| painted_again(page, before, span)) {
            continue;
        }
        let gap = if painted.is_empty() { 0.0 } else { span.left - line.right };
        let latin = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_graphic());
        let between_latin = latin(line.text.chars().next_back()) && latin(text.chars().next());
        if gap > CELL * size {
            line.text.push('\t');
            line.tabs = true;
        } else if !painted.is_empty() && (blank || gap > SPACE * size && between_latin) {
            line.text.push(' ');
        }
        let start = line.text.len();
        line.text.push_str(text);
        if span.size < RAISED_SIZE * size && span.baseline < baseline - RAISED * size {
            match line.raised.last_mut().filter(|(_, end)| *end == start) {
                Some((_, end)) => *end = line.text.len(),
                None => line.raised.push((start, line.text.len())),
            }
        }
        line.characters += text.chars().filter(|ch| !ch.is_whitespace()).count();
        line.left = line.left.min(span.left);
        line.right = line.right.max(span.right);
        blank = false;
        painted.push(span);
    }
    (!painted.is_empty()).then_some(line)
}

/// Whether `span` is `before` painted a second time, as some producers do for bold type and shadows.
fn painted_again(page: &Page, before: &Span, span: &Span) -> bool {
    let near = AGAIN * span.size.min(2.0 * (span.right - span.left).max(0.1));
    (span.left - before.left).abs() < near
        && (span.baseline - before.baseline).abs() < AGAIN * span.size
        && page.text_of(before) == page.text_of(span)
}
