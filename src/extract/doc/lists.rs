//! Lists: their levels, and the uses that paragraphs name.

use super::bytes::{i32_at, slice, u16_at, u32_at};
use super::format::is_hidden;
use crate::extract::word::Format;
use crate::extract::word::numbering::{Abstract, LEVEL_TEXT, LEVELS, Level, Num, Numbering, Suffix};

/// Heads of a list, of a level, of a use, and of a change of a level in it, in bytes.
const LIST: usize = 28;
const LEVEL: usize = 28;
const USE: usize = 16;
const CHANGE: usize = 8;

/// Most lists, and most uses of them: paragraphs cannot name more.
const LISTS: usize = 0x7FFE;

/// Formats of numbers by the number that a level names them by; decimal for all others.
const FORMATS: [(u8, &str); 28] = [
    (0x00, "decimal"),
    (0x01, "upperRoman"),
    (0x02, "lowerRoman"),
    (0x03, "upperLetter"),
    (0x04, "lowerLetter"),
    (0x0A, "ideographDigital"),
    (0x0B, "japaneseCounting"),
    (0x0E, "decimalFullWidth"),
    (0x11, "japaneseDigitalTenThousand"),
    (0x12, "decimalEnclosedCircle"),
    (0x13, "decimalFullWidth2"),
    (0x16, "decimalZero"),
    (0x17, "bullet"),
    (0x1A, "decimalEnclosedFullstop"),
    (0x1B, "decimalEnclosedParen"),
    (0x1C, "decimalEnclosedCircleChinese"),
    (0x1D, "ideographEnclosedCircle"),
    (0x1E, "ideographTraditional"),
    (0x1F, "ideographZodiac"),
    (0x21, "taiwaneseCounting"),
    (0x22, "ideographLegalTraditional"),
    (0x23, "taiwaneseCountingThousand"),
    (0x24, "taiwaneseDigital"),
    (0x25, "chineseCounting"),
    (0x26, "chineseLegalSimplified"),
    (0x27, "chineseCountingThousand"),
    (0x2C, "koreanDigital2"),
    (0xFF, "none"),
];

/// Reads the lists and their uses.
pub(super) fn read(lists: &[u8], uses: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    // What could be read counts.
    let _ = read_lists(lists, &mut numbering);
    let _ = read_uses(uses, &mut numbering);
    numbering
}

fn read_lists(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = usize::from(u16_at(bytes, 0)?).min(LISTS);
    let heads = bytes.get(2..)?;
    // The levels of all lists stand behind the heads.
    let mut levels = heads.get(count * LIST..)?;
    for head in heads.chunks_exact(LIST).take(count) {
        let mut list = Abstract::default();
        let is_simple = head[26] & 1 == 1;
        for at in 0..if is_simple { 1 } else { LEVELS } {
            let (mut level, rest) = read_level(levels)?;
            levels = rest;
            level.style = u16_at(head, 8 + at * 2).filter(|style| *style != 0xFFF).map(usize::from);
            list.levels[at] = Some(Box::new(level));
        }
        numbering.lists.insert(i32_at(head, 0)?, list);
    }
    Some(())
}

fn read_uses(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = (u32_at(bytes, 0)? as usize).min(LISTS);
    let heads = bytes.get(4..)?;
    let mut changes = heads.get((count * USE).min(heads.len())..)?;
    for (index, head) in heads.chunks_exact(USE).take(count).enumerate() {
        let mut num = Num { list: i32_at(head, 0)?, ..Num::default() };
        if read_changes(&mut changes, head[12].into(), &mut num).is_none() {
            // Uses behind a broken one are those of their lists as they are defined.
            changes = &[];
        }
        numbering.nums.insert(index as i32 + 1, num);
    }
    Some(())
}

/// Reads how a use of a list changes its levels.
fn read_changes(bytes: &mut &[u8], count: usize, num: &mut Num) -> Option<()> {
    *bytes = bytes.get(4..)?;
    for _ in 0..count {
        let (start, flags) = (u32_at(bytes, 0)?, u32_at(bytes, 4)?);
        *bytes = bytes.get(CHANGE..)?;
        let at = (flags & 0xF) as usize;
        let (has_start, has_level) = (flags & 0x10 != 0, flags & 0x20 != 0);
        if has_start && let Some(place) = num.starts.get_mut(at) {
            *place = Some(start);
        }
        if has_level {
            let (level, rest) = read_level(bytes)?;
            *bytes = rest;
            if let Some(place) = num.starts.get_mut(at).filter(|_| has_start) {
                *place = Some(level.start);
            }
            if let Some(place) = num.levels.get_mut(at) {
                *place = Some(Box::new(level));
            }
        }
    }
    Some(())
}

/// A level, and what is behind it.
fn read_level(bytes: &[u8]) -> Option<(Level, &[u8])> {
    let head = slice(bytes, 0, LEVEL)?;
    let (characters, paragraph) = (usize::from(head[24]), usize::from(head[25]));
    let look = slice(bytes, LEVEL + paragraph, characters)?;
    let at = LEVEL + paragraph + characters;
    let length = usize::from(u16_at(bytes, at)?);
    let text = slice(bytes, at + 2, length * 2)?;
    let flags = head[5];
    let level = Level {
        start: u32_at(head, 0)?,
        format: format(head[4]),
        text: level_text(text),
        suffix: match head[15] {
            0 => Suffix::Tab,
            1 => Suffix::Space,
            _ => Suffix::Nothing,
        },
        legal: flags & 4 != 0,
        restart: (flags & 8 != 0).then(|| usize::from(head[26])),
        hidden: is_hidden(look, None).unwrap_or(false),
        ..Level::default()
    };
    Some((level, bytes.get(at + 2 + length * 2..)?))
}

/// The text of a level, its low characters standing for the numbers of levels.
fn level_text(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).take(LEVEL_TEXT).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    let mut text = String::new();
    for ch in char::decode_utf16(units).flatten() {
        match u8::try_from(ch).ok().filter(|level| usize::from(*level) < LEVELS) {
            Some(level) => text.extend(['%', char::from(b'1' + level)]),
            None => text.push(ch),
        }
    }
    text
}

fn format(number: u8) -> Format {
    let name = FORMATS.iter().find(|(known, _)| *known == number).map_or("decimal", |(_, name)| *name);
    Format::named(name)
}
