"""Files: their text, and what they know of it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from fazhi._lazy import lazy
from fazhi._library import NONE, call, ffi, lib, owned, string
from fazhi._positions import Positioned
from fazhi._rows import Columns, Rows, alone, rows_of, to_offsets
from fazhi._source import File, Source, contents, options
from fazhi._values import Anchor, Block, FileWarning, Footnote, Metadata

if TYPE_CHECKING:
    from fazhi._report import Report


class Document(Positioned):
    """The text of a file, and what the file knows of it: made by `fazhi.read`."""

    _kind = "document"

    def __init__(self, handle: Any) -> None:
        self.__dict__.update(_handle=handle)

    @property
    def _positions(self) -> tuple[Any, ...]:
        return lib.fazhi_text_convert_offsets, ffi.from_buffer(self.source), len(self.source)

    @lazy
    def source(self) -> bytes:
        """The text in UTF-8; of a text file in UTF-8 the very bytes of the file."""
        return string(lib.fazhi_document_text, self._handle)

    @lazy
    def text(self) -> str:
        """The text that positions point into: paragraphs joined by line feeds."""
        return self.source.decode()

    @lazy
    def format(self) -> str:
        """What the file is: "text", "docx", "doc", "rtf", "pdf", "html", "ofd", or what a later version adds."""
        return string(lib.fazhi_document_format, self._handle).decode()

    @lazy
    def encoding(self) -> str:
        """Of a text file or web page, as the WHATWG names it ("UTF-8", "gb18030"); "UTF-8" for every other format."""
        return string(lib.fazhi_document_encoding, self._handle).decode()

    @lazy
    def blocks(self) -> Rows[Block]:
        """The paragraphs in text order, without overlap. Page numbers and controls of a text file belong to none."""
        table = self._columns("fazhi_block", "blocks")
        span, label = self._spans(table, "span.", "label.")
        pages = zip(table.numbers("first_page"), table.numbers("last_page"))
        rows = rows_of(
            Block,
            kind=table.names("kind", "block"),
            text=table.texts("text"),
            span=span,
            label=label,
            outline_level=[level or None for level in table.numbers("outline_level")],
            pages=[pair if pair[0] else None for pair in pages],
            paragraph=table.indices("paragraph"),
        )
        return Rows(rows)

    @lazy
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, position: int) -> Block | None:
        """The paragraph around a position: on which pages of the file it stands, and its number there.

        None where there is none, as between two paragraphs.
        """
        index = bisect_right(self._starts, position) - 1
        return self.blocks[index] if index >= 0 and position < self.blocks[index].span.end else None

    @lazy
    def anchors(self) -> Rows[Anchor]:
        """Where each line stands on its page, in text order; none where there are no pages (all but PDF and OFD)."""
        table = self._columns("fazhi_anchor", "anchors")
        (span,) = self._spans(table, "span.")
        edges = {edge: table.floats(edge) for edge in ("left", "top", "right", "bottom")}
        return Rows(rows_of(Anchor, span=span, page=table.numbers("page"), **edges))

    @lazy
    def footnotes(self) -> Rows[Footnote]:
        """Footnotes and endnotes, which are no part of the text."""
        table = self._columns("fazhi_footnote", "footnotes")
        places = table.numbers("at")
        (found,) = self._from_bytes([to_offsets(place for place in places if place != NONE)])
        known = iter(found)
        at = [None if place == NONE else next(known) for place in places]
        return Rows(rows_of(Footnote, text=table.texts("text"), at=at))

    @lazy
    def warnings(self) -> Rows[FileWarning]:
        """What a reader should know of how the file was read."""
        table = self._columns("fazhi_warning", "warnings")
        rows = rows_of(
            FileWarning,
            kind=table.names("kind", "warning"),
            page=[page or None for page in table.numbers("page")],
            message=table.texts("message"),
        )
        return Rows(rows)

    @lazy
    def metadata(self) -> Metadata:
        """What the file says of itself."""
        record = ffi.new("fazhi_metadata *")
        call(lib.fazhi_document_metadata, self._handle, record)
        told = Columns("fazhi_metadata", alone(record), self._strings)
        (metadata,) = rows_of(Metadata, **{name: told.optional_texts(name) for name in Metadata._fields})
        return metadata

    def parse(
        self,
        *,
        max_bytes: int | None = None,
        max_sections: int | None = None,
        max_facts: int | None = None,
        max_depth: int | None = None,
        audit: bool = True,
    ) -> Report:
        """The report that the text holds, with positions in it; limits and `audit` are those of `fazhi.parse`."""
        limits = {"max_bytes": max_bytes, "max_sections": max_sections, "max_facts": max_facts, "max_depth": max_depth}
        return self._parsed(options(audit, **limits))

    def _parsed(self, settings: Any) -> Report:
        from fazhi._report import Report

        report = owned(lib.fazhi_document_parse, lib.fazhi_report_free, self._handle, settings)
        return Report(report, document=self)

    def __repr__(self) -> str:
        return f"<fazhi.Document: {self.format}, {len(self.blocks)} blocks>"


def document_of(file: File, settings: Any) -> Document:
    """The document that a file is."""
    data = contents(file)
    extract, free = lib.fazhi_document_extract, lib.fazhi_document_free
    return Document(owned(extract, free, ffi.from_buffer(data), len(data), settings))


def read(file: File, *, max_file_bytes: int | None = None, max_bytes: int | None = None) -> Document:
    """Reads the text of a file of any kind: its path, or its bytes.

    Plain text in any encoding, web pages, .docx, .doc, PDF, OFD: what it is goes by what it holds, not by its name. A
    file that is damaged in part gives what could be read, and `Document.warnings`. `Error` is for files of which
    nothing can be read, and for limits: files of more than `max_file_bytes` (256 MiB), texts of more than `max_bytes`
    (64 MiB). A file that is not there is an OSError. Other threads run meanwhile.
    """
    return document_of(file, options(True, max_file_bytes=max_file_bytes, max_bytes=max_bytes))


def text_of(source: Source) -> bytes:
    """The text of a source in UTF-8."""
    return source.encode() if isinstance(source, str) else document_of(source, ffi.NULL).source
