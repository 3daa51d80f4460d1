//! stub
use super::Outline;
use crate::limits::Limits;
use crate::text::Text;
pub(super) fn build(text: &Text<'_>, limits: &Limits, outline: &mut Outline) {
    let _ = (text, limits, outline);
}
