//! What the dictionary in front of a stream says of it, as far as that can be told without the file's tables.

use super::unpack::Kind;

/// Longest dictionary that is looked at.
const LONGEST: usize = 8 << 10;

/// What a stream is by its dictionary.
#[derive(Debug, PartialEq)]
pub(super) enum Declared {
    /// A picture; where in the file the names of its filters begin.
    Picture(Vec<usize>),
    /// Packed in these ways, in the order of unpacking.
    Filters(Vec<Kind>),
    /// It is written in a way that leaves doubts, or says it elsewhere.
    Unknown,
}

/// The words of a dictionary that matter.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Word<'a> {
    /// A name, and where it begins behind its slash.
    Name(&'a [u8], usize),
    Open,
    Close,
    ListOpen,
    ListClose,
    Other,
}

/// The names of filters, short and long.
const FILTERS: [(&[u8], Kind); 10] = [
    (b"FlateDecode", Kind::Flate),
    (b"Fl", Kind::Flate),
    (b"LZWDecode", Kind::Lzw),
    (b"LZW", Kind::Lzw),
    (b"RunLengthDecode", Kind::RunLength),
    (b"RL", Kind::RunLength),
    (b"ASCII85Decode", Kind::Ascii85),
    (b"A85", Kind::Ascii85),
    (b"ASCIIHexDecode", Kind::AsciiHex),
    (b"AHx", Kind::AsciiHex),
];

/// Filters of pictures, which the engine is built without: whatever stands before them is unpacked in vain.
const PICTURES: [&[u8]; 7] = [b"DCTDecode", b"DCT", b"JPXDecode", b"JBIG2Decode", b"CCITTFaxDecode", b"CCF", b"JBIG2"];

fn kind_of(name: &[u8]) -> Kind {
    let kind = FILTERS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    kind.unwrap_or(if PICTURES.contains(&name) { Kind::Picture } else { Kind::None })
}

/// Reads the dictionary at the end of `before`.
pub(super) fn declared(before: &[u8]) -> Declared {
    let from = before.len().saturating_sub(LONGEST);
    let window = before[from..].trim_ascii_end();
    let Some(object) = memchr::memmem::rfind(window, b"obj").filter(|at| is_object(&window[..*at])) else {
        return Declared::Unknown;
    };
    let start = object + b"obj".len();
    match words(&window[start..], from + start) {
        Some(words) => read(&words),
        None => Declared::Unknown,
    }
}

/// Whether the number of an object and its generation stand at the end, and nothing else in their line.
fn is_object(before: &[u8]) -> bool {
    let line = before.rsplit(|byte| matches!(byte, b'\r' | b'\n')).next().unwrap_or_default();
    let mut numbers = line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_number = |word: Option<&[u8]>| word.is_some_and(|word| word.iter().all(u8::is_ascii_digit));
    is_number(numbers.next()) && is_number(numbers.next()) && numbers.next().is_none()
}

/// The words of one dictionary; `None` for anything beside it, and for what could hide a part of it: strings, comments, escapes.
fn words(text: &[u8], offset: usize) -> Option<Vec<Word<'_>>> {
    let mut words = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match byte {
            byte if byte.is_ascii_whitespace() || *byte == 0 => at += 1,
            // Behind its end there is nothing more.
            _ if depth == 0 && !words.is_empty() => return None,
            b'<' if text.get(at + 1) == Some(&b'<') => {
                depth += 1;
                words.push(Word::Open);
                at += 2;
            }
            b'>' if text.get(at + 1) == Some(&b'>') => {
                depth = depth.checked_sub(1)?;
                words.push(Word::Close);
                at += 2;
            }
            b'<' => {
                let length =
                    text[at + 1..].iter().position(|byte| !byte.is_ascii_hexdigit() && !byte.is_ascii_whitespace())?;
                at += length + 2;
                if text.get(at - 1) != Some(&b'>') {
                    return None;
                }
                words.push(Word::Other);
            }
            b'[' | b']' => {
                words.push(if *byte == b'[' { Word::ListOpen } else { Word::ListClose });
                at += 1;
            }
            b'/' => {
                let length = word_length(&text[at + 1..]);
                words.push(Word::Name(&text[at + 1..at + 1 + length], offset + at + 1));
                at += 1 + length;
            }
            byte if byte.is_ascii_alphanumeric() || b"+-.".contains(byte) => {
                words.push(Word::Other);
                at += word_length(&text[at..]);
            }
            _ => return None,
        }
        if depth == 0 && words.first() != Some(&Word::Open) {
            if words.is_empty() {
                continue;
            }
            return None;
        }
    }
    (depth == 0 && !words.is_empty()).then_some(words)
}

fn word_length(text: &[u8]) -> usize {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-._*:,'".contains(byte);
    text.iter().position(|byte| !is_inside(byte)).unwrap_or(text.len())
}

fn read(words: &[Word<'_>]) -> Declared {
    let mut depth = 0;
    let mut is_picture = false;
    let mut filters: Option<Vec<(&[u8], usize)>> = None;
    for (index, word) in words.iter().enumerate() {
        match word {
            Word::Open => depth += 1,
            Word::Close => depth -= 1,
            Word::Name(b"Subtype", _) if depth == 1 => {
                is_picture |= matches!(words.get(index + 1), Some(Word::Name(b"Image", _)));
            }
            Word::Name(b"Filter" | b"F", _) if depth == 1 => {
                let Some(names) = names(&words[index + 1..]).filter(|_| filters.is_none()) else {
                    return Declared::Unknown;
                };
                filters = Some(names);
            }
            _ => {}
        }
    }
    let filters = filters.unwrap_or_default();
    if is_picture {
        return Declared::Picture(filters.iter().map(|(_, at)| *at).collect());
    }
    Declared::Filters(filters.iter().map(|(name, _)| kind_of(name)).collect())
}

/// The names of a list, or the one name, at the start of `words`.
fn names<'a>(words: &[Word<'a>]) -> Option<Vec<(&'a [u8], usize)>> {
    match words.first()? {
        Word::Name(name, at) => Some(vec![(*name, *at)]),
        Word::ListOpen => {
            let mut names = Vec::new();
            for word in &words[1..] {
                match word {
                    Word::Name(name, at) => names.push((*name, *at)),
                    Word::ListClose => return Some(names),
                    _ => return None,
                }
            }
            None
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Declared, Kind, declared};

    #[test]
    fn reads_plain_dictionaries_only() {
        let filters = |kinds: &[Kind]| Declared::Filters(kinds.to_vec());
        let cases: [(&[u8], Declared); 9] = [
            (b"5 0 obj\n<</Length 7/Filter/FlateDecode>>\n", filters(&[Kind::Flate])),
            (
                b"5 0 obj <</Filter [/A85 /Fl] /DecodeParms [null <</Columns 3>>]>>",
                filters(&[Kind::Ascii85, Kind::Flate]),
            ),
            (b"5 0 obj\n<</ID[<0A 1f><00>]/W[1 2 1]>>", filters(&[])),
            (b"1 0 obj\n<</Subtype/Image/Filter/FlateDecode>>", Declared::Picture(vec![32])),
            (b"5 0 obj\n<</Filter 7 0 R>>", Declared::Unknown),
            (b"5 0 obj\n<</Filter/F#6CateDecode>>", Declared::Unknown),
            (b"5 0 obj\n<</Filter/Fl/X(\n1 0 obj\n<</Subtype/Image)>>", Declared::Unknown),
            (b"5 0 obj\n<</Filter/Fl % 1 0 obj <</Subtype/Image\n>>", Declared::Unknown),
            (b"5 0 obj\n<</Filter/Fl/P<<\n1 0 obj\n<</Subtype/Image>> >> >>", Declared::Unknown),
        ];
        for (bytes, expected) in cases {
            assert_eq!(declared(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
