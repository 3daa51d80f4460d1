//! The metadata block of a web page: 文号, 成文日期 and 发布机构, with values on the label's line or the next one.

use super::Named;
use super::flat::{Flat, Flats};
use super::head::{Head, HeadKind};
use super::org;
use crate::facts::{DocNumber, Facts, PartialDate};
use crate::span::Span;
use crate::text::glyph::Glyphs;
use crate::text::words::Words;

static NUMBER: Words = Words::new(&["发文字号", "发文文号", "公文字号", "公文文号", "文件编号", "文件字号", "文号"]);
static DATE: Words = Words::new(&["成文日期", "成文时间", "制发日期", "印发日期", "签发日期", "发文日期", "生成日期"]);
static OFFICE: Words = Words::new(&["发布机构", "发文机关", "发文单位", "制发机关", "发布单位", "公开主体"]);
/// Labels that end the value before them.
static OTHERS: Words = Words::new(&[
    "索引号",
    "信息索引",
    "主题分类",
    "体裁分类",
    "组配分类",
    "发布日期",
    "发布时间",
    "公开日期",
    "公开方式",
    "公开时限",
    "公开形式",
    "公开范围",
    "公开类别",
    "有效性",
    "公文时效",
    "信息名称",
    "名称",
    "标题",
    "主题词",
    "关键词",
    "内容概述",
    "统一编号",
    "分类",
    "来源",
    "时效",
    "废止日期",
    "生效日期",
    "失效日期",
    "备注",
    "体裁",
    "所属主题",
    "信息来源",
    "公文种类",
    "语种",
    "文种",
]);

/// Labels of a title.
static TITLE: Words = Words::new(&["信息名称", "名称", "标题"]);
/// One of these is in every label whose value is read.
static CUES: Words =
    Words::new(&["文号", "字号", "编号", "日期", "时间", "机构", "机关", "单位", "主体", "名称", "标题"]);

/// What the metadata tells.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// 文号
    pub number: Option<Named>,
    /// 成文日期
    pub date: Option<(PartialDate, Span)>,
    /// 发布机构
    pub office: Option<Named>,
    /// 名称, where the page gives the title nowhere else.
    pub title: Option<Named>,
}

/// The memory for reading a value.
#[derive(Debug, Default)]
pub(super) struct ValueReader {
    facts: Facts,
    glyphs: Glyphs,
    flats: Flats,
}

impl Meta {
    /// Reads the metadata in `head`.
    pub fn of(head: Head<'_>, reader: &mut ValueReader) -> Self {
        let mut meta = Self::default();
        let source = head.source;
        for (position, (line, flat)) in head.texts(0).enumerate() {
            if line.kind == HeadKind::Running || flat.text.len() > 1_200 || !CUES.are_in(flat.text) {
                continue;
            }
            let value = |labels: &Words| value(flat, labels).or_else(|| next_line(head, position, labels));
            if meta.number.is_none()
                && let Some(span) = value(&NUMBER)
            {
                reader.scan(source, span);
                meta.number =
                    reader.facts.doc_numbers.first().map(|found| number(source, found, span.start, &mut reader.flats));
            }
            if meta.date.is_none()
                && let Some(span) = value(&DATE)
            {
                reader.scan(source, span);
                meta.date = reader
                    .facts
                    .dates
                    .first()
                    .filter(|found| found.date.year.is_some() && found.date.month.is_some())
                    .map(|found| (found.date, found.span));
            }
            if meta.office.is_none()
                && let Some(span) = value(&OFFICE)
            {
                let flat = reader.flats.fill(source, [span]);
                meta.office = org::split(flat, 0, flat.text.len()).first().map(|&(from, to)| flat.named(from, to));
            }
            if meta.title.is_none()
                && line.kind == HeadKind::Furniture
                && let Some(span) = value(&TITLE)
            {
                let flat = reader.flats.fill(source, [span]);
                let keyed = flat.text.contains("法治") || flat.text.contains("依法行政");
                meta.title = (keyed && flat.text.ends_with("报告")).then(|| flat.named(0, flat.text.len()));
            }
        }
        meta
    }
}

impl ValueReader {
    /// Reads the facts of one piece of a line.
    fn scan(&mut self, source: &str, span: Span) {
        self.facts.clear();
        self.glyphs.fill(source, span, &[]);
        self.facts.scan(source, &self.glyphs, &[], 16);
    }
}

/// The document number without layout. `from` is where its value or line begins: what stands between, when it is a few
/// characters, belongs to the agency's code, which may begin like a word (将…委〔2025〕5号).
pub(super) fn number(source: &str, found: &DocNumber, from: u32, flats: &mut Flats) -> Named {
    let before = &source[from.min(found.span.start) as usize..found.span.start as usize];
    let code = before.chars().count() <= 3
        && before.chars().all(crate::text::blank::is_han)
        && !matches!(before, "文号" | "编号" | "字号");
    let start = if code { from.min(found.span.start) } else { found.span.start };
    let flat = flats.fill(source, [Span::new(start, found.span.end)]);
    flat.named(0, flat.text.len())
}

/// Where the value behind one of `labels` stands in the line.
fn value(flat: Flat<'_>, labels: &Words) -> Option<Span> {
    let (at, label) = labels.find(flat.text)?;
    let (from, to) = value_range(flat, at + label.len())?;
    (to > from).then(|| flat.span(from, to))
}

/// The value that begins behind `at`: up to the next label or separator. `None` when no label stands there but a word.
fn value_range(flat: Flat<'_>, at: usize) -> Option<(usize, usize)> {
    let text = flat.text;
    let rest = &text[at..];
    let trimmed = rest.trim_start_matches(is_separator);
    let from = text.len() - trimmed.len();
    let separated = from > at || rest.is_empty() || flat.is_cut(at);
    let labels = [&NUMBER, &DATE, &OFFICE, &OTHERS];
    let next = labels.iter().filter_map(|labels| labels.find(trimmed)).map(|(at, _)| at).min().unwrap_or(trimmed.len());
    // 云政发[2024]3号: a bracket before a digit belongs to the value.
    let bar = trimmed.find(['|', '｜', '[', '【']).filter(|&at| {
        let behind = trimmed[at..].strip_prefix(['[', '【']);
        !behind.is_some_and(|behind| behind.starts_with(|ch: char| ch.is_ascii_digit()))
    });
    let to = from + next.min(bar.unwrap_or(next));
    separated.then_some((from, to))
}

fn is_separator(ch: char) -> bool {
    matches!(ch, ':' | '：' | ']' | '】' | '|' | '｜' | '•' | '·' | '-')
}

/// The value on the line behind a label that stands alone on its line.
fn next_line(head: Head<'_>, position: usize, labels: &Words) -> Option<Span> {
    let text = head.flat(position).text.trim_matches(is_separator).trim_matches(['[', '【', '*', '■']);
    if !labels.list().contains(&text) {
        return None;
    }
    let next = head.lines.get(position + 1)?;
    let content = head.flat(position + 1).text;
    let start = content.trim_start_matches(is_separator);
    let labelled = [&NUMBER, &DATE, &OFFICE, &OTHERS].iter().any(|labels| labels.start_of(start).is_some());
    (next.kind != HeadKind::Running && !labelled && content.len() < 120).then_some(next.span)
}
