"""A fee is no fine, and papers asked for are no fee."""

from __future__ import annotations

from datetime import date

import pytest

from bot.finding.traits import only_fines

WINDOW = """云岭市换证窗口问答

问：要带什么材料？
答：本人办理：身份证原件、旧证原件、照片2张。

问：多少钱？
答：工本费每证10元；体检费每人次25元。

问：违规怎么处理？
答：提交虚假体检证明的，处500元罚款，一年内不得再次申请换证。
"""


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("提交虚假体检证明的,处500元罚款,一年内不得再次申请", True),
        ("处200元以上500元以下罚款", True),
        ("工本费每证10元", False),
        ("工本费10元,逾期的处50元罚款", False),
        ("凭证免收工本费", False),
    ],
)
def test_whether_every_sum_is_a_fine(text, only):
    assert only_fines(text) is only


def test_a_fee_is_told_and_no_fine(asking):
    ask = asking(date(2026, 3, 2), window=WINDOW)
    assert not ask("换证多少钱").answer.startswith("提交虚假")
    assert "10元" in ask("换领证件收费吗").answer
    assert "500元" in ask("假体检证明罚多少钱").answer


def test_papers_asked_for_lack_no_fee(asking):
    assert "身份证" in asking(date(2026, 3, 2), window=WINDOW)("云岭换证要什么材料").answer
