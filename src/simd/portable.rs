//! The scan without vectors of its own: a pass for the check and one for each class.

use super::{CLASSES, Pattern, Positions};

/// Bytes that are searched for digits at once.
const CHUNK: usize = 32;

/// Lists where the first `SET` classes stand. With `CHECK`, whether `bytes` are UTF-8; else they must be.
pub(super) fn scan<const SET: usize, const CHECK: bool>(bytes: &[u8], positions: &mut Positions) -> bool {
    if CHECK && simdutf8::basic::from_utf8(bytes).is_err() {
        return false;
    }
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
    true
}
