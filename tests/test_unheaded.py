"""A notice that says in paragraphs without headings who may apply, and what is demanded in tiers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from corpus.conditions.conditions import GroupKind, Tree
from corpus.conditions.requirements import read_node
from corpus.conditions.tiers import tiers_in

Ask = Callable[..., AskResponse]

NOTICE = """石桥县林草局关于申报2026年竹制品加工补助的通知

各有关企业：

为扶持竹制品加工，现组织申报，有关事项如下。

在县内注册并在县内纳税的竹制品企业可申报。企业在2026年2月28日前须取得环保备案编号，或者绿色工厂证书在有效期内，二者具备其一即可。2025年度销售收入不超过3亿元的企业均可申报；超过3亿元的，仅限出口企业。

企业2025年度竹材采购额（以发票为准）须在80万元以上，且本地竹材占采购额的比例达到：销售收入2000万元以下的，40%以上；2000万元至1亿元（含）的，50%以上；1亿元以上的，60%以上。成立不满三年的新办企业，比例不作要求，采购额放宽至40万元以上。

不予支持的情形包括：2025年度发生较大以上安全事故的；被列入失信名单的。

新办企业采购额40万元以上、不足80万元的，定额补助1万元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 4, 2), zhu=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("县里注册纳税的竹制品厂，绿色工厂证没过期，销售收入1500万，采购额120万，占45%，能报吗", "eligible"),
        ("县里注册纳税，绿色工厂证有效，销售收入6000万，采购额300万，本地竹材占45%，能报吗", "not_eligible"),
        ("备案编号3月15号才拿到，没有绿色工厂证，销售收入900万，采购额100万，能报吗", "not_eligible"),
        ("成立八年了，采购额50万，销售收入600万，占70%，绿色工厂证有效，能报吗", "not_eligible"),
        ("成立一年半，采购额50万，占比才20%，备案编号今年1月就有了，县里注册纳税，能报吗", "eligible"),
        ("县里注册纳税，销售收入900万，采购额100万，占55%，没有绿色工厂证，能报吗", "needs_info"),
    ],
)  # fmt: skip
def test_paragraphs_without_headings_say_who_may_apply(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_each_range_has_a_bound_of_its_own() -> None:
    text = "绿化率须达到:用地面积100亩以下的,30%以上;100亩以上的,不低于35%"
    found = tiers_in(text)
    assert found is not None
    assert [(t.given, t.what) for t in found.tiers] == [
        ("用地面积100亩以下", "绿化率30%以上"),
        ("用地面积100亩以上", "绿化率不低于35%"),
    ]
    node = read_node(text)
    assert isinstance(node, Tree)
    assert (node.kind, len(node.parts)) == (GroupKind.ANY, 2)


@pytest.mark.parametrize(
    "text", ["报名时间:3月1日至3月9日", "收费标准:成人每人20元;儿童每人10元", "年龄须达到:18周岁以上"]
)
def test_what_is_no_range_has_no_tiers(text: str) -> None:
    assert tiers_in(text) is None
