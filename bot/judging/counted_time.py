"""Whether a time told is counted among the years: 实习算工龄吗, 这段能往里加吗.

By the sentence on what is told that says whether it counts; else by one that takes time of its kind off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer_parts import Verdict
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from corpus.conditions.deductions import deductions_of
from corpus.notice import Notice
from index.normal import search_key
from index.passages import sentences

__all__ = ["judge_counted"]

_LOOKED_AT = 20  # passages read
_YEARS = r"(?:工?作?年限|工龄|资历|工作经[历验]|年资|从业时间|任职时间)"
_COUNTS = r"(?:算不算|算[进入到作成]*|计不计入?|计入?|累计|作为|当作?|抵|加)"
_ASKS = re.compile(
    rf"{_COUNTS}[^,，。]{{0,6}}{_YEARS}|{_YEARS}[^,，。]{{0,10}}{_COUNTS}|往里[加算]"
    rf"|(?:算|计|加|累[计加]|折算|合并)(?:不算|进去|进|入|上去?|在内|到)?(?:{_YEARS}|里面?|总数)?$"
)
_ENDS = re.compile(r"[吗么嘛呢吧啊呀不没否?？!！。\s]+$")
_HOW = re.compile(r"怎|咋|如何|多少|几|什么|啥|哪")


def _asks_counting(text: str) -> bool:
    """Whether it is asked if a time told is counted among the years."""
    asking = _ENDS.sub("", search_key(asking_part(text)))
    return _ASKS.search(asking) is not None and _HOW.search(asking) is None


def judge_counted(text: str, notice: Notice | None, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence that says of a time told whether it is counted; [] where that is not asked or not said."""
    if not own or not _asks_counting(text):
        return []
    told = max(_told(search_key(text), own), key=lambda f: f[0], default=None)
    if told is not None:
        return [told[1]]
    return _taken_off(text, notice, own[0]) if notice is not None else []


_COUNTED = re.compile(
    r"(?P<what>(?:[^,，。;；]{3,40}的[,，])?[^,，。;；]{2,40}?)(?:的?(?:时间|期间|年限|经历|月份))?[,，]?(?:均|都|也|一律|可以?|应当?|予以)*"
    r"(?:(?P<out>不)?(?:能|予)?(?:算作?|计入|计算|累[加计]|折算|合并)(?!到|至|截)|(?P<off>扣除|扣减|剔除))"
)
_SHORT = 3  # pairs of what is called so shortly that one of them tells it
_SHARED = 0.3  # the share of what is counted, in pairs of characters, that has to be told


def _told(asked: str, own: Sequence[Evidence]) -> Iterator[tuple[float, Judgement]]:
    """What the sentences say that speak of the time told, each with how much of it they say."""
    for passage in own[:_LOOKED_AT]:
        for match in _COUNTED.finditer(search_key(passage.passage.text)):
            what, out = match["what"], bool(match["out"] or match["off"])
            pairs = {what[i : i + 2] for i in range(len(what) - 1)}
            shared = sum(p in asked for p in pairs)
            if shared < (2 if len(pairs) > _SHORT else 1) or shared / len(pairs) < _SHARED:
                continue
            why = f"通知写明{what}{'不' if out else ''}计算在内"
            yield shared / len(pairs), Judgement(_verdict(out), passage, why, counts=True)


def _verdict(out: bool) -> Verdict:
    return Verdict.NOT_ELIGIBLE if out else Verdict.ELIGIBLE


def _taken_off(text: str, notice: Notice, nearest: Evidence) -> list[Judgement]:
    """The sentence that takes off time of the kind told, wherever it stands."""
    found = next((d for d in deductions_of(notice) if d.names(text)), None)
    if found is None:
        return []
    spans = (p for s in notice.clauses[found.clause].spans for p in sentences(notice.text, s))
    for span in spans:
        said = notice.quote(span)
        if said.strip("。;； ").endswith(found.words[-_END:]):
            passage = replace(nearest.passage, clause=found.clause, span=span, text=said)
            evidence = replace(nearest, passage=passage)
            return [Judgement(Verdict.NOT_ELIGIBLE, evidence, "", counts=True)]
    return []


_END = 12  # characters by which the end of a sentence is known
