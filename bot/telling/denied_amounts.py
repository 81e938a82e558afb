"""An amount that is asked for and that no figure states, where a sentence says that nothing is due.

书本费收多少 on 不得收取书本费; 给不给稿费 on 不再支付稿费; 食宿费多少 on 食宿费用自理.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Notice
from index.passages import sentences

__all__ = ["add_denied_amount"]

_NAMED = re.compile(r"[\u4e00-\u9fff]{1,4}?(?:费|金|酬|补贴|津贴|补助|奖励)")
_LEADS = re.compile(r"^(?:([收给交退付发])[不没]\1|是不是|[收给交付退有要没多能还会发])+(?=..)")
_PAYS = r"(?:收取?|支付|付|交纳?|缴纳?|发放?|给付?|给予|提供|退还?|享受)"
_NOTHING = r"(?:不得|不再|不另|概不|一律不|严禁|禁止|无须|无需|不用|不|免)"


def add_denied_amount(draft: Draft, question: Question, notice: Notice, own: Sequence[Evidence]) -> bool:
    """Tell the sentence that denies what is asked for; whether there is one."""
    if not (question.polar or "money" in question.wants):
        return False
    patterns = [_denial(name) for name in _names(question.text)]
    clauses = dict.fromkeys(e.passage.clause for e in own)
    for clause in clauses if patterns else ():
        for span in notice.clauses[clause].spans:
            for piece in sentences(notice.text, span):
                if any(p.search(notice.quote(piece)) for p in patterns):
                    return add_statement(draft, notice, clause, piece)
    return False


def _names(asked: str) -> Iterator[str]:
    """The payments that a question names, and what papers call them."""
    for found in _NAMED.finditer(asked):
        name = _LEADS.sub("", found[0])
        yield from (w for w in (name, *lexicon().synonyms.get(name, ())) if len(w) > 1)


def _denial(name: str) -> re.Pattern[str]:
    """What says that nothing of a name is due, or that others bear it."""
    name = re.escape(name)
    return re.compile(
        rf"{_NOTHING}(?:再|另|另行|额外|单独)*{_PAYS}(?:任何|其他|其它|相关)?[^，,。；;]{{0,6}}{name}"
        rf"|免(?:收|交|缴|除)?[^，,。；;]{{0,4}}{name}"
        rf"|{name}用?[^，,。；;]{{0,8}}(?:免收|免交|免缴|全免|免除|自理|自付|自行承担|不收|不退|由[^，,。；;]{{1,12}}(?:承担|负担|支付))"
    )
