"""What follows for the conduct asked about: sanctions, grades, the length of a bar."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.records import records_of
from bot.telling.relevance import relevance, words_about
from corpus import patterns as re
from corpus.notice import Notice, Span
from corpus.values.consequences import Consequence, SanctionKind

__all__ = ["add_consequences", "consequences_asked"]

_NAMED = 0.3  # below this share of the question, a conduct is another than the one asked about
_MOST = 3
_NEAR = 0.6  # of the best, from which on another conduct may say for how long, where that is asked
_REFUSED = 0.7  # what a case that is only turned down counts
_KINDRED = 0.35  # what it counts that question and conduct are of one family
# Families of misconduct: how people speak of one, and how notices name it.
_FAMILIES = tuple(
    (re.compile(spoken), re.compile(named))
    for spoken, named in (
        (
            r"替[^,，。]{0,4}考|代[^,，。]{0,3}考|枪手|[请找让][^,，。]{0,4}(?:去考|来考)|冒名",
            r"冒名|顶替|代替|替考|代考|替代",
        ),
        (r"作弊|舞弊|抄袭|偷看|夹带", r"作弊|舞弊|抄袭|夹带|违纪|弄虚作假"),
        (
            r"造假|假的?|伪造|变造|瞒|骗|不实|虚报|往[多高大]里?[报写填]|[多虚乱瞎]报|[乱瞎][开填写]|装(?:病|残|穷|瘫|聋|瞎)",
            r"虚假|伪造|变造|弄虚作假|骗取|隐瞒|不实|瞒报|虚报|冒领|假",
        ),
        (
            r"转租|转借|租给|借给|出租|借(?:了|过)?(?:他人|别人|人家|同事|同学|朋友|亲戚|家人|邻居)",
            r"转租|转借|出借|出租|转让",
        ),
        (
            r"(?:没|不|未)(?:想|愿意?|打算)?(?:去|来|参加|到场)|缺考|缺席|爽约",
            r"缺考|缺席|未参加|不参加|无故|弃考",
        ),
    )
)
_ASKING = re.compile(
    r"禁考|处理|处罚|处分|惩罚|后果|不让|不能考|多久|会怎样|怎么样|怎么办|怎么罚|被?(?:抓|查|发现|逮)(?:到|住|了)*|逮到|再考|严重|罚|受罚"
)


def consequences_asked(
    question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> list[Consequence]:
    """The consequences of the conduct that the question names, none where it names none."""
    if question.intent is not Intent.PENALTY:
        return []
    words = {w: i for w, i in words_about(question, gatherer, notice).items() if not _ASKING.fullmatch(w)}
    if not words:  # what the whole notice is about, left undone: 没备案罚多少
        words = {w: i for w, i in gatherer.words(question.text).items() if not _ASKING.fullmatch(w)}
    place = evidence[0] if evidence and evidence[0].notice is notice else None
    scored = []
    for found in records_of(notice).consequences:
        lead = notice.clause_text(found.lead) if found.lead is not None else ""
        score = relevance(words, found.conduct, f"{lead} {' '.join(notice.heading_path(found.clause)[1:])}")
        here = place is not None and place.passage.span.covers(found.conduct_span)
        score += 0.03 if here and score > 0 else 0.0
        score += _KINDRED if _is_kindred(question.text, found.conduct) else 0.0
        scored.append((score * (_REFUSED if _only_refuses(found) else 1.0), found))
    best = max((s for s, _ in scored), default=0.0)
    kept = [c for s, c in scored if best >= _NAMED and s >= 0.95 * best][:_MOST]
    if kept and "duration" in question.wants and not any(map(_states_length, kept)):
        near = [(s, c) for s, c in scored if s >= max(_NAMED, _NEAR * best) and _states_length(c)]
        kept += [c for _, c in sorted(near, key=lambda n: -n[0])[:1]]
    return kept


def _states_length(found: Consequence) -> bool:
    """Whether it is said for how long somebody is kept out."""
    sanctions = (*found.sanctions, *(s for t in found.tiers for s in t.sanctions))
    return any(s.amount is not None for s in sanctions)


def _is_kindred(asked: str, conduct: str) -> bool:
    """Whether the question and a conduct speak of one family of misconduct."""
    return any(spoken.search(asked) and named.search(conduct) for spoken, named in _FAMILIES)


def _only_refuses(found: Consequence) -> bool:
    """Whether all that follows is that an application is turned down, which is no sanction."""
    return not found.tiers and all(s.kind is SanctionKind.REFUSAL for s in found.sanctions)


def add_consequences(draft: Draft, notice: Notice, found: Sequence[Consequence]) -> bool:
    """Tell consequences, each with the conduct that it follows."""
    added = False
    for consequence in found:
        added = add_statement(draft, notice, consequence.clause, _sentence(notice, consequence)) or added
    return added


def _sentence(notice: Notice, found: Consequence) -> Span:
    """The words from the conduct to the end of the sentence that holds its last sanction."""
    if found.lead is not None:
        return notice.clauses[found.clause].spans[0]
    sanctions = [s.span for s in (*found.sanctions, *(s for t in found.tiers for s in t.sanctions))]
    own = next(s for s in notice.clauses[found.clause].spans if s.covers(sanctions[0]))
    last = max(s.end for s in sanctions)
    stop = _STOP.search(notice.text, last, own.end)
    first = min(s.start for s in (*sanctions, found.conduct_span) if own.covers(s))
    opening = r"[^。]*$" if _GOES_ON.match(notice.text, first) else r"[^。；;]*$"
    before = re.search(opening, notice.text[own.start : first])
    return Span(first - len((before[0] if before else "").lstrip()), stop.end() if stop else own.end)


# 责令改正；逾期不改的，处…罚款: what follows next is for the same conduct.
_GOES_ON = re.compile(r"\s*(?:逾期不|逾期未|逾期仍|拒不|情节|构成|仍不|仍未)")
_STOP = re.compile(rf"。|(?=[；;](?!{_GOES_ON.pattern}))")
