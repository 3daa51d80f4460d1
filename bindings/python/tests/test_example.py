"""The example prints what the one in Rust prints."""

from __future__ import annotations

import re
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


def test_the_readme_can_be_pasted() -> None:
    readme = (ROOT / "bindings/python/README.md").read_text(encoding="utf-8")
    program = "".join(re.findall("```python\n(.*?)```", readme, re.DOTALL))
    done = subprocess.run(
        [sys.executable, "-"], input=program, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    assert "成功率99.5%与2160 ÷ 2193 = 98.5%不符，请核对\n" in done.stdout
    assert done.stdout.count("<fazhi.Report: ") == 3
