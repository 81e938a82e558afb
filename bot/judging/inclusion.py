"""Whether one thing counts as another: 教材算著作吗 on 著作（含教材）, 税费包括在内吗 on 总价（不含税费）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer_parts import Verdict
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from bot.speech.lexicon import lexicon
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from index.normal import search_key

__all__ = ["judge_inclusion"]

_LOOKED_AT = 20  # passages read for what they include
_THING = r"[\u4e00-\u9fffA-Za-z]"
_ENDS = re.compile(r"[吗么嘛呢吧啊呀不没否?？!！。\s]+$")
# 教材算著作, 教材属不属于著作, 税费包括在内
_COUNTS_AS = re.compile(
    rf"^(?P<part>{_THING}{{2,10}}?)(?:也|都|还|能|可以)*"
    r"(?:算不算(?:是|作)?|算(?:是|作|在|进)?|属不属于|是不是属于|属于|包不包[括含]在|包[括含]在|计入|含在)"
    rf"(?P<whole>{_THING}{{2,10}}?)(?:里面?|之?内|范围内?|当中)?$"
)
# 著作包括教材, 报名费含不含教材费
_INCLUDES = re.compile(
    rf"^(?P<whole>{_THING}{{2,10}}?)(?:里面?|当中)?(?:也|都|还)*"
    rf"(?:包不包[括含]|含不含|包[括含]|含)(?:了)?(?P<part>{_THING}{{2,10}}?)$"
)
# 报了个夜校，算连续就读不算: what is told before is the part.
_COUNTS_OR_NOT = re.compile(rf"(?P<part>.{{2,}})[,，](?:这|那)?算(?P<whole>{_THING}{{2,10}}?)不$")
# 连续就读……，夜校、培训班除外
_LEFT_OUT = re.compile(r"(?P<parts>[^，,。；;：:（()）]{2,40}?)(?:的|者)?(?:除外|不计入|不计算在内|不算)")
_INSIDE = frozenset(("内", "里", "里面", "其中"))  # 包括在内: of whatever the sentence speaks of
_STATED = re.compile(
    r"(?P<whole>[^，,。；;：:（()）]{2,16})(?:[（(]|，|,)?(?P<out>不)?(?:包[括含]|含)(?P<parts>[^）)。；;]{1,60})"
)


def judge_inclusion(text: str, evidence: Sequence[Evidence]) -> list[Judgement]:
    """Whether what is asked about is counted in, by the sentence that says what is; [] where none does."""
    asking = _ENDS.sub("", search_key(asking_part(text)))
    asked = _COUNTS_AS.search(asking) or _INCLUDES.search(asking)
    asked = asked or _COUNTS_OR_NOT.search(re.sub(r"不算[?？]*$", "不", search_key(text)))
    if asked is None:
        return []
    if left_out := _left_out(asked["whole"], asked["part"], evidence):
        return [left_out]
    for passage in evidence[:_LOOKED_AT]:
        for whole, parts, out in _stated(search_key(passage.passage.text)):
            if _says(whole, asked["whole"]) and _says(parts, asked["part"]):
                verdict = Verdict.NOT_ELIGIBLE if out else Verdict.ELIGIBLE
                why = f"通知写明“{asked['whole']}”{'不含' if out else '含'}{asked['part']}"
                return [Judgement(verdict, passage, why)]
    return []


def _left_out(whole: str, part: str, evidence: Sequence[Evidence]) -> Judgement | None:
    """The passage on what is asked about that leaves the part out by name."""
    for passage in evidence[:_FEW]:
        text = search_key(passage.passage.text)
        words = (w for m in _LEFT_OUT.finditer(text) for w in re.split(r"、|和|及|或者?|与", m["parts"]))
        named = next((w for w in words if len(w) > 1 and w in part), "")
        if named and whole in text:
            return Judgement(Verdict.NOT_ELIGIBLE, passage, f"通知写明{named}除外")
    return None


_FEW = 6  # passages, best first, of which one may leave it out


def _stated(text: str) -> Iterator[tuple[str, str, bool]]:
    """What is said to include or leave out what: (著作, 教材, False)."""
    for found in _STATED.finditer(text):
        yield found["whole"], found["parts"], found["out"] is not None


def _says(text: str, word: str) -> bool:
    return word in _INSIDE or any(w in text for w in (word, *lexicon().synonyms.get(word, ())))
