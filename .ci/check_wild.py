#!/usr/bin/env python3
"""Every report of a directory is parsed without a fault; a page that is no report (*_NEGATIVE) is told as such.

    check_wild.py --cmd 'target/release/fazhi parse {}' ../shared/wild
"""
import argparse
import json
import pathlib
import shlex
import subprocess
import sys


def faults_of(path, run):
    if run.returncode:
        return [f"exit {run.returncode}: {run.stderr.decode(errors='replace').strip()[:300]}"]
    try:
        got = json.loads(run.stdout)
    except json.JSONDecodeError as error:
        return [f"no JSON: {error}"]
    no_report = any(note["code"] == "no_report" for note in got["notes"])
    if path.stem.endswith("_NEGATIVE"):
        expected = {
            "front.title is null": got["front"]["title"] is None,
            "no sections": not got["sections"],
            "note no_report": no_report,
        }
    else:
        expected = {"sections": got["sections"], "no note no_report": not no_report}
    return [f"expected {what}" for what, holds in expected.items() if not holds]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cmd", required=True)
    ap.add_argument("directory", type=pathlib.Path)
    args = ap.parse_args()
    paths = sorted(args.directory.glob("*.txt"))
    if not paths:
        sys.exit(f"no report in {args.directory}")
    failed = 0
    for path in paths:
        command = [part.replace("{}", str(path)) for part in shlex.split(args.cmd)]
        faults = faults_of(path, subprocess.run(command, capture_output=True, timeout=60))
        failed += bool(faults)
        print(f"{path.name:40} {'; '.join(faults) or 'ok'}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
