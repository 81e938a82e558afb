"""Amounts worked out from those of a notice: several rows added up, a rate times a number of units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.columns import value_cells
from bot.figures.compose import add_row
from bot.figures.draft import Draft
from bot.figures.parts import parts_of
from bot.figures.rows import RowMatch, look_up
from bot.figures.unit_counts import NUMERAL, units_told
from bot.finding.cells import is_total, is_value, unit_of
from bot.finding.evidence import Evidence
from bot.speech.named_times import heads_put_together
from bot.speech.naming import levelled, measure
from corpus import patterns as re
from corpus.notice import Fact, FactKind, Notice
from corpus.values.facts import number
from index.normal import search_key

__all__ = ["add_product", "add_sum", "rows_of_parts"]

_TOGETHER = re.compile(r"一共|总共|合计|共计|总计|加起来|加一起|一起|总额|总费用|共(?:要|需|多少|交)")
_COUNT = re.compile(r"(\d{1,4}|[一二两三四五六七八九十]{1,3})(?:个|名|位|人)")
_LEVEL = re.compile(r"[一二三四五]级")
_FIGURE = re.compile(r"[\d,]+(?:\.\d+)?")


def add_sum(draft: Draft, question: Question, notice: Notice, rows: Sequence[RowMatch]) -> bool:
    """What several rows named side by side come to, each times its own number of persons."""
    if not _TOGETHER.search(question.text):
        return False
    counted = _counted(question, rows)
    amounts = [_amount(question, row) for row, _ in counted]
    if len(counted) < 2 or None in amounts:
        return False
    unit = _unit(question, counted[0][0])
    pairs = [(a, n) for a, (_, n) in zip(amounts, counted, strict=True) if a is not None]
    total = sum((a * n for a, n in pairs), Decimal(0))
    shown = "+".join(f"{_plain(a)}×{n}" if n > 1 else _plain(a) for a, n in pairs)
    if not draft.add(f"共{_plain(total)}{unit}（按原文数字计算：{shown}={_plain(total)}）。"):
        return False
    single = Question(question.typed, question.text, question.intent, wants=question.wants)
    for row, _ in counted:
        add_row(draft, single, notice, row)
    return True


def rows_of_parts(question: Question, notice: Notice, table: int) -> list[RowMatch]:
    """The rows that the parts of a question (甲四级和乙三级) name one each; none where one is left open."""
    found: list[RowMatch] = []
    for part in parts_of(levelled(search_key(question.text))):
        rows = look_up(replace(question, text=part, context=""), notice, table)
        if len(rows) > 1:
            return []
        found += [r for r in rows if all(r.clause != f.clause for f in found)]
    return found if len(found) > 1 else []


def _counted(question: Question, rows: Sequence[RowMatch]) -> list[tuple[RowMatch, int]]:
    """The rows that the parts of a question name one by one, with the number of persons beside each."""
    telling = [_own_texts(row, rows) for row in rows]
    found: list[tuple[RowMatch, int]] = []
    before = ""
    for part in parts_of(levelled(heads_put_together(search_key(question.text)))):
        fits = [_fit(own, part) for own in telling]
        if not any(fits) and before:  # 甲四级三个人，三级一个人: of 甲 as well
            fits = [_fit(own, f"{_LEVEL.sub('', before)}{part}") for own in telling]
        before = part
        best = max(fits, default=0.0)
        named = [r for r, fit in zip(rows, fits, strict=True) if fit == best > 0]
        if len(named) == 1 and all(r is not named[0] for r, _ in found):
            count = _COUNT.search(part)
            persons = number(count[1]) if count else None
            found.append((named[0], int(persons) if persons else 1))
    return found


def _fit(own: Sequence[str], part: str) -> float:
    """How fully a part of a question says all that tells a row from the others; 0 where it lacks any."""
    said = [measure(text, part) for text in own]
    return sum(said) / len(said) if said and min(said) > 0 else 0.0


def _own_texts(row: RowMatch, rows: Sequence[RowMatch]) -> list[str]:
    """What names a row among the others: its keys that some of them lack."""
    others = [{search_key(c.text) for c in r.cells} for r in rows if r is not row]
    names = [search_key(c.text) for c in row.cells if not is_value(c)]
    return [levelled(n) for n in names if any(n not in o for o in others)]


def _amount(question: Question, row: RowMatch) -> Decimal | None:
    """The one figure of a row that is asked about."""
    cells = [c for c in value_cells(question, row) if is_value(c) and _FIGURE.search(c.text)]
    cells = [c for c in cells if is_total(c)] or cells
    figure = _FIGURE.search(cells[0].text) if len(cells) == 1 else None
    return Decimal(figure[0].replace(",", "")) if figure else None


def _unit(question: Question, row: RowMatch) -> str:
    stated = next((unit_of(c) for c in value_cells(question, row) if unit_of(c)), "")
    return stated or ("元" if question.intent is Intent.FEE else "")


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


_RATE = re.compile(
    r"每(?:人|生|户|家)?每?(?P<unit>学年|学期|学时|课时|年|月|科|门|人|次|天|日|份|张|篇|平方米|季度|小时)"
    r"[^，。；、\d]{0,8}?$"
)
_OVER = re.compile(
    r"元?\s*[/／]\s*(?:人\s*[·•/]?\s*)?(?P<unit>学年|学期|学时|年|月|科|门|次|天|份|平方米|人|位|户|队|组|件|套|间)"
)


def add_product(draft: Draft, question: Question, evidence: Evidence) -> bool:
    """A rate times the units asked about or stated beside it (共两科), shown as computed."""
    span = evidence.passage.span
    amounts = [f for f in evidence.facts if f.kind is FactKind.MONEY and span.covers(f.span)]
    if question.intent is not Intent.FEE and "money" not in question.wants:
        return False
    rates = [r for f in amounts if (r := _rate(evidence, f)) is not None]
    asked = search_key(question.text)
    counted = [(each, unit, units_told(asked, unit)) for each, unit, _ in rates]
    counted += [(each, unit, stated) for each, unit, stated in rates]
    for each, unit, count in counted:
        if count is not None and count > 1:
            total, times = _plain(each * count), _plain(count)
            return draft.add(
                f"{_spoken(count, unit)}共{total}元（按原文数字计算：{_plain(each)}元×{times}）。"
            )
    return False


def _rate(evidence: Evidence, fact: Fact) -> tuple[Decimal, str, Decimal | None] | None:
    """An amount for each unit: 每科35元, 900元/月; with the units the sentence counts (共两科)."""
    text, span, each = evidence.notice.text, evidence.passage.span, number(fact.value)
    before = search_key(text[max(span.start, fact.span.start - 16) : fact.span.start])
    after = search_key(text[fact.span.end : min(span.end, fact.span.end + 10)])
    rate = _RATE.search(before) or _OVER.match(after)
    return (each, rate["unit"], _units_beside(after, rate["unit"])) if rate and each is not None else None


def _spoken(count: Decimal, unit: str) -> str:
    return f"{_plain(count)}个月" if unit == "月" else f"{_plain(count)}{unit}"


def _units_beside(after: str, unit: str) -> Decimal | None:
    """How many units the sentence itself counts: 每科45元，共两科."""
    stated = re.match(rf"[,，]?共{NUMERAL}{unit}", after)
    return number(stated["n"]) if stated else None
