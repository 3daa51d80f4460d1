//! Who reports: the organisations in the title, else in the letterhead, else in the signature.

use smallvec::SmallVec;

use super::head::Head;
use super::letterhead::{Letterhead, LineNames};
use super::org::Places;
use super::title::{Title, opening_end};
use super::{Named, Names, chain, org, region, year};
use crate::text::words::Words;

/// Words with which the subject of a title begins.
static SUBJECTS: Words = Words::new(&[
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
]);

/// The pieces of a title that can name who or what it is about, as offsets into the title: before 关于 or the year,
/// between 关于 and the year, and between the year and the subject. `end` is where the first of them ends.
fn name_places(title: &str, end: usize) -> Places {
    let mut places = Places::new();
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
        let subject = SUBJECTS.find(rest).map(|(at, _)| at);
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

/// The words before 关于, the year or the subject of a title, and the organisations that stand there.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    /// Where they end, as an offset into the title.
    pub end: usize,
    /// The organisations, as offsets into the title's flat text.
    pub organisations: Places,
}

impl Opening {
    /// Reads the opening of `title`.
    pub fn of(title: &Title<'_>) -> Self {
        let end = opening_end(title.text());
        Self { end, organisations: org::split(title.flat, title.range.0, title.range.0 + end) }
    }
}

/// Whom a title names.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    title: Title<'a>,
    /// Where names can stand, as offsets into the title.
    places: Places,
    /// The organisations, as offsets into the title's flat text.
    pub organisations: Places,
}

impl<'a> Subject<'a> {
    /// Reads the title, of which the opening is known.
    pub fn of(title: Title<'a>, opening: Opening) -> Self {
        let places = name_places(title.text(), opening.end);
        let behind = || {
            let behind = places.iter().filter(|(from, _)| *from > 0);
            behind.map(|&(from, to)| (title.range.0 + from, title.range.0 + to)).find_map(|(from, to)| {
                let found = org::split(title.flat, from, to);
                let covered: usize = found.iter().map(|&(from, to)| to - from).sum();
                // Only a name that fills its place is one; the words of an opening may be a site's.
                (!found.is_empty() && covered + 3 >= to - from).then_some(found)
            })
        };
        let organisations = Some(opening.organisations).filter(|found| !found.is_empty()).or_else(behind);
        Self { title, organisations: organisations.unwrap_or_default(), places }
    }

    /// The division that the title names without an organisation (青岚县2024年…).
    pub fn place(&self) -> Option<Named> {
        let text = self.title.text();
        let start = self.title.range.0;
        self.places.iter().find_map(|&(from, to)| {
            let parts = chain::chain(&text[from..to])?;
            let (a, b) = region::last_name(&text[from..to], &parts)?;
            Some(self.title.flat.named(start + from + a, start + from + b))
        })
    }

    /// The division before the last in a chain of them.
    pub fn parent(&self) -> Option<&'a str> {
        let text = self.title.text();
        self.places.iter().find_map(|&(from, to)| {
            let place = &text[from..to];
            let parts = chain::chain(place)?;
            let (a, b) = *parts.get(parts.len().checked_sub(2)?)?;
            Some(&place[a..b])
        })
    }
}

/// Who reports. Where the title names a division and no organisation, only an organisation of that division does.
pub(super) fn read(head: Head<'_>, subject: Option<&Subject<'_>>, signatures: &[Named], issuers: &mut Names) {
    if let Some(subject) = subject.filter(|subject| !subject.organisations.is_empty()) {
        let flat = subject.title.flat;
        issuers.extend(subject.organisations.iter().map(|&(from, to)| flat.named(from, to)));
        return;
    }
    let place = subject.and_then(Subject::place);
    let fits = |name: &str| place.as_ref().is_none_or(|place| name.contains(place.text.as_str()));
    let letterhead = Letterhead::of(head, subject.map(|subject| &subject.title));
    let on_line = |&(position, (from, to)): &(usize, (usize, usize))| &head.flat(position).text[from..to];
    let fitting = |names: &LineNames| names.iter().any(|name| fits(on_line(name)));
    let lines = if fitting(&letterhead.official) {
        letterhead.official
    } else if fitting(&letterhead.below) {
        letterhead.below
    } else if signatures.iter().any(|name| fits(&name.text)) {
        for name in signatures {
            add(issuers, &name.text, || name.clone());
        }
        return;
    } else if fitting(&letterhead.plain) {
        letterhead.plain
    } else {
        SmallVec::new()
    };
    for name in &lines {
        let (position, (from, to)) = *name;
        add(issuers, on_line(name), || head.flat(position).named(from, to));
    }
}

/// Adds a name that is not there yet.
fn add(names: &mut Names, text: &str, name: impl FnOnce() -> Named) {
    if !names.iter().any(|known| known.text.as_str() == text) {
        names.push(name());
    }
}
