"""Scores."""

from __future__ import annotations

import datetime
import json
import subprocess
from decimal import Decimal
from pathlib import Path

import fazhi
import jsonschema
import pytest
from conftest import ROOT, program
from test_report import as_json, compare


def test_tables_say_what_the_json_document_says(sample: Path) -> None:
    report = fazhi.parse(sample)
    score = report.score(published=datetime.date(2025, 3, 1), last_year=ROOT / "examples/data/yunting-2025.txt")
    written = score.to_dict()
    for name in ("earned", "assessable", "total", "name", "notice"):
        assert as_json(report, getattr(score, name)) == written[name]
    rubric = {"id": score.rubric_id, "version": score.rubric_version, "sha256": score.rubric_sha256}
    assert rubric == written["rubric"]
    for dimension, fields in zip(score.dimensions, written["dimensions"]):
        compare(report, dimension.criteria, fields.pop("criteria"))
        compare(report, [dimension], [fields])
    assert len(score.dimensions) == len(written["dimensions"]) > 2
    compare(report, score.flags, written["flags"])


def test_the_document_is_that_of_the_command_and_keeps_the_schema(sample: Path) -> None:
    command: list[str | Path] = [
        program("FAZHI_COMMAND"),
        "score",
        "--format",
        "json",
        "--published",
        "2025-03-01",
        sample,
    ]
    written = subprocess.run(command, capture_output=True, check=True).stdout
    score = fazhi.parse(sample).score(published=datetime.date(2025, 3, 1))
    assert score.to_dict() == json.loads(written)
    schema = json.loads((ROOT / "schema/fazhi.score-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(score.to_dict(), schema)


def test_what_is_known_beside_the_text_counts(report: fazhi.Report) -> None:
    plain = report.score()
    dated = report.score(published=datetime.date(2025, 3, 1))
    assert dated.assessable > plain.assessable
    assert report.score(published=datetime.datetime(2025, 3, 1, 12)).to_json() == dated.to_json()
    before = fazhi.parse(ROOT / "examples/data/yunting-2025.txt")
    compared = report.score(last_year=before)
    assert compared.assessable > plain.assessable
    assert compared.to_json() == report.score(last_year=before.text).to_json()
    assert plain.total == Decimal(100) and 0 < plain.earned <= plain.assessable


def test_a_rubric_of_ones_own(report: fazhi.Report) -> None:
    toml = fazhi.Rubric.built_in_toml()
    assert report.score(fazhi.Rubric(toml)).to_json() == report.score().to_json()
    assert report.score(fazhi.Rubric(ROOT / "rubric/fazhi-text-quality-1.toml")).rubric_version == 1
    other = report.score(fazhi.Rubric(toml.replace("version = 1", "version = 7", 1)))
    assert other.rubric_version == 7 and other.rubric_sha256 != report.score().rubric_sha256


def test_a_faulty_rubric_is_wrong_use() -> None:
    for toml in ("", "id = 3", "this is no TOML"):
        with pytest.raises(fazhi.Error) as caught:
            fazhi.Rubric(toml)
        assert caught.value.status == "invalid_rubric"


def test_a_score_outlives_its_report() -> None:
    score = fazhi.parse(ROOT / "examples/data/qinglan-2024.txt").score()
    assert score.dimensions[0].criteria[0].evidence
