//! What the body tells of the place: how it speaks of itself (我县, 我局), which name it uses, and the level of a 市.

use smallvec::SmallVec;

use super::flat::{in_title, is_longer};
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
    static OWN: Words = Words::new(&["县", "区", "市", "镇", "乡", "街", "旗", "州", "盟", "省"]);
    // 全省首家, 全市第一: the rank among others says nothing of one's own.
    static RANKS: Words =
        Words::new(&["首", "率先", "第", "前", "推广", "领先", "先进", "唯一", "优秀", "最", "试点", "通报", "典型"]);
    let source = head_of(source);
    let mut counts = [0_u32; LEVELS.len()];
    let mut department = 0;
    let mut own = 0;
    for (word, weight) in [("我", 4), ("本", 4), ("全", 1)] {
        for at in memchr::memmem::find_iter(source.as_bytes(), word) {
            let rest = &source[at + word.len()..];
            if let Some(level) = OWN.start_of(rest) {
                if word == "全" && RANKS.start_of(&rest[level.len()..]).is_some() {
                    continue;
                }
                if let Some(index) = LEVELS.iter().position(|(word, _)| word.starts_with(level)) {
                    counts[index] += weight;
                    own += u32::from(word != "全");
                }
            } else if word != "全" && DEPARTMENTS.start_of(rest).is_some() {
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

/// How often one of `words` stands in `text`.
fn count(words: &[&str], text: &str) -> usize {
    words.iter().map(|word| memchr::memmem::find_iter(text.as_bytes(), word).count()).sum()
}

/// The division whose committee and government the text names most: 县 for 县委、县政府.
fn offices(source: &str) -> Option<char> {
    const OFFICES: &[(&[&str], char)] = &[
        (&["县委", "县政府"], '县'),
        (&["区委", "区政府"], '区'),
        (&["旗委", "旗政府"], '旗'),
        (&["镇党委", "镇政府"], '镇'),
        (&["乡党委", "乡政府"], '乡'),
    ];
    let best = OFFICES.iter().map(|(words, word)| (count(words, source), *word)).max_by_key(|(count, _)| *count)?;
    (best.0 >= 2).then_some(best.1)
}

/// The level that 我县 and the like tell.
pub(super) fn level_of_word(word: char) -> Option<Level> {
    LEVELS.iter().find(|(name, _)| name.starts_with(word)).and_then(|(_, level)| *level)
}

/// What a name is the beginning of: an office, a document, the short form in brackets.
static PARTS: Words = Words::new(&[
    "委",
    "人民政府",
    "政府",
    "党委",
    "党工委",
    "办事处",
    "法治",
    "党政",
    "司法局",
    "20",
    "各级",
    "（以下",
    "(以下",
    "行政",
]);

/// What goes on a clause whose subject has reported.
pub(super) static VERBS: Words = Words::new(&[
    "坚持", "以", "在", "认真", "深入", "全面", "紧紧", "始终", "扎实", "严格", "按照", "把", "积极", "持续", "聚焦",
    "围绕", "推进", "推动", "高度", "切实", "将", "紧扣", "不断", "牢牢", "根据", "对标", "立足", "着力", "贯彻",
    "落实", "依法", "大力", "强化", "结合", "锚定", "突出",
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
    "把握",
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
    "对照",
    "依据",
    "执行",
    "践行",
    "服务",
    "支持",
    "学习",
    "传达",
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

/// The endings of names in a body.
const ENDS: [&str; 10] = ["县", "区", "市", "旗", "州", "盟", "镇", "乡", "省", "街道"];

/// How high a division stands whose name begins or ends in `end`: a report's own is never above what it calls itself.
fn height(end: char) -> u8 {
    match end {
        '省' => 3,
        '市' | '州' | '盟' => 2,
        '县' | '区' | '旗' => 1,
        _ => 0,
    }
}

/// The name the body uses of its own division; `word` is what it calls it (县 of 我县).
pub(super) fn in_body(text: &Text<'_>, word: Option<char>, recipients: &Names, votes: &mut Vec<Vote>) -> Option<Named> {
    let called = |end: &&str| word.is_none_or(|word| end.starts_with(word));
    votes.clear();
    let body = Body::of(text, recipients);
    ENDS.iter().filter(|end| called(end)).for_each(|end| body.vote(end, &PARTS, votes));
    // Once in passing is not enough; a name of another sort than the text's own word must stand at the top.
    elect(text, votes, 2).or_else(|| {
        let above = |end: &str| word.zip(end.chars().next()).is_some_and(|(word, end)| height(end) > height(word));
        ENDS.iter().filter(|end| !called(end) && !above(end)).for_each(|end| body.vote(end, &PARTS, votes));
        elect(text, votes, 8).or_else(|| {
            // 印发《青岚县林业局普法计划》: the names of departments tell the place where nothing else does.
            votes.clear();
            let own = |end: &&&str| called(end) && !matches!(**end, "省" | "盟");
            ENDS.iter().filter(own).for_each(|end| body.vote(end, &chain::DEPARTMENTS, votes));
            elect(text, votes, 2)
        })
    })
}

/// The name that weighs most, if it weighs `least`; of several, the first.
fn elect(text: &Text<'_>, votes: &mut Vec<Vote>, least: u32) -> Option<Named> {
    votes.sort_unstable_by(|a, b| text.slice(a.span).cmp(text.slice(b.span)).then(a.span.cmp(&b.span)));
    votes.dedup_by(|later, first| {
        let same = text.slice(later.span) == text.slice(first.span);
        first.weight += if same { later.weight } else { 0 };
        same
    });
    let best = votes.iter().max_by_key(|vote| (vote.weight, u32::MAX - vote.span.start))?;
    (best.weight >= least).then(|| Named { text: text.slice(best.span).into(), span: best.span })
}

/// The lines of a text as far as they are read for its place.
struct Body<'a> {
    text: &'a Text<'a>,
    recipients: &'a Names,
    /// How far is read, in bytes.
    end: usize,
    /// The first three lines of running text, which weigh more: where they begin.
    lead: SmallVec<[u32; 3]>,
}

impl<'a> Body<'a> {
    fn of(text: &'a Text<'a>, recipients: &'a Names) -> Self {
        let lines = &text.lines[..text.lines.partition_point(|line| line.span.start as usize <= REACH)];
        let running =
            lines.iter().filter(|line| line.kind == LineKind::Text && super::head::is_running(text.slice(line.span)));
        let lead = running.take(3).map(|line| line.span.start).collect();
        let end = lines.last().map_or(0, |line| line.span.end as usize);
        Self { text, recipients, end, lead }
    }

    /// Adds the votes for names that end in `end` and go on with one of `parts`.
    fn vote(&self, end: &str, parts: &Words, votes: &mut Vec<Vote>) {
        let source = &self.text.source[..self.end];
        for at in memchr::memmem::find_iter(source.as_bytes(), end) {
            let follows = &source[at + end.len()..];
            let goes_on = parts.start_of(follows).is_some() || VERBS.start_of(follows).is_some();
            if !follows.starts_with('2') && !goes_on {
                continue;
            }
            let line = self.text.lines.partition_point(|line| line.span.start as usize <= at);
            let Some(line) = line.checked_sub(1).map(|line| self.text.lines[line]) else { continue };
            if line.kind != LineKind::Text {
                continue;
            }
            let content = self.text.slice(line.span);
            let to = at + end.len() - line.span.start as usize;
            let Some(from) = name_before(content, to) else { continue };
            let span = Span::new(line.span.start + from as u32, line.span.start + to as u32);
            if self.recipients.iter().any(|recipient| recipient.span.contains_offset(span.start)) {
                continue;
            }
            let lead = self.lead.iter().position(|&start| start == line.span.start);
            let known = 1 + u32::from(divisions::is_known(&content[from..to]));
            // The subject of the lead sentence is who reports: 2023年，长汐街道办事处坚持…
            let subject = lead == Some(0) && opens_a_clause(&content[..from]);
            let weight = if lead.is_some() { 4 * known } else { known };
            votes.push(Vote { span, weight: weight + if subject { SUBJECT } else { 0 } });
        }
    }
}

/// Where the name begins that ends at `end` and stands where a report names its own place.
fn name_before(line: &str, end: usize) -> Option<usize> {
    /// 政府采购网: an office that serves all below it.
    static NOT_OWN: Words = Words::new(&["以上", "以下", "政府和", "政府采购", "政府信息"]);
    let follows = &line[end..];
    if NOT_OWN.start_of(follows).is_some() || superior(follows) || line[..end].ends_with('省') && in_title(&line[..end])
    {
        return None;
    }
    // Where the characters before the end begin, the last one first.
    let starts = line[..end].char_indices().rev().take_while(|(_, ch)| blank::is_han(*ch));
    let window: SmallVec<[usize; LONGEST + 6]> = starts.map(|(at, _)| at).take(LONGEST + 6).collect();
    let known = window.iter().rev().copied().find(|&from| divisions::is_known(&line[from..end]));
    // A known name of two characters may be the end of an unknown longer one.
    let short = known.is_some_and(|from| !is_longer(&line[from..end], 2));
    let formed = if known.is_none() || short { by_form(line, window.last().copied(), end) } else { None };
    match (known, formed) {
        (Some(known), Some(formed)) if formed < known && !is_longer(&line[formed..end], 4) => Some(formed),
        (known, formed) => known.or(formed),
    }
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

/// Whether a word that can stand before names is part of one: 白和镇, 经济开发区.
fn is_in_name(word: &str, before: &str, behind: &str) -> bool {
    match word {
        "和" => {
            let mut stem = before.chars();
            let one =
                stem.next().is_some_and(|ch| !ENDS.iter().any(|end| end.starts_with(ch))) && stem.next().is_none();
            one && ENDS.contains(&behind)
        }
        "经" => behind.starts_with(['济', '开']),
        _ => false,
    }
}

/// Where an unknown name that ends at `end` begins.
fn by_form(line: &str, first: Option<usize>, end: usize) -> Option<usize> {
    /// 自治区, 特别行政区 without a name; 治县 of 依法治县.
    static NO_STEMS: Words = Words::new(&["自治", "特别行政", "治"]);
    static OTHERS: Words = Words::new(&[
        "各", "全", "我", "本", "该", "地区", "社区", "辖区", "城区", "园区", "景区", "试点", "示范", "管理", "执法",
        "报告", "总结", "汇报", "审查", "城市", "其中", "乡镇", "县区", "市区", "省市", "县市", "基层",
    ]);
    // Behind the last word that stands before names.
    let window = first?;
    let mut from = window;
    for words in [&VERBS, &BEFORE] {
        let mut at = window;
        while let Some((offset, word)) = words.find(&line[at..end]) {
            let found = at + offset;
            if !is_in_name(word, &line[from.min(found)..found], &line[found + word.len()..end]) {
                from = from.max(found + word.len());
            }
            at = found + word.chars().next().map_or(1, char::len_utf8);
        }
    }
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
    let named = (2..=longest).contains(&count) && NO_STEMS.start_of(own).is_none() && !OTHERS.are_in(own);
    (named && from + b == end).then_some(from + a)
}

/// The part of a text that is read for its place.
pub(super) fn head_of(source: &str) -> &str {
    &source[..source.floor_char_boundary(REACH)]
}
