//! Keys, texts and whole numbers as JSON, put together in a block of fixed size, which goes to the output when it is
//! full: so most pieces are a few stores of known length, and the growing of the output is asked for once per block.

use std::fmt;

/// Bytes of a block.
const SIZE: usize = 1024;
/// Longest key that is written with one copy.
const KEY: usize = 24;
/// Longest text that is written as its two halves, which overlap.
const SHORT: usize = 32;

/// Output on its way to a buffer.
pub(super) struct Block<'o> {
    out: &'o mut Vec<u8>,
    bytes: [u8; SIZE],
    len: usize,
}

/// Every number below 1000: its three digits in the order of the text, and above them how many bits of zeros they
/// begin with.
static DIGITS: [u32; 1000] = {
    let mut digits = [0; 1000];
    let mut number = 0;
    while number < 1000 {
        let (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10);
        let zeros = if hundreds > 0 { 0 } else { 8 + 8 * (tens == 0) as u32 };
        digits[number as usize] = 0x30_3030 | hundreds | tens << 8 | units << 16 | zeros << 24;
        number += 1;
    }
    digits
};

/// The digits of a number of at most three, and how many bits they take.
#[inline(always)]
fn three_digits(number: u64) -> (u64, u32) {
    let entry = DIGITS[number as usize % 1000];
    let zeros = entry >> 24;
    (u64::from((entry & 0xff_ffff) >> zeros), 24 - zeros)
}

/// The digits of a number of at most six, and how many bits they take.
#[inline(always)]
fn six_digits(number: u64) -> (u64, u32) {
    if number < 1000 {
        return three_digits(number);
    }
    let (digits, bits) = three_digits(number / 1000);
    let rest = u64::from(DIGITS[number as usize % 1000] & 0xff_ffff);
    (digits | rest << bits, bits + 24)
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// Whether one of eight bytes needs an escape: a quote, a backslash or a control character. The bit turned over sets
/// the quote (0x22) right behind the control characters, so that one subtraction finds both.
#[inline(always)]
fn needs_escape(word: u64) -> bool {
    let control_or_quote = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !word & (ONES * 0x80) != 0
}

/// Whether one byte needs an escape.
#[inline(always)]
fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Whether one of sixteen bytes needs an escape: without a branch inside, they are compared at once.
#[inline(always)]
fn some_need_escape(bytes: &[u8; 16]) -> bool {
    bytes.iter().fold(false, |found, byte| found | is_special(*byte))
}

impl<'o> Block<'o> {
    /// An empty block before `out`.
    pub fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, bytes: [0; SIZE], len: 0 }
    }

    /// Hands over what is in the block.
    pub fn flush(&mut self) {
        self.out.extend_from_slice(&self.bytes[..self.len.min(SIZE)]);
        self.len = 0;
    }

    /// Where the next `needed` bytes go.
    #[inline(always)]
    fn room(&mut self, needed: usize) -> usize {
        if self.len > SIZE - needed {
            self.flush();
            return 0;
        }
        self.len
    }

    /// Writes bytes, as many as the compiler knows.
    #[inline(always)]
    pub fn put<const N: usize>(&mut self, bytes: &[u8; N]) {
        let at = self.room(N);
        self.bytes[at..at + N].copy_from_slice(bytes);
        self.len = at + N;
    }

    /// Writes one byte.
    #[inline(always)]
    pub fn byte(&mut self, byte: u8) {
        self.put(&[byte]);
    }

    /// Writes a mark and a key. Nothing of this is left at run time but the copy of a fixed text.
    #[inline(always)]
    pub fn key(&mut self, mark: u8, key: &'static str) {
        let len = key.len();
        if len > KEY {
            self.put(&[mark, b'"']);
            self.piece(key.as_bytes());
            return self.put(b"\":");
        }
        let mut bytes = [0; KEY + 4];
        (bytes[0], bytes[1]) = (mark, b'"');
        bytes[2..2 + len].copy_from_slice(key.as_bytes());
        (bytes[2 + len], bytes[3 + len]) = (b'"', b':');
        let at = self.room(len + 4);
        self.bytes[at..at + len + 4].copy_from_slice(&bytes[..len + 4]);
        self.len = at + len + 4;
    }

    /// Writes a number behind a mark.
    #[inline(always)]
    pub fn number(&mut self, mark: Option<u8>, value: u64) {
        if value >= 1_000_000 {
            return self.long_number(mark, value);
        }
        let (mut word, mut bits) = six_digits(value);
        if let Some(mark) = mark {
            (word, bits) = (word << 8 | u64::from(mark), bits + 8);
        }
        let at = self.room(8);
        self.bytes[at..at + 8].copy_from_slice(&word.to_le_bytes());
        self.len = at + bits as usize / 8;
    }

    #[cold]
    fn long_number(&mut self, mark: Option<u8>, value: u64) {
        let mut digits = [0; 21];
        let mut from = digits.len();
        let mut rest = value;
        while rest > 0 {
            from -= 1;
            digits[from] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        if let Some(mark) = mark {
            from -= 1;
            digits[from] = mark;
        }
        self.piece(&digits[from..]);
    }

    /// Writes a text in its quotes.
    pub fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // Above a short text stands what needs no escape.
        let escaped = match bytes.len() {
            0 => return self.put(b"\"\""),
            1 => is_special(bytes[0]) || self.halves::<1>(bytes, |_, _| false),
            2..4 => self.halves::<2>(bytes, |first, last| {
                let halves = u64::from(u16::from_le_bytes(*first)) | u64::from(u16::from_le_bytes(*last)) << 16;
                needs_escape(halves | !0 << 32)
            }),
            4..8 => self.halves::<4>(bytes, |first, last| {
                needs_escape(u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32)
            }),
            8..16 => self.halves::<8>(bytes, |first, last| {
                needs_escape(u64::from_le_bytes(*first)) || needs_escape(u64::from_le_bytes(*last))
            }),
            16..=SHORT => self.halves::<16>(bytes, |first, last| some_need_escape(first) | some_need_escape(last)),
            _ => {
                bytes.as_chunks().0.iter().any(some_need_escape)
                    || bytes.last_chunk().is_some_and(some_need_escape)
                    || {
                        self.byte(b'"');
                        self.piece(bytes);
                        self.byte(b'"');
                        false
                    }
            }
        };
        if escaped {
            self.byte(b'"');
            self.escape(text);
            self.byte(b'"');
        }
    }

    /// Writes a text of `N` to `2 * N` bytes in its quotes, or nothing if a byte needs an escape; which it returns.
    #[inline(always)]
    fn halves<const N: usize>(&mut self, bytes: &[u8], need_escape: impl FnOnce(&[u8; N], &[u8; N]) -> bool) -> bool {
        let (Some(first), Some(last)) = (bytes.first_chunk::<N>(), bytes.last_chunk::<N>()) else {
            return true;
        };
        if need_escape(first, last) {
            return true;
        }
        let at = self.room(SHORT + 2);
        let end = at + 1 + bytes.len().min(SHORT);
        self.bytes[at] = b'"';
        self.bytes[at + 1..at + 1 + N].copy_from_slice(first);
        self.bytes[end - N..end].copy_from_slice(last);
        self.bytes[end] = b'"';
        self.len = end + 1;
        false
    }

    /// Writes bytes of any number.
    fn piece(&mut self, bytes: &[u8]) {
        if bytes.len() > SIZE - self.len {
            self.flush();
            self.out.extend_from_slice(bytes);
            return;
        }
        self.bytes[self.len..self.len + bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    /// Writes a text with its escapes.
    #[cold]
    fn escape(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut done = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if !is_special(byte) {
                continue;
            }
            self.piece(&bytes[done..at]);
            done = at + 1;
            let letter = match byte {
                b'"' | b'\\' => byte,
                0x08 => b'b',
                b'\t' => b't',
                b'\n' => b'n',
                0x0c => b'f',
                b'\r' => b'r',
                _ => {
                    let digit = |value: u8| b"0123456789abcdef"[usize::from(value & 15)];
                    self.put(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]);
                    continue;
                }
            };
            self.put(&[b'\\', letter]);
        }
        self.piece(&bytes[done..]);
    }
}

/// Text that comes piece by piece, inside quotes: each piece is written with its escapes.
impl fmt::Write for Block<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.escape(text);
        Ok(())
    }
}
