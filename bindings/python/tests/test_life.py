"""Threads, forks, memory."""

from __future__ import annotations

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


def resident() -> int:
    """Bytes of memory this process has."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def flat(work: Callable[[], object], times: int) -> None:
    """Memory does not grow with how often something is done: what is lost, is lost in each of three rounds.

    In one of them it may grow: the system's allocator takes what work has at once, now returns it, and now does not.
    """
    grown = []
    for _ in range(times // 4):
        work()
    for _ in range(3):
        gc.collect()
        before = resident()
        for _ in range(times):
            work()
        gc.collect()
        grown.append(resident() - before)
        # A report takes some 200 KB: to keep one in fifty would show.
        if grown[-1] < times * 4_000:
            return
    raise AssertionError(f"{grown} bytes in {times} times")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is measured through /proc")
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


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is measured through /proc")
def test_what_is_lost_is_seen() -> None:
    kept = []
    number = itertools.count()

    def work() -> None:
        report = fazhi.parse(SAMPLES[1])
        if read(report) and next(number) % 25 == 0:
            kept.append(report)

    with pytest.raises(AssertionError, match="bytes in 200 times"):
        flat(work, 200)


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
