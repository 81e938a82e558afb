"""PDF files: paragraphs, running headers, tables over pages, scanned pages, files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from corpus.errors import EmptyFile, PartlyRead, TooLarge, UnreadableFile
from corpus.library import load_corpus
from corpus.readers import pdf as reader
from corpus.readers.pdf import read_pdf
from corpus.readers.pdf_layout import join_lines
from corpus.readers.radicals import characters_for_radicals

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
LONG = "参加测评的人员应当在规定的时间内到指定的地点提交全部申请材料并且对材料的真实性负责"
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), FONT, 12)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return tmp_path / "notice.pdf"


def draw(path: Path, pages: list[Callable[[Canvas], None]], **options: Any) -> None:
    canvas = Canvas(str(path), pagesize=A4, **options)
    for page in pages:
        canvas.setFont(FONT, 14)
        page(canvas)
        canvas.showPage()
    canvas.save()


def says(*lines: str) -> Callable[[Canvas], None]:
    """A page with lines from the left margin down."""

    def page(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(90, HEIGHT - 120 - 28 * number, line)

    return page


def scanned(canvas: Canvas) -> None:
    canvas.rect(50, 50, 400, 600, fill=1)


def build(path: Path, flow: list[Any], decorate: Callable[[Any, Any], None] | None = None) -> None:
    keep = decorate or (lambda canvas, template: None)
    SimpleDocTemplate(str(path), pagesize=A4).build(flow, onFirstPage=keep, onLaterPages=keep)


def style(**options: Any) -> ParagraphStyle:
    return ParagraphStyle("s", fontName=FONT, fontSize=14, leading=24, wordWrap="CJK", **options)


def paragraphs(path: Path) -> list[str]:
    return read_pdf(path).text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize("indent", [0, 28])
def test_wrapped_lines_are_joined(path: Path, indent: int) -> None:
    said = [f"一、{LONG}。", f"二、{LONG}，{LONG}。", "三、其他。"]
    build(path, [Paragraph(x, style(firstLineIndent=indent)) for x in said])
    assert paragraphs(path) == said


def test_unnumbered_paragraphs_are_told_by_their_indent(path: Path) -> None:
    said = [f"{LONG}。", f"{LONG}，{LONG}。", f"{LONG}。"]
    build(path, [Paragraph(x, style(firstLineIndent=28)) for x in said])
    assert paragraphs(path) == said


def test_a_paragraph_goes_on_over_the_page(path: Path) -> None:
    said = [f"{n}、{LONG}，{LONG}，{LONG}，{LONG}。" for n in range(1, 12)]
    build(path, [Paragraph(x, style(firstLineIndent=28)) for x in said])
    document = read_pdf(path)
    assert paragraphs(path) == said
    assert [page for _, page in document.pages] == [1, 2, 3]
    assert document.page_at(0) == 1
    assert document.page_at(document.text.index("11、")) == 3


def test_a_centred_title_over_two_lines_is_one(path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 100, "某某市测评中心关于开展年度职业能力")
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 132, "测评工作的通知")
        canvas.setFont(FONT, 14)
        for number in range(6):
            canvas.drawString(90, HEIGHT - 200 - 28 * number, LONG[:29])
        canvas.drawString(90, HEIGHT - 200 - 28 * 6, "完。")

    draw(path, [page])
    assert paragraphs(path)[0] == "某某市测评中心关于开展年度职业能力测评工作的通知"


def test_running_headers_and_page_numbers_are_left_out(path: Path) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw_page(canvas: Canvas) -> None:
            canvas.drawString(90, HEIGHT - 40, "某某市测评中心文件")
            canvas.drawCentredString(WIDTH / 2, 60, f"通知正文 第{number}页 共4页")
            canvas.drawCentredString(WIDTH / 2, 30, ("— 1 —", "2", "第 3 页", "4 / 4")[number - 1])
            says(f"附件{number}", f"第{number}项内容。")(canvas)

        return draw_page

    draw(path, [page(n) for n in range(1, 5)])
    assert paragraphs(path) == [x for n in range(1, 5) for x in (f"附件{n}", f"第{n}项内容。")]


def test_headers_on_two_pages_only_stay(path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(90, HEIGHT - 40, "某某市测评中心")

    draw(path, [page, page])
    assert paragraphs(path) == ["某某市测评中心", "某某市测评中心"]


def test_merged_cells_are_given_once(path: Path) -> None:
    rows = [["等级", "费用", ""], ["", "理论", "操作"], ["初级", "1", "2\n元"], ["", "3", "4"]]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 2), (0, 3))]
    build(path, [Paragraph("一、费用如下。", style()), Table(rows, style=GRID + spans)])
    assert paragraphs(path) == ["一、费用如下。", "等级\t费用\t\n\t理论\t操作\n初级\t1\t2元\n\t3\t4"]


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_over_pages_is_one(path: Path, repeat: int) -> None:
    rows = [["序号", "项目", "费用"]] + [[str(n), f"项目{n}", f"{n}00"] for n in range(1, 101)]

    def number(canvas: Any, template: Any) -> None:
        canvas.drawCentredString(WIDTH / 2, 30, str(template.page))

    build(path, [Table(rows, style=GRID, repeatRows=repeat), Paragraph("完。", style())], number)
    document = read_pdf(path)
    table, last = document.text.rstrip("\n").split("\n\n")
    assert [line.split("\t") for line in table.split("\n")] == rows
    assert last == "完。"
    assert [page for _, page in document.pages] == [1, 2, 3, 4]


def test_tables_of_different_width_stay_apart(path: Path) -> None:
    first = Table([["甲", "乙"], ["1", "2"]], style=GRID)
    second = Table([["甲", "乙", "丙"], ["1", "2", "3"]], style=GRID)
    build(path, [first, second])
    assert paragraphs(path) == ["甲\t乙\n1\t2", "", "甲\t乙\t丙\n1\t2\t3"]


def ruled(
    rows: list[tuple[str, ...]], top: float, closed: tuple[bool, bool], open_from: int
) -> Callable[[Canvas], None]:
    """A page with a table of columns 100 points wide; where it is not closed, no rule runs across its top or
    bottom, and below the first column none from the row `open_from` on."""

    def page(canvas: Canvas) -> None:
        width = len(rows[0])
        for column in range(width + 1):
            canvas.line(90 + 100 * column, top, 90 + 100 * column, top - 30 * len(rows))
        for number in range(len(rows) + 1):
            inner = 0 < number < len(rows)
            if inner or closed[number > 0]:
                start = 90 + 100 * (number > open_from)
                canvas.line(start, top - 30 * number, 90 + 100 * width, top - 30 * number)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                canvas.drawString(95 + 100 * column, top - 30 * number - 20, text)

    return page


def test_a_table_cut_inside_a_merged_cell_goes_on(path: Path) -> None:
    first = [("工种", "等级", "合计"), ("车工", "五级", "275"), ("钳工", "五级", "265"), ("", "四级", "330")]
    draw(
        path,
        [ruled(first, 180, (True, False), 2), ruled([("", "三级", "395")], HEIGHT - 40, (False, True), 9)],
    )
    (table,) = [p for p in paragraphs(path) if "工种" in p]
    assert table.split("\n") == [
        "工种\t等级\t合计",
        "车工\t五级\t275",
        "钳工\t五级\t265",
        "\t四级\t330",
        "\t三级\t395",
    ]


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert characters_for_radicals("⼀、⻋⼯和⻔卫，①") == "一、车工和门卫，①"


def test_a_frame_round_text_is_no_table(path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 60, WIDTH - 120, HEIGHT - 120)
        says("一、申请条件。", "二、费用。")(canvas)

    draw(path, [page])
    assert paragraphs(path) == ["一、申请条件。", "二、费用。"]


def test_scanned_pages_are_reported_and_the_rest_is_served(path: Path) -> None:
    draw(path, [says("一、申请条件。"), scanned, lambda canvas: None, says("二、费用。"), scanned])
    document = read_pdf(path)
    assert paragraphs(path) == ["一、申请条件。", "二、费用。"]
    warning = "第{}页没有文字层（可能是扫描件），未读入"
    assert document.warnings == (warning.format(2), warning.format(5))
    library = load_corpus(path.parent)
    assert [type(p) for p in library.problems] == [PartlyRead, PartlyRead]
    assert "notice.pdf：第2页没有文字层" in str(library.problems[0])
    assert [c.page for c in library.notices[0].clauses] == [1, 4]


@pytest.mark.parametrize("page", [scanned, lambda canvas: None])
def test_no_page_with_text(path: Path, page: Callable[[Canvas], None]) -> None:
    draw(path, [page, page])
    with pytest.raises(UnreadableFile, match="OCR"):
        read_pdf(path)


def test_slanting_watermarks_are_left_out(path: Path) -> None:
    def page(canvas: Canvas) -> None:
        says("一、申请条件。", "二、费用。")(canvas)
        canvas.translate(300, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "仅供内部使用")

    draw(path, [page])
    assert paragraphs(path) == ["一、申请条件。", "二、费用。"]


def test_turned_pages_are_reported(path: Path) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -200, "三、附则。")

    draw(path, [says("一、申请条件。"), turned])
    (warning,) = read_pdf(path).warnings
    assert warning.startswith("第2页")
    assert "转正" in warning


def test_encrypted(path: Path) -> None:
    draw(path, [says("一、申请条件。")], encrypt="secret")
    with pytest.raises(UnreadableFile, match="密码"):
        read_pdf(path)


def test_damaged_and_renamed_files(path: Path) -> None:
    draw(path, [says("一、申请条件。")] * 3)
    data = path.read_bytes()
    for content, said in (
        (b"", "空的"),
        (b"PK\x03\x04" * 300, "不是 PDF"),
        (b"%PDF-1.4\n", "损坏|OCR"),
        (data[: len(data) // 3], "损坏|OCR"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "损坏|OCR"),
    ):
        path.write_bytes(content)
        with pytest.raises(UnreadableFile, match=said):
            read_pdf(path)
    path.write_bytes(b"")
    with pytest.raises(EmptyFile):
        read_pdf(path)


def test_too_many_pages(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    draw(path, [says("一、申请条件。")] * 3)
    with pytest.raises(TooLarge, match="3 页"):
        read_pdf(path)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["申请人应当", "在职"], "申请人应当在职"),
        (["apply in", "person"], "apply in person"),
        (["见 https://example.org/a", "b/c"], "见 https://example.org/ab/c"),
        (["费用100", "元"], "费用100元"),
        ([], ""),
    ],
)
def test_join_lines(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined
