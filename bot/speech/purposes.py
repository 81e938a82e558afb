"""What a window of a notice is for: applying, the checks of officials, an event, or something else.

In its name the last word that says so decides, since in Chinese the head comes last: 考试报名 is applying,
报名结果查询 an event. In the words around it the first does.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from corpus import patterns as re
from corpus.values.windows import Window
from index.normal import search_key

__all__ = ["Purpose", "head_word", "is_exam", "is_named", "purpose_of", "word_for"]

_LONG = 30  # and of one that heads a row of a table
_SHORT = 20  # characters of a name that stand in a sentence


class Purpose(StrEnum):
    APPLYING = "applying"  # what those who apply do: 报名, 申报, 提交材料
    CHECKING = "checking"  # what others do with it: 审核, 推荐, 公示
    EVENT = "event"  # what takes place or is given out: 考试, 摇号, 发放
    LATE = "late"  # what those do who missed it: 补报, 补缴
    OTHER = "other"


_SAYS = (
    (
        Purpose.APPLYING,
        r"报名(?!费|表|序号|人[员数]|资格|条件)|申报(?!人|者|材料|条件|表)|申请(?!人|者|材料|条件|表|书)|登记(?!表)"
        r"|填[报写]|(?:提交|递交)(?:申请(?!人|者|材料|条件|表|书))?|寄送|受理(?!部门|机[关构]|点)|预约|参保|缴费|认购|报考(?!者|地|人|条件)|应聘(?!人员|者)"
        r"|投[递稿]|征[集稿]|[交截]稿|[发寄传送交][送往]?[至到](?!位|达)",
    ),
    (
        Purpose.CHECKING,
        r"审[核查批定]|复[核审查]|初审|核[验查]|推荐|公示|遴选|评[审议选]|认定|汇总|上报|报送|确认结果|备案",
    ),
    (
        Purpose.EVENT,
        r"考试(?!费|地|科目)|笔试|面试|机考|测[试验评]|评价日期|考核|摇号|抽签|派位|竞价|选房|开[课学班]|报到|比赛"
        r"|体检|领取|发[放证榜]|放榜|[公发]布|公告|查询|打印|录取|宣讲|讲座|培训|施行|实施|执行|享受|举行",
    ),
)
_SAID = {purpose: re.compile(words) for purpose, words in _SAYS}
_BY_OTHERS = re.compile(
    r"(?:单位|部门|[局厅委办站]|各[县市区]|[县市区]级|街道|社区|学校|学院|系统|专家|小组|中心)[^，。；]{0,10}"
    r"(?:审[核查批]|复[核审]|初审|核[验查]|推荐|公示|遴选|评[审议]|认定|汇总|上报|报送|完成)"
)


_MADE_UP_FOR = re.compile(r"补(?:报|缴|交|办|登记|申请|申报)(?!告)")
_AFTERWARDS = re.compile(r"(?:之|以)?后$")
_PLAIN_TIME = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:截止)?(?:时间|日期|截止|(?<!\d)日)$")
_ONCE_DONE = re.compile(r"(?:之?后|成功的?|以后|通过的?)(?!续)")  # 缴费后: what comes after it
_EXAM = re.compile(
    r"(?<!准)(?:考试|笔试|面试|机考|测[试验评]|评价日期|考核)(?!报名|费|考务费|每科|地|科目|成绩|结果|办公室|院|站|中心)"
)


def purpose_of(window: Window) -> Purpose:
    """By the window's own name, else by the words around it."""
    late = _MADE_UP_FOR.search(f"{window.name} {window.about}") is not None
    if late or _AFTERWARDS.search(window.name):
        return Purpose.LATE if late else Purpose.OTHER
    return _said_of(window)[0]


def word_for(window: Window) -> str:
    """What to call a window in a sentence: its name, or the words of it that say what it is for."""
    name, (_, word) = _PLAIN_TIME.sub("", window.name), _purpose_in(window.name)
    heads = window.about.startswith(window.name)  # a row or a section
    if _is_name(name, _LONG if heads else _SHORT) and (word or heads):
        return name
    starts = [m.start() for said in _SAID.values() for m in said.finditer(name)]
    tail = name[min(starts) :] if starts else ""
    return tail if _is_name(tail, _SHORT) else _said_of(window)[1] or name[:_SHORT] or "期限"


def _is_name(text: str, most: int) -> bool:
    """Whether words are short and no half of a sentence: 网上报名, not 准备申报的企业须做好评估."""
    return 0 < len(text) <= most and (
        len(text) <= 8 or not re.search(r"^[在请凡经由其于]|[须应需将]|的|采[用取]|进行|于\d", text)
    )


def head_word(window: Window) -> str:
    """The word that says what a window is for; windows with the same one are turns of one matter."""
    return _said_of(window)[1]


def is_exam(window: Window) -> bool:
    """Whether a window is for sitting an examination, whatever it is called."""
    said = search_key(f"{window.name} {window.about}")
    return purpose_of(window) in (Purpose.EVENT, Purpose.OTHER) and _EXAM.search(said) is not None


def is_named(window: Window) -> bool:
    """Whether the window's own name says what it is for."""
    return bool(_purpose_in(window.name)[1])


def _said_of(window: Window) -> tuple[Purpose, str]:
    named = _purpose_in(window.name)
    return named if named[1] else _purpose_in(window.about, first=True)


@lru_cache(maxsize=4096)
def _purpose_in(text: str, first: bool = False) -> tuple[Purpose, str]:
    """The purpose that a text says last, or first, and the word that says it; empty where none does."""
    text = search_key(text)
    if checked := _BY_OTHERS.search(text):
        return Purpose.CHECKING, checked[0]
    found = [(m.start(), p, m[0]) for p, said in _SAID.items() for m in said.finditer(text)]
    found = [f for f in found if not _ONCE_DONE.match(text, f[0] + len(f[2]))]
    if not found:
        return Purpose.OTHER, ""
    _, purpose, word = min(found) if first else max(found)
    return purpose, word
