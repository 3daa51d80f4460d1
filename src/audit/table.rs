//! To be written.

use super::figure::Figures;
use super::{Check, Evidence};

pub(super) fn check(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, checks: &mut Vec<Check>) {
    let _ = (evidence, figures, checks);
}
