//! Unpacks streams only to count what comes out.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status};

use crate::extract::error::Error;
use crate::extract::limits::Limits;

/// A way of packing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Flate,
    Lzw,
    RunLength,
    Ascii85,
    AsciiHex,
    /// A picture, which nobody unpacks.
    Picture,
    /// Nothing happens.
    None,
}

/// Bytes that are unpacked at a time.
const BUFFER: usize = 64 << 10;

/// One packed byte gives at most so many: what damage in the middle may still unpack to.
const RATIO: usize = 1032;

/// What a stream costs beside its bytes.
const EACH: usize = 512;

/// Data that nobody describes are unpacked so many times at most.
const NESTED: usize = 4;

/// What all streams together come to.
pub(super) struct Meter {
    part: usize,
    total: usize,
    limits: Limits,
    buffer: Vec<u8>,
    inflater: Decompress,
}

/// How the data of one stream came out.
enum Outcome {
    Whole,
    /// Broken before so many packed bytes.
    Broken(usize),
}

impl Meter {
    pub fn new(limits: &Limits) -> Self {
        Self { part: 0, total: 0, limits: *limits, buffer: vec![0; BUFFER], inflater: Decompress::new(false) }
    }

    fn count(&mut self, bytes: usize) -> Result<(), Error> {
        self.part += bytes;
        self.total += bytes;
        self.limits.check("PDF stream", self.part, self.limits.part_bytes())?;
        self.limits.check("unpacked PDF streams", self.total, self.limits.unpacked_bytes())
    }

    /// Counts what `data` unpack to; `None` when they are too broken to tell.
    ///
    /// # Errors
    ///
    /// When that exceeds a limit.
    pub fn unpack(&mut self, data: &[u8], kinds: &[Kind]) -> Result<Option<()>, Error> {
        self.part = 0;
        self.count(EACH)?;
        let mut data = Cow::Borrowed(data);
        for (index, kind) in kinds.iter().enumerate() {
            let is_last = kinds[index + 1..].iter().all(|kind| matches!(kind, Kind::None | Kind::Picture));
            data = match kind {
                Kind::Picture => return Ok(Some(())),
                Kind::None => data,
                Kind::Ascii85 => Cow::Owned(ascii85(&data)),
                Kind::AsciiHex => Cow::Owned(ascii_hex(&data)),
                Kind::Lzw | Kind::RunLength if !is_last => return Ok(None),
                Kind::Lzw => return self.lzw(&data).map(Some),
                Kind::RunLength => return self.run_length(&data).map(Some),
                Kind::Flate => {
                    let mut kept = Vec::new();
                    let outcome = self.inflate(&data, if is_last { None } else { Some(&mut kept) })?;
                    match outcome {
                        Outcome::Broken(_) if !is_last => return Ok(None),
                        Outcome::Broken(rest) if rest * RATIO > self.limits.part_bytes() - self.part => {
                            return Ok(None);
                        }
                        Outcome::Broken(rest) => self.count(rest * RATIO)?,
                        Outcome::Whole => {}
                    }
                    Cow::Owned(kept)
                }
            };
        }
        Ok(Some(()))
    }

    /// The same for data of which nobody says how they are packed: as if inflated again and again, and as LZW.
    pub fn unpack_unknown(&mut self, data: &[u8]) -> Result<Option<()>, Error> {
        self.part = 0;
        self.count(EACH)?;
        let mut data = Cow::Borrowed(data);
        for round in 0..=NESTED {
            let mut kept = Vec::new();
            if let Outcome::Broken(_) = self.inflate(&data, Some(&mut kept))? {
                break;
            }
            if header_length(&kept) == 0 {
                break;
            }
            if round == NESTED {
                return Ok(None);
            }
            data = Cow::Owned(kept);
        }
        self.lzw(&data)?;
        Ok(Some(()))
    }

    fn inflate(&mut self, data: &[u8], mut keep: Option<&mut Vec<u8>>) -> Result<Outcome, Error> {
        let data = &data[header_length(data)..];
        self.inflater.reset(false);
        let mut buffer = std::mem::take(&mut self.buffer);
        let outcome = loop {
            let (read, written) = (self.inflater.total_in() as usize, self.inflater.total_out());
            let Some(rest) = data.get(read..) else { break Ok(Outcome::Whole) };
            let status = self.inflater.decompress(rest, &mut buffer, FlushDecompress::None);
            let taken = self.inflater.total_in() as usize - read;
            let given = (self.inflater.total_out() - written) as usize;
            // Packed bytes that give nothing cost time too.
            if let Err(error) = self.count(given + taken) {
                break Err(error);
            }
            if let Some(keep) = keep.as_deref_mut() {
                keep.extend_from_slice(&buffer[..given]);
            }
            match status {
                Err(_) => break Ok(Outcome::Broken(rest.len() - taken.min(rest.len()))),
                Ok(Status::StreamEnd) => break Ok(Outcome::Whole),
                Ok(_) if taken == 0 && given == 0 => break Ok(Outcome::Whole),
                Ok(_) => {}
            }
        };
        self.buffer = buffer;
        outcome
    }

    fn lzw(&mut self, data: &[u8]) -> Result<(), Error> {
        const CLEAR: usize = 256;
        const END: usize = 257;
        const ENTRIES: usize = 4096;
        let mut lengths: Vec<usize> = vec![1; END + 1];
        let (mut bits, mut available, mut before) = (0_u32, 0, None::<usize>);
        for byte in data {
            bits = bits << 8 | u32::from(*byte);
            available += 8;
            // With the early change that nearly all producers make; without it the lengths are the same or smaller.
            let width = match lengths.len() + 1 {
                2048.. => 12,
                1024.. => 11,
                512.. => 10,
                _ => 9,
            };
            if available < width {
                continue;
            }
            available -= width;
            let code = (bits >> available) as usize & ((1 << width) - 1);
            bits &= (1 << available) - 1;
            if code == CLEAR {
                lengths.truncate(END + 1);
                before = None;
                continue;
            }
            if code == END || code > lengths.len() {
                break;
            }
            let Some(length) = lengths.get(code).copied().or(before.map(|length| length + 1)) else { break };
            self.count(length)?;
            if let Some(before) = before
                && lengths.len() < ENTRIES
            {
                lengths.push(before + 1);
            }
            before = Some(length);
        }
        Ok(())
    }

    fn run_length(&mut self, data: &[u8]) -> Result<(), Error> {
        let mut at = 0;
        while let Some(length) = data.get(at) {
            let (step, bytes) = match length {
                128 => break,
                0..=127 => (usize::from(*length) + 2, usize::from(*length) + 1),
                _ => (2, 257 - usize::from(*length)),
            };
            self.count(bytes)?;
            at += step;
        }
        Ok(())
    }
}

/// The length of the header of zlib, if there is one.
fn header_length(data: &[u8]) -> usize {
    match data {
        [first, second, ..]
            if first & 0x0F == 8 && u16::from_be_bytes([*first, *second]).is_multiple_of(31) && second & 0x20 == 0 =>
        {
            2
        }
        _ => 0,
    }
}

/// Pairs of hexadecimal digits.
fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        data.iter().filter_map(|byte| (*byte as char).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| 16 * pair[0] + pair.get(1).unwrap_or(&0)).collect()
}

/// Base 85, as far as it is sound.
fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group = Vec::with_capacity(5);
    let mut flush = |group: &mut Vec<u8>| {
        let length = group.len();
        if length > 1 {
            group.resize(5, b'u');
            let value =
                group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(digit - b'!')));
            out.extend_from_slice(&value.to_be_bytes()[..length - 1]);
        }
        group.clear();
    };
    for byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => {
                group.resize(5, b'!');
                flush(&mut group);
            }
            b'!'..=b'u' => {
                group.push(*byte);
                if group.len() == 5 {
                    flush(&mut group);
                }
            }
            _ => {}
        }
    }
    flush(&mut group);
    out
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Kind, Meter, ascii85};
    use crate::extract::limits::Limits;

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(data).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn counts_what_comes_out() {
        let limits = Limits::new().max_part_bytes(1 << 20).max_unpacked_bytes(3 << 20);
        let small = deflated(&[0; 600_000]);
        let twice = deflated(&deflated(&[0; 2 << 20]));
        let mut meter = Meter::new(&limits);
        assert_eq!(meter.unpack(&small, &[Kind::Flate]).unwrap(), Some(()));
        assert!(meter.unpack(&twice, &[Kind::Flate, Kind::Flate]).is_err());
        assert!(Meter::new(&limits).unpack_unknown(&twice).is_err());
        assert!(Meter::new(&limits).unpack(&twice, &[Kind::Flate]).is_ok());
        // In all.
        let mut meter = Meter::new(&limits);
        let counted = (0..9).take_while(|_| meter.unpack(&small, &[Kind::Flate]).is_ok()).count();
        assert_eq!(counted, 5);
        assert!(Meter::new(&limits).unpack(&[129, 0].repeat(10_000), &[Kind::RunLength]).is_err());
        assert_eq!(Meter::new(&limits).unpack(b"junk", &[Kind::Lzw, Kind::Flate]).unwrap(), None);
    }

    #[test]
    fn reads_base_85() {
        assert_eq!(ascii85(b"87cUR\nD]i,\"Ebo80~>rest"), b"Hello World!");
        assert_eq!(ascii85(b"z~>"), [0; 4]);
    }
}
