#!/usr/bin/env python3
"""Builds the wheel of this package: `build.py [OUT]`, by default into `target/wheels`.

Needs cargo, and from PyPI maturin, cffi and, for a wheel that loads with glibc 2.17, ziglang: with it the library is
linked against that version, and the wheel is tagged manylinux2014; without it the wheel is for this machine.
"""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")


def declarations(header: Iterable[str]) -> Iterator[str]:
    """Lines of the C header that cffi reads: without its preprocessor's conditions and what is for C++ alone."""
    for_cplusplus = False
    for line in header:
        words = line.split()
        if words[:1] == ["#ifdef"]:
            for_cplusplus = True
        elif words[:1] == ["#endif"]:
            for_cplusplus = False
        elif not for_cplusplus and words[:1] not in (["#ifndef"], ["#include"]) and words != ["#define", "FAZHI_H"]:
            yield line


def main() -> int:
    out = sys.argv[1] if len(sys.argv) > 1 else str(TARGET / "wheels")
    # Where maturin looks for declarations before it makes its own.
    TARGET.mkdir(parents=True, exist_ok=True)
    with open(ROOT / "include/fazhi.h", encoding="utf-8") as header:
        (TARGET / "header.h").write_text("".join(declarations(header)), encoding="utf-8")
    command = [sys.executable, "-m", "maturin", "build", "--release", "--out", out, "--interpreter", sys.executable]
    if importlib.util.find_spec("ziglang"):
        command += ["--zig", "--compatibility", "manylinux2014"]
    # maturin asks the first python3 of the path for ziglang.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(command, cwd=HERE, env={**os.environ, "PATH": path}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
