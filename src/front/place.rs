//! What the body tells of the place: how it speaks of itself (我县, 我局), which name it uses, and the level of a 市.

use smallvec::SmallVec;

use super::{Level, Named, Names, chain, divisions};
use crate::span::Span;
use crate::text::words::Words;
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
static DEPARTMENTS: Words = Words::new(&["局", "厅", "委", "办", "部", "院", "中心", "队", "站", "单位", "公司", "校"]);

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
pub(super) fn voice(source: &str) -> Voice {
    static OWN: Words = Words::new(&["我", "本", "全"]);
    let source = head_of(source);
    let mut counts = [0_u32; LEVELS.len()];
    let mut department = 0;
    let mut own = 0;
    each(&OWN, source, |at, word| {
        let rest = &source[at + word.len()..];
        let whole = word == "全";
        let weight = if whole { 1 } else { 4 };
        if let Some(index) = LEVELS.iter().position(|(word, _)| rest.starts_with(word)) {
            counts[index] += weight;
            own += u32::from(!whole);
        } else if !whole && DEPARTMENTS.start_of(rest).is_some() {
            department += weight;
        }
    });
    let best = counts.iter().enumerate().max_by_key(|(index, count)| (**count, usize::MAX - index));
    let (division, count) = best.map_or((None, 0), |(index, &count)| (LEVELS[index].0.chars().next(), count));
    // 全省 once may speak of the superior, 全镇 may not.
    let sure = own > 0 || count > 1 || matches!(division, Some('镇' | '乡' | '街'));
    Voice {
        division: division.filter(|_| sure).or_else(|| offices(source)),
        department: department > 0 && department * 2 >= count,
    }
}

/// Calls `found` for every place where one of `words` stands, the first of the list that does; overlapping ones too.
pub(super) fn each(words: &Words, text: &str, mut found: impl FnMut(usize, &'static str)) {
    let mut from = 0;
    while let Some((at, word)) = words.find(&text[from..]) {
        found(from + at, word);
        from += at + word.chars().next().map_or(1, char::len_utf8);
    }
}

/// The division whose committee and government the text names most: 县 for 县委、县政府.
fn offices(source: &str) -> Option<char> {
    const DIVISIONS: [char; 5] = ['县', '区', '旗', '镇', '乡'];
    static OFFICES: Words =
        Words::new(&["县委", "县政府", "区委", "区政府", "旗委", "旗政府", "镇党委", "镇政府", "乡党委", "乡政府"]);
    let mut counts = [0; DIVISIONS.len()];
    each(&OFFICES, source, |_, word| {
        if let Some(index) = DIVISIONS.iter().position(|division| word.starts_with(*division)) {
            counts[index] += 1;
        }
    });
    let (index, count) = counts.into_iter().enumerate().max_by_key(|(_, count)| *count)?;
    (count >= 2).then_some(DIVISIONS[index])
}

/// The level that 我县 and the like tell.
pub(super) fn level_of_word(word: char) -> Option<Level> {
    LEVELS.iter().find(|(name, _)| name.starts_with(word)).and_then(|(_, level)| *level)
}

/// What follows a name in its own report.
static FOLLOWERS: Words = Words::new(&[
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
]);

/// Words that stand before a name and are no part of it; longer ones before those they begin with.
static BEFORE: Words = Words::new(&[
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
]);

/// Votes for the subject of the lead sentence.
const SUBJECT: u32 = 12;

/// Whether a name behind `before` begins a clause.
fn opens_a_clause(before: &str) -> bool {
    before.is_empty() || before.ends_with(['，', ',', '。', '：', ':', '年']) || before.ends_with("以来")
}

/// How much a name in the body counts for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vote {
    span: Span,
    weight: u32,
}

/// The name the body uses of its own division; `word` is what it calls it (县 of 我县).
pub(super) fn in_body(text: &Text<'_>, word: Option<char>, recipients: &Names, votes: &mut Vec<Vote>) -> Option<Named> {
    votes.clear();
    let mut lines = 0;
    for line in text.lines.iter().filter(|line| line.kind == LineKind::Text) {
        if line.span.start as usize > REACH {
            break;
        }
        let content = text.slice(line.span);
        // Only the first lines of running text weigh more than others.
        let running = lines <= 3 && super::head::is_running(content);
        lines += u32::from(running);
        let weight = if running && lines <= 3 { 4 } else { 1 };
        each_name(content, |from, to| {
            let span = Span::new(line.span.start + from as u32, line.span.start + to as u32);
            if recipients.iter().any(|recipient| recipient.span.contains_offset(span.start)) {
                return;
            }
            let known = 1 + u32::from(divisions::is_known(&content[from..to]));
            // The subject of the lead sentence is who reports: 2023年，长汐街道办事处坚持…
            let subject = running && lines == 1 && opens_a_clause(&content[..from]);
            votes.push(Vote { span, weight: weight * known + if subject { SUBJECT } else { 0 } });
        });
    }
    votes.sort_unstable_by(|a, b| text.slice(a.span).cmp(text.slice(b.span)).then(a.span.cmp(&b.span)));
    votes.dedup_by(|later, first| {
        let same = text.slice(later.span) == text.slice(first.span);
        first.weight += if same { later.weight } else { 0 };
        same
    });
    let called = |name: &str| word.is_none_or(|word| name.ends_with(word) || word == '街' && name.ends_with("街道"));
    let best = |fits: &dyn Fn(&Vote) -> bool| {
        let fitting = votes.iter().filter(|vote| fits(vote));
        fitting
            .max_by_key(|vote| (vote.weight, u32::MAX - vote.span.start))
            .map(|vote| Named { text: text.slice(vote.span).into(), span: vote.span })
    };
    // Once in passing is not enough; a name of another sort than the text's own word must stand at the top.
    best(&|vote| vote.weight > 1 && called(text.slice(vote.span))).or_else(|| best(&|vote| vote.weight >= 8))
}

/// Finds the names in a line that stand where a report names its own place; each as offsets.
fn each_name(line: &str, mut found: impl FnMut(usize, usize)) {
    static ENDS: Words = Words::new(&["县", "区", "市", "旗", "州", "盟", "镇", "乡", "省", "街道"]);
    each(&ENDS, line, |at, word| {
        let end = at + word.len();
        let follows = &line[end..];
        let dated = follows.starts_with('2') || FOLLOWERS.start_of(follows).is_some();
        if !dated
            || follows.starts_with("以上")
            || follows.starts_with("以下")
            || follows.starts_with("政府和")
            || superior(follows)
        {
            return;
        }
        // Where the characters before the end begin, the last one first.
        let starts = line[..end].char_indices().rev().take_while(|(_, ch)| blank::is_han(*ch));
        let window: SmallVec<[usize; LONGEST + 6]> = starts.map(|(at, _)| at).take(LONGEST + 6).collect();
        let known = window.iter().rev().copied().find(|&from| divisions::is_known(&line[from..end]));
        // A known name of two characters may be the end of an unknown longer one.
        let short = known.is_some_and(|from| line[from..end].chars().count() == 2);
        let formed = if known.is_none() || short { by_form(line, window.last().copied(), end) } else { None };
        let from = match (known, formed) {
            (Some(known), Some(formed)) if formed < known && line[formed..end].chars().count() <= 4 => Some(formed),
            (known, formed) => known.or(formed),
        };
        if let Some(from) = from {
            found(from, end);
        }
    });
}

/// 市委、市政府的坚强领导下: the name before is the superior's.
fn superior(follows: &str) -> bool {
    static OFFICES: Words = Words::new(&["委", "党委", "政府", "人民政府", "各级"]);
    static LEADING: Words = Words::new(&["领导下", "指导下", "支持下"]);
    if OFFICES.start_of(follows).is_none() {
        return false;
    }
    let near = follows.char_indices().take(24).find(|(_, ch)| matches!(ch, '。' | '；' | '，' | ',' | '在'));
    let end = near.or_else(|| follows.char_indices().nth(24)).map_or(follows.len(), |(at, _)| at);
    LEADING.are_in(&follows[..end])
}

/// Where an unknown name that ends at `end` begins.
fn by_form(line: &str, first: Option<usize>, end: usize) -> Option<usize> {
    static OTHERS: Words = Words::new(&[
        "各", "全", "我", "本", "该", "地区", "社区", "辖区", "城区", "园区", "景区", "试点", "示范", "管理", "执法",
        "城市", "乡镇", "县区", "市区", "省市", "县市", "基层",
    ]);
    // Behind the last word that stands before names, as long as a stem is left.
    let mut from = first?;
    let window = from;
    each(&BEFORE, &line[window..end], |at, word| from = from.max(window + at + word.len()));
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
    ((2..=longest).contains(&count) && !OTHERS.are_in(own) && from + b == end).then_some(from + a)
}

/// The part of a text that is read for its place.
pub(super) fn head_of(source: &str) -> &str {
    let mut end = source.len().min(REACH);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    &source[..end]
}
