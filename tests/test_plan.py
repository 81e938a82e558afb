"""What to do with a question: typed outcomes before any words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.planning.plan import Action, Plan, make_plan
from bot.speech.typos import TypoMender
from bot.telling.reply import reply
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())
AS_OF = date(2025, 4, 10)


@pytest.fixture(scope="module")
def plan(gatherer):
    """The plan of a question after what it tells was weighed."""

    def plan(text: str, scope: frozenset[str] | None = None) -> Plan:
        question = understand(text, AS_OF, MENDER)
        return reply(question, make_plan(question, gatherer, scope), gatherer.library, gatherer, AS_OF)[1]

    return plan


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("你好", Action.GREET),
        ("您好啊！", Action.GREET),
        ("hello", Action.GREET),
        ("有哪些通知", Action.CATALOGUE),
        ("你能回答什么", Action.CATALOGUE),
        ("今天天气怎么样", Action.OUT_OF_SCOPE),
        ("帮我写一首关于月亮的诗", Action.OUT_OF_SCOPE),
        ("股票现在该不该卖", Action.OUT_OF_SCOPE),
        ("asdfgh", Action.OUT_OF_SCOPE),
        ("？？？", Action.OUT_OF_SCOPE),
        ("申请需要什么材料", Action.WHICH_NOTICE),
        ("什么时候截止", Action.WHICH_NOTICE),
        ("无人机操作员多少钱", Action.WHICH_ROW),
        ("五级考试多少钱", Action.WHICH_ROW),
        ("公寓押金多少钱", Action.WHICH_ROW),
        ("航拍摄影员四级多少钱", Action.ROWS),
        ("无人机操作员7月报名什么时候考", Action.ROWS),
        ("助学金需要什么材料", Action.TELL),
        ("考试时抄袭怎么处理", Action.TELL),
        ("我能报无人机四级吗", Action.DECIDE),
        ("我20岁能申请助学金吗", Action.DECIDE),
        ("助学金的咨询电话是多少", Action.UNSTATED),
        ("无人机考核的补考费是多少", Action.UNSTATED),
        ("无人机10月报名什么时候考", Action.UNSTATED),
        ("2019年无人机四级考试多少钱", Action.UNSTATED),
        ("今天星期几", Action.OUT_OF_SCOPE),
        ("现在几点了？", Action.OUT_OF_SCOPE),
        ("航拍摄影员三级多少钱", Action.UNSTATED),
        ("无人机四级有没有教材", Action.UNSTATED),
        ("无人机操作员三级的申报条件是什么", Action.CONDITIONS),
        ("想赶在5月底前考完，最晚几月报名", Action.ROWS),
    ],
)
def test_what_is_done(plan, text, action):
    assert plan(text).action is action


def test_the_notice_named_has_the_last_word(plan):
    assert plan("助学金的咨询电话是多少").notice.notice_id == "study_grant_2025"
    assert plan("人才公寓的邮箱是多少").notice.notice_id == "talent_flat"


def test_rivals_are_given_once_each(plan):
    rivals = [n.notice_id for n in plan("申请需要什么材料").rivals]
    assert len(rivals) == len(set(rivals)) > 1


def test_within_a_scope_nothing_is_outside_the_field_but_not_stated(plan):
    found = plan("今天天气怎么样", frozenset({"talent_flat"}))
    assert found.action is Action.UNSTATED
    assert found.notice.notice_id == "talent_flat"


def test_a_scope_leaves_no_rivals(plan):
    found = plan("什么时候截止", frozenset({"talent_flat"}))
    assert (found.action, found.notice.notice_id) == (Action.TELL, "talent_flat")


def test_rows_to_choose_from_differ_in_what_they_say(plan):
    rows = plan("无人机操作员多少钱").rows
    assert len({tuple(c.text for c in r.cells) for r in rows}) == len(rows) == 3


def test_two_rows_asked_for_by_name_are_both_told(plan):
    found = plan("无人机操作员三级和四级分别多少钱")
    assert found.action is Action.ROWS
    assert len(found.rows) == 2


def test_evidence_of_a_plan_is_of_its_own_notice(plan):
    for text in ("助学金需要什么材料", "考试时抄袭怎么处理", "我能报无人机四级吗"):
        found = plan(text)
        assert found.evidence
        assert {e.notice for e in found.evidence} == {found.notice}


def test_a_refusal_says_why(plan):
    assert "2019年" in plan("2019年无人机四级考试多少钱").reason
    assert "10月" in plan("无人机10月报名什么时候考").reason


def test_only_notices_that_speak_of_the_thing_are_rivals(plan):
    found = plan("补考多少钱")
    assert found.action is Action.UNSTATED
    assert found.notice.notice_id == "pilot_skill_2025"


def test_a_question_in_the_terms_of_notices_is_not_outside_the_field(plan):
    assert plan("报名以后摔断了腿怎么个退法").action is Action.UNSTATED
    assert plan("摔断了腿怎么个退法").action is Action.OUT_OF_SCOPE
