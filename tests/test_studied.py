"""Conditions on schooling: of what kind a school has to be, and fields that are related."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import ConditionState
from bot.judging.eligibility import judge_groups
from bot.judging.questions import question_of
from bot.person.person import read_person

DAY = date(2025, 4, 10)
MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
ASSESSED = "取得经评估论证的高等职业学校本专业或相关专业的毕业证书（含在读应届毕业生）。"
LISTED = "取得指定院校相关专业大专及以上毕业证书。"
FILED = "具有经市教育局备案的高等职业学校毕业证书。"
KNOWN = "具有国家承认的大专及以上学历。"


@pytest.fixture
def judged(make_notice):
    def judged(item: str, said: str, title: str = "计算机操作员认定通知"):
        lead = "具备以下条件之一者，可申报："
        items = (item, "累计从事本职业工作满10年。")
        lines = [("heading", "一、申请条件", -1), ("heading", lead, 0), *(("item", i, 1) for i in items)]
        (group,) = judge_groups(make_notice("n", title, lines), read_person(said, "望舒", DAY, DAY), "")
        return group.items[0]

    return judged


@pytest.mark.parametrize(
    ("item", "said", "state"),
    [
        (ASSESSED, "全日制大专软件技术应届生，无证", UNKNOWN),
        (ASSESSED, "我是计算机大专毕业", UNKNOWN),
        (ASSESSED, "计算机大专毕业，学校是经过评估论证的", MET),
        (ASSESSED, "计算机大专毕业，学校没经过评估论证", UNMET),
        (ASSESSED, "护理专业大专毕业，学校经评估论证", UNMET),
        (LISTED, "计算机大专毕业", UNKNOWN),
        (FILED, "高职毕业", UNKNOWN),
        (KNOWN, "大专毕业", MET),
    ],
)
def test_a_qualifier_of_the_school_that_is_not_told_is_unknown(judged, item, said, state):
    assert judged(item, said).state is state


def test_one_called_by_what_they_study_at_is_studying(judged):
    item = "已被全日制普通高等学校录取的新生或高校在读学生。"
    assert judged(item, "大专生能申请吗").state is not UNMET
    assert judged(item, "大专毕业了能申请吗").state is UNMET


def test_the_qualifier_is_what_is_asked(judged):
    asked = [question_of(j.asked) for j in judged(ASSESSED, "计算机大专毕业").leaves if j.state is UNKNOWN]
    assert asked == ["请问您是否符合“经评估论证的学校”这一条？"]


@pytest.mark.parametrize(
    ("title", "said", "state"),
    [
        ("计算机操作员认定通知", "软件大专毕业", MET),
        ("计算机操作员认定通知", "机械专业大专毕业", UNKNOWN),
        ("计算机操作员认定通知", "会计专业大专毕业", UNMET),
        ("会计员认定通知", "审计专业大专毕业", MET),
    ],
)
def test_fields_of_one_family_are_related(judged, title, said, state):
    assert judged("取得本专业或相关专业大专毕业证书。", said, title).state is state


@pytest.mark.parametrize(
    ("item", "said", "state"),
    [
        ("取得本专业大专毕业证书。", "本专业大专毕业", MET),
        ("取得本专业大专毕业证书。", "不是本专业的，大专毕业", UNMET),
        ("师范类专业大专毕业。", "非师范专业的大专生", UNMET),
    ],
)
def test_a_field_is_told_by_its_standing_to_what_is_asked_for(judged, item, said, state):
    assert judged(item, said, "养蜂员认定通知").state is state


@pytest.mark.parametrize(("item", "state"), [("研究生毕业生及在校生。", MET), ("研究生学历。", UNMET)])
def test_who_is_still_at_school_will_do_where_it_says_so(judged, item, state):
    assert judged(item, "研究生在读，还没毕业").state is state


@pytest.mark.parametrize(
    ("said", "state"), [("我本科是林学", UNMET), ("我学护理的，本科", MET), ("本科毕业", UNKNOWN)]
)
def test_any_field_but_one(judged, said, state):
    assert judged("所学专业为非林学专业。", said, "研究生招生通知").state is state


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("中专毕业，不是计算机专业", UNMET),
        ("学的不是计算机，大专毕业", UNMET),
        ("非计算机专业大专毕业", UNMET),
        ("大专毕业，专业不对口", UNMET),
        ("大专毕业，跨专业", UNMET),
        ("不是护理专业，大专毕业", UNKNOWN),
        ("计算机专业大专毕业", MET),
    ],
)
def test_a_field_that_is_denied_was_not_studied(judged, said, state):
    assert judged("取得本专业或相关专业大专及以上毕业证书。", said).state is state


@pytest.mark.parametrize("said", ["职高在读，今年毕业，计算机专业", "中职计算机专业，马上毕业"])
def test_who_graduates_this_year_is_a_graduate_to_be(judged, said):
    assert judged("取得本专业或相关专业中等职业学校毕业证书（含在读应届毕业生）。", said).state is MET


def test_a_student_of_a_year_before_the_last_holds_no_certificate_yet(judged):
    item = "取得本专业或相关专业大专及以上毕业证书（含在读应届毕业生）。"
    assert judged(item, "我大三学软件工程，计算机专业").state is UNMET
