//! Bytes to UTF-8, whatever their encoding: also what web pages and old Word files hand over.
//!
//! The order matters: Chinese government text is UTF-8 or GBK, now and then UTF-16. What is neither is read as GB18030, which has a
//! meaning for nearly all bytes. No statistical guess is made: guessers take GBK with one bad byte, and UTF-16 without a
//! mark, for windows-1252.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

/// Of a text in UTF-8 one character in so many may be broken.
const BROKEN_UTF8: usize = 1000;

/// What bytes say.
#[derive(Debug)]
pub(in crate::extract) struct Decoded<'a> {
    /// The text; borrowed when it was UTF-8.
    pub text: Cow<'a, str>,
    /// The encoding as the WHATWG names it.
    pub encoding: &'static str,
    /// How many characters were replaced by U+FFFD.
    pub replaced: usize,
}

/// Decodes `bytes`, whose encoding nobody told.
pub(in crate::extract) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        return decode_as(&bytes[mark..], encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !(bytes.contains(&0) && utf16_of(bytes).is_some())
    {
        return Decoded { text: Cow::Borrowed(text), encoding: "UTF-8", replaced: 0 };
    }
    if let Some(encoding) = utf16_of(bytes) {
        return decode_as(bytes, encoding);
    }
    if nearly_utf8(bytes) {
        return decode_as(bytes, encoding_rs::UTF_8);
    }
    decode_as(bytes, GB18030)
}

/// Decodes `bytes` in an encoding that somebody told: gb2312 and gbk are read as GB18030, which holds both.
pub(in crate::extract) fn decode_as<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let encoding = if encoding == encoding_rs::GBK { GB18030 } else { encoding };
    let (text, faulty) = encoding.decode_without_bom_handling(bytes);
    let replaced = if faulty { text.matches('\u{FFFD}').count().max(1) } else { 0 };
    Decoded { text, encoding: encoding.name(), replaced }
}

/// Whether `bytes` are UTF-8 that was cut inside its last character, or broken in very few places.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut characters, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        let cut_at_end = chunk.invalid().as_ptr_range().end == bytes.as_ptr_range().end;
        faults += usize::from(!chunk.invalid().is_empty() && !cut_at_end);
    }
    characters > 0 && faults * BROKEN_UTF8 <= characters
}

/// The byte order, if the units of `bytes` look like Chinese text in UTF-16.
fn utf16_of(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let share = |unit: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter();
        let likely = units.filter(|pair| is_likely(unit(**pair))).count();
        likely * 2 * 10 > bytes.len() * 9
    };
    match (share(u16::from_le_bytes), share(u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether a unit of UTF-16 is an ideograph, a Chinese mark, or a printable character of ASCII.
fn is_likely(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2014..=0x2026 | 0x3000..=0x303F | 0x3400..=0x9FFF | 0xFF00..=0xFFEF)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use encoding_rs::GB18030;

    use super::decode;

    const TEXT: &str = "青岚县2024年法治政府建设年度报告\n一、主要工作。办理行政复议案件25件，审结24件。\n";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn tells_encodings() {
        let mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let cases = [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (GB18030.encode(TEXT).0.into_owned(), "gb18030"),
            (utf16(TEXT, false), "UTF-16LE"),
            (utf16(TEXT, true), "UTF-16BE"),
            (mark(b"\xFF\xFE", utf16(TEXT, false)), "UTF-16LE"),
            (mark(b"\xFE\xFF", utf16(TEXT, true)), "UTF-16BE"),
        ];
        for (bytes, encoding) in cases {
            let decoded = decode(&bytes);
            assert_eq!((decoded.encoding, decoded.replaced), (encoding, 0));
            assert_eq!(decoded.text, TEXT, "{encoding}");
            assert_eq!(matches!(decoded.text, Cow::Borrowed(_)), encoding == "UTF-8");
        }
    }

    #[test]
    fn damage_is_replaced_and_counted() {
        let cut = &TEXT.as_bytes()[..TEXT.len() - 2];
        let decoded = decode(cut);
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 1));

        let mut gbk = GB18030.encode(TEXT).0.into_owned();
        gbk[9] = 0xFF;
        let decoded = decode(&gbk);
        assert_eq!(decoded.encoding, "gb18030");
        assert!(decoded.replaced > 0 && decoded.text.contains("25件"));
    }

    #[test]
    fn odd_input_is_text_too() {
        for bytes in [&b""[..], b"a", b"\0\0", b"\xFF", b"\xEF\xBB\xBF", b"\xFE\xFF", b"\xFF\xFE\0"] {
            let decoded = decode(bytes);
            assert!(decoded.text.len() <= 3 * bytes.len() + 3);
        }
    }
}
