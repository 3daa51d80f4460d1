#!/usr/bin/env python3
"""What Python adds to the library: to a call, to each row, and to an Arrow array. Run it with the installed package:
`python bindings/python/benches/overhead.py`. The least time of many single runs, in microseconds, on one sample."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fazhi
from fazhi._library import ffi, lib
from fazhi._positions import CODE_POINTS

SAMPLE = Path(__file__).resolve().parents[3] / "examples/data/qinglan-2024.txt"
RUNS = 2000


def least_of(*works: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Microseconds of the fastest run of each, in turn and in changing order: what disturbs one disturbs all."""
    clock, fastest, order = time.perf_counter_ns, [1 << 62] * len(works), list(range(len(works)))
    for _ in range(runs):
        random.shuffle(order)
        for which in order:
            begin = clock()
            works[which]()
            fastest[which] = min(fastest[which], clock() - begin)
    return [nanoseconds / 1000 for nanoseconds in fastest]


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """Microseconds of the fastest run: the others were disturbed."""
    return least_of(work, runs=runs)[0]


def main() -> None:
    data = SAMPLE.read_bytes()
    text = data.decode()
    place, error = ffi.new("fazhi_report **"), ffi.new("fazhi_error *")
    for name, source in (("a short text", b"1"), (SAMPLE.name, data)):
        buffer = ffi.from_buffer(source)

        def native(buffer: object = buffer, length: int = len(source)) -> None:
            lib.fazhi_report_parse(buffer, length, ffi.NULL, place, error)
            lib.fazhi_report_free(place[0])

        alone, whole = least_of(native, lambda source=source: fazhi.parse(source))  # type: ignore[misc]
        print(f"parse {name}: library alone {alone:.1f}, fazhi.parse of bytes {whole:.1f}, added {whole - alone:.1f}")
    print(f"to encode {SAMPLE.name} from a str: {least(text.encode):.1f}")

    report = fazhi.parse(data)
    fresh = iter([fazhi.parse(data) for _ in range(RUNS // 10)])
    given = ffi.new("fazhi_table *")
    first = least(lambda: lib.fazhi_report_notes(next(fresh)._handle, given, error), RUNS // 10)
    print(f"all tables, made by the library at the first question: {first:.1f}")
    # What tables rest on, which is read once.
    assert report.text and report._strings and report.quantities and fazhi.catalogue()
    for table in ("sections", "quantities", "citations", "dates", "indicators", "checks"):

        def read(table: str = table) -> int:
            report.__dict__.pop(table, None)
            return len(getattr(report, table))

        rows, took = read(), least(read)
        print(f"read {rows} rows of {table}: {took:.1f}, {took / rows:.2f} a row")
    for table in ("sections", "quantities", "checks"):
        arrow = report.table(table)  # type: ignore[arg-type]
        schema, array = ffi.new("struct ArrowSchema *"), ffi.new("struct ArrowArray *")

        def export(code: int = arrow._code, schema: Any = schema, array: Any = array) -> None:
            lib.fazhi_report_arrow(report._handle, code, CODE_POINTS, schema, array, error)
            schema.release(schema)
            array.release(array)

        whole = least(arrow.__arrow_c_array__)
        print(f"Arrow array of {table}, freed again: library alone {least(export):.1f}, in capsules {whole:.1f}")
    print(f"to_json: {least(report.to_json):.1f}, to_dict: {least(report.to_dict):.1f}")


if __name__ == "__main__":
    main()
