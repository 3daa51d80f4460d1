//! The OLE2 container around the streams of a Word file: sectors chained by tables, a directory, and a stream of small streams.
//!
//! Every number in it may lie. A chain never visits a sector twice, and no buffer is larger than what was read into it.

use super::bytes::{clipped, size_at, slice, u8_at, u16_at, u32_at};
use crate::extract::error::Error;
use crate::extract::limits::Limits;

/// The lengths of a sector, as powers of two, that the two versions have.
const SECTOR_SHIFTS: [u16; 2] = [9, 12];

/// Sectors of small streams.
const SMALL_SECTOR: usize = 64;
/// Streams below this length are small.
const SMALL_STREAM: usize = 4096;

/// Table sectors that the header names itself.
const NAMED_TABLES: usize = 109;

/// A directory entry, in bytes, and the longest name in it.
const ENTRY: usize = 128;
const NAME: usize = 64;

/// What stands in place of a sector that there is not.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// The length of a stream that has none of its own: as far as its chain goes.
const TO_THE_END: usize = usize::MAX;

/// Kinds of directory entries.
const STREAM: u8 = 2;
const ROOT: u8 = 5;

/// A compound file.
#[derive(Debug)]
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sectors of the table that tells which sector follows which.
    tables: Vec<u32>,
    directory: Vec<u8>,
    /// The entries directly below the root.
    entries: Vec<Entry>,
    /// Whether the directory is not whole.
    pub damaged: bool,
}

/// A stream or storage.
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    length: usize,
}

/// Where the bytes of a stream are.
#[derive(Debug)]
pub(super) struct Stream<'a> {
    bytes: &'a [u8],
    /// Offsets of its sectors in the file.
    places: Vec<usize>,
    sector: usize,
    length: usize,
    /// Whether all its sectors are there.
    pub whole: bool,
}

impl<'a> Container<'a> {
    /// Reads the tables and the directory.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        let shift = u16_at(bytes, 30).filter(|shift| SECTOR_SHIFTS.contains(shift));
        let Some(shift) = shift else { return Err(Error::damaged("the OLE2 header is broken")) };
        let sector = 1_usize << shift;
        let (tables, directory, entries) = (Vec::new(), Vec::new(), Vec::new());
        let mut container = Self { bytes, sector, tables, directory, entries, damaged: false };
        container.find_tables();
        let start = u32_at(bytes, 48).unwrap_or(LAST_SECTOR);
        let directory = container.chain(start, TO_THE_END);
        limits.check("directory entries", directory.length / ENTRY, limits.entries())?;
        container.damaged = !directory.whole;
        container.directory = directory.all();
        container.list();
        Ok(container)
    }

    /// The names directly below the root.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.name)
    }

    /// Whether there is something of that name directly below the root.
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The stream of that name directly below the root, no more than `limit` bytes of it.
    pub fn stream(&self, name: &str, limit: usize) -> Option<Stream<'a>> {
        let mut streams = self.entries.iter().filter(|entry| entry.kind == STREAM);
        let entry = streams.find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let length = entry.length.min(limit);
        Some(if entry.length < SMALL_STREAM { self.small(entry) } else { self.chain(entry.start, length) })
    }

    /// How many sectors there are, the last of which may be cut.
    fn sectors(&self) -> usize {
        (self.bytes.len().saturating_sub(1) / self.sector).min(LAST_SECTOR as usize)
    }

    fn place(&self, sector: u32) -> usize {
        (sector as usize + 1).saturating_mul(self.sector)
    }

    /// Finds the sectors of the table: those that the header names, and a chain of lists with those it has no room for.
    fn find_tables(&mut self) {
        let per_sector = self.sector / 4;
        let needed = self.sectors().div_ceil(per_sector);
        let mut lists = vec![(76, NAMED_TABLES)];
        let mut next = u32_at(self.bytes, 68).unwrap_or(LAST_SECTOR);
        // A list of lists cannot be longer than what it would take to name every sector of the table.
        while (next as usize) < self.sectors() && lists.len() <= needed / (per_sector - 1) + 1 {
            lists.push((self.place(next), per_sector - 1));
            next = u32_at(self.bytes, self.place(next) + self.sector - 4).unwrap_or(LAST_SECTOR);
        }
        let all = lists.into_iter().flat_map(|(place, count)| (0..count).map(move |at| place + at * 4));
        let tables = all.filter_map(|place| u32_at(self.bytes, place));
        self.tables = tables.filter(|table| *table < LAST_SECTOR).take(needed).collect();
    }

    /// The sector behind `sector`; `None` at the end of its chain, `Some(None)` where that is not to be known.
    fn next(&self, sector: u32) -> Option<Option<u32>> {
        let per_sector = self.sector / 4;
        let table = self.tables.get(sector as usize / per_sector);
        let next = table.and_then(|table| u32_at(self.bytes, self.place(*table) + sector as usize % per_sector * 4));
        match next {
            Some(0xFFFF_FFFE) => None,
            Some(next) if next < LAST_SECTOR => Some(Some(next)),
            _ => Some(None),
        }
    }

    /// The sectors from `start` on, as far as they are needed for `length` bytes.
    fn chain(&self, start: u32, length: usize) -> Stream<'a> {
        let mut seen = vec![false; self.sectors()];
        let mut stream = Stream { bytes: self.bytes, places: Vec::new(), sector: self.sector, length, whole: true };
        let mut next = if start < LAST_SECTOR { Some(Some(start)) } else { None };
        while stream.places.len() * self.sector < length {
            let Some(sector) = next else { break };
            let fresh = sector.filter(|sector| seen.get(*sector as usize) == Some(&false));
            let Some(sector) = fresh else {
                stream.whole = false;
                break;
            };
            seen[sector as usize] = true;
            stream.places.push(self.place(sector));
            next = self.next(sector);
        }
        stream.settle();
        stream
    }

    /// A small stream, which lies in pieces in the stream of the root.
    fn small(&self, entry: &Entry) -> Stream<'a> {
        let per_sector = self.sector / 4;
        let root = self.entry(0);
        let container = self.chain(root.start, TO_THE_END);
        let tables = self.chain(u32_at(self.bytes, 60).unwrap_or(LAST_SECTOR), TO_THE_END);
        let (places, length) = (Vec::new(), entry.length);
        let mut stream = Stream { bytes: self.bytes, places, sector: SMALL_SECTOR, length, whole: true };
        let mut next = entry.start;
        while stream.places.len() * SMALL_SECTOR < entry.length && next < LAST_SECTOR {
            let at = next as usize * SMALL_SECTOR;
            let Some(place) = container.places.get(at / self.sector) else { break };
            stream.places.push(place + at % self.sector);
            let table = tables.places.get(next as usize / per_sector);
            let behind = table.and_then(|table| u32_at(self.bytes, table + next as usize % per_sector * 4));
            next = behind.unwrap_or(LAST_SECTOR);
        }
        stream.settle();
        stream
    }

    fn entry(&self, index: usize) -> Entry {
        let bytes = clipped(&self.directory, index * ENTRY, ENTRY);
        let name = usize::from(u16_at(bytes, NAME).unwrap_or(0)).min(NAME) & !1;
        let units = bytes.get(..name).unwrap_or_default().chunks_exact(2);
        let units: Vec<u16> = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
        Entry {
            name: String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned(),
            kind: u8_at(bytes, 66).unwrap_or(0),
            start: u32_at(bytes, 116).unwrap_or(LAST_SECTOR),
            // The upper half is set by no file that could be read here, but is not always cleared.
            length: size_at(bytes, 120).unwrap_or(0),
        }
    }

    /// Lists the entries below the root: a tree of siblings. Where that is broken, every stream counts.
    fn list(&mut self) {
        let count = self.directory.len() / ENTRY;
        let link = |index: usize, at: usize| u32_at(&self.directory, index * ENTRY + at);
        let mut seen = vec![false; count];
        let mut broken = count == 0 || self.entry(0).kind != ROOT;
        let mut open: Vec<u32> = link(0, 76).into_iter().collect();
        let mut below = Vec::new();
        while let Some(next) = open.pop() {
            if next >= LAST_SECTOR {
                continue;
            }
            match seen.get_mut(next as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => {
                    broken = true;
                    continue;
                }
            }
            below.push(self.entry(next as usize));
            open.extend([68, 72].into_iter().filter_map(|at| link(next as usize, at)));
        }
        if broken {
            below.extend((1..count).filter(|index| !seen[*index]).map(|index| self.entry(index)));
        }
        below.retain(|entry| !entry.name.is_empty());
        self.entries = below;
        self.damaged |= broken;
    }
}

impl Stream<'_> {
    /// Notes how much of it is there.
    fn settle(&mut self) {
        let there = |place: &usize| clipped(self.bytes, *place, self.sector).len();
        let found = self.places.iter().map(there).take_while(|length| *length > 0).sum::<usize>();
        self.whole &= self.length == TO_THE_END || found >= self.length;
        self.length = self.length.min(found);
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        self.length
    }

    /// As many of `length` bytes from `at` on as there are.
    pub fn read(&self, at: usize, length: usize) -> Vec<u8> {
        let mut found = Vec::new();
        let end = at.saturating_add(length).min(self.length);
        let mut at = at;
        while at < end {
            let Some(place) = self.places.get(at / self.sector) else { break };
            let within = at % self.sector;
            let count = (self.sector - within).min(end - at);
            let Some(piece) = slice(self.bytes, place + within, count) else {
                found.extend_from_slice(clipped(self.bytes, place + within, count));
                break;
            };
            found.extend_from_slice(piece);
            at += count;
        }
        found
    }

    /// All of it.
    pub fn all(&self) -> Vec<u8> {
        self.read(0, self.length)
    }
}
