"""What a notice says changes an amount that it states elsewhere, and for whom.

低收入家庭按50%收取, 低保家庭标准上浮50%, 在乡镇工作的，评审费减半收取, 持证的选手报名费减免30元,
每台在上表基础上增加1万元, 未经转诊的，比例降低15个百分点: the amount itself stands in a table or a sentence
before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.values.compact import Compact, compact
from corpus.values.numerals import number

__all__ = ["IN_ORDER", "Change", "changes_of"]

_N = r"(?P<n>\d[\d,]*(?:\.\d+)?)"
_SET = r"(?:标准|上表|上述|原|基数|全额|同等|相应)"
_MORE, _LESS = r"上浮|提高|增加|增发|加发|加收|加补", r"下浮|降低|减收|减免|减少|减征|优惠|核减|少收"
_OPERATORS = (
    ("free", re.compile(r"全免|全额免除|免(?:收|交|缴|除|予收取)")),
    ("half", re.compile(r"减半(?:收取|征收|发放|执行|收费|缴纳|补贴|补助)?|半价(?:优惠)?|减收一半")),
    ("more%", re.compile(rf"(?:{_MORE}){_N}[%％](?!至)")),
    ("less%", re.compile(rf"(?:{_LESS}){_N}[%％]")),
    ("points+", re.compile(rf"(?:{_MORE}|上升){_N}个百分点")),
    ("points-", re.compile(rf"(?:{_LESS}|下调|下降){_N}个百分点")),
    (
        "fold",
        re.compile(
            r"(?<![\d.])(?:打|按|享受)?(?P<n>\d{1,2}(?:\.\d)?|[一二三四五六七八九]{1,2})折(?:优惠|收费)?"
        ),
    ),
    (
        "times",
        re.compile(
            rf"按(?:(?:照)?[^,。;:、\d]{{0,4}}(?:{_SET}|[学票押租报]{{1,2}}名?[费款价金])[^,。;:、\d]{{0,4}}的?)?{_N}[%％](?:退还|返还|退费|退|收取|征收|收费|收|缴纳|交纳|交|发放|计发|支付|补贴|补助|执行)"
        ),
    ),
    ("less", re.compile(rf"(?:减免|减收|优惠|少收|少交|立减|减少){_N}(?P<wan>万?)元")),
    (
        "more",
        re.compile(
            rf"(?:[另再](?:外)?(?:加|增加|加发|增发|加补|加收|补|奖)|增加|增发|加发|加收|加补|上浮|提高){_N}(?P<wan>万?)元"
        ),
    ),
)
# What stands right before an operator without being whose or what: 在上述标准上每户另加.
_BASIS = re.compile(
    r"(?:可以|可|均|一律|分别|享受|给予|则|再|各|每[人户台亩家套个位名辆]|在?(?:上述|上表|原|前款|此|该|规定)?的?(?:补贴|补助|收费|发放|奖励)?(?:标准|基础|金额)之?上?|按(?:上述|上表)?(?:标准)?){1,5}$"
)
_EACH = re.compile(r"每([人户台亩月年天次套名])(?:在?[^,、]{0,6}(?:基础|标准)上?)?$")
_WHO = r"(?:的|者|员|手|生|户|工|人|民|庭|众|象|子女|军|主|企业|单位|项目|事业|[车队台])"
_WHOSE = re.compile(rf"{_WHO}$")
# The amount or the share that is changed, behind whose it is.
_AMOUNT = r"(?:[费金租价款薪]|工资|比例|津贴|补贴|补助|标准|门票|票价|额度?)"
_OF = (
    re.compile(rf"^(?:.*{_WHO})?(?P<of>[^,的]{{0,10}}{_AMOUNT})$"),
    re.compile(rf"(?P<of>(?:[\u4e00-\u9fff]{{2}})?{_AMOUNT})$"),
)
# What is told of how things went, and no rule: 比上年增加22.6元, 每增加50万元.
_WENT = re.compile(
    r"(?:同比|比(?:去年|上年|上月|上季|上期|前年)(?:同期)?)|^(?:同?比(?!例)|较|相当于|由|从)|(?:每|部分)$"
)
# One of several times by its number, or the first so many: 第一年, 前三个月.
IN_ORDER = r"(?P<side>[第前头])(?P<n>[\d一二两三四五六])个?(?P<unit>学?年|月|学期|次)"
_BEHIND_WHOM = re.compile(rf"(?<=[\u4e00-\u9fff]){IN_ORDER}")
_MARKS = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]{1,4}条|\d{1,2}[.、)](?!\d)|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2}、|[\u4e00-\u9fff]{2,6}:|其中|但|对)+"
)
_BREAKS = re.compile(r"[。;!?]")


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` tells what is done with an amount by `value`, `said` how it is printed; `whose` describes those
    for whom, `of` names what of theirs is changed, `each` the unit that a sum is added for."""

    clause: int
    span: Span
    whose: str
    of: str
    kind: str
    value: Decimal
    said: str
    each: str = ""

    @property
    def on_shares(self) -> bool:
        """Whether it changes a share, and no amount."""
        return self.kind.startswith("points")

    def apply(self, base: Decimal, scale: Decimal = Decimal(1)) -> Decimal:
        """What an amount or a share comes to; `scale` is how many 元 one of its unit is."""
        part = self.value / 100
        match self.kind:
            case "times":
                return base * part
            case "more%":
                return base * (1 + part)
            case "less%" | "free":
                return base * (1 - part)
            case "more" | "points+":
                return base + self.value / scale
            case _:
                return base - self.value / scale

    @property
    def shown(self) -> str:
        """The change as it is written behind an amount: ×50%, -30."""
        plain = format(self.value.normalize(), "f")
        match self.kind:
            case "times":
                return f"×{plain}%"
            case "more%":
                return f"×(1+{plain}%)"
            case "less%":
                return f"×(1-{plain}%)"
            case "points+" | "points-":
                return f"{self.kind[-1]}{plain}个百分点"
            case _:
                sum_of_it = re.sub(r"^\D+", "", self.said)
                return f"{'+' if self.kind == 'more' else '-'}{sum_of_it}"


@once_per_notice
def changes_of(notice: Notice) -> tuple[Change, ...]:
    """What the sentences and points of a notice say is changed for somebody."""
    return tuple(
        change
        for index, clause in enumerate(notice.clauses)
        if clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE)
        for change in _in_clause(
            index, compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
        )
    )


def _in_clause(index: int, text: Compact) -> Iterator[Change]:
    start = 0
    for stop in (*(m.start() for m in _BREAKS.finditer(text.text)), len(text.text)):
        if stop > start:
            yield from _in_sentence(index, text, start, stop)
        start = stop + 1


def _in_sentence(index: int, text: Compact, start: int, stop: int) -> Iterator[Change]:
    """The changes of one sentence; who is named in the part before one is who has it."""
    before, span = "", text.span(start, min(stop + 1, len(text.text)))
    for part in text.text[start:stop].split(","):
        found = _operator(part)
        if found is not None:
            kind, match, value = found
            lead = _MARKS.sub("", part[: match.start()])
            if _WENT.search(lead):
                continue
            each = _EACH.search(lead) if kind in ("more", "less") else None
            lead = _BASIS.sub("", lead)
            of = next((m for p in _OF if (m := p.search(lead))), None)
            own = lead[: of.start("of")] if of else lead
            if (turn := _BEHIND_WHOM.search(lead)) is not None:  # 博士前三年租金
                own, of, what = lead[: turn.end()], None, lead[turn.end() :]
            else:
                what = of["of"] if of else ""
            named = bool(own) and (bool(_WHOSE.search(own)) or not before or turn is not None)
            whose, what = (own, what) if named else (before, lead)
            if whose:
                yield Change(
                    index,
                    span,
                    whose.removesuffix("的"),
                    what,
                    kind,
                    value,
                    match[0],
                    each[1] if each else "",
                )
        else:
            before = _MARKS.sub("", part)


def _operator(part: str) -> tuple[str, re.Match[str], Decimal] | None:
    for kind, pattern in _OPERATORS:
        match = pattern.search(part)
        if match is None:
            continue
        if kind == "free":
            return kind, match, Decimal(100)
        if kind == "half":
            return "times", match, Decimal(50)
        value = number(match["n"])
        if value is None:
            continue
        if kind == "fold":
            tenth = value if value >= 10 else value * 10
            return "times", match, tenth
        times = 10**4 if kind in ("less", "more") and match["wan"] else 1
        return kind, match, value * times
    return None
