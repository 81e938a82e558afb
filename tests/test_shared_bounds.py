"""One bound for several things done, and kinds of people in a table with what all of them must be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Tree
from corpus.conditions.requirements import read_node
from corpus.conditions.shared_bounds import each_with_its_bound

Ask = Callable[..., AskResponse]

NOTICE = """望溪区2026年龙舟公开赛竞赛规程

一、组别
组别 | 年龄（以出生日期计） | 可报项目
青年组 | 1991年1月1日至2008年12月31日出生 | 200米直道、500米直道
壮年组 | 1971年1月1日至1990年12月31日出生 | 200米直道
长青组 | 1956年1月1日至1970年12月31日出生 | 200米直道、环湖划

二、参赛资格
1. 具有望溪区户籍，或者在本区居住、工作、就读满6个月的，均可参加。
2. 专业划船队现役队员不得报名。

三、报名
2026年4月1日至4月20日报名。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 4, 2), longzhou=NOTICE)


@pytest.mark.parametrize(
    ("words", "each"),
    [
        ("在本镇居住、经商满1年", ["在本镇居住满1年", "在本镇经商满1年"]),
        ("在本区工作、居住或者就读满半年", ["在本区工作满半年", "在本区居住满半年", "在本区就读满半年"]),
        ("在辖区内经营或纳税累计满2年", ["在辖区内经营累计满2年", "在辖区内纳税累计满2年"]),
        ("在本县居住满1年", []),
    ],
)
def test_one_bound_is_of_each_thing_done(words: str, each: list[str]) -> None:
    assert list(each_with_its_bound(words)) == each


def test_one_of_several_things_has_to_have_lasted() -> None:
    node = read_node("在本区居住、工作满6个月")
    assert isinstance(node, Tree)
    assert node.kind is GroupKind.ANY
    assert [p.attribute for p in node.parts if isinstance(p, Leaf)] == [Attribute.MEASURE, Attribute.WORK]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我30岁，外地户口，在望溪区打工8个月了，能报200米直道吗", "eligible"),
        ("我40岁，在这边上班，想划200米直道，能报吗", "needs_info"),
        ("刚来上班四个月，没户口也不住这，35岁，能参加吗", "not_eligible"),
        ("60岁，望溪区户口，能报200米直道吗", "eligible"),
    ],
)
def test_what_all_must_be_stands_beside_the_kind_that_somebody_is_of(
    ask: Ask, question: str, verdict: str
) -> None:
    assert ask(question).verdict == verdict


KINDS = """白鹭洲街道公共菜园认领办法

一、认领条件
申请人须年满18周岁，并属于下列人员之一：
（一）本市户籍居民；
（二）驻本市部队现役军人；
（三）持有本市居住证，且近12个月在本市连续缴纳社会保险的非本市户籍人员，补缴的月份不计入；
（四）近两年内累计在本市居住满18个月的外国人。

二、认领时间
2026年5月1日至5月20日。
"""


@pytest.fixture(scope="module")
def ask_of_kinds(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 5, 2), caiyuan=KINDS)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("外地户口，有居住证，近12个月社保里有2个月是补缴的，30岁，能认领吗", "not_eligible"),
        ("外地户口，有居住证，近12个月社保没断过，30岁，能认领吗", "eligible"),
        ("我是外国人，26岁，两年内在这住了19个月，能认领吗", "eligible"),
        ("我是外国人，26岁，两年内在这住了15个月，没有居住证，能认领吗", "not_eligible"),
        ("外地户口，30岁，能认领吗", "needs_info"),
    ],
)
def test_who_tells_of_one_kind_is_of_no_kind_of_few(ask_of_kinds: Ask, question: str, verdict: str) -> None:
    assert ask_of_kinds(question).verdict == verdict
