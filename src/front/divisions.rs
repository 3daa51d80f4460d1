//! Names of administrative divisions: the table of real ones, and what a name says of its level.
//!
//! The table is packed at compile time: nothing is built when a program starts, and a look-up touches a few words.

use super::Level;
use crate::text::words::Words;

/// Endings of zones, which have an administration and are no divisions.
static ZONES: Words = Words::new(&[
    "开发区",
    "高新区",
    "经开区",
    "新区",
    "园区",
    "示范区",
    "保税区",
    "度假区",
    "风景区",
    "风景名胜区",
    "景区",
    "管理区",
    "实验区",
    "合作区",
    "产业区",
    "工业区",
    "自贸区",
    "试验区",
    "生态城",
    "科学城",
    "新城",
    "农场",
    "林场",
    "工业园",
    "科技园",
    "产业园",
]);

/// Kinds of divisions in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Province,
    City,
    County,
}

/// How many slots the short names have; a third stays empty.
const SHORT: usize = 4096;
/// How many slots the other names have; half of them stay empty.
const LONG: usize = 1024;
/// Bytes of the other names: for each its length, its kind and its text.
const LONG_BYTES: usize = 9_600;

/// The names of `divisions.txt`.
struct Table {
    /// Nine of ten names are one or two characters and 县, 区 or 市: each is a number (see [`stem`]), 0 an empty slot.
    short: [u32; SHORT],
    /// The others: where each begins in `bytes`, plus one, 0 an empty slot.
    long: [u16; LONG],
    bytes: [u8; LONG_BYTES],
}

static TABLE: Table = Table::new(include_bytes!("divisions.txt"));

impl Table {
    const fn new(text: &[u8]) -> Self {
        let mut table = Self { short: [0; SHORT], long: [0; LONG], bytes: [0; LONG_BYTES] };
        let mut used = 0;
        let mut at = 0;
        while at < text.len() {
            let comment = text[at] == b'#';
            let mut column = 0;
            while at < text.len() && text[at] != b'\n' {
                let from = at;
                while !comment && at < text.len() && text[at] >= 0x80 {
                    at += if text[at] < 0xf0 { 3 } else { 4 };
                }
                if at > from {
                    let kind = match column {
                        0 => Kind::Province,
                        1 => Kind::City,
                        _ => Kind::County,
                    };
                    used = table.insert(text.split_at(at).0.split_at(from).1, kind, used);
                } else {
                    column += (text[at] == b'|') as usize;
                    at += 1;
                }
            }
            at += 1;
        }
        table
    }

    /// Adds a name that is not there yet; `used` bytes of the long names are taken. Returns how many are then.
    const fn insert(&mut self, name: &[u8], kind: Kind, used: usize) -> usize {
        if self.find(name).is_some() {
            return used;
        }
        if let Some((stem, ending)) = stem(name) {
            let code = match (ending, kind) {
                (Ending::County, Kind::County) => Some(0),
                (Ending::District, Kind::County) => Some(1),
                (Ending::City, Kind::City) => Some(2),
                (Ending::City, Kind::County) => Some(3),
                _ => None,
            };
            if let Some(code) = code {
                let mut slot = short_slot(stem);
                while self.short[slot] != 0 {
                    slot = (slot + 1) % SHORT;
                }
                self.short[slot] = stem << 2 | code;
                return used;
            }
        }
        let mut slot = long_slot(name);
        while self.long[slot] != 0 {
            slot = (slot + 1) % LONG;
        }
        self.long[slot] = used as u16 + 1;
        self.bytes[used] = name.len() as u8;
        self.bytes[used + 1] = kind as u8;
        let mut at = 0;
        while at < name.len() {
            self.bytes[used + 2 + at] = name[at];
            at += 1;
        }
        used + 2 + name.len()
    }

    const fn find(&self, name: &[u8]) -> Option<Kind> {
        if name.len() < 6 || name.len() > LONGEST {
            return None;
        }
        if let Some((stem, ending)) = stem(name) {
            let mut slot = short_slot(stem);
            while self.short[slot] != 0 {
                if self.short[slot] >> 2 == stem {
                    match (ending, self.short[slot] & 3) {
                        (Ending::County, 0) | (Ending::District, 1) | (Ending::City, 3) => return Some(Kind::County),
                        (Ending::City, 2) => return Some(Kind::City),
                        _ => {}
                    }
                }
                slot = (slot + 1) % SHORT;
            }
        }
        let mut slot = long_slot(name);
        while self.long[slot] != 0 {
            let from = self.long[slot] as usize - 1;
            if self.bytes[from] as usize == name.len() && same(&self.bytes, from + 2, name) {
                return Some(match self.bytes[from + 1] {
                    0 => Kind::Province,
                    1 => Kind::City,
                    _ => Kind::County,
                });
            }
            slot = (slot + 1) % LONG;
        }
        None
    }
}

/// Longest name in the table, in bytes.
const LONGEST: usize = 45;

/// The endings of short names.
#[derive(Clone, Copy)]
enum Ending {
    County,
    District,
    City,
}

/// The one or two characters before 县, 区 or 市, 15 bits each.
const fn stem(name: &[u8]) -> Option<(u32, Ending)> {
    let (Some(first), [.., a, b, c]) = (character(name), name) else { return None };
    let ending = match (*a, *b, *c) {
        (0xe5, 0x8e, 0xbf) => Ending::County,
        (0xe5, 0x8c, 0xba) => Ending::District,
        (0xe5, 0xb8, 0x82) => Ending::City,
        _ => return None,
    };
    match name.len() {
        6 => Some((first, ending)),
        9 => match name {
            [_, _, _, rest @ ..] => match character(rest) {
                Some(second) => Some((first << 15 | second, ending)),
                None => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// The first character of `text`, if it is a Chinese one of the basic block, as its number in there, from 1 on.
const fn character(text: &[u8]) -> Option<u32> {
    match text {
        [a @ 0xe4..=0xe9, b, c, ..] => {
            let code = (*a as u32 & 0xf) << 12 | (*b as u32 & 0x3f) << 6 | *c as u32 & 0x3f;
            code.checked_sub(0x4dff)
        }
        _ => None,
    }
}

const fn short_slot(stem: u32) -> usize {
    (stem.wrapping_mul(0x9e37_79b9) >> 20) as usize
}

/// By the first and the third character, if there is one, and the length.
const fn long_slot(name: &[u8]) -> usize {
    let last = name.len() - 1;
    let third = if last < 8 { last } else { 8 };
    let bytes = [name[1], name[2], name[4], name[5], name[third - 1], name[third], name[last - 3], name.len() as u8];
    (u64::from_le_bytes(bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

const fn same(bytes: &[u8], from: usize, name: &[u8]) -> bool {
    let mut at = 0;
    while at < name.len() {
        if bytes[from + at] != name[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether `name` is a real division from county level up.
pub(super) fn is_known(name: &str) -> bool {
    TABLE.find(name.as_bytes()).is_some()
}

/// Whether `stem` is a real division without its ending.
pub(super) fn is_short(stem: &str) -> bool {
    ["市", "省", "县", "自治区", "地区"].iter().any(|ending| {
        let mut name = [0; LONGEST];
        let len = stem.len() + ending.len();
        if len > LONGEST {
            return false;
        }
        name[..stem.len()].copy_from_slice(stem.as_bytes());
        name[stem.len()..len].copy_from_slice(ending.as_bytes());
        TABLE.find(&name[..len]).is_some()
    })
}

/// Whether `name` ends like a zone and is no division of the table.
pub(super) fn is_zone(name: &str) -> bool {
    name.ends_with(['区', '城', '场', '园']) && ZONES.end_of(name).is_some() && !is_known(name)
}

/// What the name alone says of a division's level. `parent` is the name before it in the chain, if there is one.
pub(super) fn level_of(name: &str, parent: Option<&str>) -> Option<Level> {
    match TABLE.find(name.as_bytes()) {
        Some(Kind::Province) => return Some(Level::Province),
        Some(Kind::City) => return Some(Level::City),
        Some(Kind::County) => return Some(Level::County),
        None => {}
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&["自治区", "省", "特别行政区"]) {
        Some(Level::Province)
    } else if ends(&["自治州", "州", "盟", "地区"]) {
        Some(Level::City)
    } else if ends(&["街道", "镇", "乡", "苏木"]) {
        Some(Level::Township)
    } else if ends(&["县", "区", "旗"]) {
        Some(Level::County)
    } else if ends(&["市"]) {
        let under_a_city =
            parent.is_some_and(|parent| ["市", "州", "地区", "盟"].iter().any(|ending| parent.ends_with(ending)));
        under_a_city.then_some(Level::County)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Kind, TABLE, is_known, is_short, is_zone, level_of};
    use crate::front::Level;

    #[test]
    fn levels() {
        assert_eq!(level_of("青岚县", None), Some(Level::County));
        assert_eq!(level_of("云汀市", None), None);
        assert_eq!(level_of("白石市", Some("云汀市")), Some(Level::County));
        assert_eq!(level_of("江南省", None), Some(Level::Province));
        assert_eq!(level_of("长汐街道", None), Some(Level::Township));
        assert_eq!(level_of("巴颜州", None), Some(Level::City));
        assert!(is_zone("云汀高新区") && !is_zone("松泽区"));
    }

    #[test]
    fn the_table_is_sound() {
        let mut lines = 0;
        let mut names = HashMap::new();
        for line in include_str!("divisions.txt").lines().filter(|line| !line.starts_with('#')) {
            lines += 1;
            assert_eq!(line.split('|').count(), 4, "{line}");
            for (column, list) in line.split('|').enumerate() {
                let kind = [Kind::Province, Kind::City, Kind::County][column.min(2)];
                for name in list.split_whitespace().filter(|&name| name != "-") {
                    assert!(name.chars().count() >= 2, "{name}");
                    names.entry(name).or_insert(kind);
                }
            }
        }
        assert_eq!(lines, 35);
        assert!(names.len() > 3_200, "{}", names.len());
        for (name, kind) in &names {
            assert_eq!(TABLE.find(name.as_bytes()), Some(*kind), "{name}");
        }
        let known = TABLE.short.iter().filter(|&&slot| slot != 0).count()
            + TABLE.long.iter().filter(|&&slot| slot != 0).count();
        assert_eq!(known, names.len());
    }

    #[test]
    fn other_names_are_unknown() {
        for name in ["", "县", "云汀市", "青岚县", "é€县", "a北县", "北京", "北京市市", "呼和浩特县", "内蒙古自治州"]
        {
            assert!(!is_known(name), "{name}");
        }
        assert!(is_short("北京") && is_short("内蒙古") && !is_short("青岚") && !is_short(&"北".repeat(40)));
    }
}
