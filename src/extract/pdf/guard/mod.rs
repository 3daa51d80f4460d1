//! Before the engine sees a file: no stream may unpack to more than the limits, and no number may make it reserve memory.
//!
//! The engine unpacks streams without a limit of its own, some of them while it opens the file. So every stream is unpacked here first
//! into a small buffer and only counted. Pictures are nobody's text and may be as large as they like: in the copy that the
//! engine gets, their filters have names that it does not know.

mod declared;
mod unpack;

use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use crate::extract::error::Error;
use crate::extract::limits::Limits;
use declared::{Declared, declared};
use unpack::{Kind, Meter};

/// Keys of numbers by which a filter reserves memory or divides, and the largest sound one.
const PARAMETERS: [(&[u8], u32); 3] = [(b"Columns", 100_000), (b"Colors", 15), (b"BitsPerComponent", 16)];

/// Longest name, with its escapes, that can be one of [`PARAMETERS`].
const LONGEST_NAME: usize = 64;

/// Bytes that may be looked through for the ends of streams, beside those of the file a few times over.
const WALKED: usize = 256 << 20;

/// A copy of the file that can be opened.
pub(super) fn defused(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Error> {
    let mut file = bytes.to_vec();
    tame_parameters(&mut file);
    // What is encrypted cannot be measured yet, and must not be mistaken for damage.
    let is_encrypted = memchr::memmem::find(bytes, b"/Encrypt").is_some();
    let mut meter = Meter::new(limits);
    let (mut end, mut walked) = (0, 0);
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        // The keyword ends its line.
        if bytes[..at].ends_with(b"end") || !matches!(bytes.get(at + b"stream".len()), Some(b'\r' | b'\n')) {
            continue;
        }
        let begin = data_begin(bytes, at);
        if end < begin {
            end = memchr::memmem::find(&bytes[begin..], b"endstream").map_or(bytes.len(), |length| begin + length);
        }
        // The engine looks for the end of each stream anew.
        walked += end - begin;
        if walked > WALKED.saturating_add(8 * bytes.len()) {
            return Err(Error::damaged("streams without an end"));
        }
        let unpacked = match declared(&bytes[..at]) {
            Declared::Picture(names) => {
                for name in names {
                    file[name] = b'X';
                }
                continue;
            }
            Declared::Filters(kinds) => meter.unpack(&bytes[begin..end], &kinds)?,
            Declared::Unknown => meter.unpack_unknown(&bytes[begin..end])?,
        };
        if unpacked.is_none() && !is_encrypted {
            file[begin..end].fill(0xFF);
        }
    }
    Ok(file)
}

/// The same for what only the engine can decrypt.
pub(super) fn check_decrypted<'a>(streams: impl Iterator<Item = Stream<'a>>, limits: &Limits) -> Result<(), Error> {
    let mut meter = Meter::new(limits);
    for stream in streams {
        if stream.dict().get::<Name<'_>>(keys::SUBTYPE).as_deref() == Some(b"Image") {
            continue;
        }
        let kinds: Vec<Kind> = stream.filters().iter().map(|filter| kind_of(*filter)).collect();
        meter.unpack(&stream.raw_data(), &kinds)?;
    }
    Ok(())
}

fn kind_of(filter: Filter) -> Kind {
    match filter {
        Filter::FlateDecode => Kind::Flate,
        Filter::LzwDecode => Kind::Lzw,
        Filter::RunLengthDecode => Kind::RunLength,
        Filter::Ascii85Decode => Kind::Ascii85,
        Filter::AsciiHexDecode => Kind::AsciiHex,
        Filter::Crypt => Kind::None,
        _ => Kind::Picture,
    }
}

/// Whether a stream can be unpacked without harm: the numbers of its filters, wherever they stand in the file.
pub(super) fn is_sound(stream: &Stream<'_>) -> bool {
    let sound = |dict: Dict<'_>| {
        PARAMETERS.iter().all(|(key, most)| {
            let number = dict.get::<Object<'_>>(*key).map(|_| dict.get::<u32>(*key));
            number.is_none_or(|number| number.is_some_and(|number| (1..=*most).contains(&number)))
        })
    };
    [keys::DECODE_PARMS, keys::DP].iter().all(|key| match stream.dict().get::<Object<'_>>(*key) {
        Some(Object::Dict(dict)) => sound(dict),
        Some(Object::Array(list)) => all_sound(&list, sound),
        _ => true,
    })
}

fn all_sound(list: &Array<'_>, sound: impl Fn(Dict<'_>) -> bool) -> bool {
    list.iter::<Object<'_>>().filter_map(Object::into_dict).all(sound)
}

/// Where the data of a stream begin, behind the end of the line of its keyword.
fn data_begin(bytes: &[u8], at: usize) -> usize {
    let behind = at + b"stream".len();
    match bytes.get(behind..) {
        Some([b'\r', b'\n', ..]) => behind + 2,
        Some([b'\r' | b'\n', ..]) => behind + 1,
        _ => behind,
    }
}

/// Renames the keys of [`PARAMETERS`] whose numbers are not sound or stand elsewhere, so that the engine takes its defaults.
fn tame_parameters(file: &mut [u8]) {
    let mut doomed = Vec::new();
    for (key, most) in PARAMETERS {
        for at in memchr::memmem::find_iter(file, key) {
            let is_name = at.checked_sub(1).is_some_and(|before| file[before] == b'/');
            if is_name && !is_small(&file[at + key.len()..], most) {
                doomed.push(at);
            }
        }
    }
    // No producer writes these keys with escapes.
    for at in memchr::memchr_iter(b'#', file) {
        let window = &file[at.saturating_sub(LONGEST_NAME)..(at + LONGEST_NAME).min(file.len())];
        let before = at.min(LONGEST_NAME);
        if let Some(slash) = window[..before].iter().rposition(|byte| *byte == b'/')
            && PARAMETERS.iter().any(|(key, _)| spells(&window[slash + 1..], key))
        {
            doomed.push(at - before + slash + 1);
        }
    }
    for at in doomed {
        file[at] = b'X';
    }
}

/// Whether a number from 1 to `most` follows, which is no reference.
fn is_small(behind: &[u8], most: u32) -> bool {
    let mut words = behind.split(|byte| b" \r\n\t\x0C\0/<>[]()%".contains(byte)).filter(|word| !word.is_empty());
    let blank = behind.first().is_some_and(|byte| b" \r\n\t\x0C\0".contains(byte));
    let number = words.next().and_then(|word| std::str::from_utf8(word).ok()).and_then(|word| word.parse().ok());
    let is_reference = words.nth(1) == Some(b"R");
    blank && !is_reference && number.is_some_and(|number: u32| (1..=most).contains(&number))
}

/// Whether a name with escapes (#43) begins with `key` once they are resolved.
fn spells(name: &[u8], key: &[u8]) -> bool {
    let mut at = 0;
    key.iter().all(|wanted| {
        let escaped = match name.get(at..) {
            Some([b'#', high, low, ..]) => {
                let digit = |byte: u8| (byte as char).to_digit(16);
                digit(*high).zip(digit(*low)).map(|(high, low)| (16 * high + low) as u8)
            }
            _ => None,
        };
        let byte = escaped.or(name.get(at).copied());
        at += if escaped.is_some() { 3 } else { 1 };
        byte == Some(*wanted)
    })
}
