"""The C library: how it is called, what its errors become, who frees its objects."""

from __future__ import annotations

from ctypes import py_object, pythonapi
from functools import cache
from typing import Any, NamedTuple, TypeVar

from fazhi import _native

Value = TypeVar("Value")


def forever(value: Value) -> Value:
    """Keeps an object to the end of the process, whatever the order in which Python clears its modules."""
    pythonapi.Py_IncRef(py_object(value))
    return value


ffi: Any = _native.ffi
# Arrow arrays in other packages, and reports, may be freed after this module: its functions must still be there.
lib: Any = forever(_native.lib)

if lib.fazhi_abi_version() != lib.FAZHI_ABI_VERSION:
    raise ImportError(
        f"fazhi was built for ABI {lib.FAZHI_ABI_VERSION} of its library, but found ABI {lib.fazhi_abi_version()}: "
        "install the package anew"
    )


def constants(prefix: str) -> dict[str, int]:
    """The constants of the header that begin so, by the rest of their names in small letters."""
    return {name[len(prefix) :].lower(): getattr(lib, name) for name in dir(lib) if name.startswith(prefix)}


#: No row, or no text.
NONE: int = lib.FAZHI_NONE
#: Types that are made at every call: looked up once.
ERROR = ffi.typeof("fazhi_error *")
STRING = ffi.typeof("fazhi_str *")
BYTES = ffi.typeof("fazhi_bytes *")
TABLE = ffi.typeof("fazhi_table *")
OFFSETS = ffi.typeof("uint32_t[]")

_STATUS = {number: name for name, number in constants("FAZHI_ERR_").items()}


class Span(NamedTuple):
    """A piece of the text, from position `start` up to but without `end`.

    Positions are indices of Python strings (code points), so `span.of(report.text)` and
    `report.text[span.start:span.end]` are the piece itself. `Report.byte_span` gives bytes of UTF-8.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of `text` itself."""
        return text[self.start : self.end]


class Error(ValueError):
    """Wrong use: a text longer than a limit, a faulty rubric, a position outside the text; or a file without a text.

    A damaged, odd or empty report is no error but a smaller result.
    """

    #: What is wrong: "invalid_utf8", "too_large", "out_of_range", "not_on_boundary", "invalid_argument",
    #: "invalid_rubric", "system", "panic" (a defect of the library), or "unknown"; of a file that it is "encrypted",
    #: has "no_text_layer" (its pages are pictures), is "undecodable" (its characters, or its bytes, have no known
    #: meaning), "damaged", a web page with "no_article", no document at all ("wrong_format"), or of an
    #: "unsupported_format".
    status: str
    #: Where in the input, in bytes of UTF-8; None when the error has no place.
    span: Span | None

    def __init__(self, message: str, status: str = "unknown", span: Span | None = None) -> None:
        super().__init__(message, status, span)
        self.status = status
        self.span = span

    def __str__(self) -> str:
        return str(self.args[0])


def call(function: Any, *arguments: Any) -> None:
    """Calls a function of the library; what is not well becomes an `Error`."""
    error = ffi.new(ERROR)
    status = function(*arguments, error)
    if status:
        message = bytes(ffi.buffer(error.message, error.message_len)).decode()
        span = Span(error.span.start, error.span.end)
        raise Error(message, _STATUS.get(status, "unknown"), span if span.end else None)


@cache
def _place(free: Any) -> Any:
    """The type of a place for the objects that `free` frees."""
    return ffi.typeof(f"{ffi.typeof(free).args[0].item.cname} **")


def owned(make: Any, free: Any, *arguments: Any) -> Any:
    """An object that `make` gives as its last output, freed with the last reference to it."""
    place = ffi.new(_place(free))
    call(make, *arguments, place)
    return ffi.gc(place[0], free)


def string(function: Any, *arguments: Any) -> bytes:
    """A copy of the text that `function` lends."""
    place = ffi.new(STRING)
    call(function, *arguments, place)
    return bytes(ffi.buffer(place.data, place.len))


def text(function: Any, *arguments: Any) -> str:
    """The text that `function` makes."""
    place = ffi.new(BYTES)
    call(function, *arguments, place)
    try:
        return str(ffi.buffer(place.data, place.len), "utf-8")
    finally:
        lib.fazhi_bytes_free(place)
