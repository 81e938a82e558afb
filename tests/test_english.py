"""English questions in Chinese: clauses, order, negation, times, and what is asked."""

from __future__ import annotations

import pytest

from bot.english.figures import in_figures
from bot.english.translation import english_among_chinese, english_in_chinese
from corpus.packaged import packaged_yaml
from index.normal import search_key


def chinese(typed: str) -> str:
    return english_in_chinese(search_key(typed))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I've worked for two and a half years.", "我工作2年半"),
        ("I have worked as a developer since July 2017.", "我2017年7月开始从事开发"),
        ("worked at a company from 2015 to 2018", "2015年到2018年在公司工作"),
        ("six years in development", "开发6年"),
        ("I graduated from junior college in nursing three years ago.", "我3年前大专护理专业毕业"),
        ("I'm 35 and I have a master's in computer science.", "我35岁,我有计算机硕士"),
        ("My residence permit has expired and I didn't renew it.", "我居住证过期,我没续期"),
        ("I have never worked.", "我从没工作过"),
        ("I don't own a home.", "我没有房子"),
        ("no house, no car", "没有房子,没有车"),
        ("no certificate and 3 years of experience", "没有证书,我有3年工作经验"),
        ("My hukou isn't in Shanghai.", "我户口不在上海"),
        ("worked 2 years after getting the certificate", "取得证书后工作2年"),
        ("I won't have enough years of service until November.", "我11月才有够年限"),
        ("80,000 yuan", "8万元"),
        ("I have worked in a township company for six years.", "我在乡镇公司工作6年"),
        ("I lost my card.", "我遗失证"),
        ("I used to be a teacher.", "我之前是老师"),
        ("I'm 19 and still in university.", "我19岁,在读大学"),
        ("I have neither a degree nor a title.", "我没有学位证,没有职称"),
        ("We are a family of four with a monthly income of 9,000 yuan.", "我们每月是4口人家庭,有收入9000元"),
        ("My degree is from abroad.", "我学位证是国外的"),
        ("The train was delayed by 20 minutes.", "列车延误20分钟"),
        ("There isn't enough money on my bank card.", "我银行卡余额不足"),
    ],
)
def test_what_is_told(said, told):
    assert chinese(said).replace("，", ",") == told


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("Can I apply again this year?", "我今年能再申请吗"),
        ("Am I eligible for level 3?", "我能申报三级吗"),
        ("Is it still possible to register?", "我还能报名吗"),
        ("Do I need to submit a photo?", "我需要提交照片吗"),
        ("How much is the exam fee for level 4?", "四级考务费多少钱"),
        ("If three of us take level 4, how much in total?", "如果3个人考四级，一共多少钱"),
        ("How many hours of continuing education do I need?", "需要继续教育多少学时"),
        ("How long does it take to get approved?", "多久才审核通过"),
        ("When is the exam?", "什么时候考试"),
        ("What's the deadline?", "截止时间什么时候"),
        ("What's the latest date I can submit the application?", "最晚什么时候能申请"),
        ("Which website do I use to apply?", "申请，使用哪个网站"),
        ("Where do I hand in the form?", "去哪里提交申请表"),
        ("What's the revenue of the company in 2022?", "2022年公司收入是多少"),
        ("How many days in advance can I book a room?", "提前几天能预订房间"),
        ("Is the library open on Saturday afternoon?", "图书馆周六下午开放吗"),
        ("How long does the lease last, and can I renew it?", "租约多久？我能续期吗"),
        ("Is it OK if I have never learned French?", "我从没学过法语可以吗"),
        ("What else does he need to bring?", "需要什么材料"),
        ("From when does the new rule apply?", "新规定什么时候实施"),
        ("I think my score is wrong. What can I do?", "我对成绩有异议，怎么办"),
        ("Is a photo required?", "我需要照片吗"),
        ("Is the fee the same for level 3 and level 4?", "费用三级和四级一样吗"),
        ("Can I register online and pay in person?", "我能网上报名并现场缴费吗"),
        ("How can I find out my score?", "怎么查询成绩"),
        (
            "I passed the theory test but not the practical one. What should I do?",
            "我通过理论，没通过实操，怎么办",
        ),
        ("How many people can be on a team in the group?", "组团队多少人"),
        ("How many times a year can I receive the subsidy?", "能领取补贴每年几次"),
        ("Is the first retake free?", "首次补考免费吗"),
        ("What percentage of outpatient costs is paid?", "支付多少门诊费用比例"),
        ("Is my 5-year-old allowed to start primary school early?", "我5岁孩子能提前上小学吗"),
        ("Could you list all the documents I need?", "需要什么材料"),
        ("Is the deposit of the card refundable?", "我能退证押金吗"),
        ("is dec 5 too late to register", "我12月5日还能报名吗"),
        ("can u tell me how much is the test", "考试多少钱"),
        ("What documents should I bring to register?", "报名需要带什么材料"),
        ("Is there a registration fee?", "收报名费吗"),
        ("Can someone else register for me?", "别人能代报名吗"),
        ("Does it matter if our performance is poor?", "我们业绩不好有影响吗"),
        ("What happens if I cheat?", "我作弊，怎么处理"),
        ("What about level 3?", "三级呢"),
        ("and for a master's?", "硕士呢"),
        ("And with an associate degree?", "有大专呢"),
        ("How many years do I have to wait before I can apply?", "需要等几年才能申请"),
    ],
)
def test_what_is_asked(asked, question):
    assert chinese(asked) == question


def test_facts_go_first_and_what_is_asked_last():
    assert chinese("How much do I pay? My family is on low-income support.").endswith("多少钱")


def test_a_place_is_known_by_its_pinyin():
    assert chinese("My household registration is in Zhejiang.") == "我户口在浙江"


def test_english_terms_among_chinese():
    assert english_among_chinese("报名deadline是什么时候") == "报名截止时间是什么时候"
    assert english_among_chinese("用python写的excel表能交吗") == "用python写的excel表能交吗"


def test_what_has_no_word_that_is_known_is_nothing():
    assert chinese("qwerty zxcvb") == ""


def test_a_word_of_two_kinds_is_told_apart_by_what_goes_before():
    assert chinese("Is the copy enough?") == "复印件够吗"
    assert chinese("How much is the monthly rent?") == "每月租金多少钱"
    assert "抄袭" in chinese("What happens if I copy the answers?")


def test_no_phrase_is_listed_twice_but_as_a_noun_and_as_another_kind():
    seen: dict[str, set[str]] = {}
    for kind, entries in packaged_yaml("bot.english", "vocabulary.yaml")["words"].items():
        for phrase in (str(p) for phrases in entries.values() for p in phrases):
            kinds = seen.setdefault(phrase, set())
            assert kinds <= {"noun"} - {kind}, phrase
            kinds.add(kind)


def test_words_that_no_list_has_stay_where_they_are_half_of_what_is_said():
    assert chinese("Please write a quicksort for me.") == "帮我写 quicksort"
    assert chinese("Could I perchance apply for level 3?") == "我能申报三级吗"


def test_what_follows_a_question_with_if_goes_before_that_question():
    assert (
        chinese("How much is the fee, and can I apply if I fail?") == "费用多少钱？如果我不合格，我能申请吗"
    )


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("50 million yuan and 1.2 million on rent", "5000万 yuan and 120万 on rent"),
        ("1.2 billion yuan", "12亿 yuan"),
        ("2,500 thousand", "250万"),
        ("5 thousand yuan", "5000 yuan"),
        ("fifty million yuan", "5000万 yuan"),
        ("25 m wide", "25 m wide"),
    ],
)
def test_a_scale_behind_digits_is_part_of_the_number(said, figures):
    assert in_figures(said) == figures
