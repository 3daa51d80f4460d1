use super::{change, plain, read, text};
use crate::extract::BlockKind;
use crate::extract::doc::build::{Paragraph, Word};
use crate::extract::doc::{fib, sprm};

/// A level: the number of its format, its text with small numbers for those of levels, what else its head has.
fn level(format: u8, text: &str, more: &[(usize, u8)], look: &[u8]) -> Vec<u8> {
    let mut head = vec![0; 28];
    (head[0], head[4]) = (1, format);
    more.iter().for_each(|(at, value)| head[*at] = *value);
    head[24] = look.len() as u8;
    let units: Vec<u16> = text.encode_utf16().collect();
    head.extend(look);
    head.extend((units.len() as u16).to_le_bytes());
    head.extend(units.into_iter().flat_map(u16::to_le_bytes));
    head
}

const NO_BLANK: (usize, u8) = (15, 2);

fn report() -> Vec<Vec<u8>> {
    let mut levels = vec![
        level(0x25, "\0、", &[], &[]),
        level(0x0B, "（\u{1}）", &[], &[]),
        level(0, "\u{2}.", &[], &[]),
        level(0x12, "\u{3}", &[NO_BLANK], &[]),
        level(0, "\0.\u{1}.\u{4}", &[(5, 4), (15, 1)], &[]),
        level(0x17, "●", &[], &[]),
        level(0xFF, "附：", &[], &[]),
        // Begins anew behind no level; is hidden.
        level(0, "\u{7}）", &[(5, 8)], &[]),
    ];
    levels.push(level(0, "\u{8}.", &[], &change(sprm::HIDDEN, &[1])));
    levels
}

/// The table of lists: each has a number, whether it has one level alone, and its levels.
fn lists(lists: &[(i32, u8, Vec<Vec<u8>>)]) -> Vec<u8> {
    let mut bytes = (lists.len() as u16).to_le_bytes().to_vec();
    for (id, simple, _) in lists {
        let styles = [0xFF, 0x0F].repeat(9);
        bytes.extend([&id.to_le_bytes()[..], &[0; 4], &styles, &[*simple, 0]].concat());
    }
    lists.iter().flat_map(|(.., levels)| levels).for_each(|level| bytes.extend(level));
    bytes
}

/// The table of uses: each has the number of a list and its changes of levels.
fn uses(uses: &[(i32, Vec<Vec<u8>>)]) -> Vec<u8> {
    let mut bytes = (uses.len() as u32).to_le_bytes().to_vec();
    for (id, changes) in uses {
        bytes.extend([&id.to_le_bytes()[..], &[0; 8], &[changes.len() as u8, 0, 0, 0]].concat());
    }
    for (_, changes) in uses {
        bytes.extend(u32::MAX.to_le_bytes());
        changes.iter().for_each(|change| bytes.extend(change));
    }
    bytes
}

fn item(list: i16, level: u8, text: &str) -> Paragraph {
    let changes = [change(sprm::LIST, &list.to_le_bytes()), change(sprm::LIST_LEVEL, &[level])].concat();
    Paragraph { changes, ..plain(&format!("{text}\r")) }
}

fn word(items: &[(i16, u8, &str)], uses: &[(i32, Vec<Vec<u8>>)]) -> Word {
    let paragraphs = items.iter().map(|(list, level, text)| item(*list, *level, text)).collect();
    let lists = lists(&[(77, 0, report()), (78, 1, vec![level(0x1E, "\0", &[NO_BLANK], &[])])]);
    let tables = vec![(fib::LISTS, lists), (fib::LIST_USES, self::uses(uses))];
    Word { paragraphs, tables, ..Word::default() }
}

#[test]
fn levels_count_and_begin_anew() {
    let items = [
        (1, 0, "甲"),
        (1, 1, "乙"),
        (1, 2, "丙"),
        (1, 3, "丁"),
        (1, 1, "戊"),
        (1, 2, ""),
        (1, 0, "己"),
        (1, 1, "庚"),
        (1, 4, "辛"),
        (1, 5, "壬"),
        (1, 6, "癸"),
        (1, 7, "子"),
        (1, 0, "丑"),
        (1, 7, "寅"),
        (1, 8, "卯"),
        (9, 0, "辰"),
        (0, 0, "巳"),
        (-1, 0, "午"),
        (2, 0, "未"),
    ];
    let expected = [
        "一、甲",
        "（一）乙",
        "1. 丙",
        "①丁",
        "（二）戊",
        "二、己",
        "（一）庚",
        "2.1.1 辛",
        "壬",
        "附：癸",
        "1）子",
        "三、丑",
        "2）寅",
        "卯",
        "辰",
        "巳",
        "午",
        "甲未",
    ];
    let word = word(&items, &[(77, vec![]), (78, vec![])]);
    assert_eq!(text(&word).lines().collect::<Vec<_>>(), expected);
    let found = read(&word.file()).unwrap();
    let first = found.blocks()[0];
    assert_eq!((first.kind, &found.text()[first.label.range()]), (BlockKind::ListItem, "一、"));
    assert_eq!(found.blocks()[14].kind, BlockKind::Body);
}

#[test]
fn uses_of_a_list_go_on_or_start_over() {
    let start = |level: u32, flags: u32, at: u32| [at.to_le_bytes(), (level | flags).to_le_bytes()].concat();
    let other = [start(0, 0x30, 0), level(0x26, "第\0章", &[(0, 4)], &[])].concat();
    let uses = [(77, vec![]), (77, vec![]), (77, vec![start(0, 0x10, 5)]), (77, vec![other])];
    let items = [
        (1, 0, "甲"),
        (2, 0, "乙"),
        (3, 0, "丙"),
        (3, 0, "丁"),
        (1, 0, "戊"),
        (4, 0, "己"),
        (4, 0, "庚"),
        (1, 0, "辛"),
    ];
    let expected = ["一、甲", "二、乙", "五、丙", "六、丁", "七、戊", "第肆章 己", "第伍章 庚", "六、辛"];
    assert_eq!(text(&word(&items, &uses)).lines().collect::<Vec<_>>(), expected);
}

/// A style: what Word knows it as, its kind, the one it is based on, and its lists of changes.
fn style(built_in: u16, kind: u16, base: u16, lists: &[&[u8]]) -> Vec<u8> {
    let mut bytes = [built_in, base << 4 | kind, lists.len() as u16, 0, 0, 1, 0x4E00, 0]
        .map(u16::to_le_bytes)
        .as_flattened()
        .to_vec();
    for list in lists {
        bytes.resize(bytes.len().next_multiple_of(2), 0);
        bytes.extend((list.len() as u16).to_le_bytes());
        bytes.extend(*list);
    }
    let length = (bytes.len() as u16).to_le_bytes();
    bytes.resize(bytes.len().next_multiple_of(2), 0);
    [&length[..], &bytes].concat()
}

/// The style sheet of these styles; there is none where one is empty.
fn sheet(styles: &[Vec<u8>]) -> Vec<u8> {
    let head = [18, styles.len() as u16, 10, 0, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat();
    let style = |style: &Vec<u8>| if style.is_empty() { vec![0, 0] } else { style.clone() };
    [head, styles.iter().flat_map(style).collect()].concat()
}

const NONE: u16 = 0xFFF;

#[test]
fn styles_number_and_hide() {
    let numbered = [&[1, 0][..], &change(sprm::LIST, &[1, 0])].concat();
    let second = [&[2, 0][..], &change(sprm::LIST_LEVEL, &[1]), &change(sprm::OUTLINE_LEVEL, &[4])].concat();
    let hidden = change(sprm::HIDDEN, &[1]);
    let styles = sheet(&[
        style(0, 1, NONE, &[&[0, 0], &[]]),
        style(1, 1, 0, &[&numbered, &[]]),
        style(2, 1, 1, &[&second, &[]]),
        vec![],
        style(0xFFE, 1, 2, &[&[4, 0], &[]]),
        style(0xFFE, 1, 6, &[&[5, 0], &[]]),
        style(0xFFE, 1, 5, &[&[6, 0], &hidden]),
        style(0xFFE, 2, 10, &[&hidden]),
    ]);
    let paragraph = |style: u16, text: &str| Paragraph { style, ..plain(text) };
    let mut off = paragraph(1, "丁\r");
    off.changes = change(sprm::LIST, &[0, 0]);
    let run = |text: &str, changes: Vec<u8>| (text.to_owned(), changes);
    let mut shown = paragraph(6, "");
    shown.runs = vec![run("藏", vec![]), run("显\r", change(sprm::HIDDEN, &[0x81]))];
    let mut by_characters = plain("");
    let character_style = change(sprm::CHARACTER_STYLE, &[7, 0]);
    let back = [&character_style[..], &change(sprm::HIDDEN, &[0])].concat();
    by_characters.runs = vec![run("藏", character_style), run("末\r", back)];
    let mut word = word(&[], &[(77, vec![])]);
    word.tables.push((fib::STYLES, styles));
    word.paragraphs = vec![
        paragraph(1, "甲\r"),
        paragraph(2, "乙\r"),
        paragraph(4, "丙\r"),
        off,
        shown,
        by_characters,
        paragraph(3, "完\r"),
    ];
    let found = read(&word.file()).unwrap();
    let expected = ["一、甲", "（一）乙", "（二）丙", "丁", "显", "末", "完"];
    assert_eq!(found.text().lines().collect::<Vec<_>>(), expected);
    let levels: Vec<_> = found.blocks().iter().map(|block| block.outline_level).collect();
    assert_eq!(levels, [Some(1), Some(5), Some(5), Some(1), None, None, None]);
}
