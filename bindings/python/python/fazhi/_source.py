"""What may be parsed, and the settings of a parse."""

from __future__ import annotations

import os
from typing import Any, Union

from fazhi._library import Error, call, ffi, lib, owned

#: A file of any kind: its bytes, or its path (pathlib.Path).
File = Union[bytes, bytearray, memoryview, "os.PathLike[str]"]
#: A text itself (str), or a file.
Source = Union[str, File]

#: What 32 bits can count.
_MOST = 0xFFFF_FFFF


def contents(file: File) -> bytes:
    """The bytes of a file."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        return bytes(file)
    if isinstance(file, os.PathLike):
        with open(file, "rb") as opened:
            return opened.read()
    raise TypeError(f"a file is bytes or a pathlib.Path, not {type(file).__name__}")


def given(source: Source) -> bytes:
    """A source as bytes: a text in UTF-8, a file as it is. A str with lone surrogates is a UnicodeEncodeError."""
    if isinstance(source, str):
        return source.encode()
    if isinstance(source, (bytes, bytearray, memoryview, os.PathLike)):
        return contents(source)
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
