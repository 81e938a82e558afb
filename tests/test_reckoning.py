"""Operations on like figures, from the question to the answer."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦市2031年成人学校统计公报

云浦市教育局　2032年1月5日

一、各区情况
表1　各区成人学校情况
区	学校数（所）	学员（万人次）	比上年增长（%）	学费收入（万元）	比上年增长（%）
东岭区	12	30.5	4.2	820.5	6.1
南洼区	7	18.2	-1.5	410	3.0
西埠区	12	22.3	8.8	515.5	-2.4
合计	31	71	4.0	1746	2.9

二、课程安排
课程	计划数		学费（元/学期）	课时
	春季班	秋季班
木工	20	30	800	24学时
陶艺	15	10	950	30学时
书法	25	25	600	30学时

三、经费
全年支出教材费46万元、设备费38.5万元。市级奖补共120万元，其中示范校80万元、普通校40万元。东片、南片、西片的志愿者分别为310人、250人和190人。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schools")
    (folder / "schools.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(question):
        answer, _ = assistant.answer(question, DialogueState(), date(2032, 2, 1), "schools")
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("哪个区的学费收入最高", ["东岭区", "820.5万元"]),
        ("学员最少的是哪个区", ["南洼区", "18.2万人次"]),
        ("哪个区的学校最多", ["东岭区、西埠区并列", "12"]),
        ("哪门课程学费最便宜", ["书法", "600"]),
        ("学员增长最快的是哪个区", ["西埠区", "8.8%"]),
        ("哪个区的学费收入是下降的", ["西埠区-2.4%", "1项"]),
        ("东岭区和南洼区的学费收入加起来多少", ["1230.5万元", "820.5+410=1230.5"]),
        ("各区学费收入一共多少", ["合计1746万元"]),
        ("木工比书法贵多少", ["木工比书法高200元", "800-600=200"]),
        ("东岭区学费收入占全市的百分之几", ["约47%", "820.5÷1746"]),
        ("西埠区的学员排第几", ["第2", "22.3"]),
        ("学费超过700元的有哪些课程", ["2项", "陶艺950", "木工800"]),
        ("书法和陶艺的课时一样吗", ["一样", "30学时"]),
        ("木工和陶艺的学费一样吗", ["不一样", "150"]),
        ("哪门课程计划招的人最多", ["木工、书法并列", "50", "20+30=50"]),
        ("示范校和普通校的奖补差多少", ["40万元", "80-40=40"]),
        ("东片和西片的志愿者加起来多少人", ["500人", "310+190=500"]),
        ("学费收入最高的两个区是哪些", ["1. 东岭区", "2. 西埠区"]),
    ],
)
def test_the_result_and_how_it_was_reckoned(ask, question, says):
    answer = ask(question)
    assert answer.outcome == "answered"
    assert all(s in answer.text for s in says), answer.text
    assert "合计" not in answer.text or "1746" in answer.text


def test_every_figure_used_is_cited(ask):
    answer = ask("东岭区和南洼区的学费收入加起来多少")
    quotes = " ".join(c.quote for c in answer.citations)
    assert "820.5" in quotes
    assert "410" in quotes


def test_a_total_that_the_notice_states_is_told_as_stated(ask):
    answer = ask("示范校和普通校的奖补加起来多少")
    assert "120万元" in answer.text
    told = ask("书法计划一共招多少人")
    assert "50" in told.text


@pytest.mark.parametrize(
    "question",
    [
        "哪个区的教师最多",
        "哪个街道的学校最多",
        "东岭区和南洼区的占地面积差多少",
        "木工比书法多几个老师",
        "木工的毕业率占多少",
        "2028年哪个区的学费收入最高",
        "东岭区的学费收入和学员加起来多少",
    ],
)
def test_what_is_not_stated_is_not_reckoned(ask, question):
    answer = ask(question)
    assert "按原文数字" not in answer.text
    assert "最高的是" not in answer.text


REPORT = """2031年云浦市茶业运行情况

一、分区情况
全市茶业平稳。上半年，东岭地区完成茶叶销售收入520亿元，同比增长11%，增速较一季度回落0.9个百分点；南洼地区完成茶叶销售收入290亿元，同比增长13%，增速较一季度提升0.4个百分点。2个地区茶叶销售收入在全市总收入中的占比分别为64.2%、35.8%。

二、评估情况
表1　评估统计
地区	茶企		茶品
	7月当月数	当年累计数	7月当月数	当年累计数
石桥	2	13	5	21
柳湾	1	4	3	16
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    (folder / "tea.txt").write_text(REPORT, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text: assistant.answer(text, DialogueState(), date(2031, 8, 1), "tea")[0].text


def test_a_measure_asked_for_by_its_last_word_is_no_share_of_it(report):
    assert "230亿元" in report("东岭收入比南洼多多少")


def test_the_way_that_a_figure_went_tells_which_is_meant(report):
    assert "0.9个百分点" in report("东岭增速回落了多少")


def test_this_year_is_the_column_of_the_year(report):
    assert "9" in report("石桥今年茶企比柳湾多几家").split("（")[0]
    assert "共37（" in report("石桥和柳湾今年茶品一共多少")  # no money


FEES = """2031年云浦市茶艺鉴定收费

一、收费标准
项目	等级	评价科目（单位：元）		合计
		理论知识	操作技能
采茶工	四级	90	210	300
采茶工	三级	90	310	400
炒茶工	四级	90	260	350
炒茶工	三级	90	410	500
"""


@pytest.fixture(scope="module")
def fees(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fees")
    (folder / "fees.txt").write_text(FEES, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text: assistant.answer(text, DialogueState(), date(2031, 8, 1), "fees")[0].text


def test_whether_all_figures_of_a_column_are_the_same(fees):
    assert fees("理论费是不是都一样").startswith("都一样")
    told = fees("实操费都一样吗")
    assert told.startswith("不一样")
    assert "210" in told
    assert "410" in told


def test_what_several_persons_pay_who_are_told_without_a_comma(fees):
    assert "共1000元" in fees("两个人报采茶工四级一个人报三级一共多少钱")


def test_a_column_is_named_by_a_word_that_means_the_same(fees):
    told = fees("实操费多少")
    assert "210" in told
    assert "410" in told


CRAFTS = """云浦市茶艺评价收费与评选通知

一、收费
单位：元/人·次
依据：云浦价〔2031〕6号

工种	等级	评价科目		耗材费	合计
		理论知识	操作技能
茶艺师	四级	40	190	30	260
茶艺师	三级	45	240	60	345
评茶员	四级	40	210	30	280
评茶员	三级	45	260	70	375

二、评选
金叶奖1名，奖金8000元；
银叶奖2名，奖金3000元。
三、运行
一季度茶叶产值居前3名的县中，东岭县、南洼县和西埠县产值分别为52亿元、40.5亿元和31亿元，分别增长3.1%、4.4%和2.6%。
一季度茶叶加工业和茶具制造业产值分别增长9.8%和7.5%，增速分别比全市工业快3.2和0.9个百分点。
"""


@pytest.fixture(scope="module")
def crafts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crafts")
    (folder / "crafts.txt").write_text(CRAFTS, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2032, 2, 1))[0].text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("评茶员三级比四级贵多少", ["95元/人·次", "375-280=95"]),  # the total, its unit lines above
        ("茶艺师三级实操比理论贵多少", ["240-45=195"]),  # 茶艺 stands in the title as well
        ("有没有三百块以内的项目", ["2项", "评茶员 四级280", "茶艺师 四级260"]),
        ("金叶奖比银叶奖多多少", ["8000-3000=5000"]),  # amounts and not how many there are
        ("南洼县增速", ["4.4%"]),  # a measure by itself asks how much it is
        ("西埠县排第几", ["第3"]),  # by what the sentence ranks by
        ("茶具制造业增速比全市工业快多少", ["0.9个百分点"]),  # stated, of no other two figures
    ],
)
def test_what_is_meant_where_several_figures_fit(crafts, question, says):
    text = crafts(question)
    assert [s for s in says if s not in text] == []


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("银叶奖几个人", "多少钱"), "3000元"),  # of what the question before is about
        (("银叶奖奖金多少", "几个人"), "2名"),
        (("银叶奖几个人，多少钱",), "3000元"),
    ],
)
def test_a_bare_question_is_of_what_was_asked_about(tmp_path, turns, says):
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "crafts.txt").write_text(CRAFTS, encoding="utf-8")
    library = load_corpus(tmp_path / "notices")
    assistant = Assistant(library, open_or_build(library, tmp_path / "state"))
    state = DialogueState()
    for turn in turns:
        answer, state = assistant.answer(turn, state, date(2032, 2, 1))
    assert says in answer.text
