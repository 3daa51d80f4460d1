use super::build::archive;
use super::{Archive, resolve};
use crate::extract::{ErrorKind, Limits};

#[test]
fn names_stay_inside() {
    let cases = [
        ("word/document.xml", "styles.xml", Some("word/styles.xml")),
        ("word/document.xml", "/word/./styles.xml", Some("word/styles.xml")),
        ("word/document.xml", "..\\custom\\item.xml", Some("custom/item.xml")),
        ("a/b", "../../c", None),
        ("", "../etc", None),
        ("", "", None),
        ("", "a\0b", None),
    ];
    for (from, target, name) in cases {
        assert_eq!(resolve(from, target).as_deref(), name, "{from} {target}");
    }
}

#[test]
fn parts_are_found_by_name() {
    let file = archive(&[("Word/Document.xml", b"one"), ("../x", b"out"), ("a", b"1"), ("a", b"2"), ("d/", b"")]);
    for bytes in [file.clone(), [b"before the archive", &file[..]].concat(), [&file[..], &[0; 9]].concat()] {
        let limits = Limits::new();
        let mut archive = Archive::open(&bytes, &limits).unwrap();
        assert_eq!(archive.read("/word/document.XML").unwrap().unwrap().bytes, b"one");
        assert_eq!(archive.read("a").unwrap().unwrap().bytes, b"2");
        assert!(!archive.has("x") && !archive.has("../x") && !archive.has("d"));
        assert!(archive.read("none").unwrap().is_none());
    }
}

#[test]
fn a_cut_archive_gives_what_is_left() {
    let file = archive(&[("a", b"first"), ("b", b"second")]);
    let limits = Limits::new();
    let cut = &file[..file.len() - 90];
    let mut opened = Archive::open(cut, &limits).unwrap();
    assert!(opened.is_damaged());
    let part = opened.read("a").unwrap().unwrap();
    assert_eq!((&part.bytes[..], part.damaged), (&b"first"[..], false));
    let error = Archive::open(b"PK\x03\x04 and nothing", &limits).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Damaged);
}

#[test]
fn wrong_bytes_are_noticed() {
    let mut file = archive(&[("a", b"first")]);
    let at = memchr::memmem::find(&file, b"first").unwrap();
    file[at] = b'F';
    let limits = Limits::new();
    assert!(Archive::open(&file, &limits).unwrap().read("a").unwrap().unwrap().damaged);

    // Encrypted, then packed by a method nobody reads.
    let directory = memchr::memmem::find(&file, b"PK\x01\x02").unwrap();
    file[directory + 10] = 99;
    let error = Archive::open(&file, &limits).unwrap().read("a").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }));
    file[directory + 8] = 1;
    let error = Archive::open(&file, &limits).unwrap().read("a").unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Encrypted);
}

#[test]
fn limits_hold() {
    let file = archive(&[("a", &[7; 1000]), ("b", &[7; 1000])]);
    let error = Archive::open(&file, &Limits::new().max_entries(1)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { what: "entries", .. }));
    let limits = Limits::new().max_part_bytes(999);
    let error = Archive::open(&file, &limits).unwrap().read("a").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { what: "part", .. }));
    let limits = Limits::new().max_unpacked_bytes(1500);
    let mut archive = Archive::open(&file, &limits).unwrap();
    assert!(archive.read("a").is_ok());
    assert!(matches!(archive.read("b").unwrap_err().kind(), ErrorKind::TooLarge { what: "unpacked", .. }));
}

/// The entry of that name as it stands in an archive, without the directory.
fn record<'a>(file: &'a [u8], name: &str) -> &'a [u8] {
    let header = [b"\0\0", name.as_bytes()].concat();
    let end = |from: usize| memchr::memmem::find(&file[from..], b"PK").map_or(file.len(), |at| from + at);
    let at = memchr::memmem::find(file, &header).unwrap() - 28;
    assert!(file[at..].starts_with(b"PK\x03\x04"));
    &file[at..end(at + 4)]
}

#[test]
fn is_written_again_with_other_parts() {
    let mut file = archive(&[("a", b"first"), ("folder/", b""), ("b", b"second"), ("c", b"third")]);
    // A comment of the archive, and where the last entry begins told in 64 bits.
    let length = file.len();
    file[length - 2] = 4;
    file.extend(b"note");
    let last = memchr::memmem::rfind(&file, b"PK\x01\x02").unwrap();
    let offset: [u8; 4] = file[last + 42..last + 46].try_into().unwrap();
    file[last + 42..last + 46].fill(0xFF);
    file[last + 30] = 12;
    let extra = [[1, 0, 8, 0], offset, [0; 4]].concat();
    let behind = last + 47;
    file.splice(behind..behind, extra);
    let size = behind + 12 + 12;
    file[size] += 12;

    let limits = Limits::new();
    let opened = Archive::open(&file, &limits).unwrap();
    let long = b"other ".repeat(1000);
    let written = opened.rewritten(&[("B".into(), long.clone()), ("新".into(), b"fourth".to_vec())]).unwrap();
    assert!(written.ends_with(b"\x04\0note") && written.len() < 1000);
    let mut again = Archive::open(&written, &limits).unwrap();
    assert!(!again.is_damaged());
    for (name, bytes) in [("a", b"first" as &[u8]), ("b", &long), ("c", b"third"), ("新", b"fourth")] {
        let part = again.read(name).unwrap().unwrap();
        assert!(part.bytes == bytes && !part.damaged, "{name}");
    }
    for name in ["a", "folder/", "c"] {
        assert_eq!(record(&written, name), record(&file, name), "{name}");
    }
}

#[test]
fn is_not_written_without_a_sound_list() {
    let file = archive(&[("a", b"first"), ("b", b"second")]);
    let limits = Limits::new();
    let kind = |file: &[u8], names: &[&str]| {
        let parts: Vec<(String, Vec<u8>)> = names.iter().map(|name| ((*name).to_owned(), Vec::new())).collect();
        Archive::open(file, &limits).unwrap().rewritten(&parts).map_err(|error| error.kind().clone())
    };
    assert!(kind(&file, &["a"]).is_ok());
    assert_eq!(kind(&file[..file.len() - 90], &["a"]), Err(ErrorKind::Damaged), "cut");
    assert_eq!(kind(&file, &["a", "A"]), Err(ErrorKind::Damaged), "twice");
    let mut long = file.clone();
    let directory = memchr::memmem::find(&file, b"PK\x01\x02").unwrap();
    long[directory + 20] = 200;
    assert_eq!(kind(&long, &["b"]), Err(ErrorKind::Damaged), "runs into the next");
}
