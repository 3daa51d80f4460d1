"""Exceptions are for wrong use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fazhi
import pytest


def test_bytes_that_are_no_text() -> None:
    read: Any
    for read in (fazhi.parse, fazhi.outline, fazhi.read):
        with pytest.raises(fazhi.Error) as caught:
            read("大".encode() + b"\xff\xfe")
        assert caught.value.status == "undecodable"
        assert caught.value.span is None
        assert "undecodable" in str(caught.value)
        assert isinstance(caught.value, ValueError)
    with pytest.raises(fazhi.Error) as caught:
        fazhi.Rubric("大".encode() + b"\xff\xfe")
    assert caught.value.status == "invalid_utf8"
    assert caught.value.span is not None and caught.value.span.start == 3


def test_lone_surrogates() -> None:
    with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
        fazhi.parse("一、\ud800")
    assert issubclass(UnicodeEncodeError, ValueError)


def test_too_large() -> None:
    with pytest.raises(fazhi.Error) as caught:
        fazhi.parse("大大", max_bytes=5)
    assert caught.value.status == "too_large"
    assert fazhi.parse("大大", max_bytes=6).text == "大大"


@pytest.mark.parametrize("limits", [{"max_bytes": -1}, {"max_facts": 1 << 32}, {"max_depth": -7}])
def test_limits_that_cannot_be(limits: dict[str, Any]) -> None:
    with pytest.raises(fazhi.Error) as caught:
        fazhi.parse("", **limits)
    assert caught.value.status == "invalid_argument"


def test_sources_that_are_none() -> None:
    wrong: Any
    for wrong in (None, 3, ["a"]):
        with pytest.raises(TypeError, match="a source is"):
            fazhi.parse(wrong)
    for wrong in (None, 3, ["a"], "report.docx"):
        with pytest.raises(TypeError, match="a file is bytes or a pathlib.Path"):
            fazhi.read(wrong)
    with pytest.raises(FileNotFoundError):
        fazhi.parse(Path("/nowhere/report.txt"))


def test_names_that_are_none(report: fazhi.Report) -> None:
    wrong: Any = "figures"
    with pytest.raises(fazhi.Error, match="no table 'figures'"):
        report.table(wrong)
    with pytest.raises(fazhi.Error, match="no positions 'figures'"):
        report.table("dates", positions=wrong)


def test_objects_are_not_made_by_hand(report: fazhi.Report) -> None:
    with pytest.raises(TypeError):
        fazhi.Report()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        import pickle

        pickle.dumps(report)
