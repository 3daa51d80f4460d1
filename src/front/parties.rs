//! Who receives the report: 主送机关 before the text, 抄送机关 behind it.

use super::Names;
use super::flat::{Flat, Flats, clip, is_longer, trim_marks};
use super::head::{Head, HeadKind, is_running};
use super::org;
use super::title::Title;
use crate::text::words::Words;
use crate::text::{LineKind, Text};

/// Last words of a receiver that is not an organisation by name.
const RECEIVERS: &[&str] = &[
    "单位",
    "部门",
    "机关",
    "中央",
    "国务院",
    "人大",
    "政协",
    "代表大会",
    "企业",
    "会",
    "组",
    "院",
    "处",
    "办",
    "公署",
];
/// Words that make the words before a colon something else.
static LABELS: Words = Words::new(&[
    "来源", "发布", "作者", "编辑", "签发", "时间", "日期", "信息", "公开", "机构", "主题", "责任", "如下", "情况",
    "报告", "审核", "联系", "索引", "附件", "抄", "各位",
]);

/// How far from the start of its line, in bytes, the colon behind the addressees stands.
const COLON: usize = 360;

/// The addressees: the line or lines before the text that end in a colon, or the words before its first colon.
pub(super) fn recipients(head: Head<'_>, title: Option<&Title<'_>>, flats: &mut Flats, names: &mut Names) {
    // On one line with the title.
    if let Some(title) = title.filter(|title| head.lines[title.lines.0].kind == HeadKind::Running)
        && let Some(at) = colon(&title.flat.text[title.range.1..], COLON)
        && addressees(title.flat, title.range.1, title.range.1 + at, names)
    {
        return;
    }
    // A notice's addressee stands before the report's title.
    let first = title.filter(|title| title.lines.0 < head.first_running).map_or(0, |title| title.lines.1 + 1);
    let mut running = 0;
    for position in first..head.lines.len().min(first + 60) {
        if addressed(head, position, flats, names) {
            return;
        }
        running += usize::from(head.lines[position].kind == HeadKind::Running);
        if running > 1 {
            return;
        }
    }
}

/// Reads the addressees that begin on the line `position` and end on it or one of the next two; false when none do.
fn addressed(head: Head<'_>, position: usize, flats: &mut Flats, names: &mut Names) -> bool {
    let mut before = 0;
    for (offset, (line, flat)) in head.texts(position).take(3).enumerate() {
        if line.kind == HeadKind::Furniture {
            return false;
        }
        let Some(colon) = colon(flat.text, COLON.saturating_sub(before)) else {
            // A document number of its own stands above the addressee, not in its name.
            let number = flat.text.ends_with('号') && flat.text.contains(['〔', '[', '［']);
            if offset == 0 && (flat.text.len() > 300 || is_running(flat.text) || number) {
                return false;
            }
            before += flat.text.len();
            continue;
        };
        let rest = flat.text[colon..].trim_start_matches(['：', ':']);
        if !rest.is_empty() && (offset > 0 || !is_running(rest)) {
            return false;
        }
        let lines = &head.lines[position..=position + offset];
        let flat = match offset {
            0 => flat,
            _ => flats.fill(head.source, lines.iter().map(|line| clip(head.source, line.span))),
        };
        return addressees(flat, 0, before + colon, names);
    }
    false
}

/// The place of the first colon before `to`.
fn colon(text: &str, to: usize) -> Option<usize> {
    text.char_indices().take_while(|(at, _)| *at < to).find(|(_, ch)| matches!(ch, '：' | ':')).map(|(at, _)| at)
}

/// Adds the names in `flat.text[begin..to]` when each of them is a receiver; whether they are.
fn addressees(flat: Flat<'_>, begin: usize, to: usize, names: &mut Names) -> bool {
    let text = &flat.text[..to];
    if LABELS.are_in(&text[begin..]) {
        return false;
    }
    let mut start = begin;
    for (at, ch) in text[begin..].char_indices().map(|(at, ch)| (begin + at, ch)).chain([(to, '、')]) {
        // 市人民政府并省司法厅, 市政府并报省司法厅
        if !matches!(ch, '、' | '，' | ',' | '；' | ';' | '并') {
            continue;
        }
        let (mut from, end) = trim_marks(text, start, at.max(start));
        if text[..from].ends_with('并') && text[from..end].starts_with('报') {
            from += '报'.len_utf8();
        }
        start = at + ch.len_utf8();
        if from == end {
            continue;
        }
        let name = &text[from..end];
        let known = org::kind_of(name).is_some()
            || RECEIVERS.iter().any(|word| name.ends_with(word) && name.len() > word.len())
            || matches!(name, "党中央" | "国务院" | "各单位");
        let parts = org::split(flat, from, end);
        let covered: usize = parts.iter().map(|(a, b)| b - a).sum();
        if parts.len() > 1 && covered == end - from {
            names.extend(parts.into_iter().map(|(a, b)| flat.named(a, b)));
        } else if known && !is_longer(name, 30) {
            names.push(flat.named(from, end));
        } else {
            names.clear();
            return false;
        }
    }
    !names.is_empty()
}

/// The first bytes of 抄 and of the marks that may stand before it.
const LABEL_BYTES: [u8; 5] = ["抄".as_bytes()[0], "（".as_bytes()[0], "—".as_bytes()[0], b'(', b'-'];

/// 抄送: and 抄报:, from the line they begin on to the full stop.
pub(super) fn copies(text: &Text<'_>, from_line: usize, flats: &mut Flats, names: &mut Names) {
    for index in from_line..text.lines.len() {
        let line = text.lines[index];
        if line.kind != LineKind::Text || line.span.len() > 2_000 {
            continue;
        }
        // Most lines begin with none of these characters' first bytes.
        let first = text.source.as_bytes()[line.span.start as usize];
        if !LABEL_BYTES.contains(&first) {
            continue;
        }
        if !text.slice(line.span).trim_start_matches(['（', '(', '—', '-']).starts_with('抄') {
            continue;
        }
        let mut flat = flats.fill(text.source, [line.span]);
        let label =
            ["抄送", "抄报"].iter().find(|label| flat.text.trim_start_matches(['（', '(']).starts_with(**label));
        let Some(label) = label else { continue };
        let mut last = index;
        while is_continued(text, flat.text, last) {
            last += 1;
            flat = flats.fill(text.source, text.lines[index..=last].iter().map(|line| line.span));
        }
        let from = flat.text.find(label).map_or(0, |at| at + label.len());
        let rest = flat.text[from..].trim_start_matches("机关").trim_start_matches("单位");
        list(flat, flat.text.len() - rest.len(), names);
    }
}

/// Whether the line behind `last` goes on with a list of copies, `list`, that is not yet closed by 。
fn is_continued(text: &Text<'_>, list: &str, last: usize) -> bool {
    let Some(line) = text.lines.get(last + 1) else { return false };
    if list.len() > 2_000 || line.kind != LineKind::Text || line.span.len() >= 400 {
        return false;
    }
    let content = text.slice(line.span);
    let open = list.ends_with(['、', '，', ',', '：', ':', '；', ';']);
    (open || content.ends_with('。') && !content.starts_with('抄') && !content.contains('年'))
        && !content.contains("印发")
        && !list.contains('。')
        && !list.contains("印发")
}

/// Splits the names of a 抄送 line.
fn list(flat: Flat<'_>, from: usize, names: &mut Names) {
    let text = flat.text;
    let to = text[from..].find('。').map_or(text.len(), |at| from + at);
    let mut depth = 0_i32;
    let mut start = from;
    for (at, ch) in text[from..to].char_indices().map(|(at, ch)| (from + at, ch)).chain([(to, '、')]) {
        match ch {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = (depth - 1).max(0),
            '、' | '，' | ',' | '；' | ';' | '：' | ':' if depth == 0 || at == to => {
                let (a, b) = trim_marks(text, start, at.max(start));
                start = at + ch.len_utf8();
                let name = &text[a..b];
                if name.is_empty() || name.contains("印发") || is_longer(name, 40) {
                    continue;
                }
                let parts = org::split(flat, a, b);
                let covered: usize = parts.iter().map(|(a, b)| b - a).sum();
                if parts.len() > 1 && covered == b - a && flat.cuts().any(|cut| (a + 1..b).contains(&cut)) {
                    names.extend(parts.into_iter().map(|(a, b)| flat.named(a, b)));
                } else {
                    names.push(flat.named(a, b));
                }
            }
            _ => {}
        }
    }
}
