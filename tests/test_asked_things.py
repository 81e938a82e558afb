"""Questions and answers on several things, and kinds of applicants with lists of their own."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.asked_things import asked_things

FAQ = """问：护林补助发给谁？
答：具有本镇户籍、年满55周岁的护林员。已领取护林工资的不再发放。

问：外镇户口的护林员能领吗？
答：不可以。补助按户籍地发放。

问：补助标准是多少？
答：每人每月200元。

问：防火器材补贴的条件呢？
答：须同时符合三项：一是承包山林满2年；二是参加过防火培训；三是近三年无火情记录。林场职工由林场配发器材，不再享受补贴。

问：申请山林贷款要满足什么条件？
答：（1）脱贫户、低保户；（2）承包山林50亩以上的农户；（3）林业合作社。

问：钱发到哪里？
答：发到社保卡里。
"""
KINDS = """青溪镇蚕房租用须知
第一条 申请人为单身人士的，须年满25周岁；以家庭为单位申请的，须推举一名成年成员为申请人。
第二条 本镇户籍家庭申请的，应当同时符合下列条件：
（一）落户满1年；
（二）家庭养蚕面积不低于3亩。
第三条 外来养殖户申请的，应当符合以下条件：在本镇养蚕满2年；与村委会签订承包合同；无欠租记录。
第四条 有下列情形之一的不得申请：
（一）拥有价值超过20万元的厂房的；
（二）转租过蚕房的。
"""


@pytest.fixture(scope="module")
def faq(asking):  # type: ignore[no-untyped-def]
    return asking(date(2031, 5, 2), forest=FAQ)


@pytest.fixture(scope="module")
def kinds(asking):  # type: ignore[no-untyped-def]
    return asking(date(2031, 5, 2), houses=KINDS)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我60岁，本镇户口，是护林员，能领护林补助吗？", "eligible"),
        ("我50岁，本镇的护林员，能领护林补助吗？", "not_eligible"),
        ("外镇户口的护林员能领护林补助吗？", "not_eligible"),
        ("承包山林3年了，参加过防火培训，没出过火情，能领防火器材补贴吗？", "eligible"),
        ("承包山林1年，参加过防火培训，能领防火器材补贴吗？", "not_eligible"),
        ("我家是脱贫户，能申请山林贷款吗？", "eligible"),
    ],
)
def test_each_answer_is_of_the_thing_asked_about(faq, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert faq(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("单身，22岁，能申请租蚕房吗？", "not_eligible"),
        ("单身，27岁，本镇落户3年了，养蚕4亩，能申请吗？", "eligible"),
        ("本镇户籍家庭，落户5年，养了2亩蚕，能申请吗？", "not_eligible"),
        ("本镇户籍，落户5年，养蚕4亩，有个30万的厂房，能申请吗？", "not_eligible"),
    ],
)
def test_what_some_must_be_is_no_list_of_its_own(kinds, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert kinds(question).verdict == verdict


def test_the_things_that_questions_name(make_notice) -> None:  # type: ignore[no-untyped-def]
    notice = make_notice(
        "faq",
        "蚕桑政策问答",
        [
            ("heading", "怎么申请蚕种补贴？", -1),
            ("paragraph", "向村委会申请。", 0),
            ("heading", "桑园贴息给谁？", -1),
            ("paragraph", "养蚕户。", 2),
            ("heading", "蚕种补贴和桑园补助能同时领吗？", -1),
            ("paragraph", "可以。", 4),
        ],
    )
    assert asked_things(notice) == {0: "蚕种补贴", 2: "桑园贴息"}


def test_questions_on_one_thing_name_none(make_notice) -> None:  # type: ignore[no-untyped-def]
    lines = [("heading", "蚕种补贴发给谁？", -1), ("paragraph", "养蚕户。", 0)]
    more = [("heading", "怎么领蚕种补贴？", -1), ("paragraph", "到村委会。", 2)]
    last = [("heading", "蚕种补贴多少钱？", -1), ("paragraph", "每张100元。", 4)]
    assert asked_things(make_notice("faq", "蚕种补贴问答", [*lines, *more, *last])) == {}
