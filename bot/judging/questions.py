"""The question that asks a person for what a condition compares with, in natural Chinese."""

from __future__ import annotations

from collections.abc import Callable

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf

__all__ = ["question_of"]

_GRADES = "一二三四五"
_MOST_WORDS = 80


def question_of(leaf: Leaf) -> str:
    """The question for one condition; conditions that the same answer settles have the same question."""
    return _QUESTIONS.get(leaf.attribute, _open)(leaf)


def _fixed(question: str) -> Callable[[Leaf], str]:
    return lambda leaf: question


def _open(leaf: Leaf) -> str:
    words = leaf.words.strip("；;，,。 ")
    shown = words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"
    return f"请问您是否符合“{shown}”这一条？"


def _school(leaf: Leaf) -> str:
    return f"请问您是否毕业于（或就读于）{leaf.words}？"


def _major(leaf: Leaf) -> str:
    kind = "理工类专业" if "理工" in leaf.words else "本专业或相关专业"
    return f"请问您所学的是否为{kind}？（也可以直接说专业名称）"


def _work(leaf: Leaf) -> str:
    if leaf.after:
        return f"请问您取得{'证书' if leaf.after == 'certificate' else '职称'}后工作多少年了？"
    if leaf.value == 0:
        return "请问您目前是否从事相关工作？"
    if re.search(r"同一用人单位|同一单位|本单位|现单位", leaf.words):
        return "请问您在现在的单位工作多久了？"
    if re.search(r"新参加工作|毕业", leaf.words):
        return "请问您参加工作多久了？"
    return "请问您从事相关工作多少年了？"


def _certificate(leaf: Leaf) -> str:
    return f"请问您是否持有{_GRADES[int(leaf.value or 1) - 1]}级证书？"


def _title(leaf: Leaf) -> str:
    return f"请问您是否持有{re.split('[（(]', leaf.words)[0]}？"


def _insurance(leaf: Leaf) -> str:
    how = "连续" if re.search(r"连续|不间断|未中断", leaf.words) else "累计"
    return f"请问您的社会保险{how}缴纳了多少个月？"


# What lasts, in the notice's word, and how one asks for how long.
_LASTS = {
    "户籍": "您的户口落在本地多久了",
    "户口": "您的户口落在本地多久了",
    "居住": "您在本地居住多久了",
    "暂住": "您在本地居住多久了",
    "生活": "您在本地生活多久了",
    "签订": "您签订的合同期限有多长",
    "持有": "您持证多久了",
    "参保": "您参保多久了",
    "领取": "您领取多久了",
    "取得": "您取得多久了",
    "获得": "您获得多久了",
}
_DOING = re.compile(
    r"从事|参加|完成|担任|承担|发表|获|取得|提供|服务|开展|主持|成立|注册|设立|落户|结婚|经营|运营|营业|入驻|定居|登记"
)
_COUNTED = re.compile(r"人|名|篇|项|件|门|户|套|辆|台|次|学时|课时|学分|小时|字|页|天")


def _measure(leaf: Leaf) -> str:
    """A figure by the kind of its unit: 家庭年收入是多少元, 志愿服务有多少学时, 成立多久了."""
    subject, unit = leaf.subject, leaf.unit
    if len(subject) < 2:
        return _open(leaf)
    if unit == "个月":
        doing = f"您{subject}多久了" if _DOING.match(subject) else f"您的{subject}有多长时间"
        return f"请问{_LASTS.get(subject, doing)}？"
    if _COUNTED.fullmatch(unit):
        return f"请问您{subject if _DOING.match(subject) else f'的{subject}有'}多少{unit}？"
    return f"请问您的{subject}是多少{unit}？"


def _elapsed(leaf: Leaf) -> str:
    event = re.sub(r"^(?:自|距|距离|从)|(?:之日|之|起|未|已|满|达)+$", "", leaf.subject)
    return f"请问{event}是哪一天？" if len(event) >= 2 else _open(leaf)


_QUESTIONS: dict[Attribute, Callable[[Leaf], str]] = {
    Attribute.AGE: _fixed("请问您多大年龄（周岁）？"),
    Attribute.SEX: _fixed("请问性别是男还是女？"),
    Attribute.EDUCATION: _fixed("请问您的最高学历是什么？"),
    Attribute.SCHOOL: _school,
    Attribute.MAJOR: _major,
    Attribute.WORK: _work,
    Attribute.GRADUATED: _fixed("请问您毕业多久了？"),
    Attribute.CERTIFICATE: _certificate,
    Attribute.TITLE: _title,
    Attribute.ELAPSED: _elapsed,
    Attribute.HELD: _fixed("请问您取得证书多久了？"),
    Attribute.INSURANCE: _insurance,
    Attribute.RESIDENCE: _fixed("请问您是否具有本地户籍？"),
    Attribute.PERMIT: _fixed("请问您是否持有有效期内的居住证？"),
    Attribute.RETIRED: _fixed("请问您是否已退休？"),
    Attribute.FAILED: _fixed("请问您上一年度是否参加而未通过？"),
    Attribute.BORN: _fixed("请问出生日期是哪一天？"),
    Attribute.MEASURE: _measure,
    Attribute.OPEN: _open,
}
