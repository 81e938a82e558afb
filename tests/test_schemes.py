"""Things that one notice decides about side by side, and which of them a question is about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.speech.typos import TypoMender
from bot.verdict.verdicts import decide_by_rules
from corpus.conditions.schemes import aim_granted, aim_of, scheme_sections
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, targets_of
from corpus.tree.clauses import parse_clauses
from index.segmentation import Segmenter

MAY = date(2026, 5, 6)
MENDER = TypoMender({}, (), Segmenter())

SECTIONS = """一、船员补助
渔船船员年满20周岁、在本县缴纳社会保险满6个月的，可以申请。
二、码头奖励
经营码头满3年、登记泊位不少于5个的，可以享受。已停业的不得申请。
三、鱼苗返还
放养面积不低于40亩的养殖户可以申请。
四、申请时间和材料
5月1日至6月30日提交申请表。
五、不予受理的情形
有下列情形之一的，不予受理：（1）被列入失信名单的；（2）拒绝检查的。
"""

TITLES = """第一条 申请人应当同时符合以下基本条件：
（一）遵守职业道德；
（二）从事潮汐观测工作。
第二条 申报工程师，应具备下列条件之一：
（一）本科学历，取得助理工程师职称后从事本专业工作满4年；
（二）大专学历，取得助理工程师职称后从事本专业工作满6年。
第三条 申报高级工程师，应具备下列条件之一：
（一）博士学位，取得工程师职称后从事本专业工作满2年；
（二）本科学历，取得工程师职称后从事本专业工作满5年。
第四条 学历不够，但取得工程师职称后从事本专业工作满7年，并符合下列条件之一的，可以破格申报高级工程师：
（一）获得省级观测奖的；
（二）编写过观测规程的。
第五条 取得一级职业技能等级证书后从事本专业工作满3年的，可以申报高级工程师。
"""


def read(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def verdict(text: str, question: str) -> str | None:
    answer = decide_by_rules(understand(question, MAY, MENDER), read(text), MAY)
    return None if answer is None or answer.verdict is None else answer.verdict.value


def test_a_heading_that_names_what_is_given_opens_a_thing_of_its_own() -> None:
    names = scheme_sections(read(SECTIONS)).values()
    assert list(names) == ["船员补助", "码头奖励", "鱼苗返还"]


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (("学历落户", "技能落户", "办理方式"), ["学历落户", "技能落户"]),
        (("报名条件", "报名方式", "联系方式"), []),
        (("甲线通道", "乙线通道", "附则"), ["甲线通道", "乙线通道"]),
        (("基本条件", "推荐免试", "学费"), ["推荐免试"]),
    ],
)
def test_headings_about_how_it_is_done_open_none(headings: tuple[str, ...], names: list[str]) -> None:
    numbered = zip("一二三", headings, strict=True)
    text = "".join(f"{n}、{h}\n年满18周岁的，可以申请。\n" for n, h in numbered)
    assert list(scheme_sections(read(text)).values()) == names


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("船员补助我能申请吗，我25岁，社保交了8个月", "eligible"),
        ("船员补助我能申请吗，我25岁，社保交了3个月", "not_eligible"),
        ("我25岁，社保交了8个月，养了30亩，鱼苗返还能申请吗", "not_eligible"),
        ("我养了50亩，能申请鱼苗返还吗", "eligible"),
        ("我25岁，社保交了3个月，养鱼苗放养面积50亩，能申请哪个", "eligible"),
    ],
)
def test_the_name_in_the_question_chooses_the_section(question: str, expected: str) -> None:
    assert verdict(SECTIONS, question) == expected


def test_what_a_sentence_applies_for_is_a_target_of_its_own() -> None:
    names = [t.name for t in targets_of(read(TITLES))]
    assert names == ["工程师", "高级工程师"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("本科，助理工程师满4年，能报工程师吗", "eligible"),
        ("大专，助理工程师满4年，能报工程师吗", "not_eligible"),
        ("本科，工程师满5年，能评高工吗", "eligible"),
        (
            "大专，工程师满8年，没获过省级观测奖，也没编写过观测规程，没有职业技能证书，能报高级工程师吗",
            "not_eligible",
        ),
        ("大专，工程师满8年，获得过省级观测奖，能破格报高级工程师吗", "eligible"),
        ("我有一级证，证后干了4年，没评过职称，能报高级工程师吗", "eligible"),
    ],
)
def test_a_title_is_judged_by_its_own_ways_and_those_granted_beside_them(
    question: str, expected: str
) -> None:
    assert verdict(TITLES, question) == expected


@pytest.mark.parametrize(
    ("sentence", "aim"),
    [
        ("取得证书后满3年的，可以申报高级工程师。", "高级工程师"),
        ("符合条件的，可直接申请工程师；", "工程师"),
        ("申报工程师，应当满4年。", ""),
        ("申请人可以申请复核。", "复核"),
        ("可以申请本人的材料。", ""),
    ],
)
def test_what_a_sentence_grants(sentence: str, aim: str) -> None:
    assert aim_granted(sentence) == aim


def test_a_list_that_grants_stands_inside_the_way_that_it_opens() -> None:
    groups = {g.lead: g for g in compile_groups(read(TITLES))}
    base = next(g for g in groups.values() if g.audience == "高级工程师" and len(g.requirements) == 4)
    opened = [r.clause for r in base.requirements if r.clause in groups and r.clause != base.lead]
    assert len(opened) == 1
    assert len(groups[opened[0]].requirements) == 2


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("长途骑行队员限22岁以上。\n短途骑行的队员限于15岁以上。", ["长途骑行", "短途骑行"]),
        ("长途骑行：22岁以上。\n短途骑行：15岁以上。", ["长途骑行", "短途骑行"]),
        ("申请人须22岁以上。\n共同申请人须18岁以上。", ["", ""]),
        ("长途骑行：22岁以上。\n自备头盔者须提前登记。", [""]),
    ],
)
def test_clauses_side_by_side_set_an_age_each_for_its_own_thing(lines: str, names: list[str]) -> None:
    notice = read(f"骑行活动须知\n\n一、年龄要求\n{lines}\n")
    aged = [i for i in range(len(notice.clauses)) if "岁" in notice.clause_text(i)]
    assert [aim_of(notice, i) for i in aged] == names


@pytest.mark.parametrize(("thing", "verdict"), [("短途骑行", "eligible"), ("长途骑行", "not_eligible")])
def test_an_age_is_held_against_the_thing_asked_about(asking, thing: str, verdict: str) -> None:
    ask = asking(
        MAY, ride="骑行活动须知\n\n一、年龄要求\n长途骑行队员限22岁以上。\n短途骑行队员限15岁以上。\n"
    )
    assert ask(f"我17岁，{thing}能报吗").verdict == verdict


FLATS = """青石公寓申请指南

（一）单人公寓

申请单人公寓，应同时符合以下条件：

1．年满20周岁；

2．没有自有住房。

（二）家庭套间

申请家庭套间，应同时符合以下条件：

1．年满25周岁；

2．家庭人均住房建筑面积低于15平方米。
"""


@pytest.mark.parametrize("question", ["人均15平够不够套间的标准", "人均15平，套间行不行"])
def test_a_scheme_is_named_by_its_heading(asking, question: str) -> None:
    assert asking(MAY, flats=FLATS)(question).verdict == "not_eligible"


RANKED = """云浦市潮汐系列中级（观测师、制图师）、初级（助理观测师、助理制图师）职称评审通知

一、申报条件
（一）申报助理级，须具备下列条件之一：
1.大学本科毕业，从事本专业工作满1年；
2.大学专科毕业，从事本专业工作满3年。
（二）申报中级，须具备下列条件之一：
1.大学本科毕业，取得助理级职称满4年；
2.大学专科毕业，取得助理级职称满6年。
在海岛连续工作满10年的，申报中级不作论文要求。其他人员申报中级须发表论文1篇，或提交技术总结2篇。
（三）不具备规定学历，但获得市级以上科技奖励的，可由2名专家推荐破格申报中级。
学历须为国家承认。
二、申报时间
6月1日至6月30日登录系统填报。未通过评审的，次年不得以同一材料重复申报。
"""


@pytest.fixture(scope="module")
def ranked(asking):
    return asking(date(2026, 6, 10), tide=RANKED)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我大专，助理级满5年，可以报观测师吗", "not_eligible"),
        ("我大专，助理级满7年，可以报观测师吗", "eligible"),
        ("我大专，干了4年，能评助理制图师吗", "eligible"),
        ("没发过论文能报中级不", "needs_info"),
        ("没学历的能报中级吗", "needs_info"),
        ("我只有县里的科技奖，能报中级吗", "needs_info"),
        ("没评上明年还能报吗", "needs_info"),
    ],
)
def test_a_title_is_of_the_rank_that_a_bracket_tells(ranked, question, verdict):
    assert ranked(question).verdict == verdict


CARDS = """梅岭球馆办卡须知

一、办卡对象
面向本区居民。会员卡分三种：
● 日间卡：年满16周岁，凭身份证办理，可用公共场地；
● 少年卡：未满16周岁，由家长代办，可用少年场地；
● 贵宾卡：可用专用场地，须先持日间卡满3个月且无违规记录，交押金200元。

二、开放时间
每日9:00—21:00。
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("17岁能办日间卡吗", "eligible"),
        ("孩子17岁能办少年卡吗", "not_eligible"),
        ("日间卡用了2个月，没有违规记录，能办贵宾卡吗", "not_eligible"),
        ("持日间卡4个月了，没有违规记录，能办贵宾卡吗", "eligible"),
    ],
)
def test_each_thing_titled_in_a_list_has_a_way_of_its_own(question: str, expected: str) -> None:
    assert verdict(CARDS, question) == expected
