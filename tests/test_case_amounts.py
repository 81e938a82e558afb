"""Amounts in the case that a question tells, on invented notices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from corpus.library import load_corpus
from corpus.values.changes import changes_of

Ask = Callable[..., AskResponse]

POOL = """云溪体育中心2026年度场馆收费公告

一、收费标准
游泳：单次票30元，月卡260元，年卡2000元。
会议厅：半天800元，全天1500元。

二、优惠
（一）本县户籍的学生凭学生证，游泳单次票减半收取。
（二）现役军人、消防救援人员持证购买年卡，优惠300元。
（三）单亲家庭按80%收取托管费；托管费每月300元。
"""

SHEDS = """白杨区2026年度设施农业补助实施办法

第一条 补助标准
| 设施类型 | 补助标准 |
|---|---|
| 单体大棚 | 每亩3000元 |
| 连栋大棚 | 每亩12000元 |
| 日光温室 | 每亩8000元 |

第二条 脱贫户申报的，在上述标准基础上提高20%。
第三条 使用年限满10年的旧棚改造，每亩增加500元。
第四条 单个主体补助总额最高不超过50万元。
第五条 未按期完工的，补助资金按70%发放。
第六条 保费每亩60元，财政承担70%；脱贫户财政承担比例提高10个百分点。
"""

STALLS = """灯塔广场临时摊位租用须知

一、租金
| 区域 | 用途 | 租金（元/平方米·日） |
|---|---|---|
| 东区 | 餐饮 | 3.0 |
| 东区 | 百货 | 2.0 |
| 西区 | 餐饮 | 1.5 |

二、津贴
60至69周岁每月50元，70至79周岁每月90元，80周岁以上每月150元。低保家庭老人标准上浮30%。
"""


CLASSES = """松陵少年宫2026年秋季班招生简章

一、学费
书法班每期900元，围棋班每期1100元。
二、减免
1. 低保家庭子女，学费减免50%；
2. 残疾儿童，学费全免。
以上减免按最高一项执行。
"""

SUPPLIES = """芦溪镇2026年办公用品采购结果公告

| 品目 | 数量 | 成交金额（元） | 供应商 |
|---|---|---|---|
| 打印机 | 12台 | 21600 | 晨光办公 |
| 文件柜 | 30个 | 18000 | 立友家具 |
"""

LODGING = """榆关镇人才驿站入住须知

第一条 入住对象分为三类：甲类为博士和正高级职称人员；乙类为硕士和副高级职称人员；丙类为本科毕业生和高级工。
第二条 补贴标准
| 类别 | 房型 | 租房补贴 |
|---|---|---|
| 甲类 | 套间 | 900元 |
| 乙类 | 大床间 | 600元 |
| 丙类 | 标准间 | 400元 |
第三条 水电费
| 对象 | 水电费 |
|---|---|
| 本镇人员 | 每月30元 |
| 港澳台人员 | 每月50元 |
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(
        date(2026, 4, 1),
        pool=POOL,
        sheds=SHEDS,
        stalls=STALLS,
        supplies=SUPPLIES,
        lodging=LODGING,
        classes=CLASSES,
    )


@pytest.mark.parametrize(
    ("notice", "question", "told"),
    [
        ("pool", "我是本县的学生，游泳一次多少钱", "15元"),
        ("pool", "当兵的办张年卡要多少", "1700元"),
        ("sheds", "我们家是脱贫户，建5亩连栋大棚补多少钱", "72000元"),
        ("sheds", "没能按期完工的单体大棚2亩，补助拿多少", "4200元"),
        ("sheds", "连栋大棚建100亩补多少", "50万元"),
        ("sheds", "脱贫户保费财政承担多少比例", "80%"),
        ("stalls", "东区摆百货占12平米租5天，租金多少", "120元"),
        ("stalls", "我爸75岁，家里是低保，每月津贴领多少", "117元"),
        ("classes", "我家是低保，孩子报围棋班学费多少", "550元"),
    ],
)
def test_an_amount_is_worked_out_for_the_case_told(ask: Ask, notice: str, question: str, told: str) -> None:
    answer = ask(question, notice)
    first = answer.answer.split("\n")[0]
    assert told in first, answer.answer
    assert "按原文数字计算" in first
    assert answer.citations


@pytest.mark.parametrize(
    ("notice", "question"),
    [
        ("pool", "外地学生游一次泳多少钱"),
        ("pool", "游泳年卡多少钱"),
        ("sheds", "不是脱贫户，建日光温室一亩补多少"),
        ("sheds", "日光温室一亩补多少"),
        ("classes", "我家是低保，孩子又有残疾，围棋班学费多少"),
        ("classes", "我家是低保，学费减多少"),
        ("stalls", "我爸75岁，每月津贴领多少"),
    ],
)
def test_nothing_is_changed_for_others(ask: Ask, notice: str, question: str) -> None:
    assert "按您说的情况是" not in ask(question, notice).answer


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("硕士租房补贴多少", "600元", ("900元", "400元")),
        ("我是高级工，租房补贴多少钱", "400元", ("900元", "600元")),
        ("澳门过来的人水电费多少钱", "50元", ("30元",)),
    ],
)
def test_a_row_is_named_by_what_somebody_is(
    ask: Ask, question: str, told: str, others: tuple[str, ...]
) -> None:
    answer = ask(question, "lodging").answer
    assert told in answer
    assert not any(o in answer for o in others)


def test_the_price_of_one_is_worked_out_of_a_sum(ask: Ask) -> None:
    assert "1800元" in ask("一台打印机合多少钱", "supplies").answer
    assert "÷" not in ask("打印机花了多少", "supplies").answer


def test_a_column_named_in_full_is_asked_for_alone(asking: Callable[..., Ask]) -> None:
    rows = (
        "| 等级 | 热门工种 | 普通工种 |\n|---|---|---|\n| 初等 | 900元 | 600元 |\n| 高等 | 1500元 | 1100元 |"
    )
    text = f"青禾培训补贴标准\n\n{rows}\n"
    told = asking(date(2026, 4, 1), training=text)("热门工种高等补贴多少钱").answer
    assert "1500" in told
    assert "1100" not in told


def test_changes_are_read_with_whose_they_are(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = (
        "镇级食堂补贴办法\n\n一、标准\n每人每餐补8元，独居老人、残疾人的上浮50%；特困家庭餐费按上述标准的20%收取，"
        "低收入家庭按50%收取。\n二、其他\n上年共补贴3万元，比上年增加2000元。在村级食堂就餐的，餐费减免2元。\n"
    )
    (tmp_path / "meals.txt").write_text(text, encoding="utf-8")
    (notice,) = load_corpus(tmp_path).notices
    found = [(c.whose, c.of, c.kind, str(c.value)) for c in changes_of(notice)]
    assert found == [
        ("独居老人、残疾人", "", "more%", "50"),
        ("特困家庭", "餐费", "times", "20"),
        ("低收入家庭", "", "times", "50"),
        ("在村级食堂就餐", "餐费", "less", "2"),
    ]
