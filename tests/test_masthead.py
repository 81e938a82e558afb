from datetime import date

import pytest

from corpus.tree.lines import read_lines
from corpus.tree.masthead import Masthead, read_masthead


def head(text: str) -> Masthead:
    return read_masthead(read_lines(text))


WHOLE = """清河市便民服务局关于设置流动窗口的通知
清服发〔2024〕12号

各区县：
一、时间
自3月1日起。

清河市便民服务局
2024年2月20日
"""


def test_a_whole_notice() -> None:
    assert head(WHOLE) == Masthead(
        "清河市便民服务局关于设置流动窗口的通知",
        "清河市便民服务局",
        date(2024, 2, 20),
        "",
        "清服发〔2024〕12号",
    )


@pytest.mark.parametrize(
    "title",
    [
        "关于设置流动窗口的通知",
        "流动窗口服务指南",
        "流动窗口管理办法（试行）",
        "流动窗口工作简报",
        "流动窗口30问",
        "流动窗口招聘公告",
        "2024年流动窗口培训简章",
    ],
)
def test_title(title: str) -> None:
    assert head(f"{title}\n\n一、时间\n五日。\n").title == title
    assert head(f"# {title}\n\n一、时间\n五日。\n").title == title


def test_a_title_over_two_lines() -> None:
    text = "清河市便民服务局关于在全市范围内\n统一设置流动窗口的通知\n\n一、时间\n五日。\n"
    assert head(text).title == "清河市便民服务局关于在全市范围内统一设置流动窗口的通知"


def test_without_a_genre_the_first_short_line_is_the_title() -> None:
    assert head("流动窗口\n一、时间\n五日。\n").title == "流动窗口"


def test_who_issues_a_notice_is_no_title_of_it() -> None:
    assert head("清河市便民服务局 清河市财政局\n流动窗口\n一、时间\n五日。\n").title == "流动窗口"
    assert head("云浦馆\n关于窗口设置情况的通报\n正文。\n").title == "关于窗口设置情况的通报"


def test_a_table_is_no_title() -> None:
    assert head("窗口\t电话\n一号\t12345\n服务指南\n正文。\n").title == "服务指南"


@pytest.mark.parametrize("day", ["2024年2月20日", "二〇二四年二月二十日", "2024 年 2 月 20 日", "2024-02-20"])
def test_the_day_below_the_signature(day: str) -> None:
    read = head(f"服务指南\n一、时间\n五日。\n清河市便民服务局\n{day}\n")
    assert (read.issuer, read.issued) == ("清河市便民服务局", date(2024, 2, 20))


def test_the_last_signature_counts() -> None:
    text = "服务指南\n清河市便民服务局\n2023年1月1日\n一、时间\n五日。\n清河市服务中心\n2024年2月20日\n"
    assert (head(text).issuer, head(text).issued) == ("清河市服务中心", date(2024, 2, 20))


@pytest.mark.parametrize("word", ["发布时间：", "发布日期:", "更新时间：", "成文日期：", "印发日期："])
def test_the_day_of_publication(word: str) -> None:
    assert head(f"服务指南\n{word}2024-02-20 来源：窗口\n一、时间\n五日。\n").issued == date(2024, 2, 20)


def test_a_day_inside_a_clause_is_not_that_of_the_notice() -> None:
    assert head("服务指南\n一、时间\n自2024年3月1日起办理。\n").issued is None


def test_a_month_is_kept_as_printed() -> None:
    read = head("服务指南\n2024年3月\n一、时间\n五日。\n")
    assert (read.issued, read.issued_text) == (None, "2024-03")


@pytest.mark.parametrize(
    "number",
    ["清服发〔2024〕12号", "清服函[2024]3号", "清服办（2024）第7号", "2024年第3期", "清服发〔2024〕 12 号"],
)
def test_document_number(number: str) -> None:
    assert head(f"服务指南\n{number}\n一、时间\n五日。\n").document_number.replace(" ", "") == number.replace(
        " ", ""
    )


def test_a_number_that_is_referred_to_is_not_its_own() -> None:
    assert head("服务指南\n根据清服发〔2023〕9号文件\n一、时间\n五日。\n").document_number == ""


def test_the_organisation_at_the_top_is_the_issuer() -> None:
    assert head("清河市便民服务中心\n服务指南\n一、时间\n五日。\n").issuer == "清河市便民服务中心"
    assert head("清河市便民服务局关于流动窗口的通知\n一、时间\n五日。\n").issuer == "清河市便民服务局"


@pytest.mark.parametrize("text", ["", "\n\n", "一、时间\n五日。", "\t\n"])
def test_a_text_without_a_head(text: str) -> None:
    read = head(text)
    assert (read.issuer, read.issued, read.issued_text, read.document_number) == ("", None, "", "")


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("2024-03-05 10:00  来源：清河市便民服务中心  浏览次数：12", date(2024, 3, 5)),
        ("2024年3月5日", date(2024, 3, 5)),
        ("2024年9月1日9:00至9月10日17:00，逾期不再受理。", None),
        ("2024年9月1日起在线上报名", None),
    ],
)
def test_a_line_that_says_when_something_is_done_is_no_day_of_issue(line: str, issued: date | None) -> None:
    assert head(f"服务指南\n{line}\n一、时间\n五日。\n").issued == issued
