//! Archives written again with some parts changed: every other entry is carried over as it is packed.

use std::collections::HashMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::directory::{self, CENTRAL, CENTRAL_HEADER, LOCAL, Record, Records, u16_at};
use super::{Archive, DEFLATED, LOCAL_HEADER};
use crate::extract::error::{Error, ErrorKind};

/// The version of the format that takes unpacking: of folders and deflated parts.
const VERSION: u16 = 20;

/// The flag of a name in UTF-8.
const UTF_8: u16 = 1 << 11;

/// Midnight of the first day that an archive can tell, low byte first.
const NO_TIME: [u8; 4] = [0, 0, 0x21, 0];

/// The fields of an entry that stand in its own header and in the directory, behind the mark.
struct Fields {
    flags: u16,
    /// Time and day.
    time: [u8; 4],
    sum: u32,
    packed: u32,
    unpacked: u32,
    name: u16,
}

impl Fields {
    fn bytes(&self) -> Vec<u8> {
        let Self { flags, time, sum, packed, unpacked, name } = self;
        let numbers = [*sum, *packed, *unpacked].map(u32::to_le_bytes);
        let start = [VERSION, *flags, DEFLATED].map(u16::to_le_bytes);
        // No extra fields.
        let end = [*name, 0].map(u16::to_le_bytes);
        [start.as_flattened(), time, numbers.as_flattened(), end.as_flattened()].concat()
    }
}

/// An archive in the making.
#[derive(Default)]
struct Draft {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: usize,
}

impl Draft {
    /// Where the next entry begins.
    fn next(&self) -> Result<u32, Error> {
        number(self.bytes.len())
    }

    /// Packs a part, as the entry `record` or as a new one; gives its fields.
    fn pack(&mut self, name: &[u8], part: &[u8], record: Option<&Record<'_>>) -> Result<Fields, Error> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        let written = encoder.write_all(part).and_then(|()| encoder.finish());
        let packed = written.map_err(|error| Error::damaged(error.to_string()))?;
        let mut sum = flate2::Crc::new();
        sum.update(part);
        let flags = record.and_then(|record| u16_at(record.bytes, 8));
        let time = record.and_then(|record| record.bytes.get(12..)?.first_chunk().copied());
        let fields = Fields {
            flags: flags.unwrap_or(if name.is_ascii() { 0 } else { UTF_8 }) & UTF_8,
            time: time.unwrap_or(NO_TIME),
            sum: sum.sum(),
            packed: number(packed.len())?,
            unpacked: number(part.len())?,
            name: u16::try_from(name.len()).map_err(|_| too_large(u16::MAX.into()))?,
        };
        for piece in [LOCAL, &fields.bytes(), name, &packed] {
            self.bytes.extend(piece);
        }
        Ok(fields)
    }

    /// Puts an entry into the directory: by whom it was made, its fields, comment and attributes, where it begins.
    fn list(&mut self, maker: &[u8], fields: &Fields, rest: [&[u8]; 2], offset: u32, name: &[u8]) {
        let [attributes, comment] = rest;
        let length = (comment.len() as u16).to_le_bytes();
        let pieces = [CENTRAL, maker, &fields.bytes(), &length, attributes, &offset.to_le_bytes(), name, comment];
        self.directory.extend(pieces.concat());
        self.entries += 1;
    }

    /// The archive; `end` is what stands behind the numbers at its end.
    fn finish(mut self, end: &[u8]) -> Result<Vec<u8>, Error> {
        let count = u16::try_from(self.entries).map_err(|_| too_large(u16::MAX.into()))?.to_le_bytes();
        let numbers = [number(self.directory.len())?, self.next()?].map(u32::to_le_bytes);
        self.bytes.append(&mut self.directory);
        for piece in [directory::END, &[0; 4], &count, &count, numbers.as_flattened(), end] {
            self.bytes.extend(piece);
        }
        Ok(self.bytes)
    }
}

impl Archive<'_> {
    /// The archive with these parts in place of those of their names, or added to it.
    ///
    /// # Errors
    ///
    /// One whose directory is lost or does not tell where each entry is: what it holds could not be carried over.
    pub fn rewritten(&self, parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
        let lost = || Error::damaged("the list of entries is damaged");
        let records = Records::of(self.bytes).filter(|_| !self.damaged).ok_or_else(lost)?;
        let directory = records.at;
        let mut listed = Vec::new();
        for record in records {
            listed.push(record);
            self.limits.check("entries", listed.len(), self.limits.entries())?;
        }
        let mut changed = HashMap::new();
        for (name, part) in parts {
            if let Some(entry) = self.find(name)
                && changed.insert(entry.header, part).is_some()
            {
                return Err(Error::damaged(format!("{name} is two parts in one")));
            }
        }
        let mut by_place: Vec<&Record<'_>> = listed.iter().collect();
        by_place.sort_by_key(|record| record.entry.header);
        by_place.dedup_by_key(|record| record.entry.header);

        let mut draft = Draft::default();
        let mut moved: HashMap<usize, (u32, Option<Fields>)> = HashMap::new();
        for (index, record) in by_place.iter().enumerate() {
            let start = record.entry.header;
            let end = by_place.get(index + 1).map_or(directory, |next| next.entry.header);
            let whole = self.bytes.get(start..end).filter(|whole| fits(record, whole)).ok_or_else(lost)?;
            let offset = draft.next()?;
            let fields = match changed.get(&start) {
                Some(part) => Some(draft.pack(name(record), part, Some(record))?),
                None => {
                    draft.bytes.extend(whole);
                    None
                }
            };
            moved.insert(start, (offset, fields));
        }
        for record in &listed {
            let (offset, fields) = moved.get(&record.entry.header).ok_or_else(lost)?;
            match fields {
                Some(fields) => {
                    let [maker, attributes, comment] = kept(record).ok_or_else(lost)?;
                    draft.list(maker, fields, [attributes, comment], *offset, name(record));
                }
                None => {
                    let mut bytes = record.bytes.to_vec();
                    let wide = u64::from(*offset).to_le_bytes();
                    let place = bytes.get_mut(record.offset.clone()).ok_or_else(lost)?;
                    place.copy_from_slice(wide.get(..record.offset.len()).ok_or_else(lost)?);
                    draft.directory.append(&mut bytes);
                    draft.entries += 1;
                }
            }
        }
        for (name, part) in parts.iter().filter(|(name, _)| !self.has(name)) {
            let (offset, name) = (draft.next()?, name.as_bytes());
            let fields = draft.pack(name, part, None)?;
            draft.list(&VERSION.to_le_bytes(), &fields, [&[0; 8], &[]], offset, name);
        }
        // The comment of the archive stays.
        let end = directory::end(self.bytes).and_then(|end| self.bytes.get(end + directory::END_LENGTH - 2..));
        draft.finish(end.unwrap_or(&[0; 2]))
    }
}

/// Whether an entry is all inside `whole`, which is what stands from its header to the next one.
fn fits(record: &Record<'_>, whole: &[u8]) -> bool {
    let names = [26, 28].map(|at| u16_at(whole, at).map_or(whole.len(), usize::from));
    let length = LOCAL_HEADER + names[0] + names[1];
    whole.starts_with(LOCAL) && length.checked_add(record.entry.size).is_some_and(|length| length <= whole.len())
}

fn name<'r>(record: &Record<'r>) -> &'r [u8] {
    let length = u16_at(record.bytes, 28).map_or(0, usize::from);
    record.bytes.get(CENTRAL_HEADER..CENTRAL_HEADER + length).unwrap_or_default()
}

/// What stays of an entry that is changed: by whom it was made, its attributes, its comment.
fn kept<'r>(record: &Record<'r>) -> Option<[&'r [u8]; 3]> {
    let comment = usize::from(u16_at(record.bytes, 32)?);
    let comment = record.bytes.len().checked_sub(comment)?;
    Some([record.bytes.get(4..6)?, record.bytes.get(34..42)?, record.bytes.get(comment..)?])
}

fn number(length: usize) -> Result<u32, Error> {
    u32::try_from(length).map_err(|_| too_large(u32::MAX))
}

fn too_large(limit: u32) -> Error {
    ErrorKind::TooLarge { what: "archive", limit: limit as usize }.into()
}
