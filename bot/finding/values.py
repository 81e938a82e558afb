"""Whether a passage holds a value of the kind that a question wants: money, a day, a number of something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Fact, FactKind
from index.normal import search_key

__all__ = ["holds", "is_thing", "telling_unit"]

_KINDS = {
    "money": FactKind.MONEY,
    "phone": FactKind.PHONE,
    "email": FactKind.EMAIL,
    "url": FactKind.URL,
    "address": FactKind.ADDRESS,
    "date": FactKind.DATE,
}


# Values that are no typed fact: fees waived or paid back in part, numbers without a word that says phone.
_WRITTEN = {
    "money": re.compile(
        r"免(?:费|收|交|缴|除|租|[\u4e00-\u9fff]{1,3}费)|减半|不收(?:取)?|不用交|不退|(?:退还|退|收取|按|补)[^,。;]{0,8}(?:\d%|分之)"
        r"|[一二两三四五六\d]个月的?(?:房?租金?|工资|缴费|月租)"  # 押金为两个月租金
        r"|(?:处|按|罚|[加补][收缴])[^,。;]{0,14}?(?:\d|[一二两三四五六七八九十])倍"  # 加收10倍票款
    ),
    # Where something is held, in words that are no postal address: 在东园会议中心召开, 地点：实验楼3楼.
    "address": re.compile(
        r"(?:地点|地址|考点|会场|场所)[^,。;]{0,6}[:为是在]|在[^,。;]{2,20}(?:成功)?(?:召开|举行|举办|进行|集合|报到|上课)"
        r"|[\u4e00-\u9fff]{2,}(?:宾馆|酒店|饭店|大厦|大楼|广场|会议室|礼堂|校区|体育[馆场]|会展中心|大厅)"
    ),
    "date": re.compile(r"(?:次[年月日]|之日)起"),  # 从毕业的次月起计算
    "phone": re.compile(
        r"(?<![\d.:/])(?:\d{4}[ -]\d{3,4}|\d{7,8}|1\d{10}|12\d{3}|96\d{3})(?![\d:.]|[年月元万人])"
    ),
}
# What a notice leaves to be made known later, which answers when and where: 时间和地点另行通知.
_SETTLED_LATER = frozenset({"date", "hours", "address"})
_LATER = re.compile(
    r"另行(?:通知|公告|公布|安排|告知)|(?:时间|日期|地点|安排)[^，。；]{0,8}(?:以.{1,16}为准|待定|另定|视[^，。；]{1,12}而定)"
)
# A system by its name in quotation marks, or what is logged in to.
_PLATFORM = re.compile(
    r"[“”「\"][^“”」\"]{2,40}(?:系统|平台|网|网站|小程序|公众号|客户端|APP|App)[”」\"]"
    r"|(?:登录|登陆|进入|通过|关注|访问)[^,，。；;]{0,30}(?:系统|平台|网站|网(?![上络])|小程序|公众号|客户端)"
)
_FREQUENCY = re.compile(
    r"每(?:[\d一二两三四五六七八九十半]+个?|个)?(?:年|月|季度?|周|星期|天|日|学期|届)|(?:每|按)(?:年|月|季|周)"
    r"|(?:[\d一二两三四五六]+|半)个?(?:年|月|周|学期|季度)[\u4e00-\u9fff]{0,4}?[\d一二两三四五六]+[次届回]"
)
_HOUR = re.compile(
    r"(?:上午|下午|晚上|每日|每天|早上)[^,。;]{0,3}\d{1,2}\s*[时時点:]"
    r"|(?:时间|[周日天前后四五六至、和]|(?<![(（])星期.)[^,。;\d]{0,3}(?<!\d)\d{1,2}:[0-5]\d(?!\d)"
    r"|(?<![\d:])\d{1,2}:[0-5]\d(?:停止|以?前|之前|后|起|关|开|闭|止)"
    r"|(?:周|星期)[一二三四五六日天末][^,。;]{0,4}(?:开放|开门|办公|上班|受理|休息|闭馆)"
    r"|时间[^,。;]{0,8}(?:周[一二三四五六日末]|星期[一二三四五六日]|(?<![个\d])工作日|节假日)"
)
_CLOCK = re.compile(r"\d[:：]\d|[周期][一二三四五六日天末]")  # hours of opening are no length of time
_POINTS = re.compile(r"[积得评]分：\d+(?=；|$)")  # of a row as it is read out
# The hour itself, which the days of opening do not tell.
_OCLOCK = re.compile(r"\d{1,2}\s*[:：]\s*[0-5]\d(?!的?比例)|\d{1,2}\s*[时時点](?!间|段|长)|24\s?小时|全天")
_LESS = re.compile(
    r"(?:优惠|减免?|便宜|少[交收缴]|抵扣|返)[^,，。;；]{0,8}\d|\d[^,，。;；]{0,6}(?:优惠|减免)"
    r"|[\d一二三四五六七八九]折|半价|减半|免费|免[收交缴票除]|全免"
)
_TURNS, _SHORT = frozenset(("次", "回", "趟")), frozenset(("小时", "分钟"))  # units of how often, how long
_HOURS_UNIT = frozenset(("点",))  # an hour is asked for and not on which days
_TIMES = re.compile(r"(?:\d|[一二两三四五六七八九十])[次回趟]")
_LASTS = re.compile(
    r"当年|长期|永久|有效期(?:至|到)|(?:至|到)\d{4}年[^,。;]{0,12}(?:有效|为止|止)|\d{4}年[^,。;]{2,12}(?:至|到|-|—)\d{4}年|个(?:月|工作日)|(?:(?<!\d)\d{1,3}|[一二两三四五六七八九十]+)(?:年(?!\d|[度级底初])|天|日内|小时|周(?!岁))"
)


def telling_unit(want: str, unit: str) -> str:
    """The unit of a question where it matters to whether a passage holds a value of a kind, else `""`."""
    matters = {"frequency": _TURNS, "duration": _SHORT, "hours": _HOURS_UNIT}.get(want)
    return unit if want == "count" or (matters is not None and unit in matters) else ""


def holds(want: str, unit: str, facts: Sequence[Fact], text: str) -> bool:
    """Whether a value of the kind wanted, counted in a unit where one is asked for, is among `facts` or in
    `text`."""
    if want in _SETTLED_LATER and _LATER.search(text):
        return True
    if want in _KINDS:
        found = any(f.kind is _KINDS[want] for f in facts)
        if want in _WRITTEN and _WRITTEN[want].search(search_key(text)):
            return True
        return found or (want == "date" and any(_says_when(f, text) for f in facts))
    match want:
        case "hours" if unit in _HOURS_UNIT:
            return bool(_OCLOCK.search(text))
        case "hours":
            timed = any(f.kind is FactKind.PERIOD and (":" in f.text or "：" in f.text) for f in facts)
            return timed or bool(_HOUR.search(search_key(text)))
        case "percent":
            share = any(f.kind is FactKind.QUANTITY and ("%" in f.text or "百分" in f.text) for f in facts)
            return share or bool(re.search(r"\d\s*[:：]\s*\d(?!\d)|\d成|\d\s*[％‰]|千分之", text))
        case "reduction":
            return bool(_LESS.search(search_key(text)))
        case "score":
            scored = any(f.kind is FactKind.QUANTITY and f.unit == "分" for f in facts)
            return scored or _POINTS.search(text) is not None
        case "platform":
            return any(f.kind is FactKind.URL for f in facts) or bool(_PLATFORM.search(text))
        case "frequency":
            counted = unit not in _TURNS or _TIMES.search(text) is not None
            return counted and bool(_FREQUENCY.search(text))
        case "figure":
            return bool(re.search(r"\d", text))
        case "duration" if unit in _SHORT:
            return bool(
                re.search(
                    r"\d\s*(?:小时|分钟)|\d[:：]\d{2}\s?[-—–~至]{1,2}\s?\d{1,2}[:：]\d{2}|[一二两三四五六七八九十半]个?(?:小时|分钟)",
                    text,
                )
            )
        case "duration":
            lasting = any(f.kind is FactKind.PERIOD and not _CLOCK.search(f.text) for f in facts)
            return lasting or bool(_LASTS.search(text))
        case "count":
            return _counts(unit, facts, _ROW_NUMBER.sub("", text) if "号：" in text else text)
        case _:
            return True


def _says_when(fact: Fact, text: str) -> bool:
    """Whether a length of time says when something is, and not how long it must have lasted: 满一年."""
    told = re.escape(fact.text)
    lasts = rf"满\s*{told}|{told}\s*(?:的?[\u4e00-\u9fff]{{0,2}}(?:期(?!间|内|限)|时长|学制))"
    return fact.kind is FactKind.PERIOD and not re.search(lasts, text)


_KEPT = 256  # units whose patterns are kept
_SAME_UNITS = {
    "名": "名人位",
    "人": "人名位",
    "家": "家户个所",
    "项": "项个件",
    "件": "件项个",
    "学时": "学时课时",
    "课时": "课时学时",
    "公里": ("公里", "千米", "米", "里"),
    "千米": ("公里", "千米", "米", "里"),
    "楼": ("楼", "层"),
    "层": ("楼", "层"),
    "号楼": ("号楼", "栋", "幢", "#"),
    "号线": ("号线",),
    "号馆": ("号馆",),
    "号窗口": ("号窗口",),
    "回": "次回",
    "趟": "次趟",
    "遍": "次遍",
    "本": "本册",
    "册": "册本",
}
_ROW_NUMBER = re.compile(r"(?:序号|编号|行号)：[^；]*；?")
_BARE_COUNT = re.compile(
    r"(?:\d|[一二两三四五六七八九十百])个(?![\u4e00-\u9fff])"
)  # 二等奖6个: of what stands before
# A number that fills a cell of a row as it is read out; one of a sentence is a telephone or a clock.
_CELL_NUMBER = re.compile(r"(?:[（(]([^（）()]{1,3})[）)])?：\d{1,6}(?=；|$)")
_ROW_UNIT = re.compile(r"：[^；：（()）]{1,12}[（(](元|万元|分|小时|天|%)(?:/[^（()）]{1,4})?[)）](?=；|$)")
_DIGIT = r"(?:\d|[一二两三四五六七八九十百千万])"
# An indefinite article counts nothing: 一名职工获奖 says not how many there are.
_MANY = r"(?:\d|[二两三四五六七八九十百千万]|一[十百千万])"
# 个 for another measure, not of a noun of its own: 108个, 12个企业, but no 3个层级.
_AS_MEASURE = r"个(?=[^\u4e00-\u9fff]|$|企业|单位|公司|机构|商户|项目|人|家庭)"
_TALLY = r"(?:\d|[一二两三四五六七八九十百千万]+[余多]?[个名位家人])"


def is_thing(unit: str) -> bool:
    """Whether what is counted is called by a noun (多少员工), not by a measure."""
    return len(unit) > 1 and unit not in _SAME_UNITS


_KINDS_OF = frozenset(("种", "类", "档", "类型"))
_LISTED = re.compile(
    r"(?:分为|分成|包括|包含|设有?|分别是)[:：]?[^。;；:：]{1,40}[、或和及][^。;；:：]{1,40}"
)


def _counts(unit: str, facts: Sequence[Fact], text: str) -> bool:
    """Whether something is counted in `unit` or its like; a noun counts beside a number. Of what kinds there
    are, a list of them tells how many."""
    if unit in _KINDS_OF and _LISTED.search(text):
        return True
    units, beside = _counting(unit)
    if not is_thing(unit):
        if _BARE_COUNT.search(text):
            return True
        own = [u for u in units if u != "个" or unit == "个"]  # 3个层级 counts no 家
        if any(f.kind is FactKind.QUANTITY and any(u in f.text for u in own) for f in facts):
            return True
        if "：" in text and _counts_in_cell(units, text):
            return True
    return any(u in text for u in units) and beside.search(text) is not None


@lru_cache(maxsize=_KEPT)
def _counting(unit: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """What counts as `unit`, and how it stands beside a number."""
    if is_thing(unit):
        nouns = (unit, *lexicon().synonyms.get(unit, ()))
        meant = "|".join(map(re.escape, nouns))
        before = rf"(?<![每第任.\d]){_MANY}{_DIGIT}*[余多]?[个名位家]?(?:{meant})"
        return nouns, re.compile(rf"{before}|(?:{meant})[^，。；]{{0,6}}{_TALLY}")
    units = ("学时", "课时", "时") if unit in ("学时", "课时") else tuple(_SAME_UNITS.get(unit, unit))
    meant = "|".join(_AS_MEASURE if u == "个" != unit else re.escape(u) for u in units)
    return units, re.compile(
        rf"{_DIGIT}\s*[多余]?\s*(?:{meant})|{_DIGIT}个(?!工作日|月|小时)[^，。；,;\d]{{0,6}}(?:{meant})"
    )


def _counts_in_cell(units: Sequence[str], text: str) -> bool:
    """Whether a cell has a bare number whose header names no other unit: 金额（元） counts no persons."""
    row = _ROW_UNIT.search(text)  # 初次考核（元/人）: of what every figure of the row is
    if row is not None and row[1] not in units:
        return False
    return any(not c.group(1) or c.group(1) in units for c in _CELL_NUMBER.finditer(text))
