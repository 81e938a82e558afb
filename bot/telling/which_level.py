"""Asks which level is meant, where somebody wants to apply, names none, and a notice decides on several.

Who says no more than what they wish for (我想考焊工) has asked nothing yet that could be answered yes or no.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answer_parts import Intent, Missing, Outcome, Verdict
from bot.conversation.question import Question
from bot.figures.draft import Draft
from bot.judging.levels import asked_level
from bot.speech.naming import measure
from corpus import patterns as re
from corpus.notice import Notice
from corpus.rules.targets import offers_of

__all__ = ["named_offer", "which_level", "wishes"]

_WISHES = re.compile(
    r"(?:^|[，,。；;])(?:我们?|俺|本人|咱)?(?:也|就|很|一直|最近|今年)?(?:想要?|打算|准备|计划|希望)(?:去|再|也|来|试着)?"
    r"(?:考|报|报名|报考|申报|申请|申领|评|参加|办|领|升)[^，,。；;？?]{1,24}[。！!]?$"
)
_ASKS = re.compile(r"[?？]|吗|么$|呢$|怎|什么|哪|多少|几|啥|咋|如何|能不能|可不可以|是否|行不行|要不要")


def wishes(text: str) -> bool:
    """Whether somebody says what they want to apply for and asks nothing: 我想考焊工, 打算报个四级."""
    return _WISHES.search(text) is not None and _ASKS.search(text) is None


def which_level(question: Question, notice: Notice) -> Answer | None:
    """The question which level is meant, with the levels that are held; None where it need not be asked.

    It is asked of whoever wishes for a thing or asks whether they may have it, and tells nothing beside.
    """
    asked = f"{question.context}{question.text}"
    offers = offers_of(notice)
    if asked_level(asked) or len(offers) < 2:
        return None
    name = named_offer(asked, {n for offer in offers.values() for n in offer.names})
    levels = [x for x, offer in offers.items() if not name or name in offer.names]
    if len(levels) < 2 or not (wishes(question.text) or (name and _asks_for(name, asked))):
        return None
    options = tuple(f"{x}级" for x in sorted(levels, key="五四三二一".index))
    ask = f"请问您要申报哪个级别（{'、'.join(options)}）？"
    draft = Draft()
    draft.add(f"{f'{name}' if name else '通知'}开展的等级有{'、'.join(options)}，各级的申报条件不同。")
    draft.add(ask)
    row = next(
        (i for i, c in enumerate(notice.clauses) if name and any(x.text == name for x in c.cells)),
        min(o.row for o in offers.values()),
    )
    draft.cite(notice, row)
    return Answer(
        Outcome.CLARIFY,
        Intent.ELIGIBILITY,
        draft.text,
        verdict=Verdict.NEEDS_INFO,
        target=name or None,
        missing=(Missing("level", ask, options),),
        facts=draft.stated_facts(),
        citations=tuple(draft.citations),
        suggestions=options,
        confidence=0.8,
    )


_NAMED = 0.5  # the share of a name that has to be said for it to be meant


def named_offer(asked: str, names: set[str]) -> str:
    """The one of `names` that is said most fully; `""` where none or several are."""
    fits = {n: measure(n, asked) for n in names}
    best = max(fits.values(), default=0.0)
    found = [n for n, fit in fits.items() if fit == best >= _NAMED]
    return found[0] if len(found) == 1 else ""


_GENERAL = re.compile(
    r"(?:我们?|俺|本人|想|要|现在|今年|也|还|去|来|能|可以?|够|报名|报|考试|考|申报|申请|参加|评价?|认定|资格|条件"
    r"|符合|有没有|是否|吗|么|嘛|不|没|呢|[，,。？?！!\s])*"
)


def _asks_for(name: str, asked: str) -> bool:
    """Whether nothing is said beside a name, in full or in part, but that one asks to apply: 我能考焊工吗."""
    said = re.compile(
        "|".join(re.escape(name[i:j]) for i in range(len(name)) for j in range(len(name), i + 1, -1))
    )
    return _GENERAL.fullmatch(said.sub("", asked)) is not None
