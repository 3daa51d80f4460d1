use super::{change, container, plain, read, text};
use crate::extract::BlockKind;
use crate::extract::doc::build::{Paragraph, Word};
use crate::extract::doc::sprm;

fn in_table(text: &str, depth: u8, more: &[u8]) -> Paragraph {
    let depth = change(sprm::TABLE_DEPTH, &[depth, 0, 0, 0]);
    Paragraph { changes: [change(sprm::IN_TABLE, &[1]), depth, more.to_vec()].concat(), ..plain(text) }
}

/// A row of the outermost table, and what its end says.
fn row(cells: &[&str], more: &[u8]) -> Vec<Paragraph> {
    let paragraphs = cells.iter().flat_map(|cell| cell.split_inclusive(['\r', '\u{7}']));
    let mut row: Vec<_> = paragraphs.map(|text| in_table(text, 1, &[])).collect();
    row.push(in_table("\u{7}", 1, &[change(sprm::ROW_END, &[1]), more.to_vec()].concat()));
    row
}

fn lines() -> Vec<u8> {
    let line = [0, 0, 0, 0, 4, 1, 0, 0];
    change(sprm::LINES, &[&[48][..], &line.repeat(6)].concat())
}

fn word(parts: &[Vec<Paragraph>]) -> Word {
    Word { paragraphs: parts.concat(), ..Word::default() }
}

#[test]
fn rows_of_data_are_lines() {
    let head = row(&["指标\u{7}", "单位\u{7}", "2024年\u{7}"], &lines());
    let data = row(&["办结\r案件\u{7}", "件\u{7}", "\u{7}"], &lines());
    let found = read(&word(&[vec![plain("附表\r")], head, data, vec![plain("末\r")]]).file()).unwrap();
    assert_eq!(found.text(), "附表\n指标\t单位\t2024年\n办结案件\t件\t\n末");
    let blocks: Vec<_> = found.blocks().iter().map(|block| (block.kind, block.paragraph)).collect();
    let (body, row) = (BlockKind::Body, BlockKind::TableRow);
    assert_eq!(blocks, [(body, Some(0)), (row, Some(1)), (row, Some(4)), (body, Some(8))]);
}

#[test]
fn layout_tables_are_paragraphs() {
    let cells = ["青政发〔2025〕1号\u{7}", "签发人：林知远\u{7}"];
    let none = change(sprm::LINES, &[&[48][..], &[0; 48]].concat());
    for bare in [vec![], none.clone()] {
        assert_eq!(text(&word(&[row(&cells, &bare)])), "青政发〔2025〕1号\n签发人：林知远");
    }
    let old = change(sprm::OLD_LINES, &[&[24][..], &[4, 1, 0, 0].repeat(6)].concat());
    let cell = change(sprm::CELL_LINES, &[11, 0, 2, 15, 0, 0, 0, 0, 4, 1, 0, 0]);
    let old_cell = change(sprm::OLD_CELL_LINES, &[7, 0, 2, 15, 4, 1, 0, 0]);
    let mut described = vec![0; 1 + 3 * 2 + 2 * 20];
    (described[0], described[1 + 3 * 2 + 4 + 1]) = (2, 1);
    let described = change(sprm::CELLS, &[&(described.len() as u16 + 1).to_le_bytes()[..], &described].concat());
    for edged in [lines(), old, cell, old_cell, described] {
        let both = [none.clone(), edged].concat();
        assert_eq!(text(&word(&[row(&cells, &both)])), "青政发〔2025〕1号\t签发人：林知远");
    }
    // A frame around an article.
    assert_eq!(text(&word(&[row(&["一、工作\r正文。\u{7}"], &lines())])), "一、工作\n正文。");
}

#[test]
fn covered_cells_are_none_and_deleted_rows_neither() {
    let mut cells = vec![0; 1 + 4 * 2 + 3 * 20];
    (cells[0], cells[9 + 20]) = (3, 1);
    let covered = change(sprm::CELLS, &[&(cells.len() as u16 + 1).to_le_bytes()[..], &cells].concat());
    let covered = row(&["甲\u{7}", "\u{7}", "乙\u{7}"], &[lines(), covered].concat());
    let one = row(&["戊\u{7}", "\u{7}", "己\u{7}"], &[lines(), change(sprm::ONE_CELL, &[0, 2])].concat());
    let mut gone = row(&["删\u{7}", "除\u{7}"], &lines());
    if let Some(end) = gone.last_mut() {
        end.runs[0].1 = change(sprm::DELETED, &[1]);
    }
    assert_eq!(text(&word(&[covered, one, gone, row(&["丙\u{7}", "丁\u{7}"], &lines())])), "甲\t乙\n戊\t己\n丙\t丁");
}

#[test]
fn inner_tables_flatten() {
    let (cell_end, row_end) = (change(sprm::INNER_CELL_END, &[1]), change(sprm::INNER_ROW_END, &[1]));
    let inner_end = [cell_end.clone(), row_end, lines()].concat();
    let inner = [in_table("内一\r", 2, &cell_end), in_table("内二\r", 2, &cell_end), in_table("\r", 2, &inner_end)];
    let outer = vec![in_table("外一\u{7}", 1, &[])];
    let end = vec![in_table("\u{7}", 1, &[]), in_table("\u{7}", 1, &[change(sprm::ROW_END, &[1]), lines()].concat())];
    let found = text(&word(&[outer, inner.to_vec(), end, vec![plain("末\r")]]));
    assert_eq!(found, "外一\t内一\t内二\n末");
}

#[test]
fn formatting_without_room_is_elsewhere() {
    let end = [change(sprm::IN_TABLE, &[1]), change(sprm::ROW_END, &[1]), lines()].concat();
    let end_length = end.len();
    let data = [&[9; 100][..], &(end_length as u16).to_le_bytes(), &end].concat();
    let mut paragraphs = row(&["甲\u{7}", "乙\u{7}"], &[]);
    if let Some(end) = paragraphs.last_mut() {
        end.changes = change(sprm::ELSEWHERE[1], &100_u32.to_le_bytes());
    }
    let word = word(&[paragraphs, vec![plain("末\r")]]);
    let (document, table) = word.streams();
    let file = container(&[("Data", &data), ("WordDocument", &document), ("1Table", &table)]);
    assert_eq!(read(&file).unwrap().text(), "甲\t乙\n末");
    // What stands there may send on to what makes it a row's end.
    let on = change(sprm::ELSEWHERE[2], &100_u32.to_le_bytes());
    let data = [data, (on.len() as u16).to_le_bytes().to_vec(), on].concat();
    let mut twice = word.clone();
    let place = 102 + end_length as u32;
    twice.paragraphs[2].changes = change(sprm::ELSEWHERE[1], &place.to_le_bytes());
    let (document, table) = twice.streams();
    let file = container(&[("Data", &data), ("WordDocument", &document), ("1Table", &table)]);
    assert_eq!(read(&file).unwrap().text(), "甲\t乙\n末");
    // Lost, it ends no row, but the text stays.
    assert_eq!(read(&word.file()).unwrap().text(), "甲\n乙\n末");
}
