"""What a sentence permits, and to whom: to all, on terms, to organisations or to others alone."""

from __future__ import annotations

from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.aims import kinds_of_people, says_kind
from bot.judging.confined import asks_of_several, names_number
from bot.judging.other_cases import FORBIDS
from bot.judging.phases import of_this_phase
from corpus import patterns as re
from corpus.conditions.norms import OF_A_KIND
from index.normal import search_key

__all__ = ["COMMON", "LEAVE_GIVEN", "grants_organisation", "nearest", "on_terms", "permits", "plain_form"]

LEAVE_GIVEN = re.compile(r"未?经[^,，。;；]{0,14}?允许")  # which allows nothing by itself
# Words that nearly every notice and question share.
COMMON = frozenset(
    [
        "申报",
        "申请",
        "报名",
        "评审",
        "材料",
        "提交",
        "提供",
        "人员",
        "以下",
        "以上",
        "要求",
        "条件",
        "通知",
        "有关",
        "规定",
        "可以",
        "不可",
        "不得",
        "不能",
    ]
)
_PERMITS = re.compile(
    rf"的，?(?:均|都|也)?可(?:以|(?!{OF_A_KIND}))|可以|允许|有权|均可|可(?:申请|申报|办理|享受|报名|参加|选择|凭)"
)


# 可双面印刷: what may be done stands right behind the word.
_MAY = re.compile(
    r"(?:能不能|可不可以|能否|可否|可以|能|可)(?P<act>[^,，。;；?？]{2,10}?)(?:吗|么|不|没|嘛)?[?？]*$"
)
_MAY_BE = re.compile(r"(?<![许认不方才始])可(?![能行靠见比观])(?P<act>[^,，。;；、]{2,8})")


def _allows_act(asked: str, text: str) -> bool:
    """Whether a sentence says 可 of a word of the act that a question asks leave for."""
    wanted = _MAY.search(asked)
    act = wanted["act"] if wanted else ""
    pairs = {act[i : i + 2] for i in range(len(act) - 1)} - set(COMMON)
    return any(p in m["act"] for m in _MAY_BE.finditer(text) for p in pairs)


# 符合下列条件的，可以申请; 人均收入低于标准的家庭，可以申请: to those alone who are so described.
_ON_TERMS = re.compile(
    r"(?:符合|具备|满足)[^,，。；;]{0,60}条件|条件[:：]?$|\d{1,2}(?:周?岁)?[-—–~至到]\d{1,3}周?岁[^,，。；;]{0,10}可|(?:低于|高于|不超过|不低于|不满|年满|具有|持有)(?![^,]{1,6}(?:厘米|毫米|页|字|兆|mb))[^,，。；;]{2,40}(?:的|者|家庭|人员|居民|企业|单位)?[,，](?:均|都)?可"
    r"|满[\d一二两三四五六七八九十半]+[^,，。；;]{0,24}[,，]?(?:均|都|方|即)?可"
)


def on_terms(text: str) -> bool:
    """Whether a sentence grants something to those whom it describes: 符合条件的, 3-15周岁读者可办理."""
    return _ON_TERMS.search(text) is not None


_ORGANISATION = re.compile(
    r"(?P<who>单位|企业|公司|机构|学校|院校|部门|商户|合作社)[^,，。;；]{0,24}?[,，]?[^,，。;；]{0,8}可"
)


def grants_organisation(asked: str, text: str) -> bool:
    """Whether a sentence grants something to organisations, of which the question does not speak."""
    granted = _ORGANISATION.search(text)
    return granted is not None and granted["who"] not in asked


_GRANTED_TO = re.compile(
    r"(?:^|[,，。;；:：)）])(?P<who>(?!本|各|参|申|报|应|符合)[\u4e00-\u9fff、]{2,14}?(?:人员|考生|学生|家庭|职工|军人|者))[,，]?(?:均|也|都)?可"
)


# 对牛奶过敏的可以报: to those alone who are so described.
_TO_SUCH = re.compile(r"(?P<who>[^,，。;；]{2,20}的)[,，]?(?:也|均|都)?可以?")


def _grants_others(question: Question, text: str) -> bool:
    """Whether a sentence grants something to a kind of people that the question does not name: 听障人员可."""
    granted = _GRANTED_TO.search(text)
    asked = f"{question.context} {question.text}"
    if (described := _TO_SUCH.match(text)) is not None:
        pairs = {described["who"][i : i + 2] for i in range(len(described["who"]) - 1)} - COMMON
        return not any(p in asked for p in pairs)
    kinds = kinds_of_people(granted["who"]) if granted else []
    return bool(kinds) and all(says_kind(k, asked) < _OF_KIND for k in kinds)


_OF_KIND = 0.5  # the share of the name of a kind that is said by who belongs to it


# 低保对象可享受水费减免 grants those who have one thing another.
_GIVEN = re.compile(r"可以?(?:享受|领取|获得|申领)(?P<what>[^,，。;；]{2,30})")
_WANTED = re.compile(r"(?:享受|领取|申领|拿到?|领到?)(?P<what>[\u4e00-\u9fff]{2,8}?)[吗么不没]?[?？]?$")


def _grants_another(asked: str, text: str) -> bool:
    """Whether a sentence grants something of which no part is what is asked for."""
    given, wanted = _GIVEN.search(text), _WANTED.search(asked)
    if given is None or wanted is None:
        return False
    pairs = (wanted["what"][i : i + 2] for i in range(len(wanted["what"]) - 1))
    return not any(p in given["what"] for p in pairs)


def permits(question: Question, evidence: Evidence) -> bool:
    """Whether a sentence grants just what is asked about, with nothing in it that forbids or bounds."""
    text = nearest(question.text, search_key(evidence.passage.text))
    given = LEAVE_GIVEN.sub("", text)
    allowed = _PERMITS.search(given) is not None or _allows_act(question.text, given)
    if evidence.coverage < 0.5 or not allowed or FORBIDS.search(text):
        return False
    if on_terms(text) or grants_organisation(question.text, text) or _grants_others(question, text):
        return False
    if _grants_another(question.text, text):
        return False
    if asks_of_several(question.text) and not names_number(text):
        return False  # how many is what is asked about
    return not re.search(r"没|不|未|无", plain_form(question.text).rstrip("不没?？"))


def nearest(asked: str, text: str) -> str:
    """Of the halves of a passage between semicolons and stops, the one that says most of what is asked.

    甲与乙不得兼得；甲与丙可以兼得: which of the two is asked about.
    """
    text = of_this_phase(text, asked)
    parts = [p for p in re.split(r"[;；。]", text) if len(p) >= 6]
    if len(parts) < 2:
        return text
    pairs = {asked[i : i + 2] for i in range(len(asked) - 1)} - COMMON
    said = {p: sum(p[i : i + 2] in pairs for i in range(len(p) - 1)) for p in parts}
    best = max(parts, key=lambda p: said[p])
    clear = said[best] >= 2 and sum(n == said[best] for n in said.values()) == 1
    return best if clear else text


def plain_form(text: str) -> str:
    """The text with A-not-A questions in their plain form, since they deny nothing: 可不可以 as 可以."""
    return re.sub(r"(?!还没还)([\u4e00-\u9fff])[不没]\1", r"\1", text)
