"""What a table's cell is: a figure or a name, its column's label and unit."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import patterns as re
from corpus.notice import Cell

__all__ = [
    "SERIAL",
    "full_label",
    "is_blank",
    "is_free",
    "is_total",
    "is_value",
    "label_of",
    "quoted",
    "telling",
    "unit_of",
]

SERIAL = re.compile(r"序号|编号|编码|行号|备案号")
_VALUE = re.compile(r"[¥￥]?\s*[\d,.]+\s*(?:%|元|万元|亿元|家|项|件|人|名)?|/|-|—|[有无是否√✓✔×✗]")
_FREE = re.compile(
    r"(?:全部|一律)?(?:全免|免(?:费|收|交|缴|除)?|不(?:收|交|缴)费?)(?P<what>[\u4e00-\u9fff]{0,4}?)"
)
_TOTAL = re.compile(r"合计|总计|小计|总额|共计")
_UNIT = re.compile(r"[（(](?:单位[：:])?[^（()）]*元(?:/[^（()）]{1,8})?[）)]")  # （单位：万元/年）


def telling(cells: Iterable[Cell], asked: str) -> tuple[Cell, ...]:
    """The cells of a row without its numbers and codes, unless the question asks for one: 职业编码是多少."""
    serial = ((SERIAL.search(c.header), c) for c in cells)
    return tuple(c for mark, c in serial if mark is None or mark[0] in asked)


def label_of(cell: Cell) -> str:
    """A column's own name: the last level of its header, without the unit."""
    leaf = cell.header.split(" ")[-1]
    return _UNIT.sub("", leaf).strip()


def full_label(cell: Cell) -> str:
    """All levels of a column's header, without the unit."""
    return _UNIT.sub("", cell.header).replace(" ", "")


def unit_of(cell: Cell) -> str:
    """The unit that a column's header gives, `""` where there is none or nothing to count."""
    if is_free(cell):
        return ""
    match = re.search(
        r"[（(](?:单位[：:]\s*)?([^（()）]*元(?:/[^（()）]{1,8})?|%|人|家|项|件|学时)[）)]", cell.header
    )
    return match.group(1) if match else ""


def is_total(cell: Cell) -> bool:
    """Whether a column adds up others."""
    return bool(_TOTAL.search(cell.header))


def is_blank(cell: Cell) -> bool:
    """Whether a cell only says that there is nothing: /, —."""
    return re.fullmatch(r"[/／\\\-—－–\s]*", cell.text) is not None


def is_value(cell: Cell) -> bool:
    """Whether a cell holds a figure, or says that none is paid, rather than a name."""
    return bool(_VALUE.fullmatch(cell.text)) or is_free(cell)


def is_free(cell: Cell) -> bool:
    """Whether a cell says in words that nothing is to be paid: 免费, 免学费 below 学费."""
    said = _FREE.fullmatch(cell.text)
    return said is not None and (not said["what"] or said["what"] in cell.header)


def quoted(text: str) -> str:
    """A row of a table without the bars between its cells; anything else as it is."""
    if not text.startswith("|"):
        return text
    return "　".join(cell.strip() for cell in text.split("|") if cell.strip())
