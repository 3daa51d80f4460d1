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
