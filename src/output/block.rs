//! Keys, texts and numbers as JSON, put together in a block of fixed size, which goes to the output when it is full: so most
//! pieces are a few stores of known length, and the growing of the output is asked for once per block.

use std::fmt;

use crate::decimal::Decimal;
use crate::span::Span;

/// Bytes of a block.
const SIZE: usize = 1024;
/// Most bytes that are looked at without a loop.
const FEW: usize = 16;
/// Longest text that is written as its two halves, which overlap.
const SHORT: usize = 32;

/// Output on its way to a buffer.
pub(super) struct Block<'o> {
    out: &'o mut Vec<u8>,
    bytes: [u8; SIZE],
    len: usize,
}

/// For every number below 1000, and room behind them, so that ten bits choose an entry.
type Table = [u32; 1024];

/// The three digits, in the order of the text.
static DIGITS: Table = {
    let mut table = [0; 1024];
    let mut number = 0;
    while number < 1000 {
        let (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10);
        table[number] = (0x30_3030 | hundreds | tens << 8 | units << 16) as u32;
        number += 1;
    }
    table
};

/// The digits without zeros in front of them, and in the highest byte how many bits they take.
static LEADING: Table = {
    let mut table = DIGITS;
    let mut number = 0;
    while number < 1000 {
        let zeros = 8 * ((number < 10) as u32 + (number < 100) as u32);
        table[number] = table[number] >> zeros | (24 - zeros) << 24;
        number += 1;
    }
    table
};

/// The digits of a number of at most three, and how many bits they take.
#[inline(always)]
fn three_digits(number: u32) -> (u64, u32) {
    let entry = LEADING[number as usize % LEADING.len()];
    (u64::from(entry & 0xff_ffff), entry >> 24)
}

/// The digits of a number of at most six, and how many bits they take.
#[inline(always)]
fn six_digits(number: u32) -> (u64, u32) {
    if number < 1000 {
        return three_digits(number);
    }
    let thousands = number / 1000;
    let (digits, bits) = three_digits(thousands);
    let rest = u64::from(DIGITS[(number - 1000 * thousands) as usize % DIGITS.len()]);
    (digits | rest << bits, bits + 24)
}

/// Numbers of at most so many digits are a few table entries.
const FEW_DIGITS: u32 = 1_000_000;

/// The digits of a number of few, and how many bits they take.
#[inline(always)]
fn few_digits(number: u64) -> Option<(u64, u32)> {
    u32::try_from(number).ok().filter(|number| *number < FEW_DIGITS).map(six_digits)
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

/// Whether one of so many bytes needs an escape: without a branch inside, they are compared at once.
#[inline(always)]
fn some_need_escape(bytes: &[u8; FEW]) -> bool {
    bytes.iter().fold(false, |found, byte| found | is_special(*byte))
}

/// The first and the last `N` of at least so many bytes.
#[inline(always)]
fn ends<const N: usize>(bytes: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => Some((first, last)),
        _ => None,
    }
}

/// Whether none of at most [`FEW`] bytes needs an escape.
#[inline(always)]
fn few_are_plain(bytes: &[u8]) -> bool {
    if let Some((first, last)) = ends(bytes) {
        return !(needs_escape(u64::from_le_bytes(*first)) | needs_escape(u64::from_le_bytes(*last)));
    }
    // Above what is there stands what needs no escape.
    let all = if let Some((first, last)) = ends(bytes) {
        u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
    } else if let Some((first, last)) = ends(bytes) {
        u64::from(u16::from_le_bytes(*first)) | u64::from(u16::from_le_bytes(*last)) << 16 | !0 << 32
    } else {
        bytes.first().map_or(!0, |byte| u64::from(*byte) | !0 << 8)
    };
    !needs_escape(all)
}

impl<'o> Block<'o> {
    /// An empty block before `out`.
    pub fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, bytes: [0; SIZE], len: 0 }
    }

    /// Hands over what is in the block. Out of line, it costs the writing of small pieces no register.
    #[cold]
    #[inline(never)]
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

    /// Stores bytes where there is room for them.
    #[inline(always)]
    fn store<const N: usize>(&mut self, at: usize, bytes: &[u8; N]) {
        if let Some(place) = self.bytes.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
            *place = *bytes;
        }
    }

    /// Writes bytes, as many as the compiler knows.
    #[inline(always)]
    pub fn put<const N: usize>(&mut self, bytes: &[u8; N]) {
        let at = self.room(N);
        self.store(at, bytes);
        self.len = at + N;
    }

    /// Writes the lowest bytes of `word`, so many bits.
    #[inline(always)]
    fn word(&mut self, word: u64, bits: u32) {
        let at = self.room(8);
        self.store(at, &word.to_le_bytes());
        self.len = at + bits as usize / 8;
    }

    /// Stores `N` to `2 * N` bytes where there is room for them.
    #[inline(always)]
    fn halves<const N: usize>(&mut self, at: usize, bytes: &[u8]) {
        if let Some((first, last)) = ends::<N>(bytes) {
            self.store(at, first);
            self.store(at + bytes.len().min(2 * N) - N, last);
        }
    }

    /// Writes a mark and a key. Its length is known when this is compiled.
    #[inline(always)]
    pub fn key(&mut self, mark: u8, key: &'static str) {
        let bytes = key.as_bytes();
        let len = bytes.len();
        if len > SHORT {
            self.put(&[mark, b'"']);
            self.piece(bytes);
            return self.put(b"\":");
        }
        let at = self.room(len + 4);
        self.store(at, &[mark, b'"']);
        self.short(at + 2, bytes);
        self.store(at + 2 + len, b"\":");
        self.len = at + len + 4;
    }

    /// Stores at most [`SHORT`] bytes where there is room for them.
    #[inline(always)]
    fn short(&mut self, at: usize, bytes: &[u8]) {
        match bytes.len() {
            0 => {}
            1 => self.store(at, &[bytes[0]]),
            2..4 => self.halves::<2>(at, bytes),
            4..8 => self.halves::<4>(at, bytes),
            8..16 => self.halves::<8>(at, bytes),
            _ => self.halves::<16>(at, bytes),
        }
    }

    /// Writes a number.
    #[inline]
    pub fn number(&mut self, value: u64) {
        match few_digits(value) {
            Some((digits, bits)) => self.word(digits, bits),
            None => self.long_number(value),
        }
    }

    #[cold]
    #[inline(never)]
    fn long_number(&mut self, value: u64) {
        let mut digits = [0; 20];
        let mut from = digits.len();
        let mut rest = value;
        while rest > 0 {
            from -= 1;
            digits[from] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        self.piece(&digits[from..]);
    }

    /// Writes a decimal in quotes.
    pub fn decimal(&mut self, value: Decimal) {
        let whole = if value.scale() == 0 { value.mantissa().try_into().ok().and_then(few_digits) } else { None };
        match whole {
            // With its quotes it is at most eight bytes.
            Some((digits, bits)) if self.len <= SIZE - 8 => {
                let quote = u64::from(b'"');
                self.word(quote | digits << 8 | quote << (8 + bits), bits + 16);
            }
            _ => self.any_decimal(value),
        }
    }

    /// The same of any decimal, wherever the block ends.
    #[inline(never)]
    fn any_decimal(&mut self, value: Decimal) {
        self.plain_text(value.digits(&mut Default::default()));
    }

    /// Writes start and end in brackets.
    pub fn span(&mut self, span: Span) {
        let Span { start, end } = span;
        if start.max(end) >= FEW_DIGITS || self.len > SIZE - 16 {
            return self.late_span(span);
        }
        let (digits, bits) = six_digits(start);
        self.word(u64::from(b'[') | digits << 8, 8 + bits);
        let (digits, bits) = six_digits(end);
        self.word(u64::from(b',') | digits << 8 | u64::from(b']') << (8 + bits), 16 + bits);
    }

    /// The same of longer numbers, or where the block is nearly full. Out of line, it costs the others no register.
    #[cold]
    #[inline(never)]
    fn late_span(&mut self, span: Span) {
        self.put(b"[");
        self.number(span.start.into());
        self.put(b",");
        self.number(span.end.into());
        self.put(b"]");
    }

    /// Writes a text in UTF-8 in its quotes.
    pub fn text(&mut self, bytes: &[u8]) {
        if bytes.len() > FEW {
            self.longer_text(bytes)
        } else if few_are_plain(bytes) {
            self.plain_text(bytes)
        } else {
            self.escaped_text(bytes)
        }
    }

    /// The same of more than [`FEW`] bytes.
    #[inline(never)]
    fn longer_text(&mut self, bytes: &[u8]) {
        let special =
            bytes.as_chunks().0.iter().any(some_need_escape) || bytes.last_chunk().is_some_and(some_need_escape);
        if special { self.escaped_text(bytes) } else { self.plain_text(bytes) }
    }

    /// Writes a text that has nothing to escape in its quotes.
    pub fn plain_text(&mut self, bytes: &[u8]) {
        if bytes.len() > SHORT || self.len > SIZE - SHORT - 2 {
            return self.long_text(bytes);
        }
        let (at, end) = (self.len + 1, self.len + 1 + bytes.len());
        self.store(at - 1, b"\"");
        self.short(at, bytes);
        self.store(end, b"\"");
        self.len = end + 1;
    }

    /// The same of a longer text, or where the block is nearly full.
    #[inline(never)]
    fn long_text(&mut self, bytes: &[u8]) {
        self.put(b"\"");
        self.piece(bytes);
        self.put(b"\"");
    }

    #[cold]
    #[inline(never)]
    fn escaped_text(&mut self, bytes: &[u8]) {
        self.put(b"\"");
        self.escape(bytes);
        self.put(b"\"");
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
    fn escape(&mut self, bytes: &[u8]) {
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
        self.escape(text.as_bytes());
        Ok(())
    }
}
