//! What the codes of a font say, and how wide they are.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, OutlineGlyph};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use skrifa::MetadataProvider;

use crate::extract::layout::folded;
use crate::extract::pdf::guard;

/// Entries of an embedded font's character map that are looked at.
const MAPPINGS: usize = 200_000;

/// Widths that a font may list; ranges count in full.
const WIDTHS: u64 = 200_000;

/// The largest code of a simple font that a file may name.
const LAST_CODE: u32 = 65_535;

/// The fonts of a file, each read once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    /// By the place of their dictionaries in the file.
    faces: HashMap<(usize, usize), Option<Rc<Face<'a>>>>,
    standard: FontResolverFn,
    maps: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub fn new() -> Self {
        Self {
            cache: FontCache::new(),
            faces: HashMap::new(),
            // The outlines of a font that is not embedded do not matter here; the engine wants some.
            standard: Arc::new(|query| {
                let font = match query {
                    FontQuery::Standard(font) => *font,
                    FontQuery::Fallback(query) => query.pick_standard_font(),
                };
                Some(font.get_font_data())
            }),
            maps: Arc::new(hayro_cmap::load_embedded),
        }
    }

    /// The font that a dictionary describes.
    pub fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let key = (dict.data().as_ptr() as usize, dict.data().len());
        if let Some(face) = self.faces.get(&key) {
            return face.clone();
        }
        let font = is_sound(dict).then(|| self.cache.font(dict, &self.standard, &self.maps)).flatten();
        let is_wide = dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() == Some(keys::TYPE0);
        let collection = if is_wide { Collection::of(dict) } else { None };
        let face = font.map(|font| {
            Rc::new(Face {
                font,
                collection,
                reverse: OnceCell::new(),
                glyphs: RefCell::new(HashMap::new()),
                height: height_of(dict),
            })
        });
        self.faces.insert(key, face.clone());
        face
    }
}

/// Whether the numbers of a font dictionary are such that tables can be made of them, and its streams such that they can be unpacked.
fn is_sound(dict: &Dict<'_>) -> bool {
    let codes = [keys::FIRST_CHAR, keys::LAST_CHAR];
    if codes
        .iter()
        .any(|key| dict.get::<Object<'_>>(key).is_some() && dict.get::<u32>(key).is_none_or(|code| code > LAST_CODE))
    {
        return false;
    }
    let descendant = dict.get::<Array<'_>>(keys::DESCENDANT_FONTS).and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let wide = descendant.as_ref();
    wide.is_none_or(|font| [(keys::W, 1), (keys::W2, 3)].iter().all(|(key, each)| has_few_widths(font, key, *each)))
        && [Some(dict), wide].into_iter().flatten().all(has_sound_streams)
}

fn has_sound_streams(font: &Dict<'_>) -> bool {
    let descriptor = font.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
    let programs = [keys::FONT_FILE, keys::FONT_FILE2, keys::FONT_FILE3].map(|key| descriptor.get::<Stream<'_>>(key));
    let maps = [keys::TO_UNICODE, keys::ENCODING, keys::CID_TO_GID_MAP].map(|key| font.get::<Stream<'_>>(key));
    programs.iter().chain(&maps).flatten().all(guard::is_sound)
}

/// Whether a list of widths, `each` numbers for a range, names no more codes than there are.
fn has_few_widths(font: &Dict<'_>, key: &[u8], each: usize) -> bool {
    let Some(list) = font.get::<Array<'_>>(key) else { return true };
    let mut items = list.flex_iter();
    let mut count = 0_u64;
    while let Some(first) = items.next::<u32>() {
        if let Some(widths) = items.next::<Array<'_>>() {
            count += widths.data().len() as u64 / 2;
        } else if let Some(last) = items.next::<u32>() {
            count += u64::from(last.saturating_sub(first));
            for _ in 0..each {
                items.next::<f32>();
            }
        }
        if count > WIDTHS {
            return false;
        }
    }
    true
}

/// The height of a unit of type in ems: another one than 1 only in fonts that are drawn by procedures.
fn height_of(dict: &Dict<'_>) -> f64 {
    let is_drawn = dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() == Some(keys::TYPE3);
    let matrix = dict.get::<[f64; 6]>(keys::FONT_MATRIX).filter(|_| is_drawn);
    matrix.map_or(1.0, |matrix| 1000.0 * matrix[2].hypot(matrix[3]))
}

/// A font.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// Of a wide font: which character each of its codes is by the collection it belongs to.
    collection: Option<Collection>,
    /// By glyph, the character of the embedded font's own map.
    reverse: OnceCell<HashMap<u32, char>>,
    /// By code, what was found out.
    glyphs: RefCell<HashMap<u32, (String, f64)>>,
    height: f64,
}

impl Face<'_> {
    /// The code at byte `at` of a string, and its length.
    pub fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    pub fn is_vertical(&self) -> bool {
        !self.font.is_horizontal()
    }

    pub fn height(&self) -> f64 {
        self.height
    }

    /// Hands `use_glyph` what a code says, which is empty if nobody knows, and its advance in ems.
    pub fn with_glyph(&self, code: u32, use_glyph: impl FnOnce(&str, f64)) {
        let mut glyphs = self.glyphs.borrow_mut();
        let (text, advance) = glyphs.entry(code).or_insert_with(|| {
            let advance = self.font.code_advance(code);
            let advance = if self.is_vertical() { advance.y } else { advance.x };
            (self.meaning(code).unwrap_or_default(), advance / 1000.0)
        });
        use_glyph(text, *advance);
    }

    /// What a code says: by the file's own map or the names of glyphs, by the collection, or by the embedded font.
    fn meaning(&self, code: u32) -> Option<String> {
        let glyph = self.font.glyph(self.font.map_code(code), code);
        let told = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        if let Some(text) = told.and_then(said) {
            return Some(text);
        }
        let collection = self.collection.as_ref();
        let by_encoding =
            || collection.filter(|collection| collection.is_sure).and_then(|collection| collection.character(code));
        let by_font = || match &glyph {
            FontGlyph::Outline(glyph) => self.by_font(glyph),
            FontGlyph::Type3(_) => None,
        };
        by_encoding().or_else(by_font).or_else(|| collection?.character(code))
    }

    fn by_font(&self, glyph: &OutlineGlyph) -> Option<String> {
        let id = glyph.glyph_id().to_u32();
        let reverse = self
            .reverse
            .get_or_init(|| glyph.font_data().map(|font| reversed((*font.data).as_ref())).unwrap_or_default());
        (id != 0).then(|| reverse.get(&id).map(char::to_string)).flatten()
    }
}

/// A map's answer, unless it says that there is none.
fn said(text: BfString) -> Option<String> {
    let text = match text {
        BfString::Char(ch) => ch.to_string(),
        BfString::String(text) => text,
    };
    (!text.is_empty() && !text.contains(['\0', '\u{FFFD}', '\u{FFFF}'])).then_some(text)
}

/// The characters of an embedded font by glyph.
fn reversed(data: &[u8]) -> HashMap<u32, char> {
    let mut characters = HashMap::new();
    let Ok(font) = skrifa::FontRef::from_index(data, 0) else { return characters };
    for (code, glyph) in font.charmap().mappings().take(MAPPINGS) {
        let Some(ch) = char::from_u32(code) else { continue };
        // Of several characters with one glyph, one that stands for itself and no radical.
        let is_plain = |ch: char| folded(ch) == ch && !('\u{E000}'..='\u{F8FF}').contains(&ch);
        let kept = characters.entry(glyph.to_u32()).or_insert(ch);
        if !is_plain(*kept) && is_plain(ch) {
            *kept = ch;
        }
    }
    characters
}

/// A collection of characters that Adobe numbered: the number of each code, and the character of each number.
struct Collection {
    numbers: CMap,
    characters: CMap,
    /// Whether the codes belong to the collection by their encoding, not by what the font says of itself.
    is_sure: bool,
}

impl Collection {
    fn of(dict: &Dict<'_>) -> Option<Self> {
        let encoding = dict.get::<Name<'_>>(keys::ENCODING)?;
        let load = |name: CMapName<'_>| CMap::parse(hayro_cmap::load_embedded(name)?, hayro_cmap::load_embedded);
        let (numbers, is_sure) = match CMapName::from_bytes(encoding.as_ref()) {
            CMapName::IdentityH => (CMap::identity_h(), false),
            CMapName::IdentityV => (CMap::identity_v(), false),
            name => (load(name)?, true),
        };
        let by_encoding = numbers.metadata().character_collection.clone().map(|collection| collection.family);
        let family = by_encoding.filter(|family| *family != CidFamily::AdobeIdentity).or_else(|| named(dict))?;
        Some(Self { characters: load(family.ucs2_cmap()?)?, numbers, is_sure })
    }

    fn character(&self, code: u32) -> Option<String> {
        let number = (1..=4).find_map(|length| self.numbers.lookup_cid_code(code, length))?;
        said(self.characters.lookup_bf_string(number)?)
    }
}

/// The collection that a wide font says it belongs to.
fn named(dict: &Dict<'_>) -> Option<CidFamily> {
    let descendant = dict.get::<Array<'_>>(keys::DESCENDANT_FONTS)?.iter::<Dict<'_>>().next()?;
    let info = descendant.get::<Dict<'_>>(keys::CIDSYSTEMINFO)?;
    let registry = info.get::<PdfString<'_>>(keys::REGISTRY)?;
    let ordering = info.get::<PdfString<'_>>(keys::ORDERING)?;
    Some(CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes()))
}
