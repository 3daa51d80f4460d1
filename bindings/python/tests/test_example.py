"""The example prints what the one in Rust prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import ROOT, program


def test_the_example_prints_what_the_one_in_rust_prints(sample: Path) -> None:
    expected = subprocess.run([program("FAZHI_ANALYZE"), sample], capture_output=True, check=True).stdout
    command: list[str | Path] = [sys.executable, ROOT / "examples/analyze.py", sample]
    assert subprocess.run(command, capture_output=True, check=True).stdout == expected
    assert expected.count(b"\n") > 20


def test_the_example_says_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff")
    for arguments in ([], [tmp_path / "nowhere.txt"], [bad]):
        command: list[str | Path] = [sys.executable, ROOT / "examples/analyze.py", *arguments]
        done = subprocess.run(command, capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr
