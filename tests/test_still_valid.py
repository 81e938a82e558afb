"""Whether what somebody has had for so long still counts."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict
from bot.service.assembly import open_service
from bot.service.schemas import AskRequest
from bot.service.settings import Settings

NOTICE = """青石镇技能鉴定须知

一、报名时间：2026年5月10日前。
二、培训学时4年有效。
三、三级、二级笔试成绩有效期均为两年，一级笔试成绩有效期为三年，过期须重新参加考试。
四、体检表须加盖公章。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("validity")
    (folder / "skill.txt").write_text(NOTICE, encoding="utf-8")
    service = open_service(Settings(corpus=folder, state=tmp_path_factory.mktemp("state")))

    def answer(question):
        return service.ask(AskRequest(question=question, as_of=date(2026, 3, 1), notice_id="skill"))

    yield answer
    service.close()


@pytest.mark.parametrize(
    ("question", "verdict", "quoted"),
    [
        ("学时过了四年还认吗", Verdict.NOT_ELIGIBLE, "4年有效"),
        ("2019年的培训学时今年还能用吗", Verdict.NOT_ELIGIBLE, "4年有效"),
        ("去年修的学时还能用吗", Verdict.ELIGIBLE, "4年有效"),
        ("二级笔试成绩三年前考的，还有效吗", Verdict.NOT_ELIGIBLE, "两年"),
        ("一级笔试成绩过了两年还有效吗", Verdict.ELIGIBLE, "三年"),
        ("笔试成绩是2023年5月出的，还作数吗", Verdict.NEEDS_INFO, "三年"),  # which level is not told
    ],
)
def test_what_is_told_of_its_age_is_held_against_the_period(ask, question, verdict, quoted):
    response = ask(question)
    assert response.verdict == verdict
    assert any(quoted in c.quote for c in response.citations)


def test_the_age_of_another_thing_settles_nothing(ask):
    assert ask("体检表是三年前的，还能用吗").verdict not in (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)


def test_years_and_a_half_ago_are_held_against_how_long_a_result_holds(asking):
    text = """云浦市匠人评定须知

一、部分科目成绩不合格的，可申请补考。成绩有效期为两年，超过有效期须重新申报所有科目。
"""
    ask = asking(date(2026, 3, 1), craft=text)
    assert ask("我两年半前理论过了，现在还能只补实操吗").verdict == "not_eligible"
    assert ask("我一年半前理论过了，现在能只补实操吗").verdict == "eligible"
