"""Demands in a section on conditions in which nothing can be typed."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.conditions import Attribute, GroupKind, Tree, leaves_of
from corpus.conditions.requirements import read_node
from corpus.conditions.stated import states_openly
from corpus.values.periods import fold


@pytest.mark.parametrize(
    "sentence",
    [
        "观察员须品行端正,关心社区事务",
        "参评作品应当为原创",
        "辨色力:无红绿色盲",
        "未被列入失信名单",
        "原则上应为本街道常住居民",
        "申请人及其配偶没有未结清的租金",
        "具有固定的经营场所",
    ],
)
def test_what_has_to_be_true_of_who_applies(sentence: str) -> None:
    assert states_openly(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "申请人须在系统办理登记",
        "须提交申请表",
        "代办的还须带委托书",
        "三者须同时具备",
        "有关事项另行通知",
        "参赛者应于3月底前确认",
        "报名信息须与身份证一致,以系统审核为准",
        "无需现场领取",
        "符合条件的可优先安排",
    ],
)
def test_what_has_to_be_done_or_is_given(sentence: str) -> None:
    assert not states_openly(sentence)


OBSERVERS = """临溪街道社区观察员招募公告
一、招募条件
观察员须品行端正，近三年无失信记录。
1.年龄：22至60周岁；
2.辨色力：无红绿色盲。
二、报名方式
到社区登记。
"""

ARTICLES = """平湖新区园艺师安居补贴实施细则
第三章 申领条件
第八条 申领生活补贴的人才，应当与用人单位签订三年以上劳动合同并缴纳社会保险，且符合下列条件之一：
（一）硕士研究生，年龄在45周岁以下；
（二）本科毕业生，年龄在30周岁以下。
第九条 补贴标准为：第（一）类每月2000元，第（二）类每月800元，发放期限不超过36个月。
第十条 申领购房补贴的，除符合第八条规定外，还须在新区购买首套商品住房并取得不动产权证。
第十一条 领取补贴期间离职的，自离职次月起停发。
"""


def test_what_only_its_words_say_is_asked_and_judged(asking) -> None:  # type: ignore[no-untyped-def]
    ask = asking(date(2031, 5, 2), observers=OBSERVERS)
    assert ask("我30岁，去年有过失信记录，能当观察员吗？").verdict == "not_eligible"
    assert ask("我35岁，有红绿色盲，能报名吗？").verdict == "not_eligible"
    assert ask("我40岁，想当观察员，可以报名吗？").verdict == "eligible"


def test_the_articles_of_a_chapter_are_no_list_of_demands(asking) -> None:  # type: ignore[no-untyped-def]
    ask = asking(date(2031, 5, 2), allowance=ARTICLES)
    told = "硕士，32岁，签了四年合同，社保一直在交"
    assert ask(f"我{told}，能领生活补贴吗？").verdict == "eligible"
    assert ask("我本科，33岁，签了三年合同，交着社保，生活补贴能申请吗？").verdict == "not_eligible"
    assert ask("没在新区购买商品住房，购房补贴能申请吗？").verdict == "not_eligible"
    assert (
        ask(f"我{told}，在新区买了首套商品住房，不动产权证也拿到了，购房补贴能领吗？").verdict == "eligible"
    )


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("硕士研究生、副高级职称或者高级技师，年龄在45周岁以下", 3),
        ("博士研究生、正高级职称人员", 2),
        ("其他全日制本科毕业生、技师，年龄在30周岁以下", 2),
    ],
)
def test_papers_on_different_scales_are_ways(words: str, kinds: int) -> None:
    node = read_node(fold(words))
    assert isinstance(node, Tree)
    either = node.parts[0] if isinstance(node.parts[0], Tree) else node
    assert isinstance(either, Tree)
    assert either.kind is GroupKind.ANY
    assert len(either.parts) == kinds


def test_who_is_taken_by_a_school_has_not_finished_it() -> None:
    assert [x.attribute for x in leaves_of(read_node("已被普通本科高校录取的新生"))] == [Attribute.OPEN]


def test_where_all_of_several_kinds_have_to_be_registered() -> None:
    node = read_node("具有本镇户籍的登记失业人员、转产农户、残疾人家庭成员")
    assert isinstance(node, Tree)
    assert node.kind is GroupKind.ALL
    home, kinds = node.parts
    assert [x.attribute for x in leaves_of(home)] == [Attribute.RESIDENCE]
    assert isinstance(kinds, Tree)
    assert (kinds.kind, len(kinds.parts)) == (GroupKind.ANY, 3)
    apart = read_node("具有本镇户籍的居民、持有居住证的外地人员、在校学生")
    assert isinstance(apart, Tree)
    assert apart.kind is GroupKind.ANY
