//! A table of the rubric, read key by key; every fault names its line and key.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::RubricError;
use super::points;
use crate::decimal::Decimal;

type Value<'d> = &'d Spanned<DeValue<'d>>;

/// A table, and which of its keys were asked for.
pub(super) struct Table<'d> {
    text: &'d str,
    map: &'d DeTable<'d>,
    at: usize,
    path: String,
    asked: RefCell<Vec<&'static str>>,
}

/// A text of the rubric and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'d> {
    pub text: &'d str,
    pub at: usize,
}

/// Parses the rubric's text.
pub(super) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, RubricError> {
    DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span: Range<usize>| span.start);
        RubricError::new(
            line(text, at),
            "",
            format!("不是有效的 TOML (not valid TOML): {}", error.message().replace('\n', " ")),
        )
    })
}

/// The line of the byte `at`, from 1.
fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()
}

impl<'d> Table<'d> {
    /// The outermost table.
    pub fn root(text: &'d str, map: &'d DeTable<'d>) -> Self {
        Self { text, map, at: 0, path: String::new(), asked: RefCell::default() }
    }

    fn inner(&self, map: &'d DeTable<'d>, at: usize, path: String) -> Self {
        Self { text: self.text, map, at, path, asked: RefCell::default() }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn value(&self, key: &'static str) -> Option<Value<'d>> {
        self.asked.borrow_mut().push(key);
        self.map.get(key)
    }

    fn required(&self, key: &'static str) -> Result<Value<'d>, RubricError> {
        self.value(key).ok_or_else(|| self.fault(self.at, key, "缺少这一项 (missing)"))
    }

    fn fault(&self, at: usize, key: &str, message: impl Into<String>) -> RubricError {
        RubricError::new(line(self.text, at), self.path_of(key), message)
    }

    /// What is wrong with the value of `key`.
    pub fn wrong(&self, key: &str, message: impl Into<String>) -> RubricError {
        let at = self.map.get(key).map_or(self.at, |value| value.span().start);
        self.fault(at, key, message)
    }

    /// What is wrong with an item of the list `key`.
    pub fn wrong_item(&self, key: &str, item: Item<'_>, message: impl Into<String>) -> RubricError {
        self.fault(item.at, key, message)
    }

    /// Whether the key is there.
    pub fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// A text that must be there.
    pub fn text(&self, key: &'static str) -> Result<&'d str, RubricError> {
        self.as_text(key, self.required(key)?).map(|item| item.text)
    }

    /// A text that may be there.
    pub fn text_or(&self, key: &'static str, otherwise: &'d str) -> Result<&'d str, RubricError> {
        self.value(key).map_or(Ok(otherwise), |value| self.as_text(key, value).map(|item| item.text))
    }

    fn as_text(&self, key: &str, value: Value<'d>) -> Result<Item<'d>, RubricError> {
        match value.get_ref() {
            DeValue::String(text) => Ok(Item { text: text.as_ref(), at: value.span().start }),
            _ => Err(self.fault(value.span().start, key, "应为文字 (must be a string)")),
        }
    }

    /// Points: a number with or without decimals, exactly as written.
    pub fn points(&self, key: &'static str) -> Result<Decimal, RubricError> {
        let value = self.required(key)?;
        let written = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            DeValue::String(text) => text.as_ref(),
            _ => "",
        };
        points::parse(written).ok_or_else(|| {
            self.fault(
                value.span().start,
                key,
                "应为不超过四位小数的正数 (must be a number with at most four decimals)",
            )
        })
    }

    /// Points that may be left out: then zero.
    pub fn points_or_zero(&self, key: &'static str) -> Result<Decimal, RubricError> {
        if self.has(key) { self.points(key) } else { Ok(points::ZERO) }
    }

    /// A whole number that must be there.
    pub fn count(&self, key: &'static str) -> Result<usize, RubricError> {
        let value = self.required(key)?;
        match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => {
                number.as_str().parse().ok().filter(|&count: &usize| count <= 100_000)
            }
            _ => None,
        }
        .ok_or_else(|| self.fault(value.span().start, key, "应为整数 (must be a whole number)"))
    }

    /// A whole number that may be left out.
    pub fn count_or(&self, key: &'static str, otherwise: usize) -> Result<usize, RubricError> {
        if self.has(key) { self.count(key) } else { Ok(otherwise) }
    }

    /// A list of texts; empty when it is left out.
    pub fn list(&self, key: &'static str) -> Result<Vec<Item<'d>>, RubricError> {
        self.value(key).map_or(Ok(Vec::new()), |value| self.as_list(key, value))
    }

    fn as_list(&self, key: &str, value: Value<'d>) -> Result<Vec<Item<'d>>, RubricError> {
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.fault(value.span().start, key, "应为文字的列表 (must be a list of strings)"));
        };
        items.iter().map(|item| self.as_text(key, item)).collect()
    }

    /// A list of lists of texts; empty when it is left out.
    pub fn lists(&self, key: &'static str) -> Result<Vec<Vec<Item<'d>>>, RubricError> {
        let Some(value) = self.value(key) else {
            return Ok(Vec::new());
        };
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.fault(value.span().start, key, "应为列表的列表 (must be a list of lists)"));
        };
        items.iter().map(|item| self.as_list(key, item)).collect()
    }

    /// The tables of an array; empty when it is left out.
    pub fn tables(&self, key: &'static str) -> Result<Vec<Table<'d>>, RubricError> {
        let Some(value) = self.value(key) else {
            return Ok(Vec::new());
        };
        let wrong = |at| self.fault(at, key, format!("应为表的数组，写作 [[{key}]] (must be an array of tables)"));
        let DeValue::Array(items) = value.get_ref() else {
            return Err(wrong(value.span().start));
        };
        let tables = items.iter().enumerate().map(|(index, item)| match item.get_ref() {
            DeValue::Table(map) => Ok(self.inner(map, item.span().start, format!("{}[{index}]", self.path_of(key)))),
            _ => Err(wrong(item.span().start)),
        });
        tables.collect()
    }

    /// A table that must be there.
    pub fn table(&self, key: &'static str) -> Result<Table<'d>, RubricError> {
        let value = self.required(key)?;
        match value.get_ref() {
            DeValue::Table(map) => Ok(self.inner(map, value.span().start, self.path_of(key))),
            _ => Err(self.fault(value.span().start, key, "应为表 (must be a table)")),
        }
    }

    /// Every key of the table with its list of texts.
    pub fn all_lists(&self) -> Result<Vec<(&'d str, Vec<Item<'d>>)>, RubricError> {
        self.map.iter().map(|(key, value)| Ok((key.get_ref().as_ref(), self.as_list(key.get_ref(), value)?))).collect()
    }

    /// Refuses keys that nothing asked for: a misspelt one would be lost in silence.
    pub fn finish(&self) -> Result<(), RubricError> {
        let asked = self.asked.borrow();
        match self.map.keys().find(|key| !asked.contains(&key.get_ref().as_ref())) {
            Some(key) => Err(self.fault(key.span().start, key.get_ref(), "没有这一项 (unknown key)")),
            None => Ok(()),
        }
    }
}
