"""Many reports at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, Union

from fazhi._library import Error, call, ffi, lib, owned
from fazhi._report import Report
from fazhi._source import Source, given, options

#: What is parsed together, at most: this many sources, of which all but the last are together shorter than this.
_SOURCES = 256
_BYTES = 4 << 20

_REPORT = ffi.typeof("fazhi_report **")


def parse_many(
    sources: Iterable[Source],
    *,
    threads: int | None = None,
    max_bytes: int | None = None,
    max_file_bytes: int | None = None,
    max_sections: int | None = None,
    max_facts: int | None = None,
    max_depth: int | None = None,
    audit: bool = True,
) -> Iterator[Report | Exception]:
    """Parses many reports on several threads (None: one for each core), and gives them in the order of `sources`.

    Sources are those of `parse`, texts and files of any kind in any mix; the threads read the files too.
    It never fails as a whole: what takes the place of a report that cannot be had is the exception `parse` would raise
    for it, such as an `Error` or OSError, not raised but given. Limits and `audit` are those of `parse`.

    Sources are taken a few hundred (or 4 MiB) at a time, so they may be endless. While these are parsed, other threads
    of Python run. An exception of the iterable itself is raised after all that it gave before.
    """
    if isinstance(sources, (str, bytes, bytearray, memoryview, os.PathLike)):
        raise TypeError("parse_many takes many sources, such as a list of paths; parse takes one")
    if threads is not None and not 0 < threads < 1 << 16:
        raise Error(f"threads must be from 1 to 65535, not {threads}", "invalid_argument")
    settings = options(
        audit,
        max_bytes=max_bytes,
        max_file_bytes=max_file_bytes,
        max_sections=max_sections,
        max_facts=max_facts,
        max_depth=max_depth,
    )
    return _all(iter(sources), settings, threads or 0)


#: A source as bytes and whether it is a text, or what `parse` would raise for it.
_Given = Union["tuple[bytes, bool]", Exception]


def _all(sources: Iterator[Source], settings: Any, threads: int) -> Iterator[Report | Exception]:
    failure: Exception | None = None
    while failure is None:
        taken: list[_Given] = []
        size = 0
        while len(taken) < _SOURCES and size < _BYTES:
            try:
                source = next(sources)
            except Exception as error:
                failure = error
                break
            try:
                data = given(source)
            except Exception as error:
                taken.append(error)
            else:
                size += len(data)
                taken.append((data, isinstance(source, str)))
        yield from _batch(taken, settings, threads)
    if not isinstance(failure, StopIteration):
        raise failure


def _made(make: Any, given: list[bytes], settings: Any, threads: int) -> Any:
    """The batch that `make` makes of what is given."""
    inputs = ffi.new("fazhi_str[]", len(given))
    # Which keep the bytes where they are.
    buffers = list(map(ffi.from_buffer, given))
    for place, buffer in zip(inputs, buffers):
        place.data, place.len = ffi.cast("const uint8_t *", buffer), len(buffer)
    return owned(make, lib.fazhi_batch_free, inputs, len(given), settings, threads)


def _batch(taken: list[_Given], settings: Any, threads: int) -> Iterator[Report | Exception]:
    """Parses what was taken, texts and files apart; exceptions stay where they are."""
    batches: dict[bool, Any] = {}
    for is_text, make in ((True, lib.fazhi_batch_parse), (False, lib.fazhi_batch_extract)):
        data = [source[0] for source in taken if not isinstance(source, Exception) and source[1] is is_text]
        if data:
            batches[is_text] = _made(make, data, settings, threads)
    del data
    next_of = {True: count(), False: count()}
    for source in taken:
        if isinstance(source, Exception):
            yield source
            continue
        is_text = source[1]
        place = ffi.new(_REPORT)
        try:
            call(lib.fazhi_batch_take, batches[is_text], next(next_of[is_text]), place)
        except Error as error:
            yield error
        else:
            known = {"document": None} if is_text else {}
            yield Report(ffi.gc(place[0], lib.fazhi_report_free), **known)
