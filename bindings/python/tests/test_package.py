"""What is installed."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import fazhi
from conftest import ROOT
from fazhi import _codes
from fazhi._library import constants, ffi, lib


def test_the_wheel_is_tested_not_the_sources() -> None:
    assert ROOT not in Path(fazhi.__file__).resolve().parents or "site-packages" in fazhi.__file__
    assert (Path(fazhi.__file__).parent / "py.typed").is_file()


def test_versions_agree() -> None:
    version = re.search(r'^version = "(.+)"$', (ROOT / "Cargo.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version is not None
    assert fazhi.__version__ == importlib.metadata.version("fazhi") == version[1]


def test_the_library_has_every_part() -> None:
    bits = constants("FAZHI_FEATURE_")
    # Those of kinds of files are named as the features of Cargo.toml.
    assert sorted(bits) == ["doc", "docx", "html", "json", "ofd", "parallel", "pdf", "rubric", "txt"]
    assert lib.fazhi_features() == sum(bits.values())


def test_every_name_in_all_is_there() -> None:
    assert all(hasattr(fazhi, name) for name in fazhi.__all__)


def test_another_abi_is_refused() -> None:
    program = """
import sys, types
class Library:
    FAZHI_ABI_VERSION = 1
    def fazhi_abi_version(self): return 2
native = types.ModuleType("fazhi._native")
native.ffi, native.lib = None, Library()
sys.modules["fazhi._native"] = native
try:
    import fazhi
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "fazhi was built for ABI 1 of its library, but found ABI 2: install the package anew\n"


def test_names_of_codes_are_those_of_the_types() -> None:
    lists = {
        "marker": _codes.Marker,
        "role": _codes.Role,
        "topic": _codes.Topic,
        "passage": _codes.PassageRole,
        "quantity": _codes.QuantityKind,
        "bound": _codes.Bound,
        "citation": _codes.CitationKind,
        "level": _codes.Level,
        "check": _codes.CheckKind,
        "verdict": _codes.Verdict,
        "note": _codes.NoteCode,
        "outcome": _codes.Outcome,
        "block": _codes.BlockKind,
        "warning": _codes.WarningKind,
    }
    assert sorted(lists) == sorted(_codes.NAMES)
    for name, kind in lists.items():
        names = list(kind.__args__)  # type: ignore[attr-defined]
        assert [_codes.NAMES[name][code] for code in range(1, len(names) + 1)] == names, name
        assert names[-1] == "unknown"
        assert _codes.NAMES[name][0] is None
        assert _codes.NAMES[name][65535] == "unknown"


def test_declarations_match_the_library() -> None:
    """Sizes as the ABI has them: cffi's own idea of the records, made from the header."""
    assert ffi.sizeof("fazhi_quantity") == 72
    assert ffi.sizeof("fazhi_block") == 40
    assert ffi.sizeof("fazhi_error") == 272
