"""The stages of one answer in words: how the question was read, what was decided, on which evidence."""

from __future__ import annotations

from bot.action import Action, Plan
from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question

__all__ = ["stages_of"]

_ACTIONS = {
    Action.GREET: "打招呼",
    Action.CATALOGUE: "列出收录的通知",
    Action.OUT_OF_SCOPE: "不在服务范围内",
    Action.WHICH_NOTICE: "不止一份通知可能说到，请对方选择",
    Action.WHICH_ROW: "表格里不止一行相符，请对方选择",
    Action.ROWS: "取表格中相符的行",
    Action.COLUMN: "列出表格的一列",
    Action.UNSTATED: "通知没有写明",
    Action.TELL: "取最能回答的条款",
    Action.DECIDE: "按条件判断",
    Action.WHICH_TARGETS: "逐项对照能申报哪些",
}
_MOST_EVIDENCE, _MOST_WORDS = 5, 40


def stages_of(question: Question, plan: Plan, answer: Answer) -> tuple[tuple[str, str], ...]:
    """(stage, what it found) for each stage, in the order in which data passes them."""
    read = [f"意图 {question.intent.value}", "问是或否" if question.polar else ""]
    read += [f"要 {'、'.join(sorted(question.wants))}" if question.wants else ""]
    read += [f"改正 {a}→{b}" for a, b in question.mended]
    stages = [("理解", "，".join(x for x in read if x))]
    if question.context:
        stages.append(("接上文", question.context))
    stages.append(
        ("决定", "：".join(x for x in (_ACTIONS.get(plan.action, plan.action.value), plan.reason) if x))
    )
    if plan.notice is not None:
        stages.append(("通知", f"《{plan.notice.title}》"))
    stages += [("依据", _evidence(e)) for e in plan.evidence[:_MOST_EVIDENCE]]
    return (*stages, ("结果", f"{answer.outcome.value}，把握 {answer.confidence:.2f}"))


def _evidence(evidence: Evidence) -> str:
    """A passage with its score and the share of the question that it covers."""
    text = evidence.passage.text.replace("\n", " ")
    shown = text if len(text) <= _MOST_WORDS else text[: _MOST_WORDS - 1] + "…"
    place = f"{evidence.notice.notice_id} {evidence.notice.clauses[evidence.passage.clause].locator}"
    return f"{place}，得分 {evidence.score:.2f}，覆盖问题 {evidence.coverage:.0%}：{shown}"
