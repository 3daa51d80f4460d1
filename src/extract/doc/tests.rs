use super::build::{Paragraph, Word, container};
use super::{fib, sprm};
use crate::extract::{BlockKind, Document, Error, ErrorKind, Limits, WarningKind};

mod broken;
mod drawn;
mod numbers;
mod tables;

fn read(bytes: &[u8]) -> Result<Document<'static>, Error> {
    super::read(bytes, &Limits::new())
}

/// A change to formatting: its operand has the length that its number tells.
fn change(code: u16, operand: &[u8]) -> Vec<u8> {
    [&code.to_le_bytes()[..], operand].concat()
}

/// A paragraph of plain text, its mark included.
fn plain(text: &str) -> Paragraph {
    Paragraph { runs: vec![(text.to_owned(), Vec::new())], ..Paragraph::default() }
}

/// A document of such paragraphs, one for each mark.
fn document(text: &str) -> Word {
    let paragraphs = text.split_inclusive(['\r', '\u{7}']).map(plain).collect();
    Word { paragraphs, ..Word::default() }
}

fn text(word: &Word) -> String {
    read(&word.file()).unwrap().text().to_owned()
}

#[test]
fn characters_that_are_no_text() {
    let cases = [
        ("plain", "青岚县\r2024年\r", "青岚县\n2024年"),
        ("no last mark", "青岚县\r末段", "青岚县\n末段"),
        ("blank", "　　办结25件 \r\r\r完\r", "办结25件\n完"),
        ("two units", "𠮷祥\r", "𠮷祥"),
        ("title in lines", "青岚县人民政府\u{b}关于法治建设的报告\r", "青岚县人民政府关于法治建设的报告"),
        ("copied page", "报告如下。\u{b}一、工作\r", "报告如下。\n一、工作"),
        ("page and column", "封面\u{c}正文\u{e}二栏\r", "封面\n正文\n二栏"),
        ("hyphens", "2021\u{1e}20\u{1f}25\r", "2021-2025"),
        ("anchors", "办\u{5}结\u{8}\u{1}案\u{2}件\r", "办结案件"),
        ("tab", "甲\t乙\r", "甲\t乙"),
        ("field", "见\u{13} HYPERLINK \"x\" \u{14}附件\u{15}。\r", "见附件。"),
        ("code alone", "见\u{13} XE \"x\" \u{15}。\r", "见。"),
        ("page number", "第\u{13} PAGE \u{14}7\u{15}页\r", "第页"),
        ("contents", "\u{13} TOC \\o \u{14}一、工作\t3\r二、问题\t9\u{15}\r一、工作\r", "一、工作"),
    ];
    for (name, characters, expected) in cases {
        assert_eq!(text(&document(characters)), expected, "{name}");
    }
    // A list of contents without an end takes nothing with it beyond its paragraph.
    let lost = read(&document("\u{13}TOC\u{14}目录\r正文\r").file()).unwrap();
    assert_eq!((lost.text(), lost.warnings()[0].kind), ("正文", WarningKind::Damaged));
}

#[test]
fn what_is_hidden_or_deleted_is_left_out() {
    let (hidden, deleted) = (change(sprm::HIDDEN, &[1]), change(sprm::DELETED, &[1]));
    let run = |text: &str, changes: &[u8]| (text.to_owned(), changes.to_vec());
    let paragraph = |runs: &[(String, Vec<u8>)]| Paragraph { runs: runs.to_vec(), ..Paragraph::default() };
    let word = |paragraphs: &[Paragraph]| Word { paragraphs: paragraphs.to_vec(), ..Word::default() };
    let shown = paragraph(&[run("办结", &[]), run("三十", &deleted), run("廿", &hidden), run("25件\r", &[])]);
    assert_eq!(text(&word(&[shown])), "办结25件");
    // A deleted mark joins what it parted; the properties are those of what comes first.
    let joined = [paragraph(&[run("前", &[]), run("\r", &deleted)]), plain("后\r"), plain("末\r")];
    let found = read(&word(&joined).file()).unwrap();
    assert_eq!(found.text(), "前后\n末");
    assert_eq!(found.blocks().iter().map(|block| block.paragraph).collect::<Vec<_>>(), [Some(0), Some(2)]);
    let gone = [paragraph(&[run("删", &deleted), run("\r", &deleted)]), plain("留\r")];
    assert_eq!(text(&word(&gone)), "留");
    // Deleted fields hide nothing behind them.
    let field = paragraph(&[run("\u{13}TOC", &deleted), run("文\r", &[])]);
    assert_eq!(text(&word(&[field])), "文");
    // A symbol of a font stands for no character.
    let symbol = paragraph(&[run("(", &change(sprm::SYMBOL, &[3, 0, 0xFE, 0xF0])), run("文\u{F0FC}\r", &[])]);
    let found = read(&word(&[symbol]).file()).unwrap();
    assert_eq!((found.text(), found.warnings()[0].kind), ("文", WarningKind::DroppedSymbols));
}

#[test]
fn sections_end_paragraphs() {
    let mut word = document("一段\u{c}二段\r三\u{c}段\r");
    let places = [0_u32, 3, 10].map(u32::to_le_bytes).concat();
    word.tables.push((fib::SECTIONS, [places, vec![0; 24]].concat()));
    let found = read(&word.file()).unwrap();
    assert_eq!(found.text(), "一段\n二段\n三\n段");
    let numbers: Vec<_> = found.blocks().iter().map(|block| block.paragraph).collect();
    assert_eq!(numbers, [Some(0), Some(1), Some(2), Some(2)]);
}

#[test]
fn text_lies_in_pieces() {
    // Three pieces: one byte a character, deleted as a whole by a short change, two bytes a character.
    let mut word = document("x\r");
    let (mut document, _) = word.streams();
    let start = document.len();
    document.extend(b"A\x93q\x94 ");
    document.extend("删除".encode_utf16().chain("青岚\r".encode_utf16()).flat_map(u16::to_le_bytes));
    let places = [0_u32, 5, 7, 10].map(u32::to_le_bytes).concat();
    let piece =
        |place: usize, changes: u16| [&[0, 0][..], &(place as u32).to_le_bytes(), &changes.to_le_bytes()].concat();
    let pieces =
        [piece((start * 2) | (1 << 30), 0), piece(start + 5, 0x41 << 1 | 1 << 8), piece(start + 9, 1)].concat();
    let list = change(sprm::OUTLINE_LEVEL, &[1]);
    let head =
        [&[1][..], &(list.len() as u16).to_le_bytes(), &list, &[2], &(places.len() as u32 + 24).to_le_bytes()].concat();
    let table = [head, places, pieces].concat();
    word.numbers.push((0, 0));
    super::build::put(&mut document, fib::PIECES, 0);
    super::build::put(&mut document, fib::PIECES + 4, table.len() as u32);
    super::build::put(&mut document, 0x4C, 10);
    let found = read(&container(&[("1Table", &table), ("WordDocument", &document)])).unwrap();
    assert_eq!((found.text(), found.blocks()[0].outline_level), ("A“q” 青岚", Some(2)));
    assert_eq!(found.warnings(), []);
}

#[test]
fn word_95_gives_its_text() {
    let mut document = vec![0; 0x400];
    let (text, _, _) =
        encoding_rs::GB18030.encode("青岚县\r指标\u{7}2024年\u{7}\u{7}\u{13}PAGE\u{14}3\u{15}第一\u{b}行\r");
    document.extend_from_slice(&text);
    for (at, value) in [(0, 0x0068_A5DC), (6, 0x0804), (0x18, 0x400), (0x34, text.len() as u32)] {
        super::build::put(&mut document, at, value);
    }
    document.resize(5000, 0);
    let found = read(&container(&[("WordDocument", &document)])).unwrap();
    assert_eq!(found.text(), "青岚县\n指标\t2024年\n第一行");
    assert_eq!(found.blocks()[1].kind, BlockKind::TableRow);
    assert_eq!(found.warnings()[0].kind, WarningKind::Damaged);
    document[10] = 4;
    let error = read(&container(&[("WordDocument", &document)])).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }));
}
