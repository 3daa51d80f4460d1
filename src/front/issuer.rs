//! Who reports: the organisations in the title, else in the letterhead, else in the signature.

use super::date::Tail;
use super::letterhead::Letterhead;
use super::title::{Title, opening_end};
use super::{Named, Names, org, year};

/// Words with which the subject of a title begins.
const SUBJECTS: &[&str] = &[
    "法治",
    "依法行政",
    "依法治",
    "推进",
    "贯彻",
    "落实",
    "加强",
    "深入",
    "普法",
    "全面",
    "履行",
    "党政",
    "工作报告",
    "年度",
    "工作总结",
    "工作情况",
    "的",
    "开展",
    "建设",
];

/// The pieces of a title that can name who or what it is about, as offsets into the title: before 关于 or the year,
/// between 关于 and the year, and between the year and the subject.
pub(super) fn name_places(title: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let end = opening_end(title);
    if end > 0 {
        places.push((0, end));
    }
    let mut at = end;
    while at < title.len() && places.len() < 5 {
        let rest = &title[at..];
        let skip = if rest.starts_with("关于") {
            "关于".len()
        } else if let Some(found) = year::first(rest).filter(|found| found.from == 0) {
            let behind = &rest[found.to..];
            found.to + behind.len() - behind.trim_start_matches("年度").trim_start_matches('年').len()
        } else {
            break;
        };
        at += skip;
        let rest = &title[at..];
        let year = year::first(rest).map(|found| found.from);
        let subject = SUBJECTS.iter().filter_map(|word| rest.find(word)).min();
        let to = at + [year, subject].into_iter().flatten().min().unwrap_or(0);
        if to > at {
            places.push((at, to));
        }
        at = to;
        if year.is_none() {
            break;
        }
    }
    places
}

/// Who reports. Where the title names a division and no organisation, only an organisation of that division does.
pub(super) fn of(title: Option<&Title>, letterhead: &Letterhead, tail: &Tail) -> Names {
    if let Some(title) = title {
        let found = in_title(title);
        if !found.is_empty() {
            return found;
        }
    }
    let place = title.and_then(place_in_title);
    let fits = |names: &[Named]| {
        !names.is_empty()
            && place.as_ref().is_none_or(|place| names.iter().any(|name| name.text.contains(place.text.as_str())))
    };
    let lists = [&letterhead.official, &letterhead.below, &tail.signatures, &letterhead.plain];
    let mut names: Names =
        lists.into_iter().find(|names| fits(names)).map(|names| names.iter().cloned().collect()).unwrap_or_default();
    let mut seen: Vec<String> = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(&name.text);
        seen.push(name.text.clone());
        new
    });
    names
}

/// The organisations in the title.
pub(super) fn in_title(title: &Title) -> Names {
    let text = title.text();
    for (index, (from, to)) in name_places(text).into_iter().enumerate() {
        let (a, b) = (title.range.0 + from, title.range.0 + to);
        let found = org::split(&title.flat, a, b);
        let covered: usize = found.iter().map(|&(from, to)| to - from).sum();
        // Behind 关于 or the year only a name that fills its place is one; the words before may be a site's.
        if !found.is_empty() && (index == 0 && from == 0 || covered + 3 >= b - a) {
            return found.into_iter().map(|(from, to)| title.flat.named(from, to)).collect();
        }
    }
    Names::new()
}

/// The division that a title names without an organisation (青岚县2024年…).
pub(super) fn place_in_title(title: &Title) -> Option<Named> {
    let text = title.text();
    name_places(text).into_iter().find_map(|(from, to)| {
        let parts = super::chain::chain(&text[from..to])?;
        let (a, b) = super::region::last_name(&text[from..to], &parts)?;
        Some(title.flat.named(title.range.0 + from + a, title.range.0 + from + b))
    })
}
