//! Classes of units, as bits: what kind of thing a figure counts.

use std::fmt::{self, Write};

use crate::text::blank::{has_layout, write_without_layout};

/// Cases: 件 起 宗 例.
pub(super) const C: u16 = 1;
/// Times held: 次 场 期.
pub(super) const T: u16 = 1 << 1;
/// People: 人 名 位.
pub(super) const P: u16 = 1 << 2;
/// People counted each time: 人次.
pub(super) const V: u16 = 1 << 3;
/// Items: 项 条 个 件.
pub(super) const I: u16 = 1 << 4;
/// Documents: 份 件 册 卷.
pub(super) const D: u16 = 1 << 5;
/// Bodies and households: 家 户 个.
pub(super) const O: u16 = 1 << 6;
/// Batches: 批次.
pub(super) const B: u16 = 1 << 7;
/// Kinds: 种 类.
pub(super) const K: u16 = 1 << 8;
/// Percent.
pub(super) const R: u16 = 1 << 9;
/// Money.
pub(super) const M: u16 = 1 << 10;
/// Records: 条.
pub(super) const L: u16 = 1 << 11;
/// No unit.
pub(super) const N: u16 = 1 << 12;

/// Items alone: 项.
pub(super) const S: u16 = 1 << 13;

/// How many classes there are.
pub(super) const CLASSES: usize = 14;

/// The measure words and their classes.
const TABLE: &[(&str, u16)] = &[
    ("件", C | I | D),
    ("起", C),
    ("宗", C | D),
    ("例", C),
    ("桩", C),
    ("案", C),
    ("笔", C),
    ("宗次", C | T),
    ("人/次", P | V),
    ("件次", C | T),
    ("人件", C),
    ("件(次)", C | T),
    ("件（次）", C | T),
    ("次/件", C | T),
    ("件/次", C | T),
    ("次", T),
    ("场", T),
    ("场次", T),
    ("期", T),
    ("回", T),
    ("班", T),
    ("班次", T),
    ("轮", T),
    ("轮次", T),
    ("届", T),
    ("堂", T),
    ("节", T),
    ("场(次)", T),
    ("场（次）", T),
    ("场/次", T),
    ("期(次)", T),
    ("余次", T),
    ("户次", T),
    ("家次", T),
    ("批", B | T),
    ("人", P),
    ("名", P),
    ("位", P),
    ("人次", V),
    ("人(次)", P | V),
    ("人（次）", P | V),
    ("名(次)", P),
    ("项", I | S),
    ("个", I | O | D),
    ("条", I | L),
    ("项次", I),
    ("款", I),
    ("点", I),
    ("份", D),
    ("册", D),
    ("本", D),
    ("套", D),
    ("张", D),
    ("部", D),
    ("篇", D),
    ("卷", D),
    ("幅", D),
    ("枚", D),
    ("个(份)", D),
    ("份(册)", D),
    ("件(册)", D),
    ("册(份)", D),
    ("本(册)", D),
    ("集", T),
    ("封", D),
    ("余份", D),
    ("则", D),
    ("家", O),
    ("户", O),
    ("所", O),
    ("处", O),
    ("座", O),
    ("支", O),
    ("家(户)", O),
    ("户(家)", O),
    ("所(个)", O),
    ("批次", B),
    ("种", K),
    ("类", K),
    ("元", M),
    ("%", R),
];

/// One more than the index in [`TABLE`] of the unit with a hash; 0 is free, the next one is tried when another is there.
static SLOTS: [u8; 256] = {
    let mut slots = [0; 256];
    let mut at = 0;
    while at < TABLE.len() {
        let mut slot = slot(TABLE[at].0.as_bytes());
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        at += 1;
        slots[slot] = at as u8;
    }
    slots
};

/// The hash of a unit: FNV, whose constants are these.
const fn slot(unit: &[u8]) -> usize {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < unit.len() {
        hash = (hash ^ unit[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash >> 24 ^ hash) as usize % 256
}

/// The classes of a measure word, whatever layout is inside it.
pub(super) fn class(unit: &str) -> Option<u16> {
    class_of_plain(unit).or_else(|| {
        let mut plain = Plain::default();
        has_layout(unit).then_some(())?;
        write_without_layout(unit, &mut plain).ok()?;
        class_of_plain(std::str::from_utf8(&plain.text[..plain.len]).ok()?)
    })
}

fn class_of_plain(unit: &str) -> Option<u16> {
    let mut slot = slot(unit.as_bytes());
    while let Some(index) = usize::from(SLOTS[slot]).checked_sub(1) {
        let (known, class) = TABLE[index];
        if known == unit {
            return Some(class);
        }
        slot = (slot + 1) % SLOTS.len();
    }
    None
}

/// A unit without layout; longer ones than any of [`TABLE`] do not fit.
#[derive(Default)]
struct Plain {
    text: [u8; 16],
    len: usize,
}

impl Write for Plain {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let to = self.text.get_mut(self.len..self.len + part.len()).ok_or(fmt::Error)?;
        to.copy_from_slice(part.as_bytes());
        self.len += part.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{C, D, I, T, TABLE, class};

    #[test]
    fn every_unit_has_its_classes() {
        assert!(TABLE.iter().all(|(unit, classes)| class(unit) == Some(*classes)));
        assert_eq!(class("件\n（次）"), Some(C | T));
        assert_eq!(class(" 件"), Some(C | I | D));
        assert_eq!(class("件件"), None);
        assert_eq!(class("次 次次次次次次次次次"), None);
    }
}
