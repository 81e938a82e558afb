"""Title, issuer, day and number of a notice, read from its text where no metadata gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus import patterns as re
from corpus.notice import collapse
from corpus.tree.lines import Line, find_furniture
from corpus.values.numbering import read_marker
from corpus.values.periods import find_date

__all__ = ["Masthead", "names_notice", "read_masthead"]

_GENRE = re.compile(
    r"(通知|公告|通告|简章|指南|办法|细则|规定|简报|报告|方案|告知单|须知|说明|问答|意见|章程|宣讲会|规程|\d+问|時程|时程|日程|通报|公报|公示|启事|条例|汇编|决定|批复|指引|告知书)"
    r"(?:[（(].{1,20}[）)])?$"
)
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）()、]{2,40}"
    r"(?:局|厅|委|委员会|会|中心|公司|学院|大学|学校|办公室|政府|研究所|研究院|集团|协会|学会|部|院|处|馆|银行)"
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,12}[〔【\[(（]\d{4}[〕】\])）]\s*第?\s*\d{1,5}\s*号|\d{4}年\s*第\d+期"
)
_PUBLISHED = re.compile(r"(?:发布|更新|成文|印发)(?:时间|日期)\s*[:：]")
_MONTH = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月(?!\s*\d{1,2}\s*日)")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the text says of itself; empty where it says nothing."""

    title: str
    issuer: str
    issued: date | None
    issued_text: str
    document_number: str


def names_notice(line: str) -> bool:
    """Whether a line names a notice by its last word: 申请须知, 招聘公告."""
    return _GENRE.search(line) is not None


def read_masthead(lines: Sequence[Line]) -> Masthead:
    """Read the head and the signature of a notice."""
    furniture = find_furniture(lines)
    full = [x for x in lines if not x.blank and x.number not in furniture and "\t" not in x.content]
    head = _head(full)
    title = _title(head, full)
    issuer, day = _signature(full)
    return Masthead(
        title=title,
        issuer=issuer or _leading_organisation(head),
        issued=day or _published(full),
        issued_text=_month(head),
        document_number=_number(head, title),
    )


def _head(full: Sequence[Line]) -> list[Line]:
    """The lines before the first numbered clause, twenty at most."""
    head: list[Line] = []
    for line in full[:20]:
        if read_marker(line.content) and not _GENRE.search(line.content):
            break
        head.append(line)
    return head


def _title(head: Sequence[Line], full: Sequence[Line]) -> str:
    for position, line in enumerate(head):
        if len(line.content) > 90 or line.content[-1] in "。；，":
            continue
        joined = line.content
        start = position
        if _GENRE.search(joined):
            while start > 0 and _wraps(head[start - 1], head[start]):
                start -= 1
                joined = head[start].content + joined
            return collapse(re.sub(r"^[#\s■【\[]+|[\]】|\s]+$", "", joined))
    short = [x.content for x in (head or full) if len(x.content) <= 60]
    named = (
        x for x in short if not _ORGANISATION.fullmatch(re.sub(r"\s", "", x))
    )  # who issues it names nothing
    return collapse(next(named, short[0] if short else "").lstrip("# "))


def _wraps(above: Line, below: Line) -> bool:
    """Whether a title runs over from the line directly above."""
    return (
        above.number + 1 == below.number and len(above.content) >= 12 and above.content[-1] not in "：:。；"
    )


def _signature(full: Sequence[Line]) -> tuple[str, date | None]:
    """The last organisation that stands alone above a day that stands alone."""
    for position in range(len(full) - 1, 0, -1):
        line = full[position]
        day = find_date(line.content)
        if day is None or len(re.sub(r"[\d年月日〇零一二三四五六七八九十\s.\-/]", "", line.content)) > 0:
            continue
        above = full[position - 1].content
        if _ORGANISATION.fullmatch(above):
            return collapse(above), day
    for line in full[:10]:
        both = re.fullmatch(rf"({_ORGANISATION.pattern})\s+(\d{{4}}年.*日)", line.content)
        if both:
            return collapse(both.group(1)), find_date(both.group(2))
    return "", None


def _leading_organisation(head: Sequence[Line]) -> str:
    for line in head:
        if _ORGANISATION.fullmatch(line.content.replace(" ", "")) and len(line.content) >= 4:
            return collapse(line.content)
    for line in head:
        lead = re.match(
            r"[\u4e00-\u9fff]{3,25}?(?:局|厅|委员会|公司|大学|学院|中心|协会|研究所)(?=关于|窗口|\s|20)",
            line.content,
        )
        if lead:
            return lead.group(0)
    return ""


_DAY_FIRST = re.compile(r"\d{4}[年.-]\s*\d{1,2}[月.-]\s*\d{1,2}日?")
_SAYS_WHEN = re.compile(r"[，。；至到起止前后~～—]")  # 9月1日至10日报名，逾期不再受理: no day of issue


def _published(full: Sequence[Line]) -> date | None:
    for line in full[:60]:
        if _PUBLISHED.search(line.content):
            return find_date(line.content)
    alone = (
        find_date(x.content)
        for x in full[:15]
        if (led := _DAY_FIRST.match(x.content)) and not _SAYS_WHEN.search(x.content, led.end())
    )
    return next((d for d in alone if d), None)


def _month(head: Sequence[Line]) -> str:
    for line in head:
        match = _MONTH.fullmatch(line.content)
        if match:
            return f"{match.group(1)}-{int(match.group(2)):02d}"
    return ""


def _number(head: Sequence[Line], title: str) -> str:
    for text in (title, *(x.content for x in head if len(x.content) <= 40)):
        match = _NUMBER.search(text)
        if match and "根据" not in text:
            return collapse(match.group(0))
    return ""
