"""Many reports at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fazhi
import pytest
from conftest import SAMPLES


def texts(count: int) -> Iterator[str]:
    return (f"一、主要举措\n办理{number}件。\n" for number in range(1, count + 1))


@pytest.mark.parametrize("threads", [None, 1, 2, 5])
def test_in_order(threads: int | None) -> None:
    found = []
    for report in fazhi.parse_many(texts(1000), threads=threads):
        assert isinstance(report, fazhi.Report)
        found.append(report.quantities[0].value)
    assert found == list(range(1, 1001))


def test_the_same_as_one_by_one() -> None:
    for report, path in zip(fazhi.parse_many(SAMPLES), SAMPLES):
        assert isinstance(report, fazhi.Report)
        assert report.to_json() == fazhi.parse(path).to_json()
        assert report.quantities == fazhi.parse(path).quantities


def test_what_cannot_be_parsed_stands_in_its_place() -> None:
    sources: list[Any] = [SAMPLES[0], b"\xff", "\ud800", Path("/nowhere"), 3, "", "大大大"]
    found = list(fazhi.parse_many(sources, max_bytes=1 << 20))
    assert [type(item) for item in found] == [
        fazhi.Report,
        fazhi.Error,
        UnicodeEncodeError,
        FileNotFoundError,
        TypeError,
        fazhi.Report,
        fazhi.Report,
    ]
    assert isinstance(found[1], fazhi.Error) and found[1].status == "undecodable"
    (large, small) = fazhi.parse_many(["大大", "大"], max_bytes=3)
    assert isinstance(large, fazhi.Error) and large.status == "too_large"
    assert isinstance(small, fazhi.Report)


def test_settings_are_those_of_parse() -> None:
    (report,) = fazhi.parse_many([SAMPLES[0]], audit=False, max_facts=5)
    assert isinstance(report, fazhi.Report)
    assert report.checks == () and len(report.quantities) == 5


def test_sources_may_be_endless() -> None:
    given = itertools.count()
    found = fazhi.parse_many((f"办理{number}件。" for number in given), threads=2)
    assert len(list(itertools.islice(found, 10))) == 10
    assert next(given) < 1000
    # Large texts are taken few at a time.
    given = itertools.count()
    next(fazhi.parse_many("a" * (1 << 21) for _ in given))
    assert next(given) <= 3


def test_an_exception_of_the_iterable_comes_after_what_it_gave() -> None:
    def sources() -> Iterator[str]:
        yield "办理1件。"
        yield "办理2件。"
        raise RuntimeError("no more")

    found = fazhi.parse_many(sources())
    assert isinstance(next(found), fazhi.Report)
    assert isinstance(next(found), fazhi.Report)
    with pytest.raises(RuntimeError, match="no more"):
        next(found)


def test_nothing_gives_nothing() -> None:
    assert list(fazhi.parse_many([])) == []


def test_one_source_is_not_many() -> None:
    wrong: Any
    for wrong in ("text", b"text", SAMPLES[0]):
        with pytest.raises(TypeError, match="takes many sources"):
            fazhi.parse_many(wrong)
    for threads in (0, -1, 1 << 16):
        with pytest.raises(fazhi.Error):
            fazhi.parse_many([], threads=threads)
