//! The list of an archive's entries: from its central directory, or from the headers of the entries themselves.

use std::ops::Range;

use encoding_rs::GB18030;
use memchr::memmem;

use super::{DEFLATED, LOCAL_HEADER, STORED};
use crate::extract::error::Error;
use crate::extract::limits::Limits;

/// The mark of an entry's own header.
pub(super) const LOCAL: &[u8] = b"PK\x03\x04";
/// The mark of an entry in the central directory.
pub(super) const CENTRAL: &[u8] = b"PK\x01\x02";
/// The mark of the end of the central directory.
pub(super) const END: &[u8] = b"PK\x05\x06";
/// The mark of that end in archives of 64 bits.
const END64: &[u8] = b"PK\x06\x06";

/// Lengths of the fixed parts of a directory entry and of the end.
pub(super) const CENTRAL_HEADER: usize = 46;
pub(super) const END_LENGTH: usize = 22;

/// The longest comment behind the end of the directory.
const COMMENT: usize = 65_535;

/// The extra field with numbers of 64 bits, and what stands where they are meant.
const EXTRA64: u16 = 1;
const ELSEWHERE: u32 = u32::MAX;

/// Flags of an entry.
const ENCRYPTED: u16 = 1;
const LENGTHS_BEHIND: u16 = 8;

/// One entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Where its own header begins.
    pub header: usize,
    /// Its packed length, if it is not to be found out by unpacking.
    pub size: usize,
    /// How it is packed.
    pub method: u16,
    /// Whether a password is needed.
    pub encrypted: bool,
    /// CRC-32 of what was packed, if told.
    pub checksum: Option<u32>,
}

/// The entries of the central directory; none when it is not to be found.
pub(super) fn listed(bytes: &[u8], limits: &Limits) -> Result<Vec<(String, Entry)>, Error> {
    let records = Records::of(bytes).into_iter().flatten();
    let files = records.map(|record| (record.name, record.entry)).filter(|(name, _)| !name.ends_with('/'));
    let mut entries = Vec::new();
    for file in files {
        entries.push(file);
        limits.check("entries", entries.len(), limits.entries())?;
    }
    Ok(entries)
}

/// The directory, entry by entry.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    /// Where the next entry begins.
    pub at: usize,
    shift: usize,
}

/// An entry of the directory.
pub(super) struct Record<'a> {
    pub name: String,
    pub entry: Entry,
    /// The whole of it.
    pub bytes: &'a [u8],
    /// Where in that it says where the entry's own header is: in four bytes, or in eight.
    pub offset: Range<usize>,
}

impl<'a> Records<'a> {
    /// Those of an archive whose directory is to be found.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let (at, shift) = directory(bytes)?;
        Some(Self { bytes, at, shift })
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let rest = self.bytes.get(self.at..)?;
        let record = rest.starts_with(CENTRAL).then(|| central(rest, self.shift))??;
        self.at += record.bytes.len();
        Some(record)
    }
}

/// Where the end of the central directory is told.
pub(super) fn end(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.len().saturating_sub(END_LENGTH + COMMENT);
    memmem::rfind(&bytes[tail..], END).map(|end| tail + end)
}

/// Where the central directory begins, and how far all offsets are off since something was put before the archive.
fn directory(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = end(bytes)?;
    let (size, offset) = match (u32_at(bytes, end + 12)?, u32_at(bytes, end + 16)?) {
        (ELSEWHERE, _) | (_, ELSEWHERE) => {
            let end64 = memmem::rfind(&bytes[..end], END64)?;
            let size = usize::try_from(u64_at(bytes, end64 + 40)?).ok()?;
            (size + (end - end64), usize::try_from(u64_at(bytes, end64 + 48)?).ok()?)
        }
        (size, offset) => (size as usize, offset as usize),
    };
    let is_directory = |start: usize| bytes.get(start..).is_some_and(|rest| rest.starts_with(CENTRAL));
    if is_directory(offset) {
        return Some((offset, 0));
    }
    let start = end.checked_sub(size)?;
    is_directory(start).then(|| (start, start.saturating_sub(offset)))
}

/// The entry at the start of `header`, the rest of the directory.
fn central(header: &[u8], shift: usize) -> Option<Record<'_>> {
    let flags = u16_at(header, 8)?;
    let names: Vec<usize> = [28, 30, 32].iter().filter_map(|at| u16_at(header, *at)).map(usize::from).collect();
    let [name_length, extra_length, comment] = names[..] else { return None };
    let extra = CENTRAL_HEADER + name_length;
    let name = header.get(CENTRAL_HEADER..extra)?;
    let mut wide = extra + wide(header.get(extra..extra + extra_length)?);
    // The numbers of 64 bits stand in this order, each only if the one of 32 bits refers to it.
    let mut number = |at: usize| {
        let narrow = u32_at(header, at)?;
        if narrow != ELSEWHERE {
            return Some((u64::from(narrow), at..at + 4));
        }
        let place = wide..wide + 8;
        wide = place.end;
        Some((u64_at(header, place.start).filter(|_| place.end <= extra + extra_length)?, place))
    };
    let (_, (size, _), (header_at, offset)) = (number(24), number(20)?, number(42)?);
    let entry = Entry {
        header: usize::try_from(header_at).ok()?.checked_add(shift)?,
        size: usize::try_from(size).ok()?,
        method: u16_at(header, 10)?,
        encrypted: flags & ENCRYPTED != 0,
        checksum: u32_at(header, 16),
    };
    let bytes = header.get(..extra + extra_length + comment).unwrap_or(header);
    Some(Record { name: decoded(name), entry, bytes, offset })
}

/// How far inside the extra fields the numbers of 64 bits begin; at the end if there are none.
fn wide(extra: &[u8]) -> usize {
    let mut at = 0;
    while let (Some(id), Some(length)) = (u16_at(extra, at), u16_at(extra, at + 2)) {
        at += 4;
        if id == EXTRA64 {
            return at;
        }
        at += usize::from(length);
    }
    extra.len()
}

/// The entries of an archive without a directory, which a cut-off file is.
pub(super) fn scanned(bytes: &[u8], limits: &Limits) -> Result<Vec<(String, Entry)>, Error> {
    let mut entries = Vec::new();
    let mut from = 0;
    while let Some(found) = bytes.get(from..).and_then(|rest| memmem::find(rest, LOCAL)) {
        let header = from + found;
        from = header + LOCAL.len();
        let Some((name, entry)) = local(bytes, header) else { continue };
        if entry.method == STORED && !entry.encrypted {
            from = from.saturating_add(entry.size);
        }
        if !name.ends_with('/') {
            entries.push((name, entry));
            limits.check("entries", entries.len(), limits.entries())?;
        }
    }
    Ok(entries)
}

/// The entry whose own header is at `at`.
fn local(bytes: &[u8], at: usize) -> Option<(String, Entry)> {
    let header = &bytes[at..];
    let (flags, method) = (u16_at(header, 6)?, u16_at(header, 8)?);
    let name = header.get(LOCAL_HEADER..LOCAL_HEADER + usize::from(u16_at(header, 26)?))?;
    if name.is_empty() || !matches!(method, STORED | DEFLATED) {
        return None;
    }
    let told = flags & LENGTHS_BEHIND == 0;
    let entry = Entry {
        header: at,
        size: u32_at(header, 18)? as usize,
        method,
        encrypted: flags & ENCRYPTED != 0,
        checksum: if told { u32_at(header, 14) } else { None },
    };
    Some((decoded(name), entry))
}

/// A name as text: what is not UTF-8 was written in the encoding of Chinese systems.
fn decoded(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(name).0.into_owned(),
    }
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().copied().map(u64::from_le_bytes)
}
