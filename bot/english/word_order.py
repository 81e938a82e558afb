"""The words of an English clause in the order of Chinese: subject, time, place, verb, object, length."""

from __future__ import annotations

from collections.abc import Sequence

from bot.english.clause_parts import LENGTH, Parts, hang
from bot.english.vocabulary import Word
from corpus import patterns as re

__all__ = ["in_order"]

_OF_NOUNS = frozenset({"noun", "field", "time", "length", "unknown", "subject"})
_NOT_NAMED = re.compile(r"(?:岁|失业|退休|未婚|已婚|离异|单身|色盲|在职|残疾|可以|够)$")  # 我退休, without 是
_EMPLOYER = re.compile(r"(?:公司|企业|单位|工厂|机构|医院|学校|大学|研究所|中心|银行|学院)$")
_PRONOUNS = frozenset({"我", "我们", "他", "她"})
_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being"})
_MODALS = {"will": "会", "would": "会", "must": "必须", "should": "应该"}
_CAN = frozenset({"can", "could", "may", "might"})
_HAVE = frozenset({"have", "has", "had", "having"})


def in_order(words: Sequence[Word], before_verb: str = "") -> str:
    """A clause in Chinese; `before_verb` (能, 怎么) goes before its verb."""
    clause = Parts(before_verb)
    said = [w for w in words if w.kind not in {"nothing", "mark"}]
    position = 0
    while position < len(said):
        position += _take(clause, said[position], said[position + 1 :])
    clause.deny()
    _settle(clause)
    return _said(clause)


def _said(clause: Parts) -> str:
    first = [a for a in clause.adverbs if a in {"还", "也"}]
    others = [a for a in clause.adverbs if a not in {"还", "也"}]
    before = [*first, clause.modal, *others, *clause.places]
    if clause.verb or clause.body or clause.modal:
        return _till("".join((*clause.subject, *clause.times, *before, *clause.body)))
    behind = [clause.subject.pop()] if clause.subject and LENGTH.fullmatch(clause.subject[-1]) else []
    return "".join((*clause.times, *clause.subject, *before, *behind))


_WISHES = (["想"], ["打算"], ["需要"], ["要"])


def _settle(clause: Parts) -> None:
    """A length told before its verb goes behind; time spent at an employer is work."""
    if "再" in clause.adverbs and clause.body[:1] in _WISHES:
        clause.adverbs.remove("再")
        clause.body.insert(1, "再")
    employed = not clause.verb and any(_EMPLOYER.search(p) for p in clause.places)
    if (
        clause.subject
        and LENGTH.fullmatch(clause.subject[-1])
        and (employed or clause.verb not in {"", "是"})
    ):
        clause.body += [*(["工作"] if employed else []), clause.subject.pop()]
    elif employed and clause.body and LENGTH.fullmatch(clause.body[0]):
        clause.body.insert(0, "工作")


def _take(clause: Parts, word: Word, behind: Sequence[Word]) -> int:
    """Places a word; how many words were placed with it."""
    match word.kind:
        case "time":
            clause.put_time(word.chinese)
        case "auxiliary":
            return 1 + _auxiliary(clause, word, behind)
        case "negation":
            clause.denies = word.chinese
        case "verb" if behind and behind[0].english == "by" and clause.last is clause.body != []:
            return 1 + _done_by(clause, word, behind)
        case "verb" if word.chinese == "从事" and word.english.endswith(" in") and not _named_field(behind):
            clause.put_verb("工作")
            return 1 + _preposition(clause, Word("in", "preposition", "in"), behind)
        case "verb":
            clause.put_verb(word.chinese)
        case "adverb":
            _adverb(clause, word, behind)
        case "preposition":
            return 1 + _preposition(clause, word, behind)
        case "ask":
            clause.put_noun({"how much": "多少", "how many": "多少"}.get(word.chinese, word.chinese))
        case "subject" if clause.verb and word.chinese in _PRONOUNS:
            pass
        case _:
            clause.put_noun(word.chinese)
    return 1


def _named_field(words: Sequence[Word]) -> bool:
    """Whether a field of work follows and not where it was done: work in development, in a company."""
    noun = next((i for i, w in enumerate(words) if w.kind not in {"noun", "field"}), len(words))
    return any(w.kind == "field" for w in words[:noun])


def _adverb(clause: Parts, word: Word, behind: Sequence[Word]) -> None:
    helps = bool(behind) and behind[0].kind in {"verb", "auxiliary"}
    if word.english in {"just", "only"} and (not helps or (word.english == "just" and clause.modal)):
        return
    if word.english == "too" and behind:
        return  # too busy
    if word.chinese in {"够", "好", "不好", "可以"}:
        clause.put_noun(word.chinese)
    elif word.chinese:
        clause.adverbs.append(word.chinese)


def _done_by(clause: Parts, word: Word, behind: Sequence[Word]) -> int:
    """The reward paid by the employer: 单位支付的奖励."""
    size = 1
    while size < len(behind) and behind[size].kind in {"noun", "field", "subject"}:
        size += 1
    clause.put_before_last("".join(w.chinese for w in behind[1:size]) + word.chinese + "的")
    return size


def _auxiliary(clause: Parts, word: Word, behind: Sequence[Word]) -> int:
    """do, be, have, can, will, with the negation behind, or as the verb; how many words go with it."""
    helped = next((i for i, w in enumerate(behind) if w.kind != "adverb"), len(behind))
    denied = helped < len(behind) and behind[helped].english == "not"
    after = behind[helped + denied] if helped + denied < len(behind) else None
    helps = after is not None and (after.kind in {"verb", "auxiliary"} or after.english == "never")
    if denied:
        for adverb in behind[:helped]:
            _adverb(clause, adverb, behind[helped:])
        past = word.english in {*_HAVE, "did"} or (word.english in _BE and helps)
        clause.denies = _denial(word.english, past)
        return helped + 1
    if word.english in _HAVE and not helps:
        if after is None or after.chinese != "没有":
            clause.put_verb("有")
    elif word.english in _CAN or word.english in _MODALS:
        clause.put_verb(_MODALS.get(word.english, "能"))
    elif word.english in {"did", "do", "done", "doing"} and not helps:
        clause.put_verb("做")
    elif word.english in _BE and clause.subject and not clause.verb:
        _copula(clause, after)
    return 0


def _denial(auxiliary: str, past: bool) -> str:
    if auxiliary in _CAN:
        return "不能"
    if auxiliary in _MODALS:
        return "不会" if _MODALS[auxiliary] == "会" else "不应该"
    return "没" if past else "不"


def _copula(clause: Parts, after: Word | None) -> None:
    if after is not None and after.kind in {"noun", "field"} and not _NOT_NAMED.search(after.chinese):
        clause.body.append("在" if clause.subject[-1] == "户口" else "是")
    clause.verb = "是"


def _preposition(clause: Parts, word: Word, behind: Sequence[Word]) -> int:
    """Places what hangs on by a preposition; how many words it has."""
    if behind and behind[0].kind == "verb" and word.english in {"of", "for"} and clause.last:
        clause.put_before_last(behind[0].chinese)
        return 1
    size = 0
    while size < len(behind) and (behind[size].kind in _OF_NOUNS or behind[size].chinese in {"和", "或"}):
        size += 1
    parts = behind[:size]
    for time in (w.chinese for w in parts if w.kind == "time"):
        clause.put_time(time)
    named = [w for w in parts if w.kind not in {"time", "length"}]
    if noun := "".join(w.chinese for w in named):
        hang(clause, word.english, noun, all(w.kind == "field" for w in named))
    for length in (w.chinese for w in parts if w.kind == "length"):
        clause.put(clause.body if clause.verb or not clause.subject else clause.subject, length)
    return size


_TILL = re.compile(
    r"到((?:今年|明年)?(?:\d{4}年)?(?:\d+月)?(?:\d+日)?)(?:还|也)?(没有?|不能|不会|不)(?!是|在)"
)
_THEN = {"没有": "才有", "不能": "才能"}


def _till(chinese: str) -> str:
    """What is not so until a time is so only then: 到11月没有够年限 is 11月才有够年限."""
    return _TILL.sub(lambda m: f"{m[1]}{_THEN.get(m[2], '才')}", chinese)
