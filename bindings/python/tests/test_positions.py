"""Positions are indices of Python strings, whatever stands before."""

from __future__ import annotations

import fazhi
import pytest

BODY = "一、主要举措\n（一）化解争议。受理行政复议案件25件，审结24件。\n"


@pytest.mark.parametrize("before", ["", "a", "é", "大", "𠮷", "大𠮷a\U0001f600é\r\n", "\ufeff"])
def test_spans_slice_the_text(before: str) -> None:
    report = fazhi.parse(f"{before}\n{BODY}")
    assert [quantity.text for quantity in report.quantities] == ["25件", "24件"]
    for quantity in report.quantities:
        assert report.text[quantity.span.start : quantity.span.end] == quantity.text
        assert quantity.sentence.of(report.text) == "受理行政复议案件25件，审结24件。"
        start, end = report.byte_span(quantity.span)
        assert report.source[start:end].decode() == quantity.text
    assert report.sections[1].title_span.of(report.text) == "化解争议"
    assert report.quantities[0].span.start == len(before) + 1 + BODY.index("25件")


def test_bytes_and_back(report: fazhi.Report) -> None:
    spans = [quantity.span for quantity in report.quantities]
    in_bytes = report.byte_spans(spans)
    assert in_bytes == [report.byte_span(span) for span in spans]
    assert in_bytes == [fazhi.Span(*quantity["span"]) for quantity in report.to_dict()["quantities"]]
    assert report.text_spans(in_bytes) == spans
    assert report.byte_spans([]) == report.text_spans([]) == []
    assert report.byte_spans(span for span in spans) == in_bytes


def test_positions_outside_the_text_are_wrong_use(report: fazhi.Report) -> None:
    with pytest.raises(fazhi.Error) as caught:
        report.byte_span((0, len(report.text) + 1))
    assert caught.value.status == "out_of_range"
    with pytest.raises(fazhi.Error) as caught:
        fazhi.parse("大").text_spans([(1, 3)])
    assert caught.value.status == "not_on_boundary"
    with pytest.raises(OverflowError):
        report.byte_span((-1, 3))


def test_places_and_clean_text() -> None:
    report = fazhi.parse("𠮷大\n大𠮷25 件\n")
    assert report.place(report.text.index("2")) == fazhi.Place(line=1, column=2)
    assert report.place(0) == (0, 0)
    assert report.clean((5, 9)) == "25件"


def test_longer_rows_of_a_later_library_are_stepped_over() -> None:
    from fazhi._library import ffi
    from fazhi._rows import Columns

    size = ffi.sizeof("fazhi_date")
    rows = ffi.new("uint8_t[]", 3 * (size + 8))
    for index in range(3):
        row = ffi.cast("fazhi_date *", rows + index * (size + 8))
        row.span.start, row.span.end, row.date.year, row.date.month = index, index + 10, 2000 + index, index

    columns = Columns("fazhi_date", ffi.new("fazhi_table *", {"rows": rows, "count": 3, "stride": size + 8}))
    assert columns.numbers("span.end") == [10, 11, 12]
    assert columns.numbers("date.year") == [2000, 2001, 2002]
    assert columns.numbers("date.month") == [0, 1, 2]
