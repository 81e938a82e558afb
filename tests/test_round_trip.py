"""One notice as text, Markdown, web page, Word document and PDF is the same notice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, SimpleDocTemplate, Table
from reportlab.platypus import Paragraph as PdfParagraph

from corpus.notice import Notice
from corpus.reading import read_file
from corpus.tree.lines import squeeze

TITLE = "关于开展年度职业能力测评工作的通知"
# kind, text: `one` `two` `three` are numbered clauses by level, `body` a paragraph, `end` the signature
NOTICE = (
    ("title", TITLE),
    ("body", "各有关单位："),
    (
        "body",
        "为做好年度职业能力测评工作，规范测评秩序，保证测评质量，根据有关规定，现将测评工作的有关事项通知如下，请遵照执行。",
    ),
    ("one", "测评对象"),
    (
        "two",
        "在本市依法从事相关职业的人员，年满18周岁，并且符合下列条件之一的，可以申请参加测评，不受户籍限制：",
    ),
    ("three", "从事本职业或者相关职业的工作满1年，并且能够提供所在单位出具的工作年限证明。"),
    ("three", "取得相关专业的毕业证书。"),
    ("two", "有下列情形之一的，不得申请。"),
    ("three", "提供虚假材料的；"),
    ("three", "在测评中违反纪律，处理期限未满的。"),
    ("one", "测评费用"),
    ("body", "测评费用按照下表收取。"),
    ("table", ""),
    ("one", "其他事项"),
    ("two", "咨询电话：12345678，工作日上午9时至12时。"),
    ("two", "本通知自印发之日起施行。"),
    ("end", "某某市测评中心"),
    ("end", "2026年3月2日"),
    ("annex", "附件1"),
    ("body", "测评须知"),
    ("plain", "1．参加测评的人员应当携带有效身份证件原件，于开始前30分钟到达测评地点。"),
    ("plain", "2．测评开始后不得进入。"),
)
# two header levels, a cell over two columns, one over two rows in the header and one in the body
TABLE = (
    ("等级", "费用（元）", "", "说明"),
    ("", "理论", "操作", ""),
    ("初级", "100", "200", "含教材"),
    ("", "120", "220", "不含教材"),
    ("中级", "150", "250", "含教材"),
)
ONES = "一二三四五六七八九"


def numbered() -> list[tuple[str, str]]:
    """The notice with its numbers written out."""
    counts, out = [0, 0, 0], []
    for kind, text in NOTICE:
        if kind in ("one", "two", "three"):
            level = ("one", "two", "three").index(kind)
            counts = [*counts[:level], counts[level] + 1, *[0] * (2 - level)]
            number = counts[level]
            mark = (f"{ONES[number - 1]}、", f"（{ONES[number - 1]}）", f"{number}．")[level]
            out.append((kind, mark + text))
        else:
            out.append((kind, text))
    return out


def as_text(path: Path) -> None:
    table = "\n".join("\t".join(row) for row in TABLE)
    path.write_text("\n\n".join(table if k == "table" else t for k, t in numbered()) + "\n", "utf-8")


def as_markdown(path: Path) -> None:
    rows = ["| " + " | ".join(row) + " |" for row in TABLE]
    rows.insert(1, "| --- | --- | --- | --- |")
    signs = {"title": "# ", "one": "## ", "annex": "## "}
    parts = ["\n".join(rows) if k == "table" else signs.get(k, "") + t for k, t in numbered()]
    path.write_text("\n\n".join(parts) + "\n", "utf-8")


def as_html(path: Path) -> None:
    """Everything in one element with line breaks and hard blanks, as many offices publish it."""
    table = (
        "<table><tr><th rowspan=2>等级</th><th colspan=2>费用（元）</th><th rowspan=2>说明</th></tr>"
        "<tr><th>理论</th><th>操作</th></tr>"
        "<tr><td rowspan=2>初级</td><td>100</td><td>200</td><td>含教材</td></tr>"
        "<tr><td>120</td><td>220</td><td><p>不含教材</p></td></tr>"
        "<tr><td>中级</td><td>150</td><td>250</td><td>含教材</td></tr></table>"
    )
    body = "".join(
        f"<h1>{t}</h1>" if k == "title" else table if k == "table" else f"&nbsp;&nbsp;　{t}<br>\n"
        for k, t in numbered()
    )
    path.write_text(
        f"<html><head><meta charset=gb2312><title>{TITLE}_某某网</title></head><body>"
        f'<div class="nav"><a href="/">首页</a><a href="/a">新闻</a><a href="/b">服务</a></div>'
        f"<div>{body}</div></body></html>",
        "gb18030",
    )


_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _level(index: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def as_docx(path: Path) -> None:
    """The clauses are numbered by Word: no number stands in any text."""
    word = docx.Document()
    numbering: Any = word.part.numbering_part.element
    levels = (
        _level(0, "chineseCountingThousand", "%1、")
        + _level(1, "chineseCounting", "（%2）")
        + _level(2, "decimal", "%3．")
    )
    abstract = f'<w:abstractNum {_NS} w:abstractNumId="90">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {_NS} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for kind, text in NOTICE:
        if kind == "table":
            _word_table(word)
            continue
        paragraph = word.add_paragraph(text)
        if kind in ("one", "two", "three"):
            level = ("one", "two", "three").index(kind)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {_NS}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            )
    word.save(str(path))


def _word_table(word: Any) -> None:
    table = word.add_table(len(TABLE), 4)
    for row, cells in enumerate(TABLE):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    for first, last in (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3)), ((2, 0), (3, 0))):
        table.cell(*first).merge(table.cell(*last))


def as_pdf(path: Path) -> None:
    """Lines wrap at the margin, first lines are indented, the annex is on a page of its own."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    base = ParagraphStyle("body", fontName="STSong-Light", fontSize=14, leading=24, wordWrap="CJK")
    styles = {
        "title": ParagraphStyle("t", base, fontSize=20, leading=32, alignment=TA_CENTER),
        "end": ParagraphStyle("e", base, alignment=TA_RIGHT),
        "annex": base,
    }
    indented = ParagraphStyle("i", base, firstLineIndent=28)
    spans = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "STSong-Light", 12)]
    spans += [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (3, 1)),
        ("SPAN", (0, 2), (0, 3)),
    ]
    flow: list[Any] = []
    for kind, text in numbered():
        if kind == "annex":
            flow.append(PageBreak())
        flow.append(
            Table([list(r) for r in TABLE], style=spans)
            if kind == "table"
            else PdfParagraph(text, styles.get(kind, indented))
        )

    def number(canvas: Any, template: Any) -> None:
        canvas.setFont("STSong-Light", 10)
        canvas.drawCentredString(A4[0] / 2, 40, f"— {template.page} —")

    SimpleDocTemplate(str(path), pagesize=A4).build(flow, onFirstPage=number, onLaterPages=number)


WRITERS = {".txt": as_text, ".md": as_markdown, ".html": as_html, ".docx": as_docx, ".pdf": as_pdf}


def read(tmp_path: Path, suffix: str) -> Notice:
    path = tmp_path / f"notice{suffix}"
    WRITERS[suffix](path)
    (notice,) = read_file(path)
    return notice


def printed(notice: Notice) -> list[tuple[str, str, str]]:
    """Locator, kind and letters of each clause."""
    return [(c.locator, c.kind.value, squeeze(notice.clause_text(i))) for i, c in enumerate(notice.clauses)]


def cells(notice: Notice) -> list[list[tuple[str, str, bool]]]:
    return [[(x.header, x.text, x.inherited) for x in c.cells] for c in notice.clauses if c.cells]


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf"])
def test_same_clauses_in_every_format(tmp_path: Path, suffix: str) -> None:
    expected, notice = read(tmp_path, ".txt"), read(tmp_path, suffix)
    assert printed(notice) == printed(expected)


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf"])
def test_same_cells_in_every_format(tmp_path: Path, suffix: str) -> None:
    expected, notice = read(tmp_path, ".txt"), read(tmp_path, suffix)
    assert cells(notice) == cells(expected)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_same_masthead_and_facts_in_every_format(tmp_path: Path, suffix: str) -> None:
    notice, expected = read(tmp_path, suffix), read(tmp_path, ".txt")
    assert (notice.title, notice.issuer) == (TITLE, "某某市测评中心")
    assert str(notice.issued) == "2026-03-02"
    assert [(f.kind, f.value) for f in notice.facts] == [(f.kind, f.value) for f in expected.facts]


def test_text_holds_what_was_written(tmp_path: Path) -> None:
    notice = read(tmp_path, ".txt")
    locators = [c.locator for c in notice.clauses]
    assert "一/（一）/1" in locators
    assert "附件1/2" in locators
    assert cells(notice)[1] == [
        ("等级", "初级", True),
        ("费用（元） 理论", "120", False),
        ("费用（元） 操作", "220", False),
        ("说明", "不含教材", False),
    ]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_offsets_point_into_the_stored_text(tmp_path: Path, suffix: str) -> None:
    notice = read(tmp_path, suffix)
    for clause in notice.clauses:
        for cell in clause.cells:
            assert squeeze(notice.text[cell.span.start : cell.span.end]) == squeeze(cell.text)


def test_pages_are_known_for_pdf_only(tmp_path: Path) -> None:
    notice = read(tmp_path, ".pdf")
    pages = [c.page for c in notice.clauses]
    annex = notice.clause_at("附件1")
    assert annex is not None
    assert pages[0] == 1
    assert pages[annex] == max(p or 0 for p in pages) > 1
    assert all(c.page is None for c in read(tmp_path, ".docx").clauses)
