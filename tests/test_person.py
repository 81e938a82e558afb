"""What a person says about themselves, as facts; what was not said stays unknown."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from bot.person.person import Person, read_person
from bot.speech.interval import Interval

APRIL = date(2025, 4, 10)


def told(text: str, places: str = "望舒") -> Person:
    return read_person(text, places, APRIL, APRIL)


def test_nothing_said_is_nothing_known():
    person = told("请问怎么报名？")
    empty = Person(text=person.text, as_of=person.as_of)
    assert all(getattr(person, f.name) == getattr(empty, f.name) for f in fields(Person))
    assert not person.credentials_told


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("工作6年了但刚换工作三个月", 3),
        ("跳槽才8个月", 8),
        ("两年前换了家公司", None),
        ("半年前跳槽到一家新公司", 6),
        ("5年没换过单位", None),
        ("想换个工作，干了2年", None),
    ],
)
def test_a_change_of_employer_tells_how_long_one_has_been_there(said, months):
    much = told(said).same_employer
    assert (much and much.low) == months


def test_since_somebody_came_to_a_place_they_have_lived_there():
    assert "在南京住了八个月" in told("我们来南京才八个月").text
    assert "到单位两年" in told("我到单位两年了").text


@pytest.mark.parametrize(
    "hearsay", ["同事说要满六年才够三级", "听说得有十年", "但是中介跟我说必须本科", "有人说六年才行"]
)
def test_what_others_say_is_demanded_is_not_told_of_oneself(hearsay):
    plain, person = told("四级证拿了两年，够了吗"), told(f"四级证拿了两年，{hearsay}，够了吗")
    assert (person.certificate, person.held) == (4, plain.held)
    assert (person.work, person.degrees) == (plain.work, plain.degrees)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("我今年20岁", 20),
        ("35周岁", 35),
        ("我31，能报吗", 31),
        ("我52了女的能参加吗", 52),
        ("52女的，能参加吗", 52),
        ("2000年4月10日出生", 25),
        ("2000年4月11日出生", 24),
        ("2000年2月30日生", None),
        ("交了20个月社保", None),
        ("生完孩子8个月能去吗", None),
    ],
)
def test_age(text, age):
    assert told(text).age == (None if age is None else Interval.exactly(age))


@pytest.mark.parametrize(
    ("text", "word", "finished"),
    [
        ("我是大专毕业", "大专", True),
        ("全日制本科", "本科", True),
        ("硕士研究生学历", "硕士", True),
        ("博士", "博士", True),
        ("中专", "中专", True),
        ("高中毕业", "高中", True),
        ("大三在读", "大三", False),
        ("本科在读，还没毕业", "本科", False),
        ("我本科毕业，能报工商管理硕士吗", "本科", True),
        ("大专学历，可以考本科的岗位吗", "大专", True),
        ("在校生，读大学二年级", "大二", False),
        ("本科，后年才拿毕业证", "本科", False),
    ],
)
def test_the_highest_degree(text, word, finished):
    best = told(text).degrees[0]
    assert (best.word, best.finished) == (word, finished)


@pytest.mark.parametrize("text", ["没有本科学历", "不是大专", "学历不高"])
def test_a_degree_denied_is_not_held(text):
    assert told(text).degrees == ()


def test_of_two_degrees_the_higher_comes_first_and_a_finished_one_stays_finished():
    person = told("大专毕业，本科在读")
    assert [d.rank for d in person.degrees] == [5, 4]
    assert [d.finished for d in person.degrees] == [False, True]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("有四级证书", 4),
        ("持有3级职业技能等级证书", 3),
        ("考过了五级", 5),
        ("有五级和四级证书", 4),
        ("没有五级证书", 9),
        ("没证", 9),
        ("想报四级", None),
        ("有初级职称干了一年能考三级不", None),
        ("没有居住证也没户口", None),
        ("没有学历", None),
    ],
)
def test_the_best_certificate(text, grade):
    assert told(text).certificate == grade


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("助理工程师", 1),
        ("评上了工程师", 2),
        ("没有职称", 0),
        ("想评工程师", None),
        ("能申报工程师吗", None),
        ("高工能报吗", None),
        ("我是高工，能报吗", 3),
        ("高级工程师评审要答辩吗", None),
        ("高级工程师8月申报", None),
        ("助工能直接评工程师吗", 1),
        ("讲师怎么评副教授", 2),
        ("讲师能申请吗", None),
        ("高工还能报什么职称", 3),
    ],
)
def test_the_title(text, title):
    assert told(text).title == title


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("社保交了18个月", 18),
        ("社会保险缴了2年", 24),
        ("参保累计30个月", 30),
        ("社保累计0个月", 0),
        ("社保断断续续，加起来14个月", 14),
        ("社保累计两年（中间断过）", 24),
        ("近24个月社保一直没断过", 24),
        ("医保近36个月里有5个月是后来补缴的", 36),
        ("养老保险两年内交了17个月", 17),
        ("工作18个月", None),
    ],
)
def test_months_of_insurance(text, months):
    assert told(text).insurance == (None if months is None else Interval.exactly(months))


@pytest.mark.parametrize(
    ("text", "resident"),
    [
        ("本市户籍", True),
        ("有本市户籍", True),
        ("户口就在本市", True),
        ("我是本地户口", True),
        ("本地人", True),
        ("望舒户口", True),
        ("外地户口", False),
        ("我是外籍", False),
        ("没有本市户籍", False),
        ("户口不在本市", False),
        ("长安户口", False),
        ("本人户籍西安", False),
        ("我住在这里", None),
    ],
)
def test_where_a_person_is_registered(text, resident):
    assert told(text).resident is resident


@pytest.mark.parametrize(
    ("text", "permit"),
    [
        ("有居住证", True),
        ("居住证有效", True),
        ("居住证过期了", False),
        ("居住证过了有效期", False),
        ("没有居住证", False),
        ("租房住", None),
    ],
)
def test_the_residence_permit(text, permit):
    assert told(text).permit is permit


@pytest.mark.parametrize(
    ("text", "retired"),
    [
        ("已经退休了", True),
        ("还没退休", False),
        ("今年就到退休年龄了，手续还没办", True),
        ("没退休", False),
        ("上班", None),
    ],
)
def test_retirement(text, retired):
    assert told(text).retired is retired


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("去年评审没通过", True),
        ("上年参加考核未获通过", True),
        ("2024年没评上", True),
        ("2021年没评上", False),
        ("2027年没通过，2028年能再报吗", True),
        ("2027年没通过，2029年能再报吗", False),
        ("2028年还能再报吗？2027年参加评审没通过", True),
        ("2029年还能再报吗？2027年参加评审没通过", False),
        ("2022年某评审会，去年没评上还能不能评", True),
        ("没参加过评审", False),
        ("去年工作了", None),
    ],
)
def test_an_attempt_in_the_year_before(text, failed):
    assert told(text).failed is failed


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("本科毕业，能报专业考试吗", ""),
        ("计算机专业", "计算机"),
        ("我学护理的", "护理"),
        ("无人机专业毕业", "无人机"),
        ("大专毕业（土木工程）", "土木工程"),
        ("本科学历园林专业", "园林"),
        ("什么专业都行", ""),
    ],
)
def test_the_field_of_study(text, major):
    assert told(text).major == major


def test_two_digits_are_years_where_something_was_done_from_one_to_the_other():
    assert told("15年到17年在乡下教书").work.high <= 36
    assert told("干了15年到17年").work.low == 180


def test_who_just_left_school_and_has_a_post_is_at_work():
    assert told("刚毕业，没工作").work == Interval.exactly(0)
    assert told("刚从技校毕业").work == Interval.exactly(0)
    assert told("上个月刚毕业，进了一家企业做测绘").work != Interval.exactly(0)
    work = told("刚毕业两个月，在城东做测绘").work
    assert (work.low, work.high, work.open_low) == (0, 2, True)


def test_years_at_one_employer_are_told_by_any_name_for_it():
    assert told("同一家公司上班2年").same_employer == Interval.exactly(24)


def test_half_and_full_width_marks_read_alike():
    one, two = told("我20岁,本市户籍;大专毕业"), told("我20岁，本市户籍；大专毕业")
    assert one == two


def test_whoever_tells_one_paper_has_told_which_they_hold():
    assert told("大专毕业").credentials_told
    assert told("没证").credentials_told
    assert not told("20岁，本市户籍").credentials_told


def test_a_subject_behind_a_degree_is_its_field_but_behind_a_school_a_lesson():
    assert [d.rank for d in told("本科物理专业，工作五年").degrees] == [5]
    assert told("高中物理老师").degrees == ()


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("我52了女的能参加吗", "女"),
        ("52男，本市户口", "男"),
        ("今年45女本地户口", "女"),
        ("我30了女朋友也30", ""),
        ("家里2男1女", ""),
    ],
)
def test_a_sex_beside_the_age(text, sex):
    assert told(text).sex == sex


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("我儿子大学刚毕业，我能领补贴吗", None),
        ("我老公干了八年电工，我能领补贴吗", None),
        ("我老公干了八年电工，他能报名吗", 96),
        ("我干了八年电工，我能领补贴吗", 96),
    ],
)
def test_what_kin_have_worked_is_no_work_of_who_asks_about_themselves(said, months):
    worked = told(said).work
    assert (worked and worked.low) == months


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ("俺爹61咧，本市户口，能便宜点不", 61, "男"),
        ("俺娘是低保户，62咧，给补不", 62, "女"),
        ("我爸66岁，本市户口，和我们一起住，他能领补贴吗", 66, "男"),
        ("我妈71一个人住，我在另外一个街道，她能领补贴吗", 71, "女"),
        ("我63，退休了，去老人食堂吃有补贴没", 63, ""),
    ],
)
def test_kin_who_are_asked_about_tell_the_age(text: str, age: int, sex: str) -> None:
    person = told(text)
    assert person.age is not None
    assert (int(person.age.low), person.sex) == (age, sex)


def test_of_two_the_age_lies_between() -> None:
    age = told("爸妈一个68岁，一个74岁，能领吗").age
    assert age is not None
    assert (int(age.low), int(age.high)) == (68, 74)


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("保险一个月没断交了30个月也没补缴过", 30),
        ("保险一天没断交了两年", 24),
        ("孩子妈没交过保险，保险是我在交，三年了", 36),
        ("公司才给我交了4个月，之前在另一家交了11个月，中间没断", 15),
        ("去年保险断了两个月", None),
    ],
)
def test_what_was_paid_without_a_break_is_not_told_by_the_break(said, months):
    much = told(said).insurance
    assert (much and much.low) == months


@pytest.mark.parametrize(
    "said",
    [
        "两个月前评过没评上，能再报一次吗",
        "去年7月毕业，一直没进单位",
        "我们公司招了个去年毕业一直没上班的本科生",
        "去年我当志愿者干了70个小时",
    ],
)
def test_what_was_tried_or_not_done_is_no_work(said):
    person = told(said)
    assert (person.work, person.after) == (None, {})


def test_how_long_a_contract_is_tells_no_work():
    much = told("来这边企业上班签了三年").work
    assert much is None or much.low < 36


def test_lessons_of_a_degree_are_no_degree():
    assert [d.word for d in told("本科的课全过了，可我学历只有高中").degrees] == ["高中"]
    assert [d.word for d in told("我大一转过一回了，现在大二").degrees] == ["大二"]


def test_a_child_may_be_told_by_the_month_of_its_birth():
    born = told("我家丫头2023年8月的，能领不").born
    assert born is not None
    assert (born.first, born.last) == (date(2023, 8, 1), date(2023, 8, 31))


def test_a_condition_on_children_is_held_against_the_birth_of_the_child():
    person = told("我居住证两年了，娃2020年3月生的，我能报不")
    assert person.birth_for("年满18周岁的职工") is None
    born = person.birth_for("2019年9月1日至2020年8月31日出生的儿童")
    assert born is not None
    assert born.first == date(2020, 3, 1)


def test_where_the_one_asked_about_is_registered_comes_before_where_others_are():
    assert told("我是外地户口，孩子户口在望舒，孩子能上吗").resident is True


def test_being_elsewhere_is_told_of_somebody_and_is_no_household():
    person = told("我在外地，让我弟去领")
    assert person.tells
    assert person.resident is None
