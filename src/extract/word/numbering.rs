//! Automatic numbering: the lists of a file, and the numbers that paragraphs get by them.

use std::collections::{HashMap, HashSet};

use super::numerals::Format;

/// Levels of a list.
pub(in crate::extract) const LEVELS: usize = 9;

/// Longest text of a level, in characters: longer ones are no numbers, but would be repeated in every paragraph.
pub(in crate::extract) const LEVEL_TEXT: usize = 100;

/// Marks behind which a number needs no blank: it cannot run together with what follows.
const CLOSING: &str = "、，。．：；）】〕》」』］｝)]}";

/// A level of a list.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Level {
    pub start: u32,
    pub format: Format,
    /// What is written, `%1` to `%9` being the numbers of the levels.
    pub text: String,
    /// What follows the number.
    pub suffix: Suffix,
    /// The paragraph style that this level belongs to.
    pub style: Option<usize>,
    /// Whether all numbers in it are decimal.
    pub legal: bool,
    /// The level, from 1, whose use begins this one anew; 0 for none, any above it if not told.
    pub restart: Option<usize>,
    /// Whether the number is hidden.
    pub hidden: bool,
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
pub(in crate::extract) enum Suffix {
    Tab,
    Space,
    Nothing,
}

/// A list as it is defined.
#[derive(Debug, Default)]
pub(in crate::extract) struct Abstract {
    pub levels: [Option<Box<Level>>; LEVELS],
    /// The numbering style that it is.
    pub style: Option<usize>,
    /// The numbering style whose list it stands for.
    pub linked: Option<usize>,
}

/// A list as it is used.
#[derive(Debug, Default)]
pub(in crate::extract) struct Num {
    pub list: i32,
    pub starts: [Option<u32>; LEVELS],
    pub levels: [Option<Box<Level>>; LEVELS],
}

/// The lists of a file, and their uses by number.
#[derive(Debug, Default)]
pub(in crate::extract) struct Numbering {
    pub lists: HashMap<i32, Abstract>,
    pub nums: HashMap<i32, Num>,
}

impl Numbering {
    /// The level of the list `num_id` that belongs to the first of `styles` to have one.
    pub fn level_of(&self, num_id: i32, styles: [Option<usize>; 2]) -> Option<usize> {
        let num = self.nums.get(&num_id)?;
        let of = |style: usize| (0..LEVELS).find(|at| self.level(num, *at).is_some_and(|it| it.style == Some(style)));
        styles.into_iter().flatten().find_map(of)
    }

    fn level<'n>(&'n self, num: &'n Num, level: usize) -> Option<&'n Level> {
        let changed = num.levels.get(level)?.as_deref();
        changed.or_else(|| self.lists.get(&num.list)?.levels[level].as_deref())
    }
}

/// How far the lists of a document have come.
#[derive(Debug, Default)]
pub(in crate::extract) struct Counters {
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
