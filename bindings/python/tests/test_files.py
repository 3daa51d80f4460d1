"""Files of every kind, made here, about a county that does not exist."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import fazhi
import jsonschema
import pytest
from conftest import ROOT, SAMPLES

TEXT = "青岚县2024年法治政府建设年度报告\n一、主要工作\n（一）化解矛盾。受理案件40件，办结36件。\n"

PAGE = (
    "<html><head><meta name=ArticleTitle content='青岚县报告'><meta name=PubDate content='2025-01-21'>"
    "<meta name=ContentSource content='县司法局'></head><body><div id=zoom>"
    "<p>2024年，青岚县坚持依法行政，健全制度，规范执法，加强监督，法治政府建设取得新进展。现将有关情况报告如下：</p>"
    "<p>全年办理行政复议案件25件，审结24件，纠错2件；行政机关负责人出庭应诉18次，出庭率为100%，没有败诉案件。</p>"
    "</div></body></html>"
)


def rich(text: str) -> str:
    """A text as RTF has it."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))


RTF = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}\f0"
    rf"\pard\plain\outlinelevel0 {{\listtext\pard\plain {rich('一、')}\tab}}{rich('主要工作')}\par"
    rf"\pard\plain {rich('受理案件25件')}"
    rf"{{\super\chftn{{\footnote\pard {{\super\chftn}} {rich('含重办')}\par}}}}{rich('。')}\par"
    rf"\trowd\cellx1\cellx2\pard\intbl {rich('年度')}\cell {rich('件数')}\cell\row}}"
).encode()


def archive(name: str, part: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, part)
    return file.getvalue()


def docx(*runs: str) -> bytes:
    """A .docx file of paragraphs with these runs."""
    body = "".join(f"<w:p><w:r>{run}</w:r></w:p>" for run in runs)
    return archive("word/document.xml", f"<?xml version='1.0'?><w:document><w:body>{body}</w:body></w:document>")


DOCX = docx("<w:t>一、主要工作</w:t>", "<w:t>受理案件25件。</w:t>")


def pdf(*lines: str) -> bytes:
    """A PDF file with these lines, the first of them larger, each on a page of its own."""
    kids = "".join(f"{5 + 2 * page} 0 R " for page in range(len(lines)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(lines)}/Kids[{kids}]/MediaBox[0 0 595 842]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]>>",
    ]
    for page, line in enumerate(lines):
        codes = line.encode("utf-16-be").hex().upper()
        content = f"BT /F1 {16 if page else 22} Tf 100 700 Td <{codes}> Tj ET\n"
        resources = f"/Resources<</Font<</F1 3 0 R>>>>/Contents {6 + 2 * page} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}>>")
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}endstream")
    numbered = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(objects, 1))
    # Without a table of its objects, which readers then find by themselves.
    return f"%PDF-1.7\n{numbered}trailer\n<</Root 1 0 R>>\n%%EOF\n".encode()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16-le", "UTF-16LE"),
        ("utf-16-be", "UTF-16BE"),
        ("utf-16", "UTF-16LE"),
    ],
)
def test_text_in_any_encoding(encoding: str, name: str) -> None:
    data = TEXT.encode(encoding)
    document = fazhi.read(data)
    assert (document.text, document.format, document.encoding) == (TEXT, "text", name)
    assert [block.text for block in document.blocks] == TEXT.splitlines()
    assert all(block.text == block.span.of(document.text) and block.kind == "body" for block in document.blocks)
    assert not (document.warnings or document.anchors or document.footnotes)
    assert document.metadata == (None, None, None)
    report = fazhi.parse(data)
    assert report.text == TEXT and report.quantities == fazhi.parse(TEXT).quantities
    assert report.to_dict()["source"] == {"bytes": len(TEXT.encode()), "format": "text", "encoding": name}
    assert fazhi.outline(data).sections.roots[0].title == "主要工作"


@pytest.mark.parametrize("before", ["", "\ufeff", "大𠮷a\r\n", "\n\n"])
def test_utf8_keeps_every_byte(before: str) -> None:
    data = (before + TEXT).encode()
    report, same = fazhi.parse(data), fazhi.parse(before + TEXT)
    assert report.source == same.source == data
    assert report.to_json() == same.to_json()
    assert report.quantities == same.quantities and report.front == same.front
    assert report.document is not None and report.document.source == data
    assert same.document is None


def test_rich_text() -> None:
    document = fazhi.read(RTF)
    assert (document.format, document.encoding) == ("rtf", "UTF-8")
    assert document.text == "一、主要工作\n受理案件25件。\n年度\t件数"
    heading, body, row = document.blocks
    assert (heading.kind, heading.outline_level, heading.text) == ("list_item", 1, "一、主要工作")
    assert heading.label.of(document.text) == "一、" and heading.paragraph is not None and heading.pages is None
    assert body.label.start == body.label.end and body.outline_level is None
    assert row.kind == "table_row"
    ((text, at),) = document.footnotes
    assert text == "含重办" and at == document.text.index("。")
    assert document.block_at(at) == body
    assert document.block_at(heading.span.end) is None
    assert document.block_at(-1) is None and document.block_at(len(document.text)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_web_page(encoding: str) -> None:
    document = fazhi.read(PAGE.encode(encoding))
    assert document.format == "html"
    assert document.metadata == fazhi.Metadata(title="青岚县报告", published="2025-01-21", source="县司法局")
    (warning,) = document.warnings
    assert warning.kind == "main_content" and warning.page is None and warning.message
    assert [block.paragraph for block in document.blocks] == [0, 1]


def test_from_a_figure_to_its_page() -> None:
    report = fazhi.parse(pdf("青岚县2024年报告", "受理案件25件。"))
    document = report.document
    assert document is not None and document is report.document
    assert (document.format, document.text) == ("pdf", report.text)
    block = document.block_at(report.quantities[0].span.start)
    assert block is not None and block.pages == (2, 2) and block.text == "受理案件25件。"
    line = document.anchors[1]
    assert line.page == 2 and line.span == block.span
    assert 99 < line.left < 101 and line.left < line.right and line.top < line.bottom


def test_documents_of_every_kind_keep_the_schema() -> None:
    schema = json.loads((ROOT / "schema/fazhi.report-1.schema.json").read_text(encoding="utf-8"))
    for data, name in ((DOCX, "docx"), (RTF, "rtf"), (PAGE.encode(), "html"), (pdf("一、主要工作"), "pdf")):
        document = fazhi.read(data)
        written = document.parse().to_dict()
        assert written["source"] == {"bytes": len(document.source), "format": name, "encoding": "UTF-8"}
        jsonschema.validate(written, schema)


def test_reports_and_documents_live_apart() -> None:
    document = fazhi.read(DOCX)
    report = document.parse(audit=False)
    assert report.document is document
    text = document.text
    del document
    assert report.text == text and report.checks == ()
    kept = report.document
    del report
    assert kept is not None and kept.blocks[1].text == "受理案件25件。"
    assert repr(kept) == "<fazhi.Document: docx, 2 blocks>"
    assert kept.byte_span(kept.blocks[1].span) == (19, 39)
    assert kept.text_spans([(19, 39)]) == [kept.blocks[1].span]
    with pytest.raises(AttributeError, match="cannot be changed"):
        kept.text = ""


def test_what_a_file_is_goes_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(DOCX)
    assert fazhi.read(path).format == "docx"
    assert fazhi.parse(path).text == fazhi.parse(DOCX).text == fazhi.read(bytearray(DOCX)).text
    with pytest.raises(FileNotFoundError):
        fazhi.read(tmp_path / "nowhere.pdf")
    # A str is the text itself, whatever it looks like.
    assert fazhi.parse("<p>办理25件。</p>").text == "<p>办理25件。</p>"


def encrypted() -> bytes:
    """An old Word file around an encrypted new one: a directory entry named EncryptedPackage is what tells."""
    data = bytearray(1024)
    data[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    name = "EncryptedPackage".encode("utf-16-le")
    data[640 : 640 + len(name)] = name
    data[704], data[706] = 34, 2
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "status", "told"),
    [
        (encrypted(), "encrypted", "password"),
        (docx("<w:drawing><a:blip/></w:drawing>"), "no_text_layer", "1 with images"),
        (b"a\xff", "undecodable", "1 of 2"),
        (b"PK\3\4 and nothing else", "damaged", "damaged"),
        ("<html><body><a href='/files/report.doc'>报告.doc</a></body></html>".encode(), "no_article", "报告.doc"),
        (archive("xl/workbook.xml", "<workbook/>"), "wrong_format", "xlsx"),
        (b"MIME-Version: 1.0\n", "unsupported_format", "MHT"),
    ],
)
def test_files_without_a_text(data: bytes, status: str, told: str) -> None:
    for work in (fazhi.read, fazhi.parse, fazhi.outline):
        with pytest.raises(fazhi.Error, match=told) as caught:
            work(data)
        assert caught.value.status == status
    error, report = fazhi.parse_many([data, "办理25件。"])
    assert isinstance(error, fazhi.Error) and error.status == status
    assert isinstance(report, fazhi.Report)


def test_limits() -> None:
    data = TEXT.encode("gbk")
    assert fazhi.read(data, max_file_bytes=len(data), max_bytes=len(TEXT.encode())).text == TEXT
    limits: dict[str, int]
    for limits in ({"max_file_bytes": len(data) - 1}, {"max_bytes": len(TEXT.encode()) - 1}):
        with pytest.raises(fazhi.Error) as caught:
            fazhi.read(data, **limits)
        assert caught.value.status == "too_large"
        (error,) = fazhi.parse_many([data], **limits)  # type: ignore[arg-type]
        assert isinstance(error, fazhi.Error) and error.status == "too_large"
        with pytest.raises(fazhi.Error):
            fazhi.parse(data, **limits)  # type: ignore[arg-type]
    with pytest.raises(fazhi.Error) as caught:
        fazhi.read(data).parse(max_bytes=5)
    assert caught.value.status == "too_large"


def test_many_of_every_kind() -> None:
    sources: list[fazhi.Source] = [
        TEXT,
        TEXT.encode("gbk"),
        DOCX,
        "办理1件。",
        RTF,
        pdf("受理案件25件。"),
        SAMPLES[0],
    ] * 3
    for threads in (1, 2):
        reports = list(fazhi.parse_many(sources, threads=threads))
        for source, report in zip(sources, reports):
            assert isinstance(report, fazhi.Report)
            single = fazhi.parse(source)
            assert report.to_json() == single.to_json()
            if isinstance(source, str):
                assert report.document is None
            else:
                assert report.document is not None and single.document is not None
                assert report.document.blocks == single.document.blocks


def test_last_year_may_be_any_file() -> None:
    report = fazhi.parse(SAMPLES[0])
    text = SAMPLES[0].read_text(encoding="utf-8")
    expected = report.score(last_year=text).to_json()
    assert report.score(last_year=text.encode("gb18030")).to_json() == expected
    assert report.score(last_year=SAMPLES[0]).to_json() == expected
