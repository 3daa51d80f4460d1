//! The report as `fazhi.report/1`: field names, order and meaning are a public contract, described by
//! `schema/fazhi.report-1.schema.json`.

use std::fmt;

use super::date::Day;
use super::value::{Name, Object, Value, Writer};
use super::{object, writer};
use crate::audit::Check;
use crate::facts::{Citation, DateFact, DocNumber, Quantity, Unit};
use crate::front::{Front, Level, Named};
use crate::indicator::Indicator;
use crate::note::Note;
use crate::outline::{Passage, Section};
use crate::report::{Origin, Report};
use crate::span::Span;
use crate::text::blank;

/// The name of the format, with the number of its version.
const SCHEMA: &str = "fazhi.report/1";

impl Report<'_> {
    /// The document `fazhi.report/1` on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        writer::to_string(self)
    }

    /// Appends the document `fazhi.report/1` on one line, in UTF-8; a buffer that is used again costs no allocation.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        writer::write(self, out);
    }
}

/// The document `fazhi.report/1`.
impl Value for Report<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Report", {
            "schema": Name(SCHEMA),
            "source": Source { bytes: self.source().len(), origin: self.origin() },
            "notes": Rows { report: self, rows: self.notes() },
            "front": self.front(),
            "sections": Rows { report: self, rows: self.sections() },
            "passages": Rows { report: self, rows: self.passages() },
            "quantities": Rows { report: self, rows: self.quantities() },
            "citations": Rows { report: self, rows: self.citations() },
            "doc_numbers": Rows { report: self, rows: self.doc_numbers() },
            "dates": Rows { report: self, rows: self.dates() },
            "indicators": Rows { report: self, rows: self.indicators() },
            "checks": Rows { report: self, rows: self.checks() },
        })
    }
}

/// What was parsed.
struct Source {
    bytes: usize,
    origin: Origin,
}

impl Value for Source {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Source", { "bytes": self.bytes, "format": self.origin.format, "encoding": self.origin.encoding })
    }
}

/// A part of a report that needs the report to be written: its spans point into the text there.
trait Row {
    /// Writes the `index`th row of its kind.
    fn write<W: Writer>(&self, report: &Report<'_>, index: usize, writer: W) -> W::Done;
}

/// A table of a report.
struct Rows<'r, 'a, T> {
    report: &'r Report<'a>,
    rows: &'r [T],
}

impl<T: Row> Value for Rows<'_, '_, T> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        let cells = self.rows.iter().enumerate();
        writer.list(cells.map(|(index, row)| Cell { report: self.report, index, row }))
    }
}

/// One row of a table.
struct Cell<'r, 'a, T> {
    report: &'r Report<'a>,
    index: usize,
    row: &'r T,
}

impl<T: Row> Value for Cell<'_, '_, T> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        self.row.write(self.report, self.index, writer)
    }
}

impl Row for Note {
    fn write<W: Writer>(&self, _: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "Note", { "code": Name(self.code.name()), "span": self.span, "message": self.message })
    }
}

impl Row for Section {
    fn write<W: Writer>(&self, report: &Report<'_>, index: usize, writer: W) -> W::Done {
        let meaning = &report.meanings()[index];
        object!(writer, "Section", {
            "level": self.level,
            "style": Name(self.style.name()),
            "number": self.number,
            "title": Clean(report.text(self.title)),
            "span": self.span,
            "heading": self.heading,
            "body": self.body,
            "parent": self.parent,
            "role": Name(meaning.role.name()),
            "topic": meaning.topic.map(|topic| Name(topic.name())),
        })
    }
}

impl Row for Passage {
    fn write<W: Writer>(&self, _: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "Passage", { "role": Name(self.role.name()), "span": self.span, "section": self.section })
    }
}

impl Row for Quantity {
    fn write<W: Writer>(&self, report: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "Quantity", {
            "span": self.span,
            "text": report.text(self.span),
            "value": self.value,
            "high": self.high,
            "unit": unit(report, self),
            "kind": Name(self.kind.name()),
            "bound": Name(self.bound.name()),
            "section": self.section,
            "sentence": self.sentence,
        })
    }
}

impl Row for Citation {
    fn write<W: Writer>(&self, report: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "Citation", {
            "span": self.span,
            "title": Clean(report.text(self.title)),
            "kind": Name(self.kind.name()),
            "section": self.section,
        })
    }
}

impl Row for DocNumber {
    fn write<W: Writer>(&self, report: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "DocNumber", {
            "span": self.span,
            "text": report.text(self.span),
            "issuer": Clean(report.text(self.issuer)),
            "year": self.year,
            "serial": self.serial,
        })
    }
}

impl Row for DateFact {
    fn write<W: Writer>(&self, report: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "Date", {
            "span": self.span,
            "text": report.text(self.span),
            "date": Day(self.date),
            "precision": Name(Day(self.date).precision()),
            "end": self.end.map(Day),
        })
    }
}

impl Row for Check {
    fn write<W: Writer>(&self, _: &Report<'_>, _: usize, writer: W) -> W::Done {
        object!(writer, "Check", {
            "kind": Name(self.kind.name()),
            "verdict": Name(self.verdict.name()),
            "stated": self.stated,
            "computed": self.computed,
            "spans": self.spans.as_slice(),
            "formula": self.formula,
            "reading": self.reading,
            "repair": self.repair,
            "explanation": self.explanation,
        })
    }
}

impl Row for Indicator {
    fn write<W: Writer>(&self, report: &Report<'_>, _: usize, writer: W) -> W::Done {
        let quantity = &report.quantities()[self.quantity as usize];
        object!(writer, "Indicator", {
            "id": Name(self.definition.id),
            "name": Name(self.definition.name),
            "value": self.value,
            "unit": unit(report, quantity),
            "bound": Name(quantity.bound.name()),
            "quantity": self.quantity,
            "section": quantity.section,
            "topic": Name(self.definition.topic.name()),
        })
    }
}

impl Value for Front {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Front", {
            "title": self.title.as_ref().map(|named| &named.text),
            "issuers": Texts(&self.issuers),
            "region": self.region.as_ref().map(|named| &named.text),
            "level": self.level.map(|level| Name(level.name())),
            "year": self.year.map(|(year, _)| year),
            "doc_number": self.doc_number.as_ref().map(|named| &named.text),
            "signers": Texts(&self.signers),
            "recipients": Texts(&self.recipients),
            "cc": Texts(&self.cc),
            "date": self.date.map(|(date, _)| Day(date)),
            "print_office": self.print_office.as_ref().map(|named| &named.text),
            "spans": FrontSpans(self),
        })
    }
}

/// What the names say.
struct Texts<'r>(&'r [Named]);

impl Value for Texts<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.list(self.0.iter().map(|named| &named.text))
    }
}

/// Where the names stand.
struct Places<'r>(&'r [Named]);

impl Value for Places<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.list(self.0.iter().map(|named| named.span))
    }
}

/// Where the fields of the front matter stand: an entry for every field that was found.
struct FrontSpans<'r>(&'r Front);

impl Value for FrontSpans<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        let front = self.0;
        let one = |named: &Option<Named>| named.as_ref().map(|named| named.span);
        let mut object = writer.object("FrontSpans", 11);
        entry(&mut object, "title", one(&front.title));
        entries(&mut object, "issuers", &front.issuers);
        entry(&mut object, "region", one(&front.region));
        entry(&mut object, "level", front.level.and_then(|level| level_span(front, level)));
        entry(&mut object, "year", front.year.map(|(_, span)| span));
        entry(&mut object, "doc_number", one(&front.doc_number));
        entries(&mut object, "signers", &front.signers);
        entries(&mut object, "recipients", &front.recipients);
        entries(&mut object, "cc", &front.cc);
        entry(&mut object, "date", front.date.map(|(_, span)| span));
        entry(&mut object, "print_office", one(&front.print_office));
        object.end()
    }
}

fn entry(object: &mut impl Object, key: &'static str, span: Option<Span>) {
    match span {
        Some(span) => object.field(key, &span),
        None => object.skip(key),
    }
}

fn entries(object: &mut impl Object, key: &'static str, names: &[Named]) {
    if names.is_empty() { object.skip(key) } else { object.field(key, &Places(names)) }
}

/// The name that tells the level: a department's is its own, every other body's is its region's.
fn level_span(front: &Front, level: Level) -> Option<Span> {
    let region = front.region.as_ref();
    let issuer = front.issuers.first();
    let teller = if level == Level::Department { issuer.or(region) } else { region.or(issuer) };
    teller.or(front.title.as_ref()).map(|named| named.span)
}

/// A piece of the source without its layout.
struct Clean<'a>(&'a str);

impl fmt::Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        blank::write_without_layout(self.0, f)
    }
}

impl Value for Clean<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        if blank::has_layout(self.0) { writer.shown(self) } else { writer.text(self.0) }
    }
}

/// The unit of a quantity, as [`Report::unit`] gives it.
fn unit<'a>(report: &Report<'a>, quantity: &Quantity) -> Clean<'a> {
    Clean(match quantity.unit {
        Unit::None => "",
        Unit::Percent => "%",
        Unit::Word(span) => report.text(span),
    })
}
