//! Builds files for tests and for fuzzing.

/// A sector, and one of the stream of small streams.
const SECTOR: usize = 512;
const SMALL_SECTOR: usize = 64;
const SMALL_STREAM: usize = 4096;

const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = u32::MAX;

/// Where the text begins.
const TEXT: usize = 0x400;

/// A compound file with those streams, small ones among them in the stream of the root.
pub fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut sectors, mut chain) = (Vec::new(), Vec::new());
    let mut add = |bytes: &[u8]| {
        let start = chain.len() as u32;
        let count = bytes.len().div_ceil(SECTOR);
        chain.extend((1..count as u32).map(|next| start + next));
        chain.extend((count > 0).then_some(END));
        sectors.extend_from_slice(bytes);
        sectors.resize(chain.len() * SECTOR, 0);
        if count > 0 { start } else { END }
    };
    let (mut small, mut small_chain) = (Vec::new(), Vec::new());
    let mut directory = vec![Vec::new()];
    for (index, (name, bytes)) in streams.iter().enumerate() {
        let start = if bytes.len() < SMALL_STREAM {
            let start = small_chain.len() as u32;
            let count = bytes.len().div_ceil(SMALL_SECTOR) as u32;
            small_chain.extend((1..count).map(|next| start + next));
            small_chain.extend((count > 0).then_some(END));
            small.extend_from_slice(bytes);
            small.resize(small_chain.len() * SMALL_SECTOR, 0);
            start
        } else {
            add(bytes)
        };
        // A chain of siblings makes a tree as well.
        let next = if index + 1 < streams.len() { index as u32 + 2 } else { FREE };
        directory.push(entry(name, 2, [FREE, next, FREE], start, bytes.len()));
    }
    let root = add(&small);
    directory[0] = entry("Root Entry", 5, [FREE, FREE, if streams.is_empty() { FREE } else { 1 }], root, small.len());
    let small_table = add(&small_chain.iter().flat_map(|next| next.to_le_bytes()).collect::<Vec<_>>());
    let first = add(&directory.concat());
    let tables = (chain.len() + 1).div_ceil(SECTOR / 4 - 1);
    let table_start = chain.len() as u32;
    chain.extend(std::iter::repeat_n(0xFFFF_FFFD, tables));
    chain.resize(tables * SECTOR / 4, FREE);

    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(76, 0);
    for (at, value) in [(24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6), (44, tables as u32), (48, first)] {
        put(&mut file, at, value);
    }
    let count = (small_chain.len() * 4).div_ceil(SECTOR) as u32;
    for (at, value) in [(56, SMALL_STREAM as u32), (60, small_table), (64, count), (68, END), (72, 0)] {
        put(&mut file, at, value);
    }
    let named = (0..109).map(|at| if at < tables { table_start + at as u32 } else { FREE });
    file.extend(named.flat_map(u32::to_le_bytes));
    file.extend(sectors);
    file.extend(chain.iter().flat_map(|next| next.to_le_bytes()));
    file
}

fn entry(name: &str, kind: u8, links: [u32; 3], start: u32, length: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name = entry.len() as u8 + 2;
    entry.resize(128, 0);
    (entry[64], entry[66], entry[67]) = (name, kind, 1);
    for (at, value) in [68, 72, 76, 116, 120].into_iter().zip([links[0], links[1], links[2], start, length as u32]) {
        put(&mut entry, at, value);
    }
    entry
}

/// Writes a number over what is there.
pub fn put(bytes: &mut [u8], at: usize, value: u32) {
    let value = value.to_le_bytes();
    let count = value.len().min(bytes.len() - at);
    bytes[at..at + count].copy_from_slice(&value[..count]);
}

/// A paragraph: its style and what changes in that, and its runs with theirs; its mark is the last character.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    pub style: u16,
    pub changes: Vec<u8>,
    pub runs: Vec<(String, Vec<u8>)>,
}

/// A document: its paragraphs, tables by their place in the head, numbers in the head.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub paragraphs: Vec<Paragraph>,
    pub tables: Vec<(usize, Vec<u8>)>,
    pub numbers: Vec<(usize, u32)>,
}

impl Word {
    /// The streams of the text and of the tables.
    pub fn streams(&self) -> (Vec<u8>, Vec<u8>) {
        let mut document = vec![0; TEXT];
        let (mut ends, mut run_ends) = (Vec::new(), Vec::new());
        for paragraph in &self.paragraphs {
            for (text, changes) in &paragraph.runs {
                document.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
                run_ends.push((document.len(), changes));
            }
            ends.push((document.len(), paragraph));
        }
        let characters = ((document.len() - TEXT) / 2) as u32;
        document.resize(document.len().next_multiple_of(SECTOR), 0);
        let paragraphs = ends.iter().map(|(end, paragraph)| {
            let list = [&paragraph.style.to_le_bytes()[..], &paragraph.changes].concat();
            // The length is told in words: of an even one behind a zero.
            let length =
                if list.len() % 2 == 0 { vec![0, (list.len() / 2) as u8] } else { vec![(list.len() / 2) as u8 + 1] };
            (*end, [length, list].concat(), 13)
        });
        let paragraphs = pages(&mut document, paragraphs.collect());
        let runs = run_ends.iter().map(|(end, changes)| (*end, [&[changes.len() as u8], &changes[..]].concat(), 1));
        let runs = pages(&mut document, runs.collect());

        let pieces = [&[2][..], &16_u32.to_le_bytes(), &[0; 4], &characters.to_le_bytes(), &[0; 2]].concat();
        let pieces = [pieces, (TEXT as u32).to_le_bytes().to_vec(), vec![0; 2]].concat();
        let own = [(0x1A2, pieces), (0x102, paragraphs), (0xFA, runs)];
        let mut table = Vec::new();
        for (at, bytes) in own.iter().chain(&self.tables) {
            put(&mut document, *at, table.len() as u32);
            put(&mut document, at + 4, bytes.len() as u32);
            table.extend_from_slice(bytes);
        }
        put(&mut document, 0, 0x00C1_A5EC);
        put(&mut document, 0x0A, 0x0200);
        put(&mut document, 0x4C, characters);
        self.numbers.iter().for_each(|(at, value)| put(&mut document, *at, *value));
        (document, table)
    }

    /// The file.
    pub fn file(&self) -> Vec<u8> {
        let (document, table) = self.streams();
        container(&[("WordDocument", &document), ("1Table", &table)])
    }
}

/// Adds a page for each run of formatting behind the document, and gives the bins that lead to them.
fn pages(document: &mut Vec<u8>, runs: Vec<(usize, Vec<u8>, usize)>) -> Vec<u8> {
    let first = document.len() / SECTOR;
    let mut places = vec![TEXT as u32];
    for (end, list, entry) in &runs {
        let mut page = vec![0; SECTOR];
        put(&mut page, 0, places[places.len() - 1]);
        put(&mut page, 4, *end as u32);
        let at = 8 + entry.next_multiple_of(2);
        page[8] = (at / 2) as u8;
        page.truncate(at);
        page.extend(list);
        page.resize(SECTOR, 0);
        page[SECTOR - 1] = 1;
        document.extend(page);
        places.push(*end as u32);
    }
    places.extend((first..).take(runs.len()).map(|page| page as u32));
    places.into_iter().flat_map(u32::to_le_bytes).collect()
}
