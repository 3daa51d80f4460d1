"""Names of codes, as the JSON documents have them. A code that this library has no name for is "unknown"."""

from __future__ import annotations

from typing import Any, Literal

from fazhi._library import Error, constants, lib, string

Marker = Literal["一、", "（一）", "1.", "（1）", "①", "一是", "unknown"]
Role = Literal["measures", "problems", "plan", "duties", "problems_and_plan", "other", "unknown"]
Topic = Literal[
    "leadership",
    "functions",
    "rulemaking",
    "decisions",
    "enforcement",
    "supervision",
    "disputes",
    "emergency",
    "capacity",
    "publicity",
    "legal_services",
    "digital",
    "unknown",
]
PassageRole = Literal["problems", "plan", "problems_and_plan", "unknown"]
QuantityKind = Literal["count", "percent", "money", "duration", "rank", "multiple", "unknown"]
Bound = Literal["exact", "over", "about", "under", "unknown"]
CitationKind = Literal["law", "rule", "plan", "document", "media", "unknown"]
Level = Literal["province", "city", "county", "township", "department", "unknown"]
CheckKind = Literal[
    "ratio",
    "sum",
    "yoy",
    "target",
    "order",
    "conflict",
    "range",
    "date",
    "deadline",
    "enumeration",
    "leftover",
    "unknown",
]
Verdict = Literal["consistent", "inconsistent", "ambiguous", "uncheckable", "unknown"]
NoteCode = Literal[
    "no_report",
    "cut_off",
    "numbering_gap",
    "numbering_repeat",
    "numbering_order",
    "marker_damaged",
    "joined_wrap",
    "template_blank",
    "limit_reached",
    "unknown",
]
Outcome = Literal["met", "partly", "not_met", "not_assessable", "unknown"]
BlockKind = Literal["body", "table_row", "text_box", "list_item", "unknown"]
WarningKind = Literal[
    "no_text_layer",
    "recognised_text",
    "replaced",
    "dropped_symbols",
    "dropped_furniture",
    "damaged",
    "main_content",
    "unknown",
]


class Names(dict[int, Any]):
    """The names of one list of codes, asked of the library when first needed; 0 is None, nothing."""

    def __init__(self, codes: int) -> None:
        super().__init__({0: None})
        self._codes = codes

    def __missing__(self, code: int) -> str:
        try:
            name = string(lib.fazhi_code_name, self._codes, code).decode()
        except Error:
            name = "unknown"
        self[code] = name
        return name


#: By the name of their list: NAMES["role"] has those of FAZHI_CODES_ROLE.
NAMES = {name: Names(codes) for name, codes in constants("FAZHI_CODES_").items()}
