//! The division reported on and its level: from the organisations, the title, else from the body.

use super::org::{self, OrgKind};
use super::title::Title;
use super::{Level, Named, Names, chain, divisions, issuer, place};
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

/// Reads the division from the names, the title and the body, in this order.
pub(super) fn of(
    text: &Text<'_>,
    title: Option<&Title>,
    issuers: &Names,
    recipients: &Names,
    office: Option<&Named>,
) -> Region {
    let mut region = Region::default();
    let mut department = false;
    let mut own_word = None;
    // A title that names the place and nobody who reports outranks the letterhead.
    if let Some(title) = title.filter(|title| issuer::in_title(title).is_empty())
        && let Some(name) = issuer::place_in_title(title)
    {
        region.level = level_in_title(title, &name);
        region.name = Some(name);
    }
    for issuer in issuers {
        let Some(kind) = org::kind_of(&issuer.text).filter(|_| region.name.is_none()) else { continue };
        department |= kind == OrgKind::Department;
        let first = issuer.text.chars().next();
        own_word = own_word.or_else(|| first.filter(|ch| place::LEVELS.iter().any(|(word, _)| word.starts_with(*ch))));
        from_name(&mut region, issuer, kind);
    }
    if region.name.is_none()
        && let Some(name) = title.and_then(issuer::place_in_title)
    {
        region.name = Some(name);
    }
    let voice = place::voice(text);
    if region.name.is_none() {
        let word = own_word.or(voice.division);
        region.name = place::in_body(text, word, recipients);
        if let Some(name) = &region.name {
            region.level = divisions::level_of(&name.text, None);
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
        region.level = place::level_of_city(text, &name.text, recipients);
    }
    region
}

/// The division in an organisation's name.
fn from_name(region: &mut Region, name: &Named, kind: OrgKind) {
    let parts = org::divisions_of(&name.text, kind);
    let Some((from, to)) = last_name(&name.text, &parts) else { return };
    let own = &name.text[from..to];
    let parent = parts.len().checked_sub(2).map(|at| &name.text[parts[at].0..parts[at].1]);
    region.level = if divisions::is_zone(own) { None } else { divisions::level_of(own, parent) };
    // Layout may stand inside the name, so that its place cannot be counted from the start; the whole name's place serves.
    let span = if name.span.len() == name.text.len() {
        Span::new(name.span.start + from as u32, name.span.start + to as u32)
    } else {
        name.span
    };
    region.name = Some(Named { text: own.to_owned(), span });
}

fn level_in_title(title: &Title, name: &Named) -> Option<Level> {
    if divisions::is_zone(&name.text) {
        return None;
    }
    let text = title.text();
    let parent = issuer::name_places(text).into_iter().find_map(|(from, to)| {
        let place = &text[from..to];
        let parts = chain::chain(place)?;
        let at = parts.len().checked_sub(2)?;
        Some(&place[parts[at].0..parts[at].1])
    });
    divisions::level_of(&name.text, parent)
}
