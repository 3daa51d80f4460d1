#!/usr/bin/env python3
"""Scores every report of a directory and compares the outcomes with score-outcomes.json there.

usage: check_scores.py --cmd "fazhi score --format json {}" DIRECTORY

score-outcomes.json holds, by report, the outcomes of some criteria; a list gives all readings that are accepted. Also
checked: two runs give identical bytes, points add up, and points earned cite evidence. Exit code 1 on a difference.
"""
import argparse
import json
import pathlib
import shlex
import subprocess
import sys
from decimal import Decimal


def run(command, path):
    arguments = [word.replace("{}", str(path)) for word in shlex.split(command)]
    return subprocess.run(arguments, check=True, capture_output=True).stdout


def faults(score, size):
    """What every score must hold, whatever the report."""
    earned = assessable = weight = Decimal(0)
    for dimension in score["dimensions"]:
        earned += Decimal(dimension["earned"])
        assessable += Decimal(dimension["assessable"])
        weight += Decimal(dimension["weight"])
        for criterion in dimension["criteria"]:
            name = criterion["id"]
            got, of = Decimal(criterion["earned"]), Decimal(criterion["points"])
            if not 0 <= got <= Decimal(criterion["assessable"]) <= of:
                yield f"{name}: {got} of {criterion['assessable']} of {of}"
            if got and not criterion["evidence"]:
                yield f"{name}: points without evidence"
            if criterion["outcome"] == "not_met" and not criterion["searched"] + criterion["evidence"]:
                yield f"{name}: nothing says where was searched"
            for start, end in criterion["evidence"] + criterion["searched"]:
                if not 0 <= start <= end <= size:
                    yield f"{name}: span {start}..{end}"
    if (earned, assessable, weight) != tuple(Decimal(score[key]) for key in ("earned", "assessable", "total")):
        yield "the dimensions do not add up"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cmd", required=True)
    parser.add_argument("directory", type=pathlib.Path)
    options = parser.parse_args()
    expected = json.loads((options.directory / "score-outcomes.json").read_text(encoding="utf-8"))
    expected.pop("about", None)
    compared = wrong = 0
    for name, outcomes in expected.items():
        path = options.directory / f"{name}.txt"
        output = run(options.cmd, path)
        score = json.loads(output)
        found = list(faults(score, path.stat().st_size))
        if run(options.cmd, path) != output:
            found.append("two runs differ")
        criteria = {c["id"]: c for d in score["dimensions"] for c in d["criteria"]}
        for criterion, accepted in outcomes.items():
            compared += 1
            got = criteria.get(criterion, {}).get("outcome")
            if got not in accepted:
                said = criteria.get(criterion, {}).get("explanation", "")
                found.append(f"{criterion}: {got}, not {' or '.join(accepted)} ({said})")
        for fault in found:
            print(f"{name}: {fault}")
        wrong += len(found)
    print(f"{compared} outcomes of {len(expected)} reports compared, {wrong} faults")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
