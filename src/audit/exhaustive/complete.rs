//! Whether a list is complete: its parts are kinds that exclude each other and are all there are.

use std::cell::OnceCell;

use smallvec::SmallVec;

use super::{Context, is_near, label};
use crate::audit::parts::Row;
use crate::audit::sum::Announced;
use crate::text::numeral::han_digit;
use crate::text::words::{Cues, Words, words_of};

/// Why nothing can be left out of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complete {
    /// A rest is told, the kinds exclude and exhaust each other, or their number was announced.
    Sure,
    /// The outcomes of cases that were concluded, each told; a rare one may be missing.
    Outcomes,
}

/// Words of kinds that exclude each other and together are all there are, each with its bit: the place in the list.
const KINDS: &[&[&str]] = &[
    // Ways a case of administrative reconsideration ends.
    &["维持", "撤销", "变更", "确认违法", "责令", "驳回", "终止", "撤回", "调解", "和解", "纠错", "不予受理"],
    &["维持"],
    &["撤销", "纠错"],
    &["驳回"],
    &["终止", "调解", "和解", "撤回"],
    // What becomes of documents.
    &["继续有效", "保留"],
    &["废止", "失效", "修改"],
    // What becomes of licences.
    &["取消"],
    &["备案"],
    &["告知承诺"],
    &["优化"],
    // Two halves each.
    &["线上"],
    &["线下"],
    &["现场"],
    &["书面"],
    &["集体访", "集体来访"],
    &["个体访", "个访", "个人访"],
    &["简易程序"],
    &["普通程序", "一般程序"],
    &["初次", "初信", "初访"],
    &["重复", "重信", "重访"],
    &["专职"],
    &["兼职"],
    &["男"],
    &["女"],
    &["主办"],
    &["协办", "会办", "分办"],
];
static KINDS_TOLD: Cues<[(&str, u64); words_of(KINDS)]> = Cues::of(KINDS);
pub(super) const OUTCOME: u64 = 1;
const USUAL_OUTCOMES: u64 = 0b1_1110;
const DOCUMENTS: u64 = 0b110_0000;
const LICENCES: u64 = 0b111_1000_0000;
const HALVES: std::ops::Range<usize> = 11..27;

pub(super) static CONCLUDED: Words = Words::new(&["审结", "办结", "结案"]);

/// What the parts are called.
pub(super) struct Labels<'r> {
    pub names: SmallVec<[&'r str; 12]>,
    /// The kinds that each tells, once they are asked for.
    kinds: OnceCell<SmallVec<[u64; 12]>>,
}

impl<'r> Labels<'r> {
    pub fn of(row: &Row<'r, '_>, members: &[usize]) -> Self {
        Labels { names: members.iter().map(|&at| label(row, at)).collect(), kinds: OnceCell::new() }
    }

    /// The kinds that each part tells.
    pub fn kinds(&self) -> &[u64] {
        self.kinds.get_or_init(|| self.names.iter().map(|name| KINDS_TOLD.in_text(name)).collect())
    }

    /// Whether every part tells an outcome.
    pub fn are_outcomes(&self) -> bool {
        self.kinds().iter().all(|kinds| kinds & OUTCOME != 0)
    }

    /// Whether for each of `kinds` some part tells it.
    fn tell(&self, kinds: u64) -> bool {
        self.kinds().iter().fold(0, |some, told| some | told) & kinds == kinds
    }
}

pub(super) fn complete(context: &Context<'_, '_, '_>, labels: &Labels<'_>) -> Option<Complete> {
    static REST: Words = Words::new(&["其余", "剩余", "余下"]);
    static OTHERS: Words = Words::new(&["其他", "其它"]);
    static CLEANED: Words = Words::new(&["清理", "文件", "年以来"]);
    let total = &context.row.items[context.total];
    let (count, bare) = (labels.names.len(), context.announced == Announced::Bare);
    let own = total.label;
    let alone = || !context.row.items[..context.total].iter().rev().take(12).any(|item| item.is_like(total));
    if labels.names[1..].iter().any(|label| REST.start_of(label).is_some()) && (!bare || alone()) {
        return Some(Complete::Sure);
    }
    if (!bare || CLEANED.are_in(own)) && labels.tell(DOCUMENTS) {
        return Some(Complete::Sure);
    }
    let concluded = count > 3 && (!bare || CONCLUDED.are_in(own));
    if concluded && labels.are_outcomes() && labels.tell(USUAL_OUTCOMES) {
        return Some(Complete::Outcomes);
    }
    let kind = |label: &str| matches!(label.trim_end_matches("案件").trim_end_matches('类'), "民事" | "刑事" | "行政");
    let courts = count == 3 && labels.names.iter().all(|label| kind(label));
    if bare {
        return (courts && is_near(context.computed, total.value(), 10) && alone()).then_some(Complete::Sure);
    }
    let halves = count == 2 && HALVES.step_by(2).any(|first| labels.tell(0b11 << first));
    let licences = count == 4 && labels.tell(LICENCES);
    let others = labels.names[1..].iter().any(|label| OTHERS.start_of(label).is_some());
    let number = || (context.before)().iter().any(|words| number_told(words, count));
    (courts || halves || licences || others || number()).then_some(Complete::Sure)
}

/// Whether `count` kinds were announced: 四种方式, 分三类, 5个方面.
fn number_told(before: &str, count: usize) -> bool {
    static NOUNS: Words = Words::new(&[
        "种方式",
        "种类型",
        "种形式",
        "种情形",
        "种类别",
        "类事项",
        "种办法",
        "个类别",
        "大类别",
        "种途径",
        "种模式",
        "类情形",
        "类方式",
    ]);
    if count < 3 {
        return false;
    }
    let mut from = 0;
    while let Some((at, _)) = NOUNS.find(&before[from..]) {
        let number = before[..from + at].chars().next_back();
        let told = number.and_then(|ch| ch.to_digit(10).or_else(|| han_digit(ch).map(u32::from)));
        if told.is_some_and(|told| told as usize == count) {
            return true;
        }
        from += at + '种'.len_utf8();
    }
    false
}
