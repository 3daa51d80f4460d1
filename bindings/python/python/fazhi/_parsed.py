"""What a report and an outline have in common: sections, passages, notes."""

from __future__ import annotations

from fazhi._lazy import lazy
from fazhi._positions import Positioned
from fazhi._rows import Rows, rows_of
from fazhi._sections import Row, Sections
from fazhi._values import Note, Passage


class Parsed(Positioned):
    """A text that was parsed."""

    @lazy
    def sections(self) -> Sections:
        """Headings and enumerated items in text order: a tree by `children` and `parent`."""
        table = self._columns("fazhi_section", "sections")
        span, heading, marker, title, body = self._spans(table, "span.", "heading.", "marker.", "title.", "body.")
        rows = rows_of(
            Row,
            row=range(table.count),
            level=table.numbers("level"),
            style=table.names("style", "marker"),
            number=table.numbers("number"),
            title=table.texts("title_text"),
            role=table.names("role", "role"),
            topic=table.names("topic", "topic"),
            parent=table.indices("parent"),
            span=span,
            heading=heading,
            marker=marker,
            title_span=title,
            body=body,
        )
        return Sections(self.text, list(rows))

    @lazy
    def passages(self) -> Rows[Passage]:
        """Passages on problems or plans without a heading of their own, in text order."""
        table = self._columns("fazhi_passage", "passages")
        (span,) = self._spans(table, "span.")
        role, section = table.names("role", "passage"), table.indices("section")
        return Rows(rows_of(Passage, role=role, span=span, section=section))

    @lazy
    def notes(self) -> Rows[Note]:
        """What a reader should know of the text itself; of an outline, faults of its numbering."""
        table = self._columns("fazhi_note", "notes")
        (span,) = self._spans(table, "span.")
        code, message = table.names("code", "note"), table.texts("message")
        return Rows(rows_of(Note, code=code, message=message, span=span))
