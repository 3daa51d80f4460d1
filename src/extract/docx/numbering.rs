//! What `numbering.xml` defines.

use std::collections::HashMap;

use super::live::Live;
use super::styles::{StyleIndex, Styles, is_on};
use crate::extract::error::Error;
use crate::extract::word::Format;
use crate::extract::word::numbering::{Abstract, LEVEL_TEXT, LEVELS, Level, Num, Numbering, Suffix};
use crate::extract::xml::{Element, Event, Xml};

/// How many links from list to list are followed.
const LINKS: usize = 4;

/// The part of the file that is being read.
#[derive(Default)]
struct Reading {
    list: Option<(i32, Abstract)>,
    num: Option<(i32, Num)>,
    /// The level that a use of a list changes.
    changed: Option<usize>,
    level: Option<(usize, Level)>,
}

/// Reads `numbering.xml`.
pub(super) fn read(xml: &mut Xml<'_>, styles: &Styles) -> Result<Numbering, Error> {
    let mut numbering = Numbering::default();
    let mut reading = Reading::default();
    let mut live = Live::default();
    loop {
        let event = xml.next()?;
        if !live.admits(&event) {
            continue;
        }
        match event {
            Event::Open(element) => reading.open(&element, styles),
            Event::Close("lvl") => reading.keep_level(),
            Event::Close("lvlOverride") => reading.changed = None,
            Event::Close("abstractNum") => numbering.lists.extend(reading.list.take()),
            Event::Close("num") => numbering.nums.extend(reading.num.take()),
            Event::End => break,
            _ => {}
        }
    }
    follow_links(&mut numbering, styles);
    Ok(numbering)
}

/// Lets every use of a list that stands for another one use that.
fn follow_links(numbering: &mut Numbering, styles: &Styles) {
    let by_style: HashMap<StyleIndex, i32> =
        numbering.lists.iter().filter_map(|(id, list)| Some((list.style?, *id))).collect();
    let lists: HashMap<i32, i32> = numbering.nums.iter().map(|(id, num)| (*id, num.list)).collect();
    for num in numbering.nums.values_mut() {
        for _ in 0..LINKS {
            let Some(style) = numbering.lists.get(&num.list).and_then(|list| list.linked) else { break };
            let by_num = styles.of(Some(style)).num_id.and_then(|id| lists.get(&id)).copied();
            let Some(list) = by_style.get(&style).copied().or(by_num) else { break };
            num.list = list;
        }
    }
}

impl Reading {
    fn open(&mut self, element: &Element<'_>, styles: &Styles) {
        let style = || element.value().and_then(|id| styles.find(&id));
        let is_level = element.parent == "lvl";
        match (element.name, &mut self.level) {
            ("abstractNum", _) => self.list = element.number("abstractNumId").map(|id| (id, Abstract::default())),
            ("num", _) => self.num = element.number("numId").map(|id| (id, Num::default())),
            ("abstractNumId", _) => {
                if let (Some((_, num)), Some(list)) = (&mut self.num, element.number("val")) {
                    num.list = list;
                }
            }
            ("styleLink", _) => {
                if let Some((_, list)) = &mut self.list {
                    list.style = style();
                }
            }
            ("numStyleLink", _) => {
                if let Some((_, list)) = &mut self.list {
                    list.linked = style();
                }
            }
            ("lvlOverride", _) => self.changed = element.number("ilvl").filter(|level| *level < LEVELS),
            ("startOverride", _) => {
                if let (Some((_, num)), Some(level)) = (&mut self.num, self.changed) {
                    num.starts[level] = element.number("val");
                }
            }
            ("lvl", _) => {
                let level: Option<usize> = element.number("ilvl").or(self.changed);
                self.level = level.filter(|level| *level < LEVELS).map(|level| (level, Level::default()));
            }
            (name, Some((_, level))) if is_level => property(level, name, element, style),
            ("numFmt", Some((_, level))) => property(level, "numFmt", element, style),
            ("vanish", Some((_, level))) => level.hidden = is_on(element),
            _ => {}
        }
    }

    fn keep_level(&mut self) {
        let Some((at, level)) = self.level.take() else { return };
        let levels = match (&mut self.num, &mut self.list) {
            (Some((_, num)), _) => &mut num.levels,
            (None, Some((_, list))) => &mut list.levels,
            (None, None) => return,
        };
        levels[at] = Some(Box::new(level));
    }
}

/// A property of a level.
fn property(level: &mut Level, name: &str, element: &Element<'_>, style: impl Fn() -> Option<StyleIndex>) {
    let value = || element.value().unwrap_or_default();
    match name {
        "start" => level.start = element.number("val").unwrap_or(0),
        "numFmt" => {
            level.format = match &*value() {
                "custom" => Format::named(&element.attribute("format").unwrap_or_default()),
                name => Format::named(name),
            }
        }
        "lvlText" => level.text = value().chars().take(LEVEL_TEXT).collect(),
        "suff" => {
            level.suffix = match &*value() {
                "nothing" => Suffix::Nothing,
                "space" => Suffix::Space,
                _ => Suffix::Tab,
            }
        }
        "pStyle" => level.style = style(),
        "isLgl" => level.legal = is_on(element),
        "lvlRestart" => level.restart = element.number("val"),
        _ => {}
    }
}
