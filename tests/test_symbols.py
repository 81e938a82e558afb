from datetime import date, timedelta

import pytest

from corpus.notice import Notice, Span
from corpus.tree.clauses import parse_clauses
from corpus.values.symbols import (
    Anchor,
    AnchorKind,
    Bound,
    Moment,
    Unit,
    Unresolved,
    YearSource,
    moments_of,
    resolution,
    resolve,
)

AS_OF = date(2025, 6, 10)


def notice(text: str, title: str = "关于办理某事的通知", issued: date | None = None) -> Notice:
    text = f"一、说明\n\n{text}\n"
    return Notice("n", title, "甲市乙局", text, parse_clauses(text, 0, False), "n.txt", issued=issued)


def read(text: str, title: str = "关于办理某事的通知", issued: date | None = None) -> list[Moment]:
    return list(moments_of(notice(text, title, issued)))


def one(text: str, title: str = "关于办理某事的通知", issued: date | None = None) -> Moment:
    found = read(text, title, issued)
    assert len(found) == 1, found
    return found[0]


def shown(text: str) -> list[str]:
    made = notice(text)
    return [made.text[m.span.start : m.span.end] for m in moments_of(made)]


@pytest.mark.parametrize(
    ("text", "day", "bound"),
    [
        ("请于2025年5月20日前提交。", date(2025, 5, 20), Bound.UNTIL),
        ("请于2025年5月20日之前提交。", date(2025, 5, 20), Bound.UNTIL),
        ("截止时间为2025年5月20日。", date(2025, 5, 20), Bound.UNTIL),
        ("本办法自2025年5月20日起施行。", date(2025, 5, 20), Bound.FROM),
        ("考试日期为2025年5月20日。", date(2025, 5, 20), Bound.AT),
        ("考试日期为２０２５年５月２０日。", date(2025, 5, 20), Bound.AT),
        ("考试日期为 2025-05-20。", date(2025, 5, 20), Bound.AT),
        ("考试日期为2025.5.20。", date(2025, 5, 20), Bound.AT),
        ("公告日期113.03.22。", date(2024, 3, 22), Bound.AT),
        ("公告日期113/03/22。", date(2024, 3, 22), Bound.AT),
        ("民國以外：民国113年3月22日公告。", date(2024, 3, 22), Bound.AT),
        ("113年3月22日公告。", date(2024, 3, 22), Bound.AT),
        ("二〇二五年九月一日起施行。", date(2025, 9, 1), Bound.FROM),
        ("2025年2月底前完成。", date(2025, 2, 28), Bound.UNTIL),
        ("2024年2月底前完成。", date(2024, 2, 29), Bound.UNTIL),
        ("2025年9月中旬前完成。", date(2025, 9, 20), Bound.UNTIL),
        ("2025年底前完成。", date(2025, 12, 31), Bound.UNTIL),
        ("2025年9月起办理。", date(2025, 9, 1), Bound.FROM),
    ],
)
def test_a_written_day(text: str, day: date, bound: Bound) -> None:
    moment = one(text)
    assert resolve(moment, None, AS_OF, {}) == day
    assert moment.bound is bound
    assert moment.year_from is YearSource.WRITTEN


def test_the_year_comes_from_the_sentence_then_the_title_then_the_issue_date() -> None:
    issued, title = date(2023, 3, 1), "关于开展2024年度某项工作的通知"
    said = one("2025年报名工作于8月31日前结束。", title, issued)
    assert (said.anchor.year, said.year_from) == (2025, YearSource.SENTENCE)
    titled = one("报名工作于8月31日前结束。", title, issued)
    assert (titled.anchor.year, titled.year_from) == (2024, YearSource.TITLE)
    dated = one("报名工作于8月31日前结束。", issued=issued)
    assert (dated.anchor.year, dated.year_from) == (2023, YearSource.ISSUED)
    assert one("报名工作于次年8月31日前结束。", title).anchor.year == 2025


def test_no_year_anywhere_is_no_day() -> None:
    moment = one("报名工作于8月31日前结束。")
    assert moment.year_from is YearSource.NONE
    assert resolution(moment, None, AS_OF, {}).why_not is Unresolved.NO_YEAR


def test_a_document_number_gives_no_year() -> None:
    assert one("根据某发〔2019〕3号文件，于8月31日前结束。", issued=date(2023, 3, 1)).anchor.year == 2023


def test_issued_in_december_for_january() -> None:
    assert one("报名工作于1月10日前结束。", issued=date(2024, 12, 20)).anchor.year == 2025


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("报名时间：2025年7月15日至8月31日。", date(2025, 7, 15), date(2025, 8, 31)),
        ("报名时间：2025年7月15日—20日。", date(2025, 7, 15), date(2025, 7, 20)),
        ("报名时间：2025年7月15-20日。", date(2025, 7, 15), date(2025, 7, 20)),
        ("报名时间：2025年12月15日至1月10日。", date(2025, 12, 15), date(2026, 1, 10)),
        ("报名时间：2025年12月15日至次年1月10日。", date(2025, 12, 15), date(2026, 1, 10)),
        ("报名时间：2025.07.15-2025.08.31。", date(2025, 7, 15), date(2025, 8, 31)),
    ],
)
def test_a_range_carries_the_year_over(text: str, first: date, last: date) -> None:
    begins, ends = read(text)
    assert (begins.bound, ends.bound) == (Bound.FROM, Bound.UNTIL)
    assert resolve(begins, None, AS_OF, {}) == first
    assert resolve(ends, None, AS_OF, {}) == last
    assert (begins.other_end, ends.other_end) == (ends.span, begins.span)


def test_times_of_day() -> None:
    begins, ends = read("报名时间：2025年7月15日9:00至24日18:00。")
    assert (begins.time, ends.time) == ("09:00", "18:00")
    assert resolve(ends, None, AS_OF, {}) == date(2025, 7, 24)
    assert one("2025年7月24日24时截止。").time == "24:00"
    assert one("2025年7月24日（星期四）下午5点半截止。").time == "17:30"


def test_hours_of_every_day() -> None:
    opens, closes = read("每日上午9时至下午5时办理。")
    assert opens.anchor.kind is AnchorKind.EACH_DAY
    assert (opens.time, closes.time) == ("09:00", "17:00")
    assert [m.time for m in read("下午2:30-5:30办理。")] == ["14:30", "17:30"]


def test_whether_the_day_counts() -> None:
    plain = one("2025年5月20日前提交。")
    assert (plain.inclusive, plain.stated) == (True, False)
    said = one("2025年5月20日（含当日）前提交。")
    assert (said.inclusive, said.stated, said.bound) == (True, True, Bound.UNTIL)
    without = one("2025年5月20日前（不含当日）提交。")
    assert (without.inclusive, without.stated) == (False, True)
    assert one("2025年5月20日后办理。").inclusive is False


def test_each_month_is_the_month_of_the_day_in_question() -> None:
    end = one("每月底前报送。")
    assert resolve(end, None, AS_OF, {}) == date(2025, 6, 30)
    tenth = one("每月5日前报送。")
    assert resolve(tenth, None, AS_OF, {}) == date(2025, 7, 5)
    assert resolve(tenth, None, date(2025, 12, 6), {}) == date(2026, 1, 5)


def test_a_month_is_no_day() -> None:
    assert resolution(one("2025年8月举行。"), None, AS_OF, {}).why_not is Unresolved.NOT_A_DAY
    assert resolution(one("2025年8月初举行。"), None, AS_OF, {}).why_not is Unresolved.NOT_A_DAY


def test_no_such_day() -> None:
    assert resolution(one("2025年2月30日举行。"), None, AS_OF, {}).why_not is Unresolved.NO_SUCH_DAY


@pytest.mark.parametrize(
    ("text", "anchor", "offset", "unit", "bound"),
    [
        ("自发布之日起30日内有效。", Anchor(AnchorKind.PUBLICATION), 30, Unit.DAY, Bound.UNTIL),
        ("自受理之日起20个工作日内办结。", Anchor(AnchorKind.ACCEPTANCE), 20, Unit.WORKDAY, Bound.UNTIL),
        ("从受理之日起，7个工作日内办结。", Anchor(AnchorKind.ACCEPTANCE), 7, Unit.WORKDAY, Bound.UNTIL),
        ("自收到通知之日起十五日内申诉。", Anchor(AnchorKind.RECEIPT), 15, Unit.DAY, Bound.UNTIL),
        ("自提交申请之日起两个月内答复。", Anchor(AnchorKind.APPLICATION), 2, Unit.MONTH, Bound.UNTIL),
        ("毕业2年内的人员可以申请。", Anchor(AnchorKind.GRADUATION), 2, Unit.YEAR, Bound.UNTIL),
        (
            "完成所有科目评价后20个工作日可以查询。",
            Anchor(AnchorKind.COMPLETION, subject="所有科目评价"),
            20,
            Unit.WORKDAY,
            Bound.FROM,
        ),
        ("由本人在考前一周打印。", Anchor(AnchorKind.EXAM), -1, Unit.WEEK, Bound.AT),
        ("考试前3日内打印。", Anchor(AnchorKind.EXAM), -3, Unit.DAY, Bound.FROM),
        ("期满前半年申请续期。", Anchor(AnchorKind.EXPIRY), -6, Unit.MONTH, Bound.AT),
    ],
)
def test_counted_from_something(text: str, anchor: Anchor, offset: int, unit: Unit, bound: Bound) -> None:
    moment = one(text)
    assert moment.anchor == anchor
    assert (moment.offset, moment.unit, moment.bound) == (offset, unit, bound)


def test_counted_from_a_fixed_day() -> None:
    moment = one("自2025年3月1日起30日内申请。")
    assert resolve(moment, None, AS_OF, {}) == date(2025, 3, 31)


def test_an_unknown_anchor_is_no_day() -> None:
    moment = one("毕业2年内的人员可以申请。")
    assert resolution(moment, date(2025, 1, 1), AS_OF, {}).why_not is Unresolved.UNKNOWN_ANCHOR
    known = {Anchor(AnchorKind.GRADUATION): date(2024, 2, 29)}
    assert resolve(moment, None, AS_OF, known) == date(2026, 2, 28)


def test_publication_is_the_day_of_issue() -> None:
    moment = one("自发布之日起30日内申请。")
    assert resolve(moment, date(2025, 5, 1), AS_OF, {}) == date(2025, 5, 31)
    assert resolve(moment, None, AS_OF, {}) is None


def test_workdays_need_a_calendar() -> None:
    moment = one("自受理之日起3个工作日内办结。")
    known = {Anchor(AnchorKind.ACCEPTANCE): date(2025, 5, 1)}
    assert resolution(moment, None, AS_OF, known).why_not is Unresolved.NO_CALENDAR
    reach = resolution(moment, None, AS_OF, known, lambda day, n: None)
    assert reach.why_not is Unresolved.CALENDAR_ENDS
    assert resolve(moment, None, AS_OF, known, lambda day, n: day + timedelta(days=n + 4)) == date(2025, 5, 8)


@pytest.mark.parametrize(
    "text",
    [
        "从事本职业工作累计满4年。",
        "提前准备，共3个月。",
        "电话为0999-5550138。",
        "见第3.2.1条。",
        "参评人员年满16周岁。",
        "某发〔2019〕3号。",
        "满分100分，80分以上为合格。",
        "近三年内获得奖励。",
    ],
)
def test_no_moment(text: str) -> None:
    assert read(text) == []


def test_spans_are_exact() -> None:
    assert shown("请于 2025 年 5 月 20 日前提交，自受理之日起20个工作日内办结。") == [
        "2025 年 5 月 20 日",
        "自受理之日起20个工作日内",
    ]
    assert one("于2025年5月20日前提交。").span == Span(7, 17)


@pytest.mark.parametrize(
    ("as_of", "opens", "closes"),
    [
        (date(2025, 6, 10), date(2025, 9, 15), date(2025, 9, 25)),
        (date(2025, 9, 26), date(2026, 9, 15), date(2026, 9, 25)),
        (date(2027, 1, 1), date(2027, 9, 15), date(2027, 9, 25)),
    ],
)
def test_what_recurs_every_year_is_of_no_year_of_its_own(as_of: date, opens: date, closes: date) -> None:
    first, last = read("每年9月15日至9月25日提交申请。", "评定办法（2024年修订）", date(2024, 9, 1))
    assert {m.anchor.kind for m in (first, last)} == {AnchorKind.EACH_YEAR}
    assert [resolve(m, None, as_of, {}) for m in (first, last)] == [opens, closes]


def test_a_month_with_its_day_is_no_period_of_months() -> None:
    (moment,) = read("审批通过后须在6月30日前开工。", issued=date(2025, 2, 18))
    assert (moment.unit, resolve(moment, date(2025, 2, 18), AS_OF, {})) == (Unit.NONE, date(2025, 6, 30))


@pytest.mark.parametrize(
    "text",
    ["报名2025-03-01 ~ 03-20。", "报名2025.3.1-3.20。", "报名2025/3/1至3/20 17:00。", "报名2025.3.1—3.20。"],
)
def test_a_range_in_figures_says_its_year_once(text):
    first, last = read(text)
    assert (first.bound, last.bound) == (Bound.FROM, Bound.UNTIL)
    assert resolve(last, None, AS_OF, {}) == date(2025, 3, 20)


def test_figures_behind_a_day_are_no_end_of_a_range():
    assert len(read("截至2025-03-01的得分为3.5-4.5，共12.5-13.5分。")) == 1
