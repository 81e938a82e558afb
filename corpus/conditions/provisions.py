"""What a sentence gives, spares or refuses, and in which case: 开场后不退; 不足3小时的，不发; 军人免费.

A provision is read from the word that says what is done with money or a thing. Who or which case it is of
stands before that word, in its own part of the sentence or in those that end in 的 before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.values.leads import governing_clause
from corpus.values.periods import fold

__all__ = ["Effect", "Matter", "Provision", "provisions_in"]


class Matter(StrEnum):
    """What a provision is about."""

    REFUND = "refund"  # money that comes back
    CHARGE = "charge"  # money that need not be paid, or less of it
    HANDOUT = "handout"  # what is handed out or paid


class Effect(StrEnum):
    """What becomes of it."""

    WHOLE = "whole"
    PART = "part"  # 退50%, 减半
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision, as written, half width: `case` is who or what it is of, `act` what follows the word that
    carries it, `out` are those whom it leaves out."""

    matter: Matter
    effect: Effect
    case: str
    act: str
    clause: int
    span: Span
    out: tuple[str, ...] = ()


_BACK = r"退(?!休|役|伍|学|证|出|宿|租|场|保|群|换|货|党|婚|耕|回修)"
_NOT = r"(?:不(?:予|再|可|能|得|会)?(?:以)?(?:办理)?|概不|恕不|暂不)"
_SHARE = r"(?:[^,]{0,8}?\d+(?:\.\d+)?%|一半|半|剩余|相应|部分|差额)"
_EFFECTS = (
    (Matter.REFUND, Effect.NONE, rf"{_NOT}{_BACK}|(?:不予|不再|不)返还"),
    (
        Matter.REFUND,
        Effect.PART,
        rf"{_BACK}(?:还|回|款|费)?{_SHARE}|扣(?:除|收|减)?[^,]{{0,6}}?\d+(?:\.\d+)?%",
    ),
    (Matter.REFUND, Effect.WHOLE, rf"{_BACK}|返还"),
    (
        Matter.CHARGE,
        Effect.NONE,
        r"不(?:予|再|能|得|可)?享受|不(?:予|再|能|得|可)?(?:减免|免(?:收|费|除|交|票)?|打折|优惠|减(?!少))|(?:照|全额)[收缴交]|照常收",
    ),
    (
        Matter.CHARGE,
        Effect.PART,
        r"减半|半价|减(?:收|免|征|交|缴|按)?[^,]{0,6}?(?:\d|一半)|[\d.七八九五六]+折|优惠|打折",
    ),
    (
        Matter.CHARGE,
        Effect.WHOLE,
        r"(?<!避)(?<!减)免(?:收|费|交|缴|票|除|征|押金|租|付|[^,]{0,6}费)|全免|不(?:计|另|再|予)?收(?:取|缴)?[^,]{0,6}(?:费|金|钱)|(?:不|无[须需])(?:用|必|需|须)?[缴交付]|减免",
    ),
    (
        Matter.HANDOUT,
        Effect.NONE,
        r"(?:不(?:予|再)?|停)(?:发(?!生|现|展|布|票)|送|赠|补(?:贴|助|发)|奖|享受补)",
    ),
    (
        Matter.HANDOUT,
        Effect.WHOLE,
        r"发(?:放|给)(?!时)|发(?=[^,]{1,8}\d?[张份元个件套])|[赠发]送|送(?=[^,]{1,10}\d[张份个次])|给予[^,]{0,10}(?:补|奖)|享受[^,]{0,8}补贴",
    ),
)
_MARKS = re.compile("|".join(f"(?P<m{i}>{words})" for i, (_, _, words) in enumerate(_EFFECTS)))
_SENTENCES = re.compile(r"[^。;；\n]+[。;；]?")
_IS_CASE = re.compile(r"(?:的|者|时|后|前|外)$")
_OUT = re.compile(r"(?:除(?P<before>[^,。;()]{2,30}?)外|但?(?P<behind>[^,。;()]{2,24}?)除外)")
_STATES = re.compile(r"[,，。:：;；]")  # a heading that says more than what stands below it
_BRACKET = re.compile(r"\([^()]*\)")


def provisions_in(notice: Notice, clause: int) -> tuple[Provision, ...]:
    """The provisions of one clause, read once; of an item those that its lead-in makes of it."""
    kept = _kept(notice)
    if clause not in kept:
        kept[clause] = tuple(_own(notice, clause)) or tuple(_by_lead(notice, clause))
    return kept[clause]


@once_per_notice
def _kept(notice: Notice) -> dict[int, tuple[Provision, ...]]:
    return {}


def _own(notice: Notice, clause: int) -> Iterator[Provision]:
    node = notice.clauses[clause]
    if node.kind in (ClauseKind.TABLE, ClauseKind.ROW):
        return
    if node.kind is ClauseKind.HEADING and not _STATES.search(notice.clause_text(clause)):
        return
    led, listed = list[Provision](), list[Provision]()
    for text, span in _sentences(notice, clause):
        if listed and _ITEM.search(text):
            listed.append(replace(_listed(led[-1], _plain(text)), span=span))
            continue
        if listed and (out := _out_of(_plain(text))[1]):
            listed = [replace(p, out=(*p.out, *out)) for p in listed]
            continue
        yield from listed
        listed = []
        lead = _LEAD.match(_plain(text))
        found = list(_of_sentence(lead["lead"] if lead else text, clause, span))
        if found and lead and lead["item"]:
            led, found = found[:1], found[1:]
            listed = [_listed(led[-1], lead["item"])]
        yield from found
    yield from listed


def _listed(led: Provision, item: str) -> Provision:
    """What a lead-in makes of an item behind its colon; what the item itself does is no part of the case."""
    mark, (case, out) = _mark(item), _out_of(item)
    return replace(led, case=f"{led.case},{case[: mark[2]] if mark else case}", out=out)


# 有下列情形之一的，不予退费：1.…的；2.…的。因…的除外。
_LEAD = re.compile(r"(?P<lead>[^:]*(?:下列|以下)[^:]*):(?:\d[.、])?(?P<item>.*)$")
_ITEM = re.compile(r"^(?:\d{1,2}[.、)]|\([\d一二三四五六七八九十]{1,2}\))|的[;。]?$")


def _sentences(notice: Notice, clause: int) -> Iterator[tuple[str, Span]]:
    node = notice.clauses[clause]
    for i, span in enumerate(node.spans):
        text = fold(notice.text[span.start : span.end])
        for match in _SENTENCES.finditer(text, 0 if i else len(node.marker)):
            yield match[0], Span(span.start + match.start(), span.start + match.end())


def _plain(sentence: str) -> str:
    text = _BRACKET.sub("", re.sub(r"\s", "", sentence)).strip("。;")
    return re.sub(r"^\d{1,2}[.、)]", "", text)


def _by_lead(notice: Notice, clause: int) -> Iterator[Provision]:
    """What a lead-in makes of an item: 有下列情形之一的，不予退费 above 擅自改装的."""
    node = notice.clauses[clause]
    lead = governing_clause(notice, clause) if node.kind is ClauseKind.ITEM else None
    if lead is None:
        return
    item = _plain(fold(notice.clause_text(clause)).removeprefix(node.marker))
    for above in provisions_in(notice, lead)[-1:]:
        yield replace(_listed(above, item), clause=clause, span=node.spans[0])


def _out_of(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without those whom it leaves out, and who they are."""
    out = tuple((m["before"] or m["behind"]) for m in _OUT.finditer(text))
    return _OUT.sub("", text).strip(",") if out else text, out


def _of_sentence(sentence: str, clause: int, span: Span) -> Iterator[Provision]:
    plain, out = _out_of(_plain(sentence))
    if (limit := _LIMIT.search(plain)) is not None:
        plain = _LATER.sub(f"{limit['until']}后", plain)
    before, waiting, found = "", "", False
    for part in plain.split(","):
        mark = _mark(part)
        if mark is None:
            if not found or _IS_CASE.search(part):
                waiting = f"{waiting},{part}".strip(",")
            continue
        matter, effect, start, end = mark
        case = f"{waiting},{part[:start]}".strip(",")
        yield Provision(matter, effect, case or before, part[end:], clause, span, out)
        before, waiting, found = case or before, "", True


# 参观日前一天17:00前可退，其后不退: after that hour.
_LIMIT = re.compile(
    r"(?P<until>[^,;]{0,10}?(?:(?:前[\d一二两三]+|当)[日天]|\d{1,2}月\d{1,2}日)[\d:点]*)(?:以前|之前|前)"
)
_LATER = re.compile(r"(?:其|此|在此)后|逾期|过期")


def _mark(part: str) -> tuple[Matter, Effect, int, int] | None:
    """What a part of a sentence does, and where the word that says so stands; None where it does nothing."""
    for match in _MARKS.finditer(part):
        if "的" in part[match.end() :] and not re.search(r"\d%$", part):
            continue  # 申请退订的: whom it is of
        matter, effect, _ = _EFFECTS[int((match.lastgroup or "m0")[1:])]
        return matter, effect, match.start(), match.end()
    return None
