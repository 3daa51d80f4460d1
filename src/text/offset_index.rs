//! From offsets in one unit to offsets in another: bytes, UTF-16 code units, code points.

/// Bytes between two counted places: the most that one conversion walks over.
const STEP: usize = 64;

/// What offsets into a text are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8: what every span of a report counts.
    Bytes,
    /// UTF-16 code units: what Java, JavaScript and C# count.
    Utf16,
    /// Code points: what Python counts.
    CodePoints,
}

/// A character boundary, counted in every unit.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    bytes: u32,
    utf16: u32,
    code_points: u32,
}

impl Place {
    fn count(self, unit: OffsetUnit) -> u32 {
        match unit {
            OffsetUnit::Bytes => self.bytes,
            OffsetUnit::Utf16 => self.utf16,
            OffsetUnit::CodePoints => self.code_points,
        }
    }

    /// The place behind the character that begins with `lead`.
    fn behind(self, lead: u8) -> Self {
        let (bytes, utf16) = match lead {
            0..0x80 => (1, 1),
            0x80..0xE0 => (2, 1),
            0xE0..0xF0 => (3, 1),
            0xF0.. => (4, 2),
        };
        Self { bytes: self.bytes + bytes, utf16: self.utf16 + utf16, code_points: self.code_points + 1 }
    }
}

/// Converts offsets into a text between units. Making it reads the text once; a conversion then walks over at most 64 bytes.
///
/// ```
/// use fazhi::{OffsetIndex, OffsetUnit};
///
/// let index = OffsetIndex::new("大𠮷3件");
/// assert_eq!(index.convert(7, OffsetUnit::Bytes, OffsetUnit::Utf16), Some(3));
/// assert_eq!(index.convert(7, OffsetUnit::Bytes, OffsetUnit::CodePoints), Some(2));
/// assert_eq!(index.convert(2, OffsetUnit::Utf16, OffsetUnit::Bytes), None, "inside a surrogate pair");
/// ```
#[derive(Clone, Debug)]
pub struct OffsetIndex<'a> {
    source: &'a str,
    /// One for every [`STEP`] bytes begun.
    places: Vec<Place>,
    end: Place,
}

impl<'a> OffsetIndex<'a> {
    /// Counts `source`, which is at most `u32::MAX` bytes long: what lies behind is not counted.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let mut places = Vec::with_capacity(source.len() / STEP + 1);
        let mut place = Place::default();
        places.push(place);
        let bytes = source.as_bytes();
        while let Some(&lead) = bytes.get(place.bytes as usize) {
            if place.bytes > u32::MAX - 4 {
                break;
            }
            place = place.behind(lead);
            if place.bytes as usize >= places.len() * STEP {
                places.push(place);
            }
        }
        Self { source, places, end: place }
    }

    /// The length of the text.
    #[must_use]
    pub fn end(&self, unit: OffsetUnit) -> u32 {
        self.end.count(unit)
    }

    /// `offset`, counted in `from`, counted in `to`; `None` when it lies behind the end or inside a character.
    #[must_use]
    pub fn convert(&self, offset: u32, from: OffsetUnit, to: OffsetUnit) -> Option<u32> {
        if from == OffsetUnit::Bytes {
            return self.convert_byte(offset as usize, to);
        }
        let after = self.places.partition_point(|place| place.count(from) <= offset);
        let mut place = *self.places.get(after.checked_sub(1)?)?;
        while place.count(from) < offset {
            place = place.behind(*self.source.as_bytes().get(place.bytes as usize)?);
        }
        (place.count(from) == offset).then(|| place.count(to))
    }

    /// A byte's counted place is found without a search, and what lies between is counted by vectors.
    fn convert_byte(&self, offset: usize, to: OffsetUnit) -> Option<u32> {
        let place = self.places.get(offset / STEP)?;
        if !self.source.is_char_boundary(offset) {
            return None;
        }
        let between = &self.source.as_bytes()[place.bytes as usize..offset];
        // At most `STEP` bytes lie between, so that a byte can count them.
        let count = |counts: fn(u8) -> bool| u32::from(between.iter().map(|byte| u8::from(counts(*byte))).sum::<u8>());
        let leads = |byte: u8| !(0x80..0xC0).contains(&byte);
        Some(match to {
            OffsetUnit::Bytes => offset as u32,
            OffsetUnit::CodePoints => place.code_points + count(leads),
            OffsetUnit::Utf16 => place.utf16 + count(leads) + count(|byte| byte >= 0xF0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{OffsetIndex, OffsetUnit, STEP};

    const UNITS: [OffsetUnit; 3] = [OffsetUnit::Bytes, OffsetUnit::Utf16, OffsetUnit::CodePoints];

    /// Counts from the start each time.
    fn slow(source: &str, offset: u32, from: OffsetUnit, to: OffsetUnit) -> Option<u32> {
        let count = |text: &str, unit| match unit {
            OffsetUnit::Bytes => text.len(),
            OffsetUnit::Utf16 => text.encode_utf16().count(),
            OffsetUnit::CodePoints => text.chars().count(),
        } as u32;
        let boundaries = source.char_indices().map(|(at, _)| at).chain([source.len()]);
        boundaries.map(|at| &source[..at]).find(|text| count(text, from) == offset).map(|text| count(text, to))
    }

    #[test]
    fn agrees_with_counting_from_the_start() {
        let long = "县a𠮷é\n，２".repeat(STEP / 4);
        for source in ["", "a", "大", "𠮷", "大𠮷3件", &"大".repeat(22), &"a".repeat(STEP), &long] {
            let index = OffsetIndex::new(source);
            for (from, to) in UNITS.iter().flat_map(|from| UNITS.iter().map(move |to| (*from, *to))) {
                for offset in 0..source.len() as u32 + 3 {
                    let expected = slow(source, offset, from, to);
                    assert_eq!(index.convert(offset, from, to), expected, "{offset} {from:?} {to:?}");
                }
                assert_eq!(index.convert(u32::MAX, from, to), None);
                assert_eq!(Some(index.end(to)), index.convert(index.end(from), from, to));
            }
        }
    }
}
