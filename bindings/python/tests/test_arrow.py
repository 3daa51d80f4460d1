"""Tables in the packages that take them."""

from __future__ import annotations

import ctypes
import datetime
import gc
from pathlib import Path
from typing import Any, get_args

import duckdb
import fazhi
import pandas
import polars
import pyarrow
import pytest
from conftest import SAMPLES
from fazhi._arrow import TableName

NAMES = get_args(TableName)


def of_rows(report: fazhi.Report, name: str) -> list[dict[str, Any]]:
    """The rows of a table as the package itself reads them, under the names of the columns."""
    rows = []
    for row in getattr(report, name):
        if name == "sections":
            fields = {key: getattr(row, key) for key in ("level", "style", "number", "title", "role", "topic", "span")}
            fields.update(heading=row.heading, body=row.body, parent=row.parent and row.parent.index)
        else:
            fields = row._asdict()
        found: dict[str, Any] = {}
        for key, value in fields.items():
            if isinstance(value, fazhi.Span):
                prefix = "" if key == "span" else f"{key}_"
                found[f"{prefix}start"], found[f"{prefix}end"] = value
            elif key == "spans":
                found[key] = [span._asdict() for span in value]
                found["start"], found["end"] = value[0]
            elif name == "dates" and key in ("date", "end"):
                prefix = "" if key == "date" else "end_"
                parts = value or fazhi.PartialDate(None, None, None)
                found.update({f"{prefix}{part}": number for part, number in parts._asdict().items()})
                found[f"{prefix}date"] = parts.date
            else:
                found[key] = value
        rows.append(found)
    if name == "dates":
        for found, row in zip(rows, report.dates):
            found["start"], found["end"] = row.span
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_tables_say_what_rows_say(sample: Path, name: Any) -> None:
    report = fazhi.parse(sample)
    table = pyarrow.table(report.table(name))
    rows = of_rows(report, name)
    assert table.num_rows == len(rows)
    for got, expected in zip(table.to_pylist(), rows):
        assert {key: got[key] for key in got if key in expected} == {
            key: expected[key] for key in got if key in expected
        }
        scales = {key for key in got if key.endswith("_scale")}
        assert set(got) - scales <= set(expected)
        for key in scales:
            value = expected[key[: -len("_scale")]]
            assert got[key] == (None if value is None else -value.as_tuple().exponent)


@pytest.mark.parametrize("name", NAMES)
def test_array_stream_and_schema_agree(name: Any) -> None:
    table = fazhi.parse(SAMPLES[0]).table(name)
    batch, stream = pyarrow.record_batch(table), pyarrow.table(table)
    batch.validate(full=True)
    stream.validate(full=True)
    assert stream.to_batches() in ([batch], [])
    assert stream.schema == batch.schema == pyarrow.schema(table)
    empty = pyarrow.table(fazhi.parse("").table(name))
    assert empty.num_rows == (1 if name == "notes" else 0) and empty.schema == stream.schema


def test_positions_are_counted_as_asked() -> None:
    report = fazhi.parse("𠮷大\n办理3件。\n")
    starts: dict[str, list[int]] = {}
    unit: Any
    for unit in ("code_points", "utf16", "bytes"):
        starts[unit] = pyarrow.table(report.table("quantities", positions=unit))["start"].to_pylist()
    assert starts == {"code_points": [5], "utf16": [6], "bytes": [14]}


def test_pandas_polars_and_duckdb_take_them(report: fazhi.Report) -> None:
    quantities = report.table("quantities")
    values = [quantity.value for quantity in report.quantities]
    assert list(pandas.DataFrame.from_arrow(quantities)["value"]) == values
    frame = polars.DataFrame(quantities)
    assert frame["value"].to_list() == values
    assert frame.filter(polars.col("unit") == "%").height == sum(quantity.unit == "%" for quantity in report.quantities)
    (total,) = duckdb.sql("select sum(value) from quantities").fetchall()[0]
    assert total == sum(values)
    checks = report.table("checks")
    assert duckdb.sql("select kind from checks where verdict = 'inconsistent'").fetchall() == [("ratio",)]
    dates = report.table("dates")
    assert (datetime.date(2025, 2, 24),) in duckdb.sql("select date from dates").fetchall()
    # DuckDB finds them by the names of these variables.
    assert quantities and checks and dates


def test_tables_outlive_everything() -> None:
    table = pyarrow.table(fazhi.parse(SAMPLES[0]).table("quantities"))
    stream = fazhi.parse(SAMPLES[0]).table("quantities").__arrow_c_stream__()
    column = pyarrow.table(fazhi.parse(SAMPLES[0]).table("checks"))["explanation"]
    gc.collect()
    table.validate(full=True)
    column.validate(full=True)
    assert pyarrow.RecordBatchReader._import_from_c_capsule(stream).read_all() == table


def test_many_reports_are_one_table() -> None:
    tables = [pyarrow.table(fazhi.parse(path).table("indicators")) for path in SAMPLES]
    assert pyarrow.concat_tables(tables).num_rows == sum(table.num_rows for table in tables) > 100


def test_capsules_are_freed_while_an_exception_passes() -> None:
    """Their destructors run no Python code, which would see the exception and take it for its own."""
    table = fazhi.parse(SAMPLES[0]).table("quantities")

    def fail() -> None:
        kept = (table.__arrow_c_array__(), table.__arrow_c_stream__(), table.__arrow_c_schema__())
        raise RuntimeError(len(kept))

    for _ in range(100):
        with pytest.raises(RuntimeError, match="3"):
            fail()


def test_capsules_have_their_names() -> None:
    name_of = ctypes.PYFUNCTYPE(ctypes.c_char_p, ctypes.py_object)(("PyCapsule_GetName", ctypes.pythonapi))
    table = fazhi.parse(SAMPLES[0]).table("notes")
    schema, array = table.__arrow_c_array__()
    assert (name_of(schema), name_of(array)) == (b"arrow_schema", b"arrow_array")
    assert name_of(table.__arrow_c_stream__()) == b"arrow_array_stream"
