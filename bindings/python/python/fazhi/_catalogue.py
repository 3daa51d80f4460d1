"""What the library knows by heart: indicators and rules."""

from __future__ import annotations

from functools import cache
from typing import Any

from fazhi._library import STRING, ffi, lib
from fazhi._rows import Columns, Rows, asked, rows_of
from fazhi._values import Definition, Rule


def _listing(record: str, function: Any) -> Columns:
    strings = ffi.new(STRING)
    table = asked(lambda table, error: function(table, strings, error))
    return Columns(record, table, bytes(ffi.buffer(strings.data, strings.len)))


@cache
def catalogue() -> Rows[Definition]:
    """The indicators a figure can state, in a fixed order."""
    table = _listing("fazhi_indicator_definition", lib.fazhi_catalogue)
    texts = {field: table.texts(field) for field in ("id", "name", "unit", "definition")}
    return Rows(rows_of(Definition, topic=table.names("topic", "topic"), **texts))


@cache
def rules() -> Rows[Rule]:
    """The rules by which claims are checked."""
    table = _listing("fazhi_rule", lib.fazhi_rules)
    return Rows(rows_of(Rule, **{field: table.texts(field) for field in Rule._fields}))
