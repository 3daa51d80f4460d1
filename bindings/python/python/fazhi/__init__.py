"""Reads Chinese annual reports on rule-of-law government (法治政府建设年度报告) into typed reports.

>>> import fazhi
>>> report = fazhi.parse("青岚县2024年法治政府建设年度报告\\n一、主要举措\\n（一）化解争议。受理行政复议案件25件。\\n")
>>> report.front.region, report.front.year, report.quantities[0].value
('青岚县', 2024, Decimal('25'))

`fazhi.parse` also takes a file of any kind (plain text in any encoding, a web page, .docx, .doc, PDF, OFD), as its path
or its bytes; `fazhi.read` gives its text alone, and what it knows of it.

Positions are indices of Python strings; values are `decimal.Decimal` in base units; codes are the names that the JSON
documents have. Nothing can be changed, and any number of threads may use a report at once.
"""

from fazhi._arrow import Table
from fazhi._catalogue import catalogue, rules
from fazhi._document import Document, read
from fazhi._library import Error, Span, ffi, lib
from fazhi._many import parse_many
from fazhi._outline import Outline, outline
from fazhi._report import Report, parse
from fazhi._rows import Rows
from fazhi._score import Rubric, Score
from fazhi._sections import Section, Sections
from fazhi._source import File, Source
from fazhi._values import (
    Anchor,
    Block,
    Check,
    Citation,
    Criterion,
    Date,
    Definition,
    Dimension,
    DocNumber,
    FileWarning,
    Flag,
    Footnote,
    Front,
    FrontSpans,
    Indicator,
    Metadata,
    Note,
    PartialDate,
    Passage,
    Place,
    Quantity,
    Rule,
)


def _version() -> str:
    place = ffi.new("fazhi_str *")
    lib.fazhi_version(place)
    return bytes(ffi.buffer(place.data, place.len)).decode()


#: Of this package and the library in it.
__version__ = _version()

__all__ = [
    "Anchor",
    "Block",
    "Check",
    "Citation",
    "Criterion",
    "Date",
    "Definition",
    "Dimension",
    "DocNumber",
    "Document",
    "Error",
    "File",
    "FileWarning",
    "Flag",
    "Footnote",
    "Front",
    "FrontSpans",
    "Indicator",
    "Metadata",
    "Note",
    "Outline",
    "PartialDate",
    "Passage",
    "Place",
    "Quantity",
    "Report",
    "Rows",
    "Rubric",
    "Rule",
    "Score",
    "Section",
    "Sections",
    "Source",
    "Span",
    "Table",
    "catalogue",
    "outline",
    "parse",
    "parse_many",
    "read",
    "rules",
]
