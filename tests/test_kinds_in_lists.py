"""Kinds of people, posts and grades that a list tells apart, and what each of them is asked."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.conditions import Attribute, Group, GroupKind, leaves_of
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, let_in_besides
from corpus.tree.clauses import parse_clauses

DAY = date(2026, 5, 6)


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


@pytest.mark.parametrize(
    "text",
    [
        "硕士研究生、具有副高级职称或者高级技师",
        "全日制本科毕业生(毕业3年内)、具有中级职称或者技师",
        "就业困难人员:年满50周岁的登记失业人员;残疾人;零就业家庭成员",
    ],
)
def test_any_of_a_row_of_papers_or_kinds_will_do(text: str) -> None:
    node = read_node(text)
    assert getattr(node, "kind", None) is GroupKind.ANY
    assert len(node.parts) >= 3


def test_whom_a_part_describes_is_asked_beside_what_is_typed() -> None:
    words = {x.words for x in leaves_of(read_node("本州户籍的退役士兵,具有大专以上学历"))}
    assert "退役士兵" in words
    assert "往届毕业生" in {x.words for x in leaves_of(read_node("脱贫家庭的往届大专毕业生"))}


def test_a_doctor_is_no_master() -> None:
    (leaf,) = leaves_of(read_node("博士研究生"))
    assert (leaf.attribute, leaf.value) == (Attribute.EDUCATION, 7)


def test_a_degree_by_the_way_it_was_taken_is_no_degree_as_such() -> None:
    (leaf,) = leaves_of(read_node("成人教育、网络教育专科毕业生"))
    assert leaf.attribute is Attribute.OPEN


def test_years_in_one_sort_of_place_are_not_all_years() -> None:
    first, second = (
        x for x in leaves_of(read_node("从事养蜂工作满5年,且在乡镇累计工作满10年")) if x.value is not None
    )
    assert (first.subject, second.subject) == ("", "乡镇")


@pytest.mark.parametrize(
    ("lead", "kinds"),
    [
        ("下列人员不能享受：", [GroupKind.NONE]),
        ("有下列情形之一的，延迟申报：", [GroupKind.NONE]),
        ("住户有下列情形之一的，应当退出：", []),
    ],
)
def test_what_a_lead_makes_of_the_kinds_below(lead: str, kinds: list[GroupKind]) -> None:
    found = groups(f"三、其他\n{lead}\n（1）拖欠租金满3个月的；\n（2）转借他人的。\n")
    assert [g.kind for g in found if len(g.requirements) > 1] == kinds


def test_an_article_that_lists_whom_it_keeps_out_is_no_demand_of_its_chapter() -> None:
    found = groups(
        "第二章 报考条件\n第三条 须年满18周岁。\n第四条 有下列情形之一者不得报考：受过记过处分的；"
        "已在别处录取的；曾被开除学籍的。\n第五条 色弱者不得报考绘画专业。\n"
    )
    shut = [g for g in found if g.kind is GroupKind.NONE]
    assert sorted(len(g.requirements) for g in shut) == [1, 3]
    (of_one,) = (r for g in shut for r in g.requirements if r.given is not None)
    assert [x.words for x in leaves_of(of_one.given)] == ["报考绘画专业"]


def test_items_titled_by_grades_are_each_of_that_grade() -> None:
    found = groups(
        "二、申报条件\n（一）五级/初级工：年满16周岁，拟从事本职业。\n（二）四级/中级工（具备下列条件之一）：\n"
        "1.从事本职业满4年；\n2.取得五级证书后，从事本职业满2年。\n（三）一级/高级技师：取得二级证书后，从事本职业满5年。\n"
    )
    assert {g.level for g in found} == {"五", "四", "一"}


CAMP = """采茶节志愿者招募

【基本条件】
1. 年龄在18周岁至55周岁之间；讲解岗年龄不超过40周岁；
2. 能够参加不少于4学时的岗前培训；
3. 翻译岗：英语专业八级；
4. 救护岗：持有救护员证。
16至17周岁的中学生可以在监护人陪同下参加引路服务。
"""


def test_one_let_in_beside_a_list_is_freed_and_binds_nobody_else() -> None:
    read = notice(CAMP)
    assert [g.kind for g in compile_groups(read)] == [GroupKind.ALL]
    (waiver,) = let_in_besides(read)
    assert waiver.attributes == {Attribute.AGE}


def test_what_one_post_asks_binds_who_applies_for_it(asking) -> None:
    ask = asking(DAY, camp=CAMP)
    assert ask("我50岁，能参加培训，想报讲解岗，可以吗？").verdict == "not_eligible"
    assert ask("我50岁，能参加培训，有救护员证，想报救护岗，可以吗？").verdict == "eligible"
    assert ask("我30岁，能参加培训，想报翻译岗，可以吗？").verdict == "needs_info"


POSTS = """河湾镇公开招聘公告

一、基本条件
1.品行端正；
2.年龄在18周岁以上。初级岗位，35周岁以下；中级岗位，40周岁以下；高级岗位，45周岁以下。
二、岗位表
岗位代码	岗位名称	岗位等级	学历要求	其他条件
A01	茶叶审评	初级	大专及以上	无
A02	茶园管理	中级	大专及以上	限2026年应届毕业生
"""


def test_a_bound_by_kind_of_post_is_that_of_the_post_applied_for(asking) -> None:
    ask = asking(DAY, posts=POSTS)
    assert ask("我38岁，大专毕业，报茶叶审评岗行吗").verdict == "not_eligible"
    assert ask("我33岁，大专毕业，报茶叶审评岗行吗").verdict == "eligible"
    assert ask("我38岁，今年应届大专毕业，报茶园管理岗行吗").verdict == "eligible"
    assert ask("我30岁，2024年大专毕业，报茶园管理岗行吗").verdict == "not_eligible"


TRADES = """评价公告

一、申报条件
（一）四级/中级工（具备下列条件之一）：
1.从事本职业满4年；
2.取得本职业或相关职业五级证书后，从事本职业满2年。
（二）五级/初级工：年满16周岁。
申报焊工各级别的，还须持有焊接作业操作证。
"""


def test_a_paper_that_some_must_hold_besides_leaves_it_open_for_them(asking) -> None:
    ask = asking(DAY, trades=TRADES)
    assert ask("干了6年焊工，想报四级，可以吗").verdict == "needs_info"
    assert ask("干了6年木工，想报四级，可以吗").verdict == "eligible"
    assert ask("我有五级证，之后又干了3年木工，能报四级吗").verdict == "eligible"


HOUSE = """安居楼配租办法

第一条 申请人应当符合下列类别之一：
1.A类：博士研究生，或者具有正高级职称；
2.B类：全日制本科毕业生（毕业5年内）、具有中级职称或者技师。
第二条 承租人有下列情形之一的，应当退出：
（一）转借他人的；
（二）空置6个月以上的。
"""


def test_a_labelled_kind_that_is_named_is_the_one_judged(asking) -> None:
    ask = asking(DAY, house=HOUSE)
    assert ask("我是全日制本科，毕业2年，能按B类申请吗").verdict == "eligible"
    assert ask("我是博士，能按A类申请吗").verdict == "eligible"
    assert ask("我是全日制本科，毕业2年，能按A类申请吗").verdict in ("not_eligible", "needs_info")


MOVE = """迁入办事指南

一、受理范围
符合下列情形之一的人员，可以申请迁入：
类型	学历（职称、技能）	年龄	社保要求
学历类	硕士研究生	45周岁以下	无
学历类	全日制大专	35周岁以下	连续缴纳6个月
职称类	正高级、副高级	50周岁以下	连续缴纳1个月
技能类	高级技师、技师	45周岁以下	连续缴纳6个月
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("我43岁，硕士毕业", "eligible"),
        ("我33岁，全日制大专，社保连续交了8个月", "eligible"),
        ("我40岁，有技师证，社保连续交了一年", "eligible"),
        ("我48岁，副高职称", "needs_info"),
    ],
)
def test_rows_of_kinds_are_ways_of_which_none_need_be_named(asking, told: str, verdict: str) -> None:
    assert asking(DAY, move=MOVE)(f"{told}，可以迁入吗？").verdict == verdict


CLAIM = """师资认定公告

一、认定对象
户籍或居住证在本市的居民；在本市就读的在读研究生；驻本市部队现役军人。
二、条件
1.具备中专以上学历；其他中等职业学校茶艺类专业毕业生须为2020年以前入学；
2.年龄不超过法定退休年龄。
三、免考条件
具备下列条件之一的，可免考基础科目：
1.已取得茶艺员证书；
2.已取得评茶员证书。
"""


def test_a_kind_of_people_is_any_of_those_that_a_clause_lists(asking) -> None:
    ask = asking(DAY, claim=CLAIM)
    assert ask("外市户口，有本市居住证，大专毕业，能认定吗").verdict == "eligible"
    assert ask("外市户口，没有居住证，大专毕业，能认定吗").verdict in ("not_eligible", "needs_info")


OLD = """津贴须知

一、高龄津贴
发放对象：具有本镇户籍、年满80周岁的老年人。户籍迁入本镇不满3年的，由原户籍地发放。
"""


def test_whom_another_place_serves_is_kept_out(asking) -> None:
    ask = asking(DAY, old=OLD)
    assert ask("我爷爷82岁，户口去年才迁到本镇，能领高龄津贴吗").verdict == "not_eligible"
    assert ask("我奶奶85岁，本镇户口，能领高龄津贴吗").verdict == "eligible"


CREW = """河湾镇专职队员招聘公告

一、招聘条件
（一）年龄：巡护员、通讯员18—26周岁；驾驶员20—35周岁；文员18—30周岁。
（二）学历：巡护员、驾驶员高中（中专）以上；通讯员大专以上；文员全日制大专以上。
（三）驾驶员须持有驾驶证3年以上。
（四）巡护员身高1.62米以上。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("我30岁，高中毕业，驾驶证拿了5年，想报驾驶员", "eligible"),
        ("我30岁，高中毕业，想报驾驶员", "needs_info"),
        ("我30岁，高中毕业，身高1米75，想报巡护员", "not_eligible"),
        ("我24岁，高中毕业，想报文员", "not_eligible"),
    ],
)
def test_bounds_by_kind_are_those_of_the_kind_named(asking, told: str, verdict: str) -> None:
    assert asking(DAY, crew=CREW)(f"{told}，可以吗？").verdict == verdict


COURSES = """长渠职业学校招生简章

一、招生专业
专业名称	学制	招生对象	备注
测量	3年	初中毕业生	不限
助产	3年	初中毕业生	限女生，身高155cm以上
二、报名条件
（一）初中毕业生年龄不超过18周岁；
（二）测量专业不招色盲考生；
（三）往届生须持原毕业证书；应届生可先报名，入学时补交。
三、泳池
有下列疾病者禁止游泳：心脏病、高血压、传染性皮肤病。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我是男生，16岁，初中毕业，能报助产专业吗", "not_eligible"),
        ("我是男生，16岁，今年初中毕业，能报测量专业吗", "eligible"),
        ("我有色盲，16岁，初中毕业，想报考测量专业，可以吗", "not_eligible"),
        ("我有高血压，可以游泳吗", "not_eligible"),
    ],
)
def test_a_row_and_a_course_bind_who_applies_for_them(asking, question: str, verdict: str) -> None:
    assert asking(DAY, courses=COURSES)(question).verdict == verdict


INN = """北塘区青年客栈申请指南

申请条件：
（一）学历：大专及以上（含技工院校高级工班）毕业生，毕业3年以内。
（二）来北塘求职、面试。
"""


def test_a_school_included_will_do_as_well(asking) -> None:
    ask = asking(DAY, inn=INN)
    assert ask("技校高级工班毕业1年，来北塘面试，能申请吗").verdict == "eligible"
    assert ask("普通高中毕业1年，来北塘面试，能申请吗").verdict == "not_eligible"


LEFT = """河湾镇失业待遇问答

一、领取条件
本人缴费满1年，可以领取失业保险金。
二、其他
合同期满未续订的合同制工人，可以申请一次性生活补助。
"""


def test_what_grants_another_benefit_decides_nothing(asking) -> None:
    told = asking(DAY, left=LEFT)("我是合同制工人，合同期满没续签，能领失业保险金吗")
    assert told.verdict != "eligible"


FLATS = """云浦市保障房申请受理通告

一、保障对象及准入标准
（一）城镇住房困难家庭：
1．申请人具有本市户籍，其中至少1人取得本市户籍满3年；
2．家庭人均年收入低于50000元；
3．家庭在本市无房；
4．家庭成员名下无机动车，或仅有一辆购置价不超过10万元的小型汽车。
（二）外来务工人员：
1．持有本市居住证满2年；
2．在本市连续缴纳社会保险满24个月；
3．申请人及家庭成员在本市无房。
有下列情形之一的，不予受理：
1．申请之日前5年内转让过本市住房的；
2．正在承租直管公房的。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("外来务工，居住证3年，社保连续交了30个月，没房", "eligible"),
        ("外来务工，居住证3年，社保连续交了10个月，没房", "not_eligible"),
        ("本市户口10年，人均年收入4万，没房，有辆8万的车", "eligible"),
        ("我们是城镇住房困难家庭，本市户口10年，人均年收入4万，没房，有辆12万的车", "not_eligible"),
        ("本市户口10年，人均年收入4万，没房没车，正在承租直管公房", "not_eligible"),
    ],
)
def test_what_stands_below_a_bare_kind_is_demanded_of_it(asking, told: str, verdict: str) -> None:
    assert asking(DAY, flats=FLATS)(f"{told}，能申请吗？").verdict == verdict


AID = """青禾镇残疾人补贴办事指南

一、补贴对象
（一）生活补贴：属于下列对象之一：
1．低保家庭中的残疾人；
2．年满16周岁、无固定收入、残疾等级为一级、二级的残疾人，以及三级智力、精神残疾人。
（二）护理补贴：具有本镇户籍，残疾等级为一级、二级的残疾人；非重度智力、精神残疾人（三级、四级）。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("四级精神残疾，本镇户籍，能领护理补贴吗", "eligible"),
        ("三级肢体残疾，本镇户籍，能领护理补贴吗", "not_eligible"),
        ("户口在外县，能领护理补贴吗", "not_eligible"),
        ("三级肢体残疾，不是低保，没有固定收入，能领生活补贴吗", "not_eligible"),
        ("二级肢体残疾，30岁，没有固定收入，能领生活补贴吗", "eligible"),
    ],
)
def test_kinds_of_disability_are_told_apart(asking, told: str, verdict: str) -> None:
    assert asking(DAY, aid=AID)(told).verdict == verdict


PUPILS = """云浦市积分入学公告

一、申请条件
申请人须同时符合下列条件：
（一）持有本市公安机关签发的有效居住证，且签发（或签注）时间截至2026年4月30日连续满1年；
（二）在本市参加社会保险累计满12个月（补缴部分不计算在内）；
（三）子女在2019年9月1日至2020年8月31日期间出生。
二、测试等级
等级	分数
二级甲等	87分及以上但不足92分
二级乙等	80分及以上但不足87分
三级甲等	70分及以上但不足80分
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("居住证办了一年半，社保交了2年，孩子2020年3月出生", "eligible"),
        ("居住证办了8个月，社保交了2年，孩子2020年3月出生", "not_eligible"),
        ("居住证办了2年，社保一共14个月，其中补缴5个月，孩子2020年1月出生", "not_eligible"),
    ],
)
def test_a_permit_and_what_was_paid_late_are_counted(asking, told: str, verdict: str) -> None:
    answer = asking(DAY, pupils=PUPILS)(f"{told}，能申请吗？")
    assert answer.verdict == verdict
    assert "已过截止日期" not in answer.answer  # a day of birth closes nothing


@pytest.mark.parametrize(
    ("question", "said"),
    [("考了86分是什么等级", "二级乙等"), ("71分算几级", "三级甲等"), ("二甲要多少分", "87分")],
)
def test_a_score_is_told_its_grade(asking, question: str, said: str) -> None:
    assert said in asking(DAY, pupils=PUPILS)(question).answer
