use super::{container, document, read, text};
use crate::extract::doc::build::put;
use crate::extract::doc::fib;
use crate::extract::{ErrorKind, Limits, WarningKind, extract};

const LONG: &str = "青岚县依法办理行政复议案件25件，较上年增长12.5%，均已办结。\r";

/// A file whose text fills several sectors.
fn file() -> Vec<u8> {
    document(&LONG.repeat(100)).file()
}

#[test]
fn other_files_are_named() {
    let cases = [
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("PowerPoint Document", "ppt"),
        ("MatOST", "Works"),
        ("CONTENTS", "Works"),
        ("报告", "OLE2"),
    ];
    for (name, expected) in cases {
        let error = extract(&container(&[(name, b"x")]), &Limits::new()).unwrap_err();
        let (ErrorKind::WrongFormat { found } | ErrorKind::Unsupported { found }) = error.kind() else {
            panic!("{error}")
        };
        assert!(found.contains(expected), "{found}");
    }
    let encrypted = container(&[("EncryptionInfo", b"x"), ("EncryptedPackage", b"x")]);
    assert_eq!(*extract(&encrypted, &Limits::new()).unwrap_err().kind(), ErrorKind::Encrypted);
    let mut word = document(LONG);
    word.numbers.push((0x0A, 0x0300));
    assert_eq!(*read(&word.file()).unwrap_err().kind(), ErrorKind::Encrypted);
    assert_eq!(*read(&container(&[("WordDocument", b"none of Word's")])).unwrap_err().kind(), ErrorKind::Damaged);
}

#[test]
fn small_streams_are_read() {
    let word = document("青岚县\r");
    let (document, table) = word.streams();
    assert!(document.len() < 4096);
    let big = vec![1; 5000];
    let file = container(&[("Data", &big), ("WordDocument", &document), ("CompObj", b"x"), ("1Table", &table)]);
    assert_eq!(read(&file).unwrap().text(), "青岚县");
    assert_eq!(text(&word), "青岚县");
}

#[test]
fn broken_chains_end() {
    let whole = file();
    let all = read(&whole).unwrap();
    assert_eq!((all.blocks().len(), all.warnings().len()), (100, 0));
    let table = 512 * (1 + u32::from_le_bytes(whole[76..80].try_into().unwrap()) as usize);
    // The chain of the text goes back to its beginning, nowhere, or beyond the end, at each of its sectors.
    for sector in 0..12 {
        for next in [0, u32::MAX, 0x00FF_FFFF, sector] {
            let mut broken = whole.clone();
            put(&mut broken, table + 4 * sector as usize, next);
            match read(&broken) {
                Ok(found) => {
                    assert_eq!(found.warnings()[0].kind, WarningKind::Damaged);
                    assert!(all.text().starts_with(found.text()));
                    assert!(found.text().len() * 3 > all.text().len(), "most of it is there");
                }
                Err(error) => assert_eq!(*error.kind(), ErrorKind::Damaged),
            }
        }
    }
    // The tables in the head name each other, or one table for all.
    for at in (44..76).step_by(4) {
        for value in [0, 1, 0x7FFF_FFFF, u32::MAX] {
            let mut broken = whole.clone();
            put(&mut broken, at, value);
            let _ = read(&broken);
        }
    }
    let mut same = whole.clone();
    let first = whole[76..80].to_vec();
    (80..512).step_by(4).for_each(|at| same[at..at + 4].copy_from_slice(&first));
    assert_eq!(read(&same).unwrap().text(), all.text());
}

#[test]
fn numbers_of_the_file_size_nothing() {
    let (whole, table) = document(LONG).streams();
    let of = |document: &[u8], table: &[u8]| read(&container(&[("WordDocument", document), ("1Table", table)]));
    // Every number of the head that is used, as large as can be.
    let parts = [0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64];
    let pairs =
        [fib::STYLES, fib::SECTIONS, fib::CHARACTER_BINS, fib::PARAGRAPH_BINS, fib::PIECES, fib::SHAPES, fib::LISTS];
    for at in parts.into_iter().chain(pairs).chain(pairs.map(|pair| pair + 4)) {
        for value in [0x7FFF_FFFF, u32::MAX, table.len() as u32 - 1] {
            let mut document = whole.clone();
            put(&mut document, at, value);
            let _ = of(&document, &table);
        }
    }
    // A piece longer than the stream, and one that has more characters than there may be.
    for (characters, error) in [(1000, false), (40 << 20, true)] {
        let mut lying = table.clone();
        put(&mut lying, 9, characters);
        match of(&whole, &lying) {
            Ok(found) => assert!(!error && found.warnings()[0].kind == WarningKind::Damaged),
            Err(found) => assert_eq!(error, matches!(found.kind(), ErrorKind::TooLarge { what: "characters", .. })),
        }
    }
    let limits = Limits::new().max_part_bytes(4096);
    let found = extract(&file(), &limits).unwrap_err();
    assert!(matches!(found.kind(), ErrorKind::TooLarge { what: "WordDocument", limit: 4096 }));
}

#[test]
fn no_change_of_a_few_bytes_panics() {
    let whole = file();
    let mut state = 1_u32;
    let mut random = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    for _ in 0..400 {
        let mut broken = whole.clone();
        for _ in 0..1 + random(8) {
            let at = random(broken.len());
            broken[at] = [0, 1, 0x7F, 0x80, 0xFF][random(5)];
        }
        broken.truncate(whole.len() - random(2) * random(whole.len()));
        let _ = read(&broken);
    }
}
