//! Binds figures to the catalogue by what their clause says.

use super::clause::{self, Change, Clause};
use super::index::{Index, Scratch};
use super::lexicon::{self, FIRST, SECOND};
use super::rule_sets::{ASKED, Asked, DEFINITIONS, MOST_RULES, RULE_SETS, RULE_WORDS, RuleSet, meets};
use super::rules::{ONE_A_SENTENCE, Which};
use super::said::Said;
use super::told::Told;
use super::{CATALOGUE, Indicator, respective, scope, units};
use crate::facts::{Facts, Quantity, QuantityKind, Unit};
use crate::front::Front;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::Text;
use crate::topic::{Meaning, Role};

/// The indicators of a report, in the order of their quantities, from the words taken up.
pub(crate) fn bind(
    text: &Text<'_>,
    outline: &Outline,
    meanings: &[Meaning],
    facts: &Facts,
    front: &Front,
    scratch: &Scratch,
    indicators: &mut Vec<Indicator>,
) {
    let year = front.year.map(|(year, _)| year);
    let (words, own_area) = (Index::new(scratch), scope::OwnArea::of(front));
    let mut binder = Binder { text, outline, facts, clauses: scratch.clauses(), year, words, own_area };
    indicators.clear();
    for (index, quantity) in facts.quantities.iter().enumerate() {
        let told = quantity.section.map_or(Role::Measures, |section| meanings[section as usize].role);
        if matches!(told, Role::Problems | Role::Plan | Role::ProblemsAndPlan) || in_passage(outline, quantity.span) {
            continue;
        }
        if let Some(indicator) = binder.indicator(index, quantity) {
            add(indicators, indicator, text.slice(scratch.clauses()[index].left), &facts.quantities);
        }
    }
}

/// Indicators of one sentence that are looked through: against a sentence that never ends.
const IN_A_SENTENCE: usize = 40;

/// Adds an indicator, unless its sentence has told it already and only one of the two counts; `left` stands before it.
fn add(indicators: &mut Vec<Indicator>, indicator: Indicator, left: &str, quantities: &[Quantity]) {
    let sentence = |indicator: &Indicator| quantities[indicator.quantity as usize].sentence;
    let id = indicator.definition.id;
    let from = indicators.len().saturating_sub(IN_A_SENTENCE);
    let same = |told: &Indicator| told.definition.id == id && sentence(told) == sentence(&indicator);
    // 开展应急演练25场，其中村级演练21场: a part of what was told. Of what was reviewed the part may be the exact term.
    let part = left.trim_start().starts_with("其中") && id != "rulemaking.reviewed";
    if part && indicators[from..].iter().any(same) {
        return;
    }
    if let Some((_, which)) = ONE_A_SENTENCE.iter().find(|(known, _)| *known == id) {
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

/// How many clauses before its own a figure may take its meaning from.
const EXTENSIONS: usize = 2;

/// Whether a measure word is one for anything, which leaves the naming to the noun.
fn is_general(unit: &str) -> bool {
    matches!(unit, "个" | "家" | "所" | "处" | "支" | "座" | "类" | "种")
}

/// The domains a figure stands in, as bits.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The nearest one.
    nearest: u64,
    /// All that its sentence names so far.
    sentence: u64,
    /// All that its part of the sentence, since the last ；, names so far.
    part: u64,
}

/// A figure with its clause and what that says.
struct Figure<'q> {
    quantity: &'q Quantity,
    unit: u16,
    clause: Clause,
    said: Said,
}

struct Binder<'t, 'a> {
    text: &'t Text<'a>,
    outline: &'t Outline,
    facts: &'t Facts,
    clauses: &'t [Clause],
    year: Option<u16>,
    words: Index<'t>,
    own_area: scope::OwnArea,
}

impl<'a> Binder<'_, 'a> {
    fn indicator(&mut self, index: usize, quantity: &Quantity) -> Option<Indicator> {
        let unit = self.unit_class(quantity)?;
        let source = self.text.source;
        let mut clause = self.clauses[index];
        let own_left = &source[clause.left.range()];
        let name = respective::name(source, self.clauses, index);
        clause.left = name.unwrap_or(clause.left);
        self.words.go_to(quantity.span.start);
        let mut figure = Figure { quantity, unit, clause, said: Said::default() };
        figure.said.take_up_before(self.words.left(clause.left));
        figure.said.take_up_behind(self.words.right(clause.right));
        // 开展法治体检，共6次: a clause that names nothing itself counts what the ones before it name.
        let mut best = self.best_rule(&mut figure);
        let mut steps = 0;
        while best.is_none() && steps < EXTENSIONS && name.is_none() {
            let end = figure.clause.left.start;
            if !figure.clause.extend(source, &self.facts.quantities, quantity) {
                break;
            }
            figure.said.take_up_before(self.words.left_before(figure.clause.left, end));
            best = self.best_rule(&mut figure);
            steps += 1;
        }
        let (best, told) = best?;
        // Few figures come so far: what forbids one is asked last.
        let own = if steps == 0 && name.is_none() { told } else { Told::of(own_left) };
        let may_be_several = |before| self.has_gap(before) || self.words.speaks_of_several_years(before);
        if scope::is_told_of_other_year(self.text, own, quantity, &self.facts.dates, self.year, may_be_several)
            || self.own_area.excludes(own)
            || clause::is_no_total(own_left)
            || (unit != units::R && told.is_goal())
        {
            return None;
        }
        let negative = is_in(best, &RULE_SETS.changes) && told.change() == Some(Change::Down);
        let value = if negative { quantity.value.checked_neg()? } else { quantity.value };
        let definition = &CATALOGUE[usize::from(DEFINITIONS[best])];
        Some(Indicator { definition, value, quantity: index as u32 })
    }

    /// The rule that explains most of a figure's clause, and what the words before the figure tell.
    fn best_rule(&mut self, figure: &mut Figure<'_>) -> Option<(usize, Told<'a>)> {
        let mut rules = figure.said.rules(figure.unit, [figure.clause.left, figure.clause.right], self.text)?;
        let place = self.place(figure, &rules);
        keep(&mut rules, |rule| stands_in(&ASKED[rule], place));
        if rules == [0; RULE_WORDS] {
            return None;
        }
        if self.names_what_is_counted(figure) {
            keep(&mut rules, |rule| self.named_behind(rule, figure));
            if rules == [0; RULE_WORDS] {
                return None;
            }
        }
        let told = self.told(figure);
        let change = told.change();
        if change != Some(Change::Up) || figure.unit == units::R || told.is_difference() {
            let without = if change.is_some() { 0 } else { u64::MAX };
            for (at, rules) in rules.iter_mut().enumerate() {
                *rules &= RULE_SETS.changes[at] ^ without;
            }
        }
        Some((self.heaviest(&rules, figure, place)?, told))
    }

    /// What the words before a figure tell, of which all but those in a gap have been taken up.
    fn told(&self, figure: &Figure<'_>) -> Told<'a> {
        let left = self.text.slice(figure.clause.left);
        if self.has_gap(figure.clause.left) { Told::of(left) } else { Told::known(left, figure.said.cues) }
    }

    /// Whether a gap between lines lies in a span or reaches into it.
    fn has_gap(&self, span: Span) -> bool {
        let gaps = &self.text.gaps;
        let next = gaps.partition_point(|gap| gap.end <= span.start);
        gaps.get(next).is_some_and(|gap| gap.start < span.end)
    }

    /// Of several rules the one that explains most of the clause, the later of two even ones.
    fn heaviest(&self, rules: &RuleSet, figure: &Figure<'_>, place: Place) -> Option<usize> {
        let mut several = members(rules);
        let first = several.next()?;
        if several.next().is_none() {
            return Some(first);
        }
        let explained = self.explained(figure);
        members(rules).max_by_key(|&rule| {
            let asked = &ASKED[rule];
            let nearest = if asked.domains & place.nearest != 0 { 5 } else { 0 };
            let in_sentence = if asked.sentence_domains & place.sentence != 0 { 7 } else { 0 };
            explained[FIRST][rule].weight() + explained[SECOND][rule].weight() + nearest + in_sentence
        })
    }

    /// 七个乡镇的…: with the general measure words the noun behind the figure is what is counted.
    fn names_what_is_counted(&self, figure: &Figure<'_>) -> bool {
        let Unit::Word(unit) = figure.quantity.unit else {
            return matches!(figure.quantity.unit, Unit::None);
        };
        is_general(self.text.slice(unit)) && figure.clause.has_noun_behind(self.text.source)
    }

    /// Whether a word of the rule, or one of its domain, stands behind the figure.
    fn named_behind(&self, rule: usize, figure: &Figure<'_>) -> bool {
        let domains = ASKED[rule].domains | ASKED[rule].sentence_domains;
        self.words.right(figure.clause.counted(self.text.source)).any(|hit| {
            lexicon::finding_lists_of(hit.word).any(|(_, of)| of == rule)
                || lexicon::domain(hit.word).is_some_and(|domain| domains >> domain & 1 == 1)
        })
    }

    /// How much of the clause the first and second lists of all rules explain.
    fn explained(&self, figure: &Figure<'_>) -> [[Explained; MOST_RULES]; 2] {
        let mut explained = [[Explained::default(); MOST_RULES]; 2];
        let mut take_up = |word, near| {
            let length = lexicon::length(word);
            for (list, rule) in lexicon::finding_lists_of(word) {
                let explained = &mut explained[list][rule];
                explained.longest = explained.longest.max(length);
                explained.beside |= near;
            }
        };
        figure.said.singles().for_each(|word| take_up(word, false));
        let span = figure.quantity.span;
        for hit in self.words.left(figure.clause.left).chain(self.words.right(figure.clause.right)) {
            take_up(hit.word, hit.end == span.start || hit.start == span.end);
        }
        explained
    }

    /// The domains a figure stands in, as far as the rules ask for them.
    fn place(&mut self, figure: &Figure<'_>, rules: &RuleSet) -> Place {
        let (source, quantity) = (self.text.source, figure.quantity);
        let end = figure.clause.right.end.max(quantity.span.end);
        let mut place = Place::default();
        if meets(rules, &RULE_SETS.nearest) {
            place.nearest = self.words.domain(quantity.section, end, self.outline).map_or(0, |domain| 1 << domain);
        }
        if meets(rules, &RULE_SETS.sentence) {
            place.sentence = self.words.domains_since(clause::sentence_start(source, quantity), end);
        }
        if meets(rules, &RULE_SETS.part) {
            place.part = self.words.domains_since(clause::part_start(self.text, quantity), end);
        }
        place
    }

    fn unit_class(&self, quantity: &Quantity) -> Option<u16> {
        if matches!(quantity.kind, QuantityKind::Rank | QuantityKind::Duration | QuantityKind::Multiple) {
            return None;
        }
        match quantity.unit {
            Unit::None => Some(units::N),
            Unit::Percent => Some(units::R),
            Unit::Word(span) => units::class(self.text.slice(span)),
        }
    }
}

/// How much of a clause a rule's list explains.
#[derive(Clone, Copy, Default)]
struct Explained {
    /// Length of its longest word there.
    longest: u8,
    /// Whether one of its words stands beside the figure.
    beside: bool,
}

impl Explained {
    fn weight(self) -> u32 {
        u32::from(self.longest) * 4 + u32::from(self.beside) * 6
    }
}

/// Whether a rule's domains allow the place.
fn stands_in(rule: &Asked, place: Place) -> bool {
    rule.not_domains & place.part == 0
        && (rule.domains | rule.sentence_domains == 0
            || rule.domains & place.nearest != 0
            || rule.sentence_domains & place.sentence != 0)
}

/// Keeps the rules of a set that `wanted` takes.
#[inline]
fn keep(rules: &mut RuleSet, wanted: impl Fn(usize) -> bool) {
    for rule in members(rules) {
        if !wanted(rule) {
            rules[rule / 64] &= !(1 << (rule % 64));
        }
    }
}

fn is_in(rule: usize, set: &RuleSet) -> bool {
    set[rule / 64] >> (rule % 64) & 1 == 1
}

/// The rules of a set, in order.
fn members(set: &RuleSet) -> Members {
    Members { set: *set, at: 0 }
}

struct Members {
    set: RuleSet,
    at: usize,
}

impl Iterator for Members {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while let Some(bits) = self.set.get_mut(self.at) {
            if *bits != 0 {
                let bit = bits.trailing_zeros() as usize;
                *bits &= *bits - 1;
                return Some(self.at * 64 + bit);
            }
            self.at += 1;
        }
        None
    }
}
