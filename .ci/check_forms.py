#!/usr/bin/env python3
"""Holds reports in other formats against the same reports as text: what is found in a file must be what is found in its text.

check_forms.py --cmd 'target/release/fazhi {}' --evaluate ../shared/tools/evaluate.py [--only docx,html] FORMATS CORPUS

FORMATS has index.json; its samples whose expected text is that of an annotated report of CORPUS are parsed, the positions
in the extracted text are mapped to those in the report's own text by counting characters, white space left out, and the
result is evaluated like that of the report itself. `{}` is replaced by `parse FILE` and `text FILE`. Fails if a figure differs.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile


def run(command):
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        sys.exit(f"{shlex.join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def ends(source):
    """Where each character that counts begins and ends, in bytes."""
    places, at = [], 0
    for character in source.decode():
        size = len(character.encode())
        if not character.isspace() and character != "\ufeff":
            places.append((at, at + size))
        at += size
    return places


def mapped(value, spans):
    """A JSON document with its spans mapped: pairs of whole numbers, alone or in a list."""
    if isinstance(value, dict):
        return {key: mapped(inner, spans) for key, inner in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and all(type(end) is int for end in value):
            return spans(*value)
        return [mapped(inner, spans) for inner in value]
    return value


def mapper(found, own):
    """Maps spans of the text `found` in a file to those of its `own` text; None if that does not stand in it in full.

    The text of a file may have more, such as the page numbers of a text wrapped by hand.
    """
    there, here = ends(own), []
    for start, end in ends(found):
        if len(here) < len(there) and found[start:end] == own[slice(*there[len(here)])]:
            here.append((start, end))
    if len(here) < len(there):
        return None
    first, behind = {}, {}
    index = 0
    for at in range(len(found) + 1):
        # The first character from `at` on, and the last one before it.
        while index < len(here) and here[index][0] < at:
            index += 1
        first[at] = there[index][0] if index < len(there) else len(own)
        behind[at] = there[index - 1][1] if index else 0

    def spans(start, end):
        return [first[start], max(first[start], behind[end])]

    return spans


def figures(evaluate, command, corpus, name):
    command = [sys.executable, evaluate, "--json", "--cmd", command, str(corpus), name]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE).stdout)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cmd", required=True)
    arguments.add_argument("--evaluate", required=True)
    arguments.add_argument("--only", default="")
    arguments.add_argument("formats", type=pathlib.Path)
    arguments.add_argument("corpus", type=pathlib.Path)
    given = arguments.parse_args()
    only = set(filter(None, given.only.split(",")))
    samples = json.loads((given.formats / "index.json").read_text())["samples"]
    own, checked, failed = {}, 0, []
    for sample in samples:
        name = pathlib.Path(sample.get("expected_text", "")).stem
        if (only and sample["format"] not in only) or not (given.corpus / f"{name}.gold.json").exists():
            continue
        if name not in own:
            own[name] = figures(given.evaluate, given.cmd.replace("{}", "parse {}"), given.corpus, name)
        file = str(given.formats / sample["file"])
        text, report = (
            run([part for word in shlex.split(given.cmd) for part in ([verb, file] if word == "{}" else [word])])
            for verb in ("text", "parse")
        )
        spans = mapper(text, (given.corpus / f"{name}.txt").read_bytes())
        if spans is None:
            failed.append(f"{sample['file']}: its text has other characters")
            continue
        checked += 1
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory) / "report.json"
            path.write_text(json.dumps(mapped(json.loads(report), spans)))
            there = figures(given.evaluate, f"cat {path}", given.corpus, name)
        for metric, figure in own[name].items():
            if there[metric] != figure:
                failed.append(f"{sample['file']}: {metric}: {there[metric]}, in the text {figure}")
    for line in failed:
        print(line)
    if failed or not checked:
        sys.exit(f"{len(failed)} differences in {checked} files")
    print(f"{checked} files: every figure of evaluate.py as for the text")


if __name__ == "__main__":
    main()
