"""Whether a work may be handed in, by the demands on works of its kind: 提交论文的要求 of 我的论文能交吗.

A notice lists what it demands of a paper, a book, a summary under what each is called. The list of the one
that a question speaks of is read item by item, and no other.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement, by_comparison
from bot.judging.opposites import opposed
from bot.judging.wording import by_words
from bot.person.person import Person
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from index.normal import search_key

__all__ = ["judge_work"]

_DEMANDS = re.compile(r"(?P<thing>[\u4e00-\u9fff]{2,10}?)的[,，]?(?:具体|基本)?要求(?:如下)?[:：]?$")
_VERB = re.compile(r"^(?:提交|报送|上传|递交|申报|参评|撰写)")
_TOLD = 3  # so many items that are kept to are told


def judge_work(question: Question, person: Person, own: Sequence[Evidence]) -> list[Judgement]:
    """The item of the demands on the work spoken of that rules it out, else those that it keeps to; [] where
    no such list is named, or nothing is told that it speaks of."""
    lists = _lists_of_works(own[0].notice) if own else {}
    named = {clause: n for clause, thing in lists.items() if (n := _said(thing, question.text))}
    best = [c for c, n in named.items() if n == max(named.values())]
    if len(best) != 1 or len(lists) < 2:
        return []
    notice = own[0].notice
    items = sorted((e for e in own if best[0] in notice.ancestors(e.passage.clause)), key=_place)
    found = [j for e in items for j in _judged(question, person, e)]
    against = [j for j in found if j.verdict is Verdict.NOT_ELIGIBLE]
    return against[:1] or [j for j in found if j.verdict is Verdict.ELIGIBLE][:_TOLD]


def _place(evidence: Evidence) -> int:
    return evidence.passage.span.start


def _judged(question: Question, person: Person, evidence: Evidence) -> list[Judgement]:
    """What one item says: in words that what is told goes against, else by what compares."""
    if against := opposed(question.text, search_key(evidence.passage.text)):
        return [Judgement(Verdict.NOT_ELIGIBLE, evidence, against)]
    words = by_words(question, evidence)
    if words is not None and words[0] is Verdict.NOT_ELIGIBLE:
        return [Judgement(words[0], evidence, words[1])]
    compared = by_comparison(question, person, evidence, 0.0)
    return [compared] if compared is not None else []


@once_per_notice
def _lists_of_works(notice: Notice) -> dict[int, str]:
    """The clauses that head demands on one kind of work, each with what the work is called."""
    found = {}
    for number, clause in enumerate(notice.clauses):
        heads = _DEMANDS.search(search_key(notice.clause_text(number))) if clause.children else None
        if heads:
            found[number] = _VERB.sub("", heads["thing"])
    return found


def _said(thing: str, text: str) -> int:
    """How many characters of what a work is called a question says; another word for it counts two."""
    ends = (thing[n:] for n in range(len(thing) - 1))
    said = next((len(end) for end in ends if end in text), 0)
    other = any(w in text for w in lexicon().synonyms.get(thing[-2:], ()))
    return said or 2 * other
