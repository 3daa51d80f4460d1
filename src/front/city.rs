//! The level of a 市 that the table of divisions does not know.

use super::place::{each, head_of};
use super::{Level, Names};
use crate::text::Text;
use crate::text::words::Words;

/// What a city's report speaks of.
static CITY: Words = Words::new(&[
    "县（市、区）",
    "县(市、区)",
    "各县区",
    "县（市）区",
    "各县（区",
    "各区县",
    "县市区",
    "区（县",
    "县（区）",
    "个区县",
    "个县区",
    "区县",
    "设区的市",
    "设区市",
    "州市",
    "地方立法",
    "政府规章",
    "立法计划",
]);

/// What a county-level city's report speaks of.
static COUNTY: Words = Words::new(&[
    "镇（街道",
    "镇(街道",
    "镇街",
    "各乡镇",
    "各镇",
    "乡镇（街道",
    "乡镇(街道",
    "市委和市委",
    "镇、街道",
    "镇乡",
    "各乡（镇",
]);

/// The level of a 市 that the table does not know, from its superiors and subordinates.
pub(super) fn level_of(text: &Text<'_>, name: &str, recipients: &Names) -> Option<Level> {
    static SUPERIORS: Words = Words::new(&["省委", "省政府", "自治区党委", "自治区政府"]);
    let source = head_of(text.source);
    let count = |words: &Words| {
        let mut count = 0;
        each(words, source, |_, _| count += 1);
        count
    };
    let (mut city, mut county) = (count(&CITY), count(&COUNTY));
    // In the first sentences: 在省委、省政府和市委领导下.
    let lead =
        source.find("领导下").and_then(|at| source[..at].rsplit(['，', ',', '。', '\n']).next()).unwrap_or_default();
    if SUPERIORS.are_in(lead) {
        city += 2;
    }
    for recipient in recipients {
        if recipient.text.contains('省') || recipient.text.contains("自治区") {
            city += 5;
        } else if recipient.text.contains("市委") || recipient.text.contains("市人民政府") {
            county += if recipient.text.contains(name) || recipient.text.starts_with('市') { 0 } else { 5 };
        } else if recipient.text.contains("州委") || recipient.text.contains("州人民政府") {
            county += 5;
        }
    }
    match city - county {
        2.. => Some(Level::City),
        ..=-2 => Some(Level::County),
        _ => None,
    }
}
