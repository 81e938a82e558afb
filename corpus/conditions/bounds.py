"""Numbers that bound something: 年满18周岁, 不少于3年, 人均15平方米以下, 20至35周岁, 前10%.

民法典 第一千二百五十九条: 以上, 以下, 以内 and 届满 include the number itself; 不满, 超过 and 以外 do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus import patterns as re
from corpus.conditions.bound_matters import bound_leaf, own_words, subject_of
from corpus.conditions.conditions import Attribute, Leaf
from corpus.values.facts import number

__all__ = ["Placed", "bounds_in", "caps_in"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A leaf with the place in the text that it was read from."""

    start: int
    end: int
    leaf: Leaf


_GAP = r"\s{0,3}"  # bounded: a run of blanks is tried from each of them
_NUM = (
    rf"(?<![\d.])(?:\d{{1,12}}(?:,\d{{3}})*(?:\.\d{{1,6}})?(?:{_GAP}[万亿])?"
    r"|[一二两三四五六七八九十百千万]{1,5}|半(?=年))"
)
_UNIT = (
    r"周岁|岁|[cC][mM]|㎝|[mM][mM]|[kK][mM]|[kK][gG]|周?年(?![级度代])|周(?![岁年边围期末六日一二三四五])|个月|学时|课时|学分|平方米|平米|㎡|厘米|公里|千米|毫米|公斤|千克|元|倍|字|人|名|篇|页|天|日|分(?![之钟])|"
    r"次|项|件|门|户|套|辆|台|小时|%|度|℃|°[cC]|亩|公顷|头|层|吨|千瓦|分钟|秒|毫升|升|票|张|份|集|部|幅|首|组|支|席|册|棵|株|只|米"
)
_AT_LEAST = r"年满|已满|满|不少于|不低于|不小于|至少|最少|达到|达|≥|>=|不得少于|不得低于|不得小于"
_OVER = r"超过|高于|大于|多于|超出|>"
_AT_MOST = (
    r"不超过|不高于|不多于|不大于|不得超过|不得高于|不得多于|不得大于|至多|最多|最高"
    r"|≤|<=|未超过|不超出|控制在|不逾"
)
_RELAXED = r"放宽[到至]|延长[到至]|放宽为"
_UNDER = r"低于|少于|小于|未满|不满|不足|未达到?|不到|<"
_OP = (
    rf"(?P<op>{_AT_MOST}|{_RELAXED}|{_UNDER}|{_AT_LEAST}|{_OVER}|须|需|应)?"
    r"(?:了|为|在|(?<=达到)[^,。;、\d()]{1,12}的)?"
)
_POST = (
    rf"(?P<post>{_GAP}(?:\((?:不?含|包含|包括)[^)]*\))?{_GAP}(?:及其?以上|(?:及其?)?以下|以上|以内|之内|以下|内(?!的?[容地])|及以下)?"
    rf"{_GAP}(?:\((?:不?含|包含|包括)[^)]*\))?)"
)
# 35(含)周岁以下: whether the number itself counts, said before its unit.
_SAID = rf"(?:{_GAP}\((?:不?含|包含|包括)[^()\d]{{0,6}}\))?"
# 满2年6个月, 满两年半: years and months of one length.
_MORE = rf"(?:(?<=年)(?:零|又)?{_GAP}(?:(?P<months>{_NUM}){_GAP}个月|(?P<half>半)))?"
_BOUND = re.compile(rf"{_OP}{_GAP}(?P<value>{_NUM})(?P<inner>{_SAID}){_GAP}(?P<unit>{_UNIT}){_MORE}{_POST}")
_RANGE = re.compile(
    rf"(?P<op>年满|满|在|为|介于)?{_GAP}(?P<low>{_NUM}){_GAP}(?:{_UNIT})?{_GAP}(?:\((?:不?含)[^)]*\))?(?:以上)?{_GAP}(?:至|到|-|~|–){_GAP}(?P<high>{_NUM})(?P<inner>{_SAID}){_GAP}(?P<unit>{_UNIT})"
    rf"(?P<post>{_GAP}(?:\((?P<said>不?含|包含|包括)[^)]*\))?)(?:之间|以下|以内)?"
)
_RANK = re.compile(rf"前{_GAP}(?P<value>{_NUM}){_GAP}(?P<unit>%|名|位)")
# 视力5.0以上, 绩点不低于3.0: a scale without a unit.
_BARE = re.compile(
    rf"(?P<subject>视力|绩点|[Gg][Pp][Aa]|雅思|托福|系数|指数|得分|分数|成绩|均分)[^,。;、\d]{{0,6}}?{_OP}{_GAP}(?P<value>{_NUM})(?P<unit>)"
    rf"(?P<post>{_GAP}(?:及其?以上|以上|及以下|以下)?)(?![\d.]|{_GAP}(?:分|%|年|月|周?岁|名|位|个|日|天))"
)
# 三分之二以上: a share, in per cent.
_SHARE = re.compile(rf"{_OP}{_GAP}(?P<whole>{_NUM})分之(?P<part>{_NUM}){_POST}(?P<unit>)")
# 每人限报3件, 只能登记一辆: how much somebody may ask for. 限16岁以上 says who may, from that number up.
_CAP = re.compile(
    rf"(?:(?<![有期年时权上下局极无不])限(?:报|借|购|领|办|投|选|带|住|招|评|额)?|只(?:能|可以?|准|允许)[\u4e00-\u9fff]{{1,4}})"
    rf"{_GAP}(?P<value>{_NUM}){_SAID}{_GAP}(?P<unit>{_UNIT})(?!{_GAP}{_SAID}(?:及其?)?以上)"
)
# 80分合格: a mark that is enough.
_PASS = re.compile(rf"(?P<value>{_NUM}){_GAP}(?P<unit>分)(?:为|即为|算|视为)?(?:合格|及格|通过|达标)")
# 近三年, 每年, 前两年: a time that something happens in and no bound; 第3次 is a place in a row. The 上 of
# 25周岁以上65周岁以下 ends another bound.
_NO_BOUND = re.compile(r"(?:届|近|每|前|过去|最近|(?<![以则])上|第|任意|(?<![适应])当|(?<![资成股])本|同一)$")
# 身高155厘米以上190厘米以下: the second bound is on what the first is on.
_OTHER_END = re.compile(
    rf"{_NUM}{_SAID}{_GAP}(?:{_UNIT}){_GAP}(?:\([^()]{{1,6}}\))?以[上下](?:\([^()]{{1,6}}\))?(?:[且并至到、])?{_GAP}$"
)
# 近24个月在本市连续缴纳: as long as that, without a break.
_STEADY = re.compile(r"[^,。;]{0,8}(?:连续|逐月|均|一直)[^,。;]{0,4}(?:缴|交|居住|参保|从事|工作)")
_NEVER = re.compile(r"(?:没有|未曾|从未)[\u4e00-\u9fff]{0,3}$")
_NEAR = 24  # characters beside a number that say what kind of number it is
_EXPERIENCE = re.compile(r"的?[^,。;、\d]{0,8}?(?:工作|从业|任职|执业|教学|实践)(?:经验|经历|年限)")


def bounds_in(text: str) -> Iterator[Placed]:
    """The bounds that `text` (folded to half width) states, left to right."""
    taken = bytearray(len(text))  # which characters a bound is read from
    for pattern, read in (
        (_RANGE, _range),
        (_RANK, _rank),
        (_PASS, _pass_mark),
        (_BARE, _bare),
        (_BOUND, _bound),
    ):
        for match in pattern.finditer(text):
            if any(taken[match.start("value" if pattern is _BARE else "unit") : match.end("unit")]):
                continue
            found = list(read(text, match))
            if found or pattern is _RANGE:
                taken[match.start() : match.end()] = b"\1" * len(match[0])
            yield from found


def caps_in(text: str) -> Iterator[Placed]:
    """The bounds in `text` that are no conditions on who may apply: a share told as a fraction, in per cent
    (同意票占总数三分之二以上), and how much one may ask for (每人限报3件)."""
    for match in _SHARE.finditer(text):
        whole, part = number(match["whole"]), number(match["part"])
        operator = _operator(match["op"] or "", match["post"])
        if whole and part is not None and part <= whole and operator is not None:
            own = own_words(text, match.start())
            words, subject = f"{own}{match[0]}".strip(), subject_of(own) or "占比"
            leaf = Leaf(Attribute.MEASURE, operator, part * 100 / whole, "%", words, subject=subject)
            yield Placed(match.start(), match.end(), leaf)
    for match in _CAP.finditer(text):
        most = number(match["value"])
        if most is not None:
            yield _placed(text, match, "<=", most)


_OF_CALENDAR = frozenset("年月日天")


def _range(text: str, match: re.Match[str]) -> Iterator[Placed]:
    """Both ends of a range, included unless it says otherwise."""
    low, high = number(match["low"]), number(match["high"])
    if low is None or high is None or low > high or (high >= 1900 and match["unit"] in _OF_CALENDAR):
        return
    upper = "<" if match["said"] == "不含" or "不含" in match["inner"] else "<="
    for operator, value in ((">=", low), (upper, high)):
        yield _placed(text, match, operator, value)


def _rank(text: str, match: re.Match[str]) -> Iterator[Placed]:
    value = number(match["value"])
    if value is None or not re.search(r"排名|名次|成绩|专业|年级|班|排|位|综合|测评", text[: match.start()]):
        return
    unit = "名" if match["unit"] == "位" else match["unit"]
    leaf = Leaf(Attribute.MEASURE, "<=", value, unit, match[0], subject="排名")
    yield Placed(match.start(), match.end(), leaf)


def _pass_mark(text: str, match: re.Match[str]) -> Iterator[Placed]:
    value = number(match["value"])
    if value is not None:
        yield _placed(text, match, ">=", value)


def _bare(text: str, match: re.Match[str]) -> Iterator[Placed]:
    value, operator = number(match["value"]), _operator(match["op"] or "", match["post"])
    if value is not None and operator is not None:
        leaf = Leaf(Attribute.MEASURE, operator, value, "", match[0], subject=match["subject"])
        yield Placed(match.start(), match.end(), leaf)


def _bound(text: str, match: re.Match[str]) -> Iterator[Placed]:
    value, word = number(match["value"]), match["op"] or ""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    behind = text[match.end() : match.end() + _NEAR]
    steady = _STEADY.match(behind) is not None and before.endswith("近")
    if value is None or (_NO_BOUND.search(before.rstrip()) and not steady):
        return
    operator = ">=" if steady else _operator(word, match["inner"] + match["post"])
    if operator is None and match["unit"] == "年" and _EXPERIENCE.match(behind):
        operator = ">="  # 具有3年工作经历
    if operator is None and re.search(r"(?:累计|连续|共|总计|合计)[^,。;、]{0,8}$", before):
        operator = ">="
    dated = match["unit"] == "日" and (before + (match["op"] or "")).rstrip().endswith("月")
    if operator in (">=", ">") and _NEVER.search(before):
        operator = "<" if operator == ">=" else "<="  # 没有记满12分
    if operator is None or dated or (match["unit"] == "年" and value >= 1900):
        return
    left = re.search(r"(?:毕业|离校)$", before.rstrip()) is not None
    if (
        not left
        and "内" in match["post"]
        and re.match(r"[^,。;]{0,4}(?:未|无|没|不|受|有|只能|仅能|最多|至多)", behind)
    ):
        return  # 三年内无违纪: a time that something did not happen in
    if "内" in match["post"] and _AFTERWARDS.search(before.rstrip()) and _DOES.match(behind):
        return  # 入驻后1个月内迁入: what is done later
    if _lasts(match) and re.search(r"(?:^|[,;。])$", before) and _WINDOW.match(behind):
        return  # 一年内自付医疗费超过3万元: in what time that came about
    if match["unit"] in _OF_PLACES and "内" in match["post"] and _NOT_THERE.match(behind):
        return  # 校门50米内，不得占用: where something may not be done
    if match["half"] or match["months"]:
        months = Decimal(6) if match["half"] else number(match["months"]) or Decimal(0)
        yield _placed(text, match, operator, value * 12 + months, "个月")
    else:
        yield _placed(text, match, operator, value)


_WINDOW = re.compile(r"[^,。;\d]{2,16}(?:超过|达到?|满|不少于|不低于|累计|低于|少于)[^,。;]{0,2}\d")
_AFTERWARDS = re.compile(
    r"(?:入驻|录[用取]|聘用|入职|签约|获批|批准|立项|中标|入住|交付|上岗|领[证取]|发证|迁入|落户|公示|受理)(?:之|以)?后$"
)
_DOES = re.compile(r"(?!的|未|无|没)[^,。;]{2,}")
_OF_PLACES = frozenset(("米", "公里", "千米", "km"))
_NOT_THERE = re.compile(r"[^,。;]{0,6},?[^,。;]{0,4}(?:不得|禁止|严禁|不准|不许)")


def _lasts(match: re.Match[str]) -> bool:
    """Whether a number is of a time within which something happens: 一年内."""
    return "内" in match["post"] and match["unit"] in _OF_CALENDAR | {"个月"}


# 1人以上（不含法定代表人）leaves somebody out, and not the number.
_LEFT_OUT = re.compile(r"\(不含(?:本数|本级|本身|[\d一二两三四五六七八九十]+[^()]{0,4})?\)")


# 35周岁（含）, 以上（含三层）; 480元（含冬装1套）tells what is in it.
_ITSELF = re.compile(
    r"\((?:含|包含|包括)(?:本[数级身]|当[年日]|在内|[\d一二两三四五六七八九十]+[^()]{0,4})?\)"
)


def _operator(word: str, post: str) -> str | None:
    excluded = bool(_LEFT_OUT.search(post))
    included = bool(_ITSELF.search(post))
    if re.fullmatch(_RELAXED, word) and "以上" in post:
        return ">" if excluded else ">="  # 年龄放宽至19周岁以上
    if re.fullmatch(rf"{_AT_MOST}|{_RELAXED}", word) or (
        re.search(r"以下|内", post) and not re.fullmatch(_UNDER, word)
    ):
        return "<" if excluded else "<="
    if re.fullmatch(_UNDER, word):
        return "<=" if included else "<"
    if re.fullmatch(_OVER, word):
        return ">=" if included else ">"
    if re.fullmatch(_AT_LEAST, word) or "以上" in post:
        return ">" if excluded else ">="
    return ">=" if included else None


def _placed(text: str, match: re.Match[str], operator: str, value: Decimal, unit: str = "") -> Placed:
    other = _OTHER_END.search(text[: match.start()], max(0, match.start() - 3 * _NEAR))
    start = other.start() if other else match.start()
    before = own_words(text, start)
    if _STEADY.match(text[match.end() : match.end() + _NEAR]) and before.endswith("近"):
        before = (re.match(r"[^,。;、]*", text[match.end() :]) or [""])[0]
    unit = unit or ("年" if match["unit"] == "周年" else match["unit"])
    if unit == "周":
        value, unit = value * 7, "天"
    experience = _EXPERIENCE.match(text, match.end())
    if experience and unit in ("年", "个月"):
        before = experience[0] + before
    # 成绩在年级前列, 3年以上: what stands behind counts too where the number comes first
    behind = re.match(r"的?([^,。;、\d]{1,10})", text[match.end() :])
    leaf = bound_leaf(
        operator,
        value,
        unit,
        before,
        text[: match.end()],
        f"{before}{text[start : match.end()]}".strip(),
        behind[1] if behind else "",
    )
    return Placed(match.start(), match.end(), leaf)
