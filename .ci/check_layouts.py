#!/usr/bin/env python3
"""The layout fixtures: what their index expects of the first sample in each file, and the traps a machine can judge.

    check_layouts.py --cmd 'target/release/fazhi parse {}' ../shared/layouts

`expect` names fields of `front` (an issuer may also be told by the region), `titles` and `titles_level2` that must be
among the section titles; `expect_some` is a part of a list. The traps, told in words there, stand below as TRAPS.
"""
import argparse
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile


def squeeze(text):
    return re.sub(r"\s+", "", text)


def plain(value):
    if isinstance(value, list):
        return [squeeze(item) for item in value]
    return squeeze(value) if isinstance(value, str) else value


class Sample:
    """One sample of a file, read by the command."""

    def __init__(self, text, report):
        self.text, self.report = text, report
        self.front, self.sections = report["front"], report["sections"]

    def figures(self):
        """The quantities as they stand in the text, without blanks."""
        return [squeeze(q["text"]) for q in self.report["quantities"]]

    def titles(self, level=None):
        return [squeeze(s["title"]) for s in self.sections if level in (None, s["level"])]

    def shape(self):
        """The sections as (level, style, number)."""
        return [(s["level"], s["style"], s["number"]) for s in self.sections]

    def section(self, title):
        """The index of the section with this title; None when there is none."""
        return next((i for i, s in enumerate(self.sections) if squeeze(s["title"]) == title), None)

    def parent(self, title):
        """The title of the section around the one with this title; "-" when that one is missing."""
        index = self.section(title)
        if index is None:
            return "-"
        parent = self.sections[index]["parent"]
        return None if parent is None else squeeze(self.sections[parent]["title"])

    def names(self):
        front = self.front
        return [front["title"] or "", front["region"] or "", *front["issuers"], *front["recipients"], *front["signers"]]

    def figure(self, text):
        """(value, high, unit, bound) of the quantity with this text."""
        for q in self.report["quantities"]:
            if squeeze(q["text"]) == text:
                return q["value"], q["high"], q["unit"], q["bound"]
        return None

    def notes(self):
        return [note["code"] for note in self.report["notes"]]


# For each file: what is asked, which sample it is about, and whether it holds.
TRAPS = {
    "L01": [
        ("成文日期 is the date, 发布时间 is not", 0, lambda s: s.front["date"] == "2025-02-21"),
        ("only the body's figures", 0, lambda s: s.figures() == ["2417件", "62.5%", "38次", "1206人次", "17起"]),
    ],
    "L02": [
        ("成文日期 is the date", 0, lambda s: s.front["date"] == "2022-01-27"),
        ("一是 stands under 一、", 0, lambda s: s.shape() == [(1, "一、", 1), (2, "一是", 1), (2, "一是", 2)]),
        ("only the body's figures", 0, lambda s: s.figures() == ["29人", "93.5%", "100%", "5个工作日", "2个工作日"]),
    ],
    "L04": [
        ("year", 0, lambda s: s.front["year"] == 2022),
        ("发布时间 is no date, hits are no figures", 0, lambda s: (s.front["date"], s.figures()) == (None, ["9次"])),
        ("year", 1, lambda s: s.front["year"] == 2022),
        ("浏览量 is no figure", 1, lambda s: (s.front["date"], s.figures()) == (None, ["23份", "14场次"])),
        ("year", 2, lambda s: s.front["year"] == 2017),
        ("no date, no figure", 2, lambda s: (s.front["date"], s.figures()) == (None, [])),
        ("no date, no figure", 3, lambda s: (s.front["date"], s.figures()) == (None, [])),
    ],
    "L05": [
        ("2019年12月3日 is the page clock", 0, lambda s: s.front["date"] is None),
        ("20212025年 is no figure", 0, lambda s: s.figures() == ["4次"]),
        ("2022年度 is a cited report", 0, lambda s: s.front["year"] == 2023),
    ],
    "L07": [
        ("year", 0, lambda s: s.front["year"] == 2025),
        ("addressees", 0, lambda s: s.front["recipients"] == ["县委", "县政府"]),
        ("title on two lines, printed twice", 1, lambda s: plain(s.front["title"]) == "青岚县人民政府2017年度法治政府建设情况报告"),
        ("发布时间 is no date", 1, lambda s: (s.front["year"], s.front["date"]) == (2017, None)),
    ],
    "L08": [
        ("cited numbers are not the document's", 0, lambda s: plain(s.front["doc_number"]) == "云政发〔2019〕22号"),
        ("parts of a sum", 0, lambda s: s.figures() == ["14项", "3项", "16项", "35项", "1项"]),
    ],
    "L10": [
        ("run-in headings are level 1", 0, lambda s: [n for level, _, n in s.shape() if level == 1] == [1, 2, 3, 4]),
    ],
    "L11": [
        ("second 一、 is a child of the first", 0, lambda s: s.parent("强化领导责任,夯实基础") == "2022年法治政府建设主要措施"),
        ("first 二、 is a child too", 0, lambda s: s.parent("强化依法决策") == "2022年法治政府建设主要措施"),
        ("last 二、 is a sibling of the first", 0, lambda s: s.parent("存在的问题") is None),
        ("the first is outermost", 0, lambda s: s.parent("2022年法治政府建设主要措施") is None),
    ],
    "L13": [
        ("（二）ends at the colon", 0, lambda s: "强化权力监督,规范文件管理" in s.titles(2)),
        ("1、2、3、 are items of （二）", 0, lambda s: s.shape()[3:] == [(3, "1.", 1), (3, "1.", 2), (3, "1.", 3)]),
        ("markers are no figures", 0, lambda s: s.figures() == ["24个", "5件", "18件", "320条"]),
    ],
    "L14": [
        ("headings without markers are no sections", 0, lambda s: s.sections == []),
        ("nor are run-in leads", 1, lambda s: s.titles() == ["履行第一责任人职责情况"]),
    ],
    "L16": [
        ("一是 as paragraphs under 一、", 0, lambda s: s.shape()[:3] == [(1, "一、", 1), (2, "一是", 1), (2, "一是", 2)]),
        ("一是 inside a paragraph", 0, lambda s: s.shape()[3:6] == [(1, "一、", 2), (2, "一是", 1), (2, "一是", 2)]),
        ("一是 under （一）", 0, lambda s: s.shape()[6:] == [(1, "一、", 3), (2, "（一）", 1), (3, "一是", 1), (3, "一是", 2)]),
        ("两万余人次 is 20000+", 0, lambda s: s.figure("两万余人次") == ("20000", None, "人次", "over")),
        ("1-2部 is one range", 0, lambda s: s.figure("1-2部") == ("1", "2", "部", "exact") and s.figure("2部") is None),
    ],
    "L17": [
        ("20 (略) is no figure", 0, lambda s: s.figures() == ["1次", "2次"]),
        ("year", 0, lambda s: s.front["year"] == 2022),
    ],
    "L19": [
        ("nothing is invented", 0, lambda s: set(s.figures()) <= {"6次", "1200余人次", "85件"}),
        ("no heading is invented", 0, lambda s: all(style in ("一、", "（一）") for _, style, _ in s.shape())),
    ],
    "L20": [
        ("成文日期 is the date", 0, lambda s: s.front["date"] == "2026-02-10"),
        ("title printed twice", 0, lambda s: plain(s.front["title"]) == "青岚县石鼓乡人民政府2025年法治政府建设情况报告"),
        ("bullets are no headings", 0, lambda s: s.titles()[0] == "主要工作及成效"),
        ("发布时间 is no date", 1, lambda s: (s.front["year"], s.front["date"]) == (2022, None)),
        ("bullets are no headings", 1, lambda s: s.titles() == ["系统谋划推进"]),
    ],
    "L22": [
        ("a range of years is no figure", 0, lambda s: s.figures() == ["312件"]),
        ("a cited number is not the document's", 0, lambda s: s.front["doc_number"] is None),
    ],
    "L23": [
        (
            "numbering forms mixed in one report",
            0,
            lambda s: s.shape() == [
                (1, "一、", 1), (2, "（一）", 1), (3, "1.", 1), (3, "1.", 2), (3, "1.", 3), (4, "（1）", 1), (4, "（1）", 2),
                (5, "①", 1), (5, "①", 2), (2, "（一）", 2), (3, "一是", 1), (3, "一是", 2), (3, "一是", 3),
            ],
        ),
        (
            "markers are no figures",
            0,
            lambda s: s.figures() == ["57件", "6件", "21件", "19件", "2件", "15件", "6件", "120卷", "33次", "4人"],
        ),
    ],
    "L25": [("石鼓乡 in the metadata", 0, lambda s: not any("石鼓乡" in name for name in s.names()))],
    "L26": [("text on the next line", 0, lambda s: s.figures() == ["3次", "2次", "1场"])],
    "L31": [
        ("notices of the page and blanks are no figures", 0, lambda s: s.figures() == []),
        ("no year, no name from a blank", 0, lambda s: s.front["year"] is None and not any("_" in n for n in s.names())),
        ("note template_blank", 0, lambda s: "template_blank" in s.notes()),
    ],
}


def read(cmd, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        command = [part.replace("{}", file.name) for part in shlex.split(cmd)]
        run = subprocess.run(command, capture_output=True, timeout=60)
    if run.returncode:
        raise RuntimeError(f"exit {run.returncode}: {run.stderr.decode(errors='replace').strip()[:300]}")
    return Sample(text, json.loads(run.stdout))


def holds(sample, field, want):
    """Whether a field of `expect` holds, and what stands there instead."""
    if field in ("titles", "titles_level2"):
        have = sample.titles(2 if field == "titles_level2" else None)
        return all(title in have for title in plain(want)), have
    have = plain(sample.front[field])
    if field == "issuers" and have != plain(want):
        return plain(sample.front["region"]) in plain(want), (have, sample.front["region"])
    return have == plain(want), have


def checks(row, samples):
    """(what, whether it holds, what stands there instead) for everything asked of one file."""
    for field, want in row.get("expect", {}).items():
        good, have = holds(samples[0], field, want)
        yield f"{field} {want}", good, have
    for field, want in row.get("expect_some", {}).items():
        have = plain(samples[0].front[field])
        yield f"{field} with {want}", set(plain(want)) <= set(have), have
    for what, index, test in TRAPS.get(row["file"].removesuffix(".txt"), []):
        sample = samples[index]
        front = {k: v for k, v in sample.front.items() if k != "spans" and v}
        have = {"front": front, "sections": sample.shape(), "titles": sample.titles(), "figures": sample.figures()}
        yield f"sample {index + 1}: {what}", test(sample), have


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cmd", required=True)
    ap.add_argument("--verbose", action="store_true", help="print what stands there instead")
    ap.add_argument("directory", type=pathlib.Path)
    args = ap.parse_args()
    rows = [json.loads(line) for line in (args.directory / "index.jsonl").read_text().splitlines() if line]
    unknown = TRAPS.keys() - {row["file"].removesuffix(".txt") for row in rows}
    if not rows or unknown:
        sys.exit(f"index.jsonl is empty, or lacks {sorted(unknown)}")
    passed = failed = 0
    for row in rows:
        text = (args.directory / row["file"]).read_bytes().decode()
        samples = [read(args.cmd, part) for part in re.split(r"(?m)^=====\r?\n", text)]
        results = list(checks(row, samples))
        if row.get("traps") and row["file"].removesuffix(".txt") not in TRAPS:
            results.append(("traps without a check in this script", False, row["traps"]))
        bad = [(what, have) for what, good, have in results if not good]
        passed, failed = passed + len(results) - len(bad), failed + len(bad)
        print(f"{row['file']:8} {len(results) - len(bad):2}/{len(results):2}  {row['shows']}")
        for what, have in bad:
            print(f"         FAILED {what}" + (f"\n                got {have}" if args.verbose else ""))
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
