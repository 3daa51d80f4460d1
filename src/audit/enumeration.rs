//! A number of things announced, and the list of them: “四办”服务(…), 四种方式：…, 甲、乙、丙三个环节, 三年行动（2023—2025年）.

mod number;
mod series;
mod window;

use smallvec::{SmallVec, smallvec};

use super::figure::Figures;
use super::listing::{self, Listing};
use super::{Check, CheckKind, Evidence, Verdict};
use crate::phrase::{Phrase, phrase};
use crate::span::Span;
use crate::text::glyph::{Glyph, Glyphs};
use crate::text::numeral::{han_digit, is_numeral};
use crate::text::words::Words;

/// Whether `ch` is a measure word of things that are listed by name.
fn is_measure(ch: char) -> bool {
    matches!(ch, '个' | '种' | '项' | '类' | '大' | '条' | '级' | '步' | '支' | '张' | '道' | '方' | '环' | '阶')
}

/// Longest way back to a list's 、 that is looked for, in characters.
const BACK: usize = listing::REACH + 1;

/// Acts: a name with one of them is no name, and the number behind it counts something else.
static ACTS: Words = Words::new(&[
    "组建", "设立", "建立", "成立", "开展", "实现", "推进", "推出", "制定", "出台", "完成", "形成", "建成", "配备",
    "新增", "设置", "推动", "加快", "落实", "打造", "培育", "提供", "解决", "发现", "整改", "涉及", "覆盖", "印发",
    "召开", "举办", "组织", "梳理", "公布", "报送", "选派", "聘请", "联系", "走访", "引进", "提出", "列出", "修订",
    "收集", "办理", "受理", "分别", "合力", "下设", "共有", "共同",
]);

/// What stands around a number.
struct Reader<'e, 't, 'a> {
    evidence: &'e Evidence<'t, 'a>,
    glyphs: &'e Glyphs,
    /// The paragraph behind it.
    next: Option<Span>,
}

/// A number that announces a list.
#[derive(Clone, Copy)]
struct Announcement {
    /// Index of the number's first character.
    from: usize,
    /// Index behind the number.
    to: usize,
    count: usize,
}

pub(super) fn check(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, glyphs: &mut Glyphs, checks: &mut Vec<Check>) {
    let text = evidence.text;
    let plain = &figures.texts.plain;
    let mut numbers = figures.texts.numbers.as_slice();
    for (index, paragraph) in text.paragraphs.iter().enumerate() {
        let start = plain.edge(paragraph.span.start);
        numbers = &numbers[numbers.iter().take_while(|&&at| at < start).count()..];
        let Some(&first) = numbers.first() else { break };
        let end = plain.edge(paragraph.span.end);
        if first >= end {
            continue;
        }
        let words = plain.between(start, end);
        let own = numbers.iter().take_while(|&&at| at < end).count();
        let gaps = text.gaps_of(paragraph);
        let mut window = window::Window::default();
        // How many characters of the window stand before a number is counted on from the one before.
        let (mut bytes, mut from) = (0, 0);
        for number in numbers[..own].iter().filter_map(|at| number::read(words, (at - start) as usize)) {
            // Only what stands around such a number is read as characters.
            if number.at >= window.serves {
                window = window::around(words, number.at);
                let mut span = paragraph.span;
                if window.start > 0 {
                    span.start = plain.source(start + window.start as u32);
                }
                if window.end < words.len() {
                    span.end = plain.source(start + window.end as u32);
                }
                let inside = |at: u32| gaps.partition_point(|gap| gap.start < at);
                glyphs.fill(text.source, span, &gaps[inside(span.start)..inside(span.end)]);
                (bytes, from) = (window.start, 0);
            }
            from += words[bytes..number.at].chars().count();
            bytes = number.at;
            let next = text.paragraphs.get(index + 1).map(|next| next.span);
            let announcement = Announcement { from, to: from + number.len, count: number.count };
            checks.extend(Reader { evidence, glyphs, next }.find(announcement));
        }
    }
}

impl Reader<'_, '_, '_> {
    /// Whether the paragraph behind it begins with 二是 or the like.
    fn is_continued(&self) -> bool {
        let mut marker = self.next.map_or("", |next| self.evidence.text.slice(next)).trim_start().chars();
        marker.next().is_some_and(|ch| han_digit(ch).is_some())
            && marker.next().is_some_and(|ch| matches!(ch, '是' | '要'))
    }

    fn items(&self) -> &[Glyph] {
        self.glyphs.items()
    }

    fn ch(&self, index: usize) -> char {
        self.items().get(index).map_or('\0', |glyph| glyph.ch)
    }

    fn has(&self, index: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, ch)| self.ch(index + offset) == ch)
    }

    fn words(&self, from: usize, to: usize) -> Phrase<256> {
        let mut words = Phrase::new();
        self.items()[from..to.max(from)].iter().for_each(|glyph| words.push(glyph.ch));
        words
    }

    fn find(&self, announcement: Announcement) -> Option<Check> {
        let Announcement { from, to, .. } = announcement;
        if self.ch(to) == '年' {
            return self.years(announcement);
        }
        let quoted = from > 0 && matches!(self.ch(from - 1), '“' | '"' | '‘');
        if quoted { self.named(announcement) } else { self.measured(announcement) }
    }

    /// “四办”服务(…), “三项制度”，即…, …“三公开”, “三减”行动，砍掉…14个、….
    fn named(&self, announcement: Announcement) -> Option<Check> {
        let Announcement { from, to, .. } = announcement;
        let quote = (to..(to + 10).min(self.items().len())).find(|&at| matches!(self.ch(at), '”' | '"' | '’'))?;
        let name = self.words(to, quote);
        if name.is_empty()
            || name.chars().any(|ch| is_numeral(ch) || ch.is_ascii_alphanumeric() || matches!(ch, '、' | '，' | '+'))
        {
            return None;
        }
        let stated = self.glyphs.span(from, quote);
        if let Some((listing, sure)) = self.list_behind(quote + 1) {
            return self.judge(announcement, stated, &listing, sure && self.ch(from) != '双');
        }
        if from > 1 && !matches!(self.ch(from - 2), '(' | '“' | '、') {
            let before = self.list_before(from - 1).map(|(listing, _)| listing);
            if let Some(listing) = before.filter(|listing| listing.may_be(announcement.count) && !listing.loose) {
                return self.judge(announcement, stated, &listing, false);
            }
        }
        self.figures_behind(announcement, stated, quote + 1)
    }

    /// 四种方式：…, …四种方式, …三级….
    fn measured(&self, announcement: Announcement) -> Option<Check> {
        let Announcement { from, to, count } = announcement;
        if !is_measure(self.ch(to)) || self.ch(to + 1).is_ascii_digit() || self.ch(from) == '双' {
            return None;
        }
        // 二级单位 is a rank; two levels are 两级.
        if self.ch(from) == '二' && self.ch(from + 1) == '级' {
            return None;
        }
        let stated = self.glyphs.span(from, to + 1);
        if let Some(check) = self.items_behind(announcement, stated) {
            return Some(check);
        }
        if let Some((listing, sure)) = self.list_behind(to + 1) {
            // A bracket behind a plain number may hold other names of the same things.
            let bracketed = self.items()[to..]
                .iter()
                .take(14)
                .find(|glyph| matches!(glyph.ch, '(' | '：' | ':' | '，' | ','))
                .is_some_and(|glyph| glyph.ch == '(');
            let close = listing.names.len() > 2 && listing.nearest(count).abs_diff(count) == 1;
            return self.judge(announcement, stated, &listing, sure && (!bracketed || close));
        }
        let before = from.checked_sub(1)?;
        if number::begins_anew(self.ch(before)) {
            return None;
        }
        let (listing, sure) = self.list_before(from)?;
        let certain = match sure {
            Edge::Closed => true,
            Edge::Open | Edge::Comma if listing.joins > 0 => false,
            Edge::Open => {
                listing.names.len() > 2
                    && listing.longest() <= 10
                    && listing.is_even(self.items())
                    && listing.names.len().abs_diff(count) <= 2
            }
            Edge::Comma => {
                listing.names.len() > count
                    && listing.names.len() - count <= 2
                    && count > 2
                    && listing.longest() <= 8
                    && listing.is_even(self.items())
            }
        };
        if !certain && !listing.may_be(count) {
            return None;
        }
        self.judge(announcement, stated, &listing, certain)
    }

    fn judge(&self, announcement: Announcement, stated: Span, listing: &Listing, sure: bool) -> Option<Check> {
        let count = announcement.count;
        let listed = listing.nearest(count);
        let numbered = listing
            .names
            .iter()
            .any(|&(from, to)| self.items()[from..to].iter().any(|glyph| glyph.ch.is_ascii_digit()));
        if listing.names.len() + listing.joins < 2 {
            return None;
        }
        let (verdict, explanation) = if listed == count && !listing.loose {
            (Verdict::Consistent, phrase!("称", count, "项，列举", listed, "项，相符"))
        } else if sure && !listing.loose && !numbered && listed != count {
            (Verdict::Inconsistent, phrase!("称", count, "项，而所列为", listed, "项，请核对"))
        } else {
            return None;
        };
        let mut spans: SmallVec<[Span; 16]> = smallvec![stated];
        spans.extend(listing.spans(self.glyphs));
        let mut check = Check::new(CheckKind::Enumeration, verdict, &spans, explanation);
        check.stated = Some(phrase!(count));
        check.computed = Some(phrase!(listed));
        check.formula = phrase!(listed, " ", if verdict == Verdict::Consistent { "=" } else { "≠" }, " ", count);
        check.reading = Some("所列即所称的全部".into());
        Some(check)
    }

    /// The list behind a name that ends before `at`: a noun, then 即, ：, 分别是 or a bracket. Whether it is all.
    fn list_behind(&self, at: usize) -> Option<(Listing, bool)> {
        const INTRODUCTIONS: &[&str] = &[
            "，即",
            ",即",
            "即",
            "：即",
            ":即",
            "：",
            ":",
            "，分别是",
            ",分别是",
            "，分别为",
            ",分别为",
            "分别是",
            "分别为",
            "，也就是",
            "，包括",
            ",包括",
            "包括",
        ];
        let items = self.items();
        let limit = (at + 12).min(items.len());
        let mark = (at..limit).find(|&at| {
            matches!(self.ch(at), '(' | '，' | ',' | '：' | ':' | '。' | '；' | ';' | '、' | '“' | '《' | ')' | '”')
                || self.has(at, "即")
                || self.has(at, "分别")
                || self.has(at, "包括")
        })?;
        if self.ch(mark) == '(' {
            let close = listing::close(items, mark)?;
            let words = self.words(mark + 1, close);
            static NO_LIST: Words = Words::new(&[
                "牵头", "负责", "除", "含", "见", "详", "如", "不", "下同", "以下", "简称", "例", "共", "区间", "责任",
                "配合", "主办",
            ]);
            let listing = listing::read(items, mark + 1, close);
            // 9个县(市、区): other words for 县.
            let words_for_it = listing.names.iter().all(|&(from, to)| to - from < 2);
            if words_for_it {
                return None;
            }
            let plain = !NO_LIST.are_in(&words) && listing.longest() <= 14;
            return Some((listing, plain));
        }
        let word = INTRODUCTIONS.iter().filter(|word| self.has(mark, word)).max_by_key(|word| word.len())?;
        let from = mark + word.chars().count();
        // 即时, 即将, 即办: no 即 of a definition.
        let compound = matches!(self.ch(from), '时' | '可' | '将' | '使' | '刻' | '日' | '便');
        let act = *word == "即"
            && matches!(self.ch(from), '行' | '办' | '席' | '查' | '申' | '接' | '转' | '报' | '知' | '改' | '交');
        if word.ends_with('即') && (compound || act) {
            return None;
        }
        let mut depth = 0_usize;
        let mut to = from;
        while to < items.len() && to < from + listing::REACH {
            let ch = self.ch(to);
            if listing::opens(ch) {
                depth += 1;
            } else if listing::closes(ch) {
                if depth == 0 {
                    break;
                }
                depth -= 1;
            } else if depth == 0 && matches!(ch, '。' | '；' | ';' | '，' | ',' | '：' | ':') {
                break;
            }
            to += 1;
        }
        let listing = listing::read(items, from, to);
        let ended = matches!(self.ch(to), '。' | '\0') || to >= items.len();
        let told = !word.ends_with("包括") && !self.words(from, to).contains("主要");
        Some((listing, ended && told && self.ch(from + 1) != '是'))
    }

    /// The list that ends at `to`, right before the number, and how its beginning is known.
    fn list_before(&self, to: usize) -> Option<(Listing, Edge)> {
        let items = self.items();
        let last = to.checked_sub(1)?;
        if self.ch(last) == '”' {
            let open = listing::open(items, last)?;
            let inner = listing::read(items, open + 1, last);
            if inner.names.len() > 1 {
                return Some((inner, Edge::Closed));
            }
        }
        let mut index = to;
        let mut marks = 0;
        let mut edge = Edge::Open;
        while index > 0 && to - index < listing::REACH {
            let ch = self.ch(index - 1);
            if listing::closes(ch) {
                index = listing::open(items, index - 1)?;
                continue;
            }
            match ch {
                '，' | ',' => {
                    edge = Edge::Comma;
                    break;
                }
                '。' | '；' | ';' | '：' | ':' | '！' | '？' => break,
                _ if listing::opens(ch) => break,
                '、' => marks += 1,
                _ => {}
            }
            index -= 1;
        }
        let listing = listing::read(items, index, to);
        let &(start, end) = listing.names.last()?;
        let last_name = self.words(start, end);
        let acts = ACTS.are_in(&last_name)
            || last_name.ends_with([
                '成', '设', '有', '在', '对', '出', '为', '到', '向', '至', '起', '以', '按', '将', '把', '共', '的',
                '了',
            ]);
        ((marks > 0 || listing.names.len() > 1) && !acts).then_some((listing, edge))
    }
}

/// How the beginning of a list is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// Quotation marks hold the whole list.
    Closed,
    /// It begins the sentence, or its part behind ； or ：.
    Open,
    /// A ， stands before it: more of it may stand before that.
    Comma,
}
