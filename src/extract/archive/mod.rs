//! Zip archives, which .docx and OFD files are: their parts by name, unpacked within limits.
//!
//! The list of entries is read here and not by a crate, since it must be bounded before it is stored, and since a file
//! that was cut off has lost it: its parts are then found by their own headers.

#[cfg(test)]
pub(in crate::extract) mod build;
mod directory;
#[cfg(test)]
mod tests;
mod write;

use std::collections::HashMap;
use std::io::Read;

use flate2::bufread::DeflateDecoder;

use super::error::{Error, ErrorKind};
use super::limits::Limits;
use directory::{Entry, u16_at};

/// Length of a local header without its name and extra fields.
const LOCAL_HEADER: usize = 30;

/// Packing methods.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// An archive that was opened.
#[derive(Debug)]
pub(in crate::extract) struct Archive<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    entries: HashMap<String, Entry>,
    /// Names without regard to case, to the names as they are: some producers write other letters than they refer to.
    folded: HashMap<String, String>,
    unpacked: usize,
    damaged: bool,
}

/// What an archive holds under a name.
#[derive(Debug)]
pub(in crate::extract) struct Part {
    /// Its bytes, as far as they could be unpacked.
    pub bytes: Vec<u8>,
    /// Whether that is not all of them, or other bytes than were packed.
    pub damaged: bool,
}

impl<'a> Archive<'a> {
    /// Reads the list of entries.
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Error> {
        let listed = directory::listed(bytes, limits)?;
        let damaged = listed.is_empty();
        let found = if damaged { directory::scanned(bytes, limits)? } else { listed };
        let mut archive = Self { bytes, limits, entries: HashMap::new(), folded: HashMap::new(), unpacked: 0, damaged };
        for (name, entry) in found {
            // A name that leaves the archive belongs to no part. Of two entries of one name the later counts.
            let Some(name) = resolve("", &name) else { continue };
            archive.folded.insert(name.to_lowercase(), name.clone());
            archive.entries.insert(name, entry);
        }
        if archive.entries.is_empty() && !bytes.starts_with(directory::END) {
            return Err(Error::damaged("no entry of the archive can be found"));
        }
        Ok(archive)
    }

    /// Whether the list of entries was lost.
    pub fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Unpacks a part; `None` when there is none of that name.
    ///
    /// Every call counts against the limit of all parts together, so a reader keeps what it needs twice.
    pub fn read(&mut self, name: &str) -> Result<Option<Part>, Error> {
        let Some(entry) = self.find(name).copied() else { return Ok(None) };
        if entry.encrypted {
            return Err(ErrorKind::Encrypted.into());
        }
        let Some(packed) = self.packed(entry) else {
            return Ok(Some(Part { bytes: Vec::new(), damaged: true }));
        };
        let most = self.limits.part_bytes().min(self.limits.unpacked_bytes().saturating_sub(self.unpacked));
        let mut bytes = Vec::new();
        let mut readable = match entry.method {
            STORED => packed.take(most as u64 + 1).read_to_end(&mut bytes).is_ok(),
            DEFLATED => DeflateDecoder::new(packed).take(most as u64 + 1).read_to_end(&mut bytes).is_ok(),
            method => return Err(Error::unsupported(format!("zip 压缩方法 {method}"))),
        };
        self.limits.check("part", bytes.len(), self.limits.part_bytes())?;
        self.unpacked += bytes.len();
        self.limits.check("unpacked", self.unpacked, self.limits.unpacked_bytes())?;
        if let Some(sum) = entry.checksum {
            let mut found = flate2::Crc::new();
            found.update(&bytes);
            readable &= found.sum() == sum;
        }
        Ok(Some(Part { bytes, damaged: !readable }))
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        let name = name.trim_start_matches('/');
        self.entries.get(name).or_else(|| self.entries.get(self.folded.get(&name.to_lowercase())?))
    }

    /// The bytes of an entry as they are packed. A deflated stream tells its end itself, so its length is not believed.
    fn packed(&self, entry: Entry) -> Option<&'a [u8]> {
        let header = self.bytes.get(entry.header..)?;
        if !header.starts_with(directory::LOCAL) {
            return None;
        }
        let names = usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        let data = header.get(LOCAL_HEADER + names..)?;
        let length = if entry.method == STORED { entry.size.min(data.len()) } else { data.len() };
        data.get(..length)
    }
}

/// The name of the part that `target` means inside the part `from`: from the root when it begins with a slash, else
/// from the folder of `from`. `None` when it leads out of the archive or names nothing.
pub(in crate::extract) fn resolve(from: &str, target: &str) -> Option<String> {
    let target = target.replace('\\', "/");
    let folder = if target.starts_with('/') { "" } else { from.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    let name = steps.join("/");
    (!name.is_empty() && !name.contains('\0')).then_some(name)
}
