//! The ways a rate can be worked out from the counts around it: every recognised numerator over every denominator.

use super::near::Count;
use super::rates::Rate;
use crate::audit::figure::is_kin;
use crate::audit::fraction::{Agreement, Operand};
use crate::decimal::Decimal;

/// A numerator or denominator: one count or the sum of several.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Indices into the counts.
    pub parts: Vec<usize>,
    pub operand: Operand,
    /// Whether it is what the rate usually means.
    pub usual: bool,
    /// Whether nothing of it can be missing: told as one count, or a sum that leaves nothing out.
    pub whole: bool,
}

/// One numerator over one denominator.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub top: Term,
    pub bottom: Term,
    pub agreement: Agreement,
}

impl Reading {
    pub fn is_usual(&self) -> bool {
        self.top.usual && self.bottom.usual
    }
}

/// Numerators and denominators beyond these are not tried.
const MOST: usize = 8;

const CORRECTED: &[&str] = &["撤销", "变更", "确认违法", "责令", "履行", "履职"];
const CORRECTED_IN_ALL: &[&str] = &["纠错", "纠正"];
const SETTLED: &[&str] = &["调解", "和解", "调撤", "撤回", "终止"];
/// Ways a case ended: never all that were concluded.
const OUTCOMES: &[&str] = &["调解", "和解", "终止", "驳回", "维持", "撤回", "其他方式", "不予"];
const CONCLUDED: &[&str] = &["审结", "办结", "结案", "判决"];
pub(super) const CARRIED: &[&str] = &["结转", "旧存", "上年转入", "上年遗留", "上年未结"];

fn one(counts: &[Count], index: usize, usual: bool) -> Term {
    Term { parts: vec![index], operand: counts[index].operand, usual, whole: true }
}

fn sum(counts: &[Count], parts: &[usize], usual: bool, whole: bool) -> Option<Term> {
    let (&first, rest) = parts.split_first()?;
    let mut operand = counts[first].operand;
    for &part in rest.iter().filter(|&&part| is_kin(&counts[part].unit, &counts[first].unit)) {
        operand = operand.plus(counts[part].operand)?;
    }
    Some(Term { parts: parts.to_vec(), operand, usual, whole })
}

/// Whether the numerator is what was corrected in reconsideration, told in several counts.
pub(super) fn is_corrected(rate: &Rate) -> bool {
    rate.reading[0].starts_with("纠错")
}

/// The numerators, the most likely first.
pub(super) fn tops(rate: &Rate, counts: &[Count], ending: &str) -> Vec<Term> {
    if is_corrected(rate) {
        return corrections(counts, ending.starts_with("综合"));
    }
    let told = |words: &[&str], usual: bool| {
        let fits = |count: &Count| count.here && count.tells(words) && !is_named_bottom(rate, count);
        counts
            .iter()
            .enumerate()
            .filter(|(_, count)| fits(count))
            .map(|(index, _)| one(counts, index, usual))
            .collect::<Vec<_>>()
    };
    let mut tops = told(rate.top, true);
    let taken: Vec<usize> = tops.iter().flat_map(|top| top.parts.clone()).collect();
    tops.extend(told(rate.top_also, false).into_iter().filter(|top| !taken.contains(&top.parts[0])));
    tops.truncate(MOST);
    tops.extend(all_of(counts, &tops, true));
    tops
}

/// Several counts of the same kind (市本级审结100件，县级审结180件) taken together.
fn all_of(counts: &[Count], terms: &[Term], usual: bool) -> Option<Term> {
    let unit = &counts[terms.first()?.parts[0]].unit;
    let like = |term: &&Term| {
        term.usual && term.parts.len() == 1 && counts[term.parts[0]].here && counts[term.parts[0]].unit == *unit
    };
    let parts: Vec<usize> = terms.iter().filter(like).map(|term| term.parts[0]).rev().collect();
    if parts.len() > 1 { sum(counts, &parts, usual, true) } else { None }
}

/// 应出庭60件: a denominator whose words hold those of the numerator.
fn is_named_bottom(rate: &Rate, count: &Count) -> bool {
    rate.bottom.iter().any(|word| {
        count.has(&[word]) && word.starts_with(['应', '需', '负']) && rate.top.iter().any(|top| word.contains(top))
    })
}

/// Whether the rate's own sentence tells its numerator; else the sentences before are asked.
fn any_here(counts: &[Count], words: &[&str]) -> bool {
    counts.iter().any(|count| count.here && count.tells(words))
}

/// 撤销, 变更, 确认违法 and 责令履行 together are what was corrected; with 调解 and 和解 the 综合 reading.
fn corrections(counts: &[Count], with_settled: bool) -> Vec<Term> {
    let own = any_here(counts, CORRECTED_IN_ALL) || any_here(counts, CORRECTED) || any_here(counts, SETTLED);
    let here = |words: &'static [&'static str]| {
        counts
            .iter()
            .enumerate()
            .filter(move |(_, count)| count.here == own && count.tells(words) && !count.has(&["驳回", "维持"]))
    };
    let in_all: Vec<usize> = here(CORRECTED_IN_ALL).map(|(index, _)| index).collect();
    let mut parts: Vec<usize> = here(CORRECTED)
        .filter(|(index, count)| !in_all.contains(index) && !count.has(SETTLED))
        .map(|(index, _)| index)
        .collect();
    let settled: Vec<usize> = here(SETTLED)
        .filter(|(index, _)| !in_all.contains(index) && !parts.contains(index))
        .map(|(index, _)| index)
        .collect();
    parts.reverse();
    let kinds = CORRECTED.iter().filter(|word| parts.iter().any(|&part| counts[part].has(&[word]))).count();
    let mut direct: Vec<Term> = in_all.iter().map(|&index| one(counts, index, !with_settled)).collect();
    direct.extend(sum(counts, &parts, !with_settled && in_all.is_empty(), kinds >= 2));
    let mut tops = direct.clone();
    let mut with = |more: &[usize], usual: bool| {
        let base: &[usize] = direct.first().map_or(&[], |term| &term.parts);
        let all: Vec<usize> = base.iter().chain(more).copied().collect();
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
pub(super) fn bottoms(rate: &Rate, counts: &[Count]) -> Vec<Term> {
    let corrected = is_corrected(rate);
    let told = |words: &[&str], usual: bool| {
        let outcome = |count: &Count| count.has(OUTCOMES) && corrected;
        let fits = |count: &Count| {
            count.tells(words)
                && (!count.tells(rate.top) || is_named_bottom(rate, count))
                && !count.has(CARRIED)
                && !outcome(count)
        };
        counts
            .iter()
            .enumerate()
            .filter(|(_, count)| fits(count))
            .take(MOST)
            .map(|(index, _)| one(counts, index, usual))
            .collect::<Vec<_>>()
    };
    let mut bottoms = told(rate.bottom, true);
    let taken: Vec<usize> = bottoms.iter().map(|bottom| bottom.parts[0]).collect();
    bottoms.extend(told(rate.bottom_also, false).into_iter().filter(|bottom| !taken.contains(&bottom.parts[0])));
    let carried: Vec<usize> =
        counts.iter().enumerate().filter(|(_, count)| count.has(CARRIED)).map(|(index, _)| index).take(2).collect();
    // What was carried over adds to what was received, not to what was concluded.
    let received = |term: &&Term| !corrected && !counts[term.parts[0]].has(CONCLUDED);
    let more: Vec<Term> = bottoms
        .iter()
        .filter(received)
        .flat_map(|bottom| {
            carried.iter().filter_map(|&index| sum(counts, &[bottom.parts[0], index], bottom.usual, true))
        })
        .collect();
    bottoms.extend(all_of(counts, &bottoms, false));
    more.into_iter().chain(bottoms).collect()
}

/// Every numerator over every denominator of the same unit that is not smaller.
pub(super) fn readings(
    counts: &[Count],
    tops: &[Term],
    bottoms: &[Term],
    factor: i64,
    stated: Decimal,
) -> Vec<Reading> {
    let mut readings = Vec::new();
    for top in tops {
        for bottom in bottoms {
            let apart = top.parts.iter().all(|part| !bottom.parts.contains(part));
            let kin = is_kin(&counts[top.parts[0]].unit, &counts[bottom.parts[0]].unit);
            if apart && kin && bottom.operand.value > Decimal::default() {
                let agreement = top.operand.agreement(bottom.operand, factor, stated);
                let plain = top
                    .operand
                    .over(bottom.operand, factor)
                    .is_some_and(|exact| exact.agreement(stated) == Agreement::Rounded);
                if !plain && (top.operand.is_coarse() || bottom.operand.is_coarse()) {
                    continue;
                }
                readings.push(Reading { top: top.clone(), bottom: bottom.clone(), agreement });
            }
        }
    }
    readings
}

/// The reading that serves best: one that holds before one that nearly holds, the usual one before the others.
pub(super) fn best(readings: &[Reading]) -> Option<&Reading> {
    let rank = |reading: &&Reading| {
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
    let by_chance = |reading: &Reading| reading.agreement == Agreement::LastDigit && !reading.is_usual();
    let usual = readings.iter().any(Reading::is_usual);
    readings.iter().filter(|reading| !usual || !by_chance(reading)).min_by_key(rank)
}
