"""One condition against one person: met, unmet or unknown, and why."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.leaves import judge_leaf
from bot.person.person import read_person
from corpus.conditions.conditions import Leaf, leaves_of
from corpus.conditions.requirements import read_node

APRIL = date(2025, 4, 10)


@pytest.fixture
def judged(make_notice):
    notice = make_notice("n", "望舒市通知", [("paragraph", "望舒市无人机专业人员可以申请。", -1)])

    def judged(condition: str, said: str) -> list[str]:
        person = read_person(said, "望舒", APRIL, APRIL)
        return [judge_leaf(leaf, notice, person).state.value for leaf in leaves_of(read_node(condition))]

    judged.notice = notice
    return judged


@pytest.mark.parametrize(
    ("condition", "said", "states"),
    [
        # who is of another kind than the one demanded; who tells nothing is presumed a citizen
        ("具有中华人民共和国国籍", "我是外籍", ["unmet"]),
        ("具有中华人民共和国国籍", "我30岁", ["met"]),
        ("应届毕业生", "我是往届的", ["unmet"]),
        ("非应届毕业生", "我是往届的", ["met"]),
        # a bound, one below, on it and above
        ("年满18周岁", "17岁", ["unmet"]),
        ("年满18周岁", "18岁", ["met"]),
        ("年满18周岁", "19岁", ["met"]),
        ("年满18周岁且不超过30周岁", "30岁", ["met", "met"]),
        ("年满18周岁且不超过30周岁", "31岁", ["met", "unmet"]),
        ("未满35周岁", "35岁", ["unmet"]),
        ("未满35周岁", "34岁", ["met"]),
        ("从事本职业工作累计满4年", "干了3年11个月", ["unmet"]),
        ("从事本职业工作累计满4年", "干了4年", ["met"]),
        ("从事本职业工作满6个月", "工作5个月", ["unmet"]),
        ("从事本职业工作满6个月", "工作半年", ["met"]),
        ("连续缴纳社会保险满24个月", "社保交了23个月", ["unmet"]),
        ("连续缴纳社会保险满24个月", "社保交了2年", ["met"]),
        ("连续缴纳社会保险满24个月", "社保不间断交了2年", ["met"]),
        ("连续缴纳社会保险满24个月", "社保交了2年没断过", ["met"]),
        ("连续缴纳社会保险满24个月", "社保交了2年中间断过", ["unknown"]),
        ("家庭年收入不超过6万元", "家庭年收入6万元", ["met"]),
        ("购买住房面积不少于90平方米", "买了套120平的房", ["met"]),
        ("购买住房面积不少于90平方米", "买了间商铺，120平", ["unmet"]),
        ("家庭年收入不超过6万元", "家里年收入6.5万", ["unmet"]),
        ("人均住房建筑面积低于15平方米", "人均15平方米", ["unmet"]),
        ("人均住房建筑面积低于15平方米", "人均14.5平", ["met"]),
        ("平均成绩不低于80分", "平均成绩79分", ["unmet"]),
        ("平均成绩不低于80分", "80分", ["met"]),
        # years since a paper: fewer years in all cannot be enough
        (
            "取得五级职业技能等级证书之后，从事本职业工作累计满2年",
            "有五级证书，取证后干了2年",
            ["met", "met"],
        ),
        ("取得五级职业技能等级证书之后，从事本职业工作累计满2年", "有五级证书，工作了1年", ["met", "unmet"]),
        (
            "取得五级职业技能等级证书之后，从事本职业工作累计满2年",
            "有五级证书，工作了9年",
            ["met", "unknown"],
        ),
        ("取得五级职业技能等级证书之后，从事本职业工作累计满2年", "没证", ["unmet", "unknown"]),
        ("取得四级职业技能等级证书", "有三级证书", ["met"]),
        ("取得四级职业技能等级证书", "有五级证书", ["unmet"]),
        # degrees
        ("具有大学专科及以上学历", "本科毕业", ["met"]),
        ("具有大学专科及以上学历", "大专毕业", ["met"]),
        ("具有大学专科及以上学历", "中专毕业", ["unmet"]),
        ("具有大学本科及以上学历", "本科在读，还没毕业", ["unmet"]),
        # residence and the like
        ("具有本市户籍", "本市户籍", ["met"]),
        ("具有本市户籍", "外地户口", ["unmet"]),
        ("持有有效期内的居住证", "居住证过期了", ["unmet"]),
        ("设计资质在有效期内", "居住证过期了", ["unknown"]),
        # an age of kin is that of whom one asks about
        ("子女满10周岁", "我46岁，能申请吗", ["unknown"]),
        ("子女满10周岁", "孩子11岁，能申请吗", ["met"]),
        # a day or a length of time of the thing spoken of, and of no other of its kind
        ("自取得不动产权证书之日起1年内", "驾照2024年8月20号领的", ["unknown"]),
        ("自取得不动产权证书之日起1年内", "房产证2024年8月20号拿的", ["met"]),
        ("自取得不动产权证书之日起1年内", "我爱人是领导，干了十几年", ["unknown"]),
        ("结婚登记满1年", "网店登记三个月了", ["unknown"]),
        ("结婚登记满1年", "结婚登记两年了", ["met"]),
        ("连续失业一年以上", "失业险交了三年", ["unknown"]),
        ("在本市连续居住满1年", "在水文站待了十一年", ["unknown"]),
        ("两腿不等长不超过5厘米", "胳膊上文身3厘米", ["unknown"]),
        ("连续缴纳社会保险满24个月", "公积金交了三年", ["unknown"]),
        ("与企业签订一年以上劳动合同", "入职1个月 签了3年合同", ["met"]),
        ("有符合章程规定的股东出资额", "算不算股东", ["unknown"]),
        ("有符合章程规定的股东出资额", "不算股东", ["unknown"]),
        ("企业股东", "不算股东", ["unmet"]),
        ("在岛上购买住房的", "公司有办公室", ["unknown"]),
        ("在岛上购买住房的", "买的是间办公室", ["unmet"]),
        ("零就业家庭成员", "我在船厂就业", ["unknown"]),
        ("以第一作者发表过文章", "现在报第四期", ["unknown"]),
        ("以第一作者发表过文章", "我是第四作者", ["unmet"]),
        ("具有本市户籍", "居住证过期了", ["unmet"]),
        ("具有本市户籍", "没有居住证", ["unknown"]),
        ("已办理退休手续", "退休了", ["met"]),
        ("上一年度参加评审未通过", "去年评审没通过", ["met"]),
        ("上一年度参加评审未通过", "没参加过评审", ["unmet"]),
        # open ones, in the notice's own words
        ("在本市没有自有住房", "我没有房子", ["met"]),
        ("在本市没有自有住房", "人均住房12平方米", ["unknown"]),
        ("在本市没有自有住房", "没有居住证", ["unknown"]),
        ("在本市没有自有住房", "人均住房12平方米，没有房子", ["met"]),
        ("已经享受其他助学金", "我已经享受其他助学金了", ["met"]),
    ],
)
def test_states_at_and_around_the_bound(judged, condition, said, states):
    assert judged(condition, said) == states


@pytest.mark.parametrize(
    ("condition", "said", "states"),
    [
        # years in a field that is not the one demanded say nothing of that, unless all of them are too few
        ("从事审计工作满3年", "在本市果园干了六年嫁接", ["unknown"]),
        ("从事审计工作满3年", "果园里嫁接干了两年", ["unmet"]),
        ("从事审计工作满3年", "做审计六年了", ["met"]),
        ("从事审计工作满3年", "在审计事务所干了六年", ["met"]),
        ("在兽医岗位工作满2年", "当兽医干了3年", ["met"]),
        # who names no field tells of the one that is spoken of
        ("从事审计工作满3年", "干了六年了", ["met"]),
        ("从事本职业工作满3年", "在本市果园干了六年嫁接", ["met"]),
    ],
)
def test_years_count_in_the_field_in_which_they_are_demanded(judged, condition, said, states):
    assert judged(condition, said) == states


@pytest.mark.parametrize(
    "condition",
    [
        "年满18周岁",
        "从事本职业工作累计满4年",
        "具有大学专科及以上学历",
        "具有本市户籍",
        "持有有效期内的居住证",
        "取得五级职业技能等级证书",
        "连续缴纳社会保险满24个月",
        "家庭年收入不超过6万元",
        "已办理退休手续",
        "家中有三名子女",
    ],
)
def test_a_missing_fact_is_never_false_and_is_asked_for(judged, condition):
    (leaf,) = leaves_of(read_node(condition))
    found = judge_leaf(leaf, judged.notice, read_person("", "", APRIL, APRIL))
    assert found.state == "unknown"
    assert found.ask.startswith("请问")
    assert found.ask.endswith("？")
    assert not found.presumed


def test_a_paper_left_out_by_somebody_who_told_the_others_is_presumed_not_held(judged):
    (leaf,) = leaves_of(read_node("取得五级职业技能等级证书"))
    found = judge_leaf(leaf, judged.notice, read_person("大专毕业", "", APRIL, APRIL))
    assert (found.state, found.presumed) == ("unknown", True)


def test_somebody_who_works_is_presumed_of_age(judged):
    (leaf,) = leaves_of(read_node("年满16周岁"))
    found = judge_leaf(leaf, judged.notice, read_person("工作了5年", "", APRIL, APRIL))
    assert (found.state, found.presumed) == ("met", True)
    young = judge_leaf(leaf, judged.notice, read_person("15岁，工作了1年", "", APRIL, APRIL))
    assert young.state == "unmet"


def test_why_names_what_was_said_and_what_is_demanded(judged):
    (leaf,) = leaves_of(read_node("连续缴纳社会保险满24个月"))
    found = judge_leaf(leaf, judged.notice, read_person("社保交了18个月", "", APRIL, APRIL))
    assert "1年6个月" in found.why
    assert "2年" in found.why


def test_a_field_of_study_that_the_notice_names_is_related(judged):
    assert judged("所学为本专业或相关专业的毕业证书", "中专无人机专业毕业")[-1] == "met"
    assert judged("所学为本专业或相关专业的毕业证书", "中专护理专业毕业")[-1] == "unmet"


def test_every_leaf_can_be_judged_for_a_silent_person(judged, samples):
    from corpus.rules.rules import compile_groups

    nobody = read_person("", "", APRIL, APRIL)
    for notice in samples.notices:
        for leaf in (x for g in compile_groups(notice) for r in g.requirements for x in r.leaves):
            assert isinstance(leaf, Leaf)
            found = judge_leaf(leaf, notice, nobody)
            assert found.state == "unknown" or (found.state == "met" and found.presumed)
