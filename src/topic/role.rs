//! The part a section plays: its own heading says it, or its parent's, or the passage it stands in.

use super::Role;
use crate::outline::{HeadingRole, Outline, PassageRole, ROLE_PARTS, heading_role};
use crate::text::Text;
use crate::text::words::Words;

/// Longest heading below the outermost level, in characters, that may turn the role: 存在的主要问题.
const SHORT: usize = 18;

/// The principal's duty by its name.
const FIRST_RESPONSIBLE: &str = "第一责任人";
/// It, and the words for the principals, whose duties a heading tells of when they fulfil them.
const PRINCIPAL_WORDS: &[&str] = &["主要负责人", "主要负责同志", "主要领导", "党政负责人", FIRST_RESPONSIBLE];
static PRINCIPALS: Words = Words::new(PRINCIPAL_WORDS);
const OTHER: &str = "其他";

/// One of these is in every heading that says anything: most have none of them and need one look.
static CUES: Words = Words::new({
    const LEN: usize = ROLE_PARTS.len() + PRINCIPAL_WORDS.len();
    const ALL: [&str; LEN + 1] = {
        let mut all = [OTHER; LEN + 1];
        let mut at = 0;
        while at < LEN {
            let own = at < ROLE_PARTS.len();
            all[at] = if own { ROLE_PARTS[at] } else { PRINCIPAL_WORDS[at - ROLE_PARTS.len()] };
            at += 1;
        }
        all
    };
    &ALL
});

/// The role of every section, by index.
pub(super) fn roles(text: &Text<'_>, outline: &Outline, roles: &mut Vec<Role>) {
    roles.clear();
    for section in &outline.sections {
        let inherited = match section.parent {
            Some(parent) => Some(roles[parent as usize]),
            None => outline
                .passages
                .iter()
                .rev()
                .find(|passage| passage.span.contains_offset(section.span.start))
                .map(|passage| passage_role(passage.role)),
        };
        let own = own_role(text.slice(section.title), section.level);
        roles.push(match (own, inherited) {
            // Inside a part on shortcomings or plans every heading speaks of them; only the other of the two is news.
            (Some(Role::Duties | Role::Other), Some(role @ (Role::Problems | Role::Plan | Role::ProblemsAndPlan))) => {
                role
            }
            (Some(Role::Problems), Some(Role::Plan)) | (Some(Role::Plan), Some(Role::Problems))
                if section.level > 2 =>
            {
                inherited.unwrap_or(Role::Measures)
            }
            (Some(own), _) => own,
            (None, Some(inherited)) => inherited,
            (None, None) => Role::Measures,
        });
    }
}

fn passage_role(role: PassageRole) -> Role {
    match role {
        PassageRole::Problems => Role::Problems,
        PassageRole::Plan => Role::Plan,
        PassageRole::ProblemsAndPlan => Role::ProblemsAndPlan,
    }
}

/// What a heading says of its own part; `None` when it says nothing.
fn own_role(title: &str, level: u8) -> Option<Role> {
    if !CUES.are_in(title) {
        return None;
    }
    let outermost = level == 1;
    if outermost || title.chars().count() <= SHORT {
        match heading_role(title) {
            HeadingRole::Problems => return Some(Role::Problems),
            HeadingRole::Plan => return Some(Role::Plan),
            HeadingRole::ProblemsAndPlan => return Some(Role::ProblemsAndPlan),
            HeadingRole::Other => {}
        }
    }
    if let Some((_, word)) = PRINCIPALS.find(title)
        && (word == FIRST_RESPONSIBLE
            || title.contains(FIRST_RESPONSIBLE)
            || title.contains("履行") && title.contains("职责"))
    {
        return Some(Role::Duties);
    }
    (outermost && title.contains(OTHER) && (title.contains("情况") || title.contains("事项"))).then_some(Role::Other)
}
