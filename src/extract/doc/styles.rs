//! Styles, lists of changes to formatting that stand in one for the whole file.

use std::collections::HashMap;

use super::bytes::{slice, u16_at};
use super::format::{Lines, Properties, is_hidden};
use super::sprm::Sprms;

/// How many styles are followed from one to the one it is based on.
const CHAIN: usize = 32;

/// The place of a style that there is not.
const NONE: usize = 0xFFF;

/// Kinds of styles.
const PARAGRAPH: u16 = 1;
const CHARACTERS: u16 = 2;
const TABLE: u16 = 3;

/// What a style gives to text that does not say so itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    pub paragraph: Properties,
    pub hidden: Option<bool>,
    pub lines: Lines,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<usize, Style>,
}

/// A style as it is written.
#[derive(Clone, Copy, Debug, Default)]
struct Written<'a> {
    base: usize,
    heading: Option<u8>,
    paragraph: &'a [u8],
    characters: &'a [u8],
    table: &'a [u8],
}

impl Styles {
    /// Reads the style sheet.
    pub fn read(sheet: &[u8]) -> Self {
        let written = written(sheet).unwrap_or_default();
        let mut styles: HashMap<usize, Style> = HashMap::new();
        for index in written.keys() {
            // Down to one that is settled or based on none; a circle ends where it is long enough.
            let mut chain = Vec::new();
            let mut next = *index;
            while let Some(style) = written.get(&next).filter(|_| !styles.contains_key(&next) && chain.len() < CHAIN) {
                chain.push((next, style));
                next = style.base;
            }
            let mut style = styles.get(&next).copied().unwrap_or_default();
            for (index, written) in chain.into_iter().rev() {
                style.paragraph.outline = written.heading.or(style.paragraph.outline);
                Sprms(written.paragraph).for_each(|sprm| style.paragraph.apply(sprm));
                Sprms(written.table).for_each(|sprm| style.lines.apply(sprm));
                style.hidden = is_hidden(written.characters, style.hidden);
                styles.insert(index, style);
            }
        }
        Self { styles }
    }

    /// What a style gives; nothing for one that there is not.
    pub fn of(&self, index: usize) -> Style {
        self.styles.get(&index).copied().unwrap_or_default()
    }
}

fn written(sheet: &[u8]) -> Option<HashMap<usize, Written<'_>>> {
    let head = usize::from(u16_at(sheet, 0)?);
    let count = usize::from(u16_at(sheet, 2)?);
    let fixed = usize::from(u16_at(sheet, 4)?);
    let mut styles = HashMap::new();
    let mut rest = sheet.get(2 + head..)?;
    for index in 0..count.min(NONE) {
        let Some(bytes) = u16_at(rest, 0).and_then(|length| slice(rest, 2, length.into())) else { break };
        // Each begins at an even place.
        rest = rest.get((2 + bytes.len()).next_multiple_of(2)..).unwrap_or_default();
        styles.extend(style(bytes, fixed).map(|style| (index, style)));
    }
    Some(styles)
}

fn style(bytes: &[u8], fixed: usize) -> Option<Written<'_>> {
    let built_in = u16_at(bytes, 0)? & 0xFFF;
    let base = u16_at(bytes, 2)?;
    let mut style = Written { base: usize::from(base >> 4), ..Written::default() };
    // Word's own headings have these numbers, whatever they are called.
    style.heading = u8::try_from(built_in).ok().filter(|level| (1..=9).contains(level)).map(|level| level - 1);
    // The name, a zero behind it, then up to three lists, each at an even place.
    let name = usize::from(u16_at(bytes, fixed)?);
    let mut at = fixed + 2 + (name + 1) * 2;
    let mut lists = std::iter::from_fn(|| {
        at += at % 2;
        let list = slice(bytes, at + 2, u16_at(bytes, at)?.into())?;
        at += 2 + list.len();
        Some(list)
    });
    let kind = base & 0xF;
    if kind == TABLE {
        style.table = lists.next().unwrap_or_default();
    }
    if kind == PARAGRAPH {
        // Behind the style's own number.
        style.paragraph = lists.next().and_then(|list| list.get(2..)).unwrap_or_default();
    }
    if kind == PARAGRAPH || kind == CHARACTERS {
        style.characters = lists.next().unwrap_or_default();
    }
    Some(style)
}
