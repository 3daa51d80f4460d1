"""A parsed report."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Any

from fazhi._arrow import Positions, Table, TableName
from fazhi._catalogue import catalogue
from fazhi._document import Document, document_of, text_of
from fazhi._lazy import lazy
from fazhi._library import Span, call, ffi, lib, owned, string, text
from fazhi._parsed import Parsed
from fazhi._rows import Columns, Rows, alone, rows_of
from fazhi._score import Rubric, Score, score_of
from fazhi._source import Source, given, options
from fazhi._values import (
    Check,
    Citation,
    Date,
    DocNumber,
    Front,
    FrontSpans,
    Indicator,
    PartialDate,
    Place,
    Quantity,
)


def _days(table: Columns, path: str) -> list[PartialDate | None]:
    """The dates of a column; None for those of which nothing is known."""
    parts = zip(*(table.numbers(f"{path}.{part}") for part in ("year", "month", "day")))
    return [PartialDate(*(part or None for part in day)) if any(day) else None for day in parts]


class Report(Parsed):
    """A parsed report: made by `fazhi.parse`. What is asked of it is read when it is first asked for."""

    _kind = "report"

    def __init__(self, handle: Any, **known: Any) -> None:
        """`known` is what needs not be asked for any more, such as `document`."""
        self.__dict__.update(_handle=handle, **known)

    @lazy
    def document(self) -> Document | None:
        """The file it was read from; None for the report of a str.

        `report.document.block_at(span.start)` tells the page and the paragraph of a finding.
        """
        return Document(owned(lib.fazhi_report_document, lib.fazhi_document_free, self._handle))

    @property
    def _positions(self) -> tuple[Any, ...]:
        return lib.fazhi_report_convert_offsets, self._handle

    @property
    def source(self) -> bytes:
        """The text in UTF-8, byte for byte what was parsed."""
        return string(lib.fazhi_report_source, self._handle)

    @lazy
    def text(self) -> str:
        """The text that positions point into."""
        return self.source.decode()

    def _printed(self, spans: Iterable[Span]) -> list[str]:
        text = self.text
        return [text[start:end] for start, end in spans]

    def clean(self, span: tuple[int, int]) -> str:
        """The text of a span without layout: joined line breaks, and blanks beside digits and marks, are dropped."""
        start, end = self.byte_span(span)
        return text(lib.fazhi_report_clean_text, self._handle, start, end)

    def place(self, position: int) -> Place:
        """Line and column of a position."""
        place = ffi.new("fazhi_place *")
        call(lib.fazhi_report_place, self._handle, self.byte_span((position, position)).start, place)
        return Place(place.line, place.code_point_column)

    @lazy
    def front(self) -> Front:
        """Head and tail of the document: title, issuers, region, year and so on."""
        record = ffi.new("fazhi_front *")
        call(lib.fazhi_report_front, self._handle, record)
        head = Columns("fazhi_front", alone(record), self._strings)
        names = self._columns("fazhi_name", "names")
        (places,) = self._spans(names, "span.")
        parts: dict[str, Any] = {}
        spans: dict[str, Any] = {}
        for name in ("issuers", "signers", "recipients", "cc"):
            (parts[name],) = head.parts(name, names.texts("text"))
            (spans[name],) = head.parts(name, places)
        for name in ("title", "region", "doc_number", "print_office"):
            (parts[name],) = head.optional_texts(f"{name}.text")
        (parts["level"],) = head.names("level", "level")
        (parts["date"],) = _days(head, "date")
        parts["year"] = record.year or None
        single = {"title": "title.span.", "region": "region.span.", "doc_number": "doc_number.span."}
        single.update(print_office="print_office.span.", year="year_span.", date="date_span.")
        for name, (span,) in zip(single, self._spans(head, *single.values())):
            spans[name] = None if parts[name] is None else span
        return Front(spans=FrontSpans(**spans), **parts)

    @lazy
    def quantities(self) -> Rows[Quantity]:
        """Every amount with its unit, in text order."""
        table = self._columns("fazhi_quantity", "quantities")
        span, sentence = self._spans(table, "span.", "sentence.")
        rows = rows_of(
            Quantity,
            value=table.decimals("value"),
            high=table.optional_decimals("high"),
            unit=table.texts("unit"),
            kind=table.names("kind", "quantity"),
            bound=table.names("bound", "bound"),
            text=self._printed(span),
            span=span,
            sentence=sentence,
            section=table.indices("section"),
        )
        return Rows(rows)

    @lazy
    def citations(self) -> Rows[Citation]:
        """Titles in 《》, in text order."""
        table = self._columns("fazhi_citation", "citations")
        span, title = self._spans(table, "span.", "title.")
        rows = rows_of(
            Citation,
            title=table.texts("title_text"),
            kind=table.names("kind", "citation"),
            span=span,
            title_span=title,
            section=table.indices("section"),
        )
        return Rows(rows)

    @lazy
    def doc_numbers(self) -> Rows[DocNumber]:
        """Document numbers such as 青政办发〔2023〕79号, in text order."""
        table = self._columns("fazhi_doc_number", "doc_numbers")
        span, issuer = self._spans(table, "span.", "issuer.")
        rows = rows_of(
            DocNumber,
            text=self._printed(span),
            issuer=table.texts("issuer_text"),
            year=table.numbers("year"),
            serial=table.numbers("serial"),
            span=span,
            issuer_span=issuer,
        )
        return Rows(rows)

    @lazy
    def dates(self) -> Rows[Date]:
        """Calendar dates and periods, in text order."""
        table = self._columns("fazhi_date", "dates")
        (span,) = self._spans(table, "span.")
        rows = rows_of(Date, text=self._printed(span), date=_days(table, "date"), end=_days(table, "end"), span=span)
        return Rows(rows)

    @lazy
    def indicators(self) -> Rows[Indicator]:
        """Figures of the report's own year and area that the catalogue has an entry for."""
        table = self._columns("fazhi_indicator", "indicators")
        quantity = table.numbers("quantity")
        figures = [self.quantities[row] for row in quantity]
        definitions = [catalogue()[row] for row in table.numbers("definition")]
        rows = rows_of(
            Indicator,
            id=[definition.id for definition in definitions],
            name=[definition.name for definition in definitions],
            value=table.decimals("value"),
            unit=[figure.unit for figure in figures],
            bound=[figure.bound for figure in figures],
            topic=[definition.topic for definition in definitions],
            text=[figure.text for figure in figures],
            span=[figure.span for figure in figures],
            section=[figure.section for figure in figures],
            quantity=quantity,
        )
        return Rows(rows)

    @lazy
    def checks(self) -> Rows[Check]:
        """Every claim that was looked at, in the order of the stated figures; empty with `audit=False`."""
        (spans,) = self._spans(self._columns("fazhi_span", "check_spans"), "")
        table = self._columns("fazhi_check", "checks")
        rows = rows_of(
            Check,
            kind=table.names("kind", "check"),
            verdict=table.names("verdict", "verdict"),
            explanation=table.texts("explanation"),
            stated=table.optional_texts("stated"),
            computed=table.optional_texts("computed"),
            formula=table.optional_texts("formula"),
            reading=table.optional_texts("reading"),
            repair=table.optional_texts("repair"),
            spans=table.parts("spans", spans),
        )
        return Rows(rows)

    def score(
        self,
        rubric: Rubric | None = None,
        published: datetime.date | None = None,
        last_year: Source | Report | None = None,
    ) -> Score:
        """Scores the report's text, never the government it tells of.

        `rubric` is the built-in one unless given; `published` is the day the report was published; `last_year` is the
        same issuer's report on the year before. What is not known cannot be judged, and costs no points.
        """
        before: bytes | None = None
        if last_year is not None:
            before = last_year.source if isinstance(last_year, Report) else text_of(last_year)
        return score_of(self, self._handle, rubric, published, before)

    def table(self, name: TableName, *, positions: Positions = "code_points") -> Table:
        """A table for pandas, Polars, DuckDB, pyarrow and others, by the Arrow PyCapsule interface.

        Values are decimal128 in base units, names of codes are texts, positions are counted in code points unless
        `positions` says "bytes" (of UTF-8) or "utf16" (code units).
        """
        return Table(self._handle, name, positions)

    def to_json(self) -> str:
        """The JSON document fazhi.report/1 on one line. Its spans are bytes of UTF-8: see `text_spans`."""
        return text(lib.fazhi_report_json, self._handle)

    def to_dict(self) -> dict[str, Any]:
        """What `to_json` says, as Python has it; values are decimal strings, spans bytes of UTF-8."""
        return json.loads(self.to_json())  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"<fazhi.Report: {self.front.title}>"

    def _repr_html_(self) -> str:
        from fazhi._html import report

        return report(self)


def parse(
    source: Source,
    *,
    max_bytes: int | None = None,
    max_file_bytes: int | None = None,
    max_sections: int | None = None,
    max_facts: int | None = None,
    max_depth: int | None = None,
    audit: bool = True,
) -> Report:
    """Reads a report from a str (the text itself), or from a file of any kind: its path, or its bytes.

    A file goes through `fazhi.read`, which tells what it is by what it holds; `Report.document` is what it knows. Of a
    text file in UTF-8 the text is that of the file, to the byte.

    A damaged, odd or empty text gives a smaller report, and notes. `Error` is for files of which no text can be read
    and for texts longer than `max_bytes`; a file that cannot be read is an OSError, a str with lone surrogates a
    UnicodeEncodeError.

    `max_bytes` is 64 MiB of text unless given, `max_file_bytes` 256 MiB of a file. Texts with more than `max_sections`
    (100,000), or more than `max_facts` of a kind (1,000,000), give what was found until then and a note; markers deeper
    than `max_depth` (16) become siblings there.
    Without `audit` claims are not checked, which takes half the time. Other threads run meanwhile.
    """
    settings = options(
        audit,
        max_bytes=max_bytes,
        max_file_bytes=max_file_bytes,
        max_sections=max_sections,
        max_facts=max_facts,
        max_depth=max_depth,
    )
    data = given(source)
    if not isinstance(source, str):
        return document_of(data, settings)._parsed(settings)
    report = owned(lib.fazhi_report_parse, lib.fazhi_report_free, ffi.from_buffer(data), len(data), settings)
    return Report(report, document=None)
