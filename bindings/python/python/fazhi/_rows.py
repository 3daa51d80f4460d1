"""Tables of the library, read column by column: a few calls for a table, none for a row."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal
from functools import cache
from itertools import repeat
from typing import Any, TypeVar

from fazhi._codes import NAMES
from fazhi._library import NONE, OFFSETS, TABLE, call, ffi

Row = TypeVar("Row")

#: How memoryview calls the header's numbers.
_NUMBERS = {"uint8_t": "B", "uint16_t": "H", "uint32_t": "I", "int64_t": "q", "float": "f"}
#: Has room for every digit of a fazhi_decimal, whatever the caller's own context rounds to.
_EXACT = Context(prec=40)


def _numbers(record: Any, path: str, start: int) -> Iterator[tuple[str, tuple[str, int, int]]]:
    """The numbers of a record: its path, and memoryview's name, place and size."""
    for name, field in record.fields:
        if field.type.kind == "struct":
            yield from _numbers(field.type, f"{path}{name}.", start + field.offset)
        elif field.type.kind == "primitive":
            yield path + name, (_NUMBERS[field.type.cname], start + field.offset, ffi.sizeof(field.type))


@cache
def _layout(record: str) -> dict[str, tuple[str, int, int]]:
    return dict(_numbers(ffi.typeof(record), "", 0))


def rows_of(kind: type[Row], /, **columns: Iterable[Any]) -> Iterator[Row]:
    """The rows of a NamedTuple, a column for each field. `kind(...)` would take three times as long."""
    return map(tuple.__new__, repeat(kind), zip(*map(columns.__getitem__, kind._fields)))  # type: ignore[arg-type,attr-defined]


def decimal(mantissa: int, scale: int) -> Decimal:
    """The exact number mantissa / 10^scale, with as many digits behind the point as were printed."""
    return _EXACT.scaleb(Decimal(mantissa), -scale) if scale else Decimal(mantissa)


def optional(indices: Iterable[int]) -> list[int | None]:
    """Indices of rows, None for no row."""
    return [None if index == NONE else index for index in indices]


def convert(function: Any, subject: Sequence[Any], units: Sequence[int], columns: Sequence[bytes]) -> list[list[int]]:
    """Turns columns of offsets, equally long, from one unit into another in one call."""
    given = b"".join(columns)
    count = len(given) // 4
    if not count:
        return [[] for _ in columns]
    converted = bytearray(given)
    place = ffi.from_buffer(OFFSETS, converted)
    call(function, *subject, *units, place, count, place)
    numbers = memoryview(converted).cast("I")
    rows = count // len(columns)
    return [numbers[first : first + rows].tolist() for first in range(0, count, rows)]


def to_offsets(positions: Iterable[int]) -> bytes:
    """Positions as a column; one that no text can have is an OverflowError."""
    return array("I", positions).tobytes()


class Rows(tuple[Row, ...]):
    """The rows of a table: a tuple that Jupyter shows as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from fazhi._html import table

        return table(self)


def asked(function: Any, *arguments: Any) -> Any:
    """The table that a function of the library gives."""
    table = ffi.new(TABLE)
    call(function, *arguments, table)
    return table


def alone(record: Any) -> Any:
    """A record as a table of one row, which lives as long as the record."""
    return ffi.new(TABLE, {"rows": record, "count": 1, "stride": ffi.sizeof(record[0])})


class Columns:
    """One table of one object. Everything is copied out of it at once, so it may be dropped before the object is."""

    __slots__ = ("_layout", "_rows", "_stride", "_texts", "_views", "count")

    def __init__(self, record: str, table: Any, texts: bytes = b"") -> None:
        """Of a `fazhi_table` of `record`s, whose texts stand in `texts`."""
        self.count: int = table.count
        self._stride: int = table.stride
        self._rows = memoryview(ffi.buffer(table.rows, self.count * self._stride))
        # The table as numbers of each kind, made when needed; an empty one cannot be cast, and need not be.
        self._views = {} if self.count else dict.fromkeys(_NUMBERS.values(), self._rows)
        self._layout = _layout(record)
        self._texts = texts

    def _column(self, path: str) -> memoryview:
        number, start, size = self._layout[path]
        view = self._views.get(number)
        if view is None:
            view = self._views[number] = self._rows.cast(number)  # type: ignore[call-overload]
        return view[start // size :: self._stride // size]

    def numbers(self, path: str) -> list[int]:
        return self._column(path).tolist()

    def floats(self, path: str) -> list[float]:
        return list(map(float, self._column(path).tolist()))

    def indices(self, path: str) -> list[int | None]:
        return optional(self.numbers(path))

    def names(self, path: str, codes: str) -> list[Any]:
        return list(map(NAMES[codes].__getitem__, self.numbers(path)))

    def decimals(self, path: str) -> list[Decimal]:
        mantissas, scales = self.numbers(f"{path}.mantissa"), self.numbers(f"{path}.scale")
        return [decimal(mantissa, scale) if scale else Decimal(mantissa) for mantissa, scale in zip(mantissas, scales)]

    def optional_decimals(self, path: str) -> list[Decimal | None]:
        present = self.numbers(f"{path}.present")
        if not any(present):
            return [None] * self.count
        return [number if there else None for number, there in zip(self.decimals(path), present)]

    def texts(self, path: str) -> list[str]:
        texts, places = self._texts, zip(self.numbers(f"{path}.offset"), self.numbers(f"{path}.length"))
        return [texts[start : start + length].decode() for start, length in places]

    def optional_texts(self, path: str) -> list[str | None]:
        texts, places = self._texts, zip(self.numbers(f"{path}.offset"), self.numbers(f"{path}.length"))
        return [None if start == NONE else texts[start : start + length].decode() for start, length in places]

    def parts(self, path: str, side: Sequence[Row]) -> list[tuple[Row, ...]]:
        """Which rows of a side table belong to each row."""
        places = zip(self.numbers(f"{path}.first"), self.numbers(f"{path}.count"))
        return [tuple(side[first : first + count]) for first, count in places]

    def offsets(self, *paths: str) -> list[bytes]:
        """Both ends of the spans of `paths`, as columns for `convert`."""
        return [self._column(end).tobytes() for path in paths for end in (f"{path}start", f"{path}end")]
