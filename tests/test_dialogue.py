"""The state of a conversation, and turns read in its light."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.dialogue import DialogueState, Topic
from bot.conversation.ellipsis import TermClasses
from bot.conversation.told import split_told
from bot.conversation.turns import read_turn, starts_over
from bot.judging.leaves import judge_leaf
from bot.person.person import read_person
from corpus.rules.rules import compile_groups


@pytest.fixture(scope="module")
def read(samples):
    classes = TermClasses(samples)

    def read(typed, state, *named):
        return read_turn(typed, state, classes, frozenset(named))

    return read


def after(question: str, intent: str = "fee", **more: object) -> DialogueState:
    topic = Topic(question, intent, ("pilot_skill_2025",))
    return DialogueState((topic,), turns=(question,), **more)


def asking(fact: str, question: str) -> DialogueState:
    return replace(after("我能报四级吗", "eligibility"), asking=(fact, question))


TEXT = st.text(max_size=12)


@given(
    st.builds(
        DialogueState,
        topics=st.lists(
            st.builds(
                Topic, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple), st.lists(TEXT).map(tuple), TEXT
            ),
            max_size=3,
        ).map(tuple),
        offered=st.lists(TEXT, max_size=3).map(tuple),
        pending=TEXT,
        asking=st.lists(TEXT, max_size=2).map(tuple),
        turns=st.lists(TEXT, max_size=3).map(tuple),
    )
)
def test_a_state_comes_back_from_json_as_it_was(state):
    assert DialogueState.from_json(state.to_json()) == state


def test_keys_of_another_version_are_dropped_and_missing_ones_filled():
    data = json.loads(after("多少钱").to_json()) | {"mood": "good", "later": [1]}
    del data["offered"]
    assert DialogueState.from_json(json.dumps(data)) == after("多少钱")
    assert DialogueState.from_json("{}") == DialogueState()


def test_only_the_last_turns_are_kept():
    state = DialogueState()
    for number in range(50):
        state = replace(state, turns=state.asked(str(number)))
    assert len(state.turns) == 20
    assert state.turns[-1] == "49"


def test_a_first_turn_stands_by_itself(read):
    assert read("那三级呢", DialogueState()).text == "那三级呢"


@pytest.mark.parametrize("typed", ["重新开始", "从头再来", "换个问题", "/new", " 重新开始！"])
def test_starting_over(typed):
    assert starts_over(typed)


@pytest.mark.parametrize("typed", ["重新开始报名是什么时候", "新的", "换个问题问三级", ""])
def test_what_only_sounds_like_starting_over(typed):
    assert not starts_over(typed)


OFFERED = ("启明助学金", "技能考核")


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("1", "启明助学金"),
        ("２", "技能考核"),
        ("2。", "技能考核"),
        ("技能考核", "技能考核"),
        ("技能考覈", "技能考核"),
    ],
)
def test_a_quick_reply_is_taken_by_its_number_or_its_words(read, typed, chosen):
    state = after("要什么材料", pending="要什么材料", offered=OFFERED)
    assert read(typed, state).text == f"{chosen} 要什么材料"


def test_a_reply_in_other_words_completes_the_question(read):
    state = after("要什么材料", pending="要什么材料", offered=OFFERED)
    assert read("无人机那个", state).text == "无人机那个 要什么材料"
    assert read("技能那个", state).text == "技能考核 要什么材料"


@pytest.mark.parametrize("typed", ["0", "3", "99"])
def test_a_number_that_was_not_offered_chooses_nothing(read, typed):
    text = read(typed, after("要什么材料", pending="要什么材料", offered=OFFERED)).text
    assert not any(o in text for o in OFFERED)


def test_a_new_question_instead_of_a_choice_is_a_new_question(read):
    state = after("要什么材料", pending="要什么材料", offered=OFFERED)
    assert "要什么材料" not in read("租人才公寓一个月多少钱呀请问", state, "talent_flat").text


@pytest.mark.parametrize(
    ("fact", "asked", "typed", "meant"),
    [
        ("residence", "请问您是否具有本地户籍？", "是", "有本市户籍"),
        ("residence", "请问您是否具有本地户籍？", "没有", "没有本市户籍"),
        ("permit", "请问您是否持有有效期内的居住证？", "有的", "居住证有效"),
        ("permit", "请问您是否持有有效期内的居住证？", "否", "没有居住证"),
        ("retired", "请问您是否已退休？", "不是", "没退休"),
        ("failed", "请问您上一年度是否参加而未通过？", "对", "去年未通过"),
        ("work", "请问您工作年限是多少？", "6年", "工作6年"),
        ("work", "请问您工作年限是多少？", "没有", "没工作过"),
        ("work", "请问您取得证书后的工作年限是多少？", "2年", "取证后工作2年"),
        ("work", "请问您取得证书后的工作年限是多少？", "没有", "没证"),
        ("work", "请问您取得职称后的工作年限是多少？", "三年", "评上职称后工作三年"),
        ("work", "请问您取得职称后的工作年限是多少？", "无", "没有职称"),
        ("insurance", "请问您的社会保险累计缴纳了多少个月？", "18个月", "社保累计18个月"),
        ("insurance", "请问您的社会保险累计缴纳了多少个月？", "没有", "社保累计0个月"),
        ("age", "请问您多大年龄（周岁）？", "35岁", "今年35岁"),
        ("certificate", "请问您是否持有五级证书？", "是", "持有五级证书"),
        ("certificate", "请问您是否持有五级证书？", "没有", "没有五级证书"),
        ("education", "请问您的最高学历是什么？", "大专", "大专"),
        ("open", "请问您是否满足：拟从事本职业？", "y", "满足：拟从事本职业"),
    ],
)
def test_a_short_reply_to_a_fact_asked_is_a_statement(read, fact, asked, typed, meant):
    turn = read(typed, asking(fact, asked))
    assert turn.states_facts
    assert turn.text == f"我能报四级吗，{meant}"


def test_every_statement_of_a_reply_is_one_that_decides(read, samples):
    """Whatever is asked, answering it settles the leaf that asked: no question is put twice."""
    day = date(2025, 4, 10)
    for notice in samples.notices:
        for leaf in (x for g in compile_groups(notice) for r in g.requirements for x in r.leaves):
            nobody = read_person("", "", day, day)
            ask = judge_leaf(leaf, notice, nobody).ask
            if not ask or leaf.attribute.value not in ("residence", "permit", "failed", "work", "insurance"):
                continue
            figure = "30个月" if leaf.attribute.value in ("work", "insurance") else "是"
            said = read(figure, asking(leaf.attribute.value, ask)).text
            person = read_person(said, "", day, day)
            assert judge_leaf(leaf, notice, person).state != "unknown", (ask, said)


def test_facts_pile_up_while_nothing_is_asked(read):
    state = after("我能申请助学金吗，我20岁", "eligibility")
    turn = read("本市户籍", state)
    assert turn.text == "我能申请助学金吗，我20岁，本市户籍"
    assert (turn.states_facts, turn.notices) == (True, state.topic.notices)


def test_a_figure_asked_for_is_a_fact_even_where_its_words_name_another_notice(read):
    state = asking("measure", "请问您的志愿服务是多少学时？")
    assert read("志愿服务50学时", state, "talent_flat").states_facts


def test_a_question_about_another_notice_is_no_fact(read):
    turn = read("助学金什么时候截止", asking("work", "请问您工作年限是多少？"), "talent_flat")
    assert (turn.states_facts, turn.notices) == (False, ())


def test_a_short_question_stays_with_the_notices_spoken_of(read):
    assert read("那三级呢", after("无人机操作员四级多少钱")).notices == ("pilot_skill_2025",)
    assert read("助学金呢", after("无人机操作员四级多少钱"), "talent_flat").notices == ()


def test_a_long_question_after_another_stands_by_itself(read):
    long = "请问申请人才公寓的时候如果名下已经有住房还可以继续办理吗"
    turn = read(long, after("无人机操作员四级多少钱"))
    assert (turn.text, turn.context, turn.notices) == (long, "", ())


# ── the way back, corrections, lists ────────────────────────────────────────────────────────────────────


def talked(*questions: str, intent: str = "fee") -> DialogueState:
    topics = tuple(Topic(q, intent, ("pilot_skill_2025",)) for q in questions)
    return DialogueState(topics, turns=questions)


@pytest.mark.parametrize("typed", ["回到刚才那个", "回到刚才那个问题", "说回前面那个吧", "还是刚才说的"])
def test_words_that_only_point_back_repeat_the_question_before_the_last(read, typed):
    state = talked("无人机操作员四级多少钱", "证书在哪领")
    assert read(typed, state).question == "无人机操作员四级多少钱"


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("回到刚才那个，三级呢", "无人机操作员三级多少钱"),
        ("刚才说的无人机，三级呢", "无人机操作员三级多少钱"),
    ],
)
def test_the_way_back_may_ask_something_new_of_it(read, typed, question):
    state = talked("无人机操作员四级多少钱", "证书在哪领", "咨询电话是多少")
    assert question in read(typed, state).text or "无人机操作员四级多少钱" in read(typed, state).context


def test_the_way_back_by_name_leads_to_the_talk_about_that_notice(read):
    state = DialogueState(
        (
            Topic("启明助学金硕士每学期多少", "fee", ("study_grant_2025",)),
            Topic("人才公寓单间月租多少", "fee", ("talent_flat",)),
        ),
        turns=("启明助学金硕士每学期多少", "人才公寓单间月租多少"),
    )
    turn = read("回到助学金，那本科呢", state, "study_grant_2025")
    assert (turn.question, turn.notices) == ("启明助学金本科每学期多少", ("study_grant_2025",))


def test_a_correction_takes_the_place_of_what_was_told(read):
    state = DialogueState(
        (Topic("我能报四级吗", "eligibility", ("pilot_skill_2025",), ("大专", "做这行3年")),), turns=("…",)
    )
    assert read("不对，是5年", state).told == ("大专", "做这行5年")
    assert read("说错了，我是本科", state).told == ("本科", "做这行3年")
    assert read("有五级证", state).told == ("大专", "做这行3年", "有五级证")


def test_a_correction_of_what_was_asked_asks_anew(read):
    assert read("不对，我问的是三级", talked("无人机操作员四级多少钱")).question == "无人机操作员三级多少钱"


def test_the_second_of_what_was_named_or_listed(read):
    named = talked("无人机操作员和航拍摄影员四级各多少钱")
    assert read("第二个呢", named).question == "航拍摄影员四级多少钱"
    assert read("第二个的五级呢", named).question == "航拍摄影员五级多少钱"
    listed = replace(talked("有哪些户型", intent="general"), listed=("单间公寓", "家庭套房"))
    assert "家庭套房" in read("第二个多少钱", listed).context + read("第二个多少钱", listed).text


def test_the_grade_asked_about_is_changed_and_not_the_one_held(read):
    state = DialogueState(
        (Topic("能报四级吗", "eligibility", ("pilot_skill_2025",), ("有五级证",)),),
        turns=("有五级证，能报四级吗",),
    )
    assert read("那三级呢", state).text == "能报三级吗，有五级证"


@pytest.mark.parametrize(
    ("text", "asks", "told"),
    [
        ("我高中，能报四级吗，干了6年", "能报四级吗", ("我高中", "干了6年")),
        ("能报四级吗", "能报四级吗", ()),
        ("我想考三级", "我想考三级", ()),
    ],
)
def test_what_is_asked_apart_from_the_case_told(text, asks, told):
    assert split_told(text) == (asks, told)
