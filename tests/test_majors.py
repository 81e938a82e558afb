"""Fields of study and the disciplines that they are of."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import ConditionState
from bot.judging.leaves import judge_leaf
from bot.person.majors import disciplines_of, disciplines_wanted, is_broad, major_of
from bot.person.person import read_person
from bot.person.schooling import school_of
from corpus.conditions.conditions import Attribute, leaves_of
from corpus.conditions.requirements import read_node

DAY = date(2025, 4, 10)
MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("本科学的英语", "英语"),
        ("文科大专毕业", "文科"),
        ("艺术类大专", "艺术"),
        ("学医的，本科", "医学"),
        ("数学系本科毕业", "数学"),
        ("法学硕士", "法学"),
        ("我是理工科的", "理工科"),
        ("硕士，学金融", "金融"),
        ("本科学历，科学态度好", ""),
        ("文科教师岗能报吗", ""),
        ("大二在读学生，学软件工程", "软件工程"),
    ],
)
def test_the_field_told(text, major):
    assert major_of(text) == major


def test_a_field_is_of_the_discipline_of_its_last_word():
    assert disciplines_of("生物医学工程") == {"工学"}
    assert disciplines_of("数字媒体艺术") == {"艺术学"}
    assert disciplines_of("护理") == {"医学"}
    assert disciplines_of("理工科") == {"理学", "工学"}
    assert disciplines_of("无人驾驭") == frozenset()


def test_a_condition_names_several_disciplines_at_once():
    assert disciplines_wanted("理工农医类相关专业") == {"理学", "工学", "农学", "医学"}
    assert disciplines_wanted("经济管理类专业本科") == {"管理学"}
    assert disciplines_wanted("取得职工类荣誉") == frozenset()
    assert disciplines_wanted("本专业或相关专业") == frozenset()
    assert is_broad("商科")
    assert not is_broad("会计")


@pytest.mark.parametrize(
    ("demand", "said", "state"),
    [
        ("具备理工类相关专业大专及以上学历", "文科大专", UNMET),
        ("具备理工类相关专业大专及以上学历", "软件工程本科", MET),
        ("具备理工类相关专业大专及以上学历", "工科硕士", MET),
        ("具备理工类相关专业大专及以上学历", "会计专业大专", UNMET),
        ("具备理工类相关专业大专及以上学历", "无人机专业大专", UNKNOWN),
        ("具有医学类相关专业本科以上学历", "临床专业本科", MET),
        ("具有医学类相关专业本科以上学历", "机械专业本科", UNMET),
        ("计算机、电子信息类专业本科以上学历", "文科本科", UNMET),
        ("计算机、电子信息类专业本科以上学历", "工科本科", UNKNOWN),
        ("取得本专业或相关专业大专毕业证书", "理科大专", UNKNOWN),
    ],
)
def test_a_field_against_a_discipline_and_a_discipline_against_fields(make_notice, demand, said, state):
    notice = make_notice("n", "通知", [("heading", "申请条件", -1), ("paragraph", demand, 0)])
    leaves = [x for x in leaves_of(read_node(demand)) if x.attribute is Attribute.MAJOR]
    assert leaves
    person = read_person(said, "望舒", DAY, DAY)
    assert {judge_leaf(x, notice, person).state for x in leaves} == {state}


@pytest.mark.parametrize(
    "text", ["大专干了8年计算机专业", "干了八年计算机专业", "去年计算机专业没过", "应届计算机专业"]
)
def test_a_time_before_a_field_is_no_part_of_it(text):
    assert major_of(text) == "计算机"


def test_a_senior_technical_school_is_known_by_its_short_name():
    assert school_of("高级技校毕业") == "高级技工学校"
    assert school_of("读的高技班") == "高级工班"
    assert school_of("技校毕业") == ""


@pytest.mark.parametrize(
    ("said", "field"), [("我想报测绘学行不", ""), ("报天文学可以吗", ""), ("进去念了测绘，想换", "测绘")]
)
def test_what_asks_behind_a_field_is_no_field(said, field):
    assert major_of(said) == field


@pytest.mark.parametrize(
    ("said", "major"),
    [
        ("我硕士，合同手续啥的都齐了，能领吗", ""),
        ("能进划片学校那一类不", ""),
        ("能调来你们化学学硕不", ""),
        ("学画画那班是不是不用交钱", ""),
        ("大二，专业第三名", ""),
        ("专业排前四分之一", ""),
        ("本科，网上交的钱", ""),
        ("我学车三个月了", ""),
        ("我读的是茶学，能报吗", "茶学"),
        ("大专毕业，护理专业", "护理"),
        ("我不是计算机专业的", "非计算机"),
        ("过程装备专业", "过程装备"),
    ],
)
def test_a_piece_of_a_question_or_a_place_in_an_order_is_no_field_of_study(said, major):
    assert major_of(said) == major
