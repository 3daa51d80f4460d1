"""What a report says, and whether its figures hold: the same program stands beside this one in Rust, C and Java, and
all print the same.

    python examples/analyze.py examples/data/yunting-2025.txt
"""

import sys
from pathlib import Path

import fazhi


def main() -> int:
    if len(sys.argv) < 2:
        print("usage: analyze FILE", file=sys.stderr)
        return 2
    try:
        report = fazhi.parse(Path(sys.argv[1]))
    except (OSError, fazhi.Error) as error:
        print(f"{sys.argv[1]}: {error}", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    show(report)
    return 0


def show(report: fazhi.Report) -> None:
    front = report.front
    print("title:", front.title or "-")
    print("issuers:", "; ".join(front.issuers))
    print("region:", front.region or "-")
    print("year:", front.year or "-")

    print("sections:", len(report.sections))
    for section in report.sections:
        if section.level == 1:
            print(f"  {section.number} [{section.role}, {section.topic or '-'}] {section.title}")

    print("quantities:", len(report.quantities))
    print("citations:", len(report.citations))
    print("indicators:", len(report.indicators))
    for indicator in report.indicators:
        print(f"  {indicator.id} {indicator.name}: {indicator.value:f}{indicator.unit}")

    print("checks:", len(report.checks))
    for check in report.checks:
        if check.verdict == "inconsistent":
            print(f"  {check.kind} at {check.spans[0].of(report.text)}: {check.explanation}")

    score = report.score()
    print(f"score: {score.earned:f} of {score.assessable:f} (of {score.total:f})")
    for dimension in score.dimensions:
        print(f"  {dimension.id} {dimension.name}: {dimension.earned:f} of {dimension.assessable:f}")


if __name__ == "__main__":
    sys.exit(main())
