//! What the body tells of the place: how it speaks of itself (我县, 我局), which name it uses, and the level of a 市.

use std::collections::HashMap;

use super::{Level, Named, Names, chain, divisions};
use crate::span::Span;
use crate::text::{LineKind, Text, blank};

/// Words for one's own division and the level they tell; a 市 may be of either level.
pub(super) const LEVELS: &[(&str, Option<Level>)] = &[
    ("县", Some(Level::County)),
    ("区", Some(Level::County)),
    ("市", None),
    ("镇", Some(Level::Township)),
    ("乡", Some(Level::Township)),
    ("街道", Some(Level::Township)),
    ("旗", Some(Level::County)),
    ("州", Some(Level::City)),
    ("盟", Some(Level::City)),
    ("省", Some(Level::Province)),
];

/// Words for one's own department.
const DEPARTMENTS: &[&str] = &["局", "厅", "委", "办", "部", "院", "中心", "队", "站", "单位", "公司", "校"];

/// Longest name looked for, in characters.
const LONGEST: usize = 8;
/// How much of a text is read for its place, in bytes; reports are a tenth of it.
const REACH: usize = 300_000;

/// How the text speaks of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Voice {
    /// The word for its own division: 县 of 我县.
    pub division: Option<char>,
    /// Whether it speaks as a department (我局).
    pub department: bool,
}

/// Counts 我县, 全县, 我局 and the like.
pub(super) fn voice(text: &Text<'_>) -> Voice {
    let source = head_of(text.source);
    let mut counts = [0_u32; 10];
    let mut department = 0;
    let mut own = 0;
    for (pattern, weight) in [('我', 4_u32), ('本', 4), ('全', 1)] {
        for (at, _) in source.match_indices(pattern) {
            let rest = &source[at + pattern.len_utf8()..];
            if let Some(index) = LEVELS.iter().position(|(word, _)| rest.starts_with(word)) {
                counts[index] += weight;
                own += u32::from(pattern != '全');
            } else if pattern != '全' && DEPARTMENTS.iter().any(|word| rest.starts_with(word)) {
                department += weight;
            }
        }
    }
    let best = counts.iter().enumerate().max_by_key(|(index, count)| (**count, usize::MAX - index));
    let (division, count) = best.map_or((None, 0), |(index, &count)| (LEVELS[index].0.chars().next(), count));
    // 全省 once may speak of the superior, 全镇 may not.
    let sure = own > 0 || count > 1 || matches!(division, Some('镇' | '乡' | '街'));
    Voice {
        division: division.filter(|_| sure).or_else(|| offices(source)),
        department: department > 0 && department * 2 >= count,
    }
}

/// The division whose committee and government the text names most: 县 for 县委、县政府.
fn offices(source: &str) -> Option<char> {
    const OFFICES: &[(&str, &str, char)] = &[
        ("县委", "县政府", '县'),
        ("区委", "区政府", '区'),
        ("旗委", "旗政府", '旗'),
        ("镇党委", "镇政府", '镇'),
        ("乡党委", "乡政府", '乡'),
    ];
    let count = |word: &str| source.matches(word).count();
    let best = OFFICES
        .iter()
        .map(|(party, government, word)| (count(party) + count(government), *word))
        .max_by_key(|(count, _)| *count)?;
    (best.0 >= 2).then_some(best.1)
}

/// The level that 我县 and the like tell.
pub(super) fn level_of_word(word: char) -> Option<Level> {
    LEVELS.iter().find(|(name, _)| name.starts_with(word)).and_then(|(_, level)| *level)
}

/// What follows a name in its own report.
const FOLLOWERS: &[&str] = &[
    "委",
    "人民政府",
    "政府",
    "党委",
    "党工委",
    "办事处",
    "坚持",
    "以",
    "在",
    "认真",
    "深入",
    "全面",
    "紧紧",
    "始终",
    "扎实",
    "严格",
    "按照",
    "把",
    "积极",
    "持续",
    "聚焦",
    "围绕",
    "法治",
    "党政",
    "推进",
    "推动",
    "高度",
    "切实",
    "司法局",
    "20",
    "各级",
    "将",
    "紧扣",
    "不断",
    "牢牢",
    "根据",
    "对标",
    "立足",
    "着力",
    "贯彻",
    "落实",
    "依法",
    "（以下",
    "(以下",
    "行政",
    "大力",
    "强化",
    "结合",
    "锚定",
    "突出",
];

/// Words that stand before a name and are no part of it.
const BEFORE: &[&str] = &[
    "中共",
    "年以来",
    "以来",
    "代表",
    "现将",
    "将",
    "在",
    "由",
    "为",
    "对",
    "年",
    "和",
    "与",
    "及",
    "于",
    "是",
    "把",
    "以",
    "向",
    "到",
    "经",
    "按照",
    "落实",
    "贯彻",
    "推动",
    "根据",
    "关于",
    "召开",
    "主持",
    "提请",
    "印发",
    "制定",
    "出台",
    "听取",
    "审议",
    "报送",
    "邀请",
    "组织",
    "协助",
    "配合",
    "承办",
    "争取",
    "荣获",
    "接受",
    "成立",
    "设立",
    "建立",
    "完善",
    "推进",
    "建设",
    "并",
    "等",
    "从",
    "使",
    "了",
    "的",
    "促进",
    "保障",
    "加快",
    "打造",
    "创建",
    "平安",
];

/// Votes for the subject of the lead sentence.
const SUBJECT: u32 = 12;

/// Whether a name behind `before` begins a clause.
fn opens_a_clause(before: &str) -> bool {
    before.is_empty() || before.ends_with(['，', ',', '。', '：', ':', '年']) || before.ends_with("以来")
}

/// The name the body uses of its own division; `word` is what it calls it (县 of 我县).
pub(super) fn in_body(text: &Text<'_>, word: Option<char>, recipients: &Names) -> Option<Named> {
    let mut votes: HashMap<&str, (u32, Span)> = HashMap::new();
    let mut lines = 0;
    for line in text.lines.iter().filter(|line| line.kind == LineKind::Text) {
        if line.span.start as usize > REACH {
            break;
        }
        let content = text.slice(line.span);
        let running = super::head::is_running(content);
        lines += u32::from(running);
        let weight = if running && lines <= 3 { 4 } else { 1 };
        for (name, at) in names_in(content) {
            let start = line.span.start + at as u32;
            if recipients.iter().any(|recipient| recipient.span.contains_offset(start)) {
                continue;
            }
            let known = 1 + u32::from(divisions::is_known(name));
            // The subject of the lead sentence is who reports: 2023年，长汐街道办事处坚持…
            let subject = running && lines == 1 && opens_a_clause(&content[..at]);
            let vote = weight * known + if subject { SUBJECT } else { 0 };
            votes.entry(name).or_insert((0, Span::new(start, start + name.len() as u32))).0 += vote;
        }
    }
    let called = |name: &str| word.is_none_or(|word| name.ends_with(word) || word == '街' && name.ends_with("街道"));
    let best = |fits: &dyn Fn(&str, u32) -> bool| {
        let fitting = votes.iter().filter(|(name, (votes, _))| fits(name, *votes));
        fitting
            .max_by_key(|(_, (votes, span))| (*votes, u32::MAX - span.start))
            .map(|(name, (_, span))| Named { text: (*name).to_owned(), span: *span })
    };
    // Once in passing is not enough; a name of another sort than the text's own word must stand at the top.
    best(&|name, votes| votes > 1 && called(name)).or_else(|| best(&|_, votes| votes >= 8))
}

/// The names in a line that stand where a report names its own place, each with its offset.
fn names_in(line: &str) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut run = 0; // where the run of Chinese characters began
    let mut starts: Vec<usize> = Vec::new();
    for (at, ch) in line.char_indices() {
        if !blank::is_han(ch) {
            run = at + ch.len_utf8();
            starts.clear();
            continue;
        }
        starts.push(at);
        let end = match ch {
            '县' | '区' | '市' | '旗' | '州' | '盟' | '镇' | '乡' | '省' => at + ch.len_utf8(),
            '道' if line[run..at].ends_with('街') => at + ch.len_utf8(),
            _ => continue,
        };
        let follows = &line[end..];
        let dated = follows.starts_with("2") || FOLLOWERS.iter().any(|word| follows.starts_with(word));
        if !dated
            || follows.starts_with("以上")
            || follows.starts_with("以下")
            || follows.starts_with("政府和")
            || superior(follows)
        {
            continue;
        }
        let window = &starts[starts.len().saturating_sub(LONGEST + 6)..];
        let known = window.iter().copied().find(|&from| divisions::is_known(&line[from..end]));
        // A known name of two characters may be the end of an unknown longer one.
        let short = known.is_some_and(|from| line[from..end].chars().count() == 2);
        let formed = if known.is_none() || short { by_form(line, window, end) } else { None };
        let from = match (known, formed) {
            (Some(known), Some(formed)) if formed < known && line[formed..end].chars().count() <= 4 => Some(formed),
            (known, formed) => known.or(formed),
        };
        if let Some(from) = from
            && !["在", "受"].iter().any(|word| line[..from].ends_with(word) && superior(follows))
        {
            found.push((&line[from..end], from));
        }
    }
    found
}

/// 市委、市政府的坚强领导下: the name before is the superior's.
fn superior(follows: &str) -> bool {
    if !["委", "党委", "政府", "人民政府", "各级"].iter().any(|word| follows.starts_with(word)) {
        return false;
    }
    let near: String =
        follows.chars().take(24).take_while(|ch| !matches!(ch, '。' | '；' | '，' | ',' | '在')).collect();
    ["领导下", "指导下", "支持下"].iter().any(|word| near.contains(word))
}

/// Where an unknown name that ends at `end` begins.
fn by_form(line: &str, starts: &[usize], end: usize) -> Option<usize> {
    let text = &line[starts.first().copied()?..end];
    let offset = end - text.len();
    // Behind the last word that stands before names, as long as a stem is left.
    let from =
        BEFORE.iter().filter_map(|word| text.rfind(word).map(|at| offset + at + word.len())).max().unwrap_or(offset);
    let name = &line[from..end];
    let parts = chain::chain(name)?;
    let &(a, b) = parts.last()?;
    let own = &name[a..b];
    let count = own.chars().count();
    let longest = if own.ends_with("自治县") || own.ends_with("自治州") || own.ends_with("自治旗") {
        16
    } else {
        LONGEST
    };
    let plain = ![
        "各", "全", "我", "本", "该", "地区", "社区", "辖区", "城区", "园区", "景区", "试点", "示范", "管理", "执法",
        "城市", "乡镇", "县区", "市区", "省市", "县市", "基层",
    ]
    .iter()
    .any(|word| own.contains(word));
    ((2..=longest).contains(&count) && plain && from + b == end).then_some(from + a)
}

/// The level of a 市 that the table does not know, from its superiors and subordinates.
pub(super) fn level_of_city(text: &Text<'_>, name: &str, recipients: &Names) -> Option<Level> {
    let source = head_of(text.source);
    let count = |words: &[&str]| words.iter().map(|word| source.matches(word).count() as i32).sum::<i32>();
    let mut city = count(&[
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
    let mut county = count(&[
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
    // In the first sentences: 在省委、省政府和市委领导下.
    let lead =
        source.find("领导下").and_then(|at| source[..at].rsplit(['，', ',', '。', '\n']).next()).unwrap_or_default();
    if ["省委", "省政府", "自治区党委", "自治区政府"].iter().any(|word| lead.contains(word)) {
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

fn head_of(source: &str) -> &str {
    let mut end = source.len().min(REACH);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    &source[..end]
}
