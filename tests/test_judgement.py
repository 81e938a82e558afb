"""Yes-or-no questions decided by one sentence, where no condition list does."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.finding.evidence import Evidence
from bot.judging.by_passages import judge_passages
from bot.judging.judgement import judge_comparisons
from bot.person.person import read_person
from bot.speech.typos import TypoMender
from index.passages import Passage
from index.segmentation import Segmenter

APRIL = date(2025, 4, 10)
MENDER = TypoMender({}, (), Segmenter())


@pytest.fixture
def judged(make_notice):
    def judged(question: str, *sentences: str, coverage: float = 0.6):
        notice = make_notice("n", "通知", [("paragraph", s, -1) for s in sentences])
        found = [
            Evidence(
                Passage("n", 0, i, notice.clauses[i].span, s, ""), notice, 1.0 - i / 100, coverage, True, 0.0
            )
            for i, s in enumerate(sentences)
        ]
        asked = understand(question, APRIL, MENDER)
        return judge_passages(asked, read_person(asked.text, "", APRIL, APRIL), found)

    return judged


@pytest.mark.parametrize(
    ("question", "sentence", "verdict"),
    [
        # bounds
        ("我社保交了12个月可以吗", "申请人须缴纳社会保险满12个月。", "eligible"),
        ("我社保交了11个月可以吗", "申请人须缴纳社会保险满12个月。", "not_eligible"),
        ("写了800字可以吗", "个人陈述应不少于800字。", "eligible"),
        ("写了799字可以吗", "个人陈述应不少于800字。", "not_eligible"),
        ("房子人均18平方米可以吗", "须人均住房面积低于18平方米。", "not_eligible"),
        # what compares in a sentence that keeps out
        ("视频9分钟能交吗", "视频时长不超过8分钟。", "not_eligible"),
        ("拿过市里二等奖的画能参展吗", "曾在市级以上比赛获一、二等奖的画不得参展。", "not_eligible"),
        ("拿过市里三等奖的画能参展吗", "曾在市级以上比赛获一、二等奖的画不得参展。", "eligible"),
        (
            "区里没有这门课，在外区学的，给补吗",
            "在外区学的不予补贴，但本区没有开设这门课的除外。",
            "eligible",
        ),
        # prohibitions that speak of what is asked
        ("学期作业可以当个人陈述用吗", "学期作业不可作为个人陈述使用。", "not_eligible"),
        ("能把房子转租给朋友吗", "承租人不得将房子转租给他人。", "not_eligible"),
        # demands that are denied
        ("论文还没发表可以吗", "论文须公开发表。", "not_eligible"),
        ("表格没盖章行不行", "表格须加盖学校公章，未盖章的无效。", "not_eligible"),
        # what stands behind 可
        ("报告能双面打印吗", "报告用A4纸，每本厚度不超过4厘米，可双面印刷。", "eligible"),
        # what is not asked for
        ("没有工作经验可以吗", "对工作经验不作要求。", "eligible"),
        # opposites
        ("我是第二作者可以吗", "申请人须为第一作者。", "not_eligible"),
        ("非全日制的可以吗", "须为全日制学历。", "not_eligible"),
        # what is left out by name
        ("体育用品能报销吗", "报销范围不包括体育用品和烟酒。", "not_eligible"),
    ],
)
def test_the_sentence_that_decides(judged, question, sentence, verdict):
    found = judged(question, sentence)
    assert [j.verdict for j in found] == [verdict]
    assert found[0].evidence.passage.text == sentence


def test_what_rules_another_case_demands_nothing(judged):
    assert judged("随迁的孩子能读公办园吗", "到民办园就读，按照其收费标准缴费。") == []


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("可以带水进去吗", "成绩在考核结束后公布。"),
        ("我12岁可以吗", "报名从12月开始。"),
        ("可以带笔吗", "不得携带手机进入考场。"),
        ("能换考场吗", "考场设在二楼。"),
        ("可不可以报名四级", "不得携带手机；报名四级的，准考证须自己打印。"),
        ("不通过公司报名可以吗", "申请人应缴纳考务费。费用汇入公司账户。"),
    ],
)
def test_what_no_sentence_decides_is_left_open(judged, question, sentence):
    assert not judged(question, sentence, coverage=0.3)


def test_a_verb_forbidden_by_name_decides_where_nothing_else_is_asked(judged):
    sentence = "不得转租、转借所承租的住房；擅自转租的，收回住房。"
    assert [j.verdict for j in judged("可以转租吗", sentence, coverage=1.0)] == ["not_eligible"]
    assert not judged("可以转租吗", sentence, coverage=0.3)


def test_a_sentence_that_rules_it_out_wins_over_one_that_allows_it(judged):
    found = judged("我社保交了8个月可以吗", "缴纳社会保险须满6个月。", "申请套房的，缴纳社会保险须满24个月。")
    assert [j.verdict for j in found] == ["not_eligible"]


@pytest.mark.parametrize(("reached", "verdict"), [("2025年12月", "eligible"), ("2026年1月", "not_eligible")])
def test_the_cut_off_day(judged, reached, verdict):
    found = judged(f"我{reached}才满5年，可以吗", "工作年限计算截止到2025年12月31日。")
    assert [j.verdict for j in found] == [verdict]


def test_answers_to_yes_or_no_questions_carry_the_verdict(talk):
    (answer,) = talk("个人陈述用学期作业可以吗")
    assert (answer.verdict, answer.text.startswith("不可以")) == ("not_eligible", True)
    (answer,) = talk("公寓可以转租吗")
    assert answer.verdict == "not_eligible"
    assert "不得转租" in answer.text


@pytest.mark.parametrize("question", ["我能带手机进考场吗", "可以让别人替考吗", "考试的时候可以抄袭吗"])
def test_conduct_that_is_punished_is_not_allowed(talk, question):
    (answer,) = talk(question)
    assert answer.verdict == "not_eligible"
    assert "取消" in answer.text


def test_a_clean_record_is_no_demand_denied(judged):
    sentence = "应届毕业生排名前20%，无任何违纪处分的，可以申请。"
    assert [j.verdict for j in judged("排名前15%，没处分，能申请吗", sentence)] == ["eligible"]


def test_a_sentence_beside_the_lists_rules_it_out(make_notice):
    notice = make_notice("n", "通知", [("paragraph", "每场笔试80分合格。", -1)])
    passage = Passage("n", 0, 0, notice.clauses[0].span, "每场笔试80分合格。", "")
    found = [Evidence(passage, notice, 0.5, 0.1, True, 0.0)]
    for asked, verdicts in (("考了78分过了吗", ["not_eligible"]), ("考了82分过了吗", [])):
        question = understand(asked, APRIL, MENDER)
        person = read_person(question.text, "", APRIL, APRIL)
        assert [j.verdict for j in judge_comparisons(question, person, found)] == verdicts


@pytest.mark.parametrize(
    "sentence",
    [
        "符合以下全部条件的，可以申请租房补贴：",
        "家庭人均月收入低于救助标准的家庭，均可申请租房补贴。",
    ],
)
def test_what_is_granted_on_terms_makes_nobody_eligible(judged, sentence):
    assert judged("我是大专毕业，可以申请租房补贴吗", sentence) == []


def test_a_paper_to_be_shown_makes_nobody_eligible(make_notice):
    notice = make_notice(
        "n", "通知", [("heading", "二、申请材料", -1), ("item", "适龄儿童父母持有的居住证", 0)]
    )
    passage = Passage("n", 1, 0, notice.clauses[1].span, notice.clause_text(1), "")
    found = Evidence(passage, notice, 1.0, 0.6, True, 0.0)
    asked = understand("我有居住证，孩子能上学吗", APRIL, MENDER)
    assert judge_passages(asked, read_person(asked.text, "", APRIL, APRIL), [found]) == []


def test_one_way_of_several_rules_nobody_out(make_notice):
    lines = [
        ("paragraph", "具备以下条件之一者，可申报能手：", -1),
        ("item", "（1）取得技工院校高级班毕业证书。", 0),
        ("item", "（2）取得大学本科毕业证书。", 0),
    ]
    notice = make_notice("n", "通知", lines)
    passage = Passage("n", 1, 0, notice.clauses[1].span, notice.clause_text(1), "")
    found = Evidence(passage, notice, 1.0, 0.6, True, 0.0)
    asked = understand("我是本科，能评吗", APRIL, MENDER)
    judgements = judge_passages(asked, read_person(asked.text, "", APRIL, APRIL), [found])
    assert "not_eligible" not in [j.verdict for j in judgements]


def test_a_prohibition_behind_a_passage_that_says_as_much_rules_nobody_out(judged):
    grants = "笔试成绩不合格的，考生于当年参加补考一次。"
    keeps_out = "竞赛笔试成绩不合格的，不得补考。"
    assert judged("笔试成绩不合格能补考吗", grants, keeps_out) == []
    assert [j.verdict for j in judged("笔试成绩不合格能补考吗", keeps_out, grants)] == ["not_eligible"]


def test_what_organisations_are_granted_allows_nobody_else_anything(judged):
    sentence = "驻地企业经主管部门委托，也可以在本地报名。"
    assert judged("委托别人去报名行吗", sentence) == []
    assert [j.verdict for j in judged("我们企业经委托可以在本地报名吗", sentence)] == ["eligible"]


def test_the_day_up_to_which_years_are_counted_against_when_they_are_full(asking):
    text = """云浦市农艺职称评审通知

一、申报人须从事农艺工作满5年。
二、资历计算时间截止到2026年12月31日。
"""
    ask = asking(date(2026, 8, 1), titles=text)
    assert ask("我的年限到今年11月才满，能报吗").verdict == "eligible"
    assert ask("我的年限到明年2月才满，能报吗").verdict == "not_eligible"


BORN = """云浦市入学须知

一、儿童入学须年满6周岁，今年入学的为2019年9月1日至2020年8月31日期间出生的儿童。
二、2026年3月31日以前签订租房合同的，按原规定办理，2026年4月1日以后签订租房合同的按本须知办理。
三、家长可在云浦教育网查询报名结果，须选择一所学校报名。
四、提供虚假资料者不予登记。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("2020年8月31日出生的今年能入学吗", "eligible"),
        ("2020年9月1日出生的今年能入学吗", "not_eligible"),
        ("26年5月签的租房合同，是不是按这个须知办", "eligible"),
        ("提供假材料还能登记吗", "not_eligible"),
    ],
)
def test_a_side_of_a_day_and_the_days_of_birth_decide(asking, question, verdict):
    assert asking(date(2026, 6, 1), school=BORN)(question).verdict == verdict


def test_that_something_may_be_looked_up_allows_nothing_else(asking):
    assert asking(date(2026, 6, 1), school=BORN)("报名能报两所学校吗").verdict != "eligible"
