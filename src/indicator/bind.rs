//! Binds figures to the catalogue by what their clause says.

use super::Indicator;
use super::clause::{self, Clause};
use super::lexicon::{Compiled, LEXICON, WordSet};
use super::rules::{ONE_A_SENTENCE, Which, units};
use super::scope;
use crate::facts::{Facts, Quantity, QuantityKind, Unit};
use crate::front::Front;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::Text;
use crate::text::blank::without_layout;
use crate::text::glyph::Glyphs;
use crate::topic::matcher::Hit;
use crate::topic::{Meaning, Role};

/// Working memory of this stage, kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// The rules' words of the whole text, in order.
    hits: Vec<Hit>,
}

impl Scratch {
    /// Forgets the text before.
    pub fn clear(&mut self) {
        self.hits.clear();
    }
}

/// Takes up the words of the rules that stand in one paragraph.
pub(crate) fn find_words(glyphs: &Glyphs, scratch: &mut Scratch) {
    LEXICON.matcher.find(glyphs.items(), &mut scratch.hits);
}

/// The indicators of a report, in the order of their quantities, from the words taken up.
pub(crate) fn bind(
    text: &Text<'_>,
    outline: &Outline,
    meanings: &[Meaning],
    facts: &Facts,
    front: &Front,
    scratch: &mut Scratch,
    indicators: &mut Vec<Indicator>,
) {
    let hits = std::mem::take(&mut scratch.hits);
    let binder =
        Binder { text, outline, facts, domains: domain_hits(&hits), hits, own_area: scope::OwnArea::of(front) };
    indicators.clear();
    for (index, quantity) in facts.quantities.iter().enumerate() {
        let told = quantity.section.map_or(Role::Measures, |section| meanings[section as usize].role);
        if matches!(told, Role::Problems | Role::Plan | Role::ProblemsAndPlan) || in_passage(outline, quantity.span) {
            continue;
        }
        if let Some(indicator) = binder.indicator(index, quantity, front.year.map(|(year, _)| year)) {
            add(indicators, indicator, &facts.quantities);
        }
    }
    scratch.hits = binder.hits;
}

/// Indicators of one sentence that are looked through: against a sentence that never ends.
const IN_A_SENTENCE: usize = 40;

/// Adds an indicator, unless its sentence has told it already and only one of the two counts.
fn add(indicators: &mut Vec<Indicator>, indicator: Indicator, quantities: &[Quantity]) {
    let sentence = |indicator: &Indicator| quantities[indicator.quantity as usize].sentence;
    let id = indicator.definition.id;
    if let Some((_, which)) = ONE_A_SENTENCE.iter().find(|(known, _)| *known == id) {
        let from = indicators.len().saturating_sub(IN_A_SENTENCE);
        let same = |told: &Indicator| told.definition.id == id && sentence(told) == sentence(&indicator);
        match (which, indicators[from..].iter().rposition(same)) {
            (Which::First, Some(_)) => return,
            (Which::Last, Some(earlier)) => drop(indicators.remove(from + earlier)),
            (_, None) => {}
        }
    }
    indicators.push(indicator);
}

fn in_passage(outline: &Outline, span: Span) -> bool {
    outline.passages.iter().any(|passage| passage.span.contains(span))
}

/// The words that name a domain, the longest where several begin or end together.
fn domain_hits(hits: &[Hit]) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::new();
    for &hit in hits.iter().filter(|hit| LEXICON.domains[hit.word as usize].is_some()) {
        while kept.last().is_some_and(|last| last.start == hit.start && last.end <= hit.end) {
            kept.pop();
        }
        if kept.last().is_none_or(|last| hit.end > last.end) {
            kept.push(hit);
        }
    }
    kept
}

/// How many clauses before its own a figure may take its meaning from.
const EXTENSIONS: usize = 2;

/// Measure words for anything, which leave the naming to the noun.
const GENERAL_UNITS: &[&str] = &["个", "家", "所", "处", "支", "座", "类", "种"];

/// The domains a figure stands in, as bits.
#[derive(Clone, Copy)]
struct Place {
    /// The nearest one.
    nearest: u64,
    /// All that its sentence names so far.
    sentence: u64,
    /// All that its part of the sentence, since the last ；, names so far.
    part: u64,
}

struct Binder<'t, 'a> {
    text: &'t Text<'a>,
    outline: &'t Outline,
    facts: &'t Facts,
    hits: Vec<Hit>,
    domains: Vec<Hit>,
    own_area: scope::OwnArea,
}

impl Binder<'_, '_> {
    fn indicator(&self, index: usize, quantity: &Quantity, year: Option<u16>) -> Option<Indicator> {
        let unit = self.unit_class(quantity)?;
        let source = self.text.source;
        let mut clause = Clause::around(source, &self.facts.quantities, index);
        let left = &source[clause.left.range()];
        if scope::is_other_year(source, left, quantity, &self.facts.dates, year)
            || self.own_area.excludes(left)
            || clause::is_no_total(left)
        {
            return None;
        }
        // 开展法治体检，共6次: a clause that names nothing itself counts what the ones before it name.
        let mut best = self.best_rule(&clause, quantity, unit);
        let mut steps = 0;
        while best.is_none() && steps < EXTENSIONS && clause.extend(source, &self.facts.quantities, quantity) {
            best = self.best_rule(&clause, quantity, unit);
            steps += 1;
        }
        let left = &source[clause.left.range()];
        let (best, change) = best?;
        if unit != units::R && clause::is_goal(left) {
            return None;
        }
        let negative = states_change(best) && change == Some(clause::Change::Down);
        let value = if negative { quantity.value.checked_neg()? } else { quantity.value };
        Some(Indicator { definition: best.definition, value, quantity: index as u32 })
    }

    /// The rule that explains most of a figure's clause, and the change the clause tells of.
    fn best_rule(
        &self,
        clause: &Clause,
        quantity: &Quantity,
        unit: u16,
    ) -> Option<(&'static Compiled, Option<clause::Change>)> {
        let words = self.words(clause);
        if words.is_empty() {
            return None;
        }
        let left = &self.text.source[clause.left.range()];
        let change = clause::change(left);
        let place = Place {
            nearest: self.domain(clause, quantity).map_or(0, |domain| 1 << domain),
            sentence: self.domains_since(clause::sentence_start(self.text.source, quantity), clause, quantity),
            part: self.domains_since(clause::part_start(self.text.source, quantity), clause, quantity),
        };
        let counted_here = self.names_what_is_counted(clause, quantity);
        LEXICON
            .rules
            .iter()
            .filter(|rule| rule.units & unit != 0 && fits(rule, &words, place))
            .filter(|rule| {
                states_change(rule) == change.is_some()
                    || (change == Some(clause::Change::Up) && unit != units::R && !clause::is_difference(left))
            })
            .filter(|rule| !counted_here || self.named_behind(rule, clause))
            .max_by_key(|rule| self.weight(rule, &words, clause, quantity, place))
            .map(|rule| (rule, change))
    }

    /// 七个乡镇的…: with the general measure words the noun behind the figure is what is counted.
    fn names_what_is_counted(&self, clause: &Clause, quantity: &Quantity) -> bool {
        let Unit::Word(unit) = quantity.unit else {
            return matches!(quantity.unit, Unit::None);
        };
        GENERAL_UNITS.contains(&self.text.slice(unit)) && clause.has_noun_behind(self.text.source)
    }

    /// Whether a word of the rule, or one of its domain, stands behind the figure.
    fn named_behind(&self, rule: &Compiled, clause: &Clause) -> bool {
        self.in_span(clause.counted(self.text.source)).any(|hit| {
            rule.clause.iter().any(|group| group.contains(hit.word))
                || LEXICON.domains[hit.word as usize]
                    .is_some_and(|domain| (rule.domains | rule.sentence_domains) >> domain & 1 == 1)
        })
    }

    /// How much of the clause a rule explains: lengths of its longest words, more for those beside the figure.
    fn weight(&self, rule: &Compiled, words: &WordSet, clause: &Clause, quantity: &Quantity, place: Place) -> u32 {
        let mut weight = 0;
        for group in &rule.clause {
            let longest = group.common(words).map(|word| LEXICON.lengths[word as usize]).max().unwrap_or(0);
            weight += u32::from(longest) * 4;
            let beside = self.in_clause(clause).any(|hit| {
                let near = hit.end == quantity.span.start || hit.start == quantity.span.end;
                near && group.common(words).any(|word| word == hit.word)
            });
            weight += u32::from(beside) * 6;
        }
        if rule.domains & place.nearest != 0 {
            weight += 5;
        }
        if rule.sentence_domains & place.sentence != 0 {
            weight += 7;
        }
        weight
    }

    fn in_clause<'s>(&'s self, clause: &'s Clause) -> impl Iterator<Item = &'s Hit> {
        [clause.left, clause.right].into_iter().flat_map(|span| self.in_span(span))
    }

    fn in_span(&self, span: Span) -> impl Iterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.start < span.start);
        self.hits[first..].iter().take_while(move |hit| hit.start < span.end).filter(move |hit| hit.end <= span.end)
    }

    /// The domains named between `start` and the end of the figure's clause.
    fn domains_since(&self, start: u32, clause: &Clause, quantity: &Quantity) -> u64 {
        let first = self.domains.partition_point(|hit| hit.start < start);
        let end = clause.right.end.max(quantity.span.end);
        self.domains[first..]
            .iter()
            .take_while(|hit| hit.end <= end)
            .filter_map(|hit| LEXICON.domains[hit.word as usize])
            .fold(0, |bits, domain| bits | 1 << domain)
    }

    fn words(&self, clause: &Clause) -> WordSet {
        let mut words = WordSet::default();
        for hit in self.in_clause(clause) {
            words.insert(hit.word);
        }
        if !words.is_empty() {
            for span in [clause.left, clause.right] {
                for ch in self.text.source[span.range()].chars() {
                    for (_, word) in LEXICON.singles.iter().filter(|(single, _)| *single == ch) {
                        words.insert(*word);
                    }
                }
            }
        }
        words
    }

    /// The domain a figure stands in: named in its clause, or last named before it in its section, or by a heading above.
    fn domain(&self, clause: &Clause, quantity: &Quantity) -> Option<u8> {
        let before = |from: u32, to: u32| {
            let end = self.domains.partition_point(|hit| hit.start < to);
            self.domains[..end]
                .iter()
                .rev()
                .find(|hit| hit.end <= to && hit.start >= from)
                .and_then(|hit| LEXICON.domains[hit.word as usize])
        };
        let mut section = quantity.section;
        let start = section.map_or(0, |index| self.outline.sections[index as usize].heading.start);
        if let Some(domain) = before(start, clause.right.end.max(quantity.span.end)) {
            return Some(domain);
        }
        while let Some(index) = section {
            let heading = &self.outline.sections[index as usize];
            if let Some(domain) = before(heading.title.start, heading.title.end) {
                return Some(domain);
            }
            section = heading.parent;
        }
        None
    }

    fn unit_class(&self, quantity: &Quantity) -> Option<u16> {
        if matches!(quantity.kind, QuantityKind::Rank | QuantityKind::Duration | QuantityKind::Multiple) {
            return None;
        }
        match quantity.unit {
            Unit::None => Some(units::N),
            Unit::Percent => Some(units::R),
            Unit::Word(span) => {
                let word = without_layout(self.text.slice(span));
                units::TABLE.iter().find(|(known, _)| *known == word).map(|(_, class)| *class)
            }
        }
    }
}

fn fits(rule: &Compiled, words: &WordSet, place: Place) -> bool {
    rule.clause.iter().all(|group| group.meets(words))
        && !rule.not.meets(words)
        && rule.not_domains & place.part == 0
        && (rule.domains | rule.sentence_domains == 0
            || rule.domains & place.nearest != 0
            || rule.sentence_domains & place.sentence != 0)
}

/// Whether an indicator is a change itself (同比变化).
fn states_change(rule: &Compiled) -> bool {
    rule.definition.id.ends_with("_change")
}
