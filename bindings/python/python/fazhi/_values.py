"""What the rows of the tables are: values that cannot be changed, equal when their parts are."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal, NamedTuple

from fazhi._codes import (
    BlockKind,
    Bound,
    CheckKind,
    CitationKind,
    Level,
    NoteCode,
    Outcome,
    PassageRole,
    QuantityKind,
    Topic,
    Verdict,
    WarningKind,
)
from fazhi._library import Span


class PartialDate(NamedTuple):
    """A date as printed, of which parts may be unknown: None for each part that is not there."""

    year: int | None
    #: 1 to 12.
    month: int | None
    #: 1 to 31, as printed: it may not exist in that month.
    day: int | None

    @property
    def date(self) -> datetime.date | None:
        """The day of the calendar; None where a part is unknown or there is no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """The smallest part that is known."""
        if self.day is not None:
            return "day"
        return "month" if self.month is not None else "year"

    def __str__(self) -> str:
        """ISO 8601 as far as it is known: 2024-01-08, 2024-01, 2024, --01-08, --01, ---08."""
        if self.year is not None:
            parts = [(self.year, 4), (self.month, 2), (self.day, 2)]
            return "-".join(f"{part:0{width}}" for part, width in parts if part is not None)
        if self.month is None:
            return f"---{self.day:02}"
        return f"--{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")


class FrontSpans(NamedTuple):
    """Where the parts of the front matter stand; None, or empty, for what was not found."""

    title: Span | None
    issuers: tuple[Span, ...]
    region: Span | None
    year: Span | None
    doc_number: Span | None
    signers: tuple[Span, ...]
    recipients: tuple[Span, ...]
    cc: tuple[Span, ...]
    date: Span | None
    print_office: Span | None


class Front(NamedTuple):
    """Head and tail of the document. Names are without layout; None, or empty, for what was not found."""

    #: The title on one line.
    title: str | None
    #: Who reports, in order.
    issuers: tuple[str, ...]
    #: The administrative division reported on.
    region: str | None
    #: Of the reporting body; None when the text leaves it open.
    level: Level | None
    #: The reporting year.
    year: int | None
    #: The document's own number.
    doc_number: str | None
    #: 签发人
    signers: tuple[str, ...]
    #: 主送机关
    recipients: tuple[str, ...]
    #: 抄送机关
    cc: tuple[str, ...]
    #: Date of issue as printed.
    date: PartialDate | None
    #: 印发机关
    print_office: str | None
    spans: FrontSpans


class Passage(NamedTuple):
    """A passage on problems or plans that has no heading of its own."""

    role: PassageRole
    span: Span
    #: Index of the section it follows; None for none.
    section: int | None


class Quantity(NamedTuple):
    """An amount with its unit."""

    #: The exact value in the base unit: 8.2万元 is 82000, 99.97% is 99.97, 六成 is 60.
    value: Decimal
    #: The upper end of a range (80—530元), in the base unit; None for a single figure.
    high: Decimal | None
    #: The measure word without layout: empty for none, "%" for every way to write percent.
    unit: str
    kind: QuantityKind
    #: Whether the figure is exact, or over (余, 以上), about (约) or under (不足) the amount.
    bound: Bound
    #: As printed, with its unit and a bound word behind it.
    text: str
    span: Span
    #: The sentence it stands in.
    sentence: Span
    #: Index of the section it stands in; None for none.
    section: int | None


class Citation(NamedTuple):
    """A title in 《》."""

    #: What stands inside, without layout.
    title: str
    kind: CitationKind
    #: From 《 to 》.
    span: Span
    #: What stands inside.
    title_span: Span
    #: Index of the section it stands in; None for none.
    section: int | None


class DocNumber(NamedTuple):
    """A document number such as 青政办发〔2023〕79号."""

    #: The whole number as printed.
    text: str
    #: The agency's code (青政办发) without layout.
    issuer: str
    #: The year in the brackets.
    year: int
    serial: int
    span: Span
    #: Where the agency's code stands.
    issuer_span: Span


class Date(NamedTuple):
    """A calendar date or period as printed."""

    text: str
    #: The date, or the first day, month or year of a period.
    date: PartialDate
    #: The last day, month or year of a period; None for a single date.
    end: PartialDate | None
    span: Span


class Indicator(NamedTuple):
    """A figure that states an indicator of the report's own year and area."""

    #: Stable id, such as reconsideration.accepted.
    id: str
    #: Name in Chinese.
    name: str
    #: In the base unit; negative for a decrease.
    value: Decimal
    #: As written.
    unit: str
    bound: Bound
    topic: Topic
    #: The figure as printed.
    text: str
    span: Span
    #: Index of the section it stands in; None for none.
    section: int | None
    #: Index of the quantity it was read from.
    quantity: int


class Check(NamedTuple):
    """A claim that was looked at."""

    #: The rule that looked: `fazhi.rules()` tells what each does.
    kind: CheckKind
    verdict: Verdict
    #: In words, in Chinese.
    explanation: str
    #: The figure as stated, in its unit (percent without the sign).
    stated: str | None
    #: The figure as it follows from the others, at the stated precision.
    computed: str | None
    #: The working: 9542 / 9737.
    formula: str | None
    #: The definition that was used or that would make the claim hold, in Chinese.
    reading: str | None
    #: The simplest value that would mend it.
    repair: str | None
    #: The figures it rests on, the stated one first.
    spans: tuple[Span, ...]


class Note(NamedTuple):
    """What a reader should know of the text itself."""

    code: NoteCode
    #: In words, in Chinese.
    message: str
    #: Empty when it concerns the whole text.
    span: Span


class Place(NamedTuple):
    """A place as editors count it."""

    #: From 0.
    line: int
    #: In code points, from 0.
    column: int


class Definition(NamedTuple):
    """An indicator of the catalogue."""

    #: Stable id, such as reconsideration.accepted.
    id: str
    #: Name in Chinese.
    name: str
    #: The usual unit.
    unit: str
    #: What counts, in Chinese.
    definition: str
    topic: Topic


class Rule(NamedTuple):
    """A rule of the audit, in Chinese."""

    id: CheckKind
    name: str
    #: What it compares.
    checks: str
    #: When it says what.
    verdicts: str
    #: An example that holds.
    good: str
    #: An example that does not hold, or is in doubt.
    bad: str


class Criterion(NamedTuple):
    """A criterion's points, with what they rest on."""

    id: str
    name: str
    #: The rubric's name for how it is judged.
    rule: str
    outcome: Outcome
    #: Points earned.
    earned: Decimal
    #: Points that could be judged.
    assessable: Decimal
    #: Points of the criterion.
    points: Decimal
    #: What the points rest on; never empty for points earned.
    evidence: tuple[Span, ...]
    #: Where something was looked for and not found.
    searched: tuple[Span, ...]
    #: The legal ground, and whether its words were seen or are recalled.
    basis: str
    #: In words, in Chinese.
    explanation: str


class Dimension(NamedTuple):
    """A dimension's points."""

    id: str
    name: str
    #: Points earned.
    earned: Decimal
    #: Points that could be judged.
    assessable: Decimal
    #: Points of the dimension.
    weight: Decimal
    criteria: tuple[Criterion, ...]


class Flag(NamedTuple):
    """Something a reader should know that costs no points."""

    #: Its id in the rubric.
    code: str
    #: In words, in Chinese.
    explanation: str
    #: Empty when it concerns the whole text.
    span: Span


class Block(NamedTuple):
    """A paragraph of a file, or a row of a table in it."""

    kind: BlockKind
    #: What it says, without the line ends and page numbers of a text that was wrapped by hand.
    text: str
    span: Span
    #: The number that the file's automatic numbering made (一、), blanks behind it included; empty for a typed one.
    label: Span
    #: The outline level of its style, from 1; None for body text.
    outline_level: int | None
    #: The pages it stands on, first and last, from 1; None where there are no pages (all but PDF and OFD).
    pages: tuple[int, int] | None
    #: Its number among the paragraphs of the file, from 0 (Word, web pages); else None.
    paragraph: int | None


class Anchor(NamedTuple):
    """Where a line stands on its page: edges from the page's upper left corner, in points of 1/72 inch."""

    span: Span
    #: From 1.
    page: int
    left: float
    top: float
    right: float
    bottom: float


class Footnote(NamedTuple):
    """A footnote or endnote."""

    text: str
    #: The position in the text behind which its mark stood; None when that is not known.
    at: int | None


class FileWarning(NamedTuple):
    """Something a reader should know of how a file was read."""

    kind: WarningKind
    #: The page it concerns, from 1; None for none.
    page: int | None
    #: In words, in Chinese.
    message: str


class Metadata(NamedTuple):
    """What a file says of itself; None for what it does not."""

    title: str | None
    #: When it was published, as written.
    published: str | None
    #: Who published it.
    source: str | None
