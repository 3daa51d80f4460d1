"""Threads, forks, memory."""

from __future__ import annotations

import ctypes
import gc
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import fazhi
import pytest
from conftest import SAMPLES

TABLES = ("sections", "passages", "quantities", "citations", "doc_numbers", "dates", "indicators", "checks", "notes")


def read(report: fazhi.Report) -> tuple[object, ...]:
    """Everything of a report, as values that can be compared."""
    sections = tuple((section.title, section.span) for section in report.sections)
    return (sections, report.front, *(getattr(report, name) for name in TABLES[1:]), report.score().dimensions)


def test_threads_share_a_report() -> None:
    for path in SAMPLES:
        expected = read(fazhi.parse(path))
        report = fazhi.parse(path)
        start = threading.Barrier(8)

        def together(report: fazhi.Report = report, start: threading.Barrier = start) -> tuple[object, ...]:
            start.wait()
            return read(report)

        with ThreadPoolExecutor(8) as pool:
            for future in [pool.submit(together) for _ in range(8)]:
                assert future.result() == expected


@pytest.mark.parametrize(
    "work",
    [lambda text: fazhi.parse(text), lambda text: list(fazhi.parse_many([text, text]))],
    ids=["parse", "parse_many"],
)
def test_other_threads_run_meanwhile(work: Callable[[str], object]) -> None:
    text = SAMPLES[0].read_text(encoding="utf-8") * 200
    begun, done = threading.Event(), threading.Event()

    def run() -> None:
        begun.set()
        work(text)
        done.set()

    thread = threading.Thread(target=run)
    thread.start()
    begun.wait()
    ticks = 0
    while not done.is_set():
        time.sleep(0.001)
        ticks += 1
    thread.join()
    # With the interpreter's lock held during a parse of some hundred milliseconds there would be one or two.
    assert ticks > 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_goes_on() -> None:
    report = fazhi.parse(SAMPLES[0])
    expected = report.to_json()
    list(fazhi.parse_many(SAMPLES, threads=2))
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        # Straight to the end, whatever happens: the parent's tests are not the child's.
        try:
            parsed = list(fazhi.parse_many(SAMPLES, threads=2))
            well = report.to_json() == expected == getattr(parsed[0], "to_json", str)()
            well = well and read(report) == read(fazhi.parse(SAMPLES[0]))
            os._exit(0 if well else 1)
        finally:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert report.to_json() == expected


class Heap(ctypes.Structure):
    """What glibc tells of its heap: `struct mallinfo2`."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    ]


try:
    heap: Any = ctypes.CDLL(None).mallinfo2
    heap.restype = Heap
except (AttributeError, TypeError):
    heap = None


def held() -> tuple[int, int]:
    """Bytes that were taken from the system's heap and not given back, and blocks of Python's own.

    The memory of the process says less: what was given back stays there, until now and then a few megabytes are
    returned to the system, or taken anew.
    """
    gc.collect()
    told = heap()
    return told.uordblks + told.hblkhd, sys.getallocatedblocks()


def flat(work: Callable[[], object], times: int) -> None:
    """Memory does not grow with how often something is done."""
    for _ in range(times // 4):
        work()
    before = held()
    for _ in range(times):
        work()
    grown = tuple(after - start for after, start in zip(held(), before))
    # A report takes more than 100,000 bytes, and what was read of it thousands of blocks: one kept in a hundred shows.
    assert grown[0] < times * 1_000 and grown[1] < times * 10, f"{grown} bytes and blocks in {times} times"


needs_glibc = pytest.mark.skipif(heap is None, reason="memory is measured by mallinfo2")


@needs_glibc
@pytest.mark.parametrize(
    "work",
    [
        lambda: read(fazhi.parse(SAMPLES[1])),
        lambda: fazhi.parse(SAMPLES[1]).to_dict(),
        lambda: fazhi.outline(SAMPLES[1]).sections,
        lambda: fazhi.read(SAMPLES[1]).blocks,
        lambda: next(fazhi.parse_many(SAMPLES, threads=1)),
        lambda: fazhi.parse(SAMPLES[1], audit=False).table("quantities").__arrow_c_array__(),
        lambda: fazhi.parse(SAMPLES[1], audit=False).table("quantities").__arrow_c_stream__(),
    ],
    ids=["tables", "dict", "outline", "document", "many", "array", "stream"],
)
def test_memory_stays_flat(work: Callable[[], object]) -> None:
    flat(work, 200)


@needs_glibc
def test_what_is_lost_is_seen() -> None:
    kept = []
    number = itertools.count()

    def work() -> None:
        report = fazhi.parse(SAMPLES[1])
        if read(report) and next(number) % 50 == 0:
            kept.append(report)

    with pytest.raises(AssertionError, match="bytes and blocks in 200 times"):
        flat(work, 200)


@needs_glibc
def test_a_report_is_freed_with_its_last_reference() -> None:
    """At once: reports are in no circle that the collector would have to find."""
    gc.disable()
    try:
        flat(lambda: read(fazhi.parse(SAMPLES[1])), 100)
    finally:
        gc.enable()


def test_the_process_ends_well_with_everything_alive() -> None:
    program = """
import sys, fazhi
text = "一、主要举措\\n办理3件。\\n" * 50
report = fazhi.parse(text)
kept = [report.table("quantities").__arrow_c_stream__(), *report.table("dates").__arrow_c_array__()]
many = fazhi.parse_many([text] * 3)
next(many)
score = report.score()
sys.kept = kept, many, score, report
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
