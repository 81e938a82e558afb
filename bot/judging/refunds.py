"""Whether money that was paid is given back: 没去考试钱能退吗 on 缴费截止后本人不参加的，不予退还."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer_parts import Verdict
from bot.finding.evidence import Evidence
from bot.judging.excepted import claims, exceptions_in
from bot.judging.judgement import Judgement
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from index.normal import search_key

__all__ = ["asks_refund", "judge_refund"]

_LOOKED_AT = 20  # passages that may say what is given back
_BACK = r"退(?!休|役|伍|学(?!费)|租|出|场|赛|宿)"
_ASKS = re.compile(
    rf"(?:能|可以?|给|会|让|还)(?:不能|不可以|不给)?[^,，。;；?？]{{0,4}}{_BACK}[^,，。;；?？]{{0,6}}(?:吗|么|不|嘛|没)?[?？。]*$"
    rf"|{_BACK}(?:不退|[费钱款]?(?:吗|么|不))[?？。]*$|(?:能|给|可以?)不[能给可]以?{_BACK}"
)
# A sentence on giving back: of which case, and whether not.
_GIVES = re.compile(
    rf"(?P<case>[^。;；]*?)[,，]?(?:(?P<out>(?:不予|概不|不再|不得|不能|不办理|不)(?:办理)?{_BACK})|(?:全额|予以|全部|可以?|原路|申请)*(?:办理)?{_BACK}(?=还|费|款|回))"
)
# What people say for what a notice calls not taking part, and for being in time or late.
_CASES = (
    (
        re.compile(r"不参加|未参加|缺考|弃考|未到|放弃|取消"),
        re.compile(
            r"没去|没来|不去|不来|去不了|来不了|不考|没考|不想|缺考|弃考|没参加|不参加|放弃|反悔|不要了|取消"
        ),
    ),
    (re.compile(r"审核(?:未|不)通过|不符合"), re.compile(r"没过审|审核没过|没通过审核|审核不过|不符合")),
    (re.compile(r"重复缴|多缴|误缴"), re.compile(r"交重|多交|重复交|交了两")),
    (
        re.compile(r"不(?:单独)?开[考班课]|取消(?:考试|展出|比赛|活动)|停办"),
        re.compile(r"没开成|不开了|取消考试|没开考|没开班|开不成|取消了?(?:展出|比赛|活动)"),
    ),
)


def asks_refund(text: str) -> bool:
    """Whether it is asked if money is given back."""
    asking = search_key(asking_part(text))
    return _ASKS.search(asking) is not None and not _HOW_MUCH.search(asking)


_HOW_MUCH = re.compile(r"多少|几")
_MONEY = re.compile(r"[费款金钱票价]")  # 申报材料不予退还 gives no money back


def judge_refund(text: str, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The sentence on giving back that is of the case told; both sides where none is told; [] for none."""
    if not asks_refund(text):
        return []
    asked = search_key(text)
    found = [(share, j) for e in evidence[:_LOOKED_AT] for share, j in _judged(asked, e)]
    best = max((share for share, _ in found), default=0)
    top = [j for share, j in found if share == best]
    if top and len({j.verdict for j in top}) > 1:
        return [replace(top[0], verdict=Verdict.NEEDS_INFO, why="要看是哪种情况")]
    return top[:1] if best else []


def _judged(asked: str, evidence: Evidence) -> Iterator[tuple[int, Judgement]]:
    """What each sentence of a passage on giving back says: 2 for the case told, 1 for all, 0 for another."""
    passage = search_key(evidence.passage.text)
    freed = any(claims(e, passage, asked) for e in exceptions_in(passage))
    for match in _GIVES.finditer(passage) if _MONEY.search(passage) else ():
        if re.search(r"(?:材料|资料|作品|照片|证件)[^,，。;；费]{0,6}$", match["case"]):
            continue
        of_case = [told.search(asked) is not None for case, told in _CASES if case.search(match["case"])]
        of_some = bool(of_case) or _OF_SOME.search(match["case"]) is not None
        out = match["out"] is not None and not freed
        verdict = Verdict.NOT_ELIGIBLE if out else Verdict.ELIGIBLE
        why = "通知写明不退" if out else "符合除外情形" if freed else "通知写明可以退"
        yield 2 if any(of_case) else 0 if of_some else 1, Judgement(verdict, evidence, why)


# Who is so described, or in time: 提出书面申请的, 截止前.
_OF_SOME = re.compile(r"的$|的[,，]|[之以]?前|(?<![缴交付报费])后|因")
