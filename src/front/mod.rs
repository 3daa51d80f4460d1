//! Head and tail of the document: title, issuers, region, document number, signers, recipients, copies, date of issue.

mod chain;
mod city;
mod date;
mod divisions;
mod flat;
mod head;
mod issuer;
mod letterhead;
mod meta;
mod opening;
mod org;
mod parties;
mod place;
mod region;
mod report_kind;
mod title;
mod year;

use crate::facts::{Facts, PartialDate};
use crate::phrase::Phrase;
use crate::span::Span;
use crate::text::Text;
use flat::Flats;
use issuer::Subject;
use smallvec::SmallVec;

/// A short list of names; reports rarely have more than four of a kind.
pub type Names = SmallVec<[Named; 4]>;

/// Bytes of a name or a title that are kept in place: the longest name of an organisation has 42 characters.
pub const NAME: usize = 191;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name without layout.
    pub text: Phrase<NAME>,
    /// Where it stands.
    pub span: Span,
}

/// The head and tail of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The title on one line, without layout.
    pub title: Option<Named>,
    /// Who reports, in order.
    pub issuers: Names,
    /// The administrative division reported on.
    pub region: Option<Named>,
    /// Its level; `None` when the text leaves it open.
    pub level: Option<Level>,
    /// The reporting year.
    pub year: Option<(u16, Span)>,
    /// The document's own number.
    pub doc_number: Option<Named>,
    /// 签发人
    pub signers: Names,
    /// 主送机关
    pub recipients: Names,
    /// 抄送机关
    pub cc: Names,
    /// Date of issue as printed.
    pub date: Option<(PartialDate, Span)>,
    /// 印发机关
    pub print_office: Option<Named>,
}

/// The level of the reporting body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Level {
    /// 省, 自治区, 直辖市
    Province,
    /// 地级市, 地区, 自治州, 盟
    City,
    /// 县, 县级市, 市辖区, 旗
    County,
    /// 乡, 镇, 街道
    Township,
    /// A department of any level.
    Department,
}

impl Level {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Township => "township",
            Self::Department => "department",
        }
    }
}

/// Working memory of this stage, kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    head: head::HeadLines,
    title: Flats,
    lines: Flats,
    values: meta::ValueReader,
    tail: date::TailReader,
    votes: Vec<place::Vote>,
}

impl Front {
    /// Forgets everything but the memory of the lists.
    pub(crate) fn clear(&mut self) {
        let lists = [&mut self.issuers, &mut self.signers, &mut self.recipients, &mut self.cc];
        lists.into_iter().for_each(Names::clear);
        (self.title, self.region, self.level, self.year) = (None, None, None, None);
        (self.doc_number, self.date, self.print_office) = (None, None, None);
    }

    /// Reads the front matter anew; false when the text is no report (a page of menus).
    pub(crate) fn refill(&mut self, text: &Text<'_>, facts: &Facts, scratch: &mut Scratch) -> bool {
        self.clear();
        let Scratch { head, title, lines, values, tail, votes } = scratch;
        let head = head.read(text);
        let found = title::find(head, title);
        if !report_kind::is_report(text, head, found.is_some()) {
            return false;
        }
        let (title, opening) = found.unzip();
        let subject = title.zip(opening).map(|(title, opening)| Subject::of(title, opening));
        let (title, subject) = (title.as_ref(), subject.as_ref());
        let meta = meta::Meta::of(head, values);
        self.year =
            title.and_then(|title| year::of_title(title.flat, title.range)).or_else(|| year::of_body(text, lines));
        let body = title.map_or(0, |title| head.lines[title.lines.1].index + 1);
        let end = tail.read(text, facts, body, self.year.map(|(year, _)| year));
        issuer::read(head, subject, &tail.signatures, &mut self.issuers);
        parties::recipients(head, title, lines, &mut self.recipients);
        let region = region::of(text, head, subject, &self.issuers, &self.recipients, meta.office.as_ref(), votes);
        (self.region, self.level) = (region.name, region.level);
        self.doc_number = letterhead::doc_number(head, title.copied(), facts, lines).or(meta.number);
        letterhead::signers(head, &mut self.signers);
        parties::copies(text, body, lines, &mut self.cc);
        self.date = end.signed.or_else(|| date::under_title(head, title, facts)).or(meta.date).or(end.printed);
        self.print_office = end.office;
        self.title = title.map(|title| title.flat.named(title.range.0, title.range.1)).or(meta.title);
        true
    }
}

#[cfg(test)]
mod tests;
