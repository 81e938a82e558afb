"""How many rows of a table are of one that is named."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦市文化馆2031年年报

一、获奖情况
序号	获奖者	奖项名称	颁发单位	作品
1	顾青禾	山水画金奖	云浦市文联	春山、秋水
2	莫小满	剪纸优秀奖	云浦市文化局	年年有余
3	顾青禾	书法新人奖	东岭区文联	楷书
4	舞蹈队	群舞银奖	云浦市文联	采茶
5	顾青禾	年度艺术之星	云浦市文化局	无

二、班次
班次	人数（人）	教师
木工班	20	何师傅
陶艺班	15	白老师
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2032, 1, 5), year=NOTICE)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("顾青禾一共拿了几个奖", "共3个"),
        ("顾青禾得了几项奖", "共3项"),
        ("莫小满拿了几个奖", "共1个"),
    ],
)
def test_the_rows_of_the_one_named_are_counted(ask, question, says):
    assert says in ask(question).answer


@pytest.mark.parametrize("question", ["顾青禾有几件作品", "木工班有几个教师", "石桥拿了几个奖"])
def test_what_rows_do_not_count_is_not_counted(ask, question):
    assert "按表中各行计数" not in ask(question).answer
