"""Who asks is of a case that a notice makes count as something, or not, on which another sentence rests:
与人合租的不算独户, and 独户居住的可以申请."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.case_told import CaseReader
from bot.judging.judgement import Judgement
from bot.judging.kinds import said_in
from bot.person.person import Person
from bot.speech.amounts import amounts_in
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from corpus.conditions.conditions import GroupKind
from corpus.conditions.counted_as import CountsAs, counted_as
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.values.periods import fold
from index.normal import search_key

__all__ = ["counted_for", "judge_counted_as"]

_LOOKED_AT = 20  # passages whose sentences are read
_LEAST, _NAMED = 2.0, 1.0  # the weight of what is told of a case, and of one named beside what is asked for
_SAID = 0.75
_NO = Verdict.NOT_ELIGIBLE
_SHARED = 0.6  # the share of the pairs of a word that a sentence has to say which is on it


class _Counted(NamedTuple):
    """What a notice makes of the case that is told, with the passage that says so."""

    rule: CountsAs
    evidence: Evidence
    verdict: Verdict


Words = Callable[[str], Mapping[str, float]]  # the words of a text with their idf


def judge_counted_as(
    question: Question, person: Person, own: Sequence[Evidence], words: Words
) -> list[Judgement]:
    """The sentence by which the case told is dealt with, or counts as what rules it out; [] for none."""
    found = (c for c in _told(question, person, own, words) if c.rule.treated or c.verdict is _NO)
    return [Judgement(c.verdict, c.evidence, _why(c.rule), partial=True) for c in found][:1]


def counted_for(
    question: Question, person: Person, own: Sequence[Evidence], words: Words, untold: Sequence[str]
) -> list[Judgement]:
    """The sentence by which the case told counts for who asks; [] where more than that is `untold`."""
    for c in _told(question, person, own, words):
        if c.verdict is Verdict.ELIGIBLE and all(_on(c.rule.whole, search_key(u)) for u in untold):
            return [Judgement(c.verdict, c.evidence, _why(c.rule), partial=True)]
    return []


def _told(question: Question, person: Person, own: Sequence[Evidence], words: Words) -> Iterator[_Counted]:
    """What counts as something, or does not, of the case told."""
    reader = CaseReader(f"{question.context},{question.text}", person, own[0].notice, words) if own else None
    for e in own[:_LOOKED_AT]:
        for rule in counted_as(e.notice, e.passage.clause):
            if reader is None or not e.passage.span.covers(rule.span):
                continue
            verdict = _as_treated(rule, question, e.notice) if rule.treated else _as_counted(rule, e.notice)
            told = reader.read(rule.case) if verdict is not None else None
            if (
                verdict
                and told
                and told.state is ConditionState.MET
                and told.weight >= (_NAMED if rule.treated else _LEAST)
            ):
                yield _Counted(rule, e, verdict)


def _why(rule: CountsAs) -> str:
    if rule.treated:
        return f"通知写明按{rule.whole}对待"
    return f"通知写明{'算' if rule.counts else '不算'}{rule.whole}"


def _as_counted(rule: CountsAs, notice: Notice) -> Verdict | None:
    """What it comes to, by whether what it counts as is demanded or held against somebody."""
    if _AMOUNT.search(rule.whole):
        return None  # how much of it is left has to be reckoned
    against = _held_against(rule, notice)
    if against is None:
        return None
    return Verdict.NOT_ELIGIBLE if against == rule.counts else Verdict.ELIGIBLE


_AMOUNT = re.compile(
    r"(?:年限|时间|期间|期限|月份|时长|次数|[人件项年月]?数|[量额]|分|资产|收入|财产|面积|成绩|基数|连续)$"
)
_WRONG = re.compile(r"^有?(?:无故|擅自|私自|违|不|未|缺|旷|逾)")  # what no notice demands of anybody
_UP_TO = re.compile(r"不(?:得)?(?:超过|高于|大于|多于)|低于|少于|以下|以内")
_DENIED = re.compile(r"(?:无|没有|未有?|不得有|不存在|非)[^,]{0,6}$")
_KEPT_OUT = re.compile(r"不予|不得|不能|不再|取消|不受理|不可|禁止|停发|追回|暂停")


def _held_against(rule: CountsAs, notice: Notice) -> bool | None:
    """Whether another sentence holds it against somebody; None where none is on it."""
    if _WRONG.search(rule.whole):
        return True
    listed = {r.clause: g.kind is GroupKind.NONE for g in compile_groups(notice) for r in g.requirements}
    for clause, sentence, part in _parts_on(rule, notice):
        at = part.find(rule.whole)
        before, behind = part[: max(at, 0)], part[at + len(rule.whole) :] if at >= 0 else part
        if _DENIED.search(before) or _UP_TO.search(behind):
            return True
        if clause in listed:
            return listed[clause]
        if _KEPT_OUT.search(sentence):
            return True
        if _DEMANDS.search(sentence):
            return False
    return None


_DEMANDS = re.compile(r"须|应|需|可|条件|符合|具备|享受|免|限")


def _parts_on(rule: CountsAs, notice: Notice) -> Iterator[tuple[int, str, str]]:
    """The parts of the sentences of a notice that are on what the rule speaks of, without its own."""
    for clause in range(len(notice.clauses)):
        for sentence in re.split(r"[。;；!！?？\n]", fold(notice.clause_text(clause))):
            for part in re.split(r"[,，:：]", sentence):
                key = search_key(part)
                if _on(rule.whole, key) and not _COUNTING.search(key[: max(key.find(rule.whole), 0)]):
                    yield clause, sentence, key


_COUNTING = re.compile(r"(?:算|视[为同作]|计入|按照?)[^,]{0,3}$")


def _on(whole: str, part: str) -> bool:
    pairs = [whole[i : i + 2] for i in range(len(whole) - 1)]
    return sum(p in part for p in pairs) >= _SHARED * len(pairs)


# 按25块交, 报机构组: as what somebody wants to be dealt with.
_AS = re.compile(
    r"(?:按照?|以)(?P<what>[^,，。?？]{2,10}?)(?:的?(?:标准|身份|价|名义))?(?:来|去)?(?:交|收|报|算|办|申|参)"
)
_TO_GROUP = re.compile(r"(?:报|进|参加|选)(?P<what>[\u4e00-\u9fff]{1,8}[组类档])")


def _as_treated(rule: CountsAs, question: Question, notice: Notice) -> Verdict | None:
    """Whether somebody is dealt with as they ask for; None where they name nothing."""
    asking = search_key(asking_part(question.text))
    named = _AS.search(asking) or _TO_GROUP.search(asking)
    if named is None:
        return None
    what, whole = named["what"], search_key(rule.whole)
    paid = amounts_in(what)
    if not paid:
        return Verdict.ELIGIBLE if said_in(whole, what) >= _SAID or what in whole else Verdict.NOT_ELIGIBLE
    for clause in range(len(notice.clauses)):
        for part in re.split(r"[,，。;；]", fold(notice.clause_text(clause))):
            if whole in search_key(part) and (stated := amounts_in(part)):
                same = any(s.much.low == p.much.low for s in stated for p in paid)
                return Verdict.ELIGIBLE if same else Verdict.NOT_ELIGIBLE
    return None
