//! Hits, misses and false alarms.

use std::collections::BTreeSet;

/// What a metric counts.
#[derive(Default)]
pub struct Tally {
    pub hit: usize,
    pub miss: usize,
    pub false_alarm: usize,
    pub misses: Vec<String>,
}

impl Tally {
    /// One attribute of something that both sides have: right, or missed and a false alarm.
    pub fn judge(&mut self, right: bool, note: impl FnOnce() -> String) {
        if right {
            self.hit += 1;
        } else {
            self.miss += 1;
            self.false_alarm += 1;
            self.misses.push(note());
        }
    }

    /// Something of the annotation that was not found.
    pub fn missed(&mut self, note: String) {
        self.miss += 1;
        self.misses.push(format!("missed {note}"));
    }

    /// Something found that is not in the annotation.
    pub fn extra(&mut self, note: String) {
        self.false_alarm += 1;
        self.misses.push(format!("extra  {note}"));
    }

    /// Two sets of comparable things.
    pub fn compare<T: Ord + std::fmt::Debug>(want: &BTreeSet<T>, have: &BTreeSet<T>) -> Self {
        let mut tally = Self { hit: want.intersection(have).count(), ..Self::default() };
        want.difference(have).for_each(|item| tally.missed(format!("{item:?}")));
        have.difference(want).for_each(|item| tally.extra(format!("{item:?}")));
        tally
    }

    /// Adds the counts of another report.
    pub fn add(&mut self, other: Self) {
        self.hit += other.hit;
        self.miss += other.miss;
        self.false_alarm += other.false_alarm;
        self.misses.extend(other.misses);
    }

    /// The harmonic mean of precision and recall; 1 where there was nothing to find.
    pub fn f1(&self) -> f64 {
        let all = 2 * self.hit + self.miss + self.false_alarm;
        if all == 0 { 1.0 } else { 2.0 * self.hit as f64 / all as f64 }
    }
}
