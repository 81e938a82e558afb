"""From a question to a cited answer, over three invented notices. `talk` checks the contract throughout."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from bot.conversation.dialogue import DialogueState, Topic
from bot.pipeline import Assistant
from corpus.errors import UnknownNotice
from corpus.library import load_corpus
from index.snapshot import open_or_build

APRIL = date(2025, 4, 10)


@pytest.mark.parametrize(
    ("question", "intent", "words", "source"),
    [
        ("无人机操作员四级的费用是多少？", "fee", "440元", "pilot_skill_2025"),
        ("助学金本科每学期多少钱", "fee", "2400元", "study_grant_2025"),
        ("家庭套房租金多少", "fee", "1500元", "talent_flat"),
        ("助学金什么时候截止", "deadline", "2025年5月20日", "study_grant_2025"),
        ("公寓什么时候截止", "deadline", "2026年3月31日", "talent_flat"),
        ("助学金要交什么材料", "materials", "户口簿", "study_grant_2025"),
        ("无人机考核要带什么材料", "materials", "身份证复印件", "pilot_skill_2025"),
        ("助学金申请流程是什么", "process", "盖章", "study_grant_2025"),
        ("无人机考核怎么报名", "process", "https://pilot.wangshu.example/apply", "pilot_skill_2025"),
        ("咨询电话是多少", "contact", "0999-5550138", "pilot_skill_2025"),
        ("邮箱是什么", "contact", "pilot@wangshu.example", "pilot_skill_2025"),
        ("周末有人上班吗", "contact", "周一至周五", "pilot_skill_2025"),
        ("考核站几点下班", "contact", "17:00", "pilot_skill_2025"),
        ("带手机进考场怎么处理", "penalty", "取消该科目成绩", "pilot_skill_2025"),
        ("抄袭怎么处理", "penalty", "1年内不得参加", "pilot_skill_2025"),
        ("替考会怎样", "penalty", "3年内不得参加", "pilot_skill_2025"),
        ("考不过能补考吗", "resit", "补考一次", "pilot_skill_2025"),
        ("成绩什么时候出来", "certificate", "15个工作日", "pilot_skill_2025"),
        ("证书在哪领", "certificate", "银杏路38号", "pilot_skill_2025"),
        ("个人陈述要多少字", None, "800字", "study_grant_2025"),
        ("及格要多少分", None, "60分", "pilot_skill_2025"),
        ("公寓租期几年", None, "3年", "talent_flat"),
        ("助学金2025年资助多少人", "statistic", "120人", "study_grant_2025"),
        # as people write
        ("無人機操作員四級的費用是多少？", "fee", "440元", "pilot_skill_2025"),
        ("無人機操作員４級多少錢", "fee", "440元", "pilot_skill_2025"),
        ("助學金什麼時候截止", "deadline", "2025年5月20日", "study_grant_2025"),
        ("无人机操作员四及的费用", "fee", "440元", "pilot_skill_2025"),
        ("无人机抱名要什么材料", "materials", "身份证复印件", "pilot_skill_2025"),
        ("被抓到抄别人的咋罚", "penalty", "1年内不得参加", "pilot_skill_2025"),
        ("单间一个月房租几块钱", "fee", "700元", "talent_flat"),
    ],
)
def test_single_questions(talk, question, intent, words, source):
    (answer,) = talk(question)
    assert answer.outcome == "answered"
    assert intent in (None, answer.intent)
    assert words in answer.text
    assert {c.notice_id for c in answer.citations} == {source}


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("What is the registration deadline for pilot skill tests?", "answered"),
        ("What documents do I need to bring?", "clarify"),
        ("What is the phone number to call please?", "answered"),
        ("Tell me a joke about the weather today", "out_of_scope"),
    ],
)
def test_questions_in_english_lead_to_an_answer_in_chinese(talk, question, outcome):
    (answer,) = talk(question)
    if outcome != "answered":
        assert answer.outcome == outcome
    assert any("\u4e00" <= c <= "\u9fff" for c in answer.text)


@pytest.mark.parametrize(
    ("as_of", "question", "words"),
    [
        (date(2025, 4, 10), "无人机考核这个月报名什么时候考", "5月底前"),
        (date(2025, 6, 30), "无人机考核这个月报名什么时候考", "7月底前"),
        (date(2025, 6, 30), "无人机考核下个月报名什么时候考", "9月底前"),
        (date(2025, 1, 31), "无人机考核上个月报名什么时候考", None),
        (date(2025, 1, 31), "无人机考核3月报名什么时候考", "4月底前"),
        (date(2025, 1, 31), "想过完端午再报无人机考核，啥时候考", "7月底前"),
        (date(2025, 1, 31), "无人机考核4月报名几时考得成", "5月底前"),
    ],
)
def test_months_are_counted_from_the_day(talk, as_of, question, words):
    (answer,) = talk(question, as_of=as_of)
    if words is None:
        assert answer.outcome == "unanswerable"
    else:
        assert words in answer.text


# ── what cannot be answered ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("question", "notice", "contact"),
    [
        ("无人机考核的补考费是多少", "pilot_skill_2025", "0999-5550138"),
        ("2019年无人机四级考试多少钱", "pilot_skill_2025", "0999-5550138"),
        ("无人机考核12月报名什么时候考", "pilot_skill_2025", "0999-5550138"),
        ("助学金的电话是多少", "study_grant_2025", None),
        ("助学金的咨询邮箱是什么", "study_grant_2025", None),
        ("人才公寓的联系电话", "talent_flat", None),
    ],
)
def test_what_no_clause_says_is_refused_with_the_contact_where_there_is_one(talk, question, notice, contact):
    (answer,) = talk(question)
    assert answer.outcome == "unanswerable"
    assert {c.notice_id for c in answer.citations} <= {notice}
    assert (contact or "无法据此回答") in answer.text
    assert (contact is not None) == ("0999-5550138" in answer.text)
    assert not [f for f in answer.facts if f.kind == "money"]


@pytest.mark.parametrize(
    "question",
    [
        "今天天气怎么样",
        "帮我写首诗",
        "北京高考分数线是多少",
        "推荐一部电影",
        "怎么做红烧肉",
        "？？？",
        "......",
    ],
)
def test_what_is_not_of_the_field(talk, question):
    (answer,) = talk(question)
    assert answer.outcome == "out_of_scope"
    assert answer.citations == ()
    assert answer.suggestions


# ── asking back ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_greeting_says_what_can_be_asked(talk):
    (answer,) = talk("你好")
    assert answer.outcome == "clarify"
    assert len(answer.suggestions) == 3


def test_a_greeting_leaves_nothing_pending(talk):
    _, answer = talk("你好", "助学金什么时候截止")
    assert "2025年5月20日" in answer.text


def test_the_catalogue_names_every_notice(talk, samples):
    (answer,) = talk("有哪些通知")
    assert (answer.outcome, answer.intent) == ("answered", "catalogue")
    assert all(n.title in answer.text for n in samples.notices)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("1", None),
        ("2", None),
        ("申领2025年度启明助学金", "户口簿"),
        ("2025年度无人机操作员技能考核", "身份证复印件"),
        ("助学金的", "户口簿"),
        ("无人机那个", "身份证复印件"),
    ],
)
def test_which_notice(talk, reply, words):
    asked, answer = talk("申请需要什么材料", reply)
    assert asked.outcome == "clarify"
    assert len(asked.suggestions) >= 2
    meant = asked.suggestions[int(reply) - 1] if reply.isdigit() else ""
    assert (answer.outcome, answer.intent) == ("answered", "materials")
    assert (words or ("户口簿" if "助学金" in meant else "身份证")) in answer.text


@pytest.mark.parametrize(
    ("reply", "words"),
    [("2", "440元"), ("无人机操作员 三级", "630元"), ("三级", "630元"), ("五级的", "300元")],
)
def test_which_row(talk, reply, words):
    asked, answer = talk("无人机操作员考试多少钱", reply)
    assert asked.suggestions == ("无人机操作员 五级", "无人机操作员 四级", "无人机操作员 三级")
    assert answer.outcome == "answered"
    assert f"合计{words}" in answer.text


# ── over several turns ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (["无人机操作员四级多少钱", "那三级呢"], ["440元", "630元"]),
        (["无人机操作员四级多少钱", "三级", "五级呢？"], ["440元", "630元", "300元"]),
        (["无人机操作员四级考务费是多少", "理论呢", "飞行呢"], ["440元", "理论80元", "飞行360元"]),
        (["无人机操作员四级多少钱", "航拍摄影员呢", "五级呢"], ["440元", "280元", "180元"]),
        (["无人机操作员四级多少钱", "航拍摄影员五级呢"], ["440元", "180元"]),
        (["这个月报名无人机什么时候考", "下个月呢", "7月呢"], ["5月底前", "6月底前", "9月底前"]),
        (["助学金本科每学期多少钱", "硕士呢", "专科呢"], ["2400元", "3600元", "1800元"]),
        (["家庭套房月租多少", "押金呢", "单间公寓呢"], ["1500元", "3000元", "1400元"]),
        (["助学金什么时候截止", "要交什么材料"], ["5月20日", "户口簿"]),
        (["助学金什么时候截止", "那公寓呢"], ["5月20日", "2026年3月31日"]),
        # another subject, and back again
        (
            ["无人机操作员四级多少钱", "助学金什么时候截止", "无人机操作员三级多少钱"],
            ["440元", "5月20日", "630元"],
        ),
        (["助学金要交什么材料", "无人机呢", "助学金呢"], ["户口簿", "身份证复印件", "户口簿"]),
    ],
)
def test_what_a_turn_leaves_out(talk, turns, words):
    for answer, said in zip(talk(*turns), words, strict=True):
        assert answer.outcome == "answered"
        assert said in answer.text


def test_facts_pile_up_until_the_verdict_stands(talk):
    answers = talk(
        "我能申请助学金吗", "20岁", "本市户籍", "平均成绩85分", "家庭年收入5万元", "志愿服务50学时"
    )
    assert [a.verdict for a in answers] == ["needs_info"] * 5 + ["eligible"]
    missing = [len(a.missing) for a in answers]
    assert all(later <= earlier for earlier, later in pairwise(missing))


def test_each_fact_asked_for_can_be_answered_with_a_word(talk):
    *_, answer = talk("我能报无人机四级吗", "3年", "没有", "中专", "无人机专业")
    assert (answer.verdict, answer.intent) == ("eligible", "eligibility")
    *_, answer = talk("我有五级证书，能报无人机四级吗", "2年")
    assert answer.verdict == "eligible"
    *_, answer = talk("我20岁，平均成绩90分，家庭年收入3万元，志愿服务50学时，能申请助学金吗", "是")
    assert answer.verdict == "eligible"
    *_, answer = talk("我20岁，平均成绩90分，家庭年收入3万元，志愿服务50学时，能申请助学金吗", "否")
    assert answer.verdict == "not_eligible"


def test_who_does_not_know_is_asked_something_else(talk):
    before, after, last = talk("我20岁，能申请助学金吗", "不知道", "不清楚")
    assert (after.verdict, last.verdict) == ("needs_info", "needs_info")
    assert {m.question for m in after.missing} == {m.question for m in before.missing}
    firsts = [a.missing[0].question for a in (before, after, last)]
    assert len(set(firsts)) == 3
    assert all(first in a.text for first, a in zip(firsts, (before, after, last), strict=True))


def test_a_question_between_facts_is_answered(talk):
    *_, answer = talk("我20岁，能申请助学金吗", "助学金什么时候截止")
    assert answer.intent == "deadline"
    assert "5月20日" in answer.text


def test_starting_over_forgets_the_conversation(talk):
    alone = talk("那三级呢")[0]
    *_, greeted, again = talk("无人机操作员四级多少钱", "重新开始", "那三级呢")
    assert greeted.outcome == "clarify"
    assert again.text == alone.text


def test_starting_over_leaves_an_empty_state(assistant):
    before = DialogueState(
        (Topic("无人机四级多少钱", "fee", ("pilot_skill_2025",)),), turns=("无人机四级多少钱",)
    )
    _, after = assistant.answer("重新开始", before, APRIL)
    assert after == DialogueState(turns=("重新开始",))


# ── scope ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scope", ["pilot_skill_2025", "study_grant_2025", "talent_flat"])
@pytest.mark.parametrize("question", ["什么时候截止", "需要什么材料", "多少钱", "电话是多少", "我能申请吗"])
def test_within_a_scope_nothing_else_is_cited(talk, scope, question):
    (answer,) = talk(question, scope=scope)
    assert {c.notice_id for c in answer.citations} <= {scope}
    assert answer.outcome in ("answered", "clarify", "unanswerable")


def test_a_scope_that_nothing_goes_by_is_refused(assistant):
    with pytest.raises(UnknownNotice, match="pilot_skill_2025"):
        assistant.answer("多少钱", DialogueState(), APRIL, "nothing")


# ── determinism and purity ──────────────────────────────────────────────────────────────────────────────

SOME = ["无人机四级多少钱", "申请需要什么材料", "我能申请助学金吗", "替考会怎样", "今天天气", "你好"]


def test_the_same_question_in_the_same_state_on_the_same_day_has_the_same_answer(
    assistant, samples, retriever
):
    from bot.pipeline import Assistant

    other = Assistant(samples, retriever)
    state = DialogueState()
    for question in SOME:
        answers = [a.answer(question, state, APRIL) for a in (assistant, other, assistant)]
        assert answers[0] == answers[1] == answers[2]
        state = answers[0][1]


def test_a_state_is_never_changed_but_replaced(assistant):
    state = DialogueState()
    _, after = assistant.answer("无人机四级多少钱", state, APRIL)
    assert state == DialogueState()
    assert after.turns == ("无人机四级多少钱",)


@pytest.mark.parametrize(
    "question",
    [
        "多少钱" * 600,
        "我" * 2000,
        "（（（（",
        "a" * 2000,
        "\n\n",
        "🙂",
        "1",
        "0",
        "，",
        "四级" * 200,
        "%s{}\\",
    ],
)
def test_odd_questions_get_a_short_answer(talk, question):
    answers = talk(question, question)
    assert all(len(a.text) <= 500 for a in answers)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("博士助学金每学期给多少钱", "没有写明“博士助学金”"),
        ("高中生现在还能申请助学金吗", "没有写明“高中”"),  # the window is that of others
        ("助学金在哪儿查结果", "没有写明在哪里"),
    ],
)
def test_what_is_told_of_others_is_refused_with_assurance(talk, question, words):
    (answer,) = talk(question, as_of=APRIL, scope="study_grant_2025")
    assert answer.outcome == "unanswerable"
    assert words in answer.text
    assert answer.confidence >= 0.5


ONE = """云岭市茶艺师评审通知

一、提交的技术总结须加盖单位公章。
二、项目信息
项目名称：茶艺师评审
项目联系方式：50271234
申报费用：350元
"""
OTHER = """云岭市示范茶厂遴选通知

一、各县于2026年9月15日前推荐示范茶厂，推荐表须加盖公章。
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    for name, text in (("review.txt", ONE), ("factory.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))


def test_a_turn_that_names_no_notice_stays_with_the_one_spoken_of(two):
    state = DialogueState()
    for turn in ("示范茶厂什么时候推荐", "要盖章吗"):
        answer, state = two.answer(turn, state, date(2026, 3, 1))
    assert {c.notice_id for c in answer.citations} == {"factory"}
