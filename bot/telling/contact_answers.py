"""Whom to turn to: the office that the question names, with its numbers and its hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_passage, without_marker
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.records import records_of
from bot.finding.values import holds
from bot.speech.feasts import feasts_in
from bot.speech.lexicon import lexicon
from bot.speech.wanted import labels
from bot.telling.opening_hours import open_then
from bot.telling.relevance import relevance, telling_apart, words_about
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.values.contacts import Contact, ContactKind, Owner, Role
from corpus.values.periods import fold
from index.normal import search_key

__all__ = ["add_contacts", "add_enquiries"]

_OF_OFFICE = 0.3  # share of the question that the name of an office must hold for its only contact
_MOST = 3  # offices told where the question names none
_CONTACTS = {
    "phone": ContactKind.PHONE,
    "email": ContactKind.EMAIL,
    "address": ContactKind.ADDRESS,
    "hours": ContactKind.HOURS,
}
_ASKED_ROLES = (
    (re.compile(r"投诉|举报|监督|纪检|反映|告状"), frozenset({Role.SUPERVISION, Role.COMPLAINT})),
    (re.compile(r"[缴交]费|[交付]钱|付款|付不了|扣款|汇款|转账|收款|开户|发票"), frozenset({Role.PAYMENT})),
    (re.compile(r"邮?寄|投递|送到|发到|发送"), frozenset({Role.SUBMISSION})),
    (re.compile(r"技术|系统|平台|登[录不]|打不开|验证码|报错"), frozenset({Role.TECHNICAL})),
    (re.compile(r"咨询"), frozenset({Role.ENQUIRY})),
)
_APART = frozenset({Role.SUPERVISION, Role.COMPLAINT, Role.PAYMENT, Role.SUBMISSION})
# A name of two characters may be printed apart: 张  三，
_STOPS = re.compile(r"[;。]|[ \t]{2,}(?![\u4e00-\u9fff][,，、（(\s])|\t")
_COMMA = re.compile(r",(?=(?P<label>[^,;。]{3,40}?)[\s:]*(?:\d{3,4}[- ]?\d|1[02]\d{3}))")
_MERE_LABEL = re.compile(
    r"(?:联系|咨询|办公|服务)?(?:电话|传真|手机|邮编|邮箱|热线|转|号码|联系人)|工作日|周|每"
)
_NUMBER = re.compile(r"\d{3,4}[- ]?\d{3,}|(?<!\d)1[02]\d{3}(?!\d)|@")


def add_contacts(
    draft: Draft, question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Tell the contacts asked for, each with what stands beside it; whether there are any."""
    kinds = [_CONTACTS[w] for w in sorted(question.wants & _CONTACTS.keys())]
    if not kinds and question.intent is Intent.CONTACT and not question.wants:
        kinds = [ContactKind.PHONE]
    if _tells_of_holiday(question, evidence):
        return False  # what is so on that holiday goes before the hours of other days
    words = _but_labels(words_about(question, gatherer, notice), question)
    chosen: list[Contact] = []
    for kind in kinds:
        found = _chosen(question, notice, kind, words, evidence) or _hours_asked(question, notice, kind)
        if not found:
            return False
        chosen += found
    hours = next((c for c in chosen if c.kind is ContactKind.HOURS), None)
    if hours is not None and (stands := open_then(question.text, hours.text)):
        draft.add(stands)
    added = False
    for contact in chosen[: max(_MOST, len(kinds))]:
        added = _add_piece(draft, notice, contact.clause, _piece(notice, contact)) or added
    if added and _ASKS_WHO.search(question.text):
        _add_person(draft, evidence)
    if added:
        _add_common_hours(draft, notice, chosen[0])
    return added


def _but_labels(words: Mapping[str, float], question: Question) -> Mapping[str, float]:
    """The words of a question but those that any contact of the kind may stand behind: 电话."""
    return {w: i for w, i in words.items() if not labels(w, question.wants)} or words


_ASKS_WHO = re.compile(r"谁|哪[个位]|联系人")
_PERSON = re.compile(r"联系人\s*[:：]?\s*[\u4e00-\u9fff]")


def _add_person(draft: Draft, evidence: Sequence[Evidence]) -> None:
    """Tell whom to ask for, where a line of its own names them."""
    told = draft.text
    line = next((e for e in evidence if _PERSON.search(e.passage.text)), None)
    if line is not None and _PERSON.search(told) is None:
        add_passage(draft, line)


def _tells_of_holiday(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best passage says what is so on a holiday that the question names."""
    asked = feasts_in(question.text).keys()
    return any(asked & feasts_in(e.passage.text).keys() for e in evidence[:3])


def add_enquiries(draft: Draft, notice: Notice, clause: int | None = None) -> bool:
    """Tell whom to ask where the notice does not say; whether it gives a telephone for that.

    `clause` is the clause nearest to what is asked: the telephone of its own section goes before others.
    None is told where every one belongs to an office among several, for any of them may be the wrong one.
    """
    phones = _asked(None, [c for c in records_of(notice).contacts if c.kind is ContactKind.PHONE])
    own = phones if clause is None else _of_section(notice, phones, clause)
    contact = next(iter(_foremost(own or _of_no_office(notice, phones))), None)
    if contact is None:
        return False
    piece = _piece(notice, contact)
    words = without_marker(notice, contact.clause, notice.quote(piece)).strip("，,；;")
    told = re.sub(r"\s*\|\s*", " ", words).strip()  # a row of a table
    whom = "可向发布单位咨询" if contact.owner is Owner.ISSUER else "可咨询"
    draft.add(f"{whom}：{told[:120]}")
    draft.cite(notice, contact.clause, piece)
    return True


def _of_section(notice: Notice, contacts: Sequence[Contact], clause: int) -> list[Contact]:
    """The contacts that stand nearer to a clause than the others: in its row, its list, its section."""
    above = (clause, *notice.ancestors(clause))
    near = {c.span: _shared(notice, c.clause, above) for c in contacts}
    most = max(near.values(), default=0)
    own = [c for c in contacts if near[c.span] == most]
    return own if most > min(near.values(), default=0) and len({c.clause for c in own}) == 1 else []


def _shared(notice: Notice, clause: int, above: Sequence[int]) -> int:
    """How many of the clauses `above` another clause stands below, itself among them."""
    return len({clause, *notice.ancestors(clause)} & set(above))


def _of_no_office(notice: Notice, contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts but those in one row of a table among several, each of which is for its own place."""
    rows = {c.clause for c in contacts if notice.clauses[c.clause].kind is ClauseKind.ROW}
    return [c for c in contacts if len(rows) < 2 or c.clause not in rows]


def _chosen(
    question: Question,
    notice: Notice,
    kind: ContactKind,
    words: Mapping[str, float],
    evidence: Sequence[Evidence],
) -> list[Contact]:
    """The contacts of one kind that the question names, else those of the place found for it; else none."""
    every = [c for c in records_of(notice).contacts if c.kind is kind and _tells_hour(question, c)]
    candidates = _of_office(question, every) or _asked(question, every)
    if len(candidates) == 1 < len(every) and _purposes(question, candidates):
        return candidates
    pieces = [notice.quote(_piece(notice, c)) for c in candidates]
    around = [_around(notice, c.clause) for c in candidates]
    of_hours = kind is ContactKind.HOURS and not question.polar
    if of_hours and _told_beside(words, evidence, pieces, around):
        return []
    scores = telling_apart(_but_the_purpose(question, words, candidates), pieces, around)
    best = max(scores, default=0.0)
    named = [i for i, s in enumerate(scores) if s >= 0.95 * best]
    if best > 0 and not _lies_elsewhere(
        words, evidence, candidates, [(candidates[i], pieces[i], around[i]) for i in named]
    ):
        return [candidates[i] for i in named]
    own = [c for c in candidates if relevance(words, f"{c.organisation} {notice.issuer}") >= _OF_OFFICE]
    if best == 0 and len({c.value for c in own}) == 1:
        return own[:1]  # 协会邮箱, of the only one that it has
    near = {e.passage.clause for e in evidence[:2]}
    found = _foremost([c for c in candidates if c.clause in near]) if best == 0 else []
    whom = kind is ContactKind.PHONE and _ASKS_WHO.search(question.text) and _names_nothing(words)
    return found or (_foremost(_of_no_office(notice, candidates))[:1] if whom else [])


def _tells_hour(question: Question, contact: Contact) -> bool:
    """Whether hours tell the hour, where it is asked for: 周日休息 does not."""
    return contact.kind is not ContactKind.HOURS or holds("hours", question.unit, (), contact.text)


def _but_the_purpose(
    question: Question, words: Mapping[str, float], candidates: Sequence[Contact]
) -> Mapping[str, float]:
    """The words that tell between contacts that are all for the purpose asked about."""
    said = _purposes(question, candidates)
    return {w: i for w, i in words.items() if not any(cue.search(w) for cue in said)} or words


def _purposes(question: Question, candidates: Sequence[Contact]) -> list[re.Pattern[str]]:
    """What the question says of the purpose that all candidates are for."""
    asked, held = search_key(question.text), {c.role for c in candidates}
    return [cue for cue, roles in _ASKED_ROLES if held <= roles and cue.search(asked)]


_SAYS_WHOM = re.compile(r"谁|哪[个位]|人$|联系|咨询|电话|[打问找]")


def _names_nothing(words: Mapping[str, float]) -> bool:
    """Whether a question says whom to turn to and of what no more than the notice's name: 某评审找谁."""
    telling = words.keys() - lexicon().general - lexicon().hints
    return all(_SAYS_WHOM.search(w) for w in telling)


_SUFFIX = 4  # characters at the end of what an office is called by which people name it


def _of_office(question: Question, contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts of the one office of several that the question names, whatever they are for."""
    asked = search_key(question.text)
    named = [c for c in contacts if len(c.organisation) > _SUFFIX and c.organisation[-_SUFFIX:] in asked]
    offices = {c.organisation for c in named}
    return named if len(offices) == 1 and len({c.organisation for c in contacts}) > 1 else []


def _hours_asked(question: Question, notice: Notice, kind: ContactKind) -> list[Contact]:
    """The only hours of a notice where it is asked whether they cover a day or an hour: 周六上班吗."""
    hours = [c for c in records_of(notice).contacts if c.kind is kind is ContactKind.HOURS]
    settled = question.polar and len({c.clause for c in hours}) == 1
    return hours[:1] if settled and open_then(question.text, hours[0].text) else []


def _lies_elsewhere(
    words: Mapping[str, float],
    evidence: Sequence[Evidence],
    candidates: Sequence[Contact],
    named: Sequence[tuple[Contact, str, str]],
) -> bool:
    """Whether a passage with others of the candidates holds more of the question than what stands beside
    those named."""
    if not evidence or any(c.clause == evidence[0].passage.clause for c, _, _ in named):
        return False
    passage = evidence[0].passage
    answers = any(passage.span.covers(c.span) for c in candidates)
    held = max(relevance(words, piece, around) for _, piece, around in named)
    return answers and relevance(words, passage.text, passage.context) >= held


def _told_beside(
    words: Mapping[str, float],
    evidence: Sequence[Evidence],
    pieces: Sequence[str],
    around: Sequence[str],
) -> bool:
    """Whether a passage tells more of what is asked than the hours of any office: when a gate shuts, until
    when somebody is let in on a Friday in summer."""
    best = evidence[0] if evidence else None
    if best is None or not best.fits:
        return False
    held = max((relevance(words, p, a) for p, a in zip(pieces, around, strict=True)), default=0.0)
    return relevance(words, best.passage.text, best.passage.context) > held


def _around(notice: Notice, clause: int) -> str:
    """What stands above a contact: its headings, and the line before that may name whose it is."""
    siblings = (
        notice.clauses[notice.clauses[clause].parent].children if notice.clauses[clause].parent >= 0 else ()
    )
    before = [s for s in siblings if s < clause][-1:]
    return " ".join((*notice.heading_path(clause)[1:], *(notice.clause_text(s) for s in before)))


def _asked(question: Question | None, contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts for the purpose asked about; those of reposting sites never."""
    fitting = [c for c in contacts if c.owner is not Owner.REPOSTER]
    for cue, roles in _ASKED_ROLES:
        meant = [c for c in fitting if c.role in roles]
        if meant and question is not None and cue.search(question.text):
            return meant
    return [c for c in fitting if c.role not in _APART] or fitting


def _foremost(found: Sequence[Contact]) -> list[Contact]:
    """The issuer's own first, those for enquiries before others."""
    order = {Role.ENQUIRY: 0, Role.ACCEPTANCE: 0, Role.GENERAL: 1}
    return sorted(found, key=lambda c: (c.owner is not Owner.ISSUER, order.get(c.role, 2), c.span))


def _piece(notice: Notice, contact: Contact) -> Span:
    """The part of a clause that speaks of one office: its name, its numbers, its hours; a row is one part."""
    clause = notice.clauses[contact.clause]
    own = next((s for s in clause.spans if s.covers(contact.span)), contact.span)
    if clause.kind is ClauseKind.ROW:
        return own
    for piece in _pieces(notice, own):
        if piece.covers(contact.span):
            return piece
    return own


def _pieces(notice: Notice, own: Span) -> list[Span]:
    text = fold(notice.text[own.start : own.end])
    cuts = [m.span() for m in _STOPS.finditer(text) if _depth(text, m.start()) == 0]
    for comma in _COMMA.finditer(text):
        begin = max((end for _, end in cuts if end <= comma.start()), default=0)
        new_office = not _MERE_LABEL.match(comma["label"]) and _NUMBER.search(text[begin : comma.start()])
        if new_office and _depth(text, comma.start()) == 0:
            cuts.append(comma.span())
    bounds, start = [], 0
    for first, last in sorted(cuts):
        bounds.append((start, first))
        start = last
    bounds.append((start, len(text)))
    return [Span(own.start + a, own.start + b) for a, b in bounds if text[a:b].strip()]


def _depth(text: str, position: int) -> int:
    """How many brackets are open at a position."""
    return text.count("(", 0, position) - text.count(")", 0, position)


def _add_piece(draft: Draft, notice: Notice, clause: int, piece: Span) -> bool:
    node = notice.clauses[clause]
    if node.kind is ClauseKind.ROW:
        line = "；".join(f"{c.column}：{c.text}" if c.column else c.text for c in node.cells)
        piece = node.spans[0]
    else:
        line = notice.quote(piece).removeprefix(node.marker).strip("，,；;。 ")
    if not draft.add(line):
        return False
    draft.cite(notice, clause, piece)
    return True


def _add_common_hours(draft: Draft, notice: Notice, contact: Contact) -> None:
    """The hours that the notice gives for all its offices, where the one told has none of its own."""
    hours = [c for c in records_of(notice).contacts if c.kind is ContactKind.HOURS]
    told = _piece(notice, contact)
    numbers = [c.span for c in records_of(notice).contacts if c.kind is ContactKind.PHONE]
    if any(told.covers(h.span) for h in hours):
        return
    parent = notice.clauses[contact.clause].parent
    for hour in hours:
        piece = _piece(notice, hour)
        beside = hour.clause == contact.clause or (
            parent >= 0 and notice.clauses[hour.clause].parent == parent
        )
        if beside and not any(piece.covers(n) for n in numbers):
            _add_piece(draft, notice, hour.clause, piece)
            return
