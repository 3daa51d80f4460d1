use super::{document, read};
use crate::extract::doc::build::Word;
use crate::extract::doc::fib;
use crate::extract::{BlockKind, ErrorKind};

fn places(places: &[u32]) -> Vec<u8> {
    places.iter().flat_map(|place| place.to_le_bytes()).collect()
}

/// A shape by its number, as the table of anchors has it.
fn anchor(shape: u32) -> Vec<u8> {
    [&shape.to_le_bytes()[..], &[0; 22]].concat()
}

/// A text box by the number of its shape.
fn text_box(shape: u32, free: u8) -> Vec<u8> {
    [&[0; 8][..], &[free, 0, 0, 0, 0, 0], &shape.to_le_bytes(), &[0; 4]].concat()
}

/// A record of a drawing.
fn record(head: u16, kind: u16, content: &[u8]) -> Vec<u8> {
    [&head.to_le_bytes()[..], &kind.to_le_bytes(), &(content.len() as u32).to_le_bytes(), content].concat()
}

fn shape(number: u32, letters: &str) -> Vec<u8> {
    let units: Vec<u8> = letters.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let other = [&0x8081_u16.to_le_bytes()[..], &4_u32.to_le_bytes()].concat();
    let drawn = [&0x80C0_u16.to_le_bytes()[..], &(units.len() as u32).to_le_bytes()].concat();
    let properties = record(2 << 4 | 3, 0xF00B, &[other, drawn, vec![7; 4], units].concat());
    let identity = record(2, 0xF00A, &[&number.to_le_bytes()[..], &[0; 4]].concat());
    let properties = if letters.is_empty() { Vec::new() } else { properties };
    record(15, 0xF004, &[identity, properties].concat())
}

/// The drawings of the main text, in which shape 11 is in the group that shape 10 stands for.
fn drawings(letters: &str) -> Vec<u8> {
    let group = record(15, 0xF003, &[shape(10, ""), shape(11, letters), shape(12, "")].concat());
    let all = record(15, 0xF003, &[shape(1, ""), group, shape(13, "")].concat());
    [record(15, 0xF000, &[0; 5]), vec![0], record(15, 0xF002, &[record(0, 0xF008, &[0; 8]), all].concat())].concat()
}

fn word() -> Word {
    // The main text has eleven characters; behind it are the boxes, of which the second is free and the last none.
    let mut word = document("首段\r二\u{8}段\r三\u{8}段\r云汀市文件\r旧\r组内\r无处\r\r");
    let boxes = [text_box(13, 0), text_box(13, 1), text_box(12, 0), text_box(99, 0), text_box(0, 0)];
    word.tables = vec![
        (fib::SHAPES, [places(&[4, 8, 11]), anchor(13), anchor(10)].concat()),
        (fib::TEXT_BOXES, [places(&[0, 6, 8, 11, 14, 15]), boxes.concat()].concat()),
        (fib::DRAWINGS, drawings("艺术字")),
    ];
    word.numbers = vec![(0x4C, 11), (0x64, 15)];
    word
}

#[test]
fn text_boxes_come_before_their_paragraphs() {
    let found = read(&word().file()).unwrap();
    assert_eq!(found.text(), "无处\n首段\n云汀市文件\n二段\n组内\n艺术字\n三段");
    let kinds: Vec<_> = found.blocks().iter().map(|block| block.kind == BlockKind::TextBox).collect();
    assert_eq!(kinds, [true, false, true, false, true, true, false]);
    assert_eq!(found.warnings(), []);
}

#[test]
fn notes_stand_apart() {
    let mut word = document(
        "办结25件\u{2}，增长\u{2}。\r又①一处\u{2}\r\u{2} 据统计局。\r\u{2} 下同。\r二段。\r\r\u{2} 尾注。\r\r",
    );
    // Marks at 6, 13 and 16; the second footnote has a mark of its own.
    let marks = |at: &[u32], kinds: &[u8]| [places(at), kinds.iter().flat_map(|kind| [*kind, 0]).collect()].concat();
    word.tables = vec![
        (fib::FOOTNOTE_MARKS, marks(&[6, 13, 19], &[1, 0])),
        (fib::FOOTNOTE_TEXTS, places(&[0, 8, 18, 19])),
        (fib::ENDNOTE_MARKS, marks(&[10, 19], &[1])),
        (fib::ENDNOTE_TEXTS, places(&[0, 6, 7])),
    ];
    word.numbers = vec![(0x4C, 18), (0x50, 19), (0x60, 7)];
    let found = read(&word.file()).unwrap();
    assert_eq!(found.text(), "办结25件，增长。\n又一处");
    let notes: Vec<_> = found.footnotes().iter().map(|note| (&*note.text, note.at.unwrap() as usize)).collect();
    let place = |before: &str| before.len();
    let expected = [
        ("据统计局。", place("办结25件")),
        ("尾注。", place("办结25件，增长")),
        ("下同。二段。", place("办结25件，增长。\n又")),
    ];
    assert_eq!(notes, expected);
}

#[test]
fn pictures_are_no_text() {
    let error = read(&document("\u{1}\r\u{8}\r").file()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoTextLayer { images: 2, .. }));
    assert_eq!(read(&document("\r").file()).unwrap().text(), "");
}
