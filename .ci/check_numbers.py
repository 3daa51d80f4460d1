#!/usr/bin/env python3
"""Compare the figures and dates that the command reads with the number cases of four other projects.

    .ci/check_numbers.py --cmd 'target/release/fazhi parse {}' ../shared/numbers/cases.jsonl
    .ci/check_numbers.py --cmd '...' --verbose CASES        also print each case that differs

The command is run once per case, `{}` replaced by a file that holds the case's text, and must print `fazhi.report/1`.
Exits 1 when fewer than 95 % of the figures or 90 % of the dates agree, or more than 20 % of the cases are left out.

How a case is judged: every expected figure must be there with the same value (and the same upper end, where the case
gives a closed range), and no figure of the kinds the case is about may stand elsewhere. Values are compared without
their sign, because a quantity of a report is unsigned (the drop is in the verb); percentages in percent, money in 元.
A case that is about amounts of money says nothing on other figures, and so on.
"""
import argparse
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

LEAST = {"figures": 0.95, "dates": 0.90}
MOST_EXCLUDED = 0.20

# Classes of cases that contradict the reading rules of gold-format.md: the reason, and the cases' numbers.
EXCLUDED = {
    "single characters": (
        "one Chinese digit without a measure word is an amount only where nothing else stands in the paragraph",
        {108, 119, 120, 124, 250},
    ),
    "ordinals": ("第 with a noun is an ordinal, which is no amount; ranks (第一名) are", {284, 285, 560}),
    "indefinite numbers": ("几十 and 数十 name no value; 十几 is ten and more, without an upper end", {584, 585, 586, 587}),
    "relative dates": ("a date without its year or month (本月十日) is not completed from the day of reading", {334}),
    "before and after": ("之后 and 之前 bound no date: two years told apart are two dates", {344}),
}


def excluded(number):
    for name, (reason, numbers) in EXCLUDED.items():
        if number in numbers:
            return name
    return None


def decimal(text):
    try:
        return abs(Decimal(text))
    except (InvalidOperation, TypeError):
        return None


def near(a, b):
    """Equal, up to the places that a fraction without end was cut to."""
    return a is not None and b is not None and abs(a - b) <= max(a, b) * Decimal("1e-8")


def interval(text):
    """Lower and upper end of `[20,100]` or `(,5]`; None for an open end."""
    low, high = re.fullmatch(r"[\[(](.*?),(.*?)[\])]", text).groups()
    return decimal(low) if low else None, decimal(high) if high else None


def wanted_kinds(case):
    """The kinds of quantities that the case is about; None for all."""
    scope = set(case["scope"])
    if scope == {"percent"}:
        return {"percent"}
    if scope <= {"currency", "range"} and "currency" in scope:
        return {"money"}
    if scope == {"quantity_with_measuring_unit"}:
        return None
    return None


def same_figure(want, got):
    value, high = decimal(got["value"]), decimal(got["high"])
    if got["unit"] in ("角", "毛"):
        value = value / 10
    kind = want["kind"]
    if kind == "range" or want["value"][0] in "[(":
        low, top = interval(want["value"])
        if low is not None and top is not None and low != top:
            return near(value, low) and near(high, top)
        return near(value, low if low is not None else top) and high is None
    target = decimal(want["value"])
    if got["unit"] == "%" and kind == "fraction":
        target *= 100
    return near(value, target)


def two_ends(want, rows):
    """大于二十小于三十 is two bounded quantities under our rules: each end must be the value of one."""
    if want["value"][0] not in "[(":
        return []
    ends = interval(want["value"])
    inside = [(i, q) for i, (s, e, q) in enumerate(rows) if overlaps(want, s, e)]
    found = [next((i for i, q in inside if near(decimal(q["value"]), end)), None) for end in ends]
    return [] if None in found or None in ends else found


def overlaps(want, start, end):
    return want["start"] < end and start < want["end"]


def offsets(text):
    """Character position of each byte offset."""
    table, at = {}, 0
    for position, ch in enumerate(text):
        table[at] = position
        at += len(ch.encode())
    table[at] = len(text)
    return table


def figures_agree(case, report):
    position = offsets(case["input"])
    rows = [(position[q["span"][0]], position[q["span"][1]], q) for q in report["quantities"]]
    wants = [e for e in case["expect"] if e["kind"] != "date"]
    used = set()
    for want in wants:
        hit = [i for i, (s, e, q) in enumerate(rows) if overlaps(want, s, e) and same_figure(want, q)]
        hit = hit or two_ends(want, rows)
        if not hit:
            return False
        used.add(hit[0])
    kinds = wanted_kinds(case)
    dates = [e for e in case["expect"] if e["kind"] == "date"]
    others = [q for i, (s, e, q) in enumerate(rows)
              if i not in used and (kinds is None or q["kind"] in kinds) and not any(overlaps(d, s, e) for d in dates)]
    # A case about ranges, or about units of length and weight, says nothing on the other figures in its sentence.
    partial = "range" in case["scope"] or "quantity_with_measuring_unit" in case["scope"]
    return not others or partial and bool(wants)


def first_day(text):
    parts = [int(p) for p in text.split("-")]
    year, month, day = (parts + [1, 1])[:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(text):
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return first_day(text)
    year, month = (parts + [12])[:2]
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)


def same_date(want, got):
    value, start, end = want["value"], got["date"], got["end"] or got["date"]
    if value.startswith("XXXX"):
        return start.endswith(value[4:]) and not got["end"]
    period = re.fullmatch(r"\(?([^,/]+)[,/]([^,/)]+)(?:,.*)?\)?", value)
    if not period:
        return start == value
    low, high = period.groups()
    if low.startswith("XXXX"):
        return start.endswith(low[4:]) and end.endswith(high[4:])
    if first_day(start) != first_day(low):
        return False
    # Some projects name the first day, some the last one, some the day after.
    ends = {first_day(end), last_day(end), last_day(end) + timedelta(days=1)}
    return first_day(high) in ends


def dates_agree(case, report):
    position = offsets(case["input"])
    rows = [(position[d["span"][0]], position[d["span"][1]], d) for d in report["dates"]]
    wants = [e for e in case["expect"] if e["kind"] == "date"]
    used = set()
    for want in wants:
        hit = [i for i, (s, e, d) in enumerate(rows) if overlaps(want, s, e) and same_date(want, d)]
        if not hit:
            return False
        used.add(hit[0])
    return len(used) == len(rows)


def run(command, case, directory):
    path = directory / f"{case['id']}.txt"
    path.write_text(case["input"], encoding="utf-8")
    words = [word.replace("{}", str(path)) for word in shlex.split(command)]
    done = subprocess.run(words, capture_output=True)
    if done.returncode:
        sys.exit(f"{case['id']}: {done.stderr.decode(errors='replace')}")
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", required=True)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("cases", type=pathlib.Path)
    args = parser.parse_args()

    cases = [json.loads(line) for line in args.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor() as pool:
        reports = list(pool.map(lambda case: run(args.cmd, case, pathlib.Path(name)), cases))

    agreed, counted, left_out = Counter(), Counter(), Counter()
    by_scope = defaultdict(lambda: [0, 0])
    for case, report in zip(cases, reports):
        number = int(case["id"].removeprefix("sel-"))
        if reason := excluded(number):
            left_out[reason] += 1
            continue
        group = "dates" if case["scope"] == ["date"] else "figures"
        good = dates_agree(case, report) if group == "dates" else figures_agree(case, report)
        counted[group] += 1
        agreed[group] += good
        scope = by_scope[", ".join(case["scope"])]
        scope[0] += good
        scope[1] += 1
        if not good and args.verbose:
            want = [(e["text"], e["value"]) for e in case["expect"]]
            got = [(q["text"], q["value"], q["high"], q["unit"]) for q in report["quantities"]]
            got += [(d["text"], d["date"], d["end"]) for d in report["dates"]]
            print(f"{case['id']} {case['input']!r}\n    want {want}\n    got  {got}")

    for scope, (good, all_of_it) in sorted(by_scope.items(), key=lambda row: -row[1][1]):
        print(f"{good:4}/{all_of_it:<4} {good / all_of_it:7.2%}  {scope}")
    print()
    for name, (reason, numbers) in EXCLUDED.items():
        print(f"left out {left_out[name]:3}  {name}: {reason}")
    share = sum(left_out.values()) / len(cases)
    failed = share > MOST_EXCLUDED
    print(f"\nleft out {sum(left_out.values())} of {len(cases)} cases, {share:.2%} (at most {MOST_EXCLUDED:.0%})")
    for group, least in LEAST.items():
        rate = agreed[group] / counted[group] if counted[group] else 0.0
        failed |= rate < least
        print(f"{group}: {agreed[group]} of {counted[group]} agree, {rate:.2%} (at least {least:.0%})")
    sys.exit(failed)


if __name__ == "__main__":
    main()
