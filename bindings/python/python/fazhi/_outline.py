"""The outline alone."""

from __future__ import annotations

from typing import Any

from fazhi._document import text_of
from fazhi._lazy import lazy
from fazhi._library import ffi, lib, owned
from fazhi._parsed import Parsed
from fazhi._source import Source, options


class Outline(Parsed):
    """Sections, passages and faults of the numbering, without facts, roles and topics: made by `fazhi.outline`."""

    _kind = "outline"
    _bytes: bytes

    def __init__(self, handle: Any, source: bytes) -> None:
        self.__dict__.update(_handle=handle, _bytes=source)

    @lazy
    def text(self) -> str:
        """The text that positions point into."""
        return self._bytes.decode()

    @property
    def _positions(self) -> tuple[Any, ...]:
        return lib.fazhi_text_convert_offsets, ffi.from_buffer(self._bytes), len(self._bytes)

    def __repr__(self) -> str:
        return f"<fazhi.Outline: {len(self.sections)} sections>"


def outline(
    source: Source, *, max_bytes: int | None = None, max_sections: int | None = None, max_depth: int | None = None
) -> Outline:
    """Reads the headings alone, some ten times faster than `parse`, whose `source` and limits these are."""
    text = text_of(source)
    settings = options(True, max_bytes=max_bytes, max_sections=max_sections, max_depth=max_depth)
    handle = owned(lib.fazhi_outline_parse, lib.fazhi_outline_free, ffi.from_buffer(text), len(text), settings)
    return Outline(handle, text)
