#!/usr/bin/env python3
"""Counts instructions a byte of five kernels with valgrind's callgrind and compares them with the record.

    check_instructions.py             fails if a kernel takes over 2 % more than benches/ratio/instructions.txt says
    check_instructions.py --record    writes that file; only in the commit that explains the change

Counts do not depend on the machine's load, so a change that small is a change of the code.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
RECORD = ROOT / "benches/ratio/instructions.txt"
SLACK = 0.02
# Places in the bench's table of jobs.
KERNELS = {1: "validated outline", 2: "outline of valid text", 3: "full parse without audit", 4: "full parse with audit",
           7: "score and JSON of a parsed report"}
HEADER = """\
# Instructions per byte of input over all fictional reports (examples/data, tests/data/reports), warm: second run of
# one parser. Written by `.ci/check_instructions.py --record`, checked by `.ci/run`; update it only in the commit that
# explains the change. Compiler and processor belong to the record: which paths the library and glibc's memcpy choose
# depends on them (valgrind shows AVX2, never AVX-512).
"""


def build():
    command = ["cargo", "build", "--locked", "--release", "--quiet", "--package", "fazhi-benches", "--message-format", "json"]
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return re.findall(r'"executable":"([^"]*fazhi-benches[^"]*)"', lines)[-1]


def count(program, kernel):
    """Instructions per byte, and what the processor shows."""
    with tempfile.TemporaryDirectory() as directory:
        out = pathlib.Path(directory) / "callgrind.out"
        command = ["valgrind", "--tool=callgrind", "--toggle-collect=*collected_here*", f"--callgrind-out-file={out}",
                   program, "--counted", str(kernel)]
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if run.returncode:
            sys.exit(f"check_instructions: {' '.join(command)} failed:\n{run.stderr}")
        total = int(re.search(r"^(?:summary|totals): (\d+)", out.read_text(), re.M)[1])
    _, size, _, processor = run.stdout.strip().split("\t")
    return total / int(size), processor


def compiler():
    return subprocess.run(["rustc", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def main():
    try:
        valgrind = subprocess.run(["valgrind", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    except FileNotFoundError:
        sys.exit("check_instructions: valgrind is missing; install it, for example with `apt-get install valgrind`")
    program = build()
    with ThreadPoolExecutor() as pool:
        counts = dict(zip(KERNELS.values(), pool.map(lambda kernel: count(program, kernel), KERNELS)))
    conditions = f"{compiler()}; {valgrind}; {next(iter(counts.values()))[1]}"
    if sys.argv[1:] == ["--record"]:
        rows = "".join(f"{name}\t{value:.3f}\n" for name, (value, _) in counts.items())
        RECORD.write_text(f"{HEADER}# {conditions}\n{rows}")
        return
    lines = RECORD.read_text().splitlines()
    recorded = dict(line.split("\t") for line in lines if not line.startswith("#"))
    if lines[-len(recorded) - 1] != f"# {conditions}":
        print(f"recorded with {lines[-len(recorded) - 1][2:]}, here {conditions}: counts may differ for that alone")
    worse = []
    for name, (value, _) in counts.items():
        change = value / float(recorded[name]) - 1
        verdict = "worse" if change > SLACK else "better, update the record" if change < -SLACK else "as recorded"
        print(f"{name}: {value:.3f} instructions a byte, {change:+.1%}: {verdict}")
        if change > SLACK:
            worse.append(name)
    if worse:
        sys.exit(f"check_instructions: more than {SLACK:.0%} above the record: {', '.join(worse)}")


if __name__ == "__main__":
    main()
