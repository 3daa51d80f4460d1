//! 占: a part of a whole, 其中M件，占X%.

use smallvec::SmallVec;

use super::super::Verdict;
use super::super::figure::{Figures, is_kin};
use super::super::fraction::Agreement;
use super::near::{self, Count};
use super::rates::{denominators, numerators};
use super::reading::{self, Term, Terms};
use super::{Claim, Finding, Reason, Worked};
use crate::facts::QuantityKind;

/// A whole outside the report's own counts.
const ELSEWHERE: &[&str] =
    &["全国", "全省", "全市", "全县", "全区", "全州", "人口", "比重", "同期", "以上", "GDP", "总值"];

/// What the words before a percentage say of a share.
enum Told<'w> {
    /// 完成整改: all that was done is a share of what was to be done.
    Done,
    /// 占, 比例: the words without the filler behind them.
    Share(&'w str),
}

fn told(left: &str) -> Option<Told<'_>> {
    let body =
        left.trim_end_matches(['达', '到', '为', '约', '近', '超', '过', '仅', '的', '：', ':', '是', '高', '至']);
    if ["完成", "销号", "完成整改"].contains(&body) {
        return Some(Told::Done);
    }
    (body.contains('占') || ["比例", "比重"].iter().any(|word| body.ends_with(word))).then_some(Told::Share(body))
}

/// Whether the words before the percentage `index` tell it as a share.
pub(super) fn may_be(figures: &Figures<'_>, source: &str, index: usize) -> bool {
    told(figures.all[index].words).is_some() || whole_told(figures, source, index).is_some()
}

/// 占全县29个问题小区的, 占积案总数（6件）的: the words from 占 to the share, and what stands before them in the clause.
fn whole_told<'f>(figures: &Figures<'f>, source: &str, index: usize) -> Option<(&'f str, &'f str)> {
    const REACH: usize = 120;
    let figure = &figures.all[index];
    let end = figure.span().start as usize;
    let start = end.saturating_sub(REACH).max(figure.quantity.sentence.start as usize).min(end);
    let left = figures.squeezed(source.ceil_char_boundary(start), end);
    let body = left.trim_end_matches(['达', '到', '约', '近', '超', '过']).strip_suffix('的')?;
    let (before, whole) = body.rsplit_once('占')?;
    let before = before.rsplit(['，', ',', '；', ';', '：', ':']).next().unwrap_or(before);
    (!whole.contains(['，', ',', '；', ';', '：', ':'])).then_some((before, whole))
}

impl Claim<'_, '_, '_, '_> {
    /// The finding on a percentage that is told as a share; `None` when it is none.
    pub(super) fn share(&self) -> Option<Finding> {
        let left = self.figure.words;
        if let Some(finding) = self.of_printed_whole() {
            return Some(finding);
        }
        let body = match told(left) {
            Some(Told::Done) => return Some(self.named("整改率")),
            Some(Told::Share(body)) => body,
            // 占五年总量的: a figure in the name of the whole hides its 占.
            None => match whole_told(self.figures, self.evidence.text.source, self.index) {
                Some((before, _)) => before,
                None => return self.slashed(),
            },
        };
        let of = body.rfind('占').map_or("", |at| &body[at + '占'.len_utf8()..]);
        let of = of.trim_start_matches("比").trim_end_matches('的');
        let own = &body[..body.rfind('占').unwrap_or(0)];
        // The part is the count right before the share.
        let is_beside = |count: &Count<'_>| {
            let between = self.figures.all.get(count.index + 1..self.index);
            between.is_some_and(|between| between.iter().all(|other| other.quantity.kind == QuantityKind::Duration))
        };
        let last = self.counts.iter().position(|count| count.here && count.index < self.index && is_beside(count))?;
        let named = own.trim_matches(['已', '约', '共', '均', '其', '中']);
        let own_part = named.is_empty() || self.counts[last].words.contains(named);
        // 其中线上30件、线下20件，线上占60%: a part told before, by its name.
        let by_name = || {
            let mut named =
                self.counts.iter().enumerate().filter(|(_, count)| count.here && count.words.contains(named));
            named.next().map(|(at, _)| at).filter(|_| named.next().is_none())
        };
        let part = if own_part { last } else { by_name().unwrap_or(last) };
        let here = (0..self.counts.len()).filter(|&at| self.counts[at].index < self.counts[part].index);
        let term = |at: usize, usual: bool| reading::one(&self.counts, at, usual);
        let owner = self.owner(part);
        let bottoms: SmallVec<[Term; near::USUAL]> = here.map(|at| term(at, owner == Some(at))).collect();
        let tops = [term(part, true)];
        let readings = reading::readings(&self.counts, &tops, &bottoms, self.factor, self.stated);
        let definition = ["所列部分", "其所属总数"];
        let unknown = || self.unknown("没有写明它所占的总数");
        if !own_part && part == last {
            return Some(unknown());
        }
        let best = reading::best(&readings);
        if let Some(fit) = best.filter(|fit| fit.agreement == Agreement::Rounded) {
            return Some(self.fitting(&fit, &[], definition));
        }
        if !own_part {
            return Some(unknown());
        }
        let nearly =
            readings.iter().copied().find(|reading| reading.is_usual() && reading.agreement != Agreement::Mismatch);
        if let Some(fit) = nearly {
            return Some(self.fitting(&fit, &[], definition));
        }
        let whole_named = of.is_empty() || ["总数", "全部", "总量", "总"].iter().any(|word| of.starts_with(word));
        let elsewhere = ELSEWHERE.iter().any(|word| left.contains(word));
        let near_miss = readings.iter().any(|reading| reading.agreement != Agreement::Mismatch);
        let sure = readings
            .iter()
            .find(|reading| reading.is_usual() && self.is_part(reading.top.parts[0], reading.bottom.parts[0]));
        match sure {
            Some(reading) if whole_named && !elsewhere && !near_miss && self.is_exact(reading) => Some(Finding {
                verdict: Verdict::Inconsistent,
                reading: Some(Worked::of(reading)),
                definition,
                why: Reason::default(),
            }),
            _ => Some(unknown()),
        }
    }

    /// A share of a whole that is printed with it: 化解26个，占全县29个问题小区的89.7%.
    fn of_printed_whole(&self) -> Option<Finding> {
        let (before, whole) = whole_told(self.figures, self.evidence.text.source, self.index)?;
        let printed = |count: &Count<'_>| count.here && count.index.checked_add(1) == Some(self.index);
        let bottom = self.counts.iter().position(printed).filter(|_| whole.contains(|ch: char| ch.is_ascii_digit()))?;
        let (unit, index) = (self.counts[bottom].unit, self.counts[bottom].index);
        let part = |count: &Count<'_>| count.here && count.index < index && is_kin(count.unit, unit);
        let parts = self.counts.iter().enumerate().filter(|(_, count)| part(count)).take(2);
        let tops: Terms = parts.map(|(at, _)| reading::one(&self.counts, at, true)).collect();
        let bottoms = [reading::one(&self.counts, bottom, true)];
        let definition = ["所列部分", "所占的总数"];
        let readings = reading::readings(&self.counts, &tops, &bottoms, self.factor, self.stated);
        if let Some(fit) = reading::best(&readings).filter(|fit| fit.agreement != Agreement::Mismatch) {
            return Some(self.fitting(&fit, &[], definition));
        }
        let reading = readings.first()?;
        let part = &self.counts[reading.top.parts[0]];
        let sure = part.index + 1 == index
            && part.unit == unit
            && part.operand.value <= self.counts[bottom].operand.value
            && before.trim_matches(['已', '约', '共', '均', '仅', '）', ')']).is_empty()
            && self.is_exact(reading);
        let why = if sure { Reason::default() } else { "所列的数与所占的总数对不上".into() };
        let verdict = if sure { Verdict::Inconsistent } else { Verdict::Uncheckable };
        let taken = sure.then(|| Worked::of(reading));
        Some(Finding { verdict, reading: taken, definition, why })
    }

    /// The count that 其中 divides, or the one right before the part.
    fn owner(&self, part: usize) -> Option<usize> {
        let end = self.counts[part].span.start as usize;
        let start = self.figure.quantity.sentence.start as usize;
        let source = self.evidence.text.source;
        let among = source
            .get(start.max(end.saturating_sub(600))..end)
            .and_then(|text| text.rfind("其中").map(|at| at + start.max(end.saturating_sub(600))));
        let before = |at: &usize| {
            let span = self.counts[*at].span;
            among.is_none_or(|among| (span.end as usize) <= among)
        };
        (part + 1..self.counts.len()).find(before)
    }

    /// Whether the one count is surely a part of the other.
    fn is_part(&self, part: usize, whole: usize) -> bool {
        let (part_count, whole_count) = (&self.counts[part], &self.counts[whole]);
        let end = part_count.span.start as usize;
        let from = whole_count.span.end as usize;
        let between = self.told_before(from, end);
        // 其中维持18件，占60%；驳回9件，占30%
        let said = between.contains("其中") && (!between.contains(['；', ';']) || between.contains('占'));
        let outcome = part_count.numerators.has & numerators::OUTCOMES != 0
            && whole_count.denominators.has & denominators::WHOLES != 0
            && part_count.denominators.has & denominators::RECEIVED == 0
            && part_count.index == whole_count.index + 1;
        whole_count.here
            && part_count.unit == whole_count.unit
            && part_count.operand.value <= whole_count.operand.value
            && (said || outcome)
            && !["上年", "去年", "累计"].iter().any(|word| between.contains(word) || part_count.words.contains(word))
    }
}
