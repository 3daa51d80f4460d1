"""Reports: every table against the JSON document, which the library writes by other code."""

from __future__ import annotations

import datetime
import json
import pickle
import subprocess
from collections.abc import Iterable
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import fazhi
import jsonschema
import pytest
from conftest import ROOT, program


def as_json(report: fazhi.Report, value: Any) -> Any:
    """A value of the package as the JSON documents write it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, fazhi.Span):
        return list(report.byte_span(value))
    if isinstance(value, fazhi.PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [as_json(report, part) for part in value]
    return value


def compare(report: fazhi.Report, rows: Iterable[Any], written: list[dict[str, Any]]) -> None:
    """Every field of the JSON document is in the row of the same place, under the same name."""
    rows = list(rows)
    assert len(rows) == len(written)
    for row, fields in zip(rows, written):
        assert {name: as_json(report, getattr(row, name)) for name in fields} == fields


def test_tables_say_what_the_json_document_says(sample: Path) -> None:
    report = fazhi.parse(sample)
    document = report.to_dict()
    for name in ("passages", "quantities", "citations", "doc_numbers", "indicators", "checks", "notes"):
        compare(report, getattr(report, name), document[name])
    for date, fields in zip(report.dates, document["dates"]):
        assert date.date.precision == fields.pop("precision")
        compare(report, [date], [fields])
    assert len(report.dates) == len(document["dates"]) > 0
    for section, fields in zip(report.sections, document["sections"]):
        parent = fields.pop("parent")
        assert (section.parent and section.parent.index) == parent
        compare(report, [section], [fields])
    assert len(report.sections) == len(document["sections"]) > 10


def test_front_says_what_the_json_document_says(sample: Path) -> None:
    report = fazhi.parse(sample)
    written = report.to_dict()["front"]
    spans = written.pop("spans")
    compare(report, [report.front], [written])
    # The level has no place of its own but that of the name it was read from, which the C ABI leaves out.
    spans.pop("level", None)
    found = {name: span for name, span in report.front.spans._asdict().items() if span}
    assert {name: as_json(report, span) for name, span in found.items()} == spans
    assert report.front.title is not None and report.front.issuers


def test_the_document_is_that_of_the_command_and_keeps_the_schema(sample: Path) -> None:
    report = fazhi.parse(sample)
    written = subprocess.run([program("FAZHI_COMMAND"), "parse", sample], capture_output=True, check=True).stdout
    assert report.to_dict() == json.loads(written)
    assert report.to_json() == written.decode().rstrip("\n")
    schema = json.loads((ROOT / "schema/fazhi.report-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report.to_dict(), schema)


def test_sources_of_every_sort_give_the_same(sample: Path) -> None:
    data = sample.read_bytes()
    expected = fazhi.parse(data).to_json()
    for source in (sample, data.decode(), bytearray(data), memoryview(data)):
        assert fazhi.parse(source).to_json() == expected
    assert fazhi.parse(data).source == data
    assert fazhi.parse(data).text == data.decode()


def test_sections_are_a_tree(report: fazhi.Report) -> None:
    roots = report.sections.roots
    assert [root.number for root in roots] == [1, 2, 3, 4]
    assert all(root.parent is None and root.level == 1 for root in roots)
    for section in report.sections:
        assert all(child.parent == section for child in section.children)
        assert all(
            child.span.start >= section.span.start and child.span.end <= section.span.end for child in section.children
        )
        assert section.text.startswith(section.marker_text)
    assert [inner for root in roots for inner in root.walk()] == list(report.sections)
    assert [part.title for part in roots[1].walk()] == [roots[1].title, "带头谋划", "带头督办", "带头述法"]
    assert str(roots[1]) == "二、主要负责人履行第一责任人职责情况\n  一是带头谋划\n  二是带头督办\n  三是带头述法"
    assert str(report.sections).startswith("一、主要工作及成效\n  （一）")
    assert report.sections[-1] == report.sections[len(report.sections) - 1]
    assert report.sections[1:3] == (report.sections[1], report.sections[2])
    assert len({*report.sections, *report.sections}) == len(report.sections)


def test_a_tree_outlives_its_report() -> None:
    section = fazhi.parse("一、主要举措\n（一）普法。开展宣传3场。\n").sections[1]
    assert section.parent is not None and section.parent.title == "主要举措"


def test_values_are_exact_whatever_the_context() -> None:
    with localcontext() as context:
        context.prec = 2
        rate, count = fazhi.parse("一、主要举措\n按期办结率98.00%，办理1234567件。\n").quantities
    assert str(rate.value) == "98.00" and rate.unit == "%"
    assert count.value == 1234567 and count.kind == "count" and count.text == "1234567件"


def test_dates_that_are_complete_are_dates() -> None:
    report = fazhi.parse("2024年1月8日，2024年1月，2023年2月30日。\n")
    dates = [date.date for date in report.dates]
    assert [str(date) for date in dates] == ["2024-01-08", "2024-01", "2023-02-30"]
    assert [date.date for date in dates] == [datetime.date(2024, 1, 8), None, None]
    assert [str(fazhi.PartialDate(None, *rest)) for rest in [(1, 8), (1, None), (None, 8)]] == [
        "--01-08",
        "--01",
        "---08",
    ]


def test_the_planted_slip_is_found(report: fazhi.Report) -> None:
    (slip,) = [check for check in report.checks if check.verdict == "inconsistent"]
    assert (slip.kind, slip.stated, slip.computed, slip.formula) == ("ratio", "99.5", "98.5", "2160 / 2193")
    assert [span.of(report.text) for span in slip.spans] == ["99.5%", "2160件", "2193件"]


def test_without_audit_nothing_is_checked(sample: Path) -> None:
    assert fazhi.parse(sample, audit=False).checks == ()
    assert len(fazhi.parse(sample).checks) > 5


@pytest.mark.parametrize("source", ["", "\ufeff", "无关的文字", "一、", "<html>", "\0" * 10, "（" * 5000])
def test_a_damaged_text_is_a_result(source: str) -> None:
    report = fazhi.parse(source)
    assert report.text == source
    assert isinstance(report.to_dict(), dict)
    for name in (
        "sections",
        "passages",
        "quantities",
        "citations",
        "doc_numbers",
        "dates",
        "indicators",
        "checks",
        "notes",
    ):
        assert len(getattr(report, name)) == len(report.to_dict()[name])
    assert report.front.year is None
    assert report.score().earned >= 0


def test_limits_give_a_smaller_report_and_a_note() -> None:
    text = "一、甲\n二、乙\n三、丙\n办理1件、2件、3件。\n"
    assert len(fazhi.parse(text).sections) == 3 and len(fazhi.parse(text).quantities) == 3
    small = fazhi.parse(text, max_sections=2, max_facts=1)
    assert len(small.sections) == 2 and len(small.quantities) == 1
    assert "limit_reached" in [note.code for note in small.notes]
    deep = "一、甲\n（一）乙\n1.丙\n"
    assert [section.level for section in fazhi.parse(deep, max_depth=2).sections] == [1, 2, 2]


def test_nothing_can_be_changed(report: fazhi.Report) -> None:
    for value, name in (
        (report, "text"),
        (report, "other"),
        (report.quantities[0], "value"),
        (report.sections[0], "title"),
    ):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
    with pytest.raises(AttributeError):
        del report.text
    assert report.quantities is report.quantities
    assert pickle.loads(pickle.dumps(report.checks)) == report.checks
    assert hash(report.quantities[0]) == hash(fazhi.parse(report.text).quantities[0])


def test_outline_has_the_sections_alone(sample: Path) -> None:
    report, outline = fazhi.parse(sample), fazhi.outline(sample)
    assert outline.text == report.text
    assert [section.title for section in outline.sections] == [section.title for section in report.sections]
    assert [section.span for section in outline.sections] == [section.span for section in report.sections]
    assert {section.role for section in outline.sections} == {None}
    assert str(outline.sections) == str(report.sections)
    assert outline.byte_span(outline.sections[3].span) == report.byte_span(report.sections[3].span)
    assert outline.passages == report.passages
    assert [note.code for note in fazhi.outline("一、甲\n三、丙\n").notes] == ["numbering_gap"]


def test_listings() -> None:
    catalogue = fazhi.catalogue()
    assert len({definition.id for definition in catalogue}) == len(catalogue) > 50
    assert all(definition.name and definition.topic != "unknown" for definition in catalogue)
    assert [rule.id for rule in fazhi.rules()][:2] == ["ratio", "sum"]
    assert all(all(rule) for rule in fazhi.rules())
