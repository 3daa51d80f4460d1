"""Tables as Arrow arrays, which pandas, Polars, DuckDB, pyarrow and others take without a copy of their cells."""

from __future__ import annotations

from ctypes import PYFUNCTYPE, c_char_p, c_void_p, cast, py_object, pythonapi
from typing import Any, Literal

from fazhi._lazy import Immutable
from fazhi._library import Error, call, constants, ffi, forever, lib

TableName = Literal[
    "sections",
    "passages",
    "quantities",
    "citations",
    "doc_numbers",
    "dates",
    "indicators",
    "checks",
    "notes",
]
Positions = Literal["code_points", "utf16", "bytes"]

_TABLES = constants("FAZHI_TABLE_")
_UNITS = constants("FAZHI_OFFSET_")

# A package with cffi alone has no C function that makes capsules; ctypes lends Python's own.
_new_capsule = PYFUNCTYPE(py_object, c_void_p, c_char_p, c_void_p)(("PyCapsule_New", pythonapi))
_get_pointer = cast(pythonapi.PyCapsule_GetPointer, c_void_p).value
lib.fazhi_python_init(ffi.cast("void *(*)(void *, const char *)", _get_pointer))

# Capsules keep the address of their name, not a copy of it.
_SCHEMA, _ARRAY, _STREAM = (forever(name) for name in (b"arrow_schema", b"arrow_array", b"arrow_array_stream"))


def _address(pointer: Any) -> int:
    return int(ffi.cast("uintptr_t", pointer))


_DROP_SCHEMA, _DROP_ARRAY, _DROP_STREAM = (
    _address(ffi.addressof(lib, f"fazhi_python_drop_{record}")) for record in ("schema", "array", "stream")
)


class Table(Immutable):
    """A table of a report by the Arrow PyCapsule interface: made by `Report.table`.

    With `figures = report.table("quantities")`, `pyarrow.table(figures)`, `polars.DataFrame(figures)`,
    `pandas.DataFrame.from_arrow(figures)` and `duckdb.sql("from figures")` take it as it is. It is made anew, in some
    microseconds, each time one of them asks.
    """

    _report: Any
    _code: int
    _unit: int

    def __init__(self, report: Any, name: str, positions: str) -> None:
        if name not in _TABLES:
            raise Error(f"no table {name!r}, but there are {', '.join(_TABLES)}", "invalid_argument")
        if positions not in _UNITS:
            raise Error(f"no positions {positions!r}, but there are {', '.join(_UNITS)}", "invalid_argument")
        self.__dict__.update(_report=report, _code=_TABLES[name], _unit=_UNITS[positions])

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Capsules of the type and of the rows; another type than its own cannot be requested."""
        schema, array = ffi.new("struct ArrowSchema **"), ffi.new("struct ArrowArray **")
        call(lib.fazhi_python_arrow, self._report, self._code, self._unit, schema, array)
        return (
            _new_capsule(_address(schema[0]), _SCHEMA, _DROP_SCHEMA),
            _new_capsule(_address(array[0]), _ARRAY, _DROP_ARRAY),
        )

    def __arrow_c_schema__(self) -> object:
        """A capsule of the type."""
        return self.__arrow_c_array__()[0]

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule of a stream that gives all rows at once."""
        stream = ffi.new("void **")
        call(lib.fazhi_python_stream, self._report, self._code, self._unit, stream)
        return _new_capsule(_address(stream[0]), _STREAM, _DROP_STREAM)
