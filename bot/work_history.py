"""How long a person says they have worked, from when, and since which certificate."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from corpus.facts import number

__all__ = ["NUMERAL", "SPAN", "day_in", "months_of", "work_of"]

NUMERAL = r"(?<![\d.])(\d{1,2}(?:\.\d+)?|[一二两三四五六七八九十]{1,3}|半)"
_YEAR = r"年(?!\s*\d{1,2}\s*月(?!个)|毕业|入职|参加)"
SPAN = rf"{NUMERAL}\s*个?(年半|年多|{_YEAR}|个?月|载)(?:零?{NUMERAL}\s*个月)?"
_WORKING = r"进|干|工作|从事|做|上班|开发|写|打工|经验|从业|入行|工龄|当|搞|经历|累计|入职|在职"
_DAY = r"((?:19|20)?\d{2})\s*年(?:\s*(\d{1,2})\s*月)?"
_STARTED = r"参加工作|入职|入行|开始|毕业|上班|进厂|就业|从事"


_NEVER = re.compile(r"没上过班|没工作过|没有?工作(?:经验|经历)|从没工作|还没工作|刚毕业(?!到|进|入)")
_OTHER_SPAN = re.compile(r"^(?:才|后|内|以后)?(?:毕业|退休|满|才行|到期|之内|一次)")
_QUOTED_RULE = re.compile(r"才行|才能报|要满|须满|按.{0,6}满|是不是.{0,6}再")
_ABSENT = re.compile(r"病假|待岗|待业|脱产|停薪|失业|空窗|产假|歇(?:过|了)")
_YEARS = re.compile(r"20\d{2}\s*年?\s*(?:到|至|-)\s*20\d{2}")


def work_of(text: str, as_of: date, reckoned: date) -> tuple[Decimal | None, dict[str, Decimal]]:
    """Months worked in all (None where nothing is said), and months since `certificate` or `title`.

    Spans are added up where the person names separate years for each; else the longest counts.
    """
    if _NEVER.search(text):
        return Decimal(0), {}
    plain, after, away = _spans(text)
    since = _started(text, as_of)
    if since is not None:
        plain.append(_between(since, reckoned))
    if plain:
        apart = len(_YEARS.findall(text)) >= 2 and len(plain) >= 2
        return (sum(plain, Decimal(0)) if apart else max(plain)) - away, after
    return (max(after.values()) if after else None), after


def _spans(text: str) -> tuple[list[Decimal], dict[str, Decimal], Decimal]:
    """Months of each span of work, months after a certificate or title, and months away from work."""
    after: dict[str, Decimal] = {}
    plain: list[Decimal] = []
    away = Decimal(0)
    for match in re.finditer(SPAN, text):
        if match[2] == "月" and "个" not in match.group() and re.search(r"年\s*$", text[: match.start()]):
            continue  # a month of the calendar: 2026年3月
        months = months_of(match)
        before, behind = _clause_around(text, match.start(), match.end())
        anchor = _anchor_of(before, behind) or _anchor_of_story(text[: match.start()], before)
        if re.match(r"\s*个?月?前", text[match.end() :]) and anchor:
            after[anchor] = months
        elif re.search(r"社保|保险|参保", before) or _OTHER_SPAN.search(behind):
            continue
        elif _ABSENT.search(before + behind):
            away += months
        elif anchor:
            after[anchor] = max(months, after.get(anchor, Decimal(0)))
        elif re.search(_WORKING, before + behind) and not _QUOTED_RULE.search(before + behind):
            plain.append(_short_of(months, before, text[match.end() :]))
    return plain, after, away


def _short_of(months: Decimal, before: str, rest: str) -> Decimal:
    """快五年, 差三个月五年: less than what is named."""
    lacking = re.match(rf"[^。；]{{0,4}}，?还?差\s*{NUMERAL}\s*个?月", rest) or re.search(
        rf"差\s*{NUMERAL}\s*个?月(?:就|满|到|够)?$", before
    )
    if lacking:
        return months - (number(lacking[1]) or Decimal(1))
    return months - 1 if re.search(r"快|将近|接近|不到|不足|不满|没满$", before[-4:]) else months


def _clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    left = max(text.rfind(mark, 0, start) for mark in "，。；,;、") + 1
    stops = [p for mark in "，。；,;、" if (p := text.find(mark, end)) >= 0]
    return text[left:start], text[end : min(stops, default=len(text))]


def months_of(match: re.Match[str]) -> Decimal:
    count = Decimal("0.5") if match[1] == "半" else (number(match[1]) or Decimal(0))
    months = count * 12 if match[2][0] in "年载" else count
    if match[2] == "年半":
        months += 6
    if match[3]:
        months += number(match[3]) or 0
    return months


def _anchor_of(before: str, behind: str) -> str:
    if re.search(r"(?:取证|拿证|拿到证|证书?)(?:取得|拿到|下来)?(?:之|以)?后", before) or re.search(
        r"级证.{0,4}后", before
    ):
        return "certificate"
    if re.search(r"(?:评上|职称|取得职称|助理工程师|工程师).{0,6}(?:之|以)?后|评上", before) or re.search(
        r"前评", behind
    ):
        return "title"
    return ""


def _anchor_of_story(told: str, before: str) -> str:
    """有四级证，之后工作满四年: counted from the paper spoken of in the clause before."""
    if not re.match(r"\s*(?:之后|后来|此后|然后|随后)", before):
        return ""
    earlier = told[: len(told) - len(before)].rstrip("，、 ")[-14:]
    if re.search(r"证书?$|级证", earlier):
        return "certificate"
    return "title" if re.search(r"职称|工程师|助工", earlier) else ""


def _started(text: str, as_of: date) -> date | None:
    """The earliest day from which the person says they have worked."""
    days = []
    for match in re.finditer(_DAY, text):
        _, behind = _clause_around(text, match.start(), match.end())
        if re.search(_STARTED, behind[:14]) and not re.search(
            r"到期|报|考|评|申|入读|取得|拿|生", behind[:3]
        ):
            day = day_in(match.group(), as_of)
            if day:
                days.append(day)
    return min(days, default=None)


def _between(start: date, end: date) -> Decimal:
    """Whole months from the month of `start` to the end of the month of `end`."""
    return Decimal(
        max(0, (end.year - start.year) * 12 + end.month - start.month + (1 if end.day >= 28 else 0))
    )


def day_in(part: str, as_of: date) -> date | None:
    match = re.search(_DAY, part)
    if match:
        year = int(match[1]) if len(match[1]) == 4 else (2000 if int(match[1]) < 50 else 1900) + int(match[1])
        return date(year, min(12, max(1, int(match[2] or 7))), 1)
    relative = re.search(r"(今年|去年|前年)(?:(\d{1,2})月)?", part)
    if relative:
        year = as_of.year - ("今去前".index(relative[1][0]))
        return date(year, int(relative[2] or 7), 1)
    ago = re.search(rf"{NUMERAL}\s*个月前", part)
    if ago:
        months = int(number(ago[1]) or 0)
        total = as_of.year * 12 + as_of.month - 1 - months
        return date(total // 12, total % 12 + 1, 1)
    return None
