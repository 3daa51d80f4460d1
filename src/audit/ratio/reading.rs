//! The ways a rate can be worked out from the counts around it: every recognised numerator over every denominator.

use smallvec::SmallVec;

use super::near::Count;
use super::rates::{Standard, denominators, numerators};
use crate::audit::figure::is_kin;
use crate::audit::fraction::{Agreement, Operand};
use crate::decimal::Decimal;

/// Indices of counts.
pub(super) type Parts = SmallVec<[usize; 8]>;
/// Numerators or denominators of one rate.
pub(super) type Terms = SmallVec<[Term; 10]>;
/// The readings of one rate.
pub(super) type Readings<'t> = SmallVec<[Reading<'t>; 64]>;

/// A numerator or denominator: one count or the sum of several.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Indices into the counts.
    pub parts: Parts,
    pub operand: Operand,
    /// Whether it is what the rate usually means.
    pub usual: bool,
    /// Whether nothing of it can be missing: told as one count, or a sum that leaves nothing out.
    pub whole: bool,
}

/// One numerator over one denominator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'t> {
    pub top: &'t Term,
    pub bottom: &'t Term,
    pub agreement: Agreement,
}

impl Reading<'_> {
    pub fn is_usual(&self) -> bool {
        self.top.usual && self.bottom.usual
    }
}

/// Numerators and denominators beyond these are not tried.
const MOST: usize = 8;

/// One count as a term.
pub(super) fn one(counts: &[Count<'_>], index: usize, usual: bool) -> Term {
    Term { parts: Parts::from_slice(&[index]), operand: counts[index].operand, usual, whole: true }
}

fn sum(counts: &[Count<'_>], parts: &[usize], usual: bool, whole: bool) -> Option<Term> {
    let (&first, rest) = parts.split_first()?;
    let mut operand = counts[first].operand;
    for &part in rest.iter().filter(|&&part| is_kin(counts[part].unit, counts[first].unit)) {
        operand = operand.plus(counts[part].operand)?;
    }
    Some(Term { parts: Parts::from_slice(parts), operand, usual, whole })
}

/// The numerators, the most likely first.
pub(super) fn tops(standard: &Standard, counts: &[Count<'_>]) -> Terms {
    if standard.is_corrected() {
        return corrections(counts, standard.ending.starts_with("综合"));
    }
    let told = |list: u64, usual: bool| {
        let fits = move |count: &Count<'_>| {
            count.here && count.numerators.told & list != 0 && !is_named_bottom(standard, count)
        };
        counts.iter().enumerate().filter(move |(_, count)| fits(count)).map(move |(index, _)| one(counts, index, usual))
    };
    let mut tops: Terms = told(standard.top(), true).collect();
    let usual = tops.len();
    for top in told(standard.top_also(), false) {
        if tops[..usual].iter().all(|told| told.parts != top.parts) {
            tops.push(top);
        }
    }
    tops.truncate(MOST);
    let all = all_of(counts, &tops, true);
    tops.extend(all);
    tops
}

/// Several counts of the same kind (市本级审结100件，县级审结180件) taken together.
fn all_of(counts: &[Count<'_>], terms: &[Term], usual: bool) -> Option<Term> {
    let unit = counts[terms.first()?.parts[0]].unit;
    let like = |term: &&Term| {
        term.usual && term.parts.len() == 1 && counts[term.parts[0]].here && counts[term.parts[0]].unit == unit
    };
    let parts: Parts = terms.iter().filter(like).map(|term| term.parts[0]).rev().collect();
    if parts.len() > 1 { sum(counts, &parts, usual, true) } else { None }
}

/// 应出庭60件: a denominator whose words hold those of the numerator.
fn is_named_bottom(standard: &Standard, count: &Count<'_>) -> bool {
    standard.rate.bottom.iter().any(|word| {
        word.starts_with(['应', '需', '负'])
            && count.words.contains(word)
            && standard.rate.top.iter().any(|top| word.contains(top))
    })
}

/// 撤销, 变更, 确认违法 and 责令履行 together are what was corrected; with 调解 and 和解 the 综合 reading.
fn corrections(counts: &[Count<'_>], with_settled: bool) -> Terms {
    const CORRECTED: u64 = numerators::CORRECTED;
    const IN_ALL: u64 = numerators::CORRECTED_IN_ALL;
    const SETTLED: u64 = numerators::SETTLED;
    // Whether the rate's own sentence tells its numerator; else the sentences before are asked.
    let own = counts.iter().any(|count| count.here && count.numerators.told & (IN_ALL | CORRECTED | SETTLED) != 0);
    let here = |list: u64| {
        counts.iter().enumerate().filter(move |(_, count)| {
            count.here == own && count.numerators.told & list != 0 && count.numerators.has & numerators::UPHELD == 0
        })
    };
    let in_all: Parts = here(IN_ALL).map(|(index, _)| index).collect();
    let mut parts: Parts = here(CORRECTED)
        .filter(|(index, count)| !in_all.contains(index) && count.numerators.has & SETTLED == 0)
        .map(|(index, _)| index)
        .collect();
    let settled: Parts = here(SETTLED)
        .filter(|(index, _)| !in_all.contains(index) && !parts.contains(index))
        .map(|(index, _)| index)
        .collect();
    parts.reverse();
    let kinds =
        numerators::CORRECTED_WORDS.iter().filter(|word| parts.iter().any(|&part| counts[part].words.contains(*word)));
    let mut direct: Terms = in_all.iter().map(|&index| one(counts, index, !with_settled)).collect();
    direct.extend(sum(counts, &parts, !with_settled && in_all.is_empty(), kinds.count() >= 2));
    let mut tops = direct.clone();
    let mut with = |more: &[usize], usual: bool| {
        let base: &[usize] = direct.first().map_or(&[], |term| &term.parts);
        let all: Parts = base.iter().chain(more).copied().collect();
        tops.extend(sum(counts, &all, usual, true));
    };
    with(&settled, with_settled);
    if settled.len() > 1 {
        for &index in settled.iter().take(3) {
            with(&[index], with_settled);
        }
    }
    tops.extend(
        parts.iter().chain(&settled).take(MOST).map(|&index| Term { whole: false, ..one(counts, index, false) }),
    );
    tops
}

/// The denominators, the most likely first; with what was carried over from the year before, where it is printed.
pub(super) fn bottoms(standard: &Standard, counts: &[Count<'_>]) -> Terms {
    let corrected = standard.is_corrected();
    let told = |list: u64, usual: bool| {
        let fits = move |count: &Count<'_>| {
            let has = count.denominators.has;
            count.denominators.told & list != 0
                && has & denominators::CARRIED == 0
                && !(corrected && has & denominators::OUTCOMES != 0)
                && (count.numerators.told & standard.top() == 0 || is_named_bottom(standard, count))
        };
        counts
            .iter()
            .enumerate()
            .filter(move |(_, count)| fits(count))
            .take(MOST)
            .map(move |(index, _)| one(counts, index, usual))
    };
    let mut bottoms: Terms = told(standard.bottom(), true).collect();
    let usual = bottoms.len();
    for bottom in told(standard.bottom_also(), false) {
        if bottoms[..usual].iter().all(|told| told.parts != bottom.parts) {
            bottoms.push(bottom);
        }
    }
    let carried = || {
        let carried = |count: &Count<'_>| count.denominators.has & denominators::CARRIED != 0;
        counts.iter().enumerate().filter(move |(_, count)| carried(count)).map(|(index, _)| index).take(2)
    };
    // What was carried over adds to what was received, not to what was concluded.
    let received = |term: &&Term| !corrected && counts[term.parts[0]].denominators.has & denominators::CONCLUDED == 0;
    let mut all: Terms = bottoms
        .iter()
        .filter(received)
        .flat_map(|bottom| carried().filter_map(|index| sum(counts, &[bottom.parts[0], index], bottom.usual, true)))
        .collect();
    let together = all_of(counts, &bottoms, false);
    all.extend(bottoms);
    all.extend(together);
    all
}

/// Every numerator over every denominator of the same unit that is not smaller.
pub(super) fn readings<'t>(
    counts: &[Count<'_>],
    tops: &'t [Term],
    bottoms: &'t [Term],
    factor: i64,
    stated: Decimal,
) -> Readings<'t> {
    let mut readings = Readings::new();
    for top in tops {
        for bottom in bottoms {
            let apart = top.parts.iter().all(|part| !bottom.parts.contains(part));
            let kin = is_kin(counts[top.parts[0]].unit, counts[bottom.parts[0]].unit);
            if apart && kin && bottom.operand.value > Decimal::default() {
                let agreement = top.operand.agreement(bottom.operand, factor, stated);
                let coarse = || top.operand.is_coarse() || bottom.operand.is_coarse();
                if agreement != Agreement::Rounded && coarse() {
                    continue;
                }
                readings.push(Reading { top, bottom, agreement });
            }
        }
    }
    readings
}

/// The reading that serves best: one that holds before one that nearly holds, the usual one before the others.
pub(super) fn best<'t>(readings: &[Reading<'t>]) -> Option<Reading<'t>> {
    let rank = |reading: &Reading<'t>| {
        let holds = match reading.agreement {
            Agreement::Rounded => 0,
            Agreement::Within => 1,
            Agreement::CutOff => 2,
            Agreement::LastDigit => 3,
            Agreement::Mismatch => 4,
        };
        (holds, !reading.is_usual())
    };
    // A last digit beside the unusual reading is too easily met by chance.
    let by_chance = |reading: &Reading<'t>| reading.agreement == Agreement::LastDigit && !reading.is_usual();
    let usual = readings.iter().any(Reading::is_usual);
    readings.iter().copied().filter(|reading| !usual || !by_chance(reading)).min_by_key(rank)
}
