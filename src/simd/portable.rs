//! The scan without vectors of its own: a pass for the check and one for each class.

use super::{CLASSES, Pattern, Positions};
use std::str::Utf8Error;

/// Bytes that are searched for digits at once.
const CHUNK: usize = 32;

/// As [`super::text`].
pub(super) fn text<'a, const SET: usize>(bytes: &'a [u8], positions: &mut Positions) -> Result<&'a str, Utf8Error> {
    // The quick check says only that there is a fault; the standard one says where.
    let text = simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes))?;
    scan::<SET>(bytes, positions);
    Ok(text)
}

/// As [`super::scan`].
pub(super) fn scan<const SET: usize>(bytes: &[u8], positions: &mut Positions) {
    for (pattern, list) in CLASSES.iter().zip(&mut positions.lists).take(SET) {
        match pattern {
            Pattern::Character(character) => match character.as_bytes() {
                [byte] => list.extend(memchr::memchr_iter(*byte, bytes).map(|at| at as u32)),
                character => list.extend(memchr::memmem::find_iter(bytes, character).map(|at| at as u32)),
            },
            Pattern::FirstDigit => {
                let mut inside = false;
                for (chunk, start) in bytes.chunks(CHUNK).zip((0_u32..).step_by(CHUNK)) {
                    // Without a way out in its middle, this loop is turned into vectors, and mostly all that is needed.
                    if !chunk.iter().fold(false, |some, byte| some | byte.is_ascii_digit()) {
                        inside = false;
                        continue;
                    }
                    for (byte, at) in chunk.iter().zip(start..) {
                        let digit = byte.is_ascii_digit();
                        if digit && !inside {
                            list.push(at);
                        }
                        inside = digit;
                    }
                }
            }
        }
    }
}
