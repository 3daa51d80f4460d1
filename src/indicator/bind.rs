//! Binds figures to the catalogue by what their clause says.

use super::Indicator;
use super::clause::{self, Clause};
use super::lexicon::{Compiled, LEXICON, WordSet};
use super::rules::units;
use crate::facts::{Facts, Quantity, QuantityKind, Unit};
use crate::front::Front;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::Text;
use crate::text::blank::without_layout;
use crate::text::glyph::Glyphs;
use crate::topic::matcher::Hit;
use crate::topic::{Meaning, Role};

/// The indicators of a report, in the order of their quantities.
pub(crate) fn bind(text: &Text<'_>, outline: &Outline, meanings: &[Meaning], facts: &Facts, front: &Front) -> Vec<Indicator> {
    let mut hits = Vec::new();
    let mut glyphs = Glyphs::default();
    for paragraph in &text.paragraphs {
        glyphs.fill(text.source, paragraph.span, text.gaps_of(paragraph));
        LEXICON.matcher.find(glyphs.items(), &mut hits);
    }
    let binder = Binder { text, outline, facts, domains: domain_hits(&hits), hits, own_area: clause::OwnArea::of(front) };
    let mut indicators = Vec::new();
    for (index, quantity) in facts.quantities.iter().enumerate() {
        let told = quantity.section.map_or(Role::Measures, |section| meanings[section as usize].role);
        if matches!(told, Role::Problems | Role::Plan | Role::ProblemsAndPlan) || in_passage(outline, quantity.span) {
            continue;
        }
        if let Some(indicator) = binder.indicator(index, quantity, front.year.map(|(year, _)| year)) {
            indicators.push(indicator);
        }
    }
    indicators
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

struct Binder<'t, 'a> {
    text: &'t Text<'a>,
    outline: &'t Outline,
    facts: &'t Facts,
    hits: Vec<Hit>,
    domains: Vec<Hit>,
    own_area: clause::OwnArea,
}

impl Binder<'_, '_> {
    fn indicator(&self, index: usize, quantity: &Quantity, year: Option<u16>) -> Option<Indicator> {
        let unit = self.unit_class(quantity)?;
        let mut clause = Clause::around(self.text.source, &self.facts.quantities, index);
        let mut words = self.words(&clause);
        // 开展法治体检，共6次: a clause that says nothing itself counts what the one before says.
        while words.is_empty() && clause.extend(self.text.source, &self.facts.quantities, index) {
            words = self.words(&clause);
        }
        if words.is_empty() {
            return None;
        }
        let left = &self.text.source[clause.left.range()];
        if clause::is_other_year(left, quantity, &self.facts.dates, year) || self.own_area.excludes(left) {
            return None;
        }
        let change = clause::change(left);
        let domain = self.domain(&clause, quantity);
        let best = LEXICON
            .rules
            .iter()
            .filter(|rule| rule.units & unit != 0 && fits(rule, &words, domain))
            .filter(|rule| states_change(rule) == change.is_some() || (change == Some(clause::Change::Up) && unit != units::R && !clause::is_difference(left)))
            .max_by_key(|rule| self.weight(rule, &words, &clause, quantity, domain))?;
        if clause::is_goal(left) {
            return None;
        }
        let negative = states_change(best) && change == Some(clause::Change::Down);
        let value = if negative { quantity.value.checked_neg()? } else { quantity.value };
        Some(Indicator { definition: best.definition, value, quantity: index as u32 })
    }

    /// How much of the clause a rule explains: lengths of its longest words, more for those beside the figure.
    fn weight(&self, rule: &Compiled, words: &WordSet, clause: &Clause, quantity: &Quantity, domain: Option<u8>) -> u32 {
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
        if rule.domains != 0 && domain.is_some() {
            weight += 5;
        }
        weight
    }

    fn in_clause<'s>(&'s self, clause: &'s Clause) -> impl Iterator<Item = &'s Hit> {
        [clause.left, clause.right].into_iter().flat_map(|span| {
            let first = self.hits.partition_point(|hit| hit.start < span.start);
            self.hits[first..].iter().take_while(move |hit| hit.start < span.end).filter(move |hit| hit.end <= span.end)
        })
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
            self.domains[..end].iter().rev().find(|hit| hit.end <= to && hit.start >= from).and_then(|hit| LEXICON.domains[hit.word as usize])
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

fn fits(rule: &Compiled, words: &WordSet, domain: Option<u8>) -> bool {
    rule.clause.iter().all(|group| group.meets(words))
        && !rule.not.meets(words)
        && (rule.domains == 0 || domain.is_some_and(|domain| rule.domains >> domain & 1 == 1))
}

/// Whether an indicator is a change itself (同比变化).
fn states_change(rule: &Compiled) -> bool {
    rule.definition.id.ends_with("_change")
}
