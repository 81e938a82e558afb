"""Rows of a table that give conditions, and lists inside a cell."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.conditions import Attribute, Group
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses

GRADES = """# 通告

## 一、申报条件

{lead}

| 等级 | 申报条件 |
|---|---|
| 三级/高级工 | ①累计从事本职业工作满9年；②取得四级证书后从事本职业工作满4年 |
| 四级/中级工 | ①累计从事本职业工作满5年；②取得五级证书后从事本职业工作满3年 |

注：1.相关职业指：剪纸工、刻纸工。

2.工作年限计算到2026年6月30日。
"""

POSTS = """# 招聘

## 一、岗位

| 岗位代码 | 岗位名称 | 人数 | 性别 | 年龄 | 学历 | 专业 | 备注 |
|---|---|---|---|---|---|---|---|
| 01 | 瞭望员 | 3 | 男 | 35周岁以下 | 高中及以上 | 不限 | 轮班 |
| 02 | 记录员 | 1 | 不限 | 30周岁以下 | 本科及以上 | 档案学、历史学 | |
"""


def groups(text: str) -> list[Group]:
    notice = Notice("n", "", "", text, parse_clauses(text, markdown=True), "n.md")
    return [g for g in compile_groups(notice) if notice.clauses[g.lead].kind == "row"]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("各等级条件见下表，满足其中一项即可：", "any"),
        ("各等级条件见下表，具备所列条件之一的可以申报：", "any"),
        ("申报各等级应当同时具备下表所列条件：", "all"),
    ],
)
def test_a_list_in_a_cell_is_joined_as_the_words_above_the_table_say(lead: str, kind: str) -> None:
    found = groups(GRADES.format(lead=lead))
    assert [(g.level, g.kind.value, len(g.requirements)) for g in found] == [("三", kind, 2), ("四", kind, 2)]


def test_the_points_of_a_cell_are_cited_each_by_itself() -> None:
    text = GRADES.format(lead="满足下表其中一项即可：")
    third = groups(text)[0]
    assert [text[r.span.start : r.span.end] for r in third.requirements] == [
        "累计从事本职业工作满9年",
        "取得四级证书后从事本职业工作满4年",
    ]


def test_notes_below_a_table_demand_nothing() -> None:
    text = GRADES.format(lead="满足下表其中一项即可：")
    notice = Notice("n", "", "", text, parse_clauses(text, markdown=True), "n.md")
    assert {notice.clauses[g.lead].kind for g in compile_groups(notice)} == {"row"}


def test_a_post_has_its_sex_and_its_field_of_study() -> None:
    watch, record = groups(POSTS)
    assert (watch.audience, record.audience) == ("01 瞭望员", "02 记录员")
    typed = [[x.attribute for r in g.requirements for x in r.leaves] for g in (watch, record)]
    assert typed == [
        [Attribute.SEX, Attribute.AGE, Attribute.EDUCATION],
        [Attribute.AGE, Attribute.EDUCATION, Attribute.MAJOR],
    ]


TOWERS = """柳岸镇招聘公告

一、岗位
岗位代码	岗位名称	招聘人数	学历	年龄	其他条件
01	灯塔看守	2	大专及以上	35周岁以下	取得瞭望员资格者年龄可放宽至38周岁
02	航标维护	3	大专及以上	45周岁以下	持有效潜水证，每站1名；聘用后须在本站服务满5年
二、条件
1.年龄18周岁以上，且符合岗位年龄要求（年龄计算截至报名首日，如“35周岁以下”指1991年4月20日以后出生）；
2.身体健康。
"""


def test_what_a_cell_relaxes_and_what_follows_hiring_is_no_demand(asking):
    ask = asking(date(2026, 4, 22), towers=TOWERS)
    assert ask("我大专，37岁，取得瞭望员资格，能报灯塔看守吗").verdict == "eligible"
    assert ask("我大专，37岁，能报灯塔看守吗").verdict == "not_eligible"
    assert ask("我大专，43岁，有潜水证，能报航标维护吗").verdict == "eligible"


CLASSES = """# 入托通告

## 一、类别

| 类别 | 条件 | 安排方式 |
|---|---|---|
| 甲类 | 居住证满36个月 | 本片区有空位的，安排在本片区 |
| 乙类 | 居住证满12个月 | 按积分从高到低，在全镇安排 |
"""


def test_a_sentence_beside_is_no_part_of_the_name_of_a_row() -> None:
    notice = Notice("n", "", "", CLASSES, parse_clauses(CLASSES, markdown=True), "n.md")
    assert {g.audience for g in compile_groups(notice)} == {"甲类", "乙类"}
