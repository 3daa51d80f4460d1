//! The level of a 市 that the table of divisions does not know.

use super::place::head_of;
use super::{Level, Names};
use crate::text::Text;
use crate::text::words::{Cues, Words, words_of};

/// What a city's report speaks of.
const CITY: &[&str] = &[
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
];

/// What a county-level city's report speaks of.
const COUNTY: &[&str] = &[
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
];

/// How often the words of [`CITY`] and those of [`COUNTY`] stand in `source`.
fn counts(source: &str) -> (i32, i32) {
    const LISTS: &[&[&str]] = &[CITY, COUNTY];
    static CUES: Cues<[(&str, u64); words_of(LISTS)]> = Cues::of(LISTS);
    let (mut city, mut county) = (0, 0);
    // The only word that can begin inside of itself: it does not count there.
    let (again, mut behind) = ("市委和市委", 0);
    CUES.each(source, |at, word, lists| {
        if word == again {
            if at < behind {
                return;
            }
            behind = at + again.len();
        }
        city += (lists & 1) as i32;
        county += (lists >> 1) as i32;
    });
    (city, county)
}

/// The level of a 市 that the table does not know, from its superiors and subordinates.
pub(super) fn level_of(text: &Text<'_>, name: &str, recipients: &Names) -> Option<Level> {
    static SUPERIORS: Words = Words::new(&["省委", "省政府", "自治区党委", "自治区政府"]);
    let source = head_of(text.source);
    let (mut city, mut county) = counts(source);
    // In the first sentences: 在省委、省政府和市委领导下.
    let lead = memchr::memmem::find(source.as_bytes(), "领导下".as_bytes())
        .and_then(|at| source[..at].rsplit(['，', ',', '。', '\n']).next())
        .unwrap_or_default();
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
