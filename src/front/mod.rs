//! Head and tail of the document: title, issuers, region, document number, signers, recipients, copies, date of issue.

mod chain;
mod date;
mod divisions;
mod flat;
mod head;
mod issuer;
mod letterhead;
mod meta;
mod org;
mod parties;
mod place;
mod region;
mod report_kind;
mod title;
mod year;

use crate::facts::{Facts, PartialDate};
use crate::outline::Outline;
use crate::span::Span;
use crate::text::Text;
use smallvec::SmallVec;

/// A short list of names; reports rarely have more than four of a kind.
pub type Names = SmallVec<[Named; 2]>;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name without layout.
    pub text: String,
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
pub(crate) struct Scratch {}

impl Front {
    /// Reads the front matter anew; false when the text is no report (a page of menus).
    pub(crate) fn refill(&mut self, text: &Text<'_>, outline: &Outline, facts: &Facts, _scratch: &mut Scratch) -> bool {
        let front = Self::read(text, outline, facts);
        let found = front.is_some();
        *self = front.unwrap_or_default();
        found
    }

    fn read(text: &Text<'_>, _outline: &Outline, facts: &Facts) -> Option<Self> {
        let source = text.source;
        let head = head::Head::of(text);
        let title = title::find(source, &head);
        if !report_kind::is_report(text, &head, title.is_some()) {
            return None;
        }
        let meta = meta::Meta::of(source, &head);
        let year =
            title.as_ref().and_then(|title| year::of_title(&title.flat, title.range)).or_else(|| year::of_body(text));
        let body = title.as_ref().map_or(0, |title| head.lines[title.lines.1].index + 1);
        let tail = date::Tail::of(text, facts, body, year.map(|(year, _)| year));
        let letterhead = letterhead::Letterhead::of(&head, title.as_ref());
        let issuers = issuer::of(title.as_ref(), &letterhead, &tail);
        let recipients = parties::recipients(source, &head, title.as_ref());
        let region = region::of(text, title.as_ref(), &issuers, &recipients, meta.office.as_ref());
        let under_title = date::under_title(source, &head, title.as_ref(), facts);
        Some(Self {
            issuers,
            region: region.name,
            level: region.level,
            year,
            doc_number: letterhead::doc_number(source, &head, facts).or(meta.number),
            signers: letterhead::signers(&head),
            recipients,
            cc: parties::copies(text, body),
            date: tail.signed.or(under_title).or(meta.date).or(tail.printed),
            print_office: tail.office,
            title: title.map(|title| title.flat.named(title.range.0, title.range.1)).or(meta.title),
        })
    }
}

#[cfg(test)]
mod tests;
