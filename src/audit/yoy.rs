//! A change against the years it compares: 立案428起,同比减少153起,下降26.33%.
//!
//! The base is printed (上年是718起, 由A降至B) or follows from the change in number; a change in percent alone cannot be
//! judged.

mod amount;
mod behind;
mod words;

use super::figure::{Figure, Figures, is_kin, paragraph_of};
use super::fraction::{Agreement, Operand};
use super::{Check, CheckKind, Evidence, Explanation, Verdict, list_stated};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::indicator::clause::Change;
use crate::phrase::{self, phrase};
use crate::span::Span;
use crate::text::words::Words;
use smallvec::{SmallVec, smallvec};
use words::Told;

/// How many figures back the numbers of a change may stand.
const BACK: usize = 8;

/// What is measured at constant prices or over several years: its growth does not follow from the amounts.
static OTHER_MEASURES: Words = Words::new(&[
    "累计",
    "年均",
    "平均",
    "人均",
    "日均",
    "可比",
    "剔除",
    "扣除",
    "不变价",
    "生产总值",
    "增加值",
    "产值",
    "GDP",
    "收入",
    "税收",
    "五年",
    "三年",
    "投资",
]);

/// Working memory of this rule, kept from one report to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// Where figures stand that another rule has judged, in order.
    claimed: Vec<u32>,
    /// Differences that a percentage was checked against.
    used: Vec<usize>,
    /// Figures whose words end as those before a change do, or before the value something moved from.
    moved: Vec<usize>,
}

pub(super) fn check(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    scratch: &mut Scratch,
    checks: &mut Vec<Check>,
) {
    let Scratch { claimed, used, moved } = scratch;
    list_stated(checks, claimed);
    used.clear();
    moved.clear();
    let last_year = evidence.front.year.map(|(year, _)| phrase!(year.saturating_sub(1), "年"));
    let mut reader = Reader { evidence, figures, last_year, used };
    let (mut run, mut joint) = (false, false);
    let mut next = if figures.all.is_empty() { "" } else { reader.left(0) };
    for (index, figure) in figures.all.iter().enumerate() {
        let left = next;
        let is_last = index + 1 == figures.all.len();
        next = if is_last { "" } else { reader.left(index + 1) };
        if words::may_move(left) || figure.quantity.kind == QuantityKind::Percent {
            moved.push(index);
        }
        // 下降31.5%、28.6%: the second has no words of its own.
        let follows = run && joint;
        joint = !is_last && is_joint(next);
        if !figure.is_percent() && !joint {
            continue; // whether it is one of several changes is not asked
        }
        let goes_on = joint && figures.all[index + 1].is_percent();
        run = follows || words::told(left).is_some() && (goes_on || left.contains("分别"));
        if !figure.is_percent() || !figure.told || claimed.binary_search(&figure.span().start).is_ok() {
            continue;
        }
        checks.extend(if run { follows_or_list(&reader, index, follows) } else { reader.percent(index) });
    }
    reader.used.sort_unstable();
    for &index in &*moved {
        let (figure, left) = (&figures.all[index], reader.left(index));
        if figure.told
            && !figure.is_percent()
            && reader.used.binary_search(&index).is_err()
            && let Some(check) = reader.amount(index, left)
        {
            checks.push(check);
        }
        if words::is_start(left)
            && let Some(check) = reader.steps(index, left)
        {
            checks.push(check);
        }
    }
}

/// Whether a figure only continues a list.
fn is_joint(left: &str) -> bool {
    let begins = left.is_empty() || left.starts_with(['、', '和', '及', '与', '以']);
    begins && matches!(left.trim_matches('、'), "" | "和" | "及" | "与" | "以及")
}

/// Whether the words before an amount (squeezed) make it the difference to another year, not the number itself.
pub(super) fn is_change(left: &str) -> bool {
    words::told(left).is_some() && words::is_compared(left)
}

/// One of several changes told together: no base can be told for it.
fn follows_or_list(reader: &Reader<'_, '_, '_, '_>, index: usize, follows: bool) -> Option<Check> {
    let told = words::told(reader.left(index));
    (follows || told.is_some()).then(|| reader.uncheckable(index))
}

/// The ways to work one change out.
type Readings = SmallVec<[Reading; 16]>;

/// One way to work a change out.
#[derive(Clone, Copy)]
struct Reading {
    change: Operand,
    base: Operand,
    now: Option<usize>,
    difference: Option<usize>,
    before: Option<usize>,
    agreement: Agreement,
    /// The years both stand there and go the other way than the word says.
    against: bool,
}

/// Figures around a change, the nearest first.
type Nearest = SmallVec<[usize; BACK + 1]>;

struct Reader<'e, 't, 'f, 'a> {
    evidence: &'e Evidence<'t, 'a>,
    figures: &'f Figures<'a>,
    /// 2023年 in a report on 2024.
    last_year: Option<phrase::Figure>,
    used: &'f mut Vec<usize>,
}

impl<'f, 'a> Reader<'_, '_, 'f, 'a> {
    fn figure(&self, index: usize) -> &'f Figure<'a> {
        &self.figures.all[index]
    }

    fn left(&self, index: usize) -> &'f str {
        let figure = self.figure(index);
        let own = figure.own();
        if !own.is_empty() {
            return own;
        }
        // 较上年（2000次）下降: what stands before the bracket tells what is in it.
        let (from, to) = (figure.quantity.sentence.start as usize, figure.left_start());
        let before = self.evidence.text.source.get(from..to).unwrap_or_default();
        before.strip_suffix(['（', '(']).map_or("", |before| {
            let start = before.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
            self.figures.squeezed(from + start, from + before.len())
        })
    }

    fn last_year(&self) -> Option<&str> {
        self.last_year.as_deref()
    }

    fn operand(&self, index: usize) -> Operand {
        self.figure(index).operand(self.evidence.text.source)
    }

    /// A change in percent.
    fn percent(&mut self, index: usize) -> Option<Check> {
        let left = self.left(index);
        let told = words::told(left)?;
        let readings = self.readings(index, told);
        let stated = self.figure(index).quantity.value;
        let best = |wanted: Agreement| {
            readings.iter().copied().find(|reading| reading.agreement == wanted && !reading.against)
        };
        let cut = || best(Agreement::Within).or_else(|| best(Agreement::CutOff)).or_else(|| best(Agreement::LastDigit));
        let Some(reading) = best(Agreement::Rounded).or_else(cut).or_else(|| readings.first().copied()) else {
            return Some(self.uncheckable(index));
        };
        self.used.extend(reading.difference);
        let parts = [reading.now, reading.difference, reading.before];
        let exact = self.figure(index).is_exact() && parts.iter().flatten().all(|&part| self.figure(part).is_exact());
        let fits = reading.agreement == Agreement::Rounded && !reading.against;
        let verdict = match reading.agreement {
            Agreement::Rounded if fits && exact => Verdict::Consistent,
            Agreement::Within | Agreement::CutOff | Agreement::LastDigit if !reading.against && exact => {
                Verdict::Ambiguous
            }
            Agreement::Rounded if fits => Verdict::Ambiguous,
            _ if exact && self.is_sure(index, told, &readings) => Verdict::Inconsistent,
            _ => Verdict::Uncheckable,
        };
        Some(self.report(index, told, reading, verdict, stated))
    }

    /// Every way the printed numbers give the change, the nearest numbers first.
    fn readings(&self, index: usize, told: Told) -> Readings {
        let stated = self.figure(index).quantity.value;
        let (mut now, mut differences, mut before) = (Nearest::new(), Nearest::new(), Nearest::new());
        for other in self.near(index) {
            let left = self.left(other);
            if words::told(left).is_some() {
                differences.push(other);
            } else if words::is_base(left, self.last_year()) {
                before.push(other);
            } else if !left.ends_with(['多', '少', '增', '减', '升', '降', '了']) {
                now.push(other);
            }
        }
        let kin = |a: usize, b: usize| is_kin(self.figure(a).measure, self.figure(b).measure);
        let same = |a: usize, b: usize| self.figure(a).quantity.sentence == self.figure(b).quantity.sentence;
        let mut readings = Readings::new();
        let mut add = |change: Option<Operand>, base: Option<Operand>, parts: [Option<usize>; 3], against: bool| {
            let (Some(change), Some(base)) = (change, base) else { return };
            let plain = change.over(base, 100).map_or(Agreement::Mismatch, |exact| exact.agreement(stated));
            let fine = plain == Agreement::Rounded
                || change.is_exact() && base.is_exact()
                || !change.is_coarse() && !base.is_coarse();
            if base.value > Decimal::default() && change.value >= Decimal::default() && fine {
                let [now, difference, before] = parts;
                readings.push(Reading {
                    change,
                    base,
                    now,
                    difference,
                    before,
                    agreement: change.agreement(base, 100, stated),
                    against,
                });
            }
        };
        for &b in before.iter().take(2) {
            for &n in now.iter().filter(|&&n| kin(n, b)) {
                let (n_value, b_value) = (self.operand(n), self.operand(b));
                let fell = n_value.value < b_value.value;
                let change = if fell { b_value.minus(n_value) } else { n_value.minus(b_value) };
                let against = n_value.value != b_value.value && fell != (told.change == Change::Down);
                add(change, Some(b_value), [Some(n), None, Some(b)], against);
            }
        }
        for &d in differences.iter().take(1).filter(|&&d| same(d, index)) {
            let way = words::told(self.left(d)).map(|told| told.change);
            for &b in before.iter().take(2).filter(|&&b| kin(b, d)) {
                add(Some(self.operand(d)), Some(self.operand(b)), [None, Some(d), Some(b)], false);
            }
            for &n in now.iter().filter(|&&n| n < d && kin(n, d)) {
                let base = if way == Some(Change::Down) {
                    self.operand(n).plus(self.operand(d))
                } else {
                    self.operand(n).minus(self.operand(d))
                };
                add(Some(self.operand(d)), base, [Some(n), Some(d), None], way != Some(told.change));
            }
        }
        readings
    }

    /// The amounts around a change: what stands right behind it, then those of its own sentence and the one before, the
    /// nearest first.
    fn near(&self, index: usize) -> Nearest {
        let paragraph = paragraph_of(self.evidence, self.figure(index).span().start);
        let sentence = self.figure(index).quantity.sentence;
        let before = (index.saturating_sub(BACK)..index)
            .rev()
            .take_while(|&other| paragraph_of(self.evidence, self.figure(other).span().start) == paragraph)
            .filter(|&other| sentence.start - self.figure(other).quantity.sentence.end.min(sentence.start) <= 2)
            .filter(|&other| self.figure(other).is_amount());
        self.base_behind(index).or_else(|| self.difference_behind(index)).into_iter().chain(before).collect()
    }

    /// Whether the numbers beside the change are surely those it compares.
    fn is_sure(&self, index: usize, told: Told, readings: &[Reading]) -> bool {
        let left = self.left(index);
        let Some(nearest) = readings.first() else { return false };
        let parts: Nearest = [nearest.now, nearest.difference, nearest.before].into_iter().flatten().collect();
        let same = |part: &usize| self.figure(*part).quantity.sentence == self.figure(index).quantity.sentence;
        // A base farther back than both belongs to what was told before.
        let first = parts.iter().copied().min().unwrap_or(index);
        let is_base = |other: &usize| *other >= first && words::is_base(self.left(*other), self.last_year());
        let bases = self.near(index).into_iter().filter(is_base).count();
        let beside = parts.iter().all(|&part| part.abs_diff(index) <= 2) && parts.iter().all(same);
        let unit = |part: &usize| self.figure(*part).measure;
        let one_unit = parts.windows(2).all(|pair| unit(&pair[0]) == unit(&pair[1]));
        let other_measure = |text: &str| OTHER_MEASURES.are_in(text);
        let own_subject = |part: usize| {
            let left = self.left(part);
            words::told(left).is_some_and(|told| words::has_subject(left, told))
        };
        let subject_moves =
            words::has_subject(left, told) || nearest.before.is_none() && nearest.difference.is_some_and(own_subject);
        beside
            && bases <= 1
            && one_unit
            && !subject_moves
            && !other_measure(left)
            && parts.iter().all(|&part| !other_measure(self.left(part)))
            // a difference that goes the other way than the percentage leaves open which of the two slipped
            && (!nearest.against || nearest.before.is_some())
    }

    fn report(&self, index: usize, told: Told, reading: Reading, verdict: Verdict, stated: Decimal) -> Check {
        let computed = reading.change.over(reading.base, 100).and_then(|exact| exact.rounded(stated.scale()));
        let shown = computed.map_or_else(phrase::Figure::new, Into::into);
        let word = if told.change == Change::Down { "下降" } else { "增长" };
        let (change, base) = (reading.change.value, reading.base.value);
        let working: Explanation = phrase!(change, " ÷ ", base, " = ", shown, "%");
        let explanation = match verdict {
            Verdict::Consistent => phrase!(word, stated, "%与", working, "相符"),
            Verdict::Inconsistent if reading.against => {
                phrase!("所写为", word, "，而由", base, "到本年数是相反的变动，请核对")
            }
            Verdict::Inconsistent => phrase!(word, stated, "%与", working, "不符，请核对"),
            Verdict::Ambiguous => {
                phrase!(word, stated, "%：", working, "，只按截取、取整范围、约数或末位相差一个单位才相合，请核对")
            }
            Verdict::Uncheckable => phrase!(word, stated, "%：两年的数没有同处写明或不是同一口径，无法核对"),
        };
        let parts = [reading.now, reading.difference, reading.before];
        let mut check = self.found(index, verdict, &parts, explanation);
        check.formula = match (reading.now, reading.difference, reading.before) {
            (Some(n), None, Some(b)) => phrase!("(", self.value(n), " - ", self.value(b), ") / ", base),
            (Some(n), Some(d), None) => {
                let sign = if base < self.value(n) { '-' } else { '+' };
                phrase!(change, " / (", self.value(n), " ", sign, " ", self.value(d), ")")
            }
            _ => phrase!(change, " / ", base),
        };
        check.reading = Some(
            if reading.before.is_some() {
                "增减数 ÷ 上年数"
            } else {
                "增减数 ÷ 由本年数推得的上年数"
            }
            .into(),
        );
        check.stated = Some(stated.into());
        if verdict != Verdict::Uncheckable {
            check.repair = Some(shown.clone()).filter(|_| verdict == Verdict::Inconsistent && !reading.against);
            check.computed = Some(shown);
        }
        check
    }

    fn value(&self, index: usize) -> Decimal {
        self.figure(index).quantity.value
    }

    fn uncheckable(&self, index: usize) -> Check {
        let stated = self.value(index);
        let mut check = self.found(
            index,
            Verdict::Uncheckable,
            &[],
            phrase!("增减", stated, self.figure(index).measure, "：报告没有写明所比的两个数，无法核对"),
        );
        check.stated = Some(stated.into());
        check
    }

    fn found(&self, index: usize, verdict: Verdict, others: &[Option<usize>], explanation: Explanation) -> Check {
        let mut spans: SmallVec<[Span; 8]> = smallvec![self.figure(index).span()];
        spans.extend(others.iter().flatten().map(|&other| self.figure(other).span()).filter(|span| span.len() <= 60));
        Check::new(CheckKind::Yoy, verdict, &spans, explanation)
    }
}
