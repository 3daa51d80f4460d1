//! The division reported on and its level: from the organisations, the title, else from the body.

use super::head::Head;
use super::issuer::Subject;
use super::org::{self, OrgKind};
use super::place::{self, Vote};
use super::{Level, Named, Names, city, divisions, opening};
use crate::span::Span;
use crate::text::Text;

/// A division and its level, as far as the text tells.
#[derive(Debug, Default)]
pub(super) struct Region {
    /// The division's own name.
    pub name: Option<Named>,
    /// The level of the reporting body.
    pub level: Option<Level>,
}

/// The name that a chain of divisions ends in, as offsets. A zone keeps the divisions before it, as part of its name.
pub(super) fn last_name(text: &str, parts: &[(usize, usize)]) -> Option<(usize, usize)> {
    let &(from, to) = parts.last()?;
    if divisions::is_zone(&text[from..to]) {
        return parts.first().map(|first| (first.0, to));
    }
    Some((from, to))
}

/// Reads the division from the title, the names and the body, in this order.
pub(super) fn of(
    text: &Text<'_>,
    head: Head<'_>,
    subject: Option<&Subject<'_>>,
    issuers: &Names,
    recipients: &Names,
    office: Option<&Named>,
    votes: &mut Vec<Vote>,
) -> Region {
    let mut region = Region::default();
    let mut department = false;
    let mut own_word = None;
    // A title that names the place and nobody who reports outranks the letterhead.
    if let Some(subject) = subject.filter(|subject| subject.organisations.is_empty())
        && let Some(name) = subject.place()
    {
        if !divisions::is_zone(&name.text) {
            region.level = divisions::level_of(&name.text, subject.parent());
        }
        region.name = Some(name);
    }
    let opening = (region.name.is_none() && issuers.is_empty()).then(|| opening::subject(head)).flatten();
    for issuer in issuers.iter().chain(&opening) {
        if region.name.is_some() {
            break;
        }
        let name = issuer.text.as_str();
        let first = name.chars().next();
        own_word = own_word.or_else(|| first.filter(|ch| place::LEVELS.iter().any(|(word, _)| word.starts_with(*ch))));
        let Some(kind) = org::kind_of(name) else { continue };
        department |= kind == OrgKind::Department;
        from_name(&mut region, issuer, kind);
    }
    if region.name.is_none() {
        region.name = subject.and_then(Subject::place);
    }
    if region.name.is_none() {
        let voice = place::voice(text.source);
        let word = own_word.or(voice.division);
        region.name = place::in_body(text, word, recipients, votes);
        if let Some(name) = &region.name {
            let zone = divisions::is_zone(&name.text);
            region.level = if zone { None } else { divisions::level_of(&name.text, None) };
        } else {
            region.level = word.and_then(place::level_of_word);
            let kind = office.and_then(|office| Some((office, org::kind_of(&office.text)?)));
            if let Some((office, kind)) = kind {
                from_name(&mut region, office, kind);
                department |= kind == OrgKind::Department && voice.department;
            }
        }
        department |= issuers.is_empty() && voice.department;
    }
    if department {
        region.level = Some(Level::Department);
    } else if let Some(name) = region.name.as_ref().filter(|name| region.level.is_none() && name.text.ends_with('市'))
    {
        region.level = city::level_of(text, &name.text, recipients);
    }
    region
}

/// The division in an organisation's name.
fn from_name(region: &mut Region, name: &Named, kind: OrgKind) {
    let text = name.text.as_str();
    let parts = org::divisions_of(text, kind);
    let Some((from, to)) = last_name(text, &parts) else { return };
    let own = &text[from..to];
    let parent = parts.len().checked_sub(2).map(|at| &text[parts[at].0..parts[at].1]);
    region.level = if divisions::is_zone(own) { None } else { divisions::level_of(own, parent) };
    // Layout may stand inside the name, so that its place cannot be counted from the start; the whole name's place serves.
    let span = if name.span.len() == text.len() {
        Span::new(name.span.start + from as u32, name.span.start + to as u32)
    } else {
        name.span
    };
    region.name = Some(Named { text: own.into(), span });
}
