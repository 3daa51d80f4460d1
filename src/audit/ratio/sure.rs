//! Whether a rate and its counts are sure enough for the rate to be called wrong.

use super::super::Evidence;
use super::super::figure::Figure;
use super::super::rest::without;
use super::Claim;
use super::near::Count;
use super::rates::{QUALIFIERS, Rate, Standard, denominators, numerators};
use super::reading::{Reading, Term};

/// What a name may begin with without saying more.
const PLAIN: &[&str] = &[
    "全年", "全县", "全市", "全区", "全镇", "全省", "全州", "总体", "整体", "年度", "其", "案件", "纠纷", "的", "共",
    "我县", "我市", "我区", "事项",
];

impl Claim<'_, '_, '_, '_> {
    pub(super) fn is_exact(&self, reading: &Reading<'_>) -> bool {
        let parts = reading.top.parts.iter().chain(&reading.bottom.parts);
        self.figure.is_exact()
            && is_digits(self.evidence, self.figure)
            && parts.copied().all(|part| self.counts[part].exact)
    }

    /// Whether the numerator is the only one and follows the denominator with no other between them.
    pub(super) fn is_beside(
        &self,
        standard: &Standard,
        reading: &Reading<'_>,
        tops: &[Term],
        bottoms: &[Term],
    ) -> bool {
        let place = |part: &usize| self.counts[*part].index;
        let unit = |term: &Term| self.counts[term.parts[0]].unit;
        let Some(top) = reading.top.parts.iter().map(place).min() else { return false };
        let like = |term: &&Term| unit(term) == unit(reading.top);
        let nearest = bottoms
            .iter()
            .filter(like)
            .flat_map(|term| &term.parts)
            .filter(|part| place(part) < top)
            .max_by_key(|part| place(part));
        let Some(nearest) = nearest.filter(|nearest| reading.bottom.parts.contains(nearest)) else { return false };
        let behind = |term: &&Term| term.usual && term.parts.iter().all(|part| place(part) > place(nearest));
        standard.is_corrected()
            || tops.iter().filter(like).filter(behind).filter(|term| term.parts.len() == 1).count() == 1
    }

    /// Whether counts beside the numerator tell of other grades or of what is still open: 优秀 counts among the 合格, and
    /// what is 正在调解 may be left out of the base.
    fn is_graded(&self, standard: &Standard, unit: &str) -> bool {
        let rate = standard.rate;
        if standard.ending == "优秀率" {
            return false; // the best grade is one count, whatever the others are
        }
        let by_grade = !rate.top.contains(&"优秀") && rate.top.contains(&"合格");
        let lists = numerators::OPEN | if by_grade { numerators::EXCELLENT } else { 0 };
        let graded = |count: &Count<'_>| count.here && count.unit == unit && count.numerators.has & lists != 0;
        !standard.is_corrected() && self.counts.iter().any(graded)
    }

    /// Whether the counts of `reading` are surely those the rate `name` is made of.
    pub(super) fn is_sure(&self, standard: &Standard, name: &str, reading: &Reading<'_>) -> bool {
        let ending = standard.ending;
        let tops = || reading.top.parts.iter().map(|&part| &self.counts[part]);
        let all = || tops().chain(reading.bottom.parts.iter().map(|&part| &self.counts[part]));
        let unit = self.counts[reading.top.parts[0]].unit;
        let before_ending = &name[..name.len() - ending.len()];
        let qualified = QUALIFIERS
            .iter()
            .all(|word| !before_ending.contains(word) || tops().all(|count| count.words.contains(word)));
        let start = self.figure.quantity.sentence.start as usize;
        let before = self.told_before(start, self.figure.left_start());
        let prefix = without(before_ending, PLAIN);
        let corrected = standard.is_corrected();
        // What was carried over counts in what was received, and is not always told as a number.
        let open = !corrected
            && reading.bottom.parts.len() == 1
            && ["结转", "旧存", "存量", "积案", "往年"].iter().any(|word| before.contains(word));
        let near = |count: &Count<'_>| {
            count.here
                || corrected
                || self.domain(count).is_some_and(|domain| tops().all(|top| self.domain(top) == Some(domain)))
        };
        self.is_exact(reading)
            && reading.top.whole
            && reading.top.operand.value <= reading.bottom.operand.value
            && all().all(|count| {
                count.unit == unit
                    && (count.numerators.has & numerators::OTHER_BASE == 0
                        || count.denominators.has & denominators::CARRIED != 0)
            })
            && all().all(near)
            && qualified
            && !self.is_graded(standard, unit)
            && !(name.contains("直接") && tops().any(|count| count.words.contains("综合")))
            && !open
            && (prefix.as_str().is_empty() || before.contains(prefix.as_str()))
            && (ending != "化解率" || !tops().any(|count| count.denominators.told & standard.bottom() != 0))
    }

    /// What a count's indicator belongs to: `reconsideration`.
    fn domain(&self, count: &Count<'_>) -> Option<&'static str> {
        let indicator = self.figures.all.get(count.index)?.indicator?;
        self.evidence.indicators[indicator as usize].definition.id.split('.').next()
    }

    /// 败诉 and 纠错 are counted over concluded cases, of which there are hardly more than were received: over those the
    /// rate cannot be lower.
    pub(super) fn is_too_low(&self, rate: &Rate, reading: &Reading<'_>) -> bool {
        let counted = matches!(rate.reading[0], "败诉" | "纠错");
        let beside = reading
            .top
            .parts
            .iter()
            .chain(&reading.bottom.parts)
            .all(|&part| self.index - self.counts[part].index.min(self.index) <= 3);
        let exact = reading.top.operand.over(reading.bottom.operand, self.factor);
        counted
            && reading.top.usual
            && beside
            && exact.is_some_and(|exact| exact.cmp_decimal(self.stated) == Some(std::cmp::Ordering::Greater))
    }
}

/// Whether the percentage is written in digits: 六成 is a round figure.
fn is_digits(evidence: &Evidence<'_, '_>, figure: &Figure<'_>) -> bool {
    let text = &evidence.text.source[figure.span().range()];
    !text.contains(['成', '半']) && text.contains(|ch: char| ch.is_ascii_digit() || matches!(ch, '０'..='９'))
}
