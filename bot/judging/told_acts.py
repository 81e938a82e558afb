"""What people tell in a verb and its object, by the words that notices use: 把房子卖了, 占了5%的股."""

from __future__ import annotations

from bot.speech.short_forms import shortened
from corpus import patterns as re

__all__ = ["acts_named", "done_to", "is_settled", "of_a_pair", "of_sale_alone", "tells_sale"]

_SOLD = re.compile(r"卖(?:了|过|掉|出|给)|(?:过户|转)给")
_SOLD_THING = re.compile(r"([房车店])(?:子|铺)?(?:都|也|给|全)?(?=卖|转|过户)")
# What every notice on residence calls a living and a home that are settled.
_SETTLED = (
    (
        re.compile(
            r"租(?:的|了|着|住)?[^，。；]{0,4}房|住(?:在)?[^，。；]{0,4}(?:宿舍|[家亲友戚]家|朋友那)|[买有]了?[^，。；]{0,2}房"
        ),
        "稳定住所",
    ),
    (
        re.compile(
            r"(?:在|去)[^，。；]{1,12}(?:上班|打工|工作|干活)|有(?:正式|固定)?工作|开了?[^，。；]{0,4}[店铺厂]|签了?[^，。；]{0,4}劳动合同"
        ),
        "稳定就业",
    ),
)
_DENIED = re.compile(r"[没未不无]")
_THINGS = {"房": "住房", "车": "车辆", "店": "店铺"}
_SHARES = re.compile(r"(?:占|持|入|有)(?:了|过|着)?[^，。股]{0,6}股(?![票市民息金])")
_LOAN = re.compile(r"[\u4e00-\u9fff]贷(?!款)")  # 车贷 is a loan
# 自己交社保, 个人交的养老: insured without an employer
_PAYS_ALONE = re.compile(
    r"(?:自己|个人|自行)(?:在|一直)?[交缴](?:着|的|了)?[^，。；]{0,6}(?:社保|养老|医保|保险)"
)
_STUDIES = re.compile(
    r"在[^，。；]{1,8}(?:读|念|上)(?:书|[^，。；班过]{0,3}(?:学|校|专|本|研|博|[一二三四]))"
)
_ENTERS = re.compile(r"[上读念](?:过|了)?(?:小学|初中|高中|中学|幼儿园|大学)")
# 低保上月停了: a benefit that is no longer drawn
_STOPPED = re.compile(r"(?:金|补贴|津贴|补助|低保|待遇)[^，。；停]{0,6}停(?:了|掉|发|领|过|的|$)")
_SALE = re.compile(r"转让|出售|出让")


def acts_named(part: str) -> str:
    """What notices call the acts that a part tells: 把房子卖了 as 转让住房, 占了5%的股 as 股东."""
    thing = _SOLD_THING.search(part)
    sold = f" 转让{_THINGS[thing[1]]} 出售{_THINGS[thing[1]]}" if thing else " 转让 出售"
    shares = " 股东" if _SHARES.search(part) else ""
    loans = " 贷款" if _LOAN.search(part) else ""
    studies = " 就读" if _STUDIES.search(part) else " 入读" if _ENTERS.search(part) else ""
    stopped = " 停领 停发 停止享受" if _STOPPED.search(part) else ""
    alone = " 以灵活就业身份缴纳" if _PAYS_ALONE.search(part) else ""
    return f"{sold if _SOLD.search(part) else ''}{shares}{loans}{alone}{stopped}{studies}{of_a_pair(part)}"


def is_settled(phrase: str, text: str) -> bool:
    """Whether a text tells of the settled home or living that a phrase names: 租的房子, 在超市打工."""
    told = next((pattern for pattern, name in _SETTLED if phrase.endswith(name)), None)
    return told is not None and told.search(text) is not None and not _DENIED.search(text)


# 吊销机动车驾驶证, which people tell the other way round: 驾照被吊销了.
_DONE_TO = re.compile(
    r"(?P<act>吊销|撤[销回]|取消|注销|没收|收回|扣留|暂扣|冻结|解除|终止|损[坏毁]|公告|交回|退回|遗失|丢失|变更|涂改|伪造|出租|出借|转借)(?P<thing>[\u4e00-\u9fff]{2,})"
)
_NAMED = 0.6  # what a phrase counts for of which the act and the thing are said apart


def done_to(phrase: str, text: str) -> float | None:
    """How far a text tells of what was done and to what, in whatever order; None for a phrase of no such
    thing, or where the act is told and nothing more than its share of the phrase."""
    done = _DONE_TO.fullmatch(phrase)
    if done is None:
        return None
    if done["act"][0] not in text:
        return 0.0  # who has a licence says nothing of one that was taken away
    named = done["thing"][-2:] in text or shortened(done["thing"], text) >= _HALF
    return _NAMED if named and done["act"] in text else None


_HALF = 0.5


# 左边耳朵, 右眼: 单耳, 单眼; 两只眼睛: 双眼
_OF_TWO = re.compile(r"(?P<how>[左右一两双])(?:边|只|侧|条)?的?(?P<part>[耳眼腿脚手肾臂])(?:朵|睛)?")
# 听力不好, 看不清: 听力障碍, 视力障碍
_IMPAIRED = re.compile(
    r"(?P<sense>[听视智])力[^，。；]{0,2}(?:不好|很?差|不行|弱|有(?:点|些)?(?:问题|障碍|毛病))"
    r"|(?P<act>[听看])不(?:清|见|到)(?!楚?[吗么])"
)


def of_a_pair(text: str) -> str:
    """What notices call one or both of what everybody has two of, and what is amiss with it: 单耳听力障碍."""
    parts = [f"{'双' if m['how'] in '两双' else '单'}{m['part']}" for m in _OF_TWO.finditer(text)]
    senses = [(m["sense"] or m["act"]).replace("看", "视") for m in _IMPAIRED.finditer(text)]
    impaired = [f"{parts[-1] if parts else ''}{s}力障碍" for s in senses]
    return "".join(f" {word}" for word in (*parts, *impaired))


def tells_sale(part: str) -> bool:
    """Whether a part tells that something was sold."""
    return _SOLD.search(part) is not None


def of_sale_alone(phrase: str, part: str) -> bool:
    """Whether a phrase is of a sale and a part of none: who has no home now may have sold one."""
    return bool(_SALE.search(phrase)) and not re.search(r"卖|转|过户|出售|出让", part)
