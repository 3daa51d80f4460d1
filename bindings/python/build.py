#!/usr/bin/env python3
"""Builds the wheel of this package: `build.py [OUT]`, by default into `target/wheels`.

Needs cargo, and from PyPI maturin, cffi and, for a wheel that loads with glibc 2.17, ziglang: with it the library is
linked against that version, and the wheel is tagged manylinux2014; without it the wheel is for this machine.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")


def declarations(header: Path) -> str:
    """A C header without what cffi does not read: conditions, guards, and what is for C++ alone."""
    lines = []
    for_cplusplus = False
    for line in header.read_text(encoding="utf-8").splitlines(keepends=True):
        words = line.split()
        if words[:1] == ["#ifdef"]:
            for_cplusplus = True
        elif words[:1] == ["#endif"]:
            for_cplusplus = False
        elif for_cplusplus or words[:1] in (["#ifndef"], ["#include"]):
            pass
        elif not (words[:1] == ["#define"] and len(words) == 2):
            lines.append(line)
    return "".join(lines)


def main() -> int:
    # maturin runs in another folder.
    out = str(Path(sys.argv[1] if len(sys.argv) > 1 else TARGET / "wheels").resolve())
    # Where maturin looks for declarations before it makes its own.
    TARGET.mkdir(parents=True, exist_ok=True)
    headers = (ROOT / "include/fazhi.h", HERE / "src/capsules.h")
    (TARGET / "header.h").write_text("".join(map(declarations, headers)), encoding="utf-8")
    # What a wheel takes along has to stand beside its pyproject.toml.
    for notice in ("LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md"):
        shutil.copyfile(ROOT / notice, HERE / notice)
    command = [sys.executable, "-m", "maturin", "build", "--release", "--out", out, "--interpreter", sys.executable]
    if importlib.util.find_spec("ziglang"):
        command += ["--zig", "--compatibility", "manylinux2014"]
    # maturin asks the first python3 of the path for ziglang.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(command, cwd=HERE, env={**os.environ, "PATH": path}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
