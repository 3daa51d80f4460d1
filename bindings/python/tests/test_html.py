"""What Jupyter shows."""

from __future__ import annotations

from html.parser import HTMLParser

import fazhi

SLIP = "一、主要举措\n全年受理群众诉求400件，按期办结390件，按期办结率99.5%。<script>alert('大')</script>\n"


class Balance(HTMLParser):
    """Collects the tags, and fails on one that is closed out of order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.marks: list[str | None] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self._open.append(tag)
        if tag == "mark":
            self.marks.append(dict(attrs)["title"])

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def test_findings_are_marked_and_everything_is_escaped() -> None:
    report = fazhi.parse(SLIP)
    (slip,) = [check for check in report.checks if check.verdict == "inconsistent"]
    page = report._repr_html_()
    seen = Balance(page)
    assert seen.marks == [slip.explanation]
    assert "script" not in seen.seen and "&lt;script&gt;" in page
    assert ">99.5%</mark>" in page


def test_titles_and_explanations_are_escaped() -> None:
    title = '<b>"青岚县"&\'2024年法治政府建设年度报告</b>'
    for value in (
        fazhi.parse(f"{title}\n{SLIP}"),
        fazhi.parse(f"一、{title}\n").sections,
        fazhi.outline(f"一、{title}\n").sections,
    ):
        assert "b" not in Balance(value._repr_html_()).seen


def test_long_texts_are_bounded() -> None:
    report = fazhi.parse(SLIP * 5000)
    assert len(report._repr_html_()) < 200_000
    assert "20000 of" in report._repr_html_()
    assert "100 of 15000 rows" in report.quantities._repr_html_()


def test_every_table_is_shown(report: fazhi.Report) -> None:
    for table in (report.quantities, report.checks, report.indicators, report.dates, report.sections, report.score()):
        assert "table" in Balance(table._repr_html_()).seen
    assert Balance(report._repr_html_()).marks
    assert report.passages._repr_html_() == "<p>0 rows</p>"
    assert "table" in Balance(fazhi.catalogue()._repr_html_()).seen


def test_what_the_prompt_shows(report: fazhi.Report) -> None:
    assert repr(report) == "<fazhi.Report: 中共青岚县委青岚县人民政府关于2024年法治政府建设工作情况的报告>"
    assert repr(report.sections) == "<Sections: 28>"
    assert repr(report.sections[1]) == "<Section 1: （一）旗帜鲜明抓引领，政治责任层层压实>"
    assert repr(report.score()).startswith("<fazhi.Score: 8")
    assert repr(fazhi.outline("一、甲\n")) == "<fazhi.Outline: 1 sections>"
