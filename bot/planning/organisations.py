"""Whose telephone or mail is asked for, where the question names the kind of office: 协会邮箱, 学校电话."""

from __future__ import annotations

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.finding.records import records_of
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.contacts import ContactKind
from index.normal import search_key

__all__ = ["of_the_organisation"]

_KINDS = {"phone": ContactKind.PHONE, "email": ContactKind.EMAIL, "address": ContactKind.ADDRESS}
_OFFICE = re.compile(
    r"(?:协会|学会|商会|联合会|基金会|委员会|促进会|研究[所院会]|大学|学院|学校|医院|法院|银行|集团|公司)$"
)
_MOST = 200  # notices whose contacts are looked through


def of_the_organisation(question: Question, gatherer: EvidenceGatherer) -> frozenset[str] | None:
    """The notices, of one file, with the contact asked for of the office named; None where it is open."""
    kinds = {_KINDS[w] for w in question.wants & _KINDS.keys()}
    names = [w for w in gatherer.words(question.text) if _OFFICE.search(w)]
    if question.intent is not Intent.CONTACT or not kinds or not names or question.context:
        return None
    held = [n for n in gatherer.library.notices[:_MOST] if _gives(n, kinds, names)]
    return frozenset(n.notice_id for n in held) if len({n.source for n in held}) == 1 else None


def _gives(notice: Notice, kinds: set[ContactKind], names: list[str]) -> bool:
    """Whether a notice gives a contact of one of these kinds that belongs to what all these names call."""
    owners = (
        search_key(f"{c.organisation or notice.issuer}")
        for c in records_of(notice).contacts
        if c.kind in kinds
    )
    return any(all(name in owner for name in names) for owner in owners)
