"""What a question wants worked out of like figures: the highest, a sum, a difference, a share, a place.

Each operation is told by words of general language (`最…的是哪个`, `加起来`, `差多少`, `占百分之几`,
`排第几`, `超过…的有哪些`). What is left of the question without these words says of which figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from bot.conversation.question import Question
from corpus import patterns as re
from corpus.alike.like_figures import UNIT
from corpus.values.facts import number

__all__ = ["HOW_MUCH", "Operation", "Wanted", "one_wanted", "wanted"]


class Operation(StrEnum):
    HIGHEST = "highest"
    LOWEST = "lowest"
    RANK = "rank"
    TOTAL = "total"
    DIFFERENCE = "difference"
    SHARE = "share"
    AVERAGE = "average"
    ABOVE = "above"
    BELOW = "below"
    EXACTLY = "exactly"
    SAME = "same"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One operation. `about` is the question without the words that ask for it; `kind` stands behind 哪个.

    `unit` is what is counted (多少套); `count` how many are asked for (前三名), 0 where one of two is;
    `place` the one of them in order that is meant (第二多的).
    `whole` is what a share is of (占全市的…), as far as it is said;
    `bound` with `bound_unit` and `inclusive` is the bound of 超过100人的, `without` what is to be left out;
    `measures` are the kinds of measure that the words imply.
    """

    operation: Operation
    about: str
    kind: str = ""
    count: int = 1
    place: int = 1
    whole: str = ""
    bound: Decimal = Decimal(0)
    bound_unit: str = ""
    inclusive: bool = False
    without: str = ""
    measures: frozenset[str] = frozenset()
    unit: str = ""


_N = r"(?:\d{1,2}|[一二两三四五六七八九十])"
_HIGH, _LOW = "高多大贵长快久重远强", "低少小便短慢轻近差"
_ADJECTIVE = rf"(?P<high>[{_HIGH}])|(?P<low>便宜|[低少小短慢轻近])"
_WHICH = re.compile(r"哪|谁|什么|啥")
_SELECTS = re.compile(r"哪|谁|(?:什么|啥)[^,。?？]{2,6}最")
_MOST = re.compile(
    rf"(?:数量|数额|金额|水平)?最(?:为)?(?:{_ADJECTIVE})(?=[的是那这要收,?？呢啊]|多少|$)(?:的)?"
)
# 最多的是甲, and no word that asks: 最多的三个市.
_MEANT = re.compile(rf"[^,。?？]{{0,8}}是|{_N}(?:个|家|名|位|种|类|项)[\u4e00-\u9fff]{{0,4}}(?=[?？]|$)")
_FIRST = re.compile(r"(?:排(?:名|在)?|位列|居)(?:首位|榜首)|居首|(?P<low>垫底|末位|排(?:在)?最后)")
# One place in the order: 第二多的, 排第三的, 倒数第二.
_PLACE = re.compile(
    rf"(?:排(?:名|行|在)?|位列|居)(?P<last>倒数)?第(?P<place>{_N})(?:位|名)?(?:的)?"
    rf"|(?P<last2>倒数)第(?P<place2>{_N})(?:位|名)?(?:的)?|第(?P<place3>{_N})(?:(?:名|位)(?:的)?(?=是|[,?？]|$)|的(?=是))"
    rf"|第(?P<place4>{_N})(?:{_ADJECTIVE})(?=[的是那这,?？呢啊]|$)(?:的)?"
)
_MORE = re.compile(
    rf"(?:谁[^,。]{{0,8}}?|哪[^,。]{{0,14}}?)(?P<more>更|比较|要|会)?(?:{_ADJECTIVE})(?:一?些|一?点)?(?=[,?？]|$)"
)
_TOP = re.compile(
    rf"前(?P<first>{_N})(?:名|位|强|大|个|家|的)?|(?<=的)(?P<few>{_N})(?=个|家|名|位|种|类|项|省|市|县|区|所)"
)
_RANK = re.compile(
    r"(?:能)?(?:排|列|居|位)?(?:名|在|列)?第几(?:名|位)?|排几(?:名|位)?(?=[,?？吗呢]|$)|排名(?:是)?(?:多少|几)(?=[,?？吗呢]|$)"
)
_TOTAL = re.compile(
    r"一共|总共|合计|共计|总计|拢共|加(?:起来|一起|到一起|总)|合(?:起来|在一起)|全部加|总数|总量|总额|总人数|总计划|总的"
)
_APART = re.compile(
    r"(?:相)?差(?:距|额)?(?:了|着)?(?:有|是)?(?:多少|几|多大)"
    r"|(?:(?<![至最多])[多少]|(?<!不)(?:高|低|贵|便宜|(?<!增)长|短|快|慢|大|小|早|晚|涨|增加|减少|下降|上升|提高|降))(?:出|了|个|上)?(?:多少|几)"
    r"|[比较][^,。?？]{1,16}(?<![至最])(?P<more>[多少](?:[\u4e00-\u9fff])(?:了)?(?:多少|几))"
)
# 甲比乙收入高吗: which of the two, and by how much.
_IS_MORE = re.compile(
    rf"(?<=[\u4e00-\u9fff])比[^,。?？]{{2,16}}?(?P<tail>(?:更|要|还)?(?:{_ADJECTIVE})(?:一?些|一?点|很多|得多)?(?:吗|么|嘛|不(?!是))[?？]*)$"
)
_THAN = re.compile(r"(?<=[\u4e00-\u9fff])比(?![例重率赛值较如方])")  # 中部收入比东北, no 收入比
# What one figure grew or fell by is stated; only 比 makes it a difference of two.
_GROWN = re.compile(
    r"(?:增长|增加|增多|减少|下降|下滑|上升|回升|回落|提高|提升|降低|涨|跌)(?:了)?(?:多少|几)"
)
_SHARE = re.compile(
    r"占(?![道用地路位座])(?:了|到|比)?(?P<of>[^,。?？]{0,12}?)(?:的)?(?:多少|几成|百分之几|百分之多少|比例|比重|几分之几|几个点)(?:是)?(?:多少|比例|比重)?(?!分)|占比"
)
_AVERAGE = re.compile(r"平均(?:下来|算下来)?|均摊")
_ABOVE = r"(?P<above>超过|高于|大于|多于|超|高过|不低于|不少于|不小于|达到|满|至少)"
_BELOW = r"(?P<below>低于|少于|小于|不足|不到|不超过|不高于|不多于|未达到?)"
_BOUND = re.compile(
    rf"(?:{_ABOVE}|{_BELOW})\s*(?P<bound>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?P<unit>{UNIT}|块)?(?:的)?"
    rf"|(?P<bound2>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?P<unit2>{UNIT}|块)?(?:(?P<over>以上|及以上)|(?P<under>以下|以内|及以下))(?:的)?"
)
_JUST = re.compile(
    rf"(?:只|仅|刚好|正好|恰好|等于|就)(?P<verb>[\u4e00-\u9fff]{{0,2}}?)(?P<bound>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?P<unit>个(?=人)|{UNIT}|块)"
)
_FALLING = re.compile(r"(?:往下|在|是)?(?:掉|跌|下降|下滑|减少|负增长|缩水)(?:了)?的")
_INCLUSIVE = re.compile(r"不|达到|满|至少|以")
_SAME = re.compile(
    r"(?:是不是|是否)(?:都|全)?(?:一样|相同|同一(?:天|个|样)|一致|相等)|(?:一样|相同|同一(?:天|个|样)|一致|相等)[^,。?？]{0,4}(?:吗|么|不|嘛)(?=[,。?？]|$)|(?:有(?:什么|啥|何|哪些)?|什么|啥)(?:区别|不同|差别|不一样|两样)"
)
_WITHOUT = re.compile(
    r"(?:不算|不含|不包括|除了|除去|除开|去掉|刨去|除)(?P<what>[^,。?？]{2,10}?)(?:以外|之外|外|不算)?(?=[,。?？]|$)"
)
_KIND = re.compile(
    rf"(?:哪|什么|啥)(?:一|几|{_N})?(?:个|种|类|家|门|项|些|所|位|名|档|款|科|座|条|批|期|样)?(?P<kind>[\u4e00-\u9fff]{{0,6}})"
)
_TABLE = re.compile(r"那一?[科门项个]|(?:上面|下面|这张|这个|那个|上|下|附)?表(?:格)?[里中上内](?:的|面)?")
_UNIT = re.compile(rf"(?:多少|几)(?:个)?(?P<unit>{UNIT})")
_MONEY_IN_SHORT = {"亿": "亿元", "万": "万元", "块": "元"}  # 多多少亿
_ASKS = re.compile(r"多少|几|吗|么|[?？]|占比|比重|比例$")

# What the words of a question say of the measure: money, persons, growth, time, shares.
_MEASURES = {
    "money": re.compile(r"贵|便宜|钱(?!包)|块(?=[,?？]|$)|收费|金额|多少元"),
    "persons": re.compile(r"招(?!标|商|待)|录取|人数|(?:多少|几|一)(?:个|名)?人"),
    "growth": re.compile(r"增长|增速|增幅|涨|最[快慢]|[掉跌]|下降|下滑|回落"),
    "time": re.compile(r"多长时间|多久|时长|时间.{0,3}[长短]|几天|多少天|最[久]"),
    "share": re.compile(r"占"),
}


def wanted(question: Question) -> Wanted | None:
    """The operation that a question asks for; None where it asks for none."""
    text = question.text
    if question.headcount and _TOTAL.search(text):
        return None  # so many times one figure
    for read in (_bounded, _same, _shared, _ranked, _placed, _extreme, _apart, _summed, _averaged):
        found = read(text)
        if found is not None:
            return found
    return None


# What a question that asks for one figure says of its measure.
_NUMBERS = frozenset({"money", "duration", "percent", "score", "figure", "count"})
HOW_MUCH = re.compile(r"多少|几(?=[\u4e00-\u9fff])|(?:怎么个?|咋)[算收计定]|什么价")
_MEASURE_WANTED = {"money": "money", "duration": "time"}


def one_wanted(question: Question) -> Wanted | None:
    """The one figure of several that a question asks for (学员的补贴是多少); None where it asks for none."""
    kinds = {_MEASURE_WANTED[w] for w in question.wants if w in _MEASURE_WANTED}
    asked = HOW_MUCH.findall(question.text)
    bare = "figure" in question.wants  # 江苏增速
    if (
        question.wants - _NUMBERS
        or len(asked) > 1
        or not (asked or kinds or bare)
        or question.polar
        or _WHICH.search(question.text)
    ):
        return None  # several things asked at once are told together
    want = _made(Operation.ONE, question.text)
    return replace(want, kind="", measures=want.measures | kinds)


def _made(operation: Operation, text: str, *matches: re.Match[str] | None, **more: object) -> Wanted:
    """An operation with what is left of the question."""
    left_out = _WITHOUT.search(text)
    spans = [m.span() for m in (*matches, left_out) if m is not None]
    about = "".join("," if any(a <= i < b for a, b in spans) else c for i, c in enumerate(text))
    kind, unit = _KIND.search(about), _UNIT.search(text)
    if kind and kind["kind"]:
        about = about[: kind.start()] + "," + about[kind.start("kind") :]
    measures = frozenset(name for name, words in _MEASURES.items() if words.search(text))
    return Wanted(
        operation,
        re.sub(r",{2,}", ",", _TABLE.sub(",", about)),
        kind=kind["kind"] if kind else "",
        without=left_out["what"] if left_out else "",
        measures=measures,
        unit=_MONEY_IN_SHORT.get(unit["unit"], unit["unit"]) if unit else "",
        **more,  # type: ignore[arg-type]
    )


def _bounded(text: str) -> Wanted | None:
    if not _WHICH.search(text) and not re.search(r"有(?:几|多少)(?:个|家|种|类)|有(?:没有|无)", text):
        return None
    falling, just = _FALLING.search(text), _JUST.search(text)
    if falling:
        return _made(Operation.BELOW, text, falling)
    if just and (value := number(just["bound"])) is not None:
        unit = {"个": "人", "块": "元"}.get(just["unit"], just["unit"])
        return _made(Operation.EXACTLY, text, just, bound=value, bound_unit=unit, inclusive=True)
    match = _BOUND.search(text)
    if match is None:
        return None
    printed, unit = match["bound"] or match["bound2"], match["unit"] or match["unit2"] or ""
    value = number(printed)
    if value is None:
        return None
    above = bool(match["over"]) or (bool(match["above"]) and not match["below"])
    inclusive = _INCLUSIVE.search(match["above"] or match["below"] or "以") is not None
    operation = Operation.ABOVE if above else Operation.BELOW
    unit = "元" if unit == "块" else unit
    return _made(operation, text, match, bound=value, bound_unit=unit, inclusive=inclusive)


def _same(text: str) -> Wanted | None:
    match = _SAME.search(text)
    return _made(Operation.SAME, text, match) if match else None


def _shared(text: str) -> Wanted | None:
    match = _SHARE.search(text)
    if match is None or not _ASKS.search(text):
        return None
    return _made(Operation.SHARE, text, match, whole=match["of"] or "")


def _ranked(text: str) -> Wanted | None:
    match = _RANK.search(text)
    return _made(Operation.RANK, text, match) if match else None


def _placed(text: str) -> Wanted | None:
    """The one at a place of the order: 第二多的是哪个, 倒数第一是谁."""
    match = _PLACE.search(text)
    if match is None or not (_WHICH.search(text) or re.match(r"[^,。?？]{0,4}是", text[match.end() :])):
        return None
    place = next(int(number(match[g]) or 1) for g in ("place", "place2", "place3", "place4") if match[g])
    low = match["last"] or match["last2"] or match["low"]
    return _made(Operation.LOWEST if low else Operation.HIGHEST, text, match, place=place)


def _extreme(text: str) -> Wanted | None:
    """哪个最高, 最高的三个, 谁更贵; not 最高补多少, which asks for a bound."""
    match = _MOST.search(text) or _FIRST.search(text)
    if match is not None and (
        _SELECTS.search(text) or _MEANT.match(text, match.end()) or _priced(text, match)
    ):
        top = _TOP.search(text)
        count = int(number(top["first"] or top["few"]) or 1) if top else _asked_for(text)
        return _made(_side(match), text, match, top, count=count)
    top = _TOP.search(text)
    if top is not None and _WHICH.search(text):
        return _made(Operation.HIGHEST, text, top, count=int(number(top["first"] or top["few"]) or 1))
    more = _MORE.search(text)
    if more is not None and not _MOST.search(text):
        start = more.start("high") if more["high"] else more.start("low")
        tail = re.compile(r".*").match(text, more.start("more") if more["more"] else start, more.end())
        apart = _APART.search(text, more.end())
        return _made(_side(more), text, tail, apart, count=0)
    return None


def _priced(text: str, match: re.Match[str]) -> bool:
    """Whether the price of the dearest is asked for: 最贵多少钱. 最高多少 asks for a bound."""
    return match[0].startswith(("最贵", "最便宜")) and HOW_MUCH.search(text, match.end()) is not None


def _asked_for(text: str) -> int:
    """How many are asked for: 哪三个."""
    match = re.search(rf"哪(?P<n>{_N})(?:个|家|名|位|种|类|项|省|市|县|区|所)", text)
    return int(number(match["n"]) or 1) if match else 1


def _side(match: re.Match[str]) -> Operation:
    return Operation.LOWEST if match["low"] else Operation.HIGHEST


def _apart(text: str) -> Wanted | None:
    if (asked := _IS_MORE.search(text)) is not None:
        tail = re.compile(f"{re.escape(asked['tail'])}$").search(text)
        want = _made(Operation.DIFFERENCE, text, tail)
        return replace(want, about=_THAN.sub(",", want.about))
    match = _APART.search(text)
    if match is None or "最" in text or (_GROWN.search(text) and "比" not in text):
        return None
    if match["more"]:
        match = re.compile(re.escape(match["more"])).search(text)
    want = _made(Operation.DIFFERENCE, text, match)
    return replace(want, about=_THAN.sub(",", want.about))


def _summed(text: str) -> Wanted | None:
    match = _TOTAL.search(text)
    return _made(Operation.TOTAL, text, match) if match and _ASKS.search(text) else None


def _averaged(text: str) -> Wanted | None:
    match = _AVERAGE.search(text)
    return _made(Operation.AVERAGE, text, match) if match and _ASKS.search(text) else None
