//! A stated rate against its counts, wherever they stand in its sentence or the ones before.
//!
//! A rate is wrong only where its name, its numerator and its denominator are sure and no recognised reading fits.

mod near;
mod rates;
mod reading;
mod report;
mod share;
mod sure;

use super::figure::{Figure, Figures};
use super::fraction::Agreement;
use super::rest::without;
use super::target::whole_numbers;
use super::{Check, Evidence, Verdict, list_stated};
use crate::decimal::Decimal;
use crate::indicator::clause;
use crate::text::words::Words;
use near::{Count, Counts, Near};
use rates::{Rate, Strength};
use reading::{Reading, Term, Terms};
use report::Reason;

/// Working memory of this rule, kept from one report to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    counts: near::Table,
    /// Where figures stand that another rule has judged, in order.
    claimed: Vec<u32>,
}

pub(super) fn check(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    scratch: &mut Scratch,
    checks: &mut Vec<Check>,
) {
    let Scratch { counts, claimed } = scratch;
    list_stated(checks, claimed);
    counts.clear(figures.all.len());
    for (index, figure) in figures.all.iter().enumerate() {
        let taken = || claimed.binary_search(&figure.span().start).is_ok();
        let round = || evidence.text.source[figure.span().range()].contains('成');
        if figure.is_percent() && !taken() && !round() && figure.told && !clause::is_goal(figure.left) {
            let names = near::names(figures, index);
            // Without a name only a share is worked out from counts.
            let counted = !names.is_empty() || share::may_be(figures, evidence.text.source, index);
            let mut near = if counted { Near::of(evidence, figures, index) } else { Near::default() };
            counts.read(evidence, figures, &mut near, &names);
            let counts = counts.counts(figures, &near);
            checks.push(Claim::new(evidence, figures, counts, index).check(&names));
        }
    }
}

/// A rate with what stands around it.
struct Claim<'c, 'e, 't, 'f> {
    evidence: &'c Evidence<'e, 't>,
    figure: &'c Figure<'f>,
    index: usize,
    counts: Counts<'c>,
    stated: Decimal,
    factor: i64,
    figures: &'c Figures<'f>,
    /// Where among the counts the halves of a printed fraction are, and whether it surely is the rate's.
    slash: Option<(usize, bool)>,
}

/// A reading that was taken.
struct Worked {
    top: Term,
    bottom: Term,
}

impl Worked {
    fn of(reading: &Reading<'_>) -> Self {
        Self { top: reading.top.clone(), bottom: reading.bottom.clone() }
    }
}

/// What a rate's counts say of it.
struct Finding {
    verdict: Verdict,
    reading: Option<Worked>,
    /// The definition in Chinese: numerator and denominator.
    definition: [&'static str; 2],
    why: Reason,
}

impl<'c, 'e, 't, 'f> Claim<'c, 'e, 't, 'f> {
    fn new(evidence: &'c Evidence<'e, 't>, figures: &'c Figures<'f>, mut counts: Counts<'c>, index: usize) -> Self {
        let figure = &figures.all[index];
        let factor = if figure.unit == "‰" { 1000 } else { 100 };
        let slash = near::fraction(evidence, figures, index).map(|(halves, surely)| {
            let at = counts.len();
            counts.extend(halves);
            (at, surely)
        });
        Self { evidence, figure, index, counts, stated: figure.quantity.value, factor, figures, slash }
    }

    fn check(&self, names: &[&str]) -> Check {
        let unknown = || self.unknown("没有写明所依据的数");
        let mut finding = match names {
            [] => self.share().unwrap_or_else(unknown),
            names => {
                let findings = names.iter().map(|name| self.slashed().unwrap_or_else(|| self.named(name)));
                let rank = |finding: &Finding| match finding.verdict {
                    Verdict::Consistent => 0,
                    Verdict::Inconsistent => 1,
                    Verdict::Ambiguous => 2,
                    Verdict::Uncheckable => 3,
                };
                findings.max_by_key(rank).unwrap_or_else(unknown)
            }
        };
        // One figure for several rates: counts of one of them do not judge the others.
        if names.len() > 1 && finding.verdict == Verdict::Inconsistent {
            finding = self.unknown("一个百分数对应几个比率");
        }
        self.report(names, finding)
    }

    fn unknown(&self, why: &'static str) -> Finding {
        Finding { verdict: Verdict::Uncheckable, reading: None, definition: ["", ""], why: why.into() }
    }

    /// 2160/2193 printed beside the rate.
    fn slashed(&self) -> Option<Finding> {
        let (top, surely) = self.slash?;
        let (over, under) = ([reading::one(&self.counts, top, true)], [reading::one(&self.counts, top + 1, true)]);
        let reading = reading::readings(&self.counts, &over, &under, self.factor, self.stated).pop()?;
        let definition = ["所列分子", "所列分母"];
        if reading.agreement != Agreement::Mismatch {
            return Some(self.fitting(&reading, &[], definition));
        }
        let sure = surely && self.is_exact(&reading);
        sure.then_some(Finding {
            verdict: Verdict::Inconsistent,
            reading: Some(Worked::of(&reading)),
            definition,
            why: Reason::default(),
        })
    }

    /// A rate with a name.
    fn named(&self, name: &str) -> Finding {
        const NO_TOP: &str = "报告没有写明分子";
        if self.counts.is_empty() {
            return self.unknown(NO_TOP);
        }
        // 反馈问题138个，整改完成131个，完成率94.9%: of what was to be mended.
        let mended = name == "完成率" && self.counts.iter().find(|count| count.here).is_some_and(Count::is_mended);
        let name = if mended { "整改完成率" } else { name };
        let standard = rates::standard(name);
        // A rate nobody has a table for: 公示率 is made of what was 公示.
        let stem = rates::stem(name);
        if let Some(finding) = self.all_done(standard.map(|standard| standard.rate), stem) {
            return finding;
        }
        let mut tops: Terms = match &standard {
            Some(standard) => reading::tops(standard, &self.counts),
            None => {
                let told = |(_, count): &(usize, &Count<'_>)| count.here && near::tells(count.words, stem);
                let tops = self.counts.iter().enumerate().filter(told);
                tops.map(|(at, _)| reading::one(&self.counts, at, true)).collect()
            }
        };
        let in_bracket = self.in_bracket();
        tops.extend(in_bracket.map(|at| reading::one(&self.counts, at, false)));
        if tops.is_empty() {
            return self.unknown(NO_TOP);
        }
        let (bottoms, definition, strength) = standard.map_or((Terms::new(), ["", ""], Strength::Weak), |standard| {
            (reading::bottoms(&standard, &self.counts), standard.rate.reading, standard.rate.strength)
        });
        let readings = reading::readings(&self.counts, &tops, &bottoms, self.factor, self.stated);
        let best = reading::best(&readings);
        let told_behind = |fit: &Reading<'_>| in_bracket.is_some_and(|at| fit.top.parts.contains(&at));
        if let Some(best) = best.filter(|best| best.agreement != Agreement::Mismatch) {
            return self.fitting(&best, if told_behind(&best) { &[] } else { &readings }, definition);
        }
        let any_bottom = self.any_bottom(&tops);
        let loose = reading::readings(&self.counts, &tops, &any_bottom, self.factor, self.stated);
        if let Some(fit) = reading::best(&loose)
            .filter(|fit| matches!(fit.agreement, Agreement::Rounded | Agreement::Within | Agreement::CutOff))
        {
            // Counts without the words of a denominator, but they give the rate: side by side they need no words.
            let place = |term: &Term| term.parts.iter().map(|&part| self.counts[part].index).max();
            let beside = place(fit.bottom).is_some_and(|bottom| place(fit.top) == Some(bottom + 1));
            return self.fitting(&fit, if beside || told_behind(&fit) { &[] } else { &readings }, definition);
        }
        let Some(best) = best else {
            return self.unknown("报告没有写明分母");
        };
        if strength == Strength::Firm
            && let Some(standard) = standard
            && let Some(sure) = readings
                .iter()
                .filter(|reading| reading.is_usual() || self.is_too_low(standard.rate, reading))
                .find(|reading| {
                    self.is_beside(&standard, reading, &tops, &bottoms) && self.is_sure(&standard, name, reading)
                })
        {
            if self.stated == Decimal::from_integer(100)
                && ["办结率", "办理率", "办复率", "答复率", "回复率"].iter().any(|word| standard.ending.ends_with(word))
            {
                let why = "未到期的如不计入分母，可为100%".into();
                return Finding { verdict: Verdict::Ambiguous, reading: Some(Worked::of(sure)), definition, why };
            }
            return Finding {
                verdict: Verdict::Inconsistent,
                reading: Some(Worked::of(sure)),
                definition,
                why: Reason::default(),
            };
        }
        if strength == Strength::Unsettled && best.top.usual {
            return self.unsettled(&best, definition);
        }
        Finding {
            verdict: Verdict::Uncheckable,
            reading: None,
            definition,
            why: "所列的数与这一比率的口径对不上".into(),
        }
    }

    /// A rate whose definition is not settled, with counts that do not give it.
    fn unsettled(&self, best: &Reading<'_>, definition: [&'static str; 2]) -> Finding {
        let inferred = whole_numbers(best.top.operand.value, self.stated).filter(|(first, last)| first == last);
        let why = Reason { text: "这一比率没有统一口径", base: inferred.map(|(base, _)| base) };
        Finding { verdict: Verdict::Ambiguous, reading: Some(Worked::of(best)), definition, why }
    }

    /// A reading that gives the rate, or nearly.
    fn fitting(&self, fit: &Reading<'_>, readings: &[Reading<'_>], definition: [&'static str; 2]) -> Finding {
        if fit.agreement != Agreement::Rounded && !self.is_exact(fit) {
            return self.unknown("所依据的是约数");
        }
        // 市本级审结100件，县级审结180件 over what both received is no other definition.
        let taken_together = fit.top.parts.len() > 1 && fit.top.parts.len() == fit.bottom.parts.len();
        let usual_fails = !fit.is_usual()
            && !taken_together
            && readings.iter().any(|reading| {
                reading.is_usual() && self.is_exact(reading) && !self.is_apart(reading, fit, definition)
            });
        let (verdict, why) = if fit.agreement != Agreement::Rounded {
            let why = match fit.agreement {
                Agreement::CutOff => "按截取而不是四舍五入才相合",
                Agreement::Within => "所列的数是取整后的，在取整范围内可以相合",
                _ => "末位相差一个单位",
            };
            (Verdict::Ambiguous, why)
        } else if !self.is_exact(fit) {
            (Verdict::Ambiguous, "所依据的是约数")
        } else if usual_fails {
            (Verdict::Ambiguous, "按通常口径不相合，换一种口径才相合")
        } else {
            (Verdict::Consistent, "")
        };
        Finding { verdict, reading: Some(Worked::of(fit)), definition, why: why.into() }
    }

    /// Whether the base of `usual` was told before that of `fit`, in another statement: that of other cases. What was
    /// corrected is told apart from what was concluded more often than not.
    fn is_apart(&self, usual: &Reading<'_>, fit: &Reading<'_>, definition: [&str; 2]) -> bool {
        if definition[0].starts_with("纠错") {
            return false;
        }
        let from = usual.bottom.parts.iter().map(|&part| self.counts[part].span.end).max();
        let to = fit.bottom.parts.iter().map(|&part| self.counts[part].span.start).min();
        let between = from.zip(to).and_then(|(from, to)| self.evidence.text.source.get(from as usize..to as usize));
        between.is_some_and(|between| between.contains(['；', ';', '。']))
    }

    /// 优秀率65%（403宗）: a count alone in the bracket behind the rate is its numerator.
    fn in_bracket(&self) -> Option<usize> {
        let alone =
            |count: &Count<'_>| count.index == self.index + 1 && self.figures.all[count.index].left.trim().is_empty();
        self.counts.iter().position(alone)
    }

    /// 均在规定时限内办复: what was counted is what was done.
    fn all_done(&self, rate: Option<&Rate>, stem: &str) -> Option<Finding> {
        let near = || self.counts.iter().filter(|count| count.here && count.index < self.index);
        let last = near().next()?;
        let from = last.span.end as usize;
        let text = self.told_before(from, self.figure.left_start());
        let at = all_said(text)?;
        let end = text[at..].char_indices().nth(SAID).map_or(text.len(), |(end, _)| at + end);
        let said = without(&text[at..end], &["平均"]);
        let said = said.as_str();
        let words: &[&str] = rate.map_or(&[], |rate| rate.top);
        if !words.iter().chain(&[stem]).any(|word| said.contains(*word)) || said.contains('未') {
            return None;
        }
        let start = near().take_while(|count| count.unit == last.unit).take(3).count();
        let parts: reading::Parts = (0..start).rev().collect();
        let mut operand = last.operand;
        for count in near().take(start).skip(1) {
            operand = operand.plus(count.operand)?;
        }
        let term = Term { parts, operand, usual: true, whole: true };
        let agreement = operand.over(operand, self.factor)?.agreement(self.stated);
        let reading = Worked { top: term.clone(), bottom: term };
        let why = "全部完成，分子即所列各数之和".into();
        (agreement == Agreement::Rounded).then_some(Finding {
            verdict: Verdict::Consistent,
            reading: Some(reading),
            definition: ["", ""],
            why,
        })
    }

    /// Every count of the sentence that a numerator may be a part of.
    fn any_bottom(&self, tops: &[Term]) -> Terms {
        let least = tops.iter().map(|top| top.operand.value).min();
        let large = |count: &Count<'_>| count.here && least.is_some_and(|least| count.operand.value >= least);
        let counts = self.counts.iter().enumerate().filter(|(_, count)| large(count)).take(8);
        counts.map(|(at, _)| reading::one(&self.counts, at, false)).collect()
    }
}

/// How many characters behind 均 are read for what was done.
const SAID: usize = 16;

/// Where the words go on behind the first 均 or 全部; 平均 is neither.
fn all_said(text: &str) -> Option<usize> {
    static ALL: Words = Words::new(&["全部", "均", "全数", "全都"]);
    let mut from = 0;
    loop {
        let (at, word) = ALL.find(&text[from..])?;
        let (at, end) = (from + at, from + at + word.len());
        if word != "均" || !text[..at].ends_with('平') {
            return Some(end);
        }
        from = end;
    }
}
