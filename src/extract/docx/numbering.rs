//! Automatic numbering: what `numbering.xml` defines, and the numbers that paragraphs get by it.

use std::collections::{HashMap, HashSet};

use super::live::Live;
use super::numerals::Format;
use super::styles::{StyleIndex, Styles, is_on};
use crate::extract::error::Error;
use crate::extract::xml::{Element, Event, Xml};

/// Levels of a list.
const LEVELS: usize = 9;

/// Longest text of a level, in characters: longer ones are no numbers, but would be repeated in every paragraph.
const LEVEL_TEXT: usize = 100;

/// How many links from list to list are followed.
const LINKS: usize = 4;

/// Marks behind which a number needs no blank: it cannot run together with what follows.
const CLOSING: &str = "、，。．：；）】〕》」』］｝)]}";

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: Format,
    /// What is written, `%1` to `%9` being the numbers of the levels.
    text: String,
    /// What follows the number.
    suffix: Suffix,
    /// The paragraph style that this level belongs to.
    style: Option<StyleIndex>,
    /// Whether all numbers in it are decimal.
    legal: bool,
    /// The level, from 1, whose use begins this one anew; 0 for none, any above it if not told.
    restart: Option<usize>,
    /// Whether the number is hidden.
    hidden: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 0,
            format: Format::Decimal(1),
            text: String::new(),
            suffix: Suffix::Tab,
            style: None,
            legal: false,
            restart: None,
            hidden: false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Suffix {
    Tab,
    Space,
    Nothing,
}

/// A list as it is defined.
#[derive(Debug, Default)]
struct Abstract {
    levels: [Option<Box<Level>>; LEVELS],
    /// The numbering style that it is.
    style: Option<StyleIndex>,
    /// The numbering style whose list it stands for.
    linked: Option<StyleIndex>,
}

/// A list as it is used.
#[derive(Debug, Default)]
struct Num {
    list: i32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Box<Level>>; LEVELS],
}

/// What `numbering.xml` defines.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<i32, Abstract>,
    nums: HashMap<i32, Num>,
}

/// The part of the file that is being read.
#[derive(Default)]
struct Reading {
    list: Option<(i32, Abstract)>,
    num: Option<(i32, Num)>,
    /// The level that a use of a list changes.
    changed: Option<usize>,
    level: Option<(usize, Level)>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(xml: &mut Xml<'_>, styles: &Styles) -> Result<Self, Error> {
        let mut numbering = Self::default();
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
        numbering.follow_links(styles);
        Ok(numbering)
    }

    /// Lets every use of a list that stands for another one use that.
    fn follow_links(&mut self, styles: &Styles) {
        let by_style: HashMap<StyleIndex, i32> =
            self.lists.iter().filter_map(|(id, list)| Some((list.style?, *id))).collect();
        let lists: HashMap<i32, i32> = self.nums.iter().map(|(id, num)| (*id, num.list)).collect();
        for num in self.nums.values_mut() {
            for _ in 0..LINKS {
                let Some(style) = self.lists.get(&num.list).and_then(|list| list.linked) else { break };
                let by_num = styles.of(Some(style)).num_id.and_then(|id| lists.get(&id)).copied();
                let Some(list) = by_style.get(&style).copied().or(by_num) else { break };
                num.list = list;
            }
        }
    }

    /// The level of the list `num_id` that belongs to the first of `styles` to have one.
    pub fn level_of(&self, num_id: i32, styles: [Option<StyleIndex>; 2]) -> Option<usize> {
        let num = self.nums.get(&num_id)?;
        let of =
            |style: StyleIndex| (0..LEVELS).find(|at| self.level(num, *at).is_some_and(|it| it.style == Some(style)));
        styles.into_iter().flatten().find_map(of)
    }

    fn level<'n>(&'n self, num: &'n Num, level: usize) -> Option<&'n Level> {
        let changed = num.levels.get(level)?.as_deref();
        changed.or_else(|| self.lists.get(&num.list)?.levels[level].as_deref())
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
            (name, Some((_, level))) if is_level => level.property(name, element, style),
            ("numFmt", Some((_, level))) => level.property("numFmt", element, style),
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

impl Level {
    fn property(&mut self, name: &str, element: &Element<'_>, style: impl Fn() -> Option<StyleIndex>) {
        let value = || element.value().unwrap_or_default();
        match name {
            "start" => self.start = element.number("val").unwrap_or(0),
            "numFmt" => {
                self.format = match &*value() {
                    "custom" => Format::named(&element.attribute("format").unwrap_or_default()),
                    name => Format::named(name),
                }
            }
            "lvlText" => self.text = value().chars().take(LEVEL_TEXT).collect(),
            "suff" => {
                self.suffix = match &*value() {
                    "nothing" => Suffix::Nothing,
                    "space" => Suffix::Space,
                    _ => Suffix::Tab,
                }
            }
            "pStyle" => self.style = style(),
            "isLgl" => self.legal = is_on(element),
            "lvlRestart" => self.restart = element.number("val"),
            _ => {}
        }
    }
}

/// How far the lists of a document have come.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// By list: uses of one list go on counting.
    lists: HashMap<i32, [Option<u32>; LEVELS]>,
    /// Uses and levels whose own start has been set.
    started: HashSet<(i32, usize)>,
}

impl Counters {
    /// Counts a paragraph, and gives its number with the blank behind it; empty for a bullet, `None` without a list.
    pub fn next(&mut self, numbering: &Numbering, num_id: i32, at: usize) -> Option<String> {
        let num = numbering.nums.get(&num_id)?;
        let level = numbering.level(num, at)?;
        let start = |at: usize| num.starts[at].or(numbering.level(num, at).map(|level| level.start)).unwrap_or(1);
        let counts = self.lists.entry(num.list).or_default();
        for (higher, count) in counts[..at].iter_mut().enumerate() {
            count.get_or_insert_with(|| start(higher));
        }
        let restarted = num.starts[at].is_some() && self.started.insert((num_id, at));
        counts[at] = Some(match counts[at] {
            Some(count) if !restarted => count.saturating_add(1),
            _ => start(at),
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let restart = numbering.level(num, deeper).and_then(|level| level.restart);
            if restart.is_none_or(|level| at < level) {
                *count = None;
            }
        }
        Some(level.label(|at| {
            let format = numbering.level(num, at).map_or(Format::Decimal(1), |level| level.format);
            (counts[at].unwrap_or_else(|| start(at)), format)
        }))
    }
}

impl Level {
    /// What stands before a paragraph; `number` tells the number and format of a level.
    fn label(&self, number: impl Fn(usize) -> (u32, Format)) -> String {
        let numbered = self.text.contains('%');
        if self.hidden || self.format == Format::Bullet || (self.format == Format::Empty && numbered) {
            return String::new();
        }
        let mut label = String::new();
        let mut characters = self.text.chars().peekable();
        while let Some(ch) = characters.next() {
            let level = characters.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
            let (Some(level), '%') = (level, ch) else {
                label.extend((!ch.is_control()).then_some(ch));
                continue;
            };
            characters.next();
            let (count, format) = number(level as usize - 1);
            let decimal = self.legal && !matches!(format, Format::Empty | Format::Decimal(_));
            if decimal { Format::Decimal(1) } else { format }.write(count, &mut label);
        }
        let clear = label.chars().next_back().is_none_or(|last| CLOSING.contains(last) || last.is_whitespace());
        if self.suffix != Suffix::Nothing && !clear {
            label.push(' ');
        }
        label
    }
}
