"""The parts of an English clause in the order of Chinese, as its words are placed.

What hangs on by a preposition (`hang`) goes before what it hangs on, before the verb, or behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus import patterns as re
from index.places import province_of

__all__ = ["LENGTH", "Parts", "hang"]


_OF_DEGREE = frozenset({"最低", "最高", "平均", "年度", "首次", "总"})  # stay beside their noun: 论文最低字数


@dataclass(slots=True)
class Parts:
    """A clause in the making: `modal` (能, 怎么) goes before the verb, `denies` waits for what it denies."""

    modal: str = ""
    subject: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    verb: str = ""  # the last verb
    denies: str = ""
    last: list[str] = field(default_factory=list)  # where the last noun stands
    inner: int = -1  # at which place from the end

    @property
    def innermost(self) -> str:
        """What a preposition behind hangs on."""
        return self.last[self.inner] if self.last else ""

    def put(self, where: list[str], chinese: str) -> None:
        where.append(chinese)
        self.last, self.inner = where, -1

    def put_before_last(self, noun: str) -> None:
        """Before what was placed last; what hangs on next hangs on this one."""
        at = len(self.last) + self.inner
        while at > 0 and self.last[at - 1] in _OF_DEGREE:
            at -= 1
        self.last.insert(at, noun)
        self.inner = at - len(self.last)

    def put_time(self, chinese: str) -> None:
        first = chinese in {"今年", "去年", "明年"}
        self.times.insert(0 if first else len(self.times), chinese)

    def put_noun(self, chinese: str) -> None:
        if not chinese or (self.last and self.last[-1].endswith(chinese) and len(chinese) > 1):
            return
        self.deny("是" if self.verb in {"", "是"} else "")
        self.put(self.body if self.verb or self.body else self.subject, chinese)

    def put_verb(self, chinese: str) -> None:
        if self.denies:
            never = self.denies == "从没" and not chinese.endswith("过")
            self.body.append("没" if chinese == "有" else {"不带": "不"}.get(self.denies, self.denies))
            chinese += "过" if never else ""
            self.denies = ""
        self.put(self.body, chinese)
        self.verb = chinese

    def deny(self, named: str = "") -> None:
        """Says a negation that has no verb to go before."""
        if self.denies:
            where = self.body if self.verb or self.subject else self.subject
            spoken = {"不带": "没有", "从没": "没有"}.get(self.denies, self.denies)
            where.append(spoken + (named if self.denies == "不" else ""))
            self.denies = ""


LENGTH = re.compile(r".*[\d几半](?:年半?|个月|天|周|个工作日|小时|学时)(?:多|左右)?")
_PLACE = re.compile(
    r"(?:公司|企业|单位|工厂|机构|医院|学校|大学|高校|研究所|中心|银行|学院|[省市县区]|街道|社区|外地|本地|农村|城镇"
    r"|国外|窗口|大厅)$"
)
_DEGREE = re.compile(r"(?:本科|硕士|博士|大专|中专|中职|技校|职称|证书|学历|工程师)$")
_PRONOUNS = frozenset({"我", "我们", "他", "她"})
_PERSON = re.compile(r"(?:我|我们|他|她|他们|[父母]亲|孩子|儿子|女儿|老[婆公]|配偶|朋友|人)$")
_DONE_AS = frozenset({"从事", "做", "开始做", "算"})


def hang(clause: Parts, preposition: str, noun: str, field: bool) -> None:
    """Places a noun with its preposition; `field` where it is one of study or work."""
    place = _is_place(noun)
    if clause.denies and preposition in {"in", "at"}:
        clause.deny()
        clause.put(clause.body, f"在{noun}")
    elif field and preposition in {"in", "as"} and clause.verb == "工作":
        clause.body[clause.body.index("工作")] = f"从事{noun}"
    elif preposition in {"of", "for"}:
        _of(clause, preposition, noun, place)
    elif preposition in {"in", "at", "on", "into", "inside"}:
        _in(clause, preposition, noun, field)
    elif preposition == "from":
        _from(clause, noun, place)
    elif preposition in {"with", "under", "compared with", "compared to"}:
        _with(clause, preposition, noun, place)
    elif preposition == "to" or (preposition == "as" and clause.verb in _DONE_AS):
        given = "给" if clause.verb in {"借", "出借", "给", "转让"} else ""
        clause.put(clause.body, f"{given}{noun}这里" if noun in _PRONOUNS and not given else given + noun)
    elif preposition == "as" and clause.verb in {"使用", "提交"}:
        clause.put(clause.body, f"作为{noun}")
    elif preposition in {"into", "inside"} and clause.verb:
        clause.put(clause.body, f"进{noun}")
    elif preposition == "as":
        clause.put(clause.places, f"作为{noun}")
    else:
        _beside(clause, noun)


def _of(clause: Parts, preposition: str, noun: str, place: bool) -> None:
    on = clause.innermost
    if preposition == "for" and noun in _PRONOUNS and clause.verb not in {"", "是", "有"}:
        clause.put(clause.places, f"帮{noun}")
        return
    at_work = place and preposition == "for" and clause.verb != ""  # work for a company
    if (LENGTH.fullmatch(on) and not (clause.verb and place)) or (on and on != clause.verb and not at_work):
        if not noun.endswith("元"):
            clause.put_before_last(noun)
        elif preposition == "of":
            clause.put(clause.last, noun)  # an income of so much
        else:
            clause.put(clause.places, f"花{noun}")
    elif at_work:
        clause.put(clause.places, f"在{noun}")
    elif on == clause.verb and on:
        clause.put(clause.body, noun)
    else:
        clause.put_noun(noun)


def _in(clause: Parts, preposition: str, noun: str, field: bool) -> None:
    on, place = clause.innermost, _is_place(noun)
    named = clause.verb == "是" and clause.last is clause.body and clause.body[-1:] != ["是"]
    if preposition == "in" and LENGTH.fullmatch(on) and not (clause.verb and place):
        clause.put_before_last(noun)
    elif field and clause.verb in {"毕业", "在读"}:
        clause.put(clause.places, f"{noun}专业")
    elif (field and _DEGREE.search(on)) or named:
        clause.put_before_last(noun)
    elif place and clause.last is clause.places and _PLACE.search(on):
        clause.places[-1] = f"在{noun}{on.removeprefix('在')}" if on.startswith("在") else noun + on
    elif on and on not in _PRONOUNS and not clause.verb and not clause.modal:
        clause.put_before_last(noun)
    elif place:
        clause.put(clause.places, f"在{noun}")
    else:
        _beside(clause, noun)


def _from(clause: Parts, noun: str, place: bool) -> None:
    named = clause.verb == "是" and clause.last is clause.body and clause.body[-1:] != ["是"]
    if named or (place and not clause.verb and clause.subject):
        clause.put_before_last(noun)
    elif clause.verb == "是":
        person = place and clause.subject and _PERSON.search(clause.subject[-1])
        clause.put(clause.body, f"是{noun}{'人' if person else '的'}" if place else noun)
    else:
        _beside(clause, noun)


def _with(clause: Parts, preposition: str, noun: str, place: bool) -> None:
    if noun in _PRONOUNS:
        clause.put(clause.places, f"和{noun}")
    elif clause.verb == "毕业":
        clause.put(clause.places, noun)
    elif place and preposition == "with":
        clause.put(clause.places, f"在{noun}")
    else:
        word = {"under": "按", "with": "有"}.get(preposition, "比")
        if clause.verb == "是" and clause.body and word == "有":
            clause.body.append("，")
        where = clause.body if clause.verb == "是" else clause.places if clause.verb else clause.subject
        clause.put(where, ("有" if noun == "合同" else word) + noun)


def _beside(clause: Parts, noun: str) -> None:
    if clause.verb or clause.modal:
        clause.put(clause.places, noun)
    else:
        clause.put_noun(noun)


def _is_place(noun: str) -> bool:
    """A place by its kind or its name: one that is known, or a name in pinyin."""
    return bool(_PLACE.search(noun)) or noun in province_of() or re.fullmatch(r"[a-z]{5,}", noun) is not None
