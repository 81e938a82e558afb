"""How many days something can be done in; rows of a timetable whose days have the weekday in brackets."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """115學年度雲浦夜校開班時程

項目 | 日期 |

團體及散戶學員領取帳號 | 115.03.02（一）至115.06.14（日） |

散戶學員繳費 | 115.03.18（三）上午8時起至115.03.20（五）下午4時止 |

散戶學員辦理報名 | 115.03.19（四）至115.03.20（五）每天上午8時至下午8時 |

正取生放棄名額 | 115.06.11（四）至115.06.14（日） |

編班結果公告 | 115.06.18（四） |
"""


@pytest.fixture(scope="module")
def ask(asking):
    def on(day):
        return asking(day, times=NOTICE)

    return on


@pytest.mark.parametrize(
    ("question", "days"),
    [("放棄名額可以辦幾天", "共4天"), ("散戶報名有幾天時間", "共2天"), ("繳費開放幾天", "共3天")],
)
def test_the_days_of_a_window_are_counted(ask, question, days):
    assert days in ask(date(2026, 1, 10))(question).answer


def test_one_day_is_no_span(ask):
    assert "共1天" not in ask(date(2026, 1, 10))("結果公告有幾天").answer


@pytest.mark.parametrize(
    ("day", "verdict"), [(date(2026, 3, 20), "eligible"), (date(2026, 3, 23), "not_eligible")]
)
def test_a_row_is_meant_by_its_act_and_not_by_who_acts(ask, day, verdict):
    answer = ask(day)("散戶報名現在還能報嗎")
    assert answer.verdict == verdict
    assert "辦理報名" in answer.answer
