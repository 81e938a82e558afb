"""A table of what people say of themselves and the fact that is read from it.

Lengths of work and insurance are in months, ages in years, all as on 10 April 2025; `[` and `]` belong to
the interval, `(` and `)` do not.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.interval import Interval
from bot.person import read_person

APRIL = date(2025, 4, 10)
TABLE = """
我干了六年开发 | work | [72,72]
在厂里上班六年半了 | work | [78,78]
工作快五年了 | work | [48,60)
干了五年多 | work | [60,72)
差俩月满五年工龄 | work | [58,58]
做电工一年零三个月 | work | [15,15]
刚干满两年 | work | [24,24]
入行三年整 | work | [36,36]
我没上过班 | work | [0,0]
工龄8年 | work | [96,96]
工作了小十年 | work | [108,120)
干这行有二十年了 | work | [240,240]
才工作半年 | work | [6,6]
上了两年半班 | work | [30,30]
工作经验3-5年 | work | [36,60]
工作还不到一年 | work | [0,12)
我表弟干了四年，能报吗 | work | [48,48]
我今年三十五 | age | [35,35]
我妈五十三岁 | age | [53,53]
孩子刚满6岁 | age | [6,6]
90年4月10号出生的 | age | [35,35]
1985年的，能报吗 | age | [39,40]
快四十岁了 | age | [36,40)
我四十出头 | age | [40,45)
我有四级证 | certificate | 4
没证 | certificate | 9
手里有高级工证书 | certificate | 3
有技师证 | certificate | 2
什么证都没有 | certificate | 9
没有证书 | certificate | 9
我是中级职称 | title | 2
评上了高级工程师 | title | 3
助理工程师 | title | 1
没职称 | title | 0
社保交了十四个月 | insurance | [14,14]
社保断过四个月，但加起来正好一年 | insurance | [12,12]
连续缴了两年社保 | insurance | [24,24]
社保交了快一年 | insurance | [0,12)
医保交了三年 | insurance | [36,36]
我去年退休了 | retired | True
我还没退休 | retired | False
我妈已经退休 | retired | True
我是应届毕业生 | fresh | True
不是应届生 | fresh | False
今年刚毕业 | fresh | True
我是大专，不对，是本科 | degree | 本科
大二 | degree | 大二 在读
硕士在读 | degree | 硕士 在读
我弟弟中专毕业 | degree | 中专
函授本科 | degree | 本科
自考的大专 | degree | 大专
双学位本科毕业 | degree | 本科
至少干了七年 | work | [84,Infinity]
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


def shown(value: object) -> str:
    if not isinstance(value, Interval):
        return str(value)
    left, right = "(" if value.open_low else "[", ")" if value.open_high else "]"
    return f"{left}{float(value.low):g},{float(value.high):g}{right}".replace("inf", "Infinity")


@pytest.mark.parametrize(("text", "kind", "fact"), ROWS)
def test_what_is_said_is_read_as_the_fact(text, kind, fact):
    person = read_person(text, "望舒", APRIL, APRIL)
    if kind == "degree":
        best = person.degrees[0]
        assert best.word + ("" if best.finished else " 在读") == fact
    else:
        assert shown(getattr(person, kind)) == fact


def test_months_lacking_to_an_age_are_taken_off_it():
    for text in ("差一个月满18岁", "18岁还差一个月"):
        age = read_person(text, "望舒", APRIL, APRIL).age
        assert age is not None
        assert age.whole() == Interval.exactly(17)
