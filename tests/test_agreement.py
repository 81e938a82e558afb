"""Whether what is told is of the kind asked for, and the notice speaks of the one of several asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.finding.agreement import Statement, unlike
from bot.speech.typos import TypoMender
from index.normal import search_key
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


def said(text: str, told: str, title: str = "", rest: str = "") -> str:
    question = understand(text, date(2025, 4, 10), MENDER)
    keys = [search_key(t) for t in (told, title, f"{title}\n{told}\n{rest}")]
    return unlike(question, [Statement(keys[0], "")], *keys[1:])


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("借书证在哪儿办", "办证须携带身份证原件。", "没有写明在哪里"),
        ("借书证在哪儿办", "持身份证到一楼服务台办理。", ""),
        ("借书证上哪儿拿", "读者证由本人至受理点领取。", ""),
        ("表格从哪里下载", "登录园林平台下载。", ""),
        ("表格要填几份", "表格一式两份。", ""),
        ("哪个品种养的人最多", "每人限养一尾。", "没有写明哪一个最突出"),
        ("哪个品种养的人最多", "锦鲤养殖户最多，有312户。", ""),
        ("弄丢了借书证会怎样", "办证须携带身份证原件。", "没有写明这种情形如何处理"),
        ("弄丢了借书证会怎样", "遗失借书证的，补办收工本费5元。", ""),
        ("投诉电话是多少", "服务台电话2203344。", "没有写明监督举报的电话"),
        ("投诉电话是多少", "监督电话：2203355。", ""),
        ("运费由谁出", "书籍于月底寄出。", "没有写明费用由谁出"),
        ("运费由谁出", "邮寄费用由读者自理。", ""),
        ("笔试考什么", "笔试于6月举行。", "没有写明考什么"),
        ("笔试考什么", "笔试科目为图书分类基础。", ""),
        ("答辩在哪里", "主管部门组织学科组评审，根据需要通知答辩。", "没有写明在哪里"),
        ("免参赛费要交什么证明", "参赛费每人40元。", "没有写明减免"),
        ("免参赛费要交什么证明", "低保家庭凭证明免交参赛费。", ""),
        ("哪些鱼算稀有品种", "每人限养一尾，不得饲养稀有品种。", "没有写明包括哪些"),
        ("哪些鱼算稀有品种", "稀有品种是指列入保护名录的鱼。", ""),
        ("证书几年有效", "取得证书并在5个月内就业的，可申领补贴。", "没有写明有效期"),
        ("证书几年有效", "证书有效期5年。", ""),
        ("补办要多长时间", "擅自设置的，责令12日内补办。", "没有写明要多久"),
        ("补办要多长时间", "违规的收回证件，3个月内不予补办。", "没有写明要多久"),
        ("补办要多长时间", "补办后7个工作日内发证。", ""),
        ("船员考试时间多长", "海事处受理时间：周一至周五9:00-11:30。", "没有写明要多久"),
        ("船员考试时间多长", "理论考试60分钟。", ""),
        ("上岸后几年能卖船", "证书自受理之日起8个工作日内发放。", "没有写明要几年"),
        ("上岸后几年能卖船", "登记满三年的渔船可以转让。", ""),
        ("交上去多少天有结果", "税收优惠三年有效。", "没有写明要多少天"),
        ("交上去多少天有结果", "评审会在一周内公布结果。", ""),
        ("青海渔业收入多少", "一季度，我国渔业收入52亿元。", "没有写明所问地方的数值"),
        ("青海渔业收入多少", "一季度，青海渔业收入3亿元，高于全国。", ""),
        ("渔业收入多少", "一季度，我国渔业收入52亿元。", ""),
        ("评审会哪天开", "2032年船员评审会通知", "没有写明哪一天"),
        ("评审会哪天开", "评审会于5月6日召开。", ""),
        ("摇号中签率多少", "摇号与自主招生比例为2:8。", "没有写明这个比率"),
        ("理论考多少道题", "理论费60元，考60分钟。", "没有写明考题的数目"),
        ("理论考多少道题", "理论考试共80题。", ""),
        ("几天能批下来", "申请前12个月未受处罚。", "没有写明要多久"),
        ("多久能分到房", "自受理之日起20日内安排。", ""),
        ("船员证丢了怎么补", "船员证由海事处发放。", "没有写明丢失后怎么办"),
        ("船员证丢了怎么补", "船员证遗失的，到海事处补发。", ""),
        ("笔试分数线多少", "退役船员笔试加4分。", "没有写明分数线"),
        ("笔试分数线多少", "笔试合格线60分。", ""),
        ("作品归谁", "作品须为原创。", "没有写明归谁"),
        ("作品归谁", "作品归主办方所有。", ""),
        ("为什么今年不办了", "今年暂不办理。", "没有写明原因"),
        ("为什么今年不办了", "因系统升级，今年暂不办理。", ""),
        ("评定费能退吗", "评定费每人180元。", "没有写明退还"),
        ("匠人协会传真多少", "电话：5550101", "没有写明传真"),
        ("学员男女比例多少", "合格率为85%。", "没有写明男女比例"),
        ("学徒有优惠吗", "学费每人800元。", "没有写明优惠"),
        ("第三名是谁", "林某获优秀奖。", "没有写明名次"),
        ("发票抬头写什么", "将开票信息发至邮箱。", "没有写明发票抬头"),
        ("评定费能退吗", "经核实材料虚假的，取消资格，评定费不予退还。", "没有写明退还"),
        ("材料造假评定费退吗", "经核实材料虚假的，取消资格，评定费不予退还。", ""),
        ("评定费能退吗", "考前三日可申请退还评定费。", ""),
        ("去年一共发了多少钱", "每户补贴300元。", "没有写明总数"),
        ("去年一共发了多少钱", "全年共发放补贴4.2万元。", ""),
    ],
)
def test_what_tells_no_place_or_total_does_not_answer_a_question_for_one(text, told, reason):
    assert said(text, told) == reason


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("研究生一年给多少", "本科生每人每年800元。", "没有写明“研究生”"),
        ("研究生一年给多少", "本科生每人每年800元，硕士另行通知。", ""),
        ("研究生一年给多少", "每人每年800元。", ""),  # nothing is set apart
        ("研究生能领多少", "本科以上学历的，每人800元。", ""),  # a range may take it in
        ("秋季班几号开课", "春季班3月1日开课。", "没有写明“秋季”"),
        ("我是大专毕业的，笔试几点开始", "本科生9点开始笔试。", ""),  # the case told is not asked about
        ("物业费一平多少", "月租金6元/平方米。", "没有写明“物业费”"),
    ],
)
def test_a_notice_that_has_only_others_of_a_set_says_nothing_of_the_one_asked_about(text, told, reason):
    assert said(text, told) == reason


@pytest.mark.parametrize(
    ("text", "told", "title", "rest", "refused"),
    [
        ("秋季班交多少钱", "春季班每人200元。", "", "秋季班另行通知。", True),
        ("秋季班交多少钱", "每人200元。", "", "秋季班和春季班都在少年宫上课。", False),
        ("研究生一年给多少钱", "每人每年800元。", "本科生补助办法", "研究生宿舍同时申请。", True),
        ("借书证迁出要带什么材料", "迁入的带身份证。", "", "迁出另行办理。", True),
        ("团体报名要带什么材料", "个人报名的带身份证。", "", "团体报名由单位统一办理。", True),
        ("正高评审费多少钱", "高级（副高）评审费每人300元。", "", "", True),
        ("正高评审费多少钱", "高级评审费每人300元。", "", "", False),
        ("研究生的咨询电话是多少", "电话：5550 1234。", "本科生补助办法", "研究生宿舍同时申请。", False),
    ],
)
def test_a_value_of_another_of_a_set_or_of_a_notice_for_another_is_none(text, told, title, rest, refused):
    assert bool(said(text, told, title, rest)) is refused


@pytest.mark.parametrize(
    ("text", "told", "refused"),
    [
        ("义工一个月工资多少钱", "每年发放慰问金600元。", True),
        ("义工一个月工资多少钱", "每月补助600元。", False),
        ("慰问金一个月多少钱", "每年发放慰问金600元。", False),  # the same thing, to be divided
    ],
)
def test_an_amount_of_something_else_by_another_length_of_time_is_none(text, told, refused):
    question = understand(text, date(2025, 4, 10), MENDER)
    things = [w for w in ("工资", "慰问金") if w in text]
    assert bool(unlike(question, [Statement(search_key(told), "")], "", told, things)) is refused


def test_what_is_asked_about_is_no_place_itself():
    question = understand("现场核验在哪里", date(2025, 4, 10), MENDER)
    told = [Statement("现场核验须带毕业证。", "")]
    assert unlike(question, told, "", "", ["现场核验"]) == "没有写明在哪里"


@pytest.mark.parametrize("asked", ["医保要交多久", "在镇里住满多久才行", "要工作多长时间"])
def test_how_long_something_has_to_have_lasted_is_told_by_what_is_demanded(asked):
    question = understand(asked, date(2025, 4, 10), MENDER)
    told = [Statement("在本镇连续缴纳医疗保险满2年,居住满1年,工作满3年", "")]
    assert unlike(question, told, "", "") == ""


def test_how_long_something_takes_is_not_told_by_what_is_demanded():
    question = understand("申请以后多久能批下来", date(2025, 4, 10), MENDER)
    assert unlike(question, [Statement("在本镇居住满1年", "")], "", "") == "没有写明要多久"
