"""What a yes-or-no question asks about an act: whether one may or must, and what is denied in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.judging.kinds import act_phrases, is_act, is_thing
from bot.speech.duty_asked import PARTICLES, asks_duty
from bot.speech.time_asked import asking_part
from corpus import patterns as re

__all__ = ["PolarAsk", "read_ask"]

_A_NOT_A = re.compile(r"(?!还没还)([\u4e00-\u9fff])[不没]\1")
_MODAL = re.compile(
    r"(?:是不是|是否|还|也|就|都|直接)*(?:能不能|可不可以|行不行|成不成|中不中|可以|可否|能否|能够|允不允许|允许|会不会|让不让|准不准|许不许|让|许|准|要不要|用不用|需不需要"
    r"|(?<![功智性技才潜节只])能(?![力源耗量手])|行(?=[吗么不嘛?]|$)|成(?=[吗么不]|$))"
)
# What is not done, not had or not so: 没戴泳帽能游吗, 可以不去吗, 不是业主可以来吗.
_DENIED = re.compile(
    r"(?:没有?|未曾?|忘了?记?了?|不(?!是|能|可|行|知|想|会|用|要|需|过|同|管|得)|不是|并非|非)(?P<what>[\u4e00-\u9fffa-z0-9]{1,10}?)(?=能|可以|还|行|就|也|怎|用|拿|凭|[,，。?？吗么]|的话|$)"
)
# With whom, for whom or by whom something is done: it is the doing that a notice speaks of.
_COMPANY = re.compile(
    r"(?:跟|和|与|同)[^,，。能可]{0,8}?(?:同学|朋友|别人|同事|室友|家人|人)|(?:让|找|叫|请|给|帮|替)(?:别的|其他)?(?:朋友|同学|同事|家人|别人|他人|亲戚|室友|老公|老婆|媳妇|我[爸妈])"
)
# What did not come off is nothing that is lacking: 去年没评上.
_MISSED = re.compile(r"评上|考上|选上|评过|考过|通过|录取|中签|及格|合格|过(?:了|的|$)")
# Who is not taken, and who does not come, in the words that notices have for it: 没录取, 去不了.
_NOT_TAKEN = re.compile(r"没(?:有|能|被)*(?=录取|录用|中签|通过|入围|入选)")
_NOT_COMING = re.compile(r"(?:去|来)不(?:了|成)(?!解)|(?:不|没)(?:能|想)?(?:去|来)(?:考试|考|参加)")
_FIGURE = re.compile(
    r"第?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万半几多]+)(?:多|来)?(?:个|米|厘米|公分|平米?|平方米|岁|周岁|分钟|小时|钟头|天|年|个?月|号|点|次|遍|回|晚|周|星期|人|位|名|张|件|幅|份|本|元|块|家|种|条|项|门|科|辆|户|类|批|届|期|场|支|队|头|边|处|所|公里|斤|公斤)?|[昨前今明后]天|[上下中]午|半?个?月|周[一二三四五六日末]"
)
_MEASURED = re.compile(r"^[一两几]?[瓶杯个只条根张件台本盒包袋支份口](?=[\u4e00-\u9fff])")
# During what something is done: it is not what is asked about.
_WHILE = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,6}?)(?:(?<!按|及|准|临|同)时(?![间候长])|的时候|期间|过程中|当中)"
)
_FORGOTTEN = frozenset(("忘记", "忘了", "忘"))
_BESIDE = 0.4  # the weight of a word that is told beside the part that asks
_PHRASE = 3.0  # the weight of an act


@dataclass(frozen=True, slots=True)
class PolarAsk:
    """`words` are what is asked about with their weights, `acts` those of them behind the word that asks,
    `told` those told beside it, `denied` those that are said not to be so; `duty` says that it is asked
    whether one must."""

    text: str
    duty: bool
    words: Mapping[str, float]
    acts: frozenset[str]
    told: frozenset[str]
    denied: frozenset[str]
    missed: frozenset[str] = frozenset()  # what did not come off: 录取


def read_ask(question: Question, gatherer: EvidenceGatherer) -> PolarAsk:
    """A yes-or-no question read as asking of an act."""
    whole, part = (_in_their_words(t) for t in (question.text, asking_part(question.text)))
    text, asking = PARTICLES.sub("", whole), PARTICLES.sub("", part)
    plain = _A_NOT_A.sub(r"\1", asking)
    modal = _MODAL.search(asking)
    behind = asking[modal.end() :] if modal and modal.end() < len(asking) else asking
    beside = text.replace(asking, "")
    told = {w: _BESIDE * i for w, i in _words(gatherer, beside).items()}
    around = {w for m in _WHILE.finditer(asking) for w in _words(gatherer, m["what"])}
    asked_of = {w: _BESIDE * i if w in around else i for w, i in _words(gatherer, asking).items()}
    words = {**told, **asked_of}
    lacking = [
        m["what"] for p in (beside, plain) for m in _DENIED.finditer(p) if not _MISSED.match(m["what"])
    ]
    denied = "，".join([*lacking, *(re.sub("[过了]", "", x) for x in lacking)])  # 没缺过课 denies 缺课
    asked = [w for w in words if w in behind and w not in told and w not in around]
    return PolarAsk(
        question.text,
        asks_duty(question.text),
        words,
        frozenset([w for w in asked if is_act(w) or gatherer.question_words.tag(w).startswith("v")] or asked),
        frozenset(told),
        frozenset(w for w in words if w in denied),
        frozenset(w for w in words if f"未{w}" in text),
    )


def _in_their_words(text: str) -> str:
    return _NOT_COMING.sub("不参加", _NOT_TAKEN.sub("未", text))


def _words(gatherer: EvidenceGatherer, text: str) -> dict[str, float]:
    """The words that carry meaning, acts first, without those that ask and those that only count."""
    rest = _MODAL.sub("，", _A_NOT_A.sub(r"\1", _COMPANY.sub(lambda m: m[0][:1], text)))
    found: dict[str, float] = {}
    for phrase in act_phrases(rest):
        found[phrase] = _PHRASE
        rest = rest.replace(phrase, "，")
    if rest.strip("，,。"):
        for word, weight in gatherer.words(rest).items():
            for piece in _pieces(word, gatherer):
                if piece and not _FIGURE.fullmatch(piece) and piece not in _FORGOTTEN:
                    found[piece] = weight if piece == word else min(weight, _PHRASE)
    return found


def _pieces(word: str, gatherer: EvidenceGatherer) -> Iterator[str]:
    """A word that was guessed, parted from an act at its ends (带狗) and from what counts it (瓶水)."""
    glued = len(word) > 1 and is_act(word[0]) and is_thing(_MEASURED.sub("", word[1:]))
    known = not glued and (gatherer.question_words.tag(word) or is_act(word))
    bare = word if known else _MEASURED.sub("", word.rpartition("的")[2])
    if len(bare) == 4 and not gatherer.notices.is_printed(bare):
        cut = next((n for n in (1, 3) if gatherer.notices.is_printed(max(bare[:n], bare[n:], key=len))), 2)
        yield from (bare[:cut], bare[cut:])  # 上|幼儿园
    elif len(bare) < 2 or known:
        yield bare
    elif is_act(bare[0]):
        yield bare[0]
        yield _MEASURED.sub("", bare[1:])
    elif is_act(bare[-1]) and len(bare) > 2:
        yield from (bare[:-1], bare[-1])
    else:
        yield bare
