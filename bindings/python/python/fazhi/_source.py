"""What may be parsed, and the settings of a parse."""

from __future__ import annotations

import os
from typing import Any, Union

from fazhi._library import Error, call, ffi, lib, owned

#: A text itself (str), its bytes in UTF-8, or the path of a file of them (pathlib.Path).
Source = Union[str, bytes, bytearray, memoryview, "os.PathLike[str]"]

#: What 32 bits can count.
_MOST = 0xFFFF_FFFF


def utf8(source: Source) -> bytes:
    """The bytes of a source. A str with lone surrogates has none: UnicodeEncodeError, which is a ValueError."""
    if isinstance(source, str):
        return source.encode()
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, os.PathLike):
        with open(source, "rb") as file:
            return file.read()
    raise TypeError(f"a source is a str (the text itself), bytes, or a pathlib.Path, not {type(source).__name__}")


def options(audit: bool, **limits: int | None) -> Any:
    """Settings for the library; NULL for the defaults."""
    given = {name: limit for name, limit in limits.items() if limit is not None}
    if audit and not given:
        return ffi.NULL
    made = owned(lib.fazhi_options_new, lib.fazhi_options_free)
    for name, limit in given.items():
        if not 0 <= limit <= _MOST:
            raise Error(f"{name} must be from 0 to {_MOST}, not {limit}", "invalid_argument")
        call(getattr(lib, f"fazhi_options_set_{name}"), made, limit)
    call(lib.fazhi_options_set_audit, made, int(audit))
    return made
