//! What a page says of its article: title, date and source.

use html5ever::tokenizer::Tag;

use super::elements::{Role, attribute};
use super::page::Page;
use super::paragraphs::{Line, lines};
use crate::extract::document::Metadata;

/// Lines of a page in which its title and the line with date and source are looked for.
const LINES: usize = 300;

/// Longest value, in characters.
const LONGEST: usize = 200;

/// What the names of `meta` elements tell: those that government sites must carry first, then others that are usual.
const NAMES: [(&str, Field); 11] = [
    ("articletitle", Field::Title),
    ("pubdate", Field::Published),
    ("contentsource", Field::Source),
    ("title", Field::Title),
    ("og:title", Field::Title),
    ("publishdate", Field::Published),
    ("publishtime", Field::Published),
    ("firstpublishedtime", Field::Published),
    ("article:published_time", Field::Published),
    ("source", Field::Source),
    ("og:article:author", Field::Source),
];

/// Before a visible date or source, with a colon behind.
const VISIBLE: [(&str, Field); 14] = [
    ("发布时间", Field::Published),
    ("发布日期", Field::Published),
    ("发文日期", Field::Published),
    ("更新时间", Field::Published),
    ("信息时间", Field::Published),
    ("时间", Field::Published),
    ("日期", Field::Published),
    ("信息来源", Field::Source),
    ("文章来源", Field::Source),
    ("稿件来源", Field::Source),
    ("新闻来源", Field::Source),
    ("稿源", Field::Source),
    ("来源", Field::Source),
    ("发布机构", Field::Source),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Published,
    Source,
}

/// What a page declares in its head.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// By the order of [`NAMES`].
    values: [Option<String>; NAMES.len()],
    title: String,
}

impl Declared {
    /// Reads a `meta` element.
    pub fn meta(&mut self, tag: &Tag) {
        let name = attribute(tag, "name").or_else(|| attribute(tag, "property")).unwrap_or_default();
        let Some(place) = NAMES.iter().position(|(known, _)| name.trim_ascii().eq_ignore_ascii_case(known)) else {
            return;
        };
        if self.values[place].is_none() {
            self.values[place] = attribute(tag, "content").and_then(tidy);
        }
    }

    /// Reads a part of the page's title.
    pub fn page_title(&mut self, text: &str) {
        if self.title.len() < LONGEST * 4 {
            self.title.push_str(text);
        }
    }

    fn value(&self, field: Field) -> Option<String> {
        let values = NAMES.iter().zip(&self.values);
        values.filter(|((_, of), _)| *of == field).find_map(|(_, value)| value.clone())
    }
}

/// What a page says of its article: as declared, else as it can be seen.
pub(super) fn metadata(page: &Page) -> Metadata {
    let declared = &page.declared;
    let mut metadata = Metadata {
        title: declared.value(Field::Title),
        published: declared.value(Field::Published),
        source: declared.value(Field::Source),
    };
    if metadata.title.is_none() {
        // The page's title goes on with the names of column and site.
        let whole = declared.title.trim();
        let first = whole.split(['_', '|', '｜']).next().unwrap_or_default();
        let first = first.split(" - ").next().unwrap_or_default();
        metadata.title = heading(page).or_else(|| tidy(first));
    }
    if metadata.published.is_none() || metadata.source.is_none() {
        let lines = lines(page, 0..page.nodes.len() as u32, 0).lines;
        let visible = |field| lines.iter().take(LINES).find_map(|line| visible(line, field));
        metadata.published =
            metadata.published.or_else(|| visible(Field::Published).filter(|date| date.starts_with("20")));
        metadata.source = metadata.source.or_else(|| visible(Field::Source));
    }
    metadata
}

/// The first heading of the first level, even if it stands in the page's header.
fn heading(page: &Page) -> Option<String> {
    let headings = page.nodes.iter().enumerate().filter(|(_, node)| node.role == Role::Heading(1));
    headings.take(LINES).find_map(|(index, _)| tidy(&page.short_text(index)))
}

/// What a line says behind a label, up to a blank or bar.
fn visible(line: &Line, field: Field) -> Option<String> {
    let labels = VISIBLE.iter().filter(|(_, of)| *of == field);
    labels.filter(|_| line.text.len() < LONGEST * 4).find_map(|(label, _)| {
        let value = line.text[line.text.find(label)? + label.len()..].trim_start();
        let value = value.strip_prefix(['：', ':'])?.trim_start();
        let dated = field == Field::Published;
        let end = value.find(|ch: char| {
            let in_date = ch.is_ascii_digit() || "-/.:：年月日时分秒 ".contains(ch);
            if dated { !in_date } else { ch.is_whitespace() || "|｜【[（(".contains(ch) }
        });
        let value = tidy(&value[..end.unwrap_or(value.len())])?;
        // What follows without a blank is the next label.
        let next =
            ["发布时间", "发布日期", "时间：", "日期：", "作者", "浏览", "点击", "字号", "字体", "阅读", "责任编辑"];
        let end = next.iter().filter_map(|next| value.find(next)).min().unwrap_or(value.len());
        tidy(&value[..end])
    })
}

/// A value without blanks around it and doubled ones within; `None` for nothing or what is too long to be one.
fn tidy(value: &str) -> Option<String> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty() && value.chars().count() <= LONGEST).then_some(value)
}
