"""What like figures stand among, and which words of a question say no more than that."""

from __future__ import annotations

from collections.abc import Iterator

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, LikeFigures
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.leads import governing_clause
from index.normal import search_key

__all__ = [
    "context_of",
    "context_of_clause",
    "context_of_one",
    "counts_same",
    "deals_with",
    "says_nothing",
    "stands_in",
]

# Words that count or deny, and so name nothing: 两门课, 60平, 不是.
_COUNTS = re.compile(
    r"[一二两三四五六七八九十\d每这那]+[个所门科种类家项档级位名](?:[\u4e00-\u9fff])?"
    r"|(?:[\d.]+|[一二两三四五六七八九十半]+)个?(?:[年月天次科门人期平米方]|学期|学年|小时)+|不是|并非|不属于|除了?|[男女](?:的|士|生|方|人)?|平方?米?"
)
_MONEY = re.compile(r"[\u4e00-\u9fff][金费款价]")  # 奖金 is what a prize comes to
_PRICE = re.compile(r"单价|价格|价钱|价位|收费|费用|钱")
_DOES = re.compile(r"[得获拿中领发交缴付收给](?P<what>[奖费钱补贴金])")  # 得奖 where 奖项 are listed
_BY_TIME = re.compile(r"[月年日周](?=[\u4e00-\u9fff]{2})")  # 月租金
# The verbs of those who pay and who are paid, with what notices call the amounts.
_VERBS = (
    (re.compile(r"[交缴付掏花]"), re.compile(r"[缴交收]费|[费价租押]")),
    (re.compile(r"[补奖领贴给发]"), re.compile(r"[补奖津贴资]")),
)
_PERSON = re.compile(r"[名位]|个人?")


@once_per_notice
def _contexts(notice: Notice) -> dict[int, str]:
    return {}


def context_of(notice: Notice, group: LikeFigures) -> str:
    """The words that the figures stand among: headings, what leads up to them, headers, names."""
    return f"{context_of_clause(notice, group.clause)}|{search_key(group.measure)}|{group.unit}"


def context_of_one(notice: Notice, group: LikeFigures, figure: LikeFigure) -> str:
    """The words that one figure of a sentence or list stands among, without those of its neighbours."""
    beside = [f.span for f in group.figures if f.clause == figure.clause]
    whole = notice.clauses[figure.clause].span
    first, last = min(beside), max(beside)
    own = f"{notice.text[whole.start : first.start]}|{notice.text[last.end : whole.end]}"
    if len(beside) > 1:
        said = next(f.said for f in group.figures if f.span == first)
        own = own.replace(said, "|", 1) if said else own
    above = "|".join(_above(notice, figure.clause))
    return search_key(f"{own}|{above}|{figure.said}|{figure.name}|{group.measure}|{group.unit}")


def context_of_clause(notice: Notice, clause: int) -> str:
    """The words of a clause and of what stands above it."""
    kept = _contexts(notice)
    if clause not in kept:
        kept[clause] = search_key("|".join(_around(notice, clause)))
    return kept[clause]


def _around(notice: Notice, clause: int) -> Iterator[str]:
    node = notice.clauses[clause]
    yield notice.clause_text(clause)
    yield from _above(notice, clause)
    if node.kind is ClauseKind.TABLE:
        yield from (f"{c.header} {c.text}" for i in node.children for c in notice.clauses[i].cells)
        if node.parent >= 0:
            before = [i for i in notice.clauses[node.parent].children if i < clause][-1:]
            yield from (notice.clause_text(i) for i in before)


def _above(notice: Notice, clause: int) -> Iterator[str]:
    yield from (notice.clause_text(i) for i in notice.ancestors(clause))
    lead = governing_clause(notice, clause)
    if lead is not None:
        yield notice.clause_text(lead)


def says_nothing(word: str, context: str, unit: str) -> bool:
    """Whether a word says nothing that the figures of `unit` do not stand among."""
    if stands_in(word, context) or _COUNTS.fullmatch(word):
        return True
    timed, general, does = _BY_TIME.match(word), re.fullmatch(r"(..+)[人者户]", word), _DOES.fullmatch(word)
    if (timed and stands_in(word[1:], context)) or (general and general[1] in context):
        return True
    if does and does["what"] in context:
        return True
    return "元" in unit and bool(_PRICE.fullmatch(word) or (_MONEY.fullmatch(word) and word[0] in context))


def stands_in(word: str, context: str) -> bool:
    """Whether a word, or one that means the same, stands in a text."""
    return word in context or any(s in context for s in lexicon().synonyms.get(word, ()))


def deals_with(text: str, group: LikeFigures) -> bool:
    """Whether the verb of a question about money is that of the measure: 交 of 缴费标准, 补 of 补助."""
    told = group.measure + "".join(f.said for f in group.figures)
    return "元" in group.unit and any(v.search(text) and m.search(told) for v, m in _VERBS)


def counts_same(asked: str, printed: str) -> bool:
    """Whether a unit asked for may be the one printed: 几个人 of 5名."""
    both = {_PERSON.sub("人", u.partition("/")[0]) for u in (asked, printed)}
    return not asked or not printed or len(both) == 1 or asked in printed
