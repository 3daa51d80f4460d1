"""A text, and positions in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from fazhi._lazy import Immutable, lazy
from fazhi._library import Span, lib, string
from fazhi._rows import Columns, asked, convert, rows_of, to_offsets

BYTES: int = lib.FAZHI_OFFSET_BYTES
CODE_POINTS: int = lib.FAZHI_OFFSET_CODE_POINTS


def _ends(spans: Iterable[tuple[int, int]]) -> list[bytes]:
    """Where spans start and where they end, as columns for `convert`."""
    spans = list(spans)
    return [to_offsets(span[end] for span in spans) for end in (0, 1)]


class Positioned(Immutable):
    """A text that was read, with tables that point into it. It never changes, and any number of threads may use it."""

    #: What its functions are called in the library.
    _kind: ClassVar[str]
    #: The library's object, which is freed with the last reference to it.
    _handle: Any

    @property
    def text(self) -> str:
        """The text that positions point into."""
        raise NotImplementedError

    @property
    def _positions(self) -> tuple[Any, ...]:
        """The library's function that converts positions, and what it is asked of."""
        raise NotImplementedError

    @lazy
    def _strings(self) -> bytes:
        return string(getattr(lib, f"fazhi_{self._kind}_strings"), self._handle)

    def _columns(self, record: str, table: str) -> Columns:
        return Columns(record, asked(getattr(lib, f"fazhi_{self._kind}_{table}"), self._handle), self._strings)

    def _from_bytes(self, columns: Sequence[bytes]) -> list[list[int]]:
        function, *subject = self._positions
        return convert(function, subject, (BYTES, CODE_POINTS), columns)

    def _spans(self, columns: Columns, *paths: str) -> list[list[Span]]:
        """The spans of some fields, column by column, all converted in one call."""
        ends = self._from_bytes(columns.offsets(*paths))
        return [list(rows_of(Span, start=start, end=end)) for start, end in zip(ends[::2], ends[1::2])]

    def byte_spans(self, spans: Iterable[tuple[int, int]]) -> list[Span]:
        """Spans of the text in bytes of UTF-8, as the JSON documents have them; one call converts them all."""
        function, *subject = self._positions
        start, end = convert(function, subject, (CODE_POINTS, BYTES), _ends(spans))
        return list(rows_of(Span, start=start, end=end))

    def byte_span(self, span: tuple[int, int]) -> Span:
        """A span of the text in bytes of UTF-8."""
        return self.byte_spans([span])[0]

    def text_spans(self, spans: Iterable[tuple[int, int]]) -> list[Span]:
        """Spans in bytes of UTF-8, such as those of the JSON documents, as positions in the text."""
        start, end = self._from_bytes(_ends(spans))
        return list(rows_of(Span, start=start, end=end))
