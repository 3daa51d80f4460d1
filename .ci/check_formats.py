#!/usr/bin/env python3
"""Holds the readers of files against texts and errors that are expected.

check_formats.py --cmd 'target/release/examples/extract {}' [--only docx,html] [--min-recall 0.999] DIRECTORY

DIRECTORY has index.json: its samples name a file, its format, and an expected text, footnotes, error or warning, or only that
the file is hostile. Character recall and precision are those of the longest common subsequence, white space removed and CJK
radicals folded; paragraph agreement is the F1 of paragraph ends mapped through it. No file may take more than 2 seconds (in a release build; --seconds for others) and 512 MiB.
"""

import argparse
import json
import pathlib
import re
import resource
import shlex
import subprocess
import sys
import time
import unicodedata

BYTES = 512 << 20
# What the message of an expected error must hold.
ERRORS = {
    "encrypted": "encrypted",
    "no text layer": "no text layer",
    "damaged": "damaged",
    "no article text; attachment named": "no article",
}


def squeezed(text):
    """The characters that count, and the places where paragraphs end among them."""
    characters, ends = [], set()
    for line in text.splitlines():
        kept = [unicodedata.normalize("NFKC", ch) if "\u2e80" <= ch <= "\u2fdf" else ch for ch in line]
        kept = [ch for ch in "".join(kept) if not ch.isspace() and ch != "\ufeff"]
        characters += kept
        if kept:
            ends.add(len(characters))
    return characters, ends


def aligned(a, b):
    """Pairs of places of a longest common subsequence, found with bit vectors, one row a character of b."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    pairs = [(i, i) for i in range(start)]
    pairs += [(len(a) - end + i, len(b) - end + i) for i in range(end)]
    x, y = a[start : len(a) - end], b[start : len(b) - end]
    masks = {}
    for i, ch in enumerate(x):
        masks[ch] = masks.get(ch, 0) | 1 << i
    full, row, rows = (1 << len(x)) - 1, (1 << len(x)) - 1, []
    for ch in y:
        hit = row & masks.get(ch, 0)
        row = (row + hit | row - hit) & full
        rows.append(row)
    i = len(x) - 1
    for j in range(len(y) - 1, -1, -1):
        while i >= 0 and rows[j] >> i & 1:
            i -= 1
        if i < 0:
            break
        # Column i grows in row j; the match is in row j unless the row before had it already.
        if j > 0 and not rows[j - 1] >> i & 1:
            continue
        pairs.append((start + i, start + j))
        i -= 1
    return pairs


def compared(expected, found):
    (a, a_ends), (b, b_ends) = squeezed(expected), squeezed(found)
    pairs = aligned(a, b)
    place = {i + 1: j + 1 for i, j in pairs}
    hits = sum(place.get(end) in b_ends for end in a_ends)
    recall = len(pairs) / max(1, len(a))
    precision = len(pairs) / max(1, len(b))
    paragraphs = 2 * hits / max(1, len(a_ends) + len(b_ends))
    return recall, precision, paragraphs


def run(command, file):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))

    arguments = [part.replace("{}", str(file)) for part in shlex.split(command)]
    begun = time.monotonic()
    done = subprocess.run(arguments, capture_output=True, preexec_fn=limit, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode(), time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cmd", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--min-recall", type=float, default=0.999)
    parser.add_argument("--min-paragraphs", type=float, default=0.95)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("directory", type=pathlib.Path)
    options = parser.parse_args()
    only = set(filter(None, options.only.split(",")))
    samples = json.loads((options.directory / "index.json").read_text())["samples"]
    faults, checked = [], 0
    for sample in samples:
        if only and sample["format"] not in only:
            continue
        checked += 1
        code, text, messages, seconds = run(options.cmd, options.directory / sample["file"])
        fault, note = None, ""
        if code not in (0, 1):
            fault = f"ended with {code}: {messages.strip()[-200:]}"
        elif seconds > options.seconds:
            fault = f"took {seconds:.1f} s"
        elif "expected_error" in sample:
            note = messages.strip().splitlines()[-1] if messages.strip() else ""
            if code != 1 or ERRORS[sample["expected_error"]] not in messages:
                fault = f"expected error {sample['expected_error']!r}"
        elif "expected_text" in sample:
            expected = (options.directory / sample["expected_text"]).read_text()
            recall, precision, paragraphs = compared(expected, text)
            note = f"recall {recall:.4f} precision {precision:.4f} paragraphs {paragraphs:.4f} {1000 * seconds:.0f} ms"
            if min(recall, precision) < options.min_recall or paragraphs < options.min_paragraphs:
                fault = "too far from the expected text"
            if "expected_footnotes" in sample:
                notes = "\n".join(re.findall(r"^footnote: (.*)$", messages, re.M))
                wanted = (options.directory / sample["expected_footnotes"]).read_text()
                if squeezed(notes)[0] != squeezed(wanted)[0]:
                    fault = f"footnotes differ: {notes!r}"
            if "expected_warning" in sample and "warning: NoTextLayer" not in messages:
                fault = "expected a warning"
        elif "error" in sample["expected"] and "text" not in sample["expected"] and code != 1:
            fault = "expected an error"
        print(f"{'FAULT' if fault else 'ok':5} {sample['file']:40} {note} {fault or ''}")
        faults += [sample["file"]] if fault else []
    print(f"{checked - len(faults)} of {checked} as expected")
    sys.exit(1 if faults or not checked else 0)


if __name__ == "__main__":
    main()
