"""How long is left, what if it was missed, what comes next, whether it is open: by the notice's windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import Outcome, TimingState, Verdict
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

POTTERY = """---
title: 河湾区2025年青年陶艺师培训招生公告
issuer: 河湾区文化馆
issued: 2025-03-10
valid_until: 2025-12-31
---
一、报名时间
（一）第一批：网上报名2025年4月14日9:00至4月25日17:00。
（二）第二批：网上报名2025年8月4日9:00至8月15日17:00。
（三）资格审核由各街道文化站完成，4月28日至5月9日。
二、考试
结业考试于2025年11月15日举行。
三、其他
逾期未报名的，可在2025年4月28日前到文化馆窗口补报。
咨询电话：0555-3021987。
"""
KILN = """---
title: 松溪镇公共窑炉使用申请办法
issuer: 松溪镇文化站
issued: 2025-01-05
---
一、安排
窑炉按月开放，各月的安排如下：

| 序号 | 申请时间 | 开窑日期 |
| --- | --- | --- |
| 1 | 3月 | 4月底前 |
| 2 | 5月 | 6月底前 |
| 3 | 7月 | 8月底前 |

二、费用
每次收费60元。
"""
GLAZE = """---
title: 云岫县釉料补贴申领通知
issuer: 云岫县工艺美术办公室
issued: 2025-02-01
---
一、申领
申请人于2025年3月3日至3月28日提交申请。
二、发放
补贴于2025年6月30日前发放。
咨询电话：0566-2211876。
"""

SCROLL = """---
title: 青石镇2025年书画展征稿启事
issuer: 青石镇文化站
issued: 2025-03-01
---
一、领队登记
领队于2025年4月10日前登录系统登记。

二、投稿
作者于2025年9月30日前提交作品。

三、费用
装裱费由作者自理。
"""
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder = tmp_path_factory.mktemp("times")
    for name, text in (("pottery", POTTERY), ("kiln", KILN), ("glaze", GLAZE), ("scroll", SCROLL)):
        (folder / f"{name}.md").write_text(text, "utf-8")
    library = load_corpus(folder)
    made = open_or_build(library, tmp_path_factory.mktemp("state"), None, lambda *_: None)
    assistant = Assistant(library, made)
    return lambda question, day, scope: assistant.answer(question, DialogueState(), day, scope)[0]


@pytest.mark.parametrize(
    ("question", "scope", "day", "told"),
    [
        ("还有几天截止", "pottery", date(2025, 4, 20), ["还有5天", "2025年4月25日17:00"]),
        ("报名还剩多少天", "pottery", date(2025, 4, 25), ["最后一天"]),
        ("离报名开始还有几天", "pottery", date(2025, 4, 10), ["还有4天", "2025年4月14日09:00"]),
        ("离考试还有多久", "pottery", date(2025, 11, 1), ["还有14天", "2025年11月15日"]),
        ("还有几天截止", "glaze", date(2025, 4, 2), ["已经截止", "2025年3月28日", "已过5天"]),
    ],
)
def test_the_days_that_are_left_are_counted(ask: Ask, question, scope, day, told) -> None:
    answer = ask(question, day, scope)
    assert answer.outcome is Outcome.ANSWERED
    assert all(x in answer.text for x in told)
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "day", "closes"),
    [
        ("下一批什么时候报名", date(2025, 5, 1), "2025-08-15"),
        ("下次报名是几号", date(2025, 4, 20), "2025-08-15"),
        ("下次考试什么时候", date(2025, 5, 1), "2025-11-15"),
    ],
)
def test_the_next_turn_is_the_next_window_of_the_notice(ask: Ask, question, day, closes) -> None:
    answer = ask(question, day, "pottery")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.timing is not None
    assert (answer.timing.state, answer.timing.closes_on) == (TimingState.UPCOMING, closes)


@pytest.mark.parametrize("question", ["下一批什么时候申请", "下次申请是哪天", "明年什么时候申请"])
def test_that_no_next_turn_is_named_is_said_with_the_last_there_is(ask: Ask, question) -> None:
    answer = ask(question, date(2025, 5, 1), "glaze")
    assert answer.outcome is Outcome.UNANSWERABLE
    assert "没有写明" in answer.text
    assert "2025年3月28日" in answer.text
    assert any("提交申请" in c.quote for c in answer.citations)


def test_what_the_notice_says_of_being_late_is_told_with_what_comes_after(ask: Ask) -> None:
    answer = ask("第一批报名错过了怎么办", date(2025, 4, 27), "pottery")
    assert "已于2025年4月25日17:00截止" in answer.text
    assert "窗口补报" in answer.text
    assert "2025年8月4日" in answer.text


def test_that_nothing_is_said_of_being_late_is_said(ask: Ask) -> None:
    answer = ask("没赶上申请怎么办", date(2025, 4, 27), "glaze")
    assert answer.outcome is Outcome.UNANSWERABLE
    assert "2025年3月28日截止" in answer.text
    assert "没有写明" in answer.text
    assert "0566-2211876" in answer.text


def test_what_is_not_over_has_not_been_missed(ask: Ask) -> None:
    answer = ask("错过申请了怎么办", date(2025, 3, 20), "glaze")
    assert "还没有错过" in answer.text
    assert answer.timing is not None
    assert answer.timing.state is TimingState.OPEN


@pytest.mark.parametrize(
    ("question", "scope", "day", "verdict", "state"),
    [
        ("现在还能报吗", "pottery", date(2025, 4, 20), Verdict.ELIGIBLE, TimingState.OPEN),
        ("还能报名吗", "pottery", date(2025, 5, 5), Verdict.NOT_ELIGIBLE, TimingState.UPCOMING),
        ("开始报名了吗", "pottery", date(2025, 4, 1), Verdict.NOT_ELIGIBLE, TimingState.UPCOMING),
        ("报名截止了吗", "pottery", date(2025, 9, 1), Verdict.NOT_ELIGIBLE, TimingState.CLOSED),
        ("还能申请吗", "glaze", date(2025, 3, 28), Verdict.ELIGIBLE, TimingState.OPEN),
        ("还能申请吗", "glaze", date(2025, 3, 29), Verdict.NOT_ELIGIBLE, TimingState.CLOSED),
        ("现在还能申请吗", "kiln", date(2025, 5, 31), Verdict.ELIGIBLE, TimingState.OPEN),
        ("现在还能申请吗", "kiln", date(2025, 9, 1), Verdict.NOT_ELIGIBLE, TimingState.CLOSED),
        ("现在还能报陶艺师吗", "pottery", date(2026, 2, 1), Verdict.NOT_ELIGIBLE, TimingState.CLOSED),
    ],
)
def test_whether_it_is_open_is_told_by_the_window_for_applying(
    ask: Ask, question, scope, day, verdict, state
) -> None:
    answer = ask(question, day, scope)
    assert answer.timing is not None
    assert (answer.verdict, answer.timing.state) == (verdict, state)


def test_months_of_a_table_are_windows_and_this_month_picks_its_row(ask: Ask) -> None:
    answer = ask("这个月的申请错过了怎么办", date(2025, 5, 20), "kiln")
    assert answer.timing is not None
    assert (answer.timing.opens_on, answer.timing.closes_on) == ("2025-05-01", "2025-05-31")
    assert "2025年7月1日" in answer.text


@pytest.mark.parametrize(
    ("question", "day", "scope", "verdict", "told"),
    [
        ("7月还能申请吗", date(2025, 4, 20), "kiln", Verdict.ELIGIBLE, "2025年7月在期限内"),
        ("7月能申请吗", date(2025, 4, 20), "kiln", Verdict.ELIGIBLE, "2025年7月1日至2025年7月31日"),
        ("can I apply in July", date(2025, 4, 20), "kiln", Verdict.ELIGIBLE, "2025年7月在期限内"),
        ("8月还能报名吗", date(2025, 4, 20), "pottery", Verdict.ELIGIBLE, "2025年8月15日"),
        ("9月还能报名吗", date(2025, 4, 20), "pottery", Verdict.NOT_ELIGIBLE, "2025年9月不在"),
        ("4月26号报名行吗", date(2025, 4, 20), "pottery", Verdict.NOT_ELIGIBLE, "2025年4月26日不在"),
        ("等到4月24号再报名可以不", date(2025, 4, 20), "pottery", Verdict.ELIGIBLE, "2025年4月24日在"),
        ("明年1月还能报名吗", date(2025, 4, 20), "pottery", Verdict.NOT_ELIGIBLE, "2026年1月不在"),
    ],
)
def test_a_month_or_day_to_come_is_held_against_the_windows(
    ask: Ask, question, day, scope, verdict, told
) -> None:
    answer = ask(question, day, scope)
    assert answer.verdict is verdict
    assert told in answer.text


def test_a_value_from_an_expired_notice_says_so(ask: Ask) -> None:
    for question in ("咨询电话是多少", "下一批什么时候报名", "还有几天截止"):
        answer = ask(question, date(2026, 2, 1), "pottery")
        assert "已过" in answer.text


def test_a_plain_question_for_the_day_is_answered_by_the_window_for_applying(ask: Ask) -> None:
    answer = ask("什么时候截止", date(2025, 3, 10), "glaze")
    assert answer.text.startswith("提交申请2025年3月3日至2025年3月28日（正在进行，还有18天截止）")
    assert answer.timing is not None
    assert answer.timing.closes_on == "2025-03-28"


def test_a_deadline_that_nothing_told_is_about_closes_no_notice_with_another_to_come(ask: Ask) -> None:
    answer = ask("装裱费谁出", date(2025, 5, 20), "scroll")
    assert "自理" in answer.text
    assert "已过" not in answer.text
    assert "已过" in ask("装裱费谁出", date(2025, 10, 1), "scroll").text


def test_the_hour_asked_for_beside_the_day_is_the_window_s_own(ask: Ask) -> None:
    assert "2025年4月25日17:00" in ask("报名到几号几点截止", date(2025, 4, 20), "pottery").text


def test_a_window_that_is_running_is_not_missed_though_one_before_it_is_over(ask: Ask) -> None:
    answer = ask("错过了怎么办", date(2025, 5, 10), "kiln")
    assert "还没有错过" in answer.text
    assert "2025年7月1日" in answer.text


def test_the_next_turn_is_asked_for_in_few_words_too(ask: Ask) -> None:
    assert "2025年11月15日" in ask("下次考试呢", date(2025, 5, 1), "pottery").text


@pytest.mark.parametrize(
    ("question", "day", "told"),
    [
        ("考试过了吗", date(2025, 11, 20), "已过5天"),
        ("考试过了没", date(2025, 11, 10), "还有5天"),
    ],
)
def test_an_event_is_over_or_to_come_and_no_verdict(ask: Ask, question, day, told) -> None:
    answer = ask(question, day, "pottery")
    assert answer.verdict is None
    assert told in answer.text


def test_a_grade_or_an_object_beside_the_verb_does_not_hide_the_window(ask: Ask) -> None:
    answer = ask("今天还能报三级不", date(2025, 4, 25), "pottery")
    assert answer.verdict is Verdict.ELIGIBLE
    assert "最后一天" in answer.text


@pytest.mark.parametrize(
    "question", ["什么时候截止", "还有几天截止", "错过了怎么办", "下一批什么时候", "5月能报名吗"]
)
def test_of_which_notice_is_asked_where_the_question_names_none(ask: Ask, question) -> None:
    answer = ask(question, date(2025, 3, 10), None)
    assert answer.outcome is Outcome.CLARIFY
    assert len(answer.suggestions) >= 2


def test_a_notice_that_is_named_is_not_asked_for(ask: Ask) -> None:
    assert "2025年3月28日" in ask("釉料补贴什么时候截止", date(2025, 3, 10), None).text


def test_of_windows_for_the_same_people_that_one_is_meant_which_is_called_by_the_act(asking):
    text = """云浦馆报名日程

项目\t日期
个人报名者设定密码\t2026年3月1日至2026年6月30日
个人报名者向馆方办理缴费\t2026年3月1日至2026年3月10日
个人报名者向馆方办理报名\t2026年3月2日至2026年3月12日
"""
    ask = asking(date(2026, 4, 1), plan=text)
    for question in ("个人报名现在还可以缴费吗", "个人报名者现在还能报名吗"):
        assert ask(question).verdict == "not_eligible"


def test_the_day_of_asking_said_again_is_no_fact_of_the_person(asking):
    text = "云浦馆征集须知\n\n一、应征者须注册在本市。\n二、作品填报时间：2026年3月1日至3月20日。\n"
    assert asking(date(2026, 4, 1), plan=text)("2026年4月1日了，还能填报吗").verdict == "not_eligible"
