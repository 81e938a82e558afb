"""What a notice says of the procedure, which is no condition on who applies."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.conditions import Attribute, Group, GroupKind, leaves_of
from corpus.conditions.demanded import GIVEN
from corpus.conditions.formal import tells_procedure
from corpus.conditions.open_demands import is_idle
from corpus.conditions.requirements import read_node
from corpus.notice import Notice, Span
from corpus.rules.admissions import kind_let_in
from corpus.rules.demand_forms import by_form
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses
from corpus.values.periods import fold

PLOTS = """柳塘镇共享菜园认租办法

一、认租条件
申请人应当同时符合下列条件：
1.具有本镇户籍或者在本镇居住满2年；
2.名下没有其他菜地；
3.夫妻分居的，以与老人同住的一方为申请人；
4.符合认租要求的其他条件。
二、申请期限
认租小地块的，应当自公告之日起6个月内提出，逾期不再受理。
三、选地
2人家庭在北坡范围内选择地块，其中带有满3周岁儿童的，可以选临水地块。
四、住宿
住宿：小屋共12间，仅供连续劳作满5天的外镇租户申请。
"""


@pytest.fixture(scope="module")
def plots(asking):  # type: ignore[no-untyped-def]
    return asking(date(2032, 4, 8), plots=PLOTS)


def test_only_what_is_demanded_of_applicants_decides(plots) -> None:  # type: ignore[no-untyped-def]
    told = plots("我是柳塘镇户口，名下没有其他菜地，能认租吗？")
    assert told.verdict == "eligible"
    asked = " ".join(c.text for c in told.conditions)
    assert not any(word in asked for word in ("范围内选", "为申请人", "其他条件", "小屋"))


@pytest.mark.parametrize(
    "part",
    [
        "逾期不再受理",
        "逾期的一律不予补办",
        "否则不予复试",
        "层高不作要求",
        "不限国籍、行业和住址",
        "译文不计",
        "当日可补测一次",
        "一次为限",
        "统计截止到2031年6月30日",
        "由监护人持户口簿代办",
        "笔试满分120分",
        "其二",
        "在一楼范围内选择铺位",
        "申请材料真实、齐全",
        "材料齐全且符合法定形式",
        "最高补贴3万元",
    ],
)
def test_parts_on_the_procedure(part: str) -> None:
    assert is_idle(part)


@pytest.mark.parametrize(
    "part",
    [
        "逾期未还款",
        "贷款逾期不超过3次",
        "由镇政府推荐",
        "由监护人陪同",
        "户籍不限于本镇的两人以上家庭",
        "统计专业毕业",
        "手续合法的经营场所",
        "在册满1年",
    ],
)
def test_parts_that_demand(part: str) -> None:
    assert not is_idle(part)


def test_a_typed_demand_stands_without_what_follows() -> None:
    node = read_node(fold("参保满18个月，统计截止到2031年6月30日，逾期不再受理"))
    assert [x.attribute for x in leaves_of(node) if x.attribute is Attribute.OPEN] == []


@pytest.mark.parametrize(
    "text",
    [
        "变更经营地址的，应当申请换发登记簿",
        "需要续期的，应当在期满前按规定程序报原批准机关审批",
        "停业的，应当在停业前向管理站书面提出停业报告",
        "借阅旧账册的单位，应履行借阅登记手续",
        "岛上的项目由县级渔业主管部门进行审批",
        "父母在外务工的，以共同生活的祖父母为申请人；外祖父母不单独作为申请人",
    ],
)
def test_sentences_that_tell_who_acts(text: str) -> None:
    assert tells_procedure(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "报考电焊的，应当持有由主管部门核发的操作证",
        "购买蜂箱的，应当自付款之日起10个月内提出申请",
        "变更经营者的，应当经合作社同意",
        "有下列情形之一的，不得申请",
        "租户应当已办理居住登记",
    ],
)
def test_sentences_that_demand(text: str) -> None:
    assert not tells_procedure(fold(text))


def test_the_name_of_an_account_or_a_need_is_no_applicant_and_no_demand() -> None:
    assert kind_let_in("每季度末，由镇财政打入入社时登记的家庭账户".replace("，", ",")) == ""
    assert kind_let_in("长期在本镇居住的农户") == "长期在本镇居住的农户"
    assert GIVEN.match("幼儿园应当符合本镇居民的需求,有固定园舍") is None


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(Notice("n", text.partition("\n")[0], "", text, parse_clauses(text), "n.txt"))


def demanded(text: str) -> list[str]:
    return [x.words for g in groups(text) for r in g.requirements for x in r.leaves]


def test_neither_a_choice_nor_a_remedy_is_a_way_in() -> None:
    for text in (
        "带有满3周岁儿童的2人家庭，可以选临水地块",
        "对年满60周岁的认定有异议的，可以在15日内向镇政府书面提出申诉",
    ):
        assert by_form(0, Span(0, 1), fold(text), lets_in=True) == []


def test_what_opens_a_list_of_other_cases_is_no_way_in() -> None:
    found = demanded(
        "养蜂证注销须知\n\n一、注销条件\n符合以下条件之一的蜂农可以提出申请：有下列情形之一的，应当办理注销登记：\n"
        "1.蜂场迁出本镇的；\n2.不再养蜂的。\n"
    )
    assert not any(words.endswith(":") for words in found)


def test_items_on_the_papers_demand_nothing_of_who_applies() -> None:
    found = demanded(
        "渡口经营登记须知\n\n一、受理条件\n应当同时符合下列条件：\n1.在本镇有固定码头；\n2.申请材料齐全、真实；\n3.未被责令停渡。\n"
    )
    assert found == ["在本镇有固定码头", "未被责令停渡"]


def test_what_is_refused_is_no_demand() -> None:
    found = groups(
        "渔港泊位须知\n\n一、许可条件\n新建、扩建的栈桥使用未满6年，大修的栈桥竣工未满2年的，不予许可加宽。\n"
    )
    assert [g.kind for g in found] == [GroupKind.NONE]
    assert len(found[0].requirements) == 2
    assert not any("许可" in x.words for r in found[0].requirements for x in r.leaves)


def test_when_something_may_be_made_up_for_is_no_demand() -> None:
    assert is_idle("2031年3月1日至4月30日可以补缴")
