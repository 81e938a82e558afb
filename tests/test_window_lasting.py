"""How many days something can be done in; rows of a timetable whose days have the weekday in brackets."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """113學年度雲浦學院入學時程

項目 | 日期 |

團體及個別報名考生上網設定密碼 | 113.03.05（二）至113.06.16（日） |

個別報名考生辦理繳費 | 113.03.20（三）上午0時起至113.03.22（五）下午5時止 |

個別報名考生辦理報名 | 113.03.21（四）至113.03.22（五）每日上午9時起至下午9時止 |

錄取生聲明放棄資格 | 113.06.13（四）至113.06.16（日） |

統一分發結果公告 | 113.06.20（四） |
"""


@pytest.fixture(scope="module")
def ask(asking):
    def on(day):
        return asking(day, times=NOTICE)

    return on


@pytest.mark.parametrize(
    ("question", "days"),
    [("放棄資格可以辦幾天", "共4天"), ("個別報名有幾天時間", "共2天"), ("繳費開放幾天", "共3天")],
)
def test_the_days_of_a_window_are_counted(ask, question, days):
    assert days in ask(date(2024, 1, 10))(question).answer


def test_one_day_is_no_span(ask):
    assert "共1天" not in ask(date(2024, 1, 10))("結果公告有幾天").answer


@pytest.mark.parametrize(
    ("day", "verdict"), [(date(2024, 3, 22), "eligible"), (date(2024, 3, 25), "not_eligible")]
)
def test_a_row_is_meant_by_its_act_and_not_by_who_acts(ask, day, verdict):
    answer = ask(day)("個別報名現在還能報嗎")
    assert answer.verdict == verdict
    assert "辦理報名" in answer.answer
