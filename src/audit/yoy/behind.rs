//! What stands right behind a change: 同比增长17.6%（上年74件）, 同比增长17.6%，上年为74件, 同比增长17.6%，增加11件.

use super::{Reader, words};

impl Reader<'_, '_, '_, '_> {
    /// The base right behind the change `index`: in a bracket, or alone in the next clause.
    pub(super) fn base_behind(&self, index: usize) -> Option<usize> {
        let (change, behind) = (self.figure(index), index + 1);
        let figure = self.figures.all.get(behind)?;
        if figure.quantity.sentence != change.quantity.sentence || !figure.is_amount() {
            return None;
        }
        let (from, to) = (change.span().end as usize, figure.span().start as usize);
        let between = self.figures.squeezed(from.min(to), to);
        let is_base = || words::is_base(self.left(behind), self.last_year());
        let alone = || {
            let left = between.strip_prefix(['，', ','])?;
            // 核发3.25万张，增长24.5%，2022年核发2.61万张: what is done is told twice, or once.
            let verb = words::bare_base(left, self.last_year())?;
            let told_twice = index.checked_sub(1).is_some_and(|now| self.left(now).contains(verb));
            (told_twice && figure.right.trim().is_empty()).then_some(())
        };
        ((between.starts_with(['（', '(']) || alone().is_some()) && is_base()).then_some(behind)
    }

    /// The change in number right behind that in percent: 立案743起，同比下降12.7%，减少108起.
    pub(super) fn difference_behind(&self, index: usize) -> Option<usize> {
        let (change, behind) = (self.figure(index), index + 1);
        let figure = self.figures.all.get(behind)?;
        let left = self.left(behind);
        let (from, to) = (change.span().end as usize, figure.span().start as usize);
        let alone = || self.figures.squeezed(from.min(to), to).trim_start_matches(['，', ',']) == left;
        let told = words::told(left).filter(|told| told.at == 0)?;
        let same_way = words::told(self.left(index)).is_some_and(|percent| percent.change == told.change);
        let sentence = figure.quantity.sentence == change.quantity.sentence;
        let ends = figure.right.trim().is_empty();
        (sentence && figure.is_amount() && same_way && ends && alone()).then_some(behind)
    }
}
