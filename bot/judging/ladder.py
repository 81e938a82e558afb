"""Steps of a ladder: 省级由市级库内的企业遴选产生, so that 市级 may apply, and 区县级 may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer_parts import Verdict
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from corpus import patterns as re
from index.normal import search_key

__all__ = ["judge_step"]

_LOOKED_AT = 12  # passages read for what a step is chosen from
_STEP = re.compile(r"国家级|部级|省级|市级|区县级|县区级|县级|区级|乡镇级|街道级|校级|院级|系级|班级")
_CHOSEN_FROM = re.compile(
    r"(?P<upper>[^,;。]{2,40}?)(?:应当?|须)?(?:由|从)(?P<lower>[^,;。]{2,40}?)中?(?:遴选|推荐|选拔|择优|评选|推选|晋升)+(?:产生|选出|确定|上报)?"
)
_AIM = re.compile(r"(?:报|申请|评|考|参选|进(?![了过])|入选(?![了过])|升)[^,，。;；了过]{0,6}$")
_AIMED_AT = re.compile(r"^[^,，。;；]{0,12}?(?:能|可以|可否|怎么|如何)[^,，。;；]{0,4}(?:报|申请|评|参选)")
_DENIED = re.compile(
    r"(?:没(?:有)?(?:进|入|评|获|拿|被|通)?|未|不是|还没)[^,，。;；]{0,8}$|(?:跳过|越过|绕过|不经过?|省掉|省去)$"
)
# 市级库没进: the step stands before what is denied of it
_DENIED_BEHIND = re.compile(r"^[^,，。;；]{0,6}?(?:还|都|也)?(?:没有?|未)(?:能)?(?:进|入|评|获|拿|过|通)")


def judge_step(text: str, evidence: Sequence[Evidence]) -> list[Judgement]:
    """Whether who is of one step may apply for another, by the sentence that says what it is chosen from."""
    aim, own = _asked(search_key(text))
    if not aim or not own:
        return []
    for passage in evidence[:_LOOKED_AT]:
        lower = dict(_steps(search_key(passage.passage.text))).get(aim)
        if lower is None:
            continue
        held = [step for step, denied in own if not denied]
        if lower in held:
            return [Judgement(Verdict.ELIGIBLE, passage, f"{aim}从{lower}的里面产生")]
        return [Judgement(Verdict.NOT_ELIGIBLE, passage, f"{aim}须从{lower}的里面产生")]
    return []


def _asked(text: str) -> tuple[str, list[tuple[str, bool]]]:
    """The step applied for, and the others named with whether they are denied."""
    found = [(m[0], text[: m.start()], text[m.end() :]) for m in _STEP.finditer(text)]
    aims = {step for step, before, _ in found if _AIM.search(before)}
    aims = aims or {step for step, _, behind in found if _AIMED_AT.search(behind)}
    if len(aims) != 1:
        return "", []
    return min(aims), [
        (s, bool(_DENIED.search(b) or _DENIED_BEHIND.match(a))) for s, b, a in found if s not in aims
    ]


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """Each step that a text says what it is chosen from, with that."""
    for found in _CHOSEN_FROM.finditer(text):
        upper, lower = _STEP.search(found["upper"]), _STEP.search(found["lower"])
        if upper and lower and upper[0] != lower[0]:
            yield upper[0], lower[0]
