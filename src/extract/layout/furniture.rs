//! Page numbers and running heads.

use std::collections::BTreeMap;

use super::Sheet;
use super::line::Line;

/// The parts of a page, from above and from below, in which furniture stands.
const OUTER: f32 = 0.15;

/// Outermost lines of a page, above and below, that can be running heads.
const HEADS: usize = 3;

/// A running head stands on this many pages at least.
pub(in crate::extract) const REPEATED: usize = 3;

/// Baselines of running heads differ by fewer points.
const SAME_HEIGHT: f32 = 4.0;

/// A number without anything around it has at most so many digits: 2024 may be text.
const BARE_DIGITS: usize = 3;

/// Takes page numbers and running heads off the pages; gives their text.
pub(super) fn remove(sheets: &mut [Sheet]) -> Vec<String> {
    let mut removed = Vec::new();
    // A number may stand outside a running head or inside it.
    page_numbers(sheets, &mut removed);
    running_heads(sheets, &mut removed);
    page_numbers(sheets, &mut removed);
    removed
}

fn is_outer(sheet: &Sheet, line: &Line) -> bool {
    line.baseline < OUTER * sheet.height || line.baseline > (1.0 - OUTER) * sheet.height
}

fn page_numbers(sheets: &mut [Sheet], removed: &mut Vec<String>) {
    for sheet in sheets {
        let is_number = |sheet: &Sheet, line: &Line| is_outer(sheet, line) && is_page_number(&line.text);
        if sheet.lines.last().is_some_and(|line| is_number(sheet, line)) {
            removed.extend(sheet.lines.pop().map(|line| line.text));
        } else if sheet.lines.first().is_some_and(|line| is_number(sheet, line)) {
            removed.push(sheet.lines.remove(0).text);
        }
    }
}

/// Whether a line is nothing but the number of its page: 1, - 1 -, — 1 —, 第1页, 第1页 共9页, 1/9.
pub(super) fn is_page_number(line: &str) -> bool {
    let text: String = line.chars().filter(|ch| !ch.is_whitespace()).map(half_width).collect();
    let bare = text.trim_matches(|ch: char| "-‐‑‒–—―－─━·•・.~～_|()（）[]【】〔〕<>《》".contains(ch));
    let is_number = |text: &str, digits: usize| {
        (1..=digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_roman = |text: &str| (1..=5).contains(&text.len()) && text.bytes().all(|byte| b"ivxIVX".contains(&byte));
    if bare == text {
        if is_number(bare, BARE_DIGITS) || is_roman(bare) {
            return true;
        }
    } else if is_number(bare, BARE_DIGITS + 1) || is_roman(bare) {
        return true;
    }
    let words = ["第", "页", "共", "/", "of", "Page", "page", ",", "，", "、"];
    let mut rest = bare;
    let (mut numbers, mut named) = (0, false);
    while !rest.is_empty() {
        if let Some(behind) = words.iter().find_map(|word| rest.strip_prefix(word)) {
            named |= !rest.starts_with([',', '，', '、']);
            rest = behind;
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > BARE_DIGITS + 1 {
            return false;
        }
        numbers += 1;
        rest = &rest[digits..];
    }
    named && (1..=2).contains(&numbers)
}

/// Full-width digits as ASCII.
fn half_width(ch: char) -> char {
    match ch {
        '０'..='９' | '／' => char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch),
        _ => ch,
    }
}

/// A place of a line: sheet and line.
type Place = (usize, usize);

fn running_heads(sheets: &mut [Sheet], removed: &mut Vec<String>) {
    if sheets.len() < REPEATED {
        return;
    }
    // The same text, digits left out, with where it stands.
    let mut places: BTreeMap<String, Vec<(f32, Place)>> = BTreeMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let count = sheet.lines.len();
        for (at, line) in sheet.lines.iter().enumerate() {
            let outermost = at < HEADS || at + HEADS >= count;
            if outermost && is_outer(sheet, line) {
                let key = line.text.chars().filter(|ch| !ch.is_ascii_digit() && !ch.is_whitespace()).collect();
                places.entry(key).or_default().push((line.baseline, (index, at)));
            }
        }
    }
    let mut doomed: Vec<Place> = Vec::new();
    for mut group in places.into_values() {
        group.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut rest = group.as_slice();
        while let Some(first) = rest.first() {
            let same = rest.partition_point(|place| place.0 - first.0 < SAME_HEIGHT);
            let pages: Vec<Place> = rest[..same].iter().map(|place| place.1).collect();
            if is_repeated(&pages, sheets.len()) {
                doomed.extend(pages);
            }
            rest = &rest[same..];
        }
    }
    doomed.sort_unstable();
    for (index, at) in doomed.into_iter().rev() {
        removed.push(sheets[index].lines.remove(at).text);
    }
}

/// Whether a line on these pages is a running head: on more than half of all pages, or of those with odd or even numbers.
fn is_repeated(pages: &[Place], total: usize) -> bool {
    let mut sheets: Vec<usize> = pages.iter().map(|place| place.0).collect();
    sheets.sort_unstable();
    sheets.dedup();
    let odd = sheets.iter().filter(|sheet| sheet.is_multiple_of(2)).count();
    let even = sheets.len() - odd;
    let of_side = odd.max(even) >= REPEATED && (2 * odd > total.div_ceil(2) || 2 * even > total / 2);
    sheets.len() >= REPEATED && (2 * sheets.len() > total || of_side)
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn tells_page_numbers() {
        for text in
            ["1", "- 12 -", "— 3 —", "－４－", "第1页", "第 2 页 共 9 页", "1/9", "Page 3 of 9", "·7·", "iv", "—1234—"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "2024", "一", "12件", "第一页", "页", "3.5%", "（一）", "第3条", "1、2、3"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
