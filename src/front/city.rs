//! The level of a 市 that the table of divisions does not know.

use super::place::head_of;
use super::{Level, Names};
use crate::text::Text;
use crate::text::words::Words;

/// Words by a part that all of them have: it is looked for, then what stands before it and behind it.
type Parts = &'static [(&'static str, &'static [(&'static str, &'static str)])];

/// What a city's report speaks of.
const CITY: Parts = &[
    (
        "区",
        &[
            ("县（市、", "）"),
            ("县(市、", ")"),
            ("各县", ""),
            ("县（市）", ""),
            ("各县（", ""),
            ("各", "县"),
            ("县市", ""),
            ("", "（县"),
            ("县（", "）"),
            ("个", "县"),
            ("个县", ""),
            ("", "县"),
            ("设", "的市"),
            ("设", "市"),
        ],
    ),
    ("州市", &[("", "")]),
    ("立法", &[("地方", ""), ("", "计划")]),
    ("规章", &[("政府", "")]),
];

/// What a county-level city's report speaks of.
const COUNTY: Parts = &[
    (
        "镇",
        &[
            ("", "（街道"),
            ("", "(街道"),
            ("", "街"),
            ("各乡", ""),
            ("各", ""),
            ("乡", "（街道"),
            ("乡", "(街道"),
            ("", "、街道"),
            ("", "乡"),
            ("各乡（", ""),
        ],
    ),
    ("市委和市委", &[("", "")]),
];

/// How often such words stand in `text`.
fn count(words: Parts, text: &str) -> i32 {
    let mut count = 0;
    for (part, words) in words {
        for at in memchr::memmem::find_iter(text.as_bytes(), part) {
            let (before, behind) = (&text[..at], &text[at + part.len()..]);
            let stands = |(left, right): &&(&str, &str)| before.ends_with(left) && behind.starts_with(right);
            count += words.iter().filter(stands).count() as i32;
        }
    }
    count
}

/// The level of a 市 that the table does not know, from its superiors and subordinates.
pub(super) fn level_of(text: &Text<'_>, name: &str, recipients: &Names) -> Option<Level> {
    static SUPERIORS: Words = Words::new(&["省委", "省政府", "自治区党委", "自治区政府"]);
    let source = head_of(text.source);
    let (mut city, mut county) = (count(CITY, source), count(COUNTY, source));
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

#[cfg(test)]
mod tests {
    use super::{CITY, COUNTY, Parts, count};

    #[test]
    fn counts_as_searches_for_each_word_do() {
        let words = |parts: Parts| -> Vec<String> {
            let each = |(part, words): &(&str, &[(&str, &str)])| -> Vec<String> {
                words.iter().map(|(left, right)| format!("{left}{part}{right}")).collect()
            };
            parts.iter().flat_map(each).collect()
        };
        let all = [words(CITY), words(COUNTY)].concat().join("，");
        for text in
            ["市委和市委和市委", "市委和市委市委和市委", "各区县的乡镇（街道）和镇街，县（市、区）各镇乡", &all, ""]
        {
            for parts in [CITY, COUNTY] {
                let expected: usize = words(parts).iter().map(|word| text.matches(word.as_str()).count()).sum();
                assert_eq!(count(parts, text), expected as i32, "{text}");
            }
        }
        // A part stands once in each word, so that no word counts twice.
        for (part, words) in CITY.iter().chain(COUNTY) {
            assert!(words.iter().all(|(left, right)| !left.contains(part) && !right.contains(part)), "{part}");
        }
    }
}
