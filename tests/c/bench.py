"""Runs two programs in turn on the same files and compares their medians: bench.py C RUST FILE...

Each program prints a line for each file: the median µs of one parse."""
import pathlib
import statistics
import subprocess
import sys

TURNS = 7

c, rust, *files = sys.argv[1:]
times = {program: [[] for _ in files] for program in (c, rust)}
for _ in range(TURNS):
    for program in (c, rust):
        lines = subprocess.run([program, *files], check=True, capture_output=True, text=True).stdout.split()
        for row, line in zip(times[program], lines, strict=True):
            row.append(float(line))
print(f"{'report':24} {'C µs':>8} {'Rust µs':>8} {'C / Rust':>9}  spread of the ratio over {TURNS} turns")
for index, file in enumerate(files):
    in_c, in_rust = times[c][index], times[rust][index]
    ratios = sorted(a / b for a, b in zip(in_c, in_rust))
    print(f"{pathlib.Path(file).name:24} {statistics.median(in_c):8.1f} {statistics.median(in_rust):8.1f}"
          f" {statistics.median(ratios):9.3f}  {ratios[0]:.3f}–{ratios[-1]:.3f}")
