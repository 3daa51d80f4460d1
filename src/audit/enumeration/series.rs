//! Numbers announced that are no list of names: a span of years, the items 一是, 二是, as many figures.

use smallvec::{SmallVec, smallvec};

use super::super::listing;
use super::{Announcement, Reader};
use crate::audit::{Check, CheckKind, Verdict};
use crate::facts::{DateFact, QuantityKind};
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::words::Words;

/// Longest series of 一是, 二是 that is followed, in characters.
const SERIES: usize = 4000;

impl Reader<'_, '_, '_> {
    /// 三年行动（2023—2025年）: the years from the first to the last.
    pub(super) fn years(&self, announcement: Announcement) -> Option<Check> {
        static PLANS: Words =
            Words::new(&["行动", "攻坚", "规划", "计划", "方案", "提升", "整治", "倍增", "会战", "工程"]);
        let Announcement { to, count, .. } = announcement;
        let bracket = (to + 1..(to + 26).min(self.items().len()))
            .find(|&at| matches!(self.ch(at), '(' | '。' | '，' | '；' | ',' | ';' | '、'))?;
        let words = self.words(to + 1, bracket);
        if self.ch(bracket) != '(' || !PLANS.are_in(&words) || words.contains('年') {
            return None;
        }
        let (start, end) = (self.items()[bracket].at, self.items().get(listing::close(self.items(), bracket)?)?.at);
        let dates = &self.evidence.facts.dates;
        let date = dates.get(dates.partition_point(|date| date.span.start < start)).filter(|date| date.span.end <= end);
        let bare = self.bare_years(bracket + 1);
        let (span, first_year, last_year, by_month) = match (date, bare) {
            (Some(&DateFact { span, date: first, end: Some(last) }), _) => {
                (span, first.year?, last.year.or(first.year)?, first.month.is_some() || last.month.is_some())
            }
            (_, Some((span, first, last))) => (span, first, last, false),
            _ => return None,
        };
        let apart = usize::from(last_year.checked_sub(first_year)?);
        let stated = self.glyphs.span(announcement.from, to + 1);
        let mut check = if apart + 1 == count || by_month && apart == count {
            let explanation =
                phrase!(first_year, "年至", last_year, "年首尾共", apart + 1, "年，与“", count, "年”相符");
            Check::new(CheckKind::Enumeration, Verdict::Consistent, &[stated, span], explanation)
        } else if by_month {
            return None;
        } else {
            let explanation =
                phrase!("称", count, "年，而", first_year, "年至", last_year, "年首尾共", apart + 1, "年，请核对");
            Check::new(CheckKind::Enumeration, Verdict::Inconsistent, &[stated, span], explanation)
        };
        check.stated = Some(phrase!(count));
        check.computed = Some(phrase!(apart + 1));
        check.formula = phrase!(last_year, " - ", first_year, " + 1");
        check.reading = Some("首尾两年都计入".into());
        Some(check)
    }

    /// Two years that are all a bracket holds: (2023-2025).
    fn bare_years(&self, from: usize) -> Option<(Span, u16, u16)> {
        let year = |at: usize| {
            (at..at + 4).try_fold(0_u16, |year, at| Some(year * 10 + u16::try_from(self.ch(at).to_digit(10)?).ok()?))
        };
        let dashes =
            (from + 4..from + 7).take_while(|&at| matches!(self.ch(at), '-' | '—' | '–' | '~' | '～' | '至')).count();
        let second = from + 4 + dashes;
        let (first, last) = (year(from)?, year(second)?);
        let plausible =
            dashes > 0 && self.ch(second + 4) == ')' && (1990..2100).contains(&first) && first <= last && last < 2100;
        plausible.then(|| (self.glyphs.span(from, second + 4), first, last))
    }

    /// 四项措施：一是…；二是…: the items of the paragraph.
    pub(super) fn items_behind(&self, announcement: Announcement, stated: Span) -> Option<Check> {
        const DIGITS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
        let at = announcement.to + 1;
        let colon = (at..(at + 12).min(self.items().len()))
            .find(|&at| matches!(self.ch(at), '：' | ':' | '，' | ',' | '。' | '；' | '、'))?;
        if !matches!(self.ch(colon), '：' | ':') || !self.has(colon + 1, "一是") {
            return None;
        }
        let mut told = 0;
        let mut spans: SmallVec<[Span; 24]> = smallvec![stated];
        for index in colon + 1..self.items().len().min(colon + SERIES) {
            if told < DIGITS.len()
                && self.ch(index) == DIGITS[told]
                && self.ch(index + 1) == '是'
                && (told == 0 || matches!(self.ch(index - 1), '；' | ';' | '。' | '，' | ','))
            {
                told += 1;
                spans.push(self.glyphs.span(index, index + 2));
            } else if told > 0 && self.has(index, "一是") {
                break;
            }
        }
        let count = announcement.count;
        let verdict = if told == count { Verdict::Consistent } else { Verdict::Inconsistent };
        let cut = self.items().len() > colon + SERIES;
        if told < 2 || told != count && (cut || self.is_continued() || told == DIGITS.len()) {
            return None;
        }
        let explanation = match verdict {
            Verdict::Consistent => phrase!("称", count, "项，列举", told, "项，相符"),
            _ => phrase!("称", count, "项，而所列为", told, "项，请核对"),
        };
        let mut check = Check::new(CheckKind::Enumeration, verdict, &spans, explanation);
        check.stated = Some(phrase!(count));
        check.computed = Some(phrase!(told));
        check.formula = phrase!(told, " ", if told == count { "=" } else { "≠" }, " ", count);
        check.reading = Some("所列即所称的全部".into());
        Some(check)
    }

    /// “三减”行动，砍掉环节3个、…: as many figures as the name says.
    pub(super) fn figures_behind(&self, announcement: Announcement, stated: Span, from: usize) -> Option<Check> {
        let start = self.items().get(from)?.at;
        let quantities = &self.evidence.facts.quantities;
        let first = quantities.partition_point(|quantity| quantity.span.start < start);
        let sentence = quantities.get(first)?.sentence;
        if !sentence.contains_offset(start) || announcement.count < 3 {
            return None;
        }
        let inside = quantities[first..].iter().take_while(|quantity| quantity.span.start < sentence.end).take(24);
        let counted: SmallVec<[Span; 24]> = inside
            .filter(|quantity| {
                matches!(quantity.kind, QuantityKind::Count | QuantityKind::Duration | QuantityKind::Money)
            })
            .map(|quantity| quantity.span)
            .collect();
        if counted.len() != announcement.count {
            return None;
        }
        let count = announcement.count;
        let mut spans: SmallVec<[Span; 24]> = smallvec![stated];
        spans.extend(counted);
        let mut check = Check::new(
            CheckKind::Enumeration,
            Verdict::Consistent,
            &spans,
            phrase!("称", count, "项，其后列有", count, "项数字，相符"),
        );
        check.stated = Some(phrase!(count));
        check.computed = Some(phrase!(count));
        check.formula = phrase!(count, " = ", count);
        check.reading = Some("所列即所称的全部".into());
        Some(check)
    }
}
