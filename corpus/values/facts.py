"""Typed values as a notice states them, each with its exact place.

Amounts follow GB/T 15835 (numerals in publications) as far as notices do. Text is folded to half width one
character to one, so offsets are those of the stored text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import patterns as re
from corpus.notice import Cell, Clause, ClauseKind, Fact, FactKind, Notice, Span, collapse
from corpus.once import once_per_notice
from corpus.values.numerals import CN_NUM, NUM, number
from corpus.values.periods import find_date, fold
from corpus.values.ranges import join_ranges, range_value

__all__ = ["extract_facts", "facts_in", "number", "stated_in"]

_UNITS = (
    "周岁|岁|个工作日|工作日|个学时|学时|课时|个月|小时|分钟|平方米|平米|㎡|亩|公顷|公里|人次|名|人|家|项|件|份|篇|"
    "张|本|册|门|字|分|次|倍|个百分点|百分点|批次|批|户|所(?![列示述载附指称规])|种|类|套|间|章|条|期|年(?!度)|周|日|天|时"
)

_OFFICE = "[院局所站科室办处校园厅会队社部心司委馆联]"  # the last character of what an office is called
_WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"
_PLACE = r"(?:(?![为在址到至])[\u4e00-\u9fff])"  # a character of a place's name, not of the words before it


def _pattern(expression: str) -> re.Pattern[str]:
    """Compiled, with blanks in it bounded: a form may hold hundreds in a row."""
    return re.compile(expression.replace(r"\s*", r"\s{0,6}"))


_PATTERNS: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    (FactKind.URL, _pattern(r"(?i:https?://|www\.)[A-Za-z0-9._~:/?#\[\]@!$&'*+;=%-]+[A-Za-z0-9/#=]")),
    (
        FactKind.EMAIL,
        _pattern(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    ),
    (
        FactKind.PHONE,
        _pattern(
            r"(?<![\d.A-Za-z])(?:\(0\d{1,3}\)\s?\d{6,8}|0\d{2,3}[-–]{1,2}\s?(?:\d{7,8}|\d{4}\s\d{4}|[19]\d{4}(?:[-–]\d{1,2}){0,3})"
            r"|(?:(?<=电话)|(?<=电话:)|(?<=热线)|(?<=热线:)|(?<=专线)|(?<=专线:)|(?<=拨打)|(?<=拨))"
            r"(?:[19]\d{4}(?:-\d{1,2}){0,3}|[2-9]\d{6})(?!\d)"
            # of seven digits behind whom or what it is for: …卫生院:2345678, 报修,2345678, 问某中心2345678
            r"|(?:(?<=[\u4e00-\u9fff)”]:)(?<![号码户数额量计]:)|(?<=[\u4e00-\u9fff],)|(?<=[问打找询])"
            rf"|(?<={_OFFICE})|(?<={_OFFICE} ))"
            r"[2-9]\d{6}(?![\d.]|\s*[元%年月日人名家项件套倍次万亿])"
            r"|(?:(?<=[区县镇乡])|(?<=[区县镇乡] ))[2-9]\d{6}(?=[,;。、(]|$)"
            r"|[48]00(?:-\d{3,4}-?\d{3,4}|\d{7})|1[3-9]\d{9}|[2-9]\d{7}"
            r"|(?:(?<=[\u4e00-\u9fff):|])|(?<=[\u4e00-\u9fff):|]\s))[2-9]\d{3} \d{3,4}"
            r"(?! ?(?:[元%年月日人名家项件套倍次]|平方|\d)))"
            r"(?:\s*\(?转\s*\d{1,5}\)?)?(?![\d.A-Za-z])"
        ),
    ),
    (
        FactKind.MONEY,
        _pattern(
            rf"(?:[¥￥]\s*{NUM}(?:\s*元)?|(?:{NUM}|{CN_NUM})\s*(?:余|多)?\s*(?:亿|万|千|百)?\s*(?:余|多)?\s*(?:元|美元|港元|欧元|块钱)(?![素旦]))"
        ),
    ),
    (
        FactKind.DATE,
        _pattern(
            r"(?:\d{2,4}\s*年\s*)?\d{1,2}\s*月\s*(?:\d{1,2}\s*[日号]|底|末|初|中旬|上旬|下旬)(?:\s*(?:之前|以前|前))?"
            r"|[〇○零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?(?!度)"
            r"|\d{3,4}[./-]\d{1,2}[./-]\d{1,2}|每?月底前?|\d{4}\s*年\s*\d{1,2}\s*月|(?<!\d)\d{1,2}\s*月底?前?(?![\d份])"
            r"|(?<!\d)(?:19|20)\d{2}\s*年(?:[底末初](?:之?前)?|前)?(?!度|以[前上内]|内)"
        ),
    ),
    (
        FactKind.ADDRESS,
        _pattern(
            rf"(?:{_PLACE}{{2,6}}[省市])?(?:{_PLACE}{{1,6}}[市区县镇])?{_PLACE}{{1,8}}(?:路|街|大道|巷|弄)[东南西北中]?\d{{1,5}}\s*号(?:之\d{{1,2}})?"
            r"(?:[\u4e00-\u9fffA-Za-z]{0,16}?\d{0,4}[A-Za-z]?\s*(?:号楼|号院|号房|楼|层|室|房|座|栋|幢|单元)){0,4}(?:\d{2,4}(?![\dA-Za-z、号]))?"
        ),
    ),
    (
        FactKind.PERIOD,
        _pattern(
            r"\d{1,2}[:：]\d{2}\s*[-—–~至]\s*\d{1,2}[:：]\d{2}"
            rf"|{_WEEKDAY}\s*[至到-]\s*(?:{_WEEKDAY}|[一二三四五六日天])|每个?{_WEEKDAY}"
            r"|每个?月的?\s*\d{1,2}\s*号|工作日(?=[上下])"
            rf"|(?:{NUM}|{CN_NUM}|(?<![上下])半)\s*(?:个)?(?:工作日|自然日|月|年|周(?!岁)|天|日|小时)(?:内|以内|后|前|以上|以下)?(?![份度级底岁])"
            rf"|{NUM}\s*\((?:工作日|自然日|日|天|小时|个月|月|年)\)"
        ),
    ),
    (
        FactKind.QUANTITY,
        _pattern(
            rf"(?:百分之{CN_NUM}|{NUM}\s*%|(?:(?<!\d[时点:])(?<!\d){NUM}|{CN_NUM})\s*(?:多|余|几)?\s*(?:亿|万)?(?:多|余)?\s*(?:{_UNITS})(?![级底月]))"
        ),
    ),
)


def facts_in(text: str, clause: int = 0, start: int = 0) -> Iterator[Fact]:
    """Typed values in `text`, left to right, none overlapping; `start` is added to offsets.

    A range is one value: `3至5个工作日` is `3-5`.
    """
    folded = fold(text).replace("\t", "|")  # no value runs from one table cell into the next
    taken = bytearray(len(text))
    found: list[Fact] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            span = Span(match.start(), match.end())
            while span.end > span.start and text[span.end - 1].isspace():
                span = Span(span.start, span.end - 1)
            if len(span) == 0 or any(taken[span.start : span.end]):
                continue
            taken[span.start : span.end] = b"x" * len(span)
            printed = collapse(text[span.start : span.end])
            value, unit = _canonical(kind, fold(printed))
            found.append(Fact(kind, value, unit, printed, span, clause))
    for fact in join_ranges(sorted(found, key=lambda f: f.span), text):
        yield replace(fact, span=Span(fact.span.start + start, fact.span.end + start))


@once_per_notice
def stated_in(notice: Notice) -> dict[int, list[Fact]]:
    """The values of a notice by the clause that states them, in their order."""
    stated: dict[int, list[Fact]] = {}
    for fact in notice.facts:
        stated.setdefault(fact.clause, []).append(fact)
    return stated


def extract_facts(text: str, clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """All typed values of a notice, in reading order; table cells with a unit in the header too."""
    found: list[Fact] = []
    for index, clause in enumerate(clauses):
        in_money = clause.kind is ClauseKind.ROW and _in_money(text, clauses, clause.parent)
        own = list(_row_facts(text, clause, index, in_money)) if clause.kind is ClauseKind.ROW else []
        amounts = [f.span for f in own]
        for span in clause.spans:
            for fact in facts_in(text[span.start : span.end], index, span.start):
                if not any(fact.span.start < a.end and a.start < fact.span.end for a in amounts):
                    own.append(fact)
        found.extend(sorted(own, key=lambda f: f.span))
    return tuple(found)


_HEADER_MONEY = re.compile(r"元(?:/[^）)]{1,8})?[）)]|单位[：:].{0,2}元|[费价金]（?元?）?$|金额|收费|标准")


_HEADER_PHONE = re.compile(r"电话|热线|联系方式")
_LOCAL = re.compile(r"[2-9]\d{6}")
_TOTAL = re.compile(r"合计|总计|小计|总额|共计")


_UNIT_MONEY = re.compile(r"单位[:：]\s*(?:人民币)?[万亿]?元")
_LINES_ABOVE = 3  # so many lines above a table may give its unit
_NO_AMOUNT = re.compile(
    r"序号|编号|代码|编码|电话|日期|年份|年龄|人数|名额|数量|套数|件数|学时|课时|面积|[%％]|比例|[（(](?!元|万元|单位)"
)


def _in_money(text: str, clauses: tuple[Clause, ...], table: int) -> bool:
    """Whether a table's caption, what it stands under or a line near above says that its figures are money:
    单位：元."""
    above = range(max(0, table - _LINES_ABOVE), table)
    near = [i for i in above if clauses[i].kind is ClauseKind.PARAGRAPH or i == clauses[table].parent]
    spans = [s for i in (table, *near) for s in clauses[i].spans]
    return any(_UNIT_MONEY.search(text, s.start, s.end) for s in spans)


def _row_facts(text: str, clause: Clause, index: int, in_money: bool) -> Iterator[Fact]:
    """What single cells say: amounts without a unit, and values in a cell that runs over two lines."""
    yield from _cell_facts(clause, index, in_money)
    for cell in clause.cells:
        if _HEADER_PHONE.search(cell.header) and _LOCAL.fullmatch(cell.text.strip()):
            yield Fact(FactKind.PHONE, cell.text.strip(), "", cell.text, cell.span, index)
        if not cell.inherited and "\n" in text[cell.span.start : cell.span.end]:
            yield from _wrapped_facts(text, cell, index)


def _wrapped_facts(text: str, cell: Cell, index: int) -> Iterator[Fact]:
    """What a cell says with the break of its line taken out."""
    kept = [
        cell.span.start + at
        for piece in re.finditer(r"[^\t\n]+", text[cell.span.start : cell.span.end])
        for at in range(*piece.span())
    ]
    for fact in facts_in("".join(text[at] for at in kept), index):
        span = Span(kept[fact.span.start], kept[fact.span.end - 1] + 1)
        yield replace(fact, span=span, text=collapse(text[span.start : span.end]))


def _cell_facts(clause: Clause, index: int, in_money: bool) -> Iterator[Fact]:
    """Plain numbers whose column or table says that they are money; a total beside them is money too."""
    money = [
        c
        for c in clause.cells
        if _HEADER_MONEY.search(c.header) or (in_money and not _NO_AMOUNT.search(c.header))
    ]
    if len(clause.cells) > 1 and not money and _HEADER_MONEY.search(clause.cells[0].text):
        # columns and rows have changed places
        money = [c for c in clause.cells[1:] if not _NO_AMOUNT.search(c.header)]
    for cell in clause.cells:
        plain = cell.text.replace(",", "")
        counted = cell in money or (bool(money) and _TOTAL.search(cell.header) is not None)
        value = plain if re.fullmatch(r"\d+(?:\.\d+)?", plain) else range_value(plain)
        if counted and value:
            yield Fact(FactKind.MONEY, value, "元", cell.text, cell.span, index)


def _canonical(kind: FactKind, text: str) -> tuple[str, str]:
    if kind is FactKind.DATE:
        day = find_date(text)
        return (day.isoformat() if day else text.replace(" ", "")), ""
    if kind not in (FactKind.MONEY, FactKind.QUANTITY, FactKind.PERIOD):
        return text, ""
    if text.startswith("百分之"):
        text = text.removeprefix("百分之") + "%"
    match = re.fullmatch(rf"({NUM}|{CN_NUM})\s*([余多]?\s*[亿万千百]?)\s*[余多]?(.*)", text.lstrip("¥￥ "))
    if match is None or ":" in text or match.group(3).startswith("至"):
        return text, ""
    value = number(match.group(1) + match.group(2))
    unit = re.sub(r"^\((.*)\)$", r"\1", match.group(3).strip()) or "元"
    return (format(value.normalize(), "f") if value is not None else text), unit
