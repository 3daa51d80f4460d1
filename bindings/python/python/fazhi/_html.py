"""How results look in Jupyter: plain tables, and the text with its findings marked. Everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from fazhi._library import Span

if TYPE_CHECKING:
    from fazhi._report import Report
    from fazhi._score import Score

#: Rows of a table, and code points of a text, that are shown.
_ROWS = 100
_TEXT = 20_000
_COLOURS = {"inconsistent": "#ffb3b3", "ambiguous": "#ffe9a8"}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Span):
        return f"{value.start}–{value.end}"
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return escape("; ".join(map(_cell, value)))
    return escape(str(value))


def _grid(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    align = ' style="text-align:left"'
    body = "".join("<tr>" + "".join(f"<td{align}>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def table(rows: Sequence[Any]) -> str:
    """Rows of NamedTuples, a column for each field."""
    if not rows:
        return "<p>0 rows</p>"
    more = f"<p>{_ROWS} of {len(rows)} rows</p>" if len(rows) > _ROWS else ""
    return _grid(rows[0]._fields, rows[:_ROWS]) + more


def _marked(text: str, findings: Iterable[tuple[Span, str, str]]) -> str:
    """The text with findings marked, each at its stated figure; of some at one place the first."""
    pieces = []
    at = 0
    for span, verdict, explanation in sorted(findings):
        if at <= span.start and span.end <= len(text):
            pieces.append(escape(text[at : span.start]))
            style = f"background:{_COLOURS[verdict]}"
            pieces.append(f'<mark style="{style}" title="{escape(explanation)}">{escape(span.of(text))}</mark>')
            at = span.end
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def report(report: Report) -> str:
    """What the report is, what does not hold in it, and its text."""
    front = report.front
    facts = [
        ("issuers", front.issuers),
        ("region", front.region),
        ("level", front.level),
        ("year", front.year),
        ("date", front.date),
        ("sections", len(report.sections)),
        ("quantities", len(report.quantities)),
        ("indicators", len(report.indicators)),
        ("checks", len(report.checks)),
    ]
    findings = [check for check in report.checks if check.verdict in _COLOURS]
    found = [(check.kind, check.verdict, check.spans[0].of(report.text), check.explanation) for check in findings]
    shown = report.text[:_TEXT]
    more = f"<p>{_TEXT} of {len(report.text)} characters</p>" if len(report.text) > _TEXT else ""
    text = _marked(shown, ((check.spans[0], check.verdict, check.explanation) for check in findings))
    return (
        f"<div><h4>{escape(front.title or '')}</h4>{_grid(('', ''), facts)}"
        + (_grid(("kind", "verdict", "figure", "explanation"), found[:_ROWS]) if found else "")
        + f'<div style="white-space:pre-wrap;max-height:30em;overflow:auto">{text}</div>{more}</div>'
    )


def score(score: Score) -> str:
    """The points, criterion by criterion."""
    rows: list[tuple[str, str, Decimal, Decimal, str, str]] = []
    for dimension in score.dimensions:
        rows.append((dimension.id, dimension.name, dimension.earned, dimension.assessable, "", ""))
        for criterion in dimension.criteria:
            points = (criterion.earned, criterion.assessable)
            rows.append((criterion.id, criterion.name, *points, criterion.outcome, criterion.explanation))
    head = f"{score.name}: {score.earned} / {score.assessable} / {score.total}"
    names = ("id", "name", "earned", "assessable", "outcome", "explanation")
    return f"<div><h4>{escape(head)}</h4><p>{escape(score.notice)}</p>{_grid(names, rows)}</div>"
