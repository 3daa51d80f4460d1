//! One paragraph from left to right: what each character may begin, and who reads it.

use super::date;
use super::digits;
use super::han;
use super::names;
use super::opaque;
use super::quantity::{self, Figure, LONGEST_LEAD, Measure};
use super::rank;
use super::sentence::Sentences;
use super::share;
use super::unit;
use super::view::View;
use super::{Citation, DateFact, DocNumber, Facts, Quantity, Unit, citation, doc_number};
use crate::span::Span;
use crate::text::class;
use crate::text::glyph::Glyphs;
use crate::text::numeral::{self, Digits, Script};

/// The longest quoted name, in characters; what is longer is speech, unless a plus sign makes it a formula.
const LONGEST_NAME: usize = 20;
/// The longest quoted formula (“1名干部+1名律师+…”), in characters.
const LONGEST_FORMULA: usize = 60;

/// Reads one paragraph into the facts.
pub(super) struct Scanner<'a, 'f> {
    glyphs: &'a Glyphs,
    view: View<'a>,
    markers: &'a [Span],
    facts: &'f mut Facts,
    max: usize,
    sentences: Sentences,
    /// The quoted name last begun: index of its first character and of its closing mark.
    quoted: (usize, usize),
    /// Index behind the last document number or marker, where the code of the next one may begin.
    floor: usize,
    fitted: bool,
}

impl<'a, 'f> Scanner<'a, 'f> {
    pub fn new(facts: &'f mut Facts, glyphs: &'a Glyphs, markers: &'a [Span], max: usize) -> Self {
        let view = View::new(glyphs.items());
        Self {
            glyphs,
            view,
            markers,
            facts,
            max,
            sentences: Sentences::default(),
            quoted: (0, 0),
            floor: 0,
            fitted: true,
        }
    }

    /// Reads the paragraph; returns whether everything fitted.
    pub fn run(mut self) -> bool {
        let mut next = 0;
        while let Some(index) = class::find(self.view.items(), next, class::BEGINNER) {
            next = self.behind_marker(index).unwrap_or_else(|| self.step(index));
        }
        self.fitted
    }

    /// Index behind the marker that stands at `index`.
    fn behind_marker(&mut self, index: usize) -> Option<usize> {
        let at = self.view.items()[index].at;
        while self.markers.first().is_some_and(|marker| marker.end <= at) {
            self.markers = &self.markers[1..];
        }
        let marker = self.markers.first().filter(|marker| marker.contains_offset(at))?;
        let end = self.glyphs.index_at(marker.end);
        self.floor = end;
        Some(end.max(index + 1))
    }

    /// Reads what begins at `index` and returns the index behind it.
    fn step(&mut self, index: usize) -> usize {
        match self.view.ch(index) {
            '0'..='9' => self.digits(index),
            '.' if self.view.ch(index + 1).is_ascii_digit() && index == 0 => self.digits(index),
            'a'..='z' | 'A'..='Z' => self.latin(index),
            '《' => self.title(index),
            '〔' | '[' | '(' | '【' | '﹝' | '{' => self.doc_number(index).unwrap_or(index + 1),
            '“' | '‘' | '「' | '"' => self.quotation(index),
            '第' => self.ordinal(index),
            '前' if self.counts(index + 1) => self.date(index).unwrap_or(index + 1),
            '半' => self.half(index),
            ch if numeral::is_numeral(ch) => self.han(index),
            _ => index + 1,
        }
    }

    fn digits(&mut self, index: usize) -> usize {
        let items = self.view.items();
        let plain = numeral::plain(items, index);
        let behind = match plain {
            Some(digits) if digits.decimals > 0 => index + digits.whole,
            Some(digits) if !numeral::may_go_on(items, digits.end) => digits.end,
            _ => numeral::skip(items, index),
        };
        if let Some(end) = self.date_or_share(index, behind) {
            return end;
        }
        let Some(digits) = plain.or_else(|| numeral::digits(items, index)) else { return behind };
        if let Some(end) = opaque::read(self.view, index, behind, &digits) {
            return end;
        }
        self.figure(index, &digits).unwrap_or(behind)
    }

    /// Reads the date or share whose number reaches from `index` to `behind`.
    fn date_or_share(&mut self, index: usize, behind: usize) -> Option<usize> {
        let next = self.view.class(behind);
        // Eight digits are a date without marks.
        if (next & class::DATE > 0 || behind == index + 8)
            && let Some(end) = self.date(index)
        {
            return Some(end);
        }
        if next & class::SHARE > 0 { self.share(index) } else { None }
    }

    /// Reads an amount in digits.
    fn figure(&mut self, index: usize, digits: &Digits) -> Option<usize> {
        let numeral = numeral::with_digits(self.view.items(), index, digits)?;
        let mut figure = quantity::of(self.view, index, &numeral)?;
        if let Some(end) = names::repeated(self.view, &figure).or_else(|| names::version(self.view, &figure)) {
            return Some(end);
        }
        let named = index == self.quoted.0 && index < self.quoted.1 && figure.measure != Measure::Percent;
        (!named && digits::accepts(self.view, &mut figure)).then(|| self.push(&figure))
    }

    fn han(&mut self, index: usize) -> usize {
        if self.is_everyday(index) {
            return index + 1;
        }
        let behind = numeral::skip(self.view.items(), index);
        if let Some(end) = self.date_or_share(index, behind) {
            return end;
        }
        let Some(mut figure) = quantity::read(self.view, index) else {
            // 队伍1000人: the digits behind a character that is no number.
            let digits = (index..behind).find(|&at| self.view.ch(at).is_ascii_digit());
            return digits.unwrap_or(behind);
        };
        if let Some(end) = names::repeated(self.view, &figure) {
            return end;
        }
        let quoted = index < self.quoted.1;
        if !han::accepts(self.view, &mut figure, quoted) {
            return figure.numeral.end.max(index + 1);
        }
        self.push(&figure)
    }

    /// Whether the numeral character at `index` is by itself and no amount (进一步, 统一, 一是): its neighbours tell
    /// most of these without reading the number.
    fn is_everyday(&self, index: usize) -> bool {
        let next = self.view.ch(index + 1);
        let meaning = self.view.class(index + 1);
        // In a short paragraph it may stand for itself.
        if index <= LONGEST_LEAD || meaning & (class::NUMBER | class::DATE | class::SHARE) > 0 {
            return false;
        }
        if meaning & class::BOUND == 0 && !unit::may_begin(next) {
            return true;
        }
        // 三个100% is read together.
        let fixed = index < self.quoted.1 || han::never_behind(self.view.before(index));
        fixed && !(next == '个' && self.view.ch(index + 2).is_ascii_digit())
    }

    fn share(&mut self, index: usize) -> Option<usize> {
        let figure = share::read(self.view, index)?;
        let quoted = index < self.quoted.1 && figure.numeral.script == Script::Han;
        Some(if quoted { figure.end } else { self.push(&figure) })
    }

    fn half(&mut self, index: usize) -> usize {
        match han::half(self.view, index) {
            Some(figure) if index >= self.quoted.1 => self.push(&figure),
            _ => index + 1,
        }
    }

    /// Whether a number stands at `index`, or 首.
    fn counts(&self, index: usize) -> bool {
        let ch = self.view.ch(index);
        ch == '首' || ch.is_ascii_digit() || numeral::is_numeral(ch)
    }

    /// 第: a rank is an amount, every other ordinal is none.
    fn ordinal(&mut self, index: usize) -> usize {
        if let Some(end) = self.date(index) {
            return end;
        }
        match rank::read(self.view, index) {
            Some(figure) if index >= self.quoted.1 => self.push(&figure),
            _ => rank::skip(self.view, index),
        }
    }

    fn date(&mut self, index: usize) -> Option<usize> {
        let found = date::read(self.view, index)?;
        if self.room(self.facts.dates.len()) {
            let span = self.glyphs.span(index, found.end);
            self.facts.dates.push(DateFact { span, date: found.date, end: found.until });
        }
        Some(found.end)
    }

    /// A word in Latin letters; digits at its end belong to it unless a measure word follows (APP3个).
    fn latin(&mut self, index: usize) -> usize {
        let mut end = index;
        while self.view.ch(end).is_ascii_alphabetic() {
            end += 1;
        }
        if end - index > 1 && self.view.ch(end).is_ascii_digit() {
            let figure = quantity::read(self.view, end).filter(|figure| figure.measure != Measure::None);
            let counted = figure.filter(|figure| !self.view.ch(figure.numeral.end).is_ascii());
            if let Some(figure) = counted {
                return self.push(&figure);
            }
        }
        let inside = |at: usize| {
            let ch = self.view.ch(at);
            let mark = matches!(ch, '-' | '_' | '.' | '/' | ':' | '@' | '?' | '&' | '=' | '#' | '~' | '+');
            ch.is_ascii_alphanumeric() || mark && self.view.ch(at + 1).is_ascii_alphanumeric()
        };
        while inside(end) && self.view.close(end) {
            end += 1;
        }
        end
    }

    /// A title in 《》; the document numbers in it count, its figures do not.
    fn title(&mut self, open: usize) -> usize {
        let Some(close) = citation::close(self.view, open) else { return open + 1 };
        if self.room(self.facts.citations.len()) {
            let kind = citation::kind(self.view, open + 1, close);
            let (span, title) = (self.glyphs.span(open, close + 1), self.glyphs.span(open + 1, close));
            self.facts.citations.push(Citation { span, title, kind, section: None });
        }
        self.floor = open + 1;
        for index in open + 1..close {
            if matches!(self.view.ch(index), '〔' | '[' | '(' | '【' | '﹝' | '{') {
                self.doc_number(index);
            }
        }
        self.floor = close + 1;
        close + 1
    }

    fn doc_number(&mut self, open: usize) -> Option<usize> {
        let found = doc_number::read(self.view, open, self.floor)?;
        if self.room(self.facts.doc_numbers.len()) {
            let span = self.glyphs.span(found.start, found.end);
            let issuer = self.glyphs.span(found.start, found.open);
            self.facts.doc_numbers.push(DocNumber { span, issuer, year: found.year, serial: found.serial });
        }
        self.floor = found.end;
        Some(found.end)
    }

    /// A quotation mark: remembers where the quoted name ends, if it is one.
    fn quotation(&mut self, open: usize) -> usize {
        if open < self.quoted.1 {
            return open + 1;
        }
        let closing = match self.view.ch(open) {
            '“' => '”',
            '‘' => '’',
            '「' => '」',
            other => other,
        };
        let close = self.view.find(open + 1, LONGEST_FORMULA, |ch| ch == closing);
        let name = |&close: &usize| {
            close - open <= LONGEST_NAME + 1 || self.view.find(open, close - open, |ch| ch == '+').is_some()
        };
        if let Some(close) = close.filter(name) {
            self.quoted = (open + 1, close);
            // An ASCII mark opens and closes: the closing one must not open the next.
            if closing == '"' {
                self.quoted.1 = close + 1;
            }
        }
        open + 1
    }

    fn push(&mut self, figure: &Figure) -> usize {
        if self.room(self.facts.quantities.len()) {
            let unit = match figure.measure {
                Measure::None => Unit::None,
                Measure::Percent => Unit::Percent,
                Measure::Word(from, to) => Unit::Word(self.glyphs.span(from, to)),
            };
            self.facts.quantities.push(Quantity {
                span: self.glyphs.span(figure.start, figure.end),
                value: figure.value,
                high: figure.high,
                unit,
                kind: figure.kind,
                bound: figure.bound,
                section: None,
                sentence: self.sentences.at(self.glyphs, figure.start),
            });
        }
        figure.end
    }

    fn room(&mut self, count: usize) -> bool {
        self.fitted &= count < self.max;
        count < self.max
    }
}
