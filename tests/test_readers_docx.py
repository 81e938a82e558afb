"""Word documents: automatic numbering, merged cells, notes, revisions, and files that are none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from corpus.errors import EmptyFile, TooLarge, UnreadableFile
from corpus.readers import docx as reader
from corpus.readers.docx import read_docx
from corpus.reading import read_file

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def level(index: int, kind: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


class Word:
    """A Word document in the making; definitions and instances are numbered from 100."""

    def __init__(self) -> None:
        self.document: Any = docx.Document()
        self.numbering: Any = self.document.part.numbering_part.element
        self.count = 99

    def define(self, *levels: str, extra: str = "") -> int:
        self.count += 1
        xml = f'<w:abstractNum {NS} w:abstractNumId="{self.count}">{extra}{"".join(levels)}</w:abstractNum>'
        self.numbering.insert(0, parse_xml(xml))
        return self.use(self.count, self.count)

    def use(self, abstract: int, number: int, overrides: str = "") -> int:
        xml = f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        self.numbering.append(parse_xml(xml))
        return number

    def add(self, text: str, number: int | None = None, depth: int = 0, style: str | None = None) -> Any:
        paragraph = self.document.add_paragraph(text, style=style)
        if number is not None:
            paragraph._p.get_or_add_pPr().append(numbered(number, depth))
        return paragraph

    def style(self, name: str, based_on: str | None = None, numbering: str = "") -> None:
        style = self.document.styles.add_style(name, 1)
        style.base_style = self.document.styles[based_on] if based_on else None
        if numbering:
            style.element.get_or_add_pPr().append(parse_xml(f"<w:numPr {NS}>{numbering}</w:numPr>"))

    def raw(self, xml: str) -> None:
        self.document.element.body.insert(-1, parse_xml(xml.replace(">", f" {NS}>", 1)))

    def lines(self, path: Path) -> list[str]:
        self.document.save(str(path))
        return [line for line in read_docx(path).text.split("\n") if line]


def numbered(number: int, depth: int) -> Any:
    return parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.fixture
def word() -> Word:
    return Word()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notice.docx"


@pytest.mark.parametrize(
    ("kind", "text", "first", "second", "twelfth"),
    [
        ("decimal", "%1．", "1．", "2．", "12．"),
        ("decimalZero", "%1、", "01、", "02、", "12、"),
        ("decimalFullWidth", "%1、", "１、", "２、", "１２、"),
        ("chineseCounting", "%1、", "一、", "二、", "十二、"),
        ("chineseCountingThousand", "（%1）", "（一）", "（二）", "（十二）"),
        ("japaneseCounting", "第%1条", "第一条 ", "第二条 ", "第十二条 "),
        ("taiwaneseCountingThousand", "%1、", "一、", "二、", "十二、"),
        ("ideographDigital", "%1、", "一、", "二、", "一二、"),
        ("ideographTraditional", "%1、", "甲、", "乙、", "12、"),
        ("decimalEnclosedCircle", "%1", "①", "②", "⑫"),
        ("decimalEnclosedCircleChinese", "%1", "①", "②", "⑫"),
        ("decimalEnclosedParen", "%1", "（1）", "（2）", "（12）"),
        ("upperLetter", "%1.", "A. ", "B. ", "L. "),
        ("lowerLetter", "%1)", "a) ", "b) ", "l) "),
        ("upperRoman", "%1.", "I. ", "II. ", "XII. "),
        ("lowerRoman", "%1.", "i. ", "ii. ", "xii. "),
        ("bullet", "\uf0b7", "•", "•", "•"),
        ("none", "", "", "", ""),
        ("none", "附件：", "附件：", "附件：", "附件："),
        ("unheardOf", "%1、", "1、", "2、", "12、"),
    ],
)
def test_number_formats(
    word: Word, path: Path, kind: str, text: str, first: str, second: str, twelfth: str
) -> None:
    number = word.define(level(0, kind, text))
    for _ in range(12):
        word.add("条款", number)
    lines = word.lines(path)
    assert [lines[0], lines[1], lines[11]] == [first + "条款", second + "条款", twelfth + "条款"]


def test_levels_restart_below_what_advances(word: Word, path: Path) -> None:
    number = word.define(
        level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2．"), level(2, "decimal", "%2.%3")
    )
    for depth in (0, 1, 1, 2, 2, 1, 2, 0, 1, 2):
        word.add("甲", number, depth)
    marks = ["一、", "1．", "2．", "2.1 ", "2.2 ", "3．", "3.1 ", "二、", "1．", "1.1 "]
    assert word.lines(path) == [m + "甲" for m in marks]


def test_upper_levels_show_in_their_own_format_or_in_digits(word: Word, path: Path) -> None:
    number = word.define(
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1-%2"),
        level(2, "decimal", "%1.%2.%3", extra="<w:isLgl/>"),
    )
    for depth in (0, 0, 1, 2):
        word.add("甲", number, depth)
    assert word.lines(path) == ["第一章 甲", "第二章 甲", "二-1 甲", "2.1.1 甲"]


def test_a_level_used_before_those_above_it(word: Word, path: Path) -> None:
    number = word.define(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    word.add("甲", number, 1)
    word.add("甲", number, 0)
    assert word.lines(path) == ["1.1 甲", "1 甲"]


def test_start_and_restart_rules(word: Word, path: Path) -> None:
    number = word.define(
        level(0, "decimal", "%1．", start=3),
        level(1, "decimal", "（%2）", extra='<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3)", extra='<w:lvlRestart w:val="1"/>'),
    )
    for depth in (0, 1, 2, 1, 2, 0, 1, 2):
        word.add("甲", number, depth)
    marks = ["3．", "（1）", "1) ", "（2）", "2) ", "4．", "（3）", "1) "]
    assert word.lines(path) == [m + "甲" for m in marks]


def test_instances_share_a_list_unless_they_override_its_start(word: Word, path: Path) -> None:
    first = word.define(level(0, "decimal", "%1、"))
    second = word.use(first, 200)
    third = word.use(first, 201, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    fourth = word.use(
        first, 202, f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "（%1）")}</w:lvlOverride>'
    )
    for number in (first, second, third, third, fourth):
        word.add("甲", number)
    assert word.lines(path) == ["1、甲", "2、甲", "1、甲", "2、甲", "（三）甲"]


def test_numbering_through_styles(word: Word, path: Path) -> None:
    number = word.define(
        level(0, "chineseCounting", "%1、", extra='<w:pStyle w:val="ClauseOne"/>'),
        level(1, "chineseCounting", "（%2）", extra='<w:pStyle w:val="ClauseTwo"/>'),
    )
    word.style("ClauseOne", None, f'<w:numId w:val="{number}"/>')
    word.style("ClauseTwo", "ClauseOne", '<w:ilvl w:val="1"/>')
    word.style("Derived", "ClauseTwo")
    word.style("Plain", "ClauseOne", '<w:numId w:val="0"/>')
    word.add("总则", style="ClauseOne")
    word.add("目的", style="ClauseTwo")
    word.add("范围", style="Derived")
    word.add("说明", style="Plain")
    word.add("无号", 0, style="ClauseOne")
    word.add("附则", style="ClauseOne")
    assert word.lines(path) == ["一、总则", "（一）目的", "（二）范围", "说明", "无号", "二、附则"]


def test_a_definition_that_refers_to_a_numbering_style(word: Word, path: Path) -> None:
    real = word.define(level(0, "chineseCounting", "%1、"), extra='<w:styleLink w:val="Outline"/>')
    word.style("Outline", None, f'<w:numId w:val="{real}"/>')
    linked = word.define(extra='<w:numStyleLink w:val="Outline"/>')
    word.add("甲", real)
    word.add("乙", linked)
    assert word.lines(path) == ["一、甲", "二、乙"]


def test_word_fallback_for_custom_formats(word: Word, path: Path) -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    number = word.define(f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{custom}<w:lvlText w:val="%1、"/></w:lvl>')
    word.add("甲", number)
    assert word.lines(path) == ["1、甲"]


@pytest.mark.parametrize("number", [0, 999])
def test_numbers_that_lead_nowhere(word: Word, path: Path, number: int) -> None:
    word.add("甲", number, 8)
    assert word.lines(path) == ["甲"]


def test_numbered_clauses_have_locators(word: Word, path: Path) -> None:
    number = word.define(
        level(0, "chineseCountingThousand", "%1、", "<w:suff w:val='nothing'/>"),
        level(1, "decimal", "%2.", "<w:suff w:val='tab'/>"),
    )
    word.add("关于开展测评工作的通知")
    word.add("申请条件", number)
    word.add("2026年前取得证书的人员可以申请。", number, 1)
    word.add("在职人员可以申请。", number, 1)
    word.document.save(str(path))
    (notice,) = read_file(path)
    assert [c.locator for c in notice.clauses] == ["标题", "一", "一/1", "一/2"]


def test_tables_stand_in_document_order_with_merged_cells_once(word: Word, path: Path) -> None:
    word.add("费用如下：")
    table = word.document.add_table(4, 3)
    for cell, text in (
        ((0, 0), "等级"),
        ((0, 1), "费用"),
        ((1, 1), "理论"),
        ((1, 2), "操作"),
        ((2, 0), "初级"),
    ):
        table.cell(*cell).text = text
    for cell, text in (((2, 1), "1"), ((2, 2), "2\n元"), ((3, 1), "3"), ((3, 2), "4")):
        table.cell(*cell).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    word.add("二、其他")
    assert word.lines(path) == [
        "费用如下：",
        "等级\t费用\t",
        "\t理论\t操作",
        "初级\t1\t2 元",
        "\t3\t4",
        "二、其他",
    ]


def test_numbers_in_cells_and_tables_in_cells(word: Word, path: Path) -> None:
    number = word.define(level(0, "decimal", "%1、"))
    table = word.document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = "等级", "条件", "初级"
    cell = table.cell(1, 1)
    for text in ("年满十八周岁；", "在职。"):
        cell.add_paragraph(text)._p.get_or_add_pPr().append(numbered(number, 0))
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"
    assert word.lines(path) == ["等级\t条件", "初级\t1、年满十八周岁； 2、在职。 甲 乙"]


def test_layout_tables_are_read_as_paragraphs(word: Word, path: Path) -> None:
    table = word.document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "一、总则", "二、附则"
    assert word.lines(path) == ["一、总则", "二、附则"]


def test_breaks_tabs_and_signs(word: Word, path: Path) -> None:
    paragraph = word.add("咨询\t电话：\n地址：\n　　二、其他")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    word.raw(
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>是</w:t><w:noBreakHyphen/>'
        "<w:t>否</w:t></w:r></w:p>"
    )
    assert word.lines(path) == ["咨询 电话：", "地址：", "二、其他", "□是-否"]


def test_revisions_links_and_hidden_text(word: Word, path: Path) -> None:
    word.raw(
        "<w:p><w:r><w:t>费用为</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>200</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>元</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>。</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    word.raw("<w:sdt><w:sdtContent><w:p><w:r><w:t>二、其他</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    word.raw(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert word.lines(path) == ["费用为200元。", "二、其他"]


def test_text_boxes_headers_and_footers_are_left_out(word: Word, path: Path) -> None:
    word.document.sections[0].header.paragraphs[0].text = "页眉"
    word.document.sections[0].footer.paragraphs[0].text = "页脚"
    word.raw(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert word.lines(path) == ["正文"]


def test_footnotes_stand_at_the_end(word: Word, path: Path) -> None:
    notes = (
        f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> 含大专。</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p/></w:footnote></w:footnotes>'
    )
    part = Part(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), word.document.part.package
    )
    word.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    word.raw(
        '<w:p><w:r><w:t>一、具有大学学历</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t>的人员可以申请。</w:t></w:r></w:p>"
    )
    word.add("二、其他")
    assert word.lines(path) == ["一、具有大学学历①的人员可以申请。", "二、其他", "①含大专。"]
    (notice,) = read_file(path)
    assert [c.locator for c in notice.clauses][-1].endswith("脚注①")


def test_title_of_the_document_properties_is_a_last_resort(word: Word, path: Path) -> None:
    word.document.core_properties.title = "测评通知"
    word.add("一、申请条件")
    word.document.save(str(path))
    assert read_docx(path).title == "测评通知"


def test_empty_document(word: Word, path: Path) -> None:
    word.document.save(str(path))
    with pytest.raises(EmptyFile):
        read_docx(path)


def test_truncated_document(word: Word, path: Path) -> None:
    word.add("一、申请条件")
    word.document.save(str(path))
    data = path.read_bytes()
    for share in (0.01, 0.2, 0.5, 0.9, 0.99):
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(UnreadableFile, match="另存为"):
            read_docx(path)


def _zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_damaged_parts(word: Word, path: Path) -> None:
    word.add("一、申请条件")
    stream = io.BytesIO()
    word.document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    for name in ("word/document.xml", "[Content_Types].xml", "_rels/.rels"):
        for data in (None, b"", b"<w:document", b"<a/>"):
            kept = {n: d for n, d in members.items() if n != name} | ({} if data is None else {name: data})
            _zip(path, kept)
            with pytest.raises(UnreadableFile, match=r"另存为|没有文字"):
                read_docx(path)


def test_an_archive_of_something_else(path: Path) -> None:
    _zip(path, {"a.txt": b"x"})
    with pytest.raises(UnreadableFile, match="Word"):
        read_docx(path)


def test_zip_bomb(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_UNPACKED", 1024 * 1024)
    _zip(path, {"word/document.xml": b"0" * (2 * 1024 * 1024)})
    with pytest.raises(TooLarge, match="1 MB"):
        read_docx(path)


def test_old_and_encrypted_documents(path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    path.write_bytes(ole)
    with pytest.raises(UnreadableFile, match="旧版"):
        read_docx(path)
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnreadableFile, match="取消密码"):
        read_docx(path)


def test_damaged_properties_are_no_title(tmp_path: Path) -> None:
    made, path = tmp_path / "whole.docx", tmp_path / "notice.docx"
    word = docx.Document()
    word.add_paragraph("五个工作日内办结。")
    word.save(str(made))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"application/vnd.openxmlformats-package.core-properties+xml", b"application/x"
                )
            new.writestr(name, part)
    assert read_docx(path).title == ""
