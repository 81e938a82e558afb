"""A question in words that nobody printed is still of the field where it names what a notice is about."""

from __future__ import annotations

from datetime import date

import pytest

TEXT = """匠人评定须知

一、论文原稿须2000字以上；以外文发表的，同时提交中文译稿。
二、准考证在考前一周下载。
三、笔试和面试同一天进行。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("英文论文要翻译吗", "中文译稿"),
        ("论文写几千字", "2000字"),
        ("准考证提前多久能打", "考前一周"),
        ("笔试面试是分开两天吗", "同一天"),
    ],
)
def test_it_is_answered(asking, question, told):
    assert told in asking(date(2026, 3, 1), craft=TEXT)(question, None).answer


def test_what_names_nothing_of_the_notice_is_left(asking):
    assert asking(date(2026, 3, 1), craft=TEXT)("今天股票跌了吗", None).outcome == "out_of_scope"
