//! Drawings: where text boxes are anchored, and letters that are drawn as a shape.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::bytes::{clipped, i32_at, slice, u8_at, u16_at, u32_at};
use super::fib::{DRAWINGS, Fib, MOST, Part, Plc, SHAPES, TEXT_BOXES};

/// What is told of a text box, and of where a shape is anchored, in bytes.
const TEXT_BOX: usize = 22;
const SHAPE: usize = 26;

/// Kinds of records of drawings: a group of shapes, a shape, what identifies it, its properties.
const GROUP: u16 = 0xF003;
const ONE_SHAPE: u16 = 0xF004;
const IDENTITY: u16 = 0xF00A;
const PROPERTIES: u16 = 0xF00B;

/// A record's head, a property, and the property that is the text drawn.
const HEAD: usize = 8;
const PROPERTY: usize = 6;
const DRAWN_TEXT: u16 = 0xC0;

/// Set in the head of a record that holds others, and in a property that is followed by more.
const HOLDS_RECORDS: u16 = 0xF;
const HAS_MORE: u16 = 0x8000;

/// Most groups inside each other, and the longest text drawn, in bytes.
const DEPTH: usize = 64;
const LONGEST: usize = 2_000;

/// What is drawn in the text.
#[derive(Clone, Debug)]
pub(super) enum Drawing {
    /// A text box, by the place of its characters.
    TextBox(Range<usize>),
    /// Letters drawn as a shape.
    Letters(String),
}

/// All that is drawn, by the character it is anchored at.
pub(super) type Drawings = BTreeMap<usize, Vec<Drawing>>;

/// Reads what is drawn in the main text. What is anchored nowhere comes first: most often it is the letterhead.
pub(super) fn read(fib: &Fib<'_>) -> Drawings {
    let main = fib.part(Part::Main);
    let shapes = Plc::new(fib.table(SHAPES), SHAPE);
    let shape = |index: usize| Some((i32_at(shapes.entry(index), 0)?, shapes.place(index)));
    let anchors: HashMap<i32, usize> = (0..shapes.len().min(MOST)).filter_map(shape).collect();
    let (groups, letters) = shapes_of(fib.table(DRAWINGS)).unwrap_or_default();
    let anchor = |shape: i32| {
        let outermost = groups.get(&shape).unwrap_or(&shape);
        anchors.get(&shape).or_else(|| anchors.get(outermost)).copied().filter(|place| main.contains(place))
    };
    let mut drawings = Drawings::new();
    let boxes = Plc::new(fib.table(TEXT_BOXES), TEXT_BOX);
    let part = fib.part(Part::TextBoxes);
    for index in 0..boxes.len().min(MOST) {
        let entry = boxes.entry(index);
        // Boxes that were deleted stay, to be used again; the last one is none.
        let is_used = u16_at(entry, 8) == Some(0) && boxes.place(index) < part.len();
        let shape = i32_at(entry, 14).unwrap_or(0);
        let Range { start, end } = boxes.range(index);
        if is_used && start < end {
            let place = part.start + start..(part.start + end).min(part.end);
            drawings.entry(anchor(shape).unwrap_or(0)).or_default().push(Drawing::TextBox(place));
        }
    }
    for (shape, text) in letters {
        // Those of headers are anchored nowhere in the text.
        if let Some(anchor) = anchor(shape) {
            drawings.entry(anchor).or_default().push(Drawing::Letters(text));
        }
    }
    drawings
}

/// For each shape the outermost group it is in, and the letters drawn.
type Shapes = (HashMap<i32, i32>, Vec<(i32, String)>);

/// Reads the records of the drawings, which hold each other, from first to last.
fn shapes_of(bytes: &[u8]) -> Option<Shapes> {
    let mut shapes = Shapes::default();
    // What all drawings share, then those of the main text and of the headers, each behind a byte that tells which.
    let mut at = HEAD + u32_at(bytes, 4)? as usize;
    while let Some(part) = u8_at(bytes, at) {
        let length = HEAD.checked_add(u32_at(bytes, at + 5)? as usize)?;
        if part == 0 {
            read_drawing(clipped(bytes, at + 1, length), &mut shapes);
        }
        at = at.checked_add(1)?.checked_add(length)?;
    }
    Some(shapes)
}

fn read_drawing(bytes: &[u8], shapes: &mut Shapes) -> Option<()> {
    // The ends of the groups around a place, with the shape that stands for each.
    let mut groups: Vec<(usize, Option<i32>)> = Vec::new();
    let mut shape = 0;
    let mut at = 0;
    while at + HEAD <= bytes.len() && shapes.0.len().max(shapes.1.len()) < MOST {
        groups.retain(|(end, _)| at < *end);
        let (kind, length) = (u16_at(bytes, at + 2)?, u32_at(bytes, at + 4)? as usize);
        let first = u16_at(bytes, at)?;
        let content = at + HEAD;
        let end = content.checked_add(length)?;
        match kind {
            GROUP if groups.len() < DEPTH => groups.push((end, None)),
            IDENTITY => {
                shape = i32_at(bytes, content)?;
                // The first shape of a group stands for it; the outermost one is the drawing itself.
                if let Some((_, group @ None)) = groups.last_mut() {
                    *group = Some(shape);
                }
                if let Some((_, Some(group))) = groups.get(1) {
                    shapes.0.insert(shape, *group);
                }
            }
            PROPERTIES => {
                let count = usize::from(first >> 4);
                let text = drawn_text(clipped(bytes, content, length), count);
                shapes.1.extend(text.map(|text| (shape, text)));
            }
            _ => {}
        }
        let is_open = first & HOLDS_RECORDS == HOLDS_RECORDS || kind == GROUP || kind == ONE_SHAPE;
        at = if is_open { content } else { end };
    }
    Some(())
}

/// The text among the properties of a shape: what is longer than four bytes stands behind them all, in their order.
fn drawn_text(bytes: &[u8], count: usize) -> Option<String> {
    let mut more = count * PROPERTY;
    for property in bytes.chunks_exact(PROPERTY).take(count) {
        let (name, length) = (u16_at(property, 0)?, u32_at(property, 2)? as usize);
        if name & HAS_MORE == 0 {
            continue;
        }
        if name & 0x3FFF == DRAWN_TEXT {
            let units = slice(bytes, more, length.min(LONGEST))?.chunks_exact(2);
            let units: Vec<u16> = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
            let text = String::from_utf16_lossy(&units);
            return Some(text.trim_end_matches('\0').to_owned()).filter(|text| !text.is_empty());
        }
        more = more.checked_add(length)?;
    }
    None
}
