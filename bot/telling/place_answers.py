"""Where something is done, by the label that a notice gives the place: 去哪报名 by 报名地点：…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.homes import not_for_home
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from index.passages import sentences

__all__ = ["add_labelled_place", "add_place"]

# What is done at a place, as people ask for it and as it stands in labels.
_ACT = (
    r"(?:报名|报到|申报|申请|领取|领证|办理|缴费|交费|受理|递交|提交|投递|咨询|面试|笔试|考试"
    r"|体检|培训|上课|比赛|集合|登记|确认|取证|审核|上班|工作|干活|交材料|交表|交钱|开会|考(?!核)|报|领|交)"
)
_ASKED = re.compile(
    rf"(?:去|到|上|在|往)(?:哪里?|哪儿|[什啥]么?地方)(?:去)?(?:办理?|做|弄)?(?P<act>{_ACT})|(?P<named>{_ACT})(?:的)?(?:地点|地址|地方)"
)
# What labels call what people say in a shorter or a plainer word.
_CALLED = {
    "上班": "工作|上班|用工|任职",
    "干活": "工作|用工",
    "考": "考试|笔试|测试",
    "报": "报名|申报",
    "报名": "报名|报考|申报",
    "领": "领取|发放",
    "领证": "领证|领取",
    "交": "提交|递交|受理",
    "交材料": "提交|递交|受理|交件",
    "交表": "提交|递交|受理",
    "交钱": "缴费|交费|缴款",
    "开会": "会议|开会",
    "比赛": "比赛|竞赛|赛事",
}


def add_place(
    draft: Draft, question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Tell the sentence that labels the place of what is asked about; whether there is one and no other."""
    return add_labelled_place(draft, question, notice)


def add_labelled_place(draft: Draft, question: Question, notice: Notice) -> bool:
    """As `add_place`, which the label alone decides."""
    asked = _ASKED.search(question.text)
    if asked is None:
        return False
    act = asked["act"] or asked["named"]
    labelled = _labelled(notice, f"(?:{_CALLED.get(act, act)})")
    found = [(c, s) for c, s in labelled if not not_for_home(question.text, notice.quote(s))]
    if len(found) != 1:
        return False  # places of several kinds are told apart by what else is asked
    return add_statement(draft, notice, *found[0])


def _labelled(notice: Notice, act: str) -> Iterator[tuple[int, Span]]:
    """The sentences in which a place of an act is labelled, each with its clause."""
    label = re.compile(rf"{act}(?:的)?(?:地点|地址|点|处)\s*(?:[:：]|为|是|设[在于]|在)")
    headed = re.compile(rf"{act}(?:的)?(?:地点|地址|处)\s*[:：]?$")
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.HEADING and headed.search(notice.clause_text(index)):
            for child in clause.children:
                yield from ((child, piece) for piece in _first(notice, child))
        if clause.kind in (ClauseKind.ITEM, ClauseKind.PARAGRAPH):
            for own in clause.spans:
                for piece in sentences(notice.text, own):
                    if label.search(notice.quote(piece)):
                        yield index, piece


def _first(notice: Notice, clause: int) -> Iterator[Span]:
    """The first sentence of a clause; where a semicolon ends it, with those that it goes on with."""
    for piece in sentences(notice.text, notice.clauses[clause].spans[0]):
        yield piece
        if not notice.quote(piece).endswith(("；", ";")):
            return
