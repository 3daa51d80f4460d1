"""Many reports at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from fazhi._library import Error, call, ffi, lib, owned
from fazhi._report import Report
from fazhi._source import Source, options, utf8

#: What is parsed together, at most: this many texts, of which all but the last are together shorter than this.
_TEXTS = 256
_BYTES = 4 << 20

_REPORT = ffi.typeof("fazhi_report **")


def parse_many(
    sources: Iterable[Source],
    *,
    threads: int | None = None,
    max_bytes: int | None = None,
    max_sections: int | None = None,
    max_facts: int | None = None,
    max_depth: int | None = None,
    audit: bool = True,
) -> Iterator[Report | Exception]:
    """Parses many reports on several threads (None: one for each core), and gives them in the order of `sources`.

    It never fails as a whole: what takes the place of a report that cannot be had is the exception `parse` would raise
    for it, such as an `Error` or OSError, not raised but given. Limits and `audit` are those of `parse`.

    Sources are taken a few hundred (or 4 MiB) at a time, so they may be endless. While these are parsed, other threads
    of Python run. An exception of the iterable itself is raised after all that it gave before.
    """
    if isinstance(sources, (str, bytes, bytearray, memoryview, os.PathLike)):
        raise TypeError("parse_many takes many sources, such as a list of paths; parse takes one")
    if threads is not None and not 0 < threads < 1 << 16:
        raise Error(f"threads must be from 1 to 65535, not {threads}", "invalid_argument")
    settings = options(audit, max_bytes=max_bytes, max_sections=max_sections, max_facts=max_facts, max_depth=max_depth)
    return _all(iter(sources), settings, threads or 0)


def _all(sources: Iterator[Source], settings: Any, threads: int) -> Iterator[Report | Exception]:
    failure: Exception | None = None
    while failure is None:
        texts: list[bytes | Exception] = []
        size = 0
        while len(texts) < _TEXTS and size < _BYTES:
            try:
                source = next(sources)
            except Exception as error:
                failure = error
                break
            try:
                text = utf8(source)
            except Exception as error:
                texts.append(error)
            else:
                size += len(text)
                texts.append(text)
        yield from _batch(texts, settings, threads)
    if not isinstance(failure, StopIteration):
        raise failure


def _batch(texts: list[bytes | Exception], settings: Any, threads: int) -> Iterator[Report | Exception]:
    """Parses the texts; exceptions stay where they are."""
    given = [text for text in texts if isinstance(text, bytes)]
    inputs = ffi.new("fazhi_str[]", len(given))
    # Which keep the bytes where they are.
    buffers = list(map(ffi.from_buffer, given))
    for place, buffer in zip(inputs, buffers):
        place.data, place.len = ffi.cast("const uint8_t *", buffer), len(buffer)
    batch = owned(lib.fazhi_batch_parse, lib.fazhi_batch_free, inputs, len(given), settings, threads)
    del given
    index = 0
    for text in texts:
        if isinstance(text, Exception):
            yield text
            continue
        taken = ffi.new(_REPORT)
        try:
            call(lib.fazhi_batch_take, batch, index, taken)
        except Error as error:
            yield error
        else:
            yield Report(ffi.gc(taken[0], lib.fazhi_report_free))
        index += 1
