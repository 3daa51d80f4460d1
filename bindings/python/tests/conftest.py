"""What the tests share. They run on the installed wheel, by `.ci/python`, which names two programs made of the same
sources: FAZHI_COMMAND is the command `fazhi`, FAZHI_ANALYZE the example in Rust."""

from __future__ import annotations

import os
from pathlib import Path

import fazhi
import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "examples/data").glob("*.txt"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    """Each of the fictional reports."""
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture(scope="session")
def report() -> fazhi.Report:
    """The report in which a slip was planted."""
    return fazhi.parse(ROOT / "examples/data/qinglan-2024.txt")


def program(name: str) -> str:
    """A program that `.ci/python` made."""
    return os.environ[name]
