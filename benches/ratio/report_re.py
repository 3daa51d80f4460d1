#!/usr/bin/env python3
"""What a user would write with Python's `re` instead of calling fazhi: the peer of the ratio bench.

    report_re.py FILE              one report as JSON: sections, quantities with units, citations, keyword counts
    report_re.py --bench N FILE…   N times over all files in memory; prints MB/s
    report_re.py --serve           for the bench: reads reports from standard input, then one run for each line "run"

It reads much less than fazhi does (no Chinese numerals, dates, topics, checks) and is written to be fast: `[0-9]` for
`\\d`, one pass for all keywords by an expression that shares their beginnings.
"""
import json
import pathlib
import re
import sys
import time

HAN = "一二三四五六七八九十"
BLANK = " \t\u3000"
HEADING = re.compile(
    rf"^[{BLANK}]*(?:([{HAN}]+)、|[（(]([{HAN}]+)[)）]|([0-9]+)[.．、](?![0-9])|[（(]([0-9]+)[)）])([^。\n]*)", re.M)
ITEM = re.compile(rf"([{HAN}](?<=[。；：;:\n{BLANK}][{HAN}])[{HAN}]{{0,2}})是([^。\n]*)")
UNITS = ("个工作日 个百分点 人次 场次 批次 件次 万元 亿元 平方公里 公里 小时 分钟 方面 % ％ 万 亿 元 件 起 次 个 项 名 家 份 条 户 期 人 宗 场 "
         "种 类 天 日 年 枚 册 处 村 轮 批 部 篇 所 支 套 幅 块 位 号").split()
QUANTITY = re.compile(rf"([0-9]+(?:\.[0-9]+)?)(?:[—～~-]([0-9]+(?:\.[0-9]+)?))? *(余|多)?([万亿])?(余|多)? *({'|'.join(UNITS)})")
CITATION = re.compile(r"《([^》\n]*)》")
DOC_NUMBER = re.compile(r"〔(20[0-9]{2})〕([0-9]+)号")
SCALE = {None: 1, "万": 10_000, "亿": 100_000_000}


def sharing(words):
    """One expression for all words, longest first, that shares beginnings: `re` would try each word in turn."""
    tails = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    if list(tails) == [""]:
        return ""
    branches = [re.escape(first) + sharing(rest) for first, rest in tails.items() if first]
    group = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{group})?" if "" in tails else group


KEYWORDS = (pathlib.Path(__file__).parent / "keywords.txt").read_text(encoding="utf-8").split()
KEYWORD = re.compile(sharing(KEYWORDS))


def parse(raw):
    text = raw.decode("utf-8")
    sections = []
    for m in HEADING.finditer(text):
        level = m.lastindex and next(i for i in (1, 2, 3, 4) if m[i])
        sections.append({"at": m.start(), "level": level, "number": m[level], "title": m[5]})
    for m in ITEM.finditer(text):
        sections.append({"at": m.start(), "level": 5, "number": m[1], "title": m[2]})
    sections.sort(key=lambda section: section["at"])
    quantities = []
    for m in QUANTITY.finditer(text):
        low, high, more, scale, over, unit = m.groups()
        quantities.append({"at": m.start(), "value": float(low) * SCALE[scale], "high": high, "unit": unit,
                           "over": bool(more or over)})
    counts = {}
    for word in KEYWORD.findall(text):
        counts[word] = counts.get(word, 0) + 1
    return {
        "sections": sections,
        "quantities": quantities,
        "citations": [{"at": m.start(), "title": m[1]} for m in CITATION.finditer(text)],
        "doc_numbers": [{"at": m.start(), "year": m[1], "number": m[2]} for m in DOC_NUMBER.finditer(text)],
        "keywords": counts,
    }


def written(blobs):
    """Every report as JSON; the sections found."""
    sections = 0
    for blob in blobs:
        report = parse(blob)
        json.dumps(report, ensure_ascii=False)
        sections += len(report["sections"])
    return sections


def serve():
    """First line: the sizes of the reports, which follow. Then the sections found, once for each further line."""
    sizes = sys.stdin.buffer.readline().split()
    blobs = [sys.stdin.buffer.read(int(size)) for size in sizes]
    while sys.stdin.buffer.readline():
        print(written(blobs), flush=True)


def main():
    args = sys.argv[1:]
    if args == ["--serve"]:
        serve()
    elif len(args) > 2 and args[0] == "--bench":
        rounds, blobs = int(args[1]), [pathlib.Path(name).read_bytes() for name in args[2:]]
        written(blobs)
        start = time.perf_counter()
        for _ in range(rounds):
            written(blobs)
        seconds = time.perf_counter() - start
        print(f"{rounds * sum(map(len, blobs)) / seconds / 1e6:.2f} MB/s")
    elif len(args) == 1:
        print(json.dumps(parse(pathlib.Path(args[0]).read_bytes()), ensure_ascii=False))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
