"""What a notice makes one thing count as: 与人合租的不算独户, 补缴的月份不计入连续缴费, 学员按社会人员收.

Such sentences demand nothing and forbid nothing by themselves. They say what belongs to a word that others
of the notice demand or hold against somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["CountsAs", "counted_as"]


@dataclass(frozen=True, slots=True)
class CountsAs:
    """`case` counts as `whole`, or does not; `treated` where it is only dealt with like it (按…收)."""

    case: str
    whole: str
    counts: bool
    treated: bool
    clause: int
    span: Span


_ADVERBS = r"(?:也|均|都|仍|一律|同样|可以?|应当?|不得|即|则|只能)*"
_COUNTS = re.compile(
    rf"^(?P<case>.*?){_ADVERBS}(?P<out>不(?:得|能|予)?)?"
    r"(?:(?<![计折合换结核预清概])算(?:作|是|为|入|在)?(?![术法机力式数缴至到])|计(?:入|算在)|视(?:为|同|作))"
    r"(?P<whole>(?!放弃|弃权|撤回|自动|无效|作废)[\u4e00-\u9fff]{2,12})(?<!在内)(?<![吗么])$"
)
_TREATED = re.compile(
    rf"^(?P<case>.*?){_ADVERBS}(?:按照?|参照|依照)(?P<whole>[\u4e00-\u9fff]{{2,10}}?)(?:的?标准)?"
    r"(?:收(?:费|取|缴)?|报名|执行|办理|处理|对待|计算|计发|申报|申请|参加|发放?|缴费?|享受)$"
)
_RULES = re.compile(
    r"^[本原新旧]|细则|文件?$|协议|合同|约定|规定|要求|程序|政策|办法|通知|顺序|实际|有关|相关|国家|比例|年度?$|[月日天]$"
)
_OWN = re.compile(r"^(?:本|该)[^的]{1,6}的|^(?:其|本人)的?")
_INSERT = re.compile(r"\([^()]*\)")
_SENTENCES = re.compile(r"[^。;!?\n]+")


def counted_as(notice: Notice, clause: int) -> tuple[CountsAs, ...]:
    """What the sentences of one clause make something count as, read once."""
    kept = _kept(notice)
    if clause not in kept:
        kept[clause] = tuple(_read(notice, clause))
    return kept[clause]


@once_per_notice
def _kept(notice: Notice) -> dict[int, tuple[CountsAs, ...]]:
    return {}


def _read(notice: Notice, clause: int) -> Iterator[CountsAs]:
    node = notice.clauses[clause]
    if node.kind in (ClauseKind.TABLE, ClauseKind.ROW):
        return
    for i, whole in enumerate(node.spans):
        span = Span(whole.start + (len(node.marker) if not i else 0), whole.end)
        for match in _SENTENCES.finditer(fold(notice.text[span.start : span.end])):
            place = Span(span.start + match.start(), span.start + match.end())
            yield from _of_sentence(_INSERT.sub("", re.sub(r"[\s*]", "", match[0])), clause, place)


def _of_sentence(sentence: str, clause: int, span: Span) -> Iterator[CountsAs]:
    """Of each part that says so; where it names no case of its own, all that stands before is the case."""
    parts = re.split(r"[,:]", sentence)
    for i, part in enumerate(parts):
        counts, treats = _COUNTS.fullmatch(part), _TREATED.fullmatch(part)
        if (found := counts or treats) is None:
            continue
        treated = counts is None
        case = found["case"] or ",".join(parts[:i])
        if len(case) < 2 or (treated and _RULES.search(found["whole"])):
            continue
        out = counts is not None and counts["out"] is not None
        whole = _OWN.sub("", found["whole"])
        yield CountsAs(case, whole, not out, treated, clause, span)
