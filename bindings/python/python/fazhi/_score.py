"""Scores of a report's text, and the rubrics they are made by."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

from fazhi._lazy import Immutable, lazy
from fazhi._library import call, ffi, lib, owned, string, text
from fazhi._positions import Positioned
from fazhi._rows import Columns, Rows, alone, asked, rows_of
from fazhi._source import Source, given
from fazhi._values import Criterion, Dimension, Flag


class Rubric(Immutable):
    """What is scored, for how many points, by which rule and on what legal ground."""

    _handle: Any

    def __init__(self, toml: Source) -> None:
        """Reads a rubric in TOML. A faulty one is an `Error` whose message names line and key."""
        source = given(toml)
        handle = owned(lib.fazhi_rubric_from_toml, lib.fazhi_rubric_free, ffi.from_buffer(source), len(source))
        self.__dict__.update(_handle=handle)

    @staticmethod
    def built_in_toml() -> str:
        """The text of the rubric that is used when none is given: an example to start from."""
        return string(lib.fazhi_rubric_built_in_toml).decode()


class Score(Immutable):
    """What a report's text earned (never the government it tells of): made by `Report.score`."""

    #: Points earned.
    earned: Decimal
    #: Points that could be judged; the rest is unknown, not lost.
    assessable: Decimal
    #: Points of the whole rubric.
    total: Decimal
    #: What the score is called: 报告文本质量分.
    name: str
    #: What it says and does not say.
    notice: str
    #: The rubric's name.
    rubric_id: str
    rubric_version: int
    #: SHA-256 of the rubric's text, in hexadecimal digits.
    rubric_sha256: str

    _handle: Any
    _report: Positioned

    def __init__(self, handle: Any, report: Positioned) -> None:
        self.__dict__.update(_handle=handle, _report=report)
        record = ffi.new("fazhi_totals *")
        call(lib.fazhi_score_totals, handle, record)
        totals = Columns("fazhi_totals", alone(record), self._strings)
        (self.__dict__["rubric_version"],) = totals.numbers("rubric_version")
        for name in ("earned", "assessable", "total"):
            (self.__dict__[name],) = totals.decimals(name)
        for name in ("name", "notice", "rubric_id", "rubric_sha256"):
            (self.__dict__[name],) = totals.texts(name)

    @lazy
    def _strings(self) -> bytes:
        return string(lib.fazhi_score_strings, self._handle)

    def _columns(self, record: str, function: Any) -> Columns:
        return Columns(record, asked(function, self._handle), self._strings)

    @lazy
    def dimensions(self) -> Rows[Dimension]:
        """The dimensions in the rubric's order, each with its criteria."""
        (spans,) = self._report._spans(self._columns("fazhi_span", lib.fazhi_score_spans), "")
        table = self._columns("fazhi_criterion", lib.fazhi_score_criteria)
        rows = rows_of(
            Criterion,
            id=table.texts("id"),
            name=table.texts("name"),
            rule=table.texts("rule"),
            outcome=table.names("outcome", "outcome"),
            earned=table.decimals("earned"),
            assessable=table.decimals("assessable"),
            points=table.decimals("points"),
            evidence=table.parts("evidence", spans),
            searched=table.parts("searched", spans),
            basis=table.texts("basis"),
            explanation=table.texts("explanation"),
        )
        criteria = list(rows)
        table = self._columns("fazhi_dimension", lib.fazhi_score_dimensions)
        dimensions = rows_of(
            Dimension,
            id=table.texts("id"),
            name=table.texts("name"),
            earned=table.decimals("earned"),
            assessable=table.decimals("assessable"),
            weight=table.decimals("weight"),
            criteria=table.parts("criteria", criteria),
        )
        return Rows(dimensions)

    @lazy
    def flags(self) -> Rows[Flag]:
        """What a reader should know that costs no points."""
        table = self._columns("fazhi_flag", lib.fazhi_score_flags)
        (span,) = self._report._spans(table, "span.")
        code, explanation = table.texts("code"), table.texts("explanation")
        return Rows(rows_of(Flag, code=code, explanation=explanation, span=span))

    def to_json(self) -> str:
        """The JSON document fazhi.score/1 on one line. Its spans are bytes of UTF-8: see `Report.text_spans`."""
        return text(lib.fazhi_score_json, self._handle)

    def to_dict(self) -> dict[str, Any]:
        """What `to_json` says, as Python has it; points are strings."""
        return json.loads(self.to_json())  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"<fazhi.Score: {self.earned} of {self.assessable} (of {self.total})>"

    def _repr_html_(self) -> str:
        from fazhi._html import score

        return score(self)


def score_of(
    report: Positioned, handle: Any, rubric: Rubric | None, published: datetime.date | None, last_year: bytes | None
) -> Score:
    """Scores the report behind `handle`."""
    context = owned(lib.fazhi_context_new, lib.fazhi_context_free)
    if published is not None:
        call(lib.fazhi_context_set_published, context, published.year, published.month, published.day)
    if last_year is not None:
        call(lib.fazhi_context_set_last_year, context, ffi.from_buffer(last_year), len(last_year))
    by = ffi.NULL if rubric is None else rubric._handle
    return Score(owned(lib.fazhi_report_score, lib.fazhi_score_free, handle, by, context), report)
