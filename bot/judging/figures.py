"""The figures that a person gives, and which of them a condition is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.judging.shares import share_of_counts, shares_in
from bot.speech.amounts import amounts_in
from bot.speech.bounded import spoken_amount, spoken_interval
from bot.speech.interval import Interval
from corpus import patterns as re
from corpus.conditions.conditions import Leaf
from corpus.values.facts import number
from index.normal import search_key

__all__ = ["Figure", "claims_enough", "figure_for", "figures_in", "matter_of"]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount with its unit (`""` where none was said) and the words around it in the same breath."""

    value: Interval
    unit: str
    label: str
    before: str = ""  # the words before it in the same breath


# What people and notices call the same matter, in general terms.
_MATTERS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words)
    for words in (
        r"收入|工资|月薪|年薪|薪|挣|月入|年入|到手|平均下来|平均每人|每人每月|每人平均"
        r"|^(?:[我俺他她也就才]|现在)*(?:一个月|每个?月)(?:[能就才有也]|大概|差不多|不到)*$",
        r"面积|平方|平米|多大",
        r"总价|房价|价款|价格|购置|买价|花了|车价|的(?:小?汽?车|房子?)$",
        r"成绩|分数|绩点|均分|得分|考了|笔试|面试|测试",
        r"排名|名次|第.{0,2}名|位次|排[\u4e00-\u9fff]{0,6}前|[级班业]前",
        r"贷款|欠款|借款|债",
        r"资产|存款|财产",
        r"职工|员工|从业人员|在职",
        r"注册资本|注册资金|出资",
        r"合同(?!期|制|工|签|到)|订单",
        r"营业收入|销售收入|产值|营收|销售额",
        r"研发|研究开发",
        r"次数|第.{0,2}次|回|累计.{0,3}次",
        r"学时|课时|继续教育|培训",
        r"身高|裸高|个子|个头|(?<=[男女])[高长](?=\d)",
        r"视力|眼睛|眼镜|[优左右单双]眼|裸眼|戴镜|矫正",
        r"体重",
        r"体质|体测|体能",
        r"房租|租金|月供|房贷",
        r"学费|书本费|住宿费",
        r"罚款|罚了",
        r"社保|社会保险|参保|保险费|缴费年限",
        r"居住证",
        r"工龄|工作年限|资历|从业年限",
    )
)
# What such a measure of a person can be, in the unit that notices use: 文身一公分 is no height.
_POSSIBLE: tuple[tuple[re.Pattern[str], str, int, int], ...] = (
    (re.compile(r"身高|裸高"), "厘米", 50, 250),
    (re.compile(r"体重"), "公斤", 2, 300),
)
_PRICE, _MARKS = 2, 3  # the places of prices and marks among the matters
_HOUSEHOLD = re.compile(r"([\d一二两三四五六七八九十]+)\s*口")
_PER_HEAD = re.compile(r"人均|每人|平均")


# 第二名, 排第四, 第一完成人; 冠军, 季军: a place in an order.
_PLACE = re.compile(
    r"(?:排(?:名|在)?|第)(?:第|了)?(?P<place>\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位|(?=完成人|作者|发明人|[，。；]|$))|(?P<named>[冠亚季])军"
)


def _places_in(text: str) -> Iterator[Figure]:
    """The places in an order that `text` tells, as a figure of 名."""
    for match in _PLACE.finditer(text):
        place = number(match["place"]) if match["place"] else Decimal("冠亚季".index(match["named"]) + 1)
        if place is not None:
            said = Interval(place, place, said=match[0])
            yield Figure(said, "名", f"排名{_label(text, *match.span())}", text[: match.start()])


_IDIOMS = re.compile(r"三天两头|三番五次|一天到晚|隔三差五|一五一十|十天半个?月")
_LACKING = re.compile(r"(?:还|只|就)?[差缺](?:了|着)?$")


def figures_in(text: str) -> Iterator[Figure]:
    """The figures in `text`: amounts left to right, then shares and places; dates, ages, lengths of time are
    none."""
    text = _IDIOMS.sub(lambda m: "常" * len(m[0]), text)
    for amount in amounts_in(text):
        if amount.unit not in ("个月", "岁"):
            left = max(text.rfind(mark, 0, amount.start) for mark in "，。；、,; ？") + 1
            label = _label(text, amount.start, amount.end)
            if _LACKING.search(text[left : amount.start]):
                continue  # 没到80，差一分
            yield Figure(amount.much, amount.unit, label, text[left : amount.start])
    for share in shares_in(text):
        left = max(text.rfind(mark, 0, share.start) for mark in "，。；、,; ？") + 1
        yield Figure(share.much, "%", _label(text, share.start, share.end), text[left : share.start])
    yield from _places_in(text)


_ENOUGH = re.compile(
    r"(?:也|都|均|全|就|早就|肯定)*(?:够(?!不|吗|么|没|格吗)|合格|达标|符合|满足|没问题|过关|达到了?)"
)


def claims_enough(leaf: Leaf, text: str) -> str:
    """The part of `text` that says without a figure that a measure is kept to: 身高视力都合格; else ""."""
    subject = search_key(f"{leaf.subject} {leaf.words}")
    wanted = [m for m in _MATTERS if m.search(subject)]
    for part in re.split(r"[，。；,; ？?]", text):
        claim = _ENOUGH.search(part)
        if claim is None or re.search(r"\d|[不没未]", part) or re.search(r"[吗么不没]$", part):
            continue
        if any(m.search(part[: claim.start()]) for m in wanted):
            return part
    return ""


def matter_of(figure: Figure) -> str:
    """The word before a figure that says what it is of; empty where none does."""
    if "人均" in figure.before:
        return "人均"
    found = [m[0] for words in _MATTERS for m in words.finditer(figure.before)]
    return found[-1] if found else ""


# A subject that may be any amount.
_ANY_SUM = re.compile(r"^$|金额|数额|总额|标准|数值|数量|余额")


def _label(text: str, start: int, end: int) -> str:
    left = max(text.rfind(mark, 0, start) for mark in "，。；、,; ") + 1
    stops = [p for mark in "，。；、,;? " if (p := text.find(mark, end)) >= 0]
    return text[left:start] + text[end : min(stops, default=len(text))]


def figure_for(leaf: Leaf, text: str) -> tuple[Interval, str] | None:
    """The figure in `text` that a measure is about, and how it was worked out; None where none is.

    A total told for a household is divided by its heads where the notice counts by head.
    """
    best: tuple[int, Figure] | None = None
    for figure in (_in_unit(f, leaf.unit) for f in figures_in(text)):
        weight = _fit(leaf, figure)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, figure)
    if best is None:
        return share_of_counts(f"{leaf.subject} {leaf.words}", text) if leaf.unit == "%" else None
    figure = best[1]
    heads = _HOUSEHOLD.search(text)
    if (
        heads
        and _PER_HEAD.search(leaf.subject)
        and figure.unit in ("元", "")
        and not _PER_HEAD.search(figure.label)
    ):
        count = number(heads[1]) or Decimal(1)
        each = figure.value.over(count)
        total, result = (spoken_interval(replace(v, said=""), "") for v in (figure.value, each))
        return each, f"{total}÷{spoken_amount(count, '')}={result}"
    return figure.value, ""


def _possible(subject: str, figure: Figure) -> bool:
    """Whether a figure can be of a measure of a person at all."""
    limits = next(
        (
            (low, high)
            for words, unit, low, high in _POSSIBLE
            if words.search(subject) and figure.unit in (unit, "")
        ),
        None,
    )
    return limits is None or limits[0] <= figure.value.high <= limits[1]


_CONVERTED: dict[tuple[str, str], Decimal | int] = {
    ("米", "厘米"): 100,
    ("厘米", "米"): Decimal("0.01"),
    ("天", "日"): 1,
    ("日", "天"): 1,
    ("学时", "课时"): 1,
}


def _in_unit(figure: Figure, unit: str) -> Figure:
    """A figure in the unit that the notice uses, where the one said is another of the same kind."""
    factor = _CONVERTED.get((figure.unit, unit))
    return figure if factor is None else replace(figure, value=figure.value.times(factor), unit=unit)


# 加计扣除额33万, 账户余额6万, 月供3200: what is named by a name of its own.
_NAMED_SUM = re.compile(
    r"[\u4e00-\u9fff](?:额|量|扣除|[证贷奖罚税让偿险租押佣]金|[月年首]供|[总单房车]价)(?:是|有|为|才|就|只有|大概|约|共|了)*$"
)
# What only says how much: 占比才2%, 有90来万.
_SAYS_NO_MORE = re.compile(r"占比?|[才就只有是约共了也都大概左右多来不到个人的总合计一下差第上过能够吗]")
_FAR = 50  # times a bound; a sum so much more or less than it is of something else, unless it says of what


_COUNTED = re.compile(r"(?:多|来|几)?(?:个(?!亿|w)|[人名位户台辆件次])")
_OF_LENGTH = ("厘米", "毫米", "米")
_OWN_SIZE = re.compile(r"[车船树楼墙][长高宽]")
_BARE = 3  # characters beside a length that say no more than that: 一公分大


def _of_another(leaf: Leaf, figure: Figure) -> bool:
    """Whether a figure that shares no word with a measure is of something else by what is told with it."""
    if leaf.unit == "%":
        return len(re.sub(r"[^\u4e00-\u9fff]", "", _SAYS_NO_MORE.sub("", figure.label))) > 2
    if leaf.unit == "分":
        return bool(re.search(r"记分|记满|扣分", leaf.words)) and not re.search(
            r"[扣记]", f"{figure.label}{figure.value.said}"
        )
    if leaf.unit in _OF_LENGTH and _OWN_SIZE.fullmatch(leaf.subject) and leaf.subject[0] in figure.label:
        return False  # 小轿车4米7 of 车长
    if leaf.unit in _OF_LENGTH and len(re.sub(r"[^\u4e00-\u9fff]", "", figure.label)) > _BARE:
        return True  # 胳膊上文身3厘米 of 两腿不等长5厘米
    if leaf.unit not in ("元", *_OF_LENGTH):
        return False
    bound = leaf.value or Decimal(0)
    return bound > 0 and (figure.value.low > bound * _FAR or figure.value.high * _FAR < bound)


def _fit(leaf: Leaf, figure: Figure) -> int:
    """How well a figure fits a measure; 0 where it does not."""
    if figure.unit and figure.unit != leaf.unit:
        return 0
    if leaf.unit == "%" and not figure.unit and re.search(r"[个人名位]", figure.label):
        return 0  # 9个评委 is a count and no share
    if leaf.unit == "元" and not figure.unit and _COUNTED.match(figure.label.removeprefix(figure.before)):
        return 0  # 9个是做研发的 is a count and no sum
    subject = search_key(f"{leaf.subject} {leaf.words}")
    if not _possible(subject, figure):
        return 0
    ours = {i for i, m in enumerate(_MATTERS) if m.search(subject)}
    if leaf.unit == "分":
        ours.add(_MARKS)
    theirs = {i for i, m in enumerate(_MATTERS) if m.search(figure.label)}
    if figure.unit not in ("元", ""):
        theirs.discard(_PRICE)  # 120平的房 tells no price
    if ours and theirs and not ours & theirs:
        return 0
    grams = {leaf.subject[i : i + 2] for i in range(len(leaf.subject) - 1)}
    shared = sum(g in figure.label for g in grams)
    if theirs and not ours and not shared and not _ANY_SUM.search(leaf.subject):
        return 0  # 营收6亿 is no amount of 加计扣除额
    if not ours & theirs and not shared and _NAMED_SUM.search(figure.before):
        return 0
    related = 3 * len(ours & theirs) + shared
    if not shared and not (leaf.subject == "排名" and ours & theirs) and _of_another(leaf, figure):
        return 0
    if not figure.unit:
        return related
    return 1 + related
