"""The tree of sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from fazhi._codes import Marker, Role, Topic
from fazhi._library import Span


class Row(NamedTuple):
    """What a section says of itself; `Section` tells what each is."""

    row: int
    level: int
    style: Marker
    number: int
    title: str
    role: Role | None
    topic: Topic | None
    parent: int | None
    span: Span
    heading: Span
    marker: Span
    title_span: Span
    body: Span


class _Tree:
    """The rows of one document, and who is inside whom. It knows no `Section`, so that none lives in a circle."""

    __slots__ = ("children", "roots", "rows", "text")

    def __init__(self, text: str, rows: list[Row]) -> None:
        self.text = text
        self.rows = rows
        self.roots: list[int] = []
        self.children: list[list[int]] = [[] for _ in rows]
        for row in rows:
            (self.roots if row.parent is None else self.children[row.parent]).append(row.row)


class Section:
    """A heading or an enumerated item, with all that stands under it."""

    __slots__ = ("_row", "_tree")

    def __init__(self, tree: _Tree, row: Row) -> None:
        self._tree = tree
        self._row = row

    @property
    def index(self) -> int:
        """Its place in `sections`, to which quantities and others refer."""
        return self._row.row

    @property
    def level(self) -> int:
        """Nesting, 1 the outermost."""
        return self._row.level

    @property
    def style(self) -> Marker:
        """How its marker is written."""
        return self._row.style

    @property
    def number(self) -> int:
        """Its number as printed; where it was lost, the one that fits."""
        return self._row.number

    @property
    def title(self) -> str:
        """The title without marker, final punctuation and layout; empty for an item without one."""
        return self._row.title

    @property
    def role(self) -> Role | None:
        """The part it plays in the report; None in an outline alone."""
        return self._row.role

    @property
    def topic(self) -> Topic | None:
        """What it is about; None when it cannot be told, and in an outline alone."""
        return self._row.topic

    @property
    def span(self) -> Span:
        """From the marker to the end of the last descendant."""
        return self._row.span

    @property
    def heading(self) -> Span:
        """Marker and title."""
        return self._row.heading

    @property
    def marker(self) -> Span:
        """The marker and the blanks after it."""
        return self._row.marker

    @property
    def title_span(self) -> Span:
        """Where the title stands, without marker and final punctuation."""
        return self._row.title_span

    @property
    def body(self) -> Span:
        """Its own text before its first child."""
        return self._row.body

    @property
    def text(self) -> str:
        """Everything from the marker to the end of the last descendant, layout included."""
        return self.span.of(self._tree.text)

    @property
    def marker_text(self) -> str:
        """The marker as printed, without the blanks after it."""
        return self.marker.of(self._tree.text).strip()

    @property
    def parent(self) -> Section | None:
        """The section around it; None at the outermost level."""
        parent = self._row.parent
        return None if parent is None else Section(self._tree, self._tree.rows[parent])

    @property
    def children(self) -> tuple[Section, ...]:
        """The sections right inside it, in text order."""
        tree = self._tree
        return tuple(Section(tree, tree.rows[child]) for child in tree.children[self._row.row])

    def walk(self) -> Iterator[Section]:
        """Itself and everything inside it, in text order."""
        tree, first = self._tree, self._row.row
        for index in range(first, len(tree.rows)):
            row = tree.rows[index]
            if index != first and row.level <= self._row.level:
                return
            yield Section(tree, row)

    def __eq__(self, other: object) -> bool:
        """The same section of the same document."""
        return isinstance(other, Section) and self._tree is other._tree and self._row is other._row

    def __hash__(self) -> int:
        return hash((id(self._tree), self._row.row))

    def __str__(self) -> str:
        """Marker and title of the section and of what is inside it, a line each, indented by level."""
        return "\n".join(f"{'  ' * (row.level - self.level)}{row.marker_text}{row.title}" for row in self.walk())

    def __repr__(self) -> str:
        return f"<Section {self.index}: {self.marker_text}{self.title}>"


class Sections(Sequence[Section]):
    """All sections in text order, a parent before its children; `roots` is where the tree begins."""

    __slots__ = ("_tree",)

    def __init__(self, text: str, rows: list[Row]) -> None:
        self._tree = _Tree(text, rows)

    @property
    def roots(self) -> tuple[Section, ...]:
        """The outermost sections."""
        return tuple(Section(self._tree, self._tree.rows[root]) for root in self._tree.roots)

    def __len__(self) -> int:
        return len(self._tree.rows)

    @overload
    def __getitem__(self, index: int) -> Section: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Section, ...]: ...

    def __getitem__(self, index: int | slice) -> Section | tuple[Section, ...]:
        if isinstance(index, slice):
            return tuple(Section(self._tree, row) for row in self._tree.rows[index])
        return Section(self._tree, self._tree.rows[index])

    def __iter__(self) -> Iterator[Section]:
        tree = self._tree
        return (Section(tree, row) for row in tree.rows)

    def __str__(self) -> str:
        return "\n".join(map(str, self.roots))

    def __repr__(self) -> str:
        return f"<Sections: {len(self)}>"

    def _repr_html_(self) -> str:
        from fazhi._html import table

        return table(self._tree.rows)
