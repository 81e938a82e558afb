"""The stages of one answer in words: how the question was read, and what was decided."""

from __future__ import annotations

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome
from bot.conversation.question import Question
from bot.figures.action import Action, Plan

__all__ = ["stages_of"]

_ACTIONS = {
    Action.GREET: "寒暄",
    Action.CATALOGUE: "列出收录的通知",
    Action.OUT_OF_SCOPE: "不在服务范围内",
    Action.WHICH_NOTICE: "不止一份通知可能说到，请对方选择",
    Action.WHICH_ROW: "表格里不止一行相符，请对方选择",
    Action.ROWS: "取表格中相符的行",
    Action.COLUMN: "列出表格的一列",
    Action.CONDITIONS: "列出一个等级的条件",
    Action.UNSTATED: "通知没有写明",
    Action.TELL: "取最能回答的条款",
    Action.DECIDE: "按条件判断",
    Action.WHICH_TARGETS: "逐项对照能申报哪些",
}
_INTENTS = {
    Intent.ELIGIBILITY: "能不能、符合不符合",
    Intent.FEE: "费用",
    Intent.DEADLINE: "时间",
    Intent.MATERIALS: "材料",
    Intent.PROCESS: "怎么办理",
    Intent.CONTACT: "联系方式",
    Intent.PENALTY: "后果",
    Intent.RESIT: "补考",
    Intent.CERTIFICATE: "证书",
    Intent.DEFINITION: "是什么",
    Intent.STATISTIC: "数字",
    Intent.CATALOGUE: "有哪些通知",
    Intent.GENERAL: "通知里怎么说",
}
_WANTS = {
    "phone": "电话",
    "email": "邮箱",
    "url": "网址",
    "platform": "办理的系统",
    "frequency": "多久一次",
    "address": "地址",
    "hours": "办理时间",
    "money": "金额",
    "date": "日期",
    "percent": "比例",
    "reduction": "优惠",
    "score": "分数",
    "duration": "时长",
    "figure": "数字",
}
_OUTCOMES = {
    Outcome.ANSWERED: "作答",
    Outcome.CLARIFY: "请对方补充",
    Outcome.UNANSWERABLE: "通知没有写明",
    Outcome.OUT_OF_SCOPE: "不在服务范围内",
}


def stages_of(question: Question, plan: Plan, answer: Answer) -> tuple[tuple[str, str], ...]:
    """(stage, what it found) for each stage, in the order in which data passes them."""
    read = [f"问{_INTENTS[question.intent]}", "要回答是或否" if question.polar else ""]
    read += [
        f"答案里要有{'、'.join(_WANTS.get(w, w) for w in sorted(question.wants))}" if question.wants else ""
    ]
    read += [f"改正 {a}→{b}" for a, b in question.mended]
    stages = [("理解", "，".join(x for x in read if x))]
    if question.context:
        stages.append(("接上文", question.context))
    stages.append(
        ("决定", "：".join(x for x in (_ACTIONS.get(plan.action, plan.action.value), plan.reason) if x))
    )
    if plan.notice is not None:
        stages.append(("通知", f"《{plan.notice.title}》"))
    return (*stages, ("结果", f"{_OUTCOMES[answer.outcome]}，把握 {answer.confidence:.2f}"))
