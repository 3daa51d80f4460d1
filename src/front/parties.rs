//! Who receives the report: 主送机关 before the text, 抄送机关 behind it.

use super::Names;
use super::flat::{Flat, clip, trim_marks};
use super::head::{Head, HeadKind, is_running};
use super::org;
use super::title::Title;
use crate::span::Span;
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
const LABELS: &[&str] = &[
    "来源", "发布", "作者", "编辑", "签发", "时间", "日期", "信息", "公开", "机构", "主题", "责任", "如下", "情况",
    "报告", "审核", "联系", "索引", "附件", "抄", "各位",
];

/// The addressees: the line or lines before the text that end in a colon, or the words before its first colon.
pub(super) fn recipients(source: &str, head: &Head, title: Option<&Title>) -> Names {
    // A notice's addressee stands before the report's title.
    let first = title.filter(|title| title.lines.0 < head.first_running()).map_or(0, |title| title.lines.1 + 1);
    let mut running = 0;
    for position in first..head.lines.len().min(first + 60) {
        let line = &head.lines[position];
        if line.kind != HeadKind::Furniture {
            for last in position..(position + 3).min(head.lines.len()) {
                if head.lines[position..=last].iter().any(|line| line.kind == HeadKind::Furniture) {
                    break;
                }
                let flat = Flat::of(source, head.lines[position..=last].iter().map(|line| clip(source, line.span)));
                let Some(colon) = flat.text.find(['：', ':']).filter(|&colon| colon < 360) else {
                    if is_running(&line.flat.text) || line.flat.text.len() > 300 {
                        break;
                    }
                    continue;
                };
                let rest = flat.text[colon..].trim_start_matches(['：', ':']);
                if (rest.is_empty() || last == position && is_running(rest))
                    && let Some(found) = addressees(&flat, colon)
                {
                    return found;
                }
                break;
            }
        }
        running += usize::from(line.kind == HeadKind::Running);
        if running > 1 {
            break;
        }
    }
    Names::new()
}

/// The names in `flat.text[..to]` when each of them is a receiver.
fn addressees(flat: &Flat, to: usize) -> Option<Names> {
    let text = &flat.text[..to];
    if LABELS.iter().any(|label| text.contains(label)) {
        return None;
    }
    let mut names = Names::new();
    let mut start = 0;
    for (at, ch) in text.char_indices().chain([(to, '、')]) {
        if !matches!(ch, '、' | '，' | ',' | '；' | ';') {
            continue;
        }
        let (from, end) = trim_marks(text, start, at.max(start));
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
        } else if known && name.chars().count() <= 30 {
            names.push(flat.named(from, end));
        } else {
            return None;
        }
    }
    (!names.is_empty()).then_some(names)
}

/// 抄送: and 抄报:, from the line they begin on to the full stop.
pub(super) fn copies(text: &Text<'_>, from_line: usize) -> Names {
    let mut names = Names::new();
    for index in from_line..text.lines.len() {
        let line = text.lines[index];
        if line.kind != LineKind::Text || line.span.len() > 2_000 {
            continue;
        }
        let content = text.slice(line.span);
        if !content.trim_start_matches(['（', '(', '—', '-']).starts_with('抄') {
            continue;
        }
        let mut spans = vec![line.span];
        let mut last = index;
        let mut flat = Flat::of(text.source, spans.iter().copied());
        let label =
            ["抄送", "抄报"].iter().find(|label| flat.text.trim_start_matches(['（', '(']).starts_with(**label));
        let Some(label) = label else { continue };
        while let Some(next) = continued(text, &flat, last) {
            spans.push(text.lines[next].span);
            last = next;
            flat = Flat::of(text.source, spans.iter().copied());
        }
        let from = flat.text.find(label).map_or(0, |at| at + label.len());
        let rest = flat.text[from..].trim_start_matches("机关").trim_start_matches("单位");
        let from = flat.text.len() - rest.len();
        list(&flat, from, &mut names);
    }
    names
}

/// The line that goes on with a list of copies that is not yet closed by 。
fn continued(text: &Text<'_>, flat: &Flat, last: usize) -> Option<usize> {
    if flat.text.contains('。') || flat.text.contains("印发") || flat.text.len() > 2_000 {
        return None;
    }
    let next = last + 1;
    let line: (Span, LineKind) = text.lines.get(next).map(|line| (line.span, line.kind))?;
    let content = text.slice(line.0);
    let open = flat.text.ends_with(['、', '，', ',', '：', ':', '；', ';']);
    let fits = line.1 == LineKind::Text && !content.contains("印发") && line.0.len() < 400;
    (fits && (open || content.ends_with('。') && !content.starts_with('抄') && !content.contains('年'))).then_some(next)
}

/// Splits the names of a 抄送 line.
fn list(flat: &Flat, from: usize, names: &mut Names) {
    let text = flat.text.as_str();
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
                if name.is_empty() || name.contains("印发") || name.chars().count() > 40 {
                    continue;
                }
                let parts = org::split(flat, a, b);
                let covered: usize = parts.iter().map(|(a, b)| b - a).sum();
                if parts.len() > 1 && covered == b - a && flat.cuts.iter().any(|cut| (a + 1..b).contains(cut)) {
                    names.extend(parts.into_iter().map(|(a, b)| flat.named(a, b)));
                } else {
                    names.push(flat.named(a, b));
                }
            }
            _ => {}
        }
    }
}
