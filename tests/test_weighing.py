"""Whether what would be told answers this very question."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.planning.plan import Action, make_plan
from bot.planning.weighing import assess, weighed
from bot.speech.typos import TypoMender
from corpus.notice import cite
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())
GRANT = frozenset({"study_grant_2025"})


@pytest.fixture(scope="module")
def planned(gatherer):
    def planned(text: str):
        question = understand(text, date(2025, 4, 10), MENDER)
        return question, make_plan(question, gatherer, GRANT)

    return planned


def clause_with(notice, words):
    return next(i for i, c in enumerate(notice.clauses) if words in notice.clause_text(i) and not c.children)


def test_an_answer_is_weighed_by_what_it_tells(planned, gatherer):
    question, plan = planned("评审结果什么时候公示")
    right = cite(plan.notice, clause_with(plan.notice, "评审结果于"))
    wrong = cite(plan.notice, clause_with(plan.notice, "户口簿复印件"))
    sure, unsure = (assess(question, plan, [c], gatherer).probability for c in (right, wrong))
    assert sure > 0.5
    assert sure > unsure + 0.1


def test_a_plan_that_answers_stays_and_is_told_how_likely(planned, gatherer):
    question, plan = planned("评审结果什么时候公示")
    after = weighed(question, plan, [cite(plan.notice, clause_with(plan.notice, "评审结果于"))], gatherer)
    assert after.action is plan.action is Action.TELL
    assert after.assessment.answers


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2019年评审结果什么时候公示", "2019年"),
        ("助学金评审收多少手续费", "费"),
        ("咨询电话是多少", "没有写明"),  # no telephone stands anywhere in it
    ],
)
def test_what_does_not_answer_is_refused_with_its_reason(planned, gatherer, text, reason):
    question, plan = planned(text)
    after = plan if plan.action is Action.UNSTATED else weighed(question, plan, [], gatherer)
    assert after.action is Action.UNSTATED
    assert reason in after.reason
    assert after.evidence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("助学金的住宿费一个月多少钱", "住宿费"),  # a fee that no passage names
        ("助学中心周六上午有人上班吗", "没有写明"),  # no hours stand anywhere in it
        ("助学金发放的比例是百分之几", "没有写明"),
    ],
)
def test_a_kind_of_value_or_a_fee_that_is_nowhere_stated_is_refused(planned, gatherer, text, reason):
    question, plan = planned(text)
    told = [cite(plan.notice, clause_with(plan.notice, "助学金每年发放两次"))]
    after = plan if plan.action is Action.UNSTATED else weighed(question, plan, told, gatherer)
    assert after.action is Action.UNSTATED
    assert reason in after.reason


CRAFT = """云浦市匠师评定条件

一、资历
1、取得博士学位后，从事本行工作。
2、取得硕士学位后，从事本行工作满3年。
3、取得学士学位后，从事本行工作满6年。
"""


def test_the_item_that_demands_no_time_is_told_where_those_beside_it_do(asking):
    ask = asking(date(2031, 5, 1), craft=CRAFT)
    assert ask("博士要干几年才能评").outcome == "answered"
    assert "博士" in ask("博士呢", after=ask("硕士要干几年才能评")).answer
    assert ask("大专要干几年才能评").outcome == "unanswerable"


STALLS = """关于扩大云浦市摊位登记范围的通知

云浦市市场办　2031年3月12日

一、范围
将在本市居住满2年的居民纳入登记范围。
二、登记地点
符合条件的人员，可带齐身份证和户口本，到居住地的市场办领取或下载并填写《摊位登记表》，详情请登录市场网查询。
"""


@pytest.mark.parametrize("question", ["登记时要带哪些证件？", "去登记要带什么材料", "去登记带什么"])
def test_what_to_bring_is_told_where_a_sentence_names_it_in_passing(asking, question):
    assert "户口本" in asking(date(2031, 5, 1), stalls=STALLS)(question).answer


DAY = date(2026, 3, 1)
HALL = """青浦湾文体馆场地开放须知

一、开放时间
周二至周日9:00至21:00，周一闭馆。
二、收费
羽毛球场每小时40元，乒乓球台每小时20元。学生凭学生证半价。
三、预约
通过青浦湾文体公众号提前3天预约，每人每天限订2小时。
四、管理
预约后不到场三次的，暂停预约一个月。馆内禁止吸烟。
服务台电话：0512-6634019。
"""
EXAM = """竹湾市2026年茶艺师等级考试报名公告

一、报名
网上报名时间：2026年4月6日9:00至4月20日17:00，登录竹湾考务网填报信息，上传近期白底照片。
报名条件：年满16周岁，从事茶艺工作满1年。
二、缴费
考试费每人160元，4月22日17:00前网上缴清，逾期视为放弃。
三、考试
笔试时间为5月16日上午9:00至10:30，实操考试5月17日。准考证5月11日起自行打印。
考生须携带身份证和准考证，迟到20分钟不得入场。
四、违纪
由他人代考的，取消成绩，两年内不得报考。
咨询电话：0739-5512207。
"""


@pytest.fixture(scope="module")
def of_the_hall(asking):
    return asking(DAY, hall=HALL)


@pytest.fixture(scope="module")
def of_the_exam(asking):
    return asking(DAY, exam=EXAM)


@pytest.mark.parametrize(
    "question",
    [
        "篮球场一小时多少钱",
        "会员卡一年多少钱",
        "吸烟罚多少钱",
        "损坏球拍赔多少",
        "储物柜押金多少",
        "投诉电话多少",
        "健身补贴每月能领多少钱",
        "把宠物留在更衣室会怎么处理",
        "我妈六十八了还能进瑜伽班不",
    ],
)
def test_what_is_close_to_something_stated_is_refused(of_the_hall, question):
    assert of_the_hall(question).outcome == "unanswerable"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("打羽毛球一小时多少钱", "40元"),
        ("约了老不来会怎么样", "暂停预约"),
        ("提前几天预约", "3天"),
        ("周一开门吗", "周一"),
    ],
)
def test_what_is_stated_in_other_words_is_told(of_the_hall, question, said):
    assert said in of_the_hall(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "考点停车收费吗",
        "笔试在哪个考场",
        "面试考什么内容",
        "体检费谁出",
        "监督举报电话是多少",
        "哪个考区报的人最多",
        "奖金发多少钱",
        "补考费多少钱",
    ],
)
def test_another_thing_of_an_examination_is_refused(of_the_exam, question):
    assert of_the_exam(question).outcome == "unanswerable"


@pytest.mark.parametrize(
    ("question", "said"),
    [("考试费多少", "160元"), ("找人代考怎么处理", "两年内"), ("准考证什么时候打印", "5月11日")],
)
def test_what_an_examination_states_is_told(of_the_exam, question, said):
    assert said in of_the_exam(question).answer


RESULTS = """梅岭市评茶员等级评价公告

一、补考
部分科目成绩不合格的，可以申请补考。成绩有效期：五级、四级为两年，三级为三年，超过成绩有效期的，所有科目成绩作废。
二、查询
各科目评价完成后，考生一般在20个工作日内可以查到成绩。
"""


def test_how_long_something_takes_is_not_told_by_how_long_it_holds(asking):
    ask = asking(DAY, results=RESULTS)
    assert "20个工作日" in ask("成绩多久出来").answer
    assert "两年" in ask("成绩有效期是多久").answer
    kept = asking(DAY, results=RESULTS.partition("二、")[0])
    assert kept("成绩多久出来").outcome == "unanswerable"


def test_who_somebody_is_is_not_told_by_what_is_to_be_told_them(asking):
    leave = "竹湾市少年游泳班须知\n\n一、纪律\n学员请假须提前一天告知教练。\n"
    assert asking(DAY, pool=leave)("教练是谁").outcome != "answered"
    assert "赵老师" in asking(DAY, pool=f"{leave}二、师资\n教练由赵老师担任。\n")("教练是谁").answer
